// What a plan has to know of one athlete; read from a YAML file (compiler/data/athlete.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"

namespace meso {

enum class Level : std::uint8_t { novice, intermediate, advanced };
std::string_view text(Level level);
std::optional<Level> level_from(std::string_view word);

// What a percentage or a goal refers to: `5RM`, `training max`, `e1RM`, `bodyweight`.
struct ReferenceKind {
  enum class Of : std::uint8_t { n_rm, training_max, e1rm, bodyweight };
  Of of = Of::n_rm;
  int reps = 1;  // n_rm: 1 for 1RM
  friend constexpr auto operator<=>(ReferenceKind, ReferenceKind) = default;
};
std::string text(ReferenceKind kind);
// What `text` gives, read back; nothing for any other word.
std::optional<ReferenceKind> reference_kind_from(std::string_view word);

// The equipment classes whose smallest step differs.
enum class Equipment : std::uint8_t {
  barbell,
  dumbbell,
  kettlebell,
  machine,
  cable,
  bodyweight,
  band,
  smith,
  trap_bar,
  plate,
  other,
};
std::string_view text(Equipment equipment);
std::optional<Equipment> equipment_from(std::string_view word);

struct Athlete {
  struct Max {
    ReferenceKind kind;
    std::string exercise;  // canonical catalogue name
    Load load;
  };
  struct Increment {
    Equipment equipment;
    Load step;
  };

  std::string name;
  std::optional<MassUnit> units;
  std::optional<Level> level;
  std::optional<Load> bodyweight;
  std::vector<Max> maxes;
  std::vector<Increment> increments;  // the smallest step of loads that this athlete can make
  std::vector<Load> plates;           // one side's choice, heaviest first
  std::optional<Load> bar;
};

}  // namespace meso
