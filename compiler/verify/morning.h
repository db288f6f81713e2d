// The states of the exploration: a morning, and all mornings that were reached, each once.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "compiler/verify/numbered.h"
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
  std::array<std::uint64_t, sizeof(Morning) / 8> words{};
  std::memcpy(words.data(), &morning, sizeof(Morning));
  return hash_of_words(words.data(), words.size());
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
    const bool is_new = all_.add(morning).is_new;
    if (is_new) from_.push_back(from);
    return is_new;
  }
  std::size_t size() const { return all_.size(); }
  const Morning& operator[](std::size_t n) const { return all_[n]; }
  const From& from(std::size_t n) const { return from_[n]; }

 private:
  Numbered<Morning> all_;
  std::vector<From> from_;
};

}  // namespace meso
