#include "tests/support/run_meso.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <string_view>

namespace meso::test {
namespace {

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    shut(read);
    shut(write);
  }
  static void shut(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

// Reads what there is; false at the end.
bool read_some(int from, std::string& into) {
  std::array<char, 65536> chunk{};
  const ssize_t got = ::read(from, chunk.data(), chunk.size());
  if (got > 0) into.append(chunk.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

// Feeds standard input while it drains the outputs, so that neither side waits for the other.
void talk(Pipe& in, Pipe& out, Pipe& err, std::string_view input, RunResult& result) {
  ::fcntl(in.write, F_SETFL, O_NONBLOCK);
  while (out.read >= 0 || err.read >= 0) {
    if (input.empty()) Pipe::shut(in.write);
    std::array<pollfd, 3> waits{
        {{in.write, POLLOUT, 0}, {out.read, POLLIN, 0}, {err.read, POLLIN, 0}}};
    if (::poll(waits.data(), waits.size(), -1) < 0) continue;
    if (waits[0].revents != 0) {
      const ssize_t put = ::write(in.write, input.data(), input.size());
      if (put > 0)
        input.remove_prefix(static_cast<std::size_t>(put));
      else if (put < 0 && errno != EAGAIN && errno != EINTR)
        input = {};
    }
    if (waits[1].revents != 0 && !read_some(out.read, result.out)) Pipe::shut(out.read);
    if (waits[2].revents != 0 && !read_some(err.read, result.err)) Pipe::shut(err.read);
  }
}

}  // namespace

RunResult run_meso(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::vector<std::string> words{MESO_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables{"PATH=/usr/bin:/bin", "TERM=dumb", "LC_ALL=C"};
  variables.insert(variables.end(), options.environment.begin(), options.environment.end());
  const std::vector<char*> argv = pointers(words), environment = pointers(variables);

  Pipe in, out, err;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no fork");
  if (child == 0) {
    ::signal(SIGPIPE, SIG_DFL);
    ::dup2(in.read, STDIN_FILENO);
    ::dup2(out.write, STDOUT_FILENO);
    ::dup2(err.write, STDERR_FILENO);
    if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
    ::execve(MESO_BINARY, argv.data(), environment.data());
    ::_exit(127);
  }
  Pipe::shut(in.read);
  Pipe::shut(out.write);
  Pipe::shut(err.write);
  RunResult result;
  const auto old = ::signal(SIGPIPE, SIG_IGN);
  talk(in, out, err, options.input, result);
  ::signal(SIGPIPE, old);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace meso::test
