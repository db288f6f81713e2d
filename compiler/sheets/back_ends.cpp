#include "compiler/sheets/back_ends.h"

#include <array>

namespace meso {

#define MESO_BACK_END(format, extension, function) std::string function(const BackEndInput& input);
#include "compiler/sheets/all.def"
#undef MESO_BACK_END

namespace {

#define MESO_BACK_END(format, extension, function) BackEnd{format, extension, &function},
constexpr auto kBackEnds = std::to_array<BackEnd>({
#include "compiler/sheets/all.def"
});
#undef MESO_BACK_END

}  // namespace

std::span<const BackEnd> back_ends() { return kBackEnds; }

const BackEnd* back_end_of(std::string_view format) {
  for (const auto& one : kBackEnds)
    if (one.format == format) return &one;
  return nullptr;
}

}  // namespace meso
