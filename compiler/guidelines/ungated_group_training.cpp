// R01 / M101: a muscle group comes back before it must be clear, and nothing asks how it is.
#include <algorithm>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "compiler/verify/bouts.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

// The shortest gaps between sessions of the plain order, in days. Weeks are much alike, so what was
// worked out for one stretch of the order serves every stretch of the same sessions.
class LeastGaps {
 public:
  explicit LeastGaps(const PlanFacts& facts)
      : facts_(facts),
        dates_(facts.plan, facts.edition, Weekday::mon),
        known_of_(facts.order.size()) {}

  int days(std::uint32_t from, std::uint32_t to) {
    const std::size_t length = std::size_t{to} - from + 1;
    Known& known = known_of_[from];
    if (known.length < length) known = {stretch_from(from, length), length};
    return known.stretch->days[to - from];
  }

 private:
  struct Stretch {
    std::uint32_t from = 0;
    std::vector<int> days;  // after the first
  };
  struct Known {  // what is known of a place in the order: a stretch that is the same, so far
    const Stretch* stretch = nullptr;
    std::size_t length = 0;
  };

  const Stretch* stretch_from(std::uint32_t from, std::size_t length) {
    std::deque<Stretch>& known = stretches_[facts_.order[from].session];
    for (const Stretch& stretch : known)
      if (stretch.days.size() >= length && same_order(stretch.from, from, length)) return &stretch;
    // Further than asked, so that the next question has its answer.
    return &known.emplace_back(Stretch{from, work_out(from, std::max<std::size_t>(length, 8))});
  }

  bool same_order(std::uint32_t a, std::uint32_t b, std::size_t length) const {
    const auto first = facts_.order.begin() + a;
    return std::equal(first, first + static_cast<std::ptrdiff_t>(length), facts_.order.begin() + b,
                      [](const QueueEntry& x, const QueueEntry& y) {
                        return x.session == y.session &&
                               x.week->sessions.size() == y.week->sessions.size();
                      });
  }

  std::vector<int> work_out(std::uint32_t from, std::size_t length) {
    const std::span<const QueueEntry> rest = std::span(facts_.order).subspan(from);
    const std::span<const QueueEntry> order = rest.first(std::min(length, rest.size()));
    std::vector<int> least;
    for (const Weekday day : first_days(order)) {
      const std::vector<int> dates = earliest_dates(dates_, order, day);
      if (least.empty()) least = dates;
      for (std::size_t i = 0; i < dates.size(); ++i) least[i] = std::min(least[i], dates[i]);
    }
    return least;
  }

  static bool is_tied_to_weekdays(const QueueEntry& entry) {
    const auto waits_for_event = [](const Wait& wait) {
      return std::holds_alternative<Wait::BeforeEvent>(wait.after.front());
    };
    return !entry.session->on.empty() ||
           std::any_of(entry.session->waits.begin(), entry.session->waits.end(), waits_for_event);
  }

  // Weekdays on which the first of them may be: where no day is fixed, one stands for all.
  static std::vector<Weekday> first_days(std::span<const QueueEntry> order) {
    if (!order.front().session->on.empty()) return order.front().session->on;
    if (std::none_of(order.begin(), order.end(), is_tied_to_weekdays)) return {Weekday::mon};
    return {Weekday::mon, Weekday::tue, Weekday::wed, Weekday::thu,
            Weekday::fri, Weekday::sat, Weekday::sun};
  }

  const PlanFacts& facts_;
  QueueDates dates_;
  std::vector<Known> known_of_;                                        // by order
  std::unordered_map<const Session*, std::deque<Stretch>> stretches_;  // by their first session
};

struct Violation {
  GroupId group;
  std::uint32_t from = 0, to = 0;  // into PlanFacts::order
  int days = 0;
  std::optional<int> safe_hours;  // nothing: no gap is safe without a gate
  BoutClass bout_class = BoutClass::usual;
  bool primary = false;  // the group is what both sessions are for
};

// A session of the plain order that trains a group.
struct Exposure {
  std::uint32_t at = 0;  // into PlanFacts::order
  const GroupDose* dose = nullptr;
  BoutClass bout_class = BoutClass::usual;
};

// By group, in order. Reduced passes (deload, test) are exposures too.
std::vector<std::vector<Exposure>> exposures(const PlanFacts& facts) {
  const Bouts bouts(facts);
  std::vector<std::vector<Exposure>> out(facts.plan.groups.size());
  for (std::uint32_t at = 0; at < facts.order.size(); ++at) {
    const QueueEntry& entry = facts.order[at];
    const auto& listed = entry.week->sessions;
    const auto index = static_cast<std::uint32_t>(entry.session - entry.block->sessions.data());
    const auto nth = std::find(listed.begin(), listed.end(), index) - listed.begin();
    for (const GroupDose& dose : facts.doses(entry))
      if (const auto bout = bouts.of(entry.pass_index, static_cast<std::size_t>(nth), dose.group))
        out[dose.group.value].push_back({at, &dose, *bout});
  }
  return out;
}

// What a coach sees at once comes first: main groups, then the widest gap between need and plan.
bool worse(const Violation& a, const Violation& b) {
  if (a.primary != b.primary) return a.primary;
  if (a.safe_hours.has_value() != b.safe_hours.has_value()) return !a.safe_hours;
  return a.safe_hours.value_or(0) - a.days * 24 > b.safe_hours.value_or(0) - b.days * 24;
}

// All that is wrong with one session, by where it is written.
struct Finding {
  Violation worst;
  std::vector<GroupId> groups;
};
using Findings = std::map<std::uint32_t, Finding>;

void add(Findings& findings, std::uint32_t source, const Violation& v) {
  const auto [at, fresh] = findings.try_emplace(source, Finding{v, {v.group}});
  if (fresh) return;
  std::vector<GroupId>& groups = at->second.groups;
  if (groups.back() != v.group) groups.push_back(v.group);  // one group after the other
  if (worse(v, at->second.worst)) at->second.worst = v;
}

// When a bout that isn't the last before must be over, however hard it was.
int longest_hours(BoutClass bout_class, Level level) {
  const RecoveryRow& row = recovery_row(bout_class);
  const Bounds& force = level == Level::novice ? row.force_novice : row.force_trained;
  return static_cast<int>(std::max(row.below_three.worst, force.worst).floor());
}
int longest_hours(Level level) { return longest_hours(BoutClass::novel_heavy, level); }

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : facts_(check.facts), level_(check.plan.level), gaps_(check.facts) {}

  Findings run() {
    if (!any_ungated()) return {};
    for (const std::vector<Exposure>& of_group : exposures(facts_))
      for (std::size_t i = 1; i < of_group.size(); ++i) check(of_group, i);
    return std::move(findings_);
  }

 private:
  bool any_ungated() const {
    return std::any_of(facts_.order.begin(), facts_.order.end(), [&](const QueueEntry& entry) {
      const std::vector<GroupDose>& doses = facts_.doses(entry);
      return std::any_of(doses.begin(), doses.end(), [&](const GroupDose& dose) {
        return trains(dose, facts_.edition) && !facts_.guarded(*entry.session, dose.group);
      });
    });
  }

  // Back over the bouts that may still be felt; where a gate let one pass, what came before it was
  // over.
  void check(const std::vector<Exposure>& of_group, std::size_t i) {
    const Exposure& now = of_group[i];
    const Session& session = *facts_.order[now.at].session;
    if (facts_.guarded(session, now.dose->group)) return;
    for (std::size_t back = i; back-- > 0;) {
      const Exposure& before = of_group[back];
      const int days = gaps_.days(before.at, now.at);
      const auto safe = safe_hours(before.bout_class, back + 1 == i);
      if (!safe || days * 24 < *safe)
        add(findings_, session.source.value,
            {now.dose->group, before.at, now.at, days, safe, before.bout_class,
             now.dose->primary && before.dose->primary});
      if (days * 24 >= longest_hours(level_) ||
          facts_.guarded(*facts_.order[before.at].session, now.dose->group))
        return;
    }
  }

  std::optional<int> safe_hours(BoutClass bout_class, bool is_last) const {
    const auto safe = ungated_gap_hours(bout_class, level_, EnvelopeMode::worst);
    return safe || is_last ? safe : longest_hours(bout_class, level_);
  }

  const PlanFacts& facts_;
  Level level_;
  LeastGaps gaps_;
  Findings findings_;
};

// The letter is the recovery table's.
std::string class_text(BoutClass bout_class) {
  return std::string(text(bout_class)) + " work (class " + letter(bout_class) + ")";
}

void advise(Diagnostic& d, const Violation& v, const Session& from, const Session& to) {
  if (to.gate)
    d.advise(
        "let its gate ask: `soreness <= 2` in each `train`, `soreness <= 3 and not soreness "
        "impairs` in each `lighten`");
  else
    d.advise("let a check-in decide: session " + quoted(to.name) + " if ready");
  if (v.safe_hours)
    d.advise("or wait: without a gate it is safe from day " +
             std::to_string((*v.safe_hours + 23) / 24) + " on after " + quoted(from.name));
}

void explain_gap(Diagnostic& d, const Violation& v, const std::string& group) {
  if (v.safe_hours)
    d.note("after " + class_text(v.bout_class) + " " + group + " can stay sore or weak for up to " +
           std::to_string(*v.safe_hours) + " h; the order allows " + std::to_string(v.days * 24) +
           " h");
  else
    d.note("after " + class_text(v.bout_class) + " no fixed gap is long enough for everyone");
}

void name_others(Diagnostic& d, const PlanFacts& facts, const Finding& finding) {
  std::vector<std::string> names;
  for (const GroupId group : finding.groups)
    if (group != finding.worst.group) names.emplace_back(facts.name(group));
  if (!names.empty()) d.note("the same goes for " + join_and(names));
}

void report(GuidelineCheck& check, const Finding& finding) {
  const Violation& v = finding.worst;
  const Session& from = *check.facts.order[v.from].session;
  const Session& to = *check.facts.order[v.to].session;
  const std::string group(check.facts.name(v.group));
  const bool same = from.source == to.source;
  Diagnostic& d = check.report(
      to.source, quoted(to.name) + " can train " + group + " before recovery is certain");
  d.label((to.gate ? "its gate doesn't bound the soreness of " + group : std::string("no gate")) +
          ", and as soon as " + counted(v.days, "day") + " after " +
          (same ? "the last time" : quoted(from.name)));
  if (!same)
    d.also(check.span(from.source),
           "trains " + group + ": " + std::string(text(v.bout_class)) + " work");
  explain_gap(d, v, group);
  name_others(d, check.facts, finding);
  advise(d, v, from, to);
}

void run(GuidelineCheck& check) {
  for (const auto& [source, finding] : Checker(check).run()) report(check, finding);
}

constexpr std::string_view kBad = R"(plan "Squats twice"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks
  session "Squat" if ready
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squat again"
    at least 3 days after "Squat"
    back squat 3x5 @ RIR 2 as again add(2.5%)
)";
constexpr std::string_view kGood = R"(plan "Squats twice"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Squat"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Squat again"
    at least 3 days after "Squat"
    back squat 3x5 @ RIR 2 as again add(2.5%)
)";

}  // namespace

extern const Guideline ungated_group_training;
const Guideline ungated_group_training{
    .name = "ungated-group-training",
    .code = "M101",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary =
        "No muscle group is trained again before it must have recovered, unless a check-in clears "
        "it",
    .why =
        "Soreness that alters form, cuts strength or shortens range says that a group isn't "
        "ready; in the recovery table the worst case of that takes two to three times as long "
        "as the typical one. A plan that fixes the gap guesses. Where a session trains a group, "
        "either its gate asks how sore the group is (2 or less for full work; 3 or less, and no "
        "functional question answered with yes, for reduced work), or the least gap that the "
        "plan's order allows is no shorter than recovery takes in the table's worst case.",
    .sources =
        "The founding articles (S003-8, S003-24, S003-25): a group that is sore enough to alter "
        "form isn't trained. The gaps are the recovery table's worst column "
        "(docs/recovery-model.md), an assumption of this project widened to published limits: "
        "Moran-Navarro 2017 and Gonzalez-Badillo 2016 (failure slows recovery by 24-48 h), "
        "Newton 2008 (novices regain strength later), Paulsen 2012 (over a week after extreme "
        "eccentric work).",
    .critics =
        "Trials that retrained sore arms on days 2 to 6 found no added damage and no slower "
        "recovery (Nosaka and Clarkson 1995, Nosaka and Newton 2002). The gate is a policy for "
        "the quality of work and progress; nothing here says that training a sore muscle "
        "injures it.",
    .editions = {},
    .bad = kBad,
    .good = kGood,
    .check = run,
};

}  // namespace meso::guidelines
