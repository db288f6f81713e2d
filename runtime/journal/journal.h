// The athlete's log as data: what was reported and what was done, in the order in which it was
// written down. Nothing here knows the plan; replay.h holds the names against it.
//
//   meso log 1
//   plan "Four days, recovery decides"
//
//   2026-11-23 check-in
//     soreness quads 0, glutes 1
//     energy 4, sleep 4
//     pain none
//   end 1c9a02bb
//
//   2026-11-23 session "Lower A"
//     back squat 3x8 100 kg @ RIR 2
//     lying leg curl 12, 12, 10 40 kg
//   end 09e4f7d1
//
// A record begins with its date and ends with its end line, whose checksum covers the record. The
// file only grows: what was wrong is amended by a later record.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/quantity.h"
#include "runtime/done_set.h"

namespace meso {

inline constexpr int kJournalFormat = 1;

enum class EntryKind : std::uint8_t {
  check_in,     // `check-in`
  session,      // `session "Lower A"`
  off_plan,     // `off-plan`: work that the plan doesn't have
  skip,         // `skip "Lower A"`: not done though it could have been; it stays in the queue
  drop,         // `drop "Lower A" by "Ann"`: taken out of this pass by a person
  unavailable,  // `unavailable until 2026-12-01`
  red_flag,     // `red flag "chest pain"`
  cleared,      // `cleared by "Dr. Smith"`
  overruled,    // `overrule "Lower A" by "Ann"`: a coach lets a reduced session be done
  athlete,      // `athlete`: maxes and bodyweight from this day on
  rename,       // `rename "Lower A" to "Legs A"`: the plan calls it so now
  move,         // `continue at week 3 of "Accumulation"`
  amend,        // `amend 2026-11-23 session "Lower A"`: takes the place of that record
  remove,       // `remove 2026-11-23 session "Lower A"`
};
std::string_view text(EntryKind kind);  // as the record's first line has it: "check-in"

struct DoneExercise {
  std::string_view name;
  std::string_view instead_of;  // `front squat for back squat`; empty: as planned
  bool skipped = false;
  std::vector<DoneSet> sets;
  std::uint32_t line = 0;
};

// One answer of a check-in, or one value of an `athlete` record, as it was written:
//   soreness quads 3            what "soreness", of "quads", number 3
//   soreness alters form yes    what "soreness alters form", yes
//   energy 4, HRV 62            what "energy", number 4
//   pain dull in lower back     what "pain", word "dull", of "lower back"
//   red flag "dark urine"       what "red flag", word "dark urine"; `red flag none`: "none"
//   waist 84 cm, grip 3         what "waist", number 84, unit "cm"
//   training max of back squat 140 kg   what "training max", of "back squat", number 140, unit "kg"
// The language's own words come as they are written here, whatever their case in the log; names
// come as the athlete wrote them.
struct WrittenReading {
  std::string_view what;
  std::string_view of;
  std::string_view word;
  Decimal number;
  std::string_view unit;
  std::uint32_t line = 0;
};

// `probe back squat 3 80 kg @ RIR 4`: one warm-up set.
struct Probe {
  std::string_view exercise;
  DoneSet set;
  std::uint32_t line = 0;
};

struct Entry {
  EntryKind kind = EntryKind::check_in;
  Date date;
  std::uint32_t line = 0;      // of the record's first line, from 1
  std::uint32_t end_line = 0;  // of its end line; 0: it has none

  std::string_view name;    // the session; what is renamed; "Lower A"
  std::string_view to;      // rename: the new name
  std::string_view block;   // `of "Accumulation"`; empty: the one of that day
  std::optional<int> week;  // `week 3`
  std::string_view person;  // `by "Ann"`
  std::string_view reason;  // a text behind the names: a red flag, why it was dropped
  std::optional<Date> until;
  bool lightened = false;
  bool broken_off = false;
  // amend, remove: of which kind and date; the session in `name`. An amendment is the whole new
  // record: the fields above and below are filled as the target's kind has them.
  std::optional<EntryKind> target;
  Date target_date;

  std::vector<WrittenReading> readings;  // check-in, athlete; a session's pain and red flags
  std::optional<Probe> probe;            // check-in
  std::vector<DoneExercise> exercises;   // session, off-plan, amended ones
  std::vector<std::string_view> notes;

  bool has_checksum = false;
};

struct JournalProblem {
  enum class Severity : std::uint8_t { error, warning };
  Severity severity = Severity::error;
  std::uint32_t line = 0;
  std::string message;  // "soreness goes from 0 to 10", in the athlete's words
  std::string help;     // may be empty
};

struct Journal {
  int format = 0;            // of `meso log 1`; 0: it isn't a log, or not yet
  std::string_view plan;     // the name of the plan that it was kept for
  std::string_view athlete;  // may be empty
  // As written, in file order; broken records are left out and reported. Views point into the text,
  // or into `tidied`: names have one space between their words.
  std::vector<Entry> entries;
  std::vector<JournalProblem> problems;  // by line
  // The last record, or the head, was cut off while it was written: the line (from 1) where it
  // begins. It isn't in `entries`.
  std::optional<std::uint32_t> torn_from;
  std::shared_ptr<std::deque<std::string>> tidied;

  bool has_errors() const;
};

// Reads a log. Never fails, never throws; a record with an error is reported and left out, and
// reading goes on behind its end line. The text must outlive the result.
Journal read_journal(std::string_view text);

// The first lines of a new log, up to and with the blank line behind them.
std::string journal_head(std::string_view plan, std::string_view athlete);
// The record in canonical form, from its date to its end line with the checksum.
std::string entry_text(const Entry& entry);
// `3x8 100 kg @ RIR 2, 1x7 100 kg @ RIR 1`: equal sets that follow each other are said once.
std::string sets_text(const std::vector<DoneSet>& sets);

}  // namespace meso
