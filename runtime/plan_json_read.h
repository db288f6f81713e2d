// The reader of the plan's JSON, for its own files alone: plan_json_read*.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/plan_json_tree.h"
#include "runtime/plan_words.h"

namespace meso {

// The reverse of PlanWriter, function by function. Names are gathered first, so that what stands
// above may name what stands below. A member that is added to the plan is read in the function of
// its struct, and nowhere else. Whatever is wrong leaves as a PlanJsonError.
class PlanReader {
 public:
  explicit PlanReader(const JsonValue& document);

  LoadedPlan loaded();

 private:
  // What names of one kind stand for.
  struct Names {
    std::string_view what;  // "exercise"
    std::unordered_map<std::string_view, std::uint32_t> places;
    void add(const JsonValue& name);
  };
  // Of a list of objects by this key; without a key of the texts that the list holds.
  static Names names_in(const JsonValue& list, std::string_view key, std::string_view what);
  static std::uint32_t look_up(const Names& names, const JsonValue& name);
  ExerciseId exercise_id(const JsonValue& v) { return {look_up(exercises_, v)}; }
  GroupId group_id(const JsonValue& v) { return {look_up(groups_, v)}; }
  SignalId signal_id(const JsonValue& v) { return {look_up(signals_, v)}; }
  GateId gate_id(const JsonValue& v) { return {look_up(gates_, v)}; }
  RuleId rule_id(const JsonValue& v) { return {look_up(rules_, v)}; }
  SchemeId scheme_id(const JsonValue& v) { return {look_up(schemes_, v)}; }
  BlockId block_id(const JsonValue& v) { return {look_up(blocks_, v)}; }

  template <class Read>
  using ReadBy = std::invoke_result_t<Read, const JsonValue&>;
  template <class Read>
  static std::vector<ReadBy<Read>> each(const JsonValue& list, Read read) {
    std::vector<ReadBy<Read>> out;
    out.reserve(list.items().size());
    for (const JsonValue* item : list.items()) out.push_back(read(*item));
    return out;
  }
  template <class T>
  std::vector<T> each(const JsonValue& list, T (PlanReader::*read)(const JsonValue&)) {
    return each(list, [&](const JsonValue& v) { return (this->*read)(v); });
  }
  template <class Id, class T>
  void fill(Store<Id, T>& store, const JsonValue& list, T (PlanReader::*read)(const JsonValue&)) {
    for (const JsonValue* item : list.items()) store.add((this->*read)(*item));
  }
  // A key that may be missing.
  template <class Read>
  static std::optional<ReadBy<Read>> maybe(const JsonValue& object, std::string_view key,
                                           Read read) {
    const JsonValue* value = object.find(key);
    return value == nullptr ? std::nullopt : std::optional(read(*value));
  }
  template <class T>
  std::optional<T> maybe(const JsonValue& object, std::string_view key,
                         T (PlanReader::*read)(const JsonValue&)) {
    return maybe(object, key, [&](const JsonValue& v) { return (this->*read)(v); });
  }
  // A word of a closed set.
  template <class Set>
  static Set closed(const JsonValue& v) {
    if (const auto value = from_word<Set>(v.text())) return *value;
    refuse_word(v, words(ClosedSet<Set>{}));
  }
  [[noreturn]] static void refuse_word(const JsonValue& v, WordList all);
  static const JsonValue& not_empty(const JsonValue& list);
  static const JsonValue& no_more_than(std::size_t most, const JsonValue& list);

  static std::string string(const JsonValue& v) { return v.text(); }
  static Decimal number(const JsonValue& v, Decimal least, Decimal most);
  static Percent percent(const JsonValue& v);
  static Range range(const JsonValue& v, int least, int most);
  static Load load(const JsonValue& v, int least, int most);
  static Load load_as_written(const JsonValue& v) { return load(v, 0, 1500); }
  static Quantity quantity(const JsonValue& v);
  static ReferenceKind reference(const JsonValue& v);
  static OfReference of_reference(const JsonValue& v);
  static Date date(const JsonValue& v);
  static std::vector<std::string> strings(const JsonValue& v) { return each(v, string); }
  static std::uint32_t index(const JsonValue& v, std::size_t size, std::string_view what);
  SourceId source(const JsonValue& object);

  // plan_json_read.cpp: the document and its head
  void check_edition(const JsonValue& document);
  void check_length(const JsonValue& blocks);
  PlanPlace place(const JsonValue& v);
  Group group(const JsonValue& v);
  MuscleShare muscle_share(const JsonValue& v);
  Exercise exercise(const JsonValue& v);
  Input input(const JsonValue& v);
  RoundingRule rounding(const JsonValue& v);
  Goal goal(const JsonValue& v);
  Track track(const JsonValue& v);
  SizePurpose size(const JsonValue& v);
  OwnSignal signal(const JsonValue& v);
  Event event(const JsonValue& v);
  MissedWork missed(const JsonValue& v);
  Progression progression(const JsonValue& v);
  std::vector<Change> return_week(const JsonValue& v);
  ReturnRamp return_ramp(const JsonValue& v);
  Allow allow(const JsonValue& v);

  // plan_json_read_logic.cpp
  ParameterRef parameter(const JsonValue& v);
  std::variant<Quantity, ParameterRef> amount(const JsonValue& v);
  Operand operand(const JsonValue& v, Reads reads);
  Window window(const JsonValue& v);
  LiftQuantifier lifts(const JsonValue& v);
  Atom atom(const JsonValue& v);
  Condition condition(const JsonValue& v);
  LoadOfStage load_of_stage(const JsonValue& v);
  ChangeValue change_value(const JsonValue& v);
  Change change(const JsonValue& v);
  GateClause gate_clause(const JsonValue& v);
  Gate gate(const JsonValue& v);
  Action action(const JsonValue& v);
  RuleClause rule_clause(const JsonValue& v);
  Rule rule(const JsonValue& v);
  RuleCall call(const JsonValue& v);

  // plan_json_read_blocks.cpp
  PercentLoad percent_load(const JsonValue& v);
  LoadSpec load_spec(const JsonValue& v);
  SetTarget target(const JsonValue& v);
  Effort effort(const JsonValue& v);
  SetGroup set_group(const JsonValue& v);
  TestSpec test(const JsonValue& v);
  Prescription prescription(const JsonValue& v);
  Prescription stage(const JsonValue& v);
  TimeRange rest(const JsonValue& v);
  Tempo tempo(const JsonValue& v);
  SetStyle set_style(const JsonValue& v);
  WarmUp warm_up(const JsonValue& v);
  SchemeStages other_scheme(const JsonValue& v);
  void read_planned_changes(const JsonValue& v, Line& line);
  ProgressionId progression_id(const JsonValue& v);
  std::vector<ProgressionId> progressions(const JsonValue& v, const std::vector<RuleCall>& rules);
  Line line(const JsonValue& v);
  Wait::After after(const JsonValue& v);
  Wait wait(const JsonValue& v);
  Session session(const JsonValue& v);
  Week week(const JsonValue& v, std::size_t sessions);
  Block block(const JsonValue& v);

  const JsonValue& document_;
  Plan plan_;
  std::vector<PlanPlace> places_;
  Names exercises_, groups_, signals_, events_, gates_, rules_, schemes_, blocks_, sessions_;
  const std::vector<std::string>* parameters_ = nullptr;  // of the rule that is being read
};

}  // namespace meso
