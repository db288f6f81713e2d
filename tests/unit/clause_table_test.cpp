#include "compiler/verify/clause_table.h"

#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/compile_text.h"

namespace meso {
namespace {

using test::compile_text;
using test::CompiledText;

// A plan whose first gate has these clauses.
struct Gated {
  CompiledText text;
  ClauseTable table;

  explicit Gated(const std::string& clauses, const std::string& head = "")
      : text(compile_text("plan \"P\"\n  guidelines 2026\n" + head + "gate g\n" + clauses +
                          "block \"B\" 1 week if g\n  session \"A\"\n    back squat 3x5\n")) {
    for (const Diagnostic& d : text.sink.all())
      if (!d.is_guideline) FAIL(text.rendered());
    table = gate_table(plan(), gate(), *text.compiled.edition);
    REQUIRE(table.complete);
  }
  const Plan& plan() const { return text.plan(); }
  const Gate& gate() const { return plan().gates[GateId{0}]; }
  std::string uncovered() const {
    return table.uncovered.empty() ? "" : describe_check_in(plan(), table, table.uncovered.front());
  }
  bool reached(std::size_t clause) const { return !table.clauses.at(clause).empty(); }
};

TEST_CASE("a gate that ends in `otherwise` covers every check-in") {
  const Gated g(
      "  train when soreness <= 2 and energy >= 3\n  swap when energy >= 3\n  recover otherwise\n");
  CHECK(g.table.uncovered.empty());
  for (std::size_t i = 0; i < 3; ++i) CHECK(g.reached(i));
}

TEST_CASE("the default gate is total and each of its clauses is reached") {
  const CompiledText c = compile_text(
      "plan \"P\"\n  guidelines 2026\nblock \"B\" 1 week if ready\n  session \"A\"\n    back squat "
      "3x5\n");
  const ClauseTable table = gate_table(c.plan(), c.plan().gates[GateId{0}], *c.compiled.edition);
  REQUIRE(table.complete);
  CHECK(table.uncovered.empty());
  for (std::size_t i = 0; i < table.clauses.size(); ++i) {
    INFO(i);
    CHECK_FALSE(table.clauses[i].empty());
  }
  for (std::size_t i = 0; i < table.clauses.size(); ++i) {
    INFO(i);
    CHECK(takes_unanswered(table, i) == (i + 1 == table.clauses.size()));
  }
}

TEST_CASE("a check-in that no clause takes is found and told") {
  CHECK(Gated("  train when pain is none\n  recover when pain is dull\n").uncovered() ==
        "pain sharp");
  CHECK(Gated("  train when pain is none\n  recover when not pain is none\n").uncovered().empty());
  const Gated energy("  train when energy >= 3\n  recover when energy <= 1\n");
  CHECK(energy.uncovered() == "energy 2");
}

TEST_CASE("an unanswered signal meets neither a condition nor its negation") {
  const Gated g("  train when energy >= 3\n  recover when not energy >= 3\n");
  CHECK(g.uncovered() == "energy not answered");
  CHECK(Gated("  train when days off >= 3\n  recover when not days off >= 3\n")
            .uncovered()
            .empty());  // always known
}

TEST_CASE("a clause that others leave nothing for is never reached") {
  CHECK_FALSE(Gated("  train when soreness <= 2\n  swap when soreness <= 1\n  recover otherwise\n")
                  .reached(1));
  CHECK(Gated("  train when soreness <= 2\n  swap when soreness <= 3\n  recover otherwise\n")
            .reached(1));
  CHECK_FALSE(Gated("  train when energy >= 3 and energy <= 2\n  recover otherwise\n").reached(0));
  CHECK_FALSE(Gated("  refer when soreness >= 3\n  recover when soreness >= 4 for 5 days\n  "
                    "recover otherwise\n")
                  .reached(1));
  CHECK(
      Gated(
          "  recover when soreness >= 5\n  swap when soreness of quads >= 5\n  recover otherwise\n")
          .reached(1));
}

TEST_CASE("what lasted holds today, and for every shorter while") {
  CHECK_FALSE(Gated("  recover when soreness >= 3 for 3 days\n  refer when soreness >= 3 for 5 "
                    "days\n  recover otherwise\n")
                  .reached(1));
  CHECK(Gated("  refer when soreness >= 3 for 5 days\n  recover when soreness >= 3 for 3 days\n  "
              "recover otherwise\n")
            .reached(1));
  CHECK_FALSE(Gated("  recover when soreness >= 3 for 3 days\n  refer when soreness >= 5 for 5 "
                    "days\n  recover otherwise\n")
                  .reached(1));
  CHECK(Gated("  recover when soreness >= 5 for 3 days\n  refer when soreness >= 3 for 5 days\n  "
              "recover otherwise\n")
            .reached(1));
  CHECK_FALSE(Gated("  train when soreness <= 2\n  refer when soreness <= 1 for 2 days\n  recover "
                    "otherwise\n")
                  .reached(1));
}

TEST_CASE("functional questions aren't asked below three") {
  CHECK_FALSE(Gated("  recover when soreness >= 3\n  swap when soreness <= 2 and soreness "
                    "impairs\n  recover otherwise\n")
                  .reached(1));
  CHECK(Gated("  train when soreness <= 2\n  swap when soreness impairs\n  recover otherwise\n")
            .reached(1));
  CHECK_FALSE(Gated("  recover when soreness impairs\n  swap when soreness alters form\n  recover "
                    "otherwise\n")
                  .reached(1));
}

TEST_CASE("which clause takes the check-in in which nothing was answered") {
  const auto takes = [](const std::string& clauses, std::size_t clause) {
    return takes_unanswered(Gated(clauses).table, clause);
  };
  CHECK_FALSE(takes("  train when soreness <= 2\n  recover otherwise\n", 0));
  CHECK(takes("  train when soreness <= 2\n  recover otherwise\n", 1));
  CHECK(takes("  train when pain is none\n  recover otherwise\n", 0));  // pain is always answered
  CHECK_FALSE(takes("  train when energy >= 3\n  recover when energy <= 2\n", 0));
  CHECK_FALSE(takes("  train when energy >= 3\n  recover when energy <= 2\n", 1));
}

TEST_CASE("a bound on soreness is seen through clauses above") {
  const Gated g(
      "  recover when soreness >= 3\n  train when energy >= 3 and soreness <= 5\n  swap when "
      "energy >= 4\n  recover otherwise\n");
  const GroupId quads{*built_in_catalogue().find_group("quads")};
  const Edition& edition = *g.text.compiled.edition;
  CHECK(only_fresh(g.table, g.table.clauses[1], quads, 2, edition));
  CHECK_FALSE(only_fresh(g.table, g.table.clauses[1], quads, 1, edition));
  CHECK_FALSE(only_fresh(g.table, g.table.clauses[2], quads, 10, edition));  // soreness unanswered
}

TEST_CASE("own signals have the scale that the coach gave them") {
  CHECK(Gated("  train when grip >= 1 \n  recover when grip <= 2\n", "signal grip \"q\" 1-3\n")
            .uncovered() == "grip not answered");
  CHECK_FALSE(Gated("  train when grip >= 1\n  swap when grip <= 3\n  recover otherwise\n",
                    "signal grip \"q\" 1-3\n")
                  .reached(1));
}

TEST_CASE("rules: what decides an exposure") {
  const auto table = [](const std::string& clauses) {
    const CompiledText c =
        compile_text("plan \"P\"\n  guidelines 2026\nrule r()\n" + clauses +
                     "block \"B\" 1 week\n  session \"A\"\n    back squat 3x5 r()\n");
    std::vector<bool> reached;
    for (const Region& region :
         rule_table(c.plan(), c.plan().rules[RuleId{0}], *c.compiled.edition).clauses)
      reached.push_back(!region.empty());
    return reached;
  };
  using Reached = std::vector<bool>;
  CHECK(table("  when missed then load x 90%\n  when missed then hold\n") == Reached{true, false});
  CHECK(
      table("  when recovered in time then sets + 1\n  when recovered early then load + 1 kg\n") ==
      Reached{true, false});
  CHECK(
      table("  when recovered early then load + 1 kg\n  when recovered in time then sets + 1\n") ==
      Reached{true, true});
  CHECK(table("  when reps of last set >= 8 then load + 1 kg\n  when reps of last set >= 10 then "
              "load + 2 kg\n") == Reached{true, false});
  CHECK(table("  when reps of last set in 8..10 then load + 1 kg\n  when reps of last set >= 10 "
              "then load + 2 kg\n") == Reached{true, true});
  CHECK(table("  when missed twice in a row then load x 90%\n  when missed then hold\n") ==
        Reached{true, true});
  CHECK(table("  otherwise hold\n") == Reached{true});
}

// ---- against every check-in -----------------------------------------------------------------

// A report: a value for soreness and energy (none: not answered), the functional answer, pain.
struct CheckIn {
  std::optional<int> soreness, energy, impairs;
  int pain = 0;
};

bool is_possible(const CheckIn& c) {
  // The question is asked from three up only; below it counts as "no".
  return !(c.soreness && *c.soreness < 3 && c.impairs != 0);
}

std::vector<CheckIn> all_check_ins() {
  std::vector<CheckIn> out;
  for (int s = -1; s <= 10; ++s)
    for (int e = 0; e <= 5; ++e)
      for (int i = -1; i <= 1; ++i)
        for (int p = 0; p <= 2; ++p) {
          CheckIn c;
          if (s >= 0) c.soreness = s;
          if (e >= 1) c.energy = e;
          if (i >= 0) c.impairs = i;
          c.pain = p;
          if (is_possible(c)) out.push_back(c);
        }
  return out;
}

std::optional<int> answer(const CheckIn& c, Reads reads) {
  switch (reads) {
    case Reads::soreness: return c.soreness;
    case Reads::energy: return c.energy;
    case Reads::soreness_impairs: return c.impairs;
    default: return c.pain;
  }
}

bool compares(Compare how, int value, int with) {
  switch (how) {
    case Compare::at_least: return value >= with;
    case Compare::at_most: return value <= with;
    case Compare::more: return value > with;
    case Compare::less: return value < with;
    case Compare::holds: return value == 1;
    default: return value == with;
  }
}

bool holds(const Atom& atom, const CheckIn& c) {
  const auto value = answer(c, atom.reads);
  return value && compares(atom.compare, *value,
                           static_cast<int>(std::get<Decimal>(atom.low).floor())) != atom.negated;
}

bool holds(const GateClause& clause, const CheckIn& c) {
  if (!clause.condition) return true;
  bool all = true, any = false;
  for (const Atom& atom : clause.condition->atoms) (holds(atom, c) ? any : all) = holds(atom, c);
  return clause.condition->any ? any : all;
}

// The clause that decides by reading from the top; none: nothing does.
std::optional<std::size_t> decided_by(const Gate& gate, const CheckIn& c) {
  for (std::size_t i = 0; i < gate.clauses.size(); ++i)
    if (holds(gate.clauses[i], c)) return i;
  return std::nullopt;
}

bool has(const ClauseTable& table, const Region& region, const CheckIn& c) {
  for (const Box& box : region) {
    bool inside = true;
    for (std::size_t i = 0; i < box.size() && inside; ++i) {
      const ClauseVariable& v = table.variables[i];
      const auto value = answer(c, v.reads);
      std::uint64_t wanted = v.unknown();
      for (std::size_t k = 0; value && k < v.values.size(); ++k)
        if (v.values[k] == *value) wanted = std::uint64_t{1} << k;
      inside = (box[i] & wanted) != 0;
    }
    if (inside) return true;
  }
  return false;
}

std::string random_atom(std::mt19937& random) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const char* const compare[] = {">=", "<=", ">", "<", "="};
  std::string atom = pick(3) == 0 ? "not " : "";
  switch (pick(4)) {
    case 0: return atom + "soreness " + compare[pick(5)] + " " + std::to_string(pick(11));
    case 1: return atom + "energy " + compare[pick(5)] + " " + std::to_string(1 + pick(5));
    case 2: return atom + "soreness impairs";
    default: return atom + "pain is " + (pick(2) == 0 ? "dull" : "none");
  }
}

std::string random_gate(std::mt19937& random) {
  std::string out;
  const std::size_t clauses = 1 + random() % 4;
  for (std::size_t i = 0; i < clauses; ++i) {
    const std::string joint = random() % 2 == 0 ? " and " : " or ";
    out += "  recover when " + random_atom(random);
    for (std::size_t more = random() % 3; more > 0; --more) out += joint + random_atom(random);
    out += "\n";
  }
  return random() % 2 == 0 ? out + "  recover otherwise\n" : out;
}

TEST_CASE("the table agrees with reading the gate on every check-in") {
  std::mt19937 random(20260);
  const std::vector<CheckIn> check_ins = all_check_ins();
  for (int round = 0; round < 150; ++round) {
    const std::string clauses = random_gate(random);
    INFO(clauses);
    const Gated g(clauses);
    int wrong = 0;
    std::map<std::size_t, int> decisions;
    for (const CheckIn& c : check_ins) {
      // A variable that the gate doesn't read isn't in the table, so limits between them don't
      // hold.
      const auto clause = decided_by(g.gate(), c);
      if (clause) ++decisions[*clause];
      for (std::size_t i = 0; i < g.table.clauses.size(); ++i)
        wrong += has(g.table, g.table.clauses[i], c) != (clause == i) ? 1 : 0;
      wrong += has(g.table, g.table.uncovered, c) != !clause ? 1 : 0;
    }
    CHECK(wrong == 0);
    for (std::size_t i = 0; i < g.table.clauses.size(); ++i)
      CHECK(g.reached(i) == (decisions[i] > 0));
  }
}

}  // namespace
}  // namespace meso
