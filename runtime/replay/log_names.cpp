#include "runtime/replay/log_names.h"

#include "base/text.h"

namespace meso {
namespace {

template <class Value>
std::optional<Value> find(const std::unordered_map<std::string, Value>& map,
                          std::string_view name) {
  const auto at = map.find(folded_name(name));
  return at == map.end() ? std::nullopt : std::optional(at->second);
}

std::vector<std::string> nearest_of(const std::vector<std::string>& names, std::string_view name) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return nearest(name, candidates);
}

}  // namespace

std::string did_you_mean(const std::vector<std::string>& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) shown.push_back("`" + name + "`");
  return shown.empty() ? "" : "did you mean " + join_or(shown) + "?";
}

std::string folded_name(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    const char plain = c == '-' || c == '_' || c == '\t' ? ' ' : to_lower(c);
    if (plain == ' ' && (folded.empty() || folded.back() == ' ')) continue;
    folded += plain;
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

LogNames::LogNames(const Plan& plan) {
  for (std::size_t i = 0; i < plan.exercises.size(); ++i) {
    const ExerciseId id = plan.exercises.id_of(i);
    exercises_.emplace(folded_name(plan.exercises[id].name), id);
    exercise_names_.push_back(plan.exercises[id].name);
  }
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g) {
    groups_.emplace(folded_name(plan.groups[g].name), GroupId{g});
    groups_.emplace(folded_name(plan.groups[g].id), GroupId{g});
    group_names_.push_back(plan.groups[g].name);
  }
  for (std::size_t i = 0; i < plan.signals.size(); ++i) {
    const SignalId id = plan.signals.id_of(i);
    signals_.emplace(folded_name(plan.signals[id].name), id);
  }
}

void LogNames::learn_name(Plan& plan, std::string_view name, const OtherExercises& others) {
  if (name.empty() || exercises_.count(folded_name(name)) != 0) return;
  const auto canonical = others.canonical ? others.canonical(name) : std::nullopt;
  if (!canonical) return;
  if (const auto known = exercise(*canonical)) {
    exercises_.emplace(folded_name(name), *known);
    return;
  }
  const auto other = others.exercise ? others.exercise(plan, *canonical) : std::nullopt;
  if (!other) return;
  const ExerciseId id = plan.exercises.add(*other);
  exercises_.emplace(folded_name(*canonical), id);
  exercises_.emplace(folded_name(name), id);
}

void LogNames::learn(Plan& plan, const Journal& journal, const OtherExercises& others) {
  others_ = others;
  for (const Entry& entry : journal.entries) {
    if (entry.probe) learn_name(plan, entry.probe->exercise, others);
    for (const DoneExercise& done : entry.exercises) {
      learn_name(plan, done.name, others);
      learn_name(plan, done.instead_of, others);
    }
    for (const WrittenReading& reading : entry.readings)
      if (!group(reading.of)) learn_name(plan, reading.of, others);
    learn_rename(plan, entry, others);
  }
}

void LogNames::learn(Plan& plan, const std::vector<std::string>& exercises,
                     const OtherExercises& others) {
  others_ = others;
  for (const std::string& name : exercises) learn_name(plan, name, others);
}

// The log says that the plan calls a lift something else now.
void LogNames::learn_rename(Plan& plan, const Entry& entry, const OtherExercises& others) {
  if (entry.kind != EntryKind::rename) return;
  learn_name(plan, entry.to, others);
  if (const auto id = exercise(entry.to)) exercises_[folded_name(entry.name)] = *id;
}

std::optional<ExerciseId> LogNames::exercise(std::string_view name) const {
  const auto known = find(exercises_, name);
  const auto canonical = !known && others_.canonical ? others_.canonical(name) : std::nullopt;
  return canonical ? find(exercises_, *canonical) : known;
}
std::optional<GroupId> LogNames::group(std::string_view name) const { return find(groups_, name); }
std::optional<SignalId> LogNames::signal(std::string_view name) const {
  return find(signals_, name);
}

// The plan's own come first among equals; what the catalogue knows by another name may be spelled
// quite differently.
std::vector<std::string> LogNames::nearest_exercises(std::string_view name) const {
  const std::vector<std::string> beside =
      others_.nearest ? others_.nearest(name) : std::vector<std::string>();
  std::vector<std::string> all = exercise_names_;
  for (const std::string& other : beside) add_once(all, other);
  const std::vector<std::string> near = nearest_of(all, name);
  return near.empty() ? beside : near;
}

UnknownName LogNames::unknown_exercise(std::string_view name) const {
  if (const auto known = others_.canonical ? others_.canonical(name) : std::nullopt)
    return {"the plan has no `" + *known + "`", ""};
  return {"the catalogue holds no exercise `" + std::string(name) + "`",
          did_you_mean(nearest_exercises(name))};
}

std::vector<std::string> LogNames::nearest_groups(std::string_view name) const {
  return nearest_of(group_names_, name);
}

}  // namespace meso
