#include "runtime/dose.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/plan_builder.h"

using namespace meso;
using namespace meso::test;

namespace {

const Edition& edition() { return *edition_of(2026); }

// "quads 3 hard, 3 direct, D 2.7, RIR 2" for each group, joined by "; ".
std::string text_of(const Plan& plan, const std::vector<GroupDose>& doses) {
  std::string out;
  for (const auto& d : doses) {
    if (!out.empty()) out += "; ";
    out += plan.groups[d.group.value].id + " " + d.hard_sets.text() + " hard, " +
           d.direct_sets.text() + " direct, D " + d.dose.text() + ", RIR " + d.least_rir.text();
    if (d.primary) out += ", primary";
    if (d.unknown_effort) out += ", unknown";
    if (d.eccentric) out += ", eccentric";
  }
  return out;
}

struct Gym : PlanBuilder {
  ExerciseId squat = exercise("back squat", {{"quads", "1"}, {"glutes", "0.5"}});
  ExerciseId chin = exercise("chin up", {{"lats", "1"}, {"biceps", "0.5"}}, Equipment::bodyweight);
  ExerciseId pulldown = exercise("lat pulldown", {{"lats", "1"}, {"rear_delts", "0.5"}});
  ExerciseId curl = exercise("dumbbell curl", {{"biceps", "1"}}, Equipment::dumbbell);
  ExerciseId nordic = exercise("nordic curl", {{"hamstrings", "1"}}, Equipment::bodyweight);
  ExerciseId rdl = exercise("romanian deadlift", {{"hamstrings", "1"}, {"lower_back", "0.25"}});
  Gym() {
    plan.exercises[nordic].eccentric = true;
    plan.exercises[rdl].long_length = true;
  }

  std::string dose(std::vector<Line> lines) const {
    return text_of(plan, session_dose(plan, session("S", std::move(lines)), edition()));
  }
};

}  // namespace

TEST_CASE("effort of one set: written, failure, AMRAP, estimated, unknown") {
  Gym gym;
  const auto pct = [&](const char* p, ReferenceKind of) { return percent(p, of, gym.squat); };
  Line plain = line(gym.squat, {});
  Line failing = plain;
  failing.to_failure = true;
  struct Row {
    const char* what;
    Line line;
    SetGroup group;
    int nth;
    const char* rir;  // "" where nothing is known
    bool estimated;
  };
  const Row rows[] = {
      {"written", plain, at_rir(sets(3, 8), "2"), 0, "2", false},
      {"a range counts as its harder end", plain, at_rir(sets(3, 8), "1", "3"), 2, "1", false},
      {"and so does one given the other way round", plain, at_rir(sets(3, 8), "3", "1"), 2, "1",
       false},
      {"written wins over the percentage", plain, at_rir(with(sets(3, 8), pct("60", kOneRm)), "2"),
       0, "2", false},
      {"written wins over AMRAP", plain, amrap(at_rir(sets(1, 8), "2")), 0, "2", false},
      {"to failure", failing, sets(3, 8), 0, "0", false},
      {"target failure", plain, aimed(sets(3, 0), ToFailure{}), 0, "0", false},
      {"max reps", plain, aimed(sets(3, 0), MaxReps{}), 0, "1", false},
      {"AMRAP of one set", plain, amrap(sets(1, 5)), 0, "1", false},
      {"75 % x 5: 30 (1 / 0.75 - 1) - 5", plain, with(sets(5, 5), pct("75", kOneRm)), 0, "5", true},
      {"half a rep is lost a set", plain, with(sets(5, 5), pct("75", kOneRm)), 3, "3.5", true},
      {"a percentage range counts as its heavier end", plain,
       with(sets(5, 5), percent("60", "75", kOneRm, gym.squat)), 0, "5", true},
      {"an e1RM is a 1RM", plain, with(sets(5, 5), pct("75", kE1rm)), 0, "5", true},
      {"a training max is 90 % of 1RM", plain, with(sets(1, 5), pct("83.333333333", kTrainingMax)),
       0, "5", true},
      {"5RM by Epley: 1RM / (1 + 5 / 30)", plain, with(sets(1, 5), pct("87.5", rm(5))), 0, "5",
       true},
      {"5RM x 5 leaves none", plain, with(sets(1, 5), pct("100", rm(5))), 0, "0", true},
      {"never below 0", plain, with(sets(3, 10), pct("95", kOneRm)), 0, "0", true},
      {"never above 10", plain, with(sets(3, 3), pct("40", kOneRm)), 0, "10", true},
      {"a load says nothing", plain, with(sets(3, 5), absolute(kg("100"))), 0, "", false},
      {"bodyweight says nothing", plain, with(sets(3, 5), pct("50", kBodyweight)), 0, "", false},
      {"seconds say nothing", plain, aimed(with(sets(3, 30), pct("50", kOneRm)), for_seconds(30)),
       0, "", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto effort = effort_of(row.line, row.group, row.nth, edition());
    CHECK((effort ? effort->rir.text().substr(0, 3) : "") == row.rir);
    if (effort) CHECK(effort->estimated == row.estimated);
  }
}

TEST_CASE("the harder end of a range of reps") {
  Gym gym;
  SetGroup group = with(sets(3, 3), percent("75", kOneRm, gym.squat));
  group.target = RepTarget{{{3}, {6}}};
  CHECK(effort_of(line(gym.squat, {}), group, 0, edition())->rir.text() == "4");
}

TEST_CASE("only the last set of an AMRAP group is one") {
  Gym gym;
  const auto at75 = percent("75", kOneRm, gym.squat);
  const Line l = line(gym.squat, {with(sets(2, 5), at75), amrap(with(sets(3, 5), at75))});
  const SetGroup& group = l.stages[0].groups[1];
  const std::pair<int, const char*> rows[] = {{2, "4"}, {3, "3.5"}, {4, "1"}};
  for (const auto& [nth, rir] : rows) {
    CAPTURE(nth);
    CHECK(effort_of(l, group, nth, edition())->rir.text() == rir);
  }
}

TEST_CASE("hard sets: up to RIR 4 one, up to 6 a half, above none") {
  Gym gym;
  const auto hard = [&](std::vector<SetGroup> groups) {
    const Line l = line(gym.squat, std::move(groups));
    return hard_sets(l, l.stages.front(), edition()).text();
  };
  CHECK(hard({at_rir(sets(3, 8), "4")}) == "3");
  CHECK(hard({at_rir(sets(3, 8), "4.5")}) == "1.5");
  CHECK(hard({at_rir(sets(3, 8), "6")}) == "1.5");
  CHECK(hard({at_rir(sets(3, 8), "6.5")}) == "0");
  CHECK(hard({sets(3, 8)}) == "3");  // nothing known
  CHECK(hard({at_rir(sets(2, 8), "2"), at_rir(sets(1, 8), "5"), sets(2, 5)}) == "4.5");
  // 5, 4.5, 4, 3.5, 3: two halves and three
  CHECK(hard({with(sets(5, 5), percent("75", kOneRm, gym.squat))}) == "4");
  // The ladder up to a top set is hardly hard work: by the estimate 15 and 5.6 reps are left.
  CHECK(hard({with(sets(1, 5), percent("60", kOneRm, gym.squat)),
              with(sets(1, 5), percent("73", kOneRm, gym.squat)),
              amrap(with(sets(1, 5), percent("85", kOneRm, gym.squat)))}) == "1.5");
}

TEST_CASE("planned sets take the low end; totals and tests have counts of their own") {
  Gym gym;
  SetGroup ranged = sets(3, 8);
  ranged.sets = {3, 5};
  CHECK(planned_sets(prescription({ranged, sets(2, 5)})) == 5);
  const std::pair<int, int> totals[] = {{1, 1}, {9, 1}, {10, 1}, {11, 2}, {50, 5}, {51, 6}};
  for (const auto& [reps, expected] : totals) {
    CAPTURE(reps);
    const Line l = total_reps(gym.chin, reps);
    CHECK(planned_sets(l.stages.front()) == expected);
    CHECK(hard_sets(l, l.stages.front(), edition()) == Decimal::whole(expected));
  }
  const Line t = test_of(gym.squat, 5);
  CHECK(planned_sets(t.stages.front()) == 1);
  CHECK(gym.dose({t}) ==
        "quads 1 hard, 1 direct, D 1.25, RIR 0, primary; "
        "glutes 0.5 hard, 0 direct, D 0.625, RIR 0");
}

TEST_CASE("a session's dose by group") {
  Gym gym;
  struct Row {
    const char* what;
    std::vector<Line> lines;
    const char* expected;
  };
  Line slow = line(gym.rdl, {at_rir(sets(2, 8), "1")});
  slow.tempo = Tempo{4, 1, -1, 0};
  Line explosive = line(gym.curl, {at_rir(sets(2, 8), "1")});
  explosive.tempo = Tempo{-1, 0, 1, 0};
  Line both_sides = line(gym.curl, {at_rir(sets(3, 10), "2")});
  both_sides.each_side = true;
  const Row rows[] = {
      {"nothing", {}, ""},
      {"direct and indirect",
       {line(gym.squat, {at_rir(sets(3, 8), "2")})},
       "quads 3 hard, 3 direct, D 2.7, RIR 2, primary; "
       "glutes 1.5 hard, 0 direct, D 1.35, RIR 2"},
      {"easy sets touch, and cost a little",
       {line(gym.curl, {at_rir(sets(2, 8), "8")})},
       "biceps 0 hard, 0 direct, D 0.9, RIR 8, primary"},
      {"unknown effort is counted as RIR 1 and said to be unknown",
       {line(gym.curl, {sets(2, 8)})},
       "biceps 2 hard, 2 direct, D 2, RIR 10, primary, unknown"},
      {"lines add up; the least RIR stands",
       {line(gym.curl, {at_rir(sets(2, 8), "3")}), line(gym.chin, {at_rir(sets(2, 8), "1")})},
       "lats 2 hard, 2 direct, D 2, RIR 1, primary; "
       "biceps 3 hard, 2 direct, D 2.6, RIR 1, primary"},
      {"alternatives count as their union",
       {line({gym.chin, gym.pulldown}, {at_rir(sets(3, 8), "1")})},
       "lats 3 hard, 3 direct, D 3, RIR 1, primary; "
       "biceps 1.5 hard, 0 direct, D 1.5, RIR 1; "
       "rear_delts 1.5 hard, 0 direct, D 1.5, RIR 1"},
      {"of alternatives the largest share",
       {line({gym.chin, gym.curl}, {at_rir(sets(3, 8), "1")})},
       "lats 3 hard, 3 direct, D 3, RIR 1, primary; "
       "biceps 3 hard, 3 direct, D 3, RIR 1, primary"},
      {"each side counts once", {both_sides}, "biceps 3 hard, 3 direct, D 2.7, RIR 2, primary"},
      {"long length and slow lowering: 2 x 1.15 x 1.3; another share than a half",
       {slow},
       "hamstrings 2 hard, 2 direct, D 2.99, RIR 1, primary, eccentric; "
       "lower_back 0.5 hard, 0 direct, D 0.7475, RIR 1, eccentric"},
      {"an eccentric lift without a tempo",
       {line(gym.nordic, {at_rir(sets(2, 5), "1")})},
       "hamstrings 2 hard, 2 direct, D 2.6, RIR 1, primary, eccentric"},
      {"explosive lowering isn't lowering",
       {explosive},
       "biceps 2 hard, 2 direct, D 2, RIR 1, primary"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(gym.dose(row.lines) == row.expected);
  }
}

TEST_CASE("a staged line counts as its first stage") {
  Gym gym;
  Line staged = line(gym.curl, {at_rir(sets(5, 3), "2")});
  staged.stages.push_back(prescription({at_rir(sets(10, 1), "2")}));
  CHECK(gym.dose({staged}) == "biceps 5 hard, 5 direct, D 4.5, RIR 2, primary");
}

TEST_CASE("trains: primary in any set, or three fractional sets") {
  const auto dose = [](const char* hard, bool primary) {
    GroupDose d;
    d.hard_sets = dec(hard);
    d.primary = primary;
    return d;
  };
  CHECK(trains(dose("0", true), edition()));
  CHECK(trains(dose("3", false), edition()));
  CHECK_FALSE(trains(dose("2.999999999", false), edition()));
}

TEST_CASE("spares: at most one fractional set, and at most 30 % of the session's") {
  struct Row {
    const char* hard;
    const char* session;
    bool spared;
  };
  const Row rows[] = {{"0", "0", true},   {"1", "10", true}, {"1.000000001", "10", false},
                      {"0.9", "3", true}, {"1", "3", false}, {"0.5", "1", false},
                      {"0.3", "1", true}, {"0", "5", true}};
  for (const auto& row : rows) {
    CAPTURE(row.hard, row.session);
    GroupDose d;
    d.hard_sets = dec(row.hard);
    CHECK(spares(d, dec(row.session), edition()) == row.spared);
  }
}

TEST_CASE("a session's sets are counted once, easy ones too") {
  Gym gym;
  const Session s = session("S", {line({gym.chin, gym.pulldown}, {at_rir(sets(3, 8), "8")}),
                                  total_reps(gym.chin, 25), test_of(gym.squat, 1)});
  CHECK(session_sets(s, edition()).text() == "7");
}

TEST_CASE("what trains nothing gives no group anything") {
  Gym gym;
  const ExerciseId walk = gym.exercise("walk", {}, Equipment::bodyweight);
  const Line all = line(walk, {aimed(sets(1, 1500), for_seconds(1500))});
  CHECK(trains_nothing(gym.plan, all));
  CHECK(gym.dose({all}) == "");
  CHECK_FALSE(trains_nothing(gym.plan, line(gym.squat, {sets(3, 5)})));
  CHECK_FALSE(trains_nothing(gym.plan, line({walk, gym.squat}, {sets(3, 5)})));
}
