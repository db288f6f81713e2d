// The contract: the plan as plain data, complete and without names left to look up. The compiler
// emits it (compiler/lower); sheets, guidelines, the verifier and the runtime read nothing else.
// Its JSON form is runtime/plan_json.h, versioned by kPlanFormat.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/quantity.h"
#include "runtime/athlete.h"
#include "runtime/logic.h"
#include "runtime/prescription.h"

namespace meso {

inline constexpr int kPlanFormat = 1;

struct Group {
  std::string id;    // side_delts
  std::string name;  // side delts
};

struct MuscleShare {
  GroupId group;
  Decimal share;  // of one set: 1 direct, 0.5 indirect
};

struct Exercise {
  std::string name;
  Equipment equipment = Equipment::other;
  std::vector<MuscleShare> muscles;  // empty: it trains nothing (walking, mobility, stretching)
  std::vector<GroupId> stretches;    // what it lengthens lightly
  bool compound = false;
  bool unilateral = false;
  bool long_length = false;
  bool eccentric = false;
  bool lower_body = false;
  bool any_of_class = false;  // `any push`: the union of what the class can train
  bool familiar = false;      // done in the last four weeks (`familiar`)
};

// `input training max of deadlift default 90% of 1RM`: a value that the athlete brings.
struct Input {
  ReferenceKind kind;
  std::optional<ExerciseId> exercise;  // none for bodyweight
  // none: asked at the first check-in
  std::optional<std::variant<Load, OfReference>> fallback;
  SourceId source;
};

struct RoundingRule {
  std::optional<Equipment> equipment;  // none: every other
  Rounding mode = Rounding::nearest;
  Load step;
};

// What the plan calls progress.
enum class Metric : std::uint8_t {
  load,
  reps,
  e1rm,
  tonnage,
  rep_quality,
  hard_sets,
  one_rm,
  n_rm,
  training_max,
  bodyweight,
  resting_heart_rate,
  hrv,
  waist,
  body_fat,  // objective
  sleep,
  energy,
  mood,
  stress,
  movement_quality,
  technique,
  confidence,
  appetite,  // subjective
  soreness,  // never progress (R26)
};
bool is_objective(Metric metric);
bool is_performance(Metric metric);
std::string_view text(Metric metric);

struct Goal {
  Metric metric = Metric::e1rm;
  ReferenceKind reference;  // n_rm: which
  std::optional<ExerciseId> exercise;
  std::optional<GroupId> group;  // soreness of GROUP, so that R26 can name it
  std::optional<Quantity> from;  // `Q to Q`
  Quantity target;               // the value, or the growth when `is_growth`
  bool is_growth = false;        // `+ 5%`
  std::optional<BlockId> by_end_of;
  SourceId source;
};

struct Track {
  Metric metric = Metric::sleep;
  std::optional<ExerciseId> exercise;  // `track e1RM of back squat`
  SourceId source;
};

// `purpose size: chest, lats`: a group that is to grow. With `specialise` beyond what is usual.
struct SizePurpose {
  GroupId group;
  bool specialise = false;
  SourceId source;
};

// A coach's own question: `signal grip "How strong is your grip?" 1-5, higher is better`.
struct OwnSignal {
  std::string name;
  std::string question;
  Range scale;
  bool higher_is_better = false;
  SourceId source;
};

enum class Weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };
std::string_view text(Weekday day);  // "Mon"

// `event "Match" on Sat`: every week; or once, on a date.
struct Event {
  std::string name;
  std::variant<Weekday, Date> when;
  SourceId source;
};

// `missed: waits`: what becomes of work that wasn't done. The queue only moves, whatever is
// written; `add to next` is there to be refused (R10).
struct MissedWork {
  enum class Becomes : std::uint8_t { waits, added };
  Becomes becomes = Becomes::waits;
  SourceId source;
};

// `at least 3 days and at most 9 days after "Lower A"`. No `after` means every group that the
// session trains as primary. `at least 2 days before "Match"` keeps clear of an event.
struct Wait {
  struct LastSession {};
  struct OwnGroups {};
  struct AfterSession {
    std::string session;
  };
  struct BeforeEvent {
    std::string event;
  };
  using After = std::variant<OwnGroups, LastSession, AfterSession, GroupId, BeforeEvent>;
  std::optional<int> at_least_days;
  std::optional<int> at_most_days;
  std::vector<After> after;  // never empty
  SourceId source;
};

struct WarmUp {
  bool automatic = false;  // generated from the work load
  Prescription stated;     // else
};

// How a set is done, where it isn't straight. Drop sets and rest-pause end the line's last set;
// myo-reps follow each set (the activation set); a cluster divides each set.
struct SetStyle {
  enum class Kind : std::uint8_t { drop_set, rest_pause, myo_reps, cluster };
  Kind kind = Kind::drop_set;
  int mini_sets = 0;
  int mini_reps = 0;              // myo_reps, cluster
  Percent load;                   // drop_set: of the load before
  std::optional<TimeRange> rest;  // cluster: between its mini-sets
  friend constexpr bool operator==(const SetStyle&, const SetStyle&) = default;
};
std::string_view text(SetStyle::Kind kind);  // "drop set"

using ProgressionId = Id<struct ProgressionTag>;

struct SchemeStages {
  SchemeId scheme;
  std::vector<Prescription> stages;
};

// One exercise line of a session, as this week prescribes it.
struct Line {
  std::string slot;   // identity: "Accumulation/Lower A/back squat", "...#2" for the second
  std::string label;  // "A1": superset and circuit; empty else
  // Alternatives, from which the athlete chooses; or a ladder of variations, the easiest first, on
  // which a rule moves the athlete up and down.
  std::vector<ExerciseId> options;
  bool is_ladder = false;
  std::vector<Prescription> stages;  // of a staged scheme; one entry otherwise
  // `stages` before this week's and this repeat's changes, where there are any: what the rules have
  // made of a line comes first, then the week's changes. See written_stages().
  std::vector<Prescription> written;
  std::vector<Change> changes;  // those changes, in order
  // What `scheme to NAME` in one of its rules can put in the place of its own sets.
  std::vector<SchemeStages> other_schemes;
  std::optional<TimeRange> rest;
  std::optional<Tempo> tempo;
  bool each_side = false;
  bool to_failure = false;
  bool optional = false;
  std::optional<SetStyle> style;
  std::optional<Load> start;
  std::vector<RuleCall> rules;
  std::vector<ProgressionId> progressions;  // of `rules`, one each
  // `as main` without a call: whose stage and load it uses; its results don't feed it.
  std::optional<ProgressionId> shares;
  std::optional<WarmUp> warm_up;
  std::vector<std::string> notes;
  SourceId source;
};

// The line's stages before this week changes them.
inline const std::vector<Prescription>& written_stages(const Line& line) {
  return line.changes.empty() ? line.stages : line.written;
}

struct Session {
  std::string name;
  bool recovery = false;  // an easy day; a gate only where it names one itself
  std::optional<GateId> gate;
  std::vector<Weekday> on;      // a fixed day
  std::vector<Weekday> prefer;  // draws the calendar, decides nothing
  std::vector<Wait> waits;
  std::vector<Line> lines;
  std::vector<std::string> notes;
  SourceId source;
};

enum class WeekKind : std::uint8_t { loading, deload, push, test };
std::string_view text(WeekKind kind);

struct Week {
  WeekKind kind = WeekKind::loading;
  std::vector<std::uint32_t> sessions;  // into Block::sessions, in the order of the queue
  std::vector<Change> changes;          // as written on the week, for print (already applied)
};

struct Block {
  std::string name;
  bool rotations = false;  // passes are rotations, not weeks
  Range length;            // passes; `3-5 weeks` runs on unless `end block` fires
  int times = 1;           // runs
  std::optional<int> sessions_per_week;
  WeekKind kind = WeekKind::loading;
  std::vector<RuleCall> follows;
  std::vector<Session> sessions;  // equal weeks share theirs
  std::vector<Week> weeks;        // length.high of them
  std::vector<std::string> notes;
  SourceId source;
};

// One state of a rule: keyed by exercise and rule name (or `as`).
struct Progression {
  ExerciseId exercise;
  std::string name;
  RuleId rule;
};

struct ReturnRamp {
  int after_days_off = 0;
  std::vector<std::vector<Change>> weeks;
  SourceId source;
};

// An exception that the author takes responsibility for: `allow <guideline> "reason"`.
struct Allow {
  std::string guideline;
  std::string reason;
  std::optional<std::string> until;  // ISO date
  SourceId source;
};

struct Plan {
  std::string name;
  std::string by;
  Level level = Level::intermediate;
  MassUnit units = MassUnit::kg;
  int edition = 0;  // guideline edition
  std::optional<Date> starts;
  std::vector<std::string> purpose;
  std::vector<SizePurpose> sizes;
  std::vector<Group> groups;  // all of the catalogue, so that GroupId means the same everywhere
  Store<ExerciseId, Exercise> exercises;
  std::vector<Input> inputs;
  std::vector<RoundingRule> roundings;
  std::vector<Goal> goals;
  std::vector<Track> tracks;
  Store<SignalId, OwnSignal> signals;
  std::vector<Event> events;
  std::vector<MissedWork> missed;  // of the plan, its blocks and sessions
  Store<GateId, Gate> gates;
  Store<RuleId, Rule> rules;
  Store<SchemeId, std::string> schemes;  // their names; the sets stand with the lines
  std::vector<ReturnRamp> returns;
  std::vector<RuleCall> follows;  // of the whole plan
  Store<ProgressionId, Progression> progressions;
  Store<BlockId, Block> blocks;
  std::vector<Allow> allows;
  std::vector<std::string> notes;
  SourceId source;
};

}  // namespace meso
