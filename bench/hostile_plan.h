// Plans at the limits of the language that are made to be dear: 40 sessions, 30 rules, 20 gates and
// 104 weeks, with waits from session to session, swaps and rules that insert blocks.
#pragma once

#include <string>

namespace meso::bench {

enum class Hostility {
  intricate,  // gates that cut every check-in into many boxes, sessions that are overdue all the
              // time
  wide,       // gates that only swap: any of 2^40 sets of sessions may be left of a week
};
std::string hostile_plan(Hostility how);

}  // namespace meso::bench
