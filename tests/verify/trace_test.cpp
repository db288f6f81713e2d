// Counterexamples as JSON: each comes true in the runtime, each mend is one, and the schema says
// what there is.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "compiler/driver/verify_text.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"
#include "tests/support/places.h"
#include "tests/support/run_meso.h"
#include "tests/verify/live_trace.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// A plan with all that is said of it.
struct Verified {
  explicit Verified(CompiledText compiled)
      : text(std::move(compiled)),
        facts(text.plan(), *text.compiled.edition),
        run(text.plan(), *text.compiled.edition),
        verification(verify(facts, run)) {}

  // Mends are tested by themselves: here they would cost more than all the rest.
  Json trace() const {
    MendOptions none;
    none.budget = 0;
    Mending mending(facts, run, verification, std::move(none));
    return Json::parse(
        trace_json({facts, run, verification, EnvelopeMode::worst, places_in(text), mending}));
  }

  CompiledText text;
  PlanFacts facts;
  RunPlan run;
  Verification verification;
};

// All counterexamples of a plan come true; gives back how many.
std::size_t live_all(const std::string& name, CompiledText compiled) {
  const Verified plan(std::move(compiled));
  const Json trace = plan.trace();
  for (const Json& told : trace["counterexamples"]) {
    const std::string wrong = live_trace(plan.facts, plan.run, told);
    INFO(name << ", " << told["property"] << ": " << told["says"] << "; " << wrong);
    CHECK(wrong.empty());
  }
  return trace["counterexamples"].size();
}

std::vector<fs::path> files_in(const std::string& folder, const std::string& ending) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(MESO_ROOT + ("/" + folder)))
    if (entry.path().extension() == ending) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

// Of a near-miss pair: lines that begin with `- ` stand in the good plan only.
std::string bad_plan_of(const fs::path& pair) {
  std::istringstream lines(read_whole(pair.string()));
  std::string out;
  for (std::string line; std::getline(lines, line);)
    if (line.rfind("- ", 0) != 0) out += (line.rfind("+ ", 0) == 0 ? line.substr(2) : line) + "\n";
  return out;
}

// What the schema demands of a value, as far as ours goes. Empty where it is kept.
std::string against(const Json& schema, const Json& rules, const Json& value) {
  if (rules.contains("$ref")) {
    const std::string name = rules["$ref"].get<std::string>().substr(8);  // "#/$defs/"
    return against(schema, schema["$defs"][name], value);
  }
  if (rules.contains("const") && rules["const"] != value) return value.dump() + " isn't the one";
  if (rules.contains("enum") &&
      std::find(rules["enum"].begin(), rules["enum"].end(), value) == rules["enum"].end())
    return value.dump() + " isn't listed";
  if (rules.value("type", Json()) == "array")
    for (const Json& item : value)
      if (auto wrong = against(schema, rules.value("items", Json::object()), item); !wrong.empty())
        return wrong;
  if (!value.is_object())
    return value.is_array() == (rules.value("type", Json()) == "array") ? "" : "a list";
  for (const Json& key : rules.value("required", Json::array()))
    if (!value.contains(key.get<std::string>())) return key.dump() + " is missing";
  const Json properties = rules.value("properties", Json::object());
  for (const auto& [key, item] : value.items()) {
    const Json other = rules.value("additionalProperties", Json(false));
    if (!properties.contains(key) && !other.is_object()) return key + " isn't known";
    const auto wrong = against(schema, properties.contains(key) ? properties[key] : other, item);
    if (!wrong.empty()) return key + ": " + wrong;
  }
  return "";
}

}  // namespace

TEST_CASE("traces: every counterexample of the classics comes true", "[verifier][trace]") {
  std::size_t lived = 0;
  for (const fs::path& file : files_in("examples/literal", ".meso"))
    lived += live_all(file.filename().string(), compile_file(file.string()));
  CHECK(lived > 500);
}

// After each first session this plan's rule adds a day.
TEST_CASE("traces: a path comes true with the days that rules add to its waits",
          "[verifier][trace]") {
  const Verified plan(compile_file(MESO_ROOT "/examples/literal/hit.meso"));
  Json told = plan.trace()["counterexamples"][0];
  REQUIRE(told["path"].size() == 2);
  CHECK(told["path"][1]["day"] == 6);
  CHECK(told["results"] == "every set beaten");
  told["path"][1]["day"] = 5;
  told["path"][1]["weekday"] = "Fri";
  CHECK(live_trace(plan.facts, plan.run, told) == "day 5: nothing is done");
}

TEST_CASE("traces: every counterexample of the bad half of a pair comes true",
          "[verifier][trace]") {
  std::size_t lived = 0;
  for (const fs::path& pair : files_in("tests/verify/pairs", ".pair"))
    lived += live_all(pair.filename().string(), compile_text(bad_plan_of(pair)));
  CHECK(lived > 20);
}

TEST_CASE("traces: every counterexample of 400 tiny plans comes true", "[verifier][trace]") {
  std::size_t lived = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed)
    lived += live_all("seed " + std::to_string(seed), compile_text(tiny_plan(seed)));
  CHECK(lived > 400);
}

TEST_CASE("traces: one that says too much doesn't come true", "[verifier][trace]") {
  const Verified plan(compile_file(MESO_ROOT "/examples/literal/dup.meso"));
  const Json told = plan.trace()["counterexamples"][0];
  CHECK(live_trace(plan.facts, plan.run, told).empty());
  const auto broken = [&](auto change) {
    Json other = told;
    change(other);
    return live_trace(plan.facts, plan.run, other);
  };
  // Later by so many days that the bout is over.
  CHECK(broken([](Json& t) { t["path"].back()["day"] = t["path"].back()["day"].get<int>() + 6; }) ==
        "day 9: the body has recovered");
  CHECK(broken([](Json& t) { t["path"].back()["session"] = "Strength"; }) == "day 3: it is Power");
  CHECK(broken([](Json& t) { t["path"].back()["day"] = 2; }) == "day 2: nothing is done");
  CHECK(broken([](Json& t) { t["path"].front()["check_in"]["soreness"]["chest"] = 4; }) ==
        "day 1: chest can't be so sore");
}

TEST_CASE("traces: the schema describes what is written", "[verifier][trace]") {
  const Json schema = Json::parse(read_whole(MESO_ROOT "/docs/trace.schema.json"));
  for (const char* name : {"dup", "stronglifts", "gzclp"}) {
    INFO(name);
    const Verified plan(compile_file(MESO_ROOT "/examples/literal/" + std::string(name) + ".meso"));
    Json trace = plan.trace();
    CHECK(against(schema, schema, trace) == "");
    trace["counterexamples"][0]["path"][0]["moon"] = "full";
    CHECK(against(schema, schema, trace) != "");
  }
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    CHECK(against(schema, schema, Verified(compile_text(tiny_plan(seed))).trace()) == "");
}

TEST_CASE("traces: the command writes them, or says why not", "[verifier][trace]") {
  const std::string plan = MESO_ROOT "/examples/literal/dup.meso";
  const std::string file = (fs::temp_directory_path() / "meso-trace-test.json").string();
  const RunResult written = run_meso({"verify", plan, "--trace", file});
  CHECK(written.exit_code == 1);
  const Json trace = Json::parse(read_whole(file));
  fs::remove(file);
  CHECK(trace["counterexamples"].size() == 18);
  CHECK(trace["counterexamples"][0]["place"] == "dup.meso:21");
  CHECK(trace["counterexamples"][0]["mends"].size() == 2);
  const RunResult nowhere = run_meso({"verify", plan, "--trace", "/dev/null/trace.json"});
  CHECK(nowhere.exit_code == 2);
  CHECK(nowhere.err.find("/dev/null/trace.json can't be written") != std::string::npos);
  const RunResult clean = run_meso({"verify", MESO_ROOT "/examples/dup.meso", "--trace", file});
  CHECK(clean.exit_code == 0);
  CHECK(Json::parse(read_whole(file))["counterexamples"].empty());
  fs::remove(file);
}

}  // namespace meso::test
