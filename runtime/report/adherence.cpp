#include "runtime/report/adherence.h"

#include <algorithm>
#include <map>
#include <optional>

namespace meso {
namespace {

using What = DayVerdict::What;

struct Facts {  // of one day
  const DayVerdict* verdict = nullptr;
  std::vector<const LoggedSession*> sessions;
  int skips = 0;
  bool unavailable = false;
};

// A second check-in of a day comes behind the session more often than before it: a day off doesn't
// take the place of what the first one said.
void note_verdict(Facts& facts, const LoggedCheckIn& check_in) {
  if (!check_in.verdict) return;
  if (facts.verdict == nullptr || check_in.verdict->what != What::rest)
    facts.verdict = &*check_in.verdict;
}

std::map<int, Facts> facts_by_day(const History& history, int today) {
  std::map<int, Facts> days;
  for (const LoggedCheckIn& c : history.check_ins) note_verdict(days[c.day], c);
  for (const LoggedSession& s : history.sessions) days[s.day].sessions.push_back(&s);
  for (const int day : history.skipped) ++days[day].skips;
  for (const int day : history.unavailable) days[day].unavailable = true;
  days.erase(days.upper_bound(today), days.end());
  return days;
}

bool is_release(What what) {
  return what == What::train || what == What::lighten || what == What::swap;
}

class Counting {
 public:
  Counting(const RunPlan& run, const Weeks& weeks, int count)
      : run_(run), weeks_(weeks), out_(static_cast<std::size_t>(std::max(count, 0))) {}

  std::vector<Adherence> count(const std::map<int, Facts>& days) {
    for (const auto& [day, facts] : days) {
      close_old(day);
      read(day, facts);
    }
    close_old(weeks_.today);
    return std::move(out_);
  }

 private:
  // Of a week that isn't asked for, somewhere to be forgotten.
  Adherence& of(int day) {
    const auto week = static_cast<std::size_t>(weeks_.of(day));
    return week < out_.size() ? out_[out_.size() - 1 - week] : forgotten_;
  }

  void close_old(int day) {
    if (!ready_since_ || day - *ready_since_ <= kOpenDays) return;
    ++of(*ready_since_).left;
    ready_since_.reset();
  }

  void read(int day, const Facts& facts) {
    if (facts.verdict != nullptr) read_verdict(day, *facts.verdict);
    for (const LoggedSession* session : facts.sessions) read_session(facts.verdict, *session);
    of(day).skips += facts.skips;
    if (!facts.unavailable) return;
    ++of(day).unavailable_days;
    ready_since_.reset();
  }

  void read_verdict(int day, const DayVerdict& verdict) {
    if (is_release(verdict.what)) ready_since_ = day;
    if (verdict.what == What::recover) ++of(day).held_days;
    if (verdict.what == What::refer) {
      ++of(day).stopped_days;
      ready_since_.reset();
    }
  }

  void read_session(const DayVerdict* verdict, const LoggedSession& session) {
    Adherence& week = of(session.day);
    if (session.broken_off) ++week.broken_off;
    if (!session.session) return void(++week.beside);
    if (session.overruled) return void(++week.overruled);
    if (verdict != nullptr && is_held_back(*verdict, session)) return void(++week.against);
    if (session.due > session.day) return void(++week.early);
    const bool asked = verdict != nullptr && is_release(verdict->what);
    if (!asked && !ready_since_ && run_.session(*session.session).gate) return void(++week.unasked);
    done(week, asked ? verdict : nullptr, session);
  }

  static bool is_held_back(const DayVerdict& verdict, const LoggedSession& session) {
    if (verdict.what == What::recover || verdict.what == What::refer) return true;
    return verdict.what == What::swap && verdict.head && verdict.head->id == *session.session;
  }

  void done(Adherence& week, const DayVerdict* verdict, const LoggedSession& session) {
    ++week.done;
    if (session.broken_off) ++week.unfinished;
    const bool lighter = verdict != nullptr && verdict->changes != nullptr;
    if (session.lightened || lighter) ++week.lightened;
    if (verdict != nullptr && verdict->what == What::swap) ++week.swapped;
    ready_since_.reset();
  }

  const RunPlan& run_;
  const Weeks& weeks_;
  std::vector<Adherence> out_;
  Adherence forgotten_;
  std::optional<int> ready_since_;  // the last release of a session that isn't done yet
};

}  // namespace

Adherence& Adherence::operator+=(const Adherence& other) {
  done += other.done;
  left += other.left;
  lightened += other.lightened;
  swapped += other.swapped;
  unfinished += other.unfinished;
  held_days += other.held_days;
  stopped_days += other.stopped_days;
  skips += other.skips;
  unavailable_days += other.unavailable_days;
  unasked += other.unasked;
  against += other.against;
  overruled += other.overruled;
  early += other.early;
  beside += other.beside;
  broken_off += other.broken_off;
  return *this;
}

std::vector<Adherence> weekly_adherence(const RunPlan& run, const History& history,
                                        const Weeks& weeks, int count) {
  return Counting(run, weeks, count).count(facts_by_day(history, weeks.today));
}

}  // namespace meso
