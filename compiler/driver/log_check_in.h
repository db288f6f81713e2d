// The questions of a check-in, asked one after the other as decide() asks them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/prompter.h"
#include "compiler/driver/running.h"
#include "runtime/journal/draft.h"

namespace meso {

// How a conversation ended. `left`: by its end, by Ctrl-C, or because the person wished to.
enum class Ended { done, left };

class CheckInDialogue {
 public:
  // `from_sheet`: in the order of the printed sheet's fields.
  CheckInDialogue(const Running& running, Prompter& prompter, bool from_sheet);

  // Asks what is still open. `left`: nothing is to be written.
  Ended ask();
  // To the question before the last one; false where there is none.
  bool back();
  // The records of what was answered: one, and one more for each further probe.
  std::vector<RecordDraft> drafts() const;
  // What it comes to, with what was left unanswered left at that.
  DayDecision decision() const;

 private:
  using Questions = std::vector<Question>;
  struct Answers {
    CheckIn check_in;
    std::vector<ProbeDone> probes;
    bool probes_later = false;
  };
  enum class Took { yes, no, left };

  Questions open() const;
  Questions step_of(Questions open) const;
  void announce(const Ask& ask);
  Took put(const Questions& step);
  bool take(const Questions& step, const std::string& typed);
  bool pass(const Questions& step);

  std::string prompt(const Questions& step) const;
  std::string help(const Questions& step) const;
  std::string not_understood(const Questions& step) const;
  std::optional<int> usual(const Question& question) const;  // taken for Enter
  std::optional<std::string> warm_up(const Question& question) const;

  bool take_soreness(const Questions& step, const std::string& typed);
  bool take_functional(const Questions& step, const std::string& typed);
  bool take_complaints(const Questions& step, const std::string& typed);
  bool take_number(const Question& question, const std::string& typed);
  bool take_probe(const Question& question, const std::string& typed);

  const Running& running_;
  Prompter& prompter_;
  bool from_sheet_;
  Answers now_;
  std::vector<Answers> before_;
  std::optional<SessionRef> announced_;
};

}  // namespace meso
