// Conditions of gates and rules in words.
#include <fmt/core.h>

#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "runtime/words.h"
#include "runtime/words_context.h"

namespace meso::words {
namespace {

// An atom as a subject and what is said of it, so that a list can leave a repeated subject out:
// "soreness 7 or more, or 3 or more for 5 days". Atoms that are a phrase have no subject.
struct Said {
  std::string subject;
  std::string predicate;
  std::string text() const { return subject.empty() ? predicate : subject + " " + predicate; }
};

// `not at least 4` says the same as `less than 4`.
Compare turned(Compare compare) {
  switch (compare) {
    case Compare::less: return Compare::at_least;
    case Compare::at_most: return Compare::more;
    case Compare::at_least: return Compare::less;
    case Compare::more: return Compare::at_most;
    case Compare::holds:
    case Compare::equal:
    case Compare::within: return compare;
  }
  return compare;
}

bool can_turn(Compare compare) { return turned(compare) != compare; }

// "3 or more", "under 4", "4 to 5", and with a noun "fewer than 4 sets".
std::string compared(const Context& context, const Atom& atom) {
  const Compare compare = atom.negated ? turned(atom.compare) : atom.compare;
  const std::string low = operand(context, atom.low);
  const std::string no = atom.negated && !can_turn(atom.compare) ? "not " : "";
  switch (compare) {
    case Compare::less: return "under " + low;
    case Compare::at_most: return low + " or less";
    case Compare::holds:
    case Compare::equal: return no + low;
    case Compare::at_least: return low + " or more";
    case Compare::more: return "over " + low;
    case Compare::within: return no + low + " to " + operand(context, atom.high);
  }
  return {};
}

std::string compared_count(const Context& context, const Atom& atom, std::string_view noun) {
  const Compare compare = atom.negated ? turned(atom.compare) : atom.compare;
  if (compare == Compare::less)
    return fmt::format("fewer than {} {}", operand(context, atom.low), noun);
  if (compare == Compare::more)
    return fmt::format("more than {} {}", operand(context, atom.low), noun);
  return fmt::format("{} {}", compared(context, atom), noun);
}

std::string soreness_subject(const Context& context, const Atom& atom) {
  if (atom.anywhere) return "soreness anywhere";
  if (atom.group) return context.plan->groups[atom.group->value].name + " soreness";
  return std::string(context.soreness);
}

std::string pain(const Context& context, const Atom& atom) {
  static constexpr std::array kNames{"no", "dull", "sharp"};
  const auto index = static_cast<std::size_t>(number(context, atom.low).floor());
  const std::string place = atom.place.empty() ? "" : " in the " + atom.place;
  if (index == 0) return (atom.negated ? "any pain" : "no pain") + place;
  const std::string named = kNames[index < kNames.size() ? index : 2];
  return (atom.negated ? "no " : "") + named + " pain" + place;
}

std::string baseline(const Context& context, const Atom& atom, std::string_view what) {
  static constexpr std::array kNames{"below", "at", "above"};
  const auto index = static_cast<std::size_t>(number(context, atom.low).floor());
  return fmt::format("{} {}{} your baseline", what, atom.negated ? "not " : "",
                     kNames[index < kNames.size() ? index : 1]);
}

std::string versus_last(const Context& context, const Atom& atom) {
  static constexpr std::array kNames{"worse than", "same as", "better than", "much better than"};
  const auto index = static_cast<std::size_t>(number(context, atom.low).floor());
  return fmt::format("{}{} last time", atom.negated ? "not " : "",
                     kNames[index < kNames.size() ? index : 1]);
}

std::string of_set(const Atom& atom) {
  return atom.set_number > 0 ? fmt::format("set {}", atom.set_number) : std::string("the last set");
}

std::string top_of_range(const Context& context) {
  const auto range = one_range(context);
  return range ? std::to_string(range->high.count) : std::string("the top of the range");
}

std::string yes_no(const Atom& atom, std::string_view yes, std::string_view no) {
  return std::string(atom.negated ? no : yes);
}

Said readiness(const Context& context, const Atom& atom) {
  switch (atom.reads) {
    case Reads::soreness: return {soreness_subject(context, atom), compared(context, atom)};
    case Reads::soreness_impairs:
      return {"", yes_no(atom, "soreness hampers you", "nothing hampered")};
    case Reads::soreness_alters_form:
      return {"", yes_no(atom, "soreness alters your form", "soreness leaves your form alone")};
    case Reads::soreness_reduces_strength:
      return {"", yes_no(atom, "soreness costs you strength", "soreness costs you no strength")};
    case Reads::soreness_shortens_range:
      return {"", yes_no(atom, "soreness shortens your range", "soreness leaves your range alone")};
    case Reads::soreness_lowers_confidence:
      return {"", yes_no(atom, "soreness lowers your confidence",
                         "soreness leaves your confidence alone")};
    case Reads::pain: return {"", pain(context, atom)};
    case Reads::energy: return {"energy", compared(context, atom)};
    case Reads::sleep: return {"sleep", compared(context, atom)};
    case Reads::stress: return {"stress", compared(context, atom)};
    case Reads::mood: return {"mood", compared(context, atom)};
    case Reads::strength_restored:
      return {"", yes_no(atom, "strength as usual", "strength below usual")};
    case Reads::hrv: return {"", baseline(context, atom, "HRV")};
    case Reads::resting_heart_rate: return {"", baseline(context, atom, "resting heart rate")};
    case Reads::days_off: return {"", compared_count(context, atom, "days off")};
    case Reads::own_signal:
      return {atom.signal ? context.plan->signals[*atom.signal].name : "your coach's question",
              compared(context, atom)};
    case Reads::all_sets_done:
    case Reads::missed:
    case Reads::all_top_of_range:
    case Reads::versus_last:
    case Reads::reps_of_set:
    case Reads::total_reps:
    case Reads::extra_reps:
    case Reads::rir_of_set:
    case Reads::tested:
    case Reads::never_sore:
    case Reads::recovered_early:
    case Reads::recovered_in_time:
    case Reads::still_sore:
    case Reads::sore_at_start:
    case Reads::exposures:
    case Reads::resets:
    case Reads::stage:
    case Reads::week:
    case Reads::sets:
    case Reads::week_ends:
    case Reads::rotation_ends:
    case Reads::block_ends: break;
  }
  return {};
}

Said performance(const Context& context, const Atom& atom) {
  switch (atom.reads) {
    case Reads::all_sets_done: return {"", yes_no(atom, "all sets done", "not all sets done")};
    case Reads::missed: return {"", yes_no(atom, "missed", "not missed")};
    case Reads::all_top_of_range:
      return {"", yes_no(atom, "all sets reach ", "not all sets reach ") + top_of_range(context)};
    case Reads::versus_last: return {"", versus_last(context, atom)};
    case Reads::reps_of_set:
      return {"", compared_count(context, atom, "reps") + " in " + of_set(atom)};
    case Reads::total_reps: return {"", compared_count(context, atom, "reps in all")};
    case Reads::extra_reps:
      return {"", compared_count(context, atom, "extra reps") +
                      (atom.set_number > 0 ? " in " + of_set(atom) : "")};
    case Reads::rir_of_set: return {"RIR", compared(context, atom) + " in " + of_set(atom)};
    case Reads::tested: return {"", yes_no(atom, "tested", "not tested")};
    case Reads::never_sore:
      return {"", yes_no(atom, "never sore since", "sore at some time since")};
    case Reads::recovered_early:
      return {"", yes_no(atom, "recovered early", "not recovered early")};
    case Reads::recovered_in_time:
      return {"", yes_no(atom, "recovered in time", "not recovered in time")};
    case Reads::still_sore:
      return {"", yes_no(atom, "still sore when it was due", "not sore when it was due")};
    case Reads::sore_at_start:
      return {"", yes_no(atom, "sore at the start", "not sore at the start")};
    case Reads::exposures: return {"", compared_count(context, atom, "times trained")};
    case Reads::resets: return {"", compared_count(context, atom, "load cuts so far")};
    case Reads::stage: return {"stage", compared(context, atom)};
    case Reads::week: return {"week", compared(context, atom)};
    case Reads::sets: return {"", compared_count(context, atom, "sets")};
    case Reads::week_ends: return {"", "the week ends"};
    case Reads::rotation_ends: return {"", "the rotation ends"};
    case Reads::block_ends: return {"", "the block ends"};
    case Reads::soreness:
    case Reads::soreness_impairs:
    case Reads::soreness_alters_form:
    case Reads::soreness_reduces_strength:
    case Reads::soreness_shortens_range:
    case Reads::soreness_lowers_confidence:
    case Reads::pain:
    case Reads::energy:
    case Reads::sleep:
    case Reads::stress:
    case Reads::mood:
    case Reads::strength_restored:
    case Reads::hrv:
    case Reads::resting_heart_rate:
    case Reads::days_off:
    case Reads::own_signal: break;
  }
  return {};
}

std::string window(const Window& window) {
  const bool in_a_row = window.over == Window::Over::in_a_row;
  if (window.times == 1 && in_a_row && !window.every) return {};
  const std::string count = window.every ? std::string("every time") : times(window.times);
  switch (window.over) {
    case Window::Over::in_a_row: return window.every ? " " + count : " " + count + " in a row";
    case Window::Over::this_week: return " " + count + " this week";
    case Window::Over::this_block: return " " + count + " this block";
  }
  return {};
}

std::string lifts(const LiftQuantifier& quantifier) {
  switch (quantifier.of) {
    case LiftQuantifier::Of::any: return "any lift ";
    case LiftQuantifier::Of::every: return "every lift ";
    case LiftQuantifier::Of::none: return "no lift ";
    case LiftQuantifier::Of::at_least: return counted(quantifier.lifts, "lift") + " ";
  }
  return {};
}

Said said(const Context& context, const Atom& atom) {
  Said out = is_readiness(atom.reads) ? readiness(context, atom) : performance(context, atom);
  if (atom.for_days > 0) out.predicate += " for " + counted(atom.for_days, "day");
  if (atom.window) out.predicate += window(*atom.window);
  if (!atom.lifts) return out;
  return {"", lifts(*atom.lifts) + out.text()};
}

}  // namespace

std::string atom(const Context& context, const Atom& atom) { return said(context, atom).text(); }

std::string condition(const Context& context, const Condition& condition) {
  std::vector<std::string> items;
  std::string subject;
  bool comma = condition.any && condition.atoms.size() > 2;
  for (const auto& one : condition.atoms) {
    const Said now = said(context, one);
    const bool repeated = !now.subject.empty() && now.subject == subject;
    subject = now.subject;
    // Two bounds of one signal belong together: "soreness 3 or more for 4 days and 3 or less now".
    if (repeated && !condition.any) {
      items.back() += " and " + now.predicate + (one.for_days == 0 ? " now" : "");
      continue;
    }
    comma = comma || repeated;
    items.push_back(repeated ? now.predicate : now.text());
  }
  return listed(items, condition.any ? "or" : "and", comma);
}

}  // namespace meso::words
