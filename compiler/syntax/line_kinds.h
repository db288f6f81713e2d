// What a coach has to know of each kind of line: its opener, how it reads, where it belongs.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/syntax/tree.h"

namespace meso {

struct LineKindInfo {
  LineKind kind;
  std::string_view opener;   // the first word; empty for exercise lines
  std::string_view name;     // "a session line"
  std::string_view example;  // how it reads
  std::string_view home;     // what it belongs under: "a session"
  std::string_view meaning;  // what it does, as a sentence without its subject: "fixes the ..."
};

const LineKindInfo& info(LineKind kind);
// What a line opens with: its text up to the first blank or bracket, or with a colon.
std::string_view first_word(std::string_view line);
// Kinds that this word may open, in the order in which they are tried; `week` opens two.
std::span<const LineKind> kinds_opened_by(std::string_view first_word);
// What a word or phrase does that opens a line.
struct KeywordInfo {
  std::string_view word;
  LineKind kind;
  std::string_view meaning;
  std::string_view example;
};
// All that this first word may open: `week` two kinds of lines, `at` "at least" and "at most".
std::vector<KeywordInfo> keyword(std::string_view word);
// Every opener, for "did you mean".
std::span<const std::string_view> openers();
// May a line of `child` hang on one of `parent`? Top-level lines hang on nothing.
bool accepts(LineKind parent, LineKind child);
bool is_top_level(LineKind kind);

}  // namespace meso
