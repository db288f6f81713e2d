// R26 / M126: soreness as a goal or a measure of progress. Fixed.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

constexpr std::string_view kInstead =
    "measure what the athlete can do: goal e1RM of back squat + 5% by end of \"...\"";

void check_goals(GuidelineCheck& check) {
  for (const Goal& goal : check.plan.goals) {
    if (goal.metric != Metric::soreness) continue;
    const std::string where = goal.group ? " of " + std::string(check.facts.name(*goal.group)) : "";
    check.report(goal.source, "soreness" + where + " is no goal")
        .label("says how new or hard the work was, not whether it worked")
        .advise(std::string(kInstead));
  }
}

void check_tracks(GuidelineCheck& check) {
  for (const Track& track : check.plan.tracks)
    if (track.metric == Metric::soreness)
      check.report(track.source, "soreness is no measure of progress")
          .label("check-ins ask it already, for the gate")
          .advise("delete it here: gates read soreness without a `track` line")
          .advise(std::string(kInstead));
}

bool names_soreness(std::string_view word) {
  for (const std::string_view known : {"soreness", "sore", "doms", "ache", "aches", "aching"})
    if (equal_ignoring_case(word, known)) return true;
  return false;
}

// An own signal named for soreness (`quad_soreness`) whose high end is called better.
bool rewards_soreness(const OwnSignal& signal) {
  if (!signal.higher_is_better) return false;
  std::string_view rest = signal.name;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("_-"), rest.size());
    if (names_soreness(rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

void run(GuidelineCheck& check) {
  check_goals(check);
  check_tracks(check);
  for (const OwnSignal& signal : check.plan.signals)
    if (rewards_soreness(signal))
      check.report(signal.source, "`" + signal.name + "` counts more soreness as better")
          .label("higher is better")
          .advise("leave `higher is better` out, or ask something that can be called progress");
}

}  // namespace

extern const Guideline soreness_as_goal;
const Guideline soreness_as_goal{
    .name = "soreness-as-goal",
    .code = "M126",
    .category = "measurement",
    .severity = Severity::error,
    .fixed = true,
    .evidence = Evidence::strong,
    .summary = "Soreness is never a goal, a target or a measure of progress",
    .why =
        "Soreness follows novelty and dose; progress is what can be measured: load, reps, e1RM. "
        "No dose-response is known between how sore someone gets and how much they gain, and "
        "the same training makes less sore the better it is known. A program whose aim is "
        "soreness is to be left. Soreness belongs in gates: as feedback it may hold work back, "
        "and it never counts as success. This can't be allowed away.",
    .sources =
        "The founding articles (S000-3, S001-7, S001-44, S004-21, S004-36). Schoenfeld and "
        "Contreras 2013, on soreness as a measure of a workout. A review cited in the articles "
        "(S004-28, not re-read here): growth in the relative absence of damage.",
    .critics =
        "A reader's dissent: mild soreness as a sign of having trained hard enough (S000-19). "
        "Answered there: effort is recorded as effort, progress as performance.",
    .editions = {},
    .bad = R"(plan "Feel the burn"
  level intermediate
  guidelines 2026
  familiar hip thrust
  goal soreness of glutes 3 to 7 by end of "Glutes"
  goal e1RM of hip thrust + 5% by end of "Glutes"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Glutes" 4 weeks if ready
  session "Glutes"
    hip thrust 3x8 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Lift more"
  level intermediate
  guidelines 2026
  familiar hip thrust
  goal e1RM of hip thrust + 5% by end of "Glutes"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Glutes" 4 weeks if ready
  session "Glutes"
    hip thrust 3x8 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
