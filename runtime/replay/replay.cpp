#include "runtime/replay/replay.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "runtime/replay/changed_plan.h"

namespace meso {
namespace {

using Severity = JournalProblem::Severity;

class Replay {
 public:
  Replay(const RunPlan& run, const LogNames& names, const ReplayOptions& options, Replayed& out)
      : run_(run), names_(names), options_(options), out_(out) {}

  void read(const Entry& entry) {
    const int day = entry.date.day_number;
    if (options_.until && day > *options_.until) return;
    if (options_.today && day > *options_.today)
      return error(entry.line,
                   text(entry.date) + " is in the future: today is " + text(Date{*options_.today}),
                   "a mistyped date is mended in the file, or by an amend record");
    out_.last_day = day;
    switch (entry.kind) {
      case EntryKind::check_in: return check_in(entry);
      case EntryKind::session: return session(entry);
      case EntryKind::off_plan: return off_plan(entry);
      case EntryKind::skip: return skip(entry);
      case EntryKind::drop: return drop(entry);
      case EntryKind::unavailable: return unavailable(entry);
      case EntryKind::red_flag: return happen(entry, RedFlag{std::string(entry.reason)});
      case EntryKind::cleared: return happen(entry, Cleared{});
      case EntryKind::overruled: return overrule(entry);
      case EntryKind::athlete: return athlete(entry);
      case EntryKind::rename: renamed_[std::string(entry.name)] = std::string(entry.to); return;
      case EntryKind::move: return move(entry);
      case EntryKind::amend:
      case EntryKind::remove: return;  // done by effective_entries()
    }
  }

 private:
  void error(std::uint32_t line, std::string message, std::string help = "") {
    out_.problems.push_back({Severity::error, line, std::move(message), std::move(help)});
  }

  Told happen(const DayEvent& event) {
    Told told;
    out_.state = step(run_, std::move(out_.state), event, &told);
    return told;
  }
  void happen(const Entry& entry, Happened what) {
    happen({entry.date.day_number, std::move(what)});
  }

  // ---- check-ins ------------------------------------------------------------------------------

  void check_in(const Entry& entry) {
    CheckedIn answers = checked_in(names_, entry, out_.problems);
    references(entry);
    const CheckIn given = answers.answers;
    happen(entry, std::move(answers));
    if (options_.history == nullptr) return;
    note_readings(entry);
    LoggedCheckIn logged{entry.date.day_number, given, std::nullopt};
    logged.verdict = verdict_on(logged.day);
    options_.history->check_ins.push_back(std::move(logged));
  }

  // While questions are open there is none: the warm-up set may come with a later record. Where
  // they are about a session to swap to, the one that was due is held back already.
  std::optional<DayVerdict> verdict_on(int day) const {
    DayDecision decision = decide_openly(run_, out_.state, day);
    const Ask* ask = std::get_if<Ask>(&decision);
    if (ask != nullptr && ask->head) decision = decide(run_, out_.state, day);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    return verdict == nullptr ? std::nullopt : std::optional(*verdict);
  }

  void athlete(const Entry& entry) {
    references(entry);
    if (options_.history != nullptr) note_readings(entry);
  }

  void references(const Entry& entry) {
    AthleteChanged changed = athlete_values(names_, entry, out_.problems);
    if (!changed.values.empty()) happen(entry, std::move(changed));
  }

  void note_readings(const Entry& entry) {
    for (const WrittenReading& reading : entry.readings)
      if (reading.word.empty())
        options_.history->readings.push_back({entry.date.day_number, std::string(reading.what),
                                              names_.exercise(reading.of), reading.number,
                                              std::string(reading.unit)});
  }

  // ---- sessions -------------------------------------------------------------------------------

  std::string_view name_now(std::string_view name) const {
    for (int hops = 0; hops < 20; ++hops) {  // a rename may be renamed again, even in a circle
      const auto at = renamed_.find(std::string(name));
      if (at == renamed_.end()) return name;
      name = at->second;
    }
    return name;
  }

  bool is_in_plan(std::string_view name) const { return run_.names().find(name).has_value(); }

  void unknown_session(const Entry& entry) {
    out_.problems.push_back(gone_session(run_, names_, entry, name_now(entry.name)));
  }

  // The session of the pass that the record means; an error, or nothing, where there is none.
  std::optional<SessionRef> pending(const Entry& entry) {
    const std::string_view name = name_now(entry.name);
    if (!is_in_plan(name)) {
      unknown_session(entry);
      return std::nullopt;
    }
    arrive(run_, out_.state.control, entry.date.day_number);
    const Place& place = out_.state.control.place;
    const std::string_view block = name_now(entry.block);
    const bool is_elsewhere =
        (!entry.block.empty() && block != run_.plan().blocks[place.block].name) ||
        (entry.week && *entry.week != place.week + 1);
    if (!out_.state.control.finished && is_elsewhere) {
      out_.problems.push_back(elsewhere(run_, entry, block, place));
      return std::nullopt;
    }
    const auto found = pending_session(run_, out_.state.control, name);
    if (!found)
      out_.problems.push_back(
          {Severity::warning, entry.line,
           quoted(entry.name) + " was done in this week already: it counts as work beside the plan",
           ""});
    return found;
  }

  void session(const Entry& entry) {
    const std::size_t errors = out_.problems.size();
    const auto ref = pending(entry);
    if (!ref) {
      const bool counts =
          out_.problems.size() == errors || out_.problems.back().severity == Severity::warning;
      if (counts) off_plan(entry);
      return;
    }
    SessionDone done;
    done.session = *ref;
    done.lightened = entry.lightened;
    done.broken_off = entry.broken_off;
    done.lines = done_lines(run_, names_, &*ref, entry, out_.problems);
    for (const WrittenReading& reading : entry.readings) add_complaint(done, reading);
    LoggedSession logged;
    if (options_.history != nullptr) logged = before(entry, done);
    const Told told = happen({entry.date.day_number, std::move(done)});
    if (options_.history == nullptr) return;
    logged.told = told;
    options_.history->sessions.push_back(std::move(logged));
  }

  static void add_complaint(SessionDone& done, const WrittenReading& reading) {
    if (reading.what == "red flag" && reading.word != "none")
      done.red_flag = std::string(reading.word);
    if (reading.what != "pain" || reading.word == "none") return;
    done.pains.push_back(
        {reading.word == "sharp" ? Pain::sharp : Pain::dull, std::string(reading.of)});
  }

  // What was asked of the athlete, before the results change it.
  LoggedSession before(const Entry& entry, const SessionDone& done) const {
    LoggedSession logged;
    logged.day = entry.date.day_number;
    logged.session = done.session.id;
    logged.week = out_.state.control.place.week;
    logged.due = due_from(run_, out_.state.control, done.session, 0);
    logged.lightened = done.lightened;
    logged.broken_off = done.broken_off;
    logged.done = done.lines;
    logged.line = entry.line;
    logged.overruled =
        out_.state.overruled_on == logged.day && out_.state.overruled == done.session;
    const std::vector<Change>* gate = changes_of_day(run_, out_.state, logged.day, done.session);
    logged.reduced = gate != nullptr;
    logged.asked = prescribe(run_, out_.state.progress, done.session.id,
                             {gate, return_changes(run_, out_.state.control)});
    return logged;
  }

  void off_plan(const Entry& entry) {
    OffPlan work{done_lines(run_, names_, nullptr, entry, out_.problems)};
    if (options_.history != nullptr) {
      LoggedSession logged;
      logged.day = entry.date.day_number;
      logged.done = work.lines;
      logged.line = entry.line;
      options_.history->sessions.push_back(std::move(logged));
    }
    happen(entry, std::move(work));
    complaints_beside_the_plan(entry);
  }

  // What hurts stops training, whatever it was done in.
  void complaints_beside_the_plan(const Entry& entry) {
    SessionDone complaints;
    for (const WrittenReading& reading : entry.readings) add_complaint(complaints, reading);
    for (const PainReport& pain : complaints.pains)
      if (pain.pain == Pain::sharp) happen(entry, RedFlag{"sharp pain in a session"});
    if (!complaints.red_flag.empty()) happen(entry, RedFlag{complaints.red_flag});
  }

  // ---- what people decide ---------------------------------------------------------------------

  void skip(const Entry& entry) {
    if (!is_in_plan(name_now(entry.name))) return unknown_session(entry);
    if (options_.history != nullptr) options_.history->skipped.push_back(entry.date.day_number);
  }

  void drop(const Entry& entry) {
    if (const auto ref = pending(entry)) happen(entry, Dropped{*ref});
  }

  void overrule(const Entry& entry) {
    if (const auto ref = pending(entry)) happen(entry, Overruled{*ref});
  }

  void unavailable(const Entry& entry) {
    const int until = entry.until.value_or(entry.date).day_number;
    happen(entry, Unavailable{until});
    if (options_.history == nullptr) return;
    for (int day = entry.date.day_number; day <= until && day < entry.date.day_number + 400; ++day)
      options_.history->unavailable.push_back(day);
  }

  void move(const Entry& entry) {
    const std::string_view name = name_now(entry.block);
    for (std::size_t b = 0; b < run_.plan().blocks.size(); ++b) {
      const BlockId id = run_.plan().blocks.id_of(b);
      const Block& block = run_.plan().blocks[id];
      if (block.name != name) continue;
      const int week = entry.week.value_or(1) - 1;
      if (week >= static_cast<int>(block.weeks.size()))
        return error(entry.line, quoted(block.name) + " has " +
                                     counted(static_cast<long>(block.weeks.size()), "week"));
      return happen(entry, Moved{id, week});
    }
    error(entry.line, "the plan has no block " + quoted(entry.block));
  }

  const RunPlan& run_;
  const LogNames& names_;
  const ReplayOptions& options_;
  Replayed& out_;
  std::map<std::string, std::string> renamed_;
};

}  // namespace

bool Replayed::has_errors() const {
  return std::any_of(problems.begin(), problems.end(),
                     [](const JournalProblem& p) { return p.severity == Severity::error; });
}

Replayed replay(const RunPlan& run, const LogNames& names, const Journal& journal,
                const ReplayOptions& options) {
  Replayed out;
  out.state = start(run);
  out.problems = journal.problems;
  if (options.history != nullptr) options.history->athlete = journal.athlete;
  const std::vector<Entry> entries = effective_entries(journal, out.problems);
  Replay replaying(run, names, options, out);
  for (const Entry& entry : entries) replaying.read(entry);
  std::stable_sort(
      out.problems.begin(), out.problems.end(),
      [](const JournalProblem& a, const JournalProblem& b) { return a.line < b.line; });
  return out;
}

}  // namespace meso
