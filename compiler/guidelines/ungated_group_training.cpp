// R01 / M101: a muscle group comes back before it must be clear, and nothing asks how it is.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"

namespace meso::guidelines {
namespace {

// When a bout must be over, however long ago the last check-in was.
Decimal clear_hours(BoutClass bout_class, Level level) {
  if (const auto safe = ungated_gap_hours(bout_class, level, EnvelopeMode::worst))
    return Decimal::whole(*safe);
  const RecoveryRow& row = recovery_row(bout_class);
  const Bounds& force = level == Level::novice ? row.force_novice : row.force_trained;
  return std::max(row.below_three.worst, force.worst);
}

void explain_gap(Diagnostic& d, const Violation& v, const GuidelineCheck& check) {
  const std::string group(check.facts.name(v.group));
  if (v.safe_days)
    d.note("after " + class_text(v.bout_class) + " " + group + " can stay sore or weak for up to " +
           std::to_string(
               in_force(clear_hours(v.bout_class, check.plan.level), check.edition).floor()) +
           " h; the order allows " + std::to_string(v.days * 24) + " h");
  else
    d.note("after " + class_text(v.bout_class) + " no fixed gap is long enough for everyone");
}

void report(GuidelineCheck& check, const PathFinding& finding) {
  const Violation& v = *finding.worst;
  const Session& from = session_of(check.plan, v.since);
  const Session& to = session_of(check.plan, v.session);
  const std::string group(check.facts.name(v.group));
  const bool same = from.source == to.source;
  Diagnostic& d = check.report(
      to.source, quoted(to.name) + " can train " + group + " before recovery is certain");
  d.label((to.gate ? "its gate doesn't bound the soreness of " + group : std::string("no gate")) +
          ", and as soon as " + counted(v.days, "day") + " after " +
          (same ? "the last time" : quoted(from.name)));
  if (!same)
    d.also(check.span(from.source),
           "trains " + group + ": " + std::string(text(v.bout_class)) + " work");
  explain_gap(d, v, check);
  tell_path(d, check, finding);
  tell_mends(d, check, finding);
}

void run(GuidelineCheck& check) {
  for (const PathFinding& finding : path_findings(check, Property::gap_safe))
    report(check, finding);
}

constexpr std::string_view kBad = R"(plan "Squats twice"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks
  session "Squat" if ready
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squat again"
    at least 3 days after "Squat"
    back squat 3x5 @ RIR 2 as again add(2.5%)
)";
constexpr std::string_view kGood = R"(plan "Squats twice"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Squat"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squat again"
    at least 3 days after "Squat"
    back squat 3x5 @ RIR 2 as again add(2.5%)
)";

}  // namespace

extern const Guideline ungated_group_training;
const Guideline ungated_group_training{
    .name = "ungated-group-training",
    .code = "M101",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary =
        "No muscle group is trained again before it must have recovered, unless a check-in clears "
        "it",
    .why =
        "Soreness that alters form, cuts strength or shortens range says that a group isn't "
        "ready; in the recovery table the worst case of that takes two to three times as long "
        "as the typical one. A plan that fixes the gap guesses. Where a session trains a group, "
        "either its gate asks how sore the group is (2 or less for full work; 3 or less, and no "
        "functional question answered with yes, for reduced work), or the least gap that the "
        "plan's order allows is no shorter than recovery takes in the table's worst case.",
    .sources =
        "The founding articles (S003-8, S003-24, S003-25): a group that is sore enough to alter "
        "form isn't trained. The gaps are the recovery table's worst column "
        "(docs/recovery-model.md), an assumption of this project widened to published limits: "
        "Moran-Navarro 2017 and Gonzalez-Badillo 2016 (failure slows recovery by 24-48 h), "
        "Newton 2008 (novices regain strength later), Paulsen 2012 (over a week after extreme "
        "eccentric work).",
    .critics =
        "Trials that retrained sore arms on days 2 to 6 found no added damage and no slower "
        "recovery (Nosaka and Clarkson 1995, Nosaka and Newton 2002). The gate is a policy for "
        "the quality of work and progress; nothing here says that training a sore muscle "
        "injures it.",
    .editions = {},
    .bad = kBad,
    .good = kGood,
    .check = run,
};

}  // namespace meso::guidelines
