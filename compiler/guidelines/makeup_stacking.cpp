// R10 / M110: what was missed is laid on top of the next session. Also what work as a penalty (R40)
// would be written as.
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

void report(GuidelineCheck& check, const MissedWork& missed) {
  check.report(missed.source, "missed work is added to the next session")
      .label("the work of two days in one")
      .note("the order of sessions only moves on: what is missed stays first, with its own sets")
      .advise("let it wait for its turn, as it does without this line: missed: waits")
      .fix({"write `missed: waits`", check.span(missed.source), "missed: waits", false});
}

// Each line is mended by itself, whatever it belongs to.
void run(GuidelineCheck& check) {
  for (const MissedWork& missed : check.plan.missed)
    if (missed.becomes == MissedWork::Becomes::added) report(check, missed);
}

}  // namespace

extern const Guideline makeup_stacking;
const Guideline makeup_stacking{
    .name = "makeup-stacking",
    .code = "M110",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = true,
    .evidence = Evidence::convention,
    .summary = "Missed work waits for its turn and is never added to another session",
    .why =
        "\"Missed Monday, so do both on Tuesday\" doubles a dose that was planned for two days. "
        "Here the order of sessions is a queue: a session that is missed, or held back by its "
        "gate, stays first and keeps its sets, so a late week is late and never denser. That is "
        "so whatever a plan says; a line that asks for more is refused, so that nobody does it by "
        "hand. Work as a penalty would be written the same way and is the same mistake.",
    .sources =
        "The founding articles (S003-29): will doesn't beat biology, and stress on stress forces "
        "no growth. Coaching convention. In runners single sessions far above the longest of the "
        "last month went before trouble, while the change from week to week didn't (Frandsen "
        "2025, through a secondary source).",
    .critics =
        "The study is of running. Who misses a light session may do well with a longer one "
        "later: a coach can write that as a session of the plan, where its dose is judged.",
    .editions = {},
    .bad = R"(plan "Missed Monday, both on Tuesday"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy
  missed: add to next

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Missed Monday, legs on Tuesday"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy
  missed: waits

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
