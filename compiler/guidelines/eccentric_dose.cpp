// R35 / M135: slow lowering that starts with too much, or grows too fast; to failure for a novice.
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

// Slow sets of a group in one session: a first time that is too much, or a rise.
struct SlowDose {
  std::size_t pass = 0;
  GroupId group;
  Decimal from, to;  // `from` is 0 for the first time
  const Line* line = nullptr;
  bool is_first() const { return from == Decimal(); }
};

class SlowWalk {
 public:
  explicit SlowWalk(const GuidelineCheck& check)
      : check_(check),
        facts_(check.facts),
        first_(check.threshold("first time at most")),
        rise_(check.threshold("rise at most")),
        known_(check.plan),
        most_(check.plan.groups.size()),
        done_(check.plan.exercises.size(), false) {}

  std::vector<SlowDose> run() {
    for (const QueueEntry& entry : facts_.order) {
      if (is_loading(facts_.passes[entry.pass_index])) judge(entry);
      for (const Line& line : entry.session->lines)
        for (const ExerciseId id : line.options) done_[id.value] = true;
    }
    return std::move(found_);
  }

 private:
  struct Today {
    Decimal all, fresh;  // of which on lifts that weren't done slowly before
    const Line* line = nullptr;
  };

  // A familiar lift is familiar as the plan first has it.
  bool is_accustomed(const Line& line) const {
    return std::any_of(line.options.begin(), line.options.end(),
                       [&](ExerciseId id) { return known_.knows(id) && !done_[id.value]; });
  }

  void judge(const QueueEntry& entry) {
    std::map<std::uint32_t, Today> today;
    for (const Line& line : entry.session->lines) {
      if (line.stages.empty() || !has_reps(line) || !is_slow(check_.plan, line)) continue;
      const Decimal sets = hard_sets(line, line.stages.front(), facts_.edition);
      for (const MuscleShare& muscle : shares_of(check_.plan, line)) {
        Today& now = today[muscle.group.value];
        now.all += sets * muscle.share;
        if (is_accustomed(line)) continue;
        now.fresh += sets * muscle.share;
        if (now.line == nullptr) now.line = &line;
      }
    }
    for (const auto& [group, now] : today) compare(entry, GroupId{group}, now);
  }

  void compare(const QueueEntry& entry, GroupId group, const Today& now) {
    auto& most = most_[group.value];
    const bool too_much = most ? now.all > std::max(*most + rise_, first_) : now.fresh > first_;
    if (too_much && now.line != nullptr)
      found_.push_back({entry.pass_index, group, most.value_or(Decimal()),
                        most ? now.all : now.fresh, now.line});
    most = std::max(most.value_or(now.all), now.all);
  }

  const GuidelineCheck& check_;
  const PlanFacts& facts_;
  Decimal first_, rise_;
  KnownLifts known_;
  std::vector<std::optional<Decimal>> most_;  // by group, of one session so far
  std::vector<bool> done_;                    // by exercise, in the plan
  std::vector<SlowDose> found_;
};

std::string sets_text_of(const GuidelineCheck& check, const SlowDose& dose) {
  const std::string group(check.facts.name(dose.group));
  if (dose.is_first()) return group + ": the first slow lowering is " + dose.to.text() + " sets";
  return group + ": slow lowering goes from " + dose.from.text() + " to " + dose.to.text() +
         " sets at once";
}

void report(GuidelineCheck& check, const std::vector<SlowDose>& together) {
  const SlowDose& worst = *std::max_element(
      together.begin(), together.end(),
      [](const SlowDose& a, const SlowDose& b) { return a.to - a.from < b.to - b.from; });
  Diagnostic& d = check.report(
      Severity::warning, worst.line->source,
      sets_text_of(check, worst) + " in " + pass_name(check.plan, check.facts.passes[worst.pass]));
  d.label(worst.is_first()
              ? "the bound is " + check.threshold("first time at most").text() + " sets"
              : "the bound is +" + check.threshold("rise at most").text() + " set a time");
  for (const SlowDose& dose : together)
    if (dose.group != worst.group) d.note(sets_text_of(check, dose));
  d.advise("start with two sets of four seconds, and add one at a time")
      .advise("or, if the athlete is used to it: familiar " + lift_name(check.plan, *worst.line));
}

// By the pass in which the athlete meets it.
void report_doses(GuidelineCheck& check) {
  std::map<std::size_t, std::vector<SlowDose>> by_pass;
  for (SlowDose& dose : SlowWalk(check).run()) by_pass[dose.pass].push_back(dose);
  for (const auto& [pass, doses] : by_pass) report(check, doses);
}

bool to_failure(const GuidelineCheck& check, const Line& line) {
  const auto rir = least_rir(line, check.edition);
  return (rir && *rir <= Decimal()) || (line.style && line.style->kind != SetStyle::Kind::cluster);
}

// Equal weeks share their sessions, and what is written once is told once.
template <class Visit>
void for_each_slow_line(const GuidelineCheck& check, Visit visit) {
  std::vector<SourceId> seen;
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines) {
        if (line.stages.empty() || !has_reps(line) || !is_slow(check.plan, line) ||
            std::find(seen.begin(), seen.end(), line.source) != seen.end())
          continue;
        seen.push_back(line.source);
        visit(line);
      }
}

void report_failure(GuidelineCheck& check, const Line& line) {
  if (check.plan.level != Level::novice || !to_failure(check, line)) return;
  check.report(line.source, lift_name(check.plan, line) + ": slow lowering to failure for a novice")
      .label("RIR 0")
      .advise("leave three reps in reserve: @ RIR 3");
}

// `sets + 2` in a rule of the line.
void report_growth(GuidelineCheck& check, const Line& line) {
  const Decimal most = check.threshold("rise at most");
  for (const RuleCall& call : line.rules)
    for (const RuleClause& clause : check.plan.rules[call.rule].clauses)
      for (const Action& action : clause.actions) {
        const auto* change = std::get_if<Change>(&action);
        if (change == nullptr || change->what != Changes::sets || change->how != Change::How::add ||
            change->value.index() > 1)
          continue;
        const auto* fixed = std::get_if<Quantity>(&change->value);
        const Decimal by = fixed != nullptr
                               ? fixed->high
                               : call.arguments[std::get<ParameterRef>(change->value).index].high;
        if (by <= most) continue;
        check
            .report(Severity::warning, call.source,
                    "a rule adds " + by.text() + " sets of slow lowering of " +
                        lift_name(check.plan, line) + " at once")
            .label("the bound is +" + most.text() + " set a time")
            .also(check.span(change->source), "here")
            .advise("add one set at a time: sets + 1");
        return;
      }
}

void run(GuidelineCheck& check) {
  report_doses(check);
  for_each_slow_line(check, [&](const Line& line) {
    report_failure(check, line);
    report_growth(check, line);
  });
}

constexpr Threshold kThresholds2026[] = {
    {"first time at most", 2, "sets", "a choice of this project"},
    {"rise at most", 1, "sets", "a choice of this project"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline eccentric_dose;
const Guideline eccentric_dose{
    .name = "eccentric-dose",
    .code = "M135",
    .category = "novelty",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "Slow lowering starts with two sets for a group and grows by one at a time",
    .why =
        "Lengthening under load is what makes sore most. From four seconds of lowering on, and "
        "for lifts that are nothing else (Nordic curl, negatives), the fractional hard sets of a "
        "group are counted, session by session: the first time that isn't `familiar`, then each "
        "rise above the most so far, and what a rule adds; two sets are always fine. Slow lowering "
        "to failure is nothing "
        "for a novice, and an error. How soon the group comes back is judged by "
        "ungated-group-training and min-gap-hours, for which a first time is new work. Where the "
        "athlete chooses, or climbs a ladder, a line is slow only if every choice is. Loads above "
        "the 1RM aren't taken for negatives: an attempt at a record is written the same way.",
    .sources =
        "The founding articles (S001-18, S003-6, S004-12): the lowering phase, above all new, "
        "makes tender. Bridgeman 2015, a review (through a secondary source): a small eccentric "
        "dose protects. Eccentric work to failure stands in the NCAA's list of what goes before "
        "rhabdomyolysis (read as a quotation).",
    .critics =
        "That it makes sore is well shown; the numbers of sets are this project's. Eccentric work "
        "is part of the stimulus (S004-12), so it gets a ramp, no ban.",
    .editions = kEditions,
    .bad = R"(plan "Lower for six seconds"
  level novice
  guidelines 2026
  familiar bench press, pec deck
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Press"
    at least 4 days
    bench press 6x6 @ RIR 3 add(2.5%)
    pec deck 2x10 to failure tempo 6-0-1-0 add(2.5%)
)",
    .good = R"(plan "Lower for four seconds, with reps in reserve"
  level novice
  guidelines 2026
  familiar bench press, pec deck
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Press"
    at least 4 days
    bench press 6x6 @ RIR 3 add(2.5%)
    pec deck 2x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
