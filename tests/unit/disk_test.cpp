#include "compiler/driver/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/memory_file_system.h"

namespace meso {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

// A folder of its own for each test, removed afterwards.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "meso-disk-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
  }
  ~Scratch() { fs::remove_all(root_); }
  std::string operator()(const std::string& path) const { return root_ + "/" + path; }
  std::string root() const { return root_; }
  // Everything in a folder, hidden files too: no temporary file may stay behind.
  std::vector<std::string> names(const std::string& folder = "") const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(root_ + "/" + folder))
      out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::string root_;
};

std::string content(const IoResult<std::string>& result) {
  if (const auto* error = std::get_if<IoError>(&result)) return "error: " + error->reason;
  return std::get<std::string>(result);
}

std::string outcome(const std::optional<IoError>& error) {
  return error ? error->reason : "written";
}

std::vector<std::string> paths(const IoResult<std::vector<std::string>>& result) {
  if (const auto* error = std::get_if<IoError>(&result)) return {"error: " + error->reason};
  return std::get<std::vector<std::string>>(result);
}

bool is_root() { return ::geteuid() == 0; }

TEST_CASE("what is written reads back") {
  const Scratch scratch;
  Disk disk;
  const std::string big(3'000'000, 'x');
  for (const std::string& text : {""s, "plan \"A\"\n"s, "with\0nul"s, big}) {
    CHECK(outcome(disk.write(scratch("a.meso"), text)) == "written");
    CHECK((content(disk.read(scratch("a.meso"))) == text));
  }
  CHECK(scratch.names() == std::vector<std::string>{"a.meso"});
}

TEST_CASE("what is appended stands behind what was there") {
  const Scratch at;
  Disk disk;
  test::MemoryFileSystem memory;
  const std::vector<FileSystem*> both = {&disk, &memory};
  for (FileSystem* files : both) {
    CHECK(outcome(files->append(at("summary.md"), "one\n")) == "written");
    CHECK(outcome(files->append(at("summary.md"), "two\n")) == "written");
    CHECK(content(files->read(at("summary.md"))) == "one\ntwo\n");
  }
  CHECK(outcome(disk.append(at(""), "x")) == "is a directory");
  CHECK(outcome(disk.append(at("nowhere/summary.md"), "x")) == "no such file or directory");
  CHECK(outcome(disk.append("", "x")) == "no such file or directory");
}

TEST_CASE("parent folders are made") {
  const Scratch scratch;
  Disk disk;
  CHECK(outcome(disk.write(scratch("out//week 1/a.md"), "x")) == "written");
  CHECK(content(disk.read(scratch("out/week 1/a.md"))) == "x");
  CHECK(disk.is_directory(scratch("out")));
  CHECK_FALSE(disk.is_directory(scratch("out/week 1/a.md")));
  CHECK_FALSE(disk.is_directory(scratch("missing")));
}

TEST_CASE("what can't be read says why") {
  const Scratch scratch;
  Disk disk;
  CHECK(content(disk.read(scratch("missing"))) == "error: no such file or directory");
  CHECK(content(disk.read("")) == "error: no such file or directory");
  CHECK(content(disk.read(scratch.root())) == "error: is a directory");
  CHECK(content(disk.read(scratch("missing") + "\0"s)) == "error: no such file or directory");
  CHECK(outcome(disk.write(scratch("a"), "x")) == "written");
  CHECK(content(disk.read(scratch("a/b"))) == "error: not a directory");
  CHECK(content(disk.read("/dev/null")).empty());
  CHECK(content(disk.read("/dev/zero")) ==
        "error: is larger than 16 MB: a plan is a few kilobytes of text");
  if (!is_root()) {
    ::chmod(scratch("a").c_str(), 0);
    CHECK(content(disk.read(scratch("a"))) == "error: permission denied");
  }
}

TEST_CASE("the limit of size is exact") {
  const Scratch scratch;
  Disk disk;
  std::string text(FileSystem::kLargestInput, 'x');
  REQUIRE(outcome(disk.write(scratch("a"), text)) == "written");
  CHECK(content(disk.read(scratch("a"))).size() == text.size());
  text += 'x';
  REQUIRE(outcome(disk.write(scratch("a"), text)) == "written");
  CHECK(content(disk.read(scratch("a"))).starts_with("error: is larger than 16 MB"));
}

TEST_CASE("a failed write leaves the old file and nothing else") {
  const Scratch scratch;
  Disk disk;
  REQUIRE(outcome(disk.write(scratch("a"), "old")) == "written");
  SECTION("the place is a folder") {
    ::mkdir(scratch("folder").c_str(), 0777);
    CHECK(outcome(disk.write(scratch("folder"), "x")) == "is a directory");
    CHECK(outcome(disk.write(scratch("new/"), "x")) == "is a directory");
    CHECK(scratch.names() == std::vector<std::string>{"a", "folder"});
  }
  SECTION("a file stands where a folder is needed") {
    CHECK(outcome(disk.write(scratch("a/b/c"), "x")) ==
          "needs the folder \"" + scratch("a") + "\": it is a file");
    CHECK(content(disk.read(scratch("a"))) == "old");
  }
  SECTION("the name is too long") {
    CHECK(outcome(disk.write(scratch(std::string(300, 'n')), "x")) == "file name too long");
    CHECK(scratch.names() == std::vector<std::string>{"a"});
  }
  SECTION("no path") { CHECK(outcome(disk.write("", "x")) == "no such file or directory"); }
  SECTION("the disk is full after a few bytes") {
    rlimit old{}, small{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    small = old;
    small.rlim_cur = 1000;
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const std::string said = outcome(disk.write(scratch("a"), std::string(5000, 'x')));
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    CHECK(said == "file too large");
    CHECK(content(disk.read(scratch("a"))) == "old");
    CHECK(scratch.names() == std::vector<std::string>{"a"});
  }
  SECTION("the file or its folder is read-only") {
    if (is_root()) return;
    ::chmod(scratch("a").c_str(), 0444);
    CHECK(outcome(disk.write(scratch("a"), "x")) == "permission denied");
    ::chmod(scratch.root().c_str(), 0555);
    CHECK(outcome(disk.write(scratch("b"), "x")) == "permission denied");
    ::chmod(scratch.root().c_str(), 0777);
    CHECK(content(disk.read(scratch("a"))) == "old");
  }
}

TEST_CASE("writing keeps permissions, links and devices") {
  const Scratch scratch;
  Disk disk;
  REQUIRE(outcome(disk.write(scratch("a"), "old")) == "written");
  ::chmod(scratch("a").c_str(), 0640);
  REQUIRE(::symlink("a", scratch("link").c_str()) == 0);
  CHECK(outcome(disk.write(scratch("link"), "new")) == "written");
  CHECK(content(disk.read(scratch("a"))) == "new");
  CHECK(fs::is_symlink(scratch("link")));
  CHECK((fs::status(scratch("a")).permissions() & fs::perms::mask) == static_cast<fs::perms>(0640));
  CHECK(outcome(disk.write("/dev/null", "x")) == "written");
  CHECK(outcome(disk.write("/dev/full", "x")) == "no space left on device");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a temporary file left by a killed run is no hindrance") {
  const Scratch scratch;
  Disk disk;
  const std::string left = ".meso-" + std::to_string(::getpid()) + "-0.tmp";
  REQUIRE(outcome(disk.write(scratch(left), "left")) == "written");
  CHECK(outcome(disk.write(scratch("a"), "x")) == "written");
  CHECK(scratch.names() == std::vector<std::string>{left, "a"});
}

TEST_CASE("listing a folder") {
  const Scratch scratch;
  Disk disk;
  for (const char* name : {"b.meso", "a.meso", "sub/c.meso", "sub/deep/d.meso", "sub.meso",
                           ".hidden/e.meso", ".f.meso", "g.md", "a.meso.bak"})
    REQUIRE(outcome(disk.write(scratch(name), "x")) == "written");
  ::symlink("..", scratch("sub/loop").c_str());
  ::symlink("self.meso", scratch("self.meso").c_str());
  ::symlink("gone", scratch("dangling.meso").c_str());
  ::symlink("a.meso", scratch("link.meso").c_str());
  ::mkdir(scratch("folder.meso").c_str(), 0777);
  ::mkfifo(scratch("pipe.meso").c_str(), 0666);
  CHECK(paths(disk.list(scratch.root(), ".meso")) ==
        std::vector<std::string>{scratch("a.meso"), scratch("b.meso"), scratch("link.meso"),
                                 scratch("sub.meso"), scratch("sub/c.meso"),
                                 scratch("sub/deep/d.meso")});
  CHECK(paths(disk.list(scratch.root() + "/", ".md")) == std::vector<std::string>{scratch("g.md")});
  CHECK(paths(disk.list(scratch("missing"), ".meso")) ==
        std::vector<std::string>{"error: no such file or directory"});
  CHECK(paths(disk.list(scratch("a.meso"), ".meso")) ==
        std::vector<std::string>{"error: not a directory"});
  if (!is_root()) {
    ::chmod(scratch("sub/deep").c_str(), 0);
    CHECK(paths(disk.list(scratch.root(), ".meso")) ==
          std::vector<std::string>{"error: holds a folder that can't be read, \"" +
                                   scratch("sub/deep") + "\": permission denied"});
    ::chmod(scratch("sub/deep").c_str(), 0777);
  }
}

TEST_CASE("paths below the working folder have no prefix") {
  const Scratch scratch;
  Disk disk;
  REQUIRE(outcome(disk.write(scratch("sub/a.meso"), "x")) == "written");
  const fs::path before = fs::current_path();
  fs::current_path(scratch.root());
  const auto found = paths(disk.list(".", ".meso"));
  const std::string plain = outcome(disk.write("b.meso", "x"));
  fs::current_path(before);
  CHECK(found == std::vector<std::string>{"sub/a.meso"});
  CHECK(plain == "written");
  CHECK(scratch.names() == std::vector<std::string>{"b.meso", "sub"});
}

TEST_CASE("the file system in memory behaves as the disk does") {
  test::MemoryFileSystem memory({{"plans/a.meso", "a"},
                                 {"plans/sub/b.meso", "b"},
                                 {"plans/.git/c.meso", "c"},
                                 {"d.md", "d"}});
  CHECK(content(memory.read("plans/a.meso")) == "a");
  CHECK(content(memory.read("plans")) == "error: is a directory");
  CHECK(content(memory.read("gone")) == "error: no such file or directory");
  CHECK(memory.is_directory("plans/sub"));
  CHECK_FALSE(memory.is_directory("plans/a.meso"));
  CHECK(paths(memory.list("plans", ".meso")) ==
        std::vector<std::string>{"plans/a.meso", "plans/sub/b.meso"});
  CHECK(paths(memory.list(".", ".md")) == std::vector<std::string>{"d.md"});
  CHECK(paths(memory.list("d.md", ".md")) == std::vector<std::string>{"error: not a directory"});
  CHECK(outcome(memory.write("out/x", "new")) == "written");
  CHECK(memory.files().at("out/x") == "new");
  memory.fail_read("d.md", "permission denied");
  memory.fail_write("out/x", "no space left on device");
  CHECK(content(memory.read("d.md")) == "error: permission denied");
  CHECK(outcome(memory.write("out/x", "newer")) == "no space left on device");
  CHECK(memory.files().at("out/x") == "new");
}

}  // namespace
}  // namespace meso
