#include "tests/verify/oracle.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "compiler/verify/bouts.h"
#include "tests/verify/body.h"
#include "tests/verify/gap_monitor.h"
#include "tests/verify/releases.h"

namespace meso::test {
namespace {

// Long after 1970, so that no date is negative; where days are fixed, any weekday may be the first.
constexpr int kFirstDay = 20'000;
constexpr std::size_t kNobody = SIZE_MAX;

// ---- days that are too long ago to matter -----------------------------------------------------

bool has_fixed_days(const Plan& plan) {
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      if (!session.on.empty()) return true;
  return false;
}

// From so many days on it makes no difference how long ago something was done.
class Memory {
 public:
  Memory(const RunPlan& run, bool longer)
      : run_(run),
        weekdays_(has_fixed_days(run.plan())),
        longer_(longer ? 4 : 0),
        names_(run.names().size()) {
    const Plan& plan = run.plan();
    // A fixed day makes every wait a long one: see read().
    if (weekdays_ && plan.returns.empty()) longer_ += run.returns().back().after_days_off + 7;
    std::fill(names_.begin(), names_.end(), run.edition().same_session_days);
    // Strength that no lift can tell counts as back after some hours.
    groups_.fill((run.edition().strength_no_history_hours + 23) / 24);
    last_ = run.returns().empty() ? 0 : run.returns().back().after_days_off;
    for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
      const BlockId block = plan.blocks.id_of(b);
      for (const Week& week : plan.blocks[block].weeks)
        pace_ = std::max(pace_, pace_of(plan.blocks[block], week).sessions);
      for (std::uint32_t s = 0; s < plan.blocks[block].sessions.size(); ++s)
        for (const SessionDates::After& after : run.facts({block, s}).dates.after) read(after);
    }
  }

  // Queues with the same text have the same future.
  void write(std::string& out, const Control& control, int day) const {
    const auto put = [&](int value) { out += static_cast<char>(value); };
    const auto put_age = [&](int then, int most) {
      put(then == kNever ? 255 : std::min(day - then, most + longer_));
    };
    if (weekdays_) put(day % 7);
    write_place(out, control);
    const DoneDates& done = control.done;
    put_age(done.last(), std::max(last_, run_.edition().pace_days));
    for (int n = 2; n <= pace_; ++n)
      put_age(done.latest[DoneDates::kPace - static_cast<std::size_t>(n)],
              run_.edition().pace_days);
    for (std::size_t name = 0; name < names_.size(); ++name)
      put_age(done.by_name[name], names_[name]);
    for (std::size_t g = 0; g < run_.plan().groups.size(); ++g)
      if (done.by_group[g] != kNever) {
        put(static_cast<int>(g));
        put_age(done.by_group[g], groups_[g]);
      }
    write_overdue(out, done);
  }

 private:
  void read(const SessionDates::After& after) {
    const int longest = std::max(after.at_least, after.at_most);
    if (after.at_most > 0) overdue_.push_back(&after);
    // A long wait makes a lay-off shorter, however long it is, where the plan names no return.
    const bool far = longest > run_.edition().pace_days && run_.plan().returns.empty();
    const int most = far ? run_.returns().back().after_days_off + longest : longest;
    if (far) last_ = std::max(last_, most);
    if (after.what == SessionDates::After::What::session)
      names_[after.name] = std::max(names_[after.name], most);
    for_each_group(after.groups,
                   [&](GroupId g) { groups_[g.value] = std::max(groups_[g.value], most); });
    if (after.what == SessionDates::After::What::last_session) last_ = std::max(last_, most);
  }

  static int overdue_from(const DoneDates& done, const SessionDates::After& after) {
    using What = SessionDates::After::What;
    int last = after.what == What::last_session ? done.last() : kNever;
    if (after.what == What::session) last = done.by_name[after.name];
    for_each_group(after.groups, [&](GroupId g) { last = std::max(last, done.by_group[g.value]); });
    return last == kNever ? INT32_MAX : last + after.at_most;
  }

  // Which `at most` runs out before which: of several that have, the first counts.
  void write_overdue(std::string& out, const DoneDates& done) const {
    for (const auto* one : overdue_)
      out +=
          static_cast<char>(std::count_if(overdue_.begin(), overdue_.end(), [&](const auto* other) {
            return overdue_from(done, *other) < overdue_from(done, *one);
          }));
  }

  static void write_place(std::string& out, const Control& control) {
    const auto put = [&](std::uint64_t value) { out += static_cast<char>(value); };
    const Place& place = control.place;
    put(place.block.value);
    put(static_cast<std::uint64_t>(place.run));
    put(static_cast<std::uint64_t>(place.week));
    put(place.pending);
    put(place.pending_at_start);
    put(static_cast<std::uint64_t>(place.consumed));
    if (!control.returning) return put(255);
    put(control.returning->ramp);
    put(control.returning->week);
    put(control.returning->since == control.done.last());
  }

  const RunPlan& run_;
  bool weekdays_;
  int longer_ = 0;  // days
  int last_ = 0, pace_ = 0;
  std::vector<int> names_;
  std::array<int, kMostGroups> groups_{};
  std::vector<const SessionDates::After*> overdue_;  // with an `at most`
};

// ---- the search ---------------------------------------------------------------------------------

class Oracle {
 public:
  Oracle(const PlanFacts& facts, const RunPlan& run, const OracleOptions& options)
      : facts_(facts),
        run_(run),
        options_(options),
        bouts_(facts),
        envelope_(envelope_of(facts.plan.level)),
        monitor_(facts, run, envelope_),
        memory_(run, options.plain),
        releases_(run, envelope_, options.plain) {
    for (std::size_t p = 0; p < kProperties; ++p)
      open_[p] = options.plain || monitor_.may_break(static_cast<Property>(p));
  }

  // Breadth-first, a day at a time: the first path found is a shortest.
  OracleResult run() {
    const int starts = has_fixed_days(facts_.plan) ? 7 : 1;
    for (int s = 0; s < starts; ++s)
      add({start_control(run_), Body(), kNobody, kFirstDay + s}, kFirstDay + s);
    for (int day = 0; !next_.empty() && is_anything_open(); ++day) {
      const std::vector<Morning> today = std::exchange(next_, {});
      for (const Morning& morning : today) live(morning, morning.first_day + day);
    }
    result_.states = seen_.size();
    return std::move(result_);
  }

 private:
  struct Morning {
    Control control;
    Body body;
    std::size_t trail = kNobody;  // the session before, into trail_
    int first_day = kFirstDay;
  };
  struct Trail {
    std::size_t before = kNobody;
    OracleStep step;
  };

  bool is_anything_open() const {
    return std::any_of(open_.begin(), open_.end(), [](bool open) { return open; });
  }

  void live(const Morning& morning, int day) {
    add(morning, day + 1);  // nothing, not even a check-in
    Morning arrived = morning;
    if (comes_back(run_, morning.control, day)) {
      arrive(run_, arrived.control, day);
      add(arrived, day + 1);  // a check-in, and nothing done
    }
    for (const Release& release : releases_.of(arrived.control, arrived.body, day)) {
      judge(arrived, release, day);
      add(after(arrived, release, day), day + 1);
    }
  }

  void judge(const Morning& morning, const Release& release, int day) {
    for (std::size_t p = 0; p < kProperties; ++p) {
      if (!open_[p]) continue;
      const auto group = monitor_.breaks(static_cast<Property>(p), release.session.id,
                                         release.clause, morning.body, day);
      if (!group) continue;
      open_[p] = false;
      result_.refuted[p] = OraclePath{*group, path_to(morning, release, day)};
    }
  }

  Morning after(Morning morning, const Release& release, int day) {
    const SessionRef& session = release.session;
    const GroupSet trained = run_.facts(session.id).dates.trained;
    const std::size_t pass = pass_of(morning.control.place);
    for_each_group(trained, [&](GroupId group) {
      const auto bout_class = bouts_.of(pass, static_cast<std::size_t>(session.nth), group);
      morning.body.trained(group, bout_class.value(), day);
    });
    note_trained(run_, morning.control, session, trained, day);
    consume(run_, morning.control, session, {});
    trail_.push_back({morning.trail, {day - morning.first_day, session, release.answers}});
    morning.trail = trail_.size() - 1;
    return morning;
  }

  std::size_t pass_of(const Place& place) const {
    const auto found =
        std::find_if(facts_.passes.begin(), facts_.passes.end(), [&](const Pass& pass) {
          return pass.block == place.block && pass.run == place.run && pass.number == place.week;
        });
    return static_cast<std::size_t>(found - facts_.passes.begin());
  }

  void add(Morning morning, int day) {
    if (morning.control.finished) return;
    morning.body.forget(envelope_, day);
    std::string key;
    memory_.write(key, morning.control, day);
    morning.body.write(key, envelope_, day);
    if (!seen_.insert(std::move(key)).second) return;
    if (seen_.size() > options_.most_states) throw std::length_error("not a tiny plan");
    next_.push_back(std::move(morning));
  }

  std::vector<OracleStep> path_to(const Morning& morning, const Release& release, int day) const {
    std::vector<OracleStep> path{{day - morning.first_day, release.session, release.answers}};
    for (std::size_t at = morning.trail; at != kNobody; at = trail_[at].before)
      path.push_back(trail_[at].step);
    std::reverse(path.begin(), path.end());
    return path;
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  OracleOptions options_;
  Bouts bouts_;
  Envelope envelope_;
  GapMonitor monitor_;
  Memory memory_;
  Releases releases_;
  std::array<bool, kProperties> open_{};  // not refuted yet, and not impossible to
  std::vector<Morning> next_;             // of the day that comes
  std::unordered_set<std::string> seen_;
  std::vector<Trail> trail_;
  OracleResult result_;
};

}  // namespace

OracleResult ask_oracle(const PlanFacts& facts, const RunPlan& run, const OracleOptions& options) {
  return Oracle(facts, run, options).run();
}

std::string text(const Plan& plan, const std::optional<OraclePath>& path) {
  if (!path) return "none";
  std::string out;
  for (const OracleStep& step : path->steps) {
    const Session& session = plan.blocks[step.session.id.block].sessions[step.session.id.index];
    out += (out.empty() ? "day " : ", day ") + std::to_string(step.day) + " " + session.name;
  }
  return out + " (" + plan.groups[path->group.value].name + ")";
}

}  // namespace meso::test
