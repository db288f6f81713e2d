#include "compiler/verify/growth.h"

#include <algorithm>

#include "compiler/verify/actions.h"

namespace meso {
namespace {

// Of `x 105%`: more than all of it. A parameter without its call can't be known and isn't growth.
bool scales_up(const Change& change, const RuleCall* call) {
  const auto* parameter = std::get_if<ParameterRef>(&change.value);
  if (parameter != nullptr)
    return call != nullptr &&
           value_of(std::variant<Quantity, ParameterRef>(*parameter), *call).high >
               Decimal::whole(100);
  const auto* q = std::get_if<Quantity>(&change.value);
  return q != nullptr && q->high > Decimal::whole(100);
}

// `load to 85% of 5RM`, `scheme to heavy`: a new value, which may be a harder one. Back to the
// start or to the bottom of the range isn't.
bool sets_anew(const Change& change) {
  if (change.how != Change::How::set_to || change.what == Changes::gap ||
      change.what == Changes::rest)
    return false;
  return !std::holds_alternative<StartValue>(change.value) &&
         !std::holds_alternative<BottomOfRange>(change.value);
}

}  // namespace

bool is_growth(const Change& change, const RuleCall* call) {
  using How = Change::How;
  switch (change.what) {
    case Changes::load:
    case Changes::reps:
    case Changes::time:
    case Changes::distance:
    case Changes::sets:
    case Changes::reference:
      return change.how == How::add || (change.how == How::times && scales_up(change, call));
    case Changes::rir:
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

bool gives_way(const Action& action, const RuleCall& call) {
  if (const auto* change = std::get_if<Change>(&action)) return !is_growth(*change, &call);
  return !std::holds_alternative<Hold>(action);
}
bool gives_way(const RuleClause& clause, const RuleCall& call) {
  return std::any_of(clause.actions.begin(), clause.actions.end(),
                     [&](const Action& action) { return gives_way(action, call); });
}

bool can_make_harder(const Rule& rule, const RuleCall& call) {
  return any_action(rule, [&](const Action& action) {
    if (std::holds_alternative<NextStage>(action) || std::holds_alternative<NextVariation>(action))
      return true;
    const auto* change = std::get_if<Change>(&action);
    return change != nullptr && (is_growth(*change, &call) || sets_anew(*change));
  });
}

bool can_raise_reference(const Rule& rule, const RuleCall& call, ReferenceKind kind) {
  return any_action(rule, [&](const Action& action) {
    const auto* change = std::get_if<Change>(&action);
    return change != nullptr && change->what == Changes::reference && change->reference == kind &&
           (is_growth(*change, &call) || sets_anew(*change));
  });
}

}  // namespace meso
