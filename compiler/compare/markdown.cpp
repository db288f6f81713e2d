#include "base/markdown.h"
#include "compiler/compare/compare.h"
#include "compiler/compare/outline.h"

namespace meso {
namespace {

std::string arrows(std::string text) {
  for (std::size_t at = text.find("->"); at != std::string::npos; at = text.find("->", at))
    text.replace(at, 2, "→");
  return text;
}

std::string hard_sets_table(const OutlineLine& line) {
  std::string out = "\n| " + line.text + " | before | after | |\n| --- | --- | --- | --- |\n";
  for (const VolumeDifference& v : line.hard_sets)
    out += "| " + escape_markdown(v.group) + " | " + v.before.text() + " | " + v.after.text() +
           " | " + v.percent_text() + " |\n";
  return out;
}

class MarkdownWriter {
 public:
  std::string write(const std::vector<OutlineLine>& lines) {
    for (const OutlineLine& line : lines) add(line);
    return std::move(out_);
  }

 private:
  void add(const OutlineLine& line) {
    const std::string words = escape_markdown(arrows(line.text));
    if (line.heading) {
      if (!out_.ends_with("\n\n")) out_ += "\n";
      out_ += std::string(static_cast<std::size_t>(line.depth) + 2, '#') + " " + words + "\n\n";
      base_ = line.depth + 1;
    } else if (!line.hard_sets.empty()) {
      out_ += hard_sets_table(line);
    } else {
      out_ += std::string(static_cast<std::size_t>(2 * (line.depth - base_)), ' ') + "- " + words +
              "\n";
    }
  }

  std::string out_;
  int base_ = 0;  // depth of the items right below the last heading
};

}  // namespace

std::string to_markdown(const Differences& differences, const VersionNames& names) {
  const std::string title =
      "# " + escape_markdown(names.before) + " → " + escape_markdown(names.after) + "\n";
  if (differences.empty()) return title + "\nNo difference for the athlete.\n";
  return title + MarkdownWriter().write(outline(differences));
}

}  // namespace meso
