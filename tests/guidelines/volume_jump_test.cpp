#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kError{"error volume-jump"}, kWarning{"warning volume-jump"};

std::string block(const std::string& name, const std::string& rest, const std::string& line) {
  return "\nblock \"" + name + "\" " + rest + "\n  session \"Bench\"\n    " + line + "\n";
}
std::string bench(int sets) {
  return "bench press " + std::to_string(sets) + "x5 @ RIR 2 add(2.5%)";
}

std::string plan(const std::string& blocks, const std::string& units = "kg") {
  return "plan \"Volume\"\n  level intermediate\n  units " + units +
         "\n  guidelines 2026\n  familiar bench press, back squat, leg extension, cable fly\n"
         "  goal e1RM of bench press + 5% by end of \"More\"\n\nrule add(step)\n  when all sets "
         "done then load + step\n  when missed twice in a row then notify coach\n" +
         blocks;
}
std::string from_to(int before, int after, const std::string& between = "") {
  return plan(block("Base", "2 weeks if ready", bench(before)) + between +
              block("More", "2 weeks if ready", bench(after)));
}
// Each week's sets, one block.
std::string weeks(const std::string& lines, const std::string& length) {
  return plan(block("More", length + " weeks if ready\n" + lines, bench(10)));
}

}  // namespace

TEST_CASE("volume: the bounds of a week, one set below and above", "[guidelines]") {
  CHECK(findings(from_to(20, 24)) == kNothing);  // +20 %
  CHECK(findings(from_to(20, 25)) == kWarning);
  CHECK(findings(from_to(10, 15)) == kWarning);  // +50 %
  CHECK(findings(from_to(10, 16)) == kError);
}

TEST_CASE("volume: below three sets a percentage says little", "[guidelines]") {
  CHECK(findings(from_to(4, 6)) == kNothing);
  CHECK(findings(from_to(2, 4)) == kNothing);
  CHECK(findings(from_to(5, 8)) == kError);
}

TEST_CASE("volume: a deload between lowers no baseline, and hides no jump", "[guidelines]") {
  const std::string deload =
      "\nblock \"Easy\" 1 week, deload if ready\n  repeat \"Base\" sets x 50%\n";
  CHECK(findings(from_to(10, 10, deload)) == kNothing);
  CHECK(findings(from_to(10, 12, deload)) == Findings{"warning post-deload-rebound"});
  CHECK(findings(from_to(10, 16, deload)) == kError);
  CHECK(findings(weeks("  week 2 deload\n  week 2 sets x 50%\n", "4")) == kNothing);
}

TEST_CASE("volume: a held or lighter week lowers no baseline, until four passes are over",
          "[guidelines]") {
  CHECK(findings(weeks("  week 2-4 sets x 50%\n", "6")) == kNothing);
  CHECK(findings(weeks("  week 2-5 sets x 50%\n", "6")) ==
        kError);  // five, four weeks long: ten is a jump again
}

TEST_CASE("volume: the week that brings it is shown", "[guidelines]") {
  const std::string jump = weeks("  week 3 sets x 200%\n", "4");
  CHECK(findings(jump) == kError);
  CHECK(says(said(jump), "week 3 sets x 200%"));
  CHECK(says(said(jump), "chest: 10 -> 20 sets, +100 % in week 3 of \"More\""));
}

TEST_CASE("volume: one session heavier than any before", "[guidelines]") {
  const auto split = [](const std::string& second, const std::string& day) {
    return plan("\nblock \"Base\" 2 weeks if ready\n  session \"One\"\n    " + bench(8) +
                "\n  session \"Two\"\n    " + bench(8) +
                "\nblock \"More\" 2 weeks if ready\n  session \"One\"\n    " + second +
                "\n  session \"Two\"\n    " + day + "\n");
  };
  CHECK(findings(split(bench(10), bench(6) + " as easy")) == kNothing);
  CHECK(findings(split(bench(11), bench(5) + " as easy")) ==
        kWarning);  // 8 -> 11: +37.5 %, the week stays
  CHECK(says(said(split(bench(11), bench(5) + " as easy")), "chest in one session: 8 -> 11 sets"));
}

TEST_CASE("volume: indirect sets count half", "[guidelines]") {
  // Triceps and front delts have half of a bench press.
  const std::string jump = from_to(10, 16);
  CHECK(says(said(jump), "triceps: 5 -> 8 sets"));
}

TEST_CASE("volume: a group that wasn't trained has nothing to be compared with", "[guidelines]") {
  CHECK(findings(plan(block("Base", "2 weeks if ready", bench(6)) +
                      block("More", "2 weeks if ready",
                            bench(6) + "\n    leg extension 6x10 @ RIR 2 add(2.5%)"))) == kNothing);
}

TEST_CASE("volume: sessions that rotate are compared by what a week holds", "[guidelines]") {
  const auto rotating = [](const std::string& length, int sets) {
    return "\nblock \"" + std::string(sets > 5 ? "More" : "Base") + length +
           " if ready\n  session \"A\"\n    " + bench(sets) + "\n  session \"B\"\n    " +
           bench(sets) + "\n";
  };
  CHECK(findings(plan(rotating("\" 3 weeks, 3 sessions a week", 5) +
                      block("More", "2 weeks if ready", bench(15)))) ==
        Findings{"warning volume-jump"});  // one session of 15
  CHECK(findings(plan(rotating("\" 3 weeks, 3 sessions a week", 5) +
                      rotating("\" 3 weeks, 4 sessions a week", 6))) == kError);  // 15 -> 24
}

TEST_CASE("volume: other units, names and order", "[guidelines]") {
  CHECK(findings(plan(block("Base", "3 rotations if ready", "leg extension 6x12 @ RPE 8 add(5%)") +
                          block("More", "3 rotations if ready", "back squat 10x3 @ RPE 8 add(5%)"),
                      "lb")) == kError);
}

TEST_CASE("volume: an exception with its reason, on the block or the plan", "[guidelines]") {
  const std::string allow = "allow volume-jump \"back from half a season of two sets\"\n";
  CHECK(findings(with(from_to(10, 16), "block \"More\" 2 weeks if ready\n",
                      "block \"More\" 2 weeks if ready\n  " + allow)) == kNothing);
  CHECK(findings(with(from_to(10, 16), "  guidelines 2026\n", "  guidelines 2026\n  " + allow)) ==
        kNothing);
  CHECK(findings(with(from_to(10, 16), "block \"Base\" 2 weeks if ready\n",
                      "block \"Base\" 2 weeks if ready\n  " + allow))
            .size() == 2);
}
