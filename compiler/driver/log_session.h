// What was done of a session, asked exercise by exercise.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/log_check_in.h"
#include "compiler/driver/prompter.h"
#include "compiler/driver/running.h"
#include "compiler/sheets/today.h"
#include "runtime/journal/draft.h"
#include "runtime/replay/record_words.h"

namespace meso {

// The lines of a session as they are asked for on a day, whether or not it is the day's session.
std::vector<TodayLine> lines_of_day(const Running& running, const State& state, int day,
                                    const SessionRef& session);
// `back squat 3x6 100 kg`; nothing where only the athlete knows: `why` says what is missing.
std::optional<std::string> line_as_written(const Running& running, const TodayLine& line,
                                           std::string* why = nullptr);

class SessionDialogue {
 public:
  SessionDialogue(const Running& running, Prompter& prompter, SessionRef session);

  Ended ask();
  bool back();
  RecordDraft draft() const;

 private:
  enum class Took { yes, no, left };

  Took put();
  std::string prompt() const;
  void help() const;
  bool take(const std::string& typed);
  bool take_exercise(const std::string& typed);
  bool take_sets(const TodayLine& line, const std::string& typed);
  bool take_as_written(const TodayLine& line, const std::string& with);
  bool take_pain(const std::string& typed);
  bool refuse(const std::string& why) const;
  bool refuse_exercise(std::string_view name) const;
  std::string name_of(const TodayLine& line) const;
  bool is_option(const TodayLine& line, std::string_view name) const;
  bool is_known(std::string_view name) const;
  bool keep(std::string line);

  const Running& running_;
  Prompter& prompter_;
  SessionRef session_;
  std::vector<TodayLine> lines_;
  std::vector<TodayExercise> shown_;
  std::vector<std::vector<std::string>> said_;  // by question: exercises, then pain, then a note
  bool broken_off_ = false;                     // at the last exercise of `said_`
};

}  // namespace meso
