// Does a plan stay inside the guidelines on every path that check-ins and results can take it down?
// One shortest path for each property on which it doesn't.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/facts.h"
#include "compiler/verify/lived_day.h"
#include "compiler/verify/seeded_fault.h"
#include "runtime/recovery.h"
#include "runtime/step/run_plan.h"

namespace meso {

enum class Property : std::uint8_t {
  gate_total,
  released_fresh,
  gap_safe,
  latent_safe,
  recovers,
  swap_is_fresh,
  bounded_volume,
  bounded_load,
  progresses,
  stall_escalates,
  deload_comes,
};
inline constexpr std::size_t kProperties = 11;
std::string_view text(Property property);  // "gap-safe"
// What it claims, in a sentence.
std::string_view claim(Property property);

enum class Proof : std::uint8_t { proved, refuted, not_proved };
std::string_view text(Proof proof);  // "not proved"

// A session done on a day of a path.
struct PathDay {
  int day = 0;  // from the first day of the plan, 0
  SessionId session;
};

// The shortest path that breaks a gap property at one session.
struct Violation {
  SessionId session;
  GroupId group;
  SessionId since;  // the bout that isn't over
  BoutClass bout_class = BoutClass::usual;
  int days = 0;                  // since that bout
  std::optional<int> safe_days;  // from which on it is over; nothing: no gap is safe without a gate
  std::vector<LivedDay> lived;   // the path, as the runtime has replayed it; what breaks it is last
  std::string results;           // with which it does; empty: they have no part in it
  Weekday first_weekday = Weekday::mon;  // of the path, where weekdays matter
  BodyToday body;                        // the group, on the morning of the last day
};

// What breaks a property that asks nothing of gaps.
struct Flaw {
  SourceId place;
  std::string what;  // one sentence, with its numbers
  std::vector<PathDay> path;
};

// A rise of the hard sets of a group.
struct VolumeJump {
  enum class Of : std::uint8_t { pass, session, six_days };
  Of of = Of::pass;
  std::size_t pass = 0, base = 0;  // into PlanFacts::passes
  GroupId group;
  Decimal from, to;
  std::string results;        // with which a path leads there; empty: it stands in the plan
  std::vector<PathDay> path;  // the session that brings it comes last
  Decimal percent() const { return (to - from) * Decimal::whole(100) / from; }
};
// How far volume may rise at once: the thresholds of volume-jump.
struct VolumeBounds {
  int pass = 20, pass_error = 50;  // % over the best of the last loading passes
  int session = 30;                // % over their heaviest session
  int six_days = 50;               // % over the best of them
  int least_sets = 3;              // a smaller rise is never too much
  int most(VolumeJump::Of of) const {
    return of == VolumeJump::Of::pass ? pass : of == VolumeJump::Of::session ? session : six_days;
  }
};

// A rise of a load, or of the max that it is taken of, at one firing of a rule.
struct LoadJump {
  SourceId place;  // the rule's call
  ExerciseId exercise;
  Decimal percent;
  std::optional<Load> from;   // nothing: a percentage of whatever it is
  std::string results;        // with which a path leads there; empty: it is the first step
  std::vector<PathDay> path;  // the session that brings it comes last
};
// How far loads may rise at once: the thresholds of load-jump.
struct LoadBounds {
  int rise = 10, rise_error = 20;  // %; one loadable step is never too much
};

// The most hard sets of a group on the paths that were gone: see peak_sets.h.
struct PeakSets {
  SessionId session;     // of a week: its first
  std::size_t pass = 0;  // into PlanFacts::passes
  Decimal sets, direct;  // of a week none are direct
  std::string results;   // with which a path leads there; empty: it stands in the plan
};

struct AllPeaks {
  std::vector<std::vector<PeakSets>> sessions;  // by group: the fullest of each session
  std::vector<PeakSets> weeks;                  // by group: the fullest loading week
};

// A time that a group goes untrained: see untrained.h.
struct GroupGap {
  GroupId group;
  int days = 0;
  SessionId from, to;
};
// What a typical athlete makes of the plan: see typical_run.h.
struct TypicalRun {
  int sessions = 0;
  int at_first_try = 0;  // released when they were first asked for
  int longest_wait = 0;  // days from one session to the next
  bool finishes = false;
  SessionId stuck_at;  // where it doesn't
};

// The longest row of loading weeks without a deload or a test.
struct LoadingRun {
  int weeks = 0;         // by the calendar, begun ones too
  BlockId block;         // of the last of them
  bool inserts = false;  // a rule puts a deload in between for those who stall,
  bool eases = false;    // or rules make most lines of that block easier again
};
inline constexpr int kMostLoadingWeeks = 8;

// Where a gap property is broken: a session as it is written, and a group that it trains.
struct BrokenAt {
  Property property = Property::gap_safe;
  SourceId session;
  GroupId group;
  friend auto operator<=>(const BrokenAt&, const BrokenAt&) = default;
};

struct PropertyResult {
  Property property = Property::gap_safe;
  Proof proof = Proof::proved;
  std::string why;                    // not proved: what was in the way
  std::string bound;                  // proved: by how much, where that is a figure
  std::vector<Violation> violations;  // the shortest path first; one for each session and group
  std::vector<Flaw> flaws;
  std::vector<BrokenAt> open;  // what may be broken: no path was confirmed
};

// Of a plan that was changed a little: what was broken before isn't looked for again, and neither
// is what no gate and no date has a part in.
struct OnlyNew {
  GroupSet groups = ~GroupSet{0};  // no others are followed
  std::set<BrokenAt> known;
  // What is new counts only if the runtime goes that way. Else the first of it is left open, and
  // nothing more is looked for.
  bool replayed = false;
};

struct VerifyOptions {
  EnvelopeMode mode = EnvelopeMode::worst;
  std::size_t budget = kDefaultBudget;  // states, or as much work beside them
  VolumeBounds volume;
  LoadBounds load;
  // Results that change once are played too, where steady ones refute nothing: dear in long plans.
  bool changing_results = true;
  bool typical_run = false;  // with Verification::typical
  const OnlyNew* only_new = nullptr;
};

struct Verification {
  std::vector<PropertyResult> results;  // by Property
  std::vector<VolumeJump> volume_jumps;
  std::vector<LoadJump> load_jumps;
  LoadingRun loading;
  TypicalRun typical;
  AllPeaks peaks;
  std::vector<GroupGap> longest_gaps;  // one for each group that is worked directly twice
  std::size_t states = 0;
  const PropertyResult& of(Property property) const {
    return results[static_cast<std::size_t>(property)];
  }
};

Verification verify(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options = {},
                    SeededFault fault = SeededFault::none);

}  // namespace meso
