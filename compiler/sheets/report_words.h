// A progress report in plain words: one wording for its text and its page.
#pragma once

#include <string>
#include <vector>

#include "runtime/report/report.h"

namespace meso::report_words {

// Rounded for reading, at most so many places: "128.4".
std::string number(Decimal value, int places = 1);
// "128.4 kg", "3.9 of 5".
std::string amount(Decimal value, std::string_view unit, int places = 1);
// "2026-11-16 to 2026-11-22".
std::string span(int first_day, int last_day);

// "rising, 1.2 kg a week over 6 weeks"; what is missing where it is too early.
std::string trend(const Trend& trend, std::string_view unit, int readings_a_week);
// In a column: "rising 1.2 kg a week, 6 weeks".
std::string short_trend(const Trend& trend, std::string_view unit, int readings_a_week);
std::string_view measure(const LiftReport& lift);          // "e1RM", "load", "reps"
std::string unit(const LiftReport& lift, MassUnit mass);   // of that measure
std::string set(const LiftedSet& set, MassUnit mass);      // "100 kg x 8 @ RIR 2"
std::string record(const Record& record, MassUnit mass);   // "8 x 100 kg"
std::string best_max(const BestMax& best, MassUnit mass);  // "128.4 kg from 100 kg x 8 ..."

// "from 120 kg to 126 kg (+5 %)": as far as it is known.
std::string goal_way(const GoalReport& goal);
// "on the way: 124.1 kg as a mean of three weeks".
std::string goal_standing(const GoalReport& goal);
std::string goal_review(const GoalReport& goal);  // by when it is looked at; may be empty

// The three headings of a week.
std::string consistency(const ProgressReport& report);
std::string progression(const ProgressReport& report);
std::string execution(const ProgressReport& report);
// "11 of 12 ready sessions done".
std::string adherence(const Adherence& adherence);
// What is neither for nor against, each a few words: "4 days held back by a gate".
std::vector<std::string> apart(const Adherence& adherence);

std::string recovery_days(const GroupRecovery& group);  // "2 days (8 sessions)"
std::string sore_at_start(const GroupRecovery& group);  // "1 of 9"
// A sentence where as much work costs less than it did; else empty.
std::string easier_recovery(const ProgressReport& report, const GroupRecovery& group);

// What the page and the text end with.
std::string how_to_read();

}  // namespace meso::report_words
