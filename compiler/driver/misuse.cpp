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

std::vector<std::string> options(const CLI::App* command) {
  std::vector<std::string> names{"--help"};
  if (command == nullptr) {
    names.emplace_back("--version");
    return names;
  }
  for (const CLI::Option* option : command->get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string unexpected(const std::string& word, const CLI::App& app, const CLI::App* command) {
  const std::string shown = "`" + word.substr(0, 80) + "`";
  const bool is_option = word.starts_with("-");
  std::vector<std::string> known;
  if (is_option)
    known = options(command);
  else if (command == nullptr)
    known = commands(app);
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const auto near = nearest(word, candidates, 1);
  const std::string hint =
      near.empty() ? "" : ": did you mean `" + std::string(near.front()) + "`?";
  const std::string owner = command == nullptr ? "meso" : "meso " + command->get_name();
  if (is_option) return "`" + owner + "` has no option " + shown + hint;
  if (command == nullptr) return "there is no command " + shown + hint;
  return "`" + owner + "` can't take " + shown + " as well";
}

std::string reason(const CLI::ParseError& error, const CLI::App& app, const CLI::App* command) {
  const std::vector<std::string> rest = app.remaining(true);
  if (!rest.empty()) return unexpected(rest.front(), app, command);
  if (command == nullptr) return "what is to be done? Commands are " + join_and(commands(app));
  const std::string said = error.what();
  if (error.get_name() == "ArgumentMismatch")
    return "`" + said.substr(0, said.find(':')) + "` needs a value behind it";
  if (error.get_name() == "ConversionError")
    return "`" + said.substr(said.find(':') + 2) + "`: that isn't a number";
  if (error.get_name() != "RequiredError") return said;
  for (const CLI::Option* option : command->get_options(
           [](const CLI::Option* o) { return o->get_required() && o->count() == 0; }))
    return "`meso " + command->get_name() + "` needs " + shown_name(*option) + ": " +
           option->get_description();
  return said;
}

}  // namespace

int report_misuse(const CLI::ParseError& error, const CLI::App& app) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const auto chosen = app.get_subcommands();
  const CLI::App* command = chosen.empty() ? nullptr : chosen.front();
  notice(reason(error, app, command));
  notice("`meso " + (command == nullptr ? std::string() : command->get_name() + " ") +
         "--help` says what there is");
  return kFailed;
}

}  // namespace meso
