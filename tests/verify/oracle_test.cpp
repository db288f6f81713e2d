// The oracle against cases worked out by hand, so that what it says of the verifier can be trusted.
//
// Hours are those of the recovery table (docs/recovery-model.md), trained / novice, of which a gap
// of k days is k x 24. "pass" below is the larger of "soreness below 3" and "force back".
//   light   24, 36/48     usual   72, 72/96     hard usual   120, 132/192
//   pushed  132, 144/204  novel   144, 156/228  novel and heavy: never without a gate
// Gaps that most need: light 24, usual 48 (the novice's for all), the others 72/96.
#include "tests/verify/oracle.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>

#include "tests/step/random_run.h"
#include "tests/support/compile_text.h"
#include "tests/verify/body.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

constexpr int kNone = -1;

// The days of the shortest paths: gap_safe, latent_safe, recovers.
struct Days {
  int gap = kNone, latent = kNone, recovers = kNone;
  friend bool operator==(const Days&, const Days&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Days& days) {
    return out << "gap " << days.gap << ", latent " << days.latent << ", recovers "
               << days.recovers;
  }
};

OracleResult result_of(const CompiledText& text) {
  INFO(text.rendered());
  REQUIRE(text.compiled.edition != nullptr);
  const PlanFacts facts(text.plan(), *text.compiled.edition);
  const RunPlan run(text.plan(), *text.compiled.edition);
  return ask_oracle(facts, run);
}

Days days_of(const std::string& text) {
  const OracleResult result = result_of(compile_text(text));
  const auto day = [&](Property p) { return result.of(p) ? result.of(p)->day() : kNone; };
  return {day(Property::gap_safe), day(Property::latent_safe), day(Property::recovers)};
}

std::string head(const std::string& level, const std::string& familiar) {
  return "plan \"Small\"\n  level " + level + "\n  guidelines 2026\n" +
         (familiar.empty() ? "" : "  familiar " + familiar + "\n");
}

const std::string kBoth = "leg extension, lying leg curl";

// One session over and over, so many days apart. Easy weeks have no first week of loading, so the
// class is the line's own.
std::string again(const std::string& level, const std::string& line, int days,
                  const std::string& gate = "", const std::string& familiar = kBoth) {
  return head(level, familiar) +
         (gate.empty() ? "" : "gate own\n" + gate + "  recover otherwise\n") +
         "block \"B\" 2 rotations, 7 sessions a week, deload" + (gate.empty() ? "" : " if own") +
         "\n  session \"A\"\n    at least " + std::to_string(days) + " days after last session\n" +
         "    " + line + "\n";
}

const std::string kLight = "leg extension 2x10 @ RIR 4";       // dose 2 x 0.65, RIR 4
const std::string kUsual = "leg extension 5x10 @ RIR 2";       // dose 5 x 0.9
const std::string kHard = "leg extension 3x10 @ RIR 0";        // to failure
const std::string kSoreness = "  train when soreness <= 2\n";  // a gate

}  // namespace

TEST_CASE("oracle: an ungated lift comes back after its class's hours, and not a day sooner",
          "[oracle]") {
  // light: 36 h are 2 days, and 48 h too; most need 24 h, a day
  CHECK(days_of(again("intermediate", kLight, 1)) == Days{1, kNone, kNone});
  CHECK(days_of(again("intermediate", kLight, 2)) == Days{});
  CHECK(days_of(again("novice", kLight, 1)) == Days{1, kNone, kNone});
  CHECK(days_of(again("novice", kLight, 2)) == Days{});
  // usual: 72 h are 3 days, 96 h are 4; most need 48 h, 2 days
  CHECK(days_of(again("advanced", kUsual, 1)) == Days{1, kNone, 1});
  CHECK(days_of(again("advanced", kUsual, 2)) == Days{2, kNone, kNone});
  CHECK(days_of(again("advanced", kUsual, 3)) == Days{});
  CHECK(days_of(again("novice", kUsual, 3)) == Days{3, kNone, kNone});
  CHECK(days_of(again("novice", kUsual, 4)) == Days{});
}

TEST_CASE("oracle: novice and trained differ most after failure", "[oracle]") {
  // hard usual: 132 h are 5.5 days, 192 h are 8; most need 72 h or 96 h
  CHECK(days_of(again("intermediate", kHard, 2)) == Days{2, kNone, 2});
  CHECK(days_of(again("intermediate", kHard, 3)) == Days{3, kNone, kNone});
  CHECK(days_of(again("intermediate", kHard, 5)) == Days{5, kNone, kNone});
  CHECK(days_of(again("intermediate", kHard, 6)) == Days{});
  CHECK(days_of(again("novice", kHard, 3)) == Days{3, kNone, 3});
  CHECK(days_of(again("novice", kHard, 4)) == Days{4, kNone, kNone});
  CHECK(days_of(again("novice", kHard, 7)) == Days{7, kNone, kNone});
  CHECK(days_of(again("novice", kHard, 8)) == Days{});
}

TEST_CASE("oracle: a new lift needs longest", "[oracle]") {
  // novel: 156 h are 6.5 days. A novice who knows another lift: 228 h are 9.5.
  CHECK(days_of(again("advanced", kUsual, 6, "", "bench press")) == Days{6, kNone, kNone});
  CHECK(days_of(again("advanced", kUsual, 7, "", "bench press")) == Days{});
  CHECK(days_of(again("novice", kUsual, 9, "", "bench press")) == Days{9, kNone, kNone});
  CHECK(days_of(again("novice", kUsual, 10, "", "bench press")) == Days{});
}

TEST_CASE("oracle: after a novel and heavy bout no gap is safe without a gate", "[oracle]") {
  // A novice who knows no lift is in the first month: two reasons. Most need the 96 h of a novel
  // bout, 4 days.
  CHECK(days_of(again("novice", kUsual, 25, "", "")) == Days{25, kNone, kNone});
  CHECK(days_of(again("novice", kUsual, 3, "", "")) == Days{3, kNone, 3});
  CHECK(days_of(again("novice", kUsual, 4, "", "")) == Days{4, kNone, kNone});
  // A gate that asks for soreness can wait: nothing to refute but most people's gap and the onset.
  CHECK(days_of(again("novice", kUsual, 25, kSoreness, "")) == Days{});
}

TEST_CASE("oracle: the first week of loading is pushed", "[oracle]") {
  const auto loading = [](int days) {
    std::string text = again("intermediate", kUsual, days);
    return text.replace(text.find(", deload"), 8, "");
  };
  CHECK(days_of(loading(5)) == Days{5, kNone, kNone});  // 144 h are 6 days
  CHECK(days_of(loading(6)) == Days{});
}

TEST_CASE("oracle: a gate that asks for soreness holds the group back", "[oracle]") {
  // A usual bout: soreness may be 0 on any day, so nothing is held back that feels well; but what
  // is sore waits. Nothing is latent: it wasn't hard. Most need 2 days.
  CHECK(days_of(again("intermediate", kUsual, 1, kSoreness)) == Days{kNone, kNone, 1});
  CHECK(days_of(again("intermediate", kUsual, 2, kSoreness)) == Days{});
}

TEST_CASE("oracle: soreness may still come a day after failure", "[oracle]") {
  // Onset is at most 48 h: on day 1 the report may be 0 and say nothing. Most need 72 h, 3 days.
  CHECK(days_of(again("intermediate", kHard, 1, kSoreness)) == Days{kNone, 1, 1});
  CHECK(days_of(again("intermediate", kHard, 2, kSoreness)) == Days{kNone, kNone, 2});
  CHECK(days_of(again("intermediate", kHard, 3, kSoreness)) == Days{});
}

TEST_CASE("oracle: strength that is asked for stands for the gap", "[oracle]") {
  const std::string strong = "  train when soreness <= 2 and strength restored\n";
  CHECK(days_of(again("intermediate", kHard, 1, strong)) == Days{});
  // Reduced work without that question: not latent, which is of full work; too soon for most.
  const std::string reduced = strong + "  lighten sets x 50% when soreness <= 2\n";
  CHECK(days_of(again("intermediate", kHard, 1, reduced)) == Days{kNone, kNone, 1});
}

TEST_CASE("oracle: strength can't be back before its best case", "[oracle]") {
  // Pushed, novice: 48 h at best, so that on day 1 no probe can say yes; soreness is 8 at most. The
  // gate doesn't guard (it trains at 9), and it doesn't need strength (it says `or`).
  const std::string odd = "  train when strength restored or soreness >= 9\n";
  std::string text = again("novice", kUsual, 1, odd);
  text.replace(text.find(", deload"), 8, "");
  CHECK(days_of(text) == Days{2, kNone, 2});
  // The trained are strong after 33 h at best: one day.
  text.replace(text.find("novice"), 6, "advanced");
  CHECK(days_of(text) == Days{1, kNone, 1});
}

TEST_CASE("oracle: a gate that names another group guards only that one", "[oracle]") {
  const std::string quads = "  train when soreness of quads <= 2\n";
  const std::string lines = kUsual + "\n    lying leg curl 5x10 @ RIR 2";
  // Hamstrings: 72 h. Quads may be fresh on day 1.
  CHECK(days_of(again("intermediate", lines, 1, quads)) == Days{1, kNone, 1});
  CHECK(days_of(again("intermediate", lines, 2, quads)) == Days{2, kNone, kNone});
  CHECK(days_of(again("intermediate", lines, 3, quads)) == Days{});
  const OracleResult result = result_of(compile_text(again("intermediate", lines, 2, quads)));
  REQUIRE(result.of(Property::gap_safe));
  CHECK(result.of(Property::gap_safe)->steps.size() == 2);
}

TEST_CASE("oracle: energy says nothing of a muscle, and 4 is too sore", "[oracle]") {
  for (const char* gate : {"  train when energy >= 3\n", "  train when soreness <= 4\n"}) {
    CAPTURE(gate);
    CHECK(days_of(again("intermediate", kUsual, 1, gate)) == Days{1, kNone, 1});
    CHECK(days_of(again("intermediate", kUsual, 3, gate)) == Days{});
  }
}

namespace {

// Quads and hamstrings together, then each for itself. B waits for A, three days.
std::string three_sessions(const std::string& when_sore, const std::string& first_wait) {
  return head("intermediate", kBoth) + "gate own\n  " + when_sore +
         " when soreness >= 3\n  train when soreness <= 2\n  recover otherwise\n" +
         "block \"B\" 1 rotation, 7 sessions a week, deload\n" + "  session \"Both\"\n" +
         first_wait + "    leg extension 5x10 @ RIR 2\n    lying leg curl 5x10 @ RIR 2\n" +
         "  session \"A\" if own\n    at least 2 days after last session\n" +
         "    leg extension 5x10 @ RIR 2\n" +
         "  session \"B\"\n    at least 3 days after \"A\"\n    lying leg curl 5x10 @ RIR 2\n";
}
const std::string kThreeDays = "    at least 3 days\n";

}  // namespace

TEST_CASE("oracle: a swap brings a session forward that waits for the one fled", "[oracle]") {
  // In turn: Both on day 0, A on day 2 at the soonest, B three days behind it: 5 days.
  CHECK(days_of(three_sessions("recover", kThreeDays)) == Days{});
  // Quads sore on day 2 (72 h): B comes in the place of A, and A was never done, so nothing is
  // waited for. Hamstrings had 2 days of 3.
  const CompiledText text = compile_text(three_sessions("swap", kThreeDays));
  const OracleResult result = result_of(text);
  CHECK(meso::test::text(text.plan(), result.of(Property::gap_safe)) ==
        "day 0 Both, day 2 B (hamstrings)");
  CHECK_FALSE(result.of(Property::latent_safe));
  CHECK_FALSE(result.of(Property::recovers));  // 2 days are what most need
}

TEST_CASE("oracle: a lay-off starts the week again, and its ramp follows at once", "[oracle]") {
  // Without a wait of its own, Both may come the day after B, once there is a week behind this one:
  // the first of the two weeks of return after 14 days off. Day 0 Both, nothing until day 14, Both,
  // day 16 A, day 19 B, day 20 Both: hamstrings had 1 day.
  const CompiledText text = compile_text(three_sessions("recover", ""));
  const OracleResult result = result_of(text);
  const std::string path = "day 0 Both, day 14 Both, day 16 A, day 19 B, day 20 Both (hamstrings)";
  CHECK(meso::test::text(text.plan(), result.of(Property::gap_safe)) == path);
  CHECK(meso::test::text(text.plan(), result.of(Property::recovers)) == path);
}

TEST_CASE("oracle: in a block of weeks a session is six days from itself, one pass to the next",
          "[oracle]") {
  const auto weeks = [](const std::string& level, const std::string& line) {
    return head(level, kBoth) + "block \"B\" 2 weeks, deload\n  session \"A\"\n    " + line + "\n";
  };
  // One session listed: one in 7 days. 132 h are less, 192 h are 8 days.
  CHECK(days_of(weeks("intermediate", kHard)) == Days{});
  CHECK(days_of(weeks("novice", kHard)) == Days{7, kNone, kNone});
  // Two listed: two in 7 days, each 6 days from itself. 144 h would be safe for the trained.
  const std::string two = kHard + "\n  session \"B\"\n    lying leg curl 3x10 @ RIR 0";
  CHECK(days_of(weeks("intermediate", two)) == Days{});
  CHECK(days_of(weeks("novice", two)) == Days{7, kNone, kNone});
}

TEST_CASE("oracle: half a set of each adds up to training a group", "[oracle]") {
  const auto bench = [](int sets) {
    return head("intermediate", "bench press, triceps pushdown") +
           "block \"B\" 1 rotation, 7 sessions a week, deload\n  session \"A\"\n" + kThreeDays +
           "    bench press " + std::to_string(sets) +
           "x10 @ RIR 2\n  session \"B\"\n    at least 3 days after "
           "\"B\"\n    triceps pushdown 4x10 @ RIR 2\n";
  };
  // Six sets are three of triceps: trained on day 0, and again on day 1. Five are 2.5, and then
  // chest and triceps, each with its own wait, have their 72 h.
  CHECK(days_of(bench(6)) == Days{1, kNone, 1});
  CHECK(days_of(bench(5)) == Days{});
}

TEST_CASE("oracle: what a body may feel, day by day", "[oracle]") {
  const Envelope trained = envelope_of(Level::intermediate), novice = envelope_of(Level::novice);
  const GroupId quads{0}, others{1};
  Body body;
  body.trained(quads, BoutClass::hard_usual, 100);
  // Soreness up to 8 for less than 120 h, up to 2 for less than 156 h.
  CHECK(body.sorest(trained, quads, 104) == 8);
  CHECK(body.sorest(trained, quads, 105) == 2);
  CHECK(body.sorest(trained, quads, 106) == 2);
  CHECK(body.sorest(trained, quads, 107) == 0);
  CHECK(body.sorest(trained, others, 101) == 0);
  // Strength may be missing for less than 132 h, 192 h.
  CHECK(body.may_be_weak(trained, group_bit(quads), 105));
  CHECK_FALSE(body.may_be_weak(trained, group_bit(quads), 106));
  CHECK(body.may_be_weak(novice, group_bit(quads), 107));
  CHECK_FALSE(body.may_be_weak(novice, group_bit(quads), 108));
  // The larger of both: a light bout on top changes nothing but which was the last.
  body.trained(quads, BoutClass::light, 102);
  CHECK(body.sorest(trained, quads, 104) == 8);
  CHECK(body.last(quads)->bout_class == BoutClass::light);
  body.forget(trained, 106);
  CHECK(body.last(quads)->bout_class == BoutClass::light);
  body.forget(trained, 107);
  CHECK(body.bouts().empty());
}

TEST_CASE("oracle: tiny plans are plans", "[oracle]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const CompiledText text = compile_text(tiny_plan(seed));
    INFO(seed << "\n" << tiny_plan(seed) << text.rendered());
    const auto& all = text.sink.all();
    REQUIRE(std::all_of(all.begin(), all.end(), [](const Diagnostic& d) {
      return d.is_guideline || d.kind.severity != Severity::error;
    }));
  }
}

namespace {

bool asks_strength(const Plan& plan) {
  return std::any_of(plan.gates.begin(), plan.gates.end(), [](const Gate& gate) {
    return std::any_of(gate.clauses.begin(), gate.clauses.end(), [](const GateClause& clause) {
      return clause.condition &&
             std::any_of(clause.condition->atoms.begin(), clause.condition->atoms.end(),
                         [](const Atom& a) { return a.reads == Reads::strength_restored; });
    });
  });
}

// With all that a run of the plan remembers: days without a session are days without a word.
void replay(const RunPlan& run, const OraclePath& path) {
  constexpr int kDay0 = 20'000;
  State state = start(run);
  for (const OracleStep& taken : path.steps) {
    const int day = kDay0 + taken.day;
    state = step(run, std::move(state), {day, CheckedIn{taken.answers, {}}});
    const DayDecision decision = decide(run, state, day);
    const auto& verdict = std::get<DayVerdict>(decision);
    REQUIRE(verdict.session == taken.session);
    state = step(run, std::move(state), {day, done_as_written(run, state, verdict)});
  }
}

}  // namespace

TEST_CASE("oracle: its paths can be run, day by day", "[oracle]") {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const CompiledText text = compile_text(tiny_plan(seed));
    if (asks_strength(text.plan())) continue;  // strength comes from results: no answer gives it
    const RunPlan run(text.plan(), *text.compiled.edition);
    for (const auto& path : result_of(text).refuted) {
      INFO(seed << "\n" << tiny_plan(seed) << meso::test::text(text.plan(), path));
      if (path) replay(run, *path);
    }
  }
}

namespace {

// Nothing where that takes too long.
std::optional<OracleResult> ask_plainly(const PlanFacts& facts, const RunPlan& run) {
  try {
    return ask_oracle(facts, run, {.most_states = 600, .plain = true});
  } catch (const std::length_error&) {
    return std::nullopt;
  }
}

}  // namespace

TEST_CASE("oracle: its shortcuts change nothing", "[oracle]") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const CompiledText text = compile_text(tiny_plan(seed));
    const PlanFacts facts(text.plan(), *text.compiled.edition);
    const RunPlan run(text.plan(), *text.compiled.edition);
    const OracleResult quick = ask_oracle(facts, run);
    if (quick.states > 100) continue;
    const auto plain = ask_plainly(facts, run);
    if (!plain) continue;
    INFO(seed << "\n" << tiny_plan(seed));
    for (std::size_t p = 0; p < kProperties; ++p)
      CHECK(meso::test::text(text.plan(), quick.refuted[p]) ==
            meso::test::text(text.plan(), plain->refuted[p]));
    ++compared;
  }
  CHECK(compared > 20);
}

}  // namespace meso::test
