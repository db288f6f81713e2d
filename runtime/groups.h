// Sets of muscle groups: bit n is the group with GroupId n.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/logic.h"

namespace meso {

inline constexpr std::size_t kMostGroups = 32;  // the catalogue has fewer
using GroupSet = std::uint32_t;

constexpr GroupSet group_bit(GroupId group) { return GroupSet{1} << group.value; }
constexpr bool holds(GroupSet set, GroupId group) { return (set & group_bit(group)) != 0; }

template <class Visit>
void for_each_group(GroupSet set, Visit visit) {
  for (; set != 0; set &= set - 1) visit(GroupId{static_cast<std::uint32_t>(__builtin_ctz(set))});
}

}  // namespace meso
