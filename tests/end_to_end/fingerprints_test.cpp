// What tells a finding from all others: unique in a run, and the same when lines move.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/checked.h"
#include "tests/support/golden.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

using Json = nlohmann::json;

RunResult check(const std::vector<std::string>& arguments, const std::string& folder) {
  return run_check(arguments, {folder, "", {}});
}

std::string fingerprint_of(const Json& sarif_result) {
  return sarif_result["partialFingerprints"]["mesoFinding/v1"];
}

std::vector<std::string> fingerprints(const std::string& folder) {
  std::vector<std::string> out;
  const Json sarif = parsed(check({".", "--output-format", "sarif"}, folder));
  for (const Json& result : sarif["runs"][0]["results"]) out.push_back(fingerprint_of(result));
  return out;
}

}  // namespace

TEST_CASE("fingerprints: no two findings share one", "[outputs]") {
  const ScratchFolder folder;
  write_text(folder("a.meso"), misspelled(40));
  write_text(folder("b.meso"), misspelled(3));
  const std::vector<std::string> all = fingerprints(folder(""));
  CHECK(all.size() == 43);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 43);
  const Json gitlab = parsed(check({".", "--output-format", "gitlab"}, folder("")));
  std::vector<std::string> same;
  for (const Json& entry : gitlab) same.push_back(entry["fingerprint"]);
  CHECK(same == all);
}

TEST_CASE("fingerprints: lines may move, be indented and be set apart", "[outputs]") {
  const ScratchFolder folder;
  for (const char* name : {"early", "broken"}) {
    const std::string text =
        read_whole(std::string(MESO_ROOT) + "/tests/end_to_end/outputs/plans/" + name + ".meso");
    write_text(folder("plan.meso"), text);
    const std::vector<std::string> before = fingerprints(folder(""));
    std::string moved = "# a line more\n\n";
    for (const char c : text) moved += c == '\n' ? std::string("  \n\n") : std::string(1, c);
    write_text(folder("plan.meso"), moved);
    CHECK(fingerprints(folder("")) == before);
    CHECK(before.size() >= 2);
    // The same path however it is named.
    const Json json = parsed(check({folder("./plan.meso"), "--output-format", "json"}, folder("")));
    CHECK(json["diagnostics"][0]["fingerprint"] == before[0]);
  }
}

TEST_CASE("fingerprints: another line, another fingerprint", "[outputs]") {
  const ScratchFolder folder;
  write_text(folder("plan.meso"), plan_with("bakc squat 3x5"));
  const auto before = fingerprints(folder(""));
  write_text(folder("plan.meso"), plan_with("bakc squat 3x6"));
  CHECK(fingerprints(folder("")) != before);
  std::filesystem::rename(folder("plan.meso"), folder("other.meso"));
  write_text(folder("other.meso"), plan_with("bakc squat 3x5"));
  CHECK(fingerprints(folder("")) != before);
}

}  // namespace meso::test
