#include "compiler/driver/progress_bar.h"

#include <algorithm>
#include <string>

#include "compiler/driver/terminal.h"

namespace meso {
namespace {

constexpr std::size_t kColumns = 40;
constexpr std::size_t kTooFew = 10;  // they are done before a bar is read

}  // namespace

ProgressBar::ProgressBar(std::size_t all)
    : all_(std::max<std::size_t>(all, 1)), watched_(all > kTooFew && stderr_is_terminal()) {}

void ProgressBar::show(std::size_t done) {
  const int hundredths = static_cast<int>(100 * done / all_);
  if (!watched_ || hundredths == shown_) return;
  shown_ = hundredths;
  const std::size_t full = kColumns * static_cast<std::size_t>(hundredths) / 100;
  print_error("\r[" + std::string(full, '=') + std::string(kColumns - full, ' ') + "] " +
              std::to_string(hundredths) + " %");
}

void ProgressBar::wipe() {
  if (shown_ >= 0) print_error("\r" + std::string(kColumns + 12, ' ') + "\r");
  shown_ = -1;
}

}  // namespace meso
