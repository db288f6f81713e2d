#include "compiler/findings/check_report.h"

#include <algorithm>

#include "base/text.h"
#include "base/path.h"

namespace meso {
namespace {

void count(FindingTally& tally, const Finding& finding) {
  if (finding.allowed)
    ++tally.allowed;
  else if (finding.known)
    ++tally.known;
  else if (finding.diagnostic.kind.severity == Severity::error)
    ++tally.errors;
  else if (finding.diagnostic.kind.severity == Severity::warning)
    ++tally.warnings;
  else
    ++tally.notes;
}

}  // namespace

std::string CheckReport::path(FileId file) const {
  return relative_path(sources[file].path(), folder);
}

std::optional<TextPlace> CheckReport::place(Span span) const {
  if (span.file.value >= sources.size()) return std::nullopt;
  const std::uint32_t end = std::max(span.begin, span.end);
  return TextPlace{path(span.file), sources.place(span), sources.place({span.file, end, end})};
}

FindingTally tally_of(const CheckedFile& file) {
  FindingTally tally;
  tally.files = 1;
  for (const Finding& finding : file.findings) count(tally, finding);
  if (file.is_library)
    ++tally.libraries;
  else if (!file.guidelines_checked)
    ++tally.unchecked;
  return tally;
}

FindingTally tally_of(const CheckReport& report) {
  FindingTally all;
  for (const CheckedFile& file : report.files) {
    const FindingTally one = tally_of(file);
    for (const auto field : {&FindingTally::files, &FindingTally::errors, &FindingTally::warnings,
                             &FindingTally::notes, &FindingTally::allowed, &FindingTally::known,
                             &FindingTally::unchecked, &FindingTally::libraries})
      all.*field += one.*field;
  }
  return all;
}

bool fails(const FindingTally& tally, FailOn fail_on) {
  switch (fail_on) {
    case FailOn::error: return tally.errors > 0;
    case FailOn::warning: return tally.errors + tally.warnings > 0;
    case FailOn::note: return tally.open() > 0;
    case FailOn::never: return false;
  }
  return false;
}

bool is_half_read(const CheckedFile& file) {
  return std::any_of(file.findings.begin(), file.findings.end(), [](const Finding& finding) {
    return finding.diagnostic.kind.severity == Severity::error &&
           finding.diagnostic.kind.code.starts_with("M0");
  });
}

std::optional<int> common_edition(const CheckReport& report) {
  if (report.files.empty()) return std::nullopt;
  const int first = report.files.front().edition;
  const bool differ = std::any_of(report.files.begin(), report.files.end(),
                                  [first](const CheckedFile& f) { return f.edition != first; });
  return differ ? std::nullopt : std::optional(first);
}

std::string open_text(const FindingTally& tally) {
  std::vector<std::string> parts;
  const auto add = [&parts](std::size_t n, std::string_view noun) {
    if (n > 0) parts.push_back(counted(static_cast<long>(n), noun));
  };
  add(tally.errors, "error");
  add(tally.warnings, "warning");
  add(tally.notes, "note");
  return join(parts, ", ");
}

std::string tally_text(const FindingTally& tally) {
  const std::string open = open_text(tally);
  std::string out = counted(static_cast<long>(tally.files), "file") + ": " +
                    (open.empty() ? "no findings" : open);
  if (tally.allowed > 0)
    out += ", " + counted(static_cast<long>(tally.allowed), "finding") + " allowed";
  if (tally.known > 0) out += ", " + counted(static_cast<long>(tally.known), "finding") + " known";
  return out;
}

}  // namespace meso
