#include "compiler/verify/good_check_in.h"

namespace meso {

CheckIn all_good(const Plan& plan) {
  CheckIn answers;
  for (std::size_t g = 0; g < plan.groups.size(); ++g) answers.soreness[g] = 0;
  answers.functional.fill(Truth::no);
  answers.scales.fill(5);
  answers[Scale::stress] = 1;
  answers.pain_answered = answers.red_flag_answered = true;
  for (std::size_t s = 0; s < plan.signals.size(); ++s) {
    const OwnSignal& signal = plan.signals[plan.signals.id_of(s)];
    answers.own.emplace_back(plan.signals.id_of(s),
                             signal.higher_is_better ? signal.scale.high : signal.scale.low);
  }
  answers.closed = true;
  return answers;
}

}  // namespace meso
