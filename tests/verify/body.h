// A person's body inside the recovery table's envelope, for the oracle: which bouts each muscle
// group has behind it, and what they still let it feel. Written from the design alone, so that it
// shares no mistake with the verifier.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "runtime/groups.h"
#include "runtime/recovery.h"

namespace meso::test {

// A row of the table in whole days since the bout: `sore` holds while days < sore, and so on.
struct DaysOfClass {
  int sore = 0;      // may reach its peak: until soreness must be below 3
  int tender = 0;    // may reach 2: until it must be gone
  int peak = 0;      // of soreness, whole points
  int weak = 0;      // strength may be missing
  int too_weak = 0;  // strength can't be back
  int unseen = 0;    // soreness may still come
  int typical = 0;   // the gap without a gate that is safe for most
};
using Envelope = std::array<DaysOfClass, 6>;  // by BoutClass
Envelope envelope_of(Level level);

class Body {
 public:
  struct Bout {
    GroupId group;
    BoutClass bout_class = BoutClass::usual;
    int day = 0;
  };

  // Days must rise.
  void trained(GroupId group, BoutClass bout_class, int day);
  // Of days that are over; the last of a group comes last.
  const std::vector<Bout>& bouts() const { return bouts_; }
  const Bout* last(GroupId group) const;

  // The highest soreness that may be felt.
  int sorest(const Envelope& envelope, GroupId group, int day) const;
  bool may_be_strong(const Envelope& envelope, GroupSet groups, int day) const;
  bool may_be_weak(const Envelope& envelope, GroupSet groups, int day) const;

  // Forgets what can't be felt any more and breaks nothing any more.
  void forget(const Envelope& envelope, int day);
  // Bodies with the same text have the same future.
  void write(std::string& out, const Envelope& envelope, int day) const;

 private:
  std::vector<Bout> bouts_;
};

}  // namespace meso::test
