#include "compiler/driver/log_writing.h"

#include <algorithm>

#include "base/text.h"
#include "runtime/journal/store.h"
#include "runtime/replay/more_than_asked.h"

namespace meso {
namespace {

std::uint32_t lines_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
}

bool is_error(const JournalProblem& problem) {
  return problem.severity == JournalProblem::Severity::error;
}

// What is wrong now and wasn't before.
std::vector<JournalProblem> new_problems(const std::vector<JournalProblem>& before,
                                         std::vector<JournalProblem> now) {
  std::erase_if(now, [&](const JournalProblem& problem) {
    return std::ranges::any_of(before, [&](const JournalProblem& old) {
      return old.line == problem.line && old.message == problem.message;
    });
  });
  return now;
}

}  // namespace

LogWriting::LogWriting(const RunOptions& options, Running& running)
    : options_(options), running_(running), written_(running.log_text) {}

bool LogWriting::add(const RecordDraft& draft) {
  const std::string before = running_.log_text;
  const std::vector<std::string> said_before = said_;
  if (!put(draft)) return false;
  RecordDraft noted = draft;
  for (const std::string& note : notes_for_coach())
    add_once(noted.lines, "note " + quoted_words(note));
  if (noted.lines.size() == draft.lines.size()) return true;
  take_back(before);
  said_ = said_before;
  return put(noted);
}

bool LogWriting::put(const RecordDraft& draft) {
  const RecordRead read = read_record(draft);
  say(draft, read.problems);
  return !read.has_errors() && fits(draft, read.text);
}

// The record that was put last, as if it had never been.
void LogWriting::take_back(const std::string& log_text) {
  read_as_log(options_, log_text, running_);
  records_.pop_back();
}

// Of the record that was put last.
std::vector<std::string> LogWriting::notes_for_coach() const {
  const Entry& entry = running_.journal.entries.back();
  if (entry.target.value_or(entry.kind) != EntryKind::session) return {};
  History history;
  ReplayOptions replaying;
  replaying.history = &history;
  replay(*running_.run, *running_.names, running_.journal, replaying);
  const auto session = std::ranges::find(history.sessions, entry.line, &LoggedSession::line);
  return session == history.sessions.end() ? std::vector<std::string>()
                                           : more_than_asked(running_.file.plan, *session);
}

// As the file will be: a record that was cut off is set aside first.
std::string LogWriting::appended(const std::string& record) const {
  std::string text = running_.log_text;
  const bool is_torn = !text.empty() && running_.journal.torn_from;
  if (text.empty())
    text = journal_head(running_.file.plan.name, running_.athlete ? running_.athlete->name : "");
  if (!text.ends_with('\n')) text += '\n';
  if (is_torn) text += "set aside\n";
  return text + (text.ends_with("\n\n") ? "" : "\n") + record;
}

bool LogWriting::fits(const RecordDraft& draft, const std::string& record) {
  const std::vector<JournalProblem> before = all_problems(options_, running_);
  const std::string old = running_.log_text;
  std::string text = appended(record);
  const std::uint32_t head = lines_in(text) - lines_in(record) + 1;
  read_as_log(options_, std::move(text), running_);
  std::vector<JournalProblem> now = new_problems(before, all_problems(options_, running_));
  const bool fails = std::ranges::any_of(now, is_error);
  // The line in the log is nobody's yet: the record's own line is.
  std::vector<JournalProblem> of_draft;
  for (JournalProblem& problem : now) {
    if (problem.line < head) {
      said_.push_back("with this record, line " + std::to_string(problem.line) +
                      " of the log no longer fits: " + problem.message);
      continue;
    }
    problem.line -= head;
    of_draft.push_back(std::move(problem));
  }
  RecordDraft as_written{draft.head, split_lines(record.substr(record.find('\n')))};
  say(as_written, of_draft);
  if (fails)
    read_as_log(options_, old, running_);
  else
    records_.push_back(record);
  return !fails;
}

void LogWriting::say(const RecordDraft& draft, const std::vector<JournalProblem>& problems) {
  for (const JournalProblem& problem : problems) {
    const bool in_line = problem.line > 0 && problem.line <= draft.lines.size();
    const std::string where = in_line ? "`" + draft.lines[problem.line - 1] + "`: " : "";
    said_.push_back(where + problem.message +
                    (problem.help.empty() ? "" : " (" + problem.help + ")"));
  }
}

std::vector<std::string> LogWriting::said() { return std::exchange(said_, {}); }

std::string LogWriting::added() const {
  std::string out;
  for (const std::string& record : records_)
    out += (out.empty() ? "" : "\n") + without_checksum(record);
  return out;
}

bool LogWriting::write() {
  const Athlete* athlete = running_.athlete ? &*running_.athlete : nullptr;
  auto opened = JournalStore::open(
      options_.log, journal_head(running_.file.plan.name, athlete != nullptr ? athlete->name : ""));
  if (const auto* error = std::get_if<StoreError>(&opened)) {
    said_.push_back(options_.log + ": " + error->reason);
    return false;
  }
  auto& store = std::get<JournalStore>(opened);
  if (store.journal().entries.size() != read_journal(written_).entries.size()) {
    said_.push_back(options_.log +
                    ": another meso wrote to it meanwhile: nothing was written, do it again");
    return false;
  }
  for (const std::string& record : records_)
    if (const auto error = store.append(record)) {
      said_.push_back(options_.log + ": " + error->reason);
      return false;
    }
  records_.clear();
  written_ = running_.log_text;
  return true;
}

std::string without_checksum(const std::string& record) {
  return record.substr(0, record.rfind("end ")) + "end\n";
}

State state_on(const Running& running, int day) {
  ReplayOptions until;
  until.until = day;
  State state = replay(*running.run, *running.names, running.journal, until).state;
  arrive(*running.run, state.control, day);
  return state;
}

std::string place_of_session(const Running& running, std::string_view session, Date day) {
  const State state = state_on(running, day.day_number);
  const auto ref = pending_session(*running.run, state.control, session);
  if (!ref) return "";
  const Place& place = state.control.place;
  std::string out = " of " + quoted_words(running.file.plan.blocks[place.block].name) + " week " +
                    std::to_string(place.week + 1);
  if (changes_of_day(*running.run, state, day.day_number, *ref) != nullptr) out += " lightened";
  return out;
}

}  // namespace meso
