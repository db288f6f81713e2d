// Gates and rules as data: closed sets of signals, conditions, changes and actions. Nothing here
// computes: docs/semantics.md says what these words mean, and verify/ makes tables of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/quantity.h"
#include "runtime/athlete.h"
#include "runtime/prescription.h"

namespace meso {

using GroupId = Id<struct GroupTag>;  // into Plan::groups
using GateId = Id<struct GateTag>;
using RuleId = Id<struct RuleTag>;
using BlockId = Id<struct BlockTag>;
using SignalId = Id<struct OwnSignalTag>;  // a coach's own `signal`
using SchemeId = Id<struct SchemeTag>;

// What a condition reads.
enum class Reads : std::uint8_t {
  // readiness, from the check-in
  soreness,
  soreness_impairs,
  soreness_alters_form,
  soreness_reduces_strength,
  soreness_shortens_range,
  soreness_lowers_confidence,
  pain,
  energy,
  sleep,
  stress,
  mood,
  strength_restored,
  hrv,
  resting_heart_rate,
  days_off,
  own_signal,
  // performance, from the session done
  all_sets_done,
  missed,
  all_top_of_range,
  versus_last,
  reps_of_set,
  total_reps,
  extra_reps,
  rir_of_set,
  tested,
  // recovery after the exposure
  never_sore,
  recovered_early,
  recovered_in_time,
  still_sore,
  sore_at_start,
  // counters of the progression
  exposures,
  resets,
  stage,
  week,
  sets,
  // events
  week_ends,
  rotation_ends,
  block_ends,
};
constexpr bool is_readiness(Reads r) { return r <= Reads::own_signal; }
// Whether soreness gets in the way: the questions that are asked only from some soreness up.
constexpr bool is_functional(Reads r) {
  return r >= Reads::soreness_impairs && r <= Reads::soreness_lowers_confidence;
}
constexpr bool is_performance(Reads r) { return r >= Reads::all_sets_done && r <= Reads::tested; }
constexpr bool is_recovery(Reads r) { return r >= Reads::never_sore && r <= Reads::sore_at_start; }

enum class Compare : std::uint8_t { holds, less, at_most, equal, at_least, more, within };

enum class Pain : std::uint8_t { none, dull, sharp };
enum class VersusLast : std::uint8_t { worse, same, better, much_better };
enum class Baseline : std::uint8_t { below, at, above };

// `twice in a row`, `once this block`, `every time this week`.
struct Window {
  enum class Over : std::uint8_t { in_a_row, this_week, this_block };
  Over over = Over::in_a_row;
  int times = 1;  // ignored when `every`
  bool every = false;
};

// Which lifts a `follow`ed rule asks about.
struct LiftQuantifier {
  enum class Of : std::uint8_t { any, every, none, at_least };
  Of of = Of::any;
  int lifts = 1;  // at_least
};

struct ParameterRef {
  std::uint32_t index = 0;  // into Rule::parameters
  friend constexpr bool operator==(ParameterRef, ParameterRef) = default;
};
using Operand = std::variant<Decimal, ParameterRef>;

// One comparison. A comparison with an unanswered signal is false, and so is its negation.
struct Atom {
  Reads reads = Reads::soreness;
  bool negated = false;
  Compare compare = Compare::holds;
  Operand low{Decimal()};   // the constant compared with; pain, versus_last and baselines as their
  Operand high{Decimal()};  // enum's number; `high` for `within` only
  std::optional<GroupId> group;  // soreness of GROUP
  bool anywhere = false;         // soreness anywhere: the worst group that the session touches
  std::optional<SignalId> signal;
  std::string place;  // pain ... in PLACE
  int for_days = 0;   // `for N days`; 0: today
  std::optional<Window> window;
  std::optional<LiftQuantifier> lifts;
  int set_number = 0;  // reps of set N; 0: the last set
  SourceId source;
};

// Atoms joined by `and` or by `or`, never mixed.
struct Condition {
  bool any = false;  // `or`
  std::vector<Atom> atoms;
};

// What a change changes.
enum class Changes : std::uint8_t {
  load,
  reps,
  time,
  distance,
  sets,
  rir,
  rest,
  gap,
  stage,
  scheme,
  reference
};

struct StartValue {
  friend constexpr bool operator==(StartValue, StartValue) = default;
};
struct BottomOfRange {
  friend constexpr bool operator==(BottomOfRange, BottomOfRange) = default;
};
struct TopOfRange {
  friend constexpr bool operator==(TopOfRange, TopOfRange) = default;
};
struct OfReference {  // 85% of 5RM
  Percent percent;
  ReferenceKind reference;
  friend bool operator==(const OfReference&, const OfReference&) = default;
};
struct LoadOfStage {  // load of stage 1 + 15 lb
  int stage = 1;
  std::optional<std::variant<Quantity, ParameterRef>> added;
  friend bool operator==(const LoadOfStage&, const LoadOfStage&) = default;
};
using ChangeValue = std::variant<Quantity, ParameterRef, StartValue, BottomOfRange, TopOfRange,
                                 OfReference, LoadOfStage, SchemeId>;

// `load + 2.5 kg`, `sets x 50%`, `reps to bottom of range`, `sets + 1, up to 6`: the one list that
// gates, repeats, weeks, returns and rules share.
struct Change {
  enum class How : std::uint8_t { add, subtract, times, set_to };
  enum class Per : std::uint8_t { once, extra_rep, missing_rep };
  Changes what = Changes::load;
  ReferenceKind reference;  // Changes::reference: which
  How how = How::add;
  ChangeValue value;
  Per per = Per::once;
  std::optional<std::variant<Quantity, ParameterRef>> at_most;   // up to
  std::optional<std::variant<Quantity, ParameterRef>> at_least;  // down to
  bool next_time = false;
  SourceId source;
  friend bool operator==(const Change&, const Change&) = default;
};

enum class Verdict : std::uint8_t { train, lighten, swap, recover, refer };
std::string_view text(Verdict verdict);
// Is the session done, as written or reduced?
constexpr bool releases(Verdict verdict) {
  return verdict == Verdict::train || verdict == Verdict::lighten;
}

struct GateClause {
  Verdict verdict = Verdict::recover;
  std::vector<Change> changes;         // lighten
  std::optional<Condition> condition;  // nothing: `otherwise`
  SourceId source;
};

struct Gate {
  std::string name;
  std::vector<GateClause> clauses;  // read from the top; the first that holds decides
  bool built_in = false;            // the default gate of lib/
  SourceId source;
};

struct Hold {};
struct NextStage {};
struct NextVariation {};  // of a ladder
struct PreviousVariation {};
struct RepeatWeek {};
struct InsertBlock {
  BlockId block;
  std::optional<int> at_most;  // times a block run; the edition's bound where not given
};
struct EndBlock {};
struct ReferOut {};
struct NotifyCoach {};
using Action = std::variant<Change, Hold, NextStage, NextVariation, PreviousVariation, RepeatWeek,
                            InsertBlock, EndBlock, ReferOut, NotifyCoach>;

struct RuleClause {
  std::optional<Condition> condition;  // nothing: `otherwise`
  std::vector<Action> actions;
  SourceId source;
};

struct Rule {
  std::string name;
  std::vector<std::string> parameters;
  std::vector<RuleClause> clauses;
  SourceId source;
};

// `double(2.5 kg)`: a rule with its arguments, in the order of Rule::parameters.
struct RuleCall {
  RuleId rule;
  std::vector<Quantity> arguments;
  SourceId source;
};

// The number that an operand stands for in a call of its rule.
Decimal value_of(const Operand& operand, const RuleCall& call);
Quantity value_of(const std::variant<Quantity, ParameterRef>& value, const RuleCall& call);

}  // namespace meso
