// Rises of volume from pass to pass: what counts as too much at once.
#pragma once

#include <span>
#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

// Hard sets by group, of one pass.
struct PassVolume {
  std::size_t pass = 0;               // into PlanFacts::passes
  std::vector<Decimal> sets;          // of all its sessions
  std::vector<Decimal> session_sets;  // of its heaviest session
  std::vector<Decimal> most_sets;     // where sessions rotate: of the heaviest such week
};

// As the plan is written, before any rule has fired.
PassVolume written_volume(const PlanFacts& facts, std::size_t pass);

// The rise over the highest of `before`: a held or lighter pass never lowers it. From 0 where none
// of them trained the group: a first exposure, which has nothing to be compared with.
VolumeJump rise_over(std::span<const PassVolume> before, GroupId group, VolumeJump::Of of,
                     Decimal to);
bool is_too_wide(const VolumeJump& jump, const VolumeBounds& bounds);
// A group whose pass jumps isn't told again for the session that does it.
std::vector<VolumeJump> jumps_over(std::span<const PassVolume> before, const PassVolume& now,
                                   const VolumeBounds& bounds);

// Where the pass gets its sets from, in the text: the week line that changes it, else its block.
SourceId place_of(const Plan& plan, const Pass& pass);
// "week 3 of "More"".
std::string pass_name(const Plan& plan, const Pass& pass);
// "", " in one session", " in six days".
std::string kind_text(VolumeJump::Of of);
// "10 -> 16 sets, +60 %".
std::string sets_text(const VolumeJump& jump);

Flaw flaw_of(const PlanFacts& facts, const VolumeJump& jump);

// Loading passes, the last ones that an athlete is used to.
class UsedTo {
 public:
  explicit UsedTo(const Edition& edition)
      : most_(static_cast<std::size_t>(edition.baseline_passes)) {}
  void add(PassVolume volume) {
    passes_.push_back(std::move(volume));
    if (passes_.size() > most_) passes_.erase(passes_.begin());
  }
  std::span<const PassVolume> passes() const { return passes_; }

 private:
  std::size_t most_;
  std::vector<PassVolume> passes_;
};

}  // namespace meso
