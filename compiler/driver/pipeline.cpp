#include "compiler/driver/pipeline.h"

#include <utility>

#include "compiler/catalogue/catalogue.h"
#include "compiler/lower/lower.h"
#include "compiler/syntax/parse.h"
#include "compiler/verify/never_reached.h"

namespace meso {
namespace {

std::vector<AllowRange> allow_ranges(const Model& model) {
  std::vector<AllowRange> ranges;
  for (const AllowScope& scope : model.allow_scopes)
    ranges.push_back({scope.allow, scope.covers, scope.line});
  return ranges;
}

const Edition* edition_in_force(const Plan& plan, std::span<const Edition> editions) {
  for (const Edition& edition : editions)
    if (edition.year == plan.edition) return &edition;
  return &editions.front();
}

// A project that holds all its plans to one edition hears of those that name another.
void check_required_edition(const Compiled& compiled, const CompileOptions& options, Sink& own) {
  if (!options.edition || compiled.plan.edition == options.edition->value) return;
  const std::string required = std::to_string(options.edition->value);
  for (const Statement& s : compiled.tree.statements)
    if (s.kind == LineKind::guidelines)
      own.report(kind::other_edition, compiled.tree.span_of(s),
                 "this plan is checked by edition " + std::to_string(compiled.plan.edition) +
                     ", and its project asks for " + required)
          .also(options.edition->place, "asked for here")
          .fix({"write `guidelines " + required + "`", compiled.tree.span_of(s),
                "guidelines " + required, false});
}

Compiled compiled_alone(const SourceSet& sources, Parsed parsed, Sink& own,
                        const CompileOptions& options) {
  Compiled out;
  out.file = parsed.file;
  out.tree = std::move(parsed.tree);
  out.libraries = std::move(parsed.libraries);
  own = std::move(parsed.sink);
  const EditionChoice editions{options.editions, options.edition ? options.edition->value : 0};
  out.model = build_model(out.tree, sources, built_in_catalogue(), own, out.libraries, editions);
  out.plan = lower(out.model, own);
  if (options.athlete_level) out.plan.level = *options.athlete_level;
  out.edition = edition_in_force(out.plan, options.editions);
  if (!own.has_errors()) check_never_reached(out.plan, *out.edition, out.model.sources, own);
  out.is_sound = !own.has_errors() && !out.model.is_library;
  check_required_edition(out, options, own);  // no reason to hold back what the plan's own finds
  return out;
}

void hand_over(Sink&& own, Sink& sink) {
  own.sort();
  sink.add(std::move(own));
}

}  // namespace

Parsed parse_with_libraries(const SourceSet& sources, FileId file, const CompileOptions& options) {
  Parsed out;
  out.file = file;
  out.tree = parse(sources[file], file, out.sink);
  out.libraries = read_libraries(out.tree, sources, options.read, options.libraries, out.sink);
  return out;
}

Compiled compile_unchecked(const SourceSet& sources, FileId file, Sink& sink,
                           const CompileOptions& options) {
  Sink own;
  Compiled out =
      compiled_alone(sources, parse_with_libraries(sources, file, options), own, options);
  hand_over(std::move(own), sink);
  return out;
}

Compiled compile(const SourceSet& sources, Parsed parsed, Sink& sink,
                 const CompileOptions& options) {
  Sink own;
  Compiled out = compiled_alone(sources, std::move(parsed), own, options);
  if (out.is_sound) {
    GuidelineOptions how;
    how.guidelines = options.guidelines;
    how.settings = options.settings.get();
    how.today = options.today;
    how.default_gate = [] { return default_gate(built_in_catalogue()); };
    out.allowed = check_guidelines(out.plan, *out.edition, out.model.sources,
                                   allow_ranges(out.model), own, std::move(how));
    out.guidelines_checked = true;
  }
  hand_over(std::move(own), sink);
  return out;
}

Compiled compile(const SourceSet& sources, FileId file, Sink& sink, const CompileOptions& options) {
  return compile(sources, parse_with_libraries(sources, file, options), sink, options);
}

}  // namespace meso
