// R19 / M119: a lift gets harder on three axes at once.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/growth.h"
#include "compiler/verify/lift_demand.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

std::string names_of(AxisSet axes) {
  std::vector<std::string> names;
  for (std::size_t a = 0; a < kAxes; ++a)
    if (const auto axis = static_cast<Axis>(a); (axes & axis_bit(axis)) != 0)
      names.emplace_back(text(axis));
  return join_and(names);
}

// ---- from week to week ----

struct Jump {
  ExerciseId exercise;
  AxisSet axes = 0;
};

// The last loading passes in which a lift stood: one that was held or eased lowers nothing.
class Weeks {
 public:
  explicit Weeks(const GuidelineCheck& check)
      : check_(check), kept_(static_cast<std::size_t>(check.edition.baseline_passes)) {}

  std::vector<Jump> enter(std::size_t pass) {
    const std::vector<LiftDemand> lifts = demands_of(check_.facts, pass);
    std::vector<Jump> jumps;
    const GroupSet novel = newly_worked(lifts);
    for (const LiftDemand& lift : lifts)
      if (const AxisSet axes = risen(lift, novel); axes != 0)
        jumps.push_back({lift.exercise, axes});
    for (const LiftDemand& lift : lifts) remember(lift);
    return jumps;
  }

 private:
  // Groups that a lift works which the athlete hasn't done, here or before the plan.
  GroupSet newly_worked(const std::vector<LiftDemand>& lifts) const {
    GroupSet groups = 0;
    if (known_.empty()) return groups;  // the first week has nothing to be compared with
    for (const LiftDemand& lift : lifts)
      if (!known_.contains(lift.exercise.value) && !check_.plan.exercises[lift.exercise].familiar)
        groups |= direct_groups(lift.exercise);
    return groups;
  }
  GroupSet direct_groups(ExerciseId exercise) const {
    GroupSet groups = 0;
    for (const MuscleShare& muscle : check_.plan.exercises[exercise].muscles)
      if (muscle.share >= Decimal::whole(1)) groups |= group_bit(muscle.group);
    return groups;
  }
  AxisSet risen(const LiftDemand& lift, GroupSet novel) const {
    const auto at = known_.find(lift.exercise.value);
    if (at == known_.end()) return 0;
    AxisSet axes = static_cast<AxisSet>(~AxisSet{0});
    for (const LiftDemand& before : at->second) axes &= harder_than(lift, before);
    if (axes != 0 && (novel & direct_groups(lift.exercise)) != 0) axes |= axis_bit(Axis::novelty);
    return axes;
  }
  void remember(const LiftDemand& lift) {
    std::vector<LiftDemand>& known = known_[lift.exercise.value];
    known.push_back(lift);
    if (known.size() > kept_) known.erase(known.begin());
  }

  const GuidelineCheck& check_;
  std::size_t kept_;
  std::map<std::uint32_t, std::vector<LiftDemand>> known_;
};

void report_week(GuidelineCheck& check, const Pass& pass, const std::vector<Jump>& jumps) {
  const Plan& plan = check.plan;
  const Jump& first = jumps.front();
  Diagnostic& d = check.report(place_of(plan, pass),
                               plan.exercises[first.exercise].name + " gets harder on " +
                                   std::to_string(count_axes(first.axes)) + " axes at once in " +
                                   pass_name(plan, pass) + ": " + names_of(first.axes));
  d.label("from " + check.threshold("warn from").text() +
          " axes on nobody can tell which one was too much");
  for (std::size_t i = 1; i < jumps.size(); ++i)
    d.note(plan.exercises[jumps[i].exercise].name + ": " + names_of(jumps[i].axes));
  d.advise("raise one thing at a time, the others in the weeks behind it")
      .advise("or take one back for the other: a rise of load with fewer reps isn't counted");
}

void check_weeks(GuidelineCheck& check) {
  const Decimal most = check.threshold("warn from");
  Weeks weeks(check);
  std::set<std::uint32_t> told;  // what each run of a block does again is told once
  for (std::size_t p = 0; p < check.facts.passes.size(); ++p) {
    const Pass& pass = check.facts.passes[p];
    if (!is_loading(pass)) continue;
    std::vector<Jump> jumps = weeks.enter(p);
    std::erase_if(jumps,
                  [&](const Jump& jump) { return Decimal::whole(count_axes(jump.axes)) < most; });
    if (!jumps.empty() && told.insert(place_of(check.plan, pass).value).second)
      report_week(check, pass, jumps);
  }
}

// ---- by a rule ----

Axis axis_of(Changes what) {
  switch (what) {
    case Changes::sets: return Axis::sets;
    case Changes::rir: return Axis::effort;
    case Changes::rest: return Axis::rest;
    case Changes::reps:
    case Changes::time:
    case Changes::distance: return Axis::reps;
    default: return Axis::load;
  }
}

// What one firing of the clause makes harder.
AxisSet axes_of(const RuleClause& clause) {
  AxisSet axes = 0;
  bool eased = false;
  for (const Action& action : clause.actions) {
    const auto* change = std::get_if<Change>(&action);
    if (change == nullptr || change->what == Changes::gap) continue;
    const AxisSet bit = axis_bit(axis_of(change->what));
    if (is_growth(*change))
      axes |= bit;
    else
      eased = eased || (bit & kWorkAxes) != 0;
  }
  return eased ? axes & static_cast<AxisSet>(~kWorkAxes) : axes;
}

void check_rules(GuidelineCheck& check) {
  const Decimal most = check.threshold("warn from");
  std::set<std::uint32_t> called;
  for (const Progression& progression : check.plan.progressions)
    called.insert(progression.rule.value);
  for (const std::uint32_t id : called) {
    const Rule& rule = check.plan.rules[RuleId{id}];
    for (const RuleClause& clause : rule.clauses) {
      const AxisSet axes = axes_of(clause);
      if (Decimal::whole(count_axes(axes)) < most) continue;
      check
          .report(clause.source, "rule `" + rule.name + "` makes a lift harder on " +
                                     std::to_string(count_axes(axes)) +
                                     " axes at once: " + names_of(axes))
          .label("from " + most.text() + " axes on nobody can tell which one was too much")
          .advise("raise one thing at a time: the load first, a set when that has been mastered");
    }
  }
}

void run(GuidelineCheck& check) {
  check_weeks(check);
  check_rules(check);
}

constexpr Threshold kThresholds2026[] = {
    {"warn from", 3, "axes", "convention: one axis a week; two is still told apart"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline multi_axis_jump;
const Guideline multi_axis_jump{
    .name = "multi-axis-jump",
    .code = "M119",
    .category = "overload",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A lift gets harder on one axis at a time, never on three in one week",
    .why =
        "More load, more reps, more sets, more sessions, closer to failure, shorter rest, slower "
        "reps, a new lift for the same muscle: each asks for recovery, and nobody can tell "
        "afterwards which one was too much. Each loading week is compared with the last four, "
        "lift by lift, as it is written; a lighter week between hides nothing. What is given for "
        "something else (more load, fewer reps) is a trade and isn't counted. A rule's clause is "
        "judged by what one firing does.",
    .sources =
        "The founding articles (S002-7): the beginner coach puts everything he knows into one "
        "session. One axis at a time is a convention of coaching; no trial stands behind the "
        "number.",
    .critics =
        "Trained athletes bear more than one change at a time, and blocks that begin anew change "
        "several on purpose; that is why trades don't count, and why it is a warning.",
    .editions = kEditions,
    .bad = R"(plan "All at once"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  week 3-4 load + 2.5%, sets + 1, RIR - 1
  session "Legs"
    back squat 3x5 @ RIR 2 rest 3 min add(2.5%)
)",
    .good = R"(plan "One thing a week"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  week 3 sets + 1
  week 4 sets + 1, RIR - 1
  session "Legs"
    back squat 3x5 @ RIR 2 rest 3 min add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
