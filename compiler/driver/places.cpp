#include "compiler/driver/places.h"

namespace meso {

std::string path_from(const std::string& plan, const std::string& library) {
  const std::string folder = plan.substr(0, plan.rfind('/') + 1);
  return library.starts_with(folder) ? library.substr(folder.size()) : library;
}

std::vector<PlanPlace> places_of(const Compiled& compiled, const SourceSet& sources) {
  std::vector<PlanPlace> places;
  for (const Span span : compiled.model.sources) {
    const LineColumn at = sources.place(span);
    const bool own = span.file == compiled.file;
    places.push_back({at.line, at.column,
                      own ? std::string()
                          : path_from(sources[compiled.file].path(), sources[span.file].path())});
  }
  return places;
}

}  // namespace meso
