// What to say where a record no longer fits: the plan was changed under the log. The choices that
// there are, in the words of `meso diff`; which of them holds is the athlete's to say.
#pragma once

#include <string>
#include <string_view>

#include "runtime/journal/journal.h"
#include "runtime/replay/log_names.h"
#include "runtime/step/step.h"

namespace meso {

// The session of a record isn't in the plan. `now` is its name after the log's renames.
JournalProblem gone_session(const RunPlan& run, const LogNames& names, const Entry& entry,
                            std::string_view now);
// The record was made in another block or week than the one where the plan has the athlete.
JournalProblem elsewhere(const RunPlan& run, const Entry& entry, std::string_view block_now,
                         const Place& place);
// The session has no line for this exercise.
JournalProblem gone_exercise(const RunPlan& run, const LogNames& names, const Session& session,
                             const Entry& entry, const DoneExercise& done);

}  // namespace meso
