// What today is, of a plan and a log that are being run: shown by `meso next`, and by `meso log`
// once it has written.
#pragma once

#include "compiler/driver/running.h"
#include "compiler/sheets/today.h"

namespace meso {

TodaySheet today_sheet(const Running& running, const DayDecision& decision, bool plates = false);
// With what is on record of the day.
TodaySheet today_sheet(const Running& running, bool plates = false);

}  // namespace meso
