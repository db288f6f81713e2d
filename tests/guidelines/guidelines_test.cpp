// What holds for every guideline: it explains itself, its examples are what they claim to be, and
// adding one is one file and one line.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/explain.h"
#include "runtime/edition.h"
#include "tests/guidelines/findings.h"
#include "tests/support/golden.h"

using namespace meso;
using namespace meso::test;
namespace fs = std::filesystem;

namespace {

std::string file_of(const Guideline& g) {
  std::string stem(g.name);
  std::replace(stem.begin(), stem.end(), '-', '_');
  return stem;
}

std::string source_of(const std::string& stem) {
  return read_whole(std::string(MESO_ROOT) + "/compiler/guidelines/" + stem + ".cpp");
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    out.insert((*at)[1]);
  return out;
}

std::vector<std::string> files_in(const std::string& folder, const std::string& ending) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(std::string(MESO_ROOT) + "/" + folder))
    if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("each guideline finds its bad example, and nothing else does") {
  for (const Guideline* g : all_guidelines()) {
    const CompiledText bad = compile_text(std::string(g->bad));
    INFO(bad.rendered());
    REQUIRE(bad.compiled.guidelines_checked);
    CHECK(findings_of(bad.sink) ==
          Findings{std::string(text(g->severity)) + " " + std::string(g->name)});
  }
}

TEST_CASE("no guideline finds anything in a good example") {
  for (const Guideline* g : all_guidelines()) {
    const CompiledText good = compile_text(std::string(g->good));
    INFO(good.rendered());
    CHECK(good.compiled.guidelines_checked);
    CHECK(good.sink.all().empty());
    CHECK(good.compiled.allowed.empty());
  }
}

TEST_CASE("names and codes are unique, and found in any case") {
  std::set<std::string_view> names, codes;
  for (const Guideline* g : all_guidelines()) {
    CHECK(names.insert(g->name).second);
    CHECK(codes.insert(g->code).second);
    CHECK(std::regex_match(std::string(g->code), std::regex("M1[0-9][0-9]")));
    CHECK(find_guideline(g->name) == g);
    CHECK(find_guideline(lower(g->code)) == g);
  }
  CHECK(find_guideline("soreness") == nullptr);
}

TEST_CASE("each guideline says what, why and on what it rests") {
  const std::set<std::string_view> categories{"recovery", "overload",  "measurement",
                                              "novelty",  "structure", "safety"};
  for (const Guideline* g : all_guidelines()) {
    CAPTURE(g->name);
    CHECK(categories.contains(g->category));
    for (const std::string_view part : {g->summary, g->why, g->sources, g->bad, g->good})
      CHECK_FALSE(part.empty());
    CHECK_FALSE(g->summary.ends_with('.'));
    CHECK(g->check != nullptr);
    CHECK_FALSE(text(g->evidence).empty());
  }
}

TEST_CASE("no guideline promises health or safety") {
  for (const Guideline* g : all_guidelines()) {
    const std::string page = lower(explain(*g, 2026));
    INFO(page);
    for (const char* promise : {"prevents injur", "reduces injur", "reduce the risk", "injury risk",
                                "guarantee", "is safe for", "proven safe", "risk of injury"})
      CHECK_FALSE(says(page, promise));
  }
}

TEST_CASE("thresholds: every name that a check asks for exists, and every one is asked for") {
  for (const Guideline* g : all_guidelines()) {
    CAPTURE(g->name);
    const std::set<std::string> asked =
        matches(source_of(file_of(*g)), R"re(threshold\((?:g, )?\s*"([^"]*)"\))re");
    for (const Edition& edition : editions()) {
      std::set<std::string> declared;
      for (const Threshold& t : thresholds_of(*g, edition.year)) {
        CHECK(declared.insert(std::string(t.name)).second);
        CHECK_FALSE(t.unit.empty());
        CHECK_FALSE(t.source.empty());
      }
      CHECK(declared == asked);
    }
  }
}

TEST_CASE("thresholds: each lies in its range, and none below one that it mustn't pass") {
  for (const Guideline* g : all_guidelines())
    for (const Edition& edition : editions()) {
      const auto thresholds = thresholds_of(*g, edition.year);
      for (const Threshold& t : thresholds) {
        INFO(g->name << ": " << t.name);
        CHECK(t.low() < t.high());
        CHECK(t.number() >= t.low());
        CHECK(t.number() <= t.high());
        CHECK((!t.is_whole() || (t.number().is_whole() && t.low().is_whole())));
        if (t.range.not_below.empty()) continue;
        const auto other =
            std::find_if(thresholds.begin(), thresholds.end(),
                         [&](const Threshold& o) { return o.name == t.range.not_below; });
        REQUIRE(other != thresholds.end());
        CHECK(t.number() >= other->number());
      }
    }
}

TEST_CASE("every file that defines a guideline has its line in all.def, under its own name") {
  const std::set<std::string> listed = matches(read_whole(MESO_ROOT "/compiler/guidelines/all.def"),
                                               R"re(\nMESO_GUIDELINE\(([a-z_0-9]+)\))re");
  std::set<std::string> defined;
  for (const std::string& stem : files_in("compiler/guidelines", ".cpp"))
    for (const std::string& name :
         matches(source_of(stem), R"re(\nconst Guideline ([a-z_0-9]+)\{)re")) {
      CHECK(name == stem);
      defined.insert(name);
    }
  CHECK(defined == listed);
  CHECK(listed.size() == all_guidelines().size());
  for (const Guideline* g : all_guidelines()) CHECK(listed.contains(file_of(*g)));
}

TEST_CASE("every guideline has a test file of its own") {
  const std::vector<std::string> tests = files_in("tests/guidelines", ".cpp");
  for (const Guideline* g : all_guidelines())
    CHECK(std::count(tests.begin(), tests.end(), file_of(*g) + "_test") == 1);
}

// UPDATE_GOLDENS=1 writes the pages.
TEST_CASE("docs/guidelines holds each guideline's page, and no other") {
  std::vector<std::string> expected;
  for (const Guideline* g : all_guidelines()) {
    check_golden(explain_markdown(*g, editions().back().year),
                 "../docs/guidelines/" + std::string(g->name) + ".md");
    expected.emplace_back(g->name);
  }
  std::sort(expected.begin(), expected.end());
  CHECK(files_in("docs/guidelines", ".md") == expected);
}

TEST_CASE("explain fits a terminal") {
  for (const Guideline* g : all_guidelines()) {
    std::string line;
    for (const char c : explain(*g, 2026)) {
      if (c != '\n') {
        line += c;
        continue;
      }
      const bool example = line.starts_with("    ");  // as its author writes it
      INFO(line);
      CHECK((example || display_width(line) <= 80));
      line.clear();
    }
  }
}
