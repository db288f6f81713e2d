// R15 / M115: a line that repeats for weeks and can never get harder.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/growth.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

bool has_rule(const Plan& plan, const Line& line) {
  return std::any_of(line.rules.begin(), line.rules.end(), [&](const RuleCall& call) { return changes_prescription(plan.rules[call.rule]); });
}

// A percentage grows with its reference, whichever line's rule moves that.
bool reference_grows(const Plan& plan, const Line& line) {
  const auto grows = [&](const PercentLoad& load) {
    for (const Block& block : plan.blocks)
      for (const Session& session : block.sessions)
        for (const Line& other : session.lines) {
          if (std::find(other.options.begin(), other.options.end(), load.of) == other.options.end()) continue;
          for (const RuleCall& call : other.rules)
            if (changes_reference(plan.rules[call.rule], load.reference)) return true;
        }
    return false;
  };
  for (const Prescription& stage : line.stages)
    for (const SetGroup& group : stage.groups)
      if (const auto* load = std::get_if<PercentLoad>(&group.load); load != nullptr && grows(*load)) return true;
  return false;
}

bool follows_growth(const Plan& plan, const Block& block) {
  const auto grows = [&](const RuleCall& call) {
    return std::any_of(plan.rules[call.rule].clauses.begin(), plan.rules[call.rule].clauses.end(), has_growth);
  };
  return std::any_of(block.follows.begin(), block.follows.end(), grows) || std::any_of(plan.follows.begin(), plan.follows.end(), grows);
}

struct Slot {
  const Line* line = nullptr;
  const Session* session = nullptr;
  int passes = 0;         // loading ones
  bool varies = false;    // the plan itself changes it from week to week
};

// The slots of one block, in the order written.
std::vector<Slot> slots_of(const Block& block) {
  std::vector<Slot> slots;
  std::map<std::string_view, std::size_t> known;
  for (const Week& week : block.weeks) {
    if (week.kind == WeekKind::deload || week.kind == WeekKind::test) continue;
    for (const std::uint32_t index : week.sessions)
      for (const Line& line : block.sessions[index].lines) {
        const auto [at, fresh] = known.try_emplace(line.slot, slots.size());
        if (fresh) slots.push_back({&line, &block.sessions[index], 0, false});
        Slot& slot = slots[at->second];
        slot.passes += block.times;
        slot.varies = slot.varies || line.stages.size() != slot.line->stages.size() ||
                      !same_prescription(line.stages.front(), slot.line->stages.front());
      }
  }
  return slots;
}

bool is_any_class(const Plan& plan, const Line& line) { return plan.exercises[line.options.front()].any_of_class; }

void report(GuidelineCheck& check, const Block& block, const std::vector<Slot>& slots) {
  const Slot& first = slots.front();
  const std::string exercise = check.plan.exercises[first.line->options.front()].name;
  const std::string length = counted(first.passes, block.rotations ? "rotation" : "week");
  const std::string others = slots.size() == 1 ? "" : " and " + counted(static_cast<long>(slots.size()) - 1, "more line");
  Diagnostic& d = check.report(first.line->source, exercise + others + " of " + quoted(first.session->name) + " " +
                                                       (slots.size() == 1 ? "repeats" : "repeat") + " for " + length + " and can't get harder");
  d.label("no rule for load, reps, sets or effort");
  for (std::size_t i = 1; i < slots.size(); ++i) d.also(check.span(slots[i].line->source), "nor here");
  d.advise("add a rule to the line, for example double progression: " + exercise + " 3x8-12 double(2.5%)")
      .advise("with: rule double(step) / when all sets reach top of range then load + step, reps to bottom of range");
}

void check_block(GuidelineCheck& check, const Block& block, const Decimal passes_allowed) {
  if (block.kind == WeekKind::deload || block.kind == WeekKind::test || follows_growth(check.plan, block)) return;
  std::vector<Slot> idle;
  for (const Slot& slot : slots_of(block)) {
    if (Decimal::whole(slot.passes) < passes_allowed || slot.varies || is_any_class(check.plan, *slot.line)) continue;
    if (!has_rule(check.plan, *slot.line) && !reference_grows(check.plan, *slot.line)) idle.push_back(slot);
  }
  // One finding a session: its lines are mended together.
  while (!idle.empty()) {
    const Session* session = idle.front().session;
    std::vector<Slot> here;
    for (const Slot& slot : idle)
      if (slot.session == session) here.push_back(slot);
    std::erase_if(idle, [&](const Slot& slot) { return slot.session == session; });
    report(check, block, here);
  }
}

void run(GuidelineCheck& check) {
  for (const Block& block : check.plan.blocks) check_block(check, block, check.threshold("repeats from"));
}

constexpr Threshold kThresholds2026[] = {
    {"repeats from", 3, "weeks", "a choice of this project: two weeks may hold a load to learn a lift"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline overload_rule_missing;
const Guideline overload_rule_missing{
    .name = "overload-rule-missing",
    .code = "M115",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "Every line that repeats for weeks has a rule, or a planned wave, that can make it harder",
    .why = "Progressive overload is what drives adaptation; \"3x10 curls\" for twelve weeks has none. A line needs a rule "
           "that can change its load, reps, sets, effort or stage, a percentage of a max that some rule raises, or sets "
           "that the plan itself changes from week to week. Lines of `any CLASS` are the athlete's own and left out.",
    .sources = "The founding articles (S001-26): progressive overload drives adaptation. American College of Sports "
               "Medicine 2009, progression models (read as abstract): the principle.",
    .critics = "Maintenance is a purpose too: allow it, with the reason, where that is meant.",
    .editions = kEditions,
    .bad = R"(plan "Curls for ever"
  level intermediate
  guidelines 2026
  familiar barbell curl
  goal e1RM of barbell curl + 5% by end of "Arms"

block "Arms" 12 weeks if ready
  session "Arms"
    barbell curl 3x10 @ RIR 2
)",
    .good = R"(plan "Curls that grow"
  level intermediate
  guidelines 2026
  familiar barbell curl
  goal e1RM of barbell curl + 5% by end of "Arms"

rule double(step)
  when all sets reach top of range then load + step, reps to bottom of range
  when missed twice in a row then load x 90%

block "Arms" 12 weeks if ready
  session "Arms"
    barbell curl 3x8-12 @ RIR 2 double(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
