// Exercises and muscle groups: the YAML files of data/, embedded in the binary at build time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/athlete.h"

namespace meso {

struct CatalogueGroup {
  std::string_view id;    // side_delts
  std::string_view name;  // side delts
  std::span<const std::string_view> aliases;
};

enum class CatalogueTag : std::uint8_t {
  compound = 1,
  isolation = 2,
  unilateral = 4,
  long_length = 8,
  eccentric = 16,
  lower = 32,
  upper = 64,
  loadable = 128,
};

// Files of what trains nothing: walking and the like, without groups; light stretching, whose
// groups are those that it lengthens.
inline constexpr std::string_view kEasyPattern = "easy", kStretchPattern = "stretch";

struct CatalogueExercise {
  std::string_view name;
  std::span<const std::string_view> aliases;
  std::string_view pattern;  // squat, horizontal_push ...
  Equipment equipment;
  std::span<const std::uint8_t> primary;    // groups: share 1 of a set
  std::span<const std::uint8_t> secondary;  // share 0.5
  std::uint8_t tags;                        // bits of CatalogueTag
  std::span<const std::uint16_t> like;      // variations, in both directions

  bool is(CatalogueTag tag) const { return (tags & static_cast<std::uint8_t>(tag)) != 0; }
};

// `any push`: the union of what an exercise of the class can train.
struct CatalogueClass {
  std::string_view name;
  std::span<const std::string_view> aliases;
  std::span<const std::uint8_t> primary;
  std::span<const std::uint8_t> secondary;
};

// One way to write one thing; keys are folded (see fold_name).
struct CatalogueSlot {
  std::string_view key;
  std::uint16_t index = 0;
};

class Catalogue {
 public:
  std::span<const CatalogueGroup> groups;
  std::span<const CatalogueClass> classes;
  std::span<const CatalogueExercise> exercises;  // sorted by name
  std::span<const CatalogueSlot> slots;          // open-addressed hash of names and aliases

  // By name or alias, whatever its case, hyphens and blanks.
  const CatalogueExercise* find(std::string_view name) const;
  std::optional<std::uint8_t> find_group(std::string_view name) const;
  const CatalogueClass* find_class(std::string_view name) const;

  std::vector<std::string> nearest_exercises(std::string_view name) const;
  std::vector<std::string> nearest_groups(std::string_view name) const;
  std::vector<std::string> nearest_classes(std::string_view name) const;
};

const Catalogue& built_in_catalogue();

// How names are compared: lower case, hyphens and runs of blanks as one blank, no apostrophes.
std::string fold_name(std::string_view name);
std::uint32_t hash_name(std::string_view folded);

// Texts of lib/ by their path in it ("ready.meso", "new/hit.meso"); empty when there is none.
std::string_view embedded_text(std::string_view file_name);
struct EmbeddedText {
  std::string_view name, text;
};
std::span<const EmbeddedText> embedded_texts();  // sorted by name

}  // namespace meso
