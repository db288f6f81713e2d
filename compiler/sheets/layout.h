// Where a week's cards go on paper: one answer for every paged back end, so that they agree on the
// number of pages. All measures are millimetres; html_style.cpp draws with the same ones.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/sheets/document.h"
#include "compiler/sheets/text_width.h"

namespace meso {

namespace mm {
inline constexpr double kMargin = 8;
inline constexpr double kSlack = 1.2;     // left free, so that a rounding never makes a page
inline constexpr double kLine = 3.7;      // small type
inline constexpr double kGap = 1.8;       // between the parts of a page
inline constexpr double kHead = 10.6;     // of a page
inline constexpr double kStrip = 5.6;     // a row of the order strip
inline constexpr double kBlank = 8.6;     // a blank to write a set in; never under 8
inline constexpr double kMostBlank = 14;  // nor taller than this where a page has room
inline constexpr double kRate = 6.6;      // a blank to write a rating in
inline constexpr double kCheckGap = 3.6;  // between two checks
inline constexpr double kRateWidth = 8.5;
inline constexpr double kLineWidth = 11;  // a line to write a word or a number on
inline constexpr double kTick = 3.6;      // a box to tick
inline constexpr double kTickRow = 5.2;
inline constexpr double kPad = 1;  // inside a cell or a box
inline constexpr double kTableHead = 4.4;
inline constexpr double kHair = 0.27;  // a hairline, as browsers draw it
inline constexpr double kNameLine = 4.1;
inline constexpr double kSetsLine = 4.8;
inline constexpr double kCardTitle = 7.4;
inline constexpr double kNotes = 4.1;  // the least room for the athlete's notes
inline constexpr double kPlan = 30.5;  // columns of the exercise table
inline constexpr double kLoad = 17;
inline constexpr double kWideLoad = 26;  // "75% TM =" with its blank beside it
}  // namespace mm

inline constexpr Type kSmall{9, false};
inline constexpr Type kSmallBold{9, true};
inline constexpr Type kName{10, true};

struct PageSize {
  double width, height;  // inside the margins
};
PageSize page_size(Paper paper);

// Columns of a card's exercise table.
struct Columns {
  int sets = 1;  // set columns
  double load = mm::kLoad;
  double exercise = 0;
  double set = 0;  // of one set: load, amount and perhaps RIR
};
Columns columns_of(const Card& card, double width);
// A load that the athlete works out: "75% TM", "top set -10%".
bool leaves_load_blank(const SetRow& sets);

// The author's notes to the session and to its exercises, in print under the table.
std::vector<std::string> card_notes(const Card& card);
// What stands beside an exercise's name in small type: "each side, warm up first".
std::string remarks_line(const ExerciseRow& row);
// The lines of small type under its name.
std::vector<std::string> exercise_lines(const ExerciseRow& row);
std::string rule_line(const RowRule& rule);
// What the week changes, beside the order of its sessions.
std::string changes_line(const WeekSheet& week);
// The lines of small type under its sets.
std::vector<std::string> plan_lines(const ExerciseRow& row, std::size_t group);

// One printed page: some cards of a week, with what stands round them.
struct SheetPage {
  const WeekSheet* week = nullptr;
  std::size_t first_card = 0, cards = 0;
  bool opens_week = false;           // order strip, notes
  bool closes_week = false;          // rules, the stop list in full, assumptions
  std::vector<std::uint32_t> gates;  // the shared gates that are worded on it
  double used = 0;                   // of the height, as estimated
  double blank = mm::kBlank;  // height of a set's blank: what the page leaves free goes there
};

double card_height(const Card& card, double width);
// Pages of the whole document, in order; every card stands on one of them, whole.
std::vector<SheetPage> pages_of(const SheetDocument& document, Paper paper);

}  // namespace meso
