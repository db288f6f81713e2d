// docs/claims.md: every claim of the founding articles, each with the place where it lives. A place
// that disappears fails here, be it a guideline, a word of the language, a measure, words of a page
// or words that are printed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "tests/docs/claims_page.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

// Files below the root that name a claim.
std::vector<std::string> citing_files() {
  std::vector<std::string> out = {"README.md"};
  for (const char* folder : {"compiler", "docs", "examples", "grammar", "lib", "runtime"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MESO_ROOT) / folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string file = fs::relative(entry.path(), MESO_ROOT).generic_string();
      if (whole_file(file).find("S00") != std::string::npos) out.push_back(file);
    }
  return out;
}

// A page without the definitions of its links, which stand at its end.
std::string prose_of(const std::string& page) {
  std::istringstream in(page);
  std::string out;
  for (std::string line; std::getline(in, line);)
    if (line.find("]: ") == std::string::npos) out += line + "\n";
  return out;
}

}  // namespace

TEST_CASE("claims: all 163 of the articles are there, each once") {
  std::size_t all = 0;
  for (const Article& article : kArticles) {
    const std::vector<Claim> claims = claims_of(article);
    CHECK(claims.size() == article.claims);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      CHECK(claims[i].id == article.name + "-" + std::to_string(i + 1));
      CHECK_FALSE(claims[i].says.empty());
    }
    all += claims.size();
  }
  CHECK(all == 163);
}

TEST_CASE("claims: each has its place, and the place is there") {
  const std::set<std::string> kinds = first_cells("kinds");
  for (const Claim& claim : all_claims()) {
    INFO(claim.id << ": " << claim.place);
    CHECK(missing_places(claim) == std::vector<std::string>());
    CHECK_FALSE(claim.kind.empty());
    for (const std::string& kind : listed(claim.kind)) CHECK(kinds.contains(kind));
  }
}

TEST_CASE("claims: a place that isn't there is told") {
  const auto told = [](const std::string& place) {
    return join(missing_places({"S000-1", "", "", place, ""}), "; ");
  };
  CHECK(told("[soreness-as-goal], the word `swap` and \"Soreness is never a target\"") == "");
  CHECK(told("[sorenes-as-goal]") == "there is no guideline [sorenes-as-goal]");
  CHECK(told("`strength back`") == "`strength back` isn't a word of the language");
  CHECK(told("`track pump`") == "no plan can `track pump`");
  CHECK(told("\"Well sored!\"") == "nothing prints: Well sored!");
  CHECK(told("[onset](no-such-page.md)") == "there is no file docs/no-such-page.md");
  CHECK(told("[onset](report.md#onset)") == "there is no heading report.md#onset");
  CHECK(told("[badges](report.md#sessions)") == "report.md#sessions doesn't say: badges");
  CHECK(told("[lactate](myths.md#its-the-lactate)") ==
        "myths.md#its-the-lactate doesn't name S000-1");
  CHECK(told("somewhere") == "it names no place");
  CHECK(told("nowhere") == "it doesn't say why");
}

TEST_CASE("claims: a guideline that rests on one stands among its places") {
  for (const Claim& claim : all_claims()) {
    const std::vector<std::string> named = guidelines_in(claim.place);
    for (const Guideline* g : all_guidelines()) {
      if (!claims_in(std::string(g->sources)).contains(claim.id)) continue;
      INFO(claim.id << " is cited by " << g->name << ": name it in " << kClaimsPage);
      CHECK(std::find(named.begin(), named.end(), g->name) != named.end());
    }
  }
}

TEST_CASE("claims: names in brackets are links to guidelines") {
  for (const std::string& file : {kClaimsPage, kMythsPage}) {
    const std::string page = whole_file(file);
    for (const std::string& name : guidelines_in(prose_of(page))) {
      INFO(file << ": " << name);
      CHECK(missing_guideline(name) == "");
      CHECK(page.find("\n[" + name + "]: guidelines/" + name + ".md\n") != page.npos);
    }
  }
}

TEST_CASE("claims: rulings that are named are given, and the other way round") {
  std::set<std::string> named;
  for (const Claim& claim : all_claims()) named.merge(listed(claim.ruling));
  CHECK(named == first_cells("rulings"));
}

TEST_CASE("claims: whatever is cited anywhere is one of them") {
  std::set<std::string> known;
  for (const Claim& claim : all_claims()) known.insert(claim.id);
  const std::vector<std::string> files = citing_files();
  CHECK(files.size() > 10);
  for (const std::string& file : files)
    for (const std::string& cited : claims_in(whole_file(file))) {
      INFO(file << " cites " << cited);
      CHECK(known.contains(cited));
    }
}

}  // namespace meso::test
