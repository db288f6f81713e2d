// A person who answers from a list.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/prompter.h"

namespace meso::test {

class ScriptedPrompter final : public Prompter {
 public:
  explicit ScriptedPrompter(std::vector<std::string> lines) : lines_(std::move(lines)) {}

  bool can_ask() const override { return true; }
  void say(std::string_view text) override { said_ += text; }
  std::optional<std::string> ask(std::string_view prompt) override {
    said_ += prompt;
    interrupted_ = at_ < lines_.size() && lines_[at_] == "^C";
    const bool ends = at_ == lines_.size();
    said_ += ends ? "(end of input)\n" : lines_[at_] + "\n";
    if (ends || interrupted_) {
      at_ = lines_.size();
      return std::nullopt;
    }
    keystrokes_ += lines_[at_].size() + 1;
    return lines_[at_++];
  }
  bool was_interrupted() const override { return interrupted_; }

  const std::string& said() const { return said_; }
  bool is_used_up() const { return at_ == lines_.size(); }
  std::size_t keystrokes() const { return keystrokes_; }  // with each Enter

 private:
  std::vector<std::string> lines_;
  std::size_t at_ = 0, keystrokes_ = 0;
  bool interrupted_ = false;
  std::string said_;
};

}  // namespace meso::test
