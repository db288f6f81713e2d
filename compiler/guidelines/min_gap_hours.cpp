// R05 / M105: a group comes back sooner than even a typical athlete recovers, and no gate asks for
// strength.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"

namespace meso::guidelines {
namespace {

// What graver findings say already: no gate at all, or one that trusts too early.
bool is_said(const GuidelineCheck& check, const Violation& v) {
  const auto says_it = [&](Property property) {
    const auto& violations = check.paths.of(property).violations;
    const SourceId here = session_of(check.plan, v.session).source;
    return std::any_of(violations.begin(), violations.end(), [&](const Violation& other) {
      return session_of(check.plan, other.session).source == here;
    });
  };
  return says_it(Property::gap_safe) || says_it(Property::latent_safe);
}

void report(GuidelineCheck& check, const PathFinding& finding) {
  const Violation& v = *finding.worst;
  const Session& from = session_of(check.plan, v.since);
  const Session& to = session_of(check.plan, v.session);
  const int gap = v.safe_days.value_or(0);
  const std::string group(check.facts.name(v.group));
  Diagnostic& d = check.report(v.days * 2 < gap ? Severity::error : Severity::warning, to.source,
                               quoted(to.name) + " can train " + group + " after " +
                                   std::to_string(v.days * 24) + " h; the usual gap is " +
                                   std::to_string(gap * 24) + " h");
  d.label("its gate doesn't ask for strength");
  if (from.source != to.source)
    d.also(check.span(from.source), "trains " + group + ": " + class_text(v.bout_class));
  tell_path(d, check, finding);
  tell_mends(d, check, finding);
}

void run(GuidelineCheck& check) {
  for (const PathFinding& finding : path_findings(check, Property::recovers))
    if (!is_said(check, *finding.worst)) report(check, finding);
}

}  // namespace

extern const Guideline min_gap_hours;
const Guideline min_gap_hours{
    .name = "min-gap-hours",
    .code = "M105",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "A group gets its usual gap, unless the gate asks for strength",
    .why =
        "A day after light work, two days after usual work, three after hard, pushed or new work "
        "(four for a novice): in that time strength comes back in a typical athlete. A gate that "
        "asks only for soreness may let a group be trained sooner; one that asks `strength "
        "restored` needs no fixed gap. A gap of less than half is an error.",
    .sources =
        "Gaps are the typical column of the recovery table (docs/recovery-model.md). Moran-Navarro "
        "2017 and Gonzalez-Badillo 2016: failure adds 24 to 48 h. Bartolomei 2017: after 8x10 "
        "still "
        "down at 72 h, after 8x3 not. Korak 2015: 80 % of men within one rep after 48 h, fewer on "
        "deadlift and bench press. Haff and Triplett (from general knowledge, not re-read): one "
        "to three days of rest.",
    .critics =
        "Soreness and strength come apart: trained lifters are often strong again while sore. "
        "That is why the gate may ask for strength instead of days.",
    .editions = {},
    .bad = R"(plan "Half the sets on the next day"
  level intermediate
  guidelines 2026
  familiar leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

gate own
  refer when soreness >= 3 for 7 days
  recover when soreness >= 3 for 5 days
  train when soreness <= 2 and strength restored
  lighten sets x 50% when soreness <= 3 and not soreness impairs
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
    .good = R"(plan "Half the sets, with a witness"
  level intermediate
  guidelines 2026
  familiar leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

gate own
  refer when soreness >= 3 for 7 days
  recover when soreness >= 3 for 5 days
  train when soreness <= 2 and strength restored
  lighten sets x 50% when soreness <= 3 and not soreness impairs and strength restored
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
