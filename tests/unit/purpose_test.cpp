// The `purpose` line of a plan's head.
#include <catch2/catch.hpp>

#include "tests/support/compile_text.h"

using namespace meso::test;

TEST_CASE("a plan's purposes are kept in order") {
  const auto result = compile_text(small_plan("  purpose strength, general  health"));
  CHECK(result.plan().purpose == std::vector<std::string>{"strength", "general health"});
}
