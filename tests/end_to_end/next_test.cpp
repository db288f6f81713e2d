// `meso next` and `meso test` as an athlete and a coach run them.
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compiler/driver/disk.h"
#include "tests/support/expected_form.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

const std::string kFolder = "end_to_end/next/";

RunResult next(const std::string& plan, const std::string& log, const std::string& date,
               std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"next", plan, "--log", log, "--date", date};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_meso(arguments, {MESO_ROOT "/tests/end_to_end/next", "", {}});
}

struct Day {
  const char* name;
  const char* log;
  const char* date;
  std::vector<std::string> more;
};

const std::vector<Day>& days() {
  static const std::vector<Day> all{
      {"first_day", "no_log_yet", "2026-11-23", {}},
      {"sore", "sore.log", "2026-11-23", {}},
      {"swap", "swap.log", "2026-11-23", {"--athlete", "athlete.yaml", "--plates"}},
      {"still_due", "swap.log", "2026-11-24", {}},
      {"day_off", "week.log", "2026-11-27", {}},
      {"finished", "finished.log", "2026-12-04", {}},
      {"red_flag", "red_flag.log", "2026-11-23", {}},
      {"after_a_week", "week.log", "2026-11-30", {}},
      {"lay_off", "week.log", "2026-12-28", {}},
      {"same_load_as_last", "same_load.log", "2026-12-03", {}},
      {"sore_for_days", "sore_for_days.log", "2026-12-01", {}},
      {"another_plan", "another.log", "2026-11-23", {}},
      {"unknown_session", "unknown.log", "2026-11-23", {}},
      {"unknown_exercise", "exercise.log", "2026-11-23", {}},
      {"newer_format", "newer.log", "2026-11-23", {}},
  };
  return all;
}

}  // namespace

TEST_CASE("next: what a day is, in words") {
  for (const Day& day : days()) {
    INFO(day.name);
    check_golden(expected_form(next("plan.meso", day.log, day.date, day.more)),
                 kFolder + day.name + ".expected");
  }
}

TEST_CASE("next: the same day as Markdown, a page and data") {
  for (const std::string format : {"markdown", "html", "json"}) {
    const RunResult r = next("plan.meso", "swap.log", "2026-11-23", {"--format", format});
    CHECK(r.exit_code == 0);
    check_golden(r.out, kFolder + "swap." + format);
  }
  const auto json =
      nlohmann::json::parse(next("plan.meso", "swap.log", "2026-11-23", {"--format", "json"}).out);
  CHECK(json["verdict"] == "swap");
  CHECK(json["session"] == "Upper");
}

TEST_CASE("next: a day off and a finished plan as Markdown, a page and data") {
  const std::vector<std::pair<std::string, std::string>> all{{"day_off", "2026-11-27"},
                                                             {"finished", "2026-12-04"}};
  for (const auto& [name, date] : all)
    for (const std::string format : {"markdown", "html", "json"}) {
      const std::string log = name == "finished" ? "finished.log" : "week.log";
      const RunResult r = next("plan.meso", log, date, {"--format", format});
      CHECK(r.exit_code == 0);
      check_golden(r.out, kFolder + name + "." + format);
    }
}

TEST_CASE("next: a red flag shows the stop list and nothing else, in every format") {
  for (const std::string format : {"text", "markdown", "html", "json"}) {
    const RunResult r = next("plan.meso", "red_flag.log", "2026-11-23", {"--format", format});
    CHECK(r.out.find("urine") != std::string::npos);
    CHECK(r.out.find("back squat") == std::string::npos);
  }
}

TEST_CASE("next: a plan's JSON is run like its text") {
  std::string folder = "/tmp/meso-next-XXXXXX";
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  run_meso(
      {"build", MESO_ROOT "/tests/end_to_end/next/plan.meso", "--format", "json", "-o", folder});
  for (const Day& day : days()) {
    if (std::string(day.name) == "another_plan") continue;
    INFO(day.name);
    const RunResult text = next("plan.meso", day.log, day.date, day.more);
    const RunResult json = next(folder + "/plan.json", day.log, day.date, day.more);
    CHECK(text.exit_code == json.exit_code);
    std::string said = text.out;
    for (std::size_t at = 0; (at = said.find("plan.meso:", at)) != std::string::npos;)
      said.replace(at, 10, "line ");
    CHECK(said == json.out);
  }
}

TEST_CASE("test: the scenarios of every example hold, and those of the semantics") {
  const char* folder = GENERATE("/examples", "/tests/scenarios");
  const RunResult r = run_meso({"test", std::string(MESO_ROOT) + folder});
  CAPTURE(r.out);
  CHECK(r.exit_code == 0);
  CHECK(r.out.find(", 0 failed") != std::string::npos);
}

TEST_CASE("test: what didn't come is said with its line and what came in its place") {
  const RunResult r =
      run_meso({"test", "failing.scenarios", "mistakes.scenarios", "broken.scenarios"},
               {MESO_ROOT "/tests/end_to_end/next", "", {}});
  check_golden(expected_form(r), kFolder + "scenarios.expected");
}

}  // namespace meso::test
