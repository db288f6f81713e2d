// Whose turn it is on a morning: the first session of the queue, or what is overdue.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "compiler/verify/morning.h"

namespace meso {

inline constexpr std::uint8_t kNeverDone = 0xff;  // Morning::since: it isn't waited for

class Heads {
 public:
  explicit Heads(const std::vector<SinceCounter>& counters) {
    for (std::size_t c = 0; c < counters.size(); ++c)
      caps_[c] = static_cast<std::uint8_t>(counters[c].cap);
  }

  // Counters go no further than these.
  std::uint8_t cap(std::size_t counter) const { return caps_[counter]; }

  // An overdue session comes before the first one; of several the one that waits longest. A bit
  // for each that may be it.
  std::uint64_t of(const Morning& today, const std::vector<SessionView>& views,
                   std::uint64_t pending) {
    std::uint64_t overdue = 0, may_be_overdue = 0;
    for (std::uint64_t left = pending; left != 0; left &= left - 1) {
      const auto nth = static_cast<std::size_t>(__builtin_ctzll(left));
      if (views[nth].may_be_overdue) may_be_overdue |= std::uint64_t{1} << nth;
      overdue_[nth] = overdue_by(today, views[nth]);
      if (overdue_[nth].days >= 0) overdue |= std::uint64_t{1} << nth;
    }
    const std::uint64_t first = pending & (~pending + 1);
    return (overdue != 0 ? longest_of(overdue) : first) | may_be_overdue;
  }

 private:
  struct Overdue {
    int days = -1;  // since `at most` ran out; below 0: it hasn't
    std::size_t counter = 0;
    bool is_full = false;  // it may be longer
  };

  // Those of which none surely waits longer, or as long and stands before it.
  std::uint64_t longest_of(std::uint64_t overdue) const {
    std::uint64_t longest = overdue;
    for (std::uint64_t left = overdue; left != 0; left &= left - 1) {
      const auto nth = static_cast<std::size_t>(__builtin_ctzll(left));
      if (waits_less(nth, overdue)) longest &= ~(std::uint64_t{1} << nth);
    }
    return longest;
  }

  bool waits_less(std::size_t nth, std::uint64_t overdue) const {
    const Overdue& own = overdue_[nth];
    for (std::uint64_t left = overdue; left != 0; left &= left - 1) {
      const auto n = static_cast<std::size_t>(__builtin_ctzll(left));
      const Overdue& other = overdue_[n];
      if (n == nth) continue;
      // What counts from the same day is compared however long ago that is.
      const bool comparable = !own.is_full || own.counter == other.counter;
      if (comparable && (other.days > own.days || (other.days == own.days && n < nth))) return true;
    }
    return false;
  }

  Overdue overdue_by(const Morning& today, const SessionView& view) const {
    Overdue out;
    for (const SessionView::Wait& wait : view.waits) {
      const std::uint8_t since = today.since[wait.counter];
      if (wait.at_most == 0 || since == kNeverDone || since - wait.at_most <= out.days) continue;
      out = {since - wait.at_most, wait.counter, since == caps_[wait.counter]};
    }
    return out;
  }

  std::array<std::uint8_t, kMostCounters> caps_{};
  std::array<Overdue, 64> overdue_{};  // of the pending sessions
};

}  // namespace meso
