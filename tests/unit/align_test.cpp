#include "compiler/compare/align.h"

#include <catch2/catch.hpp>

namespace meso::test {
namespace {

using Names = std::vector<std::string>;

// "a", "-b" removed, "+c" added, "d*" moved, "e>f" exchanged.
std::string aligned(const Names& before, const Names& after) {
  std::string out;
  const auto same_first_letter = [&](std::size_t b, std::size_t a) {
    return before[b][0] == after[a][0] ? 100 : 0;
  };
  for (const Aligned& item : align(before, after, same_first_letter)) {
    if (!out.empty()) out += " ";
    if (!item.before)
      out += "+" + after[*item.after];
    else if (!item.after)
      out += "-" + before[*item.before];
    else if (before[*item.before] != after[*item.after])
      out += before[*item.before] + ">" + after[*item.after];
    else
      out += after[*item.after] + (item.moved ? "*" : "");
  }
  return out;
}

}  // namespace

TEST_CASE("align: kept, added, removed, moved, exchanged") {
  CHECK(aligned({"a", "b", "c"}, {"a", "b", "c"}) == "a b c");
  CHECK(aligned({"a", "b", "c"}, {"a", "c"}) == "a -b c");
  CHECK(aligned({"b", "c"}, {"a", "b", "c"}) == "+a b c");
  CHECK(aligned({"a", "b", "c"}, {"c", "a", "b"}) == "c* a b");
  CHECK(aligned({"a", "bx", "c"}, {"a", "by", "c"}) == "a bx>by c");
  CHECK(aligned({}, {"a"}) == "+a");
  CHECK(aligned({"a"}, {}) == "-a");
}

TEST_CASE("align: equal items are paired one by one") {
  CHECK(aligned({"a", "a"}, {"a"}) == "a -a");
  CHECK(aligned({"a"}, {"a", "a"}) == "a +a");
}

TEST_CASE("align: what is removed stays where it stood") {
  CHECK(aligned({"x", "a", "y", "z"}, {"a", "b"}) == "-x a -y -z +b");
}

}  // namespace meso::test
