// R37 / M137: a beginner's session with intensity techniques, a maximum, or an advanced dose.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/lines.h"
#include "runtime/set_bounds.h"

namespace meso::guidelines {
namespace {

constexpr int kDaysAWeek = 7;

// What a session asks too much, in words; `grave` where it is more than a set or two.
struct TooMuch {
  const Session* session = nullptr;
  std::vector<std::string> parts;
  bool grave = false;
};

class BeginnerWalk {
 public:
  explicit BeginnerWalk(const GuidelineCheck& check)
      : check_(check),
        most_sets_(check.threshold("sets of a lift")),
        most_of_group_(check.threshold("sets of a group")),
        until_(days(check.threshold("beginner for"))),
        no_test_until_(days(check.threshold("no maximum for"))) {}

  // By where the session is written: equal weeks share it, and others differ a little.
  std::vector<TooMuch> run() {
    const PlanFacts& facts = check_.facts;
    const std::vector<int> days = preferred_days(facts);
    for (std::size_t i = 0; i < facts.order.size() && days[i] < until_; ++i)
      judge(facts.order[i], days[i]);
    std::vector<TooMuch> out;
    for (auto& [source, found] : found_)
      if (!found.parts.empty()) out.push_back(std::move(found));
    return out;
  }

 private:
  static int days(Decimal weeks) { return static_cast<int>(weeks.floor()) * kDaysAWeek; }

  void judge(const QueueEntry& entry, int day) {
    TooMuch& found = found_[entry.session->source.value];
    if (found.session == nullptr) found.session = entry.session;
    std::map<std::uint32_t, Decimal> by_lift;
    for (const Line& line : entry.session->lines) {
      if (line.stages.empty()) continue;
      if (line.style) add_style(found, line);
      if (has_reps(line)) by_lift[line.options.front().value] += most_hard_sets(line);
      if (day < no_test_until_) add_test(found, line);
    }
    for (const auto& [lift, sets] : by_lift)
      if (sets > most_sets_ && !check_.plan.exercises[ExerciseId{lift}].any_of_class)
        add_once(found.parts,
                 sets.text() + " sets of " + check_.plan.exercises[ExerciseId{lift}].name);
    add_groups(found, check_.facts.doses(entry));
  }

  static void add_grave(TooMuch& found, std::string part) {
    add_once(found.parts, std::move(part));
    found.grave = true;
  }

  void add_style(TooMuch& found, const Line& line) const {
    if (line.style->kind == SetStyle::Kind::cluster) return;
    add_grave(found, std::string(text(line.style->kind)) + " of " + lift_name(check_.plan, line));
  }

  void add_test(TooMuch& found, const Line& line) const {
    const auto& test = line.stages.front().test;
    if (test && !test->max_reps && test->reps == 1)
      add_grave(found, "a 1RM of " + lift_name(check_.plan, line));
  }

  void add_groups(TooMuch& found, const std::vector<GroupDose>& doses) const {
    for (const GroupDose& dose : doses)
      if (dose.hard_sets > most_of_group_)
        add_grave(found, dose.hard_sets.text() + " hard sets for " +
                             std::string(check_.facts.name(dose.group)));
  }

  // Of any stage, and as many more as a rule may add.
  Decimal most_hard_sets(const Line& line) const {
    Decimal most;
    int written = 0;
    for (const Prescription& stage : line.stages) {
      most = std::max(most, hard_sets(line, stage, check_.edition));
      written = std::max(written, written_sets(stage));
    }
    const int more = most_sets(check_.plan, check_.edition, line) - written;
    return most == Decimal() ? most : most + Decimal::whole(std::max(more, 0));
  }

  const GuidelineCheck& check_;
  Decimal most_sets_, most_of_group_;
  int until_, no_test_until_;
  std::map<std::uint32_t, TooMuch> found_;
};

void report(GuidelineCheck& check, const TooMuch& found) {
  Diagnostic& d =
      check.report(found.grave ? Severity::error : Severity::warning, found.session->source,
                   quoted(found.session->name) + " asks a beginner for " + join_and(found.parts));
  d.label("level novice, and no lift is familiar");
  d.note("the bounds are " + check.threshold("sets of a lift").text() + " sets of a lift and " +
         check.threshold("sets of a group").text() + " hard sets of a group in one session, " +
         "straight sets, and no maximum in the first " + check.threshold("no maximum for").text() +
         " weeks");
  d.advise("take two or three straight sets of 8-12 with three reps in reserve")
      .advise("or name the lifts that the athlete has done for months: familiar back squat");
}

// Who knows a lift has trained before.
bool is_beginner(const Plan& plan) {
  return plan.level == Level::novice && std::none_of(plan.exercises.begin(), plan.exercises.end(),
                                                     [](const Exercise& e) { return e.familiar; });
}

void run(GuidelineCheck& check) {
  if (!is_beginner(check.plan)) return;
  for (const TooMuch& found : BeginnerWalk(check).run()) report(check, found);
}

constexpr Threshold kThresholds2026[] = {
    {"sets of a lift", 4, "sets", "convention"},
    {"sets of a group", 12, "sets", "convention"},
    {"beginner for", 26, "weeks", "convention: half a year of training"},
    {"no maximum for", 4, "weeks", "convention"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline beginner_technique_stacking;
const Guideline beginner_technique_stacking{
    .name = "beginner-technique-stacking",
    .code = "M137",
    .category = "structure",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A beginner gets straight sets, few of them, and no maximum in the first month",
    .why =
        "Who starts out gets better from little, and learns from sets that are far from failure. "
        "Drop sets, rest-pause, myo-reps, more than twelve hard sets of a group in a session, and "
        "a 1RM in the first four weeks are errors; more than four hard sets of one lift, stages "
        "and rules counted in, are a warning by themselves, since well-known novice programs have "
        "five. A beginner is a `novice` to whom no lift is `familiar`, for half a year of the "
        "plan. Forced reps can't be written; slow lowering to failure is told by eccentric-dose.",
    .sources =
        "The founding articles (S002-7, S002-8): the beginner coach puts all he knows into one "
        "session; German-volume squats with drop sets, short rests and high intensity for a "
        "newcomer.",
    .critics =
        "No trial tells where a beginner's limit is, and five sets of five have brought many "
        "forward: where the load starts at the empty bar, an `allow` may say so.",
    .editions = kEditions,
    .bad = R"(plan "All he knows"
  level novice
  guidelines 2026
  goal load of leg extension + 20% by end of "Start"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Start" 6 weeks if ready
  week 1 sets x 50%, RIR + 2
  session "Legs"
    leg extension 3x10 @ RIR 3 drop set 1 x 80% add(2.5%)
)",
    .good = R"(plan "Straight sets"
  level novice
  guidelines 2026
  goal load of leg extension + 20% by end of "Start"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Start" 6 weeks if ready
  week 1 sets x 50%, RIR + 2
  session "Legs"
    leg extension 3x10 @ RIR 3 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
