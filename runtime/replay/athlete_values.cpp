#include "base/text.h"
#include "runtime/replay/replay.h"

namespace meso {
namespace {

std::optional<ReferenceKind> reference_from(std::string_view what) {
  using Of = ReferenceKind::Of;
  if (what == "training max") return ReferenceKind{Of::training_max, 1};
  if (equal_ignoring_case(what, "e1RM")) return ReferenceKind{Of::e1rm, 1};
  if (what == "bodyweight") return ReferenceKind{Of::bodyweight, 1};
  if (what.size() < 3 || !equal_ignoring_case(what.substr(what.size() - 2), "RM"))
    return std::nullopt;
  const auto reps = Decimal::parse(what.substr(0, what.size() - 2));
  if (!reps || !reps->is_whole()) return std::nullopt;
  return ReferenceKind{Of::n_rm, static_cast<int>(reps->floor())};
}

std::optional<MassUnit> mass_from(std::string_view unit) {
  const auto known = unit_from(unit);
  if (known == Unit::kg) return MassUnit::kg;
  if (known == Unit::lb) return MassUnit::lb;
  return std::nullopt;
}

}  // namespace

AthleteChanged athlete_values(const LogNames& names, const Entry& entry,
                              std::vector<JournalProblem>& problems) {
  AthleteChanged changed;
  for (const WrittenReading& reading : entry.readings) {
    const auto kind = reference_from(reading.what);
    const auto unit = kind ? mass_from(reading.unit) : std::nullopt;
    if (!kind || !unit) continue;
    const auto of = names.exercise(reading.of);
    if (kind->of != ReferenceKind::Of::bodyweight && !of) {
      const UnknownName unknown = names.unknown_exercise(reading.of);
      problems.push_back(
          {JournalProblem::Severity::error, reading.line, unknown.message, unknown.help});
    } else {
      changed.values.push_back({*kind, of.value_or(ExerciseId()), Load{reading.number, *unit}});
    }
  }
  return changed;
}

}  // namespace meso
