// The results of a session as a scenario tells them: what differs, the rest as it was written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/scenario/athlete.h"
#include "runtime/scenario/scenario.h"

namespace meso {

// `at top`, `missed`, `as written`; nothing of any other words.
std::optional<Went> went_from(std::string_view words);

struct ToldResults {
  std::vector<DoneLine> lines;
  std::optional<ScenarioProblem> problem;
};

// `body` holds the lines below the session, `others` how those went that it doesn't name; `loads`
// what the athlete finds where the plan leaves a load open.
ToldResults told_results(const RunPlan& run, const LogNames& names,
                         const std::vector<TodayLine>& asked, const ScenarioStep& step, Went others,
                         const std::map<ExerciseId, Load>& loads);

// A record of the journal made of these lines, the first of them on line kFirstBodyLine: one
// grammar for both.
inline constexpr std::uint32_t kFirstBodyLine = 5;
Journal record_of(const std::string& head, const std::vector<ScenarioLine>& body,
                  std::string& text);
// What is wrong with such a record, in one line.
std::string said_of(const JournalProblem& problem);

}  // namespace meso
