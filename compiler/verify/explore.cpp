#include "compiler/verify/explore.h"

#include <algorithm>
#include <array>

#include "compiler/verify/heads.h"
#include "compiler/verify/morning_body.h"

namespace meso {
namespace {

constexpr std::uint8_t kRecentDays = 0x3f;  // the six days before today

// Seeded faults cost nothing where there is none: `has` is then false when this is compiled.
template <bool kSeeded>
class Explorer {
 public:
  Explorer(QueueGraph& graph, const Projection& projection, const Search& search)
      : graph_(graph), projection_(projection), search_(search), heads_(projection.counters()) {}

  Exploration run() {
    start();
    for (std::size_t n = 0; n < mornings_.size() && !found_all(); ++n) {
      if (search_.budget.is_spent()) {
        out_.complete = false;
        break;
      }
      live(n);
    }
    out_.states = mornings_.size();
    return std::move(out_);
  }

 private:
  bool has([[maybe_unused]] SeededFault fault) const {
    if constexpr (kSeeded)
      return search_.fault == fault;
    else
      return false;
  }

  bool found_all() const {
    return !search_.wanted.empty() && out_.breaches.size() == search_.wanted.size();
  }

  void start() {
    const auto first = graph_.start();
    if (!first) return;
    Morning morning;
    morning.at = first->value;
    morning.idle = kFresh;
    for (std::size_t c = 0; c < projection_.counters().size(); ++c) morning.since[c] = kNeverDone;
    const bool any_weekday = projection_.reads_weekdays() && !has(SeededFault::first_day_is_monday);
    const int weekdays = any_weekday ? 7 : 1;
    for (int day = 0; day < weekdays; ++day) {
      morning.weekday = static_cast<std::uint8_t>(day);
      mornings_.add(morning, {});
    }
  }

  // ---- one day ----------------------------------------------------------------------------------

  void live(std::size_t n) {
    now_ = mornings_[n];
    at_ = n;
    if (!has(SeededFault::idle_only_where_blocked) || is_blocked(now_))
      add(next_day(now_), Mornings::kIdle);
    if (!is_laid_off()) return do_sessions(now_);
    come_back();
    if (may_be_a_wait()) do_sessions(now_);
  }

  bool is_laid_off() const {
    const auto& returns = projection_.returns();
    return !returns.empty() && now_.idle != kFresh && now_.idle >= returns.front().after_days_off;
  }

  // Days off count from the last session; where waits don't count, they may have been fewer.
  bool may_be_a_wait() const { return !projection_.waits_count_as_off() && !first(now_).is_dated; }

  // A lay-off is over: its return comes before the week, which starts afresh.
  void come_back() {
    Morning back = now_;
    if (!has(SeededFault::return_is_no_fresh_start))
      back.at = graph_.afresh(PositionId{now_.at}).value;
    const auto& returns = projection_.returns();
    const bool exact = projection_.most_days_off() == returns.back().after_days_off;
    for (std::size_t i = 0; i < returns.size(); ++i) {
      const bool longer = i + 1 < returns.size() && now_.idle >= returns[i + 1].after_days_off;
      if (exact && (longer || now_.idle < returns[i].after_days_off)) continue;
      back.returning = static_cast<std::uint8_t>(returns[i].weeks);
      do_sessions(back);
    }
  }

  // The first session of the queue.
  const SessionView& first(const Morning& m) const {
    const PositionId at{m.at};
    return projection_.sessions(
        graph_[at].week)[static_cast<std::size_t>(__builtin_ctzll(graph_[at].pending))];
  }

  void do_sessions(const Morning& today) {
    const PositionId at{today.at};
    const std::uint64_t pending = graph_[at].pending;
    const WeekNode& week = graph_.week(at);
    const auto& views = projection_.sessions(graph_[at].week);
    if (!keeps_pace(week, today.recent)) return;
    for (std::uint64_t heads = heads_.of(today, views, pending); heads != 0; heads &= heads - 1) {
      const auto nth = static_cast<std::size_t>(__builtin_ctzll(heads));
      if (is_due(today, views[nth])) ask_head(today, views, nth, pending);
    }
  }

  // Does a wait, a weekday or the pace keep every head from being done?
  bool is_blocked(const Morning& today) {
    const PositionId at{today.at};
    const auto& views = projection_.sessions(graph_[at].week);
    if (!keeps_pace(graph_.week(at), today.recent)) return true;
    std::uint64_t heads = heads_.of(today, views, graph_[at].pending);
    while (heads != 0 && !is_due(today, views[static_cast<std::size_t>(__builtin_ctzll(heads))]))
      heads &= heads - 1;
    return heads == 0;
  }

  // The head of the queue is done, or what its gate may choose in its place.
  void ask_head(const Morning& today, const std::vector<SessionView>& views, std::size_t nth,
                std::uint64_t pending) {
    const SessionView& head = views[nth];
    const RecoveryCells cells = cells_of(today);
    const std::uint8_t says = head.has_gate ? (*head.releases)(cells) : kTrainUnasked;
    if ((says & kReleased) != 0) do_session(today, head, nth, says);
    if ((says & kSwaps) == 0 || has(SeededFault::swaps_forgotten)) return;
    for (std::uint64_t left = pending & ~(std::uint64_t{1} << nth); left != 0; left &= left - 1) {
      search_.budget.spend(Budget::kMove);
      const auto other = static_cast<std::size_t>(__builtin_ctzll(left));
      const SessionView& target = views[other];
      if (!is_due(today, target) || !spares(head, says, target, cells)) continue;
      const std::uint8_t releases =
          target.has_gate ? target.releases->beside(*head.releases, cells) : kTrainUnasked;
      if ((releases & kReleased) != 0) do_session(today, target, other, releases);
    }
  }

  // A swap chooses what spares the groups to blame: one of them at least, or all that the head
  // trains.
  static bool spares(const SessionView& head, std::uint8_t says, const SessionView& target,
                     const RecoveryCells& cells) {
    const bool all = (head.trained & target.burdened) == 0;
    return ((says & kSwapsAnyway) != 0 && all) ||
           ((says & kSwapsBlaming) != 0 && head.releases->may_blame(~target.burdened, cells));
  }

  bool is_due(const Morning& today, const SessionView& view) const {
    if ((view.weekdays >> today.weekday & 1) == 0) return false;
    return std::all_of(view.waits.begin(), view.waits.end(), [&](const SessionView::Wait& wait) {
      return today.since[wait.counter] >= wait.at_least;
    });
  }

  void do_session(const Morning& today, const SessionView& view, std::size_t nth,
                  std::uint8_t how) {
    if (view.trains) watch(today, view, nth, how);
    Morning after = today;
    if (view.trains) forget(after, view);
    after.recent |= 0x40;  // becomes yesterday
    after.idle = 0;
    if (view.trains) tire(after, view.bouts.front());
    if (projection_.reads_recovery())
      for (std::size_t i = 0; i < projection_.followed(); ++i)
        tire(after.recovery[i], view.bouts[i]);
    for (std::uint32_t resets = view.resets; resets != 0; resets &= resets - 1)
      after.since[static_cast<std::size_t>(__builtin_ctz(resets))] = 0;
    go_on(after, nth);
  }

  void go_on(const Morning& done, std::size_t nth) {
    const AfterSession& next = graph_.after(PositionId{done.at}, nth);
    const auto to = [&](PositionId at, std::uint32_t outer, std::uint8_t returning) {
      Morning morning = done;
      morning.at = at.value;
      morning.outer = outer;
      morning.returning = returning;
      add(next_day(morning), static_cast<std::uint8_t>(nth));
      if (outer != kNowhere || returning != 0) return;
      morning.outer = at.value;
      for (const PositionId insertion : next.insertions) {
        morning.at = insertion.value;
        add(next_day(morning), static_cast<std::uint8_t>(nth));
      }
    };
    if (next.here) {
      to(*next.here, done.outer, done.returning);
    } else if (done.returning != 0) {
      to(graph_.afresh(PositionId{done.at}), done.outer,
         static_cast<std::uint8_t>(done.returning - 1));
    } else if (done.outer != kNowhere) {
      for (const PositionId at : next.on_inside) to(at, done.outer, 0);
      if (next.ends_insertion) to(PositionId{done.outer}, kNowhere, 0);
    } else {
      for (const PositionId at : next.on) to(at, kNowhere, 0);
    }
  }

  // ---- the body ---------------------------------------------------------------------------------

  // Nothing is: neither a later bout nor a low report shortens what is left of the bouts before.
  void forget(Morning& after, const SessionView& view) const {
    if (has(SeededFault::only_last_bout_counts) ||
        (has(SeededFault::low_report_recovers) && view.guarded)) {
      after.clear = after.latent = after.typical_gap = after.never_clear = 0;
      after.recovery = {};
    }
  }

  // The morning after an evening. `recent` has bit 6 where today had a session.
  Morning next_day(Morning m) const {
    const bool trained = (m.recent & 0x40) != 0;
    m.recent = static_cast<std::uint8_t>((m.recent << 1 & kRecentDays) | (trained ? 1 : 0));
    if (projection_.reads_weekdays()) m.weekday = static_cast<std::uint8_t>((m.weekday + 1) % 7);
    rest_a_night(m);
    for (std::size_t c = 0; c < projection_.counters().size(); ++c)
      if (m.since[c] < heads_.cap(c)) ++m.since[c];
    count_off(m);
    return m;
  }

  // Days off before this morning; a wait of the plan counts only from its last week on.
  void count_off(Morning& m) const {
    if (m.idle == kFresh || projection_.returns().empty()) return;
    const bool waits = !projection_.waits_count_as_off() && first(m).is_dated &&
                       days_until_due(m, first(m)) >= projection_.pace_days();
    if (waits)
      m.idle = 0;
    else if (m.idle < projection_.most_days_off())
      ++m.idle;
  }

  int days_until_due(const Morning& m, const SessionView& view) const {
    int days = 0;
    for (const SessionView::Wait& wait : view.waits)
      if (m.since[wait.counter] < wait.at_least)
        days = std::max(days, wait.at_least - m.since[wait.counter]);
    const WeekNode& week = graph_.week(PositionId{m.at});
    while (days < kFarthest && !is_open(week, m, view, days)) ++days;
    return days;
  }
  // Do pace and weekday let the session be done so many days on, with nothing done before?
  bool is_open(const WeekNode& week, const Morning& m, const SessionView& view, int days) const {
    const int weekday = projection_.reads_weekdays() ? (m.weekday + days) % 7 : 0;
    return (view.weekdays >> weekday & 1) != 0 &&
           keeps_pace(week, static_cast<std::uint8_t>(m.recent << days & kRecentDays));
  }
  static bool keeps_pace(const WeekNode& week, std::uint8_t recent) {
    const int most = week.pace.sessions;
    return most <= 0 || most > 7 || __builtin_popcount(recent) < most;
  }

  void add(const Morning& morning, std::uint8_t nth) {
    const bool is_new = mornings_.add(morning, {static_cast<std::uint32_t>(at_), nth});
    search_.budget.spend(is_new ? Budget::kState : Budget::kMove);
  }

  // ---- the properties ---------------------------------------------------------------------------

  void watch(const Morning& today, const SessionView& view, std::size_t nth, std::uint8_t how) {
    if (!view.guarded && (today.clear > 0 || today.never_clear != 0))
      note(Property::gap_safe, view, nth);
    if (view.guarded && (how & kTrainUnasked) != 0 && today.latent > 0)
      note(Property::latent_safe, view, nth);
    if ((how & kUnasked) != 0 && today.typical_gap > 0) note(Property::recovers, view, nth);
  }

  void note(Property property, const SessionView& view, std::size_t nth) {
    const auto same = [&](const Breach& b) {
      return b.property == property && b.session == view.id;
    };
    const auto& wanted = search_.wanted;
    if (!wanted.empty() && std::none_of(wanted.begin(), wanted.end(), same)) return;
    if (std::any_of(out_.breaches.begin(), out_.breaches.end(), same)) return;
    out_.breaches.push_back({property, view.id, path_to(at_, nth), first_weekday(at_)});
  }

  Weekday first_weekday(std::size_t morning) const {
    while (mornings_.from(morning).before != kNowhere) morning = mornings_.from(morning).before;
    return static_cast<Weekday>(mornings_[morning].weekday);
  }

  std::vector<PathDay> path_to(std::size_t morning, std::size_t nth) const {
    std::vector<PathDay> path{{0, session(morning, nth)}};
    int day = 0;
    for (std::size_t at = morning; mornings_.from(at).before != kNowhere;) {
      const Mornings::From& from = mornings_.from(at);
      ++day;
      at = from.before;
      if (from.nth != Mornings::kIdle) path.push_back({day, session(at, from.nth)});
    }
    for (PathDay& p : path) p.day = day - p.day;
    std::reverse(path.begin(), path.end());
    return path;
  }
  SessionId session(std::size_t morning, std::size_t nth) const {
    return graph_.week(PositionId{mornings_[morning].at}).sessions[nth];
  }

  static constexpr int kFarthest = 70;          // days that are looked ahead
  static constexpr std::uint8_t kFresh = 0xff;  // Morning::idle: nothing was done yet

  QueueGraph& graph_;
  const Projection& projection_;
  const Search& search_;
  Heads heads_;
  Mornings mornings_;
  Morning now_;
  std::size_t at_ = 0;
  Exploration out_;
};

}  // namespace

Exploration explore(QueueGraph& graph, const Projection& projection, const Search& search) {
  if (search.fault != SeededFault::none) return Explorer<true>(graph, projection, search).run();
  return Explorer<false>(graph, projection, search).run();
}

}  // namespace meso
