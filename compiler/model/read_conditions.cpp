#include <array>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

struct Simple {
  TokenKind token;
  Reads reads;
};
// Atoms of one phrase that hold or don't.
constexpr std::array kSimple = std::to_array<Simple>({
    {TokenKind::kw_soreness_impairs, Reads::soreness_impairs},
    {TokenKind::kw_alters_form, Reads::soreness_alters_form},
    {TokenKind::kw_reduces_strength, Reads::soreness_reduces_strength},
    {TokenKind::kw_shortens_range, Reads::soreness_shortens_range},
    {TokenKind::kw_lowers_confidence, Reads::soreness_lowers_confidence},
    {TokenKind::kw_strength_restored, Reads::strength_restored},
    {TokenKind::kw_all_sets_done, Reads::all_sets_done},
    {TokenKind::kw_missed, Reads::missed},
    {TokenKind::kw_all_top_of_range, Reads::all_top_of_range},
    {TokenKind::kw_tested, Reads::tested},
    {TokenKind::kw_never_sore, Reads::never_sore},
    {TokenKind::kw_recovered_early, Reads::recovered_early},
    {TokenKind::kw_recovered_in_time, Reads::recovered_in_time},
    {TokenKind::kw_still_sore, Reads::still_sore},
    {TokenKind::kw_sore_at_start, Reads::sore_at_start},
    {TokenKind::kw_week_ends, Reads::week_ends},
    {TokenKind::kw_rotation_ends, Reads::rotation_ends},
    {TokenKind::kw_block_ends, Reads::block_ends},
});
// Signals and counters that are compared with a number.
constexpr std::array kCompared = std::to_array<Simple>({
    {TokenKind::kw_soreness, Reads::soreness},
    {TokenKind::kw_energy, Reads::energy},
    {TokenKind::kw_sleep, Reads::sleep},
    {TokenKind::kw_stress, Reads::stress},
    {TokenKind::kw_mood, Reads::mood},
    {TokenKind::kw_days_off, Reads::days_off},
    {TokenKind::kw_reps_of, Reads::reps_of_set},
    {TokenKind::kw_total_reps, Reads::total_reps},
    {TokenKind::kw_extra_reps, Reads::extra_reps},
    {TokenKind::kw_rir, Reads::rir_of_set},
    {TokenKind::kw_rpe, Reads::rir_of_set},
    {TokenKind::kw_exposures, Reads::exposures},
    {TokenKind::kw_resets, Reads::resets},
    {TokenKind::kw_stage, Reads::stage},
    {TokenKind::kw_week, Reads::week},
    {TokenKind::kw_sets, Reads::sets},
    {TokenKind::own_signal, Reads::own_signal},
});

template <std::size_t N>
const Simple* find(const std::array<Simple, N>& table, TokenKind kind) {
  for (const Simple& row : table)
    if (row.token == kind) return &row;
  return nullptr;
}

Operand number(int n) { return Decimal::whole(n); }

// The scale of a readiness signal, so that `soreness >= 12` and `energy >= 7` are caught.
std::optional<Range> scale_of(const Reading& r, const Atom& atom) {
  switch (atom.reads) {
    case Reads::soreness: return Range{0, 10};
    case Reads::energy:
    case Reads::sleep:
    case Reads::stress:
    case Reads::mood: return Range{1, 5};
    case Reads::own_signal:
      return atom.signal ? std::optional(r.model.plan.signals[*atom.signal].scale) : std::nullopt;
    default: return std::nullopt;
  }
}

void check_scale(Reading& r, const Atom& atom, Span span, std::string_view name) {
  const auto scale = scale_of(r, atom);
  if (!scale) return;
  for (const Operand& operand : {atom.low, atom.high}) {
    const auto* value = std::get_if<Decimal>(&operand);
    if (value == nullptr ||
        (*value >= Decimal::whole(scale->low) && *value <= Decimal::whole(scale->high)))
      continue;
    r.report(kind::out_of_range, span, std::string(name) + " is never " + value->text())
        .advise(std::string(name) + " is rated from " + std::to_string(scale->low) + " to " +
                std::to_string(scale->high));
    return;
  }
}

Operand read_operand(Reading& r, TokenReader& t) {
  const Token token = t.next();
  if (token.kind != TokenKind::parameter) return read_decimal(r, t, token);
  const auto parameter = find_parameter(r, t.text(token), t.span(token));
  return parameter ? Operand(*parameter) : Operand(Decimal::whole(1));
}

void read_comparison(Reading& r, TokenReader& t, Atom& atom) {
  const Token op = t.next();
  switch (op.kind) {
    case TokenKind::op_at_least: atom.compare = Compare::at_least; break;
    case TokenKind::op_at_most: atom.compare = Compare::at_most; break;
    case TokenKind::op_more: atom.compare = Compare::more; break;
    case TokenKind::op_less: atom.compare = Compare::less; break;
    case TokenKind::kw_in: atom.compare = Compare::within; break;
    default: atom.compare = Compare::equal; break;
  }
  atom.low = read_operand(r, t);
  atom.high = atom.low;
  if (atom.compare != Compare::within) return;
  atom.high = read_operand(r, t);
  const auto* low = std::get_if<Decimal>(&atom.low);
  const auto* high = std::get_if<Decimal>(&atom.high);
  if (low != nullptr && high != nullptr && *high < *low)
    r.report(kind::reversed_range, t.span_since(op),
             "this range runs backwards: " + low->text() + " to " + high->text())
        .advise("write the smaller number first");
}

void read_scope(Reading& r, TokenReader& t, Atom& atom) {
  if (t.take(TokenKind::kw_anywhere)) atom.anywhere = true;
  if (atom.reads == Reads::soreness && t.take(TokenKind::kw_of)) {
    const Token name = t.next();
    atom.group = find_group(r, t.text(name), t.span(name));
  }
}

void read_which_set(Reading& r, TokenReader& t, Atom& atom) {
  t.take(TokenKind::kw_of);
  if (t.take(TokenKind::kw_last_set)) return;
  if (t.take(TokenKind::kw_set)) {
    const Token n = t.next();
    atom.set_number = read_int(r, t, n, 1, 30, "a set's number");
  }
}

void read_pain(TokenReader& t, Atom& atom) {
  atom.reads = Reads::pain;
  atom.compare = Compare::equal;
  t.take(TokenKind::kw_is);
  const TokenKind word = t.next().kind;
  const Pain pain = word == TokenKind::kw_none   ? Pain::none
                    : word == TokenKind::kw_dull ? Pain::dull
                                                 : Pain::sharp;
  atom.low = atom.high = number(static_cast<int>(pain));
  if (t.take(TokenKind::kw_in)) atom.place = plain_name(t.text(t.next()));
}

void read_baseline(TokenReader& t, Atom& atom, Reads reads) {
  atom.reads = reads;
  atom.compare = Compare::equal;
  const TokenKind word = t.next().kind;
  const Baseline at = word == TokenKind::kw_below_baseline ? Baseline::below
                      : word == TokenKind::kw_at_baseline  ? Baseline::at
                                                           : Baseline::above;
  atom.low = atom.high = number(static_cast<int>(at));
}

std::optional<VersusLast> versus_last(TokenKind kind) {
  switch (kind) {
    case TokenKind::kw_much_better_than_last: return VersusLast::much_better;
    case TokenKind::kw_better_than_last: return VersusLast::better;
    case TokenKind::kw_same_as_last: return VersusLast::same;
    case TokenKind::kw_worse_than_last: return VersusLast::worse;
    default: return std::nullopt;
  }
}

// `better than last` holds for much better too.
void set_versus_last(Atom& atom, VersusLast value) {
  atom.reads = Reads::versus_last;
  atom.compare = value == VersusLast::better ? Compare::at_least : Compare::equal;
  atom.low = atom.high = number(static_cast<int>(value));
}

std::optional<LiftQuantifier> read_lifts(Reading& r, TokenReader& t) {
  if (t.take(TokenKind::kw_any_lift)) return LiftQuantifier{LiftQuantifier::Of::any, 1};
  if (t.take(TokenKind::kw_every_lift)) return LiftQuantifier{LiftQuantifier::Of::every, 1};
  if (t.take(TokenKind::kw_no_lift)) return LiftQuantifier{LiftQuantifier::Of::none, 1};
  if (const auto n = t.take_token(TokenKind::lift_count)) {
    t.take(TokenKind::kw_lifts);
    return LiftQuantifier{LiftQuantifier::Of::at_least,
                          read_int(r, t, *n, 1, 40, "a number of lifts")};
  }
  return std::nullopt;
}

std::optional<Window> read_window(Reading& r, TokenReader& t) {
  Window window;
  if (t.take(TokenKind::kw_every_time))
    window.every = true;
  else if (t.take(TokenKind::kw_once))
    window.times = 1;
  else if (t.take(TokenKind::kw_twice))
    window.times = 2;
  else if (const auto n = t.take_token(TokenKind::window_count)) {
    window.times = read_int(r, t, *n, 1, 20, "a number of times");
    t.take(TokenKind::kw_times);
  } else {
    return std::nullopt;
  }
  if (t.take(TokenKind::kw_this_week))
    window.over = Window::Over::this_week;
  else if (t.take(TokenKind::kw_this_block))
    window.over = Window::Over::this_block;
  else
    t.take(TokenKind::kw_in_a_row);
  return window;
}

void read_own_signal(Reading& r, TokenReader& t, const Token& token, Atom& atom) {
  const std::string_view name = t.text(token);
  std::vector<std::string_view> known = {"soreness",
                                         "pain",
                                         "energy",
                                         "sleep",
                                         "stress",
                                         "mood",
                                         "strength restored",
                                         "HRV",
                                         "resting heart rate",
                                         "days off"};
  for (std::size_t i = 0; i < r.model.plan.signals.size(); ++i) {
    const OwnSignal& own = r.model.plan.signals[r.model.plan.signals.id_of(i)];
    if (own.name == name) atom.signal = r.model.plan.signals.id_of(i);
    known.push_back(own.name);
  }
  if (atom.signal) return;
  Diagnostic& d = r.report(kind::unknown_signal, t.span(token),
                           "there is no signal `" + std::string(name) + "`");
  suggest(d, t.span(token), nearest(name, known));
  d.advise("ask one of your own with a line in the plan's head: signal " + std::string(name) +
           " \"How is ...?\" 1-5");
}

void read_compared(Reading& r, TokenReader& t, const Token& token, Atom& atom) {
  if (atom.reads == Reads::own_signal) read_own_signal(r, t, token, atom);
  const bool of_set = atom.reads == Reads::reps_of_set || atom.reads == Reads::extra_reps ||
                      atom.reads == Reads::rir_of_set;
  if (of_set)
    read_which_set(r, t, atom);
  else
    read_scope(r, t, atom);
  const Token first = t.peek();
  read_comparison(r, t, atom);
  check_scale(r, atom, t.span_since(first), t.text(token));
  if (token.kind != TokenKind::kw_rpe) return;
  if (std::holds_alternative<ParameterRef>(atom.low)) {
    r.report(kind::idle_change, t.span_since(first),
             "RPE can't be compared with a name of the rule")
        .advise("ask for RIR, which is 10 less RPE: RIR of last set <= limit");
    return;
  }
  // RPE is 10 - RIR, so the comparison turns round.
  const auto turn = [](Operand& o) {
    if (auto* d = std::get_if<Decimal>(&o)) *d = Decimal::whole(10) - *d;
  };
  turn(atom.low);
  turn(atom.high);
  std::swap(atom.low, atom.high);
  switch (atom.compare) {
    case Compare::less: atom.compare = Compare::more; break;
    case Compare::more: atom.compare = Compare::less; break;
    case Compare::at_most: atom.compare = Compare::at_least; break;
    case Compare::at_least: atom.compare = Compare::at_most; break;
    default: break;
  }
}

Atom read_atom(Reading& r, TokenReader& t) {
  Atom atom;
  const Token first = t.peek();
  atom.negated = t.take(TokenKind::kw_not);
  atom.lifts = read_lifts(r, t);
  const Token token = t.next();
  if (const Simple* simple = find(kSimple, token.kind))
    atom.reads = simple->reads;
  else if (const auto versus = versus_last(token.kind))
    set_versus_last(atom, *versus);
  else if (token.kind == TokenKind::kw_pain)
    read_pain(t, atom);
  else if (token.kind == TokenKind::kw_hrv)
    read_baseline(t, atom, Reads::hrv);
  else if (token.kind == TokenKind::kw_resting_heart_rate)
    read_baseline(t, atom, Reads::resting_heart_rate);
  else if (const Simple* compared = find(kCompared, token.kind)) {
    atom.reads = compared->reads;
    read_compared(r, t, token, atom);
  }
  if (t.take(TokenKind::kw_for)) {
    const Token days = t.next();
    atom.for_days = read_int(r, t, days, 1, 60, "a number of days");
    t.take(TokenKind::kw_days);
  }
  atom.window = read_window(r, t);
  atom.source = r.source(t.span_since(first));
  return atom;
}

}  // namespace

Condition read_condition(Reading& r, TokenReader& t) {
  Condition condition;
  const Token first = t.peek();
  bool has_and = false, has_or = false;
  while (true) {
    condition.atoms.push_back(read_atom(r, t));
    if (t.take(TokenKind::kw_and))
      has_and = true;
    else if (t.take(TokenKind::kw_or))
      has_or = true;
    else
      break;
  }
  condition.any = has_or;
  if (has_and && has_or)
    r.report(kind::mixed_and_or, t.span_since(first),
             "one clause joins conditions by `and` and by `or`")
        .advise("write two clauses, one below the other: the first that holds decides")
        .note("which of the two binds tighter is a question that a plan shouldn't raise");
  return condition;
}

}  // namespace meso
