#include "runtime/athlete.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace meso {
namespace {

struct EquipmentWord {
  std::string_view word;
  Equipment equipment;
};

constexpr std::array kEquipmentWords = std::to_array<EquipmentWord>({
    {"barbell", Equipment::barbell},
    {"dumbbell", Equipment::dumbbell},
    {"kettlebell", Equipment::kettlebell},
    {"machine", Equipment::machine},
    {"cable", Equipment::cable},
    {"bodyweight", Equipment::bodyweight},
    {"band", Equipment::band},
    {"smith", Equipment::smith},
    {"trap bar", Equipment::trap_bar},
    {"plate", Equipment::plate},
    {"other", Equipment::other},
});

constexpr std::array kLevelWords = std::to_array<std::pair<std::string_view, Level>>({
    {"novice", Level::novice},
    {"intermediate", Level::intermediate},
    {"advanced", Level::advanced},
});

}  // namespace

std::string text(ReferenceKind kind) {
  switch (kind.of) {
    case ReferenceKind::Of::n_rm: return std::to_string(kind.reps) + "RM";
    case ReferenceKind::Of::training_max: return "training max";
    case ReferenceKind::Of::e1rm: return "e1RM";
    case ReferenceKind::Of::bodyweight: return "bodyweight";
  }
  return "";
}

std::optional<ReferenceKind> reference_kind_from(std::string_view word) {
  using Of = ReferenceKind::Of;
  for (const Of of : {Of::training_max, Of::e1rm, Of::bodyweight})
    if (text(ReferenceKind{of}) == word) return ReferenceKind{of};
  int reps = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), reps);
  const ReferenceKind kind{Of::n_rm, reps};
  if (error != std::errc() || reps < 1 || text(kind) != word) return std::nullopt;
  return kind;
}

std::string_view text(Equipment equipment) {
  for (const auto& entry : kEquipmentWords)
    if (entry.equipment == equipment) return entry.word;
  return "";
}

// "trap-bar", "trap_bar" and "Dumbbells" are understood as well.
std::optional<Equipment> equipment_from(std::string_view word) {
  std::string wanted = lower(word);
  std::replace_if(
      wanted.begin(), wanted.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  for (const auto& entry : kEquipmentWords)
    if (wanted == entry.word || wanted == std::string(entry.word) + "s") return entry.equipment;
  return std::nullopt;
}

std::string_view text(Level level) {
  for (const auto& [word, value] : kLevelWords)
    if (value == level) return word;
  return "";
}

std::optional<Level> level_from(std::string_view word) {
  for (const auto& [name, value] : kLevelWords)
    if (equal_ignoring_case(name, word)) return value;
  return std::nullopt;
}

}  // namespace meso
