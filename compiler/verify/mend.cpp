#include "compiler/verify/mend.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "compiler/verify/gate_releases.h"
#include "compiler/verify/mend_trial.h"
#include "compiler/verify/recovery_days.h"

namespace meso {
namespace {

constexpr GroupSet kAllGroups = ~GroupSet{0};
const std::set<Property> kAllGaps{Property::gap_safe, Property::latent_safe, Property::recovers};

int days_asked(Property property, const RecoveryDays& days) {
  switch (property) {
    case Property::gap_safe: return days.clear;
    case Property::latent_safe: return days.latent;
    default: return days.typical_gap;
  }
}

constexpr std::size_t kLeastBudget = 20'000;

std::size_t budget_of(const Verification& found, const MendOptions& options) {
  return options.budget.value_or(std::max(kLeastBudget, found.states / 2));
}

bool may_swap(const Plan& plan) {
  return std::any_of(plan.gates.begin(), plan.gates.end(), [](const Gate& gate) {
    return std::any_of(gate.clauses.begin(), gate.clauses.end(),
                       [](const GateClause& clause) { return clause.verdict == Verdict::swap; });
  });
}

}  // namespace

class Mending::Work {
 public:
  Work(const PlanFacts& facts, const RunPlan& run, const Verification& found, MendOptions options)
      : facts_(facts),
        run_(run),
        plan_(run.plan()),
        options_(std::move(options)),
        trials_(facts, run, found, options_.mode, budget_of(found, options_)) {}

  Mends find(Property property, const Violation& violation) {
    property_ = property;
    violation_ = &violation;
    session_ = &run_.session(violation.session);
    broken_ = trials_.broken({property}, {session_->source});
    out_.clear();
    // Gates cost the least to verify; a wait is told first, for it changes the least.
    if (session_->gate)
      try_clauses();
    else
      try_gates();
    const auto gates = static_cast<std::ptrdiff_t>(out_.size());
    try_waits();
    std::rotate(out_.begin(), out_.begin() + gates, out_.end());
    try_familiar();
    return std::move(out_);
  }

 private:
  bool mends(const Edit& edit, GroupSet groups) {
    if (!trials_.mends(edit, broken_, groups)) return false;
    out_.push_back(edit.words);
    return true;
  }

  // ---- a wait ---------------------------------------------------------------------------------

  // A wait moves nothing but its session, unless a swap could have chosen that.
  GroupSet groups_of_wait() const {
    return may_swap(plan_) ? kAllGroups : run_.facts(violation_->session).dates.trained;
  }

  // Of a session with a fixed day a wait makes another day of the next week: no small change.
  void try_waits() {
    if (!session_->on.empty()) return;
    int days = 0;
    for (const Broken& broken : broken_) {
      if (!broken.violation->safe_days) return;  // no gap is long enough
      days = std::max(days, *broken.violation->safe_days);
    }
    for (const WaitAfter& after : waits_to_try())
      if (try_wait(after, days)) return;
  }

  std::vector<WaitAfter> waits_to_try() const {
    std::vector<WaitAfter> out;
    const std::string& name = run_.session(violation_->since).name;
    if (std::all_of(broken_.begin(), broken_.end(), [&](const Broken& broken) {
          return run_.session(broken.violation->since).name == name;
        }))
      out.emplace_back(Wait::AfterSession{name});
    out.emplace_back(Wait::OwnGroups{});
    out.emplace_back(Wait::LastSession{});
    return out;
  }

  // The least of the waits that mend it: one day less is held against the known paths first.
  bool try_wait(const WaitAfter& after, int days) {
    if (days <= waits_already(*session_, after) || passes_by(after, days) ||
        must_come_before(*session_, after, days))
      return false;
    if (!trials_.mends(wait_edit(*session_, after, days), broken_, groups_of_wait())) return false;
    while (days - 1 > waits_already(*session_, after) && !breaks_after(after, days - 1) &&
           trials_.mends_exactly(wait_edit(*session_, after, days - 1), broken_, groups_of_wait()))
      --days;
    out_.push_back(wait_edit(*session_, after, days).words);
    return true;
  }

  // A path on which the session comes once, at its end, and has waited so long already.
  bool passes_by(const WaitAfter& after, int days) const {
    return std::any_of(broken_.begin(), broken_.end(), [&](const Broken& broken) {
      if (!comes_once(*broken.violation)) return false;
      const auto from = last_before(*broken.violation, after);
      return !from || broken.violation->lived.back().day - *from >= days;
    });
  }

  // Such a path, on which it comes too soon though it waits so long.
  bool breaks_after(const WaitAfter& after, int days) const {
    return std::any_of(broken_.begin(), broken_.end(), [&](const Broken& broken) {
      if (!comes_once(*broken.violation)) return false;
      const auto from = last_before(*broken.violation, after);
      return from && trials_.breaks_later(broken, *from + days);
    });
  }

  bool comes_once(const Violation& v) const {
    return std::count_if(v.lived.begin(), v.lived.end(), [&](const LivedDay& day) {
             return run_.session(day.session).source == session_->source;
           }) == 1;
  }

  std::optional<int> last_before(const Violation& v, const WaitAfter& after) const {
    std::optional<int> out;
    for (const LivedDay& day : v.lived)
      if (&day != &v.lived.back() && is_waited_for(day.session, after)) out = day.day;
    return out;
  }

  bool is_waited_for(SessionId session, const WaitAfter& after) const {
    if (const auto* named = std::get_if<Wait::AfterSession>(&after))
      return run_.session(session).name == named->session;
    if (std::holds_alternative<Wait::LastSession>(after)) return true;
    return (run_.facts(session).dates.trained & run_.facts(violation_->session).dates.primary) != 0;
  }

  // ---- a gate ---------------------------------------------------------------------------------

  // One that the plan has already, then the default one.
  std::vector<Gate> gates_to_try() const {
    std::vector<Gate> out;
    if (const auto own = gate_in_use()) out.push_back(plan_.gates[*own]);
    if (!options_.default_gate) return out;
    Gate usual = options_.default_gate();
    if (out.empty() || out.front().name != usual.name) out.push_back(std::move(usual));
    return out;
  }

  std::optional<GateId> gate_in_use() const {
    std::map<GateId, int> uses;
    for (const Block& block : plan_.blocks)
      for (const Session& session : block.sessions)
        if (session.gate) ++uses[*session.gate];
    const auto most = std::max_element(
        uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == uses.end() ? std::nullopt : std::optional(most->first);
  }

  // The session alone, where it alone is without a gate; else its block, and others like it.
  void try_gates() {
    const std::set<SourceId> open = ungated_and_broken();
    for (const Gate& gate : gates_to_try()) {
      if (open.size() == 1 && mends(session_gate_edit(*session_, gate), kAllGroups)) return;
      if (open.size() > 1 && mends_blocks(gate, open)) return;
    }
  }

  std::set<SourceId> ungated_and_broken() const {
    std::set<SourceId> everywhere, out;
    for (const Block& block : plan_.blocks)
      for (const Session& session : block.sessions)
        if (!session.gate) everywhere.insert(session.source);
    for (const Broken& broken : trials_.broken(kAllGaps, everywhere))
      out.insert(run_.session(broken.violation->session).source);
    return out;
  }

  // The same change for all findings of these blocks: tried once.
  bool mends_blocks(const Gate& gate, const std::set<SourceId>& open) {
    std::set<std::uint32_t> blocks;
    for (std::size_t b = 0; b < plan_.blocks.size(); ++b)
      for (const Session& session : plan_.blocks[plan_.blocks.id_of(b)].sessions)
        if (open.count(session.source) != 0) blocks.insert(static_cast<std::uint32_t>(b));
    const Edit edit = block_gate_edit(plan_, blocks, gate);
    const auto [at, fresh] = mended_blocks_.try_emplace(gate.name);
    if (fresh) at->second = trials_.mends(edit, trials_.broken(kAllGaps, open), kAllGroups);
    if (at->second) out_.push_back(edit.words);
    return at->second;
  }

  // ---- clauses of the gate that is there --------------------------------------------------------

  void try_clauses() {
    const auto edit = [&](const Clauses& clauses) {
      return property_ == Property::gap_safe
                 ? soreness_edit(plan_, facts_.edition, *session_->gate, clauses)
                 : strength_edit(plan_, *session_->gate, clauses);
    };
    const Clauses all = clauses_that_ask_too_little();
    Clauses first;
    std::copy_if(all.begin(), all.end(), std::back_inserter(first),
                 [&](std::size_t c) { return c == released_by(); });
    for (const Clauses& clauses : {first, all})
      if (const auto change = edit(clauses); change && mends(*change, kAllGroups)) return;
  }

  std::optional<std::size_t> released_by() const {
    const DayVerdict& verdict = violation_->lived.back().verdict;
    return verdict.what == DayVerdict::What::swap ? verdict.own_clause : verdict.clause;
  }

  Clauses clauses_that_ask_too_little() const {
    const Gate& gate = plan_.gates[*session_->gate];
    const ClauseTable& table = facts_.gates[session_->gate->value];
    Clauses out;
    for (std::size_t c = 0; c < gate.clauses.size(); ++c)
      if (releases(gate.clauses[c].verdict) && asks_too_little(gate.clauses[c], table, c))
        out.push_back(c);
    return out;
  }

  bool asks_too_little(const GateClause& clause, const ClauseTable& table, std::size_t c) const {
    if (property_ != Property::gap_safe) return !asks_strength(clause);
    const int at_most = clause.verdict == Verdict::train ? facts_.edition.train_soreness_at_most
                                                         : facts_.edition.lighten_soreness_at_most;
    return table.complete && std::any_of(broken_.begin(), broken_.end(), [&](const Broken& broken) {
             return !only_fresh(table, table.clauses[c], broken.violation->group, at_most,
                                facts_.edition);
           });
  }

  // ---- familiar lifts
  // --------------------------------------------------------------------

  void try_familiar() {
    const RecoveryDays least =
        recovery_days(BoutClass::light, plan_.level, options_.mode, facts_.edition);
    if (violation_->bout_class < BoutClass::novel ||
        violation_->days < days_asked(property_, least))
      return;
    if (const auto lifts = new_lifts(); !lifts.empty())
      mends(familiar_edit(plan_, lifts), run_.facts(violation_->session).dates.trained);
  }

  std::vector<ExerciseId> new_lifts() const {
    std::vector<ExerciseId> out;
    for (const Line& line : run_.session(violation_->since).lines)
      for (const ExerciseId lift : line.options)
        if (!plan_.exercises[lift].familiar && trains_it(lift) &&
            std::find(out.begin(), out.end(), lift) == out.end())
          out.push_back(lift);
    return out;
  }

  bool trains_it(ExerciseId lift) const {
    const auto& muscles = plan_.exercises[lift].muscles;
    return std::any_of(muscles.begin(), muscles.end(),
                       [&](const MuscleShare& m) { return m.group == violation_->group; });
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Plan& plan_;
  MendOptions options_;
  MendTrials trials_;
  std::map<std::string, bool> mended_blocks_;  // by gate
  // Of the finding at hand:
  Property property_ = Property::gap_safe;
  const Violation* violation_ = nullptr;
  const Session* session_ = nullptr;
  std::vector<Broken> broken_;
  Mends out_;
};

Mending::Mending(const PlanFacts& facts, const RunPlan& run, const Verification& found,
                 MendOptions options)
    : run_(run), work_(std::make_unique<Work>(facts, run, found, std::move(options))) {}
Mending::~Mending() = default;

const Mends& Mending::of(Property property, const Violation& violation) {
  const auto [at, fresh] = known_.try_emplace({property, run_.session(violation.session).source});
  if (fresh) at->second = work_->find(property, violation);
  return at->second;
}

}  // namespace meso
