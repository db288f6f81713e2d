// `meso build` as a coach runs it: what is written, what is refused, what is left untouched.
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "compiler/driver/disk.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

std::string fresh_folder() {
  std::string path = "/tmp/meso-build-XXXXXX";
  REQUIRE(mkdtemp(path.data()) != nullptr);
  return path;
}

std::string example(const std::string& name) { return MESO_ROOT "/examples/" + name; }

std::size_t files_in(const std::string& folder) {
  const Disk disk;
  return std::get<0>(disk.list(folder, "")).size();
}

}  // namespace

TEST_CASE("build writes sheets in every format and says where") {
  const std::string out = fresh_folder();
  const RunResult r =
      run_meso({"build", example("531-bbb.meso"), "--athlete", example("athlete.yaml"), "-o", out});
  CHECK(r.err == "");
  CHECK(r.exit_code == 0);
  CHECK(r.out == out + "/531-bbb.html\n" + out + "/531-bbb.md\n" + out + "/531-bbb.json\n");
  const auto json = nlohmann::json::parse(read_whole(out + "/531-bbb.json"));
  CHECK(json["format_version"] == 1);
  CHECK(json["name"] == "5/3/1 Boring But Big, when recovered");
  const std::string html = read_whole(out + "/531-bbb.html");
  CHECK(html.find("Sam Example") != std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("http") == std::string::npos);  // self-contained
  CHECK(files_in(out) == 3);                      // no temporary file is left
}

TEST_CASE("the same input gives the same bytes") {
  const std::string one = fresh_folder(), two = fresh_folder();
  run_meso({"build", example("four-day-gated.meso"), "-o", one});
  run_meso({"build", example("four-day-gated.meso"), "-o", two});
  for (const std::string name :
       {"four-day-gated.html", "four-day-gated.md", "four-day-gated.json"}) {
    CAPTURE(name);
    CHECK(!read_whole(one + "/" + name).empty());
    CHECK(read_whole(one + "/" + name) == read_whole(two + "/" + name));
  }
}

TEST_CASE("build refuses a plan with errors, and prints it as a draft on demand") {
  const std::string out = fresh_folder();
  const RunResult refused = run_meso({"build", example("literal/stronglifts.meso"), "-o", out});
  CHECK(refused.exit_code == 1);
  CHECK(refused.err.find("nothing was written") != std::string::npos);
  CHECK(files_in(out) == 0);
  const RunResult draft = run_meso(
      {"build", example("literal/stronglifts.meso"), "-o", out, "--draft", "--format", "html"});
  CHECK(draft.exit_code == 1);
  const std::string html = read_whole(out + "/stronglifts.html");
  CHECK(html.find("DRAFT") != std::string::npos);
  CHECK(html.find("ungated-group-training") != std::string::npos);
}

TEST_CASE("an output that can't be written leaves the old one whole") {
  const std::string out = fresh_folder();
  run_meso({"build", example("stronglifts.meso"), "-o", out, "--format", "md"});
  const std::string before = read_whole(out + "/stronglifts.md");
  REQUIRE(!before.empty());
  // A folder stands where the second file should go.
  REQUIRE(mkdir((out + "/stronglifts.html").c_str(), 0755) == 0);
  const RunResult r =
      run_meso({"build", example("stronglifts.meso"), "-o", out, "--format", "html,md"});
  CHECK(r.exit_code == 2);
  CHECK(r.err.find("can't be written") != std::string::npos);
  CHECK(read_whole(out + "/stronglifts.md") == before);
}

TEST_CASE("without an athlete the sheet shows percentages; with one, loads") {
  const std::string out = fresh_folder();
  run_meso({"build", example("531-bbb.meso"), "-o", out, "--format", "md", "--week", "1"});
  CHECK(read_whole(out + "/531-bbb.md").find("65% TM") != std::string::npos);
  run_meso({"build", example("531-bbb.meso"), "-o", out, "--format", "md", "--week", "1",
            "--athlete", example("athlete.yaml")});
  // 335 lb x 90 % = 301.5 lb; 65 % of it is 195.975 lb, rounded down to 195 lb.
  CHECK(read_whole(out + "/531-bbb.md").find("195 lb") != std::string::npos);
}

TEST_CASE("a plan comes from standard input too") {
  const std::string out = fresh_folder();
  const RunResult r =
      run_meso({"build", "-", "--stdin-filename", "mine.meso", "-o", out, "--format", "json"},
               {"", read_whole(example("hit.meso")), {}});
  CHECK(r.exit_code == 0);
  CHECK(r.out == out + "/mine.json\n");
}

}  // namespace meso::test
