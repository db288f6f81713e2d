// The words of a step, taken one after the other: nothing of a line is passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meso {

class StepWords {
 public:
  explicit StepWords(std::string_view text) : left_(text) { skip_blanks(); }

  // Whole words, as written: "at top".
  bool take(std::string_view phrase);
  // A name in quotes; nothing, and nothing taken, where none stands here.
  std::optional<std::string> name();
  std::optional<int> number();  // whole
  std::string_view left() const { return left_; }
  bool done() const { return left_.empty(); }

 private:
  void skip_blanks();
  std::string_view left_;
};

}  // namespace meso
