#include "compiler/verify/line_sets.h"

#include <algorithm>

#include "runtime/apply_changes.h"
#include "runtime/dose.h"

namespace meso {
namespace {

bool is_about_sets(Changes what) {
  return what == Changes::sets || what == Changes::rir || what == Changes::stage ||
         what == Changes::scheme;
}

Prescription prescribed(const Line& line, std::span<const SlotState* const> slots) {
  if (slots.empty()) return line.stages.front();
  const auto& stages = stages_of(line, *slots.front());
  int stage = 0;
  for (const SlotState* slot : slots) stage += slot->stage;
  Prescription sets =
      stages[static_cast<std::size_t>(std::clamp(stage, 0, static_cast<int>(stages.size()) - 1))];
  for (const SlotState* slot : slots) apply_slot(*slot, sets);
  for (const SlotState* slot : slots) apply_changes(slot->once, sets);
  apply_changes(line.changes, sets);
  return sets;
}

}  // namespace

SlotState sets_alone(const SlotState& slot) {
  SlotState out;
  out.stage = slot.stage;
  out.sets_added = slot.sets_added;
  out.rir_added = slot.rir_added;
  out.rir = slot.rir;
  out.scheme = slot.scheme;
  for (const Change& change : slot.once)
    if (is_about_sets(change.what)) out.once.push_back(change);
  return out;
}

bool changes_sets(const Action& action) {
  if (const auto* change = std::get_if<Change>(&action)) return is_about_sets(change->what);
  return std::holds_alternative<NextStage>(action);
}

void add_line_sets(const RunPlan& run, SessionId session, std::size_t nth,
                   std::span<const SlotState* const> slots, BySets& by_group) {
  const Line& line = run.session(session).lines[nth];
  if (line.stages.empty()) return;
  const Decimal sets = hard_sets(line, prescribed(line, slots), run.edition());
  if (sets == Decimal()) return;
  for_each_group(run.facts(session).touched, [&](GroupId group) {
    const Decimal share = share_of(run.plan(), line, group);
    if (share > Decimal()) by_group[group.value] += sets * share;
  });
}

BySets session_sets_at(const RunPlan& run, const std::vector<SlotState>& slots, SessionId session) {
  BySets sets(run.plan().groups.size());
  for (std::size_t n = 0; n < run.session(session).lines.size(); ++n) {
    std::vector<SlotState> own;
    for (const StateId progression : run.facts(session).lines[n].states)
      own.push_back(sets_alone(slots[progression.value]));
    std::vector<const SlotState*> at;
    for (const SlotState& slot : own) at.push_back(&slot);
    add_line_sets(run, session, n, at, sets);
  }
  return sets;
}

}  // namespace meso
