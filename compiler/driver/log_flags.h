// The flags of `meso log` as a record.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "compiler/driver/commands.h"
#include "compiler/driver/running.h"
#include "runtime/journal/draft.h"

namespace meso {

// Any flag that makes a record, or belongs to one, is there.
bool has_record(const LogFlags& flags);
// A session was named, or the day's is meant, and what was done of it has to be asked.
bool asks_session(const LogFlags& flags);

struct WrongFlags {
  std::string why;
};
std::variant<RecordDraft, WrongFlags> draft_of_flags(const LogFlags& flags, const Running& running);
// The session that `--session NAME` means; without a name the one that the day releases.
std::variant<SessionRef, WrongFlags> session_of_flags(const LogFlags& flags, const Running& running,
                                                      int day);

}  // namespace meso
