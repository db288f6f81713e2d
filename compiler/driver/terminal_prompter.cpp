#include "compiler/driver/terminal_prompter.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/text.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

volatile sig_atomic_t g_interrupted = 0;
void wake(int) { g_interrupted = 1; }

// SIGINT is let in while waiting only: between a look at the flag and the wait it would be lost.
bool waits_for_input() {
  sigset_t blocked, open;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigprocmask(SIG_BLOCK, &blocked, &open);
  sigdelset(&open, SIGINT);
  pollfd input{STDIN_FILENO, POLLIN, 0};
  int ready = 0;
  while (g_interrupted == 0) {
    ready = ppoll(&input, 1, nullptr, &open);
    if (ready >= 0 || errno != EINTR) break;
  }
  sigprocmask(SIG_UNBLOCK, &blocked, nullptr);
  return ready > 0 && g_interrupted == 0;
}

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
    const ssize_t got = waits_for_input() ? read(STDIN_FILENO, &c, 1) : -1;
    if (got == 1 && c == '\n') return std::string(without_blanks_behind(line));
    if (got == 1) {
      line += c;
      continue;
    }
    interrupted_ = g_interrupted != 0;
    say("\n");
    return std::nullopt;
  }
}

}  // namespace meso
