#include "compiler/driver/verify_text.h"

#include "base/text.h"

namespace meso {
namespace {

constexpr std::size_t kName = 17, kProof = 13;

std::string session_name(const RunPlan& run, SessionId session) {
  return quoted(run.session(session).name);
}

std::string what_broke(const PlanFacts& facts, const Violation& v) {
  std::string out = std::string(facts.name(v.group)) + " again after " + counted(v.days, "day") +
                    " of " + std::string(text(v.bout_class)) + " work";
  if (v.safe_days)
    out += "; " + counted(*v.safe_days, "day") + " are enough";
  else
    out += "; no number of days is enough for everyone";
  return out;
}

std::string path_text(const PlanFacts& facts, const RunPlan& run, const Violation& v) {
  std::string out;
  for (const PathDay& day : v.path) {
    const bool tells = day.session == v.session || day.session == v.since ||
                       holds(run.facts(day.session).dates.trained, v.group);
    if (!tells) continue;
    const bool is_last = &day == &v.path.back();
    out += "    " + padded("day " + std::to_string(day.day + 1), 8) +
           session_name(run, day.session) + (is_last ? "   " + what_broke(facts, v) : "") + "\n";
  }
  return out;
}

std::string result_text(const PlanFacts& facts, const RunPlan& run, const PropertyResult& result) {
  std::string out = padded(std::string(text(result.property)), kName) +
                    padded(std::string(text(result.proof)), kProof) +
                    std::string(claim(result.property)) + "\n";
  if (result.proof == Proof::not_proved) out += "    " + result.why + "\n";
  if (!result.violations.empty()) out += path_text(facts, run, result.violations.front());
  for (const Flaw& flaw : result.flaws) out += "    " + flaw.what + "\n";
  if (result.violations.size() > 1)
    out += "    and " + std::to_string(result.violations.size() - 1) + " more\n";
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

std::string verification_text(const PlanFacts& facts, const RunPlan& run,
                              const Verification& verification, EnvelopeMode mode) {
  std::string out = facts.plan.name + ": on every path of check-ins and results, in the " +
                    (mode == EnvelopeMode::worst ? "worst" : "typical") +
                    " case of the recovery table\n\n";
  for (const PropertyResult& result : verification.results) out += result_text(facts, run, result);
  out += typical_text(verification.typical);
  return out;
}

}  // namespace meso
