#include <algorithm>
#include <map>

#include "base/text.h"
#include "runtime/replay/replay.h"
#include "runtime/scenario/athlete.h"
#include "runtime/scenario/expect.h"
#include "runtime/scenario/scenario.h"

namespace meso {
namespace {

constexpr int kFirstDay = 20'458;  // Monday, 2026-01-05
constexpr int kMostDays = 30;      // that an athlete who is well waits for a session

std::string behind(const std::string& text, std::string_view word) {
  std::string rest = text.substr(std::min(text.size(), word.size()));
  while (!rest.empty() && rest.front() == ' ') rest.erase(rest.begin());
  return rest;
}

// `a, b; c` of a check-in or of results, as one body line each.
std::vector<ScenarioLine> body_of(const ScenarioStep& step, std::string_view word) {
  std::vector<ScenarioLine> lines = step.body;
  const std::string rest = behind(step.head.text, word);
  if (!rest.empty() && rest.front() != '"') lines.insert(lines.begin(), {step.head.line, rest});
  return lines;
}

// A record of the journal made of these lines: one grammar for both.
Journal record_of(const std::string& head, const std::vector<ScenarioLine>& body,
                  std::string& text) {
  text = "meso log 1\nplan \"-\"\n\n2026-01-05 " + head + "\n";
  for (const ScenarioLine& line : body) text += "  " + line.text + "\n";
  text += "end\n";
  return read_journal(text);
}

std::optional<Went> went_from(std::string_view words) {
  if (words == "as written") return Went::as_written;
  if (words == "at top of range" || words == "at top") return Went::at_top;
  if (words == "missed") return Went::missed;
  return std::nullopt;
}

bool ends_with_words(const std::string& text, std::string_view words) {
  return text.size() > words.size() && text.ends_with(words) &&
         text[text.size() - words.size() - 1] == ' ';
}

// One scenario, day by day.
class Run {
 public:
  Run(const RunPlan& run, const LogNames& names) : run_(run), names_(names), state_(start(run)) {}

  std::optional<ScenarioProblem> steps(const Scenario& scenario) {
    for (const ScenarioStep& step : scenario.steps) {
      take(step);
      if (problem_) return problem_;
    }
    return std::nullopt;
  }

 private:
  void fail(std::uint32_t line, std::string message) {
    if (!problem_) problem_ = ScenarioProblem{line, std::move(message)};
  }

  void take(const ScenarioStep& step) {
    const std::string& text = step.head.text;
    const std::string word = text.substr(0, text.find(' '));
    if (word == "loads") return loads(step);
    if (word == "session") return session(step);
    if (word == "sessions") return sessions(step);
    if (word == "check-in") return check_in(step);
    if (word == "expect") return expect(step);
    if (word == "wait") return wait(step);
    if (word == "athlete") return athlete(step);
    if (word == "drop") return drop(step);
    if (word == "overrule") return overrule(step);
    if (word == "clear") happen(Cleared{});
  }

  Told happen(Happened what) {
    Told told;
    state_ = step(run_, std::move(state_), DayEvent{day_, std::move(what)}, &told);
    told_ = told;
    return told;
  }

  // ---- days -----------------------------------------------------------------------------------

  // The first date from today on which something is due; today where nothing ever is.
  int due_day() const {
    int day = day_;
    for (int tries = 0; tries < 400; ++tries) {
      CheckIn closed;
      closed.closed = true;
      const DayDecision decision = decide(run_, state_, day, closed);
      const auto& verdict = std::get<DayVerdict>(decision);
      if (verdict.what != DayVerdict::What::rest) return day;
      day = std::max(day + 1, verdict.next_day);
    }
    return day_;
  }

  void go_to_due_day() {
    if (state_.today.day == day_ && checked_in_) return;
    day_ = due_day();
  }

  void wait(const ScenarioStep& step) {
    const auto days = Decimal::parse(
        behind(step.head.text, "wait").substr(0, behind(step.head.text, "wait").find(' ')));
    if (!days) return fail(step.head.line, "how long? Write `wait 3 days`");
    day_ += static_cast<int>(days->floor());
    checked_in_ = false;
  }

  // ---- check-ins ------------------------------------------------------------------------------

  void check_in(const ScenarioStep& step) {
    if (checked_in_ || state_.control.done.last() == day_) ++day_;
    checked_in_ = false;
    if (!ends_with_words(step.head.text, "today")) day_ = due_day();
    std::string text;
    auto body = body_of(step, "check-in");
    for (ScenarioLine& line : body)
      if (line.text == "today") line.text = "note \"today\"";
    const Journal journal = record_of("check-in", body, text);
    CheckedIn given;
    if (!read_given(journal, step, given)) return;
    happen(all_well(run_, state_, day_, given.answers, given.probes));
    checked_in_ = true;
  }

  bool read_given(const Journal& journal, const ScenarioStep& step, CheckedIn& given) {
    std::vector<JournalProblem> problems = journal.problems;
    for (const Entry& entry : journal.entries) given = checked_in(names_, entry, problems);
    for (const JournalProblem& p : problems) {
      fail(step.head.line, p.message);
      return false;
    }
    return true;
  }

  void check_in_well() {
    if (checked_in_ && state_.today.day == day_) return;
    happen(all_well(run_, state_, day_, CheckIn()));
    checked_in_ = true;
  }

  // ---- sessions -------------------------------------------------------------------------------

  void loads(const ScenarioStep& step) {
    std::string text;
    auto lines = step.body;
    const std::string rest = behind(step.head.text, "loads");
    if (!rest.empty()) lines.insert(lines.begin(), {step.head.line, rest});
    for (const ScenarioLine& line : lines)
      for (const std::string& part : split(line.text, ',')) add_load(line.line, part);
  }

  static std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
      if (c == at)
        parts.emplace_back();
      else if (!(c == ' ' && parts.back().empty()))
        parts.back() += c;
    }
    return parts;
  }

  // `back squat 60 kg`.
  void add_load(std::uint32_t line, const std::string& part) {
    const std::size_t unit = part.rfind(' ');
    const std::size_t number = unit == std::string::npos ? unit : part.rfind(' ', unit - 1);
    if (number == std::string::npos) return fail(line, "`loads` takes `back squat 60 kg, ...`");
    const auto exercise = names_.exercise(part.substr(0, number));
    const auto amount = Decimal::parse(part.substr(number + 1, unit - number - 1));
    const auto known = unit_from(part.substr(unit + 1));
    if (!exercise) return fail(line, "no exercise is called " + quoted(part.substr(0, number)));
    if (!amount || !known || !is_mass(*known))
      return fail(line, "`" + part + "` gives no load like 60 kg");
    loads_[*exercise] = Load{*amount, *known == Unit::kg ? MassUnit::kg : MassUnit::lb};
  }

  // The verdict that lets a session be done today; nothing, and a failure, where there is none.
  std::optional<DayVerdict> released(std::uint32_t line) {
    const DayDecision decision = decide(run_, state_, day_);
    const auto& verdict = std::get<DayVerdict>(decision);
    if (verdict.session) return verdict;
    fail(line, "no session is done here: the day says " + std::string(word_of(verdict.what)));
    return std::nullopt;
  }

  // Who is well may still have to wait: without a history, strength is back after 48 h. A check-in
  // that the scenario writes is for its own day alone.
  std::optional<DayVerdict> released_when_well(std::uint32_t line) {
    bool written = checked_in_ && state_.today.day == day_;
    for (int tries = 0; tries < kMostDays; ++tries) {
      go_to_due_day();
      check_in_well();
      const DayDecision decision = decide(run_, state_, day_);
      const auto& verdict = std::get<DayVerdict>(decision);
      const bool goes_on = verdict.what == DayVerdict::What::rest ||
                           (verdict.what == DayVerdict::What::recover && !written);
      if (!goes_on) break;
      ++day_;
      checked_in_ = written = false;
    }
    return released(line);
  }

  void session(const ScenarioStep& step) {
    const auto verdict = released_when_well(step.head.line);
    if (!verdict) return;
    const std::string rest = behind(step.head.text, "session");
    if (!rest.empty() && rest.front() == '"') {
      const std::string name = rest.substr(1, rest.find('"', 1) - 1);
      const std::string& real = run_.session(verdict->session->id).name;
      if (name != real)
        return fail(step.head.line,
                    "the next session is " + quoted(real) + ", not " + quoted(name));
    }
    do_session(*verdict, step, went_of(rest));
  }

  static Went went_of(const std::string& rest) {
    for (const std::string_view words : {"at top of range", "at top", "missed", "as written"})
      if (rest == words || rest.ends_with(words)) return *went_from(words);
    return Went::as_written;
  }

  void do_session(const DayVerdict& verdict, const ScenarioStep& step, Went others) {
    SessionDone done;
    done.session = *verdict.session;
    const auto asked = session_of(run_, state_, verdict);
    std::vector<bool> told(asked.size());
    for (const ScenarioLine& line : step.body) {
      if (line.text.starts_with("others ")) {
        if (const auto went = went_from(behind(line.text, "others"))) others = *went;
        continue;
      }
      add_told(line, asked, told, done);
    }
    for (std::size_t n = 0; n < asked.size(); ++n)
      if (!told[n]) add_as(step.head.line, asked[n], others, done);
    if (problem_) return;
    happen(std::move(done));
    checked_in_ = false;
  }

  void add_as(std::uint32_t line, const TodayLine& asked, Went went, SessionDone& done) {
    if (asked.line->optional) return;
    const auto sets = sets_done(run_, asked, went, loads_);
    if (!sets)
      return fail(line, run_.plan().exercises[asked.exercise].name +
                            " has no load yet: give it with `loads`");
    done.lines.push_back({asked.nth, asked.exercise, false, *sets});
  }

  // A result as it was written: `back squat 5, 5, 4`, `bench press missed`.
  void add_told(const ScenarioLine& line, const std::vector<TodayLine>& asked,
                std::vector<bool>& told, SessionDone& done) {
    for (const std::string_view words : {"at top of range", "at top", "missed", "as written"}) {
      if (!ends_with_words(line.text, words)) continue;
      const std::string name = line.text.substr(0, line.text.size() - words.size() - 1);
      const auto n = line_named(line, name, asked, told);
      if (n) add_as(line.line, asked[*n], *went_from(words), done);
      return;
    }
    std::string text;
    const Journal journal = record_of("session \"-\"", {line}, text);
    if (!journal.problems.empty()) return fail(line.line, journal.problems.front().message);
    if (journal.entries.empty() || journal.entries.front().exercises.empty())
      return fail(line.line, "`" + line.text + "` is no result");
    const DoneExercise& exercise = journal.entries.front().exercises.front();
    const std::string_view planned =
        exercise.instead_of.empty() ? exercise.name : exercise.instead_of;
    const auto n = line_named(line, std::string(planned), asked, told);
    if (!n) return;
    DoneLine out{asked[*n].nth, asked[*n].exercise, !exercise.instead_of.empty(), exercise.sets};
    if (const auto id = names_.exercise(exercise.name)) out.exercise = *id;
    fill_loads(asked[*n], out);
    if (!exercise.skipped) done.lines.push_back(std::move(out));
  }

  // A load that isn't written is as prescribed; one that nobody knows is that of `loads`.
  void fill_loads(const TodayLine& asked, DoneLine& done) const {
    const auto sets = asked_sets(asked);
    for (std::size_t n = 0; n < done.sets.size(); ++n) {
      DoneSet& set = done.sets[n];
      if (set.load || set.bodyweight) continue;
      const AskedSet* of = sets.empty() ? nullptr : &sets[std::min(n, sets.size() - 1)];
      if (of != nullptr && of->load != nullptr && of->load->low) {
        set.load = of->load->low;
        set.bodyweight = of->load->state == PlannedLoad::State::bodyweight;
      } else if (const auto at = loads_.find(done.exercise); at != loads_.end()) {
        set.load = at->second;
      }
    }
  }

  std::optional<std::size_t> line_named(const ScenarioLine& line, const std::string& name,
                                        const std::vector<TodayLine>& asked,
                                        std::vector<bool>& told) {
    const auto id = names_.exercise(name);
    if (!id) {
      fail(line.line, "no exercise is called " + quoted(name));
      return std::nullopt;
    }
    for (std::size_t n = 0; n < asked.size(); ++n) {
      const auto& options = asked[n].line->options;
      if (told[n] || std::find(options.begin(), options.end(), *id) == options.end()) continue;
      told[n] = true;
      return n;
    }
    fail(line.line, "today's session has no " + name + " left");
    return std::nullopt;
  }

  // `sessions 4`, `sessions 3 at top`, `sessions to "Deload"`.
  void sessions(const ScenarioStep& step) {
    const std::string rest = behind(step.head.text, "sessions");
    const auto number = Decimal::parse(rest.substr(0, rest.find(' ')));
    const bool to = rest.starts_with("to \"");
    if (!number && !to) return fail(step.head.line, "how many? Write `sessions 4`");
    const std::string target = to ? rest.substr(4, rest.find('"', 4) - 4) : "";
    const int most = to ? 400 : static_cast<int>(number->floor());
    for (int n = 0; n < most && !problem_; ++n) {
      if (to && (state_.control.finished || head_is(target))) return;
      ScenarioStep one = step;
      one.head.text = "session";
      const auto verdict = released_when_well(step.head.line);
      if (verdict) do_session(*verdict, one, went_of(rest));
    }
    if (to && !head_is(target)) fail(step.head.line, quoted(target) + " never came");
  }

  // The next session, or the block that it stands in.
  bool head_is(const std::string& name) const {
    const auto pending = pending_sessions(run_, state_.control);
    if (pending.empty()) return false;
    return run_.session(pending.front().id).name == name ||
           block_of(run_.plan(), state_.control.place).name == name;
  }

  // ---- the rest -------------------------------------------------------------------------------

  void athlete(const ScenarioStep& step) {
    std::string text;
    const Journal journal = record_of("athlete", body_of(step, "athlete"), text);
    if (!journal.problems.empty()) return fail(step.head.line, journal.problems.front().message);
    std::vector<JournalProblem> problems;
    for (const Entry& entry : journal.entries) {
      AthleteChanged changed = athlete_values(names_, entry, problems);
      happen(std::move(changed));
    }
    if (!problems.empty()) fail(step.head.line, problems.front().message);
  }

  std::optional<SessionRef> named(const ScenarioStep& step) {
    const std::size_t open = step.head.text.find('"');
    const std::string name =
        open == std::string::npos
            ? ""
            : step.head.text.substr(open + 1, step.head.text.find('"', open + 1) - open - 1);
    const auto ref = pending_session(run_, state_.control, name);
    if (!ref) fail(step.head.line, quoted(name) + " isn't pending");
    return ref;
  }
  void drop(const ScenarioStep& step) {
    if (const auto ref = named(step)) happen(Dropped{*ref});
  }
  void overrule(const ScenarioStep& step) {
    if (const auto ref = named(step)) happen(Overruled{*ref});
  }

  void expect(const ScenarioStep& step) {
    if (!checked_in_) day_ = due_day();
    State state = state_;
    arrive(run_, state.control, day_);  // a lay-off is over with the day that is looked at
    const Expectation expectation{run_, names_, state, day_, checked_in_, told_};
    const std::string failed = expectation.failure(behind(step.head.text, "expect"));
    if (!failed.empty()) fail(step.head.line, failed);
  }

  const RunPlan& run_;
  const LogNames& names_;
  State state_;
  Told told_;
  int day_ = kFirstDay;
  bool checked_in_ = false;  // today, by the scenario or by itself
  std::map<ExerciseId, Load> loads_;
  std::optional<ScenarioProblem> problem_;
};

}  // namespace

std::vector<std::string> named_exercises(const ScenarioFile& file) {
  std::vector<std::string> names;
  for (const Scenario& scenario : file.scenarios)
    for (const ScenarioStep& step : scenario.steps)
      for (const ScenarioLine& line : step.body) {
        std::string text;
        const Journal journal = record_of("session \"-\"", {line}, text);
        for (const Entry& entry : journal.entries)
          for (const DoneExercise& done : entry.exercises) names.emplace_back(done.name);
      }
  return names;
}

std::optional<ScenarioProblem> run_scenario(const RunPlan& run, const LogNames& names,
                                            const Scenario& scenario) {
  return Run(run, names).steps(scenario);
}

}  // namespace meso
