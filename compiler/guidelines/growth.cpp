#include "compiler/guidelines/growth.h"

#include <algorithm>

namespace meso {
namespace {

// Of `x 105%`: more than all of it. A parameter can't be known here and counts as growth with `+`.
bool scales_up(const Change& change) {
  const auto* q = std::get_if<Quantity>(&change.value);
  return q != nullptr && q->high > Decimal::whole(100);
}

template <class F>
bool any_change(const Rule& rule, F f) {
  for (const RuleClause& clause : rule.clauses)
    for (const Action& action : clause.actions) {
      if (const auto* change = std::get_if<Change>(&action); change != nullptr && f(*change)) return true;
    }
  return false;
}

}  // namespace

bool is_growth(const Change& change) {
  using How = Change::How;
  switch (change.what) {
    case Changes::load:
    case Changes::reps:
    case Changes::sets:
    case Changes::reference: return change.how == How::add || (change.how == How::times && scales_up(change));
    case Changes::rir: return change.how == How::subtract;
    case Changes::rest: return change.how == How::subtract;
    case Changes::gap:
    case Changes::stage:
    case Changes::scheme: return false;
  }
  return false;
}

bool has_growth(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(), [](const Action& action) {
    const auto* change = std::get_if<Change>(&action);
    return change != nullptr && is_growth(*change);
  });
}

bool changes_prescription(const Rule& rule) {
  const bool stages = std::any_of(rule.clauses.begin(), rule.clauses.end(), [](const RuleClause& clause) {
    return std::any_of(clause.actions.begin(), clause.actions.end(), [](const Action& a) { return std::holds_alternative<NextStage>(a); });
  });
  return stages || any_change(rule, [](const Change& c) { return c.what != Changes::gap; });
}

bool changes_reference(const Rule& rule, ReferenceKind kind) {
  return any_change(rule, [&](const Change& c) { return c.what == Changes::reference && c.reference == kind; });
}

}  // namespace meso
