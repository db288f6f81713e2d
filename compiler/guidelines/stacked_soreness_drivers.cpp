// R36 / M136: what makes a group sore comes to it at once: new lift, more sets, slow lowering ...
#include <algorithm>
#include <array>
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

// What a line adds beside its sets; new to a group that it wasn't done with in the last weeks.
enum class Driver : std::uint8_t { new_lift, slow, long_length, failure, short_rest };
constexpr std::size_t kDrivers = 5;

std::string_view words(Driver driver) {
  switch (driver) {
    case Driver::new_lift: return "a new lift";
    case Driver::slow: return "slow lowering";
    case Driver::long_length: return "work at long length";
    case Driver::failure: return "sets to failure";
    case Driver::short_rest: return "short rests";
  }
  return "";
}

// The lines behind each driver of a group in one pass.
using Drivers = std::array<const Line*, kDrivers>;

struct Stack {
  std::size_t pass = 0;
  GroupId group;
  Drivers lines{};
  std::optional<VolumeJump> rise;
  const Line* first = nullptr;
  std::size_t count() const {
    return kDrivers - static_cast<std::size_t>(std::count(lines.begin(), lines.end(), nullptr)) +
           (rise ? 1 : 0);
  }
};

class StackWalk {
 public:
  explicit StackWalk(const GuidelineCheck& check)
      : check_(check),
        facts_(check.facts),
        known_(check.plan),
        used_to_(check.edition),
        window_(check.whole_threshold("known for") * kDaysAWeek),
        had_(check.plan.groups.size()) {
    bounds_.pass = check.whole_threshold("rise above");
    bounds_.least_sets = check.whole_threshold("rise of at least");
    for (const Exercise& exercise : check.plan.exercises) know(exercise);
  }

  std::vector<Stack> run() {
    const std::vector<int> days = preferred_days(facts_);
    const std::vector<PassEntries> entries = entries_by_pass(facts_);
    for (std::size_t p = 0; p < facts_.passes.size(); ++p) {
      const int since = days[entries[p].from] - window_;
      if (is_loading(facts_.passes[p])) judge(p, entries[p], since);
      for (std::size_t i = entries[p].from; i < entries[p].to; ++i)
        done(*facts_.order[i].session, days[i]);
    }
    return std::move(found_);
  }

 private:
  // What a familiar lift always brings with it, the athlete has had.
  void know(const Exercise& exercise) {
    if (!exercise.familiar) return;
    for (const MuscleShare& muscle : exercise.muscles) {
      auto& had = had_[muscle.group.value];
      if (exercise.long_length) had[index(Driver::long_length)] = 0;
      if (exercise.eccentric) had[index(Driver::slow)] = 0;
    }
  }

  static std::size_t index(Driver driver) { return static_cast<std::size_t>(driver); }

  void judge(std::size_t pass, const PassEntries& entries, int since) {
    std::map<std::uint32_t, Stack> stacks;
    for (std::size_t i = entries.from; i < entries.to; ++i)
      for (const Line& line : facts_.order[i].session->lines)
        if (has_reps(line) && !is_accustomed(pass, line)) add(stacks, line, since);
    PassVolume now = written_volume(facts_, pass);
    for (auto& [group, stack] : stacks) {
      stack.pass = pass;
      stack.group = GroupId{group};
      VolumeJump jump =
          rise_over(used_to_.passes(), stack.group, VolumeJump::Of::pass, now.sets[group]);
      if (is_too_wide(jump, bounds_)) stack.rise = std::move(jump);
      if (Decimal::whole(static_cast<long>(stack.count())) >= check_.threshold("warn from"))
        found_.push_back(stack);
    }
    used_to_.add(std::move(now));
  }

  // Familiar lifts are accustomed to the first week as it is.
  bool is_accustomed(std::size_t pass, const Line& line) const {
    return pass == 0 && !known_.is_new(line);
  }

  void add(std::map<std::uint32_t, Stack>& stacks, const Line& line, int since) const {
    for (const MuscleShare& muscle : shares_of(check_.plan, line)) {
      if (muscle.share < Decimal::whole(1)) continue;
      Stack& stack = stacks[muscle.group.value];
      const auto& had = had_[muscle.group.value];
      for (const Driver driver : drivers_of(line)) {
        const auto& last = had[index(driver)];
        if (driver == Driver::new_lift ? !known_.is_new(line) : last && *last >= since) continue;
        if (driver == Driver::long_length && stack.lines[index(Driver::new_lift)] == &line)
          continue;  // it is what is new about the lift
        stack.lines[index(driver)] = &line;
        if (stack.first == nullptr) stack.first = &line;
      }
    }
  }

  std::vector<Driver> drivers_of(const Line& line) const {
    std::vector<Driver> out;
    const auto rir = least_rir(line, check_.edition);
    const bool mini_sets = line.style && line.style->kind != SetStyle::Kind::cluster;
    if (!is_small(line, rir)) out.push_back(Driver::new_lift);
    if (is_slow(check_.plan, line)) out.push_back(Driver::slow);
    if (std::all_of(line.options.begin(), line.options.end(),
                    [&](ExerciseId id) { return check_.plan.exercises[id].long_length; }))
      out.push_back(Driver::long_length);
    if (mini_sets || (rir && *rir <= Decimal())) out.push_back(Driver::failure);
    if (is_short(line)) out.push_back(Driver::short_rest);
    return out;
  }

  // What first-exposure-dose calls a good start is no driver.
  bool is_small(const Line& line, const std::optional<Decimal>& rir) const {
    return Decimal::whole(planned_sets(line.stages.front())) <=
               check_.threshold("small first dose") &&
           (!rir || *rir >= check_.threshold("with RIR"));
  }

  // Between the lines of a superset other muscles work.
  bool is_short(const Line& line) const {
    return line.rest && line.label.empty() && planned_sets(line.stages.front()) > 1 &&
           Decimal::whole(line.rest->high.count) < check_.threshold("short rest below");
  }

  void done(const Session& session, int day) {
    for (const Line& line : session.lines) {
      if (!has_reps(line)) continue;
      for (const MuscleShare& muscle : shares_of(check_.plan, line))
        for (const Driver driver : drivers_of(line)) had_[muscle.group.value][index(driver)] = day;
    }
    known_.done(session, day);
  }

  const GuidelineCheck& check_;
  const PlanFacts& facts_;
  KnownLifts known_;
  UsedTo used_to_;
  int window_;
  VolumeBounds bounds_;
  std::vector<std::array<std::optional<int>, kDrivers>> had_;  // by group: the last day
  std::vector<Stack> found_;
};

std::string told(const GuidelineCheck& check, const Stack& stack) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kDrivers; ++i)
    if (stack.lines[i] != nullptr)
      parts.push_back(std::string(words(static_cast<Driver>(i))) + " (" +
                      lift_name(check.plan, *stack.lines[i]) + ")");
  if (stack.rise) parts.push_back("more volume (" + sets_text(*stack.rise) + ")");
  return std::string(check.facts.name(stack.group)) + ": " + join_and(parts);
}

void report(GuidelineCheck& check, const std::vector<const Stack*>& of_pass) {
  const Stack& worst =
      **std::max_element(of_pass.begin(), of_pass.end(),
                         [](const Stack* a, const Stack* b) { return a->count() < b->count(); });
  const bool is_error =
      Decimal::whole(static_cast<long>(worst.count())) >= check.threshold("error from");
  Diagnostic& d = check.report(is_error ? Severity::error : Severity::warning, worst.first->source,
                               told(check, worst) + " come together in " +
                                   pass_name(check.plan, check.facts.passes[worst.pass]));
  d.label(std::to_string(worst.count()) + " of them are new to the group in one week");
  for (const Stack* stack : of_pass)
    if (stack != &worst) d.note(told(check, *stack));
  d.note("the bound is one in four weeks; " + check.threshold("error from").text() +
         " and more are an error");
  d.advise("bring one in now and the next when the group is used to it")
      .advise("or, if the athlete has done the lift in the last four weeks: familiar " +
              lift_name(check.plan, *worst.first));
}

void run(GuidelineCheck& check) {
  const std::vector<Stack> found = StackWalk(check).run();
  std::map<std::size_t, std::vector<const Stack*>> by_pass;
  for (const Stack& stack : found) by_pass[stack.pass].push_back(&stack);
  for (const auto& [pass, stacks] : by_pass) report(check, stacks);
}

constexpr Threshold kThresholds2026[] = {
    {"warn from", 2, "drivers", "a choice of this project"},
    {"error from", 3, "drivers", "a choice of this project"},
    {"rise above", 20, "%", "a choice of this project: as in volume-jump"},
    {"rise of at least", 3, "sets", "a choice of this project: as in volume-jump"},
    {"short rest below", 60, "s", "convention"},
    {"small first dose", 2, "sets", "a choice of this project: as in first-exposure-dose"},
    {"with RIR", 3, "RIR", "a choice of this project: as in first-exposure-dose"},
    {"known for", 4, "weeks", "a choice of this project: what `familiar` means, too"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline stacked_soreness_drivers;
const Guideline stacked_soreness_drivers{
    .name = "stacked-soreness-drivers",
    .code = "M136",
    .category = "novelty",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "What makes a group sore is brought in one by one, not in the same week",
    .why =
        "A new lift, a fifth more volume, slow lowering, work at long length, sets to failure, "
        "rests of less than a minute: each makes sore, and the same week may hold one that is new "
        "to the group. It is new when the group's direct work hasn't had it in the four weeks "
        "before; `familiar` lifts are accustomed to the plan's first week as it is, and a new "
        "lift in a small first dose (see first-exposure-dose) doesn't count as one; that a new "
        "lift "
        "works at long length is part of its being new. A diet and a "
        "lay-off are drivers too, but no plan says when they come: after a lay-off the return's "
        "own weeks reduce what stands here.",
    .sources =
        "The founding articles (S002-8, S004-22): German-volume squats with drop sets and short "
        "rests for a newcomer; very much unfamiliar work spoils the next sessions. Each driver by "
        "itself is well known (see docs/recovery-model.md).",
    .critics =
        "How they add up hasn't been studied: counting them is convention. After some weeks the "
        "same work makes much less sore, which is why only what is new is counted.",
    .editions = kEditions,
    .bad = R"(plan "Everything at once"
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
    bench press 4x6 @ RIR 2 rest 3 min add(2.5%)

block "More" 4 weeks if ready
  session "Press"
    bench press 4x6 @ RIR 2 rest 3 min add(2.5%)
    dumbbell fly 2x10 @ RIR 4 tempo 4-0-1-0 rest 45 s add(2.5%)
)",
    .good = R"(plan "One thing at a time"
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
    bench press 4x6 @ RIR 2 rest 3 min add(2.5%)

block "More" 4 weeks if ready
  session "Press"
    bench press 4x6 @ RIR 2 rest 3 min add(2.5%)
    dumbbell fly 2x10 @ RIR 4 rest 2 min add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
