// R25 / M125: more reps at a percentage of a max than anybody could be expected to do.
#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/expected_reps.h"
#include "runtime/words.h"

namespace meso::guidelines {
namespace {

// The least reps in a row that the group asks for.
std::optional<int> least_reps(const Line& line, const SetGroup& group) {
  if (group.reps() == nullptr) return std::nullopt;
  if (line.style && line.style->kind == SetStyle::Kind::cluster) return line.style->mini_reps;
  return std::min(group.reps()->reps.low, group.reps()->reps.high).count;
}

struct Mismatch {
  const SetGroup* group = nullptr;
  int reps = 0;
  Decimal expected;
};

class Checker {
 public:
  explicit Checker(GuidelineCheck& check) : check_(check), share_(check.threshold("error above")) {}

  void run() {
    for (const Block& block : check_.plan.blocks)
      for (const Session& session : block.sessions)
        for (const Line& line : session.lines) look_at(line);
  }

 private:
  // A line is told once, at its worst group.
  void look_at(const Line& line) {
    std::optional<Mismatch> worst;
    for (const Prescription& stage : line.stages)
      for (const SetGroup& group : stage.groups)
        if (const auto found = mismatch(line, group);
            found && (!worst || found->reps - worst->reps > 0))
          worst = found;
    if (worst && told_.insert(worst->group->source.value).second) report(line, *worst);
  }

  // Of a range of percentages and of reps its easy ends: the athlete may choose them. A single is
  // what a max is made of, slow lowering alone goes beyond it, and of another lift's max nothing is
  // known.
  std::optional<Mismatch> mismatch(const Line& line, const SetGroup& group) const {
    const auto* load = std::get_if<PercentLoad>(&group.load);
    const auto reps = least_reps(line, group);
    if (load == nullptr || !reps || *reps < 2) return std::nullopt;
    const bool own =
        std::find(line.options.begin(), line.options.end(), load->of) != line.options.end();
    if (!own || check_.plan.exercises[load->of].eccentric) return std::nullopt;
    const auto expected =
        expected_reps(std::min(load->low, load->high), load->reference, check_.edition);
    if (!expected || Decimal::whole(*reps) <= percent_of(share_, *expected)) return std::nullopt;
    return Mismatch{&group, *reps, std::max(*expected, Decimal())};
  }

  void report(const Line& line, const Mismatch& found) {
    const std::string& exercise = check_.plan.exercises[line.options.front()].name;
    const auto& load = std::get<PercentLoad>(found.group->load);
    const Decimal expected = round_to(found.expected, Decimal::whole(1), Rounding::nearest);
    const Decimal most =
        round_to(percent_of(share_, found.expected), Decimal::whole(1), Rounding::down);
    Diagnostic& d = check_.report(
        line.source, exercise + " asks for " + std::to_string(found.reps) + " reps at " +
                         words::load(check_.plan, found.group->load, line.options.front()) +
                         ", where about " + expected.text() + " can be expected");
    d.label("more than " + most.text() + " are out of reach for nearly everyone");
    if (load.reference.of == ReferenceKind::Of::training_max)
      d.note("a training max counts as " + check_.edition.training_max_percent.text() +
             " % of 1RM");
    d.note("reps are Epley's, and the bound is " + share_.text() +
           " % of them: no table of real maxima stands behind it");
    d.advise("ask for fewer reps, or for a lower percentage");
  }

  GuidelineCheck& check_;
  const Decimal share_;
  std::set<std::uint32_t> told_;
};

void run(GuidelineCheck& check) { Checker(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"error above",
     160,
     "% of Epley's reps",
     {120, 250},
     "a choice of this project, wide enough for the spread between athletes: at 70 % of a squat "
     "trained lifters did 6 to 26 reps"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline rep_intensity_mismatch;
const Guideline rep_intensity_mismatch{
    .name = "rep-intensity-mismatch",
    .code = "M125",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "No set asks for more reps than its percentage of a max allows",
    .why =
        "The share of a max bounds how often it can be lifted: 5x10 at 85 % can't be done, and "
        "a plan that asks for it makes everyone miss. What a percentage allows is estimated by "
        "Epley's formula turned round, 30 (100 / % - 1) reps; a training max counts as the "
        "edition's share of 1RM. Athletes differ widely, so only what is far beyond it is found: "
        "the least reps, at the lowest percentage that the line leaves open. Singles, lowering "
        "alone and percentages of another lift's max aren't judged.",
    .sources =
        "Nuzzo 2024 (read as abstract): 952 tests of 7,289 people, a clear curve with a wide "
        "spread. Epley 1985, the formula (from general knowledge, not re-read). That percentages "
        "alone never certify effort is why this asks for nothing more.",
    .critics =
        "The bound isn't taken from a table of measured maxima, which this project doesn't hold: "
        "at few reps it is strict, at many it is lenient. Endurance-trained lifters do more reps "
        "at 60 % than any formula says; the bound leaves room for most of them.",
    .editions = kEditions,
    .bad = R"(plan "Tens at 85 %"
  level intermediate
  guidelines 2026
  familiar bench press
  input 1RM of bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then 1RM + step
  when missed twice in a row and resets >= 1 then 1RM x 90%, notify coach
  when missed twice in a row then 1RM x 90%

block "Base" 4 weeks if ready
  session "Bench"
    bench press 5x10 85% add(2.5%)
)",
    .good = R"(plan "Tens at 62.5 %"
  level intermediate
  guidelines 2026
  familiar bench press
  input 1RM of bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then 1RM + step
  when missed twice in a row and resets >= 1 then 1RM x 90%, notify coach
  when missed twice in a row then 1RM x 90%

block "Base" 4 weeks if ready
  session "Bench"
    bench press 5x10 62.5% add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
