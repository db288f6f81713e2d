#include "runtime/step/remember.h"

#include <algorithm>

#include "runtime/step/strength.h"

namespace meso {
namespace {

class Remembering {
 public:
  Remembering(const RunPlan& run, State& state, const DoneToday& today, Remembered& out)
      : run_(run), state_(state), progress_(state.progress), today_(today), out_(out) {}

  void all() {
    out_.fed.clear();
    out_.outcomes.clear();
    if (asked_.empty()) {
      worked_out_ = prescribe(run_, progress_, session(), today_.changes);
      asked_ = worked_out_;
    }
    for (const DoneLine& done : today_.done.lines) {
      if (!done.line || done.sets.empty() || done.substituted) continue;
      if (facts_of(done).states.empty()) continue;
      if (const TodayLine* asked = asked_of(*done.line)) remember(*asked, done);
    }
    if (today_.exposure) remember_probes();
  }

 private:
  SessionId session() const { return today_.done.session.id; }
  const LineFacts& facts_of(const DoneLine& done) const {
    return run_.facts(session()).lines[*done.line];
  }

  const TodayLine* asked_of(std::size_t line) const {
    for (const TodayLine& asked : asked_)
      if (asked.nth == line) return &asked;
    return nullptr;
  }

  // Rules are told of exposures alone.
  void remember(const TodayLine& asked, const DoneLine& done) {
    const auto& test = asked.sets.test;
    if (today_.exposure) remember_exposure(asked, done);
    if (test && is_tested(*test, done)) note_test(*test, done);
  }

  void remember_exposure(const TodayLine& asked, const DoneLine& done) {
    const LineFacts& facts = facts_of(done);
    asked_sets(asked, out_.sets);
    const LineResult result{asked, out_.sets, done};
    take_last_time(run_, progress_.references, result, out_.now);
    feed(result, facts);
    note_loads(asked, done, facts);
    note_strength(done);
    for (std::size_t i = 1; i < facts.states.size(); ++i)
      progress_.loads[facts.states[i].value].last = out_.now;
    auto& last = progress_.loads[facts.states.front().value].last;
    std::swap(last ? *last : last.emplace(), out_.now);  // their lists' memory is used in turn
  }

  void feed(const LineResult& result, const LineFacts& facts) {
    const Line& line = *result.prescribed.line;
    const std::size_t fed = std::min(line.rules.size(), facts.states.size());
    if (fed == 0 && !anything_follows_) return;
    judge(run_, result, out_.now, against(facts), out_.outcome);
    if (anything_follows_) out_.outcomes.push_back(out_.outcome);
    for (std::size_t i = 0; i < fed; ++i) {
      Fed& each = out_.fed.next();
      each.state = facts.states[i];
      each.call = &line.rules[i];
      each.line = &line;
      each.outcome = out_.outcome;
    }
  }

  // A cut by any of the line's rules makes the next time one that isn't compared.
  Against against(const LineFacts& facts) const {
    Against against;
    const auto& first = progress_.loads[facts.states.front().value].last;
    if (first) against.last = &*first;
    for (const StateId id : facts.states)
      if (const auto& other = progress_.loads[id.value].last; other && !other->comparable)
        against.comparable = false;
    return against;
  }

  // The load that the athlete found, where the plan left it open, and the stage's last load.
  void note_loads(const TodayLine& asked, const DoneLine& done, const LineFacts& facts) {
    const bool leaves_open = is_left_open(asked, done.exercise, facts);
    const bool remembers = !facts.feeds && !asked.line->shares;
    std::optional<Load> heaviest;
    if (leaves_open || remembers) heaviest = heaviest_of(done);
    const bool own_body = run_.plan().exercises[done.exercise].equipment == Equipment::bodyweight;
    // Bodyweight alone is found too, or what a rule adds to it would be found the next time.
    if (leaves_open && own_body && !heaviest) heaviest = Load{Decimal(), run_.plan().units};
    const auto exact = leaves_open ? heaviest : asked.working;
    const auto stage = static_cast<std::size_t>(asked.stage);
    for (const StateId id : facts.states) {
      LoadState& load = progress_.loads[id.value];
      if (heaviest && (leaves_open || remembers)) load.find(done.exercise, *heaviest);
      if (load.by_stage.size() <= stage) load.by_stage.resize(stage + 1);
      if (exact) load.by_stage[stage] = exact;
    }
  }

  // Nothing is written and nothing found yet; of bodyweight what is added to it may be found.
  bool is_left_open(const TodayLine& asked, ExerciseId exercise, const LineFacts& facts) const {
    const LoadState& load = progress_.loads[facts.states.front().value];
    const auto& written = written_stages(*asked.line);
    const auto stage = static_cast<std::size_t>(asked.stage);
    if (asked.line->start || load.found_for(exercise) != nullptr || stage >= written.size())
      return false;
    return std::any_of(written[stage].groups.begin(), written[stage].groups.end(),
                       [](const SetGroup& g) { return std::holds_alternative<NoLoad>(g.load); });
  }

  std::optional<Load> heaviest_of(const DoneLine& done) const {
    std::optional<Load> heaviest;
    for (const DoneSet& set : done.sets) {
      if (!set.load) continue;
      const Load load = to_unit(*set.load, run_.plan().units);
      if (!heaviest || load.amount > heaviest->amount) heaviest = load;
    }
    return heaviest;
  }

  void note_strength(const DoneLine& done) {
    if (state_.today.day == today_.day)
      for (const StrengthShown& probe : state_.today.probes)
        if (probe.exercise == done.exercise && !probe.at_least) return;  // it is remembered itself
    const DoneSet& first = done.sets.front();
    const AskedSet* const asked = out_.sets.empty() ? nullptr : &out_.sets.front();
    const bool has_load =
        first.load || (asked != nullptr && asked->load != nullptr && asked->load->low);
    if (first.of != DoneSet::Of::reps || !has_load) return;
    if (shows_at_least(run_.edition(), first)) return;
    remember_strength(done.exercise, estimate(run_, progress_.references, asked, first));
  }

  void remember_probes() {
    if (state_.today.day != today_.day) return;
    for (const StrengthShown& probe : state_.today.probes)
      if (!probe.at_least) remember_strength(probe.exercise, probe.estimate);
  }

  void remember_strength(ExerciseId exercise, Decimal estimate) {
    progress_.strength[exercise.value].add(estimate, run_.edition().strength_history);
  }

  void note_test(const TestSpec& test, const DoneLine& done) {
    if (test.max_reps) return;
    std::optional<Load> best;
    for (const DoneSet& set : done.sets)
      if (set.load && set.amount >= test.reps) {
        const Load load = to_unit(*set.load, run_.plan().units);
        if (!best || load.amount > best->amount) best = load;
      }
    if (best) progress_.references.set({ReferenceKind::Of::n_rm, test.reps}, done.exercise, *best);
  }

  const RunPlan& run_;
  State& state_;
  Progress& progress_;
  const DoneToday& today_;
  const bool anything_follows_ = !run_.plan().follows.empty() || !state_.block_follows.empty();
  Remembered& out_;
  // The whole session as it was before its results: of a lift that stands twice in it, what the
  // first line shows is no part of what the second was asked for.
  std::span<const TodayLine> asked_ = today_.asked;
  std::vector<TodayLine> worked_out_;  // where the caller hasn't
};

}  // namespace

void remember_results(const RunPlan& run, State& state, const DoneToday& today,
                      Remembered& results) {
  Remembering(run, state, today, results).all();
}

}  // namespace meso
