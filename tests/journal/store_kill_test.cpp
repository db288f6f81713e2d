// A process that writes to a log is killed at random moments: every record that it was told is
// written is there, the log reads, and the next process goes on with it.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/journal/store_support.h"
#include "tests/support/golden.h"
#include "tests/support/journal_text.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

constexpr int kLeastWrites = 240;
constexpr int kLeastRounds = 12;

// Writes records with rising numbers and tells each one once it is acknowledged, until killed.
[[noreturn]] void write_for_ever(const std::string& path, int number, int tell) {
  for (;; ++number) {
    if (appended(path, record(number)) != "written") ::_exit(1);
    if (::write(tell, &number, sizeof number) != sizeof number) ::_exit(2);
  }
}

// The numbers that a child acknowledged before it was killed, `after` so many and a moment more.
std::vector<int> run_and_kill(const std::string& path, int first, int after, useconds_t moment) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    write_for_ever(path, first, ends[1]);
  }
  ::close(ends[1]);
  std::vector<int> told;
  int number = 0;
  while (static_cast<int>(told.size()) < after &&
         ::read(ends[0], &number, sizeof number) == sizeof number)
    told.push_back(number);
  ::usleep(moment);
  ::kill(child, SIGKILL);
  while (::read(ends[0], &number, sizeof number) == sizeof number) told.push_back(number);
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  return told;
}

TEST_CASE("a writer that is killed loses no acknowledged record") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  std::mt19937 random(2026);
  std::vector<int> told;
  int next = 1;
  for (int round = 0; round < kLeastRounds || told.size() < kLeastWrites; ++round) {
    const int after = static_cast<int>(random() % 40);
    const std::vector<int> now =
        run_and_kill(path, next, after, static_cast<useconds_t>(random() % 3000));
    told.insert(told.end(), now.begin(), now.end());
    const std::string text = read_whole(path);
    const Journal journal = read_journal(text);
    INFO("round " << round << "\n" << problems_text(journal));
    CHECK((text.empty() || !journal.has_errors()));
    std::vector<int> found;
    for (const Entry& entry : journal.entries) found.push_back(number_of(entry));
    // One more may have been written and not told yet.
    for (const int number : told) CHECK(std::count(found.begin(), found.end(), number) == 1);
    next = (found.empty() ? next : found.back()) + 1;
  }
  CHECK(appended(path, record(next)) == "written");
  CHECK(number_of(read_journal(read_whole(path)).entries.back()) == next);
}

}  // namespace
}  // namespace meso::test
