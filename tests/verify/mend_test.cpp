// Mends are held to their word: written into the plan's text and compiled anew, the finding is
// gone; a wait of one day less leaves it there.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

#include "tests/support/compile_text.h"
#include "tests/support/places.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

constexpr std::array kGaps{Property::gap_safe, Property::latent_safe, Property::recovers};

// Where a plan's text breaks which property: session by session.
struct Breaks {
  explicit Breaks(const std::string& text) : compiled(compile_text(text)) {
    const PlanFacts facts(compiled.plan(), *compiled.compiled.edition);
    const RunPlan run(compiled.plan(), *compiled.compiled.edition);
    const Verification found = verify(facts, run);
    MendOptions how = usual_mends();
    how.budget = 1'000'000;
    Mending mending(facts, run, found, std::move(how));
    for (const Property property : kGaps)
      for (const Violation& v : found.of(property).violations)
        mends[{property, run.session(v.session).name}] = mending.of(property, v);
  }
  bool at(Property property, const std::string& session) const {
    return mends.count({property, session}) != 0;
  }

  CompiledText compiled;
  std::map<std::pair<Property, std::string>, Mends> mends;
};

std::string replaced(std::string text, const std::string& what, const std::string& with,
                     std::size_t from = 0) {
  const std::size_t at = text.find(what, from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string days_text(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

struct WaitMend {
  int days = 0;
  std::string after;        // " after "A""
  std::string in_place_of;  // days; empty: a line of its own
  std::string session;
};

std::optional<WaitMend> wait_of(const std::string& mend) {
  static const std::regex kWait("wait: `at least (\\d+) days?(.*)`(?:, not (\\d+))?, in \"(.*)\"");
  std::smatch found;
  if (!std::regex_match(mend, found, kWait)) return std::nullopt;
  return WaitMend{std::stoi(found[1]), found[2], found[3], found[4]};
}

std::string with_wait(const std::string& text, const WaitMend& mend, int days) {
  const std::string head = "session \"" + mend.session + "\"";
  const std::string wait = "at least " + days_text(days);
  if (!mend.in_place_of.empty()) {
    const std::string old = "at least " + days_text(std::stoi(mend.in_place_of));
    return replaced(text, old, wait, text.find(head));
  }
  const std::size_t line_end = text.find('\n', text.find(head));
  return text.substr(0, line_end + 1) + "    " + wait + mend.after + "\n" +
         text.substr(line_end + 1);
}

// "if ready" written on the session or on the block that a mend names; nothing for other mends.
std::optional<std::string> with_gate(const std::string& text, const std::string& mend) {
  static const std::regex kSession("let a check-in decide: `(session \".*\") if (.*)`");
  static const std::regex kBlock("let a check-in decide: `if (.*)` on block \"(.*)\"");
  std::smatch found;
  if (std::regex_match(mend, found, kSession))
    return replaced(text, found[1], found[1].str() + " if " + found[2].str());
  if (!std::regex_match(mend, found, kBlock)) return std::nullopt;
  const std::size_t line_end = text.find('\n', text.find("block \"" + found[2].str() + "\""));
  return text.substr(0, line_end) + " if " + found[1].str() + text.substr(line_end);
}

const std::string kHead =
    "plan \"P\"\n  level intermediate\n  guidelines 2026\n  familiar back squat\n"
    "  goal e1RM of back squat + 5% by end of \"Base\"\n"
    "rule add(step)\n  when all sets done then load + step\n"
    "  when missed twice in a row then load x 90%\n";

}  // namespace

TEST_CASE("mends: written into 300 tiny plans they mend, and a day less doesn't",
          "[verifier][mends]") {
  int waits = 0, gates = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::string text = tiny_plan(seed);
    const Breaks plan(text);
    for (const auto& [where, mends] : plan.mends)
      for (const std::string& mend : mends) {
        INFO("seed " << seed << ", " << meso::text(where.first) << " at " << where.second << ": "
                     << mend << "\n"
                     << text);
        if (const auto wait = wait_of(mend)) {
          ++waits;
          CHECK_FALSE(Breaks(with_wait(text, *wait, wait->days)).at(where.first, where.second));
          if (wait->days > 1)
            CHECK(Breaks(with_wait(text, *wait, wait->days - 1)).at(where.first, where.second));
        } else if (const auto gated = with_gate(text, mend)) {
          ++gates;
          CHECK_FALSE(Breaks(*gated).at(where.first, where.second));
        }
      }
  }
  CHECK(waits > 50);
  CHECK(gates > 50);
}

TEST_CASE("mends: a wait has the least number that is enough", "[verifier][mends]") {
  const auto squats = [](const std::string& wait) {
    return Breaks(
        kHead +
        "block \"Base\" 4 weeks\n  session \"A\" if ready\n    back squat 3x5 @ RIR 2 add(2.5%)\n"
        "  session \"B\"\n    " +
        wait + "\n    back squat 3x5 @ RIR 2 as again add(2.5%)\n");
  };
  const Breaks plan = squats("at least 3 days after \"A\"");
  const Mends& mends = plan.mends.at({Property::gap_safe, "B"});
  REQUIRE(mends.size() == 2);
  CHECK(mends[0] == "wait: `at least 6 days after \"A\"`, not 3, in \"B\"");
  CHECK(mends[1] == "let a check-in decide: `session \"B\" if ready`");
  CHECK(squats("at least 5 days after \"A\"").at(Property::gap_safe, "B"));
  CHECK_FALSE(squats("at least 6 days after \"A\"").at(Property::gap_safe, "B"));
}

TEST_CASE("mends: where no gap is long enough no wait is offered", "[verifier][mends]") {
  const Breaks plan(
      "plan \"P\"\n  level novice\n  guidelines 2026\n  goal e1RM of romanian deadlift + 5% by end "
      "of \"Base\"\n"
      "block \"Base\" 4 weeks\n  session \"A\"\n    at least 6 days after last session\n"
      "    romanian deadlift 6x10 to failure\n");
  const Mends& mends = plan.mends.at({Property::gap_safe, "A"});
  REQUIRE_FALSE(mends.empty());
  CHECK(mends[0] == "let a check-in decide: `session \"A\" if ready`");
}

TEST_CASE("mends: without a budget none is told", "[verifier][mends]") {
  const CompiledText plan = compile_file(MESO_ROOT "/examples/literal/dup.meso");
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  const Verification found = verify(facts, run);
  MendOptions how = usual_mends();
  how.budget = 0;
  Mending poor(facts, run, found, std::move(how));
  CHECK(poor.of(Property::gap_safe, found.of(Property::gap_safe).violations[0]).empty());
}

}  // namespace meso::test
