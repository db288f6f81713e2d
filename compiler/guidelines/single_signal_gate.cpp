// R03 / M103: a gate that releases the whole session on what soreness says alone.
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

bool is_soreness(Reads reads) { return reads == Reads::soreness || is_functional(reads); }

// What else says how recovered someone is. Pain is another matter, and days off are counted, not
// asked.
bool is_other_signal(Reads reads) {
  return is_readiness(reads) && !is_soreness(reads) && reads != Reads::pain &&
         reads != Reads::days_off;
}

// Does a signal rise as recovery gets worse?
bool rises_with_fatigue(const Plan& plan, const ClauseVariable& v) {
  if (v.reads == Reads::own_signal) return !plan.signals[*v.signal].higher_is_better;
  return v.reads == Reads::stress || v.reads == Reads::resting_heart_rate;
}

// Does the box keep those out who answer the worst? Letting only the tired in asks nothing.
bool keeps_out_the_worst(const Plan& plan, const ClauseVariable& v, std::uint64_t left) {
  if (v.lasting || v.whole != nullptr) return left != v.all();
  const std::size_t worst = rises_with_fatigue(plan, v) ? v.values.size() - 1 : 0;
  return (left & value_bit(worst)) == 0;
}

// Signals that a check-in of the box has to satisfy; nothing where soreness isn't one of them,
// which ungated-group-training judges.
std::optional<std::size_t> signals_asked(const Plan& plan, const ClauseTable& table,
                                         const Box& box) {
  bool soreness = false;
  std::set<Reads> others;
  for (std::size_t i = 0; i < box.size(); ++i) {
    const ClauseVariable& v = table.variables[i];
    soreness = soreness || (is_soreness(v.reads) && box[i] != v.all());
    if (is_other_signal(v.reads) && keeps_out_the_worst(plan, v, box[i])) others.insert(v.reads);
  }
  return soreness ? std::optional(1 + others.size()) : std::nullopt;
}

// The clause that trains on the fewest signals, and how many these are.
struct Fewest {
  std::size_t clause = 0, signals = 0;
};
std::optional<Fewest> fewest_signals(const Plan& plan, const Gate& gate, const ClauseTable& table) {
  std::optional<Fewest> fewest;
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    if (gate.clauses[c].verdict != Verdict::train) continue;
    for (const Box& box : table.clauses[c])
      if (const auto asked = signals_asked(plan, table, box);
          asked && (!fewest || *asked < fewest->signals))
        fewest = Fewest{c, *asked};
  }
  return fewest;
}

// As they are written: one that differs by week stands in the plan more than once.
int sessions_under(const Plan& plan, GateId gate) {
  std::set<std::uint32_t> written;
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      if (session.gate == gate) written.insert(session.source.value);
  return static_cast<int>(written.size());
}

void report(GuidelineCheck& check, const Gate& gate, const Fewest& fewest, int sessions) {
  const Decimal least = check.threshold("signals at least");
  Diagnostic& d =
      check.report(gate.source, "gate `" + gate.name + "` releases " +
                                    counted(sessions, "session") + " in full on soreness alone");
  d.label(counted(static_cast<long>(fewest.signals), "signal") + "; the bound is " + least.text());
  d.also(check.span(gate.clauses[fewest.clause].source), "trains here");
  d.note(
      "a low report says that nothing hurts, not that strength is back; strength may come back "
      "days later, or sooner");
  d.advise(
      "ask for energy and strength too: train when soreness <= 2 and energy >= 3 and strength "
      "restored");
}

void run(GuidelineCheck& check) {
  const Plan& plan = check.plan;
  const Decimal least = check.threshold("signals at least");
  for (std::size_t g = 0; g < plan.gates.size(); ++g) {
    const ClauseTable& table = check.facts.gates[g];
    const GateId id = plan.gates.id_of(g);
    const int sessions = sessions_under(plan, id);
    if (!table.complete || sessions == 0) continue;
    const auto fewest = fewest_signals(plan, plan.gates[id], table);
    if (fewest && Decimal::whole(static_cast<int>(fewest->signals)) < least)
      report(check, plan.gates[id], *fewest, sessions);
  }
}

constexpr Threshold kThresholds2026[] = {
    {"signals at least",
     2,
     "signals",
     {2, 5},
     "a choice of this project; the founding articles ask for three (S003-13)"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline single_signal_gate;
const Guideline single_signal_gate{
    .name = "single-signal-gate",
    .code = "M103",
    .category = "recovery",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "A gate asks for more than soreness before it releases the whole session",
    .why =
        "Train when the soreness is gone, the energy is high and the strength is back: three "
        "signals, of which each may be wrong. Soreness follows how new the work was, lost "
        "strength follows the athlete's training too, and the two don't end on the same day. The "
        "gate's clauses are taken as a table: there must be no check-in on which it trains and on "
        "which nothing but soreness counted. Pain isn't a signal of recovery and doesn't count; "
        "what only lightens isn't judged.",
    .sources =
        "The founding articles (S003-1, S003-13, S004-6): decisions taken from the sensation alone "
        "mislead; no soreness is no proof of recovery. Saw 2016 (review, read as abstract): "
        "subjective and objective measures don't go together, so both are kept.",
    .critics =
        "The same review found that self-reports follow load better than most objective measures. "
        "That is a reason to ask them, and energy is one of them; what costs nothing to ask beside "
        "soreness may still veto.",
    .editions = kEditions,
    .bad = R"(plan "Not sore, so go"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate own
  refer     when pain is sharp or soreness >= 3 for 7 days
  train     when soreness <= 2
  recover   otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Not sore, awake and strong"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate own
  refer     when pain is sharp or soreness >= 3 for 7 days
  train     when soreness <= 2 and energy >= 3 and strength restored
  recover   otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
