// `meso diff`: versions of one plan, each against diff/base.meso, as a coach runs it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compiler/driver/disk.h"
#include "tests/support/expected_form.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

const std::string kFolder = "end_to_end/diff/";

RunResult diff(const std::string& before, const std::string& after,
               const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments = {"diff", before, after};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run_meso(arguments, {MESO_ROOT "/tests/end_to_end/diff", "", {}});
}

std::vector<std::string> versions() {
  std::vector<std::string> names;
  const auto paths = std::get<0>(Disk().list(MESO_ROOT "/tests/end_to_end/diff", ".meso"));
  for (const std::string& path : paths) {
    const std::string file = path.substr(path.rfind('/') + 1);
    names.push_back(file.substr(0, file.rfind('.')));
  }
  return names;
}

}  // namespace

TEST_CASE("diff: each version of a plan says what changes for its athlete") {
  for (const std::string& name : versions()) {
    INFO(name);
    check_golden(expected_form(diff("base.meso", name + ".meso")), kFolder + name + ".expected");
  }
}

TEST_CASE("diff: how a plan is written makes no difference") {
  const RunResult r = diff("base.meso", "same.meso");
  CHECK(r.out == "no difference for the athlete\n");
  CHECK(r.exit_code == 0);
}

TEST_CASE("diff: what was added one way round is removed the other way round") {
  const std::string there = diff("base.meso", "sessions.meso").out;
  const std::string back = diff("sessions.meso", "base.meso").out;
  CHECK(there.find("\"Legs again\": added: leg press") != std::string::npos);
  CHECK(back.find("\"Legs again\": removed: leg press") != std::string::npos);
}

TEST_CASE("diff: Markdown for a message or a pull request") {
  const RunResult r = diff("base.meso", "exercises.meso", {"--format", "markdown"});
  check_golden(r.out, kFolder + "exercises.md");
  CHECK(diff("base.meso", "base.meso", {"--format", "markdown"}).out ==
        "# base.meso → base.meso\n\nNo difference for the athlete.\n");
}

TEST_CASE("diff: JSON for programs") {
  const RunResult r = diff("base.meso", "exercises.meso", {"--format", "json"});
  CHECK(r.exit_code == 1);
  check_golden(r.out, kFolder + "exercises.json");
  const auto json = nlohmann::json::parse(r.out);
  CHECK(json["format_version"] == 1);
  CHECK(json["different"] == true);
  const auto same = diff("base.meso", "same.meso", {"--format", "json"});
  CHECK(same.exit_code == 0);
  CHECK(nlohmann::json::parse(same.out)["different"] == false);
}

TEST_CASE("diff: findings of guidelines are no hindrance, and one plan may come from a pipe") {
  const RunResult r = run_meso({"diff", MESO_ROOT "/examples/literal/phul.meso", "-"},
                               {"", read_whole(MESO_ROOT "/examples/phul.meso"), {}});
  CHECK(r.exit_code == 1);
  CHECK(r.err.empty());
  CHECK(r.out.find("-> <stdin>") != std::string::npos);
  CHECK(r.out.find("gate added: ready") != std::string::npos);
}

TEST_CASE("diff: every example is itself") {
  const auto paths = std::get<0>(Disk().list(MESO_ROOT "/examples", ".meso"));
  for (const std::string& path : paths) {
    INFO(path);
    const bool is_library = path.find("/examples/lib/") != std::string::npos;
    CHECK(run_meso({"diff", path, path}).exit_code == (is_library ? 2 : 0));
  }
}

}  // namespace meso::test
