// Athletes inside the envelope: whatever they do, what was proved of their plan holds.
#include <catch2/catch.hpp>

#include "tests/support/compile_text.h"
#include "tests/verify/enveloped_athlete.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

constexpr int kAthletes = 20;  // of each tiny plan
constexpr int kDays = 120;

struct Crowd {
  SeededFault fault = SeededFault::none;
  int days_beyond_the_table = 0;  // that bodies need
};

struct Seen {
  int pairs = 0;                      // of a plan of which anything was proved, and an athlete
  std::optional<std::string> breach;  // the first
};

bool anything_proved(const Claims& claims) {
  return claims.proved(Property::gap_safe) || claims.proved(Property::latent_safe) ||
         claims.proved(Property::recovers);
}

Envelope slower(Envelope body, int days) {
  for (DaysOfClass& row : body)
    for (int* end : {&row.sore, &row.tender, &row.weak}) *end += days;
  return body;
}

void let_loose(const CompiledText& plan, int athletes, const Crowd& crowd, Seen& seen) {
  REQUIRE_FALSE(plan.has("syntax"));
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  const Bouts bouts(facts);
  const Verification verified = verify(facts, run, {}, crowd.fault);
  const Envelope table = envelope_of(facts.plan.level);
  const Envelope body = slower(table, crowd.days_beyond_the_table);
  const GapMonitor monitor(facts, run, body);
  const Claims claims{facts, run, bouts, verified, monitor};
  if (!anything_proved(claims)) return;
  for (int n = 0; n < athletes && !seen.breach; ++n, ++seen.pairs)
    seen.breach = EnvelopedAthlete(claims, body, n % 2, static_cast<std::uint64_t>(n)).live(kDays);
}

// Until so many athletes were seen, or one of them in trouble.
Seen let_loose(TinyKind kind, int pairs, const Crowd& crowd = {}) {
  Seen seen;
  for (std::uint64_t seed = 0; seen.pairs < pairs && !seen.breach; ++seed) {
    const CompiledText plan = compile_text(tiny_plan(seed, kind));
    let_loose(plan, kAthletes, crowd, seen);
    if (seen.breach) *seen.breach += "\n" + tiny_plan(seed, kind);
  }
  return seen;
}

void check_all_well(TinyKind kind, int pairs) {
  const Seen seen = let_loose(kind, pairs);
  INFO(seen.breach.value_or(""));
  CHECK_FALSE(seen.breach);
  CHECK(seen.pairs >= pairs);
}

}  // namespace

TEST_CASE("athletes inside the envelope: 6,000 on tiny plans", "[verifier]") {
  check_all_well(TinyKind::plain, 6000);
}

TEST_CASE("athletes inside the envelope: 1,500 on tiny plans with fixed days", "[verifier]") {
  check_all_well(TinyKind::fixed_days, 1500);
}

TEST_CASE("athletes inside the envelope: 2,500 on tiny plans with rules", "[verifier]") {
  check_all_well(TinyKind::ruled, 2500);
}

TEST_CASE("athletes inside the envelope: on gated examples", "[verifier]") {
  Seen seen;
  for (const std::string name : {"four-day-gated", "beginner-full-body", "dup", "three-day-shared"})
    let_loose(compile_file(std::string(MESO_ROOT) + "/examples/" + name + ".meso"), 10, {}, seen);
  INFO(seen.breach.value_or(""));
  CHECK_FALSE(seen.breach);
  CHECK(seen.pairs == 40);
}

TEST_CASE("athletes notice a table that is a day too short", "[verifier]") {
  CHECK(let_loose(TinyKind::plain, 3000, {SeededFault::rows_a_day_short, 0}).breach);
  CHECK(let_loose(TinyKind::plain, 3000, {SeededFault::none, 1}).breach);
  CHECK(let_loose(TinyKind::plain, 3000, {SeededFault::swaps_forgotten, 0}).breach);
}

}  // namespace meso::test
