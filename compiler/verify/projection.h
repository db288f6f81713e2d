// A plan as one muscle group sees it. Sessions that don't train the group may be done whenever the
// queue and the pace let them: that only adds paths, and keeps the states few. Where a refutation
// has to be exact, the dates of every session are followed.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "compiler/verify/gate_releases.h"
#include "compiler/verify/queue_graph.h"
#include "compiler/verify/recovery_days.h"

namespace meso {

// Days since something was done that a wait counts from.
struct SinceCounter {
  SessionDates::After::What what = SessionDates::After::What::session;
  GroupSet groups = 0;
  std::uint32_t name = 0;
  int cap = 0;  // it counts no further
};
// A state holds no more counters; waits beyond them are left out, which only adds paths.
inline constexpr std::size_t kMostCounters = 20;

// One session of a week, for one group.
struct SessionView {
  struct Wait {
    std::size_t counter = 0;
    int at_least = 0;  // days; 0: none
    int at_most = 0;   // from which it is overdue; 0: none
  };
  SessionId id;
  bool trains = false;
  bool guarded = false;  // its gate bounds the group's soreness
  bool has_gate = false;
  bool may_be_overdue = false;  // nobody knows when: its dates aren't followed
  RecoveryDays bout;            // where it trains
  BoutClass bout_class = BoutClass::usual;
  const GateReleases* releases = nullptr;  // null: no gate, or one that asks nothing of the group
  std::vector<Wait> waits;
  std::uint32_t resets = 0;        // counters, a bit each
  std::uint8_t weekdays = 0x7f;    // on which it may be
  std::uint64_t swap_targets = 0;  // what may be done in its place
};

enum class Dates : std::uint8_t { of_the_group, all };

class Projection {
 public:
  Projection(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts,
             const QueueGraph& graph, GroupId group, Dates dates, EnvelopeMode mode);

  GroupId group() const { return group_; }
  const std::vector<SessionView>& sessions(WeekNodeId week) const { return views_[week.value]; }
  const std::vector<SinceCounter>& counters() const { return counters_; }
  bool reads_weekdays() const { return reads_weekdays_; }
  int most_idle_days() const { return lay_off_; }  // days without a session count up to it
  // Weeks of the returns after a lay-off, and whether one may fail to come.
  const std::vector<int>& return_weeks() const { return return_weeks_; }
  bool return_may_not_come() const { return return_may_not_come_; }
  // Whether any path could break a property: a session that trains the group on a gate that
  // doesn't ask enough, or on none.
  bool needs_paths() const { return needs_paths_; }
  bool reads_recovery() const { return reads_recovery_; }

 private:
  SessionView view(const Bouts& bouts, const WeekNode& week, std::size_t nth);
  void add_waits(const WeekNode& week, SessionView& view);
  std::uint64_t targets(const WeekNode& week, std::size_t nth) const;
  std::size_t counter(const SinceCounter& wanted);
  const GateReleases* releases(SessionId session);
  void read_returns();

  const PlanFacts& facts_;
  const RunPlan& run_;
  GroupId group_;
  Dates dates_;
  EnvelopeMode mode_;
  bool needs_paths_ = false, reads_recovery_ = false;
  bool reads_weekdays_ = false, return_may_not_come_ = false;
  int lay_off_ = 0;
  std::vector<int> return_weeks_;
  std::vector<SinceCounter> counters_;
  std::vector<std::vector<SessionView>> views_;  // by week
  std::vector<std::pair<SessionId, std::unique_ptr<GateReleases>>> releases_;
};

}  // namespace meso
