#include "runtime/dose.h"

#include <algorithm>
#include <cstdint>

#include "runtime/expected_reps.h"
#include "runtime/recovery.h"

namespace meso {
namespace {

// What the line or the group says of the effort, whatever the place of the set in the line.
std::optional<Decimal> stated_rir(const Line& line, const SetGroup& group, const Edition& edition) {
  if (group.effort && !group.amrap())
    return std::min(group.effort->low.value, group.effort->high.value);
  if (line.to_failure || std::holds_alternative<ToFailure>(group.target)) return Decimal();
  if (std::holds_alternative<MaxReps>(group.target)) return edition.amrap_rir;
  return std::nullopt;
}

// RIR of the group's sets if they came first in the line: 30 (1 / %1RM - 1) - reps, at the harder
// end of both ranges.
std::optional<Decimal> fresh_rir(const SetGroup& group, const Edition& edition) {
  const auto* load = std::get_if<PercentLoad>(&group.load);
  if (!load || group.reps() == nullptr) return std::nullopt;
  const auto most = expected_reps(std::max(load->low, load->high), load->reference, edition);
  if (!most) return std::nullopt;
  return *most - Decimal::whole(std::max(group.reps()->reps.low, group.reps()->reps.high).count);
}

// Reps in reserve are said from 0 to 10; an estimate outside says no more than its end.
Decimal tired_rir(Decimal fresh, int nth, const Edition& edition) {
  const Decimal lost = Decimal::nano(edition.fatigue_per_set.nano() * nth);
  return std::clamp(fresh - lost, Decimal(), Decimal::whole(10));
}

// Where the `+` set stops: its written effort, else the edition's.
Decimal amrap_rir(const SetGroup& group, const Edition& edition) {
  return group.effort ? std::min(group.effort->low.value, group.effort->high.value)
                      : edition.amrap_rir;
}

bool is_amrap_set(const SetGroup& group, int nth_in_group) {
  return group.amrap() && nth_in_group == group.sets.low - 1;
}

Decimal times(Decimal amount, int n) { return Decimal::nano(amount.nano() * n); }

// Work sets as the edition counts them: a test is one, a total is sets of so many reps.
int work_sets(const Prescription& prescription, const Edition& edition) {
  if (prescription.test || !prescription.total_reps) return planned_sets(prescription);
  const int a_set = edition.reps_per_total_set;
  return (*prescription.total_reps + a_set - 1) / a_set;
}

// One line before it is shared out among muscles.
struct LineDose {
  int sets = 0;
  Decimal hard_sets;
  Decimal effort;  // the sum of the effort factors
  Decimal least_rir = Decimal::whole(10);
  bool unknown = false;
};

void add_sets(LineDose& dose, int sets, Decimal rir, const Edition& edition) {
  dose.sets += sets;
  dose.hard_sets += times(counted_as(rir, edition), sets);
  dose.effort += times(effort_factor(rir), sets);
  dose.least_rir = std::min(dose.least_rir, rir);
}

// A set of which nothing is known counts as a hard one, and as RIR 1 in the dose: between the sets
// that a coach leaves unsaid, that errs to the careful side.
void add_unknown(LineDose& dose, int sets) {
  dose.sets += sets;
  dose.hard_sets += Decimal::whole(sets);
  dose.effort += times(effort_factor(Decimal::whole(1)), sets);
  dose.unknown = dose.unknown || sets > 0;
}

void add_group(LineDose& dose, const Line& line, const SetGroup& group, const Edition& edition) {
  const int sets = group.sets.low;
  if (sets <= 0) return;
  if (const auto stated = stated_rir(line, group, edition))
    return add_sets(dose, sets, *stated, edition);
  const int before = dose.sets, plain = sets - (group.amrap() ? 1 : 0);
  if (const auto fresh = fresh_rir(group, edition)) {
    for (int n = 0; n < plain; ++n)
      add_sets(dose, 1, tired_rir(*fresh, before + n, edition), edition);
  } else {
    add_unknown(dose, plain);
  }
  if (group.amrap()) add_sets(dose, 1, amrap_rir(group, edition), edition);
}

// Drops and mini-sets go to the limit, each a part of a set. A cluster only divides its sets.
void add_mini_sets(LineDose& dose, const SetStyle& style, const Edition& edition) {
  using Kind = SetStyle::Kind;
  if (style.kind == Kind::cluster || dose.sets == 0) return;
  const int followed = style.kind == Kind::myo_reps ? dose.sets : 1;
  const Decimal more = times(edition.mini_set, style.mini_sets * followed);
  dose.hard_sets += more;
  dose.effort += more * effort_factor(Decimal());
  dose.least_rir = Decimal();
}

LineDose line_dose(const Line& line, const Prescription& prescription, const Edition& edition) {
  LineDose dose;
  if (prescription.test) {  // a test goes to the limit
    add_sets(dose, 1, Decimal(), edition);
  } else if (prescription.total_reps) {
    const int sets = work_sets(prescription, edition);
    if (line.to_failure)
      add_sets(dose, sets, Decimal(), edition);
    else
      add_unknown(dose, sets);
  } else {
    for (const auto& group : prescription.groups) add_group(dose, line, group, edition);
  }
  if (line.style) add_mini_sets(dose, *line.style, edition);
  return dose;
}

// A group while the session is counted. `line` is the number of the last line that touched it, so
// that alternatives are joined before they are added.
struct Tally {
  GroupDose dose;
  Decimal share;
  bool long_length = false, eccentric = false, touched = false;
  std::uint32_t line = 0;
};

void join_alternatives(std::vector<Tally>& tallies, const Plan& plan, const Line& line,
                       std::uint32_t number) {
  for (const ExerciseId id : line.options) {
    const Exercise& exercise = plan.exercises[id];
    for (const auto& muscle : exercise.muscles) {
      Tally& t = tallies[muscle.group.value];
      if (t.line != number) {
        t.line = number;
        t.share = Decimal();
        t.long_length = t.eccentric = false;
      }
      t.share = std::max(t.share, muscle.share);
      t.long_length = t.long_length || exercise.long_length;
      t.eccentric = t.eccentric || exercise.eccentric;
    }
  }
}

// Nearly every share is 1 or a half, and a full multiplication is what this file spends time on.
Decimal shared(Decimal amount, Decimal share) {
  if (share == Decimal::whole(1)) return amount;
  if (share.nano() == Decimal::kScale / 2) return Decimal::nano(amount.nano() / 2);
  return amount * share;
}

void add_line(Tally& t, const LineDose& line, int lowering_seconds) {
  const bool direct = t.share >= Decimal::whole(1);
  const bool slow = t.eccentric || lowering_seconds >= kEccentricSeconds;
  const Decimal hard = shared(line.hard_sets, t.share);
  Decimal dose = shared(line.effort, t.share);
  if (slow) dose = dose * eccentric_factor(kEccentricSeconds, false);
  if (t.long_length) dose = dose * length_factor(true);
  t.touched = true;
  t.dose.hard_sets += hard;
  if (direct) t.dose.direct_sets += hard;
  t.dose.primary = t.dose.primary || direct;
  t.dose.dose += dose;
  t.dose.least_rir = std::min(t.dose.least_rir, line.least_rir);
  t.dose.unknown_effort = t.dose.unknown_effort || line.unknown;
  t.dose.eccentric = t.dose.eccentric || slow;
  t.dose.lowering_seconds = std::max(t.dose.lowering_seconds, lowering_seconds);
}

// The groups of one line, each once. Marks what it has added with a line number that no line has.
void add_touched(std::vector<Tally>& tallies, const Plan& plan, const Line& line,
                 const LineDose& dose, std::uint32_t number) {
  const int lowering = line.tempo ? std::max(line.tempo->eccentric, 0) : 0;
  for (const ExerciseId id : line.options) {
    for (const auto& muscle : plan.exercises[id].muscles) {
      Tally& t = tallies[muscle.group.value];
      if (t.line != number || t.share <= Decimal()) continue;
      add_line(t, dose, lowering);
      t.line = 0;
    }
  }
}

// Sets that come before this group in whichever stage of the line holds it.
std::optional<int> sets_before(const Line& line, const SetGroup& group) {
  for (const auto& stage : line.stages) {
    int before = 0;
    for (const auto& each : stage.groups) {
      if (&each == &group) return before;
      before += each.sets.low;
    }
  }
  return std::nullopt;
}

}  // namespace

Decimal counted_as(Decimal rir, const Edition& edition) {
  if (rir <= edition.hard_rir) return Decimal::whole(1);
  return rir <= edition.half_rir ? Decimal::nano(Decimal::kScale / 2) : Decimal();
}

std::optional<SetEffort> effort_of(const Line& line, const SetGroup& group, int nth,
                                   const Edition& edition) {
  if (const auto stated = stated_rir(line, group, edition)) return SetEffort{*stated, false};
  // Of a group that stands in none of the line's stages the place isn't known: its hardest set.
  const auto before = sets_before(line, group);
  if (before ? is_amrap_set(group, nth - *before) : group.amrap())
    return SetEffort{amrap_rir(group, edition), false};
  if (const auto fresh = fresh_rir(group, edition))
    return SetEffort{tired_rir(*fresh, nth, edition), true};
  return std::nullopt;
}

Decimal hard_sets(const Line& line, const Prescription& prescription, const Edition& edition) {
  return line_dose(line, prescription, edition).hard_sets;
}

std::vector<GroupDose> session_dose(const Plan& plan, const Session& session,
                                    const Edition& edition) {
  std::vector<Tally> tallies(plan.groups.size());
  std::uint32_t number = 0;
  for (const auto& line : session.lines) {
    ++number;
    if (line.stages.empty()) continue;
    const LineDose dose = line_dose(line, line.stages.front(), edition);
    if (dose.sets == 0) continue;
    join_alternatives(tallies, plan, line, number);
    add_touched(tallies, plan, line, dose, number);
  }
  std::vector<GroupDose> touched;
  touched.reserve(tallies.size());
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    if (!tallies[i].touched) continue;
    tallies[i].dose.group = GroupId{static_cast<std::uint32_t>(i)};
    touched.push_back(tallies[i].dose);
  }
  return touched;
}

bool trains_nothing(const Plan& plan, const Line& line) {
  return std::all_of(line.options.begin(), line.options.end(),
                     [&](ExerciseId id) { return plan.exercises[id].muscles.empty(); });
}

Decimal share_of(const Plan& plan, const Line& line, GroupId group) {
  Decimal most;
  for (const ExerciseId lift : line.options)
    for (const MuscleShare& muscle : plan.exercises[lift].muscles)
      if (muscle.group == group) most = std::max(most, muscle.share);
  return most;
}

std::vector<MuscleShare> shares_of(const Plan& plan, const Line& line) {
  std::vector<MuscleShare> out;
  for (const ExerciseId id : line.options)
    for (const MuscleShare& muscle : plan.exercises[id].muscles) {
      const auto known = std::find_if(
          out.begin(), out.end(), [&](const MuscleShare& m) { return m.group == muscle.group; });
      if (known == out.end())
        out.push_back(muscle);
      else
        known->share = std::max(known->share, muscle.share);
    }
  return out;
}

bool trains(const GroupDose& dose, const Edition& edition) {
  return dose.primary || dose.hard_sets >= edition.trains_sets;
}

bool spares(const GroupDose& dose, Decimal session_sets, const Edition& edition) {
  return dose.hard_sets <= edition.spares_sets &&
         dose.hard_sets <= percent_of(edition.spares_percent, session_sets);
}

Decimal session_sets(const Session& session, const Edition& edition) {
  int sets = 0;
  for (const auto& line : session.lines)
    if (!line.stages.empty()) sets += work_sets(line.stages.front(), edition);
  return Decimal::whole(sets);
}

}  // namespace meso
