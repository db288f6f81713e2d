// R38 / M138: a return of the plan's own that brings the athlete back faster than the usual one.
#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/apply_changes.h"

namespace meso::guidelines {
namespace {

Decimal volume_of(const SetGroup& group) {
  const Range amount = amount_of(group.target);
  return Decimal::whole(group.sets.low) * Decimal::whole(std::max(amount.low, 1));
}

// Sets x reps (or seconds, or meters) of one line. A single set can't be halved, and isn't counted.
struct LineVolume {
  Decimal before, after;
};
LineVolume line_volume(const Line& line, const std::vector<Change>& changes) {
  LineVolume out;
  if (line.stages.empty() || planned_sets(line.stages.front()) < 2) return out;
  Prescription changed = line.stages.front();
  apply_changes(changes, changed, Rounding::down);
  for (const SetGroup& group : line.stages.front().groups) out.before += volume_of(group);
  for (const SetGroup& group : changed.groups) out.after += volume_of(group);
  return out;
}

// `load x 90%`: the load's own part of the volume.
Decimal load_part(const std::vector<Change>& changes) {
  Decimal part = Decimal::whole(1);
  for (const Change& change : changes)
    if (const auto* by = std::get_if<Quantity>(&change.value);
        by != nullptr && change.what == Changes::load && change.how == Change::How::times)
      part = percent_of(by->high, part);
  return part;
}

// What a week of the return leaves of a loading week, in %: sets x reps x load, over the lines of
// the block of which it leaves most.
Decimal most_left(const Plan& plan, const std::vector<Change>& changes) {
  Decimal most;
  for (const Block& block : plan.blocks) {
    if (block.kind == WeekKind::deload || block.kind == WeekKind::test) continue;
    LineVolume all;
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines) {
        const LineVolume volume = line_volume(line, changes);
        all.before += volume.before;
        all.after += volume.after;
      }
    if (all.before > Decimal())
      most = std::max(most, all.after * Decimal::whole(100) / all.before * load_part(changes));
  }
  return most;
}

class RampCheck {
 public:
  explicit RampCheck(GuidelineCheck& check)
      : check_(check),
        most_{check.threshold("week 1"), check.threshold("week 2"), check.threshold("week 3"),
              check.threshold("week 4")},
        short_off_(days(check.threshold("days off"))),
        long_off_(days(check.threshold("long off"))),
        ramps_(check.plan.returns) {
    std::sort(ramps_.begin(), ramps_.end(), [](const ReturnRamp& a, const ReturnRamp& b) {
      return a.after_days_off < b.after_days_off;
    });
  }

  void run() {
    if (ramps_.empty()) return;  // the usual returns hold
    check_start();
    for (std::size_t i = 0; i < ramps_.size(); ++i) {
      const bool lasts = i + 1 == ramps_.size() || ramps_[i + 1].after_days_off > long_off_;
      check_weeks(ramps_[i], lasts ? 4 : 2);
    }
  }

 private:
  static int days(Decimal threshold) { return static_cast<int>(threshold.floor()); }

  void check_start() {
    const ReturnRamp& first = ramps_.front();
    if (first.after_days_off <= short_off_) return;
    check_
        .report(first.source, "after " + std::to_string(short_off_) + " to " +
                                  std::to_string(first.after_days_off - 1) +
                                  " days off the athlete starts again with everything")
        .label("the first return begins at " + counted(first.after_days_off, "day"))
        .advise("begin at " + counted(short_off_, "day") +
                ": return after 14 days off / week 1 sets x 50% / week 2 sets x 70%")
        .advise("or leave the returns out: the usual ones hold then");
  }

  // Up to four weeks off the first two weeks count; the ramp that holds after four weeks and more
  // needs all four.
  void check_weeks(const ReturnRamp& ramp, std::size_t weeks) {
    for (std::size_t w = 0; w < weeks; ++w) {
      static const std::vector<Change> kNone;
      const bool is_there = w < ramp.weeks.size();
      const Decimal left = most_left(check_.plan, is_there ? ramp.weeks[w] : kNone);
      if (left <= most_[w]) continue;
      const Decimal shown = round_to(left, Decimal::whole(1), Rounding::up);
      const int off = w < 2 ? ramp.after_days_off : std::max(long_off_, ramp.after_days_off);
      const std::string week = "week " + std::to_string(w + 1);
      Diagnostic& d =
          check_.report(ramp.source, week + " after " + counted(off, "day") + " off has " +
                                         shown.text() + " % of the volume");
      d.label("the bound is " + most_[w].text() + " %");
      d.note("volume is sets x reps x load; lines of a single set aren't counted");
      const std::string line = week + " sets x " + most_[w].text() + "%";
      d.advise(is_there ? "take fewer sets: " + line
                        : "add the week: return after " + std::to_string(off) +
                              " days off / ... / " + line);
      d.advise("or leave the returns out: the usual ones hold then");
      return;
    }
  }

  GuidelineCheck& check_;
  std::array<Decimal, 4> most_;
  int short_off_, long_off_;
  std::vector<ReturnRamp> ramps_;
};

void run(GuidelineCheck& check) { RampCheck(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"days off", 14, "days", {7, 28}, "Caterisano 2019 (through a secondary source)"},
    {"long off",
     28,
     "days",
     {14, 56, "days off"},
     "a choice of this project, after Caterisano 2019"},
    {"week 1", 50, "%", {30, 70}, "Caterisano 2019 (through a secondary source), for conditioning"},
    {"week 2",
     70,
     "%",
     {40, 85, "week 1"},
     "Caterisano 2019 (through a secondary source), for conditioning"},
    {"week 3",
     80,
     "%",
     {50, 95, "week 2"},
     "Caterisano 2019 (through a secondary source), for conditioning"},
    {"week 4",
     90,
     "%",
     {60, 100, "week 3"},
     "Caterisano 2019 (through a secondary source), for conditioning"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline return_after_layoff;
const Guideline return_after_layoff{
    .name = "return-after-layoff",
    .code = "M138",
    .category = "safety",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "After two weeks off the first weeks back are half and two thirds of the volume",
    .why =
        "What the body was used to it isn't after a lay-off. Where a plan has no `return`, the "
        "usual one holds, and nothing needs checking. Where it has its own, each week's sets x "
        "reps x load is held against that of the weeks as written: half in the first week, 70 % "
        "in the second; after four weeks off also 80 % and 90 % in the third and fourth. A return "
        "of two weeks alone doesn't do for those who were away for four.",
    .sources =
        "The founding articles (S002-14): time off makes sore again. Caterisano 2019, a consensus "
        "for supervised college athletes (through a secondary source), mainly against heat "
        "illness and rhabdomyolysis: at most 50, 70, 80 and 90 % after a break. Nosaka and "
        "others on the repeated-bout effect: docs/recovery-model.md.",
    .critics =
        "The consensus gives these cuts for conditioning; using them on sets is this project's "
        "extension. Its lifting part (three and four days a group in the first two weeks, rests "
        "of four and three times the work, sets x reps x %1RM up to 30 a group) isn't checked: a "
        "return can't leave sessions out, and how long a set takes isn't written. Nobody has "
        "tested such ramps in lifters.",
    .editions = kEditions,
    .bad = R"(plan "Back at once"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

return after 14 days off
  week 1 load x 95%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 4x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Back in steps"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

return after 14 days off
  week 1 sets x 50%, load x 90%, RIR to 4
  week 2 sets x 70%, load x 95%, RIR to 3
return after 28 days off
  week 1 sets x 50%, load x 80%, RIR to 4
  week 2 sets x 70%, load x 85%, RIR to 4
  week 3 sets x 80%, load x 90%, RIR to 3
  week 4 sets x 90%, load x 95%, RIR to 3

block "Base" 4 weeks if ready
  session "Legs"
    back squat 4x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
