#include <map>

#include "base/text.h"
#include "compiler/compare/told.h"
#include "runtime/loading.h"
#include "runtime/words.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

std::vector<std::string> inputs(const Plan& plan) {
  std::vector<std::string> out;
  for (const Input& input : plan.inputs) {
    const std::string fallback = words::input_default(input);
    out.push_back(words::input(plan, input) + (fallback.empty() ? "" : ", else " + fallback));
  }
  return out;
}

std::vector<std::string> familiar(const Plan& plan) {
  std::vector<std::string> out;
  for (const Exercise& exercise : plan.exercises)
    if (exercise.familiar) out.push_back(exercise.name);
  return out;
}

std::vector<std::string> goals(const Plan& plan) {
  std::vector<std::string> out;
  for (const Goal& goal : plan.goals) out.push_back(words::goal(plan, goal));
  return out;
}

std::vector<std::string> tracks(const Plan& plan) {
  std::vector<std::string> out;
  for (const Track& track : plan.tracks) out.push_back(words::track(plan, track));
  return out;
}

std::vector<std::string> signals(const Plan& plan) {
  std::vector<std::string> out;
  for (const OwnSignal& signal : plan.signals) out.push_back(words::signal(signal));
  return out;
}

// As loads of the plan's lifts come out, whichever line or default it is that rounds them. Of
// equipment that only one of two plans uses there is nothing to compare.
void tell_roundings(std::vector<Fact>& facts, const Plan& plan) {
  std::map<std::string, std::string> by_equipment;
  for (const Exercise& exercise : plan.exercises)
    by_equipment.emplace(text(exercise.equipment),
                         words::rounding(load_step(plan, nullptr, exercise)));
  for (auto& [equipment, rounding] : by_equipment) {
    tell_text(facts, "rounding of " + equipment + " loads", std::move(rounding));
    facts.back().needs_both = true;
  }
}

std::vector<std::string> events(const Plan& plan) {
  std::vector<std::string> out;
  for (const Event& event : plan.events) out.push_back(words::event(event));
  return out;
}

std::vector<std::string> returns(const Plan& plan) {
  std::vector<std::string> out;
  for (const ReturnRamp& ramp : plan.returns)
    for (std::size_t week = 0; week < ramp.weeks.size(); ++week)
      out.push_back("after " + counted(ramp.after_days_off, "day") + " off, week " +
                    std::to_string(week + 1) + ": " + words::changes(plan, ramp.weeks[week]));
  return out;
}

}  // namespace

std::vector<Fact> tell_head(const Plan& plan) {
  std::vector<Fact> facts;
  tell_text(facts, "name", quoted(plan.name));
  tell_text(facts, "coach", plan.by);
  tell_text(facts, "level", std::string(text(plan.level)));
  tell_text(facts, "units", std::string(text(plan.units)));
  tell_text(facts, "guidelines", std::to_string(plan.edition));
  tell_roundings(facts, plan);
  tell_values(facts, "input", inputs(plan));
  tell_text(facts, "first day", plan.starts ? text(*plan.starts) : "");
  tell_values(facts, "event", events(plan));
  tell_values(facts, "familiar", familiar(plan));
  tell_values(facts, "goal", goals(plan));
  tell_values(facts, "track", tracks(plan));
  tell_values(facts, "signal", signals(plan));
  tell_values(facts, "return", returns(plan));
  tell_calls(facts, plan, "rule of the whole plan", plan.follows);
  tell_values(facts, "note", plan.notes);
  return facts;
}

}  // namespace meso
