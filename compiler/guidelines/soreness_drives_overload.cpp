// R27 / M127: soreness, or its absence, as the reason to do more. Fixed.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compiler/guidelines/guideline.h"
#include "compiler/verify/attested.h"
#include "compiler/verify/growth.h"

namespace meso::guidelines {
namespace {

// ---- how much more does a clause ask for? ----

// One kind of growth, in the author's own number or parameter.
struct Growth {
  Change::How how = Change::How::add;
  Unit unit = Unit::none;
  int parameter = -1;
  Decimal amount;
};
constexpr std::size_t kGrowing = static_cast<std::size_t>(Changes::reference) + 1;
using GrowthByKind = std::array<std::optional<Growth>, kGrowing>;

GrowthByKind growth_of(const RuleClause& clause) {
  GrowthByKind out;
  for (const Action& action : clause.actions) {
    const auto* change = std::get_if<Change>(&action);
    if (change == nullptr || !is_growth(*change)) continue;
    Growth growth;
    growth.how = change->how;
    if (const auto* q = std::get_if<Quantity>(&change->value)) {
      growth.unit = q->unit;
      growth.amount = q->high;
    } else if (const auto* p = std::get_if<ParameterRef>(&change->value)) {
      growth.parameter = static_cast<int>(p->index);
    }
    out[static_cast<std::size_t>(change->what)] = growth;
  }
  return out;
}

bool comparable(const Growth& a, const Growth& b) {
  return a.how == b.how && a.unit == b.unit && a.parameter == b.parameter;
}

// More of something and less of nothing: a set against a heavier bar isn't more or less.
bool asks_more(const GrowthByKind& a, const GrowthByKind& b) {
  bool more = false;
  for (std::size_t i = 0; i < kGrowing; ++i) {
    if (!b[i]) {
      more = more || a[i];
      continue;
    }
    if (!a[i] || !comparable(*a[i], *b[i]) || a[i]->amount < b[i]->amount) return false;
    more = more || a[i]->amount > b[i]->amount;
  }
  return more;
}

// ---- who is the sorer of two? ----

// At which end of its values a variable speaks of the sorer athlete.
enum class SorerEnd : std::uint8_t { high, low, either };

SorerEnd sorer_end(const Atom& whole) {
  switch (whole.reads) {
    case Reads::never_sore:
    case Reads::recovered_early:
    case Reads::recovered_in_time: return SorerEnd::low;
    case Reads::soreness: break;
    default: return SorerEnd::high;
  }
  switch (whole.compare) {
    case Compare::less:
    case Compare::at_most: return SorerEnd::low;
    case Compare::equal:
    case Compare::within: return SorerEnd::either;
    default: return SorerEnd::high;
  }
}

// Reports, functional answers and lateness rise with soreness; of what lasts it depends on what.
SorerEnd sorer_end(const ClauseVariable& v) {
  if (v.whole != nullptr) return sorer_end(*v.whole);
  return v.lasting && (v.lasting_mask & 1) != 0 ? SorerEnd::low : SorerEnd::high;
}

std::uint64_t highest_bit(std::uint64_t mask) {
  std::uint64_t top = 1;
  while (mask >>= 1) top <<= 1;
  return top;
}
std::uint64_t lowest_bit(std::uint64_t mask) { return mask & (~mask + 1); }

enum class Sorer : std::uint8_t { no, equally, yes };

// Can an athlete with one of the values in `a` be the sorer, or equally sore, beside one in `b`?
// Who didn't answer is compared with nobody.
Sorer sorer(const ClauseVariable& v, std::uint64_t a, std::uint64_t b) {
  a &= ~v.unknown();
  b &= ~v.unknown();
  if (a == 0 || b == 0) return Sorer::no;
  const SorerEnd end = sorer_end(v);
  if (end == SorerEnd::either) return a == b && (a & (a - 1)) == 0 ? Sorer::equally : Sorer::yes;
  const std::uint64_t first = end == SorerEnd::high ? highest_bit(a) : lowest_bit(a);
  const std::uint64_t second = end == SorerEnd::high ? lowest_bit(b) : highest_bit(b);
  if (first == second) return Sorer::equally;
  return (first > second) == (end == SorerEnd::high) ? Sorer::yes : Sorer::no;
}

// Is there one situation in `a` and one in `b` that differ in soreness alone, the first being the
// sorer?
bool only_sorer(const ClauseTable& table, const Box& a, const Box& b) {
  bool strictly = false;
  for (std::size_t i = 0; i < table.variables.size(); ++i) {
    const ClauseVariable& v = table.variables[i];
    if (is_soreness(v)) {
      const Sorer s = sorer(v, a[i], b[i]);
      if (s == Sorer::no) return false;
      strictly = strictly || s == Sorer::yes;
    } else if ((a[i] & b[i]) == 0) {
      return false;
    }
  }
  return strictly;
}

bool only_sorer(const ClauseTable& table, const Region& a, const Region& b) {
  for (const Box& sorer : a)
    for (const Box& fresher : b)
      if (only_sorer(table, sorer, fresher)) return true;
  return false;
}

constexpr std::string_view kMend =
    "because the work was done: when all sets done and recovered in time then sets + 1";

class RuleChecker {
 public:
  RuleChecker(GuidelineCheck& check, const Rule& rule)
      : check_(check), rule_(rule), table_(rule_table(check.plan, rule, check.edition)) {
    for (const RuleClause& clause : rule.clauses) growth_.push_back(growth_of(clause));
    growth_.emplace_back();  // where no clause holds, nothing changes
  }

  void run() {
    for (std::size_t c = 0; c < rule_.clauses.size(); ++c) {
      if (!has_growth(rule_.clauses[c])) continue;
      if (!table_.complete)
        check_words(rule_.clauses[c]);
      else if (!check_antitone(c) && soreness_suffices(table_, rule_.clauses[c], table_.clauses[c]))
        report_sufficient(rule_.clauses[c]);
    }
  }

 private:
  // (a) More soreness must never lead to more work.
  bool check_antitone(std::size_t clause) {
    for (std::size_t other = 0; other < growth_.size(); ++other) {
      const bool none = other == rule_.clauses.size();
      const Region& fresher = none ? table_.uncovered : table_.clauses[other];
      if (other == clause || !asks_more(growth_[clause], growth_[other]) ||
          !only_sorer(table_, table_.clauses[clause], fresher))
        continue;
      Diagnostic& d =
          check_.report(rule_.clauses[clause].source,
                        "the sorer athlete gets more work by rule `" + rule_.name + "`");
      d.label("reached by being sorer");
      if (none)
        d.note("a fresher athlete with the same results gets nothing more");
      else
        d.also(check_.span(rule_.clauses[other].source),
               "a fresher athlete with the same results gets this");
      d.advise("do more " + std::string(kMend));
      return true;
    }
    return false;
  }

  // (b) Not being sore is no reason by itself.
  void report_sufficient(const RuleClause& clause) {
    check_
        .report(clause.source,
                "not being sore is the only reason for more work in rule `" + rule_.name + "`")
        .label("nothing here says that the last work was done")
        .advise("do more " + std::string(kMend));
  }

  // A rule too intricate for a table: its words alone.
  void check_words(const RuleClause& clause) {
    if (!reads_soreness(clause)) return;
    if (!attests_work(*clause.condition, SameAsLast::attests)) report_sufficient(clause);
  }

  GuidelineCheck& check_;
  const Rule& rule_;
  const ClauseTable table_;
  std::vector<GrowthByKind> growth_;  // by clause; the last: none
};

// A gate knows how sore someone is and nothing of what they did: it may take work away, never add.
void check_gate(GuidelineCheck& check, const Gate& gate) {
  if (!reads_soreness(gate)) return;
  for (const GateClause& clause : gate.clauses) {
    const bool grows = std::any_of(clause.changes.begin(), clause.changes.end(),
                                   [](const Change& change) { return is_growth(change); });
    if (!grows) continue;
    check.report(clause.source, "gate `" + gate.name + "` gives more work for a better check-in")
        .label("a gate takes work away, or leaves it as it is")
        .advise("let a rule add it, " + std::string(kMend));
  }
}

void run(GuidelineCheck& check) {
  for (const Gate& gate : check.plan.gates) check_gate(check, gate);
  for (const Rule& rule : check.plan.rules)
    if (reads_soreness(rule)) RuleChecker(check, rule).run();
}

}  // namespace

extern const Guideline soreness_drives_overload;
const Guideline soreness_drives_overload{
    .name = "soreness-drives-overload",
    .code = "M127",
    .category = "measurement",
    .severity = Severity::error,
    .fixed = true,
    .evidence = Evidence::strong,
    .summary = "Neither soreness nor its absence is the reason to do more",
    .why =
        "\"Not sore, so add two sets\" reads the absence of soreness as a lack of effort; "
        "\"sore, so it works\" reads its presence as success. Both follow novelty, not "
        "progress. Each clause of a rule that adds load, reps or sets is held against the "
        "others: making the athlete sorer, with the same results, must never lead to more work; "
        "and a clause that adds work because someone recovered must also ask that the last work "
        "was done. A gate knows nothing of the work, so it adds none. This can't be allowed "
        "away.",
    .sources =
        "The founding articles (S000-2, S001-22, S004-20): not sore doesn't mean not trained. "
        "Repeated-bout effect: Doma 2023 (meta-analysis): the same work makes less sore the "
        "second time.",
    .critics =
        "A well-known set-progression matrix (known through a secondary source) rewards absence "
        "of soreness in one cell: never sore and worse than last time, one set more. That cell "
        "is what this finds; with it set to hold, the matrix passes.",
    .editions = {},
    .bad = R"(plan "Not sore, so more"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule more()
  when never sore then sets + 2, up to 5
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 more()
)",
    .good = R"(plan "Done and recovered, so more"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule more()
  when all sets done and recovered in time then sets + 1, up to 5
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 more()
)",
    .check = run,
};

}  // namespace meso::guidelines
