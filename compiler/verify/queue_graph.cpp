#include "compiler/verify/queue_graph.h"

#include <algorithm>
#include <map>

namespace meso {
namespace {

template <class T>
void add_unique(std::vector<T>& list, const T& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

void add_triggers(const Rule& rule, BlockTriggers& out) {
  for (const RuleClause& clause : rule.clauses)
    for (const Action& action : clause.actions) {
      if (const auto* insert = std::get_if<InsertBlock>(&action))
        add_unique(out.inserts, insert->block);
      out.repeats_week = out.repeats_week || std::holds_alternative<RepeatWeek>(action);
      out.ends_block = out.ends_block || std::holds_alternative<EndBlock>(action);
    }
}

}  // namespace

// Progressions outlive their block, but their rules are tried only where a line feeds them.
BlockTriggers triggers_of(const Plan& plan, const Block& block) {
  BlockTriggers out;
  for (const RuleCall& call : plan.follows) add_triggers(plan.rules[call.rule], out);
  for (const RuleCall& call : block.follows) add_triggers(plan.rules[call.rule], out);
  for (const Session& session : block.sessions)
    for (const Line& line : session.lines)
      for (const RuleCall& call : line.rules) add_triggers(plan.rules[call.rule], out);
  return out;
}

QueueGraph::QueueGraph(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts,
                       QueueModel model)
    : facts_(facts), run_(run) {
  for (const Block& block : run.plan().blocks)
    triggers_.push_back(model.has_triggers ? triggers_of(run.plan(), block) : BlockTriggers());
  add_weeks(bouts, model);
  link();
  add_insertions();
  if (!facts.passes.empty()) {
    const Pass& first = facts.passes.front();
    start_ = at_start(node_of_[first.block.value][0][static_cast<std::size_t>(first.number)]);
  }
}

void QueueGraph::add_weeks(const Bouts& bouts, QueueModel model) {
  const Plan& plan = run_.plan();
  std::map<Signature, WeekNodeId> known;
  node_of_.resize(plan.blocks.size());
  for (std::size_t pass = 0; pass < facts_.passes.size(); ++pass) {
    const Pass& p = facts_.passes[pass];
    const Block& block = plan.blocks[p.block];
    const Week& week = facts_.week(p);
    Signature signature{p.block.value, week.sessions, {}};
    auto& told = std::get<2>(signature);
    if (!model.merges_weeks) told.push_back(static_cast<int>(pass));
    for (std::size_t nth = 0; nth < week.sessions.size() && model.tells_bouts_apart; ++nth)
      for (std::uint32_t g = 0; g < plan.groups.size(); ++g) {
        const auto bout = bouts.of(pass, nth, GroupId{g});
        told.push_back(bout ? static_cast<int>(*bout) : -1);
      }
    const auto [at, fresh] = known.try_emplace(
        std::move(signature), WeekNodeId{static_cast<std::uint32_t>(weeks_.size())});
    if (fresh) {
      WeekNode& node = weeks_.emplace_back();
      node.block = p.block;
      node.pass = pass;
      for (const std::uint32_t session : week.sessions) node.sessions.push_back({p.block, session});
      node.pace = pace_of(block, week);
      node.rotates = rotates(block, week);
      node.a_week = sessions_a_week(block, week);
      node.whole = whole_pass(week);
    }
    auto& runs = node_of_[p.block.value];
    runs.resize(static_cast<std::size_t>(block.times));
    auto& of_run = runs[static_cast<std::size_t>(p.run)];
    of_run.resize(block.weeks.size());
    of_run[static_cast<std::size_t>(p.number)] = at->second;
  }
}

void QueueGraph::link() {
  for (const Pass& p : facts_.passes) {
    Place place = start_of(run_.plan(), p.block, p.run);
    place.week = p.number;
    WeekNode& node = weeks_[node_of(place).value];
    link(node, place, false);
    if (triggers_[p.block.value].ends_block) link(node, place, true);
  }
}

void QueueGraph::link(WeekNode& node, const Place& place, bool end_block) {
  const auto next = after_week(run_.plan(), place, end_block);
  if (!is_last_week(run_.plan(), place, end_block))
    return add_unique(node.next_in_block, node_of(*next));
  node.may_be_last = true;
  if (next) add_unique(node.next_outside, node_of(*next));
}

WeekNodeId QueueGraph::node_of(const Place& place) const {
  return node_of_[place.block.value][static_cast<std::size_t>(place.run)]
                 [static_cast<std::size_t>(place.week)];
}

PositionId QueueGraph::intern(const Position& position) {
  return PositionId{positions_.add(position).number};
}

PositionId QueueGraph::at_start(WeekNodeId week, std::uint64_t pending) {
  return intern({week, 0, pending, pending});
}

PositionId QueueGraph::afresh(PositionId at) {
  const Position position = positions_[at.value];  // a copy: more positions may be added
  return at_start(position.week, position.at_start);
}

// The beginnings of the blocks that rules may insert.
void QueueGraph::add_insertions() {
  const Plan& plan = run_.plan();
  for (const BlockTriggers& triggers : triggers_) {
    auto& begins = insertions_.emplace_back();
    for (const BlockId block : triggers.inserts)
      if (has_sessions(plan.blocks[block]))
        begins.push_back(at_start(node_of(start_of(plan, block, 0))));
  }
}

const AfterSession& QueueGraph::after(PositionId at, std::size_t nth) {
  Position left = positions_[at.value];
  const WeekNode& node = weeks_[left.week.value];
  left.pending &= ~(std::uint64_t{1} << nth);
  ++left.consumed;
  after_.here.reset();
  after_.on.clear();
  after_.on_inside.clear();
  after_.ends_insertion = false;
  after_.insertions = insertions_[node.block.value];
  const bool over = node.rotates ? left.consumed >= node.a_week : left.pending == 0;
  if (over) {
    end_week(left);
  } else {
    if (left.pending == 0) left.pending = node.whole;
    after_.here = intern(left);
  }
  return after_;
}

void QueueGraph::end_week(const Position& left) {
  const WeekNode& node = weeks_[left.week.value];
  const auto go = [&](WeekNodeId next) {
    const WeekNode& week = weeks_[next.value];
    // Where sessions rotate, the next week takes the list up where this one left it.
    const bool carries = week.rotates && left.pending != 0 && week.whole == node.whole;
    return at_start(next, carries ? left.pending : week.whole);
  };
  for (const WeekNodeId next : node.next_in_block) {
    after_.on.push_back(go(next));
    after_.on_inside.push_back(after_.on.back());
  }
  for (const WeekNodeId next : node.next_outside) after_.on.push_back(at_start(next));
  after_.ends_insertion = node.may_be_last;
  if (triggers_[node.block.value].repeats_week) {
    const PositionId again = at_start(left.week, left.at_start);
    after_.on.push_back(again);
    after_.on_inside.push_back(again);
  }
}

}  // namespace meso
