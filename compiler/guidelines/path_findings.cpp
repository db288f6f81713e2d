#include "compiler/guidelines/path_findings.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/verify/trace.h"

namespace meso {
namespace {

bool is_primary(const PlanFacts& facts, SessionId session, GroupId group) {
  const auto& doses = facts.doses(session.block, session.index);
  return std::any_of(doses.begin(), doses.end(),
                     [&](const GroupDose& dose) { return dose.group == group && dose.primary; });
}

bool worse(const PlanFacts& facts, const Violation& a, const Violation& b) {
  const auto primary = [&](const Violation& v) {
    return is_primary(facts, v.session, v.group) && is_primary(facts, v.since, v.group);
  };
  if (primary(a) != primary(b)) return primary(a);
  if (a.safe_days.has_value() != b.safe_days.has_value()) return !a.safe_days;
  return a.safe_days.value_or(0) - a.days > b.safe_days.value_or(0) - b.days;
}

}  // namespace

const Session& session_of(const Plan& plan, SessionId id) {
  return plan.blocks[id.block].sessions[id.index];
}

std::string class_text(BoutClass bout_class) {
  return std::string(text(bout_class)) + " work (class " + letter(bout_class) + ")";
}

std::vector<PathFinding> path_findings(const GuidelineCheck& check, Property property) {
  std::map<std::uint32_t, PathFinding> by_source;
  for (const Violation& v : check.paths.of(property).violations) {
    PathFinding& finding = by_source[session_of(check.plan, v.session).source.value];
    finding.property = property;
    if (finding.worst == nullptr || worse(check.facts, v, *finding.worst)) finding.worst = &v;
    if (std::find(finding.groups.begin(), finding.groups.end(), v.group) == finding.groups.end())
      finding.groups.push_back(v.group);
  }
  std::vector<PathFinding> out;
  for (auto& [source, finding] : by_source) {
    std::sort(finding.groups.begin(), finding.groups.end());
    out.push_back(std::move(finding));
  }
  return out;
}

void tell_path(Diagnostic& d, const GuidelineCheck& check, const PathFinding& finding) {
  for (TraceStep& step : trace_steps(check.run, *finding.worst, finding.property))
    d.steps.push_back({std::move(step.when), std::move(step.who), std::move(step.what),
                       check.span(step.place), std::move(step.mark)});
  std::vector<std::string> others;
  for (const GroupId group : finding.groups)
    if (group != finding.worst->group) others.emplace_back(check.facts.name(group));
  if (!others.empty()) d.note("the same goes for " + join_and(others));
  const std::string& results = finding.worst->results;
  if (!results.empty()) d.note("it comes to that with " + results + "; other results may add days");
}

void tell_days(Diagnostic& d, const GuidelineCheck& check, const std::vector<PathDay>& path,
               const std::string& broke, const std::function<bool(SessionId)>& matters) {
  for (const PathDay& day : path) {
    if (!matters(day.session)) continue;
    const Session& session = session_of(check.plan, day.session);
    d.steps.push_back({"day " + std::to_string(day.day + 1), quoted(session.name), "",
                       check.span(session.source), ""});
  }
  if (!d.steps.empty()) d.steps.back().mark = broke;
}

void tell_mends(Diagnostic& d, const GuidelineCheck& check, const PathFinding& finding) {
  const Mends& mends = check.mending.of(finding.property, *finding.worst);
  for (std::size_t i = 0; i < mends.size(); ++i) d.advise((i == 0 ? "" : "or ") + mends[i]);
}

}  // namespace meso
