#include <algorithm>
#include <map>

#include "base/text.h"
#include "runtime/replay/replay.h"
#include "runtime/scenario/athlete.h"
#include "runtime/scenario/expect.h"
#include "runtime/scenario/results.h"
#include "runtime/scenario/scenario.h"
#include "runtime/scenario/words.h"

namespace meso {
namespace {

constexpr int kFirstDay = 20'458;  // Monday, 2026-01-05
constexpr int kMostDays = 30;      // that an athlete who is well waits for a session

// `check-in soreness quads 3`, and what stands below it: a body line each.
std::vector<ScenarioLine> body_of(const ScenarioStep& step, std::string_view behind) {
  std::vector<ScenarioLine> lines = step.body;
  if (!behind.empty()) lines.insert(lines.begin(), {step.head.line, std::string(behind)});
  return lines;
}

// Where a problem of a record stands in the scenario.
std::uint32_t line_of(const JournalProblem& problem, const std::vector<ScenarioLine>& body,
                      const ScenarioStep& step) {
  const std::size_t n = problem.line - kFirstBodyLine;
  return problem.line >= kFirstBodyLine && n < body.size() ? body[n].line : step.head.line;
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
    StepWords words(step.head.text);
    if (words.take("session")) return session(step, words);
    if (words.take("sessions")) return sessions(step, words);
    if (words.take("check-in")) return check_in(step, words);
    if (words.take("loads")) return loads(step, words);
    if (words.take("athlete")) return athlete(step, words);
    if (!step.body.empty()) return no_step(step.body.front());
    if (words.take("expect")) return expect(step, words);
    if (words.take("wait")) return wait(step, words);
    if (words.take("drop")) return drop(step, words);
    if (words.take("overrule")) return overrule(step, words);
    if (words.take("clear") && ended(step, words)) happen(Cleared{});
  }

  void no_step(const ScenarioLine& line) {
    const std::string word = line.text.substr(0, line.text.find(' '));
    const auto near = nearest(word, scenario_steps(), 1);
    fail(line.line,
         "`" + word + "` is no step of a scenario" +
             (near.empty() ? "" : ": did you mean `" + std::string(near.front()) + "`?"));
  }

  // Nothing of a line is passed over.
  bool ended(const ScenarioStep& step, const StepWords& words) {
    if (words.done()) return true;
    fail(step.head.line, "`" + std::string(words.left()) + "` isn't understood here");
    return false;
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

  void wait(const ScenarioStep& step, StepWords words) {
    const auto number = words.number();
    const bool weeks = number && (words.take("weeks") || words.take("week"));
    const bool days = number && !weeks && (words.take("days") || words.take("day"));
    if (!weeks && !days)
      return fail(step.head.line, "how long? Write `wait 3 days` or `wait 2 weeks`");
    if (!ended(step, words)) return;
    day_ += *number * (weeks ? 7 : 1);
    checked_in_ = false;
  }

  // ---- check-ins ------------------------------------------------------------------------------

  // `today` stands in front of the answers.
  void check_in(const ScenarioStep& step, StepWords words) {
    if (checked_in_ || state_.control.done.last() == day_) ++day_;
    checked_in_ = false;
    if (!words.take("today")) day_ = due_day();
    std::string text;
    const auto body = body_of(step, words.left());
    const Journal journal = record_of("check-in", body, text);
    std::vector<JournalProblem> problems = journal.problems;
    CheckedIn given;
    for (const Entry& entry : journal.entries) given = checked_in(names_, entry, problems);
    if (!problems.empty())
      return fail(line_of(problems.front(), body, step), said_of(problems.front()));
    happen(all_well(run_, state_, day_, given.answers, given.probes));
    checked_in_ = true;
  }

  void check_in_well() {
    if (checked_in_ && state_.today.day == day_) return;
    happen(all_well(run_, state_, day_, CheckIn()));
    checked_in_ = true;
  }

  // ---- sessions -------------------------------------------------------------------------------

  void loads(const ScenarioStep& step, const StepWords& words) {
    for (const ScenarioLine& line : body_of(step, words.left()))
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

  // `back squat 60 kg`, `back squat 60kg`: the number is the last word that begins with a digit.
  void add_load(std::uint32_t line, const std::string& part) {
    std::size_t at = std::string::npos;
    for (std::size_t i = 1; i < part.size(); ++i)
      if (part[i - 1] == ' ' && part[i] >= '0' && part[i] <= '9') at = i;
    if (at == std::string::npos) return fail(line, "`loads` takes `back squat 60 kg, ...`");
    const std::string name = part.substr(0, at - 1);
    const std::size_t end = std::min(part.find_first_not_of("0123456789.", at), part.size());
    const auto amount = Decimal::parse(part.substr(at, end - at));
    const std::size_t unit_at = std::min(part.find_first_not_of(' ', end), part.size());
    const auto unit = unit_from(part.substr(unit_at));
    const auto exercise = names_.exercise(name);
    if (!exercise) return fail(line, names_.unknown_exercise(name).text());
    if (!amount || !unit || !is_mass(*unit))
      return fail(line, "`" + part + "` gives no load like 60 kg");
    loads_[*exercise] = Load{*amount, *unit == Unit::kg ? MassUnit::kg : MassUnit::lb};
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

  // How it went, where the line says so; nothing, and a failure, of other words.
  std::optional<Went> went(const ScenarioStep& step, const StepWords& words) {
    if (words.done()) return Went::as_written;
    if (const auto said = went_from(words.left())) return said;
    fail(step.head.line, "`" + std::string(words.left()) +
                             "` isn't understood here: `session \"NAME\" at top`, or `missed`");
    return std::nullopt;
  }

  void session(const ScenarioStep& step, StepWords words) {
    const auto name = words.name();
    const auto others = went(step, words);
    if (!others) return;
    const auto verdict = released_when_well(step.head.line);
    if (!verdict) return;
    const std::string& real = run_.session(verdict->session->id).name;
    if (name && *name != real)
      return fail(step.head.line, "the next session is " + quoted(real) + ", not " + quoted(*name));
    do_session(*verdict, step, *others);
  }

  void do_session(const DayVerdict& verdict, const ScenarioStep& step, Went others) {
    SessionDone done;
    done.session = *verdict.session;
    const auto asked = session_of(run_, state_, verdict);
    ToldResults told = told_results(run_, names_, asked, step, others, loads_);
    if (told.problem) return fail(told.problem->line, told.problem->message);
    done.lines = std::move(told.lines);
    happen(std::move(done));
    checked_in_ = false;
  }

  // `sessions 4`, `sessions 3 at top`, `sessions to "Deload"`.
  void sessions(const ScenarioStep& step, StepWords words) {
    constexpr int kMostSessions = 400;
    const auto number = words.number();
    const auto target = !number && words.take("to") ? words.name() : std::nullopt;
    if (!number && !target)
      return fail(step.head.line, "how many? Write `sessions 4`, or `sessions to \"Deload\"`");
    const auto others = went(step, words);
    for (int n = 0; others && n < number.value_or(kMostSessions) && !problem_; ++n) {
      if (target && (state_.control.finished || head_is(*target))) break;
      const auto verdict = released_when_well(step.head.line);
      if (verdict) do_session(*verdict, step, *others);
    }
    if (target && !head_is(*target)) fail(step.head.line, quoted(*target) + " never came");
  }

  // The next session, or the block that it stands in.
  bool head_is(const std::string& name) const {
    const auto pending = pending_sessions(run_, state_.control);
    if (pending.empty()) return false;
    return run_.session(pending.front().id).name == name ||
           block_of(run_.plan(), state_.control.place).name == name;
  }

  // ---- the rest -------------------------------------------------------------------------------

  void athlete(const ScenarioStep& step, const StepWords& words) {
    std::string text;
    const auto body = body_of(step, words.left());
    const Journal journal = record_of("athlete", body, text);
    std::vector<JournalProblem> problems = journal.problems;
    for (const Entry& entry : journal.entries) happen(athlete_values(names_, entry, problems));
    if (!problems.empty()) fail(line_of(problems.front(), body, step), said_of(problems.front()));
  }

  std::optional<SessionRef> named(const ScenarioStep& step, StepWords words) {
    const auto name = words.name();
    if (!name) fail(step.head.line, "which session? Its name stands in quotes");
    if (!name || !ended(step, words)) return std::nullopt;
    const auto ref = pending_session(run_, state_.control, *name);
    if (!ref) fail(step.head.line, quoted(*name) + " isn't pending");
    return ref;
  }
  void drop(const ScenarioStep& step, const StepWords& words) {
    if (const auto ref = named(step, words)) happen(Dropped{*ref});
  }
  void overrule(const ScenarioStep& step, const StepWords& words) {
    if (const auto ref = named(step, words)) happen(Overruled{*ref});
  }

  // Looks at the next date on which something is due, and leaves the date where it is.
  void expect(const ScenarioStep& step, const StepWords& words) {
    const int day = checked_in_ ? day_ : due_day();
    State state = state_;
    arrive(run_, state.control, day);  // a lay-off is over with the day that is looked at
    const Expectation expectation{run_, names_, state, day, checked_in_, told_};
    const std::string failed = expectation.failure(std::string(words.left()));
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

std::optional<ScenarioProblem> run_scenario(const RunPlan& run, const LogNames& names,
                                            const Scenario& scenario) {
  return Run(run, names).steps(scenario);
}

}  // namespace meso
