// Places in source texts: bytes only. Lines and columns exist in renderers, and nowhere else.
#pragma once

#include <compare>
#include <cstdint>

#include "base/id.h"

namespace meso {

using FileId = Id<struct FileTag>;

// The bytes [begin, end) of one file. An empty span marks a place between two characters.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool contains(Span other) const {
    return file == other.file && begin <= other.begin && other.end <= end;
  }
  friend constexpr auto operator<=>(Span, Span) = default;
};

// The smallest span that holds both; they must be of one file.
constexpr Span join(Span a, Span b) {
  return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace meso
