// Which files `use` reads, and what a plan has of them.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

const std::string kRules =
    "library \"Rules\"\nrule add(step)\n  when all sets done then load + step\n";
const std::string kSessions =
    "library \"Sessions\"\nuse \"../rules.meso\"\n"
    "session \"Pull\"\n  barbell row 3x5 70% add(2.5 kg)\n";

CompiledText with(const std::string& head, const std::string& block, MemoryFileSystem files) {
  return compile_text("plan \"P\"\n  guidelines 2026\n" + head + "block \"B\" 2 weeks\n" + block,
                      "plans/p.meso", files);
}

MemoryFileSystem files() {
  return MemoryFileSystem({{"plans/rules.meso", kRules}, {"plans/lib/sessions.meso", kSessions}});
}

}  // namespace

TEST_CASE("a library is read once, from the folder of the file that names it") {
  const CompiledText plan =
      with("use \"lib/sessions.meso\"\nuse \"rules.meso\"\ninput 1RM of barbell row\n",
           "  repeat \"Pull\"\n  repeat \"Pull\" as \"Pull again\"\n", files());
  INFO(plan.rendered());
  CHECK_FALSE(plan.has("duplicate-name"));
  REQUIRE(plan.plan().blocks[BlockId{0}].sessions.size() == 2);
  CHECK(plan.compiled.libraries.size() == 2);
  CHECK(plan.plan().rules.size() == 1);
}

TEST_CASE("a library's percentages are of the plan's inputs") {
  const CompiledText plan = with("use \"lib/sessions.meso\"\n", "  repeat \"Pull\"\n", files());
  CHECK(plan.has("missing-reference"));
  const CompiledText unused =
      with("use \"lib/sessions.meso\"\n", "  session \"A\"\n    back squat 3x5\n", files());
  CHECK_FALSE(unused.has("missing-reference"));
}

TEST_CASE("a library alone is looked at as far as it goes") {
  CHECK(compile_text(kRules).sink.all().empty());
  CHECK(compile_text(kSessions, "plans/lib/s.meso", files()).sink.all().empty());
  CHECK(compile_text("library \"L\"\nsession \"A\"\n  back squatt 3x5\n").has("unknown-exercise"));
}

TEST_CASE("without a plan's file system nothing is read") {
  const CompiledText plan = with("use \"rules.meso\"\n", "  session \"A\"\n    dip 3x5\n", {});
  CHECK(plan.has("missing-file"));
}

}  // namespace meso::test
