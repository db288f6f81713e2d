// The scenarios of docs/scenarios.md run, and `meso test` says of them what the page says.
//
//   ```scenarios          a whole file for the page's plan: every scenario holds
//   ```scenarios steps    steps of one scenario: they hold
//   ```scenarios failing  a whole file: each of its scenarios fails
//   ```text said          what is printed of the whole file above it
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/docs/markdown_blocks.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

using namespace meso::test;

namespace {

constexpr const char* kPage = "docs/scenarios.md";

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

RunResult test_text(const ScratchFolder& folder, const std::string& text) {
  write(folder("two-days.scenarios"), text);
  return run_meso({"test", "-v", "two-days.scenarios"}, {folder.root(), "", {}});
}

// Without the lines of those that passed, where the page shows the shorter form.
std::string without_passed(const std::string& out) {
  std::string kept;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find('\n', at) + 1;
    if (out.compare(at, 7, "passed ") != 0) kept += out.substr(at, end - at);
    at = end;
  }
  return kept;
}

}  // namespace

TEST_CASE("docs: the scenarios of the page run as it says") {
  const ScratchFolder folder;
  std::string said;
  int whole = 0, steps = 0, printed = 0;
  for (const FencedBlock& block : fenced_blocks(kPage)) {
    CAPTURE(block.place());
    if (block.is("meso")) write(folder("two-days.meso"), block.text);
    if (block.is("scenarios") && block.is("steps")) {
      const RunResult r =
          test_text(folder, "meso test 1\nplan \"two-days.meso\"\nscenario \"x\"\n" + block.text);
      CAPTURE(r.out);
      CHECK(r.exit_code == 0);
      ++steps;
    } else if (block.is("scenarios")) {
      const RunResult r = test_text(folder, block.text);
      CAPTURE(r.out);
      CHECK(r.exit_code == (block.is("failing") ? 1 : 0));
      said = r.out;
      ++whole;
    }
    if (block.is("said")) {
      CHECK((block.text == said || block.text == without_passed(said)));
      ++printed;
    }
  }
  CHECK(whole >= 2);
  CHECK(steps >= 4);
  CHECK(printed >= 2);
}
