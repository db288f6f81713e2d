// A line that is being explained, and what the model made of it. Private to compiler/explain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/explain/explain_line.h"

namespace meso {

// A line of a session as some weeks of a block have it.
struct LineUse {
  const Block* block = nullptr;
  const Session* session = nullptr;
  const Line* line = nullptr;
  std::vector<int> weeks;  // from 1
};
struct SessionUse {
  const Block* block = nullptr;
  const Session* session = nullptr;
  std::vector<int> weeks;
};

class LineContext {
 public:
  LineContext(const ExplainRequest& request, std::uint32_t statement)
      : tree(request.tree),
        model(request.model),
        plan(request.plan),
        edition(request.edition),
        text(request.text),
        index(statement) {}

  const Tree& tree;
  const Model& model;
  const Plan& plan;
  const Edition& edition;
  std::string_view text;  // of the file
  std::uint32_t index;    // of the statement

  const Statement& statement() const { return tree.statements[index]; }
  // Was this read from the statement, or from the one given?
  bool is_here(SourceId source) const { return is_at(source, index); }
  bool is_at(SourceId source, std::uint32_t at) const;
  // The nearest statement of this kind that the line belongs to, itself included.
  std::optional<std::uint32_t> ancestor(LineKind kind) const;
  bool has_line(LineKind kind) const;
  // Which of its parent's lines of the same kind it is, from 1, and how many there are.
  std::pair<int, int> place() const;
  // The texts in quotes of the statement, without their quotes.
  std::vector<std::string> quoted_texts() const;

  // What the nearest gate, rule, scheme, block above the line stands for; null where none does.
  const Gate* gate() const { return above(plan.gates, LineKind::gate); }
  const Rule* rule() const { return above(plan.rules, LineKind::rule); }
  const Scheme* scheme() const { return above(model.schemes, LineKind::scheme); }
  const Block* block() const { return above(plan.blocks, LineKind::block); }
  // The sessions and lines that the statement (of that kind, or hanging on one) became, copies by
  // `repeat` included; those of its own block come first.
  std::vector<SessionUse> sessions() const;
  std::vector<LineUse> lines() const;

 private:
  template <class Id, class T>
  const T* above(const Store<Id, T>& store, LineKind kind) const {
    const auto at = ancestor(kind);
    if (!at) return nullptr;
    for (const T& item : store)
      if (is_at(item.source, *at)) return &item;
    return nullptr;
  }
};

// "every week", "week 1", "weeks 2-5" of a block.
std::string weeks_text(const Block& block, const std::vector<int>& weeks);

using Explain = void (*)(const LineContext&, Explanation&);

// head.cpp
void explain_plan(const LineContext& c, Explanation& out);
void explain_library(const LineContext& c, Explanation& out);
void explain_use(const LineContext& c, Explanation& out);
void explain_by(const LineContext& c, Explanation& out);
void explain_level(const LineContext& c, Explanation& out);
void explain_units(const LineContext& c, Explanation& out);
void explain_guidelines(const LineContext& c, Explanation& out);
void explain_starts(const LineContext& c, Explanation& out);
void explain_purpose(const LineContext& c, Explanation& out);
void explain_round(const LineContext& c, Explanation& out);
void explain_input(const LineContext& c, Explanation& out);
void explain_familiar(const LineContext& c, Explanation& out);
void explain_goal(const LineContext& c, Explanation& out);
void explain_track(const LineContext& c, Explanation& out);
void explain_signal(const LineContext& c, Explanation& out);
void explain_event(const LineContext& c, Explanation& out);
void explain_own_exercise(const LineContext& c, Explanation& out);
void explain_missed(const LineContext& c, Explanation& out);
void explain_note(const LineContext& c, Explanation& out);
void explain_allow(const LineContext& c, Explanation& out);
// logic.cpp
void explain_gate(const LineContext& c, Explanation& out);
void explain_gate_clause(const LineContext& c, Explanation& out);
void explain_rule(const LineContext& c, Explanation& out);
void explain_rule_clause(const LineContext& c, Explanation& out);
void explain_follow(const LineContext& c, Explanation& out);
void explain_return(const LineContext& c, Explanation& out);
// blocks.cpp
void explain_block(const LineContext& c, Explanation& out);
void explain_week(const LineContext& c, Explanation& out);
void explain_session(const LineContext& c, Explanation& out);
void explain_on(const LineContext& c, Explanation& out);
void explain_prefer(const LineContext& c, Explanation& out);
void explain_wait(const LineContext& c, Explanation& out);
void explain_repeat(const LineContext& c, Explanation& out);
void explain_replace(const LineContext& c, Explanation& out);
void explain_drop(const LineContext& c, Explanation& out);
// exercise.cpp
void explain_exercise(const LineContext& c, Explanation& out);
void explain_warm_up(const LineContext& c, Explanation& out);
void explain_scheme(const LineContext& c, Explanation& out);
void explain_stage(const LineContext& c, Explanation& out);
void explain_week_sets(const LineContext& c, Explanation& out);

// What the conditions of a clause lean on without saying so (logic.cpp).
void add_condition_defaults(const LineContext& c, const Condition& condition, Explanation& out);
// Bounds that a rule's growth has where none is written.
void add_bounds(const LineContext& c, const Rule& rule, Explanation& out);

}  // namespace meso
