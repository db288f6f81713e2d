// docs/formatting.md: each text marked `before` becomes the one marked `after` that follows it.
#include <catch2/catch.hpp>

#include <vector>

#include "compiler/format/format.h"
#include "compiler/syntax/parse.h"
#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

std::string formatted(const std::string& text) {
  SourceSet sources;
  const FileId file = sources.add("plan.meso", text);
  Sink errors;
  return format(sources[file], parse(sources[file], file, errors)).text;
}

}  // namespace

TEST_CASE("docs/formatting.md shows what the formatter does") {
  const std::vector<FencedBlock> blocks = fenced_blocks("docs/formatting.md");
  std::size_t shown = 0;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (!blocks[i - 1].is("before") || !blocks[i].is("after")) continue;
    INFO(blocks[i].place());
    CHECK(line_diff(blocks[i].text, formatted(blocks[i - 1].text)) == "");
    ++shown;
  }
  CHECK(shown >= 1);
}

TEST_CASE("the plan in README.md is in its canonical form") {
  for (const FencedBlock& block : fenced_blocks("README.md")) {
    if (!block.is("meso")) continue;
    INFO(block.place());
    CHECK(line_diff(block.text, formatted(block.text)) == "");
  }
}

}  // namespace meso::test
