// What a clause table says: a check-in in words, and what a gate's clauses hold of soreness.
#include <algorithm>

#include "base/text.h"
#include "compiler/verify/clause_table.h"

namespace meso {
namespace {

std::string variable_name(const Plan& plan, const ClauseVariable& v) {
  switch (v.reads) {
    case Reads::soreness:
      return v.group      ? "soreness of " + plan.groups[v.group->value].name
             : v.anywhere ? "soreness anywhere"
                          : "soreness";
    case Reads::soreness_impairs: return "soreness impairs";
    case Reads::soreness_alters_form: return "soreness alters form";
    case Reads::soreness_reduces_strength: return "soreness reduces strength";
    case Reads::soreness_shortens_range: return "soreness shortens range";
    case Reads::soreness_lowers_confidence: return "soreness lowers confidence";
    case Reads::pain: return "pain";
    case Reads::energy: return "energy";
    case Reads::sleep: return "sleep";
    case Reads::stress: return "stress";
    case Reads::mood: return "mood";
    case Reads::strength_restored: return "strength restored";
    case Reads::hrv: return "HRV";
    case Reads::resting_heart_rate: return "resting heart rate";
    case Reads::days_off: return "days off";
    case Reads::own_signal: return plan.signals[*v.signal].name;
    default: return "that";
  }
}

std::string value_text(const ClauseVariable& v, std::uint64_t mask) {
  if ((mask & ~v.unknown()) == 0) return "not answered";
  std::size_t i = 0;
  while ((mask & value_bit(i)) == 0) ++i;
  const int value = v.values[i];
  switch (v.reads) {
    case Reads::pain: return value == 0 ? "none" : value == 1 ? "dull" : "sharp";
    case Reads::hrv:
    case Reads::resting_heart_rate:
      return value == 0 ? "below baseline" : value == 1 ? "at baseline" : "above baseline";
    case Reads::strength_restored: return value == 1 ? "yes" : "no";
    default: break;
  }
  if (is_functional(v.reads)) return value == 1 ? "yes" : "no";
  return std::to_string(value);
}

}  // namespace

std::string describe_check_in(const Plan& plan, const ClauseTable& table, const Box& box) {
  std::string out;
  for (std::size_t i = 0; i < box.size(); ++i) {
    const ClauseVariable& v = table.variables[i];
    if (box[i] == v.all()) continue;  // any value does
    if (v.lasting) {
      if (box[i] != value_bit(1)) continue;
      out += (out.empty() ? "" : ", ") + variable_name(plan, v) + " so for " +
             std::to_string(v.for_days) + " days";
    } else {
      out += (out.empty() ? "" : ", ") + variable_name(plan, v) + " " + value_text(v, box[i]);
    }
  }
  return out.empty() ? "any check-in" : out;
}

namespace {

// Whether what `v` says is said of this group.
bool speaks_of(const ClauseVariable& v, GroupId group) {
  return !v.lasting && v.whole == nullptr && (!v.group || *v.group == group);
}

// The sorest report that the box allows; nothing when the group may go unreported.
std::optional<int> sorest_report(const ClauseTable& table, const Box& box, GroupId group) {
  std::optional<int> least;
  for (std::size_t i = 0; i < box.size(); ++i) {
    const ClauseVariable& v = table.variables[i];
    if (v.reads != Reads::soreness || !speaks_of(v, group) || (box[i] & v.unknown()) != 0) continue;
    std::size_t top = v.values.size() - 1;
    while (top > 0 && (box[i] & value_bit(top)) == 0) --top;
    least = least ? std::min(*least, v.values[top]) : v.values[top];
  }
  return least;
}

// Every functional question answered with no: the one that stands for all four, or each of them.
bool answered_unimpaired(const ClauseTable& table, const Box& box, GroupId group) {
  std::array<bool, 4> no{};
  for (std::size_t i = 0; i < box.size(); ++i) {
    const ClauseVariable& v = table.variables[i];
    if (!is_functional(v.reads) || !speaks_of(v, group) || box[i] != value_bit(0)) continue;
    if (v.reads == Reads::soreness_impairs) return true;
    no[static_cast<std::size_t>(v.reads) - static_cast<std::size_t>(Reads::soreness_alters_form)] =
        true;
  }
  return std::all_of(no.begin(), no.end(), [](bool answered) { return answered; });
}

}  // namespace

bool only_fresh(const ClauseTable& table, const Region& region, GroupId group, int at_most,
                const Edition& edition) {
  return std::all_of(region.begin(), region.end(), [&](const Box& box) {
    const auto sorest = sorest_report(table, box, group);
    if (!sorest || *sorest > at_most) return false;
    return *sorest < edition.functional_from || answered_unimpaired(table, box, group);
  });
}

bool takes_unanswered(const ClauseTable& table, std::size_t clause) {
  const auto unanswered = [&](const Box& box) {
    for (std::size_t i = 0; i < box.size(); ++i) {
      const ClauseVariable& v = table.variables[i];
      // The days off are counted, not asked: any number of them goes with an empty check-in.
      if (v.reads == Reads::days_off && !v.lasting) continue;
      const std::uint64_t wanted = v.can_be_unknown ? v.unknown() : value_bit(0);
      if ((box[i] & wanted) == 0) return false;
    }
    return true;
  };
  return std::any_of(table.clauses[clause].begin(), table.clauses[clause].end(), unanswered);
}

}  // namespace meso
