#include "compiler/syntax/syntax_error.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

constexpr std::size_t kMostAlternatives = 4;

// The keywords of several words that conditions are made of.
constexpr std::array kPhrases = std::to_array<std::string_view>({
    "all sets done",
    "all sets reach top of range",
    "much better than last",
    "better than last",
    "worse than last",
    "same as last",
    "reps of",
    "total reps",
    "extra reps",
    "never sore",
    "recovered early",
    "recovered in time",
    "still sore",
    "sore at start",
    "week ends",
    "rotation ends",
    "block ends",
    "days off",
    "strength restored",
    "resting heart rate",
    "soreness impairs",
    "soreness alters form",
    "soreness reduces strength",
    "soreness shortens range",
    "soreness lowers confidence",
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!is_blank(c)) out.push_back(c);
  return out;
}

// Misspelt, not merely of a word in common.
bool is_near(std::string_view written, std::string_view phrase) {
  const std::string joined_written = without_blanks(written),
                    joined_phrase = without_blanks(phrase);
  const std::array<std::string_view, 1> one{joined_phrase};
  return !nearest(joined_written, one, 1).empty();
}

// At most so many bytes, never half a character.
std::string_view cut(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = end + code_point_length(text, end);
    if (next > most) break;
    end = next;
  }
  return text.substr(0, end);
}

// The word that stands at `at`: to the next blank, comma or bracket, at least one character.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_blank(text[end]) && text[end] != ',' && text[end] != '(' &&
         text[end] != ')')
    ++end;
  if (end == at && at < text.size()) end = at + code_point_length(text, at);
  return cut(text.substr(at, end - at), 40);
}

// So many words from `at`, or what is left of the line.
std::string_view words_at(std::string_view text, std::size_t at, std::size_t count) {
  std::size_t end = at;
  for (; count > 0; --count) {
    while (end < text.size() && is_blank(text[end])) ++end;
    end += word_at(text, end).size();
  }
  while (end > at && is_blank(text[end - 1])) --end;
  return text.substr(at, end - at);
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view found = word_at(text, at);
    if (equal_ignoring_case(found, word)) return true;
    at += found.size();
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return false;
}

Span span_at(LineInput line, FileId file, std::size_t at, std::size_t size) {
  const auto begin = line.offset + static_cast<std::uint32_t>(at);
  return {file, begin, begin + static_cast<std::uint32_t>(size)};
}

// `2,5` where a number stopped: the comma's place.
std::optional<std::size_t> decimal_comma(std::string_view text, std::size_t at) {
  for (std::size_t i = at > 0 ? at - 1 : 0; i <= at && i + 1 < text.size(); ++i)
    if (i > 0 && text[i] == ',' && is_digit(text[i - 1]) && is_digit(text[i + 1])) return i;
  return std::nullopt;
}

std::size_t count_quotes(std::string_view text) {
  std::size_t n = static_cast<std::size_t>(std::count(text.begin(), text.end(), '"'));
  for (const std::string_view mark : {"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"})
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size()))
      ++n;
  return n;
}

void report_unclosed_quote(LineInput line, FileId file, Sink& sink) {
  const std::size_t at = line.text.rfind('"');
  const std::size_t from = at == line.text.npos ? 0 : at;
  sink.report(kind::unclosed_quote, span_at(line, file, from, line.text.size() - from),
              "a quoted text has no closing quote")
      .label("opened here")
      .advise("close it with `\"` on the same line; a text can't hold a quote or a line break");
}

void report_decimal_comma(LineInput line, FileId file, std::size_t comma, Sink& sink) {
  std::size_t begin = comma, end = comma + 1;
  while (begin > 0 && is_digit(line.text[begin - 1])) --begin;
  while (end < line.text.size() && is_digit(line.text[end])) ++end;
  std::string mended(line.text.substr(begin, end - begin));
  mended[comma - begin] = '.';
  sink.report(kind::decimal_comma, span_at(line, file, begin, end - begin),
              "numbers are written with a decimal point: `" + mended + "`")
      .label("a comma separates set groups here")
      .fix({"write `" + mended + "`", span_at(line, file, begin, end - begin), mended, true});
}

std::string expected_text(const Stop& stop) {
  std::vector<std::string> items(stop.expected.begin(), stop.expected.end());
  return join_or(items);
}

// A keyword that fits here, and the words that were probably meant to be it.
struct Meant {
  std::string keyword;
  std::string_view written;
};
std::optional<Meant> meant_keyword(std::string_view text, std::size_t at, const Stop& stop) {
  for (std::size_t words = 1; words <= 4; ++words) {
    std::vector<std::string_view> keywords;
    for (const std::string_view label : stop.expected) {
      if (label.size() <= 2 || label.front() != '`') continue;
      const std::string_view keyword = label.substr(1, label.size() - 2);
      if (std::count(keyword.begin(), keyword.end(), ' ') + 1 == static_cast<std::ptrdiff_t>(words))
        keywords.push_back(keyword);
    }
    const std::string_view written = words_at(text, at, words);
    const auto near = nearest(written, keywords, 1);
    if (!near.empty()) return Meant{near.front(), written};
  }
  return std::nullopt;
}

// `all setts done`: the line stopped at `setts`, behind what reads as a signal of one's own. The
// words from the last `when`, `and`, `or` or `not` on are the condition that was meant.
std::optional<Meant> meant_condition(std::string_view text, std::size_t stop) {
  std::size_t start = text.npos;
  for (std::size_t at = 0; at < stop && at < text.size();) {
    const std::string_view word = word_at(text, at);
    at += word.size();
    while (at < text.size() && is_blank(text[at])) ++at;
    for (const std::string_view joint : {"when", "and", "or", "not"})
      if (equal_ignoring_case(word, joint)) start = at;
  }
  if (start >= stop) return std::nullopt;
  for (const std::string_view phrase : kPhrases) {
    const auto words = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
    const std::string_view written = words_at(text, start, words);
    if (written.size() > stop - start && is_near(written, phrase))
      return Meant{std::string(phrase), written};
  }
  return std::nullopt;
}

bool is_verdict(std::string_view word) {
  for (const std::string_view verdict : {"train", "lighten", "swap", "recover", "refer"})
    if (equal_ignoring_case(word, verdict)) return true;
  return false;
}

// What people write instead, by what they meant. `open`: anything could have followed here.
void advise_on(LineKind kind, std::string_view text, std::string_view found, bool open,
               Diagnostic& d) {
  if (kind == LineKind::rule_clause && is_verdict(found)) {
    d.advise("a gate's clause starts with its verdict: " + lower(found) +
             (holds_word(text, "otherwise") ? " otherwise" : " when ..."));
    return;
  }
  if (kind == LineKind::session && equal_ignoring_case(found, "recovery")) {
    d.advise("a comma stands before it: session \"Easy day\", recovery")
        .fix({"write `, recovery`", d.primary.span, ", recovery", true});
    return;
  }
  if (kind == LineKind::rule_clause && !holds_word(text, "then") && !holds_word(text, "otherwise"))
    d.advise("`then` stands between what must hold and what is done");
  const bool word = !found.empty() && std::all_of(found.begin(), found.end(), [](char c) {
    return to_lower(c) >= 'a' && to_lower(c) <= 'z';
  });
  if (kind == LineKind::exercise && word && open)
    d.advise("if `" + std::string(found) +
             "` is a rule, call it with brackets: " + std::string(found) + "(2.5 kg)");
  d.advise(std::string(info(kind).name) + " reads: " + std::string(info(kind).example));
}

}  // namespace

void report_bad_line(LineKind kind, LineInput line, const Stop& stop, FileId file, Sink& sink) {
  if (count_quotes(line.text) % 2 == 1) return report_unclosed_quote(line, file, sink);
  if (const auto comma = decimal_comma(line.text, stop.at))
    return report_decimal_comma(line, file, *comma, sink);

  std::size_t at = stop.at;
  while (at < line.text.size() && is_blank(line.text[at])) ++at;
  at = std::min(at, line.text.size());
  const bool at_end = at == line.text.size() || line.text[at] == '#';
  const bool search = !at_end && !sink.is_crowded();
  auto meant = search ? meant_keyword(line.text, at, stop) : std::nullopt;
  const bool has_condition = kind == LineKind::gate_clause || kind == LineKind::rule_clause;
  const auto condition = has_condition && search ? meant_condition(line.text, at) : std::nullopt;
  if (condition) {
    at = static_cast<std::size_t>(condition->written.data() - line.text.data());
    meant = condition;
  }
  const std::string found(meant ? meant->written : at_end ? "" : word_at(line.text, at));
  const bool few =
      !condition && !stop.expected.empty() && stop.expected.size() <= kMostAlternatives;

  std::string message;
  if (at_end)
    message = few ? "the line ends too early: expected " + expected_text(stop)
                  : "the line ends too early for " + std::string(info(kind).name);
  else
    message =
        "`" + found + "` isn't understood here" + (few ? ": expected " + expected_text(stop) : "");
  Diagnostic& d =
      sink.report(kind::syntax, span_at(line, file, at, found.size()), std::move(message));
  if (!meant) return advise_on(kind, line.text, found, !few, d);
  d.advise("did you mean `" + meant->keyword + "`?");
  d.advise(std::string(info(kind).name) + " reads: " + std::string(info(kind).example));
  d.fix({"write `" + meant->keyword + "`", span_at(line, file, at, found.size()), meant->keyword,
         false});
}

LineKind report_unknown_line(LineInput line, FileId file, Sink& sink) {
  const std::string_view first = word_at(line.text, 0);
  const auto near = nearest(first, openers(), 1);
  if (!near.empty()) {
    const LineKind meant = kinds_opened_by(near.front()).front();
    sink.report(kind::unknown_line, span_at(line, file, 0, first.size()),
                "`" + std::string(first) + "` isn't a keyword, and the line holds no sets and reps")
        .advise("did you mean `" + near.front() + "`? " + std::string(info(meant).name) +
                " reads: " + std::string(info(meant).example))
        .fix({"write `" + near.front() + "`", span_at(line, file, 0, first.size()), near.front(),
              false});
    return meant;
  }
  sink.report(kind::unknown_line, span_at(line, file, 0, cut(line.text, 200).size()),
              "this is neither a keyword line nor an exercise with its sets and reps")
      .advise("an exercise line reads: " + std::string(info(LineKind::exercise).example))
      .advise("a remark for yourself starts with `#`; one for the athlete reads: note \"...\"");
  return LineKind::unknown;
}

}  // namespace meso
