// Mistakes that the verifier can be built with, one at a time, so that tests can require that each
// of them is noticed: where nothing notices a wrong verifier, agreement proves nothing.
#pragma once

#include <cstdint>

namespace meso {

enum class SeededFault : std::uint8_t {
  none,
  // The envelope.
  rows_a_day_short,       // all is over a day before the table says so
  peaks_too_low,          // the highest report is two points below the table's
  strength_back_late,     // strength can't be back before the table's worst
  strength_always_back,   // and never stays away
  only_last_bout_counts,  // what is left of the bouts before it is forgotten
  low_report_recovers,    // a group that its gate released has nothing left of its bouts
  // Days.
  waits_capped_early,          // a day before they are over
  days_off_capped_early,       // a day before a lay-off is one
  idle_only_where_blocked,     // waiting never helps: days without a session only where one waits
  first_day_is_monday,         // of every plan
  return_is_no_fresh_start,    // after a lay-off the week goes on where it was left
  overdue_stays_in_its_place,  // `at most` moves nothing to the front
  // Weeks and sessions.
  weeks_merged_by_sessions,  // whatever their bouts
  others_never_done,         // sessions that don't train the group
  others_reset_waits,        // as if they trained it
  swaps_forgotten,
  rules_forgotten,  // what they insert, repeat or end
};

}  // namespace meso
