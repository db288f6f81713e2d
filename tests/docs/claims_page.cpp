#include "tests/docs/claims_page.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <utility>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "tests/docs/markdown_blocks.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

std::set<std::string> matches_of(const std::regex& pattern, const std::string& text) {
  return {std::sregex_token_iterator(text.begin(), text.end(), pattern),
          std::sregex_token_iterator()};
}

// As it is read: small letters, and one blank where the line breaks.
std::string plain(const std::string& text) {
  static const std::regex kBlanks("\\s+");
  return lower(std::regex_replace(text, kBlanks, " "));
}

bool holds(const std::string& text, const std::string& words) {
  return plain(text).find(plain(words)) != std::string::npos;
}

// What a text names: guidelines in brackets, words of pages as links (words, target), words of the
// language in backticks, and what is printed in quotation marks.
struct Places {
  std::vector<std::string> guidelines, words, prints;
  std::vector<std::pair<std::string, std::string>> links;

  bool empty() const {
    return guidelines.empty() && links.empty() && words.empty() && prints.empty();
  }
};

Places places_in(const std::string& text) {
  static const std::regex kPlace(R"re(\[([^\]]+)\](?:\(([^)]*)\))?|`([^`]+)`|"([^"]+)")re");
  Places out;
  for (std::sregex_iterator at(text.begin(), text.end(), kPlace), end; at != end; ++at) {
    const std::smatch& m = *at;
    if (m[2].matched)
      out.links.emplace_back(m[1], m[2]);
    else if (m[1].matched)
      out.guidelines.push_back(m[1]);
    else if (m[3].matched)
      out.words.push_back(m[3]);
    else
      out.prints.push_back(m[4]);
  }
  return out;
}

// The words have to stand in the file, or under its heading. A part of myths.md names the claim.
std::string missing_words(const std::string& claim, const std::string& words,
                          const std::string& link) {
  const std::string path = link.substr(0, link.find('#'));
  const std::string file = fs::path("docs/" + path).lexically_normal().generic_string();
  if (!fs::exists(fs::path(MESO_ROOT) / file)) return "there is no file " + file;
  std::string text = whole_file(file);
  if (path.size() < link.size()) {
    const auto part = section(file, link.substr(path.size() + 1));
    if (!part) return "there is no heading " + link;
    text = *part;
  }
  if (!holds(text, words)) return link + " doesn't say: " + words;
  if (file == kMythsPage && !claims_in(text).contains(claim))
    return link + " doesn't name " + claim;
  return "";
}

const std::set<std::string>& keywords() {
  static const std::set<std::string> kAll = {
#define MESO_KEYWORD(rule, text) text,
#include "grammar/keywords.def"
#undef MESO_KEYWORD
      "RIR", "RPE"};
  return kAll;
}

// `track sleep` is a measure that a plan may track, anything else a word of the language.
std::string missing_word(const std::string& word) {
  if (!word.starts_with("track "))
    return keywords().contains(word) ? "" : "`" + word + "` isn't a word of the language";
  return compile_text(small_plan(word)).has("unknown-metric") ? "no plan can `" + word + "`" : "";
}

// What sheets and reports look like, as the tests beside them hold it.
std::string printed() {
  std::string out;
  for (const char* folder : {"tests/golden", "tests/report"})
    for (const auto& entry : fs::directory_iterator(fs::path(MESO_ROOT) / folder))
      if (entry.path().extension() == ".md" || entry.path().extension() == ".txt")
        out += read_whole(entry.path().string());
  return plain(out);
}

std::string missing_print(const std::string& words) {
  static const std::string kPrinted = printed();
  return kPrinted.find(plain(words)) != std::string::npos ? "" : "nothing prints: " + words;
}

}  // namespace

std::vector<Claim> claims_of(const Article& article) {
  std::vector<Claim> out;
  for (const TableRow& row : table(kClaimsPage, article.name)) {
    REQUIRE(row.size() == 5);
    out.push_back({row[0], row[1], row[2], row[3], row[4]});
  }
  return out;
}

std::vector<Claim> all_claims() {
  std::vector<Claim> out;
  for (const Article& article : kArticles)
    for (Claim& claim : claims_of(article)) out.push_back(std::move(claim));
  return out;
}

std::set<std::string> claims_in(const std::string& text) {
  static const std::regex kClaim("S00[0-9]-[0-9]+");
  return matches_of(kClaim, text);
}

std::set<std::string> first_cells(const std::string& table_name) {
  std::set<std::string> out;
  for (const TableRow& row : table(kClaimsPage, table_name)) out.insert(row.front());
  return out;
}

std::set<std::string> listed(const std::string& cell) {
  static const std::regex kItem("[^, ]+");
  return matches_of(kItem, cell);
}

std::string whole_file(const std::string& file) {
  return read_whole(std::string(MESO_ROOT) + "/" + file);
}

std::vector<std::string> guidelines_in(const std::string& text) {
  return places_in(text).guidelines;
}

std::string missing_guideline(const std::string& name) {
  if (find_guideline(name) == nullptr) return "there is no guideline [" + name + "]";
  if (!fs::exists(fs::path(MESO_ROOT) / "docs/guidelines" / (name + ".md")))
    return "[" + name + "] has no page";
  return "";
}

std::vector<std::string> missing_places(const Claim& claim) {
  const Places places = places_in(claim.place);
  std::vector<std::string> out;
  const auto add = [&](std::string what) {
    if (!what.empty()) out.push_back(std::move(what));
  };
  for (const std::string& name : places.guidelines) add(missing_guideline(name));
  for (const auto& [words, link] : places.links) add(missing_words(claim.id, words, link));
  for (const std::string& word : places.words) add(missing_word(word));
  for (const std::string& words : places.prints) add(missing_print(words));
  // "nowhere: " and why, or "nowhere as a question: ".
  static const std::regex kReason("nowhere[^:]*: .{30,}");
  const bool is_nowhere = claim.place.starts_with("nowhere");
  if (places.empty() && !is_nowhere) add("it names no place");
  if (is_nowhere && !std::regex_match(claim.place, kReason)) add("it doesn't say why");
  return out;
}

}  // namespace meso::test
