// The writer of the plan's JSON, for its own files alone: plan_json_write*.cpp.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/plan_json.h"
#include "runtime/plan_words.h"

namespace meso {

// Writes ids as names, for which it has the plan; parameters by the rule that it is in. A member
// that is added to the plan gets its key in the function of its struct, and nowhere else.
class PlanWriter {
 public:
  using Json = nlohmann::ordered_json;

  explicit PlanWriter(const Plan& plan) : plan_(plan) {}

  Json document(std::span<const PlanPlace> places);

 private:
  template <class Items, class Write>
  static Json array_of(const Items& items, Write write) {
    Json json = Json::array();
    for (const auto& item : items) json.push_back(write(item));
    return json;
  }
  template <class T>
  Json each(const std::vector<T>& items, Json (PlanWriter::*write)(const T&)) {
    return array_of(items, [&](const T& item) { return (this->*write)(item); });
  }
  template <class Id, class T>
  Json each(const Store<Id, T>& items, Json (PlanWriter::*write)(const T&)) {
    return array_of(items, [&](const T& item) { return (this->*write)(item); });
  }
  // A key is left out where the plan says nothing.
  template <class T, class Write>
  static void put(Json& json, const char* key, const std::optional<T>& value, Write write) {
    if (value) json[key] = write(*value);
  }
  template <class T>
  void put(Json& json, const char* key, const std::optional<T>& value,
           Json (PlanWriter::*write)(const T&)) {
    if (value) json[key] = (this->*write)(*value);
  }

  static Json decimal(Decimal value);
  static Json load(Load load);
  static Json range(Range range);
  static Json seconds(TimeRange range);
  static Json quantity(const Quantity& quantity);
  static Json of_reference(const OfReference& part);
  static Json number(int n) { return n; }
  static Json string(std::string_view s) { return s; }
  template <class Enum>
  static Json closed(Enum value) {
    return word(value);
  }
  Json name(const ExerciseId& id) { return plan_.exercises[id].name; }
  Json name(const GroupId& id) { return plan_.groups[id.value].id; }
  Json name(const BlockId& id) { return plan_.blocks[id].name; }
  Json name(const SignalId& id) { return plan_.signals[id].name; }
  Json name(const GateId& id) { return plan_.gates[id].name; }
  Json name(const RuleId& id) { return plan_.rules[id].name; }
  Json name(const SchemeId& id) { return plan_.schemes[id]; }
  static Json index(ProgressionId id) { return id.value; }

  // plan_json_write.cpp: the document and its head
  Json exercise(const Exercise& exercise);
  Json input(const Input& input);
  Json rounding(const RoundingRule& rule);
  Json goal(const Goal& goal);
  Json track(const Track& track);
  Json size(const SizePurpose& size);
  Json signal(const OwnSignal& signal);
  Json event(const Event& event);
  Json missed(const MissedWork& missed);
  Json progression(const Progression& progression);
  Json return_week(const std::vector<Change>& changes);
  Json return_ramp(const ReturnRamp& ramp);
  Json allow(const Allow& allow);

  // plan_json_write_logic.cpp
  Json parameter(const ParameterRef& parameter);
  Json amount(const std::variant<Quantity, ParameterRef>& value);
  Json operand(const Atom& atom, const Operand& operand);
  Json window(const Window& window);
  Json lifts(const LiftQuantifier& lifts);
  Json atom(const Atom& atom);
  Json condition(const Condition& condition);
  Json change_value(const ChangeValue& value);
  Json change(const Change& change);
  Json gate_clause(const GateClause& clause);
  Json gate(const Gate& gate);
  Json action(const Action& action);
  Json rule_clause(const RuleClause& clause);
  Json rule(const Rule& rule);
  Json call(const RuleCall& call);

  // plan_json_write_blocks.cpp
  Json load_spec(const LoadSpec& spec);
  Json effort(const Effort& effort);
  Json set_group(const SetGroup& group);
  Json test(const TestSpec& test);
  Json prescription(const Prescription& prescription);
  Json tempo(const Tempo& tempo);
  Json set_style(const SetStyle& style);
  Json warm_up(const WarmUp& warm_up);
  Json other_scheme(const SchemeStages& scheme);
  Json line(const Line& line);
  Json after(const Wait::After& after);
  Json wait(const Wait& wait);
  Json session(const Session& session);
  Json week(const Week& week);
  Json block(const Block& block);

  const Plan& plan_;
  const Rule* rule_ = nullptr;
};

}  // namespace meso
