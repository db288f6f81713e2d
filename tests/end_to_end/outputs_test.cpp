// The output formats of `meso check`, over three plans: one with typing mistakes, one with a path
// and an allowed finding, one without findings.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compiler/findings/formats.h"
#include "tests/support/checked.h"
#include "tests/support/golden.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

const std::string kHere = MESO_ROOT "/tests/end_to_end/outputs/";

RunResult check(Words arguments) { return run_check(std::move(arguments), {kHere, "", {}}); }
RunResult check(Words arguments, const std::string& folder, Words environment = {}) {
  return run_check(std::move(arguments), {folder, "", std::move(environment)});
}

std::size_t lines_with(const std::string& text, const std::string& start) {
  std::size_t n = text.starts_with(start) ? 1 : 0;
  for (std::size_t at = text.find("\n" + start); at != text.npos;
       at = text.find("\n" + start, at + 1))
    ++n;
  return n;
}

}  // namespace

TEST_CASE("outputs: each format tells mistakes, a path, what is allowed and what can't be read",
          "[outputs]") {
  for (const FindingsFormat& format : findings_formats()) {
    const std::string name(format.name);
    INFO(name);
    const RunResult r = check({"plans", "plans/nowhere.meso", "--output-format", name});
    CHECK(r.exit_code == 2);
    CHECK(r.err == "meso: plans/nowhere.meso: no such file or directory\n");
    check_golden(r.out, "end_to_end/outputs/" + name + ".expected");
  }
}

// Gaps have theirs in the goldens; here what results bring about.
TEST_CASE("outputs: a finding that a played path leads to has its days as a code flow",
          "[outputs]") {
  const Json sarif =
      Json::parse(check({MESO_ROOT "/examples/literal", "--output-format", "sarif"}).out);
  std::map<std::string, int> with_flow;
  for (const Json& result : sarif["runs"][0]["results"]) {
    const std::string rule = result["ruleId"], said = result["message"]["text"];
    const bool of_results = rule == "M117" || rule == "M118" || rule == "M120";
    const bool played = of_results && (said.find("a third time") != said.npos ||
                                       said.find("it comes to that with") != said.npos);
    INFO(said);
    CHECK((result.contains("codeFlows") || !played));
    if (!result.contains("codeFlows")) continue;
    ++with_flow[rule];
    const Json& days = result["codeFlows"][0]["threadFlows"][0]["locations"];
    REQUIRE_FALSE(days.empty());
    CHECK(days.back()["importance"] == "essential");  // what broke
    for (std::size_t n = 0; n < days.size(); ++n) CHECK(days[n]["executionOrder"] == n + 1);
  }
  for (const char* rule : {"M101", "M118", "M120"}) {
    INFO(rule);
    CHECK(with_flow[rule] > 0);
  }
}

TEST_CASE("outputs: text is what it is without a format", "[outputs]") {
  const RunResult plain = check({"plans"}), named = check({"plans", "--output", "text"});
  CHECK(plain.exit_code == 1);
  CHECK(plain.out == named.out);
  CHECK(check({"plans", "--quiet"}).out == check({"plans", "--quiet", "--output", "text=-"}).out);
}

TEST_CASE("outputs: one run gives several", "[outputs]") {
  const ScratchFolder out;
  const RunResult r = check({"plans", "--output", "sarif=" + out("a/findings.sarif"), "--output",
                             "github", "--output", "json=" + out("findings.json")});
  CHECK(r.exit_code == 1);
  CHECK(r.err.empty());
  CHECK(r.out == check({"plans", "--output-format", "github"}).out);
  CHECK(read_whole(out("a/findings.sarif")) == check({"plans", "--output-format", "sarif"}).out);
  CHECK(read_whole(out("findings.json")) == check({"plans", "--output-format", "json"}).out);
  // With files only, a person still sees the text; no temporary file is left.
  const RunResult with_text = check({"plans", "--output", "junit=" + out("findings.xml")});
  CHECK(with_text.out == check({"plans"}).out);
  CHECK(std::distance(std::filesystem::directory_iterator(out("")), {}) == 3);
}

TEST_CASE("outputs: no format but text on a terminal has colour", "[outputs]") {
  const ScratchFolder out;
  for (const FindingsFormat& format : findings_formats()) {
    const std::string name(format.name);
    const RunResult r = check(
        {"plans", "--color", "always", "--output-format", name, "--output", "text=" + out("text")});
    CHECK((r.out.find('\x1b') != r.out.npos) == (name == "text"));
  }
  CHECK(read_whole(out("text")) == check({"plans"}).out);
}

TEST_CASE("outputs: one that can't be written takes no other with it", "[outputs]") {
  const ScratchFolder out;
  std::filesystem::create_directories(out("folder"));
  const RunResult r = check({"plans", "--output", "sarif=" + out("folder"), "--output",
                             "json=/dev/null/findings.json", "--output", "concise", "--output",
                             "gitlab=" + out("gitlab.json")});
  CHECK(r.exit_code == 2);
  CHECK(r.err == "meso: " + out("folder") + " can't be written: is a directory\n" +
                     "meso: /dev/null/findings.json can't be written: needs the folder "
                     "\"/dev/null\": it is a file\n");
  CHECK(r.out == check({"plans", "--output-format", "concise"}).out);
  CHECK(read_whole(out("gitlab.json")) == check({"plans", "--output-format", "gitlab"}).out);
}

TEST_CASE("outputs: what can't be meant is refused before anything is checked", "[outputs]") {
  const ScratchFolder folder;
  write_text(folder("plan.meso"), misspelled(1));
  write_text(folder("plan.txt"), misspelled(1));
  const std::vector<std::pair<Words, std::string>> cases = {
      {{"--output", "json", "--output", "sarif"},
       "two outputs would run into each other on standard output"},
      {{"--output-format", "json", "--output", "text"}, "two outputs would run into each other"},
      {{"--output", "json=a", "--output", "sarif=./a"}, "two outputs would be written to ./a"},
      {{"--output", "text=./plan.txt"}, "./plan.txt is a plan: name another file"},
      {{"--output", "text=other.meso"}, "other.meso is a plan: name another file"},
      {{"--output", "xml"}, "`xml` isn't FORMAT or FORMAT=FILE"},
      {{"--output", "json="}, "`json=` isn't FORMAT or FORMAT=FILE"},
      {{"--output-format", "yaml"}, "`yaml` isn't text, concise, json, sarif, github, gitlab or "},
  };
  for (const auto& [options, said] : cases) {
    Words words = {"plan.meso", "plan.txt"};
    words.insert(words.end(), options.begin(), options.end());
    const RunResult r = check(words, folder(""));
    INFO(r.err);
    CHECK(r.exit_code == 2);
    CHECK(r.out.empty());
    CHECK(r.err.find(said) != std::string::npos);
  }
  CHECK(read_whole(folder("plan.txt")) == misspelled(1));
}

TEST_CASE("sarif: rules, paths, suppressions and what couldn't be read", "[outputs]") {
  const Json run = parsed(check({"plans", "--output-format", "sarif"}))["runs"][0];
  const Json& rules = run["tool"]["driver"]["rules"];
  std::size_t flows = 0, suppressed = 0;
  for (const Json& result : run["results"]) {
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    const Json& file = result["locations"][0]["physicalLocation"]["artifactLocation"];
    CHECK(file["uri"].get<std::string>().starts_with("plans/"));
    if (result.contains("suppressions")) {
      ++suppressed;
      CHECK(result["suppressions"][0]["kind"] == "inSource");
      CHECK(result["suppressions"][0]["justification"] == "microplates are on order, {really}");
    }
    if (!result.contains("codeFlows")) continue;
    ++flows;
    const Json& steps = result["codeFlows"][0]["threadFlows"][0]["locations"];
    REQUIRE(steps.size() == 3);
    std::vector<int> lines;
    for (const Json& step : steps)
      lines.push_back(step["location"]["physicalLocation"]["region"]["startLine"]);
    CHECK(lines == std::vector<int>{22, 12, 24});
    CHECK(steps[2]["location"]["message"]["text"] ==
          "day 2: \"Legs again\", 3 x 10 leg extension, to failure <- 1 day after, 3 are usual");
  }
  CHECK(flows == 1);
  CHECK(suppressed == 1);
  CHECK(run["invocations"][0]["executionSuccessful"] == false);  // broken.meso
  const auto whole = [](const Words& plans) {
    Words words = plans;
    words.insert(words.end(), {"--output-format", "sarif"});
    return parsed(check(words))["runs"][0]["invocations"][0]["executionSuccessful"].get<bool>();
  };
  CHECK(whole({"plans/sound.meso", "plans/early.meso"}));
  CHECK_FALSE(whole({"plans/sound.meso", "plans/nowhere.meso"}));
}

TEST_CASE("outputs: names that are markup, or none at all, stay what they are", "[outputs]") {
  const ScratchFolder folder;
  const std::string name = "50%, a:b <\xc3\xbc & \"c\">{1}.meso";
  const std::string twice =
      "\n  session \"<b> % ::error::, [x](y) | \xe2\x80\xae {0}\"\n    back squat 3x5";
  write_text(folder(name), plan_with("back squat 3x5" + twice + twice));
  const auto out = [&](const char* format) {
    return check({name, "--output-format", format}, folder("")).out;
  };
  const Json result = Json::parse(out("sarif"))["runs"][0]["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "50%25%2C%20a%3Ab%20%3C%C3%BC%20%26%20%22c%22%3E%7B1%7D.meso");
  CHECK(result["message"]["text"].get<std::string>().find("{{0}}") != std::string::npos);
  const std::string github = out("github");
  CHECK(github.find("file=50%25%2C a%3Ab <\xc3\xbc & \"c\">{1}.meso,line=8") != github.npos);
  CHECK(github.find("<b> %25 ::error::, [x](y) | \\u{202e} {0}") != github.npos);
  CHECK(lines_with(github, "::") == 1);
  const std::string junit = out("junit");
  CHECK(junit.find("name=\"50%, a:b &lt;\xc3\xbc &amp; &quot;c&quot;&gt;{1}.meso\"") != junit.npos);
  CHECK(junit.find("&lt;b&gt; % ::error::") != junit.npos);
  const Json json = Json::parse(out("json"));
  CHECK(json["diagnostics"][0]["place"]["path"] == name);
  CHECK(Json::parse(out("gitlab"))[0]["location"]["path"] == name);
}

TEST_CASE("outputs: a name that is no UTF-8 breaks no format", "[outputs]") {
  const ScratchFolder folder;
  const std::string name = "bad\xff\x01name.meso";
  write_text(folder(name), misspelled(1));
  for (const char* format : {"json", "sarif", "gitlab"})
    CHECK_NOTHROW(parsed(check({name, "--output-format", format}, folder(""))));
  const std::string junit = check({name, "--output-format", "junit"}, folder("")).out;
  CHECK(junit.find("name=\"bad\\xff\\x01name.meso\"") != junit.npos);
}

TEST_CASE("outputs: standard input and folders without plans have their place too", "[outputs]") {
  const ScratchFolder folder;
  std::filesystem::create_directories(folder("empty"));
  const RunResult r = run_meso(
      {"check", "-", "empty", "--output-format", "json", "--stdin-filename", "./mine/plan.meso"},
      {folder(""), misspelled(1), {}});
  CHECK(r.exit_code == 2);
  const Json json = parsed(r);
  CHECK(json["diagnostics"][0]["place"]["path"] == "mine/plan.meso");
  CHECK(json["unread"][0]["path"] == "empty");
  CHECK(json["summary"]["fails"] == true);
}

TEST_CASE("github: the worst ten, and a count of the rest", "[outputs]") {
  const ScratchFolder folder;
  write_text(folder("plan.meso"), misspelled(13));
  write_text(folder("sound.meso"),
             "plan \"Q\"\nblock \"B\" 2 weeks\n  session \"A\"\n    back squat 3x5\n");
  const std::string out =
      check({"sound.meso", "plan.meso", "--output-format", "github"}, folder("")).out;
  CHECK(out.starts_with("::error "));
  CHECK(lines_with(out, "::error ") == 10);
  CHECK(out.find("::notice title=meso check::and ") != out.npos);
  const RunResult summary = check({".", "--output", "github"}, folder(""),
                                  {"GITHUB_STEP_SUMMARY=" + folder("summary.md")});
  check({"plan.meso", "--output", "github"}, folder(""),
        {"GITHUB_STEP_SUMMARY=" + folder("summary.md")});
  const std::string table = read_whole(folder("summary.md"));
  CHECK(lines_with(table, "### meso check") == 2);  // behind what was there
  CHECK(
      table.find("| error | plan.meso:5 | unknown-exercise M201 | the catalogue holds no exercise "
                 "\\`bakc squat\\` |") != table.npos);
  const RunResult none =
      check({"plan.meso", "--output", "github"}, folder(""), {"GITHUB_STEP_SUMMARY=" + folder("")});
  CHECK(none.exit_code == 2);
  CHECK(none.err.find("(GITHUB_STEP_SUMMARY) can't be written: is a directory") != none.err.npos);
  CHECK(lines_with(none.out, "::error ") == 10);
}

TEST_CASE("junit: what is below --fail-on passes", "[outputs]") {
  const ScratchFolder folder;
  write_text(folder("plan.meso"), plan_with("back squat 3x5"));
  const Words words = {"plan.meso", "--output-format", "junit", "--fail-on"};
  const auto with = [&](const char* severity) {
    Words all = words;
    all.emplace_back(severity);
    return check(all, folder(""));
  };
  const RunResult lenient = with("never"), strict = with("note");
  CHECK(lenient.exit_code == 0);
  CHECK(lenient.out.find("failures=\"0\"") != std::string::npos);
  CHECK(lenient.out.find("<system-out>plan.meso:") != std::string::npos);
  CHECK(strict.exit_code == 1);
  CHECK(strict.out.find("failures=\"1\"") != std::string::npos);
  CHECK(strict.out.find("<failure type=\"findings\"") != std::string::npos);
}

}  // namespace meso::test
