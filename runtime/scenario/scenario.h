// Scenarios beside a plan: these check-ins and results, that outcome. What a coach writes to be
// sure that gates and rules do what was meant, and what a CI holds a change of the plan against.
//
//   meso test 1
//   plan "stronglifts.meso"
//
//   scenario "every success adds a step"
//     loads back squat 60 kg
//     session                       # the next one, all of it as written
//     session
//       back squat 5, 5, 5, 5, 4    # what differs
//     expect back squat 62.5 kg
//     check-in soreness quads 5
//     expect recover
//
// Days go on by themselves: a session is done on the first date on which it is due and its
// gate releases an athlete who is well. A `check-in` is for its own date alone; what it leaves out
// is well. `check-in today` may be on a day of rest. Nothing of a line is passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/replay/log_names.h"
#include "runtime/step/step.h"

namespace meso {

struct ScenarioLine {
  std::uint32_t line = 0;  // of the file, from 1
  std::string text;        // without comment and blanks round it
};

struct ScenarioStep {
  ScenarioLine head;
  std::vector<ScenarioLine> body;  // results, answers
};

struct Scenario {
  std::string name;
  std::uint32_t line = 0;
  std::vector<ScenarioStep> steps;
};

struct ScenarioProblem {
  std::uint32_t line = 0;
  std::string message;
};

struct ScenarioFile {
  std::string plan;     // path as written, as seen from the file
  std::string athlete;  // may be empty
  std::vector<Scenario> scenarios;
  std::vector<ScenarioProblem> problems;  // of the file itself
};
ScenarioFile read_scenarios(std::string_view text);
// The words that a step begins with.
const std::vector<std::string_view>& scenario_steps();

// What went wrong first; nothing where all that was expected came.
std::optional<ScenarioProblem> run_scenario(const RunPlan& run, const LogNames& names,
                                            const Scenario& scenario);

// Every exercise that results name, for LogNames::learn().
std::vector<std::string> named_exercises(const ScenarioFile& file);

}  // namespace meso
