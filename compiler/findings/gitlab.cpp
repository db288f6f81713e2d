// A code quality report of GitLab: one array, an entry a finding.
#include <nlohmann/json.hpp>

#include "compiler/findings/formats.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(const Finding& finding) {
  if (finding.known) return "info";
  switch (finding.diagnostic.kind.severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    case Severity::note: return "info";
  }
  return "info";
}

Json entry(const CheckReport& report, const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  const auto place = report.place(d.primary.span);
  const std::uint32_t begin = place ? place->begin.line : 1, end = place ? place->end.line : 1;
  return {{"description", (finding.known ? "known: " : "") + d.message},
          {"check_name", d.kind.name},
          {"fingerprint", finding.fingerprint},
          {"severity", severity_of(finding)},
          {"location",
           {{"path", place ? place->path : "."}, {"lines", {{"begin", begin}, {"end", end}}}}}};
}

// A report without findings mustn't hide that a file wasn't looked at.
Json entry(const CheckReport&, const UnreadInput& input) {
  return {{"description", input.said},
          {"check_name", "unreadable"},
          {"fingerprint", "unreadable " + input.path},
          {"severity", "critical"},
          {"location", {{"path", input.path}, {"lines", {{"begin", 1}, {"end", 1}}}}}};
}

}  // namespace

std::string write_gitlab(const CheckReport& report, FindingsStyle) {
  Json out = Json::array();
  for (const UnreadInput& input : report.unread) out.push_back(entry(report, input));
  for (const CheckedFile& file : report.files)
    for (const Finding& finding : file.findings)
      if (!finding.allowed) out.push_back(entry(report, finding));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
