// Which loads depend on results: a walk along the plan that only asks what rules *could* have
// changed by now, and never what they would make of it.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "runtime/plan.h"

namespace meso {

// When clauses are tried: after an exposure, or at the end of a pass.
struct Moment {
  int week = 1;  // of the block, as rules count it
  bool tested = false;
  bool week_ends = false, rotation_ends = false, block_ends = false;
  bool is_event() const { return week_ends || rotation_ends || block_ends; }
};

// Whether the clause could hold at this moment for some result. A clause that names an event is
// tried at that event only, any other after an exposure only.
bool may_fire(const RuleClause& clause, const RuleCall& call, const Moment& moment);

class Results {
 public:
  explicit Results(const Plan& plan);

  void begin_run(const Block& block);
  // A session was done. In deload and test weeks it is no exposure, but a test is still a result.
  void session_done(const Session& session, const Moment& moment, bool is_exposure);
  void pass_ended(const Moment& moment);

  // Whether some progression of the line has had its first exposure.
  bool exposed(const Line& line) const;
  // Whether a rule could have changed the load of this line.
  bool change_load(const Line& line) const;
  // Whether a rule or a test could have changed what this percentage is taken of.
  bool change_reference(const PercentLoad& load) const;

 private:
  struct Fed {  // a progression that this block run has fed, and the call that feeds it
    ProgressionId progression;
    const RuleCall* call;
  };
  void line_done(const Line& line, const Moment& moment, bool is_exposure);
  void tested(const Line& line, const TestSpec& test);
  void try_rule(const Fed& fed, const Moment& moment);
  void try_followed(const std::vector<RuleCall>& calls, const Moment& moment);
  void feed(Fed fed);

  const Plan& plan_;
  const Block* block_ = nullptr;
  std::vector<bool> exposed_, load_changed_;  // by progression
  std::vector<bool> lifted_;                  // by exercise: an e1RM moves with each session
  std::vector<Fed> fed_;
  std::set<std::pair<ReferenceKind, ExerciseId>> references_changed_;
  std::set<ReferenceKind> references_of_all_;  // by a followed rule
  bool loads_of_all_ = false;
};

}  // namespace meso
