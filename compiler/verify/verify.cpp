#include "compiler/verify/verify.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/gate_properties.h"
#include "compiler/verify/in_question.h"
#include "compiler/verify/result_properties.h"
#include "compiler/verify/searches.h"
#include "compiler/verify/violation.h"

namespace meso {
namespace {

constexpr int kAttempts = 5;  // the group's dates, all dates, and three times more to follow

// Parts of the budget that is left: one for a group's view, for an attempt, for a path.
constexpr std::uint64_t kGroups = 2, kParts = 4, kReplays = 16;

using BreachKey = std::pair<Property, SessionId>;
BreachKey key_of(const Breach& breach) { return {breach.property, breach.session}; }

class Verifier {
 public:
  Verifier(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options,
           SeededFault fault)
      : facts_(facts),
        run_(run),
        options_(options),
        fault_(fault),
        playing_(options.budget),
        looking_(options.budget),
        confirming_(options.budget),
        replaying_(options.budget) {
    for (std::size_t p = 0; p < kProperties; ++p) {
      PropertyResult& result = out_.results.emplace_back();
      result.property = static_cast<Property>(p);
    }
  }

  Verification run() {
    read_gates();
    if (options_.only_new == nullptr) check_results(facts_, run_, options_, playing_, out_);
    const GroupSet groups = groups_in_question(facts_, run_);
    if (groups != 0) walk(groups);
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

  void walk(GroupSet groups) {
    bouts_.emplace(facts_);
    merged_.emplace(facts_, run_, *bouts_,
                    QueueModel{true, fault_ != SeededFault::weeks_merged_by_sessions,
                               fault_ != SeededFault::rules_forgotten});
    for_each_group(groups, [&](GroupId group) {
      if (is_followed(group)) check(group);
    });
  }

  bool is_followed(GroupId group) const {
    const OnlyNew* only = options_.only_new;
    return only == nullptr || (holds(only->groups, group) && !found_any_);
  }

  void check(GroupId group) {
    Budget part = looking_.part(kGroups);
    Exploration found = explored(*merged_, seen_by(group, part), {part, {}, fault_});
    looking_.give_back(part);
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

  View seen_by(GroupId group, Budget& budget) const {
    return {&budget, group, {}, false, options_.mode, fault_};
  }

  Exploration explored(Searches& searches, const View& view, const Search& search) {
    Exploration found = searches.explored(view, search);
    out_.states += found.states;
    if (!found.complete) out_of_budget(view.group);
    return found;
  }

  std::string ran_out_at(GroupId group) const {
    return "the budget ran out at " + std::string(facts_.name(group));
  }

  void out_of_budget(GroupId group) {
    for (const Property property : {Property::gap_safe, Property::latent_safe, Property::recovers})
      if (of(property).why.empty()) of(property).why = ran_out_at(group);
  }

  // What the group's view of the plan allows is looked for in the plan itself, week by week: first
  // with the group's own dates, then with all, then with what stood in the way.
  void refute(GroupId group, std::vector<Breach> wanted) {
    if (!exact_) exact_.emplace(facts_, run_, *bouts_, QueueModel{false, true, false});
    View view = seen_by(group, confirming_);
    beyond_triggers_.clear();
    // What isn't found any more once the budget is spent isn't thereby ruled out: explored() says
    // so.
    for (int attempt = 0; attempt < kAttempts && !wanted.empty(); ++attempt) {
      wanted = look_for(view, std::move(wanted));
      view.all_dates = true;
    }
    for (const Breach& breach : wanted) {
      const auto at = blocked_.find(key_of(breach));
      if (at == blocked_.end()) continue;
      const Blocked& blocked = at->second;
      leave_open(breach, group,
                 blocked.for_budget
                     ? ran_out_at(group)
                     : "on day " + std::to_string(blocked.day + 1) + " " + blocked.why);
    }
    if (has_triggers() && !beyond_triggers_.empty()) look_beyond_triggers(group);
  }

  // Gives back what is still open: found, but not as the runtime would have it. What stood in the
  // way is followed from now on.
  std::vector<Breach> look_for(View& view, std::vector<Breach> wanted) {
    Budget part = confirming_.part(kParts);
    view.budget = &part;
    const Exploration found = explored(*exact_, view, {part, wanted, fault_});
    confirming_.give_back(part);
    blocked_.clear();
    std::vector<Breach> open;
    for (const Breach& breach : found.breaches) {
      const auto lived = live_through(breach, view.group);
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

  std::variant<LivedPath, Blocked> live_through(const Breach& breach, GroupId group) {
    Budget part = replaying_.part(kReplays);
    auto lived = replay_path(facts_, run_, *bouts_, group, breach, options_.mode, part);
    replaying_.give_back(part);
    return lived;
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
    if (!triggered_) triggered_.emplace(facts_, run_, *bouts_, QueueModel{false, true, true});
    Budget part = confirming_.part(kParts);
    View view = seen_by(group, part);
    view.all_dates = true;
    const Exploration found = explored(*triggered_, view, {part, beyond_triggers_, fault_});
    confirming_.give_back(part);
    for (const Breach& breach : found.breaches)
      leave_open(breach, group,
                 std::string(facts_.name(group)) +
                     ": the bad path found rests on what a rule sets off before " +
                     quoted(run_.session(breach.session).name));
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
                       return a.lived.back().day < b.lived.back().day;
                     });
    if (!result.violations.empty() || !result.flaws.empty())
      result.proof = Proof::refuted;
    else if (!result.why.empty())
      result.proof = Proof::not_proved;
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  VerifyOptions options_;
  SeededFault fault_;
  // One each, so that what was found is told even where all else is left open: for breaches as the
  // groups see the plan, for the same in the plan itself, and for living through them.
  Budget playing_, looking_, confirming_, replaying_;
  std::optional<Bouts> bouts_;  // where any path has to be walked
  // With weeks that are alike as one, week by week, and with what rules may set off.
  std::optional<Searches> merged_, exact_, triggered_;
  bool found_any_ = false;  // new, and not to be replayed
  std::map<BreachKey, Blocked> blocked_;
  std::vector<Breach> beyond_triggers_;  // not found where no rule sets anything off
  Verification out_;
};

}  // namespace

Verification verify(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options,
                    SeededFault fault) {
  return Verifier(facts, run, options, fault).run();
}

}  // namespace meso
