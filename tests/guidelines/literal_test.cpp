// The literal classics, held against what was predicted of them before the checks were written; and
// the clean versions beside them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/guidelines/findings.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

using namespace meso;
using namespace meso::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> plans_in(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(std::string(MESO_ROOT) + "/" + folder))
    if (entry.path().extension() == ".meso") out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

// `error NAME  # why`; `not yet NAME` names a guideline that later work brings.
struct Predicted {
  std::set<std::string> now, later;
};

Predicted predicted(const std::string& plan) {
  Predicted out;
  std::istringstream lines(read_whole(plan.substr(0, plan.rfind('.')) + ".findings"));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string first, second, third;
    if (!(words >> first >> second)) continue;
    if (first == "not" && words >> third)
      out.later.insert(third);
    else
      out.now.insert(first + " " + second);
  }
  return out;
}

std::set<std::string> found(const std::string& plan) {
  const Findings all = findings(read_whole(plan));
  return {all.begin(), all.end()};
}

}  // namespace

TEST_CASE("each literal classic gives the findings that were predicted of it") {
  const std::vector<std::string> plans = plans_in("examples/literal");
  REQUIRE(plans.size() >= 4);
  for (const std::string& plan : plans) {
    CAPTURE(plan);
    const Predicted expected = predicted(plan);
    REQUIRE_FALSE(expected.now.empty());
    CHECK(found(plan) == expected.now);
    for (const std::string& name : expected.later) {
      CAPTURE(name);
      CHECK(find_guideline(name) == nullptr);  // it is here now: predict its severity
    }
    CHECK(run_meso({"check", plan}).exit_code == 1);
  }
}

TEST_CASE("the clean versions give no finding at all") {
  const std::vector<std::string> plans = plans_in("examples");
  REQUIRE(plans.size() >= 5);
  for (const std::string& plan : plans) {
    const CompiledText clean = compile_file(plan);
    INFO(clean.rendered());
    CHECK(clean.sink.all().empty());
  }
}
