// What the cases leave out stands here with its reason; everything else of the language is in one.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "compiler/syntax/tree.h"
#include "tests/conformance/cases.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<ConformanceCase>& all_cases() {
  static const std::vector<ConformanceCase> cases = [] {
    std::vector<ConformanceCase> out;
    for (const std::string& name : conformance_names()) out.push_back(run_case(name));
    return out;
  }();
  return cases;
}

std::vector<const Tree*> trees_of(const ConformanceCase& done) {
  std::vector<const Tree*> trees{&done.compiled.tree};
  for (const Tree& library : done.compiled.libraries) trees.push_back(&library);
  return trees;
}

std::set<TokenKind> tokens_of_accepted() {
  std::set<TokenKind> seen;
  for (const ConformanceCase& done : all_cases()) {
    if (done.refused()) continue;
    for (const Tree* tree : trees_of(done))
      for (const Token& t : tree->tokens) seen.insert(t.kind);
  }
  return seen;
}

std::set<LineKind> lines_of_all() {
  std::set<LineKind> seen;
  for (const ConformanceCase& done : all_cases())
    for (const Tree* tree : trees_of(done))
      for (const Statement& s : tree->statements) seen.insert(s.kind);
  return seen;
}

void gather_strings(const Json& json, std::set<std::string>& out) {
  if (json.is_string()) out.insert(json.get<std::string>());
  if (json.is_structured())
    for (const auto& [key, value] : json.items()) gather_strings(value, out);
}

// Every word of the closed sets in the schema, by the path at which it stands.
void gather_words(const Json& schema, const std::string& path,
                  std::map<std::string, std::string>& out) {
  if (schema.is_object() && schema.contains("enum"))
    for (const Json& word : schema["enum"])
      if (word.is_string()) out.emplace(word.get<std::string>(), path);
  if (!schema.is_structured()) return;
  for (const auto& [key, value] : schema.items()) gather_words(value, path + "/" + key, out);
}

}  // namespace

TEST_CASE("conformance: every kind of line is in a case") {
  const std::set<LineKind> seen = lines_of_all();
  for (int kind = 0; kind <= static_cast<int>(LineKind::unknown); ++kind) {
    INFO("LineKind " << kind << " of compiler/syntax/tree.h");
    CHECK(seen.contains(static_cast<LineKind>(kind)));
  }
}

TEST_CASE("conformance: every keyword is in a case that is accepted") {
  // `any` is a part of the name behind it, and has no token.
  std::set<TokenKind> seen = tokens_of_accepted();
  seen.insert(TokenKind::kw_any);
  const auto check = [&](TokenKind kind, const std::string& words) {
    INFO(words);
    CHECK(seen.contains(kind));
  };
#define MESO_KEYWORD(rule, words) check(TokenKind::rule, words);
#include "grammar/keywords.def"
#undef MESO_KEYWORD
}

TEST_CASE("conformance: every mistake of the language is in a case that is refused") {
  std::set<std::string> seen;
  for (const ConformanceCase& done : all_cases())
    for (const Diagnostic& d : done.sink.all()) seen.insert(std::string(d.kind.code));
  for (const KindRow& row : all_kinds()) {
    // A case has neither a project nor a day.
    const bool of_others =
        row.kind.code == kind::other_edition.code || row.kind.code == kind::expired_allow.code;
    const bool of_language =
        row.kind.code < "M400" && !row.kind.code.starts_with("M1") && !of_others;
    INFO(row.kind.code << " " << row.kind.name);
    if (of_language) CHECK(seen.contains(std::string(row.kind.code)));
  }
}

TEST_CASE("conformance: every word of the plan's JSON is in a case") {
  // `per` is left out of the cases where it is `once`.
  const std::set<std::string> left_out = {"once"};
  std::map<std::string, std::string> words;
  gather_words(Json::parse(read_whole(std::string(MESO_ROOT) + "/docs/plan.schema.json")), "",
               words);
  std::set<std::string> seen;
  for (const ConformanceCase& done : all_cases()) gather_strings(outcome(done), seen);
  CHECK(words.size() > 100);
  for (const auto& [word, path] : words) {
    INFO(word << " at " << path);
    CHECK((seen.contains(word) || left_out.contains(word)));
  }
}

}  // namespace meso::test
