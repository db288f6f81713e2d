// docs/output-formats.md: what each format shows of the page's plan.
//
//   ```json check:FORMAT        all that `meso check plan.meso --output-format FORMAT` prints
//   ```json part:FORMAT         a part of it
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "compiler/findings/formats.h"
#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

const std::string kPage = "docs/output-formats.md";

std::string format_named(const FencedBlock& block, std::string_view prefix) {
  for (const std::string& word : block.info)
    if (word.starts_with(prefix)) return word.substr(prefix.size());
  return "";
}

}  // namespace

TEST_CASE("docs: every output format is shown as it is printed") {
  const ScratchFolder folder;
  std::set<std::string> shown;
  for (const FencedBlock& block : fenced_blocks(kPage)) {
    if (block.is("meso")) std::ofstream(folder("plan.meso")) << block.text;
    const std::string whole = format_named(block, "check:"), part = format_named(block, "part:");
    const std::string format = whole + part;
    if (format.empty()) continue;
    INFO(block.place());
    shown.insert(format);
    const RunResult r =
        run_meso({"check", "plan.meso", "--output-format", format}, {folder(""), "", {}});
    if (whole.empty()) {
      INFO(r.out);
      CHECK((!block.text.empty() && r.out.find(block.text) != std::string::npos));
    } else {
      CHECK(line_diff(block.text, r.out) == "");
    }
  }
  for (const FindingsFormat& format : findings_formats())
    if (format.name != "text") CHECK(shown.contains(std::string(format.name)));
}

TEST_CASE("docs: the page of output formats lists them all") {
  const std::string page = read_whole(std::string(MESO_ROOT) + "/" + kPage);
  for (const FindingsFormat& format : findings_formats())
    CHECK(page.find("\n| `" + std::string(format.name) + "` | ") != std::string::npos);
}

}  // namespace meso::test
