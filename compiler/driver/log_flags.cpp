#include "compiler/driver/log_flags.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "compiler/driver/log_session.h"
#include "compiler/driver/log_writing.h"

namespace meso {
namespace {

using Flag = std::optional<std::string>;

struct Kind {
  const char* flag;
  const Flag LogFlags::*value;
  bool by, why;  // goes with --by, with --why
};
constexpr Kind kKinds[] = {
    {"--check-in", &LogFlags::check_in, false, false},
    {"--session", &LogFlags::session, false, false},
    {"--off-plan", &LogFlags::off_plan, false, false},
    {"--skip", &LogFlags::skip, false, true},
    {"--drop", &LogFlags::drop, true, true},
    {"--unavailable-until", &LogFlags::unavailable_until, false, true},
    {"--red-flag", &LogFlags::red_flag, false, false},
    {"--cleared-by", &LogFlags::cleared_by, false, true},
    {"--overrule", &LogFlags::overrule, true, true},
    {"--athlete-value", &LogFlags::athlete_value, false, false},
    {"--rename", &LogFlags::rename, false, false},
    {"--continue-at", &LogFlags::continue_at, false, false},
    {"--remove", &LogFlags::remove, false, false},
};

std::vector<const Kind*> given_kinds(const LogFlags& flags) {
  std::vector<const Kind*> given;
  for (const Kind& kind : kKinds)
    if ((flags.*kind.value).has_value()) given.push_back(&kind);
  return given;
}

// What is wrong with the flags beside each other; empty: nothing.
std::string clash(const LogFlags& f, const std::vector<const Kind*>& given) {
  if (given.size() > 1)
    return std::string(given[0]->flag) + " and " + given[1]->flag +
           " are two records: write one after the other, or both by --json";
  const Kind* kind = given.empty() ? nullptr : given.front();
  const bool checks_in = kind == nullptr || f.check_in;
  if (f.probe && !checks_in) return "--probe belongs to --check-in, or stands alone";
  if (kind == nullptr && !f.probe)
    return "what is to be written? --amend, --note, --by, --why, --did and --to go with a record";
  if (!f.by.empty() && (kind == nullptr || !kind->by))
    return "--by goes with --drop and --overrule";
  if (!f.why.empty() && (kind == nullptr || !kind->why))
    return "--why goes with --skip, --drop, --overrule, --cleared-by and --unavailable-until";
  if ((!f.did.empty() || f.as_written || f.broken_off) && !f.session)
    return "--did, --as-written and --broken-off go with --session";
  if (f.to.empty() == f.rename.has_value()) return "--rename OLD goes with --to NEW";
  if (f.by.empty() && (f.drop || f.overrule)) return "who answers for it? --by NAME";
  if (f.why.empty() && f.overrule) return "an overruled gate has its reason: --why TEXT";
  return "";
}

std::string behind(const std::string& before, const std::string& text) {
  return text.empty() ? "" : before + quoted_words(text);
}

void add_lines(RecordDraft& draft, const std::string& text) {
  for (std::string& line : split_lines(text)) draft.lines.push_back(std::move(line));
}

// ---- sessions ---------------------------------------------------------------------------------

Date about(const LogFlags& flags, const Running& running) {
  if (flags.amend)
    if (const auto date = parse_date(*flags.amend)) return *date;
  return Date{running.today};
}

// Where an amended record stood, it stands.
std::string place_amended(const Running& running, const std::string& name, Date day) {
  std::string place;
  for (const Entry& e : running.journal.entries)
    if (e.kind == EntryKind::session && e.date == day && e.name == name) {
      place = e.block.empty() ? "" : " of " + quoted_words(e.block);
      if (e.week) place += " week " + std::to_string(*e.week);
      if (e.lightened) place += " lightened";
    }
  return place;
}

// Exercises that `--did` says something of.
std::vector<ExerciseId> told(const Running& running, const RecordDraft& draft) {
  std::string text = journal_head("-", "") + "2026-01-01 session \"-\"\n";
  for (const std::string& line : draft.lines) text += line + "\n";
  text += "end\n";
  std::vector<ExerciseId> ids;
  const Journal journal = read_journal(text);
  for (const Entry& entry : journal.entries)
    for (const DoneExercise& done : entry.exercises)
      if (const auto id =
              running.names->exercise(done.instead_of.empty() ? done.name : done.instead_of))
        ids.push_back(*id);
  return ids;
}

// Lines that `--did` says nothing of, as they were asked for; what is wrong where one can't be.
std::string fill_as_written(const Running& running, const SessionRef& session, int day,
                            RecordDraft& draft) {
  std::vector<ExerciseId> done = told(running, draft);
  std::vector<std::string> filled;
  for (const TodayLine& line : lines_of_day(running, state_on(running, day), day, session)) {
    const auto& options = line.line->options;
    const auto at = std::ranges::find_first_of(done, options);
    if (at != done.end()) {
      done.erase(at);
      continue;
    }
    std::string why;
    const auto written = line_as_written(running, line, &why);
    if (!written)
      return running.file.plan.exercises[line.exercise].name + ": " + why + ", with --did";
    filled.push_back(*written);
  }
  draft.lines.insert(draft.lines.begin(), filled.begin(), filled.end());
  return "";
}

std::variant<RecordDraft, WrongFlags> session_draft(const LogFlags& f, const Running& running) {
  const Date day = about(f, running);
  std::string name = *f.session;
  const auto ref = session_of_flags(f, running, day.day_number);
  if (name.empty() && std::holds_alternative<WrongFlags>(ref)) return std::get<WrongFlags>(ref);
  if (name.empty()) name = running.run->session(std::get<SessionRef>(ref).id).name;
  RecordDraft draft;
  draft.head =
      "session " + quoted_words(name) +
      (f.amend ? place_amended(running, name, day) : place_of_session(running, name, day)) +
      (f.broken_off ? " broken off" : "");
  for (const std::string& did : f.did) add_lines(draft, did);
  if (!f.as_written) return draft;
  if (const auto* wrong = std::get_if<WrongFlags>(&ref)) return *wrong;
  if (f.amend) return WrongFlags{"what was done of an amended session is said with --did"};
  std::string wrong = fill_as_written(running, std::get<SessionRef>(ref), day.day_number, draft);
  if (!wrong.empty()) return WrongFlags{std::move(wrong)};
  return draft;
}

// ---- the other records ------------------------------------------------------------------------

RecordDraft plain_draft(const LogFlags& f) {
  const auto why = [&] { return behind(" ", f.why); };
  const auto by = [&] { return behind(" by ", f.by); };
  RecordDraft draft;
  if (f.check_in || f.probe) {
    draft.head = "check-in";
    if (f.check_in) add_lines(draft, *f.check_in);
    if (f.probe) draft.lines.push_back("probe " + bare_words(*f.probe));
  } else if (f.off_plan) {
    draft.head = "off-plan";
    add_lines(draft, *f.off_plan);
  } else if (f.skip) {
    draft.head = "skip " + quoted_words(*f.skip) + why();
  } else if (f.drop) {
    draft.head = "drop " + quoted_words(*f.drop) + why() + by();
  } else if (f.unavailable_until) {
    draft.head = "unavailable until " + bare_words(*f.unavailable_until) + why();
  } else if (f.red_flag) {
    draft.head = "red flag " + quoted_words(*f.red_flag);
  } else if (f.cleared_by) {
    draft.head = "cleared by " + quoted_words(*f.cleared_by) + why();
  } else if (f.overrule) {
    draft.head = "overrule " + quoted_words(*f.overrule) + why() + by();
  } else if (f.athlete_value) {
    draft.head = "athlete";
    add_lines(draft, *f.athlete_value);
  } else if (f.rename) {
    draft.head = "rename " + quoted_words(*f.rename) + " to " + quoted_words(f.to);
  } else if (f.continue_at) {
    draft.head = "continue at " + plain_name(*f.continue_at);
  } else if (f.remove) {
    draft.head = "remove " + plain_name(*f.remove);
  }
  return draft;
}

}  // namespace

bool has_record(const LogFlags& f) {
  return !given_kinds(f).empty() || f.probe || !f.did.empty() || f.amend || !f.notes.empty() ||
         !f.by.empty() || !f.why.empty() || !f.to.empty() || f.as_written || f.broken_off;
}

bool asks_session(const LogFlags& f) {
  return f.session && f.did.empty() && !f.as_written && !f.amend && !f.broken_off &&
         f.notes.empty() && given_kinds(f).size() == 1;
}

std::variant<SessionRef, WrongFlags> session_of_flags(const LogFlags& f, const Running& running,
                                                      int day) {
  const State state = state_on(running, day);
  if (f.session && !f.session->empty()) {
    if (const auto ref = pending_session(*running.run, state.control, *f.session)) return *ref;
    std::vector<std::string> names;
    for (const SessionRef& ref : pending_sessions(*running.run, state.control))
      add_once(names, quoted(running.run->session(ref.id).name));
    return WrongFlags{quoted(*f.session) + " isn't to be done in this week" +
                      (names.empty() ? "" : ": it has " + join_and(names))};
  }
  const DayDecision decision = decide(*running.run, state, day);
  const auto* verdict = std::get_if<DayVerdict>(&decision);
  if (verdict != nullptr && verdict->session) return *verdict->session;
  return WrongFlags{"no session is released on " + text(Date{day}) +
                    ": name the one that was done, --session NAME"};
}

std::variant<RecordDraft, WrongFlags> draft_of_flags(const LogFlags& f, const Running& running) {
  if (std::string wrong = clash(f, given_kinds(f)); !wrong.empty())
    return WrongFlags{std::move(wrong)};
  RecordDraft draft;
  if (f.session) {
    auto made = session_draft(f, running);
    if (auto* wrong = std::get_if<WrongFlags>(&made)) return std::move(*wrong);
    draft = std::get<RecordDraft>(std::move(made));
  } else {
    draft = plain_draft(f);
  }
  for (const std::string& note : f.notes) draft.lines.push_back("note " + quoted_words(note));
  const std::string amends = f.amend ? "amend " + bare_words(*f.amend) + " " : "";
  draft.head = text(Date{running.today}) + " " + amends + draft.head;
  return draft;
}

}  // namespace meso
