#include "compiler/findings/known_findings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kBaselineFormat = 1;
constexpr std::string_view kWhat = "meso baseline";

std::optional<std::string> text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<KnownFinding> read_one(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  auto fingerprint = text_at(json, "fingerprint"), path = text_at(json, "path");
  if (!fingerprint || !path || fingerprint->empty()) return std::nullopt;
  return KnownFinding{*std::move(fingerprint), *std::move(path), text_at(json, "code").value_or(""),
                      text_at(json, "name").value_or(""), text_at(json, "message").value_or("")};
}

Json write_one(const KnownFinding& known) {
  return {{"path", known.path},
          {"code", known.code},
          {"name", known.name},
          {"message", known.message},
          {"fingerprint", known.fingerprint}};
}

std::optional<NoBaseline> refuse(const Json& document) {
  if (document.is_discarded()) return NoBaseline{"isn't JSON: it was cut short or changed by hand"};
  if (!document.is_object() || text_at(document, "what") != kWhat)
    return NoBaseline{"isn't a baseline of Meso"};
  const auto version = document.find("format_version");
  if (version == document.end() || !version->is_number_integer())
    return NoBaseline{"doesn't say which version of the format it has"};
  if (*version != kBaselineFormat)
    return NoBaseline{"is a baseline of format " + version->dump() +
                          ", and this meso reads format " + std::to_string(kBaselineFormat),
                      true};
  const auto findings = document.find("findings");
  if (findings == document.end() || !findings->is_array())
    return NoBaseline{"has no list of findings"};
  return std::nullopt;
}

}  // namespace

std::variant<KnownFindings, NoBaseline> read_known_findings(std::string_view text) {
  const Json document = Json::parse(text, nullptr, false);
  if (auto why = refuse(document)) return *std::move(why);
  KnownFindings out;
  for (const Json& json : document["findings"]) {
    auto one = read_one(json);
    if (!one)
      return NoBaseline{"has no path and fingerprint in finding " +
                        std::to_string(out.findings.size() + 1)};
    out.findings.push_back(*std::move(one));
  }
  return out;
}

std::string write_known_findings(const KnownFindings& known) {
  std::vector<KnownFinding> sorted = known.findings;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const KnownFinding& a, const KnownFinding& b) { return a.path < b.path; });
  Json findings = Json::array();
  for (const KnownFinding& one : sorted) findings.push_back(write_one(one));
  const Json document = {
      {"what", kWhat}, {"format_version", kBaselineFormat}, {"findings", std::move(findings)}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::set<std::string, std::less<>> fingerprints_of(const KnownFindings& known) {
  std::set<std::string, std::less<>> out;
  for (const KnownFinding& one : known.findings) out.insert(one.fingerprint);
  return out;
}

void mark_known(CheckedFile& file, const std::set<std::string, std::less<>>& fingerprints) {
  for (Finding& finding : file.findings)
    if (!finding.allowed && fingerprints.contains(finding.fingerprint)) finding.known = true;
}

KnownFindings known_from(const CheckReport& report) {
  KnownFindings out;
  for (const CheckedFile& file : report.files)
    for (const Finding& finding : file.findings) {
      if (finding.allowed) continue;
      const Diagnostic& d = finding.diagnostic;
      const auto place = report.place(d.primary.span);
      out.findings.push_back({finding.fingerprint, place ? place->path : "",
                              std::string(d.kind.code), std::string(d.kind.name), d.message});
    }
  return out;
}

}  // namespace meso
