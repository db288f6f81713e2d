#include "runtime/probe.h"

#include <variant>

namespace meso {
namespace {

// Reps with a load, or with one that is found.
bool shows_strength(const SetGroup& group, Equipment equipment) {
  const bool reps = group.reps() != nullptr || std::holds_alternative<MaxReps>(group.target) ||
                    std::holds_alternative<ToFailure>(group.target);
  const bool own_body =
      std::holds_alternative<BodyweightLoad>(group.load) ||
      (equipment == Equipment::bodyweight && std::holds_alternative<NoLoad>(group.load));
  return reps && !own_body;
}

bool shows_strength(const Plan& plan, const Line& line) {
  if (line.options.empty() || line.stages.empty()) return false;
  const Prescription& first = line.stages.front();
  return first.test ||
         (!first.groups.empty() &&
          shows_strength(first.groups.front(), plan.exercises[line.options.front()].equipment));
}

}  // namespace

const Line* probe_of(const Plan& plan, const Session& session) {
  const Line* first = nullptr;
  for (const Line& line : session.lines) {
    if (!shows_strength(plan, line)) continue;
    if (plan.exercises[line.options.front()].compound) return &line;
    if (first == nullptr) first = &line;
  }
  return first;
}

}  // namespace meso
