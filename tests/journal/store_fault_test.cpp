// What a log's file comes to when the power is cut or a system call fails: what was acknowledged is
// there, the log reads, and the next record goes behind it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/journal/faulty_ops.h"
#include "tests/journal/store_support.h"
#include "tests/support/golden.h"
#include "tests/support/journal_text.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

void put(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// ---- power cuts -------------------------------------------------------------------------------

// After whatever a power cut left, the old records are there, and a new one is taken.
void check_goes_on(const std::string& path, std::size_t old_records) {
  CHECK(appended(path, record(9)) == "written");
  const std::string text = read_whole(path);
  const Journal after = read_journal(text);
  INFO(text << "\n" << problems_text(after));
  CHECK_FALSE(after.has_errors());
  CHECK_FALSE(after.torn_from);
  CHECK(after.entries.size() == old_records + 1);
  CHECK(number_of(after.entries.back()) == 9);
}

TEST_CASE("a log cut off at any byte goes on behind it, and loses nothing") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log"), first = kHead + record(1),
                    whole = first + "\n" + record(2);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string cut = whole.substr(0, size);
    INFO(cut);
    put(path, cut);
    const Journal journal = read_journal(cut);
    CHECK_FALSE(journal.has_errors());
    const std::size_t counted = journal.entries.size();
    CHECK(counted >= (size >= first.size() ? 1u : 0u));
    check_goes_on(path, counted);
    CHECK((size < kHead.size() || read_whole(path).starts_with(cut)));
  }
}

TEST_CASE("so does one that ends in zero bytes, or whose last lines alone reached the disk") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log"), first = kHead + record(1),
                    whole = first + "\n" + record(2);
  for (std::size_t from = 0; from < whole.size(); ++from) {
    std::string zeros = whole;
    std::fill(zeros.begin() + static_cast<std::ptrdiff_t>(from), zeros.end(), '\0');
    INFO(from);
    put(path, zeros);
    CHECK_FALSE(read_journal(zeros).has_errors());
    check_goes_on(path, read_journal(zeros).entries.size());
  }
  for (std::size_t to = first.size() + 2; to < whole.size(); ++to) {
    std::string zeros = whole;
    std::fill(zeros.begin() + static_cast<std::ptrdiff_t>(first.size() + 1),
              zeros.begin() + static_cast<std::ptrdiff_t>(to), '\0');
    INFO(to);
    put(path, zeros);
    CHECK_FALSE(read_journal(zeros).has_errors());
    check_goes_on(path, 1);
  }
}

TEST_CASE("a power cut while a record is set aside costs nothing more") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log"), torn = kHead + record(1) + "\n2026-11-24 sess",
                    whole = torn + "\nset aside\n\n" + record(2);
  for (std::size_t size = torn.size(); size < whole.size(); ++size) {
    put(path, whole.substr(0, size));
    INFO(whole.substr(0, size));
    CHECK_FALSE(read_journal(read_whole(path)).has_errors());
    check_goes_on(path, read_journal(read_whole(path)).entries.size());
  }
}

// ---- faults -----------------------------------------------------------------------------------

// Three records are written, one call fails: what was acknowledged is there, and the log goes on.
void check_fault(FaultyOps& ops, bool begin_torn) {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  if (begin_torn) put(path, kHead + record(0) + "\n2026-11-24 ses");
  std::vector<int> acknowledged;
  if (begin_torn) acknowledged.push_back(0);
  std::string said;
  for (const int n : {1, 2, 3}) {
    const std::string outcome = appended(path, record(n), ops);
    if (outcome == "written")
      acknowledged.push_back(n);
    else
      said += outcome + "\n";
  }
  const std::string text = fs::exists(path) ? read_whole(path) : "";
  const Journal journal = read_journal(text);
  INFO("the call was " << ops.failed() << "\n" << said << text << "\n" << problems_text(journal));
  CHECK((text.empty() || !journal.has_errors()));
  std::vector<int> found;
  for (const Entry& entry : journal.entries) found.push_back(number_of(entry));
  for (const int n : acknowledged) CHECK(std::count(found.begin(), found.end(), n) == 1);
  if (said.empty() || said.find("may be in the log") == said.npos) CHECK(found == acknowledged);
  check_goes_on(path, found.size());
}

TEST_CASE("whichever call fails, no acknowledged record is lost") {
  for (const bool begin_torn : {false, true})
    for (const int code : {EIO, ENOSPC, EINTR})
      for (const bool all_after : {false, true})
        for (const std::size_t written : {0u, 1u, 30u, 4000u}) {
          if (code == EINTR && all_after) continue;  // interrupted for ever is not to be survived
          for (int call = 1;; ++call) {
            FaultyOps ops;
            ops.fail_at = call;
            ops.code = code;
            ops.and_all_after = all_after;
            ops.written = written;
            INFO("call " << call << ", errno " << code << ", all after " << all_after);
            check_fault(ops, begin_torn);
            if (!ops.has_failed()) break;
          }
        }
}

TEST_CASE("a signal in between is no failure") {
  for (int call = 1;; ++call) {
    FaultyOps ops;
    ops.fail_at = call;
    ops.code = EINTR;
    const ScratchFolder folder;
    const std::string result = appended(folder("sam.log"), record(1), ops);
    if (!ops.has_failed()) break;
    INFO(ops.failed());
    if (ops.failed() != "realpath") CHECK(result == "written");
  }
}

TEST_CASE("short writes are gone on with") {
  const ScratchFolder folder;
  FaultyOps ops;
  ops.most_a_write = 7;
  CHECK(appended(folder("sam.log"), record(1), ops) == "written");
  CHECK(appended(folder("sam.log"), record(2), ops) == "written");
  CHECK(read_whole(folder("sam.log")) == kHead + record(1) + "\n" + record(2));
}

TEST_CASE("a full disk is said so, and leaves the log as it was") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  CHECK(appended(path, record(1)) == "written");
  FaultyOps calls;
  auto opening = JournalStore::open(path, kHead, calls);
  const int before = calls.calls();
  for (const std::size_t written : {0u, 20u})
    for (int call = before + 1;; ++call) {
      opening = StoreError{};
      FaultyOps ops;
      ops.fail_at = call;
      ops.code = ENOSPC;
      ops.written = written;
      const std::string result = appended(path, record(2), ops);
      if (ops.failed() != "write") continue;
      CHECK(result == "disk full: the entry wasn't written");
      CHECK(read_whole(path) == kHead + record(1));
      break;
    }
}

TEST_CASE("a write that can't be taken back says to look, and no more is written unseen") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  CHECK(appended(path, record(1)) == "written");
  struct Failing final : JournalOps {
    int fsync(int) override { return errno = EIO, -1; }
    int ftruncate(int, off_t) override { return errno = EIO, -1; }
  } ops;
  {
    auto opening = JournalStore::open(path, kHead, ops);
    auto& store = std::get<JournalStore>(opening);
    CHECK(outcome(store.append(record(2))) ==
          "input/output error: the entry may be in the log or not; look there before you write it "
          "again");
    CHECK(outcome(store.append(record(3))) ==
          "an earlier entry couldn't be written: open the log again");
  }
  check_goes_on(path, 2);
}

}  // namespace
}  // namespace meso::test
