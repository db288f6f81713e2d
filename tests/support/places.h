// Places of a compiled text as commands print them: "plan.meso:33".
#pragma once

#include <functional>
#include <string>

#include "compiler/driver/places.h"
#include "compiler/model/model.h"
#include "compiler/verify/mend.h"
#include "tests/support/compile_text.h"

namespace meso::test {

inline std::function<std::string(SourceId)> places_in(const CompiledText& plan) {
  return [places = places_of(plan.compiled, plan.sources),
          path = plan.sources[plan.compiled.file].path()](SourceId source) {
    if (source.value >= places.size()) return path;
    const PlanPlace& at = places[source.value];
    const std::string& file = at.file.empty() ? path : at.file;
    return file.substr(file.rfind('/') + 1) + ":" + std::to_string(at.line);
  };
}

// As `meso check` looks for them.
inline MendOptions usual_mends() {
  MendOptions how;
  how.default_gate = [] { return default_gate(built_in_catalogue()); };
  return how;
}

}  // namespace meso::test
