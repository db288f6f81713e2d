// `meso fmt` as a coach and as a hook run it: what is rewritten, what is only shown, what is left
// alone.
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "compiler/driver/commands.h"
#include "compiler/driver/disk.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

const std::string kMessy =
    "plan \"P\"\nlevel novice\n\n\nblock \"B\" 1 Week\nsession \"A\"\nback squat 3 x 5\nbench "
    "press "
    "3x8 rest 2min\n";
const std::string kTidy =
    "plan \"P\"\n  level novice\n\nblock \"B\" 1 week\n  session \"A\"\n    back squat    3x5\n    "
    "bench press   3x8   rest 2 min\n";

std::string folder_with(const std::string& name, const std::string& content) {
  std::string path = "/tmp/meso-fmt-XXXXXX";
  REQUIRE(mkdtemp(path.data()) != nullptr);
  REQUIRE(!Disk().write(path + "/" + name, content));
  return path;
}

RunResult fmt(const std::string& folder, std::vector<std::string> arguments,
              const std::string& input = "") {
  arguments.insert(arguments.begin(), "fmt");
  return run_meso(arguments, {folder, input, {}});
}

struct stat info_of(const std::string& path) {
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info;
}

}  // namespace

TEST_CASE("fmt rewrites a file in place and says so") {
  const std::string folder = folder_with("plan.meso", kMessy);
  REQUIRE(::chmod((folder + "/plan.meso").c_str(), 0640) == 0);
  const RunResult r = fmt(folder, {"plan.meso"});
  CHECK(r.exit_code == 0);
  CHECK(r.out == "");
  CHECK(r.err == "meso: reformatted plan.meso\nmeso: 1 file reformatted\n");
  CHECK(read_whole(folder + "/plan.meso") == kTidy);
  CHECK((info_of(folder + "/plan.meso").st_mode & 07777) == 0640);
  CHECK(std::get<0>(Disk().list(folder, "")).size() == 1);  // no temporary file is left
}

TEST_CASE("fmt doesn't touch a file that is formatted already") {
  const std::string folder = folder_with("plan.meso", kTidy);
  const struct stat before = info_of(folder + "/plan.meso");
  const RunResult r = fmt(folder, {"plan.meso"});
  CHECK(r.exit_code == 0);
  CHECK(r.err == "meso: 1 file formatted already\n");
  CHECK(info_of(folder + "/plan.meso").st_ino == before.st_ino);
  CHECK(info_of(folder + "/plan.meso").st_mtim.tv_nsec == before.st_mtim.tv_nsec);
}

TEST_CASE("fmt --check lists what would change and writes nothing") {
  const std::string folder = folder_with("b/messy.meso", kMessy);
  REQUIRE(!Disk().write(folder + "/a/tidy.meso", kTidy));
  const RunResult r = fmt(folder, {".", "--check"});
  CHECK(r.exit_code == 1);
  CHECK(r.out == "b/messy.meso\n");
  CHECK(r.err == "meso: 1 file would be reformatted, 1 file formatted already\n");
  CHECK(read_whole(folder + "/b/messy.meso") == kMessy);
  CHECK(fmt(folder, {"a", "--check"}).exit_code == 0);
}

TEST_CASE("fmt --diff shows what would change and writes nothing") {
  const std::string folder = folder_with("plan.meso", kMessy);
  const RunResult r = fmt(folder, {"plan.meso", "--diff"});
  CHECK(r.exit_code == 1);
  CHECK(line_diff(R"(--- plan.meso
+++ plan.meso
@@ -1,8 +1,7 @@
 plan "P"
-level novice
-
+  level novice
 
-block "B" 1 Week
-session "A"
-back squat 3 x 5
-bench press 3x8 rest 2min
+block "B" 1 week
+  session "A"
+    back squat    3x5
+    bench press   3x8   rest 2 min
)",
                  r.out) == "");
  CHECK(read_whole(folder + "/plan.meso") == kMessy);
  const RunResult tidy = fmt(folder, {"-", "--diff"}, kTidy);
  CHECK(tidy.exit_code == 0);
  CHECK(tidy.out == "");
}

TEST_CASE("fmt reads standard input and writes standard output") {
  const RunResult r = fmt("/tmp", {"-"}, kMessy);
  CHECK(r.exit_code == 0);
  CHECK(r.out == kTidy);
  CHECK(r.err == "");
  CHECK(fmt("/tmp", {"-"}, "").out == "");
  const RunResult check = fmt("/tmp", {"-", "--check", "--stdin-filename", "mine.meso"}, kMessy);
  CHECK(check.exit_code == 1);
  CHECK(check.out == "mine.meso\n");
}

TEST_CASE("fmt takes off a byte-order mark and other line ends") {
  std::string pasted = "\xEF\xBB\xBF";
  for (const char c : kTidy) pasted += c == '\n' ? "\r\n" : std::string(1, c);
  const std::string folder = folder_with("plan.meso", pasted);
  CHECK(fmt(folder, {"plan.meso", "--check"}).exit_code == 1);
  CHECK(fmt(folder, {"plan.meso"}).exit_code == 0);
  CHECK(read_whole(folder + "/plan.meso") == kTidy);
  const std::string marked = folder_with("plan.meso", "\xEF\xBB\xBF" + kTidy);
  CHECK(fmt(marked, {"plan.meso", "--check"}).out == "plan.meso\n");
}

TEST_CASE("fmt formats round lines that can't be read, and counts them") {
  const std::string folder = folder_with("plan.meso", kMessy + "   back sqaut 3 x\nnonsense\n");
  const RunResult r = fmt(folder, {"plan.meso"});
  CHECK(r.exit_code == 0);
  CHECK(r.err ==
        "meso: plan.meso: 2 lines can't be read and stay as they are: `meso check` says why\n"
        "meso: reformatted plan.meso\nmeso: 1 file reformatted\n");
  CHECK(read_whole(folder + "/plan.meso") == kTidy + "   back sqaut 3 x\nnonsense\n");
}

TEST_CASE("fmt leaves alone what isn't a text, and goes on with the others") {
  const std::string bad = "plan \"P\"\n  by \"J\xFCrgen\"\n";
  const std::string folder = folder_with("a.meso", bad);
  REQUIRE(!Disk().write(folder + "/b.meso", kMessy));
  const RunResult check = run_meso({"check", "a.meso", "-q"}, {folder, "", {}});
  const RunResult r = fmt(folder, {".", "missing.meso"});
  CHECK(r.exit_code == 2);
  CHECK(r.err == check.err +
                     "meso: reformatted b.meso\nmeso: missing.meso: no such file or directory\n"
                     "meso: 1 file reformatted\n");
  CHECK(read_whole(folder + "/a.meso") == bad);
  CHECK(read_whole(folder + "/b.meso") == kTidy);
}

TEST_CASE("fmt writes through a link and leaves it a link") {
  const std::string folder = folder_with("plan.meso", kMessy);
  REQUIRE(::symlink("plan.meso", (folder + "/link.meso").c_str()) == 0);
  CHECK(fmt(folder, {"link.meso"}).exit_code == 0);
  CHECK(read_whole(folder + "/plan.meso") == kTidy);
  struct stat info {};
  REQUIRE(::lstat((folder + "/link.meso").c_str(), &info) == 0);
  CHECK(S_ISLNK(info.st_mode));
}

TEST_CASE("fmt says when a file can't be written") {
  MemoryFileSystem files({{"a.meso", kMessy}, {"b.meso", kMessy}});
  files.fail_write("a.meso", "no space left on device");
  FormatOptions options;
  options.paths = {"a.meso", "b.meso"};
  CHECK(run_format(options, files) == kFailed);
  CHECK(files.files().at("a.meso") == kMessy);
  CHECK(files.files().at("b.meso") == kTidy);
}

}  // namespace meso::test
