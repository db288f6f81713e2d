// R33 / M133: a lift gives way to another before it can have shown anything.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/known_lifts.h"
#include "compiler/guidelines/lines.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

constexpr int kDaysAWeek = 7;

// One lift, from its first pass to its last, without a break longer than the plan calls it known
// for.
struct Stretch {
  ExerciseId exercise;
  std::size_t first = 0, last = 0;  // into PlanFacts::passes
  const Line* line = nullptr;       // that begins it
};

struct Replaced {
  Stretch old, next;
  int weeks = 0;
  Decimal least;
};

class ChurnWalk {
 public:
  explicit ChurnWalk(const GuidelineCheck& check)
      : check_(check),
        facts_(check.facts),
        known_(check.plan),
        window_(check.whole_threshold("known for") * kDaysAWeek) {
    const std::vector<int> days = preferred_days(facts_);
    for (const PassEntries& entries : entries_by_pass(facts_))
      first_day_.push_back(entries.to == 0 ? 0 : days[entries.from]);
    for (std::size_t p = 0; p < facts_.passes.size(); ++p) read(p);
  }

  std::vector<Replaced> run() const {
    std::vector<Replaced> out;
    for (const Stretch& s : stretches_)
      if (const Stretch* next = replacement(s); next != nullptr) {
        Replaced r{s, *next, weeks(s.first, next->first), least_weeks(s.exercise)};
        if (Decimal::whole(r.weeks) < r.least) out.push_back(std::move(r));
      }
    return out;
  }

 private:
  // A line on which the athlete chooses among lifts is their own, and a ladder changes by itself.
  void read(std::size_t pass) {
    const Pass& now = facts_.passes[pass];
    for (const std::uint32_t s : facts_.week(now).sessions)
      for (const Line& line : check_.plan.blocks[now.block].sessions[s].lines)
        if (line.options.size() == 1 && has_reps(line) &&
            !check_.plan.exercises[line.options.front()].any_of_class)
          use(line, pass);
  }

  void use(const Line& line, std::size_t pass) {
    const ExerciseId id = line.options.front();
    const auto known = current_.find(id.value);
    if (known != current_.end()) {
      Stretch& s = stretches_[known->second];
      if (first_day_[pass] - first_day_[s.last] <= window_) {
        s.last = pass;
        return;
      }
    }
    current_[id.value] = stretches_.size();
    stretches_.push_back({id, pass, pass, &line});
  }

  // What begins in the very next loading pass for the same muscles; nothing where the lift was
  // there before the plan, or the plan ends with it.
  const Stretch* replacement(const Stretch& s) const {
    if (s.first == 0 && known_.knows(s.exercise)) return nullptr;
    std::size_t next = s.last + 1;
    while (next < facts_.passes.size() && !is_loading(facts_.passes[next])) ++next;
    if (next >= facts_.passes.size() || !is_loading(facts_.passes[s.first])) return nullptr;
    for (const Stretch& other : stretches_)
      if (other.first == next && shares_primary(s.exercise, other.exercise)) return &other;
    return nullptr;
  }

  bool shares_primary(ExerciseId a, ExerciseId b) const {
    const auto& of_b = check_.plan.exercises[b].muscles;
    const auto is_primary = [](const MuscleShare& m) { return m.share >= Decimal::whole(1); };
    const auto& of_a = check_.plan.exercises[a].muscles;
    return std::any_of(of_a.begin(), of_a.end(), [&](const MuscleShare& m) {
      return is_primary(m) && std::any_of(of_b.begin(), of_b.end(), [&](const MuscleShare& n) {
               return is_primary(n) && n.group == m.group;
             });
    });
  }

  int weeks(std::size_t from, std::size_t to) const {
    return (first_day_[to] - first_day_[from] + kDaysAWeek / 2) / kDaysAWeek;
  }

  // A lift that a goal names is what the plan is about.
  Decimal least_weeks(ExerciseId id) const {
    const auto& goals = check_.plan.goals;
    const bool is_main = std::any_of(goals.begin(), goals.end(),
                                     [&](const Goal& goal) { return goal.exercise == id; });
    return is_main ? check_.threshold("lift of a goal") : check_.threshold("any lift");
  }

  const GuidelineCheck& check_;
  const PlanFacts& facts_;
  KnownLifts known_;
  int window_;
  std::vector<int> first_day_;  // by pass
  std::vector<Stretch> stretches_;
  std::map<std::uint32_t, std::size_t> current_;  // by exercise, into stretches_
};

std::string told(const Plan& plan, const Replaced& r) {
  return plan.exercises[r.old.exercise].name + " stays for " + counted(r.weeks, "week") +
         ", then it is " + plan.exercises[r.next.exercise].name;
}

void report(GuidelineCheck& check, const std::vector<Replaced>& of_block) {
  const Replaced& first = of_block.front();
  Diagnostic& d = check.report(first.next.line->source, told(check.plan, first));
  d.label("from " + pass_name(check.plan, check.facts.passes[first.next.first]) + " on");
  d.also(check.span(first.old.line->source), "it came in here");
  d.note("the least is " + counted(static_cast<int>(first.least.floor()), "week") +
         (first.least == check.threshold("any lift") ? "" : " for a lift that a goal names"));
  for (std::size_t i = 1; i < of_block.size(); ++i) d.note(told(check.plan, of_block[i]));
  d.advise("keep the lift and change its sets, reps or load; exchange lifts at a block's border");
}

// Told where the first lift gives way; what follows in the same block is the same habit.
void run(GuidelineCheck& check) {
  std::map<std::uint32_t, std::vector<Replaced>> by_block;
  for (Replaced& r : ChurnWalk(check).run())
    by_block[check.facts.passes[r.next.first].block.value].push_back(std::move(r));
  for (const auto& [block, replaced] : by_block) report(check, replaced);
}

constexpr Threshold kThresholds2026[] = {
    {"any lift", 4, "weeks", "convention: a lift is learnt, then progressed"},
    {"lift of a goal", 6, "weeks", "convention: six to eight weeks for a main lift"},
    {"known for", 4, "weeks", "a choice of this project: a lift that is back by then never left"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline exercise_churn;
const Guideline exercise_churn{
    .name = "exercise-churn",
    .code = "M133",
    .category = "novelty",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "A lift stays for some weeks before another takes its place",
    .why =
        "What changes every week can't be compared with last week, and each new lift starts its "
        "soreness afresh. A lift has given way when, in the very next loading week, one begins "
        "that trains the same muscles directly. Lifts that come and go within four weeks (a "
        "rotation) never left; a lift that the athlete brings, one that the plan ends with, one "
        "that is only dropped, ladders and lines with a choice aren't looked at.",
    .sources =
        "The founding articles (S004-10, S004-14, S004-37): growth follows repeated exposure, "
        "soreness follows novelty. Kassiano 2022 (read as abstract): systematic variation helps, "
        "frequent random change hurts.",
    .critics =
        "Trainees like variety, and the numbers are convention. An injury or missing equipment is "
        "a reason; an `allow` says so.",
    .editions = kEditions,
    .bad = R"(plan "A squat a week"
  level intermediate
  guidelines 2026
  familiar bench press, front squat, back squat, leg press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  week 1
    session "Legs"
      bench press 3x6 @ RIR 2 add(2.5%)
      front squat 3x6 @ RIR 2
  week 2
    session "Legs"
      bench press 3x6 @ RIR 2 add(2.5%)
      back squat 3x6 @ RIR 2
  week 3-4
    session "Legs"
      bench press 3x6 @ RIR 2 add(2.5%)
      leg press 3x6 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "One squat"
  level intermediate
  guidelines 2026
  familiar bench press, front squat, back squat, leg press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    bench press 3x6 @ RIR 2 add(2.5%)
    back squat 3x6 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
