// Every example of docs/journal.md is read as the page says.
//
//   ```log            a whole log of which nothing is said
//   ```log record     records without a head, of which nothing is said
//   ```log warned     a log that counts, and of which something is said
//   ```log broken     a log with mistakes
//   ```text said      all that is said of the log above it
#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "tests/docs/markdown_blocks.h"
#include "tests/support/journal_text.h"

namespace meso::test {
namespace {

const std::string kPage = "docs/journal.md";

TEST_CASE("the page of the log shows logs as they are read") {
  std::string said;
  bool is_told = true;
  for (const FencedBlock& block : fenced_blocks(kPage)) {
    INFO(block.place());
    if (block.is("said")) {
      CHECK(block.text == said);
      is_told = true;
    }
    if (!block.is("log")) continue;
    CHECK(is_told);
    const std::string text =
        block.is("record") ? "meso log 1\nplan \"P\"\n\n" + block.text : block.text;
    const Journal journal = read_journal(text);
    said = problems_text(journal);
    CHECK(journal.has_errors() == block.is("broken"));
    CHECK(said.empty() == !(block.is("broken") || block.is("warned")));
    CHECK((block.is("broken") || !journal.entries.empty()));
    is_told = said.empty();
  }
  CHECK(is_told);
}

TEST_CASE("the page of the log has a row for each kind of record, as it is written") {
  std::set<std::string> named;
  for (const TableRow& row : table(kPage, "records")) {
    INFO(row[0]);
    const Journal journal =
        read_journal("meso log 1\nplan \"P\"\n2026-11-24 " + row[0] + "\nend\n");
    CHECK(problems_text(journal).empty());
    if (!journal.entries.empty()) named.emplace(text(journal.entries.front().kind));
  }
  CHECK(named.size() == static_cast<std::size_t>(EntryKind::remove) + 1);
}

}  // namespace
}  // namespace meso::test
