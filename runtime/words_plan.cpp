#include "runtime/words_plan.h"

#include <fmt/core.h>

#include "base/text.h"
#include "runtime/words.h"

namespace meso::words {
namespace {

std::string measure(const Plan& plan, Metric metric, ReferenceKind reference,
                    std::optional<ExerciseId> exercise) {
  std::string out(metric == Metric::n_rm ? meso::text(reference) : meso::text(metric));
  if (exercise) out += " of " + plan.exercises[*exercise].name;
  return out;
}

}  // namespace

std::string goal(const Plan& plan, const Goal& goal) {
  std::string out = measure(plan, goal.metric, goal.reference, goal.exercise);
  if (goal.group) out += " of " + plan.groups[goal.group->value].name;
  if (goal.is_growth)
    out += " up " + text(goal.target);
  else if (goal.from)
    out += fmt::format(" from {} to {}", text(*goal.from), text(goal.target));
  else
    out += " " + text(goal.target);
  if (goal.by_end_of) out += " by the end of " + quoted(plan.blocks[*goal.by_end_of].name);
  return out;
}

std::string track(const Plan& plan, const Track& track) {
  return measure(plan, track.metric, {}, track.exercise);
}

std::string input(const Plan& plan, const Input& input) {
  if (!input.exercise) return text(input.kind);
  return text(input.kind) + " of " + plan.exercises[*input.exercise].name;
}

std::string input_default(const Input& input) {
  if (!input.fallback) return {};
  if (const auto* load = std::get_if<Load>(&*input.fallback)) return text(*load);
  const auto& of = std::get<OfReference>(*input.fallback);
  return text(of.percent) + " of " + text(of.reference);
}

std::string event(const Event& event) {
  if (const auto* day = std::get_if<Weekday>(&event.when))
    return quoted(event.name) + ", every " + std::string(text(*day));
  return quoted(event.name) + ", " + text(std::get<Date>(event.when));
}

std::string signal(const OwnSignal& signal) {
  return fmt::format("{}, {}{}", quoted(signal.question), text(signal.scale),
                     signal.higher_is_better ? ", higher is better" : "");
}

std::string rounding(const LoadStep& step) {
  switch (step.mode) {
    case Rounding::nearest: return "to the nearest " + text(step.step);
    case Rounding::up: return "up to the next " + text(step.step);
    case Rounding::down: return "down to the next " + text(step.step);
  }
  return {};
}

std::string changes(const Plan& plan, const std::vector<Change>& changes) {
  Context context;
  context.plan = &plan;
  std::string out;
  for (const Change& one : changes) out += (out.empty() ? "" : ", ") + change(context, one);
  return out;
}

std::string_view pass_noun(const Block& block) { return block.rotations ? "rotation" : "week"; }

std::string length(const Block& block) {
  return fmt::format("{} {}{}", text(block.length), pass_noun(block),
                     block.length.high == 1 ? "" : "s");
}

std::string days(const std::vector<Weekday>& days) {
  std::vector<std::string> names;
  for (const Weekday day : days) names.emplace_back(text(day));
  return join_or(names);
}

}  // namespace meso::words
