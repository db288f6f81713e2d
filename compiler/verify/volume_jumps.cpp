#include "compiler/verify/volume_jumps.h"

#include <algorithm>

#include "base/text.h"
#include "runtime/volume.h"

namespace meso {
namespace {

Decimal sets_of(const PassVolume& volume, VolumeJump::Of of, GroupId group) {
  switch (of) {
    case VolumeJump::Of::pass: break;
    case VolumeJump::Of::session: return volume.session_sets[group.value];
    case VolumeJump::Of::six_days: return volume.most_sets[group.value];
  }
  return volume.sets[group.value];
}

}  // namespace

PassVolume written_volume(const PlanFacts& facts, std::size_t index) {
  const Pass& pass = facts.passes[index];
  PassVolume v;
  v.pass = index;
  v.sets.resize(facts.plan.groups.size());
  v.session_sets.resize(facts.plan.groups.size());
  const Week& week = facts.week(pass);
  for (const std::uint32_t session : week.sessions)
    for (const GroupDose& dose : facts.doses(pass.block, session)) {
      v.sets[dose.group.value] += dose.hard_sets;
      v.session_sets[dose.group.value] = std::max(v.session_sets[dose.group.value], dose.hard_sets);
    }
  const Decimal share = share_of_list(facts.plan.blocks[pass.block], week);
  v.most_sets = v.sets;
  if (share != Decimal::whole(1))
    for (Decimal& sets : v.sets) sets = sets * share;
  return v;
}

VolumeJump rise_over(std::span<const PassVolume> before, GroupId group, VolumeJump::Of of,
                     Decimal to) {
  VolumeJump jump;
  jump.of = of;
  jump.group = group;
  jump.to = to;
  for (const PassVolume& v : before)
    if (const Decimal sets = sets_of(v, of, group); sets > jump.from) {
      jump.from = sets;
      jump.base = v.pass;
    }
  return jump;
}

bool is_too_wide(const VolumeJump& jump, const VolumeBounds& bounds) {
  if (jump.from <= Decimal() || jump.to - jump.from < Decimal::whole(bounds.least_sets))
    return false;
  return jump.percent() > Decimal::whole(bounds.most(jump.of));
}

std::vector<VolumeJump> jumps_over(std::span<const PassVolume> before, const PassVolume& now,
                                   const VolumeBounds& bounds) {
  std::vector<VolumeJump> out;
  for (std::uint32_t g = 0; g < now.sets.size(); ++g)
    for (const auto of : {VolumeJump::Of::pass, VolumeJump::Of::session}) {
      VolumeJump jump = rise_over(before, GroupId{g}, of, sets_of(now, of, GroupId{g}));
      if (!is_too_wide(jump, bounds)) continue;
      jump.pass = now.pass;
      out.push_back(std::move(jump));
      break;
    }
  return out;
}

SourceId place_of(const Plan& plan, const Pass& pass) {
  const Block& block = plan.blocks[pass.block];
  const Week& week = block.weeks[static_cast<std::size_t>(pass.number)];
  return week.changes.empty() ? block.source : week.changes.front().source;
}

std::string pass_name(const Plan& plan, const Pass& pass) {
  const Block& block = plan.blocks[pass.block];
  return std::string(block.rotations ? "rotation " : "week ") + std::to_string(pass.number + 1) +
         " of " + quoted(block.name);
}

std::string kind_text(VolumeJump::Of of) {
  switch (of) {
    case VolumeJump::Of::pass: break;
    case VolumeJump::Of::session: return " in one session";
    case VolumeJump::Of::six_days: return " in six days";
  }
  return "";
}

std::string sets_text(const VolumeJump& jump) {
  const Decimal percent = round_to(jump.percent(), Decimal::whole(1), Rounding::nearest);
  return jump.from.text() + " -> " + jump.to.text() + " sets, +" + percent.text() + " %";
}

Flaw flaw_of(const PlanFacts& facts, const VolumeJump& jump) {
  const Pass& pass = facts.passes[jump.pass];
  std::string what(facts.name(jump.group));
  what += kind_text(jump.of) + ": " + sets_text(jump) + " in " + pass_name(facts.plan, pass);
  if (!jump.results.empty()) what += ", with " + jump.results;
  return {facts.plan.blocks[pass.block].source, std::move(what), jump.path};
}

}  // namespace meso
