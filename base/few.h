// A list that is hardly ever long: its first items are held in place, so most ask for no memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace meso {

template <class T, std::size_t kInPlace>
class Few {
 public:
  std::size_t size() const { return is_long() ? long_.size() : count_; }
  bool empty() const { return size() == 0; }
  T* begin() { return is_long() ? long_.data() : short_.data(); }
  const T* begin() const { return is_long() ? long_.data() : short_.data(); }
  T* end() { return begin() + size(); }
  const T* end() const { return begin() + size(); }
  T& operator[](std::size_t n) { return begin()[n]; }
  const T& operator[](std::size_t n) const { return begin()[n]; }

  // A new last item, to be filled in where it stands.
  T& emplace_back() {
    if (!is_long() && count_ < kInPlace) return *std::construct_at(&short_[count_++]);
    if (!is_long()) long_.assign(short_.begin(), short_.end());
    return long_.emplace_back();
  }
  void push_back(const T& item) { emplace_back() = item; }
  void clear() {
    count_ = 0;
    long_.clear();
  }

  friend bool operator==(const Few& a, const Few& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  bool is_long() const { return !long_.empty(); }
  std::array<T, kInPlace> short_{};
  std::size_t count_ = 0;  // of `short_`
  std::vector<T> long_;    // all of them, once they are more
};

}  // namespace meso
