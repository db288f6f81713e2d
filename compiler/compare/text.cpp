#include "compiler/compare/compare.h"
#include "compiler/compare/outline.h"

namespace meso {
namespace {

// "quads 12 -> 16 (+33 %), chest 9 -> 10 (+11 %)".
std::string hard_sets_text(const std::vector<VolumeDifference>& hard_sets) {
  std::string out;
  for (const VolumeDifference& v : hard_sets) {
    const std::string percent = v.percent_text();
    out += (out.empty() ? ": " : ", ") + v.group + " " + v.before.text() + " -> " + v.after.text() +
           (percent.empty() ? "" : " (" + percent + ")");
  }
  return out;
}

}  // namespace

std::string to_text(const Differences& differences, const VersionNames& names) {
  if (differences.empty()) return std::string(kNoDifference) + "\n";
  std::string out = names.before + " -> " + names.after + "\n";
  for (const OutlineLine& line : outline(differences)) {
    if (line.depth == 0) out += "\n";
    out += std::string(static_cast<std::size_t>(2 * line.depth), ' ') + line.text +
           hard_sets_text(line.hard_sets) + "\n";
  }
  return out;
}

}  // namespace meso
