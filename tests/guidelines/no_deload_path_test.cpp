#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kError{"error no-deload-path"}, kWarning{"warning no-deload-path"};

std::string weeks(int weeks) {
  return with(bad_example("no-deload-path"), "16 weeks", std::to_string(weeks) + " weeks");
}

}  // namespace

TEST_CASE("no deload: eight weeks and nine, twelve and thirteen", "[guidelines]") {
  CHECK(findings(weeks(8)) == kNothing);
  CHECK(findings(weeks(9)) == kWarning);
  CHECK(findings(weeks(12)) == kWarning);
  CHECK(findings(weeks(13)) == kError);
}

TEST_CASE("no deload: weeks are those of the calendar, also where rotations are longer",
          "[guidelines]") {
  const auto rotations = [](const std::string& length, const std::string& days) {
    return with(with(bad_example("no-deload-path"), "16 weeks", length + " rotations"),
                "session \"Bench\"",
                "session \"Bench\"\n    at least " + days + " after last session");
  };
  CHECK(findings(rotations("9", "7 days")) == kWarning);
  CHECK(findings(rotations("8", "7 days")) == kNothing);
}

TEST_CASE("no deload: a deload, a test, a rule that inserts one or cuts", "[guidelines]") {
  const std::string bad = bad_example("no-deload-path");
  CHECK(findings(with(bad, "then notify coach", "then load x 90%, notify coach")) == kNothing);
  const std::string inserts =
      with(bad, "then notify coach", "then insert \"Easy\", at most 2 times, notify coach") +
      "\nblock \"Easy\" 1 week, deload if ready\n  repeat \"Base\" sets x 50%\n";
  CHECK(findings(inserts) == kNothing);
  CHECK(findings(with(bad, "if ready\n",
                      "if ready\n  week 8-9 deload sets x 50%, RIR + 2\n  week 10 sets - 1\n")) ==
        kNothing);
  CHECK(findings(with(bad, "if ready\n", "if ready\n  week 2 deload sets x 50%, RIR + 2\n")) ==
        kError);
}
