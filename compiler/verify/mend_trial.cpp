#include "compiler/verify/mend_trial.h"

#include <algorithm>
#include <array>

#include "compiler/verify/replay_path.h"

namespace meso {
namespace {

constexpr std::array kGaps{Property::gap_safe, Property::latent_safe, Property::recovers};
// Properties that the text of gates decides.
constexpr std::array kOfGates{Property::gate_total, Property::released_fresh, Property::progresses};

// The verifier gives its budget out in shares.
constexpr std::size_t kShares = 8;

// What copying and reading the plan costs, in states.
constexpr std::size_t kOfATrial = 1000;

}  // namespace

MendTrials::MendTrials(const PlanFacts& facts, const RunPlan& run, const Verification& found,
                       EnvelopeMode mode, std::size_t budget)
    : facts_(facts), run_(run), found_(found), mode_(mode), left_(budget), bouts_(facts) {}

BrokenAt MendTrials::place_of(const Broken& broken) const {
  const Violation& v = *broken.violation;
  return {broken.property, run_.session(v.session).source, v.group};
}

std::vector<Broken> MendTrials::broken(const std::set<Property>& properties,
                                       const std::set<SourceId>& sessions) const {
  std::vector<Broken> out;
  for (const Property property : kGaps)
    if (properties.count(property) != 0)
      for (const Violation& v : found_.of(property).violations)
        if (sessions.count(run_.session(v.session).source) != 0) out.push_back({property, &v});
  return out;
}

bool MendTrials::tried(const Edit& edit, const std::vector<Broken>& mended, GroupSet groups,
                       bool replayed) {
  if (left_ <= kOfATrial) return false;
  left_ -= kOfATrial;
  Plan plan = facts_.plan;
  edit.apply(plan);
  const PlanFacts facts(plan, facts_.edition);
  const RunPlan run(plan, facts_.edition);
  OnlyNew only_new{groups, known_before(), replayed};
  for (const Broken& broken : mended) only_new.known.erase(place_of(broken));
  VerifyOptions options;
  options.mode = mode_;
  options.budget = kShares * left_;  // what isn't used of a share isn't counted
  options.only_new = &only_new;
  const Verification now = verify(facts, run, options);
  left_ -= std::min(left_, now.states);
  return !is_worse(now);
}

std::set<BrokenAt> MendTrials::known_before() const {
  std::set<BrokenAt> known;
  for (const Property property : kGaps) {
    for (const Violation& v : found_.of(property).violations)
      known.insert(place_of({property, &v}));
    known.insert(found_.of(property).open.begin(), found_.of(property).open.end());
  }
  return known;
}

bool MendTrials::breaks_later(const Broken& broken, int day) const {
  const Violation& v = *broken.violation;
  Breach breach{broken.property, v.session, {}, v.first_weekday};
  for (const LivedDay& lived : v.lived) breach.path.push_back({lived.day, lived.session});
  breach.path.back().day = std::max(breach.path.back().day, day);
  Budget budget(kDefaultBudget);
  return std::holds_alternative<LivedPath>(
      replay_path(facts_, run_, bouts_, v.group, breach, mode_, budget));
}

bool MendTrials::is_worse(const Verification& now) const {
  const auto is_broken = [&](Property property) {
    return !now.of(property).violations.empty() || !now.of(property).why.empty();
  };
  const auto has_more_flaws = [&](Property property) {
    return now.of(property).flaws.size() > found_.of(property).flaws.size() ||
           (!now.of(property).why.empty() && found_.of(property).why.empty());
  };
  return std::any_of(kGaps.begin(), kGaps.end(), is_broken) ||
         std::any_of(kOfGates.begin(), kOfGates.end(), has_more_flaws);
}

}  // namespace meso
