// Lifts, records and hard sets of histories made by hand.
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>

#include "tests/report/report_gym.h"

namespace meso::test {
namespace {

const LiftReport& lift(const ProgressReport& report, const std::string& name) {
  for (const LiftReport& l : report.lifts)
    if (l.name == name) return l;
  FAIL("no " << name);
  return report.lifts.front();
}

LiftedSet of(int reps, const char* load, const char* rir) {
  LiftedSet set;
  set.amount = reps;
  set.load = set.moved = dec(load);
  set.reserve = dec(rir);
  return set;
}

const GroupVolume* volume_of(const ProgressReport& report, GroupId group) {
  for (const GroupVolume& v : report.volumes)
    if (v.group == group) return &v;
  return nullptr;
}

}  // namespace

TEST_CASE("an estimated max is Epley's over reps done and in reserve") {
  CHECK(estimated_max(of(5, "90", "1"))->value == dec("108"));  // 90 x (1 + 6 / 30)
  CHECK(estimated_max(of(1, "100", "0"))->value == dec("100"));
  CHECK_FALSE(estimated_max(of(8, "90", "2"))->uncertain);  // 10
  CHECK(estimated_max(of(8, "90", "3"))->uncertain);        // 11
  CHECK(estimated_max(of(12, "90", "3")));                  // 15
  CHECK_FALSE(estimated_max(of(13, "90", "3")));            // 16: no formula holds
  LiftedSet plank = of(45, "10", "0");
  plank.of = DoneSet::Of::seconds;
  CHECK_FALSE(estimated_max(plank));
}

TEST_CASE("a lift in a session: the best set, the heaviest load, the volume") {
  ReportGym gym;
  gym.squats(0, {reps_done(5, "90", "1"), reps_done(3, "95", "0"), reps_done(0, "120")});
  const ProgressReport report = gym.report();
  const LiftPoint& point = lift(report, "back squat").sessions.front();
  // 90 x 1.2 = 108 against 95 x 1.1 = 104.5; 5 x 90 + 3 x 95 = 735. The missed set is none.
  CHECK(point.e1rm->value == dec("108"));
  CHECK(point.heaviest == dec("95"));
  CHECK(point.volume == dec("735"));
  CHECK(point.sets == 2);
  CHECK(point.amount == 8);
}

TEST_CASE("a load and reps in reserve that aren't logged are the plan's of that day") {
  ReportGym gym;
  const RunPlan run(gym.plan, *edition_of(2026));
  LoggedSession& logged = gym.did(0, {gym.lifted(gym.squat, {reps_done(5, nullptr)})});
  logged.done.front().line = 0;
  logged.asked = prescribe(run, start(run).progress, SessionId{BlockId{0}, 0});
  logged.asked.front().loads.front().state = PlannedLoad::State::known;
  logged.asked.front().loads.front().low = kg("75");
  const auto point =
      lift_reports(run, lifted_sessions(run, gym.history), Weeks{kToday}).front().sessions.front();
  CHECK(point.heaviest == dec("75"));
  CHECK(point.best.reserve == dec("2"));  // `@ RIR 2`
  CHECK_FALSE(point.best.reserve_logged);
  CHECK(point.best.reserve_planned);
  CHECK(point.e1rm->value == dec("92.5"));  // 75 x (1 + 7 / 30)
}

TEST_CASE("the bodyweight of the day is lifted too") {
  ReportGym gym;
  gym.read(10, "bodyweight", "80", "kg");
  gym.read(1, "bodyweight", "82", "kg");
  DoneSet set = reps_done(6, "10", "0");
  set.bodyweight = true;
  gym.did(5, {gym.lifted(gym.chin, {set})});
  const ProgressReport report = gym.report();
  const LiftPoint& point = lift(report, "chin up").sessions.front();
  CHECK(point.heaviest == dec("10"));
  CHECK(point.volume == dec("540"));       // 6 x 90
  CHECK(point.e1rm->value == dec("108"));  // 90 x 1.2
}

TEST_CASE("easier sessions are shown and are no part of the trend") {
  ReportGym gym;
  for (int week = 3; week >= 0; --week)
    gym.squats(7 * week, {reps_done(5, week == 1 ? "50" : "90", "1")});
  gym.history.sessions[2].told.exposure = false;  // a deload with 50 kg
  const LiftReport squat = lift(gym.report(), "back squat");
  CHECK(squat.sessions.size() == 4);
  CHECK(squat.weeks.size() == 3);
  CHECK(squat.trend.way == Trend::Way::level);
  CHECK(squat.trend.now == dec("108"));
}

TEST_CASE("a test week counts, though it is no exposure") {
  ReportGym gym;
  gym.plan.blocks[BlockId{0}].weeks[2].kind = WeekKind::test;
  for (const int week : {1, 2}) {
    LoggedSession& session = gym.did(7, {gym.lifted(gym.squat, {reps_done(1, "120", "0")})});
    session.told.exposure = false;
    session.week = week;
  }
  const LiftReport squat = lift(gym.report(), "back squat");
  CHECK_FALSE(squat.sessions[0].counts);
  CHECK(squat.sessions[1].counts);
}

TEST_CASE("sets too long for an estimate are followed by their load") {
  ReportGym gym;
  for (int week = 3; week >= 0; --week)
    gym.squats(7 * week, {reps_done(18, std::to_string(60 - 5 * week).c_str(), "2")});
  const LiftReport squat = lift(gym.report(), "back squat");
  CHECK(squat.measure == LiftMeasure::load);
  CHECK(squat.trend.a_week == dec("5"));
  CHECK(squat.without_max == 4);
  CHECK_FALSE(squat.best_max);
}

TEST_CASE("records are sets that none beats in both reps and load") {
  const auto records = records_of({{1, of(5, "100", "0")},
                                   {2, of(8, "90", "0")},
                                   {3, of(5, "95", "0")},   // beaten by the first
                                   {4, of(5, "100", "0")},  // the first was first
                                   {5, of(12, "80", "0")},
                                   {6, of(3, "105", "0")}});
  REQUIRE(records.size() == 4);
  CHECK(records[0].load == dec("105"));
  CHECK(records[1].day == 1);
  CHECK(records[2].amount == 8);
  CHECK(records[3].amount == 12);
}

TEST_CASE("the first session is where a lift starts from, and no best") {
  ReportGym gym;
  gym.squats(21, {reps_done(5, "100", "0")});
  gym.squats(14, {reps_done(5, "105", "0")});
  gym.squats(7, {reps_done(5, "102.5", "0")});
  gym.squats(0, {reps_done(5, "107.5", "0")});
  const ProgressReport report = gym.report();
  CHECK(report.lifts.front().new_bests == std::vector<int>{kToday - 14, kToday});
  CHECK(report.weeks.back().new_bests == 1);
  CHECK(report.lifts.front().best_max->day == kToday);
}

TEST_CASE("an easy session sets no best from the reps in reserve that the plan asked for") {
  ReportGym gym;
  const RunPlan run(gym.plan, *edition_of(2026));
  const auto asked = prescribe(run, start(run).progress, SessionId{BlockId{0}, 0});
  const auto squats = [&](int ago, bool exposure, const DoneSet& set) {
    LoggedSession& logged = gym.did(ago, {gym.lifted(gym.squat, {set})});
    logged.told.exposure = exposure;
    logged.asked = asked;
    logged.done.front().line = 0;
  };
  squats(14, true, reps_done(5, "90", "1"));    // 90 x 1.2 = 108
  squats(10, false, reps_done(6, "95"));        // RIR 2 as planned: 95 x 38 / 30 = 120.3
  squats(7, false, reps_done(5, "92.5", "2"));  // logged: 92.5 x 37 / 30 = 114.1
  squats(0, true, reps_done(7, "92.5"));        // counts: 92.5 x 1.3 = 120.25
  const auto lifts = lift_reports(run, lifted_sessions(run, gym.history), Weeks{kToday});
  const LiftReport& squat = lifts.front();
  CHECK(squat.sessions.size() == 4);  // all are shown
  CHECK(squat.new_bests == std::vector<int>{kToday - 7, kToday});
  CHECK(squat.best_max->max.value == dec("120.25"));
  CHECK(squat.best_max->set.reserve_planned);
  REQUIRE(squat.records.size() == 1);  // 92.5 kg x 7; 95 kg x 6 isn't taken
  CHECK(squat.records.front().load == dec("92.5"));
}

TEST_CASE("without reps in reserve, logged or planned, an easy set is what it is") {
  ReportGym gym;
  gym.squats(7, {reps_done(5, "90", "1")});
  gym.did(0, {gym.lifted(gym.squat, {reps_done(6, "95")})}).told.exposure = false;
  const LiftReport squat = lift(gym.report(), "back squat");
  CHECK(squat.best_max->max.value == dec("114"));  // 95 x 1.2, none in reserve
  CHECK(squat.records.front().load == dec("95"));
}

TEST_CASE("lifts that the plan doesn't have are beside it, and in no count of trends") {
  ReportGym gym;
  gym.squats(3, {reps_done(5, "90", "1")});
  gym.did(2, {gym.lifted(gym.squat, {reps_done(5, "90", "1")}),
              gym.lifted(gym.press, {reps_done(5, "60", "1")})})
      .session.reset();
  const ProgressReport report = gym.report();
  CHECK_FALSE(lift(report, "back squat").is_beside);
  CHECK(lift(report, "bench press").is_beside);
  CHECK(report.ways.too_early == 1);
  CHECK(report.ways.beside == 1);
}

TEST_CASE("a lift is uncertain now where one of the latest estimates is") {
  for (const char* rir : {"2", "3"}) {  // 8 reps and these: 10 and 11
    ReportGym gym;
    for (int week = 3; week >= 0; --week) gym.squats(7 * week, {reps_done(8, "60", rir)});
    CHECK(gym.report().lifts.front().now_is_uncertain == (rir == std::string("3")));
  }
}

TEST_CASE("hard sets are counted from what was done") {
  ReportGym gym;
  // 1 + 1 + 0.5 + 0 = 2.5: RIR 4 counts 1, 5 and 6 a half, 7 none; nothing known counts 1.
  gym.squats(8, {reps_done(5, "90", "4"), reps_done(5, "90", "1"), reps_done(5, "80", "6"),
                 reps_done(5, "60", "7")});
  gym.squats(1, {reps_done(5, "90"), reps_done(0, "90", "0")});
  const ProgressReport report = gym.report();
  const GroupVolume* quads = volume_of(report, gym.quads);
  REQUIRE(quads != nullptr);
  REQUIRE(quads->weeks.size() == 2);
  CHECK(quads->weeks[0].done == dec("2.5"));
  CHECK(quads->weeks[0].planned == dec("3"));  // the plan's week: 3x5 @ RIR 2
  CHECK(quads->weeks[1].done == dec("1"));
  const GroupVolume* glutes = volume_of(report, gym.group("glutes"));
  CHECK(glutes->weeks[0].done == dec("1.25"));  // a half of each
  CHECK(glutes->weeks[0].planned == dec("1.5"));
}

TEST_CASE("the order of exercises in a session changes no figure") {
  rc::prop("shuffled", [] {
    ReportGym gym;
    const ExerciseId lifts[] = {gym.squat, gym.press, gym.chin};
    for (int n = 0; n < 6; ++n) {
      std::vector<DoneLine> lines;
      for (int l = *rc::gen::inRange(1, 5); l > 0; --l) {
        std::vector<DoneSet> sets;
        for (int s = *rc::gen::inRange(1, 4); s > 0; --s)
          sets.push_back(reps_done(*rc::gen::inRange(0, 20),
                                   std::to_string(*rc::gen::inRange(20, 60)).c_str(),
                                   *rc::gen::arbitrary<bool>() ? "2" : nullptr));
        lines.push_back(gym.lifted(lifts[*rc::gen::inRange(0, 3)], std::move(sets)));
      }
      gym.did(30 - 5 * n, std::move(lines));
    }
    const ProgressReport before = gym.report();
    for (LoggedSession& session : gym.history.sessions)
      std::reverse(session.done.begin(), session.done.end());
    const ProgressReport after = gym.report();
    RC_ASSERT(before.lifts.size() == after.lifts.size());
    for (std::size_t i = 0; i < before.lifts.size(); ++i) {
      const LiftReport &a = before.lifts[i], &b = after.lifts[i];
      RC_ASSERT(a.name == b.name);
      RC_ASSERT(a.trend.a_week == b.trend.a_week);
      RC_ASSERT(a.records.size() == b.records.size());
      RC_ASSERT(a.weeks == b.weeks);
      for (std::size_t s = 0; s < a.sessions.size(); ++s) {
        RC_ASSERT(a.sessions[s].volume == b.sessions[s].volume);
        RC_ASSERT(a.sessions[s].best.amount == b.sessions[s].best.amount);
      }
    }
    RC_ASSERT(before.volumes.size() == after.volumes.size());
    for (std::size_t i = 0; i < before.volumes.size(); ++i)
      for (std::size_t w = 0; w < before.volumes[i].weeks.size(); ++w)
        RC_ASSERT(before.volumes[i].weeks[w].done == after.volumes[i].weeks[w].done);
    RC_ASSERT(before.weeks.back().volume == after.weeks.back().volume);
  });
}

}  // namespace meso::test
