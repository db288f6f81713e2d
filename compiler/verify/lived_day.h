// A day of a path as the athlete lived it: what was answered, what the runtime made of it.
#pragma once

#include "runtime/step/control.h"

namespace meso {

struct LivedDay {
  int day = 0;  // from the first day of the plan, 0
  SessionId session;
  DayVerdict verdict;
  CheckIn answers;
};

// What recovery within the table still allows of a group on a morning.
struct BodyToday {
  int sorest = 0;  // the highest report of a truthful athlete
  bool may_be_weak = false;
};

}  // namespace meso
