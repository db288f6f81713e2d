// What is written of a plan comes back whole, and a document that no plan was written to is refused
// with what is wrong and where.
#include <catch2/catch.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compiler/driver/disk.h"
#include "compiler/sheets/back_ends.h"
#include "runtime/nominal.h"
#include "runtime/plan_json.h"
#include "tests/conformance/cases.h"
#include "tests/support/compile_text.h"
#include "tests/support/everything_plan.h"
#include "tests/support/loaded_plan.h"

namespace meso::test {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> plans_in(const std::string& folder) {
  std::vector<std::string> paths = std::get<0>(Disk().list(MESO_ROOT "/" + folder, ".meso"));
  std::erase_if(paths, [](const std::string& p) { return p.find("examples/lib/") != p.npos; });
  return paths;
}

std::vector<std::string> whole_plans() {
  std::vector<std::string> paths = plans_in("examples");  // literal/ among them
  for (const std::string& path : plans_in("lib/new")) paths.push_back(path);
  return paths;
}

// What a sheet needs of an athlete: every max that the plan asks for.
Athlete athlete_for(const Plan& plan) {
  Athlete athlete;
  athlete.bodyweight = kg("81.5");
  for (const Input& input : plan.inputs)
    if (input.exercise)
      athlete.maxes.push_back({input.kind, plan.exercises[*input.exercise].name, kg("127.5")});
  return athlete;
}

std::string sheets(const Plan& plan, const Athlete* athlete) {
  const Edition& edition = *edition_of(plan.edition);
  const NominalPath path = nominal_path(plan, edition, athlete);
  return to_markdown(
      make_document({plan, edition, athlete, path, Paper::any, std::nullopt, std::nullopt}));
}

std::string path_text(const Plan& plan) {
  std::string out;
  for (const NominalSession& s : nominal_path(plan, *edition_of(plan.edition), nullptr).sessions) {
    out += std::to_string(s.day) + " " + std::to_string(s.block.value) + " " +
           std::to_string(s.run) + " " + std::to_string(s.pass) + " " + std::to_string(s.session);
    for (const NominalLine& line : s.lines)
      for (const PlannedLoad& load : line.loads)
        out += " " + std::to_string(static_cast<int>(load.state)) +
               (load.low ? text(*load.low) : "") + (load.high ? text(*load.high) : "");
    out += "\n";
  }
  return out;
}

Json everything_json() { return Json::parse(plan_json(everything_plan(), {})); }

}  // namespace

TEST_CASE("plan json: what is written comes back, to the byte") {
  const std::string json = plan_json(everything_plan(), {});
  CHECK(written_again(json) == json);
  for (const std::string& path : whole_plans()) {
    CAPTURE(path);
    const std::string written = written_json(compile_file(path));
    CHECK(written_again(written) == written);
  }
}

TEST_CASE("plan json: every accepted plan of the conformance suite comes back, to the byte") {
  int plans = 0;
  for (const std::string& name : conformance_names()) {
    const ConformanceCase done = run_case(name);
    if (done.refused()) continue;
    ++plans;
    CAPTURE(name);
    const std::string written = plan_json(done.compiled.plan, {});
    CHECK(written_again(written) == written);
  }
  CHECK(plans > 80);
}

TEST_CASE("plan json: a loaded plan runs as the compiled one does") {
  for (const std::string& path : whole_plans()) {
    CAPTURE(path);
    const CompiledText text = compile_file(path);
    const LoadedPlan loaded = load(written_json(text));
    const Athlete athlete = athlete_for(text.plan());
    CHECK(path_text(loaded.plan) == path_text(text.plan()));
    CHECK(sheets(loaded.plan, nullptr) == sheets(text.plan(), nullptr));
    CHECK(sheets(loaded.plan, &athlete) == sheets(text.plan(), &athlete));
  }
}

TEST_CASE("plan json: places come back, with their files") {
  const PlanPlace places[] = {{1, 1}, {12, 5, "lib/rules.meso"}};
  Plan plan;
  plan.edition = 2026;
  plan.source = SourceId{1};
  const LoadedPlan loaded = load(plan_json(plan, places));
  REQUIRE(loaded.places.size() == 2);
  CHECK(loaded.places[0].line == 1);
  CHECK(loaded.places[0].file.empty());
  CHECK(loaded.places[1].column == 5);
  CHECK(loaded.places[1].file == "lib/rules.meso");
  CHECK(loaded.plan.source == SourceId{1});
}

TEST_CASE("plan json: decimals stay exact, whoever wrote them") {
  const std::pair<const char*, const char*> rows[] = {
      {"0", "0"},
      {"102.5", "102.5"},
      {"102.50", "102.5"},
      {"100.0", "100"},
      {"1e2", "100"},
      {"1.025E+2", "102.5"},
      {"25e-1", "2.5"},
      {"1e-9", "0.000000001"},
      {"0.000e5000", "0"},
      {"\"0.000000001\"", "0.000000001"},
      {"0.333333333", "0.333333333"},
      {"1234.123456789", "1234.123456789"},
      {"\"1234.123456789\"", "1234.123456789"},
      {"0.3000000000000", "0.3"},
  };
  for (const auto& [written, exact] : rows) {
    CAPTURE(written);
    const std::string json =
        R"({"mode":"up","step":{"amount":)" + std::string(written) + R"(,"unit":"kg"}})";
    Json document = everything_json();
    document["roundings"] = Json::array({"ROUNDING"});
    std::string text = document.dump();
    text.replace(text.find("\"ROUNDING\""), 10, json);
    CHECK(load(text).plan.roundings[0].step.amount.text() == exact);
  }
}

TEST_CASE("plan json: keys that aren't known are passed over") {
  Json document = everything_json();
  document["invented"] = Json::parse(R"([{"later": [1, null, "x"]}])");
  document["blocks"][0]["sessions"][0]["lines"][0]["invented"] = 1e300;
  CHECK(written_again(document.dump()) == plan_json(everything_plan(), {}));
}

TEST_CASE("plan json: what isn't JSON is refused with its line and column") {
  const std::string deep(100'000, '[');
  const std::pair<std::string, const char*> rows[] = {
      {"", "line 1, column 1: the document ends before it is complete"},
      {"{\n  \"name\": \"x\"", "line 2, column 14: the document ends before it is complete"},
      {"{\n  \"name\": x\n}", "line 2, column 11: the text up to here isn't JSON"},
      {"{\"größe\": 1,}", "line 1, column 13: the text up to here isn't JSON"},
      {"{} {}", "line 1, column 4: the text up to here isn't JSON"},
      {"{\"a\": 1e999}", "line 1, column 11: the text up to here isn't JSON"},
      {"{\n\"caf\xe9\": 1}", "line 2, column 5: this isn't text: a plan's JSON is UTF-8"},
      {deep, "the plan: no plan is nested so deep"},
      {"{\"a\": {\"b\": 1, \"c\": 2, \"b\": 3}}", "a: the key \"b\" stands twice"},
      {"{\"a\\n\": {\"b\": 1, \"b\": 3}}", "\"a \": the key \"b\" stands twice"},
      {"[]", "the plan: an object is expected, not a list"},
      {"{}", "the plan: `format_version` is missing"},
      {"{\"format_version\": \"1\"}", "format_version: a number is expected, not text in quotes"},
      {"{\"format_version\": 2}",
       "format_version: this plan is of format 2, and this meso knows format 1: use a newer meso"},
      {"{\"format_version\": 1}", "the plan: `exercises` is missing"},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text.substr(0, 100));
    CHECK(refusal(text) == message);
  }
}

TEST_CASE("plan json: what no plan can hold is refused, with its place") {
  struct Row {
    const char* at;
    const char* json;  // what stands there instead; nothing: the key is left out
    const char* message;
  };
  const Row rows[] = {
      {"/name", nullptr, "the plan: `name` is missing"},
      {"/by", "null", "by: text in quotes is expected, not nothing (null)"},
      {"/level", "\"expert\"", "level: \"expert\" isn't novice, intermediate or advanced"},
      {"/units", "\"stone\"", "units: \"stone\" isn't kg or lb"},
      {"/edition", "2031",
       "edition: this meso doesn't know the guidelines of 2031, only those of 2026"},
      {"/starts", "\"2026-02-30\"", "starts: \"2026-02-30\" isn't a day such as 2026-03-31"},
      {"/purpose", "{}", "purpose: a list is expected, not an object"},
      {"/groups/1/id", "\"quads\"", "groups[1].id: two groups are called \"quads\""},
      {"/exercises/1/name", "\"back squat\"",
       "exercises[1].name: two exercises are called \"back squat\""},
      {"/exercises/0/name", "\"\"", "exercises[0].name: this name is empty"},
      {"/exercises/0/compound", "1",
       "exercises[0].compound: true or false is expected, not a number"},
      {"/exercises/0/muscles/0/group", "\"tail\"",
       "exercises[0].muscles[0].group: this plan has no group \"tail\""},
      {"/exercises/0/muscles/0/share", "1.5",
       "exercises[0].muscles[0].share: 1.5 isn't a number from 0 to 1"},
      {"/inputs/0/exercise", nullptr, "inputs[0]: `exercise` is missing: training max of what?"},
      {"/inputs/0/reference", "\"0RM\"",
       "inputs[0].reference: \"0RM\" isn't a max such as 1RM or 5RM, training max, e1RM or "
       "bodyweight"},
      {"/inputs/1/fallback/amount", "1501",
       "inputs[1].fallback.amount: 1501 isn't a number from 0 to 1500"},
      {"/roundings/0/step/amount", "\"2,5\"",
       "roundings[0].step.amount: \"2,5\" isn't a number of at most nine digits before and after "
       "the point"},
      {"/roundings/0/step/amount", "0.00000000001",
       "roundings[0].step.amount: \"1e-11\" isn't a number of at most nine digits before and "
       "after the point"},
      {"/goals/0/by_end_of", "\"Peak\"", "goals[0].by_end_of: this plan has no block \"Peak\""},
      {"/signals/0/scale", R"({"low": 5, "high": 1})",
       "signals[0].scale: this range runs backwards: 5 to 1"},
      {"/events/0/weekday", nullptr,
       "events[0]: an event is on a `weekday` or on a `date`, one of the two"},
      {"/gates/0/clauses", "[]", "gates[0].clauses: this list is empty"},
      {"/gates/0/clauses/0/condition/join", "\"xor\"",
       "gates[0].clauses[0].condition.join: \"xor\" isn't and or or"},
      {"/gates/0/clauses/0/condition/atoms/1/low", "1",
       "gates[0].clauses[0].condition.atoms[1].low: text in quotes is expected, not a number"},
      {"/gates/0/clauses/0/condition/atoms/1/low", "\"below\"",
       "gates[0].clauses[0].condition.atoms[1].low: \"below\" isn't none, dull or sharp"},
      {"/gates/0/clauses/0/condition/atoms/0/low", R"({"parameter": "step"})",
       "gates[0].clauses[0].condition.atoms[0].low: only a rule has parameters"},
      {"/gates/0/clauses/1/condition/atoms/0/signal", nullptr,
       "gates[0].clauses[1].condition.atoms[0]: `signal` is missing: which one?"},
      {"/rules/0/parameters", R"(["step", "step"])",
       "rules[0].parameters: two parameters are called \"step\""},
      {"/rules/0/clauses/0/condition/atoms/0/low", R"({"parameter": "least"})",
       "rules[0].clauses[0].condition.atoms[0].low.parameter: this rule has no parameter "
       "\"least\""},
      {"/rules/0/clauses/0/actions/0/change/how", "\"double\"",
       "rules[0].clauses[0].actions[0].change.how: \"double\" isn't add, subtract, times or set "
       "to"},
      {"/rules/0/clauses/0/actions/2", "\"wait\"",
       "rules[0].clauses[0].actions[2]: \"wait\" isn't hold, next stage, next variation, previous "
       "variation, repeat week, end block, refer or notify coach"},
      {"/rules/0/clauses/0/actions/2", R"({"jump": 1})",
       "rules[0].clauses[0].actions[2]: `change` is missing"},
      {"/rules/0/clauses/1/actions/8/insert", "\"Peak\"",
       "rules[0].clauses[1].actions[8].insert: this plan has no block \"Peak\""},
      {"/rules/0/clauses/1/actions/0/change/value", R"("middle of range")",
       "rules[0].clauses[1].actions[0].change.value: \"middle of range\" isn't start, bottom of "
       "range or top of range"},
      {"/rules/0/clauses/1/actions/6/change/value/scheme", "\"waves\"",
       "rules[0].clauses[1].actions[6].change.value.scheme: this plan has no scheme \"waves\""},
      {"/schemes", R"(["wave", "wave"])", "schemes[1]: two schemes are called \"wave\""},
      {"/blocks/0/sessions/1/lines/0/written", "[]",
       "blocks[0].sessions[1].lines[0].written: these are 0, and the line's stages are 1"},
      {"/blocks/0/sessions/1/lines/0/shares", "8",
       "blocks[0].sessions[1].lines[0].shares: there is no progression 8: counted from 0, they are "
       "1"},
      {"/follows/0/rule", "\"none\"", "follows[0].rule: this plan has no rule \"none\""},
      {"/follows/0/arguments/1", nullptr, "follows[0].arguments: \"every\" takes 2 of them, not 1"},
      {"/follows/0/arguments/0/low", "1e10",
       "follows[0].arguments[0].low: \"10000000000.0\" isn't a number of at most nine digits "
       "before and after the point"},
      {"/blocks/1/name", "\"Main\"", "blocks[1].name: two blocks are called \"Main\""},
      {"/blocks/0/length/high", "105",
       "blocks[0].length.high: \"105\" isn't a whole number from 1 to 104"},
      {"/blocks/0/length/high", "3", "blocks[0].weeks: these are 2, and `length` says 3"},
      {"/blocks/0/times", "1000000000000000000000",
       "blocks[0].times: \"1e+21\" isn't a whole number from 1 to 52"},
      {"/blocks/0/times", "52",
       "blocks: this plan runs for 105 weeks, and at most 104 are possible"},
      {"/blocks/0/weeks/1/sessions/0", "7",
       "blocks[0].weeks[1].sessions[0]: there is no session 7: counted from 0, they are 2"},
      {"/blocks/0/sessions/0/gate", "\"open\"",
       "blocks[0].sessions[0].gate: this plan has no gate \"open\""},
      {"/blocks/0/sessions/0/waits/2/after/0/session", "\"Arms\"",
       "blocks[0].sessions[0].waits[2].after[0].session: this plan has no session \"Arms\""},
      {"/blocks/0/sessions/0/waits/0/after", "[]",
       "blocks[0].sessions[0].waits[0].after: this list is empty"},
      {"/blocks/0/sessions/0/lines/0/options/1", "\"chin-up\"",
       "blocks[0].sessions[0].lines[0].options[1]: this plan has no exercise \"chin-up\""},
      {"/blocks/0/sessions/0/lines/0/stages/1", R"({"groups": []})",
       "blocks[0].sessions[0].lines[0].stages[1]: nothing is to be done here"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/0/amount", nullptr,
       "blocks[0].sessions[0].lines[0].stages[0].groups[0]: `amount` is missing"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/0/sets/low", "2.5",
       "blocks[0].sessions[0].lines[0].stages[0].groups[0].sets.low: \"2.5\" isn't a whole number "
       "from 1 to 300"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/3/load/of", nullptr,
       "blocks[0].sessions[0].lines[0].stages[0].groups[3].load: `of` is missing"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/3/effort/high_rir", "11",
       "blocks[0].sessions[0].lines[0].stages[0].groups[3].effort.high_rir: 11 isn't a number "
       "from 0 to 10"},
      {"/blocks/0/sessions/0/lines/0/progressions/0", "1",
       "blocks[0].sessions[0].lines[0].progressions[0]: there is no progression 1: counted from "
       "0, they are 1"},
      {"/blocks/0/sessions/0/lines/0/progressions", "[]",
       "blocks[0].sessions[0].lines[0].progressions: these are 0, and the line's rules are 1"},
      {"/allows/0/until", "\"soon\"", "allows[0].until: \"soon\" isn't a day such as 2026-03-31"},
      {"/source", "-1", "source: \"-1\" isn't a whole number from 0 to 2147483647"},
      {"/places", R"([{"line": 1, "column": 1}])",
       "sizes[0].source: there is no place 4: counted from 0, they are 1"},
  };
  const Json whole = everything_json();
  for (const Row& row : rows) {
    CAPTURE(row.at);
    Json document = whole;
    const Json::json_pointer at(row.at);
    if (row.json != nullptr) {
      document[at] = Json::parse(row.json);
    } else if (Json& parent = document[at.parent_pointer()]; parent.is_array()) {
      parent.erase(std::stoul(at.back()));
    } else {
      parent.erase(at.back());
    }
    CHECK(refusal(document.dump()) == row.message);
  }
}

}  // namespace meso::test
