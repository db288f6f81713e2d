#include "compiler/driver/verify_text.h"

#include "base/text.h"
#include "compiler/diag/timeline.h"
#include "compiler/verify/trace.h"

namespace meso {
namespace {

constexpr std::size_t kName = 17, kProof = 13;
constexpr std::string_view kIndent = "    ";

std::string path_text(const VerifyReport& report, const Violation& v, Property property) {
  std::vector<TimelineRow> rows;
  for (const TraceStep& step : trace_steps(report.run, v, property))
    rows.push_back({step.when, step.who, step.what, report.place(step.place), step.mark});
  std::string out;
  for (const std::string& line : timeline(rows)) out += std::string(kIndent) + line + "\n";
  return out;
}

std::string mends_text(const VerifyReport& report, const Violation& v, Property property) {
  std::string out;
  for (const std::string& mend : report.mending.of(property, v))
    out += std::string(kIndent) + (out.empty() ? "mend: " : "or:   ") + mend + "\n";
  return out;
}

std::string violation_text(const VerifyReport& report, const Violation& v, Property property) {
  return std::string(kIndent) + quoted(report.run.session(v.session).name) + " can train " +
         what_broke(report.facts, v, property) + "\n" + path_text(report, v, property) +
         mends_text(report, v, property);
}

std::string result_text(const VerifyReport& report, const PropertyResult& result) {
  std::string out = padded(std::string(text(result.property)), kName) +
                    padded(std::string(text(result.proof)), kProof) +
                    std::string(claim(result.property)) + "\n";
  if (result.proof == Proof::not_proved) out += std::string(kIndent) + result.why + "\n";
  if (result.proof == Proof::proved && !result.bound.empty())
    out += std::string(kIndent) + result.bound + "\n";
  if (!result.violations.empty())
    out += violation_text(report, result.violations.front(), result.property);
  for (const Flaw& flaw : result.flaws)
    out += std::string(kIndent) + flaw.what + "   " + report.place(flaw.place) + "\n";
  if (result.violations.size() > 1)
    out += std::string(kIndent) + "and " + std::to_string(result.violations.size() - 1) + " more\n";
  return out;
}

// How a typical athlete fares: beside the table, for it proves nothing.
std::string typical_text(const TypicalRun& typical) {
  if (typical.sessions == 0) return "";
  return padded("repeatable", kName) + padded("a figure", kProof) +
         std::to_string(typical.at_first_try) + " of " + counted(typical.sessions, "session") +
         " released at first try by a typical athlete, at most " +
         counted(typical.longest_wait, "day") + " apart\n";
}

}  // namespace

std::string verification_text(const VerifyReport& report) {
  std::string out = report.facts.plan.name + ": on every path of check-ins and results, in the " +
                    (report.mode == EnvelopeMode::worst ? "worst" : "typical") +
                    " case of the recovery table\n\n";
  for (const PropertyResult& result : report.verification.results)
    out += result_text(report, result);
  out += typical_text(report.verification.typical);
  return out;
}

}  // namespace meso
