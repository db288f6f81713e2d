#include "runtime/plan_json.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/everything_plan.h"

using namespace meso;
using namespace meso::test;
using Json = nlohmann::ordered_json;

namespace {

Json parsed(const Plan& plan, std::span<const PlanPlace> places = {}) {
  return Json::parse(plan_json(plan, places));
}

std::vector<std::string> keys(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("the document's keys, in order") {
  CHECK(keys(parsed(Plan{})) ==
        std::vector<std::string>{
            "format_version", "name",   "by",        "level",  "units",     "edition", "purpose",
            "sizes",          "groups", "exercises", "inputs", "roundings", "goals",   "tracks",
            "signals",        "events", "gates",     "rules",  "schemes",   "returns", "follows",
            "progressions",   "blocks", "allows",    "notes",  "source",    "places"});
  CHECK(parsed(Plan{})["format_version"] == kPlanFormat);
  CHECK(plan_json(Plan{}, {}).substr(0, 23) == "{\n  \"format_version\": 1");
  CHECK(plan_json(Plan{}, {}).back() == '\n');
}

TEST_CASE("decimals are numbers where a double gives them back, else their exact text") {
  const std::pair<const char*, const char*> rows[] = {
      {"0", "0"},
      {"60", "60"},
      {"102.5", "102.5"},
      {"-12.25", "-12.25"},
      {"0.1", "0.1"},
      {"0.333333333", "0.333333333"},
      {"142.881596550", "142.88159655"},
      {"123456.123456789", "123456.123456789"},        // 15 digits
      {"1234567.123456789", "\"1234567.123456789\""},  // 16
      {"0.000000001", "\"0.000000001\""},              // would be 1e-09
  };
  for (const auto& [number, json] : rows) {
    CAPTURE(number);
    Plan plan;
    plan.roundings.push_back({std::nullopt, Rounding::nearest, {dec(number), MassUnit::kg}});
    CHECK(parsed(plan)["roundings"][0]["step"]["amount"].dump() == json);
  }
}

TEST_CASE("every load up to 1000 kg in steps of 5 g is a number") {
  for (int n = 0; n <= 200'000; n += 701) {
    const Decimal amount = Decimal::ratio(n, 200);
    Plan plan;
    plan.roundings.push_back({std::nullopt, Rounding::nearest, {amount, MassUnit::kg}});
    const Json step = parsed(plan)["roundings"][0]["step"]["amount"];
    if (step.is_number() && step.dump() == amount.text()) continue;
    CAPTURE(n);
    CHECK(step.dump() == amount.text());
  }
}

TEST_CASE("what a coach reads: names and words instead of numbers") {
  const Json j = parsed(everything_plan());
  const auto at_path = [&](const char* path) { return j.at(Json::json_pointer(path)); };
  struct Row {
    const char* path;
    const char* json;
  };
  const Row rows[] = {
      {"/name", R"("Every \"thing\"")"},
      {"/by", R"("Zoë")"},
      {"/level", R"("advanced")"},
      {"/units", R"("lb")"},
      {"/exercises/0/muscles/1", R"({"group":"glutes","share":0.5})"},
      {"/exercises/1/equipment", R"("bodyweight")"},
      {"/inputs/0", R"({"reference":"training max","exercise":"back squat",)"
                    R"("fallback":{"percent":90,"reference":"1RM"},"source":1})"},
      {"/inputs/1/fallback", R"({"amount":225,"unit":"lb"})"},
      {"/inputs/2", R"({"reference":"bodyweight","source":3})"},
      {"/roundings/0", R"({"mode":"down","step":{"amount":5,"unit":"lb"}})"},
      {"/roundings/1", R"({"equipment":"trap bar","mode":"up","step":{"amount":2.5,"unit":"lb"}})"},
      {"/goals/0/by_end_of", R"("Main")"},
      {"/goals/0/from", R"({"low":300,"high":300,"unit":"lb"})"},
      {"/goals/1/group", R"("quads")"},
      {"/tracks/0/metric", R"("sleep")"},
      {"/tracks/1/exercise", R"("back squat")"},
      {"/exercises/1/stretches", R"(["lats"])"},
      {"/missed/1", R"({"becomes":"added to next","source":14})"},
      {"/blocks/0/sessions/0/recovery", "true"},
      {"/signals/0/scale", R"({"low":1,"high":5})"},
      {"/gates/0/clauses/0/condition/join", R"("or")"},
      {"/gates/0/clauses/0/condition/atoms/0/group", R"("quads")"},
      {"/gates/0/clauses/0/condition/atoms/1/low", R"("dull")"},
      {"/gates/0/clauses/0/condition/atoms/1/place", R"("left knee")"},
      {"/gates/0/clauses/1/condition/atoms/0/signal", R"("grip")"},
      {"/gates/0/clauses/1/condition/atoms/0/high", "3.5"},
      {"/gates/0/clauses/1/condition/atoms/1/low", R"("below")"},
      {"/rules/0/clauses/0/condition/atoms/0/low", R"({"parameter":"most"})"},
      {"/rules/0/clauses/0/condition/atoms/0/window",
       R"({"over":"this week","times":2,"every":true})"},
      {"/rules/0/clauses/0/condition/atoms/1/low", R"("much better")"},
      {"/rules/0/clauses/0/condition/atoms/1/lifts", R"({"of":"at least","lifts":2})"},
      {"/rules/0/clauses/0/actions/0/change/value", R"({"parameter":"step"})"},
      {"/rules/0/clauses/0/actions/0/change/at_most", R"({"parameter":"most"})"},
      {"/rules/0/clauses/0/actions/0/change/per", R"("extra rep")"},
      {"/rules/0/clauses/0/actions/1/change/reference", R"("5RM")"},
      {"/rules/0/clauses/0/actions/2", R"("hold")"},
      {"/rules/0/clauses/0/actions/3", R"("next stage")"},
      {"/rules/0/clauses/1/actions/0/change/value", R"("bottom of range")"},
      {"/rules/0/clauses/1/actions/1/change/value", R"("top of range")"},
      {"/rules/0/clauses/1/actions/2/change/value", R"({"percent":85,"reference":"5RM"})"},
      {"/rules/0/clauses/1/actions/3/change/value", R"({"load_of_stage":1})"},
      {"/rules/0/clauses/1/actions/4/change/value",
       R"({"load_of_stage":2,"added":{"parameter":"step"}})"},
      {"/rules/0/clauses/1/actions/6/change/value", R"({"scheme":"wave"})"},
      {"/rules/0/clauses/1/actions/7", R"("repeat week")"},
      {"/rules/0/clauses/1/actions/8", R"({"insert":"Deload","at_most":2})"},
      {"/rules/0/clauses/1/actions/9", R"({"insert":"Deload"})"},
      {"/rules/0/clauses/1/actions/10", R"("end block")"},
      {"/rules/0/clauses/1/actions/11", R"("refer")"},
      {"/rules/0/clauses/1/actions/12", R"("notify coach")"},
      {"/returns/0/weeks/0/0/value", R"("start")"},
      {"/returns/0/weeks/1", "[]"},
      {"/follows/0", R"({"rule":"every","arguments":[{"low":5,"high":5,"unit":"lb"},)"
                     R"({"low":6,"high":6,"unit":"sets"}],"source":40})"},
      {"/progressions/0", R"({"exercise":"back squat","name":"heavy","rule":"every"})"},
      {"/blocks/0/length", R"({"low":1,"high":2})"},
      {"/blocks/0/sessions_per_week", "3"},
      {"/blocks/0/weeks/1/kind", R"("push")"},
      {"/blocks/0/weeks/1/sessions", "[0,1]"},
      {"/blocks/0/sessions/0/gate", R"("ready")"},
      {"/blocks/0/sessions/0/prefer", R"(["Mon","Sun"])"},
      {"/blocks/0/sessions/0/waits/0",
       R"({"at_least_days":3,"at_most_days":9,"after":["own groups","last session"],"source":0})"},
      {"/blocks/0/sessions/0/waits/2",
       R"({"at_least_days":3,"after":[{"session":"Upper"}],"source":0})"},
      {"/blocks/0/sessions/0/waits/3", R"({"after":[{"group":"glutes"}],"source":0})"},
      {"/blocks/0/sessions/0/lines/0/options", R"(["back squat","chin up"])"},
      {"/blocks/0/sessions/0/lines/0/rest_seconds", R"({"low":60,"high":90})"},
      {"/blocks/0/sessions/0/lines/0/tempo",
       R"({"eccentric":3,"bottom":1,"concentric":-1,"top":0})"},
      {"/blocks/0/sessions/0/lines/0/start", R"({"amount":45,"unit":"lb"})"},
      {"/blocks/0/sessions/0/lines/0/progressions", "[0]"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/0/load", R"({"kind":"working load"})"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/1/load", R"({"kind":"open"})"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/1/amrap", "true"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/2/load",
       R"({"kind":"absolute","low":{"amount":100,"unit":"lb"},)"
       R"("high":{"amount":110.5,"unit":"lb"}})"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/3/load",
       R"({"kind":"percent","low":70,"high":75,"reference":"training max","of":"back squat"})"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/3/effort",
       R"({"low_rir":1,"high_rir":2.5,"as_rpe":false})"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/4/load",
       R"({"kind":"percent","low":50,"high":50,"reference":"bodyweight"})"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/3/load_percent", "100"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/4/load_percent", "90"},
      {"/blocks/0/sessions/0/lines/0/stages/0/groups/4/load_added", R"({"amount":5,"unit":"lb"})"},
      {"/blocks/0/sessions/0/lines/0/stages/1/groups/0/target", R"("seconds")"},
      {"/blocks/0/sessions/0/lines/0/stages/1/groups/1/load",
       R"({"kind":"bodyweight","added":{"amount":25,"unit":"lb"}})"},
      {"/blocks/0/sessions/0/lines/0/stages/1/groups/2/load", R"({"kind":"top set"})"},
      {"/blocks/0/sessions/0/lines/0/stages/1/groups/3/load",
       R"({"kind":"top set","less":{"low":10,"high":15,"unit":"percent"}})"},
      {"/blocks/0/sessions/0/lines/0/warm_up", R"({"automatic":true,"stated":{"groups":[]}})"},
      {"/blocks/0/sessions/0/lines/1/stages/0", R"({"groups":[],"total_reps":50})"},
      {"/blocks/0/sessions/0/lines/2/stages/0",
       R"({"groups":[],"test":{"max_reps":false,"reps":5}})"},
      {"/blocks/1/rotations", "true"},
      {"/blocks/1/kind", R"("deload")"},
      {"/allows/0/until", R"("2026-12-31")"},
      {"/source", "10"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(at_path(row.path).dump() == row.json);
  }
}

TEST_CASE("places are a table that sources point into") {
  const PlanPlace places[] = {{1, 1}, {12, 5}};
  const Json j = parsed(Plan{}, places);
  CHECK(j["places"].dump() == R"([{"line":1,"column":1},{"line":12,"column":5}])");
  CHECK(parsed(Plan{})["places"].dump() == "[]");
}

TEST_CASE("the same plan gives the same bytes") {
  CHECK(plan_json(everything_plan(), {}) == plan_json(everything_plan(), {}));
}

TEST_CASE("text that isn't valid UTF-8 is mended, not thrown over") {
  Plan plan;
  plan.name = "caf\xe9";
  CHECK(parsed(plan)["name"] == "caf\xef\xbf\xbd");
}

// For whoever checks the schema with a validator: MESO_PLAN_JSON names the file to write.
TEST_CASE("a plan that holds everything can be written out", "[.export]") {
  const char* path = std::getenv("MESO_PLAN_JSON");
  REQUIRE(path);
  const PlanPlace places[] = {{1, 1}, {12, 5}};
  std::ofstream(path) << plan_json(everything_plan(), places);
}
