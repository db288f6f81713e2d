#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("beat-last-undefined", std::move(plan)); }

const Findings kWarning{"warning beat-last-undefined"};

std::string sets(const std::string& written) {
  return with(bad_example("beat-last-undefined"), "3xmax bodyweight", written);
}
std::string grows(const std::string& condition) {
  return with(bad_example("beat-last-undefined"), "when all sets done then",
              "when " + condition + " then");
}

}  // namespace

TEST_CASE("beat last: no least number, and the least of one", "[guidelines]") {
  CHECK(found(sets("3xmax bodyweight")) == kWarning);
  CHECK(found(sets("3x1+ bodyweight")) == kNothing);
  CHECK(found(sets("3xF bodyweight")) == kWarning);
  CHECK(found(sets("1x5 bodyweight, 2xmax bodyweight")) == kNothing);
}

TEST_CASE("beat last: what a result may be held against", "[guidelines]") {
  for (const char* comparison : {"better than last", "total reps >= 30", "reps of last set >= 8",
                                 "all sets done and better than last"})
    CHECK(found(grows(comparison)) == kNothing);
  for (const char* none :
       {"not missed", "all sets done twice in a row", "all sets done and recovered in time"})
    CHECK(found(grows(none)) == kWarning);
}

TEST_CASE("beat last: a load that is found on the day; other names, order and units",
          "[guidelines]") {
  const auto plan = [](const std::string& load, const std::string& grows) {
    return R"(plan "By feel"
  level advanced
  units lb
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 3% by end of "Feel"
  track energy, sleep

block "Feel" 4 weeks if ready
  session "Press"
    bench press 3x5 )" +
           load + R"( @ RPE 7 more(1)

rule more(n)
  when )" + grows +
           R"( then reps + n, up to 8
  when worse than last twice in a row then reps to bottom of range, notify coach
)";
  };
  CHECK(found(plan("open", "all sets done")) == kWarning);
  CHECK(says(said(plan("open", "all sets done")), "3 sets with a load that is found on the day"));
  CHECK(found(plan("", "all sets done")) == kNothing);
  CHECK(found(plan("open", "better than last")) == kNothing);
}

TEST_CASE("beat last: the call is what is told, once", "[guidelines]") {
  const std::string weeks = with(bad_example("beat-last-undefined"), "  session",
                                 "  week 2 RIR + 1\n  week 3 RIR + 2\n  session");
  CHECK(found(weeks) == kWarning);
  CHECK(says(said(weeks), "3 sets without a least number of reps are always done"));
  CHECK(says(said(weeks), "1 % higher"));
}
