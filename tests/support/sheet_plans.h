// Two real plans by hand, for tests of words and sheets: the gated four-day plan and StrongLifts.
#pragma once

#include <string>
#include <vector>

#include "runtime/plan.h"
#include "tests/support/plan_builder.h"

namespace meso::test {

// ---- gates ------------------------------------------------------------------------------------

inline Atom compared(Reads what, Compare compare, int n, int for_days = 0) {
  Atom atom = reads(what);
  atom.compare = compare;
  atom.low = Decimal::whole(n);
  atom.for_days = for_days;
  return atom;
}
inline Atom not_(Atom atom) {
  atom.negated = !atom.negated;
  return atom;
}
inline Atom pain_is(Pain pain) {
  return compared(Reads::pain, Compare::equal, static_cast<int>(pain));
}
inline Atom in_a_row(Atom atom, int times) {
  atom.window = Window{Window::Over::in_a_row, times, false};
  return atom;
}
inline Change scaled(Changes what, const char* percent) {
  Change change = adds(what, quantity(percent, Unit::percent));
  change.how = Change::How::times;
  return change;
}
inline Change set_to(Changes what, ChangeValue value) {
  Change change;
  change.what = what;
  change.how = Change::How::set_to;
  change.value = std::move(value);
  return change;
}
inline GateClause verdict(Verdict verdict, bool any, std::vector<Atom> atoms) {
  GateClause clause;
  clause.verdict = verdict;
  if (!atoms.empty()) clause.condition = Condition{any, std::move(atoms)};
  return clause;
}
inline GateClause lighten(const char* sets, std::vector<Atom> atoms) {
  GateClause clause = verdict(Verdict::lighten, false, std::move(atoms));
  clause.changes = {scaled(Changes::sets, sets), scaled(Changes::load, "90"),
                    adds(Changes::rir, quantity("1", Unit::none))};
  return clause;
}

inline Gate ready_gate() {
  const auto sore = [](Compare compare, int n, int days = 0) {
    return compared(Reads::soreness, compare, n, days);
  };
  const Atom impairs = reads(Reads::soreness_impairs);
  const Atom strong = reads(Reads::strength_restored);
  const Atom energy3 = compared(Reads::energy, Compare::at_least, 3);
  Gate gate;
  gate.name = "ready";
  gate.clauses = {
      verdict(Verdict::refer, true, {pain_is(Pain::sharp), sore(Compare::at_least, 3, 7)}),
      verdict(Verdict::recover, true,
              {sore(Compare::at_least, 7), sore(Compare::at_least, 3, 5),
               compared(Reads::energy, Compare::at_most, 1),
               compared(Reads::sleep, Compare::at_most, 2, 3)}),
      verdict(Verdict::swap, true, {impairs, sore(Compare::at_least, 4), pain_is(Pain::dull)}),
      verdict(Verdict::train, false, {sore(Compare::at_most, 2), energy3, strong}),
      lighten("50",
              {sore(Compare::at_least, 3, 4), sore(Compare::at_most, 3), not_(impairs), strong}),
      lighten("70", {sore(Compare::at_most, 3), not_(impairs), strong}),
      verdict(Verdict::swap, false, {energy3}),
      verdict(Verdict::recover, false, {}),
  };
  return gate;
}

// ---- rules ------------------------------------------------------------------------------------

inline Change add_step() {
  Change change;
  change.what = Changes::load;
  change.value = ParameterRef{0};
  return change;
}
inline RuleClause top_of_range() {
  return when({reads(Reads::all_top_of_range)},
              {add_step(), set_to(Changes::reps, BottomOfRange{})});
}
inline RuleClause hold() {
  RuleClause clause;
  clause.actions = {Hold{}};
  return clause;
}
inline std::vector<RuleClause> misses(BlockId deload, bool sets_back) {
  std::vector<Action> cut{scaled(Changes::load, "90")};
  if (sets_back) cut.push_back(set_to(Changes::sets, StartValue{}));
  std::vector<Action> twice = cut;
  twice.push_back(InsertBlock{deload, 2});
  const Atom missed = in_a_row(reads(Reads::missed), 2);
  return {when({missed, compared(Reads::resets, Compare::at_least, 2)}, twice), when({missed}, cut),
          hold()};
}
inline Rule double_rule(BlockId deload) {
  Rule rule;
  rule.name = "double";
  rule.parameters = {"step"};
  rule.clauses = misses(deload, false);
  rule.clauses.insert(rule.clauses.begin(), top_of_range());
  return rule;
}
inline Rule build_rule(BlockId deload) {
  Rule rule;
  rule.name = "build";
  rule.parameters = {"step", "most"};
  rule.clauses = misses(deload, true);
  Atom fewer = compared(Reads::sets, Compare::less, 0);
  fewer.low = ParameterRef{1};
  RuleClause grow =
      when({in_a_row(reads(Reads::all_top_of_range), 2), reads(Reads::recovered_in_time), fewer},
           {adds(Changes::sets, quantity("1", Unit::none))});
  rule.clauses.insert(rule.clauses.begin(), {grow, top_of_range()});
  return rule;
}
inline Rule fatigue_rule(BlockId deload) {
  Atom worse = in_a_row(compared(Reads::versus_last, Compare::equal, 0), 2);
  worse.lifts = LiftQuantifier{LiftQuantifier::Of::at_least, 2};
  const std::vector<Action> insert{InsertBlock{deload, 2}};
  Rule rule;
  rule.name = "fatigue";
  rule.clauses = {
      when({worse}, insert), when({in_a_row(reads(Reads::sore_at_start), 3)}, insert),
      when({reads(Reads::week_ends), compared(Reads::energy, Compare::at_most, 2, 7)}, insert)};
  return rule;
}

// ---- lines ------------------------------------------------------------------------------------

inline SetGroup reps(int sets, int low, int high) {
  SetGroup group = test::sets(sets, low);
  std::get<RepTarget>(group.target).reps.high = {high};
  return group;
}
inline Quantity step_kg(const char* amount) { return quantity(amount, Unit::kg); }
inline Quantity step_percent(const char* amount) { return quantity(amount, Unit::percent); }

// A plan under construction with short ways to write its lines.
class SheetPlan : public PlanBuilder {
 public:
  SheetPlan() {
    for (const char* id :
         {"chest", "front delts", "side delts", "rear delts", "triceps", "biceps", "lats",
          "upper back", "lower back", "glutes", "quads", "hamstrings", "adductors", "calves"})
      group(id);
  }

  Line line_of(ExerciseId exercise, SetGroup group, const char* rir, int rest, RuleId rule,
               std::vector<Quantity> arguments, const char* label = "") {
    Line out = test::line(exercise, {rir == nullptr ? group : at_rir(group, rir)});
    out.label = label;
    if (rest > 0) out.rest = TimeRange{{rest}, {rest}};
    call(out, rule, std::move(arguments));
    return out;
  }
  void call(Line& line, RuleId rule, std::vector<Quantity> arguments) {
    RuleCall call;
    call.rule = rule;
    call.arguments = std::move(arguments);
    line.rules.push_back(std::move(call));
    line.progressions.push_back(progression(line.options.front(), rule));
  }
};

inline Session gated(Session session, GateId gate, Weekday day) {
  session.gate = gate;
  session.prefer = {day};
  Wait wait = at_least(3, Wait::OwnGroups{});
  wait.at_most_days = 9;
  session.waits = {wait};
  return session;
}
inline Line warmed_up(Line line) {
  line.warm_up = WarmUp{true, {}};
  return line;
}

// programs/16: four sessions under one gate.
inline Plan four_day_gated() {
  SheetPlan b;
  const auto ex =
      [&b](const char* name, std::initializer_list<std::pair<const char*, const char*>> m,
           Equipment equipment = Equipment::barbell) { return b.exercise(name, m, equipment); };
  const auto squat = ex(
      "back squat", {{"quads", "1"}, {"glutes", "1"}, {"adductors", "0.5"}, {"lower back", "0.5"}});
  const auto rdl =
      ex("romanian deadlift", {{"hamstrings", "1"}, {"glutes", "1"}, {"lower back", "0.5"}});
  const auto leg_curl = ex("lying leg curl", {{"hamstrings", "1"}}, Equipment::machine);
  const auto calf = ex("standing calf raise", {{"calves", "1"}}, Equipment::machine);
  const auto bench =
      ex("bench press", {{"chest", "1"}, {"front delts", "0.5"}, {"triceps", "0.5"}});
  const auto row =
      ex("barbell row",
         {{"lats", "1"}, {"upper back", "1"}, {"biceps", "0.5"}, {"rear delts", "0.5"}});
  const auto press =
      ex("overhead press", {{"front delts", "1"}, {"side delts", "0.5"}, {"triceps", "0.5"}});
  const auto lateral = ex("lateral raise", {{"side delts", "1"}}, Equipment::dumbbell);
  const auto curl = ex("dumbbell curl", {{"biceps", "1"}}, Equipment::dumbbell);
  const auto leg_press = ex("leg press", {{"quads", "1"}, {"glutes", "0.5"}}, Equipment::machine);
  const auto thrust = ex("hip thrust", {{"glutes", "1"}, {"hamstrings", "0.5"}});
  const auto extension = ex("leg extension", {{"quads", "1"}}, Equipment::machine);
  const auto incline =
      ex("incline dumbbell bench press",
         {{"chest", "1"}, {"front delts", "0.5"}, {"triceps", "0.5"}}, Equipment::dumbbell);
  const auto chin = ex("chin up", {{"lats", "1"}, {"biceps", "0.5"}}, Equipment::bodyweight);
  const auto pulldown = ex("lat pulldown", {{"lats", "1"}, {"biceps", "0.5"}}, Equipment::cable);
  const auto face_pull =
      ex("face pull", {{"rear delts", "1"}, {"upper back", "0.5"}}, Equipment::cable);
  const auto pushdown = ex("triceps pushdown", {{"triceps", "1"}}, Equipment::cable);

  const BlockId deload{1};  // the second block, below
  const RuleId dbl = b.plan.rules.add(double_rule(deload));
  const RuleId build = b.plan.rules.add(build_rule(deload));
  const RuleId fatigue = b.plan.rules.add(fatigue_rule(deload));
  const GateId gate = b.plan.gates.add(ready_gate());
  const Quantity four = quantity("4", Unit::none);

  Line first = warmed_up(b.line_of(squat, reps(3, 6, 8), "2", 180, build, {step_kg("2.5"), four}));
  first.notes = {"Stop every set when the bar slows, not when it stops."};
  Line second = b.line_of(rdl, reps(2, 8, 10), "2", 180, dbl, {step_kg("2.5")});
  second.tempo = Tempo{3, 1, 1, 0};
  Session lower_a = session(
      "Lower A",
      {first, second, b.line_of(leg_curl, reps(3, 10, 15), "2", 0, dbl, {step_percent("5")}, "A1"),
       b.line_of(calf, reps(4, 10, 15), "2", 90, dbl, {step_percent("5")}, "A2")});
  Session upper_a =
      session("Upper A",
              {warmed_up(b.line_of(bench, reps(3, 6, 8), "2", 180, build, {step_kg("2.5"), four})),
               b.line_of(row, reps(3, 6, 10), "2", 180, dbl, {step_kg("2.5")}),
               b.line_of(press, reps(2, 8, 10), "2", 120, dbl, {step_kg("2.5")}),
               b.line_of(lateral, reps(3, 12, 15), "2", 0, dbl, {step_kg("2")}, "A1"),
               b.line_of(curl, reps(3, 10, 15), "2", 90, dbl, {step_kg("2")}, "A2")});
  Session lower_b = session(
      "Lower B",
      {warmed_up(b.line_of(leg_press, reps(3, 8, 12), "2", 120, build, {step_percent("5"), four})),
       b.line_of(thrust, reps(3, 8, 12), "2", 120, dbl, {step_percent("5")}),
       b.line_of(extension, reps(3, 10, 15), "2", 0, dbl, {step_percent("5")}, "A1"),
       b.line_of(leg_curl, reps(3, 10, 15), "2", 90, dbl, {step_percent("5")}, "A2"),
       b.line_of(calf, reps(4, 10, 15), "2", 90, dbl, {step_percent("5")})});
  Line either = b.line_of(chin, reps(3, 8, 12), "2", 120, dbl, {step_kg("2.5")});
  either.options.push_back(pulldown);
  Line face = b.line_of(face_pull, reps(3, 12, 20), "2", 0, dbl, {step_kg("2.5")});
  face.rest = TimeRange{{60}, {90}};
  Session upper_b =
      session("Upper B",
              {warmed_up(b.line_of(incline, reps(3, 8, 12), "2", 120, dbl, {step_kg("2")})), either,
               face, b.line_of(pushdown, reps(3, 10, 15), "2", 0, dbl, {step_kg("2.5")}, "A1"),
               b.line_of(lateral, reps(3, 12, 15), "2", 90, dbl, {step_kg("2")}, "A2")});

  Block accumulation =
      block("Accumulation", 5,
            {gated(lower_a, gate, Weekday::mon), gated(upper_a, gate, Weekday::tue),
             gated(lower_b, gate, Weekday::thu), gated(upper_b, gate, Weekday::fri)});
  RuleCall follow;
  follow.rule = fatigue;
  accumulation.follows = {follow};
  accumulation.weeks.front().changes = {adds(Changes::rir, quantity("1", Unit::none))};
  Block light = block("Deload", 1, accumulation.sessions);
  light.kind = WeekKind::deload;
  light.weeks.front().kind = WeekKind::deload;
  b.add(accumulation);
  b.add(light);
  b.plan.name = "Four days, recovery decides";
  b.plan.by = "Example Strength";
  b.plan.edition = 2026;
  return b.plan;
}

// programs/01: no gate, loads from a start, stages, five sets.
inline Plan strong_lifts() {
  SheetPlan b;
  const auto squat = b.exercise("back squat", {{"quads", "1"}, {"glutes", "1"}});
  const auto bench = b.exercise("bench press", {{"chest", "1"}, {"triceps", "0.5"}});
  const auto row = b.exercise("barbell row", {{"lats", "1"}, {"upper back", "1"}});
  const auto press = b.exercise("overhead press", {{"front delts", "1"}});
  const auto deadlift =
      b.exercise("deadlift", {{"hamstrings", "1"}, {"glutes", "1"}, {"lower back", "1"}});

  const RuleClause grow = when({reads(Reads::all_sets_done)}, {add_step()});
  const Atom missed = in_a_row(reads(Reads::missed), 3);
  const RuleClause cut = when({missed}, {scaled(Changes::load, "90")});
  const RuleClause stage = when({missed, compared(Reads::resets, Compare::at_least, 2)},
                                {NextStage{}, scaled(Changes::load, "90")});
  const RuleId linear = b.rule("linear", {grow, stage, cut});
  const RuleId single = b.rule("single", {grow, cut});
  b.plan.rules[linear].parameters = b.plan.rules[single].parameters = {"step"};

  const auto fives = [&](ExerciseId exercise, const char* start) {
    Line line = test::line(exercise, {sets(5, 5)});
    SetGroup back_off = sets(2, 5);
    back_off.load = TopSetLoad{quantity("10", Unit::percent)};
    for (Prescription p : {prescription({sets(3, 5)}), prescription({sets(3, 3)}),
                           prescription({sets(1, 3), back_off})})
      line.stages.push_back(p);
    line.start = kg(start);
    b.call(line, linear, {step_kg("2.5")});
    return line;
  };
  Line pull = test::line(deadlift, {sets(1, 5)});
  pull.start = kg("60");
  b.call(pull, single, {step_kg("5")});
  Block linear_block =
      block("Linear", 12,
            {waiting(session("A", {fives(squat, "20"), fives(bench, "20"), fives(row, "30")}),
                     at_least(2, Wait::LastSession{})),
             waiting(session("B", {fives(squat, "20"), fives(press, "20"), pull}),
                     at_least(2, Wait::LastSession{}))});
  linear_block.sessions_per_week = 3;
  b.add(linear_block);
  b.plan.name = "StrongLifts 5x5";
  b.plan.level = Level::novice;
  b.plan.edition = 2026;
  return b.plan;
}

}  // namespace meso::test
