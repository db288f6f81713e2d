// Near-miss pairs: two plans one line apart, one proved and one not. Each file of
// tests/verify/pairs says what is expected, worked out by hand before the verifier was written.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/verify/verify.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

struct Pair {
  std::string name, property, good, bad;  // as the header says
  std::string good_plan, bad_plan;
};

bool starts(const std::string& line, std::string_view with) { return line.rfind(with, 0) == 0; }

// A line that begins with `- ` stands only in the good plan, one with `+ ` only in the bad one.
Pair read_pair(const fs::path& path) {
  Pair pair;
  pair.name = path.stem().string();
  std::istringstream lines(read_whole(path.string()));
  for (std::string line; std::getline(lines, line);) {
    const auto told = [&](std::string_view key, std::string& value) {
      if (starts(line, key)) value = line.substr(key.size());
    };
    told("# property: ", pair.property);
    told("# good: ", pair.good);
    told("# bad: ", pair.bad);
    const bool only_good = starts(line, "- "), only_bad = starts(line, "+ ");
    const std::string text = (only_good || only_bad ? line.substr(2) : line) + "\n";
    if (!only_bad) pair.good_plan += text;
    if (!only_good) pair.bad_plan += text;
  }
  return pair;
}

std::vector<Pair> all_pairs() {
  std::vector<Pair> pairs;
  for (const auto& entry : fs::directory_iterator(std::string(MESO_ROOT) + "/tests/verify/pairs"))
    if (entry.path().extension() == ".pair") pairs.push_back(read_pair(entry.path()));
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.name < b.name; });
  return pairs;
}

std::optional<Property> property_of(const std::string& name) {
  for (std::size_t p = 0; p < kProperties; ++p)
    if (text(static_cast<Property>(p)) == name) return static_cast<Property>(p);
  return std::nullopt;
}

// "proved", "refuted", "refuted on day 3".
std::string outcome(const std::string& plan, Property property, bool with_day) {
  const CompiledText compiled = compile_text(plan);
  const PlanFacts facts(compiled.plan(), *compiled.compiled.edition);
  const RunPlan run(compiled.plan(), *compiled.compiled.edition);
  const Verification verified = verify(facts, run);
  const PropertyResult& result = verified.of(property);
  std::string out(text(result.proof));
  if (with_day && !result.violations.empty())
    out += " on day " + std::to_string(result.violations.front().path.back().day);
  return out;
}

}  // namespace

TEST_CASE("near-miss pairs: one line decides", "[verifier]") {
  const auto pairs = all_pairs();
  CHECK(pairs.size() >= 20);
  for (const Pair& pair : pairs) {
    INFO(pair.name);
    const auto property = property_of(pair.property);
    REQUIRE(property);
    const bool with_day = pair.bad.find(" on day ") != std::string::npos;
    CHECK(outcome(pair.good_plan, *property, with_day) == pair.good);
    CHECK(outcome(pair.bad_plan, *property, with_day) == pair.bad);
  }
}

}  // namespace meso::test
