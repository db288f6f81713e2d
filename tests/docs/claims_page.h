// docs/claims.md as data, and whether the places that it names are there.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace meso::test {

inline const std::string kClaimsPage = "docs/claims.md", kMythsPage = "docs/myths.md";

struct Claim {
  std::string id, says, kind, place, ruling;
};

// How many claims each article makes.
struct Article {
  std::string name;
  std::size_t claims;
};
inline const std::vector<Article> kArticles = {
    {"S000", 21}, {"S001", 45}, {"S002", 19}, {"S003", 38}, {"S004", 40}};

std::vector<Claim> claims_of(const Article& article);
std::vector<Claim> all_claims();

// The numbers of claims in a text.
std::set<std::string> claims_in(const std::string& text);
// The first cell of each row of a table of the page.
std::set<std::string> first_cells(const std::string& table_name);
// "a, b" as a and b.
std::set<std::string> listed(const std::string& cell);

// A file below the root.
std::string whole_file(const std::string& file);

// The names in brackets of a text: guidelines.
std::vector<std::string> guidelines_in(const std::string& text);

// What is missing, as sentences: of a guideline's name, and of all places that a claim names, which
// are guidelines, words of pages, of the language and of what is printed.
std::string missing_guideline(const std::string& name);
std::vector<std::string> missing_places(const Claim& claim);

}  // namespace meso::test
