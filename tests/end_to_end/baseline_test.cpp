// `meso check --baseline` and `--write-baseline`: old findings are known, new ones fail.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/checked.h"
#include "tests/support/golden.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

// A folder with two plans that have findings.
class Plans {
 public:
  Plans() {
    write("a.meso", plan_with("bakc squat 3x5"));
    write("b.meso", plan_with("bench pres 3x5"));
  }
  void write(const std::string& name, const std::string& text) const {
    write_text(folder_(name), text);
  }
  std::string read(const std::string& name) const { return read_whole(folder_(name)); }
  void remove(const std::string& name) const { std::filesystem::remove(folder_(name)); }
  RunResult check(Words arguments) const {
    return run_check(std::move(arguments), {folder_(""), "", {}});
  }

 private:
  ScratchFolder folder_;
};

}  // namespace

TEST_CASE("baseline: what is known is told and doesn't fail; what is new does", "[outputs]") {
  const Plans plans;
  const RunResult written = plans.check({".", "--write-baseline"});
  CHECK(written.exit_code == 0);
  CHECK(written.err == "meso: meso-baseline.json: 2 findings are known from now on\n");
  const RunResult known = plans.check({".", "--baseline", "meso-baseline.json"});
  CHECK(known.exit_code == 0);
  CHECK(known.err.empty());
  CHECK(
      known.out.starts_with("known: a.meso:5: the catalogue holds no exercise `bakc squat` "
                            "[unknown-exercise]\n"));
  CHECK(known.out.find("2 files: no findings, 2 findings known") != std::string::npos);
  plans.write("a.meso", "# one line more\n" + plan_with("bakc squat 3x5\n    deadlfit 3x5"));
  const RunResult fresh = plans.check({".", "--baseline", "meso-baseline.json"});
  CHECK(fresh.exit_code == 1);
  CHECK(
      fresh.out.find("error[unknown-exercise M201]: the catalogue holds no exercise `deadlfit`") !=
      std::string::npos);
  CHECK(fresh.out.find("error[unknown-exercise M201]: the catalogue holds no exercise `bakc") ==
        std::string::npos);
}

TEST_CASE("baseline: every format tells what is known", "[outputs]") {
  const Plans plans;
  plans.check({".", "--write-baseline=known.json"});
  const auto out = [&](const char* format) {
    return plans.check({".", "--baseline", "known.json", "--output-format", format}).out;
  };
  CHECK(out("concise").starts_with("a.meso:5:5: known[unknown-exercise M201] "));
  CHECK(Json::parse(out("json"))["summary"]["known"] == 2);
  CHECK(Json::parse(out("json"))["diagnostics"][0]["status"] == "known");
  const Json result = Json::parse(out("sarif"))["runs"][0]["results"][0];
  CHECK(result["baselineState"] == "unchanged");
  CHECK(result["suppressions"][0]["kind"] == "external");
  CHECK(Json::parse(out("gitlab"))[0]["severity"] == "info");
  CHECK(out("github").empty());
  CHECK(out("junit").find("failures=\"0\"") != std::string::npos);
}

TEST_CASE("baseline: one that can't be used is said, and nothing is checked", "[outputs]") {
  const Plans plans;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"what": "meso baseline", "format_version": 2, "findings": []})",
       "is a baseline of format 2, and this meso reads format 1, so nothing was checked; write it "
       "anew with --write-baseline=known.json"},
      {R"({"what": "meso baseline", "format_version": 1, "findings": [)",
       "isn't JSON: it was cut short or changed by hand, so nothing was checked; delete it and "
       "write it anew"},
      {"[]", "isn't a baseline of Meso"},
      {R"({"what": "meso baseline"})", "doesn't say which version of the format it has"},
      {R"({"what": "meso baseline", "format_version": 1})", "has no list of findings"},
      {R"({"what": "meso baseline", "format_version": 1, "findings": [{"path": 1}]})",
       "has no path and fingerprint in finding 1"},
      {std::string(100000, '['), "isn't JSON"},
      {"\xff\xfe", "isn't JSON"},
  };
  for (const auto& [text, said] : cases) {
    plans.write("known.json", text);
    const RunResult r = plans.check({".", "--baseline", "known.json"});
    INFO(r.err);
    CHECK(r.exit_code == 2);
    CHECK(r.out.empty());
    CHECK(r.err.starts_with("meso: known.json "));
    CHECK(r.err.find(said) != std::string::npos);
  }
  CHECK(plans.check({".", "--baseline", "none.json"}).exit_code == 2);
}

TEST_CASE("baseline: what is out of date is said", "[outputs]") {
  const Plans plans;
  plans.check({".", "--write-baseline"});
  plans.remove("b.meso");
  const RunResult gone = plans.check({".", "--baseline", "meso-baseline.json"});
  CHECK(gone.exit_code == 0);
  CHECK(gone.err.starts_with(
      "meso: meso-baseline.json knows findings of b.meso, which isn't there: "));
  plans.write("a.meso", plan_with("back squat 3x5"));
  const RunResult mended =
      plans.check({".", "--baseline", "meso-baseline.json", "--fail-on", "never"});
  CHECK(mended.err.find("meso: 1 finding of meso-baseline.json is mended: ") != std::string::npos);
}

TEST_CASE("baseline: one plan's findings are written without losing another's", "[outputs]") {
  const Plans plans;
  plans.check({".", "--write-baseline"});
  const std::string both = plans.read("meso-baseline.json");
  plans.check({"a.meso", "--baseline", "meso-baseline.json", "--write-baseline"});
  CHECK(plans.read("meso-baseline.json") == both);
  plans.write("a.meso", plan_with("bakc sqat 3x5"));
  CHECK(plans.check({"a.meso", "--write-baseline"}).exit_code == 0);
  CHECK(plans.check({".", "--baseline", "meso-baseline.json"}).exit_code == 0);
  plans.remove("b.meso");
  plans.check({"a.meso", "--write-baseline"});
  CHECK(Json::parse(plans.read("meso-baseline.json"))["findings"].size() == 1);
}

TEST_CASE("baseline: nothing else is written over", "[outputs]") {
  const Plans plans;
  const std::string before = plans.read("b.meso");
  const RunResult r = plans.check({"a.meso", "--write-baseline", "b.meso"});
  CHECK(r.exit_code == 2);
  CHECK(plans.read("b.meso") == before);
  CHECK(r.err.find("so it isn't written over") != std::string::npos);
  CHECK(r.out.find("error[unknown-exercise M201]") != std::string::npos);  // told all the same
  plans.write("old.json", R"({"what": "meso baseline", "format_version": 9, "findings": 3})");
  CHECK(plans.check({".", "--baseline", "old.json", "--write-baseline"}).exit_code == 0);
  CHECK(plans.check({".", "--baseline", "old.json"}).exit_code == 0);
}

}  // namespace meso::test
