#include "base/text.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace meso {
namespace {

constexpr std::size_t kValid = static_cast<std::size_t>(-1);

TEST_CASE("the first invalid byte of UTF-8") {
  struct Row {
    std::string text;
    std::size_t at;
  };
  const Row rows[] = {
      {"", kValid},
      {"plain text of more than eight bytes", kValid},
      {"Kniebeuge für Anfänger", kValid},
      {"\xE6\xB7\xB1\xE8\xB9\xB2 \xF0\x9F\x8F\x8B", kValid},
      {"\xF4\x8F\xBF\xBF", kValid},          // U+10FFFF
      {"\xED\x9F\xBF\xEE\x80\x80", kValid},  // round the surrogates
      {"\x80", 0},                           // a continuation without its lead
      {"12345678\xFF", 8},
      {"abc\xC3", 3},  // cut short
      {"abc\xE2\x82", 3},
      {"\xC0\xAF", 0},  // overlong
      {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"ü\xC3(", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(first_invalid_utf8(row.text).value_or(kValid) == row.at);
  }
}

TEST_CASE("an invalid byte is found at every offset of a long text") {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, 'a');
    text[at] = '\xFF';
    CAPTURE(at);
    CHECK(first_invalid_utf8(text) == at);
  }
}

TEST_CASE("code points and columns") {
  struct Row {
    std::string text;
    std::size_t points, width;
  };
  const Row rows[] = {
      {"", 0, 0},           {"back squat", 10, 10}, {"für", 3, 3},      {"深蹲", 2, 4},
      {"ｆｕｌｌ", 4, 8},   {"e\u0301", 2, 1},  // a combining accent
      {"\u200D", 1, 0},                         // a zero-width joiner
      {"\U0001F3CB", 1, 1},                     // narrow unless an emoji selector follows
      {"\U0001F4AA", 1, 2},                     // a flexed arm
      {"한국", 2, 4},       {"a\tb", 3, 3},         {"\xFF\x80", 2, 2}, {"½–×", 3, 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(count_code_points(row.text) == row.points);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("blanks are spaces, tabs and the wide spaces of pasted text") {
  for (const std::string_view blank :
       {" ", "\t", "\u00A0", "\u2000", "\u2009", "\u200A", "\u202F", "\u3000"}) {
    CAPTURE(blank);
    CHECK(blank_length(std::string(blank) + "x", 0) == blank.size());
    CHECK(without_blanks_behind("\u00E0 x" + std::string(blank) + std::string(blank)) ==
          "\u00E0 x");
  }
  for (const std::string_view other : {"x", "\n", "\u00A1", "\u200B", "\u2013", "\u3001"}) {
    CAPTURE(other);
    CHECK(blank_length(other, 0) == 0);
    CHECK(without_blanks_behind(other) == other);
  }
  CHECK(without_blanks_behind(" \t ").empty());
}

TEST_CASE("the length of one code point") {
  const std::string text = "aü深\U0001F4AA\xFF";
  CHECK(code_point_length(text, 0) == 1);
  CHECK(code_point_length(text, 1) == 2);
  CHECK(code_point_length(text, 2) == 1);  // inside one: a stray byte
  CHECK(code_point_length(text, 3) == 3);
  CHECK(code_point_length(text, 6) == 4);
  CHECK(code_point_length(text, 10) == 1);
  CHECK(code_point_length(text, 11) == 1);
}

TEST_CASE("comparing without case") {
  CHECK(lower("Back SQUAT Ü") == "back squat Ü");
  CHECK(equal_ignoring_case("Bench", "bENCH"));
  CHECK_FALSE(equal_ignoring_case("Bench", "Bench "));
  CHECK(less_ignoring_case("apple", "Banana"));
  CHECK_FALSE(less_ignoring_case("a", "A"));
  CHECK(less_ignoring_case("z", "\xC3"));
}

TEST_CASE("the nearest words") {
  const std::vector<std::string_view> names = {"back squat", "front squat", "bench press",
                                               "leg press",  "deadlift",    "Romanian deadlift",
                                               "kg",         "lb"};
  struct Row {
    std::string word;
    std::vector<std::string> nearest;
  };
  const Row rows[] = {
      {"back sqaut", {"back squat"}},                 // two letters swapped are one step
      {"Bakc Squat", {"back squat", "front squat"}},  // then those with a word in common
      {"benchpress", {"bench press"}},
      {"dead lift", {"deadlift"}},
      {"deadlift", {"deadlift", "Romanian deadlift"}},
      {"incline bench press", {"bench press", "leg press"}},  // more words in common come first
      {"k", {"kg"}},
      {"x", {}},
      {"", {}},
      {"plank", {}},
      {std::string(10000, 'a'), {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest(row.word, names) == row.nearest);
  }
  CHECK(nearest("press", names, 1) == std::vector<std::string>{"bench press"});
  CHECK(nearest("press", names, 0).empty());
}

TEST_CASE("ties among the nearest keep the order given") {
  const std::vector<std::string_view> names = {"curb", "cure", "curl"};
  CHECK(nearest("curx", names) == std::vector<std::string>{"curb", "cure", "curl"});
}

TEST_CASE("lists, counts and quotes") {
  const std::vector<std::string> none, one = {"a"}, two = {"a", "b"}, three = {"a", "b", "c"};
  CHECK(join_or(none).empty());
  CHECK(join_or(one) == "a");
  CHECK(join_or(two) == "a or b");
  CHECK(join_or(three) == "a, b or c");
  CHECK(join_and(three) == "a, b and c");
  CHECK(counted(1, "set") == "1 set");
  CHECK(counted(2, "set") == "2 sets");
  CHECK(counted(0, "day") == "0 days");
  CHECK(counted(2, "entry") == "2 entries");
  CHECK(counted(3, "press") == "3 presses");
  CHECK(quoted("Lower A") == "\"Lower A\"");
}

TEST_CASE("text helpers agree on random bytes") {
  std::mt19937 random(3);
  const std::string alphabet = "ab \t\xC3\xBC\xE6\xB7\xB1\xF0\x9F\x80\xED\xFF\x01";
  const std::vector<std::string_view> names = {"back squat", "über", "\xFF\xC3"};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    std::size_t points = 0, at = 0;
    for (; at < text.size(); ++points) at += code_point_length(text, at);
    REQUIRE(at == text.size());
    REQUIRE(count_code_points(text) == points);
    REQUIRE(display_width(text) <= 2 * points);
    if (const auto bad = first_invalid_utf8(text)) {
      REQUIRE(*bad < text.size());
      REQUIRE_FALSE(first_invalid_utf8(text.substr(0, *bad)));
    }
    REQUIRE(nearest(text, names).size() <= 3);
  }
}

}  // namespace
}  // namespace meso
