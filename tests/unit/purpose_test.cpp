// The `purpose` line of a plan's head.
#include <catch2/catch.hpp>

#include "tests/support/compile_text.h"

using namespace meso;
using namespace meso::test;

namespace {

std::vector<std::string> kinds(const std::string& head) {
  std::vector<std::string> out;
  const CompiledText plan = compile_text(small_plan(head));
  for (const Diagnostic& d : plan.sink.all())
    if (!d.is_guideline) out.emplace_back(d.kind.name);
  return out;
}
using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("a plan's purposes are kept in order") {
  const auto result = compile_text(small_plan("  purpose strength, general  health"));
  CHECK(result.plan().purpose == std::vector<std::string>{"strength", "general health"});
}

TEST_CASE("groups that are to grow, each once, in order") {
  const auto result = compile_text(
      small_plan("  purpose strength\n  purpose size: chest, side delts\n  purpose size: lats "
                 "specialise"));
  CHECK(result.plan().purpose == std::vector<std::string>{"strength", "size"});
  REQUIRE(result.plan().sizes.size() == 3);
  const auto name = [&](std::size_t i) {
    return result.plan().groups[result.plan().sizes[i].group.value].name;
  };
  CHECK(name(0) == "chest");
  CHECK(name(1) == "side delts");
  CHECK(name(2) == "lats");
  CHECK_FALSE(result.plan().sizes[1].specialise);
  CHECK(result.plan().sizes[2].specialise);
}

TEST_CASE("a purpose with groups that isn't size, or names none") {
  CHECK(kinds("  purpose strength: chest") == Kinds{"wrong-word"});
  CHECK(kinds("  purpose size: bicps") == Kinds{"unknown-group"});
  CHECK(kinds("  purpose size: chest, lats\n  purpose size: chest") == Kinds{"given-twice"});
  CHECK(kinds("  purpose size:") == Kinds{"wrong-word"});
  CHECK(kinds("  purpose size : chest") == Kinds{"wrong-word"});
}
