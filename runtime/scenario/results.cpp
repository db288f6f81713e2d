#include "runtime/scenario/results.h"

#include <algorithm>

#include "base/text.h"
#include "runtime/replay/record_words.h"

namespace meso {
namespace {

constexpr std::string_view kWent[] = {"at top of range", "at top", "missed", "as written"};

// `back squat missed` -> "back squat" and how it went.
std::optional<Went> cut_went(std::string& text) {
  for (const std::string_view words : kWent) {
    const std::string behind = " " + std::string(words);
    if (text.size() <= behind.size() || !text.ends_with(behind)) continue;
    text.resize(text.size() - behind.size());
    return went_from(words);
  }
  return std::nullopt;
}

class Results {
 public:
  Results(const RunPlan& run, const LogNames& names, const std::vector<TodayLine>& asked,
          const std::map<ExerciseId, Load>& loads)
      : run_(run), names_(names), asked_(asked), loads_(loads), told_(asked.size()) {}

  ToldResults read(const ScenarioStep& step, Went others) {
    for (const ScenarioLine& line : step.body)
      if (line.text.starts_with("others "))
        read_others(line, others);
      else
        read_line(line);
    for (std::size_t n = 0; n < asked_.size(); ++n)
      if (!told_[n]) add_as(step.head.line, asked_[n], others);
    return std::move(out_);
  }

 private:
  void fail(std::uint32_t line, std::string message) {
    if (!out_.problem) out_.problem = ScenarioProblem{line, std::move(message)};
  }

  void read_others(const ScenarioLine& line, Went& others) {
    const auto went = went_from(line.text.substr(7));
    if (!went) return fail(line.line, "`others` are `at top`, `missed` or `as written`");
    others = *went;
  }

  void add_as(std::uint32_t line, const TodayLine& asked, Went went) {
    if (asked.line->optional) return;
    const auto sets = sets_done(run_, asked, went, loads_);
    if (!sets)
      return fail(line, run_.plan().exercises[asked.exercise].name +
                            " has no load yet: give it with `loads`");
    out_.lines.push_back({asked.nth, asked.exercise, false, *sets});
  }

  // `bench press missed`, `back squat 5, 5, 4`.
  void read_line(const ScenarioLine& line) {
    std::string name = line.text;
    if (const auto went = cut_went(name)) {
      if (const auto n = line_named(line, name)) add_as(line.line, asked_[*n], *went);
      return;
    }
    std::string text;
    const Journal journal = record_of("session \"-\"", {line}, text);
    if (!journal.problems.empty()) return fail(line.line, said_of(journal.problems.front()));
    if (journal.entries.empty() || journal.entries.front().exercises.empty())
      return fail(line.line, "`" + line.text + "` is no result");
    add_written(line, journal.entries.front().exercises.front());
  }

  void add_written(const ScenarioLine& line, const DoneExercise& done) {
    const bool replaces = !done.instead_of.empty();
    const auto n = line_named(line, std::string(replaces ? done.instead_of : done.name));
    if (!n || done.skipped) return;
    DoneLine out{asked_[*n].nth, asked_[*n].exercise, replaces, done.sets};
    if (const auto id = names_.exercise(done.name)) out.exercise = *id;
    fill_loads(asked_[*n], out);
    out_.lines.push_back(std::move(out));
  }

  // A load that isn't written is as prescribed; one that nobody knows is that of `loads`.
  void fill_loads(const TodayLine& asked, DoneLine& done) const {
    meso::fill_loads(asked, done.sets);
    const auto found = loads_.find(done.exercise);
    if (found == loads_.end()) return;
    for (DoneSet& set : done.sets)
      if (!set.load && !set.bodyweight) set.load = found->second;
  }

  std::optional<std::size_t> line_named(const ScenarioLine& line, const std::string& name) {
    const auto id = names_.exercise(name);
    if (!id) {
      fail(line.line, names_.unknown_exercise(name).text());
      return std::nullopt;
    }
    for (std::size_t n = 0; n < asked_.size(); ++n) {
      const auto& options = asked_[n].line->options;
      if (told_[n] || std::find(options.begin(), options.end(), *id) == options.end()) continue;
      told_[n] = true;
      return n;
    }
    fail(line.line, "today's session has no " + name + " left");
    return std::nullopt;
  }

  const RunPlan& run_;
  const LogNames& names_;
  const std::vector<TodayLine>& asked_;
  const std::map<ExerciseId, Load>& loads_;
  std::vector<bool> told_;
  ToldResults out_;
};

}  // namespace

std::optional<Went> went_from(std::string_view words) {
  if (words == "as written") return Went::as_written;
  if (words == "at top of range" || words == "at top") return Went::at_top;
  if (words == "missed") return Went::missed;
  return std::nullopt;
}

ToldResults told_results(const RunPlan& run, const LogNames& names,
                         const std::vector<TodayLine>& asked, const ScenarioStep& step, Went others,
                         const std::map<ExerciseId, Load>& loads) {
  return Results(run, names, asked, loads).read(step, others);
}

Journal record_of(const std::string& head, const std::vector<ScenarioLine>& body,
                  std::string& text) {
  text = "meso log 1\nplan \"-\"\n\n2026-01-05 " + head + "\n";
  for (const ScenarioLine& line : body) text += "  " + line.text + "\n";
  text += "end\n";
  return read_journal(text);
}

std::string said_of(const JournalProblem& problem) {
  if (problem.help.empty()) return problem.message;
  const bool has_colon = problem.message.find(": ") != std::string::npos;
  return problem.message + (has_colon ? "; " : ": ") + problem.help;
}

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

}  // namespace meso
