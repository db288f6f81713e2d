#include "compiler/driver/pipeline.h"

#include "compiler/lower/lower.h"
#include "compiler/syntax/parse.h"
#include "compiler/verify/never_reached.h"

namespace meso {
namespace {

std::vector<AllowRange> allow_ranges(const Model& model) {
  std::vector<AllowRange> ranges;
  for (const AllowScope& scope : model.allow_scopes) ranges.push_back({scope.allow, scope.covers});
  return ranges;
}

const Edition* edition_in_force(const Plan& plan) {
  const Edition* named = edition_of(plan.edition);
  return named != nullptr ? named : &editions().front();
}

Compiled compiled_alone(const SourceSet& sources, FileId file, const Catalogue& catalogue,
                        Sink& own, std::optional<Level> athlete_level, const ReadLibrary& read) {
  Compiled out;
  out.file = file;
  out.tree = parse(sources[file], file, own);
  out.libraries = read_libraries(out.tree, sources, read, own);
  out.model = build_model(out.tree, sources, catalogue, own, out.libraries);
  out.plan = lower(out.model, own);
  if (athlete_level) out.plan.level = *athlete_level;
  out.edition = edition_in_force(out.plan);
  if (!own.has_errors()) check_never_reached(out.plan, *out.edition, out.model.sources, own);
  out.is_sound = !own.has_errors() && !out.model.is_library;
  return out;
}

void hand_over(Sink&& own, Sink& sink) {
  own.sort();
  sink.add(std::move(own));
}

}  // namespace

Compiled compile_unchecked(const SourceSet& sources, FileId file, const Catalogue& catalogue,
                           Sink& sink, std::optional<Level> athlete_level,
                           const ReadLibrary& read) {
  Sink own;
  Compiled out = compiled_alone(sources, file, catalogue, own, athlete_level, read);
  hand_over(std::move(own), sink);
  return out;
}

Compiled compile(const SourceSet& sources, FileId file, const Catalogue& catalogue, Sink& sink,
                 std::optional<Level> athlete_level, const ReadLibrary& read) {
  Sink own;
  Compiled out = compiled_alone(sources, file, catalogue, own, athlete_level, read);
  if (out.is_sound) {
    out.allowed =
        check_guidelines(out.plan, *out.edition, out.model.sources, allow_ranges(out.model), own,
                         [&catalogue] { return default_gate(catalogue); });
    out.guidelines_checked = true;
  }
  hand_over(std::move(own), sink);
  return out;
}

}  // namespace meso
