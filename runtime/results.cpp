#include "runtime/results.h"

#include <algorithm>

namespace meso {
namespace {

bool is_event(Reads reads) {
  return reads == Reads::week_ends || reads == Reads::rotation_ends || reads == Reads::block_ends;
}

bool happens(Reads event, const Moment& moment) {
  if (event == Reads::week_ends) return moment.week_ends;
  if (event == Reads::rotation_ends) return moment.rotation_ends;
  return moment.block_ends;
}

bool compares(const Atom& atom, const RuleCall& call, Decimal value) {
  const Decimal low = value_of(atom.low, call);
  switch (atom.compare) {
    case Compare::holds: return true;
    case Compare::less: return value < low;
    case Compare::at_most: return value <= low;
    case Compare::equal: return value == low;
    case Compare::at_least: return value >= low;
    case Compare::more: return value > low;
    case Compare::within: return value >= low && value <= value_of(atom.high, call);
  }
  return true;
}

// Only the plan's own clock is known beforehand; whatever a check-in or a result says may hold.
bool may_hold(const Atom& atom, const RuleCall& call, const Moment& moment) {
  if (is_event(atom.reads)) return happens(atom.reads, moment) != atom.negated;
  if (atom.reads == Reads::week)
    return compares(atom, call, Decimal::whole(moment.week)) != atom.negated;
  if (atom.reads == Reads::tested && !moment.is_event()) return moment.tested != atom.negated;
  return true;
}

bool names_event(const RuleClause& clause) {
  if (!clause.condition) return false;
  const auto& atoms = clause.condition->atoms;
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& a) { return is_event(a.reads); });
}

template <class Visit>
void for_each_change(const RuleClause& clause, Visit visit) {
  for (const auto& action : clause.actions)
    if (const auto* change = std::get_if<Change>(&action)) visit(*change);
}

}  // namespace

bool may_fire(const RuleClause& clause, const RuleCall& call, const Moment& moment) {
  if (names_event(clause) != moment.is_event()) return false;
  if (!clause.condition) return true;
  const auto& atoms = clause.condition->atoms;
  const auto may = [&](const Atom& atom) { return may_hold(atom, call, moment); };
  return clause.condition->any ? std::any_of(atoms.begin(), atoms.end(), may)
                               : std::all_of(atoms.begin(), atoms.end(), may);
}

Results::Results(const Plan& plan)
    : plan_(plan),
      exposed_(plan.progressions.size()),
      load_changed_(plan.progressions.size()),
      lifted_(plan.exercises.size()) {}

void Results::begin_run(const Block& block) {
  block_ = &block;
  fed_.clear();
}

void Results::feed(Fed fed) {
  exposed_[fed.progression.value] = true;
  const bool known = std::any_of(fed_.begin(), fed_.end(), [&](const Fed& other) {
    return other.progression == fed.progression && other.call == fed.call;
  });
  if (!known) fed_.push_back(fed);
}

void Results::try_rule(const Fed& fed, const Moment& moment) {
  const Progression& progression = plan_.progressions[fed.progression];
  for (const auto& clause : plan_.rules[progression.rule].clauses) {
    if (!may_fire(clause, *fed.call, moment)) continue;
    for_each_change(clause, [&](const Change& change) {
      if (change.what == Changes::load) load_changed_[fed.progression.value] = true;
      if (change.what == Changes::reference)
        references_changed_.insert({change.reference, progression.exercise});
    });
  }
}

// A rule of the block or the plan changes the lifts that it asks about, whichever they are.
void Results::try_followed(const std::vector<RuleCall>& calls, const Moment& moment) {
  for (const auto& call : calls) {
    for (const auto& clause : plan_.rules[call.rule].clauses) {
      if (!may_fire(clause, call, moment)) continue;
      for_each_change(clause, [&](const Change& change) {
        if (change.what == Changes::load) loads_of_all_ = true;
        if (change.what == Changes::reference) references_of_all_.insert(change.reference);
      });
    }
  }
}

// A test gives the exercise a new nRM.
void Results::tested(const Line& line, const TestSpec& test) {
  if (test.max_reps) return;
  for (const auto exercise : line.options)
    references_changed_.insert({{ReferenceKind::Of::n_rm, test.reps}, exercise});
}

void Results::line_done(const Line& line, const Moment& moment, bool is_exposure) {
  for (const auto exercise : line.options) lifted_[exercise.value] = true;
  const bool is_test = !line.stages.empty() && line.stages.front().test.has_value();
  if (is_test) tested(line, *line.stages.front().test);
  if (!is_exposure) return;
  Moment own = moment;
  own.tested = is_test;
  const std::size_t calls = std::min(line.rules.size(), line.progressions.size());
  for (std::size_t i = 0; i < calls; ++i) {
    const Fed fed{line.progressions[i], &line.rules[i]};
    feed(fed);
    try_rule(fed, own);
  }
}

void Results::session_done(const Session& session, const Moment& moment, bool is_exposure) {
  for (const auto& line : session.lines) line_done(line, moment, is_exposure);
  if (!is_exposure) return;
  if (block_) try_followed(block_->follows, moment);
  try_followed(plan_.follows, moment);
}

void Results::pass_ended(const Moment& moment) {
  for (const auto& fed : fed_) try_rule(fed, moment);
  if (block_) try_followed(block_->follows, moment);
  try_followed(plan_.follows, moment);
}

bool Results::exposed(const Line& line) const {
  return std::any_of(line.progressions.begin(), line.progressions.end(),
                     [&](ProgressionId id) { return exposed_[id.value]; });
}

bool Results::change_load(const Line& line) const {
  return loads_of_all_ || std::any_of(line.progressions.begin(), line.progressions.end(),
                                      [&](ProgressionId id) { return load_changed_[id.value]; });
}

bool Results::change_reference(const PercentLoad& load) const {
  if (load.reference.of == ReferenceKind::Of::bodyweight) return false;
  if (load.reference.of == ReferenceKind::Of::e1rm && lifted_[load.of.value]) return true;
  return references_of_all_.count(load.reference) != 0 ||
         references_changed_.count({load.reference, load.of}) != 0;
}

}  // namespace meso
