// docs/errors.md: what is said of each mistake, made of tests/bad_input so that it can't be out of
// date. UPDATE_GOLDENS=1 writes it.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "compiler/diag/diagnostic.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/source/source.h"
#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIntro =
    R"(# What is said of a mistake

One example for each code of [diagnostics.md](diagnostics.md), and some more for the codes that have many faces: the lines as somebody
wrote them, then what `meso check` prints. `meso explain CODE` says the same of a code in a line.

The findings of the guidelines (M1nn) have [a page each](guidelines/), with a plan that gets them and the same plan mended.

This page is made from the plans of `tests/bad_input/`; a test holds it to them.
)";

// By what a coach was writing. The code of an example is the one that its output names.
struct Topic {
  std::string_view title;
  std::vector<std::string_view> examples;  // of tests/bad_input
};

const std::vector<Topic>& topics() {
  static const std::vector<Topic> kTopics = {
      {"The file",
       {"only_blank_lines", "no_plan_line", "two_plan_lines", "misspelled_keyword_block",
        "misspelled_keyword_weeks", "exercises_without_a_session", "unclosed_quote",
        "note_without_quotes", "commands/a_hundred_thousand_brackets"}},
      {"The head",
       {"missing_edition", "unknown_edition", "unknown_level", "level_twice", "unknown_measure",
        "missed_is_doubled", "goal_without_unit", "unknown_block_in_goal", "event_before_the_start",
        "own_exercise_of_no_group", "unknown_guideline", "allow_with_empty_reason",
        "allow_that_suppresses_nothing", "allow_that_expired", "allow_of_soreness_as_goal"}},
      {"Exercises and their sets",
       {"misspelled_exercise", "unknown_class", "no_sets_and_reps", "load_without_unit",
        "decimal_comma", "unknown_unit", "reversed_reps", "rpe_15", "300_percent",
        "wrong_unit_of_rest", "pounds_without_a_units_line", "percent_without_input",
        "two_inputs_for_one_lift", "cluster_that_does_not_fit"}},
      {"Schemes",
       {"unknown_scheme", "scheme_without_sets", "scheme_without_that_week",
        "scheme_with_stages_and_weeks"}},
      {"Gates",
       {"unknown_gate", "gate_without_clauses", "misspelled_when", "unknown_signal",
        "gate_that_asks_for_results", "soreness_12", "or_and_mixed", "clause_after_otherwise",
        "lighten_what"}},
      {"Rules",
       {"unknown_rule", "rule_without_then", "unknown_parameter", "rule_with_too_few_values",
        "rule_value_without_unit", "two_progressions_of_one_name", "rule_climbs_nothing",
        "set_that_is_not_done", "bound_below_start", "condition_that_never_holds",
        "inserted_between_any_two"}},
      {"Blocks, weeks and sessions",
       {"block_without_sessions", "session_without_exercises", "session_twice",
        "recovery_without_comma", "repeat_of_nothing", "week_9_of_a_5_week_block",
        "week_of_two_kinds", "week_goes_back_to_the_start", "wait_of_500_days", "event_unknown",
        "three_long_blocks"}},
      {"Libraries",
       {"use_of_another_file", "use_of_a_plan", "use_in_a_circle", "name_in_two_libraries",
        "library_in_other_units"}},
      {"Athlete files",
       {"commands/athlete_tab", "commands/athlete_bracket_not_closed",
        "commands/athlete_given_twice", "commands/athlete_unknown_key",
        "commands/athlete_list_for_a_map", "commands/athlete_load_without_unit",
        "commands/config_conflict"}},
  };
  return kTopics;
}

std::string folder() { return std::string(MESO_ROOT) + "/tests/bad_input/"; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> codes_in(const std::string& text) {
  static const std::regex kHead(R"((?:^|\n)(?:error|warning|note)\[[a-z-]+ (M[0-9]+)\])");
  std::vector<std::string> codes;
  for (std::sregex_iterator it(text.begin(), text.end(), kHead), end; it != end; ++it)
    codes.push_back((*it)[1]);
  return codes;
}

// The findings alone: how the command ended and what it counted are the same for all.
std::string findings_of(const std::string& expected) {
  static const std::regex kFrame(R"(exit [0-9]+|---- std(out|err)|meso: .*|[0-9]+ files?: .*)");
  std::string out;
  for (const std::string& line : lines_of(expected))
    if (!std::regex_match(line, kFrame)) out += line + "\n";
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

// The lines of the plan that its output shows; those of a library stay in the output.
std::string shown_lines(const std::string& example, const std::string& findings) {
  const std::vector<std::string> plan = lines_of(read_whole(folder() + example + ".meso"));
  static const std::regex kNumber(R"( *([0-9]+) \|.*)");
  std::set<std::size_t> numbers;
  bool here = false;
  for (const std::string& line : lines_of(findings)) {
    std::smatch match;
    if (line.find("--> ") != line.npos || line.find("::: ") != line.npos)
      here = line.find(" " + example + ".meso:") != line.npos;
    else if (here && std::regex_match(line, match, kNumber))
      numbers.insert(std::stoul(match[1]));
  }
  std::string out;
  for (const std::size_t n : numbers)
    if (n >= 1 && n <= plan.size()) out += plan[n - 1] + "\n";
  return out;
}

const KindRow& kind_of(const std::string& code) {
  const auto found = std::find_if(all_kinds().begin(), all_kinds().end(),
                                  [&](const KindRow& row) { return row.kind.code == code; });
  REQUIRE(found != all_kinds().end());
  return *found;
}

std::string spoken(std::string_view example) {
  std::string out(example.substr(example.rfind('/') + 1));
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// Each with a place to link to, which is that of its code where it is the code's first.
std::string section(const std::string& example, std::set<std::string>& linked) {
  const std::string findings = findings_of(read_whole(folder() + example + ".expected"));
  INFO(example);
  REQUIRE_FALSE(codes_in(findings).empty());
  const std::string code = codes_in(findings).front();
  const KindRow& row = kind_of(code);
  std::string out;
  if (linked.insert(code).second) out += "<a id=\"" + code + "\"></a>\n\n";
  out += "### " + code + ": " + spoken(example) + "\n\n`" + std::string(row.kind.name) + "`, " +
         std::string(text(row.kind.severity)) + ": " + std::string(row.what) + ".\n\n";
  if (const std::string lines =
          example.find('/') == example.npos ? shown_lines(example, findings) : std::string();
      lines.find_first_not_of(" \n") != lines.npos)
    out += "```text\n" + lines + "```\n\n";
  return out + "```text\n" + findings + "```\n\n";
}

std::string gallery() {
  std::string out(kIntro);
  std::set<std::string> linked;
  for (const Topic& topic : topics()) {
    out += "\n## " + std::string(topic.title) + "\n\n";
    for (const std::string_view example : topic.examples)
      out += section(std::string(example), linked);
    out.pop_back();
  }
  return out;
}

std::vector<std::string> expected_texts() {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder()))
    if (entry.path().extension() == ".expected") out.push_back(read_whole(entry.path().string()));
  return out;
}

}  // namespace

TEST_CASE("docs/errors.md shows every mistake as it is printed") {
  check_golden(gallery(), "../docs/errors.md");
}

// It takes a second edition to make this mistake: tests/guidelines/editions_test.cpp makes one up.
bool can_be_made(const KindRow& row) {
  return row.kind.code != kind::other_edition.code || editions().size() > 1;
}

TEST_CASE("docs/errors.md has an example and a place to link to for each code") {
  const std::string page = read_whole(std::string(MESO_ROOT) + "/docs/errors.md");
  for (const KindRow& row : all_kinds()) {
    INFO(row.kind.code << " " << row.kind.name);
    if (!can_be_made(row)) continue;
    CHECK(page.find("<a id=\"" + std::string(row.kind.code) + "\"></a>") != page.npos);
  }
}

TEST_CASE("the corpus of bad input has at least 150 single mistakes and 60 codes") {
  std::set<std::string> codes;
  for (const std::string& text : expected_texts())
    for (const std::string& code : codes_in(text)) codes.insert(code);
  for (const KindRow& row : all_kinds()) {
    INFO(row.kind.code << " " << row.kind.name);
    if (!can_be_made(row)) continue;
    CHECK(codes.contains(std::string(row.kind.code)));
  }
  // Each guideline has a bad example, which tests/guidelines/ holds to exactly its finding.
  for (const Guideline* g : all_guidelines()) codes.insert(std::string(g->code));
  CHECK(codes.size() >= 60);
  int single = 0;
  for (const auto& entry : fs::directory_iterator(folder()))
    if (entry.path().extension() == ".expected")
      single += codes_in(read_whole(entry.path().string())).size() == 1 ? 1 : 0;
  CHECK(single >= 150);
}

}  // namespace meso::test
