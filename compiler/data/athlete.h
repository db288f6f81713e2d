// The athlete file:
//
//   name: Sam Example
//   units: kg
//   level: intermediate
//   bodyweight: 82 kg
//   1RM: {back squat: 160 kg, bench press: 110 kg}
//   training max: {deadlift: 180 kg}
//   5RM: {overhead press: 55 kg}
//   increments: {barbell: 2.5 kg, dumbbell: 2 kg}
//   bar: 20 kg
//   plates: [25 kg, 20 kg, 15 kg, 10 kg, 5 kg, 2.5 kg, 1.25 kg]
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/data/yaml.h"
#include "runtime/athlete.h"

namespace meso {

// How exercise names are looked up, so that this folder needs no catalogue: gives the canonical
// name, or nothing; `suggest` gives the nearest names.
struct ExerciseNames {
  std::function<std::optional<std::string>(std::string_view)> canonical;
  std::function<std::vector<std::string>(std::string_view)> suggest;
};

// Nothing when the file has errors (all of them are in the sink, each with its line): unknown keys
// (nearest key), unknown exercises, loads without or with a wrong unit, loads of 0, below 0 or
// above 1000 kg, an exercise given twice, a list where a map is wanted. Keys, units and levels may
// be written in any case.
std::optional<Athlete> read_athlete(const SourceFile& file, FileId id, const ExerciseNames& names,
                                    Sink& sink);

}  // namespace meso
