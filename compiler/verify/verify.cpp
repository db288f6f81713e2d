#include "compiler/verify/verify.h"

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "compiler/verify/replay_path.h"

namespace meso {
namespace {

// The violation that a path ends in: the bout of the group that is furthest from over.
Violation violation_of(const Breach& breach, GroupId group, const LivedPath& replayed,
                       const RunPlan& run, EnvelopeMode mode) {
  Violation out;
  out.session = breach.session;
  out.group = group;
  out.path = breach.path;
  const int day = breach.path.back().day;
  const auto need = [&](const GhostBout& bout) {
    const RecoveryDays days = recovery_days(bout.bout_class, run.plan().level, mode);
    switch (breach.property) {
      case Property::gap_safe: return days.clear;
      case Property::latent_safe: return days.latent;
      case Property::recovers: return days.typical_gap;
    }
    return 0;
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
    for (std::uint32_t g = 0; g < run_.plan().groups.size(); ++g) check(GroupId{g});
    for (PropertyResult& result : out_.results) settle(result);
    return std::move(out_);
  }

 private:
  void check(GroupId group) {
    const Projection projection(facts_, run_, bouts_, graph_, group, Dates::of_the_group,
                                options_.mode);
    if (!projection.needs_paths()) return;
    const Exploration found = explore(graph_, projection, {left(), {}});
    out_.states += found.states;
    if (!found.complete) out_of_budget(group);
    if (!found.breaches.empty()) refute(group, found.breaches);
  }

  std::size_t left() const {
    return options_.budget > out_.states ? options_.budget - out_.states : 0;
  }

  void out_of_budget(GroupId group) {
    for (PropertyResult& result : out_.results)
      if (result.why.empty())
        result.why = "the budget ran out at " + std::string(facts_.name(group));
  }

  // What the group's view of the plan allows is looked for in the plan itself: week by week, first
  // with the group's own dates, then with all.
  void refute(GroupId group, std::vector<Breach> wanted) {
    QueueGraph exact(facts_, run_, bouts_, {false, false});
    for (const Dates dates : {Dates::of_the_group, Dates::all})
      if (!wanted.empty()) wanted = look_for(exact, group, std::move(wanted), dates);
    if (wanted.empty() || !has_triggers()) return;
    QueueGraph triggered(facts_, run_, bouts_, {false, true});
    const Projection projection(facts_, run_, bouts_, triggered, group, Dates::all, options_.mode);
    const Exploration found = explore(triggered, projection, {left(), wanted});
    out_.states += found.states;
    if (!found.complete) out_of_budget(group);
    for (const Breach& breach : found.breaches)
      leave_open(breach, "it rests on what a rule sets off before " +
                             quoted(run_.session(breach.session).name));
  }

  // Gives back what is still open: found, but not as the runtime would have it.
  std::vector<Breach> look_for(QueueGraph& exact, GroupId group, std::vector<Breach> wanted,
                               Dates dates) {
    const Projection projection(facts_, run_, bouts_, exact, group, dates, options_.mode);
    const Exploration found = explore(exact, projection, {left(), wanted});
    out_.states += found.states;
    if (!found.complete) out_of_budget(group);
    std::vector<Breach> open;
    for (const Breach& breach : found.breaches) {
      const auto lived = replay_path(facts_, run_, bouts_, group, breach, options_.mode);
      if (const auto* replayed = std::get_if<LivedPath>(&lived)) {
        of(breach.property)
            .violations.push_back(violation_of(breach, group, *replayed, run_, options_.mode));
      } else if (dates == Dates::all) {
        const Blocked& blocked = std::get<Blocked>(lived);
        leave_open(breach, "on day " + std::to_string(blocked.day + 1) + " " + blocked.why);
      } else {
        open.push_back(breach);
      }
    }
    if (!has_triggers()) return open;
    for (const Breach& breach : wanted)  // what isn't found without a rule's help
      if (std::none_of(found.breaches.begin(), found.breaches.end(), [&](const Breach& b) {
            return b.property == breach.property && b.session == breach.session;
          }))
        open.push_back(breach);
    return open;
  }

  bool has_triggers() const {
    return std::any_of(run_.plan().rules.begin(), run_.plan().rules.end(), [](const Rule& rule) {
      return std::any_of(rule.clauses.begin(), rule.clauses.end(), [](const RuleClause& clause) {
        return std::any_of(clause.actions.begin(), clause.actions.end(), [](const Action& a) {
          return std::holds_alternative<InsertBlock>(a) || std::holds_alternative<RepeatWeek>(a) ||
                 std::holds_alternative<EndBlock>(a);
        });
      });
    });
  }

  void leave_open(const Breach& breach, const std::string& why) {
    PropertyResult& result = of(breach.property);
    if (result.why.empty()) result.why = why;
  }

  PropertyResult& of(Property property) { return out_.results[static_cast<std::size_t>(property)]; }

  static void settle(PropertyResult& result) {
    std::stable_sort(result.violations.begin(), result.violations.end(),
                     [](const Violation& a, const Violation& b) {
                       return a.path.back().day < b.path.back().day;
                     });
    if (!result.violations.empty())
      result.proof = Proof::refuted;
    else if (!result.why.empty())
      result.proof = Proof::not_proved;
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  VerifyOptions options_;
  Bouts bouts_;
  QueueGraph graph_;
  Verification out_;
};

}  // namespace

std::string_view text(Property property) {
  switch (property) {
    case Property::gap_safe: return "gap-safe";
    case Property::latent_safe: return "latent-safe";
    case Property::recovers: return "recovers";
  }
  return "";
}

std::string_view text(Proof proof) {
  switch (proof) {
    case Proof::proved: return "proved";
    case Proof::refuted: return "refuted";
    case Proof::not_proved: return "not proved";
  }
  return "";
}

Verification verify(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options) {
  return Verifier(facts, run, options).run();
}

}  // namespace meso
