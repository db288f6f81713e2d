// R06 / M106: a group that the plan leaves alone for weeks, however fresh it is.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"

namespace meso::guidelines {
namespace {

// Groups that wait for the same session, the longest first.
std::vector<std::vector<GroupGap>> by_session(const GuidelineCheck& check, Decimal most) {
  std::map<std::uint32_t, std::vector<GroupGap>> found;
  for (const GroupGap& gap : check.paths.longest_gaps)
    if (Decimal::whole(gap.days) > most)
      found[session_of(check.plan, gap.to).source.value].push_back(gap);
  std::vector<std::vector<GroupGap>> out;
  for (auto& [source, gaps] : found) {
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const GroupGap& a, const GroupGap& b) { return a.days > b.days; });
    out.push_back(std::move(gaps));
  }
  return out;
}

void report(GuidelineCheck& check, const std::vector<GroupGap>& gaps) {
  const GroupGap& longest = gaps.front();
  const Decimal error = check.threshold("error above");
  const bool is_error = Decimal::whole(longest.days) > error;
  const Session& from = session_of(check.plan, longest.from);
  const Session& to = session_of(check.plan, longest.to);
  std::vector<std::string> names;
  for (const GroupGap& gap : gaps) names.emplace_back(check.facts.name(gap.group));
  Diagnostic& d =
      check.report(is_error ? Severity::error : Severity::warning, to.source,
                   join_and(names) + ": " + counted(longest.days, "day") + " without training");
  d.label("on the earliest days that its waits and the pace allow");
  if (from.source != to.source) d.also(check.span(from.source), "the time before");
  const Decimal most = is_error ? error : check.threshold("warn above");
  d.note("the bound is " + counted(static_cast<int>(most.floor()), "day"));
  d.advise("train the group in another session too, or shorten the waits");
}

// A gate that holds back even those with whom nothing is wrong is told by gate-without-fallback.
void run(GuidelineCheck& check) {
  for (const auto& gaps : by_session(check, check.threshold("warn above"))) report(check, gaps);
}

constexpr Threshold kThresholds2026[] = {
    {"warn above", 10, "days", {5, 21}, "a choice of this project: one session a week maintains"},
    {"error above",
     14,
     "days",
     {7, 28, "warn above"},
     "a choice of this project: detraining begins after 2-3 weeks"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline starved_group;
const Guideline starved_group{
    .name = "starved-group",
    .code = "M106",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "No group that the plan trains is left alone for more than ten days",
    .why =
        "Recovery decides when a group is trained again, and that must not come to mean never. "
        "Waits, the pace and the order of sessions may keep a group away for weeks even from "
        "an athlete who is always fresh. The plan's sessions are laid on their preferred or "
        "earliest days, and the longest time between two that work the group directly counts. "
        "Groups that the plan works once, or never, aren't looked at.",
    .sources =
        "One weekly session keeps strength (Spiering 2021). Little is lost before two to three "
        "weeks, and novices rest for at most three days (Haff and Triplett; from general "
        "knowledge, not re-read). The founding articles give no upper bound (S003-14).",
    .critics =
        "Advanced lifters who train to failure do well with a week and more between bouts. Where "
        "that is meant, an `allow` with its reason says so.",
    .editions = kEditions,
    .bad = R"(plan "A deadlift in fifteen days"
  level intermediate
  guidelines 2026
  familiar deadlift, lateral raise
  goal e1RM of deadlift + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

block "Base" 4 rotations if ready
  session "Deadlift"
    at least 5 days after last session
    deadlift 2x5 @ RIR 3 add(2.5%)
  session "Shoulders"
    at least 5 days after last session
    lateral raise 3x12 @ RIR 2 add(2.5%)
  session "Shoulders again"
    at least 5 days after last session
    lateral raise 3x12 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "A deadlift in nine days"
  level intermediate
  guidelines 2026
  familiar deadlift, lateral raise
  goal e1RM of deadlift + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

block "Base" 4 rotations if ready
  session "Deadlift"
    at least 3 days after last session
    deadlift 2x5 @ RIR 3 add(2.5%)
  session "Shoulders"
    at least 3 days after last session
    lateral raise 3x12 @ RIR 2 add(2.5%)
  session "Shoulders again"
    at least 3 days after last session
    lateral raise 3x12 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
