#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "compiler/compare/told.h"
#include "runtime/words.h"
#include "runtime/words_line.h"

namespace meso {
namespace {

// "5 x 5", or of a staged scheme "stage 1 5 x 5, stage 2 3 x 5".
std::string by_stage(const Line& line,
                     const std::function<std::string(const Prescription&)>& words) {
  std::vector<std::string> stages;
  for (const Prescription& stage : line.stages) stages.push_back(words(stage));
  const auto differs = [&](const std::string& stage) { return stage != stages.front(); };
  if (stages.empty()) return {};
  if (std::none_of(stages.begin(), stages.end(), differs)) return stages.front();
  std::string out;
  for (std::size_t i = 0; i < stages.size(); ++i)
    out += (i == 0 ? "stage " : ", stage ") + std::to_string(i + 1) + " " +
           (stages[i].empty() ? "as usual" : stages[i]);
  return out;
}

std::string if_set(bool set, std::string_view word) { return set ? std::string(word) : ""; }

// The other sessions of the block whose result moves this line's loads too.
std::vector<std::string> shared_states(const Sharers& sharers, const Session& own,
                                       const Line& line) {
  std::vector<std::string> out;
  for (const ProgressionId progression : line.progressions) {
    std::vector<std::string> others;
    for (const std::string& session : sharers.at(progression))
      if (session != own.name) others.push_back(quoted(session));
    if (!others.empty()) out.push_back("with " + join_and(others));
  }
  return out;
}

std::vector<std::string> primary_groups(const Plan& plan, const Line& line) {
  std::vector<std::string> out;
  for (const ExerciseId id : line.options)
    for (const MuscleShare& muscle : plan.exercises[id].muscles)
      if (muscle.share >= Decimal::whole(1)) out.push_back(plan.groups[muscle.group.value].name);
  return out;
}

}  // namespace

Sharers sharers_of(const Block& block) {
  std::map<ProgressionId, std::set<std::string>> seen;
  Sharers out;
  for (const Session& session : block.sessions)
    for (const Line& line : session.lines)
      for (const ProgressionId progression : line.progressions)
        if (seen[progression].insert(session.name).second) out[progression].push_back(session.name);
  return out;
}

ToldLine tell_line(const Plan& plan, const Sharers& sharers, const Session& session,
                   const Line& line) {
  ToldLine out{
      words::exercise(plan, line), primary_groups(plan, line), words::work(plan, line), {}};
  auto& facts = out.facts;
  tell_text(facts, "superset", line.label);
  tell_text(facts, "ladder", words::ladder(plan, line));
  tell_text(facts, "sets", by_stage(line, words::prescription));
  tell_text(facts, "load", by_stage(line, [&](const Prescription& stage) {
              return words::loads(plan, line, stage);
            }));
  tell_text(facts, "effort", by_stage(line, words::efforts));
  tell_text(facts, "rest", line.rest ? words::rest(*line.rest) : "");
  tell_text(facts, "tempo", line.tempo ? words::tempo(*line.tempo) : "");
  tell_text(facts, "sides", if_set(line.each_side, "each side"));
  tell_text(facts, "failure", if_set(line.to_failure, "to failure"));
  tell_text(facts, "choice", if_set(line.optional, "optional"));
  tell_text(facts, "style", line.style ? words::set_style(*line.style) : "");
  tell_text(facts, "first load", line.start ? text(*line.start) : "");
  tell_text(facts, "warm-up", line.warm_up ? words::warm_up(plan, line) : "");
  tell_calls(facts, plan, "rule", line.rules);
  tell_values(facts, "progression shared", shared_states(sharers, session, line));
  tell_values(facts, "note", line.notes);
  return out;
}

}  // namespace meso
