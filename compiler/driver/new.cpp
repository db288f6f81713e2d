// Plans to start from: the texts of lib/new/.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/driver/commands.h"

namespace meso {
namespace {

constexpr std::string_view kFolder = "new/", kEnding = ".meso";

struct Starter {
  std::string_view name;  // "four-day"
  std::string_view text;

  // Its first line, a comment, says in one sentence what it is.
  std::string_view summary() const {
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.substr(std::min(line.find_first_not_of("# "), line.size()));
  }
};

std::vector<Starter> starters() {
  std::vector<Starter> out;
  for (const EmbeddedText& embedded : embedded_texts()) {
    if (!embedded.name.starts_with(kFolder)) continue;
    const std::string_view name = embedded.name.substr(kFolder.size());
    out.push_back({name.substr(0, name.size() - kEnding.size()), embedded.text});
  }
  return out;
}

int list_starters() {
  for (const Starter& starter : starters()) {
    std::string line = "  " + std::string(starter.name);
    line.resize(std::max<std::size_t>(line.size() + 2, 14), ' ');
    print(line + std::string(starter.summary()) + "\n");
  }
  print("\nmeso new NAME prints one; meso new NAME -o plan.meso writes it.\n");
  return kClean;
}

int report_unknown(const std::string& name) {
  std::vector<std::string_view> known;
  std::vector<std::string> shown;
  for (const Starter& starter : starters()) {
    known.push_back(starter.name);
    shown.push_back("`" + std::string(starter.name) + "`");
  }
  const auto near = nearest(name, known, 1);
  notice("there is no starting plan `" + name.substr(0, 80) + "`" +
         (near.empty() ? "" : ": did you mean `" + near.front() + "`?"));
  notice("there are " + join_and(shown));
  return kFailed;
}

int write(const Starter& starter, const std::string& path, FileSystem& files) {
  if (files.exists(path)) {
    notice(path + " is there already and was left as it is: name another file");
    return kFailed;
  }
  if (const auto error = files.write(path, starter.text)) {
    notice(path + " can't be written: " + error->reason);
    return kFailed;
  }
  print(path + "\n");
  return kClean;
}

}  // namespace

int run_new(const NewOptions& options, FileSystem& files) {
  if (options.name.empty() || options.list) {
    if (!options.output.empty()) {
      notice("which starting plan is to be written? meso new lists them");
      return kFailed;
    }
    return list_starters();
  }
  for (const Starter& starter : starters()) {
    if (!equal_ignoring_case(starter.name, options.name)) continue;
    if (!options.output.empty()) return write(starter, options.output, files);
    print(starter.text);
    return kClean;
  }
  return report_unknown(options.name);
}

}  // namespace meso
