// `meso catalog` as a coach uses it: by name, alias, muscle group, equipment and movement.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/catalogue/catalogue.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

// The names that a search finds, in order; lines of details are indented.
std::vector<std::string> found(const std::vector<std::string>& query) {
  std::vector<std::string> arguments{"catalog"};
  arguments.insert(arguments.end(), query.begin(), query.end());
  const RunResult r = run_meso(arguments);
  CHECK(r.exit_code == 0);
  CHECK(r.err.empty());
  std::vector<std::string> names;
  std::size_t at = 0;
  while (at < r.out.size()) {
    const std::size_t end = r.out.find('\n', at);
    const std::string line = r.out.substr(at, end - at);
    if (!line.empty() && line[0] != ' ') names.push_back(line.substr(0, line.find("  ")));
    at = end + 1;
  }
  return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("catalog: a name in full comes first, with its aliases and variations") {
  const std::vector<std::string> names = found({"back", "squat"});
  REQUIRE_FALSE(names.empty());
  CHECK(names.front() == "back squat");
  const RunResult r = run_meso({"catalog", "Back-Squat"});
  CHECK(r.out.starts_with("back squat "));
  CHECK(r.out.find("  also: squat, ") != std::string::npos);
  CHECK(r.out.find("  like it: ") != std::string::npos);
  CHECK(r.out.find("quads, glutes (half: adductors, lower back)") != std::string::npos);
}

TEST_CASE("catalog: a part of a name finds all that hold it") {
  const std::vector<std::string> names = found({"split squat"});
  CHECK(holds(names, "bulgarian split squat"));
  CHECK(holds(names, "split squat"));
}

TEST_CASE("catalog: an alias finds its exercise, whatever its case") {
  CHECK(found({"RDL"}).front() == "romanian deadlift");
  CHECK(found({"ohp"}).front() == "overhead press");
}

TEST_CASE("catalog: every muscle group finds what trains it") {
  const Catalogue& c = built_in_catalogue();
  for (std::uint8_t g = 0; g < c.groups.size(); ++g) {
    const std::vector<std::string> names = found({std::string(c.groups[g].name)});
    for (const CatalogueExercise& e : c.exercises) {
      const bool trains = std::find(e.primary.begin(), e.primary.end(), g) != e.primary.end();
      INFO(c.groups[g].name << " / " << e.name);
      if (trains) CHECK(holds(names, std::string(e.name)));
    }
  }
  CHECK(found({"pecs"}) == found({"pectorals"}));
}

TEST_CASE("catalog: every kind of equipment finds what needs it") {
  const Catalogue& c = built_in_catalogue();
  for (int kind = 0; kind <= static_cast<int>(Equipment::other); ++kind) {
    const auto equipment = static_cast<Equipment>(kind);
    const std::vector<std::string> names = found({std::string(text(equipment))});
    for (const CatalogueExercise& e : c.exercises) {
      INFO(text(equipment) << " / " << e.name);
      if (e.equipment == equipment) CHECK(holds(names, std::string(e.name)));
    }
  }
}

TEST_CASE("catalog: a movement finds its exercises") {
  const std::vector<std::string> names = found({"horizontal", "pull"});
  CHECK(holds(names, "barbell row"));
  CHECK_FALSE(holds(names, "bench press"));
}

TEST_CASE("catalog: without a query it lists all") {
  CHECK(found({}).size() == built_in_catalogue().exercises.size());
}

}  // namespace meso::test
