// A tree of plans: all cores, findings in the plans' order, a bar for whoever watches.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "bench/mutated_library.h"
#include "tests/support/pseudo_terminal.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

// scripts/bench takes 2,000.
constexpr int kPlans = 48;

class Library {
 public:
  Library() { bench::write_mutated_library(MESO_ROOT "/examples", folder_.root(), kPlans); }
  std::string root() const { return folder_.root(); }
  RunResult check(std::vector<std::string> more) const {
    std::vector<std::string> words = {"check", ".", "--fail-on", "never"};
    words.insert(words.end(), more.begin(), more.end());
    return run_meso(words, {folder_.root(), "", {}});
  }

 private:
  ScratchFolder folder_;
};

}  // namespace

TEST_CASE("plan library: the same findings in the same order, however many threads", "[library]") {
  const Library library;
  const RunResult one = library.check({"--threads", "1"});
  CHECK(one.exit_code == 0);
  CHECK(one.err.empty());  // nobody watches
  for (const char* threads : {"2", "5"}) {
    const RunResult many = library.check({"--threads", threads});
    CHECK(many.out == one.out);
    CHECK(many.err.empty());
  }
  CHECK(library.check({"--output-format", "sarif", "--threads", "1"}).out ==
        library.check({"--output-format", "sarif", "--threads", "4"}).out);
}

TEST_CASE("plan library: findings come by the plans' names", "[library]") {
  const Library library;
  std::istringstream lines(library.check({"--output-format", "concise"}).out);
  std::vector<std::string> files;
  for (std::string line; std::getline(lines, line);) {
    const std::string file = line.substr(0, line.find(':'));
    // What is wrong in a library is told with the first plan that uses it.
    if (!file.starts_with("lib/") && (files.empty() || files.back() != file)) files.push_back(file);
  }
  CHECK(files.size() > kPlans / 3);
  CHECK(std::is_sorted(files.begin(), files.end()));
}

TEST_CASE("plan library: a bar on a terminal, wiped off at the end", "[library]") {
  const Library library;
  PseudoTerminal terminal(
      {"check", library.root(), "--fail-on", "never", "--quiet", "--output-format", "junit"});
  CHECK(terminal.waits_for("[="));
  CHECK(terminal.waits_for("100 %"));
  CHECK(terminal.ends() == 0);
  CHECK(terminal.said().find("\r" + std::string(52, ' ') + "\r") != std::string::npos);
}

}  // namespace meso::test
