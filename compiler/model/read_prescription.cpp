#include <algorithm>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

constexpr int kMostSetsALine = 30;

// `75%` means: of the one reference that the plan's inputs give for the lift.
std::optional<ReferenceKind> reference_of(Reading& r, ExerciseId lift, Span span) {
  const Input* found = nullptr;
  for (const Input& input : r.model.plan.inputs) {
    if (input.exercise != lift) continue;
    if (found != nullptr && found->kind != input.kind) {
      r.report(kind::ambiguous_reference, span, "this could be a percentage of two things")
          .also(r.model.span(found->source), "one")
          .also(r.model.span(input.source), "the other")
          .advise("keep one input for " + r.model.plan.exercises[lift].name);
      return std::nullopt;
    }
    found = &input;
  }
  if (found != nullptr) return found->kind;
  const std::string& name = r.model.plan.exercises[lift].name;
  r.report(kind::missing_reference, span, "a percentage of what? The plan names no max of " + name)
      .advise("add to the plan's head: input 1RM of " + name)
      .advise("or take it of another lift: percent of EXERCISE");
  return std::nullopt;
}

Target read_target(Reading& r, TokenReader& t, SetGroup& group) {
  if (t.take(TokenKind::kw_max)) return Target::max_reps;
  if (t.take(TokenKind::kw_failure)) return Target::failure;
  const Token first = t.peek();
  group.amount = read_range(r, t, TokenKind::rep_count, TokenKind::rep_count_high, 1, 1000, "a rep count");
  group.amrap = t.take(TokenKind::amrap_plus);
  const auto unit = t.take_token(TokenKind::timed_unit);
  if (!unit) return Target::reps;
  const std::string word = lower(t.text(*unit));
  if (word.starts_with('s')) return Target::seconds;
  if (word == "min") {
    group.amount.low *= 60;
    group.amount.high *= 60;
    return Target::seconds;
  }
  if (group.amrap)
    r.report(kind::wrong_unit, t.span_since(first), "`+` asks for more reps, but this is a distance")
        .advise("write the distance without `+`");
  return Target::meters;
}

Effort read_effort(Reading& r, TokenReader& t) {
  const bool rpe = t.next().kind == TokenKind::kw_rpe;
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  const Decimal least = Decimal::whole(rpe ? 1 : 0), most = Decimal::whole(10);
  if (q.low < least || q.high > most)
    r.report(kind::out_of_range, span, (rpe ? "RPE can't be " : "RIR can't be ") + text(q))
        .advise(rpe ? "RPE goes from 1 to 10; 10 leaves no rep in reserve, 8 leaves two"
                    : "RIR (reps in reserve) goes from 0 to 10; 0 is to failure");
  if (!rpe) return {{q.low}, {q.high}, false};
  return {rir_from_rpe(q.high), rir_from_rpe(q.low), true};
}

LoadSpec read_bodyweight(Reading& r, TokenReader& t) {
  t.next();
  const auto sign = t.take_token(TokenKind::plus_or_minus);
  if (!sign) return BodyweightLoad{};
  auto load = read_load(r, t, "the load added to bodyweight");
  if (load && t.text(*sign) != "+") load->amount = -load->amount;
  return BodyweightLoad{load};
}

LoadSpec read_top_set(Reading& r, TokenReader& t) {
  t.next();
  const auto sign = t.take_token(TokenKind::plus_or_minus);
  if (!sign) return TopSetLoad{};
  const Token first = t.peek();
  Quantity q = read_quantity(r, t);
  check_unit(r, q, t.span_since(first), {Unit::percent, Unit::kg, Unit::lb}, "a back-off");
  if (t.text(*sign) == "+") {
    q.low = -q.low;
    q.high = -q.high;
  }
  return TopSetLoad{q};
}

LoadSpec read_amount_load(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  if (q.unit != Unit::percent) {
    const auto low = to_load(r, q, span, "a load");
    return low ? LoadSpec(AbsoluteLoad{*low, {q.high, low->unit}}) : LoadSpec(OpenLoad{});
  }
  if (q.low <= Decimal() || q.high > Decimal::whole(150))
    r.report(kind::out_of_range, span, "a load of " + text(q) + " can't be lifted as written")
        .advise("percentages go from 1 to 150 % of the max (above 100 % for partials and singles past a training max)");
  if (r.in_scheme) return PercentLoad{q.low, q.high, kUnboundReference, {}};
  if (!percent_of) return OpenLoad{};
  const auto reference = reference_of(r, *percent_of, span);
  if (!reference) return OpenLoad{};
  return PercentLoad{q.low, q.high, *reference, *percent_of};
}

void read_intensity(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of, SetGroup& group) {
  const Token first = t.peek();
  if (t.at(TokenKind::kw_rir) || t.at(TokenKind::kw_rpe)) {
    const bool twice = group.effort.has_value();
    group.effort = read_effort(r, t);
    if (twice)
      r.report(kind::given_twice, t.span_since(first), "the effort of this set is given twice")
          .advise("keep one of RIR and RPE");
    return;
  }
  const bool twice = !std::holds_alternative<NoLoad>(group.load);
  if (t.at(TokenKind::kw_bodyweight)) group.load = read_bodyweight(r, t);
  else if (t.at(TokenKind::kw_top_set)) group.load = read_top_set(r, t);
  else if (t.take(TokenKind::kw_open)) group.load = OpenLoad{};
  else group.load = read_amount_load(r, t, percent_of);
  if (twice)
    r.report(kind::given_twice, t.span_since(first), "the load of this set is given twice")
        .advise("keep one load a set group");
}

bool starts_intensity(const TokenReader& t) {
  return t.at(TokenKind::at_sign) || t.at(TokenKind::kw_rir) || t.at(TokenKind::kw_rpe) ||
         t.at(TokenKind::kw_bodyweight) || t.at(TokenKind::kw_top_set) || t.at(TokenKind::kw_open) ||
         t.at(TokenKind::amount);
}

SetGroup read_set_group(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  SetGroup group;
  const Token first = t.peek();
  group.sets = read_range(r, t, TokenKind::set_count, TokenKind::set_count_high, 1, 1000, "a set count");
  t.take(TokenKind::times_sign);
  group.target = read_target(r, t, group);
  while (starts_intensity(t)) {
    t.take(TokenKind::at_sign);
    read_intensity(r, t, percent_of, group);
  }
  group.source = r.source(t.span_since(first));
  return group;
}

void check_set_limit(Reading& r, TokenReader& t, const Token& first, const Prescription& p) {
  int sets = 0;
  for (const SetGroup& g : p.groups) sets += g.sets.high;
  if (sets > kMostSetsALine)
    r.report(kind::too_many, t.span_since(first), "this line has " + std::to_string(sets) + " sets")
        .advise("a line holds at most " + std::to_string(kMostSetsALine) + " sets: split the work over sessions");
}

std::optional<std::vector<ExerciseId>> read_choice(Reading& r, TokenReader& t) {
  std::vector<ExerciseId> options;
  bool all_known = true;
  while (const auto name = t.take_token(TokenKind::exercise_name)) {
    const auto id = find_exercise(r, t.text(*name), t.span(*name));
    if (id) options.push_back(*id);
    all_known = all_known && id.has_value();
    t.take(TokenKind::kw_or);
  }
  if (options.empty() || !all_known) return std::nullopt;
  return options;
}

int tempo_digit(std::string_view& text) {
  int value = -1;
  if (to_lower(text.front()) == 'x') {
    text.remove_prefix(1);
  } else {
    value = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      value = std::min(value * 10 + (text.front() - '0'), 1000);
      text.remove_prefix(1);
    }
  }
  while (!text.empty() && to_lower(text.front()) != 'x' && (text.front() < '0' || text.front() > '9'))
    text.remove_prefix(1);
  return value;
}

Tempo read_tempo(Reading& r, TokenReader& t) {
  const Token token = t.next();
  std::string_view rest = t.text(token);
  Tempo tempo;
  tempo.eccentric = tempo_digit(rest);
  tempo.bottom = tempo_digit(rest);
  tempo.concentric = tempo_digit(rest);
  tempo.top = tempo_digit(rest);
  if (std::max({tempo.eccentric, tempo.bottom, tempo.concentric, tempo.top}) > 60)
    r.report(kind::out_of_range, t.span(token), "a phase of a tempo can't last over a minute")
        .advise("the four numbers are seconds: lowering, bottom, lifting, top");
  return tempo;
}

std::optional<Range> read_rest(Reading& r, TokenReader& t) {
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  if (!check_unit(r, q, span, {Unit::seconds, Unit::minutes}, "a rest")) return std::nullopt;
  const Range range{*seconds_in(q.low, q.unit), *seconds_in(q.high, q.unit)};
  if (range.high > 3600) {
    r.report(kind::out_of_range, span, "a rest between sets can't be " + text(q)).advise("at most an hour");
    return std::nullopt;
  }
  return range;
}

bool has_percentages(const Scheme& scheme) {
  const auto in = [](const Prescription& p) {
    return std::any_of(p.groups.begin(), p.groups.end(), [](const SetGroup& g) {
      return std::holds_alternative<PercentLoad>(g.load);
    });
  };
  return std::any_of(scheme.stages.begin(), scheme.stages.end(), in) ||
         std::any_of(scheme.weeks.begin(), scheme.weeks.end(), [&](const WeekSets& w) { return in(w.sets); });
}

// A scheme's percentages are of the lift that uses it.
void bind_scheme(Reading& r, WrittenLine& w, Span span, std::string_view text) {
  w.scheme = find_scheme(r, text, span);
  if (w.scheme && w.percent_of && has_percentages(r.model.schemes[*w.scheme]))
    w.reference = reference_of(r, *w.percent_of, span);
}

// Everything behind the prescription, in any order.
void read_modifiers(Reading& r, TokenReader& t, WrittenLine& w, std::optional<Effort>& line_effort) {
  while (!t.done()) {
    const Token token = t.peek();
    switch (token.kind) {
      case TokenKind::call_name:
        if (auto call = read_call(r, t)) w.line.rules.push_back(std::move(*call));
        break;
      case TokenKind::kw_rest: t.next(); w.line.rest_seconds = read_rest(r, t); break;
      case TokenKind::kw_tempo: t.next(); w.line.tempo = read_tempo(r, t); break;
      case TokenKind::kw_each_side:
      case TokenKind::kw_per_side: t.next(); w.line.each_side = true; break;
      case TokenKind::kw_to_failure: t.next(); w.line.to_failure = true; break;
      case TokenKind::kw_optional: t.next(); w.line.optional = true; break;
      case TokenKind::kw_start: t.next(); w.line.start = read_load(r, t, "a start load"); break;
      case TokenKind::kw_as: t.next(); w.as = std::string(t.text(t.next())); break;
      case TokenKind::at_sign: {
        t.next();
        SetGroup scratch;
        read_intensity(r, t, w.percent_of, scratch);
        line_effort = scratch.effort;
        break;
      }
      default: t.next(); break;  // `percent of` was read first
    }
  }
}

// `percent of EX` may stand behind the percentages that need it.
std::optional<ExerciseId> percent_of(Reading& r, TokenReader t) {
  while (!t.done()) {
    const Token token = t.next();
    if (token.kind == TokenKind::percent_of_name) return find_exercise(r, t.text(token), t.span(token));
  }
  return std::nullopt;
}

}  // namespace

Prescription read_prescription(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  Prescription p;
  const Token first = t.peek();
  if (t.take(TokenKind::kw_test)) {
    TestSpec test;
    if (t.take(TokenKind::kw_max_reps)) test.max_reps = true;
    else test.reps = read_reference(t).reps;
    p.test = test;
    return p;
  }
  if (const auto total = t.take_token(TokenKind::total_reps)) {
    p.total_reps = read_int(r, t, *total, 1, 1000, "a rep count");
    t.take(TokenKind::kw_reps);
    return p;
  }
  do {
    p.groups.push_back(read_set_group(r, t, percent_of));
  } while (t.take(TokenKind::comma));
  check_set_limit(r, t, first, p);
  return p;
}

std::optional<RuleCall> read_call(Reading& r, TokenReader& t) {
  const Token name = t.expect(TokenKind::call_name);
  t.take(TokenKind::open_bracket);
  RuleCall call;
  const Token first = t.peek();
  while (t.at(TokenKind::amount)) {
    call.arguments.push_back(read_quantity(r, t));
    t.take(TokenKind::comma);
  }
  const Span arguments = call.arguments.empty() ? t.span(name) : t.span_since(first);
  t.take(TokenKind::close_bracket);
  call.source = r.source(t.span_since(name));
  const auto rule = find_rule(r, t.text(name), t.span(name));
  if (!rule) return std::nullopt;
  call.rule = *rule;
  const Rule& definition = r.model.plan.rules[*rule];
  if (definition.parameters.size() != call.arguments.size()) {
    std::string shape = definition.name + "(";
    for (std::size_t i = 0; i < definition.parameters.size(); ++i)
      shape += (i == 0 ? "" : ", ") + definition.parameters[i];
    Diagnostic& d = r.report(kind::wrong_arguments, arguments,
             "`" + definition.name + "` takes " + counted(static_cast<long>(definition.parameters.size()), "value") +
                 ", not " + std::to_string(call.arguments.size()));
    d.also(r.model.span(definition.source), "defined here").advise("call it as " + shape + ")");
    const std::string_view written = r.text.substr(arguments.begin, arguments.size());
    if (written.find(',') != written.npos && written.find(", ") == written.npos)
      d.advise("is that a decimal comma? Numbers are written with a point: 2.5 kg");
    return std::nullopt;
  }
  return call;
}

WeekSets read_week_sets(Reading& r, TokenReader& t, std::optional<ExerciseId> of) {
  WeekSets week;
  week.weeks = read_range(r, t, TokenKind::week_number, TokenKind::week_number_high, 1, 104, "a week's number");
  week.sets = read_prescription(r, t, of);
  return week;
}

std::optional<WrittenLine> read_exercise(Reading& r, TokenReader& t) {
  WrittenLine w;
  const Token first = t.peek();
  if (const auto label = t.take_token(TokenKind::superset_label)) w.line.label = t.text(*label);
  const auto options = read_choice(r, t);
  w.percent_of = percent_of(r, t);
  if (options) {
    w.line.options = *options;
    if (!w.percent_of) w.percent_of = options->front();
  }
  if (t.take(TokenKind::kw_scheme)) {
    const Token name = t.next();
    bind_scheme(r, w, t.span(name), t.text(name));
  } else {
    w.sets = read_prescription(r, t, w.percent_of);
  }
  std::optional<Effort> line_effort;
  read_modifiers(r, t, w, line_effort);
  if (line_effort && w.sets)
    for (SetGroup& g : w.sets->groups)
      if (!g.effort) g.effort = line_effort;
  w.line.source = r.source(t.span_since(first));
  if (!options || (!w.sets && !w.scheme)) return std::nullopt;
  return w;
}

}  // namespace meso
