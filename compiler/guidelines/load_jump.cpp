// R17 / M117: a rule that raises the load, or the max it is taken of, too far at once.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"
#include "compiler/verify/load_bounds.h"

namespace meso::guidelines {
namespace {

void report(GuidelineCheck& check, const LoadJump& jump) {
  const Decimal error = check.threshold("error above");
  const bool is_error = jump.percent > error;
  Diagnostic& d = check.report(is_error ? Severity::error : Severity::warning, jump.place,
                               check.plan.exercises[jump.exercise].name + " goes up by " +
                                   percent_text(jump.percent) + " at once");
  d.label("+" + percent_text(jump.percent) + " " + base_text(jump));
  if (!jump.results.empty()) d.note("it comes to that with " + jump.results);
  tell_days(d, check, jump.path, d.primary.text, [&](SessionId id) {
    const auto& lines = session_of(check.plan, id).lines;
    return std::any_of(lines.begin(), lines.end(),
                       [&](const Line& line) { return line.options.front() == jump.exercise; });
  });
  d.note("the bound is " + percent_text(is_error ? error : check.threshold("warn above")) +
         " for one step, unless the equipment has no smaller one");
  d.advise(
      std::string("take a smaller step, or state the smallest that can be loaded: round nearest ") +
      (check.plan.units == MassUnit::kg ? "2.5 kg" : "5 lb"));
}

void run(GuidelineCheck& check) {
  for (const LoadJump& jump : check.paths.load_jumps) report(check, jump);
}

constexpr Threshold kThresholds2026[] = {
    {"warn above", LoadBounds{}.rise, "%",
     "American College of Sports Medicine 2009 (read as abstract): raise by 2 to 10 %"},
    {"error above", LoadBounds{}.rise_error, "%",
     "a choice of this project: twice the position stand's upper end"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline load_jump;
const Guideline load_jump{
    .name = "load-jump",
    .code = "M117",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "No rule raises a load or a training max by more than a tenth at once",
    .why =
        "A step of 2 to 10 % after the target was beaten is the usual advice; beginners on "
        "light bars are the exception, where the smallest plates are already more. Each rule's "
        "step is held against the load that the line starts from, and against what cuts and "
        "rises may have made of it by then; planned waves, lighter days and deloads don't "
        "count, since they leave the reference alone. An absolute step without a stated start "
        "can't be judged and isn't.",
    .sources =
        "The founding articles (S001-26): progressive overload, without a figure. American "
        "College of Sports Medicine 2009, progression models in resistance training (read as "
        "abstract): 2 to 10 %. Essentials of Strength Training and Conditioning, 4th ed. (from "
        "general knowledge, not re-read): steps of 1-2 kg upper body and 2-4 kg lower body in "
        "the less trained.",
    .critics =
        "The 2026 position stand of the College drops such figures (known through a secondary "
        "source), so this is convention.",
    .editions = kEditions,
    .bad = R"(plan "Fifteen kilos more"
  level intermediate
  units kg
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule jump(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Bench"
    bench press 3x5 @ RIR 2 start 60 kg jump(15 kg)
)",
    .good = R"(plan "A small step"
  level intermediate
  units kg
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule jump(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Bench"
    bench press 3x5 @ RIR 2 start 60 kg jump(2.5 kg)
)",
    .check = run,
};

}  // namespace meso::guidelines
