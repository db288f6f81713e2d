#include "runtime/step/place.h"

#include "runtime/session_dates.h"

namespace meso {
namespace {

// The first week from this one on that has sessions: weeks without any are passed by.
std::size_t week_from(const Block& block, std::size_t week) {
  while (week < block.weeks.size() && block.weeks[week].sessions.empty()) ++week;
  return week;
}

// So is a block without any.
std::optional<Place> first_place(const Plan& plan, std::size_t block) {
  for (; block < plan.blocks.size(); ++block)
    if (has_sessions(plan.blocks[plan.blocks.id_of(block)]))
      return start_of(plan, plan.blocks.id_of(block), 0);
  return std::nullopt;
}

}  // namespace

const Block& block_of(const Plan& plan, const Place& place) { return plan.blocks[place.block]; }

const Week& week_of(const Plan& plan, const Place& place) {
  return block_of(plan, place).weeks[static_cast<std::size_t>(place.week)];
}

std::uint64_t whole_pass(const Week& week) {
  const std::size_t n = week.sessions.size();
  return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
}

bool has_sessions(const Block& block) { return week_from(block, 0) < block.weeks.size(); }

Place start_of(const Plan& plan, BlockId block, int run) {
  const std::vector<Week>& weeks = plan.blocks[block].weeks;
  Place place;
  place.block = block;
  place.run = run;
  const std::size_t week = week_from(plan.blocks[block], 0);
  if (week == weeks.size()) return place;
  place.week = static_cast<int>(week);
  place.pending = place.pending_at_start = whole_pass(weeks[week]);
  return place;
}

void start_week_afresh(Place& place) {
  place.pending = place.pending_at_start;
  place.consumed = 0;
}

bool is_last_week(const Plan& plan, const Place& place, bool end_block) {
  const Block& block = block_of(plan, place);
  const auto done = static_cast<std::size_t>(place.week) + 1;
  const auto least = static_cast<std::size_t>(block.length.is_single() ? 1 : block.length.low);
  return week_from(block, done) == block.weeks.size() || (end_block && done >= least);
}

std::optional<Place> after_week(const Plan& plan, const Place& place, bool end_block) {
  const Block& block = block_of(plan, place);
  if (!is_last_week(plan, place, end_block)) {
    Place next = place;
    next.week = static_cast<int>(week_from(block, static_cast<std::size_t>(place.week) + 1));
    next.consumed = 0;
    const Week& week = week_of(plan, next);
    // Where sessions rotate, the next week takes the list up where this one left it.
    const bool goes_on = rotates(block, week) && place.pending != 0 &&
                         week.sessions.size() == week_of(plan, place).sessions.size();
    if (!goes_on) next.pending = whole_pass(week);
    next.pending_at_start = next.pending;
    return next;
  }
  if (place.run + 1 < block.times) return start_of(plan, place.block, place.run + 1);
  return first_place(plan, place.block.value + 1);
}

}  // namespace meso
