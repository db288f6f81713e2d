// R14 / M114: the first week after a deload asks more than the weeks before it.
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/lift_demand.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

// The loading passes that an athlete is used to, with what they ask of each lift.
struct Before {
  UsedTo volume;
  std::vector<std::vector<LiftDemand>> lifts;
};

const LiftDemand* find(const std::vector<LiftDemand>& lifts, ExerciseId exercise) {
  const auto at = std::find_if(lifts.begin(), lifts.end(),
                               [&](const LiftDemand& lift) { return lift.exercise == exercise; });
  return at == lifts.end() ? nullptr : &*at;
}

bool works_directly(const Exercise& exercise, GroupId group) {
  return std::any_of(exercise.muscles.begin(), exercise.muscles.end(), [&](const MuscleShare& m) {
    return m.group == group && m.share >= Decimal::whole(1);
  });
}

// The first loading pass behind a deload.
class Return {
 public:
  Return(GuidelineCheck& check, const Before& before, std::size_t pass, std::size_t deload,
         int days)
      : check_(check),
        before_(before),
        pass_(pass),
        deload_(deload),
        days_(days),
        limit_(Decimal::whole(days) >= check.threshold("long deload")
                   ? check.threshold("after a long one")
                   : check.threshold("at most")),
        lifts_(demands_of(check.facts, pass)) {}

  void run() {
    for (const std::string& rise : sets()) rises_.push_back(rise);
    for (const std::string& rise : loads()) rises_.push_back(rise);
    if (!rises_.empty()) report();
  }

 private:
  // Groups with more sets, unless a lift of theirs is lighter for it. Where volume-jump speaks this
  // says nothing of sets.
  std::vector<std::string> sets() const {
    const PassVolume now = written_volume(check_.facts, pass_);
    const auto told = jumps_over(before_.volume.passes(), now, {});
    if (std::any_of(told.begin(), told.end(),
                    [](const VolumeJump& jump) { return jump.of == VolumeJump::Of::pass; }))
      return {};
    std::vector<std::string> out;
    for (std::uint32_t g = 0; g < now.sets.size(); ++g) {
      const GroupId group{g};
      const VolumeJump rise =
          rise_over(before_.volume.passes(), group, VolumeJump::Of::pass, now.sets[g]);
      if (rise.from <= Decimal() || !is_above(rise) || is_traded(group)) continue;
      out.push_back(std::string(check_.facts.name(group)) + " " + rise.from.text() + " -> " +
                    rise.to.text() + " sets");
    }
    return out;
  }
  // What is less than all is rounded as `sets x 90%` is.
  bool is_above(const VolumeJump& rise) const {
    Decimal bound = percent_of(limit_, rise.from);
    if (limit_ < Decimal::whole(100)) bound = round_to(bound, Decimal::whole(1), Rounding::nearest);
    return rise.to - bound >= check_.threshold("at least");
  }
  bool is_traded(GroupId group) const {
    return std::any_of(lifts_.begin(), lifts_.end(), [&](const LiftDemand& lift) {
      return works_directly(check_.plan.exercises[lift.exercise], group) && is_lighter(lift);
    });
  }
  // Lighter than in some week before, and heavier than in none.
  bool is_lighter(const LiftDemand& lift) const {
    bool lighter = false;
    for (const auto& lifts : before_.lifts) {
      const LiftDemand* was = find(lifts, lift.exercise);
      if (was == nullptr || was->top == nullptr || lift.top == nullptr) continue;
      const int sign = compare_loads(*lift.top, *was->top).value_or(0);
      if (sign > 0) return false;
      lighter = lighter || sign < 0;
    }
    return lighter;
  }

  // Lifts that are heavier than in each week before, with no fewer sets and reps.
  std::vector<std::string> loads() const {
    std::vector<std::string> out;
    for (const LiftDemand& lift : lifts_) {
      bool stood = false, heavier = true;
      for (const auto& lifts : before_.lifts)
        if (const LiftDemand* was = find(lifts, lift.exercise)) {
          stood = true;
          heavier = heavier && (harder_than(lift, *was) & axis_bit(Axis::load)) != 0;
        }
      if (stood && heavier)
        out.push_back(check_.plan.exercises[lift.exercise].name + " with more load");
    }
    return out;
  }

  void report() const {
    const Plan& plan = check_.plan;
    const Pass& pass = check_.facts.passes[pass_];
    const Week& week = check_.facts.week(pass);
    const SourceId place =
        week.changes.empty() ? plan.blocks[pass.block].source : week.changes.front().source;
    Diagnostic& d = check_.report(
        place, pass_name(plan, pass) + " comes back from a deload of " + counted(days_, "day") +
                   " with more than the weeks before it: " + rises_.front());
    d.label("the bound is " + limit_.text() + " % of them");
    for (std::size_t i = 1; i < rises_.size(); ++i) d.note(rises_[i]);
    d.also(check_.span(plan.blocks[check_.facts.passes[deload_].block].source), "the deload");
    d.advise(limit_ < Decimal::whole(100)
                 ? "come back with less: sets x " + limit_.text() + "%"
                 : "come back to what was done before it, and add a set in the week after");
  }

  GuidelineCheck& check_;
  const Before& before_;
  std::size_t pass_, deload_;
  int days_;
  Decimal limit_;
  std::vector<LiftDemand> lifts_;
  std::vector<std::string> rises_;
};

// The earliest day of each pass's first session.
std::vector<int> first_days(const GuidelineCheck& check) {
  const std::vector<QueueEntry>& order = check.facts.order;
  const std::vector<int> dates = earliest_dates(check.plan, check.edition, order, Weekday::mon);
  std::vector<int> first(check.facts.passes.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i)
    if (first[order[i].pass_index] < 0) first[order[i].pass_index] = dates[i];
  return first;
}

bool has_deload(const PlanFacts& facts) {
  return std::any_of(facts.passes.begin(), facts.passes.end(),
                     [](const Pass& pass) { return pass.kind == WeekKind::deload; });
}

void run(GuidelineCheck& check) {
  if (!has_deload(check.facts)) return;
  const std::vector<int> days = first_days(check);
  const auto kept = static_cast<std::size_t>(check.edition.baseline_passes);
  Before before{UsedTo(check.edition), {}};
  std::size_t deload = 0;
  bool eased = false;
  for (std::size_t p = 0; p < check.facts.passes.size(); ++p) {
    const Pass& pass = check.facts.passes[p];
    if (!is_loading(pass)) {
      if (!eased) deload = p;
      eased = pass.kind == WeekKind::deload;
      continue;
    }
    if (eased && !before.lifts.empty())
      Return(check, before, p, deload, days[p] - days[deload]).run();
    eased = false;
    before.volume.add(written_volume(check.facts, p));
    before.lifts.push_back(demands_of(check.facts, p));
    if (before.lifts.size() > kept) before.lifts.erase(before.lifts.begin());
  }
}

constexpr Threshold kThresholds2026[] = {
    {"at most",
     100,
     "%",
     {80, 130},
     "convention: come back to the level of the last loading weeks"},
    {"after a long one", 90, "%", {60, 130}, "convention"},
    {"long deload",
     10,
     "days",
     {7, 21},
     "convention; a usual deload takes 6.4 days (Rogerson 2024)"},
    {"at least",
     1,
     "sets",
     {1, 6},
     "a choice of this project: halves come and go with secondary muscles"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline post_deload_rebound;
const Guideline post_deload_rebound{
    .name = "post-deload-rebound",
    .code = "M114",
    .category = "overload",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "The first week after a deload asks no more than the weeks before it did",
    .why =
        "From a deload back to load is one of the times when soreness is to be expected: who "
        "comes back with more than before adds a rise to it. The first loading week after a "
        "deload is compared with the best of the last four before it, in sets of each group and "
        "in the load of each lift; after ten days and more its sets stay below them. Sets that are "
        "paid for with lighter loads don't count, nor loads with fewer reps; what a rule adds "
        "because the work was done is load-jump's, and a rise that volume-jump tells isn't told "
        "twice.",
    .sources =
        "The founding articles (S001-11): soreness is expected when going from a deload back to "
        "load. Numbers are conventions of coaching. Length of usual deloads: survey of 246 "
        "lifters (Rogerson 2024).",
    .critics =
        "No trial has looked at the week after a deload. Some coaches place a push week there on "
        "purpose, while the athlete is fresh: allow it, with the reason.",
    .editions = kEditions,
    .bad = R"(plan "Fresh, so more"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Push"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 3 weeks if ready
  session "Legs"
    back squat 5x5 @ RIR 2 add(2.5%)

block "Deload" 1 week, deload if ready
  repeat "Base" sets x 50%, RIR + 2

block "Push" 2 weeks if ready
  repeat "Base" sets + 1
)",
    .good = R"(plan "Back to where it was, then more"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Push"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 3 weeks if ready
  session "Legs"
    back squat 5x5 @ RIR 2 add(2.5%)

block "Deload" 1 week, deload if ready
  repeat "Base" sets x 50%, RIR + 2

block "Push" 2 weeks if ready
  week 2 sets + 1
  repeat "Base"
)",
    .check = run,
};

}  // namespace meso::guidelines
