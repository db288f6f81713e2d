// The style of the HTML sheets: black on white, hairlines, one font. Private to the HTML back end.
#pragma once

#include <string>

#include "compiler/sheets/document.h"

namespace meso {

std::string html_style(Paper paper);

}  // namespace meso
