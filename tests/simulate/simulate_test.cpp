// Whole simulations: the same for any number of threads, true to each plan's own gates, and what
// they say as text and JSON.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "compiler/driver/simulate_report.h"
#include "runtime/simulate/athlete.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::simulate {
namespace {

using namespace meso::test;

const std::string kExamples = MESO_ROOT "/examples/";

// A compiled plan with what a simulation needs of it.
struct Course {
  explicit Course(CompiledText compiled)
      : text(std::move(compiled)), run(text.plan(), *text.compiled.edition), plan(run) {}
  explicit Course(const std::string& example) : Course(compile_file(kExamples + example)) {}
  Tally simulated(int athletes, int threads = 1, const Habits& habits = {}) const {
    Request request;
    request.athletes = athletes;
    request.threads = threads;
    request.habits = habits;
    return simulate(plan, request);
  }
  std::string json(int athletes, int threads = 1) const {
    return simulation_json({plan, simulated(athletes, threads), 1});
  }
  CompiledText text;
  RunPlan run;
  SimulatedPlan plan;
};

std::vector<std::string> examples() {
  const auto paths = std::get<0>(Disk().list(kExamples, ".meso"));
  std::vector<std::string> names;
  for (const std::string& path : paths)
    if (path.find("/lib/") == std::string::npos)
      names.push_back(path.substr(path.find("/examples/") + 10));
  return names;
}

Habits perfect() {
  Habits habits;
  habits.noise = habits.no_check_in = habits.under_reports = habits.busy = habits.lays_off = 0;
  return habits;
}

}  // namespace

TEST_CASE("simulate: the same seed gives the same bytes for 1, 2 and 5 threads") {
  const Course course("four-day-gated.meso");
  const std::string one = course.json(150);
  CHECK(course.json(150, 2) == one);
  CHECK(course.json(150, 5) == one);
}

TEST_CASE("simulate: an athlete is the same whoever runs along") {
  const Course course("three-day-shared.meso");
  Workspace workspace(course.plan);
  const auto athlete = [&](std::uint64_t number) {
    return SimulatedAthlete(course.plan, {}, 1, number, workspace).run(200);
  };
  const AthleteResult first = athlete(7);
  athlete(6);
  const AthleteResult second = athlete(7);
  CHECK(first.days == second.days);
  CHECK(first.hard_sets == second.hard_sets);
}

TEST_CASE("simulate: no run of any example goes against the plan's own gate") {
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const Course course(name);
    const Tally tally = course.simulated(12);
    CHECK(tally.gate_broken == 0);
    CHECK(tally.done > 0);
    CHECK(tally.finished > 0);
  }
}

TEST_CASE("simulate: swaps, holds, lightened sessions and lay-offs happen") {
  const Course course("four-day-gated.meso");
  Habits habits;
  habits.lays_off = 0.01;
  const Tally tally = course.simulated(100, 1, habits);
  CHECK(tally.swaps.sum() > 0);
  CHECK(tally.holds.sum() > 0);
  CHECK(tally.lightened > 0);
  CHECK(tally.returned > 20);
}

TEST_CASE("simulate: who answers truly is never trained sore by a gate that asks everything") {
  const Course course(compile_text(R"(plan "P"
  guidelines 2026
  level novice
gate g
  train when soreness <= 1
  recover otherwise
block "B" 4 weeks if g
  session "A"
    back squat 8x8 @ RIR 1
  session "B"
    back squat 8x8 @ RIR 1
)"));
  const Tally truthful = course.simulated(200, 1, perfect());
  CHECK(truthful.sore_sessions == 0);
  CHECK(truthful.holds.sum() > 0);
  Habits liars = perfect();
  liars.under_reports = 0.5;
  liars.under_report_by = 6;
  CHECK(course.simulated(200, 1, liars).sore_sessions > 0);
}

TEST_CASE("simulate: without a gate nothing is held back, and somebody trains sore") {
  const Course course("literal/phul.meso");
  const Tally tally = course.simulated(100, 1, perfect());
  CHECK(tally.finished == 100);
  CHECK(tally.holds.sum() + tally.swaps.sum() == 0);
  CHECK(tally.released_first == tally.due);
  CHECK(tally.days.percentile(950) <= course.plan.nominal_days() + 7);
  CHECK(tally.sore_sessions > 0);
}

TEST_CASE("simulate: what it says of a plan") {
  const Course course("four-day-gated.meso");
  const SimulationReport report{course.plan, course.simulated(200, 2), 1};
  check_golden(simulation_text(report), "simulate/four-day-gated.txt");
  check_golden(simulation_json(report), "simulate/four-day-gated.json");
}

TEST_CASE("simulate: the schema names each key of the JSON, and no other") {
  const auto schema = nlohmann::json::parse(read_whole(MESO_ROOT "/docs/simulation.schema.json"));
  const auto json = nlohmann::json::parse(Course("four-day-gated.meso").json(5));
  const auto check = [](const nlohmann::json& value, const nlohmann::json& properties) {
    for (const auto& [key, unused] : value.items()) CHECK(properties.contains(key));
    for (const auto& [key, unused] : properties.items()) CHECK(value.contains(key));
  };
  const auto& properties = schema["properties"];
  check(json, properties);
  for (const char* key : {"athletes", "sessions", "recovery"})
    check(json[key], properties[key]["properties"]);
  check(json["swaps"], schema["$defs"]["distribution"]["properties"]);
}

TEST_CASE("simulate: the command, as a coach runs it") {
  const std::string plan = kExamples + "four-day-gated.meso";
  const RunResult one = run_meso({"simulate", plan, "--athletes", "40", "--threads", "1"});
  const RunResult three =
      run_meso({"simulate", plan, "--athletes", "40", "--threads", "3", "--seed", "1"});
  CHECK(one.exit_code == 0);
  CHECK(one.err.empty());  // no bar where nobody watches
  CHECK(one.out == three.out);
  CHECK(one.out.find("A model, not a forecast") != std::string::npos);
  CHECK(run_meso({"simulate", plan, "--athletes", "40", "--seed", "2"}).out != one.out);
  CHECK(run_meso({"simulate", plan, "--athletes", "0"}).exit_code == 2);
  CHECK(run_meso({"simulate", "nowhere.meso"}).exit_code == 2);
  const RunResult json = run_meso({"simulate", plan, "--athletes", "5", "--format", "json"});
  CHECK(nlohmann::json::parse(json.out)["athletes"]["count"] == 5);
}

}  // namespace meso::simulate
