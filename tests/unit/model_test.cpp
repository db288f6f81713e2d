#include "compiler/model/model.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/compile_text.h"

namespace meso {
namespace {

using test::compile_text;
using test::CompiledText;
using test::small_plan;
using Kinds = std::vector<std::string>;

// The kinds of what is wrong, guidelines left out: those are tests/guidelines' matter.
Kinds mistakes(const CompiledText& c) {
  Kinds out;
  for (const Diagnostic& d : c.sink.all())
    if (!d.is_guideline) out.emplace_back(d.kind.name);
  return out;
}
Kinds mistakes(const std::string& text) { return mistakes(compile_text(text)); }
Kinds in_head(const std::string& head) { return mistakes(small_plan(head)); }
Kinds in_session(const std::string& lines, const std::string& head = "") {
  return mistakes(small_plan(head, lines));
}

const Line& first_line(const CompiledText& c) {
  return c.plan().blocks[BlockId{0}].sessions.front().lines.front();
}
const SetGroup& first_group(const CompiledText& c) {
  return first_line(c).stages.front().groups.front();
}

TEST_CASE("the head") {
  const CompiledText c = compile_text(
      "plan \"Four  days\"\n  by \"Coach\"\n  level Advanced\n  units lb\n  guidelines 2026\n  "
      "purpose strength, size\n"
      "  round nearest 5 lb\n  round dumbbell down 2.5 lb\n  input training max of back squat, "
      "deadlift default 90% of 1RM\n"
      "  input bodyweight default 180 lb\n  familiar squat, RDL\n  signal grip \"How is your "
      "grip?\" 1-5, higher is better\n"
      "  goal 1RM of back squat 300 lb to 330 lb by end of \"B\"\n  goal bodyweight + 5 lb by end "
      "of \"B\"\n  track sleep, e1RM of back squat\n"
      "block \"B\" 1 week\n  session \"A\"\n    back squat 3x5\n");
  INFO(c.rendered());
  const Plan& p = c.plan();
  CHECK(mistakes(c).empty());
  CHECK(p.name == "Four days");
  CHECK(p.level == Level::advanced);
  CHECK(p.units == MassUnit::lb);
  CHECK(p.edition == 2026);
  CHECK(p.purpose == Kinds{"strength", "size"});
  REQUIRE(p.roundings.size() == 2);
  CHECK(p.roundings[1].equipment == Equipment::dumbbell);
  CHECK(p.roundings[1].mode == Rounding::down);
  REQUIRE(p.inputs.size() == 3);
  CHECK(std::get<OfReference>(*p.inputs[1].fallback).percent == Percent{Decimal::whole(90)});
  CHECK(p.signals[SignalId{0}].higher_is_better);
  REQUIRE(p.goals.size() == 2);
  CHECK(p.goals[0].metric == Metric::one_rm);
  CHECK(p.goals[0].from->low == Decimal::whole(300));
  CHECK(p.goals[1].is_growth);
  CHECK(p.tracks.size() == 2);
  int familiar = 0;
  for (const Exercise& e : p.exercises) familiar += e.familiar ? 1 : 0;
  CHECK(familiar == 2);
}

TEST_CASE("settings that stand twice") {
  CHECK(in_head("units kg\nunits kg") == Kinds{"given-twice"});
  CHECK(in_head("level novice\nlevel novice") == Kinds{"given-twice"});
  CHECK(in_head("round nearest 2.5 kg\nround down 5 kg") == Kinds{"given-twice"});
  CHECK(in_head("round nearest 2.5 kg\nround dumbbell down 2 kg").empty());
  CHECK(in_head("input 1RM of squat\ninput 1RM of back squat") == Kinds{"given-twice"});
  CHECK(in_head("signal a \"q\" 1-5\nsignal a \"q\" 1-5") == Kinds{"duplicate-name"});
}

TEST_CASE("names may stand in any order in the file") {
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 1 week if g\n  session \"A\"\n    back "
                 "squat scheme s r()\n"
                 "rule r()\n  when all sets done then insert \"D\"\nscheme s 5x5\ngate g\n  train "
                 "when soreness <= 2\n  recover otherwise\n"
                 "block \"D\" 1 week\n  session \"A\"\n    back squat 3x5\nunits kg\n")
            .empty());
}

TEST_CASE("goals need the unit of what they measure") {
  CHECK(in_head("goal e1RM of back squat + 5 by end of \"B\"") == Kinds{"wrong-unit"});
  CHECK(in_head("goal e1RM of back squat + 5 reps by end of \"B\"") == Kinds{"wrong-unit"});
  CHECK(in_head("goal e1RM of back squat 100 kg to 110% by end of \"B\"") == Kinds{"wrong-unit"});
  CHECK(in_head("goal e1RM of back squat 100 kg to 110 lb by end of \"B\"") == Kinds{"wrong-unit"});
  CHECK(in_head("goal e1RM of back squat + 5% by end of \"B\"").empty());
  CHECK(in_head("goal resting heart rate 60 to 55 by end of \"B\"").empty());
  CHECK(in_head("goal e1RM of back squat + 5-10% by end of \"B\"") == Kinds{"out-of-range"});
}

TEST_CASE("prescriptions") {
  CHECK(first_group(compile_text(small_plan("", "back squat 3-4x6-8"))).sets == Range{3, 4});
  const auto target = [](const std::string& line) {
    return first_group(compile_text(small_plan("", line))).target;
  };
  CHECK((target("plank 3x2 min") == SetTarget(TimeTarget{{{120}, {120}}})));
  CHECK((target("plank 3x30-45 s") == SetTarget(TimeTarget{{{30}, {45}}})));
  CHECK((target("farmer's walk 4x20 m") == SetTarget(DistanceTarget{{{20}, {20}}})));
  CHECK((target("push up 3xmax") == SetTarget(MaxReps{})));
  CHECK((target("push up 3xF") == SetTarget(ToFailure{})));
  CHECK((target("back squat 3x5+") == SetTarget(RepTarget{{{5}, {5}}, true})));
  CHECK(first_line(compile_text(small_plan("", "push up 50 reps"))).stages.front().total_reps ==
        50);
  CHECK(first_line(compile_text(small_plan("", "back squat test 5RM"))).stages.front().test->reps ==
        5);
  CHECK(first_group(compile_text(small_plan("", "back squat 3x5 RPE 8-9"))).effort->low.value ==
        Decimal::whole(1));
  const auto assisted =
      first_group(compile_text(small_plan("", "pull up 3x5 bodyweight - 10 kg"))).load;
  CHECK(std::get<BodyweightLoad>(assisted).added->amount == Decimal::whole(-10));
  CHECK(first_line(compile_text(small_plan("", "back squat 3x5 rest 2-3 min"))).rest ==
        TimeRange{{120}, {180}});
  CHECK(first_line(compile_text(small_plan("", "back squat 3x5 tempo 3-1-X-0"))).tempo ==
        Tempo{3, 1, -1, 0});
}

TEST_CASE("an effort or load behind the modifiers is that of the sets which have none") {
  const CompiledText c =
      compile_text(small_plan("", "back squat 1x3 @ RIR 1, 3x5 rest 3 min @ RIR 3"));
  CHECK(mistakes(c).empty());
  CHECK(first_line(c).stages.front().groups[0].effort->low.value == Decimal::whole(1));
  CHECK(first_line(c).stages.front().groups[1].effort->low.value == Decimal::whole(3));
  const auto loaded =
      first_group(compile_text(small_plan("", "back squat 3x5 rest 3 min @ 100 kg")));
  CHECK(std::get<AbsoluteLoad>(loaded.load).low.amount == Decimal::whole(100));
  CHECK(in_session("back squat 3x5 @ RIR 2 rest 3 min @ RIR 3") == Kinds{"given-twice"});
  CHECK(in_session("back squat 3x5 90 kg rest 3 min @ 100 kg") == Kinds{"given-twice"});
  CHECK(in_session("back squat scheme s rest 3 min @ RIR 2", "scheme s 5x5") ==
        Kinds{"given-twice"});
}

TEST_CASE("boundaries of numbers") {
  CHECK(in_session("back squat 30x5").empty());
  CHECK(in_session("back squat 31x5") == Kinds{"out-of-range"});
  CHECK(in_session("back squat 15x5, 15x3").empty());
  CHECK(in_session("back squat 15x5, 16x3") == Kinds{"too-many"});
  CHECK(in_session("back squat 3x1000").empty());
  CHECK(in_session("back squat 3x1001") == Kinds{"out-of-range"});
  CHECK(in_session("back squat 3x5 RPE 10").empty());
  CHECK(in_session("back squat 3x5 RPE 10.5") == Kinds{"out-of-range"});
  CHECK(in_session("back squat 3x5 RIR 0").empty());
  CHECK(in_session("back squat 3x5 RIR 11") == Kinds{"out-of-range"});
  CHECK(in_session("back squat 3x5 150%", "input 1RM of back squat").empty());
  CHECK(in_session("back squat 3x5 151%", "input 1RM of back squat") == Kinds{"out-of-range"});
  CHECK(in_session("back squat 3x5 rest 60 min").empty());
  CHECK(in_session("back squat 3x5 rest 61 min") == Kinds{"out-of-range"});
  CHECK(in_session("at most 60 days\nback squat 3x5").empty());
  CHECK(in_session("at most 61 days\nback squat 3x5") == Kinds{"out-of-range"});
  CHECK(
      mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 104 weeks\nsession \"A\"\nback squat 3x5")
          .empty());
  CHECK(mistakes(
            "plan \"P\"\nguidelines 2026\nblock \"B\" 105 weeks\nsession \"A\"\nback squat 3x5") ==
        Kinds{"out-of-range"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 52 weeks, 2 times\nsession \"A\"\nback "
                 "squat 3x5")
            .empty());
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 53 weeks, 2 times\nsession \"A\"\nback "
                 "squat 3x5") == Kinds{"too-many"});
}

TEST_CASE("percentages are of the lift's one input, or of another lift's") {
  CHECK(in_session("back squat 3x5 75%", "input 1RM of deadlift") == Kinds{"missing-reference"});
  CHECK(in_session("back squat 3x5 75% percent of deadlift", "input 1RM of deadlift").empty());
  CHECK(in_session("back squat 3x5 75%\nback squat 3x5 80%\nback squat 1x1 90%") ==
        Kinds{"missing-reference"});
  CHECK(in_session("back squat scheme s\nback squat scheme s", "scheme s 3x5 75%") ==
        Kinds{"missing-reference"});
  const CompiledText c = compile_text(
      small_plan("input training max of deadlift", "back squat 3x5 75% percent of deadlift"));
  const auto& load = std::get<PercentLoad>(first_group(c).load);
  CHECK(load.reference.of == ReferenceKind::Of::training_max);
  CHECK(c.plan().exercises[load.of].name == "deadlift");
}

TEST_CASE("units: one mistake, one message") {
  CHECK(in_session("back squat 3x5 225 lb\ndeadlift 3x5 315 lb") == Kinds{"mixed-units"});
  CHECK(in_session("back squat 3x5 225 lb\ndeadlift 3x5 315 lb", "units kg") ==
        Kinds{"mixed-units", "mixed-units"});
  CHECK(in_session("back squat 3x5 100 stone") == Kinds{"unknown-unit"});
  CHECK(in_session("back squat 3x5 rest 3 stone") == Kinds{"unknown-unit"});
  CHECK(in_session("back squat 3x5 rest 3 kg") == Kinds{"wrong-unit"});
  CHECK(in_session("back squat 3x5 100 lbs", "units lbs").empty());
}

TEST_CASE("what is missing altogether is said once, what is misspelt each time") {
  CHECK(in_session("back squat 3x5 r()\ndeadlift 3x5 r()") == Kinds{"unknown-rule"});
  CHECK(in_session("back squat 3x5 doubel()\ndeadlift 3x5 dobule()",
                   "rule double()\nwhen missed then load x 90%") ==
        Kinds{"unknown-rule", "unknown-rule"});
  CHECK(in_session("back squat scheme s\ndeadlift scheme s") == Kinds{"unknown-scheme"});
  CHECK(in_session("back sqaut 3x5\nback sqaut 3x5") ==
        Kinds{"unknown-exercise", "unknown-exercise"});
}

TEST_CASE("broken definitions are still known to those who use them") {
  CHECK(in_session("back squat 3x5 r()", "rule r()\nwhen missedd then load x 90%") ==
        Kinds{"syntax"});
  CHECK(in_session("back squat scheme s", "scheme s\nweek 1-2 5x") == Kinds{"syntax"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\ngate g\ntrain whn soreness <= 2\nblock \"B\" 1 week "
                 "if g\nsession \"A\"\nback squat 3x5") == Kinds{"syntax"});
}

TEST_CASE("gates") {
  const auto gate = [](const std::string& clause) {
    return in_head("gate g\n  " + clause + "\n  recover otherwise");
  };
  CHECK(gate("train when soreness <= 2 and energy >= 3 and strength restored").empty());
  CHECK(gate("train when soreness of quads <= 2 and HRV at baseline").empty());
  CHECK(gate("train when soreness <= 11") == Kinds{"out-of-range"});
  CHECK(gate("train when energy >= 6") == Kinds{"out-of-range"});
  CHECK(gate("train when missed") == Kinds{"unknown-signal"});
  CHECK(gate("train when week >= 3") == Kinds{"unknown-signal"});
  CHECK(gate("train when grip >= 3") == Kinds{"unknown-signal"});
  CHECK(gate("train when soreness <= limit") == Kinds{"unknown-parameter"});
  CHECK(gate("lighten when soreness <= 3") == Kinds{"idle-change"});
  CHECK(gate("lighten stage to 2 when soreness <= 3") == Kinds{"idle-change"});
  CHECK(gate("train when soreness <= 2 and energy >= 3 or sleep >= 3") == Kinds{"mixed-and-or"});
  CHECK(in_head("gate g\n  recover otherwise\n  train when soreness <= 2") ==
        Kinds{"after-otherwise"});
  CHECK(in_head("signal grip \"q\" 1-5\ngate g\n  train when grip >= 3 and soreness <= 2\n  "
                "recover otherwise")
            .empty());
  CHECK(in_head("signal grip \"q\" 1-5\ngate g\n  train when grip >= 6\n  recover otherwise") ==
        Kinds{"out-of-range"});
}

TEST_CASE("`if ready` needs no definition; a definition takes its place") {
  const CompiledText built_in = compile_text(
      "plan \"P\"\nguidelines 2026\nblock \"B\" 1 week if ready\nsession \"A\"\nback squat 3x5");
  REQUIRE(built_in.plan().gates.size() == 1);
  CHECK(built_in.plan().gates[GateId{0}].built_in);
  CHECK(built_in.plan().gates[GateId{0}].clauses.size() == 8);
  const CompiledText own = compile_text(
      "plan \"P\"\nguidelines 2026\ngate ready\ntrain when soreness <= 2\nrecover otherwise\nblock "
      "\"B\" 1 week if ready\nsession \"A\"\nback squat 3x5");
  REQUIRE(own.plan().gates.size() == 1);
  CHECK_FALSE(own.plan().gates[GateId{0}].built_in);
}

TEST_CASE("rules") {
  const auto rule = [](const std::string& clause) {
    return in_head("rule r(step, most)\n  " + clause);
  };
  CHECK(rule("when all sets done and sets < most then load + step, sets + 1, up to most").empty());
  CHECK(rule("when all sets done then load + stepp") == Kinds{"unknown-parameter"});
  CHECK(rule("when all sets done then load + 2.5") == Kinds{"wrong-unit"});
  CHECK(rule("when all sets done then load + 2.5-5 kg") == Kinds{"out-of-range"});
  CHECK(rule("when all sets done then sets + 0.5") == Kinds{"out-of-range"});
  CHECK(rule("when all sets done then sets + 31") == Kinds{"out-of-range"});
  CHECK(rule("when all sets done then sets x 2") == Kinds{"wrong-unit"});
  CHECK(rule("when missed then load x 0%") == Kinds{"out-of-range"});
  CHECK(rule("when missed then insert \"Nope\"") == Kinds{"unknown-block"});
  CHECK(in_session("back squat 3x5 r(1 kg)", "rule r(a, b)\nwhen all sets done then load + a") ==
        Kinds{"wrong-arguments"});
  CHECK(in_session("back squat 3x5 r(2,5 kg)", "rule r(a)\nwhen all sets done then load + a") ==
        Kinds{"decimal-comma"});
  CHECK(in_session("back squat 3x5 r(2-5 kg)", "rule r(a)\nwhen all sets done then load + a") ==
        Kinds{"out-of-range"});
}

TEST_CASE("a rule's values must fit what the rule does with them") {
  const auto call = [](const std::string& value) {
    return in_session("back squat 3x5 r(" + value + ")",
                      "units kg\nrule r(a)\nwhen all sets done then load + a");
  };
  CHECK(call("2.5 kg").empty());
  CHECK(call("5%").empty());
  CHECK(call("3") == Kinds{"wrong-unit"});
  CHECK(call("3 min") == Kinds{"wrong-unit"});
  CHECK(call("5 lb") == Kinds{"mixed-units"});
  CHECK(call("3 stone") == Kinds{"unknown-unit"});
  CHECK(call("120%") == Kinds{"out-of-range"});
  CHECK(in_session("back squat 3x5 r(4)",
                   "rule r(most)\nwhen all sets done and sets < most then sets + 1, up to most")
            .empty());
}

TEST_CASE("stages: a rule that moves them needs a line that has them") {
  const std::string scheme = "scheme s\nstage 1 5x3\nstage 2 6x2\n";
  const auto staged = [&](const std::string& action, const std::string& line) {
    return in_session(line, scheme + "rule r()\nwhen missed twice in a row then " + action);
  };
  CHECK(staged("next stage", "back squat scheme s r()").empty());
  CHECK(staged("stage to 2", "back squat scheme s r()").empty());
  CHECK(staged("stage to 3", "back squat scheme s r()") == Kinds{"out-of-range"});
  CHECK(staged("next stage", "back squat 3x5 r()") == Kinds{"idle-change"});
  CHECK(in_session("back squat scheme s r()",
                   "scheme s\nstage 1 5x\nrule r()\nwhen missed twice in a row then next stage") ==
        Kinds{"syntax"});
}

TEST_CASE("back-offs need a top set before them") {
  CHECK(in_session("back squat 1x3 @ RPE 8, 3x5 top set - 10%").empty());
  CHECK(in_session("back squat 3x5 top set - 10%") == Kinds{"missing-reference"});
  CHECK(in_session("back squat 3x5 top set - 10%, 1x3") == Kinds{"missing-reference"});
}

TEST_CASE("returns") {
  const auto weeks = [](const std::string& lines) {
    return in_head("return after 14 days off\n" + lines);
  };
  CHECK(weeks("week 1 sets x 50%\nweek 2 sets x 80%").empty());
  CHECK(weeks("week 1-2 sets x 50%\nweek 3 sets x 80%").empty());
  CHECK(weeks("week 1 sets x 50%\nweek 3 sets x 80%") == Kinds{"no-such-week"});
  CHECK(weeks("week 1 stage to 1") == Kinds{"idle-change"});
}

TEST_CASE("RPE runs against RIR") {
  const CompiledText c = compile_text(
      small_plan("rule r()\n  when RPE of last set >= 9 then RPE - 1\n", "back squat 3x5 r()"));
  const RuleClause& clause = c.plan().rules[RuleId{0}].clauses.front();
  const Atom& atom = clause.condition->atoms.front();
  CHECK(atom.reads == Reads::rir_of_set);
  CHECK(atom.compare == Compare::at_most);
  CHECK(std::get<Decimal>(atom.low) == Decimal::whole(1));
  CHECK(std::get<Change>(clause.actions.front()).how == Change::How::add);
}

TEST_CASE("waits") {
  CHECK(in_session("at least 2 days after \"A\", quads\nback squat 3x5").empty());
  CHECK(in_session("at least 2 days after \"Z\"\nback squat 3x5") == Kinds{"unknown-session"});
  CHECK(in_session("at least 2 days after quods\nback squat 3x5") == Kinds{"unknown-group"});
  CHECK(in_session("at least 5 days and at most 3 days\nback squat 3x5") ==
        Kinds{"reversed-range"});
  CHECK(in_session("at least 36 h\nback squat 3x5").empty());
  const CompiledText c = compile_text(small_plan("", "at least 36 h\nback squat 3x5"));
  CHECK(c.plan().blocks[BlockId{0}].sessions.front().waits.front().at_least_days == 2);
}

TEST_CASE("weeks") {
  CHECK(in_session("back squat 3x5\nweek 2 3x3").empty());
  CHECK(in_session("back squat 3x5\nweek 3 3x3") == Kinds{"no-such-week"});
  CHECK(in_session("back squat 3x5\nweek 1-2 3x3\nweek 2 5x5") == Kinds{"given-twice"});
  const auto block = [](const std::string& lines) {
    return mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 3 weeks\n" + lines);
  };
  CHECK(block("week 4 deload\nsession \"A\"\nback squat 3x5") == Kinds{"no-such-week"});
  CHECK(block("session \"A\"\nback squat 3x5\nweek 3") == Kinds{"empty-section"});
  CHECK(block("week 1\nsession \"A\"\nback squat 3x5\nweek 1\nsession \"C\"\nback squat 3x5") ==
        Kinds{"given-twice"});
}

TEST_CASE("empty texts") {
  CHECK(mistakes("plan \"\"\nguidelines 2026\nblock \"B\" 1 week\nsession \"A\"\nback squat 3x5") ==
        Kinds{"empty-text"});
  CHECK(in_session("back squat 3x5\nallow load-jump \" \"") == Kinds{"empty-text"});
  CHECK(in_session("note \"\"\nback squat 3x5") == Kinds{"empty-text"});
}

TEST_CASE("empty sections, and none where a line in it can't be read") {
  CHECK(mistakes("plan \"P\"\nguidelines 2026") == Kinds{"empty-section"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 1 week") == Kinds{"empty-section"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 1 week\nsession \"A\"") ==
        Kinds{"empty-session"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 1 week\nsession \"A\"\nback squat") ==
        Kinds{"unknown-line"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 1 week\nsession") == Kinds{"syntax"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblok \"B\" 1 week") == Kinds{"unknown-line"});
  CHECK(mistakes("plan \"P\"\nguidelines 2026\nblock \"B\" 1 week\nrepeat \"Z\"") ==
        Kinds{"unknown-session"});
  CHECK(in_head("gate g") == Kinds{"empty-section"});
  CHECK(in_head("gate g\ntrian when soreness <= 2") == Kinds{"unknown-line"});
}

TEST_CASE("allow covers what it hangs on") {
  const CompiledText c = compile_text(
      small_plan("", "back squat 3x5\nallow overload-rule-missing \"by design\"\ndeadlift 3x5"));
  REQUIRE(c.compiled.model.allow_scopes.size() == 1);
  const Span covers = c.compiled.model.allow_scopes.front().covers;
  CHECK(c.sources.text(covers).starts_with("back squat 3x5\nallow"));
  CHECK(c.sources.text(covers).find("deadlift") == std::string_view::npos);
}

TEST_CASE("classes of exercises train the union of their class") {
  const CompiledText c = compile_text(small_plan("", "any push 50 reps\nany push 3x5"));
  CHECK(mistakes(c).empty());
  CHECK(c.plan().exercises.size() == 1);
  CHECK(c.plan().exercises[ExerciseId{0}].any_of_class);
  CHECK(c.plan().exercises[ExerciseId{0}].name == "any push");
}

}  // namespace
}  // namespace meso
