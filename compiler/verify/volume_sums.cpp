#include "compiler/verify/volume_sums.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "compiler/verify/bouts.h"
#include "runtime/volume.h"

namespace meso {
namespace {

constexpr int kSixDays = 6;

// How often sessions that rotate may come in one week.
int rounds_of(const Block& block, const Week& week) {
  if (!rotates(block, week)) return 1;
  const auto listed = static_cast<int>(week.sessions.size());
  return (sessions_a_week(block, week) + listed - 1) / listed;
}

// Of days between one session and the next, the fewest that any of the week asks for.
int least_wait(const Block& block, const Week& week) {
  const auto wait_of = [](const Session& session) {
    int days = 1;
    for (const Wait& wait : session.waits)
      for (const Wait::After& after : wait.after)
        if (std::holds_alternative<Wait::LastSession>(after))
          days = std::max(days, wait.at_least_days.value_or(1));
    return days;
  };
  int least = kSixDays;
  for (const std::uint32_t session : week.sessions)
    least = std::min(least, wait_of(block.sessions[session]));
  return least;
}

// One a date, at the pace of the block, with the waits between them.
int most_in_six_days(const Block& block, const Week& week) {
  const Pace pace = pace_of(block, week);
  const int by_waits = 1 + (kSixDays - 1) / least_wait(block, week);
  return pace.sessions == 0 ? by_waits : std::min(pace.sessions, by_waits);
}

void add(BySets& to, const BySets& sets, Decimal factor) {
  for (std::size_t g = 0; g < to.size(); ++g)
    if (sets[g] != Decimal()) to[g] += sets[g] * factor;
}

// The more of each group; all of `other` where nothing was taken yet.
void take_more(BySets& worst, BySets other) {
  if (worst.empty()) worst = other;
  for (std::size_t g = 0; g < worst.size(); ++g) worst[g] = std::max(worst[g], other[g]);
}

}  // namespace

PassShape VolumeSums::shape_of(BlockId id, const Week& week) const {
  const Block& block = facts_.plan.blocks[id];
  PassShape shape;
  shape.weight = share_of_list(block, week);
  shape.in_six_days = most_in_six_days(block, week);
  shape.apart = pace_of(block, week).same_session_apart;
  shape.firings.assign(parts(), 0);
  for (const std::uint32_t index : week.sessions) {
    const SessionId session{id, index};
    shape.sessions.push_back(session);
    add_lines(session, shape);
    for (std::size_t part = 0; part < parts(); ++part)
      if (moves(part))
        shape.firings[part] +=
            rounds_of(block, week) * states_.firings(part, session, is_loading(week.kind));
  }
  if (rotates(block, week) || order_may_vary(facts_.plan, block, week))
    let_all_come_first(week, shape);
  for (std::size_t part = 0; part < parts(); ++part)
    if (moves(part)) shape.firings[part] += states_.firings_at_end(part, id);
  return shape;
}

void VolumeSums::add_lines(SessionId session, PassShape& shape) const {
  for (std::size_t n = 0; n < run_.session(session).lines.size(); ++n) {
    const auto part = states_.part_of(session, n);
    shape.lines.push_back({session, n, part, part ? shape.firings[*part] : 0});
  }
}

void VolumeSums::let_all_come_first(const Week& week, PassShape& shape) const {
  for (LineAt& line : shape.lines)
    if (line.part && moves(*line.part))
      line.firings = shape.firings[*line.part] -
                     states_.firings(*line.part, line.session, is_loading(week.kind));
}

const std::vector<BySets>& VolumeSums::sets_of(const LineAt& line) {
  auto& known = sets_[{line.session, line.line}];
  if (!known.empty()) return known;
  const std::size_t count = line.part ? states_.parts()[*line.part].states.size() : 1;
  for (std::size_t s = 0; s < count; ++s)
    known.push_back(states_.line_sets(line.session, line.line, s));
  return known;
}

BySets VolumeSums::most_above(const LinesAt& now, const LinesAt& before, Decimal factor) {
  BySets total(facts_.plan.groups.size());
  std::set<std::size_t> parts;
  for (const LinesAt* uses : {&now, &before})
    for (const LineAt& line : *uses) {
      if (line.part && moves(*line.part))
        parts.insert(*line.part);
      else
        add(total, sets_of(line)[0], uses == &now ? Decimal::whole(1) : -factor);
    }
  for (const std::size_t part : parts) add_worst(part, now, before, factor, total);
  return total;
}

// Two bounds, neither of which is always the closer one.
void VolumeSums::add_worst(std::size_t part, const LinesAt& now, const LinesAt& before,
                           Decimal factor, BySets& total) {
  const auto of_part = [&](const LinesAt& lines) {
    LinesAt out;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(out),
                 [&](const LineAt& line) { return line.part == part; });
    return out;
  };
  const LinesAt own_now = of_part(now), own_before = of_part(before);
  const BySets by_start = worst_by_start(part, own_now, own_before, factor);
  const BySets by_pair = worst_by_pair(part, own_now, own_before, factor);
  for (std::size_t g = 0; g < total.size(); ++g) total[g] += std::min(by_start[g], by_pair[g]);
}

// From each state in which the part may be at the common moment.
BySets VolumeSums::worst_by_start(std::size_t part, const LinesAt& now, const LinesAt& before,
                                  Decimal factor) {
  BySets worst;
  for (std::size_t from = 0; from < states_.parts()[part].states.size(); ++from) {
    BySets sum(facts_.plan.groups.size());
    for (const LineAt& line : now) add(sum, extreme(line, from, true), Decimal::whole(1));
    for (const LineAt& line : before) add(sum, extreme(line, from, false), -factor);
    take_more(worst, std::move(sum));
  }
  return worst;
}

// Each line now against its counterpart before, from the state in which that one was. Lines that
// have the same counterpart share it.
BySets VolumeSums::worst_by_pair(std::size_t part, const LinesAt& now, const LinesAt& before,
                                 Decimal factor) {
  const std::size_t states = states_.parts()[part].states.size();
  BySets total(facts_.plan.groups.size());
  const auto add_most = [&](auto sum_from) {
    BySets worst;
    for (std::size_t from = 0; from < states; ++from) {
      BySets sum(total.size());
      sum_from(from, sum);
      take_more(worst, std::move(sum));
    }
    add(total, worst, Decimal::whole(1));
  };
  std::vector<std::size_t> counterpart;
  std::vector<int> shared(before.size(), 0);
  for (std::size_t n = 0; n < now.size() && !before.empty(); ++n)
    ++shared[counterpart.emplace_back(counterpart_of(now[n], n, before))];
  for (std::size_t n = 0; n < now.size(); ++n)
    add_most([&](std::size_t from, BySets& sum) {
      if (before.empty()) return add(sum, sets_of(now[n])[from], Decimal::whole(1));
      const std::size_t other = counterpart[n];
      add(sum, extreme(now[n], from, true), Decimal::whole(1));
      add(sum, sets_of(before[other])[from], -factor / Decimal::whole(shared[other]));
    });
  for (std::size_t n = 0; n < before.size(); ++n)
    if (shared[n] == 0)
      add_most([&](std::size_t from, BySets& sum) { add(sum, sets_of(before[n])[from], -factor); });
  return total;
}

// The same line of the same session, where there is one.
std::size_t VolumeSums::counterpart_of(const LineAt& line, std::size_t nth,
                                       const LinesAt& before) const {
  const auto name = [&](const LineAt& at) { return run_.facts(at.session).dates.name; };
  for (std::size_t n = 0; n < before.size(); ++n)
    if (name(before[n]) == name(line) && before[n].line == line.line) return n;
  return nth % before.size();
}

// The most, or the least, of a line in any state that its firings lead to.
BySets VolumeSums::extreme(const LineAt& line, std::size_t from, bool most) {
  const SetStates& part = states_.parts()[*line.part];
  const auto& by_state = sets_of(line);
  budget_.spend(by_state.size() * Budget::kState);
  BySets out = by_state[from];
  for (std::size_t to = 0; to < by_state.size(); ++to) {
    if (part.distance(from, to) > line.firings) continue;
    for (std::size_t g = 0; g < out.size(); ++g)
      out[g] = most ? std::max(out[g], by_state[to][g]) : std::min(out[g], by_state[to][g]);
  }
  return out;
}

}  // namespace meso
