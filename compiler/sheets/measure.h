// Measures that cards and pages share. Private to layout.cpp and pages.cpp.
#pragma once

#include <string_view>

#include "compiler/sheets/layout.h"

namespace meso {

// Small type that wraps at this width.
double small_lines(std::string_view text, double width);
// A box to tick with its word.
double tick_width(std::string_view word);
double decision_height(const Decision& decision, double width);

// Items side by side that wrap as they must: the height of their rows.
class Flow {
 public:
  Flow(double width, double row) : width_(width), row_(row) {}
  void add(double item) {
    if (rows_ == 0 || used_ + item > width_) {
      ++rows_;
      used_ = 0;
    }
    used_ += item + mm::kCheckGap;
  }
  double height() const { return rows_ * row_; }

 private:
  double width_, row_, used_ = 0;
  int rows_ = 0;
};

}  // namespace meso
