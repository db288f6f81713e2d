// Small plans by hand, for tests of what reads a plan. Only what a test names is filled in.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/plan.h"

namespace meso::test {

inline Load kg(const char* amount) { return {*Decimal::parse(amount), MassUnit::kg}; }
inline Load lb(const char* amount) { return {*Decimal::parse(amount), MassUnit::lb}; }
inline Decimal dec(const char* text) {
  return text[0] == '-' ? -*Decimal::parse(text + 1) : *Decimal::parse(text);
}

inline constexpr ReferenceKind kTrainingMax{ReferenceKind::Of::training_max, 1};
inline constexpr ReferenceKind kOneRm{ReferenceKind::Of::n_rm, 1};
inline constexpr ReferenceKind kE1rm{ReferenceKind::Of::e1rm, 1};
inline constexpr ReferenceKind kBodyweight{ReferenceKind::Of::bodyweight, 1};
inline ReferenceKind rm(int reps) { return {ReferenceKind::Of::n_rm, reps}; }

// ---- set groups: sets(3, 5), with loads and efforts added -------------------------------------

inline SetGroup sets(int n, int reps) {
  SetGroup group;
  group.sets = {n, n};
  group.target = RepTarget{{{reps}, {reps}}};
  return group;
}
inline SetGroup with(SetGroup group, LoadSpec load) {
  group.load = std::move(load);
  return group;
}
inline SetGroup at_rir(SetGroup group, const char* low, const char* high = nullptr) {
  group.effort = Effort{{dec(low)}, {dec(high ? high : low)}, false};
  return group;
}
inline SetGroup amrap(SetGroup group) {
  std::get<RepTarget>(group.target).amrap = true;
  return group;
}
inline SetGroup aimed(SetGroup group, SetTarget target) {
  group.target = target;
  return group;
}
inline SetTarget for_seconds(int n) { return TimeTarget{{{n}, {n}}}; }
inline SetTarget for_meters(int n) { return DistanceTarget{{{n}, {n}}}; }
// As `load x 90%, load + 5 kg` of a week leave it.
inline SetGroup changed(SetGroup group, const char* percent, std::optional<Load> added = {}) {
  group.load_percent = {dec(percent)};
  group.load_added = added;
  return group;
}
inline LoadSpec percent(const char* low, const char* high, ReferenceKind of, ExerciseId exercise) {
  return PercentLoad{{dec(low)}, {dec(high)}, of, exercise};
}
inline LoadSpec percent(const char* value, ReferenceKind of, ExerciseId exercise) {
  return percent(value, value, of, exercise);
}
inline LoadSpec absolute(Load load) { return AbsoluteLoad{load, load}; }

// ---- lines and sessions -----------------------------------------------------------------------

inline Prescription prescription(std::vector<SetGroup> groups) {
  Prescription p;
  p.groups = std::move(groups);
  return p;
}
inline Line line(std::vector<ExerciseId> options, std::vector<SetGroup> groups) {
  Line l;
  l.options = std::move(options);
  l.stages.push_back(prescription(std::move(groups)));
  return l;
}
inline Line line(ExerciseId exercise, std::vector<SetGroup> groups) {
  return line(std::vector<ExerciseId>{exercise}, std::move(groups));
}
inline Line total_reps(ExerciseId exercise, int reps) {
  Line l = line(exercise, {});
  l.stages.front().total_reps = reps;
  return l;
}
inline Line test_of(ExerciseId exercise, int reps) {
  Line l = line(exercise, {});
  l.stages.front().test = TestSpec{false, reps};
  return l;
}
inline Session session(std::string name, std::vector<Line> lines = {}) {
  Session s;
  s.name = std::move(name);
  s.lines = std::move(lines);
  return s;
}
inline Wait at_least(int days, const Wait::After& after) {
  Wait wait;
  wait.at_least_days = days;
  wait.after.push_back(after);
  return wait;
}
inline Session waiting(Session s, Wait wait) {
  s.waits.push_back(std::move(wait));
  return s;
}
inline Session on(Session s, std::vector<Weekday> days) {
  s.on = std::move(days);
  return s;
}
inline Session prefer(Session s, std::vector<Weekday> days) {
  s.prefer = std::move(days);
  return s;
}

// A block whose weeks all list all its sessions in order.
inline Block block(std::string name, int weeks, std::vector<Session> sessions) {
  Block b;
  b.name = std::move(name);
  b.length = {weeks, weeks};
  b.sessions = std::move(sessions);
  Week week;
  for (std::uint32_t i = 0; i < b.sessions.size(); ++i) week.sessions.push_back(i);
  b.weeks.assign(static_cast<std::size_t>(weeks), week);
  return b;
}

// ---- rules ------------------------------------------------------------------------------------

inline Quantity quantity(const char* amount, Unit unit) { return {dec(amount), dec(amount), unit}; }

inline Atom reads(Reads what) {
  Atom atom;
  atom.reads = what;
  return atom;
}
inline Atom week_is(int n) {
  Atom atom = reads(Reads::week);
  atom.compare = Compare::equal;
  atom.low = Decimal::whole(n);
  return atom;
}
inline Change adds(Changes what, Quantity value, ReferenceKind reference = {}) {
  Change change;
  change.what = what;
  change.reference = reference;
  change.value = value;
  return change;
}
inline RuleClause when(std::vector<Atom> atoms, std::vector<Action> actions) {
  RuleClause clause;
  clause.condition = Condition{false, std::move(atoms)};
  clause.actions = std::move(actions);
  return clause;
}

// ---- the plan ---------------------------------------------------------------------------------

class PlanBuilder {
 public:
  Plan plan;

  GroupId group(const std::string& id) {
    for (std::uint32_t i = 0; i < plan.groups.size(); ++i)
      if (plan.groups[i].id == id) return GroupId{i};
    plan.groups.push_back({id, id});
    return GroupId{static_cast<std::uint32_t>(plan.groups.size() - 1)};
  }
  // Muscles as {"quads", "1"}, {"glutes", "0.5"}.
  ExerciseId exercise(const std::string& name,
                      std::initializer_list<std::pair<const char*, const char*>> muscles = {},
                      Equipment equipment = Equipment::barbell) {
    Exercise e;
    e.name = name;
    e.equipment = equipment;
    for (const auto& [id, share] : muscles) e.muscles.push_back({group(id), dec(share)});
    return plan.exercises.add(std::move(e));
  }
  RuleId rule(const std::string& name, std::vector<RuleClause> clauses) {
    Rule r;
    r.name = name;
    r.clauses = std::move(clauses);
    return plan.rules.add(std::move(r));
  }
  ProgressionId progression(ExerciseId exercise, RuleId rule) {
    return plan.progressions.add({exercise, plan.rules[rule].name, rule});
  }
  // The line with a call of this progression's rule.
  Line fed(Line l, ProgressionId id) const {
    RuleCall call;
    call.rule = plan.progressions[id].rule;
    l.rules.push_back(std::move(call));
    l.progressions.push_back(id);
    return l;
  }
  BlockId add(Block b) { return plan.blocks.add(std::move(b)); }
};

}  // namespace meso::test
