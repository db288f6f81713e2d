#include "compiler/lower/lower.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/compile_text.h"

namespace meso {
namespace {

using test::compile_text;
using test::CompiledText;

const std::string kHead = "plan \"P\"\n  guidelines 2026\n";

// "3x5, 2x8" of the nth line of the week's nth session, both from 0.
std::string sets_text(const Prescription& p) {
  std::string out;
  for (const SetGroup& g : p.groups) {
    const RepRange reps = std::get<RepTarget>(g.target).reps;
    out += (out.empty() ? "" : ", ") + text(g.sets) + "x" +
           text(Range{reps.low.count, reps.high.count}) + (g.amrap() ? "+" : "");
  }
  return out;
}
const Session& session_of(const Plan& plan, int block, int week, std::size_t session = 0) {
  const Block& b = plan.blocks[BlockId{static_cast<std::uint32_t>(block)}];
  return b.sessions[b.weeks.at(static_cast<std::size_t>(week - 1)).sessions.at(session)];
}
const Line& line_of(const Plan& plan, int block, int week, std::size_t session = 0,
                    std::size_t line = 0) {
  return session_of(plan, block, week, session).lines.at(line);
}
std::string sets_of(const CompiledText& c, int block, int week, std::size_t session = 0,
                    std::size_t line = 0) {
  return sets_text(line_of(c.plan(), block, week, session, line).stages.front());
}

// The sets that a week with this change gives a line.
std::string changed(const std::string& line, const std::string& change) {
  const CompiledText c = compile_text(kHead + "block \"B\" 2 weeks\n  week 2 " + change +
                                      "\n  session \"A\"\n    back squat " + line + "\n");
  INFO(c.rendered());
  CHECK(sets_of(c, 0, 1) ==
        sets_text(
            line_of(compile_text(kHead + "block \"B\" 2 weeks\n  session \"A\"\n    back squat " +
                                 line + "\n")
                        .plan(),
                    0, 1)
                .stages.front()));
  return sets_of(c, 0, 2);
}

TEST_CASE("sets x a percentage: to the nearest, ties down, at least one") {
  CHECK(changed("1x5", "sets x 50%") == "1x5");
  CHECK(changed("2x5", "sets x 50%") == "1x5");
  CHECK(changed("3x5", "sets x 50%") == "1x5");  // 1.5
  CHECK(changed("4x5", "sets x 50%") == "2x5");
  CHECK(changed("5x5", "sets x 50%") == "2x5");  // 2.5
  CHECK(changed("3x5", "sets x 70%") == "2x5");  // 2.1
  CHECK(changed("5x5", "sets x 70%") == "3x5");  // 3.5
  CHECK(changed("4x5", "sets x 90%") == "4x5");  // 3.6
  CHECK(changed("3x5", "sets x 1%") == "1x5");
  CHECK(changed("2x5", "sets x 150%") == "3x5");
  CHECK(changed("3-4x5", "sets x 50%") == "1-2x5");
}

TEST_CASE("sets come off the end of the line and join its heaviest group") {
  CHECK(changed("1x5, 1x3, 1x1", "sets x 70%") == "1x5, 1x3");
  CHECK(changed("2x5, 2x3", "sets - 3") == "1x5");
  CHECK(changed("2x5, 2x3", "sets - 30") == "1x5");
  CHECK(changed("2x5 60 kg, 2x3 80 kg", "sets + 2") == "2x5, 4x3");
  CHECK(changed("2x5 60 kg, 1x3+ 80 kg", "sets + 1") == "3x5, 1x3+");  // not the one with `+`
}

TEST_CASE("changes of reps and effort") {
  CHECK(changed("3x5", "reps + 2") == "3x7");
  CHECK(changed("3x6-8", "reps + 2") == "3x8-10");
  CHECK(changed("3x6-8", "reps to bottom of range") == "3x6");
  CHECK(changed("3x6-8", "reps to top of range") == "3x8");
  CHECK(changed("3x5", "reps - 9") == "3x1");
  const CompiledText c =
      compile_text(kHead +
                   "block \"B\" 4 weeks\n  week 2 RIR + 2\n  week 3 RIR - 9\n  week 4 RIR to 4\n  "
                   "session \"A\"\n    back squat 3x5 @ RIR 2\n    deadlift 3x5\n");
  const auto rir = [&](int week, std::size_t line) {
    return line_of(c.plan(), 0, week, 0, line).stages.front().groups.front().effort;
  };
  CHECK(rir(1, 0)->low.value == Decimal::whole(2));
  CHECK(rir(2, 0)->low.value == Decimal::whole(4));
  CHECK(rir(3, 0)->low.value == Decimal());  // 0 to 6
  CHECK(rir(4, 0)->low.value == Decimal::whole(4));
  CHECK_FALSE(rir(2, 1));  // none is written, so none is changed
  CHECK(rir(4, 1)->low.value == Decimal::whole(4));
}

TEST_CASE("week changes count from the written line, never from the week before") {
  const CompiledText c = compile_text(kHead +
                                      "block \"B\" 3 weeks\n  week 2 sets + 1\n  week 3 sets + 1\n "
                                      " session \"A\"\n    back squat 3x5\n");
  CHECK(sets_of(c, 0, 1) == "3x5");
  CHECK(sets_of(c, 0, 2) == "4x5");
  CHECK(sets_of(c, 0, 3) == "4x5");
}

TEST_CASE("equal weeks share their sessions") {
  const CompiledText c = compile_text(kHead +
                                      "block \"B\" 5 weeks\n  week 5 sets x 50%\n  session \"A\"\n "
                                      "   back squat 3x5\n  session \"C\"\n    deadlift 3x5\n");
  const Block& b = c.plan().blocks[BlockId{0}];
  REQUIRE(b.weeks.size() == 5);
  CHECK(b.sessions.size() == 4);
  for (std::size_t week = 1; week < 4; ++week) CHECK(b.weeks[week].sessions == b.weeks[0].sessions);
  CHECK(b.weeks[4].sessions != b.weeks[0].sessions);
}

TEST_CASE("a deload week without changes shares its sessions too") {
  const CompiledText c = compile_text(
      kHead + "block \"B\" 2 weeks\n  week 2 deload\n  session \"A\"\n    back squat 3x5\n");
  const Block& b = c.plan().blocks[BlockId{0}];
  CHECK(b.sessions.size() == 1);
  CHECK(b.weeks[0].kind == WeekKind::loading);
  CHECK(b.weeks[1].kind == WeekKind::deload);
}

TEST_CASE("a scheme by weeks") {
  const CompiledText c =
      compile_text(kHead +
                   "  input 1RM of back squat, deadlift\nscheme wave\n  week 1 1x5 65%, 1x5+ 85%\n "
                   " week 2-3 1x3 70%\nblock \"B\" 3 weeks\n  session \"A\"\n    back squat scheme "
                   "wave\n    deadlift scheme wave\n      week 2 2x2 90%\n");
  INFO(c.rendered());
  CHECK(sets_of(c, 0, 1) == "1x5, 1x5+");
  CHECK(sets_of(c, 0, 2) == "1x3");
  CHECK(sets_of(c, 0, 3) == "1x3");
  CHECK(sets_of(c, 0, 2, 0, 1) == "2x2");  // the line's own week wins
  CHECK(sets_of(c, 0, 3, 0, 1) == "1x3");
  const auto& load =
      std::get<PercentLoad>(line_of(c.plan(), 0, 1, 0, 1).stages.front().groups.front().load);
  CHECK(c.plan().exercises[load.of].name == "deadlift");  // of the lift that uses the scheme
}

TEST_CASE("a scheme by stages gives a line all of them") {
  const CompiledText c =
      compile_text(kHead +
                   "scheme s\n  stage 1 5x3\n  stage 2 6x2\n  stage 3 10x1\nblock \"B\" 1 week\n  "
                   "session \"A\"\n    back squat scheme s\n");
  const Line& line = line_of(c.plan(), 0, 1);
  REQUIRE(line.stages.size() == 3);
  CHECK(sets_text(line.stages[0]) == "5x3");
  CHECK(sets_text(line.stages[2]) == "10x1");
}

TEST_CASE("a scheme that is too short is one message, however many lines and weeks") {
  const CompiledText c =
      compile_text(kHead +
                   "scheme wave\n  week 1-2 5x5\nblock \"B\" 6 weeks\n  week 5 sets + 1\n  session "
                   "\"A\"\n    back squat scheme wave\n    bench press scheme wave\n  session "
                   "\"C\"\n    deadlift scheme wave\n");
  CHECK(c.messages() ==
        std::vector<std::string>{"`wave` has no sets for weeks 3, 4, 5 and 6 of \"B\""});
}

TEST_CASE("bare weeks hold sessions of their own") {
  const CompiledText c = compile_text(
      kHead +
      "block \"B\" 3 weeks\n  week 1\n    session \"Mon\"\n      back squat 3x5\n    session "
      "\"Wed\"\n      bench press 3x5\n  week 2-3\n    session \"Mon\"\n      back squat 5x5\n");
  INFO(c.rendered());
  const Block& b = c.plan().blocks[BlockId{0}];
  CHECK(b.weeks[0].sessions.size() == 2);
  CHECK(b.weeks[1].sessions.size() == 1);
  CHECK(sets_of(c, 0, 1) == "3x5");
  CHECK(sets_of(c, 0, 3) == "5x5");
  CHECK(line_of(c.plan(), 0, 1).slot == "B/week 1/Mon/back squat");
  CHECK(line_of(c.plan(), 0, 3).slot == "B/week 3/Mon/back squat");
}

TEST_CASE("`repeat week` copies a week that stands above it") {
  const CompiledText c = compile_text(
      kHead +
      "block \"B\" 2 weeks\n  week 1\n    session \"Mon\"\n      back squat 3x5\n    session "
      "\"Wed\"\n      bench press 4x6\n  week 2\n    repeat week 1 sets + 1\n");
  INFO(c.rendered());
  CHECK(sets_of(c, 0, 2, 0) == "4x5");
  CHECK(sets_of(c, 0, 2, 1) == "5x6");
  CHECK(sets_of(c, 0, 1, 1) == "4x6");
}

TEST_CASE("slots tell apart what the text tells apart, and are unique") {
  const CompiledText c =
      compile_text(kHead +
                   "block \"B\" 2 weeks\n  session \"A\"\n    back squat 1x5\n    back squat 3x5\n "
                   "   chin up or lat pulldown 3x8\n    back squat 1x20\n  session \"C\"\n    back "
                   "squat 3x3\nblock \"D\" 1 week\n  repeat \"B\"\n");
  const auto slot = [&](int block, std::size_t session, std::size_t line) {
    return line_of(c.plan(), block, 1, session, line).slot;
  };
  CHECK(slot(0, 0, 0) == "B/A/back squat");
  CHECK(slot(0, 0, 1) == "B/A/back squat#2");
  CHECK(slot(0, 0, 2) == "B/A/chin up or lat pulldown");
  CHECK(slot(0, 0, 3) == "B/A/back squat#3");
  CHECK(slot(0, 1, 0) == "B/C/back squat");
  CHECK(slot(1, 0, 0) == "D/A/back squat");
}

TEST_CASE("a slot is the same whether the week's dose differs or not") {
  const CompiledText c = compile_text(
      kHead + "block \"B\" 2 weeks\n  week 2 sets + 1\n  session \"A\"\n    back squat 3x5\n");
  CHECK(line_of(c.plan(), 0, 1).slot == line_of(c.plan(), 0, 2).slot);
}

TEST_CASE("repeat: changes, replacements, drops, names") {
  const std::string base =
      kHead +
      "block \"B\" 1 week\n  session \"A\"\n    A1 back squat 4x5\n    A2 bench press 4x6\n  "
      "session \"C\"\n    deadlift 4x3\nblock \"D\" 1 week\n";
  const CompiledText whole = compile_text(base +
                                          "  repeat \"B\" sets x 50%\n    replace bench press with "
                                          "overhead press 3x8\n    drop deadlift in \"C\"\n");
  CHECK(sets_of(whole, 1, 1, 0, 0) == "2x5");
  const Line& replaced = line_of(whole.plan(), 1, 1, 0, 1);
  CHECK(whole.plan().exercises[replaced.options.front()].name == "overhead press");
  CHECK(replaced.label == "A2");  // keeps its place in the superset
  CHECK(session_of(whole.plan(), 1, 1, 1).lines.empty());
  CHECK(sets_of(whole, 0, 1, 0, 1) == "4x6");  // what is repeated stays as it is

  const CompiledText one = compile_text(base + "  repeat \"A\" as \"E\"\n    deadlift 2x2\n");
  CHECK(session_of(one.plan(), 1, 1).name == "E");
  CHECK(session_of(one.plan(), 1, 1).lines.size() == 3);
}

TEST_CASE("two replacements can exchange two exercises") {
  const CompiledText c =
      compile_text(kHead +
                   "block \"B\" 1 week\n  session \"A\"\n    back squat 4x5\n  session \"C\"\n    "
                   "deadlift 4x3\nblock \"D\" 1 week\n  repeat \"B\"\n    replace back squat with "
                   "deadlift 1x1\n    replace deadlift with back squat 2x2\n");
  INFO(c.rendered());
  CHECK(c.plan().exercises[line_of(c.plan(), 1, 1, 0).options.front()].name == "deadlift");
  CHECK(c.plan().exercises[line_of(c.plan(), 1, 1, 1).options.front()].name == "back squat");
}

TEST_CASE("a repeated scheme can be exchanged") {
  const CompiledText c = compile_text(
      kHead +
      "scheme fives 5x5\nscheme threes 3x3\nblock \"B\" 1 week\n  session \"A\"\n    back squat "
      "scheme fives\n    deadlift 2x2\nblock \"D\" 1 week\n  repeat \"B\" scheme to threes\n");
  INFO(c.rendered());
  CHECK(sets_of(c, 0, 1) == "5x5");
  CHECK(sets_of(c, 1, 1) == "3x3");
  CHECK(sets_of(c, 1, 1, 0, 1) == "2x2");
}

TEST_CASE("gates: a session's own, then its block's, and a copy keeps what it had") {
  const std::string gates =
      "gate g\n  train when soreness <= 2\n  recover otherwise\ngate h\n  train when soreness <= "
      "1\n  recover otherwise\n";
  const CompiledText c = compile_text(
      kHead + gates +
      "block \"B\" 1 week if g\n  session \"A\"\n    back squat 3x5\n  session \"C\" if h\n    "
      "deadlift 3x5\nblock \"D\" 1 week\n  repeat \"B\"\nblock \"E\" 1 week if h\n  repeat "
      "\"B\"\nblock \"F\" 1 week\n  session \"A\"\n    back squat 3x5\n");
  const auto gate = [&](int block, std::size_t session) {
    const auto& g = session_of(c.plan(), block, 1, session).gate;
    return g ? c.plan().gates[*g].name : std::string("none");
  };
  CHECK(gate(0, 0) == "g");
  CHECK(gate(0, 1) == "h");
  CHECK(gate(1, 0) == "g");
  CHECK(gate(1, 1) == "h");
  CHECK(gate(2, 0) == "h");  // the new block's
  CHECK(gate(3, 0) == "none");
}

TEST_CASE("progressions: by exercise and rule, `as` splits and joins") {
  const std::string rule =
      "rule r(step)\n  when all sets done then load + step\nrule q()\n  when all sets done then "
      "load + 1 kg\n";
  const CompiledText c =
      compile_text(kHead + rule +
                   "block \"B\" 1 week\n  session \"A\"\n    back squat 3x5 r(1 kg)\n    back "
                   "squat 5x3 r(1 kg) as heavy\n    deadlift 3x5 r(1 kg) q()\n  session \"C\"\n    "
                   "back squat 3x5 r(1 kg)\n    back squat 1x1 r(1 kg) as heavy\n");
  INFO(c.rendered());
  const auto progression = [&](std::size_t session, std::size_t line) {
    return line_of(c.plan(), 0, 1, session, line).progressions.front().value;
  };
  CHECK(progression(0, 0) == progression(1, 0));
  CHECK(progression(0, 1) == progression(1, 1));
  CHECK(progression(0, 0) != progression(0, 1));
  CHECK(progression(0, 0) != progression(0, 2));
  CHECK(line_of(c.plan(), 0, 1, 0, 2).progressions.size() == 2);
}

TEST_CASE("loads: percentages and absolute loads change in themselves, others carry the change") {
  const CompiledText c =
      compile_text(kHead +
                   "  input 1RM of back squat\nblock \"B\" 2 weeks\n  week 2 load x 90%\n  session "
                   "\"A\"\n    back squat 3x5 80%\n    deadlift 3x5 100 kg\n    bench press 3x5\n");
  const auto group = [&](std::size_t line) {
    return line_of(c.plan(), 0, 2, 0, line).stages.front().groups.front();
  };
  CHECK(std::get<PercentLoad>(group(0).load).low == Percent{Decimal::whole(72)});
  CHECK(std::get<AbsoluteLoad>(group(1).load).low.amount == Decimal::whole(90));
  CHECK(group(2).load_percent == Percent{Decimal::whole(90)});
}

TEST_CASE("a copy has its own gate, else its new block's, else that of the block it came from") {
  const std::string gates =
      "gate g\n  train when soreness <= 2\n  recover otherwise\n"
      "gate h\n  train when soreness <= 1\n  recover otherwise\n";
  const CompiledText c = compile_text(kHead + gates +
                                      "block \"B\" 1 week if g\n  session \"A\"\n    dip 3x5\n"
                                      "block \"C\" 1 week\n  repeat \"B\"\n"
                                      "block \"D\" 1 week if h\n  repeat \"C\"\n"
                                      "block \"E\" 1 week\n  repeat \"C\"\n");
  const auto gate_of = [&](int block) {
    const auto gate = session_of(c.plan(), block, 1).gate;
    return gate ? c.plan().gates[*gate].name : std::string("none");
  };
  CHECK(gate_of(1) == "g");
  CHECK(gate_of(2) == "h");
  CHECK(gate_of(3) == "g");
}

}  // namespace
}  // namespace meso
