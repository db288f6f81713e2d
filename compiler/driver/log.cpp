// `meso log`: a check-in or a session asked on a terminal, and any record by flags or as JSON.
#include "base/text.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/log_check_in.h"
#include "compiler/driver/log_file.h"
#include "compiler/driver/log_flags.h"
#include "compiler/driver/log_json.h"
#include "compiler/driver/log_session.h"
#include "compiler/driver/log_writing.h"
#include "compiler/driver/terminal_prompter.h"
#include "compiler/driver/today_view.h"

namespace meso {
namespace {

// One sitting at a terminal: the check-in, then the session that it releases.
class Sitting {
 public:
  Sitting(const LogOptions& options, Running& running, Prompter& prompter)
      : options_(options), running_(running), prompter_(prompter) {}

  int run() {
    if (options_.flags.session) return log_named_session();
    const DayDecision decision = decided();
    const bool asks = std::holds_alternative<Ask>(decision) || is_rest_without_check_in(decision);
    if (!asks) return log_days_session(decision);
    const int code = check_in();
    if (code != kClean || !has_session(decided())) return code;
    if (!options_.from_sheet && !wants_session()) return kClean;
    const int of_session = log_days_session(decided());
    return of_session == kInterrupted ? of_session : kClean;  // the check-in is on the disk
  }

 private:
  DayDecision decided() const {
    return decide_openly(*running_.run, running_.replayed.state, running_.today);
  }

  static const DayVerdict* verdict_of(const DayDecision& decision) {
    return std::get_if<DayVerdict>(&decision);
  }
  static bool has_session(const DayDecision& decision) {
    const DayVerdict* verdict = verdict_of(decision);
    return verdict != nullptr && verdict->session.has_value();
  }
  // Days off offer the check-in too: what is sore then counts for "for 4 days".
  bool is_rest_without_check_in(const DayDecision& decision) const {
    const DayVerdict* verdict = verdict_of(decision);
    return verdict != nullptr && verdict->what == DayVerdict::What::rest &&
           running_.replayed.state.today.day != running_.today;
  }

  bool wants_session() {
    const auto answer = prompter_.ask("\nLog the session now? [y/N]: ");
    return answer && (equal_ignoring_case(*answer, "y") || equal_ignoring_case(*answer, "yes"));
  }

  int log_named_session() {
    const auto ref = session_of_flags(options_.flags, running_, running_.today);
    if (const auto* wrong = std::get_if<WrongFlags>(&ref)) {
      notice(wrong->why);
      return kFailed;
    }
    return log_session(std::get<SessionRef>(ref));
  }

  int log_days_session(const DayDecision& decision) {
    const DayVerdict* verdict = verdict_of(decision);
    if (verdict != nullptr && verdict->session) return log_session(*verdict->session);
    const std::string today = today_text(today_sheet(running_));
    const bool referred = verdict != nullptr && verdict->what == DayVerdict::What::refer;
    if (referred) return prompter_.say(today), kFailed;  // the stop list, and nothing else
    prompter_.say(today +
                  "\nThere is nothing to ask today. A session that was done all the same: "
                  "--session NAME. To put\nsomething right: --amend DATE.\n");
    return kFailed;
  }

  int check_in() {
    CheckInDialogue dialogue(running_, prompter_, options_.from_sheet);
    for (;;) {
      if (dialogue.ask() == Ended::left) return left();
      const std::vector<RecordDraft> drafts = dialogue.drafts();
      if (drafts.empty()) {
        prompter_.say("\n" + today_text(today_sheet(running_)));
        return kFailed;
      }
      const DayDecision decision = dialogue.decision();
      const auto code = confirm(drafts, [&] { return dialogue.back(); });
      if (!code) continue;
      if (*code == kClean) show(decision);
      return *code;
    }
  }

  int log_session(const SessionRef& session) {
    SessionDialogue dialogue(running_, prompter_, session);
    for (;;) {
      if (dialogue.ask() == Ended::left) return left();
      const auto code = confirm({dialogue.draft()}, [&] { return dialogue.back(); });
      if (!code) continue;
      if (*code == kClean) prompter_.say("\n" + today_text(today_sheet(running_)));
      return *code;
    }
  }

  // A probe may be what is left to ask, and then is said so; what was passed over isn't asked
  // again.
  void show(const DayDecision& then) {
    const bool open = std::holds_alternative<Ask>(then);
    const State& state = running_.replayed.state;
    prompter_.say("\n" +
                  today_text(today_sheet(
                      running_, open ? decided() : decide(*running_.run, state, running_.today))));
  }

  // Shows the records and writes them; nothing where they are to be corrected first.
  template <class Back>
  std::optional<int> confirm(const std::vector<RecordDraft>& drafts, Back back) {
    LogWriting writing(options_.run, running_);
    const std::string before = running_.log_text;
    bool fits = true;
    for (const RecordDraft& draft : drafts) fits = fits && writing.add(draft);
    prompter_.say("\n" + writing.added());
    tell(writing);
    const char* prompt =
        fits ? "Enter writes it, < corrects, q leaves without: " : "< corrects, q leaves: ";
    for (;;) {
      const auto typed = prompter_.ask(prompt);
      if (typed && typed->empty() && fits) return write(writing);
      const bool corrects = typed && *typed == "<";
      if (typed && *typed != "q" && *typed != "Q" && !corrects) continue;
      read_as_log(options_.run, before, running_);
      if (!corrects) return left();
      back();
      return std::nullopt;
    }
  }

  int write(LogWriting& writing) {
    const bool written = writing.write();
    tell(writing);
    if (written) prompter_.say("Written to " + options_.run.log + ".\n");
    return written ? kClean : kFailed;
  }

  void tell(LogWriting& writing) {
    for (const std::string& said : writing.said()) prompter_.say("  " + said + "\n");
  }

  int left() {
    prompter_.say("Nothing was written.\n");
    return prompter_.was_interrupted() ? kInterrupted : kFailed;
  }

  const LogOptions& options_;
  Running& running_;
  Prompter& prompter_;
};

int fail(const std::string& why) {
  notice(why);
  return kFailed;
}

int log_by_flags(const LogOptions& options, Running& running) {
  auto draft = draft_of_flags(options.flags, running);
  if (const auto* wrong = std::get_if<WrongFlags>(&draft)) return fail(wrong->why);
  LogWriting writing(options.run, running);
  const bool written = writing.add(std::get<RecordDraft>(draft));
  const std::string record = writing.added();
  const bool done = written && writing.write();
  for (const std::string& said : writing.said()) notice(said);
  if (!done) return fail("nothing was written");
  print(record + "\n" + today_text(today_sheet(running)));
  return kClean;
}

// Ways that don't go together.
std::string clash(const LogOptions& o) {
  const int ways = int{o.json} + int{o.export_all} + int{o.forget} + int{has_record(o.flags)} +
                   int{o.from_sheet && !o.flags.session};
  if (ways > 1)
    return "--json, --export, --forget, --from-sheet and a record by flags: one of them";
  return o.yes && !o.forget ? "--yes goes with --forget" : "";
}

}  // namespace

int run_log(const LogOptions& options, const FileSystem& files, Prompter& prompter) {
  if (const std::string wrong = clash(options); !wrong.empty()) return fail(wrong);
  if (options.export_all) return export_log(options.run.log, files);
  if (options.forget) return forget_log(options.run.log, options.yes, files, prompter);
  const bool asks = !options.json && (!has_record(options.flags) || asks_session(options.flags));
  if (asks && !prompter.can_ask())
    return fail(
        "nobody can be asked here: say what to write by flags (--check-in TEXT, --session "
        "NAME --as-written) or as JSON on standard input (--json)");
  Running running;
  if (const auto code = asks ? load_running(options.run, files, running)
                             : open_running(options.run, files, running))
    return *code;
  if (asks) return Sitting(options, running, prompter).run();
  report_problems(options.run.log, running.replayed.problems);
  if (!options.json) return log_by_flags(options, running);
  const auto bytes = read_bytes("-", "standard input", files);
  return bytes ? log_from_json(options.run, *bytes, running) : kFailed;
}

int run_log(const LogOptions& options, const FileSystem& files) {
  TerminalPrompter prompter;
  return run_log(options, files, prompter);
}

}  // namespace meso
