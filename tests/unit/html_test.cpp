#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "compiler/sheets/back_ends.h"
#include "compiler/sheets/html_text.h"
#include "compiler/sheets/layout.h"
#include "tests/support/sheet_plans.h"

namespace meso::test {
namespace {

SheetDocument document_of(const Plan& plan,
                          std::optional<std::vector<std::string>> findings = std::nullopt) {
  const Edition& edition = *edition_of(2026);
  const NominalPath path = nominal_path(plan, edition, nullptr);
  SheetRequest request{plan, edition, nullptr, path, Paper::any, std::move(findings), {}};
  return make_document(request);
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

bool has(const std::string& text, std::string_view what) { return count(text, what) > 0; }

TEST_CASE("the file stands alone: no script, nothing fetched") {
  const std::string html = to_html(document_of(four_day_gated()));
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "http"));
  CHECK_FALSE(has(html, "url("));
  CHECK_FALSE(has(html, "@import"));
  CHECK_FALSE(has(html, "<link"));
}

TEST_CASE("the same document gives the same bytes") {
  const SheetDocument document = document_of(four_day_gated());
  CHECK(to_html(document) == to_html(document));
}

TEST_CASE("names and notes of the plan are inert") {
  Plan plan = four_day_gated();
  const std::string bad = "<script>alert('x')</script>&\"";
  plan.name = plan.by = bad;
  plan.notes = {bad};
  plan.blocks[BlockId{0}].name = bad;
  plan.blocks[BlockId{0}].notes = {bad};
  Session& session = plan.blocks[BlockId{0}].sessions[0];
  session.name = bad;
  session.notes = {bad};
  session.lines[0].label = bad;
  session.lines[0].notes = {bad};
  session.waits = {at_least(2, Wait::AfterSession{bad})};
  for (Group& group : plan.groups) group.name = bad;
  for (auto& exercise : plan.exercises) exercise.name = bad;
  for (auto& rule : plan.rules) rule.name = bad;
  const std::string html = to_html(document_of(plan, std::vector<std::string>{bad}));
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "alert('x')"));
  CHECK(has(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;"));
}

TEST_CASE("escape makes control characters blanks") {
  CHECK(html::escape(std::string("a\nb\x01") + '\0' + "c") == "a b  c");
  CHECK(html::name("<b>") == "<bdi>&lt;b&gt;</bdi>");
}

TEST_CASE("typesetting touches numbers only") {
  CHECK(html::typeset("3 x 6-8") == "3\u2009\u00d7\u20096\u20138");
  CHECK(html::typeset("top set -10%") == "top set \u221210%");
  CHECK(html::typeset("one-arm x row") == "one-arm x row");
  CHECK(html::typeset("75% TM of <b>") == "75% TM of &lt;b&gt;");
}

TEST_CASE("as many page sections as the layout has pages, each numbered") {
  const SheetDocument document = document_of(four_day_gated());
  for (const Paper paper : {Paper::any, Paper::a4, Paper::letter}) {
    const std::string html = to_html(document, {paper, "en"});
    const std::size_t pages = pages_of(document, paper).size();
    CHECK(count(html, "<section class=\"page") == pages);
    CHECK(has(html, "Page 1 of " + std::to_string(pages)));
    CHECK(has(html, "Page " + std::to_string(pages) + " of " + std::to_string(pages)));
  }
}

TEST_CASE("the paper is asked for only when it was chosen") {
  const SheetDocument document = document_of(strong_lifts());
  CHECK(has(to_html(document, {Paper::a4, "en"}), "size:A4 portrait"));
  CHECK(has(to_html(document, {Paper::letter, "en"}), "size:Letter portrait"));
  CHECK_FALSE(has(to_html(document), "size:A4"));
  CHECK(has(to_html(document), "@page{margin:8mm}"));
}

TEST_CASE("pages end where planned and cards aren't split") {
  const std::string html = to_html(document_of(four_day_gated()));
  CHECK(has(html, "break-after:page"));
  CHECK(has(html, ".card{break-inside:avoid"));
}

TEST_CASE("every week has the whole stop list and the assumptions") {
  const std::string html = to_html(document_of(four_day_gated()));
  CHECK(count(html, "tea- or cola-coloured urine") == 6);
  CHECK(count(html, "Soreness is never a target") == 6);
}

TEST_CASE("every page of a draft says so, with its findings") {
  const SheetDocument draft = document_of(four_day_gated(), std::vector<std::string>{"no <gate>"});
  const std::string html = to_html(draft);
  const std::size_t pages = pages_of(draft, Paper::any).size();
  CHECK(count(html, "<b>DRAFT</b>") == pages);
  CHECK(count(html, "<li>no &lt;gate&gt;</li>") == pages);
  CHECK_FALSE(has(to_html(document_of(four_day_gated())), "DRAFT"));
}

TEST_CASE("the markup is accessible: language, one h1, scopes, captions, labels") {
  const std::string html = to_html(document_of(four_day_gated()));
  CHECK(has(html, "<html lang=\"en\">"));
  CHECK(count(html, "<h1>") == 1);
  CHECK(count(html, "<table>") == count(html, "<caption>"));
  CHECK(count(html, "<th ") == count(html, "<th scope="));
  CHECK(count(html, "<input type=\"checkbox\">") == count(html, "><input type=\"checkbox\">"));
  CHECK(count(html, "<label") == count(html, "<input"));
}

TEST_CASE("tags are closed as often as they are opened") {
  const std::string html = to_html(document_of(four_day_gated()));
  for (const char* tag : {"section", "article", "table", "tbody", "tr", "td", "th", "div", "ol",
                          "ul", "li", "p", "label", "header", "footer", "span", "b", "bdi"}) {
    const std::string name = tag;
    CHECK(count(html, "<" + name + ">") + count(html, "<" + name + " ") ==
          count(html, "</" + name + ">"));
  }
}

TEST_CASE("no type is smaller than nine points") {
  const std::string html = to_html(document_of(strong_lifts()));
  for (const char* small : {":6pt", ":7pt", ":8pt", "6pt/", "7pt/", "8pt/", "smaller"})
    CHECK_FALSE(has(html, small));
}

TEST_CASE("blanks for every set: load, reps and RIR where the plan has effort") {
  const SheetDocument gated = document_of(four_day_gated());
  const std::string html = to_html(gated);
  std::size_t wanted = 0;
  for (const auto& week : gated.weeks)
    for (const auto& card : week.cards)
      for (const auto& row : card.rows)
        for (const auto& sets : row.sets) wanted += 3 * static_cast<std::size_t>(sets.blanks);
  CHECK(count(html, "class=\"fill") == wanted);
  CHECK_FALSE(has(to_html(document_of(strong_lifts())), ">RIR</th>"));
}

TEST_CASE("more sets than columns go on in a second line, numbered") {
  PlanBuilder b;
  const ExerciseId squat = b.exercise("back squat", {{"quads", "1"}});
  b.add(block("Block", 1, {session("A", {line(squat, {at_rir(sets(10, 3), "2")})})}));
  const std::string html = to_html(document_of(b.plan));
  CHECK(has(html, "<td class=\"fill first\">5</td>"));
  CHECK(has(html, "<td class=\"fill first\">10</td>"));
}

TEST_CASE("back ends have one name each") {
  std::set<std::string_view> formats;
  for (const BackEnd& one : back_ends()) {
    CHECK(formats.insert(one.format).second);
    CHECK(back_end_of(one.format) == &one);
  }
  CHECK(back_end_of("html") != nullptr);
  CHECK(back_end_of("md") != nullptr);
  CHECK(back_end_of("papyrus") == nullptr);
}

}  // namespace
}  // namespace meso::test
