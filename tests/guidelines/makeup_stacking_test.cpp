#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso;
using namespace meso::test;

namespace {

const Findings kError{"error makeup-stacking"};

// The good example with the line where it belongs to the plan, the block or the session.
std::string plan(const std::string& of_plan, const std::string& of_block = "",
                 const std::string& of_session = "") {
  std::string text = with(good_example("makeup-stacking"), "  missed: waits\n", of_plan);
  text = with(text, "4 weeks if ready\n", "4 weeks if ready\n" + of_block);
  return with(text, "  session \"Legs\"\n", "  session \"Legs\"\n" + of_session);
}
const std::string kAdds = "    missed: add to next\n", kWaits = "    missed: waits\n";

}  // namespace

TEST_CASE("makeup: added to the next is an error wherever it stands", "[guidelines]") {
  CHECK(findings(plan("")) == kNothing);
  CHECK(findings(plan(kWaits, kWaits, kWaits)) == kNothing);
  CHECK(findings(plan(kAdds)) == kError);
  CHECK(findings(plan("", kAdds)) == kError);
  CHECK(findings(plan("", "", kAdds)) == kError);
  CHECK(findings(plan(kWaits, kWaits, kAdds)) == kError);
}

TEST_CASE("makeup: other names, units and case", "[guidelines]") {
  std::string other =
      with(plan("MISSED:  Add to Next   # Monday counts double\n"), "back squat", "bench press");
  other = with(with(other, "\"Legs\"", "\"Push\""), "  level intermediate\n",
               "  level intermediate\n  units lb\n");
  CHECK(findings(other) == kError);
}

TEST_CASE("makeup: one message for one mistake, and none of them by another name", "[guidelines]") {
  const std::string told = said(plan(kAdds));
  CHECK(says(told, "missed work is added to the next session"));
  CHECK(says(told, "the work of two days in one"));
  CHECK_FALSE(says(told, "punitive-or-extreme-volume"));
}

TEST_CASE("makeup: no `allow` covers it", "[guidelines]") {
  const Findings found = findings(plan(kAdds + "  allow makeup-stacking \"they asked for it\"\n"));
  CHECK(std::count(found.begin(), found.end(), "error makeup-stacking") == 1);
}

TEST_CASE("makeup: the fix lets it wait", "[guidelines]") {
  const CompiledText text = compile_text(plan(kAdds));
  REQUIRE(text.sink.all().size() == 1);
  const Diagnostic& d = text.sink.all().front();
  REQUIRE(d.fixes.size() == 1);
  CHECK_FALSE(d.fixes.front().safe);
  CHECK(d.fixes.front().replacement == "missed: waits");
}
