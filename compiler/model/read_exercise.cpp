// Exercise lines: names, modifiers and rule calls round the sets.
#include <algorithm>

#include "base/text.h"
#include "compiler/model/check_calls.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

struct Choice {
  std::vector<ExerciseId> options;
  bool is_ladder = false;
};

std::optional<Choice> read_choice(Reading& r, TokenReader& t) {
  Choice choice;
  bool all_known = true;
  while (const auto name = t.take_token(TokenKind::exercise_name)) {
    const auto id = find_exercise(r, t.text(*name), t.span(*name));
    all_known = all_known && id.has_value();
    if (id && std::find(choice.options.begin(), choice.options.end(), *id) != choice.options.end())
      r.report(kind::given_twice, t.span(*name),
               r.model.plan.exercises[*id].name + " stands twice in this line")
          .advise("name each exercise once");
    else if (id)
      choice.options.push_back(*id);
    choice.is_ladder = t.take(TokenKind::arrow) || choice.is_ladder;
    t.take(TokenKind::kw_or);
  }
  if (choice.options.empty() || !all_known) return std::nullopt;
  return choice;
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

// The share of the load that each drop keeps: less than all of it.
Percent read_drop(Reading& r, TokenReader& t) {
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  if (!check_unit(r, q, span, {Unit::percent}, "a drop") || !check_single(r, q, span, "a drop"))
    return kWhole;
  if (q.low < Decimal::whole(30) || q.low >= Decimal::whole(100))
    r.report(kind::out_of_range, span, "a drop set can't go on with " + text(q) + " of the load")
        .advise("each drop takes some of the load off: drop set 2 x 80%");
  return {q.low};
}

SetStyle read_set_style(Reading& r, TokenReader& t) {
  using Kind = SetStyle::Kind;
  SetStyle style;
  const TokenKind kind = t.next().kind;
  style.mini_sets = read_int(r, t, t.next(), 1, 10, "a number of mini-sets");
  t.take(TokenKind::times_sign);
  if (kind == TokenKind::kw_drop_set) {
    style.kind = Kind::drop_set;
    style.load = read_drop(r, t);
    return style;
  }
  style.kind = kind == TokenKind::kw_rest_pause ? Kind::rest_pause
               : kind == TokenKind::kw_myo_reps ? Kind::myo_reps
                                                : Kind::cluster;
  if (style.kind == Kind::rest_pause) return style;
  style.mini_reps = read_int(r, t, t.next(), 1, 30, "a mini-set's reps");
  if (t.take(TokenKind::kw_rest)) style.rest = read_rest(r, t);
  return style;
}

// A cluster divides each set: 3 x 2 of sets of 6.
void check_cluster(Reading& r, const WrittenLine& w) {
  const auto& style = w.line.style;
  if (!style || style->kind != SetStyle::Kind::cluster || !w.sets) return;
  const int reps = style->mini_sets * style->mini_reps;
  for (const SetGroup& g : w.sets->groups) {
    const RepTarget* target = g.reps();
    if (target != nullptr && target->reps.low.count <= reps && reps <= target->reps.high.count)
      continue;
    r.report(kind::out_of_range, r.model.span(g.source),
             "a cluster of " + std::to_string(style->mini_sets) + " x " +
                 std::to_string(style->mini_reps) + " makes sets of " + std::to_string(reps))
        .advise("write the whole set in front: 4x" + std::to_string(reps) + " cluster " +
                std::to_string(style->mini_sets) + "x" + std::to_string(style->mini_reps) +
                " rest 15 s");
    return;
  }
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

// A rule that moves along a ladder wants one, and a ladder wants such a rule.
bool climbs(const Rule& rule) {
  for (const RuleClause& clause : rule.clauses)
    for (const Action& action : clause.actions)
      if (std::holds_alternative<NextVariation>(action) ||
          std::holds_alternative<PreviousVariation>(action))
        return true;
  return false;
}

void check_ladder(Reading& r, const WrittenLine& w) {
  bool climbed = false;
  for (const RuleCall& call : w.line.rules) {
    const Rule& rule = r.model.plan.rules[call.rule];
    climbed = climbed || climbs(rule);
    if (climbs(rule) && !w.line.is_ladder)
      r.report(kind::idle_change, r.model.span(call.source),
               "`" + rule.name + "` moves on by variations, but this line has one exercise")
          .advise("write them from the easiest to the hardest: incline push up -> push up 3x8-12");
  }
  if (w.line.is_ladder && !climbed)
    r.report(kind::idle_change, r.model.span(w.line.source),
             "nothing moves the athlete along these variations")
        .advise("call a rule with: when all sets reach top of range then next variation");
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
      case TokenKind::kw_drop_set:
      case TokenKind::kw_rest_pause:
      case TokenKind::kw_myo_reps:
      case TokenKind::kw_cluster:
        if (w.line.style)
          r.report(kind::given_twice, t.span(token), "these sets are done in two ways")
              .advise("keep one of them");
        w.line.style = read_set_style(r, t);
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

}  // namespace

std::optional<WrittenLine> read_exercise(Reading& r, TokenReader& t) {
  WrittenLine w;
  const std::size_t reported = r.sink.all().size();
  const Token first = t.peek();
  if (const auto label = t.take_token(TokenKind::superset_label)) w.line.label = t.text(*label);
  const auto options = read_choice(r, t);
  w.percent_of = percent_of(r, t);
  if (options) {
    w.line.options = options->options;
    w.line.is_ladder = options->is_ladder;
    if (!w.percent_of) w.percent_of = w.line.options.front();
  }
  if (t.take(TokenKind::kw_scheme)) {
    const Token name = t.next();
    bind_scheme(r, w, t.span(name), t.text(name));
  } else {
    w.sets = read_prescription(r, t, w.percent_of);
  }
  read_modifiers(r, t, w);
  w.line.source = r.source(t.span_since(first));
  check_cluster(r, w);
  if (r.sink.all().size() == reported) {  // else what follows may only follow from that
    check_ladder(r, w);
    check_calls(r, w);
  }
  if (!options || (!w.sets && !w.scheme)) return std::nullopt;
  return w;
}

}  // namespace meso
