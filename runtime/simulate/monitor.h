// Watches a run from outside: whether a group was trained that wasn't fresh, whether a body left
// the envelope of the recovery table, whether the plan's own gate was kept.
#pragma once

#include <array>
#include <cstdint>

#include "runtime/simulate/aftermath.h"
#include "runtime/simulate/ghost_body.h"
#include "runtime/step/control.h"

namespace meso::simulate {

// The ways out of the envelope of a bout's class: later or more than its worst.
enum class Outside : std::uint8_t { onset, peak, peak_time, below_three, gone, strength };
inline constexpr std::size_t kOutsides = 6;
std::string_view text(Outside outside);

struct Watched {
  int sessions = 0;       // that were done
  int sore_sessions = 0;  // in which a group was trained whose soreness was 3 or more
  int weak_sessions = 0;  // or that missed strength
  int bouts = 0;
  std::array<int, kOutsides> outside{};  // bouts
  int gate_broken = 0;                   // days
  bool left_envelope() const;
};

class Monitor {
 public:
  explicit Monitor(const RunPlan& run);

  // A verdict that trains, on these answers.
  void released(const DayVerdict& verdict, const CheckIn& answers);
  // The groups that a session trains, as the body is before it.
  void trains(GroupSet trained, const GhostBody& body, double hour);
  // What the session leaves behind in one group.
  void bout(BoutClass bout_class, Level level, const Aftermath& after);
  const Watched& seen() const { return seen_; }

 private:
  struct Worst {  // hours and points of one row of the recovery table, with the edge
    double onset = 0, peak = 0, peak_time = 0, below_three = 0, gone = 0;
    double strength_trained = 0, strength_novice = 0;
  };
  const RunPlan& run_;
  std::array<Worst, 6> worst_;
  Watched seen_;
};

// Whether a `train` of this clause allows the reports: each bound on soreness that the clause puts
// is read for itself, apart from the gate's own reading.
bool allows(const RunPlan& run, const SessionRef& session, const GateClause& clause,
            const CheckIn& answers);

}  // namespace meso::simulate
