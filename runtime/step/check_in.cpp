#include "runtime/step/check_in.h"

#include <algorithm>

namespace meso {

std::optional<Truth> strength_of(const CheckIn& answers, ExerciseId lift) {
  for (const auto& [exercise, truth] : answers.strength)
    if (exercise == lift) return truth;
  return std::nullopt;
}

bool is_open(const CheckIn& answers, const Question& question) {
  const auto& passed = answers.passed_over;
  return !answers.closed && std::find(passed.begin(), passed.end(), question) == passed.end();
}

int worst_soreness(const CheckIn& answers, GroupSet groups) {
  int worst = 0;
  bool known = true;
  for_each_group(groups, [&](GroupId g) {
    known = known && answers[g] != CheckIn::kUnanswered;
    worst = std::max<int>(worst, answers[g]);
  });
  return known ? worst : CheckIn::kUnanswered;
}

}  // namespace meso
