#include "runtime/simulate/answers.h"

#include <algorithm>

namespace meso::simulate {
namespace {

using About = Question::About;

constexpr double kUnnoticed = 0.5;    // soreness below it is told as none
constexpr double kTiring = 5;         // soreness from here up costs a point of energy
constexpr double kInTheWay = 4;       // soreness that alters form and range
constexpr double kNoticeable = 0.10;  // strength missing that the athlete feels

// Each scale from 1 to 5, in parts of 32: mostly 3 or 4; of stress, where 1 is none, 3 or 2.
int draw_scale(Random& random) {
  const int n = random.below(32);
  return n < 1 ? 1 : n < 4 ? 2 : n < 13 ? 3 : n < 26 ? 4 : 5;
}

void answer_functional(const DayOf& day, Functional which, CheckIn& answers) {
  const bool of_strength =
      which == Functional::reduces_strength || which == Functional::lowers_confidence;
  const double limit = of_strength ? kSore : kInTheWay;
  const auto any = [&](auto is_so) {
    bool so = false;
    for_each_group(day.body.tired(), [&](GroupId g) { so = so || is_so(g); });
    return so;
  };
  const bool sore = any([&](GroupId g) { return day.body.is_sore(g, day.hour(), limit); });
  const bool yes = sore && (!of_strength || any([&](GroupId g) {
                     return day.body.is_weak(g, day.hour(), kNoticeable);
                   }));
  answers[which] = yes ? Truth::yes : Truth::no;
}

void answer_own(const DayOf& day, Random& random, SignalId signal, CheckIn& answers) {
  const Range scale = day.plan.plan().signals[signal].scale;
  answers.own.emplace_back(signal, scale.low + random.below(scale.high - scale.low + 1));
}

// To whole units around what is usual.
Decimal draw_reading(Random& random, double mean, double deviation) {
  return Decimal::whole(static_cast<int>(std::max(1.0, mean + deviation * random.normal())));
}

}  // namespace

void answer_check_in(const DayOf& day, Random& random, CheckIn& answers) {
  const int less = random.happens(day.habits.under_reports) ? day.habits.under_report_by : 0;
  double worst = 0;
  answers.soreness = day.plan.not_sore();
  for_each_group(day.body.tired(), [&](GroupId g) {
    const double sore = day.body.soreness(g, day.hour());
    worst = std::max(worst, sore);
    if (sore < kUnnoticed) return;
    const double felt = sore + day.habits.noise * (2 * random.uniform() - 1);
    answers[g] = static_cast<std::int8_t>(std::clamp(static_cast<int>(felt + 0.5) - less, 0, 10));
  });
  const int tired = worst >= kTiring ? 1 : 0;
  answers[Scale::energy] = static_cast<std::int8_t>(std::max(1, draw_scale(random) - tired));
  answers[Scale::sleep] = static_cast<std::int8_t>(draw_scale(random));
  answers.pain_answered = answers.red_flag_answered = true;
}

void answer(const DayOf& day, const Question& question, CheckIn& answers) {
  Random random(
      day.seed, day.athlete, Stream::question,
      (static_cast<std::uint64_t>(day.day) << 8) + static_cast<std::uint64_t>(question.about) + 1);
  switch (question.about) {
    case About::soreness: answers[question.group] = 0; return;  // of a group that nothing trains
    case About::functional: return answer_functional(day, question.functional, answers);
    case About::scale:
      answers[question.scale] = static_cast<std::int8_t>(
          question.scale == Scale::stress ? 6 - draw_scale(random) : draw_scale(random));
      return;
    case About::hrv: answers.hrv = draw_reading(random, 60, 7); return;
    case About::resting_heart_rate:
      answers.resting_heart_rate = draw_reading(random, 56, 3);
      return;
    case About::own_signal: return answer_own(day, random, question.signal, answers);
    case About::pain: answers.pain_answered = true; return;
    case About::red_flag: answers.red_flag_answered = true; return;
    case About::probe: break;
  }
  answers.passed_over.push_back(question);
}

}  // namespace meso::simulate
