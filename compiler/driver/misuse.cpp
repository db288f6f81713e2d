#include "compiler/driver/misuse.h"

#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/driver/commands.h"

namespace meso {
namespace {

// `PLAN`, `--log FILE`.
std::string shown_name(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true);
  return "--" + option.get_lnames().front() + " " + option.get_option_text();
}

std::vector<std::string> commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* c : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(c->get_name());
  return names;
}

std::vector<std::string> options(const CLI::App& command) {
  std::vector<std::string> names{"--help"};
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// "meso config show".
std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? "meso" : full_name(*parent) + " " + command.get_name();
}

// A command that is only a name for others, as `meso` itself.
bool is_group(const CLI::App& command) { return command.get_require_subcommand_min() > 0; }

std::string unexpected(const std::string& word, const CLI::App& command) {
  const std::string shown = "`" + word.substr(0, 80) + "`";
  const bool is_option = word.starts_with("-");
  std::vector<std::string> known;
  if (is_option)
    known = options(command);
  else if (is_group(command))
    known = commands(command);
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const auto near = nearest(word, candidates, 1);
  const std::string hint =
      near.empty() ? "" : ": did you mean `" + std::string(near.front()) + "`?";
  const std::string owner = full_name(command);
  if (is_option) return "`" + owner + "` has no option " + shown + hint;
  if (is_group(command)) {
    const std::string of = command.get_parent() == nullptr ? "" : " of `" + owner + "`";
    return "there is no command " + shown + of + hint;
  }
  return "`" + owner + "` can't take " + shown + " as well";
}

std::string reason(const CLI::ParseError& error, const CLI::App& app, const CLI::App& command) {
  const std::vector<std::string> rest = app.remaining(true);
  if (!rest.empty()) return unexpected(rest.front(), command);
  if (is_group(command)) return "what is to be done? Commands are " + join_and(commands(command));
  const std::string said = error.what();
  if (error.get_name() == "ArgumentMismatch")
    return "`" + said.substr(0, said.find(':')) + "` needs a value behind it";
  if (error.get_name() == "ConversionError")
    return "`" + said.substr(said.find(':') + 2) + "`: that isn't a number";
  if (error.get_name() != "RequiredError") return said;
  for (const CLI::Option* option : command.get_options(
           [](const CLI::Option* o) { return o->get_required() && o->count() == 0; }))
    return "`" + full_name(command) + "` needs " + shown_name(*option) + ": " +
           option->get_description();
  return said;
}

}  // namespace

int report_misuse(const CLI::ParseError& error, const CLI::App& app) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  notice(reason(error, app, *command));
  notice("`" + full_name(*command) + " --help` says what there is");
  return kFailed;
}

}  // namespace meso
