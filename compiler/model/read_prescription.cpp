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
      if (!r.first_miss("one max of " + r.model.plan.exercises[lift].name)) return std::nullopt;
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
  if (!r.first_miss("max of " + name)) return std::nullopt;
  r.report(kind::missing_reference, span, "a percentage of what? The plan names no max of " + name)
      .advise("add to the plan's head: input 1RM of " + name)
      .advise("or take it of another lift: percent of EXERCISE");
  return std::nullopt;
}

SetTarget read_target(Reading& r, TokenReader& t) {
  if (t.take(TokenKind::kw_max)) return MaxReps{};
  if (t.take(TokenKind::kw_failure)) return ToFailure{};
  const Token first = t.peek();
  const Range amount =
      read_range(r, t, TokenKind::rep_count, TokenKind::rep_count_high, 1, 1000, "a rep count");
  const bool amrap = t.take(TokenKind::amrap_plus);
  const auto unit = t.take_token(TokenKind::timed_unit);
  if (!unit) return RepTarget{{{amount.low}, {amount.high}}, amrap};
  const std::string word = lower(t.text(*unit));
  const bool distance = word.starts_with('m') && word != "min";
  if (amrap)
    r.report(
         kind::wrong_unit, t.span_since(first),
         std::string("`+` asks for more reps, but this is a ") + (distance ? "distance" : "time"))
        .advise("write it without `+`");
  if (distance) return DistanceTarget{{{amount.low}, {amount.high}}};
  const int scale = word == "min" ? 60 : 1;
  return TimeTarget{{{amount.low * scale}, {amount.high * scale}}};
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
    if (is_mass(q.unit) && q.low <= Decimal())
      r.report(kind::out_of_range, span, "a load can't be " + text(q))
          .advise("leave it out where the athlete finds it, or write `bodyweight`");
    const auto low = to_load(r, q, span, "a load");
    return low ? LoadSpec(AbsoluteLoad{*low, {q.high, low->unit}}) : LoadSpec(OpenLoad{});
  }
  if (q.low <= Decimal() || q.high > Decimal::whole(150))
    r.report(kind::out_of_range, span, "a load of " + text(q) + " can't be lifted as written")
        .advise(
            "percentages go from 1 to 150 % of the max (above 100 % for partials and singles past "
            "a training max)");
  if (r.in_scheme) return PercentLoad{{q.low}, {q.high}, kUnboundReference, {}};
  if (!percent_of) return OpenLoad{};
  const auto reference = reference_of(r, *percent_of, span);
  if (!reference) return OpenLoad{};
  return PercentLoad{{q.low}, {q.high}, *reference, *percent_of};
}

void read_intensity(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of,
                    SetGroup& group) {
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
  if (t.at(TokenKind::kw_bodyweight))
    group.load = read_bodyweight(r, t);
  else if (t.at(TokenKind::kw_top_set))
    group.load = read_top_set(r, t);
  else if (t.take(TokenKind::kw_open))
    group.load = OpenLoad{};
  else
    group.load = read_amount_load(r, t, percent_of);
  if (twice)
    r.report(kind::given_twice, t.span_since(first), "the load of this set is given twice")
        .advise("keep one load a set group");
}

bool starts_intensity(const TokenReader& t) {
  return t.at(TokenKind::at_sign) || t.at(TokenKind::kw_rir) || t.at(TokenKind::kw_rpe) ||
         t.at(TokenKind::kw_bodyweight) || t.at(TokenKind::kw_top_set) ||
         t.at(TokenKind::kw_open) || t.at(TokenKind::amount);
}

SetGroup read_set_group(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  SetGroup group;
  const Token first = t.peek();
  group.sets = read_range(r, t, TokenKind::set_count, TokenKind::set_count_high, 1, kMostSetsALine,
                          "a set count");
  t.take(TokenKind::times_sign);
  group.target = read_target(r, t);
  while (starts_intensity(t)) {
    t.take(TokenKind::at_sign);
    read_intensity(r, t, percent_of, group);
  }
  group.source = r.source(t.span_since(first));
  return group;
}

// A back-off needs something to back off from, before it on the line.
void check_top_set(Reading& r, const Prescription& p, Span span) {
  if (!std::holds_alternative<TopSetLoad>(p.groups.back().load)) return;
  for (const SetGroup& g : p.groups)
    if (!std::holds_alternative<TopSetLoad>(g.load)) return;
  r.report(kind::missing_reference, span, "there is no top set on this line yet")
      .advise("write it first: 1x5 @ RPE 8, 3x5 top set - 10%");
}

void check_set_limit(Reading& r, TokenReader& t, const Token& first, const Prescription& p) {
  int sets = 0;
  for (const SetGroup& g : p.groups) sets += g.sets.high;
  if (sets > kMostSetsALine)
    r.report(kind::too_many, t.span_since(first), "this line has " + std::to_string(sets) + " sets")
        .advise("a line holds at most " + std::to_string(kMostSetsALine) +
                " sets: split the work over sessions");
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
  while (!text.empty() && to_lower(text.front()) != 'x' &&
         (text.front() < '0' || text.front() > '9'))
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

std::optional<TimeRange> read_rest(Reading& r, TokenReader& t) {
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  if (!check_unit(r, q, span, {Unit::seconds, Unit::minutes}, "a rest")) return std::nullopt;
  const TimeRange range{{*seconds_in(q.low, q.unit)}, {*seconds_in(q.high, q.unit)}};
  if (range.high > Seconds{3600}) {
    r.report(kind::out_of_range, span, "a rest between sets can't be " + text(q))
        .advise("at most an hour");
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
         std::any_of(scheme.weeks.begin(), scheme.weeks.end(),
                     [&](const WeekSets& w) { return in(w.sets); });
}

// A scheme's percentages are of the lift that uses it.
void bind_scheme(Reading& r, WrittenLine& w, Span span, std::string_view text) {
  w.scheme = find_scheme(r, text, span);
  if (w.scheme && w.percent_of && has_percentages(r.model.schemes[*w.scheme]))
    w.reference = reference_of(r, *w.percent_of, span);
}

// `3x8, 2x6 rest 3 min @ RIR 2`: an effort or load behind the modifiers is that of every set
// group which has none of its own.
void read_line_intensity(Reading& r, TokenReader& t, WrittenLine& w) {
  const Token first = t.peek();
  SetGroup given;
  read_intensity(r, t, w.percent_of, given);
  bool used = false;
  if (w.sets)
    for (SetGroup& g : w.sets->groups) {
      if (given.effort ? g.effort.has_value() : !std::holds_alternative<NoLoad>(g.load)) continue;
      if (given.effort)
        g.effort = given.effort;
      else
        g.load = given.load;
      used = true;
    }
  if (used) return;
  if (w.scheme)
    r.report(kind::given_twice, t.span_since(first),
             "the scheme of this line says how heavy and how hard its sets are")
        .advise("write it behind the sets of the scheme");
  else
    r.report(
         kind::given_twice, t.span_since(first),
         std::string(given.effort ? "the effort" : "the load") + " of these sets is given twice")
        .advise("keep one of them");
}

// What the rule does to stages: the highest that it names, 1 where it only moves on, 0 for nothing.
int stages_used(const Rule& rule) {
  int most = 0;
  for (const RuleClause& clause : rule.clauses)
    for (const Action& action : clause.actions) {
      if (std::holds_alternative<NextStage>(action)) most = std::max(most, 1);
      const auto* change = std::get_if<Change>(&action);
      if (change == nullptr || change->what != Changes::stage) continue;
      const auto* to = std::get_if<Quantity>(&change->value);
      const bool sets = to != nullptr && change->how == Change::How::set_to;
      most = std::max(most, sets ? static_cast<int>(to->low.floor()) : 1);
    }
  return most;
}

void check_stages(Reading& r, Span span, const WrittenLine& w, const Rule& rule) {
  const int used = stages_used(rule);
  const int stages = w.scheme ? static_cast<int>(r.model.schemes[*w.scheme].stages.size()) : 1;
  const bool by_weeks = w.scheme && !r.model.schemes[*w.scheme].weeks.empty();
  const bool unread = w.scheme && stages == 0 && !by_weeks;
  if (used == 0 || unread || (stages > 1 && used <= stages)) return;
  if (stages > 1)
    r.report(kind::out_of_range, span,
             "`" + rule.name + "` goes to stage " + std::to_string(used) + ", but the scheme has " +
                 counted(stages, "stage"))
        .advise("add the stage to the scheme, or change the rule");
  else
    r.report(kind::idle_change, span,
             "`" + rule.name + "` moves on by stages, but this line has none")
        .advise(
            "give the line a scheme with stages: scheme NAME, and below it: stage 1 5x3, stage 2 "
            "6x2");
}

void add_call(Reading& r, Span span, WrittenLine& w, RuleCall call) {
  for (const RuleCall& other : w.line.rules)
    if (other.rule == call.rule) {
      r.report(kind::given_twice, span, "this line calls one rule twice").advise("keep one call");
      return;
    }
  check_stages(r, span, w, r.model.plan.rules[call.rule]);
  w.line.rules.push_back(std::move(call));
}

// Everything behind the prescription, in any order.
void read_modifiers(Reading& r, TokenReader& t, WrittenLine& w) {
  const auto once = [&](bool given, std::string_view what) {
    const Token token = t.next();
    if (given)
      r.report(kind::given_twice, t.span(token),
               "the " + std::string(what) + " of this line is given twice")
          .advise("keep one of them");
  };
  while (!t.done()) {
    const Token token = t.peek();
    switch (token.kind) {
      case TokenKind::call_name:
        if (auto call = read_call(r, t)) add_call(r, t.span_since(token), w, std::move(*call));
        break;
      case TokenKind::kw_rest:
        once(w.line.rest.has_value(), "rest");
        w.line.rest = read_rest(r, t);
        break;
      case TokenKind::kw_tempo:
        once(w.line.tempo.has_value(), "tempo");
        w.line.tempo = read_tempo(r, t);
        break;
      case TokenKind::kw_each_side:
      case TokenKind::kw_per_side:
        t.next();
        w.line.each_side = true;
        break;
      case TokenKind::kw_to_failure:
        t.next();
        w.line.to_failure = true;
        break;
      case TokenKind::kw_optional:
        t.next();
        w.line.optional = true;
        break;
      case TokenKind::kw_start:
        once(w.line.start.has_value(), "start load");
        w.line.start = read_load(r, t, "a start load");
        break;
      case TokenKind::kw_as:
        once(w.as.has_value(), "name");
        w.as = std::string(t.text(t.next()));
        break;
      case TokenKind::at_sign:
        t.next();
        read_line_intensity(r, t, w);
        break;
      default: t.next(); break;  // `percent of` was read first
    }
  }
}

// `percent of EX` may stand behind the percentages that need it.
std::optional<ExerciseId> percent_of(Reading& r, TokenReader t) {
  while (!t.done()) {
    const Token token = t.next();
    if (token.kind == TokenKind::percent_of_name)
      return find_exercise(r, t.text(token), t.span(token));
  }
  return std::nullopt;
}

// `double(2,5 kg)`: too many values, because a comma separates them.
bool report_decimal_comma(Reading& r, Span arguments) {
  const std::string_view written = r.text.substr(arguments.begin, arguments.size());
  const auto digit = [&](std::size_t at) {
    return at < written.size() && written[at] >= '0' && written[at] <= '9';
  };
  for (std::size_t comma = 1; comma < written.size(); ++comma) {
    if (written[comma] != ',' || !digit(comma - 1) || !digit(comma + 1)) continue;
    std::size_t begin = comma, end = comma + 1;
    while (begin > 0 && digit(begin - 1)) --begin;
    while (digit(end)) ++end;
    std::string mended(written.substr(begin, end - begin));
    mended[comma - begin] = '.';
    const auto at = [&](std::size_t offset) {
      return arguments.begin + static_cast<std::uint32_t>(offset);
    };
    const Span span{arguments.file, at(begin), at(end)};
    r.report(kind::decimal_comma, span,
             "numbers are written with a decimal point: `" + mended + "`")
        .label("a comma separates two values here")
        .fix({"write `" + mended + "`", span, mended, false});
    return true;
  }
  return false;
}

}  // namespace

Prescription read_prescription(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  Prescription p;
  const Token first = t.peek();
  if (t.take(TokenKind::kw_test)) {
    TestSpec test;
    if (t.take(TokenKind::kw_max_reps))
      test.max_reps = true;
    else
      test.reps = read_reference(t).reps;
    p.test = test;
    return p;
  }
  if (const auto total = t.take_token(TokenKind::total_reps)) {
    p.total_reps = read_int(r, t, *total, 1, 1000, "a rep count");
    t.take(TokenKind::kw_reps);
    return p;
  }
  do {
    const Token start = t.peek();
    p.groups.push_back(read_set_group(r, t, percent_of));
    check_top_set(r, p, t.span_since(start));
  } while (t.take(TokenKind::comma));
  check_set_limit(r, t, first, p);
  return p;
}

std::optional<RuleCall> read_call(Reading& r, TokenReader& t) {
  const Token name = t.expect(TokenKind::call_name);
  t.take(TokenKind::open_bracket);
  RuleCall call;
  std::vector<Span> places;  // of its arguments
  bool known = true;
  const Token first = t.peek();
  while (t.at(TokenKind::amount)) {
    const Token value = t.peek();
    call.arguments.push_back(read_quantity(r, t));
    places.push_back(t.span_since(value));
    known = known && !r.unknown_unit &&
            check_single(r, call.arguments.back(), places.back(), "a rule's value");
    t.take(TokenKind::comma);
  }
  const Span arguments = call.arguments.empty() ? t.span(name) : t.span_since(first);
  t.take(TokenKind::close_bracket);
  call.source = r.source(t.span_since(name));
  const auto rule = find_rule(r, t.text(name), t.span(name));
  if (!rule) return std::nullopt;
  call.rule = *rule;
  const Rule& definition = r.model.plan.rules[*rule];
  if (definition.parameters.size() < call.arguments.size() && report_decimal_comma(r, arguments))
    return std::nullopt;
  if (definition.parameters.size() != call.arguments.size()) {
    std::string shape = definition.name + "(";
    for (std::size_t i = 0; i < definition.parameters.size(); ++i)
      shape += (i == 0 ? "" : ", ") + definition.parameters[i];
    r.report(kind::wrong_arguments, arguments,
             "`" + definition.name + "` takes " +
                 counted(static_cast<long>(definition.parameters.size()), "value") + ", not " +
                 std::to_string(call.arguments.size()))
        .also(r.model.span(definition.source), "defined here")
        .advise("call it as " + shape + ")");
    return std::nullopt;
  }
  r.unknown_unit = false;
  for (std::size_t i = 0; known && i < places.size(); ++i)
    check_argument(r, definition, i, call.arguments[i], places[i]);
  return call;
}

WeekSets read_week_sets(Reading& r, TokenReader& t, std::optional<ExerciseId> of) {
  WeekSets week;
  week.weeks = read_range(r, t, TokenKind::week_number, TokenKind::week_number_high, 1, 104,
                          "a week's number");
  week.sets = read_prescription(r, t, of);
  return week;
}

void add_week_sets(Reading& r, Span span, std::vector<WeekSets>& weeks, WeekSets fresh) {
  for (const WeekSets& other : weeks) {
    const int week = std::max(other.weeks.low, fresh.weeks.low);
    if (week > std::min(other.weeks.high, fresh.weeks.high)) continue;
    r.report(kind::given_twice, span,
             "the sets of week " + std::to_string(week) + " are given twice")
        .advise("keep one of the two lines");
    return;
  }
  weeks.push_back(std::move(fresh));
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
  read_modifiers(r, t, w);
  w.line.source = r.source(t.span_since(first));
  if (!options || (!w.sets && !w.scheme)) return std::nullopt;
  return w;
}

}  // namespace meso
