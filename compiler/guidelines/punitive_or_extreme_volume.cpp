// R40 / M140: work that is a stunt: hundreds of reps, a load that asks nobody how strong they are,
// more sets in less time.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/lines.h"
#include "compiler/guidelines/unaccustomed_stunts.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

constexpr int kDaysAWeek = 7;

std::string whole_text(Decimal amount) {
  return round_to(amount, Decimal::whole(1), Rounding::nearest).text();
}

void report(GuidelineCheck& check, const Stunt& stunt) {
  const Pass& pass = check.facts.passes[stunt.pass];
  const std::string what =
      stunt.group ? std::string(check.facts.name(*stunt.group)) + ": sets x reps x %1RM come to " +
                        whole_text(stunt.amount)
                  : whole_text(stunt.amount) + " reps of " + lift_name(check.plan, *stunt.line);
  Diagnostic& d =
      check.report(stunt.line->source, what + " in one session of " + pass_name(check.plan, pass));
  d.label("the bound is " +
          (stunt.group ? check.threshold("sets x reps x %1RM") : check.threshold("reps of a lift"))
              .text());
  d.note(stunt.used_to == Decimal()
             ? "nothing of the kind in the four weeks before"
             : "the most in the four weeks before was " + whole_text(stunt.used_to));
  d.advise("come to it in steps, or divide it over the week; work is no penalty");
}

// Told where it comes first: once a line.
void report_stunts(GuidelineCheck& check) {
  const StuntBounds bounds{check.threshold("reps of a lift"), check.threshold("sets x reps x %1RM"),
                           check.threshold("unless used to it, less"),
                           check.whole_threshold("used to for") * kDaysAWeek};
  std::vector<SourceId> told;
  for (const Stunt& stunt : unaccustomed_stunts(check.facts, bounds)) {
    if (std::find(told.begin(), told.end(), stunt.line->source) != told.end()) continue;
    told.push_back(stunt.line->source);
    report(check, stunt);
  }
}

const OfReference* of_bodyweight(const OfReference* value) {
  return value != nullptr && value->reference.of == ReferenceKind::Of::bodyweight ? value : nullptr;
}

// A load in % of bodyweight asks nobody how strong they are.
void report_load(GuidelineCheck& check, SourceId place, const OfReference& load) {
  check.report(place, text(load.percent) + " of bodyweight, however strong the athlete is")
      .label("a load by bodyweight alone")
      .advise("start from what the athlete can lift: a max, or a first day on which it is found");
}

void report_bodyweight(GuidelineCheck& check) {
  for (const Input& input : check.plan.inputs)
    if (input.exercise && input.fallback)
      if (const auto* load = of_bodyweight(std::get_if<OfReference>(&*input.fallback)))
        report_load(check, input.source, *load);
  for (const Rule& rule : check.plan.rules)
    for (const RuleClause& clause : rule.clauses)
      for (const Action& action : clause.actions)
        if (const auto* change = std::get_if<Change>(&action))
          if (const auto* load = of_bodyweight(std::get_if<OfReference>(&change->value)))
            report_load(check, change->source, *load);
}

bool raises_sets(const Change& change) {
  if (change.what != Changes::sets) return false;
  const auto* by = std::get_if<Quantity>(&change.value);
  return change.how == Change::How::add ||
         (change.how == Change::How::times && by != nullptr && by->high > Decimal::whole(100));
}
bool cuts_rest(const Change& change) {
  if (change.what != Changes::rest) return false;
  const auto* by = std::get_if<Quantity>(&change.value);
  return change.how == Change::How::subtract ||
         (change.how == Change::How::times && by != nullptr && by->high < Decimal::whole(100));
}

void report_denser(GuidelineCheck& check, const std::vector<Change>& together) {
  const auto sets = std::find_if(together.begin(), together.end(), raises_sets);
  const auto rest = std::find_if(together.begin(), together.end(), cuts_rest);
  if (sets == together.end() || rest == together.end()) return;
  check.report(sets->source, "more sets and shorter rests at the same time")
      .label("one of the two is enough")
      .also(check.span(rest->source), "and the rest gets shorter here")
      .advise("add the sets, and leave the rests as they are");
}

void report_density(GuidelineCheck& check) {
  for (const Block& block : check.plan.blocks) {
    const std::vector<Change>* last = nullptr;
    for (const Week& week : block.weeks) {
      if (last == nullptr || *last != week.changes) report_denser(check, week.changes);
      last = &week.changes;
    }
  }
  for (const Rule& rule : check.plan.rules)
    for (const RuleClause& clause : rule.clauses) {
      std::vector<Change> together;
      for (const Action& action : clause.actions)
        if (const auto* change = std::get_if<Change>(&action)) together.push_back(*change);
      report_denser(check, together);
    }
}

void run(GuidelineCheck& check) {
  report_stunts(check);
  report_bodyweight(check);
  report_density(check);
}

constexpr Threshold kThresholds2026[] = {
    {"reps of a lift", 100, "reps", {50, 200}, "a choice of this project"},
    {"sets x reps x %1RM",
     60,
     "reps at 1RM",
     {30, 120},
     "a choice of this project: twice the 30 of Caterisano 2019 (through a secondary source)"},
    {"unless used to it, less", 20, "%", {5, 50}, "a choice of this project: as in volume-jump"},
    {"used to for", 4, "weeks", {2, 12}, "a choice of this project: what `familiar` means, too"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline punitive_or_extreme_volume;
const Guideline punitive_or_extreme_volume{
    .name = "punitive-or-extreme-volume",
    .code = "M140",
    .category = "safety",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "No hundreds of reps out of nowhere, no load by bodyweight alone, no stunts",
    .why =
        "Anybody can make you sore. More than a hundred reps of one movement in a session, or "
        "more than sixty sets x reps x %1RM for a group, are found where nothing like it, less a "
        "fifth, was done in the four weeks before; `familiar` lifts, and those of whose max the "
        "plan asks, are accustomed to the first week as it is. A percentage that isn't written "
        "is estimated from reps and RIR; sets of which neither is known count nothing. A load in "
        "% of bodyweight (in a rule, or as the default of a max), and a week or a rule that adds "
        "sets while it shortens the rests, are found too. Work as a penalty could be written only "
        "as "
        "`missed: add to next`, and that is told by makeup-stacking.",
    .sources =
        "The founding articles (S001-3, S001-5, S003-36): a program is for progress, not "
        "punishment. Case series of rhabdomyolysis, and the NCAA's ten factors (read as "
        "quotations): new work right after a break, more sets in less time, load by bodyweight "
        "alone, punishment.",
    .critics =
        "The factors come from cases: they say what went before, not how often it does harm. The "
        "numbers are this project's.",
    .editions = kEditions,
    .bad = R"(plan "A hundred and twenty squats"
  level intermediate
  guidelines 2026
  familiar back squat, bodyweight squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

rule more()
  when all sets done then reps + 1
  when missed twice in a row then reps - 1, notify coach

block "Base" 3 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squats"
    bodyweight squat 3x20 bodyweight @ RIR 6 more()

block "Lost the game" 2 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squats"
    bodyweight squat 4x30 bodyweight @ RIR 6 more()
)",
    .good = R"(plan "Sixty squats, then seventy"
  level intermediate
  guidelines 2026
  familiar back squat, bodyweight squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

rule more()
  when all sets done then reps + 1
  when missed twice in a row then reps - 1, notify coach

block "Base" 3 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squats"
    bodyweight squat 3x20 bodyweight @ RIR 6 more()

block "Next" 2 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squats"
    bodyweight squat 3x24 bodyweight @ RIR 6 more()
)",
    .check = run,
};

}  // namespace meso::guidelines
