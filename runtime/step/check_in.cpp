#include "runtime/step/check_in.h"

#include <algorithm>

namespace meso {

std::string_view text(Functional functional) {
  switch (functional) {
    case Functional::alters_form: return "soreness alters form";
    case Functional::reduces_strength: return "soreness reduces strength";
    case Functional::shortens_range: return "soreness shortens range";
    case Functional::lowers_confidence: return "soreness lowers confidence";
  }
  return "";
}

std::string_view text(Scale scale) {
  constexpr std::array<std::string_view, kScales> kNames{"energy", "sleep", "stress", "mood"};
  return kNames[static_cast<std::size_t>(scale)];
}

void add_answers(CheckIn& now, const CheckIn& later) {
  for (std::size_t i = 0; i < kMostGroups; ++i)
    if (later.soreness[i] != CheckIn::kUnanswered) now.soreness[i] = later.soreness[i];
  for (std::size_t i = 0; i < kScales; ++i)
    if (later.scales[i] != CheckIn::kUnanswered) now.scales[i] = later.scales[i];
  for (std::size_t i = 0; i < kFunctional; ++i)
    if (later.functional[i] != Truth::unknown) now.functional[i] = later.functional[i];
  if (later.pain_answered) {
    now.pain_answered = true;
    now.pains = later.pains;
  }
  now.red_flag_answered = now.red_flag_answered || later.red_flag_answered;
  if (later.hrv) now.hrv = later.hrv;
  if (later.resting_heart_rate) now.resting_heart_rate = later.resting_heart_rate;
  now.own.insert(now.own.begin(), later.own.begin(), later.own.end());
}

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
