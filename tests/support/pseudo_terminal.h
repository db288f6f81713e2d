// The built binary on a terminal of its own, typed at as a person types: after the prompt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meso::test {

class PseudoTerminal {
 public:
  explicit PseudoTerminal(const std::vector<std::string>& arguments);
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;
  ~PseudoTerminal();

  // Waits until this was said, behind what was waited for before; false after ten seconds.
  bool waits_for(std::string_view text);
  void type(std::string_view keys);
  // Until the program ends; its exit code, 128 + the signal that ended it.
  int ends();
  const std::string& said() const { return said_; }
  std::size_t keystrokes() const { return keystrokes_; }

 private:
  bool read_some();

  int terminal_ = -1;
  int child_ = -1;
  std::string said_;
  std::size_t seen_ = 0, keystrokes_ = 0;
};

}  // namespace meso::test
