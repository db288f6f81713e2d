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
  take_answered(now.soreness, later.soreness, CheckIn::kUnanswered);
  take_answered(now.scales, later.scales, CheckIn::kUnanswered);
  take_answered(now.functional, later.functional, Truth::unknown);
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
  static_assert(CheckIn::kUnanswered == -1);  // without a sign it is the highest there is
  std::uint8_t worst = 0;
  for_each_group(
      groups, [&](GroupId g) { worst = std::max(worst, static_cast<std::uint8_t>(answers[g])); });
  return static_cast<std::int8_t>(worst);
}

}  // namespace meso
