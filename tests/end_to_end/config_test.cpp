// meso.yaml end to end: which one is found, what it changes, and what is said of a broken one.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/docs/markdown_blocks.h"
#include "tests/support/checked.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

using Json = nlohmann::json;

// Sound but for one finding: volume that rises by half.
constexpr std::string_view kPlan = R"(plan "P"
  level intermediate
  familiar bench press, dumbbell bench press
  goal e1RM of bench press + 5% by end of "More"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 2 weeks if ready
  session "A"
    bench press 3x5 @ RIR 2 add(2.5%)
  session "B"
    dumbbell bench press 3x8 @ RIR 2 add(2.5%)

block "More" 2 weeks if ready
  session "A"
    bench press 5x5 @ RIR 2 add(2.5%)
  session "B"
    dumbbell bench press 4x8 @ RIR 2 add(2.5%)
)";

std::string plan(int edition = 2026) {
  std::string text(kPlan);
  if (edition != 0)
    text.insert(text.find("  level"), "  guidelines " + std::to_string(edition) + "\n");
  return text;
}

class Folder {
 public:
  Folder() { write("plan.meso", plan()); }
  void write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = folder_(name);
    std::filesystem::create_directories(path.parent_path());
    write_text(path.string(), text);
  }
  std::string read(const std::string& name) const { return read_whole(folder_(name)); }
  RunResult run(const std::vector<std::string>& arguments,
                std::vector<std::string> environment = {}) const {
    return run_meso(arguments, {folder_(""), "", std::move(environment)});
  }
  // One line a finding.
  std::string check(std::vector<std::string> more = {"plan.meso"},
                    std::vector<std::string> environment = {}) const {
    std::vector<std::string> words = {"check", "--output-format", "concise"};
    words.insert(words.end(), more.begin(), more.end());
    const RunResult result = run(words, std::move(environment));
    INFO(result.err);
    CHECK(result.exit_code != 2);
    return result.out;
  }
  // What is said of a configuration, of which nothing is checked.
  std::string complaint(const std::string& config) const {
    write("meso.yaml", config);
    const RunResult result = run({"check", "plan.meso"});
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    return result.err;
  }

 private:
  ScratchFolder folder_;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* kWarns = "warning[volume-jump M118] chest: 6 -> 9 sets, +50 %";

}  // namespace

TEST_CASE("config: thresholds move the bound, and the message says the bound in force",
          "[config]") {
  const Folder folder;
  CHECK(has(folder.check(), kWarns));
  folder.write("meso.yaml", "thresholds: {volume-jump: {week warn above: 50 %}}\n");
  CHECK_FALSE(has(folder.check(), "M118"));
  folder.write("meso.yaml", "thresholds: {M118: {week warn above: 49}}\n");
  CHECK(has(folder.check(), "M118"));
  folder.write("meso.yaml",
               "thresholds: {volume-jump: {week warn above: 12.5 %, week error above: 32.5 %}}\n");
  CHECK(has(folder.check(), "error[volume-jump M118]"));
  CHECK(has(folder.run({"check", "plan.meso"}).out, "the bound is +32.5 %"));
  folder.write("meso.yaml",
               "thresholds: {volume-jump: {week warn above: 12.5 %, week error above: 60 %}}\n");
  CHECK(has(folder.run({"check", "plan.meso"}).out, "the bound is +12.5 %"));
}

TEST_CASE("config: a severity is that of the gravest findings; milder ones stay", "[config]") {
  const Folder folder;
  const auto with = [&](const std::string& severity) {
    folder.write("meso.yaml", "severities:\n  volume-jump: " + severity + "\n");
    return folder.check();
  };
  CHECK(has(with("error"), "warning[volume-jump"));  // its gravest are errors already
  CHECK(has(with("warning"), "warning[volume-jump"));
  CHECK(has(with("note"), "note[volume-jump"));
  CHECK_FALSE(has(with("off"), "volume-jump"));
  folder.write("meso.yaml",
               "severities: {M118: warning}\nthresholds: {M118: {week error above: 20}}\n");
  CHECK(has(folder.check(), "warning[volume-jump"));  // it would be an error
}

TEST_CASE("config: what is off needs no allow, and none is idle", "[config]") {
  const Folder folder;
  std::string text = plan();
  text += "    allow volume-jump \"meant\"\n";
  folder.write("plan.meso", text);
  folder.write("meso.yaml", "severities: {volume-jump: off}\n");
  CHECK(folder.check().empty());
}

TEST_CASE("config: the nearest one upward from each plan", "[config]") {
  const Folder folder;
  folder.write("meso.yaml", "severities: {volume-jump: off}\n");
  folder.write("a/plan.meso", plan());
  folder.write("b/meso.yaml", "severities: {volume-jump: note}\n");
  folder.write("b/c/plan.meso", plan());
  CHECK(folder.check({"."}) ==
        "b/c/plan.meso:18:1: note[volume-jump M118] chest: 6 -> 9 sets, +50 % in week 1 of "
        "\"More\"\n");
  CHECK(has(folder.check({"--isolated", "a"}), kWarns));
  CHECK(folder.check({"--config", "meso.yaml", "b"}).empty());
  CHECK(folder.check({"b"}, {"MESO_CONFIG=meso.yaml"}).empty());
  CHECK(has(folder.check({"--config", "b/meso.yaml", "a"}, {"MESO_CONFIG=meso.yaml"}), "note["));
  CHECK(has(folder.run({"check", "--config", "none.yaml", "a"}).err,
            "none.yaml: no such file or directory"));
  CHECK(folder.run({"check", "--config", "meso.yaml", "--isolated", "a"}).exit_code == 2);
}

TEST_CASE("config: overrides by path, the last that matches wins", "[config]") {
  const Folder folder;
  folder.write("meso.yaml", R"(severities: {volume-jump: off}
overrides:
  - paths: novices/**
    severities: {volume-jump: note}
  - paths: ["*2.meso"]
    severities: {volume-jump: warning}
)");
  folder.write("novices/one.meso", plan());
  folder.write("novices/one2.meso", plan());
  const std::string said = folder.check({"."});
  CHECK_FALSE(has(said, "\nplan.meso"));
  CHECK(has(said, "novices/one.meso:18:1: note[volume-jump"));
  CHECK(has(said, "novices/one2.meso:18:1: warning[volume-jump"));
}

TEST_CASE("config: excluded files are left out of folders, never when they are named", "[config]") {
  const Folder folder;
  folder.write("meso.yaml", "exclude: [drafts/, \"*.old.meso\"]\n");
  folder.write("drafts/a.meso", plan());
  folder.write("x/y.old.meso", plan());
  const std::string said = folder.check({"."});
  CHECK(said.starts_with("plan.meso:"));
  CHECK_FALSE(has(said, "drafts"));
  CHECK_FALSE(has(said, "old"));
  CHECK(has(folder.check({"drafts/a.meso"}), kWarns));
  CHECK(folder.check({"drafts"}).empty());
}

TEST_CASE("config: patterns name inputs, too", "[config]") {
  const Folder folder;
  folder.write("x/a.meso", plan());
  folder.write("x/y/b.meso", plan());
  CHECK(has(folder.check({"x/**/b.meso"}), "x/y/b.meso:"));
  CHECK_FALSE(has(folder.check({"x/*.meso"}), "b.meso"));
  CHECK(has(folder.run({"check", "x/*.txt"}).err, "x/*.txt: nothing matches this pattern"));
}

TEST_CASE("config: a project's edition is that of plans without one, and asked of all others",
          "[config]") {
  const Folder folder;
  folder.write("plan.meso", plan(0));
  CHECK(has(folder.check(), "missing-edition"));
  folder.write("meso.yaml", "guidelines: 2026\n");
  CHECK_FALSE(has(folder.check(), "edition"));
}

TEST_CASE("config: what extends wins, key by key, whatever the depth", "[config]") {
  const Folder folder;
  folder.write("base.yaml",
               "severities: {volume-jump: off, rest-interval: note}\nthresholds: {load-jump: {warn "
               "above: 5 %}}\n");
  folder.write("house/house.yaml", "extends: ../base.yaml\nseverities: {volume-jump: note}\n");
  folder.write("meso.yaml", "extends: house/house.yaml\n");
  CHECK(has(folder.check(), "note[volume-jump"));
  const std::string shown = folder.run({"config", "show", "plan.meso"}).out;
  CHECK(has(shown, "note"));
  CHECK(has(shown, "house/house.yaml:2"));
  CHECK(has(shown, "base.yaml:1"));
  CHECK(has(shown, "base.yaml:2"));
}

TEST_CASE("config: extended files that disagree are an error until the file settles it",
          "[config]") {
  const Folder folder;
  folder.write("a.yaml", "severities: {volume-jump: off}\n");
  folder.write("b.yaml", "severities: {volume-jump: note}\n");
  const std::string said = folder.complaint("extends: [a.yaml, b.yaml]\n");
  CHECK(has(said,
            "error[config-conflict M507]: the extended configurations disagree on "
            "`severities: volume-jump`"));
  CHECK(has(said, "a.yaml:1"));
  CHECK(has(said, "b.yaml:1"));
  folder.write("meso.yaml", "extends: [a.yaml, b.yaml]\nseverities: {volume-jump: warning}\n");
  CHECK(has(folder.check(), kWarns));
}

TEST_CASE("config: circles of configurations, and files that aren't there", "[config]") {
  const Folder folder;
  folder.write("a.yaml", "extends: meso.yaml\n");
  CHECK(has(folder.complaint("extends: a.yaml\n"),
            "these configurations extend each other: meso.yaml -> a.yaml -> meso.yaml"));
  CHECK(has(folder.complaint("extends: meso.yaml\n"), "this configuration extends itself"));
  CHECK(has(folder.complaint("extends: gone.yaml\n"), "gone.yaml: no such file or directory"));
}

TEST_CASE("config: a library of the project is used by every plan", "[config]") {
  const Folder folder;
  std::string text = plan();
  text.insert(text.find("\nblock \"More\""), "    log walk 3x20 m @ RIR 3\n");
  folder.write("plan.meso", text);
  CHECK(has(folder.check(), "unknown-exercise"));
  folder.write("meso.yaml", "catalogue: gym/gym.meso\n");
  folder.write("gym/gym.meso",
               "library \"Gym\"\nexercise \"log walk\" trains quads, lower back 0.5\n");
  const std::string said = folder.check();
  CHECK_FALSE(has(said, "unknown-exercise"));
  CHECK(has(said, "M118"));  // it is checked as any plan
  CHECK_FALSE(has(folder.check({"gym/gym.meso"}), "error"));
  folder.write("meso.yaml", "catalogue: gym/none.meso\n");
  CHECK(has(folder.check(), "meso.yaml:1:12: error[missing-file"));
}

TEST_CASE("config: longer recovery is asked for by the verifier", "[config]") {
  const Folder folder;
  folder.write("plan.meso", R"(plan "P"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy
rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%
block "Base" 4 weeks
  session "Bench"
    at least 4 days after "Bench"
    bench press 3x5 @ RIR 2 add(2.5%)
)");
  CHECK_FALSE(has(folder.check(), "M101"));
  folder.write("meso.yaml", "recovery: {longer by: 100 %}\n");
  CHECK(has(folder.check(), "error[ungated-group-training M101]"));
  CHECK(has(folder.run({"verify", "plan.meso"}).out, "gap-safe         refuted"));
  CHECK(has(folder.run({"verify", "--isolated", "plan.meso"}).out, "gap-safe         proved"));
}

TEST_CASE("config: paper, and the flag over it", "[config]") {
  const Folder folder;
  const auto page = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"build", "plan.meso", "--format", "html", "-o", "o"};
    words.insert(words.end(), more.begin(), more.end());
    const RunResult result = folder.run(words);
    INFO(result.err);
    CHECK(result.exit_code == 0);
    return folder.read("o/plan.html");
  };
  CHECK(has(page({}), "@page{margin:"));
  folder.write("meso.yaml", "sheets: {paper: letter}\n");
  CHECK(has(page({}), "@page{size:Letter "));
  CHECK(has(page({"--paper", "a4"}), "@page{size:A4 "));
  CHECK(has(page({"--isolated"}), "@page{margin:"));
}

TEST_CASE("config: show tells every setting and where it comes from", "[config]") {
  const Folder folder;
  folder.write("our.meso", "library \"Ours\"\nexercise \"log walk\" trains quads\n");
  folder.write("meso.yaml", R"(guidelines: 2026
severities:
  rest-interval: off
thresholds:
  volume-jump: {week warn above: 25 %}
overrides:
  - paths: plan.meso
    thresholds: {load-jump: {warn above: 7.5 %}}
exclude: [drafts/]
catalogue: our.meso
recovery: {longer by: 25 %}
sheets: {paper: a4}
)");
  check_golden(folder.run({"config", "show", "plan.meso"}).out, "end_to_end/config/show.expected");
  const Json json = Json::parse(folder.run({"config", "show", "--format", "json"}).out);
  CHECK(json["config"] == "meso.yaml");
  CHECK(json["settings"][0] ==
        Json({{"key", "guidelines"}, {"value", "2026"}, {"origin", "meso.yaml:1"}}));
  CHECK(folder.run({"config", "show", "--isolated"})
            .out.starts_with("no meso.yaml: these are the defaults\n"));
  CHECK(folder.run({"config"}).err ==
        "meso: what is to be done? Commands are show and schema\nmeso: `meso config --help` says "
        "what there is\n");
  CHECK(has(folder.run({"config", "shwo"}).err, "did you mean `show`?"));
}

TEST_CASE("config: explain says the numbers in force, and whose they are", "[config]") {
  const Folder folder;
  folder.write("meso.yaml",
               "severities: {M118: warning}\nthresholds: {M118: {week warn above: 25 %}}\n");
  const std::string said = folder.run({"explain", "volume-jump"}).out;
  CHECK(has(said, "overload, warning (meso.yaml:1; the edition has error), evidence: mixed"));
  CHECK(has(said, "week warn above 25 % (meso.yaml:2; the edition has 20 %)"));
  CHECK(has(folder.run({"explain", "volume-jump", "--isolated"}).out, "week warn above 20 % (a"));
}

// Every way we know to get it wrong, with what is said.
TEST_CASE("config: what is said of a broken one", "[config]") {
  const Folder folder;
  const std::vector<std::string> broken = {
      "severity: {volume-jump: off}",
      "severities: {volume-jmup: off}",
      "severities: {volume-jump: fatal}",
      "severities: [volume-jump]",
      "severities: {volume-jump: {off: yes}}",
      "severities: {soreness-as-goal: off}",
      "thresholds: {volume-jump: 30}",
      "thresholds: {volume-jump: {week warn abov: 30}}",
      "thresholds: {ungated-group-training: {hours: 30}}",
      "thresholds: {volume-jump: {week warn above: 900 %}}",
      "thresholds: {volume-jump: {week warn above: -5 %}}",
      "thresholds: {volume-jump: {week warn above: 30 kg}}",
      "thresholds: {volume-jump: {week warn above: plenty}}",
      "thresholds: {volume-jump: {week warn above: \"2,5\"}}",
      "thresholds: {starved-group: {warn above: 7.5 days}}",
      "thresholds: {volume-jump: {week warn above: 60 %}}",
      "thresholds: {load-jump: {warn above: 20, error above: 10}}",
      "guidelines: 2019",
      "guidelines: latest",
      "overrides: {paths: a}",
      "overrides: [{severities: {M118: off}}]",
      "overrides: [{paths: a, exclude: b}]",
      "overrides: [{paths: [a, {b: c}]}]",
      "exclude:",
      "exclude: [[a]]",
      "recovery: {longer by: 150 %}",
      "recovery: {longer by: -10 %}",
      "recovery: {shorter by: 10 %}",
      "sheets: {paper: a5}",
      "sheets: {papr: a4}",
      "guidelines: 2026\nguidelines: 2026",
      "- severities",
      "just words",
      "a: [",
      "severities: &x {volume-jump: off}",
  };
  std::string out;
  for (const std::string& config : broken)
    out += "## " + config + "\n\n" + folder.complaint(config + "\n") + "\n";
  check_golden(out, "end_to_end/config/broken.expected");
}

TEST_CASE("config: an empty one, or one of comments, changes nothing", "[config]") {
  const Folder folder;
  for (const char* text : {"", "\n\n", "# nothing yet\n", "---\n"}) {
    folder.write("meso.yaml", text);
    CHECK(has(folder.check(), kWarns));
  }
}

TEST_CASE("config: one that isn't text is refused", "[config]") {
  const Folder folder;
  CHECK(has(folder.complaint(std::string("guidelines\0: 2026", 17)), "meso.yaml"));
}

// Changed on purpose with UPDATE_GOLDENS=1.
TEST_CASE("config: docs/config.schema.json is what the command prints", "[config]") {
  check_golden(run_meso({"config", "schema"}).out, "../docs/config.schema.json");
}

TEST_CASE("docs: configuration.md tells every key", "[config]") {
  std::vector<std::string> told, known;
  for (const TableRow& row : table("docs/configuration.md", "configuration"))
    told.push_back(row[0]);
  const Json schema = Json::parse(run_meso({"config", "schema"}).out);
  for (const auto& [key, value] : schema["properties"].items()) known.push_back(key);
  std::sort(told.begin(), told.end());
  CHECK(told == known);  // a parsed object has its keys in order
}

TEST_CASE("docs: every configuration in configuration.md can be used", "[config]") {
  const Folder folder;
  folder.write("our-gym.meso", "library \"Gym\"\nexercise \"log walk\" trains quads\n");
  folder.write("x/plan.meso", plan());
  folder.write("house-rules.yaml", "");
  folder.write("novices.yaml", "");
  int configs = 0;
  for (const FencedBlock& block : fenced_blocks("docs/configuration.md"))
    if (block.is("yaml")) {
      ++configs;
      const bool extends = has(block.text, "extends");
      folder.write(extends ? "x/meso.yaml" : "meso.yaml", block.text);
      CHECK_FALSE(folder.check({extends ? "x/plan.meso" : "plan.meso"}).empty());
    }
  CHECK(configs == 3);
}

}  // namespace meso::test
