// How far long work has come, on a terminal that somebody watches; nothing elsewhere, and nothing
// for a handful of things.
#pragma once

#include <cstddef>

namespace meso {

class ProgressBar {
 public:
  explicit ProgressBar(std::size_t all);
  ~ProgressBar() { wipe(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // Redrawn only where it has moved.
  void show(std::size_t done);
  // Makes room for other text; the next show() draws it again.
  void wipe();

 private:
  std::size_t all_;
  bool watched_;
  int shown_ = -1;  // hundredths; -1: not drawn
};

}  // namespace meso
