// The states of the exploration: a morning, and all mornings that were reached, each once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "compiler/verify/projection.h"

namespace meso {

// No position, and no morning.
inline constexpr std::uint32_t kNowhere = UINT32_MAX;

// A morning. Plain bytes, so that states are compared and hashed as such.
struct Morning {
  std::uint32_t at = kNowhere;     // PositionId
  std::uint32_t outer = kNowhere;  // where an inserted block came in between
  std::uint8_t returning = 0;      // weeks of the return that are left
  std::uint8_t recent = 0;         // bit n: a session n + 1 days ago
  std::uint8_t weekday = 0;        // where it matters
  std::uint8_t idle = 0;           // days without a session, up to the lay-off
  // Of the group, in days: see RecoveryDays.
  std::uint8_t clear = 0, latent = 0, typical_gap = 0, never_clear = 0;
  struct Recovery {  // of a followed set
    std::uint8_t below_three = 0, gone = 0, sorest = 0, strong_from = 0, strong = 0;
    friend bool operator==(const Recovery&, const Recovery&) = default;
  };
  std::array<Recovery, kMostFollowed> recovery{};
  std::array<std::uint8_t, kMostCounters> since{};
  friend bool operator==(const Morning&, const Morning&) = default;
};
static_assert(sizeof(Morning) == 56);  // no byte without a value

inline std::uint64_t hash_of(const Morning& morning) {
  std::array<std::uint64_t, 7> words{};
  std::memcpy(words.data(), &morning, sizeof(Morning));
  std::uint64_t hash = 0x9e3779b97f4a7c15;
  for (const std::uint64_t word : words) {
    hash = (hash ^ word) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  return hash;
}

// Mornings by number, each once, with what led to it.
class Mornings {
 public:
  struct From {
    std::uint32_t before = kNowhere;
    std::uint8_t nth = kIdle;  // of the week's sessions
  };
  static constexpr std::uint8_t kIdle = 0xff;

  // Whether it is new.
  bool add(const Morning& morning, From from) {
    if ((all_.size() + 1) * 2 > slots_.size()) grow();
    std::size_t slot = hash_of(morning) & (slots_.size() - 1);
    for (; slots_[slot] != kNowhere; slot = (slot + 1) & (slots_.size() - 1))
      if (all_[slots_[slot]] == morning) return false;
    slots_[slot] = static_cast<std::uint32_t>(all_.size());
    all_.push_back(morning);
    from_.push_back(from);
    return true;
  }
  std::size_t size() const { return all_.size(); }
  const Morning& operator[](std::size_t n) const { return all_[n]; }
  const From& from(std::size_t n) const { return from_[n]; }

 private:
  void grow() {
    slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), kNowhere);
    for (std::uint32_t n = 0; n < all_.size(); ++n) {
      std::size_t slot = hash_of(all_[n]) & (slots_.size() - 1);
      while (slots_[slot] != kNowhere) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = n;
    }
  }

  std::vector<Morning> all_;
  std::vector<From> from_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace meso
