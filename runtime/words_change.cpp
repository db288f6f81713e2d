// Changes, actions and whole clauses in words.
#include <fmt/core.h>

#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "runtime/words.h"
#include "runtime/words_context.h"

namespace meso::words {
namespace {

std::string noun(const Change& change) {
  switch (change.what) {
    case Changes::load: return "load";
    case Changes::reps: return "reps";
    case Changes::time: return "time";
    case Changes::distance: return "distance";
    case Changes::sets: return "sets";
    case Changes::rir: return "RIR";
    case Changes::rest: return "rest";
    case Changes::gap: return "gap between sessions";
    case Changes::stage: return "stage";
    case Changes::scheme: return "set scheme";
    case Changes::reference: return text(change.reference);
  }
  return {};
}

std::string of_stage(const Context& context, const LoadOfStage& value) {
  std::string out = fmt::format("the load of stage {}", value.stage);
  if (value.added) out += " + " + amount(context, *value.added);
  return out;
}

// What a quantity is set to: "load to 60 kg", "back to 6 reps", "sets back to the start".
std::string set_to(const Context& context, const Change& change) {
  const std::string what = noun(change);
  struct Visitor {
    const Context& context;
    const std::string& what;
    bool reps;
    std::string operator()(const Quantity& q) const {
      return reps && q.unit == Unit::none ? text(q) + " reps" : what + " " + text(q);
    }
    std::string operator()(ParameterRef parameter) const {
      return what + " " + amount(context, Amount(parameter));
    }
    std::string operator()(const StartValue&) const { return what + " back to the start"; }
    std::string operator()(const BottomOfRange&) const {
      const auto range = one_range(context);
      return range ? fmt::format("back to {} {}", range->low.count, what)
                   : what + " back to the bottom of the range";
    }
    std::string operator()(const TopOfRange&) const {
      const auto range = one_range(context);
      return range ? fmt::format("{} {}", range->high.count, what)
                   : what + " at the top of the range";
    }
    std::string operator()(const OfReference& value) const {
      return fmt::format("{} to {}% of {}", what, value.percent.value.text(),
                         text(value.reference));
    }
    std::string operator()(const LoadOfStage& value) const {
      return what + " to " + of_stage(context, value);
    }
    std::string operator()(SchemeId) const { return "the next set scheme"; }
  };
  return std::visit(Visitor{context, what, change.what == Changes::reps}, change.value);
}

std::string value(const Context& context, const ChangeValue& value) {
  if (const auto* q = std::get_if<Quantity>(&value)) return text(*q);
  if (const auto* p = std::get_if<ParameterRef>(&value)) return amount(context, Amount(*p));
  if (const auto* stage = std::get_if<LoadOfStage>(&value)) return of_stage(context, *stage);
  if (const auto* ref = std::get_if<OfReference>(&value))
    return text(ref->percent) + " of " + text(ref->reference);
  return "its start";
}

// "half the sets", "90% of the load".
std::string scaled(const Context& context, const Change& change) {
  const std::string factor = value(context, change.value);
  const std::string what = noun(change);
  if (factor == "50%") return "half the " + what;
  return fmt::format("{} of the {}", factor, what);
}

// Sets, reps and gaps are counted: "1 set more". Everything else grows by its unit: "load +5%", or
// without a number "load up by its step".
std::string grown(const Context& context, const Change& change, bool more) {
  const std::string by = value(context, change.value);
  const bool named = context.call == nullptr && std::holds_alternative<ParameterRef>(change.value);
  const bool one = by == "1" || by == "1 set" || by == "1 rep";
  const std::string_view word = more ? "more" : "fewer";
  if (change.what == Changes::gap)
    return fmt::format("{} {} between sessions", by, more ? "more" : "less");
  if (change.what != Changes::sets && change.what != Changes::reps) {
    if (named) return fmt::format("{} {} by {}", noun(change), more ? "up" : "down", by);
    return fmt::format("{} {}{}", noun(change), more ? "+" : "-", by);
  }
  const std::string what = change.what == Changes::sets ? "set" : "rep";
  if (by.find(what) != std::string::npos) return fmt::format("{} {}", by, word);
  return fmt::format("{} {}{} {}", by, what, one ? "" : "s", word);
}

std::string core(const Context& context, const Change& change) {
  switch (change.how) {
    case Change::How::add: return grown(context, change, true);
    case Change::How::subtract: return grown(context, change, false);
    case Change::How::times: return scaled(context, change);
    case Change::How::set_to: return set_to(context, change);
  }
  return {};
}

std::string_view per(Change::Per per) {
  switch (per) {
    case Change::Per::once: return "";
    case Change::Per::extra_rep: return " for each extra rep";
    case Change::Per::missing_rep: return " for each missing rep";
  }
  return "";
}

}  // namespace

std::string change(const Context& context, const Change& change) {
  std::string out = core(context, change) + std::string(per(change.per));
  if (change.at_most) out += ", up to " + amount(context, *change.at_most);
  if (change.at_least) out += ", down to " + amount(context, *change.at_least);
  if (change.next_time) out += " next time";
  return out;
}

namespace {

struct ActionWords {
  const Context& context;

  std::string operator()(const Change& c) const { return change(context, c); }
  std::string operator()(const Hold&) const { return "the same again"; }
  std::string operator()(const NextStage&) const { return "on to the next stage"; }
  std::string operator()(const NextVariation&) const { return "on to the next variation"; }
  std::string operator()(const PreviousVariation&) const { return "back to the variation before"; }
  std::string operator()(const RepeatWeek&) const { return "repeat the week"; }
  std::string operator()(const InsertBlock& insert) const {
    std::string out = "insert " + quoted(context.plan->blocks[insert.block].name);
    if (insert.at_most) out += fmt::format(" (at most {})", times(*insert.at_most));
    return out;
  }
  std::string operator()(const EndBlock&) const { return "end the block"; }
  std::string operator()(const ReferOut&) const { return verdict(Verdict::refer); }
  std::string operator()(const NotifyCoach&) const { return "tell your coach"; }
};

// In a rule "+2.5 kg" can only be the load, so the word is left out; "+5%" keeps it.
std::string without_load(std::string words) {
  const std::string_view sign = std::string_view(words).substr(0, 6);
  const bool mass =
      words.find(" kg") != std::string::npos || words.find(" lb") != std::string::npos;
  return mass && (sign == "load +" || sign == "load -") ? words.substr(5) : words;
}

}  // namespace

std::string action(const Context& context, const Action& action) {
  return std::visit(ActionWords{context}, action);
}

Clause gate_clause(const Context& context, const GateClause& clause) {
  Clause out{clause.condition ? condition(context, *clause.condition) : "otherwise",
             verdict(clause.verdict)};
  std::vector<std::string> changes;
  for (const auto& one : clause.changes) changes.push_back(change(context, one));
  if (!changes.empty()) out.then += ": " + listed(changes, "and", false);
  return out;
}

Clause rule_clause(const Context& context, const RuleClause& clause) {
  std::vector<std::string> actions;
  for (const auto& one : clause.actions) actions.push_back(without_load(action(context, one)));
  return {clause.condition ? condition(context, *clause.condition) : "otherwise",
          listed(actions, "and", false)};
}

std::string sentence(const Clause& clause) {
  if (clause.when.empty()) return clause.then;
  return (clause.when == "otherwise" ? "" : "when ") + clause.when + ": " + clause.then;
}

}  // namespace meso::words
