// R29 / M129: how the athlete feels isn't followed beside what the athlete can do.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

// Felt measures, by name: those of goals and tracks, and the coach's own questions.
std::set<std::string> felt(const Plan& plan) {
  std::set<std::string> out;
  const auto add = [&](Metric metric) {
    if (!is_objective(metric) && metric != Metric::soreness) out.emplace(text(metric));
  };
  for (const Track& track : plan.tracks) add(track.metric);
  for (const Goal& goal : plan.goals) add(goal.metric);
  for (const OwnSignal& signal : plan.signals) out.insert(signal.name);
  return out;
}

// What to add, the usual ones first.
std::string missing(const std::set<std::string>& felt, Decimal least) {
  std::string out;
  auto count = static_cast<int>(felt.size());
  for (const char* usual : {"sleep", "energy", "mood", "stress", "confidence"})
    if (!felt.contains(usual) && Decimal::whole(count++) < least)
      out += (out.empty() ? "" : ", ") + std::string(usual);
  return out;
}

// That something objective is measured no-objective-metric says already, and more gravely.
void run(GuidelineCheck& check) {
  const std::set<std::string> found = felt(check.plan);
  const Decimal least = check.threshold("at least");
  if (Decimal::whole(static_cast<int>(found.size())) >= least) return;
  const std::vector<std::string> names(found.begin(), found.end());
  check
      .report(check.plan.source, (names.empty() ? "nothing" : "only " + join_and(names)) +
                                     " is tracked of how the athlete feels")
      .label(counted(static_cast<long>(names.size()), "felt measure") + ", and at least " +
             least.text() + " are asked")
      .advise("add a line to the plan's head: track " + missing(found, least));
}

constexpr Threshold kThresholds2026[] = {
    {"at least",
     2,
     "felt measures",
     {1, 4},
     "a choice of this project: one may have another reason"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline metric_mix;
const Guideline metric_mix{
    .name = "metric-mix",
    .code = "M129",
    .category = "measurement",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "A plan follows what the athlete can do, and at least two things that are felt",
    .why =
        "Loads and reps say what the athlete can do; sleep, energy, mood, stress and confidence "
        "say why it rises or doesn't, often sooner. Neither stands for the other, so a plan "
        "follows both: an objective measure (no-objective-metric asks for it) and at least two "
        "felt ones, in `track` or `goal` lines or as a question of your own. They explain progress "
        "and may hold work back; they never score it. Soreness isn't one of them.",
    .sources =
        "The founding articles (S002-2, S002-3, S002-4): objective and subjective measures are "
        "used together. Saw 2016 (read as abstract): self-reports and objective measures don't "
        "correlate, and self-reports follow the training load more closely.",
    .critics =
        "Every question costs a little goodwill, and answers given by routine say nothing. Two "
        "are few; leave out what nobody looks at.",
    .editions = kEditions,
    .bad = R"(plan "Only the bar"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "The bar, and how it feels"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
