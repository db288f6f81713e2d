#include "tests/verify/near_miss_pairs.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/text.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

bool starts(const std::string& line, std::string_view with) { return line.rfind(with, 0) == 0; }

// A line that begins with `- ` stands only in the good plan, one with `+ ` only in the bad one.
NearMissPair read_pair(const fs::path& path) {
  NearMissPair pair;
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

}  // namespace

std::vector<NearMissPair> near_miss_pairs() {
  std::vector<NearMissPair> pairs;
  for (const auto& entry : fs::directory_iterator(std::string(MESO_ROOT) + "/tests/verify/pairs"))
    if (entry.path().extension() == ".pair") pairs.push_back(read_pair(entry.path()));
  std::sort(pairs.begin(), pairs.end(),
            [](const NearMissPair& a, const NearMissPair& b) { return a.name < b.name; });
  return pairs;
}

std::optional<Property> property_of(const std::string& name) {
  for (std::size_t p = 0; p < kProperties; ++p)
    if (text(static_cast<Property>(p)) == name) return static_cast<Property>(p);
  return std::nullopt;
}

std::string outcome(const CompiledText& plan, Property property, bool with_day, SeededFault fault) {
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  const Verification verified = verify(facts, run, {}, fault);
  const PropertyResult& result = verified.of(property);
  std::string out(text(result.proof));
  if (with_day && !result.violations.empty())
    out += " on day " + std::to_string(result.violations.front().lived.back().day);
  return out;
}

}  // namespace meso::test
