// What the monitor sees: groups trained too early, bodies outside the envelope, a gate not kept.
#include <catch2/catch.hpp>

#include "runtime/simulate/monitor.h"
#include "tests/support/compile_text.h"

namespace meso::simulate {
namespace {

using test::compile_text;
using test::CompiledText;

const char* const kGated = R"(plan "P"
  guidelines 2026
gate g
  train   when soreness <= 2 and soreness of glutes <= 1
  lighten sets x 50%   when soreness <= 3
  recover otherwise
block "B" 2 weeks if g
  session "A"
    back squat 3x5 100 kg
)";

GroupId group(const Plan& plan, const std::string& name) {
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g)
    if (plan.groups[g].id == name) return {g};
  FAIL(name);
  return {};
}

// A verdict on the only session by this clause.
DayVerdict verdict(std::size_t clause) {
  DayVerdict v;
  v.what = clause == 0 ? DayVerdict::What::train : DayVerdict::What::lighten;
  v.head = v.session = SessionRef{{BlockId{0}, 0}, 0};
  v.clause = clause;
  return v;
}

CheckIn everywhere(int report) {
  CheckIn answers;
  answers.soreness.fill(static_cast<std::int8_t>(report));
  return answers;
}

Aftermath typical(BoutClass bout_class) {
  return enveloped(recovery_row(bout_class), Level::intermediate, Edge::typical);
}

}  // namespace

TEST_CASE("monitor: a release within the clause's bounds is none to speak of") {
  const CompiledText text = compile_text(kGated);
  const RunPlan run(text.plan(), *text.compiled.edition);
  Monitor monitor(run);
  monitor.released(verdict(0), everywhere(1));
  monitor.released(verdict(1), everywhere(3));
  CHECK(monitor.seen().gate_broken == 0);
}

TEST_CASE("monitor: a release above a bound, or without a report, breaks the gate") {
  const CompiledText text = compile_text(kGated);
  const RunPlan run(text.plan(), *text.compiled.edition);
  Monitor monitor(run);
  monitor.released(verdict(0), everywhere(3));
  monitor.released(verdict(1), everywhere(4));
  monitor.released(verdict(0), everywhere(CheckIn::kUnanswered));
  CheckIn answers = everywhere(0);
  answers[group(text.plan(), "glutes")] = 2;  // only the clause's own bound forbids it
  monitor.released(verdict(0), answers);
  monitor.released(verdict(2), everywhere(0));  // a clause that doesn't train
  CHECK(monitor.seen().gate_broken == 5);
}

TEST_CASE("monitor: a group that is sore or weak when it is trained counts once a session") {
  const CompiledText text = compile_text(kGated);
  const RunPlan run(text.plan(), *text.compiled.edition);
  Monitor monitor(run);
  GhostBody body;
  const GroupId quads = group(text.plan(), "quads"), glutes = group(text.plan(), "glutes");
  body.train(quads, 0, typical(BoutClass::pushed));
  body.train(glutes, 0, typical(BoutClass::pushed));
  monitor.trains(group_bit(quads) | group_bit(glutes), body, 48);
  monitor.trains(group_bit(quads), body, 60);  // below 3, strength not back
  monitor.trains(group_bit(quads), body, 72);
  monitor.trains(group_bit(group(text.plan(), "chest")), body, 24);
  CHECK(monitor.seen().sessions == 4);
  CHECK(monitor.seen().sore_sessions == 1);
  CHECK(monitor.seen().weak_sessions == 2);
}

TEST_CASE("monitor: every way out of the envelope is told apart") {
  const CompiledText plan = compile_text(kGated);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  const Aftermath inside{false, 4, 18, 44, 80, 0.1, 20};
  const auto ways = [&](const Aftermath& after) {
    Monitor monitor(run);
    monitor.bout(BoutClass::hard_usual, Level::intermediate, after);
    std::string out;
    for (std::size_t i = 0; i < kOutsides; ++i)
      if (monitor.seen().outside[i] > 0) out += std::string(text(static_cast<Outside>(i))) + " ";
    CHECK(monitor.seen().left_envelope() == !out.empty());
    return out;
  };
  const auto with = [&](auto change) {
    Aftermath after = inside;
    change(after);
    return ways(after);
  };
  CHECK(ways(inside).empty());
  CHECK(with([](Aftermath& a) { a.onset = 49; }) == "onset ");
  CHECK(with([](Aftermath& a) { a.peak = 8.2; }) == "peak ");
  CHECK(with([](Aftermath& a) { a.peak_at = 73; }) == "peak_time ");
  CHECK(with([](Aftermath& a) { a.end = 500; }) == "below_three gone ");
  CHECK(with([](Aftermath& a) { a.half_life = 140; }) == "strength ");
  CHECK(with([](Aftermath& a) {
          a.peak = 0.5;
          a.onset = 70;
          a.peak_at = 100;
          a.end = 120;
        }).empty());
}

TEST_CASE("monitor: the envelope's own steps are inside it") {
  const CompiledText text = compile_text(kGated);
  const RunPlan run(text.plan(), *text.compiled.edition);
  Monitor monitor(run);
  for (const RecoveryRow& row : recovery_table())
    for (const Level level : {Level::novice, Level::intermediate})
      for (const Edge edge : {Edge::best, Edge::typical, Edge::worst}) {
        Aftermath after = enveloped(row, level, edge);
        after.peak_at = after.onset;  // of steps it is when soreness falls below 3, not its peak
        monitor.bout(row.bout_class, level, after);
      }
  CHECK_FALSE(monitor.seen().left_envelope());
}

}  // namespace meso::simulate
