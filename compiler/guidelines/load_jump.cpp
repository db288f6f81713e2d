// R17 / M117: a rule that raises the load, or the max it is taken of, too far at once.
#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/growth.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/loading.h"

namespace meso::guidelines {
namespace {

struct Step {
  Quantity by;          // load or %
  bool is_factor = false;  // `x 110%`
};

Step step_of(const Change& change, const RuleCall& call) {
  Quantity by;
  if (const auto* q = std::get_if<Quantity>(&change.value)) by = *q;
  else if (const auto* p = std::get_if<ParameterRef>(&change.value)) by = call.arguments[p->index];
  return {by, change.how == Change::How::times};
}

// What the step is added to: the stated start of a load, the stated default of a max.
std::optional<Load> reference_load(const Plan& plan, const Line& line, const Change& change) {
  if (change.what == Changes::load) {
    if (line.start) return line.start;
    for (const SetGroup& g : line.stages.front().groups)
      if (const auto* load = std::get_if<AbsoluteLoad>(&g.load)) return load->low;
    return std::nullopt;
  }
  for (const Input& input : plan.inputs)
    if (input.kind == change.reference && input.exercise && *input.exercise == line.options.front() && input.fallback)
      if (const auto* load = std::get_if<Load>(&*input.fallback)) return *load;
  return std::nullopt;
}

// `step per extra rep, up to 10 reps`: ten steps at most.
int most_times(const Change& change, const RuleCall& call) {
  if (change.per == Change::Per::once || !change.at_most) return 1;
  return std::max(1, static_cast<int>(value_of(*change.at_most, call).high.floor()));
}

struct Jump {
  Decimal percent;
  std::string of;  // "of 20 kg"
};

// Nothing where no start is known (an absolute step can't be judged then), or where the step is one
// that the equipment can't split.
std::optional<Jump> jump_of(const Plan& plan, const Line& line, const Change& change, const RuleCall& call) {
  const Step step = step_of(change, call);
  const int times = most_times(change, call);
  if (step.is_factor) return Jump{step.by.high - Decimal::whole(100), "of the load before"};
  const auto start = reference_load(plan, line, change);
  const Decimal step_size = load_step(plan, nullptr, plan.exercises[line.options.front()]).step.amount;
  if (step.by.unit == Unit::percent) {
    const Decimal total = step.by.high * Decimal::whole(times);
    if (start && percent_of(total, start->amount) <= step_size) return std::nullopt;
    return Jump{total, "of the load before"};
  }
  const Decimal total = step.by.high * Decimal::whole(times);
  if (!is_mass(step.by.unit) || !start || start->amount <= Decimal() || total <= step_size) return std::nullopt;
  return Jump{total * Decimal::whole(100) / start->amount, "of " + text(*start)};
}

std::string percent_text(Decimal percent) {
  return round_to(percent, Decimal::ratio(1, 10), Rounding::nearest).text() + " %";
}

void check_call(GuidelineCheck& check, const Line& line, const RuleCall& call) {
  const Decimal warn = check.threshold("warn above"), most = check.threshold("error above");
  std::optional<Jump> worst;
  for (const RuleClause& clause : check.plan.rules[call.rule].clauses)
    for (const Action& action : clause.actions) {
      const auto* change = std::get_if<Change>(&action);
      const bool of_load = change != nullptr && (change->what == Changes::load || change->what == Changes::reference);
      if (!of_load || !is_growth(*change)) continue;
      const auto jump = jump_of(check.plan, line, *change, call);
      if (jump && (!worst || jump->percent > worst->percent)) worst = jump;
    }
  if (!worst || worst->percent <= warn) return;
  const std::string exercise = check.plan.exercises[line.options.front()].name;
  const bool error = worst->percent > most;
  check.report(error ? Severity::error : Severity::warning, call.source,
               exercise + " goes up by " + percent_text(worst->percent) + " at once")
      .label("+" + percent_text(worst->percent) + " " + worst->of)
      .note("the bound is " + percent_text(error ? most : warn) + " for one step, unless the equipment has no smaller one")
      .advise("take a smaller step, or state the smallest step that can be loaded: round nearest 2.5 kg");
}

void run(GuidelineCheck& check) {
  std::set<std::uint32_t> seen;
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines)
        for (const RuleCall& call : line.rules)
          if (seen.insert(call.source.value).second) check_call(check, line, call);
}

constexpr Threshold kThresholds2026[] = {
    {"warn above", 10, "%", "American College of Sports Medicine 2009 (read as abstract): raise by 2 to 10 %"},
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
    .why = "A step of 2 to 10 % after the target was beaten is the usual advice; beginners on light bars are the "
           "exception, where the smallest plates are already more. Each rule's step is held against the load that the "
           "line starts from; planned waves, lighter days and deloads don't count, since they leave the reference alone. "
           "An absolute step without a stated start can't be judged and isn't.",
    .sources = "American College of Sports Medicine 2009, progression models in resistance training (read as abstract): "
               "2 to 10 %. Essentials of Strength Training and Conditioning, 4th ed. (from general knowledge, not "
               "re-read): steps of 1-2 kg upper body and 2-4 kg lower body in the less trained.",
    .critics = "The 2026 position stand of the College drops such figures (known through a secondary source), so this "
               "is convention.",
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
