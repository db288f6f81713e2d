#include "runtime/replay/changed_plan.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"

namespace meso {
namespace {

using Severity = JournalProblem::Severity;

std::string rename_to(std::string_view was, const std::vector<std::string>& now) {
  const std::string command = "meso log --rename " + quoted(was) + " --to ";
  if (now.size() == 1)
    return "name " + quoted(was) + " -> " + quoted(now.front()) + "? Then: " + command +
           quoted(now.front());
  std::vector<std::string> names;
  for (const std::string& name : now) names.push_back(quoted(name));
  if (names.empty()) return "does it have another name now? Then: " + command + "NEW";
  return "name " + quoted(was) + " -> " + join_or(names) + "? Then: " + command + "NEW";
}

int shared_exercises(const Session& session, const std::set<std::uint32_t>& done) {
  int shared = 0;
  for (const Line& line : session.lines)
    shared += std::any_of(line.options.begin(), line.options.end(),
                          [&](ExerciseId id) { return done.contains(id.value); })
                  ? 1
                  : 0;
  return shared;
}

// The sessions that have most of the record's exercises; without any, those spelled like it.
std::vector<std::string> sessions_like(const RunPlan& run, const LogNames& names,
                                       const Entry& entry) {
  std::set<std::uint32_t> done;
  for (const DoneExercise& each : entry.exercises)
    if (const auto id = names.exercise(each.name)) done.insert(id->value);
  std::vector<std::string> best;
  std::vector<std::string_view> all;
  int most = 0;
  for (const Block& block : run.plan().blocks)
    for (const Session& session : block.sessions) {
      all.push_back(session.name);
      const int shared = shared_exercises(session, done);
      if (shared == 0 || shared < most) continue;
      if (shared > most) best.clear();
      most = shared;
      add_once(best, session.name);
    }
  return best.empty() ? nearest(entry.name, all) : best;
}

bool is_block(const Plan& plan, std::string_view name) {
  return std::any_of(plan.blocks.begin(), plan.blocks.end(),
                     [&](const Block& block) { return block.name == name; });
}

std::string place_words(const std::optional<int>& week, std::string_view block) {
  const std::string of = block.empty() ? "" : quoted(block);
  if (!week) return of;
  return "week " + std::to_string(*week) + (of.empty() ? "" : " of " + of);
}

}  // namespace

JournalProblem gone_session(const RunPlan& run, const LogNames& names, const Entry& entry,
                            std::string_view now) {
  const std::string renamed = now == entry.name ? "" : ", by a rename " + quoted(now) + ",";
  return {Severity::error, entry.line,
          quoted(entry.name) + renamed + " isn't in the plan (any more)",
          rename_to(now, sessions_like(run, names, entry)) +
              "; was it beside the plan? Write `off-plan` in its place"};
}

JournalProblem elsewhere(const RunPlan& run, const Entry& entry, std::string_view block_now,
                         const Place& place) {
  const std::string& here = run.plan().blocks[place.block].name;
  if (!entry.block.empty() && !is_block(run.plan(), block_now))
    return {Severity::error, entry.line,
            "the block " + quoted(entry.block) + " isn't in the plan (any more)",
            rename_to(entry.block, {here})};
  return {Severity::error, entry.line,
          quoted(entry.name) + " was done in " + place_words(entry.week, entry.block) +
              "; by the plan as it is now the athlete was in " + place_words(place.week + 1, here),
          "the plan was changed under the log. Write above this record where it goes on: `" +
              text(entry.date) + " continue at " +
              place_words(entry.week.value_or(1), block_now.empty() ? here : block_now) + "`"};
}

JournalProblem gone_exercise(const RunPlan& run, const LogNames& names, const Session& session,
                             const Entry& entry, const DoneExercise& done) {
  const std::string_view name = done.instead_of.empty() ? done.name : done.instead_of;
  const auto is_done = [&](ExerciseId id) {
    return std::any_of(entry.exercises.begin(), entry.exercises.end(), [&](const DoneExercise& e) {
      return names.exercise(e.instead_of.empty() ? e.name : e.instead_of) == id;
    });
  };
  std::vector<std::string> others;  // lines that the record says nothing of
  for (const Line& line : session.lines)
    if (std::none_of(line.options.begin(), line.options.end(), is_done))
      add_once(others, run.plan().exercises[line.options.front()].name);
  return {Severity::warning, done.line,
          quoted(session.name) + " has no " + std::string(name) +
              " (any more): it counts as work beside the plan",
          others.empty() ? ""
                         : join_or(others) +
                               " instead of it? Then the loads begin afresh. The same under a new "
                               "name? Then: meso log --rename " +
                               quoted(name) + " --to " +
                               (others.size() == 1 ? quoted(others.front()) : "NEW")};
}

}  // namespace meso
