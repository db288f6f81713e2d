// Broken documents, always the same ones: none crashes the reader, and whatever it accepts can be
// run, printed and written again.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "compiler/sheets/back_ends.h"
#include "runtime/nominal.h"
#include "runtime/plan_json.h"
#include "tests/support/everything_plan.h"
#include "tests/support/loaded_plan.h"

namespace meso::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kRounds = 250;  // a second's work in a build for development

std::string small_document() {
  return Json::parse(written_json(compile_text(small_plan("", "back squat 3x5")))).dump();
}

void run(const LoadedPlan& loaded) {
  const Plan& plan = loaded.plan;
  const Edition& edition = *edition_of(plan.edition);
  const NominalPath path = nominal_path(plan, edition, nullptr);
  to_markdown(make_document({plan, edition, nullptr, path, Paper::any, std::nullopt, 1}));
  const std::string json = plan_json(plan, loaded.places);
  if (written_again(json) != json) FAIL_CHECK(written_again(json));
}

// Whether it is accepted.
bool survives(const std::string& text) {
  const auto read = read_plan_json(text);
  if (const auto* loaded = std::get_if<LoadedPlan>(&read)) run(*loaded);
  return std::holds_alternative<LoadedPlan>(read);
}

class Breaker {
 public:
  explicit Breaker(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  // Bytes put elsewhere, left out or replaced.
  std::string break_text(std::string text) {
    static const std::string kBytes = "{}[]\",:0123456789.eE+-\\untrfls \n\x01\x80\xff";
    const std::size_t at = below(text.size());
    switch (below(3)) {
      case 0: text[at] = kBytes[below(kBytes.size())]; break;
      case 1: text.erase(at, 1 + below(20)); break;
      default: text.insert(below(text.size()), text.substr(at, 1 + below(40)));
    }
    return text;
  }

  // The document with one value, wherever it stands, left out, nested or replaced by another.
  std::string with_broken_value(Json& json) {
    Json* parent = &json;
    Json* value = &child(json);
    while (value->is_structured() && !value->empty() && below(8) != 0) {
      parent = value;
      value = &child(*value);
    }
    const Json before = *parent;
    switch (below(4)) {
      case 0: leave_out(*parent); break;
      case 1: *value = before; break;
      default: *value = some_value();
    }
    std::string text = json.dump();
    *parent = before;
    return text;
  }

 private:
  Json& child(Json& json) {
    auto at = json.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(json.size())));
    return *at;
  }
  void leave_out(Json& json) {
    auto at = json.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(json.size())));
    json.erase(at);
  }
  Json some_value() {
    static const std::vector<Json> kValues = {nullptr,
                                              true,
                                              false,
                                              0,
                                              1,
                                              2,
                                              3,
                                              -1,
                                              7,
                                              30,
                                              52,
                                              104,
                                              1000,
                                              999999999,
                                              4294967296,
                                              0.5,
                                              -0.25,
                                              1e300,
                                              1e-300,
                                              "",
                                              "1",
                                              "999999999",
                                              "0.000000001",
                                              "none",
                                              "sharp",
                                              "start",
                                              "hold",
                                              "percent",
                                              "bodyweight",
                                              "1RM",
                                              "Main",
                                              "back squat",
                                              "quads",
                                              "ready",
                                              "every",
                                              "2026-02-29",
                                              Json::array(),
                                              Json::object(),
                                              Json::array({1}),
                                              Json{{"parameter", "step"}},
                                              Json{{"low", 1}, {"high", 2}},
                                              Json{{"low", 2}, {"high", 1}},
                                              Json{{"low", 1}, {"high", 2}, {"unit", "kg"}},
                                              Json{{"amount", 5}, {"unit", "lb"}}};
    return kValues[below(kValues.size())];
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("plan json: every beginning of a document is refused") {
  const std::string text = small_document();
  REQUIRE(survives(text));
  for (std::size_t size = 0; size < text.size(); ++size)
    if (survives(text.substr(0, size))) FAIL_CHECK(size << " bytes are enough");
}

TEST_CASE("plan json: broken text crashes nothing") {
  const std::string whole = small_document();
  Breaker breaker(1913);
  for (int round = 0; round < 5 * kRounds; ++round) survives(breaker.break_text(whole));
}

TEST_CASE("plan json: whatever is accepted can be run") {
  Json whole = Json::parse(plan_json(everything_plan(), {}));
  Breaker breaker(1914);
  int accepted = 0;
  for (int round = 0; round < kRounds; ++round)
    accepted += survives(breaker.with_broken_value(whole)) ? 1 : 0;
  CHECK(survives(whole.dump()));
  CHECK(accepted > kRounds / 20);
}

}  // namespace meso::test
