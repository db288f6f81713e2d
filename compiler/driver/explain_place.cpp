#include "compiler/driver/explain_place.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/pipeline.h"
#include "compiler/explain/explain_line.h"

namespace meso {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<PlanPlaceName> split(const std::string& topic) {
  const std::size_t colon = topic.rfind(':');
  if (colon == std::string::npos || colon == 0 || !is_number(topic.substr(colon + 1)))
    return std::nullopt;
  return PlanPlaceName{topic.substr(0, colon), topic.substr(colon + 1)};
}

// Zero-based; nothing (and said) where the file has no such line.
std::optional<std::uint32_t> line_in(const SourceFile& file, const std::string& number) {
  const std::size_t count = file.line_count() - (file.text().ends_with('\n') ? 1 : 0);
  const auto value = Decimal::parse(number);
  const std::int64_t line = value ? value->floor() : 0;
  if (value && line >= 1 && static_cast<std::uint64_t>(line) <= count)
    return static_cast<std::uint32_t>(line - 1);
  notice(file.path() + " has no line " + number.substr(0, 20) + ": " +
         (value && line == 0 ? "lines are counted from 1"
                             : "it has " + counted(static_cast<long>(count), "line")));
  return std::nullopt;
}

std::vector<Diagnostic> said_of(const Sink& sink, FileId id, const SourceFile& file,
                                std::uint32_t line) {
  std::vector<Diagnostic> out;
  for (const Diagnostic& d : sink.all())
    if (d.primary.span.file == id && file.line_of(d.primary.span.begin) == line) out.push_back(d);
  return out;
}

bool is_mistake(const Diagnostic& d) {
  return d.kind.severity == Severity::error && !d.is_guideline;
}

void add_list(std::string& out, std::string_view title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  out += "\n  " + std::string(title) + "\n";
  for (const std::string& item : items) out += wrapped(item, "    ");
}

std::string explanation_text(const Explanation& e, const SourceFile& file, std::uint32_t line) {
  std::string out = file.path() + ":" + std::to_string(line + 1) + ", " + e.what + "\n\n";
  for (const std::string& sentence : e.sentences) out += wrapped(sentence, "  ");
  add_list(out, "By default", e.defaults);
  add_list(out, "In these words", e.meanings);
  return out;
}

void note_other_mistakes(const Sink& sink) {
  const auto mistakes = std::count_if(sink.all().begin(), sink.all().end(), is_mistake);
  if (mistakes > 0)
    notice("the plan has " + counted(mistakes, "mistake") +
           " in other lines, so this may not be all of it: meso check says which");
}

}  // namespace

std::optional<PlanPlaceName> place_in_plan(const std::string& topic, const FileSystem& files) {
  const auto place = split(topic);
  if (!place || place->path == "-" || files.exists(place->path)) return place;
  const auto with_column = split(place->path);
  return with_column && files.exists(with_column->path) ? with_column : place;
}

int run_explain_place(const PlanPlaceName& place, const ProjectChoice& choice,
                      const FileSystem& files) {
  SourceSet sources;
  const auto id = read_input(place.path, "<stdin>", files, sources);
  if (!id) return kFailed;
  const SourceFile& file = sources[*id];
  const auto line = line_in(file, place.line);
  if (!line) return kFailed;
  Sink sink;
  Projects projects(files, sources, choice);
  const auto project = projects.of(place.path);
  if (project == nullptr) return kFailed;
  const Compiled compiled = compile(sources, *id, sink, projects.options_for(*project, place.path));
  const std::vector<Diagnostic> said = said_of(sink, *id, file, *line);
  const bool mistaken = std::any_of(said.begin(), said.end(), is_mistake);
  if (!mistaken)
    print(explanation_text(
        explain_line({compiled.tree, compiled.model, compiled.plan, *compiled.edition, file.text()},
                     *line),
        file, *line));
  if (!said.empty())
    print((mistaken ? "" : "\n") + render_text(said, sources, {colour_on_stdout({})}));
  if (!mistaken) note_other_mistakes(sink);
  return mistaken ? kFindings : kClean;
}

}  // namespace meso
