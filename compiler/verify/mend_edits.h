// Changes to a plan that may mend a finding, as a coach would write them.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

struct Edit {
  std::string words;
  std::function<void(Plan&)> apply;
};

// What a session may be asked to wait for.
using WaitAfter = Wait::After;
// `at least N days after ...` on every session that is written there.
Edit wait_edit(const Session& session, const WaitAfter& after, int days);
// Days that the session waits for it already; 0: none.
int waits_already(const Session& session, const WaitAfter& after);
// It must come sooner: its wait has an `at most`.
bool must_come_before(const Session& session, const WaitAfter& after, int days);

// The gate on this session alone, or on all sessions without a gate of these blocks. A gate that
// the plan doesn't have is added to it.
Edit session_gate_edit(const Session& session, const Gate& gate);
Edit block_gate_edit(const Plan& plan, const std::set<std::uint32_t>& blocks, const Gate& gate);

// Clauses of the session's gate, by their place in it.
using Clauses = std::vector<std::size_t>;
// They ask how sore all is that the session trains. Nothing where one of them joins with `or`.
std::optional<Edit> soreness_edit(const Plan& plan, const Edition& edition, GateId gate,
                                  const Clauses& clauses);
std::optional<Edit> strength_edit(const Plan& plan, GateId gate, const Clauses& clauses);

// The lifts are no news to the athlete.
Edit familiar_edit(const Plan& plan, const std::vector<ExerciseId>& lifts);

}  // namespace meso
