#include "compiler/findings/fingerprint.h"

#include <string_view>

#include "base/text.h"

namespace meso {
namespace {

// What a fingerprint looks at of a text; a line of megabytes mustn't be read for each finding on
// it.
constexpr std::size_t kLooksAt = 256;

std::string squeezed(std::string_view text) { return plain_name(text.substr(0, kLooksAt)); }

std::string made_of(const CheckReport& report, const Diagnostic& d) {
  std::string out(d.kind.code);
  const Span span = d.primary.span;
  if (span.file.value >= report.sources.size()) return out;
  const SourceFile& file = report.sources[span.file];
  out += '\0' + report.path(span.file);
  out += '\0' + squeezed(file.line_text(file.line_of(span.begin)));
  out += '\0' + squeezed(report.sources.text(span));
  return out;
}

// FNV-1a with 64 bits, the same on every machine; then stirred, so that like texts look unlike.
std::string hashed(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash = (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15;
  hash ^= hash >> 29;
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4)
    *digit = "0123456789abcdef"[hash & 15];
  return digits;
}

}  // namespace

std::string Fingerprints::of(const CheckReport& report, const Diagnostic& diagnostic) {
  const std::string what = made_of(report, diagnostic);
  std::uint32_t& nth = next_[what];
  for (;;) {
    std::string print = hashed(what + '\0' + std::to_string(nth++));
    if (given_.insert(print).second) return print;
  }
}

}  // namespace meso
