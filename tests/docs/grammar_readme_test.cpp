// grammar/README.md is the language's grammar for people: what it says is what the parser does.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"
#include "compiler/syntax/line_parser.h"
#include "compiler/syntax/parse.h"
#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"
#include "tests/support/log_line.h"

using namespace meso;
using namespace meso::test;

namespace {

const std::string kFile = "grammar/README.md";

// By the names of compiler/syntax/tree.h, in its order.
constexpr std::array kKindNames = std::to_array<std::string_view>(
    {"plan",      "library",     "use",     "by",           "level",    "units",  "guidelines",
     "starts",    "purpose",     "round",   "input",        "familiar", "goal",   "track",
     "signal",    "event",       "missed",  "own_exercise", "follow",   "gate",   "gate_clause",
     "rule",      "rule_clause", "scheme",  "stage",        "returns",  "block",  "week",
     "week_sets", "session",     "on",      "prefer",       "wait",     "repeat", "replace",
     "drop",      "exercise",    "warm_up", "note",         "allow",    "blank",  "comment",
     "unknown"});
static_assert(kKindNames.size() == static_cast<std::size_t>(LineKind::unknown) + 1);

std::string ebnf() {
  std::string all;
  for (const FencedBlock& block : fenced_blocks(kFile))
    if (block.is("ebnf")) all += block.text;
  return all;
}

std::set<std::string> quoted_words(const std::string& text) {
  static const std::regex kQuoted(R"re("([^"]+)")re");
  std::set<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), kQuoted), end; it != end; ++it)
    out.insert((*it)[1]);
  return out;
}

std::set<std::string> keywords() {
  return {
#define MESO_KEYWORD(rule, words) words,
#include "grammar/keywords.def"
#undef MESO_KEYWORD
  };
}

// Words that the grammar knows beside its table: `phrase<"...">`, and those with a rule of their
// own.
std::set<std::string> other_words() {
  std::set<std::string> out = {"RIR", "RPE", "RM"};
  static const std::regex kPhrase(R"re(phrase<"([^"]+)">)re");
  for (const char* file :
       {"keywords", "terminals", "prescription", "logic", "structure", "journal"}) {
    const std::string text = read_whole(std::string(MESO_ROOT) + "/grammar/" + file + ".hpp");
    for (std::sregex_iterator it(text.begin(), text.end(), kPhrase), end; it != end; ++it)
      out.insert((*it)[1]);
  }
  return out;
}

}  // namespace

TEST_CASE("every example line of the grammar is of the kind that it stands for") {
  std::set<std::string> seen;
  for (const TableRow& row : table(kFile, "lines")) {
    REQUIRE(row.size() == 2);
    const auto at = std::find(kKindNames.begin(), kKindNames.end(), row[0]);
    INFO(row[0] << ": " << row[1]);
    REQUIRE(at != kKindNames.end());
    const auto kind = static_cast<LineKind>(at - kKindNames.begin());
    seen.insert(row[0]);
    SourceSet sources;
    Sink sink;
    const FileId id = sources.add("line.meso", row[1]);
    CHECK(parse(sources[id], id, sink).statements.front().kind == kind);
    if (kind == LineKind::blank || kind == LineKind::comment || kind == LineKind::unknown) continue;
    std::vector<Token> tokens;
    ParsedLine result{tokens};
    CHECK(parse_line(kind, {row[1], 0}, result));
  }
  for (const std::string_view name : kKindNames) {
    INFO(name);
    CHECK(seen.contains(std::string(name)));
  }
}

TEST_CASE("every example line of the log is of the kind that it stands for") {
  std::set<std::string> seen;
  for (const TableRow& row : table(kFile, "log lines")) {
    REQUIRE(row.size() == 2);
    INFO(row[0] << ": " << row[1]);
    seen.insert(row[0]);
    CHECK(is_log_line(row[0], row[1]));
  }
  CHECK(seen.size() == 9);
}

TEST_CASE("every keyword stands in the grammar") {
  const std::set<std::string> written = quoted_words(ebnf());
  for (const std::string& keyword : keywords()) {
    INFO(keyword);
    CHECK(written.contains(keyword));
  }
}

TEST_CASE("every word of the grammar is one that the parser knows") {
  const std::set<std::string> known = keywords(), others = other_words();
  for (const std::string& word : quoted_words(ebnf())) {
    const bool is_sign =
        word.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == word.npos ||
        word == "x";
    INFO(word);
    CHECK((is_sign || known.contains(word) || others.contains(word)));
  }
}

TEST_CASE("every rule that the grammar uses is defined in it, once") {
  const std::string text = ebnf();
  std::map<std::string, int> defined;
  static const std::regex kRule(R"((^|\n)([a-z][a-z-]*) +=)"), kName(R"(([a-z][a-z-]*))"),
      kStrings(R"re("[^"]*"|\(\*[^*]*\*\))re");
  for (std::sregex_iterator it(text.begin(), text.end(), kRule), end; it != end; ++it)
    ++defined[(*it)[2]];
  for (const auto& [name, times] : defined) {
    INFO(name);
    CHECK(times == 1);
  }
  const std::string bare = std::regex_replace(text, kStrings, " ");
  for (std::sregex_iterator it(bare.begin(), bare.end(), kName), end; it != end; ++it) {
    INFO((*it)[1].str());
    CHECK(defined.contains((*it)[1].str()));
  }
}
