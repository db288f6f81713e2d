// From a log to where the athlete is: every record in turn, held against the plan as it is now.
// What no longer fits is reported with the choices that there are, and never guessed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/journal/journal.h"
#include "runtime/replay/log_names.h"
#include "runtime/step/step.h"

namespace meso {

// A session of the log, as the plan has it.
struct LoggedSession {
  int day = 0;
  std::optional<SessionId> session;  // nothing: beside the plan
  int week = 0;                      // of its block, from 0
  int due = kNever;                  // the first date on which it could have been done
  bool lightened = false, broken_off = false;
  bool overruled = false;  // a coach let it be done that day
  bool reduced = false;    // that day asked for less of it: its gate did, or that coach
  Told told;
  std::vector<TodayLine> asked;  // with loads, by line of the session
  std::vector<DoneLine> done;
  std::uint32_t line = 0;  // of the log
};

struct LoggedCheckIn {
  int day = 0;
  CheckIn answers;
  std::optional<DayVerdict> verdict;  // with what was on record by then; nothing: nothing was due
};

// A number that was measured: `waist 84 cm`, `bodyweight 82 kg`, `1RM of back squat 140 kg`.
struct LoggedReading {
  int day = 0;
  std::string what;  // as the log has it: "waist", "HRV", "training max"
  std::optional<ExerciseId> of;
  Decimal value;
  std::string unit;
};

struct History {
  std::string athlete;  // of the log's head; may be empty
  std::vector<LoggedCheckIn> check_ins;
  std::vector<LoggedSession> sessions;
  std::vector<LoggedReading> readings;
  std::vector<int> skipped, unavailable;  // days
};

struct Replayed {
  State state;
  std::vector<JournalProblem> problems;  // of the journal itself, and of what doesn't fit the plan
  int last_day = kNever;                 // of the last record
  bool has_errors() const;
};

struct ReplayOptions {
  std::optional<int> until;    // later records are left aside
  std::optional<int> today;    // a record behind it is from the future: an error
  History* history = nullptr;  // wanted where something is told of the past
};

Replayed replay(const RunPlan& run, const LogNames& names, const Journal& journal,
                const ReplayOptions& options = {});

// The records that count: amended ones in the place of what they amend, removed ones gone, by date.
std::vector<Entry> effective_entries(const Journal& journal, std::vector<JournalProblem>& problems);

// A check-in as the step reads it. Names that nothing has are problems.
CheckedIn checked_in(const LogNames& names, const Entry& entry,
                     std::vector<JournalProblem>& problems);
// Maxes and bodyweight, wherever they are written.
AthleteChanged athlete_values(const LogNames& names, const Entry& entry,
                              std::vector<JournalProblem>& problems);
// The exercises of a record on the lines of a session; of work beside the plan `session` is null.
std::vector<DoneLine> done_lines(const RunPlan& run, const LogNames& names,
                                 const SessionRef* session, const Entry& entry,
                                 std::vector<JournalProblem>& problems);

}  // namespace meso
