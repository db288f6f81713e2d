#include "compiler/driver/athlete_input.h"

#include "compiler/catalogue/catalogue.h"
#include "compiler/driver/inputs.h"

namespace meso {
namespace {

ExerciseNames catalogue_names() {
  return {[](std::string_view name) -> std::optional<std::string> {
            const CatalogueExercise* found = built_in_catalogue().find(name);
            return found == nullptr ? std::nullopt : std::optional<std::string>(found->name);
          },
          [](std::string_view name) { return built_in_catalogue().nearest_exercises(name); }};
}

}  // namespace

AthleteInput read_athlete_file(const std::string& path, const FileSystem& files, SourceSet& sources,
                               Sink& sink) {
  if (path.empty()) return {};
  const auto file = read_input(path, path, files, sources);
  if (!file) return {std::nullopt, true};
  AthleteInput out{read_athlete(sources[*file], *file, catalogue_names(), sink), false};
  out.failed = !out.athlete || sink.has_errors();
  return out;
}

}  // namespace meso
