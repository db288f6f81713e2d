// What the actions of the grammar share: texts without odd blanks, numbers within bounds, problems.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/decimal.h"
#include "runtime/journal/read_line.h"

namespace meso::journal {

class LineState {
 public:
  explicit LineState(Place place)
      : entry(place.entry), journal_(place.journal), line_(place.line) {}

  void problem(std::string message, std::string_view help = {});
  std::uint32_t line() const { return line_; }

  // The text itself, or where its blanks aren't single spaces, a tidied copy that the log keeps.
  std::string_view tidy(std::string_view text);
  // Texts in quotes say something; `what` names the one that doesn't: "the session's name".
  std::string_view said(std::string_view text, std::string_view what);
  // Reports what has too many digits, and gives nothing for it.
  std::optional<Decimal> decimal(std::string_view digits);
  // A whole number from `low` to `high`; of others it is said that `what` ("weeks") don't go there.
  int whole(std::string_view digits, int low, int high, std::string_view what,
            std::string_view help = {});
  // Dashes may be of any kind; a day that no calendar has is reported.
  Date date(std::string_view text);

  Entry& entry;

 private:
  Journal& journal_;
  std::uint32_t line_;
};

}  // namespace meso::journal
