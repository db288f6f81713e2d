#include "compiler/verify/verify.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/gate_properties.h"
#include "compiler/verify/progression_properties.h"
#include "compiler/verify/replay_path.h"

namespace meso {
namespace {

constexpr int kAttempts = 5;  // the group's dates, all dates, and three times more to follow

using BreachKey = std::pair<Property, SessionId>;
BreachKey key_of(const Breach& breach) { return {breach.property, breach.session}; }

// The violation that a path ends in: the bout of the group that is furthest from over.
Violation violation_of(const Breach& breach, GroupId group, const LivedPath& replayed,
                       const RunPlan& run, EnvelopeMode mode) {
  Violation out;
  out.session = breach.session;
  out.group = group;
  out.path = breach.path;
  out.lived = replayed.days;
  out.first_weekday = breach.first_weekday;
  out.body = replayed.body;
  const int day = breach.path.back().day;
  const auto need = [&](const GhostBout& bout) {
    const RecoveryDays days = recovery_days(bout.bout_class, run.plan().level, mode);
    switch (breach.property) {
      case Property::gap_safe: return days.clear;
      case Property::latent_safe: return days.latent;
      default: return days.typical_gap;
    }
  };
  const GhostBout* worst = &replayed.bouts.back();
  if (breach.property != Property::latent_safe)
    for (const GhostBout& bout : replayed.bouts)
      if (bout.day + need(bout) > worst->day + need(*worst)) worst = &bout;
  const bool never =
      breach.property == Property::gap_safe &&
      recovery_days(replayed.bouts.back().bout_class, run.plan().level, mode).never_clear;
  if (never) worst = &replayed.bouts.back();
  out.since = worst->session;
  out.bout_class = worst->bout_class;
  out.days = day - worst->day;
  if (!never) out.safe_days = need(*worst);
  return out;
}

class Verifier {
 public:
  Verifier(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options)
      : facts_(facts), run_(run), options_(options), bouts_(facts), graph_(facts, run, bouts_, {}) {
    for (std::size_t p = 0; p < kProperties; ++p) {
      PropertyResult& result = out_.results.emplace_back();
      result.property = static_cast<Property>(p);
    }
  }

  Verification run() {
    read_gates();
    if (options_.only_new == nullptr) read_progressions();
    for (std::uint32_t g = 0; g < run_.plan().groups.size(); ++g)
      if (is_followed(GroupId{g})) check(GroupId{g});
    for (PropertyResult& result : out_.results) settle(result);
    return std::move(out_);
  }

 private:
  void read_gates() {
    of(Property::gate_total).flaws = gates_not_total(facts_);
    of(Property::released_fresh).flaws = gates_releasing_the_sore(facts_, run_);
    of(Property::progresses).flaws = gates_holding_the_fresh(facts_, run_);
    for (std::size_t g = 0; g < facts_.gates.size(); ++g)
      if (!facts_.gates[g].complete)
        of(Property::gate_total).why =
            "gate `" + run_.plan().gates[run_.plan().gates.id_of(g)].name + "` is too intricate";
  }

  void read_progressions() {
    of(Property::stall_escalates).flaws = stalls_without_escalation(run_);
    const LoadingRun longest = longest_loading_run(facts_);
    if (longest.passes <= kMostLoadingPasses) return;
    const std::string passes = counted(longest.passes, "loading week") + " in a row";
    PropertyResult& deload = of(Property::deload_comes);
    if (longest.inserts)
      deload.why = passes + ": a deload comes only if a rule inserts it";
    else
      deload.flaws.push_back({longest.place, passes + " without a deload or a test", {}});
  }

  bool is_followed(GroupId group) const {
    const OnlyNew* only = options_.only_new;
    return only == nullptr || (holds(only->groups, group) && !found_any_);
  }

  void check(GroupId group) {
    const Projection projection(facts_, run_, bouts_, graph_, {group, {}, false, options_.mode});
    if (!projection.needs_paths()) return;
    Exploration found = explore(graph_, projection, {left(), {}});
    out_.states += found.states;
    if (!found.complete) out_of_budget(group);
    if (options_.only_new != nullptr) keep_new(group, found.breaches);
    if (!found.breaches.empty()) refute(group, found.breaches);
  }

  void keep_new(GroupId group, std::vector<Breach>& breaches) {
    const OnlyNew& only = *options_.only_new;
    std::erase_if(breaches,
                  [&](const Breach& b) { return only.known.count(place_of(b, group)) != 0; });
    if (only.replayed) return;
    found_any_ = !breaches.empty();
    for (const Breach& breach : breaches) leave_open(breach, group, "it may be broken");
    breaches.clear();
  }

  BrokenAt place_of(const Breach& breach, GroupId group) const {
    return {breach.property, run_.session(breach.session).source, group};
  }

  std::size_t left() const {
    return options_.budget > out_.states ? options_.budget - out_.states : 0;
  }

  void out_of_budget(GroupId group) {
    for (const Property property : {Property::gap_safe, Property::latent_safe, Property::recovers})
      if (of(property).why.empty())
        of(property).why = "the budget ran out at " + std::string(facts_.name(group));
  }

  // What the group's view of the plan allows is looked for in the plan itself, week by week: first
  // with the group's own dates, then with all, then with what stood in the way.
  void refute(GroupId group, std::vector<Breach> wanted) {
    QueueGraph exact(facts_, run_, bouts_, {false, false});
    View view{group, {}, false, options_.mode};
    beyond_triggers_.clear();
    for (int attempt = 0; attempt < kAttempts && !wanted.empty(); ++attempt) {
      wanted = look_for(exact, view, std::move(wanted));
      view.all_dates = true;
    }
    for (const Breach& breach : wanted)
      if (const auto at = blocked_.find(key_of(breach)); at != blocked_.end())
        leave_open(breach, group,
                   "on day " + std::to_string(at->second.day + 1) + " " + at->second.why);
    if (has_triggers() && !beyond_triggers_.empty()) look_beyond_triggers(group);
  }

  // Gives back what is still open: found, but not as the runtime would have it. What stood in the
  // way is followed from now on.
  std::vector<Breach> look_for(QueueGraph& exact, View& view, std::vector<Breach> wanted) {
    const Projection projection(facts_, run_, bouts_, exact, view);
    const Exploration found = explore(exact, projection, {left(), wanted});
    out_.states += found.states;
    if (!found.complete) out_of_budget(view.group);
    blocked_.clear();
    std::vector<Breach> open;
    for (const Breach& breach : found.breaches) {
      const auto lived = replay_path(facts_, run_, bouts_, view.group, breach, options_.mode);
      if (const auto* as_lived = std::get_if<LivedPath>(&lived)) {
        of(breach.property)
            .violations.push_back(violation_of(breach, view.group, *as_lived, run_, options_.mode));
        continue;
      }
      const auto& blocked = std::get<Blocked>(lived);
      blocked_.emplace(key_of(breach), blocked);
      open.push_back(breach);
      if (view.all_dates) follow(view, blocked);
    }
    for (const Breach& breach : wanted)
      if (std::none_of(found.breaches.begin(), found.breaches.end(),
                       [&](const Breach& b) { return key_of(b) == key_of(breach); }))
        beyond_triggers_.push_back(breach);
    return open;
  }

  // The gates that were asked read these groups: each set is followed from now on.
  void follow(View& view, const Blocked& blocked) const {
    const auto add = [&](GroupSet set) {
      auto& sets = view.companions;
      const bool known =
          set == group_bit(view.group) || std::find(sets.begin(), sets.end(), set) != sets.end();
      if (set != 0 && !known && sets.size() + 1 < kMostFollowed) sets.push_back(set);
    };
    if (blocked.head)  // what the head could flee from to there
      add(run_.facts(*blocked.head).dates.trained & ~run_.facts(blocked.session).burdened);
    for (const auto& session : {blocked.head, std::optional(blocked.session)}) {
      if (!session || !run_.session(*session).gate) continue;
      add(run_.facts(*session).dates.trained);
      add(probed_groups(run_, *session));
      for_each_group(groups_named(run_.plan().gates[*run_.session(*session).gate]),
                     [&](GroupId g) { add(group_bit(g)); });
    }
  }

  // A path that needs a rule to insert a block or to repeat a week isn't held against results.
  void look_beyond_triggers(GroupId group) {
    QueueGraph triggered(facts_, run_, bouts_, {false, true});
    const Projection projection(facts_, run_, bouts_, triggered, {group, {}, true, options_.mode});
    const Exploration found = explore(triggered, projection, {left(), beyond_triggers_});
    out_.states += found.states;
    if (!found.complete) out_of_budget(group);
    for (const Breach& breach : found.breaches)
      leave_open(
          breach, group,
          "it rests on what a rule sets off before " + quoted(run_.session(breach.session).name));
  }

  bool has_triggers() const {
    return any_action(run_.plan(), [](const Action& a) {
      return std::holds_alternative<InsertBlock>(a) || std::holds_alternative<RepeatWeek>(a) ||
             std::holds_alternative<EndBlock>(a);
    });
  }

  void leave_open(const Breach& breach, GroupId group, const std::string& why) {
    PropertyResult& result = of(breach.property);
    result.open.push_back(place_of(breach, group));
    if (result.why.empty()) result.why = why;
  }

  PropertyResult& of(Property property) { return out_.results[static_cast<std::size_t>(property)]; }

  static void settle(PropertyResult& result) {
    std::stable_sort(result.violations.begin(), result.violations.end(),
                     [](const Violation& a, const Violation& b) {
                       return a.path.back().day < b.path.back().day;
                     });
    if (!result.violations.empty() || !result.flaws.empty())
      result.proof = Proof::refuted;
    else if (!result.why.empty())
      result.proof = Proof::not_proved;
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  VerifyOptions options_;
  Bouts bouts_;
  QueueGraph graph_;
  bool found_any_ = false;  // new, and not to be replayed
  std::map<BreachKey, Blocked> blocked_;
  std::vector<Breach> beyond_triggers_;  // not found where no rule sets anything off
  Verification out_;
};

}  // namespace

Verification verify(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options) {
  return Verifier(facts, run, options).run();
}

}  // namespace meso
