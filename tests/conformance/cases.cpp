#include "tests/conformance/cases.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "compiler/driver/disk.h"
#include "compiler/driver/inputs.h"
#include "runtime/plan_json.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kWidth = 130;

std::string here() { return std::string(MESO_ROOT) + "/tests/conformance/"; }

struct Default {
  const char* key;
  Json value;
};

// What a text leaves out is left out of the expectation too; places belong to an implementation.
// README.md has this as a table.
bool says_nothing(const Json& object, const std::string& key, const Json& value) {
  static const std::vector<Default> kDefaults = {
      {"for_days", 0}, {"set_number", 0}, {"load_percent", 100}, {"per", "once"}};
  if (key == "source" || value == Json(false) || value == Json("") || value == Json::array())
    return true;
  for (const Default& d : kDefaults)
    if (key == d.key && value == d.value) return true;
  if (key == "value" && value.is_object() && value.contains("scheme")) return true;
  return (key == "low" || key == "high") && object.value("compare", "") == "holds";
}

Json trimmed(const Json& json) {
  if (json.is_array()) {
    Json out = Json::array();
    for (const Json& item : json) out.push_back(trimmed(item));
    return out;
  }
  if (!json.is_object()) return json;
  Json out = Json::object();
  for (const auto& [key, value] : json.items())
    if (!says_nothing(json, key, value)) out[key] = trimmed(value);
  return out;
}

// Of the catalogue's exercises only what the plan says of them.
Json exercises_of(const Json& all) {
  Json out = Json::array();
  for (const Json& e : all) {
    const bool own = !e.contains("any_of_class") &&
                     built_in_catalogue().find(e["name"].get<std::string>()) == nullptr;
    if (own)
      out.push_back(e);
    else if (e.contains("familiar"))
      out.push_back({{"name", e["name"]}, {"familiar", true}});
  }
  return out;
}

Json model_of(const Plan& plan) {
  Json json = trimmed(Json::parse(plan_json(plan, {})));
  for (const char* key : {"format_version", "groups"}) json.erase(key);
  if (!json.contains("exercises")) return json;
  json["exercises"] = exercises_of(json["exercises"]);
  if (json["exercises"].empty()) json.erase("exercises");
  return json;
}

Json finding_of(const Diagnostic& d, const ConformanceCase& done) {
  const LineColumn at = done.sources.place(d.primary.span);
  Json json{{"code", d.kind.code},
            {"name", d.kind.name},
            {"severity", text(d.kind.severity)},
            {"line", at.line},
            {"column", at.column}};
  if (d.primary.span.file != done.compiled.file)
    json["file"] = done.sources[d.primary.span.file].path().substr(here().size());
  return json;
}

void write(const Json& json, std::size_t indent, std::size_t used, std::string& out);

std::string inline_form(const Json& json) {
  std::string out, between;
  if (!json.is_structured()) return json.dump();
  for (const auto& [key, value] : json.items()) {
    out += between + (json.is_object() ? Json(key).dump() + ": " : "") + inline_form(value);
    between = ", ";
  }
  return json.is_object() ? "{" + out + "}" : "[" + out + "]";
}

void write_items(const Json& json, std::size_t indent, std::string& out) {
  const std::string blanks(indent + 2, ' ');
  std::string between;
  for (const auto& [key, value] : json.items()) {
    const std::string label = json.is_object() ? Json(key).dump() + ": " : "";
    out += between + "\n" + blanks + label;
    write(value, indent + 2, indent + 3 + label.size(), out);
    between = ",";
  }
  out += "\n" + std::string(indent, ' ');
}

void write(const Json& json, std::size_t indent, std::size_t used, std::string& out) {
  const std::string flat = inline_form(json);
  if (!json.is_structured() || used + flat.size() <= kWidth) {
    out += flat;
    return;
  }
  out += json.is_object() ? "{" : "[";
  write_items(json, indent, out);
  out += json.is_object() ? "}" : "]";
}

}  // namespace

bool ConformanceCase::refused() const {
  return std::any_of(sink.all().begin(), sink.all().end(), [](const Diagnostic& d) {
    return !d.is_guideline && d.kind.severity == Severity::error;
  });
}

std::vector<std::string> conformance_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(here()))
    if (entry.path().extension() == ".meso") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

ConformanceCase run_case(const std::string& name) {
  ConformanceCase done;
  done.name = name;
  const Disk files;
  const std::string path = here() + name + ".meso";
  const auto file = read_input(path, "", files, done.sources);
  if (!file) throw std::runtime_error(path + " can't be read");
  CompileOptions options;
  options.read = library_reader(files, done.sources);
  done.compiled = compile(done.sources, *file, done.sink, options);
  return done;
}

Json outcome(const ConformanceCase& done) {
  Json findings = Json::array();
  for (const Diagnostic& d : done.sink.all())
    if (!d.is_guideline) findings.push_back(finding_of(d, done));
  Json out = Json::object();
  if (!findings.empty()) out["findings"] = findings;
  if (!done.refused()) out["plan"] = model_of(done.compiled.plan);
  return out;
}

std::string pretty(const Json& json) {
  std::string out;
  out += "{";
  write_items(json, 0, out);
  return out + "}\n";
}

}  // namespace meso::test
