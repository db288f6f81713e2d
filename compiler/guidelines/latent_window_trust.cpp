// R04 / M104: a gate takes "not sore" for recovered while soreness can still come.
#include <string>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"

namespace meso::guidelines {
namespace {

void report(GuidelineCheck& check, const PathFinding& finding) {
  const Violation& v = *finding.worst;
  const Session& from = session_of(check.plan, v.since);
  const Session& to = session_of(check.plan, v.session);
  const std::string group(check.facts.name(v.group));
  const std::string days = counted(v.days, "day");
  Diagnostic& d =
      check.report(to.source, quoted(to.name) + " can train " + group + " in full " + days +
                                  " after " + class_text(v.bout_class) + ", on \"not sore\" alone");
  d.label("its gate trains without asking for strength");
  if (from.source != to.source) d.also(check.span(from.source), "the hard work before it");
  d.note("soreness can begin up to " +
         std::to_string(in_force(recovery_row(v.bout_class).onset.worst, check.edition).floor()) +
         " h after the work; until then a low report says little");
  tell_path(d, check, finding);
  tell_mends(d, check, finding);
}

void run(GuidelineCheck& check) {
  for (const PathFinding& finding : path_findings(check, Property::latent_safe))
    report(check, finding);
}

}  // namespace

extern const Guideline latent_window_trust;
const Guideline latent_window_trust{
    .name = "latent-window-trust",
    .code = "M104",
    .category = "recovery",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "Within two days of hard work a gate asks for strength too, not for soreness alone",
    .why =
        "Soreness comes 12 to 48 hours after the work and is worst after one to three days. The "
        "morning after a hard session many a group that will be sore tomorrow reports nothing. A "
        "`train` clause that asks only how sore the group is lets it be trained then; one that "
        "also asks `strength restored` has a warm-up set as its witness.",
    .sources =
        "The founding articles (S001-15, S004-6): onset and peak of soreness. In the recovery "
        "model of this project, an assumption, half to two thirds of hard or new bouts are felt "
        "below 1 of 10 after 20 h and still reach 3 later (docs/recovery-model.md).",
    .critics =
        "Many people do feel it the next morning; the model is low there. The timing is well "
        "measured, the bound of 48 h is its upper end.",
    .editions = {},
    .bad = R"(plan "The day after"
  level intermediate
  guidelines 2026
  familiar leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

gate own
  refer when soreness >= 3 for 7 days
  train when soreness <= 2 and energy >= 3
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    at least 3 days after last session
    leg extension 3x10 to failure add(2.5%)
  session "Legs again"
    leg extension 3x10 to failure as again add(2.5%)
)",
    .good = R"(plan "The day after, with a witness"
  level intermediate
  guidelines 2026
  familiar leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

gate own
  refer when soreness >= 3 for 7 days
  train when soreness <= 2 and energy >= 3 and strength restored
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    at least 3 days after last session
    leg extension 3x10 to failure add(2.5%)
  session "Legs again"
    leg extension 3x10 to failure as again add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
