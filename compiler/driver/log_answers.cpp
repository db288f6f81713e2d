#include "compiler/driver/log_answers.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace meso {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(at, from), text.size());
    std::string part = plain_name(text.substr(from, end - from));
    if (!part.empty()) parts.push_back(std::move(part));
    from = end + 1;
  }
  return parts;
}

bool begins(std::string_view name, std::string_view with) {
  return !with.empty() && lower(name).starts_with(lower(with));
}

// The name itself, else the only one that begins so.
std::optional<std::size_t> named(const std::vector<std::string>& names, std::string_view word) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (equal_ignoring_case(names[i], word)) return i;
    if (!begins(names[i], word)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

std::optional<std::vector<std::int8_t>> one_each(const std::vector<std::string>& words,
                                                 std::size_t count) {
  std::vector<std::int8_t> out;
  for (const std::string& word : words) {
    const auto value =
        word == "-" ? std::optional<int>(CheckIn::kUnanswered) : number_from(word, 0, 10);
    if (!value) return std::nullopt;
    out.push_back(static_cast<std::int8_t>(*value));
  }
  if (out.size() == 1) out.assign(count, out.front());
  return out.size() == count ? std::optional(out) : std::nullopt;
}

// `quads 3, lower back 1`; the comma may be left out.
std::optional<std::vector<std::int8_t>> by_name(const std::vector<std::string>& words,
                                                const std::vector<std::string>& names) {
  std::vector<std::int8_t> out(names.size(), 0);
  std::string name;
  for (const std::string& word : words) {
    const auto value = number_from(word, 0, 10);
    if (!value) {
      name += (name.empty() ? "" : " ") + word;
      continue;
    }
    const auto at = named(names, name);
    if (!at) return std::nullopt;
    out[*at] = static_cast<std::int8_t>(*value);
    name.clear();
  }
  return name.empty() ? std::optional(out) : std::nullopt;
}

struct Word {
  std::string_view letter, word;
};
constexpr Word kNone{"n", "none"}, kDull{"d", "dull"}, kSharp{"s", "sharp"}, kFlag{"r", "red flag"};

// What stands behind the word or its letter; nothing where the text doesn't begin with either.
std::optional<std::string> behind(std::string_view text, Word opener) {
  for (const std::string_view start : {opener.word, opener.letter}) {
    if (!begins(text, start)) continue;
    const std::string_view rest = text.substr(start.size());
    if (!rest.empty() && rest.front() != ' ') continue;
    std::string place = plain_name(rest);
    if (begins(place, "in ")) place.erase(0, 3);
    return place;
  }
  return std::nullopt;
}

bool read_complaint(std::string_view text, Complaints& out) {
  if (const auto rest = behind(text, kNone)) {
    out.none = true;
    return rest->empty();
  }
  if (const auto what = behind(text, kFlag)) {
    out.red_flag = *what;
    return !what->empty();
  }
  for (const auto& [word, pain] : {std::pair(kDull, Pain::dull), std::pair(kSharp, Pain::sharp)})
    if (const auto place = behind(text, word)) {
      out.pains.push_back({pain, *place});
      return true;
    }
  return false;
}

}  // namespace

Typed typed_kind(std::string_view text) {
  if (text.empty()) return Typed::nothing;
  if (text == "<") return Typed::back;
  if (text == "-") return Typed::pass;
  if (text == "?") return Typed::help;
  if (text == "q" || text == "Q") return Typed::quit;
  return Typed::answer;
}

std::optional<std::vector<std::int8_t>> soreness_from(std::string_view text,
                                                      const std::vector<std::string>& names) {
  const std::vector<std::string> words = split(text, " ,\t");
  const auto is_name = [](const std::string& word) {
    return word != "-" && !number_from(word, 0, 10);
  };
  if (words.empty()) return std::nullopt;
  if (std::ranges::any_of(words, is_name)) return by_name(words, names);
  return one_each(words, names.size());
}

std::optional<int> number_from(std::string_view text, int least, int most) {
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < least || value > most) return std::nullopt;
  return value;
}

std::optional<Decimal> positive_from(std::string_view text) {
  const auto value = Decimal::parse(text);
  return value && *value > Decimal() ? value : std::nullopt;
}

std::optional<std::vector<bool>> yes_nos_from(std::string_view text, std::size_t count) {
  std::vector<bool> out;
  for (const std::string& word : split(text, " ,\t")) {
    const bool yes = equal_ignoring_case(word, "y") || equal_ignoring_case(word, "yes");
    const bool no = equal_ignoring_case(word, "n") || equal_ignoring_case(word, "no");
    if (!yes && !no) return std::nullopt;
    out.push_back(yes);
  }
  if (out.size() == 1 && !out.front()) out.assign(count, false);
  return out.size() == count ? std::optional(out) : std::nullopt;
}

std::optional<Complaints> complaints_from(std::string_view text) {
  Complaints out;
  for (const std::string& part : split(text, ","))
    if (!read_complaint(part, out)) return std::nullopt;
  const bool some = !out.pains.empty() || !out.red_flag.empty();
  return out.none == some ? std::nullopt : std::optional(out);
}

std::string warm_up_set_from(std::string_view text) {
  constexpr std::string_view kNumber = "0123456789.";
  const std::size_t x = text.find('x');
  const std::size_t load = text.find_first_of(kNumber, std::min(x, text.size()));
  const std::size_t unit = text.find_first_not_of(kNumber, std::min(load, text.size()));
  if (unit == text.npos) return std::string(text);
  const std::string_view behind = without_blanks_around(text.substr(unit));
  // `3x8 80 kg` has its reps there, and no unit behind them.
  if (!behind.starts_with("kg") && !behind.starts_with("lb")) return std::string(text);
  return std::string(without_blanks_around(text.substr(0, x))) + " " +
         std::string(text.substr(load));
}

}  // namespace meso
