// The names of a log looked up in a plan: exercises, muscle groups, signals.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/journal/journal.h"
#include "runtime/plan.h"

namespace meso {

// One spelling for a name, whatever its case and hyphens: "Back-Squat" -> "back squat".
std::string folded_name(std::string_view name);

// What an exercise catalogue knows and a plan doesn't: aliases, and lifts beside the plan.
struct OtherExercises {
  // The catalogue's name for this alias or name.
  std::function<std::optional<std::string>(std::string_view)> canonical;
  // An exercise that the plan doesn't have, to be added to it.
  std::function<std::optional<Exercise>(const Plan&, std::string_view)> exercise;
  std::function<std::vector<std::string>(std::string_view)> nearest;
};

// A name that nothing has: what to say of it, and what may have been meant.
struct UnknownName {
  std::string message;
  std::string help;  // may be empty

  std::string text() const { return message + (help.empty() ? "" : ": " + help); }
};
// "did you mean `back squat` or `hack squat`?"; empty without names.
std::string did_you_mean(const std::vector<std::string>& names);

class LogNames {
 public:
  explicit LogNames(const Plan& plan);

  // Every exercise that the log names is looked up; what only the catalogue knows is added to the
  // plan, behind its own. Call it before a RunPlan is made of the plan.
  void learn(Plan& plan, const Journal& journal, const OtherExercises& others);
  void learn(Plan& plan, const std::vector<std::string>& exercises, const OtherExercises& others);

  std::optional<ExerciseId> exercise(std::string_view name) const;
  std::optional<GroupId> group(std::string_view name) const;
  std::optional<SignalId> signal(std::string_view name) const;
  // Of a name that exercise() doesn't find, in the words that `meso check` has for it.
  UnknownName unknown_exercise(std::string_view name) const;
  std::vector<std::string> nearest_groups(std::string_view name) const;

 private:
  void learn_rename(Plan& plan, const Entry& entry, const OtherExercises& others);
  void learn_name(Plan& plan, std::string_view name, const OtherExercises& others);
  std::unordered_map<std::string, ExerciseId> exercises_;
  std::unordered_map<std::string, GroupId> groups_;
  std::unordered_map<std::string, SignalId> signals_;
  std::vector<std::string> nearest_exercises(std::string_view name) const;
  std::vector<std::string> group_names_, exercise_names_;
  OtherExercises others_;
};

}  // namespace meso
