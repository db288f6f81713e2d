#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("increment-not-loadable", std::move(plan)); }

const Findings kFinds{"error increment-not-loadable"};

std::string plan(const std::string& lines, const std::string& units = "kg",
                 const std::string& round = "") {
  return "plan \"Steps\"\n  level advanced\n  units " + units + "\n" + round +
         "  guidelines 2026\n  familiar bench press, dumbbell curl, lat pulldown\n"
         "  goal e1RM of bench press + 5% by end of \"Base\"\n  track sleep, energy\n"
         "\nrule up(by)\n  when all sets done then load + by\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n"
         "\nblock \"Base\" 4 weeks if ready\n  session \"Day\"\n" +
         lines;
}
std::string bench(const std::string& step) {
  return "    bench press 3x8 @ RIR 2 up(" + step + ")\n";
}

}  // namespace

TEST_CASE("step: the usual step of a bar, a little less and more", "[guidelines]") {
  CHECK(found(plan(bench("2.5 kg"))) == kNothing);
  CHECK(found(plan(bench("2.4 kg"))) == kFinds);
  CHECK(found(plan(bench("5 lb"), "lb")) == kNothing);
  CHECK(found(plan(bench("4 lb"), "lb")) == kFinds);
  CHECK(says(said(plan(bench("1 kg"))),
             "bench press goes up by 1 kg, and the least step that can be loaded is 2.5 kg"));
  CHECK(says(said(plan(bench("1 kg"))), "the load itself moves with every 3rd success"));
}

TEST_CASE("step: the plan's own rounding says what can be loaded", "[guidelines]") {
  CHECK(found(plan(bench("1 kg"), "kg", "  round nearest 1 kg\n")) == kNothing);
  CHECK(found(plan(bench("1 kg"), "kg", "  round barbell nearest 1 kg\n")) == kNothing);
  CHECK(found(plan(bench("1 kg"), "kg", "  round cable nearest 1 kg\n")) == kFinds);
  CHECK(found(plan("    dumbbell curl 3x8 @ RIR 2 up(2 kg)\n", "kg", "  round nearest 2.5 kg\n")) ==
        kFinds);
}

TEST_CASE("step: written in the rule itself", "[guidelines]") {
  std::string text = with(plan(bench("1 kg")), "up(by)", "up()");
  text = with(with(text, "load + by", "load + 1 kg"), "up(1 kg)", "up()");
  CHECK(found(text) == kFinds);
}

TEST_CASE("step: percentages aren't judged", "[guidelines]") {
  CHECK(found(plan(bench("1%"))) == kNothing);
}

TEST_CASE("step: one finding for each equipment", "[guidelines]") {
  const std::string two =
      "    lat pulldown 3x8 @ RIR 2 up(1 kg)\n    dumbbell curl 3x8 @ RIR 2 "
      "up(1 kg)\n    cable curl 2x8 @ RIR 4 up(1 kg)\n";
  CHECK(found(plan(two)) == Findings(2, kFinds[0]));
}
