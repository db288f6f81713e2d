// Sets, reps, loads and effort: `3x6-8 75% @ RIR 2`.
#include <algorithm>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

constexpr int kMostSetsALine = 30;

bool is_distance(std::string_view unit) { return unit.starts_with('m') && unit != "min"; }

// What the numbers of a set count, and the most that a plan can mean.
struct Counted {
  std::string_view what;
  int most;
};
Counted counted_in(std::string_view unit) {
  if (unit.empty()) return {"a rep count", 1000};
  if (is_distance(unit)) return {"a distance in m", 10'000};
  return unit == "min" ? Counted{"a time in min", 120} : Counted{"a time in s", 7200};
}

// The unit behind the numbers that come next; empty where they are reps.
std::string unit_ahead(TokenReader t) {
  while (t.at(TokenKind::rep_count) || t.at(TokenKind::rep_count_high) ||
         t.at(TokenKind::amrap_plus))
    t.next();
  return t.at(TokenKind::timed_unit) ? lower(t.text(t.peek())) : std::string();
}

SetTarget read_target(Reading& r, TokenReader& t) {
  if (t.take(TokenKind::kw_max)) return MaxReps{};
  if (t.take(TokenKind::kw_failure)) return ToFailure{};
  const Token first = t.peek();
  const Counted counted = counted_in(unit_ahead(t));
  const Range amount = read_range(r, t, TokenKind::rep_count, TokenKind::rep_count_high, 1,
                                  counted.most, counted.what);
  const bool amrap = t.take(TokenKind::amrap_plus);
  const auto unit = t.take_token(TokenKind::timed_unit);
  if (!unit) return RepTarget{{{amount.low}, {amount.high}}, amrap};
  const std::string word = lower(t.text(*unit));
  const bool distance = is_distance(word);
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

bool starts_intensity(const TokenReader& t) {
  return t.at(TokenKind::at_sign) || t.at(TokenKind::kw_rir) || t.at(TokenKind::kw_rpe) ||
         t.at(TokenKind::kw_bodyweight) || t.at(TokenKind::kw_top_set) ||
         t.at(TokenKind::kw_open) || t.at(TokenKind::amount);
}

SetGroup read_set_group(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  SetGroup group;
  const Token first = t.peek();
  group.sets = {1, 1};  // `25 min`: all in one go
  if (t.at(TokenKind::set_count))
    group.sets = read_range(r, t, TokenKind::set_count, TokenKind::set_count_high, 1,
                            kMostSetsALine, "a set count");
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
}  // namespace

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
  if (r.is_library) return ReferenceKind{};  // the plan that uses it says what of
  const std::string& name = r.model.plan.exercises[lift].name;
  if (!r.first_miss("max of " + name)) return std::nullopt;
  r.report(kind::missing_reference, span, "a percentage of what? The plan names no max of " + name)
      .advise("add to the plan's head: input 1RM of " + name)
      .advise("or take it of another lift: percent of EXERCISE");
  return std::nullopt;
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

Prescription read_prescription(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  Prescription p;
  const Token first = t.peek();
  if (t.take(TokenKind::kw_test)) {
    TestSpec test;
    if (t.take(TokenKind::kw_max_reps))
      test.max_reps = true;
    else
      test.reps = read_reference(r, t).reps;
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

}  // namespace meso
