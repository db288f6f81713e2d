// `repeat "Lower A" as "Lower B"`, `repeat "Accumulation" sets x 50%`, `repeat week 1 sets + 1`:
// copies of what stands above, with changes, replacements and drops.
#pragma once

#include <vector>

#include "compiler/model/reading.h"

namespace meso {

// The sessions that the statement repeats. `block` and `here` are what is being written (its
// sessions come first in the search). A whole block written week by week goes to `weeks`.
std::vector<WrittenSession> read_repeat(Reading& r, std::uint32_t statement,
                                        const WrittenBlock& block,
                                        const std::vector<WrittenSession>& here,
                                        std::vector<WeekSessions>* weeks = nullptr);

// An exercise statement with the lines that hang on it (read_blocks.cpp).
std::optional<WrittenLine> read_exercise_statement(Reading& r, std::uint32_t statement);
// What hangs on an exercise: its weeks, warm-up, notes.
void read_line_children(Reading& r, std::uint32_t statement, WrittenLine& line);
// Is it a line of a session besides its exercises (a day, a wait, a note)? Then it is read.
bool read_session_detail(Reading& r, std::uint32_t statement, Span covers, WrittenSession& w);

}  // namespace meso
