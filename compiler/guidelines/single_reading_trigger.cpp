// R30 / M130: one bad day changes the plan.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/clause_table.h"
#include "runtime/words.h"

namespace meso::guidelines {
namespace {

// ---- what lasts beyond the day ----

// The share that the factor leaves, where a call says it.
bool scales_down(const Plan& plan, RuleId rule, const Change& change) {
  const auto below_all = [](Decimal percent) { return percent < Decimal::whole(100); };
  if (const auto* q = std::get_if<Quantity>(&change.value)) return below_all(q->high);
  const auto* parameter = std::get_if<ParameterRef>(&change.value);
  if (parameter == nullptr) return false;
  const std::variant<Quantity, ParameterRef> value = *parameter;
  const auto by_any = [&](const std::vector<RuleCall>& calls) {
    return std::any_of(calls.begin(), calls.end(), [&](const RuleCall& call) {
      return call.rule == rule && below_all(value_of(value, call).high);
    });
  };
  for (const Block& block : plan.blocks) {
    if (by_any(block.follows)) return true;
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines)
        if (by_any(line.rules)) return true;
  }
  return by_any(plan.follows);
}

// What is taken off for one exposure alone is no turn of the plan, and neither is a max that is
// corrected by as much as was missing.
bool is_cut(const Plan& plan, RuleId rule, const Change& change) {
  if (change.next_time || change.per == Change::Per::missing_rep) return false;
  switch (change.what) {
    case Changes::load:
    case Changes::reps:
    case Changes::time:
    case Changes::distance:
    case Changes::sets:
    case Changes::reference: break;
    default: return false;
  }
  return change.how == Change::How::subtract ||
         (change.how == Change::How::times && scales_down(plan, rule, change));
}

const Action* trigger_of(const Plan& plan, RuleId rule, const RuleClause& clause) {
  for (const Action& action : clause.actions) {
    const auto* change = std::get_if<Change>(&action);
    if (change != nullptr ? is_cut(plan, rule, *change)
                          : std::holds_alternative<InsertBlock>(action) ||
                                std::holds_alternative<EndBlock>(action) ||
                                std::holds_alternative<RepeatWeek>(action) ||
                                std::holds_alternative<PreviousVariation>(action))
      return &action;
  }
  return nullptr;
}

// ---- what is read once ----

// Red flags are exempt: one is enough. A test is made to be acted on.
bool is_reading(Reads reads) {
  if (reads == Reads::pain || reads == Reads::days_off || reads == Reads::tested) return false;
  return is_readiness(reads) || is_performance(reads) || is_recovery(reads);
}

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : check_(check), in_a_row_(check.threshold("in a row")), days_(check.threshold("for days")) {}

  void run() {
    for (std::size_t r = 0; r < check_.plan.rules.size(); ++r) look_at(check_.plan.rules.id_of(r));
  }

 private:
  void look_at(RuleId id) {
    const Rule& rule = check_.plan.rules[id];
    for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
      const RuleClause& clause = rule.clauses[c];
      const Action* trigger = trigger_of(check_.plan, id, clause);
      if (trigger == nullptr) continue;
      if (clause.condition ? rests_on_one(*clause.condition) : rests_on_one(rule, c))
        report(rule, clause, *trigger);
    }
  }

  // HRV and pulse are means of days already, and a block's end looks back at all of it.
  bool is_repeated(const Atom& atom) const {
    if (atom.reads == Reads::hrv || atom.reads == Reads::resting_heart_rate) return true;
    if (Decimal::whole(atom.for_days) >= days_) return true;
    if (!atom.window) return false;
    if (atom.window->over == Window::Over::this_block || atom.window->every) return true;
    return Decimal::whole(atom.window->times) >= in_a_row_;
  }

  bool rests_on_one(const Condition& condition) const {
    const auto& atoms = condition.atoms;
    const auto once = [&](const Atom& a) { return is_reading(a.reads) && !is_repeated(a); };
    if (condition.any) return std::any_of(atoms.begin(), atoms.end(), once);
    return std::any_of(atoms.begin(), atoms.end(), once) &&
           std::none_of(atoms.begin(), atoms.end(),
                        [&](const Atom& a) { return is_reading(a.reads) && is_repeated(a); });
  }

  // `otherwise`: what the clauses above leave over.
  bool rests_on_one(const Rule& rule, std::size_t clause) const {
    const ClauseTable table = rule_table(check_.plan, rule, check_.edition);
    if (!table.complete) return false;
    const Region& region = table.clauses[clause];
    return std::any_of(region.begin(), region.end(),
                       [&](const Box& box) { return rests_on_one(table, box); });
  }
  bool rests_on_one(const ClauseTable& table, const Box& box) const {
    bool once = false;
    for (std::size_t i = 0; i < box.size(); ++i) {
      const ClauseVariable& v = table.variables[i];
      const Reads reads = v.whole != nullptr ? v.whole->reads : v.reads;
      if (box[i] == v.all() || !is_reading(reads)) continue;
      const bool holds = box[i] == value_bit(1);
      const bool lasts = v.lasting && Decimal::whole(v.for_days) >= days_;
      if (holds && (lasts || (v.whole != nullptr && is_repeated(*v.whole)))) return false;
      const bool streak = v.lasting || (v.whole != nullptr && is_repeated(*v.whole));
      once = once || !streak;
    }
    return once;
  }

  void report(const Rule& rule, const RuleClause& clause, const Action& trigger) {
    words::Context context;
    context.plan = &check_.plan;
    context.rule = &rule;
    Diagnostic& d = check_.report(clause.source, "one bad day is enough in rule `" + rule.name +
                                                     "`: " + words::action(context, trigger));
    d.label("rests on a single reading")
        .note("asked are " + in_a_row_.text() + " exposures in a row, or a report that lasts for " +
              days_.text() + " days")
        .advise("ask for it again before you act: missed twice in a row, energy <= 2 for 3 days")
        .advise("or take something off for one exposure alone: load x 90% next time");
  }

  GuidelineCheck& check_;
  const Decimal in_a_row_, days_;
};

void run(GuidelineCheck& check) { Checker(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"in a row", 2, "exposures", {2, 6}, "a choice of this project: the next one confirms it"},
    {"for days",
     2,
     "days",
     {2, 14},
     "a choice of this project: three mornings, today's among them"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline single_reading_trigger;
const Guideline single_reading_trigger{
    .name = "single-reading-trigger",
    .code = "M130",
    .category = "measurement",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "No single bad day cuts a load, inserts a deload or ends a block",
    .why =
        "Days differ: one good or bad one isn't a trend. A gate may decide about today by today's "
        "answers, but what lasts longer (a cut of load, reps or sets, a deload put in between, a "
        "week repeated, a block ended, an easier variation) waits for a second reading: two "
        "exposures in a row, a report that lasts for days, or a look back over the whole block. "
        "HRV and resting heart rate are means of a week already. Red flags and pain are exempt, "
        "for one is enough; so are tests, changes for one exposure alone, the next stage of a "
        "scheme, and a max that is corrected by as many reps as were missing.",
    .sources =
        "The founding articles (S000-13, S004-35): days and weeks fluctuate, and what counts is "
        "the trend over weeks. Plews 2014 (read as abstract): HRV as a mean of several days. The "
        "variation of one-rep tests is put at about 4 % (from general knowledge, not re-read).",
    .critics =
        "Some programs cut at the first miss with reason: their sets are chosen so that a miss is "
        "rare. Allow it there.",
    .editions = kEditions,
    .bad = R"(plan "One bad night, one easy week"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

rule tired()
  when sleep <= 2 then insert "Easy week", at most 1 time

block "Base" 4 weeks if ready
  follow tired()
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)

block "Easy week" 1 week, deload if ready
  repeat "Base" sets x 50%, RIR + 2
)",
    .good = R"(plan "Three bad nights, one easy week"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

rule tired()
  when sleep <= 2 for 2 days then insert "Easy week", at most 1 time

block "Base" 4 weeks if ready
  follow tired()
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)

block "Easy week" 1 week, deload if ready
  repeat "Base" sets x 50%, RIR + 2
)",
    .check = run,
};

}  // namespace meso::guidelines
