// The third layer: exact loads and maxes. Nothing decides by it; it is changed by rules and read by
// what is prescribed.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "runtime/athlete.h"
#include "runtime/set_loads.h"
#include "runtime/step/done.h"
#include "runtime/step/run_plan.h"

namespace meso {

// What one set was to be. Where the plan itself asks for something else than the last time (another
// week of a wave), there is nothing to compare.
struct AskedShape {
  int least = 0, most = 0;
  Decimal percent;       // of a max
  Decimal load_percent;  // of the week
  friend bool operator==(const AskedShape&, const AskedShape&) = default;
};

// One set as it went.
struct SetResult {
  int amount = 0;                   // reps or seconds
  std::optional<AskedShape> asked;  // nothing where nothing of the kind was asked for
  std::optional<Rir> rir;
  friend bool operator==(const SetResult&, const SetResult&) = default;
};

// What was lifted the last time, for "better than last". Where no rule of the plan asks for that,
// nothing is estimated, and sets don't say what was asked.
struct LastTime {
  ExerciseId exercise;
  Decimal best;  // estimated max of the best set; where no load is known, its reps or seconds
  Decimal load;  // the heaviest
  std::vector<SetResult> sets;
  bool comparable = true;  // false: the load was cut or the sets changed since
  friend bool operator==(const LastTime&, const LastTime&) = default;
};

// What rules have made of the loads of one progression: written load x factor + added.
struct LoadState {
  std::vector<std::pair<ExerciseId, Load>> found;  // where nothing is written: by the athlete
  Decimal factor = Decimal::whole(100);            // percent
  Decimal added;                                   // in the plan's unit
  std::vector<std::optional<Load>> by_stage;       // the last exact load of each stage
  std::optional<LastTime> last;

  const Load* found_for(ExerciseId exercise) const;
  void find(ExerciseId exercise, Load load);
  friend bool operator==(const LoadState&, const LoadState&) = default;
};

// Maxes and bodyweight, as the athlete brought them and as rules and tests changed them.
class References {
 public:
  References() = default;
  References(const Plan& plan, const Athlete* athlete);

  // In the plan's unit; nothing when nobody said. For bodyweight `of` means nothing.
  std::optional<Load> value(const Plan& plan, ReferenceKind kind, ExerciseId of) const;
  void set(ReferenceKind kind, ExerciseId of, Load value);

  friend bool operator==(const References&, const References&) = default;

 private:
  struct Known {
    ReferenceKind kind;
    ExerciseId of;
    Load value;
    friend bool operator==(const Known&, const Known&) = default;
  };
  const Known* find(ReferenceKind kind, ExerciseId of) const;
  std::vector<Known> known_;
};

// Makes the written sets what the progression has come to: loads only.
void apply_load(const RunPlan& run, const LoadState& state, const Line& line, ExerciseId exercise,
                Prescription& prescription);
// Exact loads of the prescription's groups, before what weeks and gates change is applied. Into
// `exact`, for its memory.
void exact_loads(const RunPlan& run, const References& references, const Prescription& prescription,
                 std::vector<ExactLoad>& exact);
// The heaviest of them; nothing when none is known.
std::optional<Load> heaviest(const RunPlan& run, const Prescription& prescription,
                             const std::vector<ExactLoad>& exact);
// The same of `written`, as the progression makes of it.
std::optional<Load> working_load(const RunPlan& run, const References& references,
                                 const Prescription& written, const LoadState& state,
                                 const Line& line, ExerciseId exercise);

// ---- what rules do ----------------------------------------------------------------------------

void scale(LoadState& state, Decimal percent);
void add(LoadState& state, Decimal amount);
void set_to(LoadState& state, Load load);
void to_start(LoadState& state);

// ---- strength ---------------------------------------------------------------------------------

// What a set shows of a lift: its estimated max. Nobody tells six reps left from eight, so a set
// with many left shows that much `at_least`: it can tell strength as usual, never strength lost.
struct StrengthShown {
  ExerciseId exercise;
  Decimal estimate;
  bool at_least = false;
  friend bool operator==(const StrengthShown&, const StrengthShown&) = default;
};

// Estimated maxes of the last times that a lift was probed or trained.
struct Strength {
  static constexpr std::size_t kMost = 8;
  std::array<Decimal, kMost> recent;
  std::size_t count = 0;

  void add(Decimal estimate, int history);
  std::optional<Decimal> usual() const;  // their median
  friend bool operator==(const Strength&, const Strength&) = default;
};

}  // namespace meso
