#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/model/reading.h"
#include "runtime/edition.h"

namespace meso {
namespace {

void read_level(Reading& r, TokenReader& t) {
  const Token token = t.expect(TokenKind::word);
  if (const auto level = level_from(t.text(token))) {
    r.model.plan.level = *level;
    return;
  }
  Diagnostic& d = r.report(kind::wrong_value_word, t.span(token),
                           "`" + std::string(t.text(token)) + "` isn't a level");
  constexpr std::array<std::string_view, 3> kLevels = {"novice", "intermediate", "advanced"};
  suggest(d, t.span(token), nearest(t.text(token), kLevels));
  d.advise("a level is novice, intermediate or advanced");
}

void read_units(Reading& r, TokenReader& t) {
  const Token token = t.expect(TokenKind::word);
  const auto unit = unit_from(t.text(token));
  if (unit && is_mass(*unit)) {
    r.model.plan.units = *unit == Unit::kg ? MassUnit::kg : MassUnit::lb;
    return;
  }
  r.report(kind::unknown_unit, t.span(token),
           "`" + std::string(t.text(token)) + "` isn't a unit of load")
      .advise("write `units kg` or `units lb`");
}

void read_edition(Reading& r, TokenReader& t) {
  const Token token = t.expect(TokenKind::year);
  const int year = read_int(r, t, token, 1900, 9999, "an edition's year");
  r.model.plan.edition = year;
  std::vector<std::string> known;
  for (const Edition& e : r.editions.known) {
    if (e.year == year) return;
    known.push_back(std::to_string(e.year));
  }
  Diagnostic& d = r.report(kind::unknown_edition, t.span(token),
                           "there is no edition " + std::to_string(year) + " of the guidelines");
  suggest(d, t.span(token), known);
}

// `size: chest, side delts`: the groups that the weekly sets are held against.
void read_sizes(Reading& r, TokenReader& t) {
  auto& plan = r.model.plan;
  const std::size_t first = plan.sizes.size();
  while (const auto name = t.take_token(TokenKind::size_group)) {
    const Span span = t.span(*name);
    t.take(TokenKind::comma);
    const auto group = find_group(r, t.text(*name), span);
    if (!group) continue;
    const auto same = [&](const SizePurpose& size) { return size.group == *group; };
    if (const auto known = std::find_if(plan.sizes.begin(), plan.sizes.end(), same);
        known != plan.sizes.end())
      r.report(kind::given_twice, span, "this group stands twice")
          .also(r.model.span(known->source), "first here")
          .advise("keep one of them");
    else
      plan.sizes.push_back({*group, false, r.source(span)});
  }
  const bool specialise = t.take(TokenKind::kw_specialise);
  for (std::size_t i = first; i < plan.sizes.size(); ++i) plan.sizes[i].specialise = specialise;
  if (std::find(plan.purpose.begin(), plan.purpose.end(), "size") == plan.purpose.end())
    plan.purpose.emplace_back("size");
}

void read_purpose(Reading& r, TokenReader& t) {
  t.expect(TokenKind::kw_purpose);
  if (t.take(TokenKind::kw_size)) return read_sizes(r, t);
  std::vector<std::string>& purpose = r.model.plan.purpose;
  while (const auto word = t.take_token(TokenKind::listed_words)) {
    std::string name = plain_name(t.text(*word));
    t.take(TokenKind::comma);
    if (name.find(':') != std::string::npos)
      r.report(kind::wrong_value_word, t.span(*word), "only size is followed by muscle groups")
          .advise("write it on a line of its own: purpose size: chest, lats");
    else if (std::find(purpose.begin(), purpose.end(), name) == purpose.end())
      purpose.push_back(std::move(name));
  }
}

void read_round(Reading& r, TokenReader& t) {
  RoundingRule rule;
  t.expect(TokenKind::kw_round);
  if (const auto word = t.take_token(TokenKind::equipment_word)) {
    rule.equipment = equipment_from(t.text(*word));
    if (!rule.equipment) {
      constexpr std::array<std::string_view, 6> kKnown = {"barbell", "dumbbell", "kettlebell",
                                                          "machine", "cable",    "plate"};
      Diagnostic& d = r.report(
          kind::wrong_value_word, t.span(*word),
          "`" + std::string(t.text(*word)) + "` isn't equipment that loads are rounded for");
      suggest(d, t.span(*word), nearest(t.text(*word), kKnown));
    }
  }
  switch (t.next().kind) {
    case TokenKind::kw_up: rule.mode = Rounding::up; break;
    case TokenKind::kw_down: rule.mode = Rounding::down; break;
    default: rule.mode = Rounding::nearest; break;
  }
  const Token first = t.peek();
  const auto step = read_load(r, t, "a rounding step");
  if (!step) return;
  rule.step = *step;
  if (step->amount <= Decimal()) {
    r.report(kind::out_of_range, t.span_since(first), "loads can't be rounded to 0")
        .advise("write the smallest step that can be loaded");
    return;
  }
  for (const RoundingRule& other : r.model.plan.roundings)
    if (other.equipment == rule.equipment) {
      r.report(kind::given_twice, t.span(), "this rounding stands twice")
          .advise("keep one line for each kind of equipment, and one for all others");
      return;
    }
  r.model.plan.roundings.push_back(rule);
}

void check_fallback(Reading& r, const ReferenceKind& kind, const OfReference& fallback, Span span) {
  if (fallback.reference == kind)
    r.report(kind::idle_change, span, "this value is to come from itself")
        .advise("give a load, or take it of another max");
  if (fallback.percent.value <= Decimal() || fallback.percent.value > Decimal::whole(150))
    r.report(kind::out_of_range, span,
             "a default can't be " + fallback.percent.value.text() + " % of another value")
        .advise("percentages go from 1 to 150 %");
}

void read_input(Reading& r, TokenReader& t) {
  t.expect(TokenKind::kw_input);
  std::vector<Input> inputs;
  const ReferenceKind kind = read_reference(r, t);
  if (t.take(TokenKind::kw_of)) {
    while (const auto name = t.take_token(TokenKind::listed_name)) {
      const auto exercise = find_exercise(r, t.text(*name), t.span(*name));
      if (exercise) inputs.push_back({kind, exercise, std::nullopt, r.source(t.span(*name))});
      t.take(TokenKind::comma);
    }
  } else {
    inputs.push_back({kind, std::nullopt, std::nullopt, r.source(t.span())});
  }
  if (t.take(TokenKind::kw_default)) {
    const Token first = t.peek();
    const Quantity q = read_quantity(r, t);
    std::optional<std::variant<Load, OfReference>> fallback;
    if (t.take(TokenKind::kw_of)) {
      fallback = OfReference{{q.low}, read_reference(r, t)};
      check_fallback(r, kind, std::get<OfReference>(*fallback), t.span_since(first));
    } else if (check_single(r, q, t.span_since(first), "a default")) {
      if (const auto load = to_load(r, q, t.span_since(first), "a default")) fallback = *load;
    }
    for (Input& input : inputs) input.fallback = fallback;
  }
  for (Input& input : inputs) {
    for (const Input& other : r.model.plan.inputs)
      if (other.kind == input.kind && other.exercise == input.exercise)
        r.report(kind::given_twice, r.model.span(input.source), "this input stands twice")
            .also(r.model.span(other.source), "first here")
            .advise("keep one of them");
    r.model.plan.inputs.push_back(std::move(input));
  }
}

void read_familiar(Reading& r, TokenReader& t) {
  t.expect(TokenKind::kw_familiar);
  while (const auto name = t.take_token(TokenKind::listed_name)) {
    if (const auto id = find_exercise(r, t.text(*name), t.span(*name)))
      r.model.plan.exercises[*id].familiar = true;
    t.take(TokenKind::comma);
  }
}

void read_signal(Reading& r, TokenReader& t) {
  const Token name = t.expect(TokenKind::signal_name);
  OwnSignal signal;
  signal.name = t.text(name);
  signal.question = read_text(r, t, t.next(), "this signal has no question");
  for (const std::string_view taken :
       {"soreness", "pain", "energy", "sleep", "stress", "mood", "hrv", "missed", "tested",
        "exposures", "resets", "stage", "week", "sets"})
    if (equal_ignoring_case(signal.name, taken))
      r.report(kind::duplicate_name, t.span(name),
               "conditions know `" + std::string(taken) + "` already")
          .advise("give your signal another name");
  for (const OwnSignal& other : r.model.plan.signals)
    if (other.name == signal.name)
      r.report(kind::duplicate_name, t.span(name), "two signals are called `" + signal.name + "`")
          .also(r.model.span(other.source), "first here")
          .advise("give one another name");
  const Token low = t.next();
  signal.scale.low = read_int(r, t, low, 0, 100, "a scale's start");
  const Token high = t.next();
  signal.scale.high = read_int(r, t, high, 1, 100, "a scale's end");
  t.take(TokenKind::comma);
  signal.higher_is_better = t.take(TokenKind::kw_higher_is_better);
  signal.source = r.source(t.span());
  if (signal.scale.high <= signal.scale.low)
    r.report(kind::reversed_range, t.span_since(low), "this scale runs backwards")
        .advise("write the smaller number first");
  r.model.plan.signals.add(std::move(signal));
}

void read_starts(Reading& r, TokenReader& t) {
  t.expect(TokenKind::kw_starts);
  r.model.plan.starts = read_date(r, t);
  r.starts_span = t.span();
}

void check_event(Reading& r, const Event& event, Span span) {
  for (const Event& other : r.model.plan.events)
    if (other.name == event.name)
      r.report(kind::duplicate_name, span, "two events are called " + quoted(event.name))
          .also(r.model.span(other.source), "first here")
          .advise("give one another name");
}

void read_event(Reading& r, TokenReader& t) {
  Event event;
  event.name = read_text(r, t, t.expect(TokenKind::quoted), "this event has no name");
  t.expect(TokenKind::kw_on);
  if (t.at(TokenKind::date)) {
    const auto date = read_date(r, t);
    if (!date) return;
    event.when = *date;
  } else {
    const auto day = read_weekday(r, t);
    if (!day) return;
    event.when = *day;
  }
  check_event(r, event, t.span());
  event.source = r.source(t.span());
  r.model.plan.events.push_back(std::move(event));
}

}  // namespace

void read_head_line(Reading& r, std::uint32_t statement) {
  const Statement& s = r.tree->statements[statement];
  TokenReader t = r.reader(s);
  switch (s.kind) {
    case LineKind::plan:
      r.model.plan.name = read_text(r, t, t.expect(TokenKind::quoted), "this plan has no name");
      r.model.plan.source = r.source(t.span());
      break;
    case LineKind::by: r.model.plan.by = unquote(t.text(t.expect(TokenKind::quoted))); break;
    case LineKind::level: read_level(r, t); break;
    case LineKind::units: read_units(r, t); break;
    case LineKind::guidelines: read_edition(r, t); break;
    case LineKind::purpose: read_purpose(r, t); break;
    case LineKind::round: read_round(r, t); break;
    case LineKind::input: read_input(r, t); break;
    case LineKind::familiar: read_familiar(r, t); break;
    case LineKind::goal: read_goal(r, t); break;
    case LineKind::track: read_track(r, t); break;
    case LineKind::signal: read_signal(r, t); break;
    case LineKind::starts: read_starts(r, t); break;
    case LineKind::event: read_event(r, t); break;
    case LineKind::missed: read_missed(r, statement); break;
    case LineKind::follow:
      if (auto call = read_call(r, t)) r.model.plan.follows.push_back(std::move(*call));
      break;
    default: break;
  }
}

}  // namespace meso
