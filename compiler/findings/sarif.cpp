// SARIF 2.1.0, for code scanning and editors: one run, its rules, a result for each finding.
#include <nlohmann/json.hpp>

#include "compiler/findings/concise.h"
#include "compiler/findings/formats.h"
#include "compiler/findings/sarif_rules.h"
#include "compiler/findings/sarif_text.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

std::string_view baseline_state(const Finding& finding) {
  return finding.known ? "unchanged" : "new";
}

std::string step_text(const Step& step) {
  std::string out = step.when + ": " + step.who;
  if (!step.what.empty()) out += (out.ends_with(' ') ? "" : ", ") + step.what;
  return step.mark.empty() ? out : out + " <- " + step.mark;
}

class SarifRun {
 public:
  explicit SarifRun(const CheckReport& report) : report_(report), rules_(report) {}

  Json document() const {
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({run()})}};
  }

 private:
  Json run() const {
    Json results = Json::array();
    for (const CheckedFile& file : report_.files)
      for (const Finding& finding : file.findings) results.push_back(result(finding));
    return {{"tool",
             {{"driver",
               {{"name", "meso"}, {"semanticVersion", MESO_VERSION}, {"rules", rules_.json()}}}}},
            {"invocations", Json::array({invocation()})},
            {"originalUriBaseIds",
             {{std::string(kBase), {{"description", message("the folder of the run")}}}}},
            {"columnKind", "unicodeCodePoints"},
            {"results", std::move(results)}};
  }

  static Json message(std::string_view text) { return {{"text", sarif_text(text)}}; }

  // What couldn't be looked at, or only in part.
  Json invocation() const {
    bool whole = report_.unread.empty();
    Json told = Json::array();
    for (const UnreadInput& input : report_.unread)
      told.push_back({{"level", "error"},
                      {"message", message(input.said)},
                      {"locations", Json::array({location(input.path)})}});
    for (const CheckedFile& file : report_.files) {
      const std::string path = report_.path(file.file);
      if (is_half_read(file)) whole = false;
      if (!file.guidelines_checked && !file.is_library)
        told.push_back(
            {{"level", is_half_read(file) ? "error" : "warning"},
             {"message", message(path + ": the guidelines are checked once the errors are mended")},
             {"locations", Json::array({location(path)})}});
    }
    return {{"executionSuccessful", whole}, {"toolExecutionNotifications", std::move(told)}};
  }

  static Json location(const std::string& path) {
    return {{"physicalLocation", {{"artifactLocation", sarif_artifact(path)}}}};
  }

  Json location(Span span) const {
    const auto place = report_.place(span);
    if (!place) return Json::object();
    Json out = location(place->path);
    out["physicalLocation"]["region"] = region(*place);
    return out;
  }

  Json location(Span span, std::string_view text) const {
    Json out = location(span);
    if (!text.empty()) out["message"] = message(text);
    return out;
  }

  static Json region(const TextPlace& place) {
    return {{"startLine", place.begin.line},
            {"startColumn", place.begin.column},
            {"endLine", place.end.line},
            {"endColumn", place.end.column}};
  }

  Json result(const Finding& finding) const {
    const Diagnostic& d = finding.diagnostic;
    const std::string more = details(d);
    Json out = {{"ruleId", d.kind.code},
                {"ruleIndex", rules_.index_of(d.kind.code)},
                {"level", text(d.kind.severity)},
                {"message", message(d.message + (more.empty() ? "" : "\n" + more))},
                {"locations", Json::array()},
                {"partialFingerprints", {{"mesoFinding/v1", finding.fingerprint}}}};
    if (report_.place(d.primary.span))
      out["locations"].push_back(location(d.primary.span, d.primary.text));
    if (!d.related.empty()) out["relatedLocations"] = related(d);
    if (!d.steps.empty()) out["codeFlows"] = Json::array({code_flow(d)});
    if (!d.fixes.empty()) out["fixes"] = fixes(d);
    if (report_.has_baseline) out["baselineState"] = baseline_state(finding);
    if (Json suppressed = suppressions(finding); !suppressed.empty())
      out["suppressions"] = std::move(suppressed);
    return out;
  }

  Json related(const Diagnostic& d) const {
    Json out = Json::array();
    for (const Label& label : d.related) {
      Json one = location(label.span, label.text);
      one["id"] = out.size() + 1;
      out.push_back(std::move(one));
    }
    return out;
  }

  // The shortest path to what was found, a step a day.
  Json code_flow(const Diagnostic& d) const {
    Json steps = Json::array();
    for (const Step& step : d.steps)
      steps.push_back({{"location", location(step.place, step_text(step))},
                       {"executionOrder", steps.size() + 1},
                       {"importance", step.mark.empty() ? "important" : "essential"}});
    return {{"threadFlows", Json::array({{{"locations", std::move(steps)}}})}};
  }

  Json fixes(const Diagnostic& d) const {
    Json out = Json::array();
    for (const Fix& fix : d.fixes) {
      const auto place = report_.place(fix.span);
      if (!place) continue;
      const Json replacement = {{"deletedRegion", region(*place)},
                                {"insertedContent", {{"text", fix.replacement}}}};
      const Json change = {{"artifactLocation", sarif_artifact(place->path)},
                           {"replacements", Json::array({replacement})}};
      out.push_back(
          {{"description", message(fix.what)}, {"artifactChanges", Json::array({change})}});
    }
    return out;
  }

  Json suppressions(const Finding& finding) const {
    Json out = Json::array();
    if (finding.allowed)
      out.push_back({{"kind", "inSource"},
                     {"justification", finding.allowed->reason},
                     {"location", location(finding.allowed->place)}});
    if (finding.known)
      out.push_back({{"kind", "external"}, {"justification", "known: the baseline has it"}});
    return out;
  }

  const CheckReport& report_;
  SarifRules rules_;
};

}  // namespace

std::string write_sarif(const CheckReport& report, FindingsStyle) {
  return SarifRun(report).document().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
