#include "compiler/verify/clause_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "compiler/verify/clause_atoms.h"

namespace meso {
namespace {

constexpr std::size_t kMostBoxes = 20'000;
constexpr std::size_t kMostValues = 60;

class TableBuilder {
 public:
  TableBuilder(const Plan& plan, std::vector<const Condition*> clauses, const Edition& edition)
      : plan_(plan), clauses_(std::move(clauses)), edition_(edition) {}

  ClauseTable run() {
    for (const Condition* clause : clauses_)
      if (clause != nullptr)
        for (const Atom& atom : clause->atoms) declare(atom);
    Region left{everything()};
    for (const Box& impossible : impossible_boxes()) left = subtract(left, impossible);
    const Region possible = left;
    for (const Condition* clause : clauses_) {
      Region taken = take(left, clause);
      Region all = taken.empty() ? possible : Region();  // asked of clauses without a box only
      table_.ever_holds.push_back(!taken.empty() || !take(all, clause).empty());
      table_.clauses.push_back(std::move(taken));
    }
    table_.uncovered = std::move(left);
    return std::move(table_);
  }

 private:
  std::size_t today_index(const Atom& atom) {
    const bool whole = is_whole(atom);
    for (std::size_t i = 0; i < table_.variables.size(); ++i) {
      const ClauseVariable& v = table_.variables[i];
      if (v.lasting || (v.whole != nullptr) != whole) continue;
      if (whole ? same_atom(*v.whole, atom)
                : v.reads == variable_of(atom.reads) && v.group == atom.group &&
                      v.anywhere == atom.anywhere && v.signal == atom.signal &&
                      v.place == atom.place && v.set_number == atom.set_number)
        return i;
    }
    ClauseVariable v;
    v.reads = variable_of(atom.reads);
    v.set_number = atom.set_number;
    if (whole) v.whole = &atom;
    v.group = atom.group;
    v.anywhere = atom.anywhere;
    v.signal = atom.signal;
    v.place = atom.place;
    v.can_be_unknown = can_be_unknown(atom.reads);
    v.values = whole ? std::vector<int>{0, 1} : values_of(atom);
    table_.variables.push_back(std::move(v));
    return table_.variables.size() - 1;
  }

  // Small scales are taken whole; of long ones only the values next to a constant matter.
  std::vector<int> values_of(const Atom& like) {
    Atom variable = like;
    variable.reads = variable_of(like.reads);
    const Domain domain = domain_of(plan_, variable);
    std::vector<int> values;
    if (domain.high - domain.low <= 12) {
      for (int v = domain.low; v <= domain.high; ++v) values.push_back(v);
      return values;
    }
    values = {domain.low, domain.high};
    for (const Condition* clause : clauses_)
      if (clause != nullptr)
        for (const Atom& atom : clause->atoms)
          if (atom.reads == like.reads && atom.signal == like.signal && !is_whole(atom))
            for (const int c : {constant(atom.low), constant(atom.high)})
              for (const int v : {c - 1, c, c + 1})
                if (v >= domain.low && v <= domain.high) values.push_back(v);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.size() > kMostValues) {  // a mask holds no more: better no answer than a wrong one
      table_.complete = false;
      values.resize(kMostValues);
    }
    return values;
  }

  std::uint64_t mask_of(const Atom& atom, const ClauseVariable& v) const {
    std::uint64_t mask = 0;
    if (v.whole != nullptr) return value_bit(1);
    for (std::size_t i = 0; i < v.values.size(); ++i)
      if (satisfies(atom, v.values[i])) mask |= value_bit(i);
    return mask;
  }

  void declare(const Atom& atom) {
    const std::size_t today = today_index(atom);
    if (atom.for_days > 0 && !is_whole(atom)) lasting_index(atom, today);
  }

  std::size_t lasting_index(const Atom& atom, std::size_t today) {
    const std::uint64_t mask = mask_of(atom, table_.variables[today]);
    for (std::size_t i = 0; i < table_.variables.size(); ++i) {
      const ClauseVariable& v = table_.variables[i];
      if (v.lasting && v.today == today && v.for_days == atom.for_days && v.lasting_mask == mask)
        return i;
    }
    ClauseVariable v = table_.variables[today];
    v.lasting = true;
    v.for_days = atom.for_days;
    v.lasting_mask = mask;
    v.today = today;
    v.values = {0, 1};
    v.can_be_unknown = false;  // a missing report breaks it: it doesn't hold
    table_.variables.push_back(std::move(v));
    return table_.variables.size() - 1;
  }

  Box everything() const {
    Box box;
    for (const ClauseVariable& v : table_.variables) box.push_back(v.all());
    return box;
  }

  // Check-ins that can't be: lasting without holding today, longer without shorter, functional
  // answers for a soreness that isn't asked about them.
  Region impossible_boxes() const {
    Region out;
    const auto& vars = table_.variables;
    for (std::size_t i = 0; i < vars.size(); ++i) {
      if (!vars[i].lasting) continue;
      Box box = everything();
      box[i] = value_bit(1);
      box[vars[i].today] &= ~vars[i].lasting_mask;
      if (box[vars[i].today] != 0) out.push_back(box);
      for (std::size_t j = 0; j < vars.size(); ++j) {
        const bool shorter = vars[j].lasting && vars[j].today == vars[i].today &&
                             vars[j].for_days < vars[i].for_days &&
                             (vars[i].lasting_mask & ~vars[j].lasting_mask) == 0;
        if (!shorter) continue;
        Box longer = everything();
        longer[i] = value_bit(1);
        longer[j] = value_bit(0);
        out.push_back(longer);
      }
    }
    add_functional_limits(out);
    add_worst_anywhere(out);
    add_result_limits(out);
    return out;
  }

  // Results that can't be together: a set that is missed with all sets done, the top of the range
  // without them; and what went on for a while holds now.
  void add_result_limits(Region& out) const {
    const auto& vars = table_.variables;
    for (std::size_t i = 0; i < vars.size(); ++i)
      for (std::size_t j = 0; j < vars.size(); ++j) {
        if (i == j) continue;
        if (const auto together = excluded(vars[i], vars[j])) {
          Box box = everything();
          box[i] = together->first;
          box[j] = together->second;
          out.push_back(std::move(box));
        }
      }
  }

  static bool is_result(const ClauseVariable& v, Reads reads) {
    return v.reads == reads && v.whole == nullptr;
  }
  // `missed twice in a row` of one line: true only where `missed` is.
  static bool is_streak(const ClauseVariable& v) {
    return v.whole != nullptr && v.whole->window && !v.whole->lifts &&
           v.whole->window->over == Window::Over::in_a_row;
  }

  // The values of two variables that never come together.
  static std::optional<std::pair<std::uint64_t, std::uint64_t>> excluded(const ClauseVariable& a,
                                                                         const ClauseVariable& b) {
    const std::uint64_t no = value_bit(0), yes = value_bit(1);
    if (is_result(a, Reads::all_sets_done) && is_result(b, Reads::missed))
      return std::pair(yes, yes);
    if (is_result(a, Reads::missed) && is_result(b, Reads::all_sets_done)) return std::pair(no, no);
    if (is_result(a, Reads::all_top_of_range) && is_result(b, Reads::all_sets_done))
      return std::pair(yes, no);
    if (is_result(a, Reads::all_top_of_range) && is_result(b, Reads::missed))
      return std::pair(yes, yes);
    if (!is_streak(a)) return std::nullopt;
    if (b.whole == nullptr && b.reads == a.reads && b.values.size() == 2) return std::pair(yes, no);
    const bool same = is_streak(b) && same_but_window(*a.whole, *b.whole);
    if (same && b.whole->window->times < a.whole->window->times) return std::pair(yes, no);
    return std::nullopt;
  }

  // What is touched includes what is trained, so its worst report is never the lower one.
  void add_worst_anywhere(Region& out) const {
    const auto soreness = [&](bool anywhere) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < table_.variables.size(); ++i) {
        const ClauseVariable& v = table_.variables[i];
        const bool today = !v.lasting && v.whole == nullptr && v.reads == Reads::soreness;
        if (today && !v.group && v.anywhere == anywhere) return i;
      }
      return std::nullopt;
    };
    const auto touched = soreness(true), trained = soreness(false);
    if (!touched || !trained) return;
    for (std::size_t value = 0; value + 1 < table_.variables[*touched].values.size(); ++value) {
      Box box = everything();
      box[*touched] = value_bit(value);
      box[*trained] = table_.variables[*trained].all() & ~table_.variables[*trained].unknown() &
                      ~(value_bit(value + 1) - 1);
      out.push_back(std::move(box));
    }
  }

  void add_functional_limits(Region& out) const {
    const auto& vars = table_.variables;
    for (std::size_t s = 0; s < vars.size(); ++s) {
      const bool bare = vars[s].reads == Reads::soreness && vars[s].whole == nullptr &&
                        !vars[s].lasting && !vars[s].group && !vars[s].anywhere;
      if (!bare) continue;
      std::uint64_t unasked = 0;
      for (std::size_t v = 0; v < vars[s].values.size(); ++v)
        if (vars[s].values[v] < edition_.functional_from) unasked |= value_bit(v);
      for (std::size_t f = 0; f < vars.size(); ++f) {
        if (!is_functional(vars[f].reads) || vars[f].lasting) continue;
        Box box = everything();
        box[s] = unasked;
        box[f] = value_bit(1) | vars[f].unknown();
        out.push_back(box);
      }
    }
    // One functional "yes" is an impairment, and a known one.
    for (std::size_t i = 0; i < vars.size(); ++i)
      for (std::size_t f = 0; f < vars.size(); ++f) {
        if (vars[i].reads != Reads::soreness_impairs || vars[i].lasting) continue;
        if (!is_functional(vars[f].reads) || vars[f].reads == Reads::soreness_impairs ||
            vars[f].lasting)
          continue;
        Box box = everything();
        box[f] = value_bit(1);
        box[i] = value_bit(0) | vars[i].unknown();
        out.push_back(box);
      }
  }

  // The values of one variable for which the atom is known to hold; of its negation, known not to.
  struct Literal {
    std::size_t variable;
    std::uint64_t mask;
  };
  Literal literal_of(const Atom& atom) {
    const std::size_t today = today_index(atom);
    if (atom.for_days > 0 && !is_whole(atom)) {
      const std::size_t lasting = lasting_index(atom, today);
      return {lasting, atom.negated ? value_bit(0) : value_bit(1)};
    }
    const ClauseVariable& v = table_.variables[today];
    const std::uint64_t known = v.all() & ~v.unknown();
    const std::uint64_t holds = mask_of(atom, v);
    return {today, atom.negated ? known & ~holds : holds};
  }

  // Clauses without an event aren't tried at one, nor those with one outside it.
  Box tried(const Condition& condition) const {
    Box box = everything();
    if (asks_event(condition)) return box;
    for (std::size_t i = 0; i < box.size(); ++i)
      if (is_event(table_.variables[i].reads)) box[i] &= value_bit(0);
    return box;
  }

  Region condition_boxes(const Condition& condition) {
    Region out;
    if (!condition.any) {
      Box box = tried(condition);
      for (const Atom& atom : condition.atoms) {
        const Literal l = literal_of(atom);
        box[l.variable] &= l.mask;
      }
      out.push_back(std::move(box));
      return out;
    }
    for (const Atom& atom : condition.atoms) {
      const Literal l = literal_of(atom);
      Box box = tried(condition);
      box[l.variable] &= l.mask;
      out.push_back(std::move(box));
    }
    return out;
  }

  // Moves what the clause takes out of `left`.
  Region take(Region& left, const Condition* clause) {
    if (clause == nullptr) return std::exchange(left, {});
    Region taken;
    for (const Box& box : condition_boxes(*clause)) {
      for (const Box& rest : left) {
        Box both = rest;
        if (intersect(both, box)) taken.push_back(std::move(both));
      }
      left = subtract(left, box);
    }
    return taken;
  }

  static bool intersect(Box& a, const Box& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      a[i] &= b[i];
      if (a[i] == 0) return false;
    }
    return true;
  }

  // Splits along each variable in turn, so the pieces are disjoint.
  Region subtract(const Region& region, const Box& box) {
    Region out;
    for (const Box& from : region) {
      Box overlap = from;
      if (!intersect(overlap, box)) {
        out.push_back(from);
        continue;
      }
      Box rest = from;
      for (std::size_t i = 0; i < rest.size(); ++i) {
        const std::uint64_t outside = rest[i] & ~box[i];
        if (outside == 0) continue;
        Box piece = rest;
        piece[i] = outside;
        out.push_back(std::move(piece));
        rest[i] &= box[i];
      }
    }
    if (out.size() > kMostBoxes) {
      table_.complete = false;
      out.clear();
    }
    return out;
  }

  const Plan& plan_;
  std::vector<const Condition*> clauses_;  // null: `otherwise`
  const Edition& edition_;
  ClauseTable table_;
};

template <class Clauses>
std::vector<const Condition*> conditions_of(const Clauses& clauses) {
  std::vector<const Condition*> out;
  for (const auto& clause : clauses) out.push_back(clause.condition ? &*clause.condition : nullptr);
  return out;
}

}  // namespace

std::uint64_t ClauseVariable::unknown() const {
  return can_be_unknown ? value_bit(values.size()) : 0;
}
std::uint64_t ClauseVariable::all() const { return (value_bit(values.size()) - 1) | unknown(); }

ClauseTable gate_table(const Plan& plan, const Gate& gate, const Edition& edition) {
  return TableBuilder(plan, conditions_of(gate.clauses), edition).run();
}
ClauseTable rule_table(const Plan& plan, const Rule& rule, const Edition& edition) {
  return TableBuilder(plan, conditions_of(rule.clauses), edition).run();
}

}  // namespace meso
