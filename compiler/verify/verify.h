// Does a plan stay inside the guidelines on every path that check-ins and results can take it down?
// One shortest path for each property on which it doesn't.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/verify/facts.h"
#include "compiler/verify/lived_day.h"
#include "runtime/recovery.h"
#include "runtime/step/run_plan.h"

namespace meso {

enum class Property : std::uint8_t {
  gate_total,
  released_fresh,
  gap_safe,
  latent_safe,
  recovers,
  progresses,
  stall_escalates,
  deload_comes,
};
inline constexpr std::size_t kProperties = 8;
std::string_view text(Property property);  // "gap-safe"
// What it claims, in a sentence.
std::string_view claim(Property property);

enum class Proof : std::uint8_t { proved, refuted, not_proved };
std::string_view text(Proof proof);  // "not proved"

// A session done on a day of a path.
struct PathDay {
  int day = 0;  // from the first day of the plan, 0
  SessionId session;
};

// The shortest path that breaks a gap property at one session.
struct Violation {
  SessionId session;
  GroupId group;
  SessionId since;  // the bout that isn't over
  BoutClass bout_class = BoutClass::usual;
  int days = 0;                  // since that bout
  std::optional<int> safe_days;  // from which on it is over; nothing: no gap is safe without a gate
  std::vector<PathDay> path;     // the session that breaks it comes last
  std::vector<LivedDay> lived;   // the same days, as the runtime has replayed them
  Weekday first_weekday = Weekday::mon;  // of the path, where weekdays matter
  BodyToday body;                        // the group, on the morning of the last day
};

// What breaks a property that asks nothing of gaps.
struct Flaw {
  SourceId place;
  std::string what;  // one sentence, with its numbers
  std::vector<PathDay> path;
};

// Where a gap property is broken: a session as it is written, and a group that it trains.
struct BrokenAt {
  Property property = Property::gap_safe;
  SourceId session;
  GroupId group;
  friend auto operator<=>(const BrokenAt&, const BrokenAt&) = default;
};

struct PropertyResult {
  Property property = Property::gap_safe;
  Proof proof = Proof::proved;
  std::string why;                    // not proved: what was in the way
  std::vector<Violation> violations;  // the shortest path first; one for each session and group
  std::vector<Flaw> flaws;
  std::vector<BrokenAt> open;  // what may be broken: no path was confirmed
};

// Of a plan that was changed a little: what was broken before isn't looked for again, and neither
// is what no gate and no date has a part in.
struct OnlyNew {
  GroupSet groups = ~GroupSet{0};  // no others are followed
  std::set<BrokenAt> known;
  // What is new counts only if the runtime goes that way. Else the first of it is left open, and
  // nothing more is looked for.
  bool replayed = false;
};

struct VerifyOptions {
  EnvelopeMode mode = EnvelopeMode::worst;
  std::size_t budget = 4'000'000;  // states
  const OnlyNew* only_new = nullptr;
};

struct Verification {
  std::vector<PropertyResult> results;  // by Property
  std::size_t states = 0;
  const PropertyResult& of(Property property) const {
    return results[static_cast<std::size_t>(property)];
  }
};

Verification verify(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options = {});

}  // namespace meso
