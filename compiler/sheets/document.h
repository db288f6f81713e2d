// The sheets of a plan as pure data, with no markup: what every back end prints.
//
// A week is a `WeekSheet` (a pass of a block: a week, or a rotation), a session a `Card`. Wording
// is finished here; a back end decides places, not words. Text from the plan is unescaped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/athlete.h"
#include "runtime/edition.h"
#include "runtime/nominal.h"
#include "runtime/plan.h"
#include "runtime/words.h"

namespace meso {

// `any` is right for both: it fits the width of A4 and the height of Letter.
enum class Paper : std::uint8_t { any, a4, letter };

// One thing to rate, tick or write before a session.
struct Check {
  enum class Kind : std::uint8_t {
    rate,   // `items` each get a blank for a number: the groups, or one question
    tick,   // `items` each get a box to tick
    probe,  // `items` are the units to write: "kg", "reps"
  };
  Kind kind = Kind::rate;
  std::string text;   // "Soreness", "Energy", "Pain"
  std::string scale;  // "0-10", "1-5"; empty else
  std::vector<std::string> items;
  std::string blank;  // a last blank for words: "at"; empty else
};
// A short question and its answers (pain, yes or no, a set's load and reps) are never parted by a
// line's end; the many ratings and ticks of a long one may be.
inline bool stays_together(const Check& check) {
  return check.kind != Check::Kind::rate && check.items.size() <= 3;
}

// One clause of a gate, with its place in the order.
struct Decision {
  int number = 1;
  Verdict verdict = Verdict::recover;
  std::string tick;  // "rest": the word beside a tick box
  words::Clause words;
};

// A gate worded once for all sessions of a week that share it.
struct GateText {
  std::string name;
  std::vector<Decision> decisions;
};

// Sets of one kind in an exercise row.
struct SetRow {
  std::string sets;         // "3 x 6-8"
  std::string effort;       // "RIR 2"; empty where none is written
  std::string load;         // "100 kg", "75% TM", "BW + 10 kg"; empty where results decide
  bool load_known = false;  // false: leave a blank for the load of the day
  int first = 1;            // number of its first set in the line
  int blanks = 1;           // sets to write down
};

// What a rule does to an exercise; `name` is set where more of it stands in WeekSheet::rules.
struct RowRule {
  std::string name;
  std::vector<words::Clause> clauses;
};

struct ExerciseRow {
  std::string label;  // "A1"; empty else
  std::string name;   // "chin up or lat pulldown"
  std::vector<SetRow> sets;
  std::string amount;                // what is counted: "reps", "s", "m"
  std::string rest;                  // "3 min"; empty where none is written
  std::string tempo;                 // "3-1-1-0"
  std::vector<std::string> remarks;  // "each side", "optional", "warm up first"
  std::vector<std::string> notes;    // the author's, for the athlete
  std::vector<RowRule> rules;
};

struct Card {
  int number = 1;  // place in the week's order
  std::string name;
  std::string kind;  // "recovery"; empty for a day of training
  std::string day;   // "Mon": preferred or fixed; empty else
  bool fixed_day = false;
  std::vector<std::string> waits;
  std::vector<Check> checks;          // empty without a gate
  std::optional<std::uint32_t> gate;  // into WeekSheet::gates, where it is shared
  std::vector<Decision> decisions;    // in order; worded for this card where `gate` is none
  std::vector<ExerciseRow> rows;
  bool asks_effort = true;  // a blank for RIR after each set
  std::vector<std::string> notes;
};

// What holds for more than one exercise, worded once.
struct RuleText {
  std::string name;  // "double"; "this block" for a rule that it follows
  std::vector<words::Clause> clauses;
};

struct WeekSheet {
  std::string block;
  std::string pass;   // "Week 2 of 5", "Rotation 1 of 6"
  std::string round;  // "round 2 of 6"; empty where the block runs once
  int week_of_plan = 1;
  int weeks_of_plan = 1;
  std::string kind;                // "deload", "push", "test"; empty for a loading week
  std::string changes;             // "RIR +1": already in the numbers
  std::vector<std::string> order;  // session names, to tick off
  std::vector<GateText> gates;
  std::vector<Card> cards;
  std::vector<RuleText> rules;
  std::vector<std::string> notes;  // the plan's and the block's
};

struct StopSection {
  std::string title;
  std::string text;
};

struct SheetDocument {
  std::string plan;
  std::string by;       // who answers for it; may be empty
  std::string athlete;  // empty: a blank for the name
  int edition = 0;
  Paper paper = Paper::any;
  MassUnit unit = MassUnit::kg;
  bool draft = false;
  std::vector<std::string> findings;  // printed on each page of a draft
  std::string stop_short;             // on every page
  std::vector<StopSection> stop;      // in full on every week's sheet
  std::string assumptions;
  std::vector<WeekSheet> weeks;
};

struct SheetRequest {
  const Plan& plan;
  const Edition& edition;
  const Athlete* athlete = nullptr;  // without one, percentages and blanks
  const NominalPath& path;
  Paper paper = Paper::any;
  // A draft prints these on each page; none is a released sheet.
  std::optional<std::vector<std::string>> draft_findings;
  std::optional<int> only_week;  // of the plan, from 1
};

SheetDocument make_document(const SheetRequest& request);

// The groups that the session trains (primary, or many fractional sets), by name: what a card asks
// the soreness of.
std::vector<std::string> trained_groups(const Plan& plan, const Session& session,
                                        const Edition& edition);

}  // namespace meso
