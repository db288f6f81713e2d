// Runs a command many times and prints the median of its wall time, the median of its processor
// time (user + system) and its largest peak memory: "WALL_MS CPU_MS PEAK_MB".
//   measure RUNS COMMAND [ARG ...]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Run {
  double wall_ms, cpu_ms, peak_mb;
};

double milliseconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
}

[[noreturn]] void run_command(char** command) {
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  execvp(command[0], command);
  _exit(127);
}

Run run_once(char** command) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) run_command(command);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
    std::fprintf(stderr, "measure: can't run %s\n", command[0]);
    std::exit(2);
  }
  return {wall.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
          static_cast<double>(used.ru_maxrss) / 1024};
}

double median(std::vector<Run>& runs, double Run::*figure) {
  std::ranges::sort(runs, {}, figure);
  return runs[runs.size() / 2].*figure;
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 2 ? std::atoi(argv[1]) : 0;
  if (count < 1) return std::fputs("usage: measure RUNS COMMAND [ARG ...]\n", stderr), 2;
  run_once(argv + 2);  // a warm-up: the first run reads the program from the disk
  std::vector<Run> runs;
  for (int i = 0; i < count; ++i) runs.push_back(run_once(argv + 2));
  const double wall = median(runs, &Run::wall_ms), cpu = median(runs, &Run::cpu_ms);
  const double peak = std::ranges::max(runs, {}, &Run::peak_mb).peak_mb;
  std::printf("%.2f %.2f %.1f\n", wall, cpu, peak);
  return 0;
}
