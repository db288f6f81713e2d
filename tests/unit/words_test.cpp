#include "runtime/words.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/sheet_plans.h"

namespace meso::test {
namespace {

words::Context in(const Plan& plan) {
  words::Context context;
  context.plan = &plan;
  return context;
}

std::string said(const Atom& atom) {
  PlanBuilder b;
  b.group("quads");
  b.plan.signals.add({"grip", "How strong is your grip?", {1, 5}, true, {}});
  return words::atom(in(b.plan), atom);
}

std::string changed(const Change& change) {
  const Plan plan;
  return words::change(in(plan), change);
}

Change times(Changes what, const char* percent) { return scaled(what, percent); }

TEST_CASE("sets and prescriptions in words") {
  CHECK(words::sets(reps(3, 6, 8)) == "3 x 6-8");
  CHECK(words::sets(amrap(sets(1, 5))) == "1 x 5+");
  CHECK(words::sets(aimed(sets(3, 30), for_seconds(30))) == "3 x 30 s");
  CHECK(words::sets(aimed(sets(2, 90), for_seconds(90))) == "2 x 90 s");
  CHECK(words::sets(aimed(sets(2, 120), for_seconds(120))) == "2 x 2 min");
  CHECK(words::sets(aimed(sets(1, 1500), for_seconds(1500))) == "25 min");
  CHECK(words::sets(aimed(sets(1, 60), for_seconds(60))) == "1 x 60 s");
  CHECK(words::sets(aimed(sets(4, 20), for_meters(20))) == "4 x 20 m");
  CHECK(words::sets(aimed(sets(2, 0), MaxReps{})) == "2 x max");
  CHECK(words::sets(aimed(sets(2, 0), ToFailure{})) == "2 x failure");
  CHECK(words::prescription(prescription({sets(1, 3), sets(2, 5)})) == "1 x 3, 2 x 5");
  CHECK(words::prescription(total_reps(ExerciseId{0}, 50).stages.front()) == "50 reps in all");
  CHECK(words::prescription(test_of(ExerciseId{0}, 5).stages.front()) == "test 5RM");
}

TEST_CASE("an RPE keeps the author's scale and turns the range round") {
  CHECK(words::effort({{dec("2")}, {dec("2")}, false}) == "RIR 2");
  CHECK(words::effort({{dec("1")}, {dec("2")}, false}) == "RIR 1-2");
  CHECK(words::effort({{dec("1.5")}, {dec("2")}, true}) == "RPE 8-8.5");
}

TEST_CASE("loads in words") {
  PlanBuilder b;
  const ExerciseId squat = b.exercise("back squat");
  const ExerciseId front = b.exercise("front squat");
  const auto say = [&](const LoadSpec& spec) { return words::load(b.plan, spec, squat); };
  CHECK(say(NoLoad{}).empty());
  CHECK(say(OpenLoad{}) == "find it today");
  CHECK(say(absolute(kg("102.5"))) == "102.5 kg");
  CHECK(say(AbsoluteLoad{kg("100"), kg("105")}) == "100-105 kg");
  CHECK(say(percent("75", kTrainingMax, squat)) == "75% TM");
  CHECK(say(percent("65", "70", kOneRm, squat)) == "65-70% of 1RM");
  CHECK(say(percent("65", kOneRm, front)) == "65% of 1RM of front squat");
  CHECK(say(percent("50", kBodyweight, front)) == "50% of bodyweight");
  CHECK(say(BodyweightLoad{}) == "bodyweight");
  CHECK(say(BodyweightLoad{kg("10")}) == "bodyweight + 10 kg");
  CHECK(say(BodyweightLoad{{{dec("-10"), MassUnit::kg}}}) == "bodyweight - 10 kg");
  CHECK(say(TopSetLoad{quantity("10", Unit::percent)}) == "top set -10%");
  CHECK(say(TopSetLoad{}) == "top set");
}

TEST_CASE("rest and tempo in words") {
  CHECK(words::rest({180, 180}) == "3 min");
  CHECK(words::rest({120, 180}) == "2-3 min");
  CHECK(words::rest({60, 120}) == "1-2 min");
  CHECK(words::rest({90, 90}) == "90 s");
  CHECK(words::rest({60, 90}) == "60-90 s");
  CHECK(words::rest({0, 0}) == "no rest");
  CHECK(words::tempo({3, 1, -1, 0}) == "3-1-X-0");
}

TEST_CASE("waits in words") {
  PlanBuilder b;
  const GroupId quads = b.group("quads");
  Wait wait = at_least(3, Wait::AfterSession{"Lower A"});
  CHECK(words::wait(b.plan, wait) == "at least 3 days after Lower A");
  wait.at_most_days = 9;
  CHECK(words::wait(b.plan, wait) == "at least 3 days after Lower A, ask your coach after 9");
  wait.after.push_back(quads);
  CHECK(words::wait(b.plan, wait) ==
        "at least 3 days after Lower A and training quads, ask your coach after 9");
  wait.at_least_days.reset();
  wait.after = {Wait::LastSession{}};
  CHECK(words::wait(b.plan, wait) == "ask your coach 9 days after the last session");
  CHECK(words::wait(b.plan, at_least(1, Wait::OwnGroups{})) ==
        "at least 1 day after training these muscles");
}

TEST_CASE("every verdict has an order and a word for its box") {
  for (const Verdict verdict :
       {Verdict::train, Verdict::lighten, Verdict::swap, Verdict::recover, Verdict::refer}) {
    CHECK_FALSE(words::verdict(verdict).empty());
    CHECK_FALSE(words::short_verdict(verdict).empty());
  }
}

TEST_CASE("every signal has words, also when it is negated") {
  for (int i = 0; i <= static_cast<int>(Reads::block_ends); ++i) {
    Atom atom = reads(static_cast<Reads>(i));
    atom.signal = SignalId{0};
    const std::string plain = said(atom);
    CHECK_FALSE(plain.empty());
    CHECK(words::atom(in(four_day_gated()), not_(reads(Reads::missed))) == "not missed");
    if (i < static_cast<int>(Reads::week_ends)) CHECK(said(not_(atom)) != plain);
  }
}

TEST_CASE("comparisons in words, negated ones turned round") {
  const auto energy = [](Compare compare) { return compared(Reads::energy, compare, 3); };
  CHECK(said(energy(Compare::at_least)) == "energy 3 or more");
  CHECK(said(energy(Compare::at_most)) == "energy 3 or less");
  CHECK(said(energy(Compare::less)) == "energy under 3");
  CHECK(said(energy(Compare::more)) == "energy over 3");
  CHECK(said(energy(Compare::equal)) == "energy 3");
  CHECK(said(not_(energy(Compare::at_least))) == "energy under 3");
  CHECK(said(not_(energy(Compare::at_most))) == "energy over 3");
  CHECK(said(not_(energy(Compare::equal))) == "energy not 3");
  Atom within = compared(Reads::reps_of_set, Compare::within, 4);
  within.high = Decimal::whole(5);
  within.set_number = 3;
  CHECK(said(within) == "4 to 5 reps in set 3");
  CHECK(said(compared(Reads::sets, Compare::less, 4)) == "fewer than 4 sets");
}

TEST_CASE("soreness, pain and windows in words") {
  Atom sore = compared(Reads::soreness, Compare::at_least, 4);
  CHECK(said(sore) == "soreness 4 or more");
  sore.group = GroupId{0};
  CHECK(said(sore) == "quads soreness 4 or more");
  sore.anywhere = true;
  CHECK(said(sore) == "soreness anywhere 4 or more");
  Atom pain = pain_is(Pain::sharp);
  pain.place = "knee";
  CHECK(said(pain) == "sharp pain in the knee");
  CHECK(said(not_(pain_is(Pain::none))) == "any pain");
  CHECK(said(in_a_row(reads(Reads::missed), 2)) == "missed twice in a row");
  Atom every = reads(Reads::all_sets_done);
  every.window = Window{Window::Over::this_block, 1, true};
  CHECK(said(every) == "all sets done every time this block");
  Atom worse = in_a_row(compared(Reads::versus_last, Compare::equal, 0), 2);
  worse.lifts = LiftQuantifier{LiftQuantifier::Of::at_least, 2};
  CHECK(said(worse) == "2 lifts worse than last time twice in a row");
}

TEST_CASE("a condition leaves a repeated subject out") {
  const Plan plan;
  const auto sore = [](int n, int days) {
    return compared(Reads::soreness, Compare::at_least, n, days);
  };
  CHECK(words::condition(in(plan), {true, {sore(7, 0), sore(3, 5)}}) ==
        "soreness 7 or more, or 3 or more for 5 days");
  const Atom low = compared(Reads::soreness, Compare::at_most, 3);
  CHECK(words::condition(
            in(plan), {false, {sore(3, 4), low, compared(Reads::energy, Compare::at_least, 3)}}) ==
        "soreness 3 or more for 4 days and 3 or less now and energy 3 or more");
}

TEST_CASE("the muscles of a session can stand for bare soreness") {
  const Plan plan;
  words::Context context = in(plan);
  context.soreness = "quads or glutes";
  const GateClause clause =
      verdict(Verdict::swap, false, {compared(Reads::soreness, Compare::at_least, 4)});
  CHECK(words::gate_clause(context, clause) ==
        words::Clause{"quads or glutes 4 or more",
                      "do the next session of this week whose muscles are ready"});
}

TEST_CASE("changes in words") {
  CHECK(changed(adds(Changes::load, quantity("2.5", Unit::kg))) == "load +2.5 kg");
  CHECK(changed(adds(Changes::load, quantity("5", Unit::percent))) == "load +5%");
  CHECK(changed(times(Changes::load, "90")) == "90% of the load");
  CHECK(changed(times(Changes::sets, "50")) == "half the sets");
  CHECK(changed(adds(Changes::rir, quantity("1", Unit::none))) == "RIR +1");
  CHECK(changed(adds(Changes::sets, quantity("1", Unit::none))) == "1 set more");
  CHECK(changed(adds(Changes::reps, quantity("2", Unit::none))) == "2 reps more");
  CHECK(changed(adds(Changes::gap, quantity("1", Unit::days))) == "1 day more between sessions");
  CHECK(changed(set_to(Changes::sets, StartValue{})) == "sets back to the start");
  CHECK(changed(set_to(Changes::reps, BottomOfRange{})) == "reps back to the bottom of the range");
  CHECK(changed(set_to(Changes::rir, quantity("4", Unit::none))) == "RIR 4");
  CHECK(changed(set_to(Changes::load, OfReference{{dec("85")}, rm(5)})) == "load to 85% of 5RM");
  CHECK(changed(set_to(Changes::load, LoadOfStage{1, quantity("15", Unit::lb)})) ==
        "load to the load of stage 1 + 15 lb");
  CHECK(changed(adds(Changes::reference, quantity("5", Unit::lb), kTrainingMax)) ==
        "training max +5 lb");
  Change bounded = adds(Changes::sets, quantity("1", Unit::none));
  bounded.at_most = quantity("6", Unit::none);
  CHECK(changed(bounded) == "1 set more, up to 6");
  Change each = adds(Changes::load, quantity("1", Unit::kg));
  each.per = Change::Per::extra_rep;
  each.next_time = true;
  CHECK(changed(each) == "load +1 kg for each extra rep next time");
}

TEST_CASE("a rule's clause has its arguments and the line's range filled in") {
  const Plan plan = four_day_gated();
  const Line& squat = plan.blocks[BlockId{0}].sessions[0].lines[0];
  const Rule& build = plan.rules[squat.rules[0].rule];
  const words::Context context{&plan, &build, &squat.rules[0], &squat.stages[0]};
  CHECK(
      words::sentence(words::rule_clause(context, build.clauses[0])) ==
      "when all sets reach 8 twice in a row, recovered in time and fewer than 4 sets: 1 set more");
  CHECK(words::sentence(words::rule_clause(context, build.clauses[1])) ==
        "when all sets reach 8: +2.5 kg and back to 6 reps");
  CHECK(words::rule_clause(context, build.clauses[2]).then ==
        "90% of the load, sets back to the start and insert \"Deload\" (at most twice)");
  CHECK(words::sentence(words::rule_clause(context, build.clauses[4])) ==
        "otherwise: the same again");
}

TEST_CASE("without a call a parameter goes by its name") {
  const Plan plan = four_day_gated();
  const Rule& build = plan.rules[RuleId{1}];
  words::Context context = in(plan);
  context.rule = &build;
  CHECK(words::rule_clause(context, build.clauses[1]).then ==
        "load up by its step and reps back to the bottom of the range");
  CHECK(words::rule_clause(context, build.clauses[0]).when ==
        "all sets reach the top of the range twice in a row, recovered in time and fewer than its "
        "most sets");
}

TEST_CASE("every action has words") {
  const Plan plan = four_day_gated();
  for (const Action& action : {Action{Hold{}}, Action{NextStage{}}, Action{RepeatWeek{}},
                               Action{InsertBlock{BlockId{1}, {}}}, Action{EndBlock{}},
                               Action{ReferOut{}}, Action{NotifyCoach{}}})
    CHECK_FALSE(words::action(in(plan), action).empty());
  CHECK(words::action(in(plan), InsertBlock{BlockId{1}, {}}) == "insert \"Deload\"");
}

TEST_CASE("alternatives are joined by or") {
  const Plan plan = four_day_gated();
  CHECK(words::exercise(plan, plan.blocks[BlockId{0}].sessions[3].lines[1]) ==
        "chin up or lat pulldown");
}

}  // namespace
}  // namespace meso::test
