#include "compiler/syntax/syntax_error.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

constexpr std::size_t kMostAlternatives = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The word that stands at `at`: to the next blank or comma, at least one character.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_blank(text[end]) && text[end] != ',') ++end;
  if (end == at && at < text.size()) end = at + code_point_length(text, at);
  return text.substr(at, std::min<std::size_t>(end - at, 40));
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
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++n;
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

// The keyword that a misspelled word was probably meant to be, among those that fit here.
std::optional<std::string> meant_keyword(std::string_view word, const Stop& stop) {
  std::vector<std::string_view> keywords;
  for (const std::string_view label : stop.expected)
    if (label.size() > 2 && label.front() == '`') keywords.push_back(label.substr(1, label.size() - 2));
  const auto near = nearest(word, keywords, 1);
  return near.empty() ? std::nullopt : std::optional(near.front());
}

}  // namespace

void report_bad_line(LineKind kind, LineInput line, const Stop& stop, FileId file, Sink& sink) {
  if (count_quotes(line.text) % 2 == 1) return report_unclosed_quote(line, file, sink);
  if (const auto comma = decimal_comma(line.text, stop.at))
    return report_decimal_comma(line, file, *comma, sink);

  std::size_t at = stop.at;
  while (at < line.text.size() && is_blank(line.text[at])) ++at;
  const LineKindInfo& shape = info(kind);
  const bool at_end = at >= line.text.size();
  const std::string found(at_end ? "" : word_at(line.text, at));
  const bool few = !stop.expected.empty() && stop.expected.size() <= kMostAlternatives;

  std::string message;
  if (at_end)
    message = few ? "the line ends too early: expected " + expected_text(stop)
                  : "the line ends too early for " + std::string(shape.name);
  else
    message = "`" + found + "` isn't understood here" + (few ? ": expected " + expected_text(stop) : "");
  Diagnostic& d = sink.report(kind::syntax, span_at(line, file, at, found.size()), std::move(message));
  if (const auto meant = at_end ? std::nullopt : meant_keyword(found, stop)) {
    d.advise("did you mean `" + *meant + "`?");
    d.fix({"write `" + *meant + "`", span_at(line, file, at, found.size()), *meant, false});
  }
  d.advise(std::string(shape.name) + " reads: " + std::string(shape.example));
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
        .fix({"write `" + near.front() + "`", span_at(line, file, 0, first.size()), near.front(), false});
    return meant;
  }
  sink.report(kind::unknown_line, span_at(line, file, 0, std::min<std::size_t>(line.text.size(), 200)),
              "this is neither a keyword line nor an exercise with its sets and reps")
      .advise("an exercise line reads: " + std::string(info(LineKind::exercise).example))
      .advise("a remark for yourself starts with `#`; one for the athlete reads: note \"...\"");
  return LineKind::unknown;
}

}  // namespace meso
