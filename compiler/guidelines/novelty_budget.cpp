// R32 / M132: too much of a group's week is work on lifts that weren't done in the weeks before.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/known_lifts.h"
#include "compiler/guidelines/lines.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

constexpr int kDaysAWeek = 7;

// Hard sets of a group in one pass: all of them, and those on new lifts.
struct Novelty {
  std::size_t pass = 0;
  GroupId group;
  Decimal fresh, all;
  const Line* line = nullptr;  // the first new one
  std::vector<ExerciseId> lifts;
  Decimal percent() const { return fresh * Decimal::whole(100) / all; }
};

class NoveltyWalk {
 public:
  explicit NoveltyWalk(const GuidelineCheck& check)
      : check_(check),
        facts_(check.facts),
        days_(preferred_days(facts_)),
        entries_(entries_by_pass(facts_)),
        known_(check.plan),
        last_(check.plan.groups.size()),
        window_(check.whole_threshold("known for") * kDaysAWeek) {}

  std::vector<Novelty> run() {
    start();
    for (std::size_t p = 0; p < facts_.passes.size(); ++p) {
      if (p > 0 && is_loading(facts_.passes[p])) judge(p);
      for (std::size_t i = entries_[p].from; i < entries_[p].to; ++i)
        done(*facts_.order[i].session, days_[i]);
    }
    return std::move(found_);
  }

 private:
  // In the first week everything is as new as it is; that holds for sessions, too, whose turn comes
  // only after it.
  void start() {
    if (facts_.passes.empty()) return;
    const Pass& first = facts_.passes.front();
    for (const std::uint32_t s : facts_.week(first).sessions)
      known_.done(check_.plan.blocks[first.block].sessions[s], 0);
  }

  void judge(std::size_t pass) {
    const int since = days_[entries_[pass].from] - window_;
    std::vector<Novelty> by_group(check_.plan.groups.size());
    for (std::size_t i = entries_[pass].from; i < entries_[pass].to; ++i)
      for (const Line& line : facts_.order[i].session->lines)
        if (!line.stages.empty()) add(by_group, line, known_.is_new_since(line, since));
    for (std::uint32_t g = 0; g < by_group.size(); ++g) {
      Novelty& n = by_group[g];
      n.pass = pass;
      n.group = GroupId{g};
      if (last_[g] && *last_[g] >= since && is_too_much(n)) found_.push_back(n);
    }
  }

  void add(std::vector<Novelty>& by_group, const Line& line, bool is_new) const {
    const Decimal sets = hard_sets(line, line.stages.front(), facts_.edition);
    for (const MuscleShare& muscle : shares_of(check_.plan, line)) {
      Novelty& n = by_group[muscle.group.value];
      n.all += sets * muscle.share;
      if (!is_new) continue;
      n.fresh += sets * muscle.share;
      if (n.line == nullptr) n.line = &line;
      if (std::find(n.lifts.begin(), n.lifts.end(), line.options.front()) == n.lifts.end())
        n.lifts.push_back(line.options.front());
    }
  }

  bool is_too_much(const Novelty& n) const {
    return Decimal::whole(static_cast<long>(n.lifts.size())) >=
               check_.threshold("new lifts from") &&
           n.fresh >= check_.threshold("at least") && n.percent() > check_.threshold("warn above");
  }

  void done(const Session& session, int day) {
    known_.done(session, day);
    for (const Line& line : session.lines)
      for (const MuscleShare& muscle : shares_of(check_.plan, line))
        if (muscle.share >= Decimal::whole(1)) last_[muscle.group.value] = day;
  }

  const GuidelineCheck& check_;
  const PlanFacts& facts_;
  std::vector<int> days_;
  std::vector<PassEntries> entries_;
  KnownLifts known_;
  std::vector<std::optional<int>> last_;  // by group: the day on which it was trained directly
  int window_;
  std::vector<Novelty> found_;
};

std::string share_text(const GuidelineCheck& check, const Novelty& n) {
  return std::string(check.facts.name(n.group)) + ": " + n.fresh.text() + " of " + n.all.text() +
         " hard sets are on " + counted(static_cast<long>(n.lifts.size()), "new lift");
}

// The worst of a block, and how many more of its weeks are like it.
void report(GuidelineCheck& check, const std::vector<Novelty>& of_block) {
  const Novelty& worst = *std::max_element(
      of_block.begin(), of_block.end(),
      [](const Novelty& a, const Novelty& b) { return a.percent() < b.percent(); });
  const Decimal error = check.threshold("error above");
  const bool is_error = worst.percent() > error;
  const Decimal percent = round_to(worst.percent(), Decimal::whole(1), Rounding::nearest);
  Diagnostic& d = check.report(is_error ? Severity::error : Severity::warning, worst.line->source,
                               share_text(check, worst) + " in " +
                                   pass_name(check.plan, check.facts.passes[worst.pass]) + ", " +
                                   percent.text() + " %");
  d.label("not done in the " + check.threshold("known for").text() + " weeks before");
  d.note("the bound is " + (is_error ? error : check.threshold("warn above")).text() +
         " % of a group's hard sets");
  std::vector<std::size_t> others;
  for (const Novelty& n : of_block) {
    if (n.pass == worst.pass && n.group != worst.group) d.note(share_text(check, n));
    if (n.pass != worst.pass && (others.empty() || others.back() != n.pass))
      others.push_back(n.pass);
  }
  if (!others.empty())
    d.note("so it is in " + counted(static_cast<long>(others.size()), "more week") +
           " of the block");
  d.advise(
      "bring in one new lift at a time and keep the others; or, if the athlete has done it in "
      "the last weeks: familiar " +
      lift_name(check.plan, *worst.line));
}

void run(GuidelineCheck& check) {
  const std::vector<Novelty> found = NoveltyWalk(check).run();
  for (std::size_t i = 0; i < found.size();) {
    const BlockId block = check.facts.passes[found[i].pass].block;
    std::vector<Novelty> of_block;
    for (; i < found.size() && check.facts.passes[found[i].pass].block == block; ++i)
      of_block.push_back(found[i]);
    report(check, of_block);
  }
}

constexpr Threshold kThresholds2026[] = {
    {"warn above", 25, "%", "a choice of this project"},
    {"error above", 60, "%", "a choice of this project"},
    {"new lifts from", 2, "lifts",
     "a choice of this project: one new lift for a group at a time is fine"},
    {"at least", 3, "sets", "a choice of this project: below it a percentage says little"},
    {"known for", 4, "weeks", "a choice of this project: what `familiar` means, too"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline novelty_budget;
const Guideline novelty_budget{
    .name = "novelty-budget",
    .code = "M132",
    .category = "novelty",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "After the first week most of a group's hard sets are on lifts that it knows",
    .why =
        "New lifts make sore out of proportion to what they give, and a lift that changes all the "
        "time can't be progressed. Of each loading week but the plan's first, the hard sets on "
        "lifts that weren't done in the four weeks before are counted, group by group; one such "
        "lift "
        "for a group at a time is always fine. Lifts "
        "named `familiar`, and those of whose max the plan asks, were done just before it starts. "
        "Where the athlete chooses (`or`, `any push`, a ladder), what they know is what counts. A "
        "group that wasn't trained directly in those weeks is left to first-exposure-dose.",
    .sources =
        "The founding articles (S001-3, S001-9, S004-37): anybody can make you sore with "
        "something new; constant new exercises harm consistency. Kassiano 2022 (read as "
        "abstract): some systematic variation helps, frequent random change hurts.",
    .critics =
        "The percentages are this project's. Novelty isn't only a cost: eccentric loading, volume "
        "and new work make sore and are part of the stimulus (S004-12), so new work gets a "
        "budget, no ban.",
    .editions = kEditions,
    .bad = R"(plan "Another chest day"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Press"
    bench press 4x6 @ RIR 2 add(2.5%)

block "Other lifts" 4 weeks if ready
  session "Press"
    bench press 2x6 @ RIR 2 add(2.5%)
  session "Machines"
    machine chest press 2x10 @ RIR 4 add(2.5%)
    pec deck 2x12 @ RIR 4 add(2.5%)
)",
    .good = R"(plan "One new lift"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Press"
    bench press 4x6 @ RIR 2 add(2.5%)

block "One more lift" 4 weeks if ready
  session "Press"
    bench press 4x6 @ RIR 2 add(2.5%)
  session "Machines"
    machine chest press 2x10 @ RIR 4 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
