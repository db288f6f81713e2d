#include "runtime/journal/line_state.h"

#include <algorithm>

#include "base/text.h"

namespace meso::journal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Single spaces between words are the rule; the first bytes of other blanks are none of a letter
// that a name in English has, so looking twice at them costs nothing.
bool is_tidy(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] == ' ' && text[i + 1] == ' ') || (text[i] != ' ' && blank_length(text, i) > 0))
      return false;
  return true;
}

}  // namespace

void LineState::problem(std::string message, std::string_view help) {
  journal_.problems.push_back(
      {JournalProblem::Severity::error, line_, std::move(message), std::string(help)});
}

std::string_view LineState::tidy(std::string_view text) {
  if (is_tidy(text)) return text;
  if (!journal_.tidied) journal_.tidied = std::make_shared<std::deque<std::string>>();
  return journal_.tidied->emplace_back(plain_name(text));
}

std::string_view LineState::said(std::string_view text, std::string_view what) {
  const std::string_view plain = tidy(text);
  if (plain.empty())
    problem("there is nothing between the quotes of " + std::string(what), "write it between them");
  return plain;
}

std::optional<Decimal> LineState::decimal(std::string_view digits) {
  const auto value = Decimal::parse(digits);
  if (!value)
    problem("this number has too many digits",
            "a number has at most nine digits before and after the point");
  return value;
}

int LineState::whole(std::string_view digits, int low, int high, std::string_view what,
                     std::string_view help) {
  const auto value = decimal(digits);
  if (!value) return low;
  if (value->is_whole() && *value >= Decimal::whole(low) && *value <= Decimal::whole(high))
    return static_cast<int>(value->floor());
  problem(std::string(what) + " go from " + std::to_string(low) + " to " + std::to_string(high) +
              (value->is_whole() ? "" : ", in whole numbers") + ": not " + value->text(),
          help);
  return low;
}

Date LineState::date(std::string_view text) {
  if (const auto date = parse_date(text)) return *date;
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end]) == is_digit(text[i])) ++end;
    const std::string_view part = text.substr(i, end - i);
    plain += !is_digit(text[i]) ? "-"
             : part.size() == 1 ? "0" + std::string(part)
                                : std::string(part);
    i = end;
  }
  if (const auto date = parse_date(plain)) return *date;
  problem(plain + " is no day of the calendar", "dates are written year-month-day: 2026-11-23");
  return {};
}

}  // namespace meso::journal
