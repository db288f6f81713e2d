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
    if (fix->span.begin < at || again) continue;
    out.text.append(text.substr(at, fix->span.begin - at)).append(fix->replacement);
    at = fix->span.end;
    out.applied.push_back(*fix);
  }
  out.text.append(text.substr(at));
  return out;
}

}  // namespace meso
