// The table of every example, reviewed: what is proved of it, and the shortest path where it isn't.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "compiler/driver/verify_text.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"
#include "tests/support/places.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> plans_in(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(std::string(MESO_ROOT) + "/" + folder))
    if (entry.path().extension() == ".meso")
      out.push_back(folder + "/" + entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string table_of(const std::string& path) {
  const CompiledText plan = compile_file(std::string(MESO_ROOT) + "/" + path);
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  VerifyOptions options;
  options.typical_run = true;
  const Verification verification = verify(facts, run, options);
  Mending mending(facts, run, verification, usual_mends());
  return "== " + path + "\n" +
         verification_text(
             {facts, run, verification, EnvelopeMode::worst, places_in(plan), mending}) +
         "\n";
}

}  // namespace

TEST_CASE("verify: the tables of the examples", "[verifier][golden]") {
  for (const std::string folder : {"examples", "examples/literal"}) {
    std::string tables;
    for (const std::string& path : plans_in(folder)) tables += table_of(path);
    const std::string name = folder == "examples" ? "examples" : "literal";
    check_golden(tables, "verify/" + name + ".expected");
  }
}

// The gated four days: bounded-load stays open for want of start loads.
TEST_CASE("verify: what is refuted fails, and with --strict also what isn't proved", "[verifier]") {
  const auto code = [](const std::string& plan, const std::vector<std::string>& more) {
    std::vector<std::string> words{"verify", MESO_ROOT + ("/examples/" + plan)};
    words.insert(words.end(), more.begin(), more.end());
    return run_meso(words).exit_code;
  };
  CHECK(code("four-day-gated.meso", {}) == 0);
  CHECK(code("four-day-gated.meso", {"--strict"}) == 1);
  CHECK(code("dup.meso", {"--strict"}) == 0);
  CHECK(code("literal/dup.meso", {}) == 1);
  CHECK(code("literal/dup.meso", {"--budget", "0"}) == 2);
}

}  // namespace meso::test
