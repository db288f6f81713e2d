// Today's date by the machine's clock and time zone, and how long something took. Nothing but the
// driver asks for it.
#pragma once

#include "base/date.h"

namespace meso {

Date today_by_the_clock();
// Milliseconds since some moment of the past.
double milliseconds();

}  // namespace meso
