// Asks on standard input and output.
#pragma once

#include "compiler/driver/prompter.h"

namespace meso {

// While there is one, Ctrl-C ends a question and not the program: what was gathered is thrown away
// in good order.
class TerminalPrompter final : public Prompter {
 public:
  TerminalPrompter();
  TerminalPrompter(const TerminalPrompter&) = delete;
  TerminalPrompter& operator=(const TerminalPrompter&) = delete;
  ~TerminalPrompter() override;

  bool can_ask() const override;
  void say(std::string_view text) override;
  std::optional<std::string> ask(std::string_view prompt) override;
  bool was_interrupted() const override { return interrupted_; }

 private:
  bool interrupted_ = false;
};

}  // namespace meso
