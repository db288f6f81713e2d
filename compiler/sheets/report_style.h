// The style of the progress page: black and grey on white. Private to it.
#pragma once

#include <string_view>

namespace meso {

std::string_view report_style();

}  // namespace meso
