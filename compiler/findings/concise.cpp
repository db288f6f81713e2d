// One line a finding, for editors, `grep` and long logs.
#include "compiler/findings/concise.h"

#include "compiler/diag/shown_text.h"
#include "compiler/findings/formats.h"

namespace meso {

std::string concise_line(const CheckReport& report, const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  std::string out;
  if (const auto place = report.place(d.primary.span)) {
    append_shown(out, place->path);
    out +=
        ":" + std::to_string(place->begin.line) + ":" + std::to_string(place->begin.column) + ": ";
  }
  out += finding.known ? "known" : text(d.kind.severity);
  out += "[" + std::string(d.kind.name) + " " + std::string(d.kind.code) + "] ";
  append_shown(out, d.message);
  return out;
}

std::string details(const Diagnostic& d) {
  std::string out;
  const auto add = [&out](std::string_view word, std::string_view text) {
    if (!out.empty()) out += "\n";
    out += word;
    out += text;
  };
  for (const std::string& note : d.notes) add("note: ", note);
  for (const std::string& help : d.help) add("help: ", help);
  if (d.is_guideline) add("guideline: meso explain ", d.kind.name);
  return out;
}

std::string write_concise(const CheckReport& report, FindingsStyle) {
  std::string out;
  for (const CheckedFile& file : report.files)
    for (const Finding& finding : file.findings)
      if (!finding.allowed) out += concise_line(report, finding) + "\n";
  return out;
}

}  // namespace meso
