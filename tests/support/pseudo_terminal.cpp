#include "tests/support/pseudo_terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace meso::test {
namespace {

constexpr int kPatience = 10'000;  // milliseconds: machines may be busy

[[noreturn]] void become_meso(const char* terminal, std::vector<std::string> words) {
  ::setsid();
  const int end = ::open(terminal, O_RDWR);
  ::ioctl(end, TIOCSCTTY, 0);
  for (int fd = 0; fd < 3; ++fd) ::dup2(end, fd);
  if (end > 2) ::close(end);
  words.insert(words.begin(), MESO_BINARY);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string path = "PATH=/usr/bin:/bin", term = "TERM=dumb", locale = "LC_ALL=C";
  std::array<char*, 4> environment{path.data(), term.data(), locale.data(), nullptr};
  ::execve(MESO_BINARY, argv.data(), environment.data());
  ::_exit(127);
}

}  // namespace

PseudoTerminal::PseudoTerminal(const std::vector<std::string>& arguments) {
  terminal_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal_ < 0 || ::grantpt(terminal_) != 0 || ::unlockpt(terminal_) != 0)
    throw std::runtime_error("no pseudo-terminal");
  const std::string name = ::ptsname(terminal_);
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("no fork");
  if (child_ == 0) become_meso(name.c_str(), arguments);
}

PseudoTerminal::~PseudoTerminal() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  if (terminal_ >= 0) ::close(terminal_);
}

// The other side being closed is an error here, and the end.
bool PseudoTerminal::read_some() {
  pollfd wait{terminal_, POLLIN, 0};
  if (::poll(&wait, 1, kPatience) <= 0) return false;
  std::array<char, 4096> chunk{};
  const ssize_t got = ::read(terminal_, chunk.data(), chunk.size());
  if (got > 0) said_.append(chunk.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

bool PseudoTerminal::waits_for(std::string_view text) {
  for (;;) {
    const std::size_t at = said_.find(text, seen_);
    if (at != said_.npos) {
      seen_ = at + text.size();
      return true;
    }
    if (!read_some()) return false;
  }
}

void PseudoTerminal::type(std::string_view keys) {
  keystrokes_ += keys.size();
  while (!keys.empty()) {
    const ssize_t put = ::write(terminal_, keys.data(), keys.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw std::runtime_error("the terminal takes nothing");
    keys.remove_prefix(static_cast<std::size_t>(put));
  }
}

// One that doesn't end by itself is ended, so that the test fails instead of hanging.
int PseudoTerminal::ends() {
  while (read_some()) {
  }
  pollfd open{terminal_, POLLIN, 0};
  if (::poll(&open, 1, 0) == 0) ::kill(child_, SIGKILL);
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace meso::test
