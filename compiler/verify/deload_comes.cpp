#include "compiler/verify/deload_comes.h"

#include <algorithm>
#include <optional>

#include "compiler/verify/actions.h"
#include "compiler/verify/growth.h"
#include "compiler/verify/load_steps.h"

namespace meso {
namespace {

bool is_reduced(const Plan& plan, const Action& action) {
  const auto* insert = std::get_if<InsertBlock>(&action);
  if (insert == nullptr) return false;
  const WeekKind kind = plan.blocks[insert->block].kind;
  return kind == WeekKind::deload || kind == WeekKind::test;
}

constexpr int kDaysAWeek = 7;

// A cut, or a load that is set anew where the old one failed.
bool makes_easier(const Action& action, const RuleCall& call) {
  const auto* change = std::get_if<Change>(&action);
  if (change == nullptr) return false;
  const bool of_dose = change->what == Changes::load || change->what == Changes::reference ||
                       change->what == Changes::sets;
  return of_dose && (change->how == Change::How::set_to || cut_of(*change, call));
}

// At least half of the lines that grow can become easier again.
bool most_lines_ease(const Plan& plan, const Block& block) {
  int grow = 0, ease = 0;
  for (const Session& session : block.sessions)
    for (const Line& line : session.lines) {
      const auto any = [&](auto holds) {
        return std::any_of(line.rules.begin(), line.rules.end(), holds);
      };
      grow += any([&](const RuleCall& c) { return can_make_harder(plan.rules[c.rule], c); });
      ease += any([&](const RuleCall& c) {
        return any_action(plan.rules[c.rule], [&](const Action& a) { return makes_easier(a, c); });
      });
    }
  return grow > 0 && ease * 2 >= grow;
}

}  // namespace

LoadingRun longest_loading_run(const PlanFacts& facts) {
  LoadingRun longest;
  const std::vector<int> days = preferred_days(facts);
  std::optional<int> since;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Pass& pass = facts.passes[facts.order[i].pass_index];
    if (!is_loading(pass)) since.reset();
    if (!is_loading(pass)) continue;
    if (!since) since = days[i];
    const int weeks = (days[i] - *since) / kDaysAWeek + 1;
    if (weeks <= longest.weeks) continue;
    longest.weeks = weeks;
    longest.block = pass.block;
  }
  if (longest.weeks == 0) return longest;
  longest.inserts =
      any_action(facts.plan, [&](const Action& a) { return is_reduced(facts.plan, a); });
  longest.eases = most_lines_ease(facts.plan, facts.plan.blocks[longest.block]);
  return longest;
}

}  // namespace meso
