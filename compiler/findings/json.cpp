// Findings for programs: docs/findings.schema.json.
#include <nlohmann/json.hpp>

#include "compiler/findings/formats.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFindingsFormat = 1;

template <class T, class Write>
Json list(const std::vector<T>& items, Write write) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(write(item));
  return out;
}

class FindingsJson {
 public:
  explicit FindingsJson(const CheckReport& report) : report_(report) {}

  Json document() const {
    const std::optional<int> edition = common_edition(report_);
    Json diagnostics = Json::array();
    for (const CheckedFile& f : report_.files)
      for (const Finding& finding : f.findings) diagnostics.push_back(diagnostic(finding));
    return {{"format_version", kFindingsFormat},
            {"tool", {{"name", "meso"}, {"version", MESO_VERSION}}},
            {"edition", edition ? Json(*edition) : Json()},
            {"summary", summary()},
            {"files", list(report_.files, [this](const CheckedFile& f) { return file(f); })},
            {"unread", list(report_.unread, unread)},
            {"diagnostics", std::move(diagnostics)}};
  }

 private:
  Json summary() const {
    const FindingTally tally = tally_of(report_);
    return {{"files", tally.files},   {"unread", report_.unread.size()},
            {"errors", tally.errors}, {"warnings", tally.warnings},
            {"notes", tally.notes},   {"allowed", tally.allowed},
            {"known", tally.known},   {"fails", fails(tally, report_.fail_on)}};
  }

  Json file(const CheckedFile& f) const {
    return {{"path", report_.path(f.file)},
            {"kind", f.is_library ? "library" : "plan"},
            {"edition", f.edition},
            {"guidelines_checked", f.guidelines_checked}};
  }

  static Json unread(const UnreadInput& input) {
    return {{"path", input.path}, {"message", input.said}};
  }

  Json place(Span span) const {
    const auto at = report_.place(span);
    if (!at) return {};
    return {{"path", at->path},
            {"line", at->begin.line},
            {"column", at->begin.column},
            {"end_line", at->end.line},
            {"end_column", at->end.column}};
  }

  Json diagnostic(const Finding& finding) const {
    const Diagnostic& d = finding.diagnostic;
    Json out = {{"code", d.kind.code},
                {"name", d.kind.name},
                {"severity", text(d.kind.severity)},
                {"status", finding.allowed ? "allowed"
                           : finding.known ? "known"
                                           : "open"},
                {"is_guideline", d.is_guideline},
                {"message", d.message},
                {"place", place(d.primary.span)},
                {"label", d.primary.text},
                {"related", list(d.related, [this](const Label& l) { return related(l); })},
                {"notes", d.notes},
                {"path", list(d.steps, [this](const Step& s) { return step(s); })},
                {"help", d.help},
                {"fixes", list(d.fixes, [this](const Fix& f) { return fix(f); })},
                {"fingerprint", finding.fingerprint}};
    if (finding.allowed)
      out["allowed"] = {{"reason", finding.allowed->reason},
                        {"place", place(finding.allowed->place)}};
    return out;
  }

  Json related(const Label& label) const {
    return {{"place", place(label.span)}, {"text", label.text}};
  }

  Json step(const Step& s) const {
    Json out = {{"when", s.when}, {"who", s.who}, {"what", s.what}, {"place", place(s.place)}};
    if (!s.mark.empty()) out["broken"] = s.mark;
    return out;
  }

  Json fix(const Fix& f) const {
    return {{"what", f.what},
            {"safe", f.safe},
            {"place", place(f.span)},
            {"replacement", f.replacement}};
  }

  const CheckReport& report_;
};

}  // namespace

std::string write_findings_json(const CheckReport& report, FindingsStyle) {
  return FindingsJson(report).document().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
