// `meso report` as an athlete runs it: ten weeks with progress, a lighter day, a deload, a lay-off,
// missing check-ins, an exercise in the place of another and a session broken off.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "base/text.h"
#include "tests/support/expected_form.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

using Json = nlohmann::json;

RunResult report(const std::string& log, const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments = {"report", "base.meso", "--log", log};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run_meso(arguments, {MESO_ROOT "/tests/report", "", {}});
}

RunResult ten_weeks(const std::string& format) {
  return report("ten-weeks.log", {"--date", "2026-11-22", "--format", format});
}

// ---- the part of JSON Schema that docs/report.schema.json uses
// -----------------------------------

class Schema {
 public:
  explicit Schema(Json schema) : root_(std::move(schema)) {}
  std::vector<std::string> mistakes(const Json& value) {
    check(root_, value, "");
    return std::move(mistakes_);
  }

 private:
  static bool is_type(const std::string& type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  bool has_type(const Json& types, const Json& value) const {
    if (types.is_string()) return is_type(types, value);
    return std::any_of(types.begin(), types.end(),
                       [&](const Json& type) { return is_type(type, value); });
  }

  void check(const Json& schema, const Json& value, const std::string& at) {
    if (schema.contains("$ref"))
      check(root_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, at);
    if (schema.contains("type") && !has_type(schema["type"], value))
      mistakes_.push_back(at + " is no " + schema["type"].dump());
    if (schema.contains("const") && schema["const"] != value) mistakes_.push_back(at + " const");
    if (schema.contains("enum")) {
      const Json& all = schema["enum"];
      if (std::find(all.begin(), all.end(), value) == all.end())
        mistakes_.push_back(at + " is " + value.dump());
    }
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_match(value.get<std::string>(), std::regex(std::string(schema["pattern"]))))
      mistakes_.push_back(at + " is " + value.dump());
    if (schema.contains("anyOf")) any_of(schema["anyOf"], value, at);
    if (value.is_object() && schema.contains("properties")) object(schema, value, at);
    if (value.is_array() && schema.contains("items"))
      for (std::size_t i = 0; i < value.size(); ++i)
        check(schema["items"], value[i], at + "/" + std::to_string(i));
  }

  void object(const Json& schema, const Json& value, const std::string& at) {
    for (const Json& key : schema["required"])
      if (!value.contains(key.get<std::string>())) mistakes_.push_back(at + " lacks " + key.dump());
    for (const auto& [key, part] : value.items())
      if (schema["properties"].contains(key))
        check(schema["properties"][key], part, at + "/" + key);
      else
        mistakes_.push_back(at + " has " + key);
  }

  void any_of(const Json& choices, const Json& value, const std::string& at) {
    const std::vector<std::string> before = mistakes_;
    for (const Json& choice : choices) {
      mistakes_.clear();
      check(choice, value, at);
      const bool fits = mistakes_.empty();
      mistakes_ = before;
      if (fits) return;
    }
    mistakes_.push_back(at + " fits nothing");
  }

  Json root_;
  std::vector<std::string> mistakes_;
};

std::vector<std::string> mistakes(const std::string& json) {
  const Json schema = Json::parse(read_whole(MESO_ROOT "/docs/report.schema.json"));
  return Schema(schema).mistakes(Json::parse(json));
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("report: ten weeks as text") {
  const RunResult r = ten_weeks("text");
  CHECK(r.exit_code == 0);
  check_golden(r.out, "report/ten-weeks.txt");
  std::istringstream in(r.out);
  for (std::string line; std::getline(in, line);) {
    INFO(line);
    CHECK(display_width(line) <= 80);
  }
}

TEST_CASE("report: ten weeks as JSON, by its schema") {
  const RunResult r = ten_weeks("json");
  check_golden(r.out, "report/ten-weeks.json");
  CHECK(mistakes(r.out).empty());
}

TEST_CASE("report: ten weeks as a page that fetches and runs nothing") {
  const std::string page = ten_weeks("html").out;
  check_golden(page, "report/ten-weeks.html");
  for (const char* outside : {"<script", "http:", "https:", "src=", "href=", "url(", "@import"})
    CHECK(page.find(outside) == page.npos);
  CHECK(times(page, "<svg") > 10);
  CHECK(times(page, "<title id=") == times(page, "<svg"));
  CHECK(times(page, "<desc id=") == times(page, "<svg"));
  CHECK(times(page, "<th") - times(page, "<thead") == times(page, " scope=\""));
  std::set<std::string> ids;
  static const std::regex kId(" id=\"([^\"]+)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), kId), end; at != end; ++at)
    CHECK(ids.insert((*at)[1]).second);
}

TEST_CASE("report: soreness is told under recovery, and praised nowhere") {
  const auto without = [](std::string all, const char* from, const char* to) {
    const std::size_t at = all.find(from), behind = all.find(to, at + 1);
    REQUIRE(at != all.npos);
    REQUIRE(behind != all.npos);
    return all.erase(at, behind - at);
  };
  const std::string text = ten_weeks("text").out, page = ten_weeks("html").out;
  for (const std::string& rest : {without(text, "\nRecovery\n", "\nRecords\n"),
                                  without(page, "<h2>Recovery</h2>", "</section>")})
    CHECK(lower(rest).find("sore") == rest.npos);
  for (const std::string& all : {text, page}) {
    CHECK(times(all, "a cost to recover") == 1);
    for (const char* word : {"streak", "congratulation", "great", "well done", "lazy", "missed"})
      CHECK(lower(all).find(word) == all.npos);
  }
}

TEST_CASE("report: a log of one day says what is missing") {
  for (const char* format : {"text", "json", "html"}) {
    const RunResult r = report("short.log", {"--date", "2026-09-15", "--format", format});
    CHECK(r.exit_code == 0);
    CHECK(r.out.find("Days and weeks go up and down") != r.out.npos);
    if (format == std::string("json")) CHECK(mistakes(r.out).empty());
  }
  check_golden(report("short.log", {"--date", "2026-09-15"}).out, "report/short.txt");
}

TEST_CASE("report: no log yet") {
  const RunResult r = report("not-there.log", {"--date", "2026-09-15"});
  CHECK(r.exit_code == 0);
  check_golden(r.out, "report/empty.txt");
  const RunResult json = report("not-there.log", {"--date", "2026-09-15", "--format", "json"});
  CHECK(mistakes(json.out).empty());
  CHECK(report("not-there.log", {"--date", "2026-09-15", "--format", "html"}).out.find("<svg") ==
        std::string::npos);
}

TEST_CASE("report: the athlete's name is that of the log where no athlete file is given") {
  CHECK(ten_weeks("text").out.find("Progress: Two days and a goal, Sam\n") == 0);
  CHECK(ten_weeks("html").out.find("<bdi>Sam</bdi>, 2026-09-14") != std::string::npos);
  CHECK(Json::parse(ten_weeks("json").out)["athlete"] == "Sam");
}

TEST_CASE("report: a number stays with its unit where lines are wrapped") {
  static const std::regex kBreak("([0-9]\n +(kg|s|m|days?|weeks?)\\b)|( x\n)|(\n +x )|(RIR\n)");
  CHECK_FALSE(std::regex_search(ten_weeks("text").out, kBreak));
}

TEST_CASE("report: names that are markup stay text") {
  ScratchFolder folder;
  std::string plan = read_whole(MESO_ROOT "/tests/report/base.meso");
  const std::string name = "Two days and a goal";
  plan.replace(plan.find(name), name.size(), "<b>Bold & co</b>");
  std::ofstream(folder("plan.meso")) << plan;
  const RunResult r = run_meso(
      {"report", "plan.meso", "--log", "a.log", "--date", "2026-09-15", "--format", "html"},
      {folder.root(), "", {}});
  CHECK(r.out.find("<b>Bold") == r.out.npos);
  CHECK(r.out.find("&lt;b&gt;Bold &amp; co") != r.out.npos);
}

}  // namespace meso::test
