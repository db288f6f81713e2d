// What another version of a plan changes for its athlete. Two plans go in, their differences come
// out as data; text.cpp, markdown.cpp and json.cpp print them. Nothing of how a plan is written
// makes a difference: only what it tells the athlete to do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

enum class How : std::uint8_t { changed, added, removed, moved };
std::string_view text(How how);

struct Difference {
  How how = How::changed;
  std::string what;           // "sets", "rest", "wait", "gate"
  std::string before, after;  // empty where something was added or removed
  friend bool operator==(const Difference&, const Difference&) = default;
};

// Hard sets of a muscle group in one week.
struct VolumeDifference {
  std::string group;
  Decimal before, after;
  friend bool operator==(const VolumeDifference&, const VolumeDifference&) = default;

  // "+33 %", "-100 %"; empty where there was nothing before.
  std::string percent_text() const;
};

struct ExerciseDifferences {
  std::string name;
  std::vector<Difference> differences;
};

struct SessionDifferences {
  std::string name;
  std::vector<Difference> differences;  // of the session as a whole
  std::vector<ExerciseDifferences> exercises;
};

// What differs in all of these weeks alike.
struct WeekDifferences {
  std::vector<int> weeks;  // from 1, rising
  bool every = false;      // all that both versions have, and more than one
  std::vector<Difference> differences;
  std::vector<SessionDifferences> sessions;
  std::vector<VolumeDifference> hard_sets;
};

struct BlockDifferences {
  std::string name;
  std::string pass = "week";  // what `weeks` counts: "week", "rotation"
  std::vector<Difference> differences;
  std::vector<WeekDifferences> weeks;  // by their first week
  int done = 0;                        // so many weeks are done already, by the athlete's log
};

// A gate or a rule that both versions have, or that only one has.
struct DefinitionDifferences {
  std::string what;  // "gate", "rule"
  std::string name;
  std::vector<Difference> differences;  // "clause"s
};

struct Differences {
  std::vector<Difference> plan;
  std::vector<DefinitionDifferences> definitions;
  std::vector<BlockDifferences> blocks;

  bool empty() const { return plan.empty() && definitions.empty() && blocks.empty(); }
};

// A plan with the edition in force for it.
struct PlanVersion {
  const Plan& plan;
  const Edition& edition;
};
Differences compare(PlanVersion before, PlanVersion after);

// What the two versions are called: their files.
struct VersionNames {
  std::string before, after;
};
std::string to_text(const Differences& differences, const VersionNames& names);
std::string to_markdown(const Differences& differences, const VersionNames& names);
std::string to_json(const Differences& differences, const VersionNames& names);

}  // namespace meso
