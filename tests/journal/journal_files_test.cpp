// Logs as people write and break them: NAME.log is read; NAME.expected holds what is said of it,
// and the records that count, as they are written.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/journal_text.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> log_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(MESO_ROOT) / "tests/journal"))
    if (entry.path().extension() == ".log") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string outcome(const Journal& journal) {
  std::string out = problems_text(journal);
  if (journal.torn_from)
    out += "---- cut off from line " + std::to_string(*journal.torn_from) + "\n";
  if (!journal.entries.empty()) out += "---- records\n" + records_text(journal);
  return out;
}

TEST_CASE("each log of tests/journal is read as expected") {
  const std::vector<std::string> names = log_names();
  REQUIRE(names.size() > 20);
  for (const std::string& name : names) {
    INFO(name);
    const std::string text = read_whole(std::string(MESO_ROOT) + "/tests/journal/" + name + ".log");
    check_golden(outcome(read_journal(text)), "journal/" + name + ".expected");
  }
}

// What is said once may be said of the canonical text again, and nothing else.
TEST_CASE("records that count are read back the same from what is written of them") {
  for (const std::string& name : log_names()) {
    INFO(name);
    const std::string text = read_whole(std::string(MESO_ROOT) + "/tests/journal/" + name + ".log");
    const Journal first = read_journal(text);
    const std::string written = journal_head("P", "") + records_text(first);
    const Journal second = read_journal(written);
    CHECK(problems_text(second).empty());
    CHECK(records_text(second) == records_text(first));
  }
}

}  // namespace
}  // namespace meso::test
