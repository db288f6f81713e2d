#include "compiler/guidelines/explain.h"

#include <sstream>

#include "base/text.h"

namespace meso {
namespace {

std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    out += (line.empty() ? "" : std::string(indent)) + line + "\n";
  return out;
}

std::string with_unit(Decimal value, const Threshold& t) {
  return value.text() + " " + std::string(t.unit);
}

std::string threshold_text(const Threshold& t) {
  return std::string(t.name) + " " + with_unit(t.number(), t) + " (" + std::string(t.source) + ")";
}
std::string threshold_text(const Threshold& t, const ConfiguredThreshold& set) {
  return std::string(t.name) + " " + with_unit(set.value, t) + " (" + set.from +
         "; the edition has " + with_unit(t.number(), t) + ")";
}

std::string severity_text(const Guideline& g, int edition, const GuidelineSettings* settings) {
  const auto own = severity_of(g, edition);
  const std::string of_edition = own ? std::string(text(*own)) : "not in this edition";
  const auto* set = settings == nullptr ? nullptr : settings->severity(g.name);
  if (set == nullptr) return of_edition;
  return (set->severity ? std::string(text(*set->severity)) : "off") + " (" + set->from +
         "; the edition has " + of_edition + ")";
}

std::string how_to_allow(const Guideline& g) {
  return g.fixed ? "It can't be allowed away."
                 : "Where you mean it, write below the line, session, block or plan: allow " +
                       std::string(g.name) + " \"the reason\"";
}

}  // namespace

std::string explain(const Guideline& g, int edition, const GuidelineSettings* settings) {
  std::string out =
      std::string(g.name) + " (" + std::string(g.code) + ")\n" + wrapped(g.summary, "  ") + "\n";
  out += "  " + std::string(g.category) + ", " + severity_text(g, edition, settings) +
         (g.fixed ? ", fixed" : "") + ", evidence: " + std::string(text(g.evidence)) +
         ", edition " + std::to_string(edition) + "\n\n";
  out += "Why\n" + wrapped(g.why, "  ") + "\n";
  const auto thresholds = thresholds_of(g, edition);
  if (!thresholds.empty()) {
    out += "Numbers in force\n";
    for (const Threshold& t : thresholds) {
      const auto* set = settings == nullptr ? nullptr : settings->threshold(g.name, t.name);
      out += wrapped(set == nullptr ? threshold_text(t) : threshold_text(t, *set), "  ");
    }
    out += "\n";
  }
  out += "What it rests on\n" + wrapped(g.sources, "  ") + "\n";
  if (!g.critics.empty()) out += "What speaks against it\n" + wrapped(g.critics, "  ") + "\n";
  out += "A plan that it finds\n\n" + indented(g.bad, "    ") + "\nThe same plan, mended\n\n" +
         indented(g.good, "    ") + "\n";
  return out + wrapped(how_to_allow(g), "");
}

std::string explain_markdown(const Guideline& g, int edition) {
  std::string out = "# " + std::string(g.name) + " (" + std::string(g.code) + ")\n\n" +
                    std::string(g.summary) + ".\n\n";
  out += "| category | severity | evidence | edition |\n| --- | --- | --- | --- |\n| " +
         std::string(g.category) + " | " + std::string(text(g.severity)) +
         (g.fixed ? ", fixed" : "") + " | " + std::string(text(g.evidence)) + " | " +
         std::to_string(edition) + " |\n\n## Why\n\n" + std::string(g.why) + "\n\n";
  const auto thresholds = thresholds_of(g, edition);
  if (!thresholds.empty()) {
    out += "## Numbers in force\n\n| threshold | value | from |\n| --- | --- | --- |\n";
    for (const Threshold& t : thresholds)
      out += "| " + std::string(t.name) + " | " + with_unit(t.number(), t) + " | " +
             std::string(t.source) + " |\n";
    out += "\n";
  }
  out += "## What it rests on\n\n" + std::string(g.sources) + "\n\n";
  if (!g.critics.empty()) out += "## What speaks against it\n\n" + std::string(g.critics) + "\n\n";
  out += "## A plan that it finds\n\n```meso\n" + std::string(g.bad) +
         "```\n\n## The same plan, mended\n\n```meso\n" + std::string(g.good) + "```\n\n";
  return out + how_to_allow(g) + (g.fixed ? "\n" : ".\n");
}

}  // namespace meso
