#include <array>
#include <functional>
#include <vector>

#include "base/text.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/explain_place.h"
#include "compiler/guidelines/explain.h"
#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

// What a topic stands for, or nothing. Tried from the top.
using Lookup = std::string (*)(const std::string& topic);

std::string default_gate(const std::string& topic) {
  return equal_ignoring_case(topic, "ready") ? std::string(embedded_text("ready.meso")) : "";
}

// As it is in force here: by the configuration of the working folder.
int explain_guideline(const Guideline& guideline, const ProjectChoice& choice,
                      const FileSystem& files) {
  SourceSet sources;
  Projects projects(files, sources, choice);
  const auto project = projects.of("plan.meso");
  if (project == nullptr) return kFailed;
  const auto& edition = project->config.edition;
  const CompileOptions how = projects.options_for(*project, "plan.meso");
  print(explain(guideline, edition ? edition->value : editions().back().year, how.settings.get()));
  return kClean;
}

std::string kind_text(const std::string& topic) {
  for (const KindRow& row : all_kinds())
    if (equal_ignoring_case(row.kind.code, topic) || equal_ignoring_case(row.kind.name, topic))
      return std::string(row.kind.name) + " (" + std::string(row.kind.code) + ")\n\n  " +
             std::string(text(row.kind.severity)) + ": " + std::string(row.what) + "\n";
  return {};
}

// By the first word, so that `at least` and a whole line are understood too.
std::string keyword_text(const std::string& topic) {
  std::string out;
  std::string_view above;
  for (const KeywordInfo& word : keyword(topic.substr(0, topic.find(' ')))) {
    const LineKindInfo& line = info(word.kind);
    const std::string name(word.word);
    if (!out.empty()) out += "\n";
    if (word.word != above) out += name + "\n\n";
    above = word.word;
    out += wrapped("`" + name + "` " + std::string(word.meaning) + ".", "  ") + "\n  stands " +
           (word.kind == LineKind::plan ? "at " : "under ") + std::string(line.home) +
           ", for example\n    " + std::string(word.example) + "\n";
  }
  return out;
}

constexpr std::array<Lookup, 3> kLookups = {default_gate, kind_text, keyword_text};

std::vector<std::string_view> topics() {
  std::vector<std::string_view> names = {"ready"};
  for (const Guideline* g : all_guidelines()) {
    names.push_back(g->name);
    names.push_back(g->code);
  }
  for (const KindRow& row : all_kinds()) {
    names.push_back(row.kind.name);
    names.push_back(row.kind.code);
  }
  for (const std::string_view opener : openers()) names.push_back(opener);
  return names;
}

int report_unknown(const std::string& topic) {
  std::vector<std::string> near;
  for (const std::string& n : nearest(topic, topics())) near.push_back("`" + n + "`");
  notice("nothing is called `" + topic.substr(0, 80) + "`" +
         (near.empty() ? "" : ": did you mean " + join_or(near) + "?"));
  if (const CatalogueExercise* exercise = built_in_catalogue().find(topic))
    notice("it is an exercise: meso catalog " + std::string(exercise->name));
  notice(
      "`meso guidelines` lists the guidelines; messages carry their name and code in [brackets]; a "
      "line of a plan is FILE:LINE");
  return kFailed;
}

}  // namespace

int run_explain(const ExplainOptions& options, const FileSystem& files) {
  const std::string& topic = options.topic;
  if (const Guideline* guideline = find_guideline(topic))
    return explain_guideline(*guideline, options.project, files);
  for (const Lookup look : kLookups)
    if (const std::string text = look(topic); !text.empty()) {
      print(text);
      return kClean;
    }
  if (const auto place = place_in_plan(topic, files))
    return run_explain_place(*place, options.project, files);
  return report_unknown(topic);
}

}  // namespace meso
