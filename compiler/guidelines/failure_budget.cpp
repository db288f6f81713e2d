// R22 / M122: more sets to failure than recovery is planned for.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/volume_jumps.h"
#include "compiler/verify/weekly_sets.h"

namespace meso::guidelines {
namespace {

bool goes_to_failure(const Line& line, const Edition& edition) {
  if (line.stages.empty()) return false;
  const Prescription& sets = line.stages.front();
  if (sets.total_reps) return line.to_failure;
  int before = 0;
  for (const SetGroup& group : sets.groups) {
    if (sets_to_failure(line, group, before, edition) > 0) return true;
    before += group.sets.low;
  }
  return line.style && line.style->kind != SetStyle::Kind::cluster;
}

bool works(const Plan& plan, const Line& line, GroupId group) {
  return std::any_of(line.options.begin(), line.options.end(), [&](ExerciseId option) {
    const auto& muscles = plan.exercises[option].muscles;
    return std::any_of(muscles.begin(), muscles.end(),
                       [&](const MuscleShare& m) { return m.group == group; });
  });
}

// ---- a novice's multi-joint lifts ----

bool is_loaded(const Exercise& exercise, const Prescription& sets) {
  return std::any_of(sets.groups.begin(), sets.groups.end(), [&](const SetGroup& group) {
    if (const auto* body = std::get_if<BodyweightLoad>(&group.load)) return body->added.has_value();
    return exercise.equipment != Equipment::bodyweight;
  });
}

bool strains_a_novice(const GuidelineCheck& check, const Line& line) {
  if (!goes_to_failure(line, check.edition)) return false;
  return std::any_of(line.options.begin(), line.options.end(), [&](ExerciseId option) {
    const Exercise& exercise = check.plan.exercises[option];
    return exercise.compound && is_loaded(exercise, line.stages.front());
  });
}

// Whether any is found: one finding a session, whose lines are mended together.
bool check_novice(GuidelineCheck& check, const Block& block) {
  if (check.plan.level != Level::novice) return false;
  std::set<std::uint32_t> seen;  // a session stands in the plan once for each week that differs
  bool any = false;
  for (const Session& session : block.sessions) {
    std::vector<const Line*> lines;
    for (const Line& line : session.lines)
      if (strains_a_novice(check, line)) lines.push_back(&line);
    if (lines.empty() || !seen.insert(session.source.value).second) continue;
    any = true;
    const std::string& lift = check.plan.exercises[lines.front()->options.front()].name;
    Diagnostic& d = check.report(lines.front()->source,
                                 lift + " goes to failure, and the plan is for a novice");
    d.label("a loaded lift over several joints");
    for (std::size_t i = 1; i < lines.size(); ++i) d.also(check.span(lines[i]->source), "here too");
    d.advise("keep reps in reserve on it: @ RIR 2");
  }
  return any;
}

// ---- the share of a week ----

struct Overdrawn {
  const WeeklySets* week = nullptr;
  GroupId group;
  Decimal percent;
};

class Budget {
 public:
  explicit Budget(GuidelineCheck& check)
      : check_(check),
        most_(check.threshold("failure above")),
        few_(check.threshold("few sets")),
        weeks_(weekly_sets(check.facts)) {}

  // That the gap after failure is kept, min-gap-hours says, on every path.
  // One finding a block, at its worst week of each group: they are mended together.
  void check_block(BlockId block) {
    std::vector<Overdrawn> found;
    for (std::uint32_t g = 0; g < check_.plan.groups.size(); ++g)
      if (const Overdrawn worst = worst_of(block, GroupId{g}); worst.week != nullptr)
        found.push_back(worst);
    if (found.empty()) return;
    std::stable_sort(found.begin(), found.end(), [](const Overdrawn& a, const Overdrawn& b) {
      return a.week->to_failure[a.group.value] > b.week->to_failure[b.group.value];
    });
    report(block, found);
  }

 private:
  Overdrawn worst_of(BlockId block, GroupId group) const {
    Overdrawn worst;
    for (const WeeklySets& week : weeks_) {
      if (check_.facts.passes[week.pass].block != block) continue;
      const Decimal sets = week.sets[group.value], failure = week.to_failure[group.value];
      if (failure <= Decimal() || sets <= Decimal()) continue;
      const Decimal percent = failure * Decimal::whole(100) / sets;
      if (percent <= most_ || sets <= few_) continue;
      if (worst.week == nullptr || failure > worst.week->to_failure[group.value])
        worst = {&week, group, percent};
    }
    return worst;
  }

  std::string told(const Overdrawn& o) const {
    const auto sets = [&](const std::vector<Decimal>& by_group) {
      return round_to(by_group[o.group.value], Decimal::ratio(1, 10), Rounding::nearest).text();
    };
    return std::string(check_.facts.name(o.group)) + ": " + sets(o.week->to_failure) + " of " +
           sets(o.week->sets) + " hard sets a week go to failure";
  }

  SourceId first_line(BlockId block, GroupId group) const {
    for (const Session& session : check_.plan.blocks[block].sessions)
      for (const Line& line : session.lines)
        if (goes_to_failure(line, check_.edition) && works(check_.plan, line, group))
          return line.source;
    return check_.plan.blocks[block].source;
  }

  void report(BlockId block, const std::vector<Overdrawn>& found) {
    const Overdrawn& worst = found.front();
    const Decimal percent = round_to(worst.percent, Decimal::whole(1), Rounding::nearest);
    Diagnostic& d = check_.report(first_line(block, worst.group), told(worst));
    d.label(percent.text() + " % in " +
            pass_name(check_.plan, check_.facts.passes[worst.week->pass]));
    for (std::size_t i = 1; i < found.size(); ++i) d.note(told(found[i]));
    d.note("the bound is " + most_.text() + " %, unless a group gets at most " + few_.text() +
           " hard sets a week");
    d.advise("leave a rep or two in reserve on all but the last set: 2x8-12 @ RIR 2, 1xF")
        .advise("or do fewer sets");
  }

  GuidelineCheck& check_;
  const Decimal most_, few_;
  const std::vector<WeeklySets> weeks_;
};

void run(GuidelineCheck& check) {
  Budget budget(check);
  for (std::size_t b = 0; b < check.plan.blocks.size(); ++b) {
    const BlockId block = check.plan.blocks.id_of(b);
    if (!check_novice(check, check.plan.blocks[block])) budget.check_block(block);
  }
}

constexpr Threshold kThresholds2026[] = {
    {"failure above", 25, "%", {5, 100}, "a choice of this project: the last set of four"},
    {"few sets",
     10,
     "sets a week",
     {4, 20},
     "a choice of this project: up to here all of them may go to failure, with the gap that "
     "min-gap-hours asks for then (three days, four for a novice)"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline failure_budget;
const Guideline failure_budget{
    .name = "failure-budget",
    .code = "M122",
    .category = "recovery",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "At most a quarter of a group's weekly sets go to failure, unless they are few",
    .why =
        "A set to failure costs a day or two of recovery more than the same set with a rep or two "
        "in reserve, and adds little. Of each group's hard sets in a week those count that are "
        "written to failure: `to failure`, `xF`, RIR 0, a test, and what drop sets, rest-pause and "
        "myo-reps add. Where a group gets few sets a week all of them may: that is "
        "high-intensity training with recovery-led days, and min-gap-hours sees to its gaps on "
        "every path. A novice takes no loaded lift over several joints to failure. What is only "
        "estimated from a percentage isn't counted.",
    .sources =
        "The founding articles (S003-2): work to failure makes recovery a part of the program. "
        "Moran-Navarro 2017 (read as abstract): failure adds 24 to 48 h. American College of "
        "Sports Medicine 2026 (known through a secondary source): failure isn't consistently "
        "better, and two to three reps in reserve are enough.",
    .critics =
        "The share is a choice: no trial compares 25 % with 40 %. Strong results are known from "
        "few sets to failure a week, which is why few sets with long gaps pass.",
    .editions = kEditions,
    .bad = R"(plan "Every set to failure"
  level intermediate
  guidelines 2026
  familiar leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

rule double(step)
  when all sets reach top of range then load + step, reps to bottom of range
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "One"
    leg extension 4x8-12 to failure double(2.5%)
  session "Two"
    leg extension 4x8-12 to failure double(2.5%)
  session "Three"
    leg extension 4x8-12 to failure double(2.5%)
)",
    .good = R"(plan "The last set to failure"
  level intermediate
  guidelines 2026
  familiar leg extension
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy

rule double(step)
  when all sets reach top of range then load + step, reps to bottom of range
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "One"
    leg extension 3x8-12 @ RIR 2, 1x8-12 @ RIR 0 double(2.5%)
  session "Two"
    leg extension 3x8-12 @ RIR 2, 1x8-12 @ RIR 0 double(2.5%)
  session "Three"
    leg extension 3x8-12 @ RIR 2, 1x8-12 @ RIR 0 double(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
