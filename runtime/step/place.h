// Where the athlete is in the plan, and where the plan goes on from there.
#pragma once

#include <cstdint>
#include <optional>

#include "runtime/plan.h"

namespace meso {

struct Place {
  BlockId block;
  int run = 0;   // of the block, from 0
  int week = 0;  // of the run, from 0: into Block::weeks
  // Of the current pass through the sessions that the week lists: bit n is set while the n-th isn't
  // done. 40 sessions a week are the most that a plan may have.
  std::uint64_t pending = 0;
  std::uint64_t pending_at_start = 0;  // of the week: where it starts afresh, it starts with these
  int consumed = 0;                    // sessions of this week so far
  friend bool operator==(const Place&, const Place&) = default;
};

const Block& block_of(const Plan& plan, const Place& place);
const Week& week_of(const Plan& plan, const Place& place);
// Bits for all sessions that the week lists.
std::uint64_t whole_pass(const Week& week);

bool has_sessions(const Block& block);
// The first week of a block's run that has sessions.
Place start_of(const Plan& plan, BlockId block, int run);
// The week behind this one: of the block, of its next run, of the next block; nothing at the plan's
// end. `end_block` skips the rest of the block's weeks, where its least length is reached.
std::optional<Place> after_week(const Plan& plan, const Place& place, bool end_block);
// As the week began.
void start_week_afresh(Place& place);
// Whether the run ends with this week. The least length of a range is kept; a fixed length is no
// minimum.
bool is_last_week(const Plan& plan, const Place& place, bool end_block);

}  // namespace meso
