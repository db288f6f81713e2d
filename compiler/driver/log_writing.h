// Records on their way into the log. Each is held against the plan, with all that the log has,
// before anything is written.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/running.h"
#include "runtime/journal/draft.h"

namespace meso {

class LogWriting {
 public:
  LogWriting(const RunOptions& options, Running& running);

  // The run goes on as if the record had been written. False where it can't be: said() tells why,
  // and the run is as it was. Of a session on a lightened day of which more was done, the record
  // gets notes for the coach.
  bool add(const RecordDraft& draft);
  // What was added goes to the disk; false, and said, where it doesn't.
  bool write();
  // Warnings and errors in the words of whoever reads them, without line ends.
  std::vector<std::string> said();
  // As they stand in the log, without checksums: what a person looks through.
  std::string added() const;

 private:
  bool put(const RecordDraft& draft);
  void take_back(const std::string& log_text);
  std::vector<std::string> notes_for_coach() const;
  bool fits(const RecordDraft& draft, const std::string& text);
  std::string appended(const std::string& record) const;
  void say(const RecordDraft& draft, const std::vector<JournalProblem>& problems);

  const RunOptions& options_;
  Running& running_;
  std::string written_;  // the log's text before the first record was added
  std::vector<std::string> records_;
  std::vector<std::string> said_;
};

// A record without its checksum.
std::string without_checksum(const std::string& record);
// ` of "Accumulation" week 3 lightened`: what the log says of a session of the plan that is done on
// that day; nothing where none of this name is next.
std::string place_of_session(const Running& running, std::string_view session, Date day);
// As the log has it by that day.
State state_on(const Running& running, int day);

}  // namespace meso
