// R21 / M121: more work that no result has earned.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/attested.h"
#include "compiler/verify/growth.h"
#include "runtime/words.h"

namespace meso::guidelines {
namespace {

constexpr std::string_view kMend = "say which result earns it: when all sets done then ";

// ---- rules and gates ----

bool is_increase(const Action& action) {
  const auto* change = std::get_if<Change>(&action);
  return change != nullptr ? is_growth(*change) : std::holds_alternative<NextVariation>(action);
}

const Action* increase_of(const RuleClause& clause) {
  const auto found = std::find_if(clause.actions.begin(), clause.actions.end(), is_increase);
  return found == clause.actions.end() ? nullptr : &*found;
}

bool is_earned(const ClauseTable& table, const RuleClause& clause, const Region& region) {
  if (clause.condition && attests_work(*clause.condition, SameAsLast::attests_nothing)) return true;
  return std::all_of(region.begin(), region.end(), [&](const Box& box) {
    return attests_work(table, box, SameAsLast::attests_nothing);
  });
}

// Where soreness alone is the reason, soreness-drives-overload says it.
bool is_said(const Rule& rule, const ClauseTable& table, const RuleClause& clause,
             const Region& region) {
  return reads_soreness(rule) && soreness_suffices(table, clause, region);
}

void report(GuidelineCheck& check, const Rule& rule, const RuleClause& clause,
            const Action& increase) {
  words::Context context;
  context.plan = &check.plan;
  context.rule = &rule;
  Diagnostic& d =
      check.report(clause.source, "rule `" + rule.name + "` says " +
                                      words::action(context, increase) + ", whatever was done");
  d.label("holds though the last target was missed")
      .advise(std::string(kMend) + "..., or better than last, or enough reps of a set");
}

void check_rule(GuidelineCheck& check, const Rule& rule) {
  if (std::none_of(rule.clauses.begin(), rule.clauses.end(),
                   [](const RuleClause& clause) { return increase_of(clause) != nullptr; }))
    return;
  const ClauseTable table = rule_table(check.plan, rule, check.edition);
  for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
    const RuleClause& clause = rule.clauses[c];
    const Action* increase = increase_of(clause);
    // Of a rule too intricate for a table, what its clauses ask in so many words is taken.
    if (increase == nullptr || (!table.complete && !clause.condition)) continue;
    const Region region = table.complete ? table.clauses[c] : Region{Box()};
    if (!is_earned(table, clause, region) && !is_said(rule, table, clause, region))
      report(check, rule, clause, *increase);
  }
}

// A gate that reads soreness is told by soreness-drives-overload.
void check_gate(GuidelineCheck& check, const Gate& gate) {
  if (reads_soreness(gate)) return;
  for (const GateClause& clause : gate.clauses)
    for (const Change& change : clause.changes)
      if (is_growth(change)) {
        check
            .report(clause.source, "gate `" + gate.name +
                                       "` gives more work for a good check-in, "
                                       "whatever was done")
            .label("a check-in knows nothing of the last results")
            .advise("let a rule add it, for a result: when all sets done then load + 2.5 kg");
        break;
      }
}

// ---- kilograms that the calendar adds ----

// A wave in percent rises with a max that results move. Kilograms beside it, or in its place, rise
// by themselves.
std::optional<Load> own_load(const SetGroup& group) {
  if (const auto* absolute = std::get_if<AbsoluteLoad>(&group.load)) {
    Load load = absolute->high;
    load.amount = percent_of(group.load_percent.value, load.amount);
    if (group.load_added) load.amount += group.load_added->amount;
    return load;
  }
  return group.load_added;
}

// How much heavier a set is for no fewer reps.
Decimal heavier_by(const SetGroup& before, const SetGroup& now) {
  const bool absolute = std::holds_alternative<AbsoluteLoad>(now.load);
  if (before.target != now.target || std::holds_alternative<AbsoluteLoad>(before.load) != absolute)
    return {};
  const auto from = own_load(before), to = own_load(now);
  if (!to || (absolute && !from)) return {};
  return to->amount - (from ? from->amount : Decimal());
}

Decimal heavier_by(const Line& before, const Line& now) {
  Decimal most;
  const auto& a = before.stages.front().groups;
  const auto& b = now.stages.front().groups;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    most = std::max(most, heavier_by(a[i], b[i]));
  return most;
}

class Calendar {
 public:
  Calendar(GuidelineCheck& check, const Block& block) : check_(check), block_(block) {}

  // One finding a block: the weeks rise together and are mended together.
  void run() {
    for (std::size_t w = 0; w < block_.weeks.size(); ++w) {
      const Week& week = block_.weeks[w];
      if (!is_loading(week.kind)) continue;
      for (const std::uint32_t s : week.sessions)
        for (const Line& line : block_.sessions[s].lines)
          if (!line.stages.empty() && see(block_.sessions[s], line, w)) return;
    }
  }

 private:
  // Whether it is reported.
  bool see(const Session& session, const Line& line, std::size_t week) {
    const std::string_view slot = line.slot;
    const auto key = std::pair(std::string_view(session.name), slot.substr(slot.rfind('/') + 1));
    const auto [at, fresh] = last_.try_emplace(key, &line);
    const Decimal by = fresh ? Decimal() : heavier_by(*at->second, line);
    at->second = &line;
    if (by <= Decimal()) return false;
    const Week& now = block_.weeks[week];
    const std::string& exercise = check_.plan.exercises[line.options.front()].name;
    check_
        .report(now.changes.empty() ? line.source : now.changes.front().source,
                exercise + " gets " + text(Load{by, check_.plan.units}) + " heavier in " +
                    (block_.rotations ? "rotation " : "week ") + std::to_string(week + 1) + " of " +
                    quoted(block_.name) + ", whatever was done")
        .label("added by the calendar")
        .advise("let a result add it, with a rule on the line: " + std::string("add(") +
                text(Load{by, check_.plan.units}) +
                "), with: rule add(step) / when all sets done then load + step")
        .advise("or write the wave in percent of a max that a rule or a test moves");
    return true;
  }

  GuidelineCheck& check_;
  const Block& block_;
  std::map<std::pair<std::string_view, std::string_view>, const Line*> last_;
};

void run(GuidelineCheck& check) {
  for (const Gate& gate : check.plan.gates) check_gate(check, gate);
  for (const Rule& rule : check.plan.rules) check_rule(check, rule);
  for (const Block& block : check.plan.blocks)
    if (is_loading(block.kind)) Calendar(check, block).run();
}

}  // namespace

extern const Guideline increase_without_performance;
const Guideline increase_without_performance{
    .name = "increase-without-performance",
    .code = "M121",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "Whatever gets harder does so because the last target was met",
    .why =
        "\"A set more every week\" loads those who met their target and those who missed it "
        "alike. Each clause of a rule that adds load, reps, sets or a harder variation, or takes "
        "rest or reserve away, must hold only where a result says that the work was done: all "
        "sets done, the top of the range, enough reps of a set, better than last time. Worse than "
        "last says no such thing, the same as last only together with all sets done, and a week's "
        "end never. Weeks that add kilograms by the calendar are found too; a wave in percent of "
        "a max that results move isn't, and neither are planned weeks with more sets, which "
        "volume-jump bounds. Where soreness is the only reason, soreness-drives-overload says it.",
    .sources =
        "The founding articles (S000-6, S003-30, S004-31): what counts is how the athlete "
        "performs, and one comes back when the last effort can be beaten. The principle of "
        "progression; every clause is looked at in every situation that reaches it.",
    .critics =
        "Fixed short cycles of kilograms have made many strong; they were written for lifters "
        "whose maxes had just been tested. Where such a cycle is meant, allow it with the reason, "
        "and give it a brake for those who miss.",
    .editions = {},
    .bad = R"(plan "A set more every week"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule more(most)
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%
  when week ends and sets < most then sets + 1

block "Base" 4 weeks if ready
  session "Bench"
    bench press 5x5 @ RIR 2 more(6)
)",
    .good = R"(plan "A set more for all sets done"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule more(most)
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%
  when all sets done and sets < most then sets + 1

block "Base" 4 weeks if ready
  session "Bench"
    bench press 5x5 @ RIR 2 more(6)
)",
    .check = run,
};

}  // namespace meso::guidelines
