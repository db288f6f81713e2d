// `meso new`: plans to start from, each sound as it stands.
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <string>

#include "compiler/driver/disk.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

std::vector<std::string> starter_names() {
  std::vector<std::string> names;
  const auto paths = std::get<0>(Disk().list(MESO_ROOT "/lib/new", ".meso"));
  for (const std::string& path : paths) {
    const std::string file = path.substr(path.rfind('/') + 1);
    names.push_back(file.substr(0, file.rfind('.')));
  }
  return names;
}

std::string fresh_folder() {
  std::string path = "/tmp/meso-new-XXXXXX";
  REQUIRE(mkdtemp(path.data()) != nullptr);
  return path;
}

}  // namespace

TEST_CASE("new: every starting plan checks clean, down to the notes") {
  REQUIRE(starter_names().size() >= 3);
  for (const std::string& name : starter_names()) {
    INFO(name);
    const RunResult plan = run_meso({"new", name});
    CHECK(plan.exit_code == 0);
    CHECK(plan.out == read_whole(std::string(MESO_ROOT) + "/lib/new/" + name + ".meso"));
    const RunResult check = run_meso({"check", "-", "--fail-on", "note"}, {"", plan.out, {}});
    CHECK(check.out == "1 file: no findings\n");
    CHECK(check.exit_code == 0);
  }
}

TEST_CASE("new: the first sheet of each starting plan") {
  for (const std::string& name : starter_names()) {
    INFO(name);
    const std::string folder = fresh_folder();
    const RunResult plan = run_meso({"new", name});
    const RunResult build =
        run_meso({"build", "-", "-o", folder, "--format", "md", "--week", "1"}, {"", plan.out, {}});
    CHECK(build.exit_code == 0);
    check_golden(read_whole(folder + "/plan.md"), "end_to_end/new/" + name + ".week1.md");
  }
}

TEST_CASE("new: without a name, or with --list, each has its line") {
  const RunResult listed = run_meso({"new"});
  CHECK(listed.exit_code == 0);
  CHECK(listed.out == run_meso({"new", "--list"}).out);
  for (const std::string& name : starter_names())
    CHECK(listed.out.find("  " + name + "  ") != std::string::npos);
}

TEST_CASE("new: a file is written once and never over another") {
  const std::string path = fresh_folder() + "/plan.meso";
  const RunResult first = run_meso({"new", "hit", "-o", path});
  CHECK(first.exit_code == 0);
  CHECK(first.out == path + "\n");
  const std::string written = read_whole(path);
  CHECK(written == run_meso({"new", "hit"}).out);
  const RunResult second = run_meso({"new", "beginner", "-o", path});
  CHECK(second.exit_code == 2);
  CHECK(second.err ==
        "meso: " + path + " is there already and was left as it is: name another file\n");
  CHECK(read_whole(path) == written);
}

}  // namespace meso::test
