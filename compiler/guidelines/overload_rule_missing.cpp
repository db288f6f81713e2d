// R15 / M115: a line that repeats for weeks and can never get harder.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.h"
#include "compiler/verify/growth.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/dose.h"

namespace meso::guidelines {
namespace {

bool has_rule(const Plan& plan, const Line& line) {
  return std::any_of(line.rules.begin(), line.rules.end(), [&](const RuleCall& call) {
    return can_make_harder(plan.rules[call.rule], call);
  });
}

bool any_harder(const Plan& plan, const std::vector<RuleCall>& follows) {
  return std::any_of(follows.begin(), follows.end(), [&](const RuleCall& call) {
    return can_make_harder(plan.rules[call.rule], call);
  });
}

// A percentage grows with its reference, whichever line's rule moves that.
class Percentages {
 public:
  explicit Percentages(const Plan& plan) : plan_(plan) {}

  bool grow(const Line& line) {
    for (const Prescription& stage : line.stages)
      for (const SetGroup& group : stage.groups)
        if (const auto* load = std::get_if<PercentLoad>(&group.load);
            load != nullptr && raised(*load))
          return true;
    return false;
  }

 private:
  using Key = std::tuple<std::uint32_t, ReferenceKind::Of, int>;

  bool raised(const PercentLoad& load) {
    const auto [at, fresh] =
        known_.try_emplace(Key{load.of.value, load.reference.of, load.reference.reps}, false);
    if (fresh) at->second = some_line_raises(load.of, load.reference);
    return at->second;
  }

  bool some_line_raises(ExerciseId exercise, ReferenceKind kind) const {
    for (const Block& block : plan_.blocks)
      for (const Session& session : block.sessions)
        for (const Line& line : session.lines)
          if (std::find(line.options.begin(), line.options.end(), exercise) != line.options.end() &&
              raises(line, kind))
            return true;
    return false;
  }
  bool raises(const Line& line, ReferenceKind kind) const {
    return std::any_of(line.rules.begin(), line.rules.end(), [&](const RuleCall& call) {
      return can_raise_reference(plan_.rules[call.rule], call, kind);
    });
  }

  const Plan& plan_;
  std::map<Key, bool> known_;
};

bool easier_or_equal(const SetGroup& now, const SetGroup& first) {
  if (now.target != first.target || now.sets.high > first.sets.high) return false;
  if (now.effort != first.effort &&
      (!now.effort || !first.effort || now.effort->low < first.effort->low))
    return false;
  if (now.load_added != first.load_added || now.load_percent > first.load_percent) return false;
  const auto* a = std::get_if<PercentLoad>(&now.load);
  const auto* b = std::get_if<PercentLoad>(&first.load);
  if (a != nullptr && b != nullptr) return a->high <= b->high;
  const auto* x = std::get_if<AbsoluteLoad>(&now.load);
  const auto* y = std::get_if<AbsoluteLoad>(&first.load);
  if (x != nullptr && y != nullptr) return x->high.amount <= y->high.amount;
  return now.load == first.load;
}

// A planned wave counts as a rule; a week that only takes sets, load or effort off doesn't.
bool only_eased(const Prescription& now, const Prescription& first) {
  if (now.test != first.test || now.total_reps.has_value() != first.total_reps.has_value() ||
      now.groups.size() > first.groups.size())
    return false;
  if (now.total_reps && *now.total_reps > *first.total_reps) return false;
  return std::equal(now.groups.begin(), now.groups.end(), first.groups.begin(), easier_or_equal);
}

struct Slot {
  const Line* line = nullptr;
  const Session* session = nullptr;
  int passes = 0;       // loading ones
  bool varies = false;  // the plan itself changes it from week to week
};

// A line is the same slot in each week that has its session, also where weeks are written out one
// by one: the session's name, and what the slot's own name says after it.
using SlotKey = std::pair<std::string_view, std::string_view>;
SlotKey key_of(const Session& session, const Line& line) {
  const std::string_view slot = line.slot;
  const std::size_t at = slot.rfind("/" + session.name + "/");
  return {session.name, at == std::string_view::npos ? slot : slot.substr(at)};
}

// The slots of one block, in the order written.
std::vector<Slot> slots_of(const Block& block) {
  // Equal weeks share their sessions: each is looked at once, for all the passes that it stands in.
  std::vector<int> passes(block.sessions.size(), 0);
  for (const Week& week : block.weeks) {
    if (week.kind == WeekKind::deload || week.kind == WeekKind::test) continue;
    for (const std::uint32_t index : week.sessions) passes[index] += block.times;
  }
  std::vector<Slot> slots;
  std::map<SlotKey, std::size_t> known;
  for (std::size_t index = 0; index < passes.size(); ++index) {
    if (passes[index] == 0) continue;
    if (block.sessions[index].recovery) continue;  // isn't to get harder: active-recovery-dose
    for (const Line& line : block.sessions[index].lines) {
      if (line.stages.empty()) continue;
      const auto [at, fresh] = known.try_emplace(key_of(block.sessions[index], line), slots.size());
      if (fresh) slots.push_back({&line, &block.sessions[index], 0, false});
      Slot& slot = slots[at->second];
      slot.passes += passes[index];
      slot.varies = slot.varies || !only_eased(line.stages.front(), slot.line->stages.front());
    }
  }
  return slots;
}

bool is_any_class(const Plan& plan, const Line& line) {
  return plan.exercises[line.options.front()].any_of_class;
}

void report(GuidelineCheck& check, const Block& block, const std::vector<Slot>& slots) {
  const Slot& first = slots.front();
  const std::string& exercise = check.plan.exercises[first.line->options.front()].name;
  const std::string length = counted(first.passes, block.rotations ? "rotation" : "week");
  const std::string others =
      slots.size() == 1 ? "" : " and " + counted(static_cast<long>(slots.size()) - 1, "more line");
  Diagnostic& d =
      check.report(first.line->source, exercise + others + " of " + quoted(first.session->name) +
                                           " " + (slots.size() == 1 ? "repeats" : "repeat") +
                                           " for " + length + " and can't get harder");
  d.label("no rule for load, reps, sets or effort");
  for (std::size_t i = 1; i < slots.size(); ++i)
    d.also(check.span(slots[i].line->source), "nor here");
  d.advise("add a rule to the line, for example double progression: " + exercise +
           " 3x8-12 double(2.5%)")
      .advise(
          "with: rule double(step) / when all sets reach top of range then load + step, reps to "
          "bottom of range");
}

// One finding a session, since its lines are mended together; but what an `allow` covers stands for
// itself, so that an exception for one line hides no other.
void report_by_session(GuidelineCheck& check, const Block& block, std::vector<Slot> idle) {
  while (!idle.empty()) {
    const auto belongs = [&, session = idle.front().session,
                          allow = check.allow_at(idle.front().line->source)](const Slot& slot) {
      return slot.session == session && check.allow_at(slot.line->source) == allow;
    };
    const auto rest = std::stable_partition(idle.begin(), idle.end(), belongs);
    report(check, block, {idle.begin(), rest});
    idle.erase(idle.begin(), rest);
  }
}

void run(GuidelineCheck& check) {
  const Decimal from = check.threshold("repeats from");
  if (any_harder(check.plan, check.plan.follows)) return;
  Percentages percentages(check.plan);
  for (const Block& block : check.plan.blocks) {
    if (block.kind == WeekKind::deload || block.kind == WeekKind::test ||
        any_harder(check.plan, block.follows))
      continue;
    std::vector<Slot> idle;
    for (const Slot& slot : slots_of(block)) {
      if (Decimal::whole(slot.passes) < from || slot.varies ||
          is_any_class(check.plan, *slot.line) || trains_nothing(check.plan, *slot.line))
        continue;
      if (!has_rule(check.plan, *slot.line) && !percentages.grow(*slot.line)) idle.push_back(slot);
    }
    report_by_session(check, block, std::move(idle));
  }
}

constexpr Threshold kThresholds2026[] = {
    {"repeats from",
     3,
     "weeks",
     {2, 8},
     "a choice of this project: two weeks may hold a load to learn a lift"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline overload_rule_missing;
const Guideline overload_rule_missing{
    .name = "overload-rule-missing",
    .code = "M115",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary =
        "Every line that repeats for weeks has a rule, or a planned wave, that can make it harder",
    .why =
        "Progressive overload is what drives adaptation; \"3x10 curls\" for twelve weeks has "
        "none. A line needs a rule that can change its load, reps, sets, effort or stage, a "
        "percentage of a max that some rule raises, or sets that the plan itself changes from "
        "week to week. Lines of `any CLASS` are the athlete's own and left out; walking, mobility "
        "and "
        "stretching, and all of a recovery session, aren't to get harder.",
    .sources =
        "The founding articles (S001-26): progressive overload drives adaptation. American "
        "College of Sports Medicine 2009, progression models (read as abstract): the principle.",
    .critics = "Maintenance is a purpose too: allow it, with the reason, where that is meant.",
    .editions = kEditions,
    .bad = R"(plan "Curls for ever"
  level intermediate
  guidelines 2026
  familiar barbell curl
  goal e1RM of barbell curl + 5% by end of "Arms"
  track sleep, energy

block "Arms" 8 weeks if ready
  session "Arms"
    barbell curl 3x10 @ RIR 2
)",
    .good = R"(plan "Curls that grow"
  level intermediate
  guidelines 2026
  familiar barbell curl
  goal e1RM of barbell curl + 5% by end of "Arms"
  track sleep, energy

rule double(step)
  when all sets reach top of range then load + step, reps to bottom of range
  when missed twice in a row then load x 90%, notify coach

block "Arms" 8 weeks if ready
  session "Arms"
    barbell curl 3x8-12 @ RIR 2 double(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
