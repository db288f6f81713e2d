// R34 / M134: the first time that a new lift is done, it is done in full.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/known_lifts.h"
#include "compiler/guidelines/lines.h"
#include "runtime/volume.h"

namespace meso::guidelines {
namespace {

// A new lift in the session that brings it.
struct FirstTime {
  const Line* line = nullptr;
  std::size_t pass = 0;
  int sets = 0, allowed = 0;
  int target = 0;  // the most sets of it in any later session
  std::optional<Decimal> rir;
};

class FirstTimes {
 public:
  explicit FirstTimes(const GuidelineCheck& check)
      : check_(check),
        small_(check.whole_threshold("always fine")),
        most_(check.whole_threshold("sets at most")),
        share_(check.threshold("of the later sets")),
        least_rir_(check.threshold("RIR at least")) {}

  std::vector<FirstTime> run() {
    const PlanFacts& facts = check_.facts;
    const std::vector<int> days = preferred_days(facts);
    KnownLifts known(check_.plan);
    for (std::size_t i = 0; i < facts.order.size(); ++i) {
      const QueueEntry& entry = facts.order[i];
      if (is_loading(facts.passes[entry.pass_index])) meet(known, entry);
      known.done(*entry.session, days[i]);
    }
    std::vector<FirstTime> out;
    for (FirstTime& first : found_)
      if (is_too_much(first)) out.push_back(first);
    return out;
  }

 private:
  // A lift may stand on several lines of a session: its sets count together.
  void meet(const KnownLifts& known, const QueueEntry& entry) {
    std::map<std::uint32_t, FirstTime> today;
    for (const Line& line : entry.session->lines) {
      if (!has_reps(line) || trains_nothing(check_.plan, line)) continue;
      FirstTime& now = today[line.options.front().value];
      if (now.line == nullptr) now.line = &line;
      now.pass = entry.pass_index;
      now.sets += planned_sets(line.stages.front());
      const auto rir = least_rir(line, check_.edition);
      if (rir) now.rir = std::min(now.rir.value_or(*rir), *rir);
    }
    for (auto& [exercise, now] : today) {
      if (const auto at = at_.find(exercise); at != at_.end()) {
        FirstTime& first = found_[at->second];
        first.target = std::max(first.target, now.sets);
      } else if (known.is_new(*now.line)) {
        now.target = now.sets;
        at_[exercise] = found_.size();
        found_.push_back(now);
      }
    }
  }

  // 60 % of three sets are two: rounded as weeks round sets.
  bool is_too_much(FirstTime& first) const {
    const Decimal part = percent_of(share_, Decimal::whole(first.target));
    const Decimal rounded = round_to(part, Decimal::whole(1), Rounding::nearest);
    first.allowed = std::clamp(static_cast<int>(rounded.floor()), small_, most_);
    return first.sets > first.allowed || (first.rir && *first.rir < least_rir_);
  }

  const GuidelineCheck& check_;
  int small_, most_;
  Decimal share_, least_rir_;
  std::vector<FirstTime> found_;
  std::map<std::uint32_t, std::size_t> at_;  // by exercise, into found_
};

std::string dose_text(const FirstTime& first) {
  std::string out = counted(first.sets, "set");
  if (first.rir) out += " at RIR " + first.rir->text();
  return out;
}

// What is mended together: the new lifts of a pass, of which at most a few are told one by one.
void report(GuidelineCheck& check, const std::vector<const FirstTime*>& together) {
  constexpr std::size_t kMostTold = 4;
  const FirstTime& first = *together.front();
  const std::string name = lift_name(check.plan, *first.line);
  Diagnostic& d =
      check.report(first.line->source, name + " is new and starts with " + dose_text(first));
  d.label("the bound for a first time is " + counted(first.allowed, "set") + " and RIR " +
          check.threshold("RIR at least").text());
  for (std::size_t i = 1; i < std::min(together.size(), kMostTold); ++i)
    d.note("new, too: " + lift_name(check.plan, *together[i]->line) + ", " +
           dose_text(*together[i]));
  if (together.size() > kMostTold)
    d.note("and " + counted(static_cast<long>(together.size() - kMostTold), "lift") + " more");
  d.advise("start with less: week 1 2x8 @ RIR 4 below the line")
      .advise("or, if the athlete has done it in the last four weeks: familiar " + name);
}

void run(GuidelineCheck& check) {
  const std::vector<FirstTime> found = FirstTimes(check).run();
  std::vector<const FirstTime*> left;
  for (const FirstTime& first : found) left.push_back(&first);
  while (!left.empty()) {
    const auto belongs = [&, pass = left.front()->pass,
                          allow = check.allow_at(left.front()->line->source)](const FirstTime* f) {
      return f->pass == pass && check.allow_at(f->line->source) == allow;
    };
    const auto rest = std::stable_partition(left.begin(), left.end(), belongs);
    report(check, {left.begin(), rest});
    left.erase(left.begin(), rest);
  }
}

constexpr Threshold kThresholds2026[] = {
    {"of the later sets", 60, "%", {25, 100}, "a choice of this project"},
    {"sets at most", 4, "sets", {1, 8, "always fine"}, "a choice of this project"},
    {"always fine",
     2,
     "sets",
     {1, 4},
     "a choice of this project: about 30 light lowerings protect already (Bridgeman 2015, through "
     "a secondary source)"},
    {"RIR at least", 3, "RIR", {0, 5}, "a choice of this project"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline first_exposure_dose;
const Guideline first_exposure_dose{
    .name = "first-exposure-dose",
    .code = "M134",
    .category = "novelty",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::strong,
    .summary = "A new lift starts with a few sets, well short of failure",
    .why =
        "The first time makes sore, the second much less: a small first dose buys most of that "
        "protection. So a lift that is neither `familiar` nor one of whose max the plan asks "
        "starts with at most 60 % of the sets that it comes to later (two sets are always fine), "
        "never more than four, and with three reps in reserve. An effort that isn't written isn't "
        "judged. Holds, carries and `any CLASS` are left out, and so is "
        "each further step of a ladder.",
    .sources =
        "The founding articles (S001-8, S001-9, S002-10, S002-15): soreness is expected with what "
        "is new, and the body adapts. Bridgeman 2015, a review (through a secondary source): 30 "
        "light eccentric reps or about ten isometrics at long length protect. Doma 2023 (read as "
        "abstract).",
    .critics =
        "That a small dose protects is well shown; where it ends is this project's choice. A "
        "beginner who starts with the empty bar trains far from failure whatever the sets: an "
        "`allow` may say so.",
    .editions = kEditions,
    .bad = R"(plan "A new lift, in full"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 6 weeks if ready
  session "Press"
    bench press 3x6 @ RIR 2 add(2.5%)
  session "Legs"
    leg press 3x10 @ RIR 4 add(2.5%)
)",
    .good = R"(plan "A new lift, two sets"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 6 weeks if ready
  session "Press"
    bench press 3x6 @ RIR 2 add(2.5%)
  session "Legs"
    leg press 3x10 @ RIR 3 add(2.5%)
      week 1 2x10 @ RIR 4
)",
    .check = run,
};

}  // namespace meso::guidelines
