// R08 / M108: what a swap puts in trains the very group that was fled.
#include <string>

#include "compiler/guidelines/path_findings.h"

namespace meso::guidelines {
namespace {

void run(GuidelineCheck& check) {
  for (const Flaw& flaw : check.paths.of(Property::swap_is_fresh).flaws) {
    Diagnostic& d = check.report(flaw.place, flaw.what);
    d.label("at most " + check.edition.spares_sets.text() + " hard set, and " +
            check.edition.spares_percent.text() + " % of the session's sets, spares a group");
    d.note("as written it spares the group; rules add the sets");
    tell_days(d, check, flaw.path, "it no longer spares the group", [](SessionId) { return true; });
    d.advise("bound the rule: sets + 1, up to as many as still spare it");
    d.advise("or take the lift out of this session");
  }
}

}  // namespace

extern const Guideline swap_hits_sore_group;
const Guideline swap_hits_sore_group{
    .name = "swap-hits-sore-group",
    .code = "M108",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A session that a swap puts in spares the group that was fled",
    .why =
        "A swap takes the next session that spares what is sore: at most one hard set of the "
        "group, and at most 30 % of the session's sets. The runtime chooses among the sessions as "
        "they are written. Where a rule adds sets to such a session, it may stop sparing the "
        "group; the verifier looks for the results that bring that about.",
    .sources = "The founding articles (S003-26): if the quads are sore, bench and row.",
    .critics =
        "Light work for a sore group does little harm, and may feel good. It isn't what a swap is "
        "for.",
    .editions = {},
    .bad = R"(plan "Rows that grow"
  level intermediate
  guidelines 2026
  familiar barbell curl, lat pulldown, leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

rule more(most)
  when all sets done and sets < most then sets + 1, up to most
  when missed twice in a row then load x 90%, notify coach

block "Base" 6 weeks if ready
  session "Arms"
    barbell curl 4x10 @ RIR 3 add(2.5%)
  session "Legs"
    leg extension 6x10 @ RIR 3 add(2.5%)
    lat pulldown 2x10 @ RIR 3 more(4)
)",
    .good = R"(plan "Rows that stay"
  level intermediate
  guidelines 2026
  familiar barbell curl, lat pulldown, leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

rule more(most)
  when all sets done and sets < most then sets + 1, up to most
  when missed twice in a row then load x 90%, notify coach

block "Base" 6 weeks if ready
  session "Arms"
    barbell curl 4x10 @ RIR 3 add(2.5%)
  session "Legs"
    leg extension 6x10 @ RIR 3 add(2.5%)
    lat pulldown 2x10 @ RIR 3 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
