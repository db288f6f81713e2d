// Each NNN-NAME.meso of this folder means what NNN-NAME.json says; see README.md.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>

#include "tests/conformance/cases.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

std::string here() { return std::string(MESO_ROOT) + "/tests/conformance"; }

}  // namespace

TEST_CASE("conformance: every text means what stands beside it") {
  const std::vector<std::string> names = conformance_names();
  CHECK(names.size() >= 150);
  for (const std::string& name : names) {
    INFO(name);
    check_golden(pretty(outcome(run_case(name))), "conformance/" + name + ".json");
  }
}

TEST_CASE("conformance: every case says what it pins, and its number is its own") {
  std::set<std::string> numbers;
  for (const std::string& name : conformance_names()) {
    INFO(name);
    CHECK((name.size() > 4 && name[3] == '-'));
    CHECK(numbers.insert(name.substr(0, 3)).second);
    std::string text = read_whole(here() + "/" + name + ".meso");
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    CHECK(text.starts_with("# "));
  }
}

TEST_CASE("conformance: refused from 900 on, and only there") {
  for (const std::string& name : conformance_names()) {
    const ConformanceCase done = run_case(name);
    INFO(name << "\n" << pretty(outcome(done)));
    CHECK(done.refused() == (name.starts_with("9")));
  }
}

TEST_CASE("conformance: nothing is expected of a text that isn't there") {
  for (const auto& entry : fs::directory_iterator(here()))
    if (entry.path().extension() == ".json") {
      INFO(entry.path().filename().string());
      CHECK(fs::exists(fs::path(entry.path()).replace_extension(".meso")));
    }
}

}  // namespace meso::test
