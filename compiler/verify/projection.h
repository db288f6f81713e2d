// A plan as one muscle group sees it. Sessions that don't train the group may be done whenever the
// queue and the pace let them: that only adds paths, and keeps the states few. Where a refutation
// has to be exact, the dates of every session are followed, and the recovery of other groups that
// stand in its way.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "compiler/verify/gate_releases.h"
#include "compiler/verify/queue_graph.h"
#include "compiler/verify/recovery_days.h"
#include "compiler/verify/seeded_fault.h"

namespace meso {

// Days since something was done that a wait counts from.
struct SinceCounter {
  SessionDates::After::What what = SessionDates::After::What::session;
  GroupSet groups = 0;
  std::uint32_t name = 0;
  int cap = 0;  // it counts no further
  friend bool operator==(const SinceCounter&, const SinceCounter&) = default;
};
// A state holds no more counters; waits beyond them are left out, which only adds paths.
inline constexpr std::size_t kMostCounters = 20;

// One session of a week, for one group.
struct SessionView {
  struct Wait {
    std::size_t counter = 0;
    int at_least = 0;  // days; 0: none
    int at_most = 0;   // from which it is overdue; 0: none
    friend bool operator==(const Wait&, const Wait&) = default;
  };
  SessionId id;
  bool trains = false;
  bool guarded = false;  // its gate bounds the group's soreness
  bool has_gate = false;
  GroupSet trained = 0;
  GroupSet burdened = 0;                            // not spared, where a swap blames them
  bool is_dated = false;                            // its waits are followed
  bool may_be_overdue = false;                      // nobody knows when
  std::array<RecoveryDays, kMostFollowed> bouts{};  // by followed set, the group first
  const GateReleases* releases = nullptr;           // null: no gate
  std::vector<Wait> waits;
  std::uint32_t resets = 0;      // counters, a bit each
  std::uint8_t weekdays = 0x7f;  // on which it may be
  friend bool operator==(const SessionView&, const SessionView&) = default;
};

// Weekdays on which the session may be: its fixed days, clear of weekly events. Events on a date
// are left out, which only adds paths. Bit 0 is Monday.
std::uint8_t weekdays_of(const SessionDates& dates);

// What a projection follows.
struct View {
  Budget* budget;
  GroupId group;
  std::vector<GroupSet> companions{};  // sets of groups whose recovery is followed too
  bool all_dates = false;              // not only of sessions that train the group
  EnvelopeMode mode = EnvelopeMode::worst;
  SeededFault fault = SeededFault::none;
};

class Projection {
 public:
  Projection(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts,
             const QueueGraph& graph, const View& view);

  GroupId group() const { return of_.group; }
  std::size_t followed() const { return followed_.size(); }
  int pace_days() const { return run_.edition().pace_days; }
  const std::vector<SessionView>& sessions(WeekNodeId week) const { return views_[week.value]; }
  const std::vector<SinceCounter>& counters() const { return counters_; }
  bool reads_weekdays() const { return reads_weekdays_; }
  // Returns after a lay-off, by its days, rising.
  struct Return {
    int after_days_off = 0;
    int weeks = 0;
  };
  const std::vector<Return>& returns() const { return returns_; }
  int most_days_off() const { return most_days_off_; }  // they count up to it
  // Where the plan names no return itself, a wait that it asks for is no lay-off.
  bool waits_count_as_off() const { return !run_.plan().returns.empty(); }
  bool reads_recovery() const { return reads_recovery_; }
  // No gate asks anything of anybody.
  bool asks_nothing() const { return releases_.empty(); }
  // Whether both are of the same plan for all that can be found, though of two groups.
  bool is_alike(const Projection& other) const {
    return asks_nothing() && other.asks_nothing() && of_.fault == other.of_.fault &&
           counters_ == other.counters_ && views_ == other.views_;
  }

 private:
  SessionView view(const Bouts& bouts, const WeekNode& week, std::size_t nth);
  void add_waits(const WeekNode& week, SessionView& view);
  std::size_t counter(const SinceCounter& wanted);
  const GateReleases* releases(SessionId session);
  RecoveryDays bout(const Bouts& bouts, const WeekNode& week, std::size_t nth, GroupSet of) const;
  void read_returns();
  void read_resets();
  void read_weekdays();
  void seed_fault();

  const PlanFacts& facts_;
  const RunPlan& run_;
  View of_;
  std::vector<GroupSet> followed_;  // the group first
  bool reads_recovery_ = false;
  bool reads_weekdays_ = false;
  int most_days_off_ = 0;
  std::vector<Return> returns_;
  std::vector<SinceCounter> counters_;
  std::vector<std::vector<SessionView>> views_;  // by week
  std::map<SessionId, GateReleases> releases_;
};

}  // namespace meso
