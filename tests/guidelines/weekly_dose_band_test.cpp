#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("weekly-dose-band", std::move(plan)); }

const Findings kNote{"note weekly-dose-band"}, kWarning{"warning weekly-dose-band"},
    kError{"error weekly-dose-band"};

// So many sessions with so many sets of lateral raises each.
std::string weekly(int sessions, int sets, const std::string& purpose = "size: side delts",
                   const std::string& last = "") {
  std::string plan = R"(plan "Side delts"
  level intermediate
  guidelines 2026
  purpose )" + purpose +
                     R"(
  familiar lateral raise
  goal e1RM of lateral raise + 5% by end of "Base"
  track sleep, energy
rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach
block "Base" 4 weeks if ready
)";
  for (int s = 0; s < sessions; ++s)
    plan += "  session \"" + std::string(1, static_cast<char>('A' + s)) + "\"\n    lateral raise " +
            std::to_string(sets) + "x12 @ RIR 2 add(2.5%)\n";
  return plan + last;
}
// One set beside them.
std::string one_more(int sets) {
  return "  session \"Z\"\n    lateral raise " + std::to_string(sets) +
         "x12 @ RIR 2 as other add(2.5%)\n";
}

}  // namespace

TEST_CASE("weekly dose: the band's edges", "[guidelines]") {
  CHECK(found(weekly(1, 3)) == kNote);
  CHECK(says(said(weekly(1, 3)), "below 4"));
  CHECK_FALSE(says(said(weekly(1, 4)), "below 4"));
  CHECK(found(weekly(3, 3)) == kNote);  // 9
  CHECK(found(weekly(2, 5)) == kNothing);
  CHECK(found(weekly(4, 5)) == kNothing);  // 20
  CHECK(found(weekly(3, 7)) == kNote);     // 21
  CHECK(found(weekly(5, 5)) == kNote);     // 25
  CHECK(found(weekly(5, 5, "size: side delts", one_more(1))) == kWarning);
  CHECK(found(weekly(5, 7)) == kWarning);  // 35
  CHECK(found(weekly(5, 7, "size: side delts", one_more(1))) == kError);
}

TEST_CASE("weekly dose: who specialises has no upper edge, up to a warning", "[guidelines]") {
  CHECK(found(weekly(5, 7, "size: side delts specialise")) == kNothing);
  CHECK(found(weekly(5, 8, "size: side delts specialise")) == kWarning);
  CHECK(found(weekly(1, 3, "size: side delts specialise")) == kNote);
}

TEST_CASE("weekly dose: only groups that are named are judged", "[guidelines]") {
  CHECK(found(weekly(5, 8, "size")) == kNothing);
  CHECK(found(weekly(5, 8, "strength, size")) == kNothing);
  CHECK(says(said(weekly(2, 5, "size: side delts, chest")),
             "chest is to grow, and gets no hard set"));
}

TEST_CASE("weekly dose: rotations count by the days that they take", "[guidelines]") {
  const std::string quick = with(weekly(2, 6), "4 weeks", "6 rotations");
  const std::string waits =
      with(quick, "    lateral raise", "    at least 6 days after last session\n    lateral raise");
  CHECK(found(waits) == kNote);  // 12 sets in twelve days are 7 in seven
  CHECK(says(said(waits), "gets 7 hard sets a week at the most"));
}

TEST_CASE("weekly dose: what rules add counts", "[guidelines]") {
  const std::string grows = with(weekly(2, 4), "rule add(step)\n",
                                 "rule add(step)\n  when all sets done and sets < 5 "
                                 "then sets + 1\n");
  CHECK(found(grows) == kNothing);  // 8, then 10
}

TEST_CASE("weekly dose: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Pulls"
  track mood, stress
  units lb
  familiar lat pulldown
  purpose strength
  purpose size: biceps, lats specialise
  guidelines 2026
  goal e1RM of lat pulldown + 5% by end of "Volume"
rule up(pounds)
  when missed twice in a row then load x 90%, notify coach
  when all sets done then load + pounds
block "Volume" 3 weeks if ready
  session "A"
    lat pulldown 7x12 @ RPE 8 start 100 lb up(5 lb)
  session "B"
    lat pulldown 7x12 @ RPE 8 start 100 lb up(5 lb)
)") == kNote);  // the biceps: 7
}
