// R01 / M101: a muscle group comes back before it must be clear, and nothing asks how it is.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

constexpr std::size_t kExposuresLookedBack = 4;

// The shortest gap between two sessions of the plain order, in days. Pairs of the same sessions, as
// far apart in the order, share the answer.
class LeastGaps {
 public:
  explicit LeastGaps(const PlanFacts& facts) : facts_(facts) {}

  int days(std::uint32_t from, std::uint32_t to) {
    const Key key{facts_.order[from].session, facts_.order[to].session, to - from};
    const auto [at, fresh] = known_.try_emplace(key, 0);
    if (fresh) at->second = work_out(from, to);
    return at->second;
  }

 private:
  using Key = std::tuple<const Session*, const Session*, std::uint32_t>;

  int work_out(std::uint32_t from, std::uint32_t to) const {
    const std::vector<QueueEntry> order(facts_.order.begin() + from, facts_.order.begin() + to + 1);
    const bool fixed = std::any_of(order.begin(), order.end(), [](const QueueEntry& e) { return !e.session->on.empty(); });
    int least = 1 << 20;
    for (int first = 0; first < 7; ++first) {
      const auto weekday = static_cast<Weekday>(first);
      const std::vector<Weekday>& on = order.front().session->on;
      const bool possible = on.empty() || std::find(on.begin(), on.end(), weekday) != on.end();
      if (possible) least = std::min(least, earliest_dates(facts_.plan, facts_.edition, order, weekday).back());
      if (!fixed) break;  // no weekday matters
    }
    return least;
  }

  const PlanFacts& facts_;
  std::map<Key, int> known_;
};

struct Violation {
  GroupId group;
  std::uint32_t from = 0, to = 0;  // into PlanFacts::order
  int days = 0;
  std::optional<int> safe_hours;   // nothing: no gap is safe without a gate
  BoutClass bout_class = BoutClass::usual;

  int shortfall() const { return safe_hours ? *safe_hours - days * 24 : 10'000; }
};

bool has_ungated(const PlanFacts& facts, GroupId group) {
  return std::any_of(facts.order.begin(), facts.order.end(), [&](const QueueEntry& e) { return !facts.guarded(*e.session, group); });
}

// The worst violation of each session (by where it is written), over all groups.
void find_violations(const PlanFacts& facts, GroupId group, LeastGaps& gaps, std::map<std::uint32_t, Violation>& worst) {
  const std::vector<Exposure> exposures = facts.exposures(group);
  for (std::size_t j = 1; j < exposures.size(); ++j) {
    const Session& session = *facts.order[exposures[j].at].session;
    if (facts.guarded(session, group)) continue;
    for (std::size_t back = 1; back <= std::min(j, kExposuresLookedBack); ++back) {
      const Exposure& before = exposures[j - back];
      Violation v{group, before.at, exposures[j].at, gaps.days(before.at, exposures[j].at),
                  ungated_gap_hours(before.bout_class, facts.plan.level, EnvelopeMode::worst), before.bout_class};
      if (v.safe_hours && v.days * 24 >= *v.safe_hours) continue;
      const auto [at, fresh] = worst.try_emplace(session.source.value, v);
      if (!fresh && v.shortfall() > at->second.shortfall()) at->second = v;
    }
  }
}

std::string days_text(int days) { return counted(days, "day"); }

void report(GuidelineCheck& check, const Violation& v) {
  const Session& from = *check.facts.order[v.from].session;
  const Session& to = *check.facts.order[v.to].session;
  const std::string group(check.facts.name(v.group));
  const bool same = from.source == to.source;
  Diagnostic& d = check.report(to.source, quoted(to.name) + " can train " + group + " before they have recovered");
  const std::string after = same ? "the last time" : quoted(from.name);
  d.label(std::string(to.gate ? "its gate doesn't bound the soreness of " + group : "no gate") + ", and as soon as " +
          days_text(v.days) + " after " + after);
  if (!same) d.also(check.span(from.source), "trains " + group + ": " + std::string(text(v.bout_class)) + " work");
  if (v.safe_hours)
    d.note("after " + std::string(text(v.bout_class)) + " work (class " + letter(v.bout_class) + ") " + group +
           " can stay sore or weak for up to " + std::to_string(*v.safe_hours) + " h; the order allows " +
           std::to_string(v.days * 24) + " h");
  else
    d.note("after " + std::string(text(v.bout_class)) + " work (class " + letter(v.bout_class) + ") no fixed gap is long enough for everyone");
  d.advise("let a check-in decide: session " + quoted(to.name) + " if ready");
  if (v.safe_hours)
    d.advise("or wait: without a gate it is safe from day " + std::to_string((*v.safe_hours + 23) / 24) + " on" +
             (same ? "" : " after " + quoted(from.name)));
}

void run(GuidelineCheck& check) {
  LeastGaps gaps(check.facts);
  std::map<std::uint32_t, Violation> worst;
  for (std::uint32_t g = 0; g < check.plan.groups.size(); ++g)
    if (has_ungated(check.facts, GroupId{g})) find_violations(check.facts, GroupId{g}, gaps, worst);
  for (const auto& [source, violation] : worst) report(check, violation);
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
  session "Squat"
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
    .summary = "No muscle group is trained again before it must have recovered, unless a check-in clears it",
    .why = "Soreness that alters form, cuts strength or shortens range says that a group isn't ready; how long that "
           "lasts differs by a factor of five between athletes and bouts. A plan that fixes the gap guesses. Where a "
           "session trains a group, either its gate asks how sore the group is (2 or less for full work, 3 or less for "
           "reduced work), or the least gap that the plan's order allows must be longer than recovery takes in the "
           "worst case of the recovery table.",
    .sources = "The founding articles (S003-8, S003-24, S003-25): a group that is sore enough to alter form isn't "
               "trained. The gaps are the recovery table's worst column (docs/recovery-model.md), an assumption of this "
               "project widened to published limits: Moran-Navarro 2017 and Gonzalez-Badillo 2016 (failure slows "
               "recovery by 24-48 h), Newton 2008 (novices regain strength later), Paulsen 2012 (over a week after "
               "extreme eccentric work).",
    .critics = "Trials that retrained sore arms on days 2 to 6 found no added damage and no slower recovery (Nosaka and "
               "Clarkson 1995, Nosaka and Newton 2002). The gate is a policy for the quality of work and progress; "
               "nothing here says that training a sore muscle injures it.",
    .editions = {},
    .bad = kBad,
    .good = kGood,
    .check = run,
};

}  // namespace meso::guidelines
