// Sums of hard sets over lines of passes, at their worst over all results.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "compiler/verify/set_states.h"

namespace meso {

// A line of a pass, with the firings that may come before it since some moment.
struct LineAt {
  SessionId session;
  std::size_t line = 0;
  std::optional<std::size_t> part;  // of AllSetStates
  int firings = 0;                  // of the part
};
using LinesAt = std::vector<LineAt>;

// A pass as sums see it. Weeks that list the same sessions are one.
struct PassShape {
  LinesAt lines;             // with the firings since the pass began
  std::vector<int> firings;  // of the whole pass, by part
  std::vector<SessionId> sessions;
  Decimal weight;       // of each line in the sum of the pass
  int in_six_days = 0;  // sessions, at most
  bool apart = false;   // the same session isn't done twice in six days
};

class VolumeSums {
 public:
  VolumeSums(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states, Budget& budget)
      : facts_(facts), run_(run), states_(states), budget_(budget) {}

  PassShape shape_of(BlockId block, const Week& week) const;
  std::size_t parts() const { return states_.parts().size(); }
  // The line's sets in each state that its part may be in.
  const std::vector<BySets>& sets_of(const LineAt& line);
  // The most that `now` comes to above `factor` times what `before` does, when both count firings
  // from the same moment on.
  BySets most_above(const LinesAt& now, const LinesAt& before, Decimal factor);

 private:
  bool moves(std::size_t part) const { return states_.parts()[part].moves(); }
  void add_lines(SessionId session, PassShape& shape) const;
  void let_all_come_first(const Week& week, PassShape& shape) const;
  void add_worst(std::size_t part, const LinesAt& now, const LinesAt& before, Decimal factor,
                 BySets& total);
  BySets worst_by_start(std::size_t part, const LinesAt& now, const LinesAt& before,
                        Decimal factor);
  BySets worst_by_pair(std::size_t part, const LinesAt& now, const LinesAt& before, Decimal factor);
  std::size_t counterpart_of(const LineAt& line, std::size_t nth, const LinesAt& before) const;
  BySets extreme(const LineAt& line, std::size_t from, bool most);

  const PlanFacts& facts_;
  const RunPlan& run_;
  const AllSetStates& states_;
  Budget& budget_;
  std::map<std::pair<SessionId, std::size_t>, std::vector<BySets>> sets_;
};

}  // namespace meso
