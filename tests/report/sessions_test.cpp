// Adherence to ready sessions, recovery and goals of histories made by hand.
#include <catch2/catch.hpp>

#include "tests/report/report_gym.h"

namespace meso::test {
namespace {

using What = DayVerdict::What;

struct GatedGym : ReportGym {
  GatedGym() { plan.blocks[BlockId{0}].sessions.front().gate = plan.gates.add(Gate()); }
  void train(int ago) { squats(ago, {reps_done(5, "90", "2")}); }
  Adherence adherence() const { return report().adherence; }
};

}  // namespace

TEST_CASE("a ready session counts once, and a day later is no day too late") {
  GatedGym gym;
  gym.checked(20, What::train);
  gym.checked(19, What::train);
  gym.train(18);  // without a check-in: it was released the day before
  gym.checked(14, What::train);
  gym.train(14);
  const Adherence a = gym.adherence();
  CHECK(a.done == 2);
  CHECK(a.ready() == 2);
  CHECK(a.unasked == 0);
}

TEST_CASE("a ready session that nobody does within a week is left, once") {
  GatedGym gym;
  gym.checked(30, What::train);
  gym.checked(29, What::train);
  gym.checked(10, What::train);
  gym.train(10);
  gym.checked(3, What::train);  // still open today
  const Adherence a = gym.adherence();
  CHECK(a.done == 1);
  CHECK(a.left == 1);
}

TEST_CASE("a day on which the gate holds back is no day missed") {
  GatedGym gym;
  gym.checked(20, What::recover);
  gym.checked(19, What::recover);
  gym.checked(18, What::rest);
  gym.checked(17, What::refer);
  const Adherence a = gym.adherence();
  CHECK(a.ready() == 0);
  CHECK(a.held_days == 2);
  CHECK(a.stopped_days == 1);
}

TEST_CASE("swaps and lighter sessions are done ones, told apart") {
  GatedGym gym;
  const SessionRef a_session{SessionId{BlockId{0}, 0}, 0};
  static const std::vector<Change> kLighter(1);
  auto& lighter = gym.checked(9, What::lighten);
  lighter.verdict->session = a_session;
  lighter.verdict->changes = &kLighter;
  gym.train(9);
  auto& swap = gym.checked(5, What::swap);
  swap.verdict->head = SessionRef{SessionId{BlockId{0}, 7}, 1};
  swap.verdict->session = a_session;
  gym.train(5);
  const Adherence a = gym.adherence();
  CHECK(a.done == 2);
  CHECK(a.lightened == 1);
  CHECK(a.swapped == 1);
}

TEST_CASE("what was done though the gate held back stands apart") {
  GatedGym gym;
  gym.checked(9, What::recover);
  gym.train(9);
  auto& swap = gym.checked(5, What::swap);
  swap.verdict->head = SessionRef{SessionId{BlockId{0}, 0}, 0};  // it was to wait
  gym.train(5);
  gym.did(2, {gym.lifted(gym.squat, {reps_done(5, "90")})}).due = kToday;  // before its date
  gym.did(1, {gym.lifted(gym.squat, {reps_done(5, "90")})}).session.reset();
  const Adherence a = gym.adherence();
  CHECK(a.against == 2);
  CHECK(a.early == 1);
  CHECK(a.beside == 1);
  CHECK(a.done == 0);
}

TEST_CASE("sessions broken off are told of those done, and of the others") {
  GatedGym gym;
  gym.checked(9, What::train);
  gym.train(9);
  gym.history.sessions.back().broken_off = true;
  gym.checked(5, What::recover);
  gym.train(5);
  gym.history.sessions.back().broken_off = true;
  const Adherence a = gym.adherence();
  CHECK(a.done == 1);
  CHECK(a.unfinished == 1);
  CHECK(a.broken_off == 2);
}

TEST_CASE("what a coach let be done isn't against the gate") {
  GatedGym gym;
  gym.checked(9, What::recover);
  gym.train(9);
  gym.history.sessions.back().overruled = true;
  CHECK(gym.adherence().overruled == 1);
  CHECK(gym.adherence().against == 0);
}

TEST_CASE("days without training take back what was ready") {
  GatedGym gym;
  gym.checked(20, What::train);
  gym.history.unavailable = {kToday - 19, kToday - 18};
  gym.history.skipped = {kToday - 5};
  const Adherence a = gym.adherence();
  CHECK(a.ready() == 0);
  CHECK(a.unavailable_days == 2);
  CHECK(a.skips == 1);
}

TEST_CASE("without a check-in a gate wasn't asked; without a gate a session is ready when due") {
  GatedGym gated;
  gated.train(3);
  CHECK(gated.adherence().unasked == 1);
  CHECK(gated.adherence().ready() == 0);
  ReportGym open;
  open.squats(3, {reps_done(5, "90")});
  CHECK(open.report().adherence.done == 1);
}

TEST_CASE("days to recover are known where every day between was reported") {
  ReportGym gym;
  const auto three = [] {
    return std::vector{reps_done(5, "90", "1"), reps_done(5, "90", "1"), reps_done(5, "90", "1")};
  };
  gym.squats(20, three());
  gym.sore(19, 4);
  gym.sore(18, 3);
  gym.sore(17, 2);  // three days, to the day
  gym.squats(14, three());
  gym.sore(11, 1);  // three days or fewer: nobody knows
  gym.squats(7, three());
  gym.sore(6, 2);  // one day
  gym.sore(5, 0);
  gym.squats(2, three());
  gym.sore(1, 5);  // not recovered yet
  const ProgressReport report = gym.report();
  REQUIRE(report.recoveries.size() == 1);  // nothing was said of other groups
  const GroupRecovery& quads = report.recoveries.front();
  REQUIRE(quads.bouts.size() == 4);
  CHECK(quads.bouts[0].days == 3);
  CHECK(quads.bouts[0].peak == 4);
  CHECK(quads.bouts[0].hard_sets == dec("3"));
  CHECK(quads.bouts[1].days == 3);
  CHECK_FALSE(quads.bouts[1].exact);
  CHECK(quads.bouts[2].days == 1);
  CHECK(quads.bouts[2].exact);
  CHECK_FALSE(quads.bouts[3].days);
  CHECK(quads.exact == 2);
  CHECK(quads.median_days == dec("2"));  // of 3 and 1
  CHECK(quads.asked_at_start == 0);
}

TEST_CASE("a session that begins sore, and what it says of the one before") {
  ReportGym gym;
  gym.squats(7, {reps_done(5, "90", "1")});
  gym.sore(6, 2);
  gym.sore(2, 3);  // this morning it is back: what looked over after a day wasn't
  gym.squats(2, {reps_done(5, "90", "1")});
  const GroupRecovery quads = gym.report().recoveries.front();
  CHECK(quads.asked_at_start == 1);
  CHECK(quads.sore_at_start == 1);
  CHECK_FALSE(quads.bouts.front().days);
  CHECK(quads.bouts.front().peak == 3);
}

TEST_CASE("soreness that rose and wasn't seen to go is not known to the day") {
  ReportGym gym;
  gym.squats(9, {reps_done(5, "90", "1")});
  gym.sore(8, 1);
  gym.sore(7, 4);
  gym.squats(6, {reps_done(5, "90", "1")});
  const GroupRecovery quads = gym.report().recoveries.front();
  CHECK_FALSE(quads.bouts.front().days);
  CHECK_FALSE(quads.bouts.front().exact);
  CHECK(quads.exact == 0);
}

TEST_CASE("soreness rises for a day or three: a low report before a high one is no recovery") {
  ReportGym gym;
  gym.squats(9, {reps_done(5, "90", "1")});
  gym.sore(8, 1);
  gym.sore(7, 4);
  gym.sore(6, 3);
  gym.sore(5, 2);
  gym.sore(4, 0);
  const ProgressReport report = gym.report();
  const RecoveryBout& bout = report.recoveries.front().bouts.front();
  CHECK(bout.days == 4);
  CHECK(bout.exact);
  CHECK(bout.peak == 4);
}

TEST_CASE("soreness that comes back before the next session wasn't over") {
  ReportGym gym;
  gym.squats(20, {reps_done(5, "90", "1")});
  gym.sore(19, 1);
  gym.sore(18, 2);  // and nothing on the third day
  gym.sore(16, 4);
  gym.sore(15, 0);
  gym.squats(12, {reps_done(5, "90", "1")});
  gym.sore(7, 5);  // asked too late: nobody knows how sore it was
  gym.sore(6, 0);
  const ProgressReport report = gym.report();
  const auto& bouts = report.recoveries.front().bouts;
  CHECK(bouts[0].days == 5);
  CHECK(bouts[0].exact);
  CHECK(bouts[0].peak == 4);
  CHECK(bouts[1].days == 6);
  CHECK_FALSE(bouts[1].peak);
}

TEST_CASE("one odd session doesn't turn what recovery costs") {
  ReportGym gym;
  const int peaks[] = {4, 4, 9, 3, 4, 3};  // medians 4 and 3; means 5.7 and 3.3
  for (int n = 0; n < 6; ++n) {
    const int ago = 40 - 7 * n;
    gym.squats(ago, {reps_done(5, "90", "1")});
    gym.sore(ago - 1, peaks[n]);
    if (n == 0) gym.sore(ago - 2, 3);
    if (n == 0) gym.sore(ago - 3, 3);
    gym.sore(ago - (n == 0 ? 4 : 2), 0);  // 4, 2, 2 and 2, 2, 2 days
  }
  const Halves halves = *gym.report().recoveries.front().halves;
  CHECK(halves.peak_before == dec("4"));
  CHECK(halves.peak_now == dec("3"));
  CHECK(halves.days_before == dec("2"));
  CHECK(halves.days_now == dec("2"));
}

TEST_CASE("as much work that costs less is told; less work that costs less isn't") {
  const auto halves = [](int sets_now, int peak_now) {
    ReportGym gym;
    for (int n = 0; n < 6; ++n) {
      const int ago = 40 - 7 * n;
      gym.squats(ago, std::vector<DoneSet>(static_cast<std::size_t>(n < 3 ? 4 : sets_now),
                                           reps_done(5, "90", "1")));
      gym.sore(ago - 1, n < 3 ? 4 : peak_now);
      gym.sore(ago - 2, 0);
    }
    return *gym.report().recoveries.front().halves;
  };
  CHECK(halves(4, 2).better);
  CHECK(halves(4, 2).peak_before == dec("4"));
  CHECK(halves(4, 2).peak_now == dec("2"));
  CHECK(halves(5, 2).better);
  CHECK_FALSE(halves(3, 2).better);
  CHECK_FALSE(halves(4, 4).better);
  CHECK_FALSE(halves(4, 6).better);
}

TEST_CASE("a goal: from the first two readings to the target, now as a mean of three weeks") {
  ReportGym gym;
  Goal goal;
  goal.metric = Metric::e1rm;
  goal.exercise = gym.squat;
  goal.is_growth = true;
  goal.target = quantity("10", Unit::percent);
  goal.by_end_of = BlockId{0};
  gym.plan.goals.push_back(goal);
  // Five reps at RIR 1 are 1.2 x the load: 108, 108, 111, 114, 117.
  const char* loads[] = {"90", "90", "92.5", "95", "97.5"};
  for (int n = 0; n < 5; ++n) gym.squats(28 - 7 * n, {reps_done(5, loads[n], "1")});
  const GoalReport squat = gym.report().goals.front();
  CHECK(squat.name == "e1RM of back squat");
  CHECK(squat.baseline == dec("108"));
  CHECK(squat.target == dec("118.8"));
  CHECK(squat.trend.now == dec("114"));
  CHECK(squat.standing == GoalReport::Standing::on_the_way);
  CHECK(squat.by == "B");
  CHECK_FALSE(squat.is_due);
  gym.plan.goals.front().target = quantity("5", Unit::percent);  // 113.4
  CHECK(gym.report().goals.front().standing == GoalReport::Standing::reached);
}

TEST_CASE("a goal downwards, without a trend, of soreness") {
  ReportGym gym;
  Goal goal;
  goal.metric = Metric::bodyweight;
  goal.from = quantity("84", Unit::kg);
  goal.target = quantity("80", Unit::kg);
  gym.plan.goals = {goal};
  for (int ago = 27; ago >= 0; --ago)  // 84, less 1 a week
    gym.read(ago, "bodyweight", ago > 20 ? "84" : ago > 13 ? "83" : ago > 6 ? "82" : "81", "kg");
  CHECK(gym.report().goals.front().standing == GoalReport::Standing::on_the_way);
  CHECK(gym.report().goals.front().trend.a_week == dec("-1"));
  gym.history.readings.resize(8);
  CHECK(gym.report().goals.front().standing == GoalReport::Standing::too_early);
  gym.plan.goals.front().metric = Metric::soreness;
  CHECK(gym.report().goals.front().standing == GoalReport::Standing::refused);
}

TEST_CASE("tracked measures come from the log; pounds are converted, soreness is left out") {
  ReportGym gym;
  for (const Metric m : {Metric::sleep, Metric::soreness, Metric::bodyweight}) {
    Track track;
    track.metric = m;
    gym.plan.tracks.push_back(track);
  }
  for (int week = 2; week >= 0; --week) {
    gym.read(7 * week + 3, "sleep", "3");
    gym.read(7 * week, "sleep", "4");
  }
  gym.read(0, "bodyweight", "100", "lb");
  const ProgressReport report = gym.report();
  REQUIRE(report.metrics.size() == 2);
  CHECK(report.metrics[0].name == "sleep");
  CHECK_FALSE(report.metrics[0].is_of_lift);
  CHECK(report.metrics[0].unit == "of 5");
  CHECK(report.metrics[0].trend.way == Trend::Way::level);
  CHECK(report.metrics[0].trend.now == dec("3.5"));
  CHECK(report.metrics[1].points.front().value == dec("45.359237"));
}

TEST_CASE("what is missing is said, and nothing behind the report's day is in it") {
  ReportGym gym;
  CHECK(gym.report().missing.size() == 1);
  CHECK(gym.report().weeks.empty());
  gym.squats(-1, {reps_done(5, "90")});  // tomorrow
  CHECK_FALSE(gym.report().first_day);
  gym.history.sessions.clear();
  gym.squats(3, {reps_done(5, "90")});
  const ProgressReport report = gym.report();
  CHECK(report.missing.size() == 2);  // less than three weeks, no check-in
  CHECK(report.missing.front().starts_with("The log covers 1 day."));
  CHECK(report.weeks.size() == 1);
  CHECK(report.ways.too_early == 1);
}

}  // namespace meso::test
