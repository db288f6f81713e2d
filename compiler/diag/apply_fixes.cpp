#include "compiler/diag/apply_fixes.h"

#include <algorithm>

namespace meso {
namespace {

const Fix* fix_of(const Diagnostic& d, FileId file, bool suggested) {
  for (const Fix& fix : d.fixes)
    if (fix.safe && fix.span.file == file) return &fix;
  const bool only = suggested && d.fixes.size() == 1 && d.fixes.front().span.file == file;
  return only ? &d.fixes.front() : nullptr;
}

// Where nothing is left of a line, the line goes, too.
Span widened(Span span, std::string_view text) {
  std::size_t begin = span.begin, end = span.end;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  end = std::min(text.find_first_not_of(" \t", end), text.size());
  if (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') return span;
  if (end == text.size())
    return {span.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  if (text[end] != '\n' && text[end] != '\r') return span;
  end += text.substr(end).starts_with("\r\n") ? 2u : 1u;
  return {span.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

FixedText apply_fixes(std::string_view text, FileId file,
                      const std::vector<Diagnostic>& diagnostics, bool suggested) {
  std::vector<const Fix*> fixes;
  for (const Diagnostic& d : diagnostics)
    if (const Fix* fix = fix_of(d, file, suggested)) fixes.push_back(fix);
  std::stable_sort(fixes.begin(), fixes.end(),
                   [](const Fix* a, const Fix* b) { return a->span.begin < b->span.begin; });
  FixedText out;
  std::size_t at = 0;
  for (const Fix* fix : fixes) {
    const bool again = !out.applied.empty() && out.applied.back().span.begin == fix->span.begin;
    const Span place = fix->replacement.empty() ? widened(fix->span, text) : fix->span;
    if (place.begin < at || again) continue;
    out.text.append(text.substr(at, place.begin - at)).append(fix->replacement);
    at = place.end;
    out.applied.push_back(*fix);
  }
  out.text.append(text.substr(at));
  return out;
}

}  // namespace meso
