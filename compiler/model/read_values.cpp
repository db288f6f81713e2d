#include <array>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

std::size_t quote_length(std::string_view text) {
  return text.front() == '"' ? 1 : code_point_length(text, 0);
}

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

void report_reversed(Reading& r, TokenReader& t, const Token& first, const Token& second) {
  const Span span{t.span(first).file, first.begin, second.end};
  const std::string low(t.text(second)), high(t.text(first));
  const std::string mended = low + "-" + high;
  r.report(kind::reversed_range, span, "this range runs backwards: " + high + " to " + low)
      .advise("write the smaller number first: `" + mended + "`")
      .fix({"write `" + mended + "`", span, mended, false});
}

// A plan without a `units` line that is written in pounds throughout lacks one line, not thirty.
void report_mixed_units(Reading& r, Span span, std::string_view what, MassUnit unit) {
  const std::string is(text(unit)), want(text(r.model.plan.units));
  if (r.has_units_line) {
    r.report(kind::mixed_units, span,
             std::string(what) + " is in " + is + ", but the plan is in " + want)
        .note("increments are never converted: 5 lb is neither 2.5 kg nor 5 kg")
        .advise("write it in " + want + ", or change the plan's `units` line");
    return;
  }
  if (!r.first_miss("units")) return;
  r.report(kind::mixed_units, span,
           std::string(what) + " is in " + is + ", but a plan without a `units` line is in " + want)
      .advise("add to the plan's head: units " + is)
      .advise("or write every load in " + want);
}

}  // namespace

std::string unquote(std::string_view quoted) {
  quoted.remove_prefix(quote_length(quoted));
  const std::size_t last =
      quoted.back() == '"' ? 1 : (quoted.ends_with("\u00BB") || quoted.ends_with("\u00AB") ? 2 : 3);
  quoted.remove_suffix(last);
  return plain_name(quoted);
}

std::string read_text(Reading& r, TokenReader& t, const Token& quoted, std::string_view what) {
  std::string text = unquote(t.text(quoted));
  if (text.empty())
    r.report(kind::empty_text, t.span(quoted), std::string(what))
        .advise("write it between the quotes");
  return text;
}

bool holds_unread(const Tree& tree, std::uint32_t statement) {
  for (std::uint32_t i = statement; i < tree.statements[statement].subtree_end; ++i)
    if (!tree.statements[i].ok) return true;
  return false;
}

Decimal read_decimal(Reading& r, TokenReader& t, const Token& number) {
  if (const auto value = Decimal::parse(t.text(number))) return *value;
  r.report(kind::out_of_range, t.span(number), "this number has too many digits")
      .advise("a number has at most nine digits before and after the point");
  return Decimal::whole(1);
}

int read_int(Reading& r, TokenReader& t, const Token& number, int least, int most,
             std::string_view what) {
  const auto value = Decimal::parse(t.text(number));
  if (value && value->is_whole() && *value >= Decimal::whole(least) &&
      *value <= Decimal::whole(most))
    return static_cast<int>(value->floor());
  r.report(kind::out_of_range, t.span(number),
           std::string(what) + " can't be " + std::string(t.text(number).substr(0, 20)))
      .advise(std::string(what) + " goes from " + std::to_string(least) + " to " +
              std::to_string(most));
  return std::max(least, 1);
}

Range read_range(Reading& r, TokenReader& t, TokenKind low, TokenKind high, int least, int most,
                 std::string_view what) {
  const Token first = t.expect(low);
  Range range{read_int(r, t, first, least, most, what), 0};
  range.high = range.low;
  if (const auto second = t.take_token(high)) {
    range.high = read_int(r, t, *second, least, most, what);
    if (range.high < range.low) {
      report_reversed(r, t, first, *second);
      std::swap(range.low, range.high);
    }
  }
  return range;
}

Quantity read_quantity(Reading& r, TokenReader& t) {
  const Token first = t.expect(TokenKind::amount);
  Quantity q;
  r.unknown_unit = false;
  q.low = q.high = read_decimal(r, t, first);
  if (const auto high = t.take_token(TokenKind::amount_high)) {
    q.high = read_decimal(r, t, *high);
    if (q.high < q.low) {
      report_reversed(r, t, first, *high);
      std::swap(q.low, q.high);
    }
  }
  if (const auto unit = t.take_token(TokenKind::unit)) {
    const std::string word = lower(t.text(*unit));
    if (const auto known = unit_from(word)) {
      q.unit = *known;
    } else {
      constexpr std::array<std::string_view, 9> kUnits = {"kg",   "lb",    "s",    "min", "h",
                                                          "days", "weeks", "reps", "sets"};
      Diagnostic& d = r.report(kind::unknown_unit, t.span(*unit),
                               "`" + std::string(t.text(*unit)) + "` isn't a unit");
      suggest(d, t.span(*unit), nearest(word, kUnits));
      d.advise("loads are in kg, lb or %; times in s, min, h, days or weeks");
      r.unknown_unit = true;
    }
  }
  return q;
}

bool check_single(Reading& r, const Quantity& q, Span span, std::string_view what) {
  if (q.low == q.high) return true;
  r.report(kind::out_of_range, span, std::string(what) + " is one number, not a range")
      .advise("write one of the two");
  return false;
}

bool check_unit(Reading& r, const Quantity& q, Span span, std::initializer_list<Unit> allowed,
                std::string_view what) {
  if (r.unknown_unit) return false;
  for (const Unit unit : allowed)
    if (q.unit == unit) return true;
  std::vector<std::string> names;
  for (const Unit unit : allowed)
    if (unit != Unit::none) names.push_back("`" + std::string(text(unit)) + "`");
  Diagnostic& d = r.report(kind::wrong_unit, span,
                           q.unit == Unit::none
                               ? std::string(what) + " needs its unit"
                               : std::string(what) + " can't be in " + std::string(text(q.unit)));
  d.advise(names.empty() ? std::string(what) + " is a plain number"
                         : "write it in " + join_or(names));
  return false;
}

std::optional<Load> to_load(Reading& r, const Quantity& q, Span span, std::string_view what) {
  if (!check_unit(r, q, span, {Unit::kg, Unit::lb}, what)) return std::nullopt;
  const MassUnit unit = q.unit == Unit::kg ? MassUnit::kg : MassUnit::lb;
  if (unit != r.model.plan.units) {
    report_mixed_units(r, span, what, unit);
  }
  if (q.high > Decimal::whole(1500)) {
    r.report(kind::out_of_range, span, std::string(what) + " can't be " + text(q))
        .advise("a load is at most 1500 " + std::string(text(unit)));
    return std::nullopt;
  }
  return Load{q.low, unit};
}

std::optional<Load> read_load(Reading& r, TokenReader& t, std::string_view what) {
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  if (!check_single(r, q, span, what)) return std::nullopt;
  return to_load(r, q, span, what);
}

ReferenceKind read_reference(Reading& r, TokenReader& t) {
  const Token token = t.next();
  switch (token.kind) {
    case TokenKind::kw_training_max: return {ReferenceKind::Of::training_max, 1};
    case TokenKind::kw_e1rm: return {ReferenceKind::Of::e1rm, 1};
    case TokenKind::kw_bodyweight: return {ReferenceKind::Of::bodyweight, 1};
    default: {
      constexpr int kMostReps = 100;
      const auto reps = Decimal::parse(t.text(token).substr(0, t.text(token).size() - 2));
      if (reps && *reps >= Decimal::whole(1) && *reps <= Decimal::whole(kMostReps))
        return {ReferenceKind::Of::n_rm, static_cast<int>(reps->floor())};
      r.report(kind::out_of_range, t.span(token), "there is no " + std::string(t.text(token)))
          .advise("a rep max is of 1 to " + std::to_string(kMostReps) + " reps: 5RM");
      return {ReferenceKind::Of::n_rm, 1};
    }
  }
}

std::optional<Date> read_date(Reading& r, TokenReader& t) {
  const Token token = t.next();
  if (const auto date = parse_date(t.text(token))) return date;
  r.report(kind::out_of_range, t.span(token), "there is no day " + std::string(t.text(token)))
      .advise("a date is year-month-day: 2026-03-31");
  return std::nullopt;
}

std::optional<Weekday> read_weekday(Reading& r, TokenReader& t) {
  const Token token = t.next();
  const std::string word = lower(t.text(token));
  for (std::size_t i = 0; i < kDays.size(); ++i)
    if (word.size() >= 3 && lower(kDays[i]).starts_with(word)) return static_cast<Weekday>(i);
  Diagnostic& d = r.report(kind::wrong_value_word, t.span(token),
                           "`" + std::string(t.text(token)) + "` isn't a weekday");
  suggest(d, t.span(token), nearest(word, kDays, 1));
  d.advise("weekdays are Mon, Tue, Wed, Thu, Fri, Sat and Sun");
  return std::nullopt;
}

}  // namespace meso
