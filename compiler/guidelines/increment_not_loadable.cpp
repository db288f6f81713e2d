// S8 / M148: a step of the load that can't be put on the bar.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/known_lifts.h"
#include "runtime/loading.h"

namespace meso::guidelines {
namespace {

// A step smaller than the equipment's: of a call of a rule, on one line.
struct SmallStep {
  SourceId place;
  SourceId clause;
  const Line* line = nullptr;
  ExerciseId exercise;
  Load step, least;
};

std::optional<Quantity> step_of(const Change& change, const RuleCall& call) {
  if (change.what != Changes::load || change.how != Change::How::add) return std::nullopt;
  if (const auto* fixed = std::get_if<Quantity>(&change.value)) return *fixed;
  const auto* parameter = std::get_if<ParameterRef>(&change.value);
  if (parameter == nullptr) return std::nullopt;
  return call.arguments[parameter->index];
}

class StepCheck {
 public:
  explicit StepCheck(const GuidelineCheck& check)
      : check_(check), least_part_(check.threshold("of the least step")) {}

  std::vector<SmallStep> run() {
    for (const Block& block : check_.plan.blocks)
      for (const Session& session : block.sessions)
        for (const Line& line : session.lines)
          for (const RuleCall& call : line.rules) read(line, call);
    return std::move(found_);
  }

 private:
  void read(const Line& line, const RuleCall& call) {
    for (const RuleClause& clause : check_.plan.rules[call.rule].clauses)
      for (const Action& action : clause.actions)
        if (const auto* change = std::get_if<Change>(&action)) judge(line, call, *change);
  }

  // Of several that the athlete can choose from, the first: it is what the rule keeps.
  void judge(const Line& line, const RuleCall& call, const Change& change) {
    const auto step = step_of(change, call);
    if (!step || !is_mass(step->unit) || step->low <= Decimal()) return;
    const ExerciseId exercise = line.options.front();
    const Load least = load_step(check_.plan, nullptr, check_.plan.exercises[exercise]).step;
    const Load by{step->low, step->unit == Unit::kg ? MassUnit::kg : MassUnit::lb};
    if (by.unit != least.unit || by.amount >= percent_of(least_part_, least.amount)) return;
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const SmallStep& s) {
      return s.place == call.source && s.exercise == exercise;
    });
    if (!known) found_.push_back({call.source, change.source, &line, exercise, by, least});
  }

  const GuidelineCheck& check_;
  Decimal least_part_;
  std::vector<SmallStep> found_;
};

std::string told(const Plan& plan, const SmallStep& small) {
  return plan.exercises[small.exercise].name + " goes up by " + text(small.step) +
         ", and the least step that can be loaded is " + text(small.least);
}

// How many successes it takes until the rounded load moves.
long successes(const SmallStep& small) {
  const Decimal times = small.least.amount / small.step.amount;
  return times.is_whole() ? times.floor() : times.floor() + 1;
}

std::string round_line(const Plan& plan, const SmallStep& small) {
  return "round " + std::string(text(plan.exercises[small.exercise].equipment)) + " nearest " +
         text(small.step);
}

void report(GuidelineCheck& check, const std::vector<SmallStep>& of_kind) {
  const SmallStep& first = of_kind.front();
  Diagnostic& d = check.report(first.place, told(check.plan, first));
  d.label("on paper; the load itself moves with every " + std::to_string(successes(first)) +
          (successes(first) == 2   ? "nd"
           : successes(first) == 3 ? "rd"
                                   : "th") +
          " success at the latest");
  for (std::size_t i = 1; i < of_kind.size(); ++i)
    d.also(check.span(of_kind[i].place), told(check.plan, of_kind[i]));
  d.advise("if there is a smaller step, say so in the plan: " + round_line(check.plan, first))
      .advise("else take the step that can be loaded, " + text(first.least) +
              ", and climb by reps before it");
}

// One finding for each equipment that an `allow` doesn't part: it is mended by one line.
void run(GuidelineCheck& check) {
  std::vector<SmallStep> left = StepCheck(check).run();
  while (!left.empty()) {
    const auto equipment = [&](const SmallStep& s) {
      return check.plan.exercises[s.exercise].equipment;
    };
    const auto belongs = [&, of = equipment(left.front()),
                          allow = check.allow_at(left.front().place)](const SmallStep& s) {
      return equipment(s) == of && check.allow_at(s.place) == allow;
    };
    const auto rest = std::stable_partition(left.begin(), left.end(), belongs);
    report(check, {left.begin(), rest});
    left.erase(left.begin(), rest);
  }
}

constexpr Threshold kThresholds2026[] = {
    {"of the least step", 100, "%", {50, 100}, "a choice of this project: arithmetic of plates"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline increment_not_loadable;
const Guideline increment_not_loadable{
    .name = "increment-not-loadable",
    .code = "M148",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A rule's step in kg or lb can be put on the bar",
    .why =
        "Loads are rounded to what can be loaded, once, at the end. A step below that is kept "
        "exactly, so it isn't lost, but after a success the sheet asks for the same load again, "
        "and the athlete is held to a rise that isn't there. The least step is the plan's `round` "
        "for the equipment, else the usual one (2.5 kg or 5 lb on a bar, 2 kg or 5 lb for "
        "dumbbells, 5 kg or 10 lb on stacks). Steps in %, and those of a training max, of which "
        "loads are only shares, aren't judged; an athlete's own increments hold for them.",
    .sources = "An addition to the founding articles: arithmetic of plates (docs/semantics.md).",
    .critics =
        "Small steps that add up are a way to go up slowly. Then the reps should say so: double "
        "progression shows each of them.",
    .editions = kEditions,
    .bad = R"(plan "One kilo on five"
  level intermediate
  units kg
  guidelines 2026
  familiar lat pulldown
  goal e1RM of lat pulldown + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Pull"
    lat pulldown 3x10 @ RIR 2 add(1 kg)
)",
    .good = R"(plan "One kilo, with small plates"
  level intermediate
  units kg
  round cable nearest 1 kg
  guidelines 2026
  familiar lat pulldown
  goal e1RM of lat pulldown + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Pull"
    lat pulldown 3x10 @ RIR 2 add(1 kg)
)",
    .check = run,
};

}  // namespace meso::guidelines
