#include "runtime/plan_words.h"

#include <array>

namespace meso {
namespace {

// Each table is in the order of its enum; a missing or a surplus word doesn't compile.
template <auto last>
using Words = std::array<std::string_view, static_cast<std::size_t>(last) + 1>;

template <class Table, class Enum>
constexpr std::string_view pick(const Table& table, Enum value) {
  const auto i = static_cast<std::size_t>(value);
  return i < table.size() ? table[i] : std::string_view();
}

template <class Table>
constexpr bool complete(const Table& table) {
  for (const auto word : table)
    if (word.empty()) return false;
  return true;
}

constexpr Words<Level::advanced> kLevels{"novice", "intermediate", "advanced"};
constexpr Words<Unit::meters> kUnits{"none",    "kg",      "lb",    "percent", "reps",  "sets",
                                     "seconds", "minutes", "hours", "days",    "weeks", "meters"};
constexpr Words<Rounding::down> kRoundings{"nearest", "up", "down"};
// In the order of SetTarget.
constexpr std::array<std::string_view, std::variant_size_v<SetTarget>> kTargets{
    "reps", "seconds", "meters", "max reps", "failure"};
constexpr Words<Reads::block_ends> kReads{"soreness",
                                          "soreness impairs",
                                          "soreness alters form",
                                          "soreness reduces strength",
                                          "soreness shortens range",
                                          "soreness lowers confidence",
                                          "pain",
                                          "energy",
                                          "sleep",
                                          "stress",
                                          "mood",
                                          "strength restored",
                                          "HRV",
                                          "resting heart rate",
                                          "days off",
                                          "signal",
                                          "all sets done",
                                          "missed",
                                          "all sets reach top of range",
                                          "versus last",
                                          "reps of set",
                                          "total reps",
                                          "extra reps",
                                          "RIR of set",
                                          "tested",
                                          "never sore",
                                          "recovered early",
                                          "recovered in time",
                                          "still sore",
                                          "sore at start",
                                          "exposures",
                                          "resets",
                                          "stage",
                                          "week",
                                          "sets",
                                          "week ends",
                                          "rotation ends",
                                          "block ends"};
constexpr Words<Compare::within> kCompares{"holds",    "less than", "at most", "equal to",
                                           "at least", "more than", "within"};
constexpr Words<Pain::sharp> kPains{"none", "dull", "sharp"};
constexpr Words<VersusLast::much_better> kVersus{"worse", "same", "better", "much better"};
constexpr Words<Baseline::above> kBaselines{"below", "at", "above"};
constexpr Words<Window::Over::this_block> kOvers{"in a row", "this week", "this block"};
constexpr Words<LiftQuantifier::Of::at_least> kQuantifiers{"any", "every", "none", "at least"};
constexpr Words<Changes::reference> kChanges{"load", "reps", "time",  "distance", "sets",     "RIR",
                                             "rest", "gap",  "stage", "scheme",   "reference"};
constexpr Words<Change::How::set_to> kHows{"add", "subtract", "times", "set to"};
constexpr Words<Change::Per::missing_rep> kPers{"once", "extra rep", "missing rep"};

static_assert(complete(kLevels) && complete(kUnits) && complete(kRoundings) && complete(kTargets));
static_assert(complete(kReads) && complete(kCompares) && complete(kPains) && complete(kVersus));
static_assert(complete(kBaselines) && complete(kOvers) && complete(kQuantifiers));
static_assert(complete(kChanges) && complete(kHows) && complete(kPers));

}  // namespace

std::string_view word(Level level) { return pick(kLevels, level); }
std::string_view word(Unit unit) { return pick(kUnits, unit); }
std::string_view word(Rounding mode) { return pick(kRoundings, mode); }
std::string_view target_word(const SetTarget& target) { return kTargets[target.index()]; }
std::string_view word(Reads reads) { return pick(kReads, reads); }
std::string_view word(Compare compare) { return pick(kCompares, compare); }
std::string_view word(Pain pain) { return pick(kPains, pain); }
std::string_view word(VersusLast versus) { return pick(kVersus, versus); }
std::string_view word(Baseline baseline) { return pick(kBaselines, baseline); }
std::string_view word(Window::Over over) { return pick(kOvers, over); }
std::string_view word(LiftQuantifier::Of of) { return pick(kQuantifiers, of); }
std::string_view word(Changes changes) { return pick(kChanges, changes); }
std::string_view word(Change::How how) { return pick(kHows, how); }
std::string_view word(Change::Per per) { return pick(kPers, per); }

}  // namespace meso
