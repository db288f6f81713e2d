// `meso guidelines`: the table, for people and for programs.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "compiler/guidelines/guideline.h"
#include "tests/support/run_meso.h"

namespace meso::test {

TEST_CASE("guidelines: the table has a line each, in columns") {
  const RunResult r = run_meso({"guidelines"});
  CHECK(r.exit_code == 0);
  std::size_t listed = 0, column = 0;
  std::istringstream lines(r.out);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("  M", 0) != 0) continue;
    const Guideline* g = find_guideline(line.substr(2, 4));
    REQUIRE(g != nullptr);
    const std::size_t summary = line.find(g->summary);
    REQUIRE(summary != line.npos);
    if (listed++ == 0) column = summary;
    CHECK(summary == column);
  }
  CHECK(listed == all_guidelines().size());
}

TEST_CASE("guidelines: as JSON with their numbers and where these come from") {
  const RunResult r = run_meso({"guidelines", "--format", "json", "--edition", "2026"});
  CHECK(r.exit_code == 0);
  const auto document = nlohmann::json::parse(r.out);
  CHECK(document["edition"] == 2026);
  REQUIRE(document["guidelines"].size() == all_guidelines().size());
  for (const auto& told : document["guidelines"]) {
    const Guideline* g = find_guideline(told["code"].get<std::string>());
    REQUIRE(g != nullptr);
    CHECK(told["name"] == std::string(g->name));
    CHECK(told["fixed"] == g->fixed);
    CHECK(told["thresholds"].size() == thresholds_of(*g, 2026).size());
    for (const auto& threshold : told["thresholds"]) CHECK_FALSE(threshold["source"].empty());
  }
}

TEST_CASE("guidelines: an edition that isn't there") {
  const RunResult r = run_meso({"guidelines", "--edition", "1999"});
  CHECK(r.exit_code == 2);
  CHECK(r.err.find("there is no edition 1999: there is 2026") != std::string::npos);
}

}  // namespace meso::test
