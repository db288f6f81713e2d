// R17 / M117: a rule that raises the load, or the max it is taken of, too far at once.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/text.h"
#include "compiler/guidelines/growth.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/loading.h"

namespace meso::guidelines {
namespace {

// What the step is added to: the stated start of a load, the stated default of a max.
std::optional<Load> start_of_load(const Line& line) {
  if (line.start) return line.start;
  if (line.stages.empty()) return std::nullopt;
  for (const SetGroup& g : line.stages.front().groups)
    if (const auto* load = std::get_if<AbsoluteLoad>(&g.load)) return load->low;
  return std::nullopt;
}

std::optional<Load> start_of_reference(const Plan& plan, ExerciseId exercise, ReferenceKind kind) {
  for (const Input& input : plan.inputs)
    if (input.kind == kind && input.exercise && *input.exercise == exercise && input.fallback)
      if (const auto* load = std::get_if<Load>(&*input.fallback)) return *load;
  return std::nullopt;
}

// The smallest step that the equipment of any of the line's alternatives can make.
Decimal step_size(const Plan& plan, const Line& line) {
  Decimal least = load_step(plan, nullptr, plan.exercises[line.options.front()]).step.amount;
  for (const ExerciseId option : line.options)
    least = std::min(least, load_step(plan, nullptr, plan.exercises[option]).step.amount);
  return least;
}

// `step per extra rep, up to 10 reps`: ten steps at most. A bound in kg bounds the load, not the
// number of steps.
int most_times(const Change& change, const RuleCall& call) {
  if (change.per == Change::Per::once || !change.at_most) return 1;
  const Quantity bound = value_of(*change.at_most, call);
  return is_mass(bound.unit) || bound.unit == Unit::percent
             ? 1
             : std::max(1, static_cast<int>(bound.high.floor()));
}

// How far a change raises what it changes: a percentage, or a load.
struct Rise {
  Decimal amount;
  bool is_percent = false;
};

std::optional<Rise> rise_of(const Change& change, const RuleCall& call) {
  Quantity by;
  if (const auto* q = std::get_if<Quantity>(&change.value))
    by = *q;
  else if (const auto* p = std::get_if<ParameterRef>(&change.value))
    by = value_of(std::variant<Quantity, ParameterRef>(*p), call);
  else
    return std::nullopt;
  if (change.how == Change::How::times) return Rise{by.high - Decimal::whole(100), true};
  if (by.unit != Unit::percent && !is_mass(by.unit)) return std::nullopt;
  return Rise{by.high * Decimal::whole(most_times(change, call)), by.unit == Unit::percent};
}

struct Jump {
  Decimal percent;
  std::string of;  // "of 20 kg"
};

// Nothing where no start is known (an absolute step can't be judged then), or where the rise is one
// step that the equipment can't split.
std::optional<Jump> jump_of(const Rise& rise, const std::optional<Load>& start, Decimal step) {
  const bool known = start && start->amount > Decimal();
  if (!known && !rise.is_percent) return std::nullopt;
  const Decimal total =
      rise.is_percent && known ? percent_of(rise.amount, start->amount) : rise.amount;
  if (known && total <= step) return std::nullopt;
  if (rise.is_percent) return Jump{rise.amount, "of the load before"};
  return Jump{total * Decimal::whole(100) / start->amount, "of " + text(*start)};
}

// The widest jump of a call's rule on this line.
std::optional<Jump> widest_jump(const Plan& plan, const Line& line, const RuleCall& call) {
  std::optional<Jump> widest;
  for (const RuleClause& clause : plan.rules[call.rule].clauses)
    for (const Action& action : clause.actions) {
      const auto* change = std::get_if<Change>(&action);
      const bool of_load = change != nullptr &&
                           (change->what == Changes::load || change->what == Changes::reference);
      const auto rise =
          of_load && is_growth(*change, &call) ? rise_of(*change, call) : std::nullopt;
      if (!rise) continue;
      const auto start = change->what == Changes::load
                             ? start_of_load(line)
                             : start_of_reference(plan, line.options.front(), change->reference);
      const auto jump = jump_of(*rise, start, step_size(plan, line));
      if (jump && (!widest || jump->percent > widest->percent)) widest = jump;
    }
  return widest;
}

std::string percent_text(Decimal percent) {
  return round_to(percent, Decimal::ratio(1, 10), Rounding::nearest).text() + " %";
}

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : check_(check),
        warn_(check.threshold("warn above")),
        error_(check.threshold("error above")) {}

  void run() {
    for (const Block& block : check_.plan.blocks)
      for (const Session& session : block.sessions)
        for (const Line& line : session.lines)
          for (const RuleCall& call : line.rules)
            if (seen_.insert(call.source.value).second) check_call(line, call);
  }

 private:
  void check_call(const Line& line, const RuleCall& call) {
    const auto jump = widest_jump(check_.plan, line, call);
    if (!jump || jump->percent <= warn_) return;
    const bool error = jump->percent > error_;
    const std::string& exercise = check_.plan.exercises[line.options.front()].name;
    check_
        .report(error ? Severity::error : Severity::warning, call.source,
                exercise + " goes up by " + percent_text(jump->percent) + " at once")
        .label("+" + percent_text(jump->percent) + " " + jump->of)
        .note("the bound is " + percent_text(error ? error_ : warn_) +
              " for one step, unless the equipment has no smaller one")
        .advise(
            std::string(
                "take a smaller step, or state the smallest that can be loaded: round nearest ") +
            (check_.plan.units == MassUnit::kg ? "2.5 kg" : "5 lb"));
  }

  GuidelineCheck& check_;
  Decimal warn_, error_;
  std::unordered_set<std::uint32_t>
      seen_;  // a call stands in the plan once for each week that differs
};

void run(GuidelineCheck& check) { Checker(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"warn above", 10, "%",
     "American College of Sports Medicine 2009 (read as abstract): raise by 2 to 10 %"},
    {"error above", 20, "%", "a choice of this project: twice the position stand's upper end"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline load_jump;
const Guideline load_jump{
    .name = "load-jump",
    .code = "M117",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "No rule raises a load or a training max by more than a tenth at once",
    .why =
        "A step of 2 to 10 % after the target was beaten is the usual advice; beginners on "
        "light bars are the exception, where the smallest plates are already more. Each rule's "
        "step is held against the load that the line starts from; planned waves, lighter days "
        "and deloads don't count, since they leave the reference alone. An absolute step "
        "without a stated start can't be judged and isn't.",
    .sources =
        "The founding articles (S001-26): progressive overload, without a figure. American "
        "College of Sports Medicine 2009, progression models in resistance training (read as "
        "abstract): 2 to 10 %. Essentials of Strength Training and Conditioning, 4th ed. (from "
        "general knowledge, not re-read): steps of 1-2 kg upper body and 2-4 kg lower body in "
        "the less trained.",
    .critics =
        "The 2026 position stand of the College drops such figures (known through a secondary "
        "source), so this is convention.",
    .editions = kEditions,
    .bad = R"(plan "Fifteen kilos more"
  level intermediate
  units kg
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"

rule jump(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Bench"
    bench press 3x5 @ RIR 2 start 60 kg jump(15 kg)
)",
    .good = R"(plan "A small step"
  level intermediate
  units kg
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"

rule jump(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Bench"
    bench press 3x5 @ RIR 2 start 60 kg jump(2.5 kg)
)",
    .check = run,
};

}  // namespace meso::guidelines
