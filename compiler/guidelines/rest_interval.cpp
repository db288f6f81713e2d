// S3 / M143: heavy sets after a rest in which nobody is ready again.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/lines.h"
#include "compiler/guidelines/percent_of_max.h"

namespace meso::guidelines {
namespace {

// The heaviest of the line's sets that has a percentage.
std::optional<Decimal> heaviest(const GuidelineCheck& check, const Line& line) {
  std::optional<Decimal> most;
  for (const Prescription& stage : line.stages)
    for (const SetGroup& group : stage.groups)
      if (const auto percent = stated_percent(group, check.edition))
        most = std::max(most.value_or(*percent), *percent);
  return most;
}

// Between the lines of a superset other muscles work, and a single set has no rest behind it.
bool is_judged(const Line& line) {
  return line.rest && line.label.empty() && !line.stages.empty() &&
         planned_sets(line.stages.front()) > 1;
}

void run(GuidelineCheck& check) {
  const Decimal heavy = check.threshold("heavy from");
  const Decimal least = check.threshold("rest at least");
  std::vector<SourceId> told;
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines) {
        if (!is_judged(line) || Decimal::whole(line.rest->high.count) >= least) continue;
        const auto percent = heaviest(check, line);
        if (!percent || *percent < heavy ||
            std::find(told.begin(), told.end(), line.source) != told.end())
          continue;
        told.push_back(line.source);
        const Decimal shown = round_to(*percent, Decimal::whole(1), Rounding::nearest);
        Diagnostic& d =
            check.report(line.source, lift_name(check.plan, line) + " at " + shown.text() +
                                          " % of 1RM has a rest of " + text(*line.rest));
        d.label("from " + heavy.text() + " % on the usual rest is " + least.text() + " s and more")
            .advise("give it time: rest 3 min");
      }
}

constexpr Threshold kThresholds2026[] = {
    {"heavy from", 80, "%", "convention"},
    {"rest at least", 120, "s",
     "a choice of this project, below the 3-5 min of the American College of Sports Medicine 2009 "
     "(read as abstract)"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline rest_interval;
const Guideline rest_interval{
    .name = "rest-interval",
    .code = "M143",
    .category = "structure",
    .severity = Severity::note,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "Sets of 80 % of 1RM and more have two minutes of rest and more",
    .why =
        "Heavy sets that follow too soon lose reps, and the next set then tells less. Lines with "
        "a stated rest and a stated percentage are judged, the percentage of a training max or a "
        "rep max turned into one of 1RM; of `rest 90-120 s` the longer end counts. Supersets, and "
        "sets of which no percentage is written, aren't judged.",
    .sources =
        "An addition to the founding articles. American College of Sports Medicine 2009, "
        "progression models (read as abstract): three to five minutes for heavy multi-joint work.",
    .critics =
        "Where time is short, shorter rests with less load do for muscle growth; so it is a note.",
    .editions = kEditions,
    .bad = R"(plan "No time to rest"
  level intermediate
  guidelines 2026
  input 1RM of back squat
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule raise(step)
  when all sets done then 1RM + step
  when missed twice in a row and resets >= 2 then 1RM x 95%, notify coach
  when missed twice in a row then 1RM x 95%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 4x3 85% rest 90 s raise(2.5%)
)",
    .good = R"(plan "Three minutes"
  level intermediate
  guidelines 2026
  input 1RM of back squat
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule raise(step)
  when all sets done then 1RM + step
  when missed twice in a row and resets >= 2 then 1RM x 95%, notify coach
  when missed twice in a row then 1RM x 95%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 4x3 85% rest 3 min raise(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
