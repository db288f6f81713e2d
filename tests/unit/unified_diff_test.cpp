// Diffs as reviewers and `patch` read them.
#include <catch2/catch.hpp>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "base/unified_diff.h"

namespace meso {
namespace {

std::string diff(std::string_view before, std::string_view after, std::size_t context = 3) {
  return unified_diff("old", before, "new", after, context);
}

const std::string kHead = "--- old\n+++ new\n";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What `patch` makes of the old text: hunks applied at the lines that they name, each kept or
// removed line held against the text. A fault gives an empty text.
std::string patched(const std::string& before, const std::string& patch) {
  const std::vector<std::string> old_lines = lines_of(before), rows = lines_of(patch);
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 2; i < rows.size(); ++i) {
    const char sign = rows[i][0];
    const std::string line = rows[i].substr(1);
    if (sign == '@') {
      const std::size_t comma = line.find_first_of(", ", 3);
      const std::size_t named = std::stoul(line.substr(3, comma - 3));
      const bool empty = line.substr(comma, 3) == ",0 ";
      while (at < (empty ? named : named - 1)) out += old_lines[at++] + "\n";
    } else if (sign == '+') {
      out += line + "\n";
    } else if (sign != '\\') {
      if (at >= old_lines.size() || old_lines[at] != line) return "";
      if (sign == ' ') out += line + "\n";
      ++at;
    }
  }
  while (at < old_lines.size()) out += old_lines[at++] + "\n";
  return out;
}

}  // namespace

TEST_CASE("equal texts have no diff") {
  CHECK(diff("", "") == "");
  CHECK(diff("a\nb\n", "a\nb\n") == "");
}

TEST_CASE("a diff names the lines and shows three round each change") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        kHead + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(diff("a\n", "b\n") == kHead + "@@ -1 +1 @@\n-a\n+b\n");
  CHECK(diff("a\nb\n", "a\nnew\nb\n", 0) == kHead + "@@ -1,0 +2 @@\n+new\n");
}

TEST_CASE("a text that appears or goes is one hunk") {
  CHECK(diff("", "a\nb\n") == kHead + "@@ -0,0 +1,2 @@\n+a\n+b\n");
  CHECK(diff("a\nb\n", "") == kHead + "@@ -1,2 +0,0 @@\n-a\n-b\n");
}

TEST_CASE("a last line without a line end is said") {
  CHECK(diff("a\nb", "a\nb\n") ==
        kHead + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
  CHECK(diff("a", "b") == kHead +
                              "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n"
                              "\\ No newline at end of file\n");
}

TEST_CASE("near changes share a hunk, far ones don't") {
  const std::string ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
  CHECK(diff(ten, "one\n2\n3\n4\n5\n6\n7\neight\n9\n10\n") ==
        kHead + "@@ -1,10 +1,10 @@\n-1\n+one\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+eight\n 9\n 10\n");
  CHECK(diff(ten, "one\n2\n3\n4\n5\n6\n7\n8\nnine\n10\n") ==
        kHead +
            "@@ -1,4 +1,4 @@\n-1\n+one\n 2\n 3\n 4\n@@ -6,5 +6,5 @@\n 6\n 7\n 8\n-9\n+nine\n 10\n");
}

TEST_CASE("lines that repeat are matched where they stand") {
  CHECK(diff("x\nx\nx\n", "x\nx\n", 0) == kHead + "@@ -3 +2,0 @@\n-x\n");
  CHECK(diff("a\nx\nb\nx\nc\n", "a\nx\nx\nc\n", 0) == kHead + "@@ -3 +2,0 @@\n-b\n");
  CHECK(diff("x\ny\nx\ny\n", "y\nx\ny\nx\n", 0) ==
        kHead + "@@ -1 +0,0 @@\n-x\n@@ -4,0 +4 @@\n+x\n");
}

TEST_CASE("a diff turns the old text into the new one") {
  std::mt19937 random(20261122);
  const auto text = [&](std::size_t lines, std::size_t alphabet) {
    std::string out;
    for (std::size_t i = random() % (lines + 1); i > 0; --i)
      out += std::string(1, static_cast<char>('a' + random() % alphabet)) + "\n";
    return out;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::size_t alphabet = 1 + random() % 26;
    const std::string before = text(40, alphabet);
    std::string after = text(40, alphabet);
    if (round % 2 == 0) after = before + after;
    const std::string patch = diff(before, after, random() % 4);
    if (before == after ? patch.empty() : patched(before, patch) == after) continue;
    INFO(before << "----\n" << after << "----\n" << patch);
    FAIL_CHECK("round " << round);
  }
}

TEST_CASE("a large text that changed throughout is no burden") {
  std::string before, after, many;
  for (int i = 0; i < 50'000; ++i) {
    before += "line " + std::to_string(i) + "\n";
    after += "  line " + std::to_string(i) + "\n";
    many += "the same\n";
  }
  CHECK(patched(before, diff(before, after)) == after);
  CHECK(patched(many, diff(many, many.substr(0, many.size() / 18 * 9) + before)) ==
        many.substr(0, many.size() / 18 * 9) + before);
}

}  // namespace meso
