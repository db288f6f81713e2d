// An athlete whose body stays inside the recovery table, let loose on a plan: does what the runtime
// says, on some days nothing, and results are as they come. Nothing of the verifier's is used but
// the classes of bouts.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "compiler/verify/bouts.h"
#include "compiler/verify/verify.h"
#include "runtime/step/step.h"
#include "tests/step/random_run.h"
#include "tests/verify/gap_monitor.h"

namespace meso::test {

struct Feeling {  // of one group on one day
  int soreness = 0;
  bool weak = false;
};

// What was proved of a plan, and by which table it is judged.
struct Claims {
  const PlanFacts& facts;
  const RunPlan& run;
  const Bouts& bouts;
  const Verification& verified;
  const GapMonitor& monitor;
  bool proved(Property property) const { return verified.of(property).proof == Proof::proved; }
};

class EnvelopedAthlete {
 public:
  // `body`: the bounds that it keeps to. Reports are at most `margin` below the truth.
  EnvelopedAthlete(const Claims& claims, const Envelope& body, int margin, std::uint64_t seed);

  // Lives through so many days. Gives back the first thing that was claimed and isn't so.
  std::optional<std::string> live(int days);

 private:
  bool takes_part();
  void feel(GroupSet groups);
  CheckIn check_in();
  void answer_probes(CheckIn& answers);
  std::optional<std::string> broken_by(const DayVerdict& verdict) const;
  std::optional<std::string> hurt_by(SessionId session, const GateClause* clause) const;
  void train(const DayVerdict& verdict);
  std::size_t pass_now() const;

  const Claims& claims_;
  const RunPlan& run_;
  const Envelope& limits_;
  int margin_;
  Dice dice_;
  // Habits.
  int idle_one_in_ = 1000;  // days
  bool feels_all_or_nothing_ = false;
  std::map<ExerciseId, Load> loads_;

  State state_;
  Body body_;
  std::array<Feeling, kMostGroups> feels_{};
  int day_ = 0;
  int away_until_ = 0;
};

}  // namespace meso::test
