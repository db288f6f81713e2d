// R31 / M131: a gate or a rule rests on something that nobody is asked, or not often enough.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/queue.h"

namespace meso::guidelines {
namespace {

// ---- what needs a device ----

bool is_today(const ClauseVariable& v, Reads reads) {
  return v.reads == reads && !v.lasting && v.whole == nullptr;
}

// May the box be reached without this measurement?
bool goes_without(const ClauseTable& table, const Box& box, Reads reads) {
  for (std::size_t i = 0; i < box.size(); ++i)
    if (is_today(table.variables[i], reads) && (box[i] & table.variables[i].unknown()) == 0)
      return false;
  return true;
}

// The first clause that releases, where none does without this measurement.
const GateClause* blocked_without(const Gate& gate, const ClauseTable& table, Reads reads) {
  const GateClause* first = nullptr;
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    if (!releases(gate.clauses[c].verdict) || table.clauses[c].empty()) continue;
    if (std::any_of(table.clauses[c].begin(), table.clauses[c].end(),
                    [&](const Box& box) { return goes_without(table, box, reads); }))
      return nullptr;
    if (first == nullptr) first = &gate.clauses[c];
  }
  return first;
}

void check_devices(GuidelineCheck& check) {
  const Edition& e = check.edition;
  for (std::size_t g = 0; g < check.plan.gates.size(); ++g) {
    const Gate& gate = check.plan.gates[check.plan.gates.id_of(g)];
    if (!check.facts.gates[g].complete) continue;
    for (const Reads reads : {Reads::hrv, Reads::resting_heart_rate}) {
      const GateClause* clause = blocked_without(gate, check.facts.gates[g], reads);
      if (clause == nullptr) continue;
      const std::string what = reads == Reads::hrv ? "HRV" : "resting heart rate";
      check.report(clause->source, "gate `" + gate.name + "` never trains without " + what)
          .label("and nothing says what holds where it isn't measured")
          .note(what + " is unknown without a device, and until " +
                std::to_string(e.baseline_mean_readings) + " readings of " +
                std::to_string(e.baseline_mean_days) + " days stand beside " +
                std::to_string(e.baseline_readings) + " of the " + std::to_string(e.baseline_days) +
                " days before")
          .advise("let it only take work away: lighten sets x 70%, RIR + 1 when " + what +
                  (reads == Reads::hrv ? " below" : " above") +
                  " baseline and soreness <= 2 and strength restored")
          .advise(
              "and below it train without it: train when soreness <= 2 and energy >= 3 and "
              "strength restored");
    }
  }
}

// ---- what only days of training ask ----

// Rest days offer soreness, energy, sleep and pain. The other answers come with a session.
bool is_asked_with_a_session(Reads reads) {
  return reads == Reads::stress || reads == Reads::mood || reads == Reads::own_signal ||
         is_functional(reads);
}

bool asks(const ReadSet& reads, const Atom& atom) {
  switch (atom.reads) {
    case Reads::stress: return reads.reads(Scale::stress);
    case Reads::mood: return reads.reads(Scale::mood);
    case Reads::own_signal:
      return atom.signal &&
             std::find(reads.own.begin(), reads.own.end(), *atom.signal) != reads.own.end();
    default: return reads.functional;
  }
}

std::string name_of(const Plan& plan, const Atom& atom) {
  switch (atom.reads) {
    case Reads::stress: return "stress";
    case Reads::mood: return "mood";
    case Reads::own_signal: return atom.signal ? "`" + plan.signals[*atom.signal].name + "`" : "it";
    default: return "what soreness impairs";
  }
}

class Lasting {
 public:
  explicit Lasting(GuidelineCheck& check) : check_(check) {}

  void run() {
    for (const Gate& gate : check_.plan.gates)
      for (const GateClause& clause : gate.clauses) look_at(clause.condition);
    for (const Rule& rule : check_.plan.rules)
      for (const RuleClause& clause : rule.clauses) look_at(clause.condition);
  }

 private:
  void look_at(const std::optional<Condition>& condition) {
    if (!condition) return;
    for (const Atom& atom : condition->atoms)
      if (atom.for_days > 0 && is_asked_with_a_session(atom.reads)) look_at(atom);
  }

  // "for N days" wants a report that is N days old, and none further than two days from the next.
  void look_at(const Atom& atom) {
    const std::vector<int> days = asked_on(atom);
    if (days.size() < 2) return;
    std::size_t from = 0;
    int closest = days[1] - days[0];
    for (std::size_t i = 1; i < days.size(); ++i) {
      closest = std::min(closest, days[i] - days[i - 1]);
      if (days[i] - days[i - 1] > 2) from = i;
      if (days[i] - days[from] >= atom.for_days) return;
    }
    report(atom, closest);
  }

  // As dense as waits and the pace allow.
  std::vector<int> asked_on(const Atom& atom) {
    if (dates_.empty())
      dates_ = earliest_dates(check_.plan, check_.edition, check_.facts.order, Weekday::mon);
    std::vector<int> out;
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      const QueueEntry& entry = check_.facts.order[i];
      const auto& gate = entry.session->gate;
      const bool asked = (gate && asks(check_.run.gate_reads(*gate), atom)) ||
                         asks(check_.run.rule_reads(block_of(entry)), atom);
      if (asked && (out.empty() || dates_[i] > out.back())) out.push_back(dates_[i]);
    }
    return out;
  }

  BlockId block_of(const QueueEntry& entry) const {
    return check_.facts.passes[entry.pass_index].block;
  }

  void report(const Atom& atom, int closest) {
    const std::string what = name_of(check_.plan, atom);
    check_
        .report(atom.source, what + " is asked on days of training only, too seldom for `for " +
                                 counted(atom.for_days, "day") + "`")
        .label("days of training that ask it are " +
               (closest > 2 ? "at least " + counted(closest, "day") + " apart"
                            : "nowhere close enough together for so long"))
        .note(
            "a report counts on only when the next one comes within two days; rest days ask "
            "soreness, energy, sleep and pain")
        .advise("ask for energy or sleep over these days instead, or for " + what +
                " on the day alone");
  }

  GuidelineCheck& check_;
  std::vector<int> dates_;
};

// ---- tests that nobody does ----

bool is_test(const Line& line) {
  const auto tests = [](const Prescription& sets) { return sets.test.has_value(); };
  return std::any_of(line.stages.begin(), line.stages.end(), tests) ||
         std::any_of(line.other_schemes.begin(), line.other_schemes.end(),
                     [&](const SchemeStages& scheme) {
                       return std::any_of(scheme.stages.begin(), scheme.stages.end(), tests);
                     });
}

bool calls(const std::vector<RuleCall>& calls, RuleId rule) {
  return std::any_of(calls.begin(), calls.end(),
                     [&](const RuleCall& call) { return call.rule == rule; });
}
// Whether a rule that some line tells its results is told of no test.
bool waits_in_vain(const Plan& plan, RuleId rule) {
  bool any = false;
  const bool whole_plan = calls(plan.follows, rule);
  for (const Block& block : plan.blocks) {
    const bool whole_block = whole_plan || calls(block.follows, rule);
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines) {
        if (!whole_block && !calls(line.rules, rule)) continue;
        if (is_test(line)) return false;
        any = true;
      }
  }
  return any;
}

void check_tests(GuidelineCheck& check) {
  for (std::size_t r = 0; r < check.plan.rules.size(); ++r) {
    const RuleId id = check.plan.rules.id_of(r);
    for (const RuleClause& clause : check.plan.rules[id].clauses) {
      if (!clause.condition) continue;
      const auto& atoms = clause.condition->atoms;
      const auto atom = std::find_if(atoms.begin(), atoms.end(),
                                     [](const Atom& a) { return a.reads == Reads::tested; });
      if (atom == atoms.end()) continue;
      if (!waits_in_vain(check.plan, id)) continue;
      check
          .report(atom->source, "rule `" + check.plan.rules[id].name +
                                    "` waits for a test, and none of its lines has one")
          .label("never comes")
          .advise("add one, for example: test 5RM; or ask for another result");
    }
  }
}

void run(GuidelineCheck& check) {
  check_devices(check);
  Lasting(check).run();
  check_tests(check);
}

}  // namespace

extern const Guideline uncollected_input;
const Guideline uncollected_input{
    .name = "uncollected-input",
    .code = "M131",
    .category = "measurement",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "What a gate or a rule reads is asked, as often as it is read",
    .why =
        "Check-ins ask what gates and rules read. Three things can still be missing. HRV and "
        "resting heart rate need a device and weeks of readings, so a gate that trains only with "
        "them holds everyone else back for ever: let them take work away, and train without them "
        "too. Stress, mood, your own questions and what soreness impairs are asked with a session "
        "only, so `for 5 days` of them can't hold where sessions are three days apart. And a rule "
        "that waits for a test needs a line with one.",
    .sources =
        "The founding articles (S001-29): what replaces soreness has to be measured. Found in the "
        "gate's table of check-ins, in the plan's earliest dates and in the lines that call a "
        "rule: no evidence is needed.",
    .critics =
        "While a session waits it is asked every day, so a report may last where sessions are far "
        "apart; a plan that counts on that counts on bad days.",
    .editions = {},
    .bad = R"(plan "No HRV, no training"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate rested
  refer when pain is sharp or soreness >= 3 for 7 days
  recover when soreness >= 7 or soreness >= 3 for 5 days
  train when soreness <= 2 and energy >= 3 and strength restored and not HRV below baseline
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if rested
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Less with a low HRV"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate rested
  refer when pain is sharp or soreness >= 3 for 7 days
  recover when soreness >= 7 or soreness >= 3 for 5 days
  lighten sets x 70%, RIR + 1 when HRV below baseline and soreness <= 2 and energy >= 3 and strength restored
  train when soreness <= 2 and energy >= 3 and strength restored
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if rested
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
