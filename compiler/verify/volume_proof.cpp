#include "compiler/verify/volume_proof.h"

#include <algorithm>
#include <map>
#include <set>

#include "compiler/verify/queue_graph.h"
#include "compiler/verify/volume_sums.h"

namespace meso {
namespace {

using Of = VolumeJump::Of;
class VolumeProof {
 public:
  VolumeProof(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states,
              const VolumeBounds& bounds, Budget& budget)
      : facts_(facts),
        run_(run),
        sums_(facts, run, states, budget),
        bounds_(bounds),
        budget_(budget) {}

  std::vector<OpenRise> run() {
    std::vector<std::size_t> shapes;
    for (const Pass& pass : facts_.passes)
      shapes.push_back(shape_of(pass.block, facts_.week(pass)));
    for (std::size_t p = 1; p < shapes.size() && !budget_.is_spent(); ++p)
      if (is_loading(facts_.passes[p])) check(shapes, p);
    for (std::size_t b = 0; b < facts_.plan.blocks.size(); ++b)
      check_triggers(facts_.plan.blocks.id_of(b), shapes);
    return std::move(open_);
  }

 private:
  std::size_t shape_of(BlockId block, const Week& week) {
    const auto key = std::pair(block.value, week.sessions);
    const auto [at, fresh] = shape_at_.try_emplace(key, shapes_.size());
    if (fresh) shapes_.push_back(sums_.shape_of(block, week));
    return at->second;
  }

  // ---- one pass against those before ----------------------------------------------------------

  // A pass before, and the firings from its beginning to that of the pass that is looked at.
  struct Base {
    const PassShape* shape = nullptr;
    std::vector<int> firings;
  };

  static LinesAt uses(const PassShape& shape, const std::vector<int>& offset,
                      std::optional<SessionId> only = std::nullopt) {
    LinesAt out;
    for (LineAt line : shape.lines) {
      if (only && line.session != *only) continue;
      if (line.part && !offset.empty()) line.firings += offset[*line.part];
      out.push_back(line);
    }
    return out;
  }

  void weigh(BySets& sets, Decimal weight) const {
    if (weight == Decimal::whole(1)) return;
    for (Decimal& of_group : sets) of_group = of_group * weight;
  }

  // By group: may the rise from one to the other be too wide?
  std::vector<bool> may_jump(const LinesAt& now, Decimal now_weight, const LinesAt& before,
                             Decimal before_weight, Of of) {
    const Decimal factor = (Decimal::whole(100) + bounds_.most(of)) / Decimal::whole(100);
    std::vector<bool> out(facts_.plan.groups.size());
    const Decimal ratio = before_weight / now_weight;
    BySets share = sums_.most_above(now, before, factor * ratio);
    BySets more = sums_.most_above(now, before, ratio);
    weigh(more, now_weight);
    for (std::size_t g = 0; g < out.size(); ++g)
      out[g] = share[g] > Decimal() && more[g] >= Decimal::whole(bounds_.least_sets);
    return out;
  }

  static void keep_both(std::vector<bool>& open, const std::vector<bool>& still) {
    for (std::size_t g = 0; g < open.size(); ++g) open[g] = open[g] && still[g];
  }
  static bool any(const std::vector<bool>& open) {
    return std::find(open.begin(), open.end(), true) != open.end();
  }

  // Groups that some of the passes before may have trained: others have nothing to rise over.
  std::vector<bool> trained_before(const std::vector<Base>& before) {
    std::vector<bool> out(facts_.plan.groups.size(), false);
    for (const Base& base : before)
      for (const LineAt& line : base.shape->lines)
        for (const BySets& sets : sums_.sets_of(line))
          for (std::size_t g = 0; g < out.size(); ++g) out[g] = out[g] || sets[g] > Decimal();
    return out;
  }

  std::vector<bool> open_passes(const PassShape& now, const std::vector<Base>& before) {
    std::vector<bool> open = trained_before(before);
    for (const Base& base : before)
      if (any(open))
        keep_both(open, may_jump(uses(now, base.firings), now.weight, uses(*base.shape, {}),
                                 base.shape->weight, Of::pass));
    return open;
  }

  // Of the sessions of the pass each must have one before that it doesn't rise too far over.
  std::vector<bool> open_sessions(const PassShape& now, const std::vector<Base>& before) {
    std::vector<bool> out(facts_.plan.groups.size(), false);
    const std::vector<bool> trained = trained_before(before);
    for (const SessionId session : now.sessions) {
      std::vector<bool> open = trained;
      for (const Base& base : before)
        for (const SessionId other : likeliest_first(session, *base.shape))
          if (any(open))
            keep_both(open, may_jump(uses(now, base.firings, session), Decimal::whole(1),
                                     uses(*base.shape, {}, other), Decimal::whole(1), Of::session));
      for (std::size_t g = 0; g < out.size(); ++g) out[g] = out[g] || open[g];
    }
    return out;
  }

  std::vector<SessionId> likeliest_first(SessionId session, const PassShape& shape) const {
    std::vector<SessionId> out = shape.sessions;
    std::stable_partition(out.begin(), out.end(),
                          [&](SessionId other) { return name_of(other) == name_of(session); });
    return out;
  }
  std::uint32_t name_of(SessionId session) const { return run_.facts(session).dates.name; }

  // Sessions of this pass and the one before that six days may hold, heaviest for the group.
  std::vector<bool> open_six_days(const PassShape& last, const PassShape& now,
                                  const std::vector<Base>& before) {
    std::vector<bool> open = trained_before(before);
    const int most = std::max(last.in_six_days, now.in_six_days);
    const bool apart = last.apart && now.apart;
    for (std::uint32_t g = 0; g < open.size(); ++g) {
      if (!open[g]) continue;
      const auto window = heaviest(last, now, GroupId{g}, most, apart);
      if (std::none_of(window.begin(), window.end(), [](const auto& w) { return w.first; })) {
        open[g] = false;  // within one pass, which is held against those before as a whole
        continue;
      }
      open[g] = std::all_of(before.begin(), before.end(), [&](const Base& base) -> bool {
        LinesAt held;
        for (const auto& [is_last, session] : window)
          for (const LineAt& line : uses(is_last ? last : now, base.firings, session))
            held.push_back(line);
        return may_jump(held, Decimal::whole(1), uses(*base.shape, {}), base.shape->weight,
                        Of::six_days)[g];
      });
    }
    return open;
  }

  // With whether it is one of the pass before.
  std::vector<std::pair<bool, SessionId>> heaviest(const PassShape& last, const PassShape& now,
                                                   GroupId group, int most, bool apart) {
    struct Candidate {
      Decimal sets;
      bool is_last;
      SessionId session;
    };
    std::vector<Candidate> all;
    for (const bool is_last : {false, true})
      for (const SessionId session : (is_last ? last : now).sessions) {
        Decimal sets;
        for (const LineAt& line : uses(is_last ? last : now, {}, session)) {
          Decimal top;
          for (const BySets& by_group : sums_.sets_of(line))
            top = std::max(top, by_group[group.value]);
          sets += top;
        }
        all.push_back({sets, is_last, session});
      }
    std::stable_sort(all.begin(), all.end(),
                     [](const Candidate& a, const Candidate& b) { return a.sets > b.sets; });
    std::vector<std::pair<bool, SessionId>> out;
    std::set<std::uint32_t> names;
    for (const Candidate& c : all) {
      if (static_cast<int>(out.size()) == most || c.sets == Decimal()) break;
      if (!apart || names.insert(name_of(c.session)).second) out.push_back({c.is_last, c.session});
    }
    return out;
  }

  // ---- all of them ------------------------------------------------------------------------------

  void check(const std::vector<std::size_t>& shapes, std::size_t p) {
    std::vector<Base> before;
    std::vector<std::size_t> key{shapes[p]};
    std::vector<int> firings(sums_.parts(), 0);
    for (std::size_t q = p; q-- > 0 && before.size() < kept();) {
      key.push_back(shapes[q]);
      for (std::size_t part = 0; part < firings.size(); ++part)
        firings[part] += shapes_[shapes[q]].firings[part];
      if (is_loading(facts_.passes[q])) before.push_back({&shapes_[shapes[q]], firings});
    }
    if (before.empty() || !checked_.insert(std::move(key)).second) return;
    const PassShape& now = shapes_[shapes[p]];
    tell(p, Of::pass, open_passes(now, before), false);
    tell(p, Of::session, open_sessions(now, before), false);
    tell(p, Of::six_days, open_six_days(shapes_[shapes[p - 1]], now, before), false);
  }

  std::size_t kept() const { return static_cast<std::size_t>(facts_.edition.baseline_passes); }

  // A week that a rule repeats, blocks that it ends early or puts in between.
  void check_triggers(BlockId id, const std::vector<std::size_t>& shapes) {
    const Block& block = facts_.plan.blocks[id];
    const BlockTriggers triggers = triggers_of(facts_.plan, block);
    for (std::size_t q = 0; q < shapes.size(); ++q) {
      const Pass& pass = facts_.passes[q];
      if (pass.block != id || !is_loading(pass)) continue;
      if (triggers.repeats_week) check_pair(q, shapes[q], shapes[q]);
      if (triggers.ends_block)
        if (const auto next = first_of_next_run(q)) check_pair(*next, shapes[q], shapes[*next]);
      for (const BlockId inserted : triggers.inserts)
        for (const Week& week : facts_.plan.blocks[inserted].weeks)
          if (!week.sessions.empty() && is_loading(week.kind))
            check_pair(q, shapes[q], shape_of(inserted, week));
    }
  }

  void check_pair(std::size_t told_at, std::size_t before, std::size_t now) {
    if (!paired_.insert({before, now}).second) return;
    const std::vector<Base> base{{&shapes_[before], shapes_[before].firings}};
    tell(told_at, Of::pass, open_passes(shapes_[now], base), true);
    tell(told_at, Of::session, open_sessions(shapes_[now], base), true);
  }

  std::optional<std::size_t> first_of_next_run(std::size_t pass) const {
    const Pass& from = facts_.passes[pass];
    for (std::size_t p = pass + 1; p < facts_.passes.size(); ++p)
      if (facts_.passes[p].block != from.block || facts_.passes[p].run != from.run)
        return is_loading(facts_.passes[p]) ? std::optional(p) : std::nullopt;
    return std::nullopt;
  }

  void tell(std::size_t pass, Of of, const std::vector<bool>& open, bool needs_trigger) {
    for (std::uint32_t g = 0; g < open.size(); ++g)
      if (open[g]) open_.push_back({pass, GroupId{g}, of, needs_trigger});
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  VolumeSums sums_;
  const VolumeBounds& bounds_;
  Budget& budget_;
  std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, std::size_t> shape_at_;
  std::vector<PassShape> shapes_;
  std::set<std::vector<std::size_t>> checked_;
  std::set<std::pair<std::size_t, std::size_t>> paired_;
  std::vector<OpenRise> open_;
};

}  // namespace

std::vector<OpenRise> open_rises(const PlanFacts& facts, const RunPlan& run,
                                 const AllSetStates& states, const VolumeBounds& bounds,
                                 Budget& budget) {
  return VolumeProof(facts, run, states, bounds, budget).run();
}

}  // namespace meso
