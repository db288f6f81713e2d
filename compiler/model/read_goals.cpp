// `goal` and `track`: what is measured, of what, and how far it is to come.
#include <array>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

struct MetricWord {
  std::string_view word;
  Metric metric;
};
constexpr std::array kMetrics = std::to_array<MetricWord>({
    {"load", Metric::load},
    {"top set", Metric::load},
    {"reps", Metric::reps},
    {"e1rm", Metric::e1rm},
    {"tonnage", Metric::tonnage},
    {"volume load", Metric::tonnage},
    {"rep quality", Metric::rep_quality},
    {"hard sets", Metric::hard_sets},
    {"training max", Metric::training_max},
    {"bodyweight", Metric::bodyweight},
    {"body weight", Metric::bodyweight},
    {"weight", Metric::bodyweight},
    {"resting heart rate", Metric::resting_heart_rate},
    {"hrv", Metric::hrv},
    {"waist", Metric::waist},
    {"body fat", Metric::body_fat},
    {"sleep", Metric::sleep},
    {"energy", Metric::energy},
    {"mood", Metric::mood},
    {"stress", Metric::stress},
    {"movement quality", Metric::movement_quality},
    {"technique", Metric::technique},
    {"confidence", Metric::confidence},
    {"appetite", Metric::appetite},
    {"soreness", Metric::soreness},
    {"doms", Metric::soreness},
});

std::optional<Metric> find_metric(Reading& r, std::string_view word, Span span) {
  const std::string name = lower(plain_name(word));
  std::vector<std::string_view> all;
  for (const MetricWord& m : kMetrics) {
    if (m.word == name) return m.metric;
    if (m.metric != Metric::soreness) all.push_back(m.word);
  }
  Diagnostic& d =
      r.report(kind::unknown_metric, span, "there is no measure `" + plain_name(word) + "`");
  suggest(d, span, nearest(name, all));
  d.advise(
      "objective: e1RM, 1RM, load, reps, tonnage, bodyweight, HRV ...; felt: sleep, energy, mood, "
      "movement quality ...");
  return std::nullopt;
}

// What the goal is about: an exercise, or for soreness (refused later, by its guideline) a group.
void read_goal_subject(Reading& r, TokenReader& t, Goal& goal, Span metric) {
  if (!t.take(TokenKind::kw_of)) {
    const Metric m = goal.metric;
    if (m == Metric::load || m == Metric::e1rm || m == Metric::one_rm || m == Metric::n_rm ||
        m == Metric::training_max)
      r.report(kind::missing_reference, metric, "of which lift?")
          .advise("name it: goal e1RM of back squat + 5% by end of \"...\"");
    return;
  }
  const Token name = t.next();
  if (goal.metric == Metric::soreness)
    goal.group = find_group(r, t.text(name), t.span(name));
  else
    goal.exercise = find_exercise(r, t.text(name), t.span(name));
}

// Loads need their unit; a percentage is a growth, never a value.
bool check_goal_amount(Reading& r, const Goal& goal, const Quantity& q, Span span) {
  if (!check_single(r, q, span, "a goal")) return false;
  const bool growth = goal.is_growth && q.unit == Unit::percent;
  if (growth || goal.metric == Metric::soreness) return !r.unknown_unit;
  switch (goal.metric) {
    case Metric::load:
    case Metric::e1rm:
    case Metric::tonnage:
    case Metric::one_rm:
    case Metric::n_rm:
    case Metric::training_max:
    case Metric::bodyweight:
      return check_unit(r, q, span,
                        goal.is_growth
                            ? std::initializer_list<Unit>{Unit::kg, Unit::lb, Unit::percent}
                            : std::initializer_list<Unit>{Unit::kg, Unit::lb},
                        "this goal");
    default: return !r.unknown_unit;
  }
}

}  // namespace

void read_goal(Reading& r, TokenReader& t) {
  Goal goal;
  t.expect(TokenKind::kw_goal);
  const Token metric = t.next();
  const std::string word(t.text(metric));
  if (word.size() > 2 && word[0] >= '0' && word[0] <= '9') {
    goal.metric = word.starts_with("1R") || word.starts_with("1r") ? Metric::one_rm : Metric::n_rm;
    const auto reps = Decimal::parse(std::string_view(word).substr(0, word.size() - 2));
    goal.reference.reps = reps ? static_cast<int>(reps->floor()) : 1;
  } else {
    const auto known = find_metric(r, word, t.span(metric));
    if (!known) return;
    goal.metric = *known;
  }
  read_goal_subject(r, t, goal, t.span(metric));
  goal.is_growth = t.take(TokenKind::plus_sign);
  const Token amount = t.peek();
  const Quantity first = read_quantity(r, t);
  goal.target = first;
  bool fits = check_goal_amount(r, goal, first, t.span_since(amount));
  if (t.take(TokenKind::kw_to)) {
    const Token target = t.peek();
    goal.from = first;
    goal.target = read_quantity(r, t);
    fits = fits && check_goal_amount(r, goal, goal.target, t.span_since(target));
    if (fits && goal.from->unit != goal.target.unit)
      r.report(kind::wrong_unit, t.span_since(amount), "this goal goes from one unit to another")
          .advise("write both numbers in the same unit");
  }
  const Token block = t.expect(TokenKind::quoted);
  goal.by_end_of = find_block(r, unquote(t.text(block)), t.span(block));
  goal.source = r.source(t.span());
  r.model.plan.goals.push_back(std::move(goal));
}

void read_track(Reading& r, TokenReader& t) {
  t.expect(TokenKind::kw_track);
  while (const auto word = t.take_token(TokenKind::listed_words)) {
    const std::string name = plain_name(t.text(*word));
    const auto of = name.find(" of ");  // `track e1RM of back squat`
    const Span span = t.span(*word);
    const auto metric = find_metric(r, std::string_view(name).substr(0, of), span);
    std::optional<ExerciseId> exercise;
    if (metric && of != name.npos && *metric != Metric::soreness)
      exercise = find_exercise(r, std::string_view(name).substr(of + 4), span);
    if (metric) r.model.plan.tracks.push_back({*metric, exercise, r.source(span)});
    t.take(TokenKind::comma);
  }
}

}  // namespace meso
