// R28 / M128: nothing measurable says what progress is, from where, to where and until when.
#include <algorithm>
#include <string>

#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

void run(GuidelineCheck& check) {
  const auto& goals = check.plan.goals;
  if (std::any_of(goals.begin(), goals.end(),
                  [](const Goal& g) { return is_performance(g.metric) && g.by_end_of; }))
    return;
  const bool tracks = std::any_of(check.plan.tracks.begin(), check.plan.tracks.end(),
                                  [](const Track& t) { return is_performance(t.metric); });
  Diagnostic& d =
      check.report(check.plan.source, "nothing measurable says what this plan is to achieve");
  d.label(goals.empty() ? (tracks ? "tracked, but without a target and a date" : "no goal")
                        : "no goal of performance");
  d.advise(
       "add what is to rise, by how much and until when: goal e1RM of back squat + 5% by end of "
       "\"BLOCK\"")
      .advise("add what is asked beside it: track sleep, energy");
}

}  // namespace

extern const Guideline no_objective_metric;
const Guideline no_objective_metric{
    .name = "no-objective-metric",
    .code = "M128",
    .category = "measurement",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary =
        "Every plan names an objective measure of performance with a target and a review date",
    .why =
        "Measurable progress within a reasonable time: a plan says what it wants to raise "
        "(e1RM, a rep max, load, reps, tonnage), from what to what, and when that is looked at. "
        "Where no baseline is written, the first weeks' results are one (`+ 5%`). Bodyweight, "
        "sleep and mood are worth tracking and aren't performance.",
    .sources =
        "The founding articles (S000-4, S000-12, S001-29): progress can be measured, within a "
        "stated time.",
    .critics =
        "Health and enjoyment are reasons to train too; they don't need a plan that claims "
        "progress.",
    .editions = {},
    .bad = R"(plan "Eight-week shred"
  level intermediate
  guidelines 2026
  familiar back squat
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Shred" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Squat more in four weeks"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat 120 kg to 126 kg by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
