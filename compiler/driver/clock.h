// Today's date by the machine's clock and time zone. Nothing but the driver asks for it.
#pragma once

#include "base/date.h"

namespace meso {

Date today_by_the_clock();

}  // namespace meso
