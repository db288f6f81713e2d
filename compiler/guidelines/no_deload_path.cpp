// R11 / M111: weeks of loading without an end, and nothing that makes them easier.
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

void run(GuidelineCheck& check) {
  const LoadingRun& loading = check.paths.loading;
  const Decimal weeks = Decimal::whole(loading.weeks);
  const Decimal warn = check.threshold("warn above"), error = check.threshold("error above");
  if (weeks <= warn || loading.inserts || loading.eases) return;
  const bool is_error = weeks > error;
  Diagnostic& d = check.report(
      is_error ? Severity::error : Severity::warning, check.plan.blocks[loading.block].source,
      counted(loading.weeks, "loading week") + " in a row, and nothing makes them easier");
  d.label("the bound is " + counted(static_cast<int>((is_error ? error : warn).floor()), "week"));
  d.advise("plan one: week " + warn.text() + " deload sets x 50%, RIR + 2");
  d.advise("or let a rule insert it, or cut loads, for those who stall");
}

constexpr Threshold kThresholds2026[] = {
    {"warn above",
     kMostLoadingWeeks,
     "weeks",
     {3, 16},
     "practice: 6.4 days of it every 5.8 +- 3.4 weeks (Rogerson 2024, survey of 246)"},
    {"error above", 12, "weeks", {4, 26, "warn above"}, "a choice of this project"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline no_deload_path;
const Guideline no_deload_path{
    .name = "no-deload-path",
    .code = "M111",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "After at most eight loading weeks something makes training easier",
    .why =
        "What tires adds up over weeks, and not all of it shows in a check-in. A plan that loads "
        "on for months needs a lighter week, or a rule that brings one about: a deload that is "
        "inserted, or cuts on at least half of the lines that grow. Weeks are those of the "
        "calendar, from the first loading session to the last before a deload or a test.",
    .sources =
        "The founding articles (S001-11, S003-22). Practice: a deload of 6.4 +- 1.8 days every "
        "5.8 +- 3.4 weeks, with fewer sets and the same lifts (survey of 246 lifters). A Delphi "
        "definition of the deload: Bell 2023.",
    .critics =
        "A full week off in mid-block brought no growth (Coleman 2024, from general knowledge, "
        "not re-read); so the deload is lighter, not idle. Whoever trains two or three days a "
        "week, far from failure, may go longer.",
    .editions = kEditions,
    .bad = R"(plan "Sixteen weeks up"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then notify coach

block "Base" 16 weeks if ready
  session "Bench"
    bench press 5x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Eight weeks up, twice"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then notify coach

block "Base" 16 weeks if ready
  week 8 deload sets x 50%, RIR + 2
  week 16 deload sets x 50%, RIR + 2
  session "Bench"
    bench press 5x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
