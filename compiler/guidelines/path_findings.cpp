#include "compiler/guidelines/path_findings.h"

#include <algorithm>
#include <map>

#include "base/text.h"

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

// Days of the path on which the group is trained, the last of them the one that is too soon.
std::string path_text(const GuidelineCheck& check, const Violation& v) {
  std::vector<std::string> days;
  for (const PathDay& day : v.path) {
    const auto& doses = check.facts.doses(day.session.block, day.session.index);
    const bool trains_it = std::any_of(doses.begin(), doses.end(), [&](const GroupDose& dose) {
      return dose.group == v.group && trains(dose, check.edition);
    });
    if (trains_it)
      days.push_back("day " + std::to_string(day.day + 1) + " " +
                     quoted(session_of(check.plan, day.session).name));
  }
  constexpr std::size_t kMost = 4;
  const bool is_long = days.size() > kMost;
  if (is_long) days.erase(days.begin(), days.end() - kMost);
  return (is_long ? "..., " : "") + join(days, ", ");
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
  d.note("the shortest way there: " + path_text(check, *finding.worst));
  std::vector<std::string> others;
  for (const GroupId group : finding.groups)
    if (group != finding.worst->group) others.emplace_back(check.facts.name(group));
  if (!others.empty()) d.note("the same goes for " + join_and(others));
}

}  // namespace meso
