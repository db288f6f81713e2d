#include "compiler/driver/summary.h"

#include <vector>

#include "base/text.h"

namespace meso {

void Tally::add(const Sink& sink, const Compiled& compiled) {
  for (const Diagnostic& d : sink.all()) {
    if (d.kind.severity == Severity::error)
      ++errors;
    else if (d.kind.severity == Severity::warning)
      ++warnings;
    else
      ++notes;
  }
  allowed += compiled.allowed.size();
  if (!compiled.guidelines_checked && !compiled.model.is_library) ++unchecked;
  if (compiled.model.is_library) ++libraries;
}

std::string summary_text(const Tally& tally, std::size_t files) {
  const auto part = [](std::size_t n, std::string_view noun) {
    return counted(static_cast<long>(n), noun);
  };
  std::vector<std::string> parts;
  if (tally.errors > 0) parts.push_back(part(tally.errors, "error"));
  if (tally.warnings > 0) parts.push_back(part(tally.warnings, "warning"));
  if (tally.notes > 0) parts.push_back(part(tally.notes, "note"));
  std::string out = part(files, "file") + ": ";
  if (parts.empty()) out += "no findings";
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : ", ") + parts[i];
  if (tally.allowed > 0) out += ", " + part(tally.allowed, "finding") + " allowed";
  if (tally.unchecked > 0)
    out += files == 1 ? " (the guidelines are checked once the errors are mended)"
                      : " (the guidelines of " + part(tally.unchecked, "file") +
                            " are checked once their errors are mended)";
  if (tally.libraries > 0)
    out += files == 1
               ? " (a library: the guidelines are checked with each plan that uses it)"
               : " (" +
                     (tally.libraries == 1 ? "1 library"
                                           : std::to_string(tally.libraries) + " libraries") +
                     ": the guidelines are checked with each plan that uses them)";
  return out + "\n";
}

std::string allowed_text(const Compiled& compiled, const SourceSet& sources) {
  std::string out;
  for (const Allowed& a : compiled.allowed) {
    const LineColumn place = sources.place(a.finding.primary.span);
    out += "allowed: " + sources[a.finding.primary.span.file].path() + ":" +
           std::to_string(place.line) + ": " + a.finding.message + " [" +
           std::string(a.finding.kind.name) + "] because " +
           quoted(compiled.plan.allows[a.allow].reason) + "\n";
  }
  return out;
}

}  // namespace meso
