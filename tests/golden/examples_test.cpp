// What each example becomes: its schedule on the nominal path, and its first sheet as Markdown.
// Review a golden before renewing it (UPDATE_GOLDENS=1): a wrong one is worse than none.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "compiler/driver/disk.h"
#include "compiler/sheets/back_ends.h"
#include "runtime/nominal.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

std::vector<std::string> examples() {
  const auto paths = std::get<0>(Disk().list(MESO_ROOT "/examples", ".meso"));
  std::vector<std::string> names;
  for (const std::string& path : paths)
    if (path.find("/literal/") == std::string::npos && path.find("/lib/") == std::string::npos)
      names.push_back(path.substr(path.rfind('/') + 1));
  return names;
}

std::string load_text(const PlannedLoad& load) {
  switch (load.state) {
    case PlannedLoad::State::known: return text(*load.low);
    case PlannedLoad::State::percentage: return "% of a max";
    case PlannedLoad::State::results: return "by results";
    case PlannedLoad::State::bodyweight: return "bodyweight";
    case PlannedLoad::State::from_top_set: return "from the top set";
    case PlannedLoad::State::open: return "open";
  }
  return "";
}

std::string schedule(const Plan& plan, const NominalPath& path) {
  std::string out;
  for (const NominalSession& s : path.sessions) {
    const Block& block = plan.blocks[s.block];
    out += "day " + std::to_string(s.day) + " " +
           std::string(text(static_cast<Weekday>(s.day % 7))) + "  " + block.name + " run " +
           std::to_string(s.run + 1) + " pass " + std::to_string(s.pass + 1) + " " +
           std::string(text(s.kind)) + "  " + block.sessions[s.session].name + "\n";
    if (s.pass > 1 && s.kind == WeekKind::loading) continue;  // the loads of two passes say enough
    for (const NominalLine& line : s.lines) {
      out += "    " + line.line->slot.substr(line.line->slot.rfind('/') + 1) + ":";
      for (const PlannedLoad& load : line.loads) out += " [" + load_text(load) + "]";
      out += "\n";
    }
  }
  return out;
}

CompiledText compile_example(const std::string& name) {
  return compile_file(MESO_ROOT "/examples/" + name);
}

}  // namespace

TEST_CASE("each example's schedule") {
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const CompiledText example = compile_example(name);
    const NominalPath path = nominal_path(example.plan(), *example.compiled.edition, nullptr);
    check_golden(schedule(example.plan(), path),
                 "golden/" + name.substr(0, name.rfind('.')) + ".schedule");
  }
}

TEST_CASE("each example's first sheet") {
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const CompiledText example = compile_example(name);
    const NominalPath path = nominal_path(example.plan(), *example.compiled.edition, nullptr);
    const SheetDocument document = make_document(
        {example.plan(), *example.compiled.edition, nullptr, path, Paper::any, std::nullopt, 1});
    check_golden(to_markdown(document), "golden/" + name.substr(0, name.rfind('.')) + ".week1.md");
  }
}

}  // namespace meso::test
