// `meso check --fix`: what is mended, what is left alone, what is said.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

#include "compiler/diag/apply_fixes.h"
#include "compiler/driver/disk.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

std::string folder_with(const std::string& text) {
  std::string path = "/tmp/meso-fix-XXXXXX";
  REQUIRE(mkdtemp(path.data()) != nullptr);
  REQUIRE_FALSE(Disk().write(path + "/plan.meso", text).has_value());
  return path;
}

// A decimal comma (safe), a plan without its edition (safe), a misspelled rule (a suggestion).
const std::string kWritten =
    "plan \"P\"   # mine\n"
    "rule add(step)\n"
    "  when all sets done then load + step\n"
    "  when missed twice in a row then load x 90%\n"
    "block \"B\" 4 weeks if ready\n"
    "  session \"A\"\n"
    "    back squat 3x5 @ RIR 2 rest 2,5 min addd(2.5 kg)  # heavy\n";

}  // namespace

TEST_CASE("check --fix mends what is safe, keeps comments and says what it did") {
  const std::string folder = folder_with(kWritten);
  const RunResult r = run_meso({"check", "--fix", "plan.meso"}, {folder, "", {}});
  const std::string text = read_whole(folder + "/plan.meso");
  CHECK(r.err.find("fixed plan.meso, line 7: write `2.5`") != std::string::npos);
  CHECK(r.err.find("fixed plan.meso, line 1: add `guidelines 2026`") != std::string::npos);
  CHECK(text.find("back squat 3x5 @ RIR 2 rest 2.5 min addd(2.5 kg)  # heavy") !=
        std::string::npos);
  CHECK(text.find("\n  guidelines 2026") != std::string::npos);
  CHECK(text.find("# mine") != std::string::npos);
  CHECK(r.out.find("unknown-rule") != std::string::npos);  // left to its author
  CHECK(r.exit_code == 1);
}

TEST_CASE("check --suggested-fixes takes the only suggestion too") {
  const std::string folder = folder_with(kWritten);
  run_meso({"check", "--suggested-fixes", "plan.meso"}, {folder, "", {}});
  const std::string text = read_whole(folder + "/plan.meso");
  CHECK(text.find("min add(2.5 kg)") != std::string::npos);
}

TEST_CASE("check --fix leaves a plan without fixes as it is, to the byte") {
  const std::string folder = folder_with("plan \"P\"\r\n  guidelines 2026\r\nsee you\r\n");
  const RunResult r = run_meso({"check", "--fix", "plan.meso"}, {folder, "", {}});
  CHECK(r.err == "");
  CHECK(read_whole(folder + "/plan.meso") == "plan \"P\"\r\n  guidelines 2026\r\nsee you\r\n");
}

TEST_CASE("of fixes that overlap the first is applied") {
  Diagnostic a{kind::syntax, "a", {}, {}, {}, {}, {}, {}, false};
  a.fixes.push_back({"one", {FileId{0}, 2, 5}, "X", true});
  Diagnostic b = a;
  b.fixes = {{"two", {FileId{0}, 4, 6}, "Y", true}};
  Diagnostic other = a;
  other.fixes = {{"elsewhere", {FileId{1}, 0, 1}, "Z", true}};
  const FixedText fixed = apply_fixes("abcdefgh", FileId{0}, {b, a, other}, false);
  CHECK(fixed.text == "abXfgh");
  CHECK(fixed.applied.size() == 1);
}

}  // namespace meso::test
