#include "compiler/source/source.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace meso {
namespace {

using namespace std::string_literals;

std::vector<std::string> lines_of(const std::string& text) {
  const SourceFile file("plan.meso", text);
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < file.line_count(); ++i) lines.emplace_back(file.line_text(i));
  return lines;
}

TEST_CASE("lines of a text") {
  struct Row {
    std::string text;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"", {""}},
      {"a", {"a"}},
      {"a\n", {"a", ""}},
      {"a\nb", {"a", "b"}},
      {"a\r\nb\r\n", {"a", "b", ""}},
      {"a\rb\r", {"a", "b", ""}},
      {"a\r\rb", {"a", "", "b"}},
      {"a\r\r\nb", {"a", "", "b"}},
      {"a\n\rb", {"a", "", "b"}},
      {"\n\n", {"", "", ""}},
      {"a\nb\rc\r\nd", {"a", "b", "c", "d"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(lines_of(row.text) == row.lines);
  }
}

TEST_CASE("places count code points from one") {
  SourceSet sources;
  const FileId id = sources.add("plan.meso", "plan \"Für\"\n\tdéjà vu\r\n深蹲 5x5");
  struct Row {
    std::uint32_t offset, line, column;
  };
  const Row rows[] = {
      {0, 1, 1},  {7, 1, 8},  {9, 1, 9},  {12, 2, 1}, {13, 2, 2},
      {19, 2, 6}, {24, 3, 1}, {30, 3, 3}, {34, 3, 7}, {999, 3, 7},
  };
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    const LineColumn place = sources.place({id, row.offset, row.offset});
    CHECK(place.line == row.line);
    CHECK(place.column == row.column);
  }
}

TEST_CASE("the text of a span") {
  SourceSet sources;
  const FileId first = sources.add("a.meso", "back squat 3x5");
  const FileId second = sources.add("b.meso", "");
  CHECK(sources.size() == 2);
  CHECK(sources.text({first, 0, 10}) == "back squat");
  CHECK(sources.text({first, 11, 99}) == "3x5");
  CHECK(sources.text({first, 99, 100}).empty());
  CHECK(sources.text({second, 0, 0}).empty());
  CHECK(sources.place({second, 0, 0}).column == 1);
  CHECK(sources[first].path() == "a.meso");
}

TEST_CASE("every offset lies on its line") {
  std::mt19937 random(4);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += "ab\n\r"[random() % 4];
    const SourceFile file("plan.meso", text);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      const std::uint32_t line = file.line_of(at);
      REQUIRE(file.line_start(line) <= at);
      if (line + 1 < file.line_count()) REQUIRE(at < file.line_start(line + 1));
      const std::string_view shown = file.line_text(line);
      REQUIRE(shown.find_first_of("\r\n") == std::string_view::npos);
    }
  }
}

TEST_CASE("decoding gives the text or says what to do") {
  struct Row {
    std::string bytes, text, reason;
  };
  const std::string nul_reason =
      "isn't a text file (it holds NUL bytes): it has to be plain text, saved as UTF-8";
  const Row rows[] = {
      {"", "", ""},
      {"plan \"Für\"\n", "plan \"Für\"\n", ""},
      {"\xEF\xBB\xBFplan", "plan", ""},
      {"\xFF\xFEp\0l\0"s, "", "is UTF-16: save it as UTF-8"},
      {"\xFE\xFF\0p\0l"s, "", "is UTF-16: save it as UTF-8"},
      {"p\0l\0a\0n\0"s, "", "is UTF-16: save it as UTF-8"},
      {"\0p\0l\0a\0n"s, "", "is UTF-16: save it as UTF-8"},
      {"PK\x03\x04\0\0"s, "", nul_reason},
      {"plan\0"s, "", nul_reason},
      {"F\xFCr", "", "isn't valid UTF-8 at line 1, byte 2: save it as UTF-8"},
      {"a\r\nb\rc F\xFCr", "", "isn't valid UTF-8 at line 3, byte 4: save it as UTF-8"},
      {"a\n\nü\xFF", "", "isn't valid UTF-8 at line 3, byte 3: save it as UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto decoded = decode(row.bytes);
    if (const auto* error = std::get_if<DecodeError>(&decoded)) {
      CHECK(error->reason == row.reason);
    } else {
      CHECK(std::get<std::string>(decoded) == row.text);
      CHECK(row.reason.empty());
    }
  }
}

}  // namespace
}  // namespace meso
