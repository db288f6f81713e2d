// Explorations of one graph. Groups that see the plan alike are explored once: in a plan without
// gates most main groups are trained by the same sessions, with the same bouts.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "compiler/verify/explore.h"

namespace meso {

class Searches {
 public:
  Searches(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts, QueueModel model)
      : facts_(facts), run_(run), bouts_(bouts), graph_(facts, run, bouts, model) {}

  // `search.wanted` is of the view's group; what was found for another one comes at no price.
  Exploration explored(const View& view, const Search& search);

 private:
  struct Known {
    std::unique_ptr<Projection> projection;
    std::vector<std::pair<Property, SessionId>> wanted;
    Exploration found;
  };

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Bouts& bouts_;
  QueueGraph graph_;
  std::vector<Known> known_;
};

}  // namespace meso
