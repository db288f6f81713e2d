#include "runtime/plan_words.h"

#include <algorithm>
#include <array>

namespace meso {
namespace {

// Each table is in the order of its enum; a missing or a surplus word doesn't compile.
template <auto last>
using Words = std::array<std::string_view, static_cast<std::size_t>(last) + 1>;

template <class Table>
constexpr bool complete(const Table& table) {
  for (const auto word : table)
    if (word.empty()) return false;
  return true;
}

constexpr Words<Unit::meters> kUnits{"none",    "kg",      "lb",    "percent", "reps",  "sets",
                                     "seconds", "minutes", "hours", "days",    "weeks", "meters"};
constexpr Words<Rounding::down> kRoundings{"nearest", "up", "down"};
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
constexpr Words<MissedWork::Becomes::added> kMissed{"waits", "added to next"};
constexpr Words<Pain::sharp> kPains{"none", "dull", "sharp"};
constexpr Words<VersusLast::much_better> kVersus{"worse", "same", "better", "much better"};
constexpr Words<Baseline::above> kBaselines{"below", "at", "above"};
constexpr Words<Window::Over::this_block> kOvers{"in a row", "this week", "this block"};
constexpr Words<LiftQuantifier::Of::at_least> kQuantifiers{"any", "every", "none", "at least"};
constexpr Words<Changes::reference> kChanges{"load", "reps", "time",  "distance", "sets",     "RIR",
                                             "rest", "gap",  "stage", "scheme",   "reference"};
constexpr Words<Change::How::set_to> kHows{"add", "subtract", "times", "set to"};
constexpr Words<Change::Per::missing_rep> kPers{"once", "extra rep", "missing rep"};

static_assert(complete(kUnits) && complete(kRoundings) && complete(kReads) && complete(kCompares));
static_assert(complete(kPains) && complete(kVersus) && complete(kBaselines) && complete(kOvers));
static_assert(complete(kMissed));
static_assert(complete(kQuantifiers) && complete(kChanges) && complete(kHows) && complete(kPers));

// In the order of the alternatives.
template <class Variant>
using VariantWords = std::array<std::string_view, std::variant_size_v<Variant>>;

constexpr VariantWords<SetTarget> kTargets{"reps", "seconds", "meters", "max reps", "failure"};
constexpr VariantWords<LoadSpec> kLoads{"working load", "open",       "absolute",
                                        "percent",      "bodyweight", "top set"};
static_assert(complete(kTargets) && complete(kLoads));
constexpr VariantWords<ChangeValue> kValues{"", "", "start", "bottom of range", "top of range",
                                            "", "", ""};
constexpr VariantWords<Action> kActions{
    "", "hold",      "next stage", "next variation", "previous variation", "repeat week",
    "", "end block", "refer",      "notify coach"};
constexpr VariantWords<Wait::After> kAfters{"own groups", "last session", "", "", ""};

// Words that are printed as well stand where they are printed.
template <auto last>
WordList printed() {
  static const Words<last> table = [] {
    Words<last> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = text(static_cast<decltype(last)>(i));
    return all;
  }();
  return table;
}

}  // namespace

WordList words(ClosedSet<Level>) { return printed<Level::advanced>(); }
WordList words(ClosedSet<MassUnit>) { return printed<MassUnit::lb>(); }
WordList words(ClosedSet<Equipment>) { return printed<Equipment::other>(); }
WordList words(ClosedSet<Unit>) { return kUnits; }
WordList words(ClosedSet<Rounding>) { return kRoundings; }
WordList words(ClosedSet<Metric>) { return printed<Metric::soreness>(); }
WordList words(ClosedSet<Weekday>) { return printed<Weekday::sun>(); }
WordList words(ClosedSet<MissedWork::Becomes>) { return kMissed; }
WordList words(ClosedSet<WeekKind>) { return printed<WeekKind::test>(); }
WordList words(ClosedSet<SetStyle::Kind>) { return printed<SetStyle::Kind::cluster>(); }
WordList words(ClosedSet<SetTarget>) { return kTargets; }
WordList words(ClosedSet<LoadSpec>) { return kLoads; }
WordList words(ClosedSet<Verdict>) { return printed<Verdict::refer>(); }
WordList words(ClosedSet<Reads>) { return kReads; }
WordList words(ClosedSet<Compare>) { return kCompares; }
WordList words(ClosedSet<Window::Over>) { return kOvers; }
WordList words(ClosedSet<LiftQuantifier::Of>) { return kQuantifiers; }
WordList words(ClosedSet<Changes>) { return kChanges; }
WordList words(ClosedSet<Change::How>) { return kHows; }
WordList words(ClosedSet<Change::Per>) { return kPers; }
WordList words(ClosedSet<ChangeValue>) { return kValues; }
WordList words(ClosedSet<Action>) { return kActions; }
WordList words(ClosedSet<Wait::After>) { return kAfters; }

WordList constant_words(Reads reads) {
  switch (reads) {
    case Reads::pain: return kPains;
    case Reads::versus_last: return kVersus;
    case Reads::hrv:
    case Reads::resting_heart_rate: return kBaselines;
    default: return {};
  }
}

std::optional<std::size_t> place_of(std::string_view word, WordList all) {
  const auto found = std::find(all.begin(), all.end(), word);
  if (word.empty() || found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace meso
