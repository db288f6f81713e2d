// editors/meso.tmLanguage.json, the grammar with which editors colour plans: made from the one
// table of the language's words (UPDATE_GOLDENS=1 writes it), so that a new keyword is coloured
// too.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "compiler/syntax/line_kinds.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

using Json = nlohmann::ordered_json;

// Longer phrases first: the first alternative that fits is taken.
std::string any_of(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : "|") + std::regex_replace(word, std::regex(" "), "\\s+");
  return out;
}

std::vector<std::string> keywords() {
  return {
#define MESO_KEYWORD(rule, text) text,
#include "grammar/keywords.def"
#undef MESO_KEYWORD
      "RIR", "RPE"};
}

std::vector<std::string> line_openers() {
  const auto all = openers();
  return {all.begin(), all.end()};
}

Json pattern(const std::string& name, const std::string& match) {
  return {{"name", name}, {"match", match}};
}

Json grammar() {
  const std::string word_end = "(?![\\w-])";
  return {{"name", "Meso"},
          {"scopeName", "source.meso"},
          {"fileTypes", {"meso"}},
          {"patterns",
           {pattern("comment.line.number-sign.meso", "(^|(?<=\\s))#.*$"),
            pattern("string.quoted.double.meso",
                    "[\"\u201c\u201d\u201e][^\"\u201c\u201d\u201e]*[\"\u201c\u201d\u201e]"),
            pattern("keyword.control.meso", "(?i)^\\s*(" + any_of(line_openers()) + ")" + word_end),
            pattern("entity.name.function.meso", "\\b[A-Za-z_]\\w*(?=\\()"),
            pattern("constant.numeric.sets.meso",
                    "\\b\\d+(\\s*[-\u2013]\\s*\\d+)?\\s*[xX\u00d7]\\s*(\\d+(\\s*[-\u2013]\\s*\\d+)?"
                    "\\+?|max|F)"),
            pattern("keyword.other.meso", "(?i)\\b(" + any_of(keywords()) + ")" + word_end),
            pattern("constant.numeric.meso",
                    "\\b\\d+(\\.\\d+)?\\s*(%|kg|lb|s|min|h|days?|weeks?|m|RM)?" + word_end)}}};
}

}  // namespace

TEST_CASE("editors colour every word of the language") {
  check_golden(grammar().dump(2) + "\n", "../editors/meso.tmLanguage.json");
}

}  // namespace meso::test
