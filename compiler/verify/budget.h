// What a verification may spend on all that a plan can make grow beyond bounds. Counted, not timed:
// the same plan gets the same answer on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace meso {

// Five times what six days a week without a gate take; seconds at the most, whatever the plan.
inline constexpr std::size_t kDefaultBudget = 1'000'000;  // states

class Budget {
 public:
  // Prices, in steps of about equal time.
  static constexpr std::uint64_t kState = 8;      // a new one, kept
  static constexpr std::uint64_t kMove = 1;       // to a state, known or not; a target of a swap
  static constexpr std::uint64_t kDecision = 64;  // of the runtime, on one check-in

  explicit Budget(std::size_t states) : left_(states * kState) {}

  // Whether there was enough; there is nothing left from then on.
  bool spend(std::uint64_t price) {
    const bool enough = price <= left_;
    left_ = enough ? left_ - price : 0;
    return enough;
  }
  bool is_spent() const { return left_ == 0; }

  // For one of several attempts: a part of what is left, of which the rest comes back.
  Budget part(std::uint64_t parts) {
    const Budget one(left_ / parts, Exactly{});
    left_ -= one.left_;
    return one;
  }
  void give_back(const Budget& rest) { left_ += rest.left_; }

 private:
  struct Exactly {};
  Budget(std::uint64_t left, Exactly) : left_(left) {}

  std::uint64_t left_;
};

}  // namespace meso
