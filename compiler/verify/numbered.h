// Plain values by number, each once. `hash_of` of the value is looked up by its type.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace meso {

template <class T>
class Numbered {
 public:
  struct Added {
    std::uint32_t number = 0;
    bool is_new = false;
  };

  Added add(const T& value) {
    if ((all_.size() + 1) * 2 > slots_.size()) grow();
    std::size_t slot = slot_of(value);
    for (; slots_[slot] != kEmpty; slot = (slot + 1) & (slots_.size() - 1))
      if (all_[slots_[slot]] == value) return {slots_[slot], false};
    slots_[slot] = static_cast<std::uint32_t>(all_.size());
    all_.push_back(value);
    return {slots_[slot], true};
  }
  std::size_t size() const { return all_.size(); }
  const T& operator[](std::size_t number) const { return all_[number]; }

 private:
  static constexpr std::uint32_t kEmpty = UINT32_MAX;

  std::size_t slot_of(const T& value) const { return hash_of(value) & (slots_.size() - 1); }
  void grow() {
    slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), kEmpty);
    for (std::uint32_t n = 0; n < all_.size(); ++n) {
      std::size_t slot = slot_of(all_[n]);
      while (slots_[slot] != kEmpty) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = n;
    }
  }

  std::vector<T> all_;
  std::vector<std::uint32_t> slots_;
};

// Of values that have no byte without a value.
inline std::uint64_t hash_of_words(const std::uint64_t* words, std::size_t count) {
  std::uint64_t hash = 0x9e3779b97f4a7c15;
  for (std::size_t i = 0; i < count; ++i) {
    hash = (hash ^ words[i]) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace meso
