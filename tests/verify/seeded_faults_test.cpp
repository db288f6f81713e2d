// A verifier with a mistake in it must be found out: by a tiny plan of which the oracle says
// something else, or by a near-miss pair.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/compile_text.h"
#include "tests/verify/agreement.h"
#include "tests/verify/near_miss_pairs.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

using F = SeededFault;

struct Seeded {
  F fault;
  std::string name;
};

const std::vector<Seeded> kByTinyPlans{
    {F::rows_a_day_short, "rows a day short"},
    {F::strength_back_late, "strength back late"},
    {F::waits_capped_early, "waits capped early"},
    {F::days_off_capped_early, "days off capped early"},
    {F::idle_only_where_blocked, "idle only where blocked"},
    {F::return_is_no_fresh_start, "a return is no fresh start"},
    {F::overdue_stays_in_its_place, "overdue stays in its place"},
    {F::others_never_done, "others never done"},
    {F::others_reset_waits, "others reset waits"},
    {F::swaps_forgotten, "swaps forgotten"},
};
const std::vector<Seeded> kByTinyPlansWithFixedDays{
    {F::first_day_is_monday, "the first day is a Monday"},
};
// What few random plans would show has a pair of its own.
const std::vector<Seeded> kByPairs{
    {F::peaks_too_low, "peaks too low"},
    {F::strength_always_back, "strength always back"},
    {F::only_last_bout_counts, "only the last bout counts"},
    {F::low_report_recovers, "a low report recovers"},
    {F::idle_only_where_blocked, "idle only where blocked"},
    {F::weeks_merged_by_sessions, "weeks merged by their sessions"},
    {F::rules_forgotten, "rules forgotten"},
};

std::string names(const std::vector<Seeded>& faults) {
  std::string out;
  for (const Seeded& seeded : faults) out += seeded.name + "\n";
  return out;
}

// What so many plans don't show to be wrong. Without a fault all of them agree.
std::vector<Seeded> unnoticed(std::vector<Seeded> faults, TinyKind kind, std::uint64_t plans) {
  for (std::uint64_t seed = 0; seed < plans && !faults.empty(); ++seed) {
    const CompiledText plan = compile_text(tiny_plan(seed, kind));
    const PlanFacts facts(plan.plan(), *plan.compiled.edition);
    const RunPlan run(plan.plan(), *plan.compiled.edition);
    const OracleResult walked = ask_oracle(facts, run);
    const auto agrees = [&](F fault) { return agree(verify(facts, run, {}, fault), walked); };
    INFO("seed " << seed);
    REQUIRE(agrees(F::none));
    std::erase_if(faults, [&](const Seeded& seeded) { return !agrees(seeded.fault); });
  }
  return faults;
}

}  // namespace

TEST_CASE("every fault that can be seeded is", "[verifier]") {
  for (auto fault = F::rows_a_day_short; fault <= F::rules_forgotten;
       fault = static_cast<F>(static_cast<int>(fault) + 1)) {
    const auto is_among = [&](const std::vector<Seeded>& faults) {
      return std::any_of(faults.begin(), faults.end(),
                         [&](const Seeded& seeded) { return seeded.fault == fault; });
    };
    INFO("fault " << static_cast<int>(fault));
    CHECK((is_among(kByTinyPlans) || is_among(kByTinyPlansWithFixedDays) || is_among(kByPairs)));
  }
}

TEST_CASE("tiny plans notice seeded faults of the verifier", "[verifier]") {
  CHECK(names(unnoticed(kByTinyPlans, TinyKind::plain, 100)).empty());
  CHECK(names(unnoticed(kByTinyPlansWithFixedDays, TinyKind::fixed_days, 20)).empty());
}

TEST_CASE("near-miss pairs notice seeded faults of the verifier", "[verifier]") {
  std::vector<Seeded> left = kByPairs;
  for (const NearMissPair& pair : near_miss_pairs()) {
    const auto property = property_of(pair.property);
    if (!property) continue;
    const CompiledText good = compile_text(pair.good_plan), bad = compile_text(pair.bad_plan);
    const auto is_as_expected = [&](F fault) {
      return outcome(good, *property, pair.tells_day(), fault) == pair.good &&
             outcome(bad, *property, pair.tells_day(), fault) == pair.bad;
    };
    INFO(pair.name);
    CHECK(is_as_expected(F::none));
    std::erase_if(left, [&](const Seeded& seeded) { return !is_as_expected(seeded.fault); });
  }
  CHECK(names(left).empty());
}

}  // namespace meso::test
