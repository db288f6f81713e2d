// What a line of a session prescribes: sets, reps, loads, effort.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/quantity.h"
#include "runtime/athlete.h"

namespace meso {

// A place in the plan's text, opaque here; the compiler holds the table behind it.
using SourceId = Id<struct SourceTag>;

using ExerciseId = Id<struct ExerciseTag>;  // into Plan::exercises

// How the load of a set is given. `low` and `high` differ for ranges such as 70-75%.
struct NoLoad {  // nothing written: the athlete's working load
  friend constexpr bool operator==(NoLoad, NoLoad) = default;
};
struct OpenLoad {  // `open`: the athlete finds it on the day
  friend constexpr bool operator==(OpenLoad, OpenLoad) = default;
};
struct AbsoluteLoad {
  Load low, high;
  friend constexpr bool operator==(AbsoluteLoad, AbsoluteLoad) = default;
};
struct PercentLoad {  // of a reference of `of`
  Percent low, high;
  ReferenceKind reference;
  ExerciseId of;
  friend constexpr bool operator==(PercentLoad, PercentLoad) = default;
};
struct BodyweightLoad {  // plus (or minus: assistance) a load
  std::optional<Load> added;
  friend constexpr bool operator==(BodyweightLoad, BodyweightLoad) = default;
};
struct TopSetLoad {  // back-off: the line's heaviest set less a percentage or a load
  std::optional<Quantity> less;
  friend constexpr bool operator==(TopSetLoad, TopSetLoad) = default;
};
using LoadSpec =
    std::variant<NoLoad, OpenLoad, AbsoluteLoad, PercentLoad, BodyweightLoad, TopSetLoad>;

// Effort as reps in reserve. `as_rpe` keeps the author's scale for print.
struct Effort {
  Rir low, high;
  bool as_rpe = false;
  friend constexpr bool operator==(Effort, Effort) = default;
};

// What each set of a group aims at.
struct RepTarget {
  RepRange reps;
  bool amrap = false;  // `+` on the last set of the group: as many as possible, at least `low`
  friend constexpr bool operator==(RepTarget, RepTarget) = default;
};
struct TimeTarget {
  TimeRange time;
  friend constexpr bool operator==(TimeTarget, TimeTarget) = default;
};
struct DistanceTarget {
  DistanceRange distance;
  friend constexpr bool operator==(DistanceTarget, DistanceTarget) = default;
};
struct MaxReps {  // `max`: as many as possible, no minimum
  friend constexpr bool operator==(MaxReps, MaxReps) = default;
};
struct ToFailure {  // `F`
  friend constexpr bool operator==(ToFailure, ToFailure) = default;
};
using SetTarget = std::variant<RepTarget, TimeTarget, DistanceTarget, MaxReps, ToFailure>;
// The bare numbers: reps, seconds or meters; 0 where the target has none.
Range amount_of(const SetTarget& target);

// `3-4x6-8+ 75% @ RIR 2`: so many sets of one kind.
struct SetGroup {
  Range sets;
  SetTarget target;
  LoadSpec load;
  // What weeks and repeats change of it: the load is `load` x percent + added. Percentages and
  // absolute loads carry their percent in themselves.
  Percent load_percent = kWhole;
  std::optional<Load> load_added;
  std::optional<Effort> effort;
  SourceId source;

  const RepTarget* reps() const { return std::get_if<RepTarget>(&target); }
  bool amrap() const { return reps() != nullptr && reps()->amrap; }
};
// Equal in all that is prescribed; the place in the text doesn't count.
bool same_prescription(const SetGroup& a, const SetGroup& b);

// `test 5RM`, `test max reps`.
struct TestSpec {
  bool max_reps = false;
  int reps = 1;  // nRM
  friend constexpr bool operator==(TestSpec, TestSpec) = default;
};

struct Prescription {
  std::vector<SetGroup> groups;
  std::optional<int> total_reps;  // `50 reps`: in as many sets as it takes
  std::optional<TestSpec> test;
};

bool same_prescription(const Prescription& a, const Prescription& b);

// Work sets as planned: the low end of `3-4x...`. `50 reps` counts as reps / 10, rounded up; a test
// counts as one set.
int planned_sets(const Prescription& prescription);

// Tempo in seconds: lowering, bottom, lifting, top; -1 stands for `X` (explosive).
struct Tempo {
  int eccentric = 0, bottom = 0, concentric = 0, top = 0;
  friend constexpr bool operator==(Tempo, Tempo) = default;
};

}  // namespace meso
