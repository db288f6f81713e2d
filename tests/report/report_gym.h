// Histories by hand, for tests of the figures of a report: a small plan, and days counted from the
// report's day backwards, so that numbers can be checked by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "runtime/report/report.h"
#include "tests/support/plan_builder.h"

namespace meso::test {

inline constexpr int kToday = 20'000;  // days since 1970

inline DoneSet reps_done(int reps, const char* load, const char* rir = nullptr) {
  DoneSet set;
  set.amount = reps;
  if (load != nullptr) set.load = kg(load);
  if (rir != nullptr) set.rir = Rir{dec(rir)};
  return set;
}

struct ReportGym : PlanBuilder {
  ExerciseId squat = exercise("back squat", {{"quads", "1"}, {"glutes", "0.5"}});
  ExerciseId press = exercise("bench press", {{"chest", "1"}, {"triceps", "0.5"}});
  ExerciseId chin = exercise("chin up", {{"lats", "1"}}, Equipment::bodyweight);
  GroupId quads = group("quads"), chest = group("chest");
  History history;

  // One block of four weeks with one session, "A": three sets of five squats.
  ReportGym() {
    plan.name = "P";
    add(block("B", 4, {session("A", {line(squat, {at_rir(sets(3, 5), "2")})})}));
  }

  DoneLine lifted(ExerciseId exercise, std::vector<DoneSet> sets) const {
    DoneLine line;
    line.exercise = exercise;
    line.sets = std::move(sets);
    return line;
  }

  // `ago` days before the report's day; an exposure of "A".
  LoggedSession& did(int ago, std::vector<DoneLine> lines) {
    LoggedSession logged;
    logged.day = kToday - ago;
    logged.session = SessionId{BlockId{0}, 0};
    logged.told.exposure = true;
    logged.done = std::move(lines);
    history.sessions.push_back(std::move(logged));
    return history.sessions.back();
  }
  void squats(int ago, std::vector<DoneSet> sets) { did(ago, {lifted(squat, std::move(sets))}); }

  LoggedCheckIn& checked(int ago, DayVerdict::What verdict = DayVerdict::What::rest) {
    LoggedCheckIn check_in;
    check_in.day = kToday - ago;
    check_in.verdict.emplace();
    check_in.verdict->what = verdict;
    history.check_ins.push_back(std::move(check_in));
    return history.check_ins.back();
  }
  void sore(int ago, int quads_report) {
    checked(ago).answers[quads] = static_cast<std::int8_t>(quads_report);
  }

  void read(int ago, const std::string& what, const char* value, const std::string& unit = "") {
    history.readings.push_back({kToday - ago, what, std::nullopt, dec(value), unit});
  }

  ProgressReport report() const {
    const RunPlan run(plan, *edition_of(2026));
    return make_report(run, history, start(run), kToday);
  }
};

}  // namespace meso::test
