#include "compiler/verify/progress_bound.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/gate_releases.h"
#include "compiler/verify/projection.h"
#include "compiler/verify/recovery_days.h"

namespace meso {
namespace {

constexpr int kDaysAWeek = 7;
constexpr int kOneInSoMany = 3;  // days on which it may be, one can be trained

// Days until each group has recovered from the hardest bout that the plan gives it.
using GroupDays = std::array<int, kMostGroups>;

GroupDays typical_recovery(const PlanFacts& facts, const Bouts& bouts) {
  GroupDays out{};
  for (std::size_t pass = 0; pass < facts.passes.size(); ++pass)
    for (std::size_t nth = 0; nth < facts.week(facts.passes[pass]).sessions.size(); ++nth)
      for (std::uint32_t g = 0; g < facts.plan.groups.size(); ++g)
        if (const auto bout = bouts.of(pass, nth, GroupId{g})) {
          const RecoveryDays days =
              recovery_days(*bout, facts.plan.level, EnvelopeMode::typical, facts.edition);
          out[g] = std::max({out[g], days.gone, days.strong});
        }
  return out;
}

// From any day on, until so many have come on which the session may be. Fixed days are kept.
int days_until_one_is_free(const SessionDates& dates, std::uint8_t weekdays) {
  int worst = 0;
  for (int from = 0; from < kDaysAWeek; ++from) {
    int day = from, left = dates.session->on.empty() ? kOneInSoMany : 1;
    while (true) {
      left -= weekdays >> (day % kDaysAWeek) & 1;
      if (left == 0) break;
      ++day;
    }
    worst = std::max(worst, day - from);
  }
  return worst;
}

int longest_wait(const RunPlan& run, SessionId session, const Pace& pace) {
  int days = pace.sessions > 0 ? run.edition().pace_days : 0;
  if (pace.same_session_apart) days = std::max(days, run.edition().same_session_days);
  for (const SessionDates::After& after : run.facts(session).dates.after)
    days = std::max(days, after.at_least);
  return days;
}

// To which rules may take waits at the most; nothing: there is no bound. They add to the largest
// wait of a block, so no other becomes longer than that.
std::optional<int> longest_gap_by_rules(const Plan& plan) {
  bool is_bounded = true;
  int most = 0;
  const auto look_at = [&](const RuleCall& call) {
    for (const RuleClause& clause : plan.rules[call.rule].clauses)
      for (const Action& action : clause.actions) {
        const auto* change = std::get_if<Change>(&action);
        if (change == nullptr || change->what != Changes::gap) continue;
        if (change->at_most)
          most = std::max(most, static_cast<int>(value_of(*change->at_most, call).high.floor()));
        else if (change->how != Change::How::subtract)
          is_bounded = false;
      }
  };
  for (const Block& block : plan.blocks) for_each_follow(plan, block, look_at);
  for_each_line(plan, [&](SessionId, std::size_t, const Line& line) {
    for (const RuleCall& call : line.rules) look_at(call);
  });
  return is_bounded ? std::optional(most) : std::nullopt;
}

GroupSet groups_asked(const RunPlan& run, SessionId session) {
  const auto gate = run.session(session).gate;
  return run.facts(session).dates.trained |
         (gate ? groups_named(run.plan().gates[*gate]) : GroupSet{0});
}

// Of a plan's own `return`s a wait counts as days off.
std::string why_never(const RunPlan& run, int days) {
  if (run.plan().returns.empty() || days < run.returns().front().after_days_off) return "";
  return "a wait of " + counted(days, "day") + " counts as a lay-off, and the week begins again";
}

}  // namespace

ProgressBound progress_bound(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts) {
  ProgressBound out;
  const std::optional<int> by_rules = longest_gap_by_rules(facts.plan);
  if (!by_rules) {
    out.why_open = "rules may add days to its waits without end";
    return out;
  }
  const GroupDays recovery = typical_recovery(facts, bouts);
  for (const Pass& pass : facts.passes)
    for (const std::uint32_t index : facts.week(pass).sessions) {
      const SessionId session{pass.block, index};
      const SessionDates& dates = run.facts(session).dates;
      const std::uint8_t weekdays = weekdays_of(dates);
      if (weekdays == 0) {
        out.why_open = quoted(run.session(session).name) + " has no day in the week left";
        return out;
      }
      const Pace pace = pace_of(facts.plan.blocks[pass.block], facts.week(pass));
      int days = std::max(*by_rules, longest_wait(run, session, pace));
      for_each_group(groups_asked(run, session),
                     [&](GroupId g) { days = std::max(days, recovery[g.value]); });
      out.days = std::max(out.days, days + days_until_one_is_free(dates, weekdays));
    }
  out.why_open = why_never(run, out.days);
  return out;
}

}  // namespace meso
