#include "compiler/data/yaml_scan.h"

#include <algorithm>
#include <array>

namespace meso {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// Past the closing quote, or the end of the text.
std::size_t quoted_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return text.size();
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

struct ErrorWords {
  std::string_view raw;
  std::string_view message;
  std::string_view help;
};

// By yaml-cpp's messages (exceptions.h); its own words are for programmers.
constexpr std::array kErrorWords = std::to_array<ErrorWords>({
    {"end of map not found", "this line doesn't fit the ones above it",
     "write `key: value`, and begin the lines of one list or map in the same column"},
    {"end of sequence not found", "this line doesn't fit the list above it",
     "begin each line of the list with `- `, in the same column"},
    {"end of map flow not found", "a `{` without its `}`", "close it with `}`"},
    {"end of sequence flow not found", "a `[` without its `]`", "close it with `]`"},
    {"illegal EOF in scalar", "a quote without its closing quote", "close it where the text ends"},
    {"illegal map value", "a `:` where no key can stand before it",
     "write one `key: value` a line, in line with the others; put text with `: ` in quotes"},
    {"illegal map key", "a key where none can stand",
     "write one `key: value` a line, in line with the others"},
    {"illegal block entry", "a `- ` where no list can stand",
     "begin the list on a line of its own"},
    {"illegal flow end", "a closing bracket without its opening one", "delete it"},
    {"unknown token", "a character that can't begin a value", "put the value in quotes"},
    {"unknown escape character: ", "a `\\` that stands before the wrong letter",
     "use single quotes, or write `\\\\`"},
    {"the referenced anchor is not defined", "a `*` at the beginning of a value",
     "put the value in quotes"},
    {"alias not found after *", "a `*` at the beginning of a value", "put the value in quotes"},
    {"anchor not found after &", "a `&` at the beginning of a value", "put the value in quotes"},
});

bool is_indented_with_tab(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? 0 : text.find_last_of("\r\n", at - 1) + 1;
  const std::size_t solid = std::min(text.find_first_not_of(" \t", before), text.size());
  return text.substr(before, solid - before).find('\t') != std::string_view::npos;
}

}  // namespace

std::optional<std::size_t> first_control_character(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    return (c >= 0 && c < ' ' && c != '\t' && !is_line_end(c)) || c == 0x7F;
  });
  if (found == text.end()) return std::nullopt;
  return static_cast<std::size_t>(found - text.begin());
}

std::optional<std::size_t> first_directive(std::string_view text) {
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (at == 0 || is_line_end(text[at - 1])) return at;
  return std::nullopt;
}

ScalarEnd scalar_end(std::string_view text, std::size_t begin, std::string_view value,
                     bool quoted) {
  if (begin >= text.size()) return {begin, false};
  std::size_t end = begin + value.size();
  const bool as_written = text.substr(begin, value.size()) == value;
  if (quoted && (text[begin] == '"' || text[begin] == '\'')) {
    end = quoted_end(text, begin);
  } else if (quoted || !as_written) {
    // A text block, or a plain value whose lines were joined: its first line stands for it.
    return {line_end(text, begin), true};
  }
  const auto lines = text.substr(begin, end - begin);
  return {end, std::any_of(lines.begin(), lines.end(), is_line_end)};
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \t\r\n,[]{}", begin), text.size());
}

std::size_t last_solid_before(std::string_view text, std::size_t at) {
  const std::size_t found =
      at == 0 ? std::string_view::npos : text.find_last_not_of(kWhiteSpace, at - 1);
  return found == std::string_view::npos ? at : found;
}

std::size_t closing_end(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(kWhiteSpace, at);
  const bool closes = next != std::string_view::npos && (text[next] == ']' || text[next] == '}');
  return closes ? next + 1 : at;
}

YamlProblem explain_yaml_error(std::string_view text, int position, std::string_view raw) {
  const auto at = std::min(static_cast<std::size_t>(std::max(position, 0)), text.size());
  if (is_indented_with_tab(text, at))
    return {"a line indented with a tab", "indent with blanks: YAML takes no tabs there"};
  for (const ErrorWords& words : kErrorWords)
    if (raw.starts_with(words.raw)) return {std::string(words.message), std::string(words.help)};
  return {"this can't be read as YAML (" + std::string(raw) + ")",
          "write `key: value`, one a line; put unusual text in quotes"};
}

}  // namespace meso
