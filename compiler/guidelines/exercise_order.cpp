// S4 / M144: the lift that a goal names comes behind others that tire the same muscles.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/lines.h"

namespace meso::guidelines {
namespace {

bool is_goal(const Plan& plan, ExerciseId exercise) {
  return std::any_of(plan.goals.begin(), plan.goals.end(), [&](const Goal& goal) {
    return is_performance(goal.metric) && goal.exercise == exercise;
  });
}
bool has_goal(const Plan& plan, const Line& line) {
  return std::any_of(line.options.begin(), line.options.end(),
                     [&](ExerciseId id) { return is_goal(plan, id); });
}

// Hard sets of the line for the groups that the lift trains directly; the most of any of them.
struct Tired {
  Decimal sets;
  GroupId group;
};
Tired tired_by(const GuidelineCheck& check, const Line& before, const Line& lift) {
  Tired most;
  const Decimal sets = hard_sets(before, before.stages.front(), check.edition);
  for (const MuscleShare& a : shares_of(check.plan, before))
    for (const MuscleShare& b : shares_of(check.plan, lift))
      if (a.group == b.group && a.share >= Decimal::whole(1) && b.share >= Decimal::whole(1) &&
          sets > most.sets)
        most = {sets, a.group};
  return most;
}

// Quick or easy sets prepare: power cleans before squats. What says nothing of its effort tires.
bool tires(const GuidelineCheck& check, const Line& before) {
  const auto rir = least_rir(before, check.edition);
  return !rir || *rir <= check.threshold("tiring up to");
}

void report(GuidelineCheck& check, const Line& lift, const Line& before, const Tired& tired) {
  check
      .report(lift.source, lift_name(check.plan, lift) + " comes after " + tired.sets.text() +
                               " hard sets of " + lift_name(check.plan, before) +
                               " for the same muscles")
      .label("a goal names it")
      .also(check.span(before.source),
            "works " + std::string(check.facts.name(tired.group)) + " first")
      .advise("put the lift that is to get better first");
}

// The first exposure of the lift in a session counts; its own warm-up and lighter lines don't.
void check_session(GuidelineCheck& check, const Session& session, std::vector<SourceId>& told) {
  const Decimal least = check.threshold("at least");
  for (std::size_t i = 0; i < session.lines.size(); ++i) {
    const Line& lift = session.lines[i];
    if (lift.stages.empty() || !has_goal(check.plan, lift) ||
        std::find(told.begin(), told.end(), lift.source) != told.end())
      continue;
    for (std::size_t k = 0; k < i; ++k) {
      const Line& before = session.lines[k];
      if (before.stages.empty() || has_goal(check.plan, before) || !tires(check, before)) continue;
      const Tired tired = tired_by(check, before, lift);
      if (tired.sets < least) continue;
      told.push_back(lift.source);
      report(check, lift, before, tired);
      break;
    }
  }
}

void run(GuidelineCheck& check) {
  std::vector<SourceId> told;
  for (const Block& block : check.plan.blocks) {
    if (block.kind == WeekKind::deload) continue;
    for (const Session& session : block.sessions) check_session(check, session, told);
  }
}

constexpr Threshold kThresholds2026[] = {
    {"tiring up to", 3, "RIR", "a choice of this project"},
    {"at least", 2, "sets", "a choice of this project: a set or two prepare more than they tire"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline exercise_order;
const Guideline exercise_order{
    .name = "exercise-order",
    .code = "M144",
    .category = "structure",
    .severity = Severity::note,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "The lift that a goal names comes before others for the same muscles",
    .why =
        "What comes first is done fresh and gets better most. In each session the lifts that the "
        "plan's goals name are looked for, and whether two hard sets and more of another lift, "
        "which no goal names, work the same muscles directly before them. Sets with more than "
        "three "
        "reps in reserve, such as power cleans, only prepare.",
    .sources =
        "An addition to the founding articles. American College of Sports Medicine 2009 and 2026 "
        "(read as abstracts): priority first.",
    .critics =
        "For muscle growth the order matters little, and to tire a muscle first can be meant; so "
        "it is a note.",
    .editions = kEditions,
    .bad = R"(plan "The goal comes last"
  level intermediate
  guidelines 2026
  familiar back squat, leg extension
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    leg extension 3x10 @ RIR 2 add(2.5%)
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "The goal comes first"
  level intermediate
  guidelines 2026
  familiar back squat, leg extension
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
    leg extension 3x10 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
