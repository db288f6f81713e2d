// The log's file: made, read, appended to, deleted; and what else may stand at its path.
#include "runtime/journal/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

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

TEST_CASE("a new log has its head and the record, and is its owner's alone") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  CHECK(appended(path, record(1)) == "written");
  CHECK(appended(path, record(2)) == "written");
  CHECK(read_whole(path) == kHead + record(1) + "\n" + record(2));
  CHECK((fs::status(path).permissions() & fs::perms::mask) ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("one opening takes several records") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  {
    auto store = opened(path);
    CHECK(store.is_new());
    CHECK(store.journal().entries.empty());
    for (const int n : {1, 2, 3}) CHECK_FALSE(store.append(record(n)));
  }
  CHECK(read_whole(path) == kHead + record(1) + "\n" + record(2) + "\n" + record(3));
  const auto store = opened(path);
  CHECK_FALSE(store.is_new());
  CHECK(store.journal().entries.size() == 3);
}

TEST_CASE("a log that was opened and not written to isn't left behind") {
  const ScratchFolder folder;
  { const auto store = opened(folder("sam.log")); }
  CHECK_FALSE(fs::exists(folder("sam.log")));
}

TEST_CASE("a log by hand is gone on with, whatever its last line lacks") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  put(path, "meso log 1\nplan \"P\"\n2026-11-23 check-in\nend");
  CHECK(appended(path, record(1)) == "written");
  CHECK(read_whole(path) == "meso log 1\nplan \"P\"\n2026-11-23 check-in\nend\n\n" + record(1));
  put(path, "meso log 1\r\nplan \"P\"\r\n");
  CHECK(appended(path, record(1)) == "written");
  CHECK(read_whole(path) == "meso log 1\r\nplan \"P\"\r\n\n" + record(1));
}

TEST_CASE("what is no log, or one of a newer meso, isn't written to") {
  const ScratchFolder folder;
  put(folder("plan"), "plan \"P\"\n");
  CHECK(appended(folder("plan"), record(1)) == "isn't a log: nothing is written to it");
  CHECK(read_whole(folder("plan")) == "plan \"P\"\n");
  put(folder("newer"), "meso log 2\nwhatever\n");
  CHECK(appended(folder("newer"), record(1)) ==
        "is a log of a newer meso: use that to write to it");
}

TEST_CASE("paths at which no log can be") {
  const ScratchFolder folder;
  CHECK(appended(folder.root(), record(1)) == "is a folder");
  CHECK(appended(folder("none/sam.log"), record(1)) == "no such file or directory");
  CHECK(appended("", record(1)) == "no such file or directory");
  CHECK(appended(folder("a") + std::string(1, '\0'), record(1)) == "no such file or directory");
  fs::create_symlink(folder("nowhere"), folder("link"));
  CHECK(appended(folder("link"), record(1)) == "is a link that leads nowhere");
  REQUIRE(::mkfifo(folder("fifo").c_str(), 0600) == 0);
  CHECK(appended(folder("fifo"), record(1)) == "isn't a file that a log can be kept in");
  CHECK(content(read_journal_file(folder("fifo"))) ==
        "error: isn't a file that a log can be kept in");
  CHECK(content(read_journal_file(folder.root())) == "error: is a folder");
  CHECK(content(read_journal_file(folder("none"))) == "error: no such file or directory");
  if (::geteuid() == 0) return;  // whom permissions don't bind
  put(folder("mine"), kHead);
  ::chmod(folder("mine").c_str(), 0400);
  CHECK(appended(folder("mine"), record(1)) == "permission denied");
  CHECK(content(read_journal_file(folder("mine"))) == kHead);
  ::chmod(folder("mine").c_str(), 0);
  CHECK(content(read_journal_file(folder("mine"))) == "error: permission denied");
}

TEST_CASE("permissions that are denied") {
  const ScratchFolder folder;
  put(folder("mine"), kHead);
  for (const int code : {EACCES, EROFS}) {
    FaultyOps ops;
    ops.fail_at = 1;
    ops.code = code;
    CHECK(appended(folder("mine"), record(1), ops) == "permission denied");
  }
}

TEST_CASE("a link to a log stays a link") {
  const ScratchFolder folder;
  put(folder("real.log"), kHead);
  fs::create_symlink(folder("real.log"), folder("link.log"));
  CHECK(appended(folder("link.log"), record(1)) == "written");
  CHECK(fs::is_symlink(folder("link.log")));
  CHECK(read_whole(folder("real.log")) == kHead + record(1));
}

TEST_CASE("two don't write at once") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log");
  CHECK(appended(path, record(1)) == "written");
  FaultyOps ops;
  {
    const auto store = opened(path);
    CHECK(appended(path, record(2), ops) == "another meso is writing to it");
    CHECK(ops.pauses == 60);
    CHECK(content(read_journal_file(path, ops)) == "error: another meso is writing to it");
  }
  CHECK(appended(path, record(2)) == "written");
}

TEST_CASE("two read at once") {
  const ScratchFolder folder;
  put(folder("sam.log"), kHead);
  const int other = ::open(folder("sam.log").c_str(), O_RDONLY);
  REQUIRE(::flock(other, LOCK_SH) == 0);
  CHECK(content(read_journal_file(folder("sam.log"))) == kHead);
  ::close(other);
}

TEST_CASE("a lock that is let go meanwhile is taken") {
  struct LetsGo final : JournalOps {
    int other = -1;
    void pause(int) override {
      if (other >= 0) ::close(other);
      other = -1;
    }
  } ops;
  const ScratchFolder folder;
  put(folder("sam.log"), kHead);
  ops.other = ::open(folder("sam.log").c_str(), O_RDONLY);
  REQUIRE(::flock(ops.other, LOCK_EX) == 0);
  CHECK(appended(folder("sam.log"), record(1), ops) == "written");
}

TEST_CASE("a folder without locks takes logs too") {
  struct NoLocks final : JournalOps {
    int flock(int, int) override { return errno = ENOTSUP, -1; }
  } ops;
  const ScratchFolder folder;
  CHECK(appended(folder("sam.log"), record(1), ops) == "written");
}

TEST_CASE("a log that an editor saves meanwhile isn't written over") {
  const ScratchFolder folder;
  const std::string path = folder("sam.log"),
                    refused = "another program changed it meanwhile: the entry wasn't written";
  put(path, kHead);
  {
    auto store = opened(path);
    put(folder("saved"), kHead + "# by hand\n");
    fs::rename(folder("saved"), path);
    CHECK(outcome(store.append(record(1))) == refused);
  }
  CHECK(read_whole(path) == kHead + "# by hand\n");
  {
    auto store = opened(path);
    std::ofstream(path, std::ios::app) << "# in place\n";
    CHECK(outcome(store.append(record(1))) == refused);
  }
  {
    auto store = opened(path);
    fs::remove(path);
    CHECK(outcome(store.append(record(1))) == refused);
  }
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("a log that is deleted while another waits for it begins anew") {
  struct Deletes final : JournalOps {
    std::string path;
    int other = -1;
    void pause(int) override {
      if (other < 0) return;
      ::unlink(path.c_str());
      ::close(other);
      other = -1;
    }
  } ops;
  const ScratchFolder folder;
  ops.path = folder("sam.log");
  put(ops.path, kHead + record(1));
  ops.other = ::open(ops.path.c_str(), O_RDONLY);
  REQUIRE(::flock(ops.other, LOCK_EX) == 0);
  CHECK(appended(ops.path, record(2), ops) == "written");
  CHECK(read_whole(ops.path) == kHead + record(2));
}

TEST_CASE("deleting takes the file, and a link with what it leads to") {
  const ScratchFolder folder;
  CHECK(outcome(remove_journal_file(folder("none"))) == "no such file or directory");
  put(folder("real.log"), kHead);
  CHECK(outcome(remove_journal_file(folder("real.log"))) == "written");
  CHECK_FALSE(fs::exists(folder("real.log")));
  put(folder("real.log"), kHead);
  fs::create_symlink("real.log", folder("link.log"));
  CHECK(outcome(remove_journal_file(folder("link.log"))) == "written");
  CHECK(fs::is_empty(folder.root()));
  CHECK(outcome(remove_journal_file(folder.root())) == "is a folder");
}

TEST_CASE("a log larger than any is refused") {
  const ScratchFolder folder;
  put(folder("big"), kHead);
  fs::resize_file(folder("big"), (64u << 20) + 1);
  CHECK(content(read_journal_file(folder("big"))) ==
        "error: is larger than 64 MB: a log is a few megabytes of text");
}

TEST_CASE("deleting says when it may not last") {
  const ScratchFolder folder;
  put(folder("sam.log"), kHead);
  struct Failing final : JournalOps {
    int fsync(int) override { return errno = EIO, -1; }
  } ops;
  CHECK(outcome(remove_journal_file(folder("sam.log"), ops)) ==
        "is deleted, but after a power cut it may be there again: input/output error");
  struct Stuck final : JournalOps {
    int unlink(const char*) override { return errno = EPERM, -1; }
  } stuck;
  put(folder("sam.log"), kHead);
  CHECK(outcome(remove_journal_file(folder("sam.log"), stuck)) == "operation not permitted");
}

}  // namespace
}  // namespace meso::test
