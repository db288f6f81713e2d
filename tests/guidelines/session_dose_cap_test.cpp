#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("session-dose-cap", std::move(plan)); }

const Findings kFinds{"warning session-dose-cap"};

std::string session(const std::string& lines) {
  return R"(plan "One session"
  level intermediate
  guidelines 2026
  familiar bench press, cable fly, lat pulldown, barbell row, barbell curl
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy
rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach
rule more(most)
  when missed twice in a row then load x 90%, notify coach
  when all sets done and sets < most then sets + 1
  when all sets done then load + 2.5%
block "Base" 4 weeks if ready
  session "A"
)" + lines;
}

}  // namespace

TEST_CASE("session dose: eight direct sets, and nine", "[guidelines]") {
  CHECK(found(session("    bench press 8x6 @ RIR 2 add(2.5%)\n")) == kNothing);
  const std::string nine = session("    bench press 9x6 @ RIR 2 add(2.5%)\n");
  CHECK(found(nine) == kFinds);
  CHECK(says(said(nine), "chest: 9 hard sets, all of them direct in \"A\""));
  CHECK(found(session("    bench press 4x6 @ RIR 2 add(2.5%)\n    cable fly 5x12 @ RIR 2 "
                      "add(2.5%)\n")) == kFinds);
  // Light sets count half, or not at all.
  CHECK(found(session("    bench press 16x6 @ RIR 5 add(2.5%)\n")) == kNothing);
}

TEST_CASE("session dose: eleven sets with the indirect ones, and half a set more", "[guidelines]") {
  const std::string eleven =
      session("    barbell curl 8x10 @ RIR 2 add(2.5%)\n    lat pulldown 6x10 @ RIR 2 add(2.5%)\n");
  CHECK(found(eleven) == kNothing);  // biceps: 8 and half of 6
  CHECK(found(with(eleven, "pulldown 6x10", "pulldown 7x10")) == kFinds);
  CHECK(says(said(with(eleven, "pulldown 6x10", "pulldown 7x10")),
             "biceps: 11.5 hard sets, 8 of them direct"));
}

TEST_CASE("session dose: what rules make of it", "[guidelines]") {
  CHECK(found(session("    bench press 6x6 @ RIR 2 more(8)\n")) == kNothing);
  const std::string grown = session("    bench press 7x6 @ RIR 2 more(9)\n");
  CHECK(found(grown) == kFinds);
  CHECK(says(said(grown), "it comes to that with every set done"));
}

TEST_CASE("session dose: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Quads"
  track mood, stress
  units lb
  familiar leg press, leg extension
  guidelines 2026
  goal e1RM of leg press + 5% by end of "Volume"
rule up(pounds)
  when missed twice in a row then load x 90%, notify coach
  when all sets done then load + pounds
block "Volume" 3 weeks if ready
  session "Legs"
    leg extension 5x12 @ RPE 8 start 100 lb up(5 lb)
    leg press 5x12 @ RPE 8 start 300 lb up(10 lb)
)") == kFinds);
}
