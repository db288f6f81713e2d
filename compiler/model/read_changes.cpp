#include <optional>
#include <utility>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

using Bound = std::variant<Quantity, ParameterRef>;

Bound read_bound(Reading& r, TokenReader& t) {
  if (t.at(TokenKind::parameter)) {
    const Token token = t.next();
    const auto parameter = find_parameter(r, t.text(token), t.span(token));
    return parameter ? Bound(*parameter) : Bound(Quantity{});
  }
  return read_quantity(r, t);
}

struct What {
  Changes what;
  ReferenceKind reference;
  bool rpe = false;
};

What read_what(Reading& r, TokenReader& t) {
  const TokenKind kind = t.peek().kind;
  if (kind == TokenKind::kw_training_max || kind == TokenKind::n_rm)
    return {Changes::reference, read_reference(r, t), false};
  t.next();
  switch (kind) {
    case TokenKind::kw_load: return {Changes::load, {}, false};
    case TokenKind::kw_reps: return {Changes::reps, {}, false};
    case TokenKind::kw_time: return {Changes::time, {}, false};
    case TokenKind::kw_distance: return {Changes::distance, {}, false};
    case TokenKind::kw_sets: return {Changes::sets, {}, false};
    case TokenKind::kw_rir: return {Changes::rir, {}, false};
    case TokenKind::kw_rpe: return {Changes::rir, {}, true};
    case TokenKind::kw_rest: return {Changes::rest, {}, false};
    case TokenKind::kw_gap: return {Changes::gap, {}, false};
    case TokenKind::kw_scheme: return {Changes::scheme, {}, false};
    default: return {Changes::stage, {}, false};
  }
}

Change::How read_how(TokenReader& t) {
  switch (t.next().kind) {
    case TokenKind::plus_sign: return Change::How::add;
    case TokenKind::minus_sign: return Change::How::subtract;
    case TokenKind::times_sign: return Change::How::times;
    default: return Change::How::set_to;
  }
}

ChangeValue read_load_of_stage(Reading& r, TokenReader& t) {
  LoadOfStage value;
  const Token stage = t.next();
  value.stage = read_int(r, t, stage, 1, 30, "a stage's number");
  if (const bool minus = t.at(TokenKind::minus_sign); minus || t.at(TokenKind::plus_sign)) {
    t.next();
    Bound added = read_bound(r, t);
    if (auto* q = std::get_if<Quantity>(&added); q != nullptr && minus)
      *q = {-q->low, -q->high, q->unit};
    value.added = added;
  }
  return value;
}

ChangeValue read_value(Reading& r, TokenReader& t, const What& what) {
  if (t.take(TokenKind::kw_bottom_of_range)) return BottomOfRange{};
  if (t.take(TokenKind::kw_top_of_range)) return TopOfRange{};
  if (t.take(TokenKind::kw_start)) return StartValue{};
  if (t.take(TokenKind::kw_load_of_stage)) return read_load_of_stage(r, t);
  if (t.at(TokenKind::parameter)) {
    const Token token = t.next();
    if (what.what == Changes::scheme) {
      const auto scheme = find_scheme(r, t.text(token), t.span(token));
      return scheme ? ChangeValue(*scheme) : ChangeValue(StartValue{});
    }
    const auto parameter = find_parameter(r, t.text(token), t.span(token));
    return parameter ? ChangeValue(*parameter) : ChangeValue(StartValue{});
  }
  const Quantity q = read_quantity(r, t);
  if (t.take(TokenKind::kw_of)) return OfReference{{q.low}, read_reference(r, t)};
  return q;
}

// Sets, reps and stages are whole; only a rest and an effort may be set to a range.
bool check_size(Reading& r, const Change& change, const Quantity& q, Span span) {
  const bool range =
      change.how == Change::How::set_to &&
      (change.what == Changes::rest || change.what == Changes::rir || change.what == Changes::reps);
  if (!range && !check_single(r, q, span, "a change")) return false;
  const bool counts =
      change.what == Changes::sets || change.what == Changes::reps || change.what == Changes::stage;
  if (change.how == Change::How::times || !counts) return true;
  const int most = change.what == Changes::reps ? 1000 : 30;
  if (q.low.is_whole() && q.high.is_whole() && q.high <= Decimal::whole(most)) return true;
  r.report(kind::out_of_range, span,
           "a change of " +
               std::string(change.what == Changes::sets   ? "sets"
                           : change.what == Changes::reps ? "reps"
                                                          : "stage") +
               " can't be " + text(q))
      .advise("it is a whole number, at most " + std::to_string(most));
  return false;
}

// `load + 5%` and `load - 10%`; `load to 50%` has nothing that it could be half of.
bool is_growth_or_cut(Reading& r, const Change& change, const Quantity& q, Span span) {
  if (change.how == Change::How::set_to) {
    r.report(kind::wrong_unit, span, "a percentage of what?")
        .advise("write `load x 50%` for half of it, or name what it is of: 50% of 1RM");
    return false;
  }
  if (q.low > Decimal() && q.low < Decimal::whole(100)) return true;
  r.report(kind::out_of_range, span, "a load can't change by " + text(q))
      .advise("a step is above 0 and below 100 %");
  return false;
}

// The same for RPE, which runs from 10 down.
void check_effort(Reading& r, const Quantity& q, Span span) {
  if (q.low >= Decimal() && q.high <= Decimal::whole(10)) return;
  r.report(kind::out_of_range, span, "an effort of " + text(q) + " makes no plan")
      .advise(
          "RIR (reps in reserve) goes from 0 to 10, RPE from 10 down; a change is smaller still");
}

void check_value(Reading& r, const Change& change, Span span) {
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return;
  if (r.unknown_unit || !check_size(r, change, *q, span)) return;
  if (change.how == Change::How::times) {
    if (change.what == Changes::rir || change.what == Changes::stage) {
      const bool effort = change.what == Changes::rir;
      r.report(kind::wrong_unit, span,
               effort ? "effort can't be multiplied" : "stages can't be multiplied")
          .advise(effort ? "it goes up and down by a number: RIR + 1"
                         : "they go up and down by a number: stage + 1");
      return;
    }
    if (q->unit != Unit::percent) {
      r.report(kind::wrong_unit, span, "a factor is a percentage")
          .advise("half is `x 50%`, one and a half times `x 150%`");
      return;
    }
    if (q->low > Decimal::whole(300) || q->low <= Decimal())
      r.report(kind::out_of_range, span, "a factor of " + text(*q) + " makes no plan")
          .advise("factors go from 1 to 300 %");
    return;
  }
  switch (change.what) {
    case Changes::load:
    case Changes::reference:
      if (q->unit == Unit::percent && !is_growth_or_cut(r, change, *q, span)) return;
      if (check_unit(r, *q, span, {Unit::kg, Unit::lb, Unit::percent}, "a change of load") &&
          is_mass(q->unit))
        to_load(r, *q, span, "a change of load");
      break;
    case Changes::sets:
      check_unit(r, *q, span, {Unit::none, Unit::sets}, "a change of sets");
      break;
    case Changes::reps:
      check_unit(r, *q, span, {Unit::none, Unit::reps}, "a change of reps");
      break;
    case Changes::time:
      check_unit(r, *q, span, {Unit::seconds, Unit::minutes}, "a change of time");
      break;
    case Changes::distance: check_unit(r, *q, span, {Unit::meters}, "a change of distance"); break;
    case Changes::rir:
      if (check_unit(r, *q, span, {Unit::none}, "this change")) check_effort(r, *q, span);
      break;
    case Changes::stage: check_unit(r, *q, span, {Unit::none}, "this change"); break;
    case Changes::rest:
      check_unit(r, *q, span, {Unit::seconds, Unit::minutes}, "a change of rest");
      break;
    case Changes::gap:
      check_unit(r, *q, span, {Unit::days, Unit::hours, Unit::weeks}, "a change of gap");
      break;
    case Changes::scheme:
      r.report(kind::wrong_unit, span, "a line changes to a scheme by its name")
          .advise("write: scheme to NAME");
      break;
  }
}

struct Misfit {
  std::string_view why, example;
};

// Ends of a range, shares of a max and loads of a stage are values of some things only.
std::optional<Misfit> misfit(const Change& change) {
  const bool amount = change.what == Changes::reps || change.what == Changes::time ||
                      change.what == Changes::distance;
  const bool load = change.what == Changes::load || change.what == Changes::reference;
  const bool end = std::holds_alternative<BottomOfRange>(change.value) ||
                   std::holds_alternative<TopOfRange>(change.value);
  const bool taken = std::holds_alternative<OfReference>(change.value) ||
                     std::holds_alternative<LoadOfStage>(change.value);
  if (end && !amount)
    return Misfit{"only reps, time and distance have a range", "reps to bottom of range"};
  if (taken && !load)
    return Misfit{"only a load can be taken from a max or a stage", "load to 85% of 5RM"};
  const bool start = std::holds_alternative<StartValue>(change.value);
  if ((end || taken || start) && change.how != Change::How::set_to)
    return Misfit{"this is where a change goes to, not what it adds", "load to start"};
  return std::nullopt;
}

void check_fits(Reading& r, const Change& change, Span span) {
  if (const auto wrong = misfit(change))
    r.report(kind::idle_change, span, std::string(wrong->why))
        .advise("for example: " + std::string(wrong->example));
}

bool is_parameter(const std::optional<Bound>& bound) {
  return bound && std::holds_alternative<ParameterRef>(*bound);
}

// `RPE to target` with a name would need 10 - target, which no plan can hold.
bool can_turn_rpe(const Change& change) {
  const bool named =
      change.how == Change::How::set_to && std::holds_alternative<ParameterRef>(change.value);
  return !named && !is_parameter(change.at_most) && !is_parameter(change.at_least);
}

Quantity turned(const Quantity& q) {
  return {Decimal::whole(10) - q.high, Decimal::whole(10) - q.low, q.unit};
}

// RPE runs against RIR: `RPE + 1, up to 9` is `RIR - 1, down to 1`.
void turn_rpe(Reading& r, Change& change, Span span) {
  if (!can_turn_rpe(change)) {
    r.report(kind::idle_change, span, "RPE can't be set by a name of the rule")
        .advise("write it as RIR, which is 10 less RPE: RIR to target");
    return;
  }
  std::swap(change.at_most, change.at_least);
  for (auto* bound : {&change.at_most, &change.at_least})
    if (*bound) *bound = turned(std::get<Quantity>(**bound));
  if (change.how == Change::How::add)
    change.how = Change::How::subtract;
  else if (change.how == Change::How::subtract)
    change.how = Change::How::add;
  else if (auto* q = std::get_if<Quantity>(&change.value))
    *q = turned(*q);
}

void read_bounds(Reading& r, TokenReader& t, Change& change) {
  while (t.at(TokenKind::comma) &&
         (t.next_is(TokenKind::kw_up_to) || t.next_is(TokenKind::kw_down_to))) {
    t.next();
    const bool upper = t.next().kind == TokenKind::kw_up_to;
    (upper ? change.at_most : change.at_least) = read_bound(r, t);
  }
}

Change read_change(Reading& r, TokenReader& t) {
  const std::size_t reported = r.sink.all().size();
  const Token first = t.peek();
  const What what = read_what(r, t);
  Change change;
  change.what = what.what;
  change.reference = what.reference;
  change.how = read_how(t);
  change.value = read_value(r, t, what);
  const Span span = t.span_since(first);
  check_value(r, change, span);
  if (r.sink.all().size() == reported) check_fits(r, change, span);
  if (t.take(TokenKind::kw_per_extra_rep))
    change.per = Change::Per::extra_rep;
  else if (t.take(TokenKind::kw_per_missing_rep))
    change.per = Change::Per::missing_rep;
  read_bounds(r, t, change);
  change.next_time = t.take(TokenKind::kw_next_time);
  if (what.rpe) turn_rpe(r, change, t.span_since(first));
  change.source = r.source(t.span_since(first));
  return change;
}

Action read_insert(Reading& r, TokenReader& t) {
  const Token name = t.next();
  InsertBlock insert;
  const auto block = find_block(r, unquote(t.text(name)), t.span(name));
  if (block) insert.block = *block;
  if (t.at(TokenKind::comma) && t.next_is(TokenKind::kw_at_most)) {
    t.next();
    t.next();
    const Token n = t.next();
    insert.at_most = read_int(r, t, n, 1, 10, "a number of times");
    t.take(TokenKind::kw_times);
  }
  return block ? Action(insert) : Action(Hold{});
}

Action read_action(Reading& r, TokenReader& t) {
  switch (t.peek().kind) {
    case TokenKind::kw_hold: t.next(); return Hold{};
    case TokenKind::kw_next_stage: t.next(); return NextStage{};
    case TokenKind::kw_next_variation: t.next(); return NextVariation{};
    case TokenKind::kw_previous_variation: t.next(); return PreviousVariation{};
    case TokenKind::kw_repeat_week: t.next(); return RepeatWeek{};
    case TokenKind::kw_end_block: t.next(); return EndBlock{};
    case TokenKind::kw_refer: t.next(); return ReferOut{};
    case TokenKind::kw_notify_coach: t.next(); return NotifyCoach{};
    case TokenKind::kw_insert: t.next(); return read_insert(r, t);
    default: return read_change(r, t);
  }
}

}  // namespace

void check_argument(Reading& r, const Rule& rule, std::size_t index, const Quantity& value,
                    Span span) {
  for (const RuleClause& clause : rule.clauses)
    for (const Action& action : clause.actions) {
      const auto* change = std::get_if<Change>(&action);
      const auto* parameter =
          change == nullptr ? nullptr : std::get_if<ParameterRef>(&change->value);
      if (parameter == nullptr || parameter->index != index) continue;
      Change given = *change;
      given.value = value;
      const std::size_t reported = r.sink.all().size();
      check_value(r, given, span);
      if (r.sink.all().size() > reported) return;
    }
}

std::vector<Change> read_changes(Reading& r, TokenReader& t) {
  std::vector<Change> changes;
  do {
    changes.push_back(read_change(r, t));
  } while (t.take(TokenKind::comma));
  return changes;
}

std::vector<Action> read_actions(Reading& r, TokenReader& t) {
  std::vector<Action> actions;
  do {
    actions.push_back(read_action(r, t));
  } while (t.take(TokenKind::comma));
  return actions;
}

}  // namespace meso
