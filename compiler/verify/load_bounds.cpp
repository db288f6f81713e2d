#include "compiler/verify/load_bounds.h"

#include <algorithm>
#include <set>

#include "compiler/verify/actions.h"
#include "compiler/verify/load_steps.h"
#include "compiler/verify/played_plan.h"

namespace meso {
namespace {

// A change of a load by the rule of a line.
struct Step {
  SessionId session;
  std::size_t line = 0;
  const RuleCall* call = nullptr;
  Working working;
  Rise rise;
  Decimal loadable;
};

bool is_load_change(const Change& change) {
  return change.what == Changes::load || change.what == Changes::reference;
}

// A step that the equipment can't split is never too much.
std::optional<LoadJump> jump_of(const Step& step, const std::optional<Load>& from,
                                const PlanFacts& facts) {
  if (!from && !step.rise.is_percent) return std::nullopt;
  const Decimal total =
      step.rise.is_percent && from ? percent_of(step.rise.amount, from->amount) : step.rise.amount;
  if (from && total <= step.loadable) return std::nullopt;
  LoadJump jump;
  jump.place = step.call->source;
  jump.exercise = facts.plan.blocks[step.session.block]
                      .sessions[step.session.index]
                      .lines[step.line]
                      .options.front();
  jump.percent =
      step.rise.is_percent ? step.rise.amount : total * Decimal::whole(100) / from->amount;
  if (!step.rise.is_percent) jump.from = from;
  return jump;
}

class LoadChecker {
 public:
  LoadChecker(const PlanFacts& facts, const RunPlan& run, const LoadBounds& bounds, Budget& budget)
      : facts_(facts), run_(run), most_(bounds.rise), budget_(budget) {}

  LoadCheck check() {
    for_each_line(facts_.plan, [&](SessionId session, std::size_t n, const Line& line) {
      for (const RuleCall& call : line.rules)
        if (seen_.insert(call.source.value).second) check_call(session, n, call);
    });
    look_further();
    if (!unbounded_.empty() && out_.why_open.empty())
      out_.why_open = name(unbounded_.front()) + ": after enough cuts a step might be too wide";
    return std::move(out_);
  }

 private:
  const Line& line_of(const Step& step) const {
    return run_.session(step.session).lines[step.line];
  }
  const std::string& name(const Step& step) const {
    return facts_.plan.exercises[line_of(step).options.front()].name;
  }

  // The widest first step of the call's rule, and the steps that could get wider.
  void check_call(SessionId session, std::size_t nth, const RuleCall& call) {
    const Line& line = run_.session(session).lines[nth];
    std::optional<LoadJump> widest;
    for (const RuleClause& clause : facts_.plan.rules[call.rule].clauses)
      for (const Action& action : clause.actions) {
        const auto* change = std::get_if<Change>(&action);
        if (change == nullptr || !is_load_change(*change)) continue;
        sets_anew(*change, line);
        const auto rise = rise_of(*change, call);
        if (!rise) continue;
        const Step step{session, nth,
                        &call,   working_of(facts_.plan, line, *change),
                        *rise,   loadable_step(facts_.plan, line)};
        const auto jump = jump_of(step, step.working.start, facts_);
        if (jump && jump->percent > most_) {
          if (!widest || jump->percent > widest->percent) widest = jump;
        } else if (!step.working.start && !rise->is_percent) {
          open("no start load is stated for " + name(step));
        } else if (!is_bounded(step)) {
          unbounded_.push_back(step);
        }
      }
    if (widest) out_.jumps.push_back(*std::move(widest));
  }

  // `load to 85% of 5RM` is whatever the test gives. Back to the start is known.
  void sets_anew(const Change& change, const Line& line) {
    if (change.how == Change::How::set_to && !std::holds_alternative<StartValue>(change.value))
      open(facts_.plan.exercises[line.options.front()].name +
           ": a load that is set anew can't be held against the one before");
  }

  void open(std::string why) {
    if (out_.why_open.empty()) out_.why_open = std::move(why);
  }

  // A percentage is bounded by itself; an absolute step by the least load that cuts lead to.
  bool is_bounded(const Step& step) const {
    if (step.rise.is_percent) return step.rise.amount <= most_;
    if (step.rise.amount <= step.loadable) return true;
    const Decimal least = least_value(step);
    return least > Decimal() && step.rise.amount * Decimal::whole(100) / least <= most_;
  }

  Decimal least_value(const Step& step) const {
    Cut deepest;
    int exposures_a_cut = kNoCut;
    const auto look_at = [&](const RuleCall& call) {
      for (const RuleClause& clause : facts_.plan.rules[call.rule].clauses)
        for (const Action& action : clause.actions) {
          const auto* change = std::get_if<Change>(&action);
          const auto cut =
              change != nullptr && is_load_change(*change) ? cut_of(*change, call) : std::nullopt;
          if (!cut) continue;
          deepest.left = std::min(deepest.left, cut->left);
          deepest.off = std::max(deepest.off, cut->off);
          exposures_a_cut = std::min(exposures_a_cut, exposures_for(clause));
        }
    };
    for (const RuleCall& call : facts_.plan.follows) look_at(call);
    for (const Block& block : facts_.plan.blocks)
      for (const RuleCall& call : block.follows) look_at(call);
    for (const RuleCall& call : line_of(step).rules) look_at(call);
    Decimal value = step.working.start->amount;
    for (int cuts = exposures_of(step) / exposures_a_cut; cuts > 0 && value > Decimal(); --cuts)
      value = percent_of(deepest.left, value) - deepest.off;
    return value;
  }

  // A cut starts the windows afresh.
  static int exposures_for(const RuleClause& clause) {
    int most = 1;
    if (clause.condition && !clause.condition->any)
      for (const Atom& atom : clause.condition->atoms)
        if (atom.window && !atom.window->every) most = std::max(most, atom.window->times);
    return most;
  }

  // Of the line's progressions, in the whole plan.
  int exposures_of(const Step& step) const {
    const auto& states = run_.facts(step.session).lines[step.line].states;
    int count = 0;
    for (const Pass& pass : facts_.passes)
      if (is_loading(pass))
        for (const std::uint32_t session : facts_.week(pass).sessions)
          for (const LineFacts& line : run_.facts({pass.block, session}).lines)
            count += line.feeds && std::any_of(states.begin(), states.end(), [&](StateId state) {
                       return std::find(line.states.begin(), line.states.end(), state) !=
                              line.states.end();
                     });
    return count;
  }

  // ---- steps that some results may make wider
  // -----------------------------------------------------

  // Everything beaten from the start on; then everything missed until a step is too wide for what
  // is left, and beaten again.
  void look_further() {
    if (any_unbounded([](const Step& step) { return step.rise.is_percent; }))
      play({SetResults::all_beaten, 0, SetResults::all_beaten});
    if (!any_unbounded([](const Step& step) { return !step.rise.is_percent; })) return;
    for (const int passes : passes_that_leave_little())
      if (!unbounded_.empty()) play({SetResults::all_missed, passes, SetResults::all_beaten});
  }

  template <class Holds>
  bool any_unbounded(Holds holds) const {
    return std::any_of(unbounded_.begin(), unbounded_.end(), holds);
  }

  void play(const ResultsPolicy& policy) {
    play_plan(run_, policy, budget_, [&](const PlayedSession& played) {
      look_at(played, text(policy, facts_.plan));
      return !unbounded_.empty();
    });
  }

  // After so many passes of misses the step of one lift or another becomes too wide.
  std::set<int> passes_that_leave_little() {
    std::set<int> out;
    std::vector<Step> open = unbounded_;
    const ResultsPolicy missed{SetResults::all_missed, 0, SetResults::all_missed};
    play_plan(run_, missed, budget_, [&](const PlayedSession& played) {
      std::erase_if(open, [&](const Step& step) {
        const auto value = value_after(step, played);
        const bool little = !step.rise.is_percent && value && value->amount > Decimal() &&
                            step.rise.amount * Decimal::whole(100) / value->amount > most_;
        if (little) out.insert(played.pass + 1);
        return little;
      });
      return !open.empty();
    });
    return out;
  }

  std::optional<Load> value_after(const Step& step, const PlayedSession& played) const {
    return value_of(run_, played.after.progress, step.working,
                    run_.facts(step.session).lines[step.line]);
  }

  void look_at(const PlayedSession& played, const std::string& results) {
    for (const RuleActed& acted : played.told.rules)
      std::erase_if(unbounded_, [&](const Step& step) {
        return step.call->source == acted.call->source && is_too_wide(step, played, results);
      });
  }

  // As it happened: the value before the session against the one behind it.
  bool is_too_wide(const Step& step, const PlayedSession& played, const std::string& results) {
    const LineFacts& line = run_.facts(step.session).lines[step.line];
    const auto value = [&](const State& state) {
      return value_of(run_, state.progress, step.working, line);
    };
    const auto from = value(played.before), to = value(played.after);
    if (!from || !to || from->amount <= Decimal() || to->amount <= from->amount) return false;
    const Decimal rise = to->amount - from->amount;
    const Decimal percent = rise * Decimal::whole(100) / from->amount;
    if (rise <= step.loadable || percent <= most_) return false;
    LoadJump jump;
    jump.place = step.call->source;
    jump.exercise = line_of(step).options.front();
    jump.percent = percent;
    jump.from = from;
    jump.results = results;
    jump.path = played.path;
    out_.jumps.push_back(std::move(jump));
    return true;
  }

  static constexpr int kNoCut = 1 << 20;

  const PlanFacts& facts_;
  const RunPlan& run_;
  Decimal most_;
  Budget& budget_;
  std::set<std::uint32_t> seen_;  // a call stands in the plan once for each week that differs
  std::vector<Step> unbounded_;
  LoadCheck out_;
};

}  // namespace

std::string percent_text(Decimal percent) {
  return round_to(percent, Decimal::ratio(1, 10), Rounding::nearest).text() + " %";
}

std::string base_text(const LoadJump& jump) {
  return "of " + (jump.from ? text(*jump.from) : std::string("the load before"));
}

Flaw flaw_of(const PlanFacts& facts, const LoadJump& jump) {
  std::string what = facts.plan.exercises[jump.exercise].name + " goes up by " +
                     percent_text(jump.percent) + " " + base_text(jump) + " at once";
  if (!jump.results.empty()) what += ", with " + jump.results;
  return {jump.place, std::move(what), jump.path};
}

LoadCheck check_loads(const PlanFacts& facts, const RunPlan& run, const LoadBounds& bounds,
                      Budget& budget) {
  return LoadChecker(facts, run, bounds, budget).check();
}

}  // namespace meso
