#include "compiler/findings/formats.h"

#include <array>

namespace meso {

#define MESO_FINDINGS_FORMAT(name, function) \
  std::string function(const CheckReport& report, FindingsStyle style);
#include "compiler/findings/all.def"
#undef MESO_FINDINGS_FORMAT

namespace {

#define MESO_FINDINGS_FORMAT(name, function) FindingsFormat{name, &function},
constexpr auto kFormats = std::to_array<FindingsFormat>({
#include "compiler/findings/all.def"
});
#undef MESO_FINDINGS_FORMAT

}  // namespace

std::span<const FindingsFormat> findings_formats() { return kFormats; }

const FindingsFormat* findings_format(std::string_view name) {
  for (const FindingsFormat& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

}  // namespace meso
