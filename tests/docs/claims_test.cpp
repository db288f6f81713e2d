// Every claim that a guideline or the report cites stands in docs/founding-articles.md, and nothing
// there is idle.
#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <string>

#include "compiler/guidelines/explain.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

std::set<std::string> claims_in(const std::string& text) {
  static const std::regex claim("S00[0-4]-[0-9]+");
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), claim), end; at != end; ++at)
    found.insert(at->str());
  return found;
}

}  // namespace

TEST_CASE("cited claims resolve") {
  std::set<std::string> cited;
  for (const Guideline* g : all_guidelines()) cited.merge(claims_in(explain(*g, 2026)));
  cited.merge(claims_in(read_whole(MESO_ROOT "/docs/report.md")));
  CHECK(cited == claims_in(read_whole(MESO_ROOT "/docs/founding-articles.md")));
}

}  // namespace meso::test
