#include "compiler/driver/log_session.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/driver/log_answers.h"
#include "compiler/driver/log_writing.h"

namespace meso {
namespace {

struct ReadLine {
  std::string name, instead_of;
  std::vector<DoneSet> sets;
  bool skipped = false;
};

// One line of a session by the log's own reader; what is wrong with it where it can't be read.
std::optional<ReadLine> read_line(const std::string& line, std::string& wrong) {
  const std::string text =
      journal_head("-", "") + "2026-01-01 session \"-\"\n  " + line + "\nend\n";
  const Journal journal = read_journal(text);
  if (!journal.problems.empty())
    wrong = journal.problems.front().message +
            (journal.problems.front().help.empty() ? "" : ": " + journal.problems.front().help);
  const bool is_one = journal.entries.size() == 1 && journal.entries.front().exercises.size() == 1;
  if (journal.has_errors() || !is_one) return std::nullopt;
  const DoneExercise& done = journal.entries.front().exercises.front();
  return ReadLine{std::string(done.name), std::string(done.instead_of), done.sets, done.skipped};
}

std::string line_words(const std::string& name, const std::string& instead_of,
                       const std::vector<DoneSet>& sets) {
  return name + (instead_of.empty() ? "" : " for " + instead_of) + " " + sets_text(sets);
}

bool begins_with_number(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

// `100 kg`, `@ RIR 1`, `bodyweight + 5 kg @ RPE 9`: how, with the sets as they were asked for.
bool says_only_how(std::string_view text) {
  const std::string low = lower(text);
  for (const char* start : {"@", "rir", "rpe", "bodyweight", "open"})
    if (low.starts_with(start)) return true;
  const std::size_t number = std::min(low.find_first_not_of("0123456789."), low.size());
  const std::size_t unit = std::min(low.find_first_not_of(' ', number), low.size());
  return number > 0 && (low.compare(unit, 2, "kg") == 0 || low.compare(unit, 2, "lb") == 0);
}

bool is_open(std::string_view typed) { return lower(typed).find("open") != std::string::npos; }

}  // namespace

std::vector<TodayLine> lines_of_day(const Running& running, const State& state, int day,
                                    const SessionRef& session) {
  return prescribe(*running.run, state.progress, session.id,
                   {changes_of_day(*running.run, state, day, session),
                    return_changes(*running.run, state.control)});
}

std::optional<std::string> line_as_written(const Running& running, const TodayLine& line,
                                           std::string* why) {
  const AsWritten written = as_written(line);
  const std::string& name = running.file.plan.exercises[line.exercise].name;
  if (written.is_known()) return name + " " + sets_text(written.sets);
  if (why != nullptr)
    *why = written.needs_amount ? "how many were they? Write the sets: 5, 5, 9"
                                : "what was on the bar? Write it: 100 kg, or 3x8 100 kg";
  return std::nullopt;
}

SessionDialogue::SessionDialogue(const Running& running, Prompter& prompter, SessionRef session)
    : running_(running), prompter_(prompter), session_(session) {
  State state = running.replayed.state;
  arrive(*running.run, state.control, running.today);
  DayVerdict verdict;
  verdict.what = DayVerdict::What::train;
  verdict.head = verdict.session = session;
  verdict.changes = changes_of_day(*running.run, state, running.today, session);
  lines_ = lines_of_day(running, state, running.today, session);
  shown_ = make_today({*running.run, state, running.today, verdict, nullptr, false, {}}).exercises;
  prompter.say("\n" + quoted(running.run->session(session.id).name) +
               (verdict.changes != nullptr ? ", lightened" : "") +
               ": Enter where it was done as written; ? for the rest.\n");
}

std::string SessionDialogue::name_of(const TodayLine& line) const {
  return running_.file.plan.exercises[line.exercise].name;
}

bool SessionDialogue::is_option(const TodayLine& line, std::string_view name) const {
  const auto id = running_.names->exercise(name);
  const auto& options = line.line->options;
  return id && std::ranges::find(options, *id) != options.end();
}

bool SessionDialogue::is_known(std::string_view name) const {
  return running_.names->exercise(name) || catalogue_exercises().canonical(name);
}

bool SessionDialogue::refuse(const std::string& why) const {
  prompter_.say("    " + upper_first(why) + "\n");
  return false;
}

bool SessionDialogue::refuse_exercise(std::string_view name) const {
  UnknownName unknown = running_.names->unknown_exercise(name);
  if (unknown.help.empty()) unknown.help = "sets are written 3x8 100 kg";
  return refuse(unknown.text());
}

bool SessionDialogue::keep(std::string line) {
  said_.push_back({std::move(line)});
  return true;
}

Ended SessionDialogue::ask() {
  const std::size_t all = lines_.size() + 2;
  while (said_.size() < all) {
    const Took took = put();
    if (took == Took::left) return Ended::left;
  }
  return Ended::done;
}

bool SessionDialogue::back() {
  if (said_.empty()) return false;
  said_.pop_back();
  // What was broken off is taken back with all that wasn't asked because of it.
  if (broken_off_ && said_.size() <= lines_.size()) {
    while (!said_.empty() && said_.back().empty()) said_.pop_back();
    broken_off_ = false;
  }
  return true;
}

std::string SessionDialogue::prompt() const {
  const std::size_t at = said_.size();
  if (at == lines_.size())
    return "  pain while training, or anything of the stop list? d PLACE (dull), s PLACE (sharp), "
           "r WHAT [none]: ";
  if (at > lines_.size()) return "  a note [none]: ";
  const TodayExercise& e = shown_[at];
  std::string out = "  " + (e.label.empty() ? "" : e.label + " ") + e.name;
  for (const std::string& part : {e.sets, e.load, e.effort})
    if (!part.empty()) out += "  " + part;
  if (!e.last.empty()) out += "  (" + e.last + ")";
  return out + (line_as_written(running_, lines_[at]) ? " [as written]: " : ": ");
}

void SessionDialogue::help() const {
  prompter_.say(
      "    Enter                     all sets as written\n"
      "    8, 8, 7 100 kg @ RIR 1    the sets; a load or RIR that is left out is as written\n"
      "    102.5 kg, or @ RIR 0      the sets as written, and how\n"
      "    front squat 3x8 80 kg     another exercise in its place\n"
      "    -                         left out\n"
      "    b                         the session was broken off here\n"
      "    <                         back;  q  leaves without writing\n");
}

SessionDialogue::Took SessionDialogue::put() {
  const auto answer = prompter_.ask(prompt());
  if (!answer) return Took::left;
  const std::string typed(without_blanks_around(*answer));
  switch (typed_kind(typed)) {
    case Typed::quit: return Took::left;
    case Typed::help: help(); return Took::no;
    case Typed::back:
      if (!back()) prompter_.say("    This is the first question.\n");
      return Took::no;
    default: return take(typed) ? Took::yes : Took::no;
  }
}

bool SessionDialogue::take(const std::string& typed) {
  if (said_.size() < lines_.size()) return take_exercise(typed);
  if (said_.size() == lines_.size()) return take_pain(typed);
  said_.push_back(typed.empty() || typed == "-"
                      ? std::vector<std::string>()
                      : std::vector<std::string>{"note " + quoted_words(typed)});
  return true;
}

bool SessionDialogue::take_pain(const std::string& typed) {
  std::vector<std::string> lines;
  if (!typed.empty() && typed != "-") {
    const auto said = complaints_from(typed);
    if (!said) return refuse("d and where it hurts, s where it is sharp; Enter for none.");
    for (const PainReport& pain : said->pains) lines.push_back(pain_line(pain));
    if (!said->red_flag.empty()) lines.push_back("red flag " + quoted_words(said->red_flag));
  }
  said_.push_back(std::move(lines));
  return true;
}

bool SessionDialogue::take_exercise(const std::string& typed) {
  const TodayLine& line = lines_[said_.size()];
  if (typed.empty()) {
    std::string why;
    auto written = line_as_written(running_, line, &why);
    return written ? keep(std::move(*written)) : refuse(why);
  }
  if (typed == "-") return keep(name_of(line) + " skipped");
  if (typed == "b" || typed == "B") {
    if (said_.empty()) return refuse("nothing was done yet: q leaves without writing.");
    broken_off_ = true;
    said_.resize(lines_.size());
    return true;
  }
  if (says_only_how(typed)) return take_as_written(line, typed);
  return take_sets(line, typed);
}

// The sets as written, with the load or the effort that was typed.
bool SessionDialogue::take_as_written(const TodayLine& line, const std::string& with) {
  AsWritten written = as_written(line);
  if (written.needs_amount) return refuse("how many were they? Write the sets: 5, 5, 9");
  std::string wrong;
  const auto how = read_line(name_of(line) + " 1x1 " + with, wrong);
  if (!how) return refuse(wrong);
  const DoneSet& one = how->sets.front();
  for (DoneSet& set : written.sets) {
    if (one.load || one.bodyweight) {
      set.load = one.load;
      set.bodyweight = one.bodyweight;
    }
    set.rir = one.rir;
  }
  if (lacks_load(line, written.sets) && !is_open(with))
    return refuse("what was on the bar? 100 kg; open where nobody knows");
  return keep(line_words(name_of(line), "", written.sets));
}

bool SessionDialogue::take_sets(const TodayLine& line, const std::string& typed) {
  const bool named = !begins_with_number(typed);
  std::string wrong;
  auto read = read_line(named ? typed : name_of(line) + " " + typed, wrong);
  if (!read) return refuse(wrong);
  if (read->skipped || (named && !is_known(read->name))) return refuse_exercise(read->name);
  const bool other = named && !is_option(line, read->name);
  if (other) return keep(line_words(read->name, name_of(line), read->sets));
  fill_loads(line, read->sets);
  if (lacks_load(line, read->sets) && !is_open(typed))
    return refuse("what was on the bar? 3x8 100 kg; open where nobody knows");
  return keep(line_words(read->name, "", read->sets));
}

RecordDraft SessionDialogue::draft() const {
  const std::string& name = running_.run->session(session_.id).name;
  const Date day{running_.today};
  RecordDraft draft;
  draft.head = text(day) + " session " + quoted_words(name) +
               place_of_session(running_, name, day) + (broken_off_ ? " broken off" : "");
  for (const auto& lines : said_) draft.lines.insert(draft.lines.end(), lines.begin(), lines.end());
  return draft;
}

}  // namespace meso
