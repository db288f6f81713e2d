// Differences of single weeks, gathered so that equal ones are said once. Private to
// compiler/compare.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/compare/compare.h"

namespace meso {

// One difference with the place where it stands: a week as a whole, a session, an exercise.
struct WeekEntry {
  std::string session;   // empty: of the week
  std::string exercise;  // empty: of the session
  std::optional<Difference> difference;
  std::optional<VolumeDifference> hard_sets;
};

class WeekGatherer {
 public:
  void add(int week, WeekEntry entry);
  // `common`: so many weeks both versions have.
  std::vector<WeekDifferences> gathered(int common) const;

 private:
  struct Gathered {
    WeekEntry entry;
    std::vector<int> weeks;
  };
  std::vector<Gathered> entries_;                           // in the order of their first week
  std::map<std::string, std::vector<std::size_t>> places_;  // of equal entries in the above
};

}  // namespace meso
