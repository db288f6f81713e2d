// Drop sets, rest-pause, myo-reps and clusters: what they count and how they read.
#include <catch2/catch.hpp>

#include "runtime/dose.h"
#include "runtime/edition.h"
#include "runtime/words.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

Line line_of(const std::string& text) {
  const CompiledText plan = compile_text(small_plan("", text));
  INFO(plan.rendered());
  REQUIRE(plan.plan().blocks.size() == 1);
  return plan.plan().blocks[BlockId{0}].sessions.front().lines.front();
}

std::string sets_of(const std::string& text) {
  const Line line = line_of(text);
  return hard_sets(line, line.stages.front(), editions().front()).text();
}

}  // namespace

TEST_CASE("drops and mini-sets count a third of a set each, a cluster as its sets") {
  CHECK(sets_of("leg curl 3x10 @ RIR 1") == "3");
  CHECK(sets_of("leg curl 3x10 @ RIR 1 drop set 2 x 80%") == "3.66");
  CHECK(sets_of("leg curl 3x10 @ RIR 1 rest-pause 3") == "3.99");
  CHECK(sets_of("leg curl 2x12 @ RIR 1 myo-reps 3x5") == "3.98");  // behind each set
  CHECK(sets_of("back squat 4x6 @ RIR 1 cluster 3x2 rest 15 s") == "4");
}

TEST_CASE("an effort behind a + is that of the last set") {
  CHECK(sets_of("leg curl 4x10+ @ RIR 6") == "3.5");  // three of unknown effort, one at RIR 6
  CHECK(sets_of("leg curl 4x10 @ RIR 6") == "2");
}

TEST_CASE("set styles in words") {
  const auto words_of = [](const std::string& text) {
    return words::set_style(*line_of(text).style);
  };
  CHECK(words_of("leg curl 3x10 drop set 2 x 80%") ==
        "last set: 2 drops, each 80% of the load before");
  CHECK(words_of("leg curl 3x10 rest-pause 1") == "last set: rest-pause, 1 mini-set");
  CHECK(words_of("leg curl 1x12 myo-reps 4x5") == "after each set: myo-reps, 4 x 5");
  CHECK(words_of("back squat 4x6 cluster 3x2 rest 15-20 s") ==
        "each set as a cluster of 3 x 2, 15-20 s between");
}

TEST_CASE("a ladder starts with its easiest variation and names the others") {
  const CompiledText plan =
      compile_text(small_plan("rule climb()\n  when all sets done then next variation",
                              "incline push up -> push up -> archer push up 3x8 climb()"));
  INFO(plan.rendered());
  const Line& line = plan.plan().blocks[BlockId{0}].sessions.front().lines.front();
  CHECK(line.is_ladder);
  CHECK(line.options.size() == 3);
  CHECK(words::exercise(plan.plan(), line) == "incline push up");
  CHECK(words::ladder(plan.plan(), line) == "then push up, archer push up");
}

}  // namespace meso::test
