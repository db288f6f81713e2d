#include "compiler/verify/explore.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace meso {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::uint8_t kRecentDays = 0x3f;  // the six days before today

// A morning. Plain bytes, so that states are compared and hashed as such.
struct Morning {
  std::uint32_t at = kNone;     // PositionId
  std::uint32_t outer = kNone;  // where an inserted block came in between
  std::uint8_t returning = 0;   // weeks of the return that are left
  std::uint8_t recent = 0;      // bit n: a session n + 1 days ago
  std::uint8_t weekday = 0;     // where it matters
  std::uint8_t idle = 0;        // days without a session, up to the lay-off
  // Of the group, in days: see RecoveryDays.
  std::uint8_t clear = 0, below_three = 0, gone = 0, sorest = 0;
  std::uint8_t strong_from = 0, strong = 0, latent = 0, typical_gap = 0;
  std::uint8_t never_clear = 0;
  std::array<std::uint8_t, kMostCounters> since{};
  std::array<std::uint8_t, 3> padding{};  // no byte without a value
  friend bool operator==(const Morning&, const Morning&) = default;
};
static_assert(sizeof(Morning) == 44);

std::uint64_t hash_of(const Morning& morning) {
  std::array<std::uint64_t, 6> words{};
  std::memcpy(words.data(), &morning, sizeof(Morning));
  std::uint64_t hash = 0x9e3779b97f4a7c15;
  for (const std::uint64_t word : words) {
    hash = (hash ^ word) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  return hash;
}

// Mornings by number, each once, with what led to it.
class Mornings {
 public:
  struct From {
    std::uint32_t before = kNone;
    std::uint8_t nth = kIdle;  // of the week's sessions
  };
  static constexpr std::uint8_t kIdle = 0xff;

  // Whether it is new.
  bool add(const Morning& morning, From from) {
    if ((all_.size() + 1) * 2 > slots_.size()) grow();
    std::size_t slot = hash_of(morning) & (slots_.size() - 1);
    for (; slots_[slot] != kNone; slot = (slot + 1) & (slots_.size() - 1))
      if (all_[slots_[slot]] == morning) return false;
    slots_[slot] = static_cast<std::uint32_t>(all_.size());
    all_.push_back(morning);
    from_.push_back(from);
    return true;
  }
  std::size_t size() const { return all_.size(); }
  const Morning& operator[](std::size_t n) const { return all_[n]; }
  const From& from(std::size_t n) const { return from_[n]; }

 private:
  void grow() {
    slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), kNone);
    for (std::uint32_t n = 0; n < all_.size(); ++n) {
      std::size_t slot = hash_of(all_[n]) & (slots_.size() - 1);
      while (slots_[slot] != kNone) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = n;
    }
  }

  std::vector<Morning> all_;
  std::vector<From> from_;
  std::vector<std::uint32_t> slots_;
};

class Explorer {
 public:
  Explorer(QueueGraph& graph, const Projection& projection, const Search& search)
      : graph_(graph), projection_(projection), search_(search) {
    for (std::size_t c = 0; c < projection.counters().size(); ++c)
      caps_[c] = static_cast<std::uint8_t>(projection.counters()[c].cap);
  }

  Exploration run() {
    start();
    for (std::size_t n = 0; n < mornings_.size() && out_.complete && !found_all(); ++n) live(n);
    out_.states = mornings_.size();
    return std::move(out_);
  }

 private:
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
    const int weekdays = projection_.reads_weekdays() ? 7 : 1;
    for (int day = 0; day < weekdays; ++day) {
      morning.weekday = static_cast<std::uint8_t>(day);
      mornings_.add(morning, {});
    }
  }

  // ---- one day ----------------------------------------------------------------------------------

  void live(std::size_t n) {
    now_ = mornings_[n];
    at_ = n;
    add(next_day(now_), Mornings::kIdle);
    const bool lay_off =
        projection_.most_idle_days() > 0 && now_.idle == projection_.most_idle_days();
    if (lay_off) come_back();
    if (!lay_off || projection_.return_may_not_come()) do_sessions(now_);
  }

  // A lay-off is over: its return comes before the week, which starts afresh.
  void come_back() {
    Morning back = now_;
    back.at = graph_.afresh(PositionId{now_.at}).value;
    for (const int weeks : projection_.return_weeks()) {
      back.returning = static_cast<std::uint8_t>(weeks);
      do_sessions(back);
    }
  }

  void do_sessions(const Morning& today) {
    const PositionId at{today.at};
    const std::uint64_t pending = graph_[at].pending;
    const WeekNode& week = graph_.week(at);
    const auto& views = projection_.sessions(graph_[at].week);
    const auto pace = static_cast<unsigned>(week.pace.sessions);
    if (pace > 0 && pace <= 7 && static_cast<unsigned>(__builtin_popcount(today.recent)) >= pace)
      return;
    std::uint64_t released = 0;  // by its own gate, as far as it is due
    for (std::uint64_t left = pending; left != 0; left &= left - 1) {
      const auto nth = static_cast<std::size_t>(__builtin_ctzll(left));
      if (is_due(today, views[nth]) && (releases(today, views[nth]) & kReleased) != 0)
        released |= std::uint64_t{1} << nth;
    }
    std::uint64_t done = released & may_be_done(today, views, pending);
    for (; done != 0; done &= done - 1)
      do_session(today, views, static_cast<std::size_t>(__builtin_ctzll(done)));
  }

  // The heads that the queue may have, and what their gates may choose in their place.
  std::uint64_t may_be_done(const Morning& today, const std::vector<SessionView>& views,
                            std::uint64_t pending) const {
    const std::uint64_t all = heads(today, views, pending);
    std::uint64_t out = all;
    for (std::uint64_t left = all; left != 0; left &= left - 1) {
      const SessionView& head = views[static_cast<std::size_t>(__builtin_ctzll(left))];
      if (head.swap_targets != 0 && is_due(today, head) && (releases(today, head) & kSwaps) != 0)
        out |= head.swap_targets & pending;
    }
    return out;
  }

  // An overdue session comes before the first one.
  static std::uint64_t heads(const Morning& today, const std::vector<SessionView>& views,
                             std::uint64_t pending) {
    std::uint64_t overdue = 0, may_be_overdue = 0;
    for (std::uint64_t left = pending; left != 0; left &= left - 1) {
      const auto nth = static_cast<std::size_t>(__builtin_ctzll(left));
      if (is_overdue(today, views[nth])) overdue |= std::uint64_t{1} << nth;
      if (views[nth].may_be_overdue) may_be_overdue |= std::uint64_t{1} << nth;
    }
    const std::uint64_t first = pending & (~pending + 1);
    return (overdue != 0 ? overdue : first) | may_be_overdue;
  }

  static bool is_overdue(const Morning& today, const SessionView& view) {
    return std::any_of(view.waits.begin(), view.waits.end(), [&](const SessionView::Wait& wait) {
      const std::uint8_t since = today.since[wait.counter];
      return wait.at_most > 0 && since != kNeverDone && since >= wait.at_most;
    });
  }

  bool is_due(const Morning& today, const SessionView& view) const {
    if ((view.weekdays >> today.weekday & 1) == 0) return false;
    return std::all_of(view.waits.begin(), view.waits.end(), [&](const SessionView::Wait& wait) {
      return today.since[wait.counter] >= wait.at_least;
    });
  }

  static std::uint8_t releases(const Morning& today, const SessionView& view) {
    if (!view.has_gate) return kTrainUnasked;
    if (view.releases == nullptr) return 0xff;
    RecoveryCell cell;
    cell.sorest = today.below_three > 0 ? today.sorest : today.gone > 0 ? 2 : 0;
    cell.may_be_strong = today.strong_from == 0;
    cell.may_be_weak = today.strong > 0;
    return (*view.releases)[cell];
  }

  void do_session(const Morning& today, const std::vector<SessionView>& views, std::size_t nth) {
    const SessionView& view = views[nth];
    if (view.trains) watch(today, view, nth);
    Morning after = today;
    after.recent |= 0x40;  // becomes yesterday
    after.idle = 0;
    if (view.trains) tire(after, view.bout);
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
      if (outer != kNone || returning != 0) return;
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
    } else if (done.outer != kNone) {
      for (const PositionId at : next.on_inside) to(at, done.outer, 0);
      if (next.ends_insertion) to(PositionId{done.outer}, kNone, 0);
    } else {
      for (const PositionId at : next.on) to(at, kNone, 0);
    }
  }

  // ---- the body ---------------------------------------------------------------------------------

  static void raise(std::uint8_t& days, int to) {
    days = static_cast<std::uint8_t>(std::max<int>(days, to));
  }
  static void fall(std::uint8_t& days) { days = static_cast<std::uint8_t>(days - (days > 0)); }

  // What remains of several bouts is the worst of each, not their sum.
  void tire(Morning& m, const RecoveryDays& bout) const {
    raise(m.clear, bout.clear);
    m.never_clear = bout.never_clear ? 1 : 0;
    m.latent = static_cast<std::uint8_t>(bout.latent);
    raise(m.typical_gap, bout.typical_gap);
    if (!projection_.reads_recovery()) return;
    if (m.below_three == 0) m.sorest = 0;
    raise(m.sorest, bout.sorest);
    raise(m.below_three, bout.below_three);
    raise(m.gone, bout.gone);
    raise(m.strong_from, bout.strong_from);
    raise(m.strong, bout.strong);
  }

  // The morning after an evening. `recent` has bit 6 where today had a session.
  Morning next_day(Morning m) const {
    const bool trained = (m.recent & 0x40) != 0;
    m.recent = static_cast<std::uint8_t>((m.recent << 1 & kRecentDays) | (trained ? 1 : 0));
    if (projection_.reads_weekdays()) m.weekday = static_cast<std::uint8_t>((m.weekday + 1) % 7);
    const bool fresh = m.idle == kFresh && !trained;
    if (!fresh)
      m.idle = static_cast<std::uint8_t>(std::min<int>(m.idle + 1, projection_.most_idle_days()));
    for (std::uint8_t* days :
         {&m.clear, &m.below_three, &m.gone, &m.strong_from, &m.strong, &m.latent, &m.typical_gap})
      fall(*days);
    if (m.below_three == 0) m.sorest = 0;
    for (std::size_t c = 0; c < projection_.counters().size(); ++c)
      if (m.since[c] < caps_[c]) ++m.since[c];
    return m;
  }

  void add(const Morning& morning, std::uint8_t nth) {
    if (mornings_.size() >= search_.most_states) {
      out_.complete = false;
      return;
    }
    mornings_.add(morning, {static_cast<std::uint32_t>(at_), nth});
  }

  // ---- the properties ---------------------------------------------------------------------------

  void watch(const Morning& today, const SessionView& view, std::size_t nth) {
    const std::uint8_t how = releases(today, view);
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
    while (mornings_.from(morning).before != kNone) morning = mornings_.from(morning).before;
    return static_cast<Weekday>(mornings_[morning].weekday);
  }

  std::vector<PathDay> path_to(std::size_t morning, std::size_t nth) const {
    std::vector<PathDay> path{{0, session(morning, nth)}};
    int day = 0;
    for (std::size_t at = morning; mornings_.from(at).before != kNone;) {
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

  static constexpr std::uint8_t kFresh = 0xff;      // Morning::idle: nothing was done yet
  static constexpr std::uint8_t kNeverDone = 0xff;  // Morning::since: it isn't waited for

  QueueGraph& graph_;
  const Projection& projection_;
  const Search& search_;
  std::array<std::uint8_t, kMostCounters> caps_{};
  Mornings mornings_;
  Morning now_;
  std::size_t at_ = 0;
  Exploration out_;
};

}  // namespace

Exploration explore(QueueGraph& graph, const Projection& projection, const Search& search) {
  return Explorer(graph, projection, search).run();
}

}  // namespace meso
