// A gate held against a check-in: the first clause that holds.
#pragma once

#include <optional>
#include <vector>

#include "runtime/step/readiness.h"

namespace meso {

struct GateAnswer {
  std::optional<std::size_t> clause;  // nothing: open questions come before it, or none holds
  bool open = false;                  // an open question may decide
  GroupSet blamed = 0;                // the groups for which it holds the session back
};

// `gate` is one of the plan's, here and below.
GateAnswer ask_gate(const Today& today, const Gate& gate);

// The open ones of all questions that this gate, the rules in force and the athlete's safety ask of
// a session, in the order in which they are asked; the probe isn't among them: only a clause that
// is reached asks it.
std::vector<Question> open_questions(const Today& today, const Session& session, BlockId block);
// Whether some answers to what is still open could let the session be done.
bool can_release(const Today& today, const Gate& gate);

// On a day without a session: what a check-in would say.
std::vector<Question> rest_day_questions(const Plan& plan, const Reports& reports, int day);

bool is_answered(const CheckIn& answers, const Question& question);

}  // namespace meso
