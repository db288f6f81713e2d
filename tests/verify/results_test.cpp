// Properties that depend on results: volume and loads, on every way that sets may come out.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/verify/played_plan.h"
#include "compiler/verify/set_states.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

// One session a week with these rule clauses and this line.
std::string plan(const std::string& clauses, const std::string& line,
                 const std::string& weeks = "6 weeks") {
  return "plan \"Results\"\n  level intermediate\n  guidelines 2026\n  familiar leg extension, "
         "leg curl\n  goal e1RM of leg extension + 5% by end of \"Base\"\n\nrule own(step)\n" +
         clauses + "\nblock \"Base\" " + weeks + " if ready\n  session \"Legs\"\n    " + line +
         "\n";
}

struct Verified {
  explicit Verified(const std::string& text)
      : compiled(compile_text(text)),
        facts(compiled.plan(), *compiled.compiled.edition),
        run(compiled.plan(), *compiled.compiled.edition),
        all(verify(facts, run)) {}
  CompiledText compiled;
  PlanFacts facts;
  RunPlan run;
  Verification all;
  std::string proof(Property property) const { return std::string(text(all.of(property).proof)); }
};

std::string volume(const std::string& clauses,
                   const std::string& line = "leg extension 5x8 @ RIR 2 own(2.5%)") {
  return Verified(plan(clauses, line)).proof(Property::bounded_volume);
}
std::string load(const std::string& clauses, const std::string& line) {
  return Verified(plan(clauses, line, "12 weeks")).proof(Property::bounded_load);
}

}  // namespace

TEST_CASE("bounded volume: steps of a set, and of three at once", "[verifier]") {
  CHECK(volume("  when all sets done then sets + 1\n") == "proved");
  CHECK(volume("  when all sets done then sets + 3\n") == "refuted");
  CHECK(volume("  when missed then sets + 3\n") == "refuted");
  CHECK(volume("  when all sets done then load + step\n") == "proved");
}

TEST_CASE("bounded volume: a drop that comes back at once, results first bad and then good",
          "[verifier]") {
  // Cuts lower what an athlete is used to only once four passes are over; back in one step is a
  // rise.
  const std::string back =
      "  when missed 4 times in a row then sets - 3\n  when all sets done twice in a row then sets "
      "to "
      "start\n";
  Verified longer(plan(back, "leg extension 6x8 @ RIR 2 own(2.5%)", "12 weeks"));
  CHECK(longer.proof(Property::bounded_volume) == "refuted");
  REQUIRE(!longer.all.volume_jumps.empty());
  CHECK(longer.all.volume_jumps.front().results.find("every set missed") != std::string::npos);
}

TEST_CASE("bounded volume: two lifts that rise together", "[verifier]") {
  const std::string clauses = "  when all sets done then sets + 2\n";
  const std::string one = "leg extension 5x8 @ RIR 2 own(2.5%)";
  CHECK(volume(clauses, one) == "proved");
  CHECK(volume(clauses, one + "\n    leg press 5x8 @ RIR 2 own(2.5%)") == "refuted");
}

TEST_CASE("bounded load: steps against the start, and against what cuts have left", "[verifier]") {
  const std::string up = "  when all sets done then load + step\n";
  const std::string down = up + "  when missed then load x 90%\n";
  const std::string line = "leg extension 3x8 @ RIR 2 ";
  CHECK(load(up, line + "start 100 kg own(10 kg)") == "proved");
  CHECK(load(up, line + "start 100 kg own(15 kg)") == "refuted");
  CHECK(load(down, line + "start 100 kg own(10 kg)") == "refuted");  // 10 kg of 90 kg
  CHECK(load(up, line + "own(10%)") == "proved");
  CHECK(load(up, line + "own(11%)") == "refuted");
  CHECK(load(up, line + "own(10 kg)") == "not proved");  // no start
}

TEST_CASE("bounded load: a percentage that is one plate at first and more later", "[verifier]") {
  const std::string up = "  when all sets done then load + step\n";
  const Verified found(plan(up, "bench press 3x8 @ RIR 2 start 20 kg own(12%)", "12 weeks"));
  REQUIRE(found.all.load_jumps.size() == 1);
  CHECK(found.all.load_jumps.front().results == "every set beaten");
}

TEST_CASE("a played plan ends where its budget does, and says so", "[verifier]") {
  const Verified found(
      plan("  when all sets done then load + step\n", "leg extension 3x8 @ RIR 2 own(2.5%)"));
  int sessions = 0;
  const auto count = [&](const PlayedSession&) { return ++sessions < 100; };
  Budget enough(1'000'000), little(1);
  CHECK(play_plan(found.run, {}, enough, count));
  CHECK(sessions == 6);
  CHECK_FALSE(play_plan(found.run, {}, little, count));
}

TEST_CASE("states of sets are bounded, and too many are told", "[verifier]") {
  const Verified few(
      plan("  when all sets done then sets + 1\n", "leg extension 3x8 @ RIR 2 own(2.5%)"));
  Budget budget(1'000'000);
  const AllSetStates states(few.facts, few.run, budget);
  REQUIRE(states.parts().size() == 1);
  CHECK(states.parts().front().states.size() == 4);  // three above the start, unless stated
  CHECK(states.parts().front().distance(0, 3) == 3);
  Budget none(0);
  CHECK_FALSE(AllSetStates(few.facts, few.run, none).parts().front().complete);
}

}  // namespace meso::test
