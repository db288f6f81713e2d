// Plain values by number, each once. `hash_of` of the value is looked up by its type.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
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
    if ((size_ + 1) * std::size_t{2} > slots_.size()) grow();
    const auto tag = static_cast<std::uint32_t>(hash_of(value) >> 32);
    std::size_t at = tag & mask_;
    for (; slots_[at].number != kEmpty; at = (at + 1) & mask_)
      if (slots_[at].tag == tag && (*this)[slots_[at].number] == value)
        return {slots_[at].number, false};
    slots_[at] = {tag, size_};
    if ((size_ & kInChunk) == 0) chunks_.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
    chunks_.back()[size_++ & kInChunk] = value;
    return {slots_[at].number, true};
  }
  std::size_t size() const { return size_; }
  const T& operator[](std::size_t number) const {
    return chunks_[number / kChunk][number & kInChunk];
  }

 private:
  static constexpr std::uint32_t kEmpty = UINT32_MAX;
  // The tag tells most values apart without a look at them, which is what a look-up costs.
  struct Slot {
    std::uint32_t tag = 0, number = kEmpty;
  };

  void grow() {
    std::vector<Slot> before(std::max<std::size_t>(64, slots_.size() * 2));
    before.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : before) {
      if (slot.number == kEmpty) continue;
      std::size_t at = slot.tag & mask_;
      while (slots_[at].number != kEmpty) at = (at + 1) & mask_;
      slots_[at] = slot;
    }
  }

  // In pieces that stay where they are: nothing is copied, or held twice, when there are more.
  static constexpr std::uint32_t kChunk = 1024, kInChunk = kChunk - 1;
  std::vector<std::unique_ptr<T[]>> chunks_;
  std::uint32_t size_ = 0;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
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
