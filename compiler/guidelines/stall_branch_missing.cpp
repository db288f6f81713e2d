// R20 / M120: a lift that only goes up, or that is cut again and again and nothing else happens.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"
#include "compiler/verify/growth.h"
#include "compiler/verify/lift_demand.h"

namespace meso::guidelines {
namespace {

// ---- what a clause asks ----

// Does the atom, as it stands, speak of work that was done?
bool says_done(const Atom& atom) {
  switch (atom.reads) {
    case Reads::all_sets_done:
    case Reads::all_top_of_range:
    case Reads::tested: return !atom.negated;
    case Reads::missed: return atom.negated;
    case Reads::versus_last: {
      const auto* value = std::get_if<Decimal>(&atom.low);
      const auto better = Decimal::whole(static_cast<int>(VersusLast::better));
      return !atom.negated && value != nullptr && *value >= better;
    }
    case Reads::reps_of_set:
    case Reads::total_reps:
    case Reads::extra_reps:
    case Reads::rir_of_set: {
      const bool from_below = atom.compare == Compare::at_least || atom.compare == Compare::more;
      const bool from_above = atom.compare == Compare::at_most || atom.compare == Compare::less;
      return atom.negated ? from_above : from_below;
    }
    default: return false;
  }
}
bool says_missed(const Atom& atom) { return is_performance(atom.reads) && !says_done(atom); }

// Does a clause answer missed work, by doing less, otherwise, or by telling somebody? More work is
// no answer to it.
bool answers_misses(const RuleClause& clause, const RuleCall& call) {
  if (!gives_way(clause, call)) return false;
  if (!clause.condition) return true;
  const auto& atoms = clause.condition->atoms;
  if (clause.condition->any) return std::any_of(atoms.begin(), atoms.end(), says_missed);
  return std::any_of(atoms.begin(), atoms.end(), says_missed) &&
         std::none_of(atoms.begin(), atoms.end(), says_done);
}

class StallCheck {
 public:
  explicit StallCheck(GuidelineCheck& check)
      : check_(check), plan_(check.plan), from_(check.threshold("exposures from")) {}

  void run() {
    count_exposures();
    for (const auto& [rule, lifts] : stuck_) report_rule(plan_.rules[RuleId{rule}], lifts);
    report_planned();
    for (const Flaw& flaw : check_.paths.of(Property::stall_escalates).flaws) report_cuts(flaw);
  }

 private:
  using Lifts = std::map<std::uint32_t, int>;  // exposures, by exercise

  bool answered(const std::vector<RuleCall>& calls) const {
    return std::any_of(calls.begin(), calls.end(), [&](const RuleCall& call) {
      const auto& clauses = plan_.rules[call.rule].clauses;
      return std::any_of(clauses.begin(), clauses.end(),
                         [&](const RuleClause& clause) { return answers_misses(clause, call); });
    });
  }
  bool answered(const Block& block, const Line& line) const {
    return answered(line.rules) || answered(block.follows) || answered(plan_.follows);
  }

  // Of each progression: two misses and what comes of them need three exposures.
  void count_exposures() {
    std::map<std::uint32_t, int> exposures;
    for (const QueueEntry& entry : check_.facts.order) {
      if (!is_loading(check_.facts.passes[entry.pass_index])) continue;
      for (const Line& line : entry.session->lines)
        if (!answered(*entry.block, line)) add(line, exposures);
    }
  }
  void add(const Line& line, std::map<std::uint32_t, int>& exposures) {
    for (std::size_t i = 0; i < line.rules.size(); ++i) {
      const RuleCall& call = line.rules[i];
      if (!can_make_harder(plan_.rules[call.rule], call)) continue;
      const int now = ++exposures[line.progressions[i].value];
      if (Decimal::whole(now) < from_) continue;
      int& most = stuck_[call.rule.value][line.options.front().value];
      most = std::max(most, now);
      return;
    }
  }

  void report_rule(const Rule& rule, const Lifts& lifts) {
    const auto worst =
        std::max_element(lifts.begin(), lifts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    Diagnostic& d = check_.report(
        rule.source, "rule `" + rule.name + "` makes " + name(worst->first) +
                         " harder and never easier, " + counted(worst->second, "time") +
                         " over, whatever is missed");
    d.label("no clause for sets that are missed again and again");
    std::vector<std::string> others;
    for (const auto& [exercise, count] : lifts)
      if (exercise != worst->first) others.push_back(name(exercise));
    if (!others.empty()) d.note("the same goes for " + join_and(others));
    d.advise("take the load back: when missed 3 times in a row then load x 90%")
        .advise(
            "and change something the second time: when missed 3 times in a row and resets >= "
            "1 then load x 90%, notify coach");
  }

  // Loads that the plan itself raises from pass to pass, with the same sets and reps.
  void report_planned() {
    std::map<std::uint32_t, LiftDemand> last;
    std::map<std::uint32_t, int> rising;
    std::set<std::uint32_t> told;
    for (std::size_t p = 0; p < check_.facts.passes.size(); ++p) {
      const Pass& pass = check_.facts.passes[p];
      if (!is_loading(pass)) continue;
      for (const LiftDemand& lift : demands_of(check_.facts, p)) {
        const std::uint32_t id = lift.exercise.value;
        const auto before = last.find(id);
        const bool rises =
            before != last.end() && (harder_than(lift, before->second) & axis_bit(Axis::load)) != 0;
        rising[id] = rises ? rising[id] + 1 : 1;
        last[id] = lift;
        if (Decimal::whole(rising[id]) >= from_ &&
            !answered(plan_.blocks[pass.block], *lift.line) && told.insert(id).second)
          report_planned(lift, rising[id]);
      }
    }
  }
  void report_planned(const LiftDemand& lift, int weeks) {
    check_
        .report(lift.line->source, "the plan raises " + name(lift.exercise.value) + " for " +
                                       counted(weeks, "week") +
                                       " in a row, and nothing says what a missed set means")
        .label("the same sets and reps with more load each time")
        .advise(
            "say what misses do: follow brake(), with: rule brake() / when any lift missed "
            "twice in a row then end block, notify coach")
        .advise("or let a rule raise the load, when the sets were done");
  }

  void report_cuts(const Flaw& flaw) {
    Diagnostic& d = check_.report(flaw.place, flaw.what);
    d.label("cuts without end are no way out");
    if (!flaw.path.empty())
      d.note("with every set missed from the first day on, it is session " +
             std::to_string(flaw.path.size()) + " of the plan");
    tell_days(d, check_, flaw.path, "a third cut",
              [&](SessionId id) { return follows(id, flaw.place); });
    d.advise(
        "test recovery first, then change something: a clause above it with `and resets >= 1` "
        "that tells the coach, inserts a deload or changes the scheme: then load x 90%, "
        "notify coach");
  }

  // The session follows the rule that the clause belongs to.
  bool follows(SessionId id, SourceId clause) const {
    const auto any_has_it = [&](const std::vector<RuleCall>& calls) {
      return std::any_of(calls.begin(), calls.end(), [&](const RuleCall& call) {
        const auto& clauses = plan_.rules[call.rule].clauses;
        return std::any_of(clauses.begin(), clauses.end(),
                           [&](const RuleClause& c) { return c.source == clause; });
      });
    };
    const auto& lines = session_of(plan_, id).lines;
    return any_has_it(plan_.follows) || any_has_it(plan_.blocks[id.block].follows) ||
           std::any_of(lines.begin(), lines.end(),
                       [&](const Line& line) { return any_has_it(line.rules); });
  }

  const std::string& name(std::uint32_t exercise) const {
    return plan_.exercises[ExerciseId{exercise}].name;
  }

  GuidelineCheck& check_;
  const Plan& plan_;
  Decimal from_;
  std::map<std::uint32_t, Lifts> stuck_;  // by rule
};

void run(GuidelineCheck& check) { StallCheck(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"exposures from", 3, "exposures",
     "convention: two or three misses are a stall, and one exposure more shows what came of it"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline stall_branch_missing;
const Guideline stall_branch_missing{
    .name = "stall-branch-missing",
    .code = "M120",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A lift that gets harder has a way down, and a way out when going down doesn't help",
    .why =
        "\"+2.5 kg for ever\" has no answer to the day when the sets aren't made; more work is "
        "none, for what stalls is mostly not recovered. So each line that a rule makes harder "
        "needs a clause for misses that takes something off, changes the way or tells the coach; "
        "loads that the plan itself raises week by week need one too. And cuts alone are no way "
        "out: the verifier lives through the plan with every set missed, and by the third cut "
        "something else has to have come: another scheme or stage, a deload, a word to the coach. "
        "The usual step is two or three misses, then ten per cent off.",
    .sources =
        "The founding articles (S001-40, S003-22, S003-23): people call plateau what is recovery "
        "cut short. Ten per cent off after three misses is a convention of published programs; no "
        "trial compares it with another number.",
    .critics =
        "A short cycle with a fixed end may do without: it ends before a stall does harm. Where "
        "that is meant, allow it with the reason.",
    .editions = kEditions,
    .bad = R"(plan "Up for ever"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step

block "Base" 6 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Up, down, and a word to the coach"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 6 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
