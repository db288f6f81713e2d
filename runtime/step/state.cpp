#include "runtime/step/state.h"

#include <algorithm>

namespace meso {
namespace {

FollowState fresh_follow(const RunPlan& run, const RuleCall& call) {
  FollowState follow;
  follow.windows.resize(run.windows(call.rule).size());
  return follow;
}

std::vector<FollowState> fresh_follows(const RunPlan& run, const std::vector<RuleCall>& calls) {
  std::vector<FollowState> follows;
  for (const RuleCall& call : calls) follows.push_back(fresh_follow(run, call));
  return follows;
}

}  // namespace

void begin_run(const RunPlan& run, State& state) {
  state.fed.clear();
  if (state.control.finished) return;
  state.block_follows = fresh_follows(run, block_of(run.plan(), state.control.place).follows);
  for (SlotState& slot : state.progress.slots)
    for (WindowCount& window : slot.windows) window.block_ends();
}

std::vector<const Fed*> fed_in_order(const State& state) {
  std::vector<const Fed*> fed;
  fed.reserve(state.fed.size());
  for (const Fed& each : state.fed) fed.push_back(&each);
  std::sort(fed.begin(), fed.end(), [](const Fed* a, const Fed* b) { return a->turn < b->turn; });
  return fed;
}

State start(const RunPlan& run) {
  State state;
  state.control = start_control(run);
  state.progress = start_progress(run);
  state.plan_follows = fresh_follows(run, run.plan().follows);
  begin_run(run, state);
  return state;
}

}  // namespace meso
