// A progress report in plain words: one wording for its text and its page.
#pragma once

#include <string>
#include <vector>

#include "runtime/report/report.h"

namespace meso::report_words {

// To the nearest multiple of a step, a half away from zero: loads on a bar round a half down,
// numbers for reading don't.
Decimal rounded(Decimal value, Decimal step);
// Rounded for reading, at most so many places: "128.4".
std::string number(Decimal value, int places = 1);
// "128.4 kg", "3.9 of 5".
std::string amount(Decimal value, std::string_view unit, int places = 1);
// "2026-11-16 to 2026-11-22".
std::string span(int first_day, int last_day);

// "rising, 1.2 kg a week over 6 weeks"; "too early to say: 1 of 3 weeks".
std::string trend(const Trend& trend, std::string_view unit, int readings_a_week);
// In a column: "rising 1.2 kg a week, 6 weeks".
std::string short_trend(const Trend& trend, std::string_view unit, int readings_a_week);
// The same of a lift: one beside the plan has no trend to come.
std::string trend(const LiftReport& lift, std::string_view unit);
std::string short_trend(const LiftReport& lift, std::string_view unit);
std::string_view measure(const LiftReport& lift);  // "e1RM", "load", "reps"
// What has to be known of that measure: "bodyweight included", "uncertain: ...".
std::vector<std::string> provisos(const LiftReport& lift);
std::string unit(const LiftReport& lift, MassUnit mass);  // of that measure
std::string set(const LiftedSet& set, MassUnit mass);     // "100 kg x 8 @ RIR 2 as planned"
// With their dates: "e1RM 128.4 kg from 100 kg x 8 @ RIR 1 (2026-11-21)"; empty where there is
// none.
std::string best_max(const LiftReport& lift, MassUnit mass);
// "100 kg x 8 (2026-11-21)", at most so many; but for the set of the best max, which stands there.
std::vector<std::string> records(const LiftReport& lift, MassUnit mass, std::size_t most);

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
// Of those that were done: "of these 1 lighter, 1 broken off"; may be empty.
std::string of_those_done(const Adherence& adherence);
// What is neither for nor against, each a few words: "4 days held back by a gate".
std::vector<std::string> apart(const Adherence& adherence);

std::string recovery_days(const GroupRecovery& group);  // "2 days (8 sessions)"
std::string sore_at_start(const GroupRecovery& group);  // "1 of 9"
// A sentence where as much work costs less than it did; else empty.
std::string easier_recovery(const ProgressReport& report, const GroupRecovery& group);

// What recovery begins with: the only place where soreness is explained.
std::string recovery_note();

// What the page and the text end with.
std::string how_to_read();

// Lifts' own metrics stand with the lifts.
bool has_tracked(const ProgressReport& report);
bool has_records(const ProgressReport& report);
// The sections that have something to say, in their order: one list for the page and the text.
template <class Writer>
void write_sections(const ProgressReport& report, Writer& writer) {
  writer.headings();
  if (!report.goals.empty()) writer.goals();
  if (!report.lifts.empty()) writer.lifts();
  if (has_tracked(report)) writer.metrics();
  if (!report.volumes.empty()) writer.volumes();
  writer.adherence();
  if (!report.recoveries.empty()) writer.recovery();
  if (has_records(report)) writer.records();
}

}  // namespace meso::report_words
