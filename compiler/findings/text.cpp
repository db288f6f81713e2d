// Findings as a person reads them in a terminal.
#include "base/text.h"
#include "compiler/diag/render_text.h"
#include "compiler/findings/formats.h"

namespace meso {

namespace {

std::string in_one_line(const CheckReport& report, const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  const Span span = d.primary.span;
  return report.sources[span.file].path() + ":" + std::to_string(report.sources.place(span).line) +
         ": " + d.message + " [" + std::string(d.kind.name) + "]";
}

std::string passed_over(const CheckReport& report, const CheckedFile& file) {
  std::string out;
  for (const Finding& finding : file.findings)
    if (finding.allowed)
      out += "allowed: " + in_one_line(report, finding) + " because " +
             quoted(finding.allowed->reason) + "\n";
    else if (finding.known)
      out += "known: " + in_one_line(report, finding) + "\n";
  return out;
}

// What keeps guidelines from being checked.
std::string unchecked_text(const FindingTally& tally) {
  if (tally.unchecked == 0) return "";
  if (tally.files == 1) return " (the guidelines are checked once the errors are mended)";
  return " (the guidelines of " + counted(static_cast<long>(tally.unchecked), "file") +
         " are checked once their errors are mended)";
}

std::string libraries_text(const FindingTally& tally) {
  if (tally.libraries == 0) return "";
  if (tally.files == 1)
    return " (a library: the guidelines are checked with each plan that uses it)";
  return " (" +
         (tally.libraries == 1 ? "1 library" : std::to_string(tally.libraries) + " libraries") +
         ": the guidelines are checked with each plan that uses them)";
}

}  // namespace

std::string file_text(const CheckReport& report, const CheckedFile& file, FindingsStyle style) {
  std::vector<const Diagnostic*> open;
  for (const Finding& finding : file.findings)
    if (finding.is_open()) open.push_back(&finding.diagnostic);
  std::string out = render_text(open, report.sources, {style.colour});
  if (!out.empty()) out += "\n";
  if (!style.quiet) out += passed_over(report, file);
  return out;
}

std::string summary_text(const CheckReport& report) {
  const FindingTally tally = tally_of(report);
  if (tally.files == 0) return "";
  return tally_text(tally) + unchecked_text(tally) + libraries_text(tally) + "\n";
}

std::string write_text(const CheckReport& report, FindingsStyle style) {
  std::string out;
  for (const CheckedFile& file : report.files) out += file_text(report, file, style);
  return style.quiet ? out : out + summary_text(report);
}

}  // namespace meso
