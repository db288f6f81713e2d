// R24 / M124: a group that is to grow gets far fewer, or far more, weekly sets than usual.
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : check_(check),
        hardly_any_(check.threshold("hardly any below")),
        from_(check.threshold("band from")),
        to_(check.threshold("band to")),
        warn_(check.threshold("warn above")),
        error_(check.threshold("error above")) {}

  void run() {
    const AllPeaks& peaks = check_.paths.peaks;
    for (const SizePurpose& size : check_.plan.sizes) judge(size, peaks.weeks[size.group.value]);
  }

 private:
  void judge(const SizePurpose& size, const PeakSets& week) {
    if (week.sets < from_) return report_few(size, week);
    if (week.sets <= to_ || (size.specialise && week.sets <= error_)) return;
    report_many(size, week);
  }

  std::string told(const SizePurpose& size, const PeakSets& week) const {
    const std::string group(check_.facts.name(size.group));
    if (week.sets == Decimal()) return group + " is to grow, and gets no hard set";
    const Decimal sets = round_to(week.sets, Decimal::ratio(1, 10), Rounding::nearest);
    return group + " is to grow, and gets " + sets.text() + " hard sets a week at the most";
  }

  std::string band() const {
    return "the usual band is " + from_.text() + " to " + to_.text() + " a week";
  }

  void report_few(const SizePurpose& size, const PeakSets& week) {
    Diagnostic& d = check_.report(Severity::note, size.source, told(size, week));
    d.label(week.sets < hardly_any_ ? "below " + hardly_any_.text() +
                                          ", where little is known to "
                                          "grow; " +
                                          band()
                                    : band());
    d.advise("do more sets for it, a few more from block to block")
        .advise("or leave the group out of the `purpose size:` line");
  }

  void report_many(const SizePurpose& size, const PeakSets& week) {
    const bool warns = week.sets > warn_, gravest = week.sets > error_ && !size.specialise;
    const Severity severity = gravest ? Severity::error
                              : warns ? Severity::warning
                                      : Severity::note;
    Diagnostic& d = check_.report(severity, size.source, told(size, week));
    d.label(band()).note("most are done in " +
                         pass_name(check_.plan, check_.facts.passes[week.pass]) +
                         (week.results.empty() ? "" : ", with " + week.results));
    d.advise("do fewer sets for it: the last of them bring little");
    if (!size.specialise)
      d.advise("or put it first for a block or two: purpose size: " +
               std::string(check_.facts.name(size.group)) + " specialise");
  }

  GuidelineCheck& check_;
  const Decimal hardly_any_, from_, to_, warn_, error_;
};

void run(GuidelineCheck& check) {
  if (!check.plan.sizes.empty()) Checker(check).run();
}

constexpr Threshold kThresholds2026[] = {
    {"hardly any below", 4, "hard sets a week",
     "Schoenfeld 2017 (read as abstract): fewer than 5 grew least"},
    {"band from", 10, "hard sets a week",
     "Schoenfeld 2017 (read as abstract): 10 and more grew most; American College of Sports "
     "Medicine 2026 (through a secondary source): about 10"},
    {"band to", 20, "hard sets a week", "Baz-Valle 2022 (read as abstract): 12 to 20"},
    {"warn above", 25, "hard sets a week", "a choice of this project"},
    {"error above", 35, "hard sets a week", "a choice of this project, unless `specialise`"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline weekly_dose_band;
const Guideline weekly_dose_band{
    .name = "weekly-dose-band",
    .code = "M124",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "A group that is to grow gets about ten to twenty hard sets a week",
    .why =
        "More sets grow more muscle, each a little less than the one before. Twenty groups can't "
        "all get that many in four days, so only those are judged that the plan names: `purpose "
        "size: chest, side delts`. Of each the fullest loading week counts, in fractional hard "
        "sets (1 direct, 0.5 indirect), with what rules add for an athlete who does, beats or "
        "misses everything. Few sets are a note, since strength needs far fewer; above the band "
        "time is spent for little, and far above it is an error unless the group is the one that "
        "the block is for: `specialise`.",
    .sources =
        "The founding articles (S004-37): excess volume harms consistency. Schoenfeld 2017 (read "
        "as abstract): growth rises with weekly sets. Pelland 2024 (read as abstract): 67 studies, "
        "2,058 people, counting indirect sets as a half fits best. Baz-Valle 2022 (read as "
        "abstract): 12 to 20.",
    .critics =
        "Pelland sees no downturn at any number of sets, and people differ: the upper numbers are "
        "about cost, not harm, and no ceiling is known. That more sets grow more is well "
        "supported; the band's edges aren't.",
    .editions = kEditions,
    .bad = R"(plan "Forty sets for the chest"
  level intermediate
  guidelines 2026
  purpose size: chest
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "One"
    bench press 8x8 @ RIR 3 add(2.5%)
  session "Two"
    bench press 8x8 @ RIR 3 add(2.5%)
  session "Three"
    bench press 8x8 @ RIR 3 add(2.5%)
  session "Four"
    bench press 8x8 @ RIR 3 add(2.5%)
  session "Five"
    bench press 8x8 @ RIR 3 add(2.5%)
)",
    .good = R"(plan "Sixteen sets for the chest"
  level intermediate
  guidelines 2026
  purpose size: chest
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "One"
    bench press 8x8 @ RIR 3 add(2.5%)
  session "Two"
    bench press 8x8 @ RIR 3 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
