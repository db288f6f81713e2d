// R02 / M102: a weekday commands, and nothing may move the session.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/dose.h"

namespace meso::guidelines {
namespace {

// A gate moves a session when some check-in makes it swap or recover. Of a gate too intricate for a
// table its clauses are taken at their word.
bool can_move(const PlanFacts& facts, const Session& session) {
  if (!session.gate) return false;
  const Gate& gate = facts.plan.gates[*session.gate];
  const ClauseTable& table = facts.gates[session.gate->value];
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const bool moves =
        gate.clauses[c].verdict == Verdict::swap || gate.clauses[c].verdict == Verdict::recover;
    if (moves && (!table.complete || !table.clauses[c].empty())) return true;
  }
  return false;
}

// Walking and stretching need no readiness: nothing is trained again too soon.
bool is_easy_day(const Plan& plan, const Session& session) {
  return session.recovery &&
         std::all_of(session.lines.begin(), session.lines.end(),
                     [&](const Line& line) { return trains_nothing(plan, line); });
}

std::vector<std::string> names_of(const std::vector<Weekday>& days) {
  std::vector<std::string> names;
  for (const Weekday day : days) names.emplace_back(text(day));
  return names;
}

void report(GuidelineCheck& check, const Session& session) {
  const std::vector<std::string> names = names_of(session.on);
  const std::string days = join_or(names);
  std::string line;  // as a `prefer` line takes them
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  Diagnostic& d = check.report(session.source, quoted(session.name) + " is commanded for " + days +
                                                   ", however the athlete is");
  if (session.gate) {
    d.label("its gate can neither swap nor wait")
        .advise("end the gate with what needs no readiness: recover otherwise");
  } else {
    d.label("no gate can move it")
        .advise("make the day a wish and let a check-in decide: session " + quoted(session.name) +
                " if ready, and below it: prefer " + line)
        .advise("or keep the day and add the gate: the session then waits for the next " + days);
  }
}

void run(GuidelineCheck& check) {
  std::set<std::uint32_t> seen;  // a session stands in the plan once for each week that differs
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions)
      if (!session.on.empty() && !can_move(check.facts, session) &&
          !is_easy_day(check.plan, session) && seen.insert(session.source.value).second)
        report(check, session);
}

}  // namespace

extern const Guideline fixed_calendar_retraining;
const Guideline fixed_calendar_retraining{
    .name = "fixed-calendar-retraining",
    .code = "M102",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A session isn't bound to a weekday unless a gate can move it",
    .why =
        "\"Legs every Monday\" trains legs on Monday though they are still sore from Thursday. "
        "The order of sessions is the plan; the weekday is a wish. `prefer Mon` draws the "
        "calendar and decides nothing; `on Mon` commands, so it needs a gate that can swap the "
        "session or let it wait. A recovery session of walking, mobility and stretching trains "
        "nothing "
        "and may have its day.",
    .sources =
        "The founding articles (S003-10, S003-11, S003-12): a fixed body-part calendar "
        "regardless of recovery is named a main error. Coaching convention, with no trial "
        "behind it.",
    .critics = "Teams and gyms have days. That is what `prefer`, or `on` with a gate, is for.",
    .editions = {},
    .bad = R"(plan "Monday is leg day"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

rule sore()
  when sore at start 3 times in a row then notify coach

block "Base" 4 weeks
  follow sore()
  session "Legs"
    on Mon
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Monday is leg day, if the legs are ready"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

rule sore()
  when sore at start 3 times in a row then notify coach

block "Base" 4 weeks
  follow sore()
  session "Legs" if ready
    on Mon
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
