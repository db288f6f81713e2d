// Whoever is asked: a terminal, or in tests a list of answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meso {

class Prompter {
 public:
  virtual ~Prompter() = default;
  virtual bool can_ask() const = 0;
  virtual void say(std::string_view text) = 0;  // as it stands, line ends and all
  // What was typed, without its line end; nothing where the input ended or was interrupted.
  virtual std::optional<std::string> ask(std::string_view prompt) = 0;
  virtual bool was_interrupted() const { return false; }
};

}  // namespace meso
