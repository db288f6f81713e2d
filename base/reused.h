// A list that is filled again and again: what its items hold in memory is kept when it is cleared.
#pragma once

#include <cstddef>
#include <vector>

namespace meso {

template <class T>
class Reused {
 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* begin() { return items_.data(); }
  T* end() { return items_.data() + size_; }
  T& operator[](std::size_t n) { return items_[n]; }
  // A new last item, in the state in which some earlier one was left.
  T& next() {
    if (size_ == items_.size()) items_.emplace_back();
    return items_[size_++];
  }
  void clear() { size_ = 0; }

 private:
  std::vector<T> items_;
  std::size_t size_ = 0;
};

}  // namespace meso
