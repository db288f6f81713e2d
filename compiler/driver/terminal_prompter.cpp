#include "compiler/driver/terminal_prompter.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/text.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

// Does nothing: that it is there makes read() come back.
void wake(int) {}

void on_interrupt(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

}  // namespace

TerminalPrompter::TerminalPrompter() {
  if (can_ask()) on_interrupt(wake);
}
TerminalPrompter::~TerminalPrompter() {
  if (can_ask()) on_interrupt(SIG_DFL);
}

bool TerminalPrompter::can_ask() const { return isatty(STDIN_FILENO) == 1; }

void TerminalPrompter::say(std::string_view text) {
  print(text);
  std::fflush(stdout);
}

std::optional<std::string> TerminalPrompter::ask(std::string_view prompt) {
  say(prompt);
  std::string line;
  for (char c = 0;;) {
    const ssize_t got = read(STDIN_FILENO, &c, 1);
    if (got == 1 && c == '\n') return std::string(without_blanks_behind(line));
    if (got == 1) {
      line += c;
      continue;
    }
    interrupted_ = got < 0 && errno == EINTR;
    say("\n");
    return std::nullopt;
  }
}

}  // namespace meso
