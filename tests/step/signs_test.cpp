// Signs that ask for a deload, each at its bound and just short of it.
#include <catch2/catch.hpp>

#include "runtime/edition.h"
#include "runtime/step/signs.h"

namespace meso {
namespace {

struct Lifter {
  Plan plan;
  Lifter() {
    for (const char* name : {"back squat", "bench press", "lateral raise"}) {
      Exercise exercise;
      exercise.name = name;
      exercise.compound = std::string(name) != "lateral raise";
      plan.exercises.add(exercise);
    }
  }
  bool any(const std::vector<std::vector<int>>& estimates) const {
    const RunPlan run(plan, *edition_of(2026));
    State state = start(run);
    state.today = DayAnswers{10, {}, {}, {}};
    for (std::size_t lift = 0; lift < estimates.size(); ++lift)
      for (const int estimate : estimates[lift])
        state.progress.strength[lift].add(Decimal::whole(estimate), run.edition().strength_history);
    CHECK_FALSE(deload_signs(run, state, 11).any());  // of another day's check-in
    return deload_signs(run, state, 10).any();
  }
};

TEST_CASE("signs: two compound lifts weaker twice in a row ask for a deload") {
  const Lifter lifter;
  CHECK(lifter.any({{100, 95, 95}, {100, 95, 90}}));
  CHECK_FALSE(lifter.any({{100, 95, 96}, {100, 95, 95}}));  // one of them came back
  CHECK_FALSE(lifter.any({{100, 95, 95}}));                 // one lift is a bad week
  CHECK_FALSE(lifter.any({{100, 95}, {100, 95}}));          // once
  CHECK_FALSE(lifter.any({{100, 95, 95}, {}, {100, 95, 95}}));
}

}  // namespace
}  // namespace meso
