// The first layer: the queue, dates and verdicts. It reads answers and the triggers that rules set
// off, and nothing of stages, sets or loads.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/session_dates.h"
#include "runtime/step/gate.h"
#include "runtime/step/place.h"
#include "runtime/step/run_plan.h"

namespace meso {

// Weeks of coming back after a lay-off, which come before the week that they interrupt.
struct Returning {
  std::size_t ramp = 0;  // into RunPlan::returns()
  std::size_t week = 0;
  int since = kNever;  // the last session before the lay-off
  friend bool operator==(const Returning&, const Returning&) = default;
};

// How a pending session of this pass fared so far: what `recovered in time` reads.
struct Readiness {
  int first_asked = kNever;  // the first date on which it was due and its gate was asked
  bool trained_then = false;
  bool fresh_before = false;  // and the report of the day before was at most the edition's; only
                              // where a rule asks for it
  friend bool operator==(const Readiness&, const Readiness&) = default;
};

struct Control {
  Place place;
  std::optional<Place> interrupted;  // while an inserted block runs
  std::optional<Returning> returning;
  bool finished = false;
  bool referred = false;
  DoneDates done;
  std::vector<Readiness> readiness;  // by place in the list of the week
  std::vector<int> inserted;         // by block: times in this block run
  int repeats = 0;                   // of this week
  bool repeat_week = false;          // asked for: at the end of this week
  bool end_block = false;            // asked for: at the end of a week, the least length reached
  int gap_added = 0;                 // days, in this block run
  int unavailable_until = kNever;    // the last day of it
  friend bool operator==(const Control&, const Control&) = default;
};

Control start_control(const RunPlan& run);

struct SessionRef {
  SessionId id;
  int nth = 0;  // in the week's list
  friend bool operator==(const SessionRef&, const SessionRef&) = default;
};

// The sessions of one pass that aren't done, in the order of the week.
class PendingSessions {
 public:
  class Iterator {
   public:
    using value_type = SessionRef;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const PendingSessions* of, std::uint64_t left) : of_(of), left_(left) {}
    SessionRef operator*() const {
      const int nth = __builtin_ctzll(left_);
      return {{of_->block_, of_->week_->sessions[static_cast<std::size_t>(nth)]}, nth};
    }
    Iterator& operator++() {
      left_ &= left_ - 1;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return left_ == other.left_; }

   private:
    const PendingSessions* of_ = nullptr;
    std::uint64_t left_ = 0;  // bit n: the n-th that the week lists
  };

  PendingSessions(BlockId block, const Week& week, std::uint64_t left)
      : block_(block), week_(&week), left_(left) {}
  Iterator begin() const { return {this, left_}; }
  Iterator end() const { return {this, 0}; }
  SessionRef front() const { return *begin(); }
  SessionRef operator[](std::size_t n) const {
    return *std::next(begin(), static_cast<std::ptrdiff_t>(n));
  }
  std::size_t size() const { return static_cast<std::size_t>(__builtin_popcountll(left_)); }
  bool empty() const { return left_ == 0; }
  // Those of them whose bit is set.
  PendingSessions only(std::uint64_t bits) const { return {block_, *week_, left_ & bits}; }
  bool contains(const SessionRef& session) const {
    return (left_ >> session.nth & 1) != 0 &&
           *Iterator(this, std::uint64_t{1} << session.nth) == session;
  }

 private:
  BlockId block_;
  const Week* week_;
  std::uint64_t left_;
};

WeekKind kind_of(const RunPlan& run, const Control& control);  // of the current week
// Deload, test and return weeks don't count as exposures.
bool is_exposure_week(const RunPlan& run, const Control& control);
PendingSessions pending_sessions(const RunPlan& run, const Control& control);
// The one of this name that is pending; nothing where none is.
std::optional<SessionRef> pending_session(const RunPlan& run, const Control& control,
                                          std::string_view name);
// The changes of the return week in force; null outside one.
const std::vector<Change>* return_changes(const RunPlan& run, const Control& control);
std::optional<int> days_off(const Control& control, int day);
// The edition's hours have gone by since any of the groups was trained: what stands for strength
// that wasn't measured. Whole days stand for hours.
bool rested(const RunPlan& run, const Control& control, GroupSet groups, int day);
// What the session's gate and rules are asked with.
Today today_for(const RunPlan& run, const Control& control, const Reports& reports, int day,
                const CheckIn& answers, SessionId session);
// The first date on which the session may be done.
int due_from(const RunPlan& run, const Control& control, const SessionRef& session, int from);

// Whether a lay-off has become long enough for a return, or for a longer one.
std::optional<Returning> comes_back(const RunPlan& run, const Control& control, int day);
// What the day brings before anything is asked: such a return.
void arrive(const RunPlan& run, Control& control, int day);

// ---- the decision -----------------------------------------------------------------------------

struct DayVerdict {
  enum class What : std::uint8_t {
    train,
    lighten,
    swap,     // `session` is done, the head stays first
    recover,  // the gate holds the session back; asked again tomorrow
    rest,     // nothing is due
    refer,
    finished,
  };
  What what = What::rest;
  std::optional<SessionRef> head;     // whose gate was asked
  std::optional<SessionRef> session;  // what is done today
  std::optional<std::size_t> clause;  // of the head's gate, that decided; nothing: it has no gate
  // Of the session's own gate, where it isn't the head: a swap's target that is lightened.
  std::optional<std::size_t> own_clause;
  GroupSet blocked = 0;   // recover, swap: why
  bool overdue = false;   // the head's `at most` has run out
  int next_day = kNever;  // rest: the first date on which something is due
  // The changes of a lightened session; null else. They live in the plan.
  const std::vector<Change>* changes = nullptr;
  friend bool operator==(const DayVerdict&, const DayVerdict&) = default;
};
std::string_view text(DayVerdict::What what);  // "lighten"
struct Ask {
  std::vector<Question> questions;
  SessionRef session;              // that they are about
  std::optional<SessionRef> head;  // where `session` may be done in its place
};
using DayDecision = std::variant<Ask, DayVerdict>;

// Total: with `answers.closed` it is always a verdict.
DayDecision decide(const RunPlan& run, const Control& control, const Reports& reports, int day,
                   const CheckIn& answers);

// ---- events -----------------------------------------------------------------------------------

// What rules may set off in the queue: the only way from results to control.
struct Triggers {
  std::vector<InsertBlock> inserts;
  bool repeat_week = false;
  bool end_block = false;
  bool refer = false;
  bool notify_coach = false;
  std::optional<int> gap_added;  // the new value
};

struct Ends {  // what the session that was just consumed ended
  bool rotation = false, week = false, block = false;
};
// What consuming this session would end, before it is consumed.
Ends ends_with(const RunPlan& run, const Control& control, const SessionRef& session,
               const Triggers& triggers);

// The sessions that are due and are asked for the first time by this check-in; none where no rule
// reads how recovery went.
PendingSessions newly_asked(const RunPlan& run, const Control& control, int day,
                            const CheckIn& answers);
// The check-in of the day is noted for them. `verdict` is the day's on these answers, where it is
// known already.
void note_asked(const RunPlan& run, Control& control, const Reports& reports, int day,
                const CheckIn& answers, const PendingSessions& newly,
                const DayVerdict* verdict = nullptr);
void note_trained(const RunPlan& run, Control& control, const SessionRef& session, GroupSet trained,
                  int day);
// Takes the session out of the pass and goes on to the next pass, week or block.
void consume(const RunPlan& run, Control& control, const SessionRef& session,
             const Triggers& triggers);

}  // namespace meso
