// What a card asks before its session, and what the answers decide.
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "compiler/sheets/card.h"
#include "runtime/dose.h"
#include "runtime/probe.h"

namespace meso {
namespace {

bool reads(const Gate& gate, Reads what) {
  for (const auto& clause : gate.clauses) {
    if (!clause.condition) continue;
    for (const auto& atom : clause.condition->atoms)
      if (atom.reads == what) return true;
  }
  return false;
}

// Groups that the gate names itself are asked even where the session doesn't train them.
void add_named_groups(const Plan& plan, const Gate& gate, std::vector<std::string>& groups) {
  for (const auto& clause : gate.clauses) {
    if (!clause.condition) continue;
    for (const auto& atom : clause.condition->atoms) {
      if (atom.reads != Reads::soreness || !atom.group) continue;
      const std::string& name = plan.groups[atom.group->value].name;
      if (std::find(groups.begin(), groups.end(), name) == groups.end()) groups.push_back(name);
    }
  }
}

bool asks_anywhere(const Gate& gate) {
  for (const auto& clause : gate.clauses) {
    if (!clause.condition) continue;
    for (const auto& atom : clause.condition->atoms)
      if (atom.reads == Reads::soreness && atom.anywhere) return true;
  }
  return false;
}

// `soreness impairs` is any of the four questions, so it asks them all.
std::vector<std::string> functional_questions(const Gate& gate) {
  const bool all = reads(gate, Reads::soreness_impairs);
  std::vector<std::string> out;
  if (all || reads(gate, Reads::soreness_alters_form)) out.push_back("form");
  if (all || reads(gate, Reads::soreness_reduces_strength)) out.push_back("strength");
  if (all || reads(gate, Reads::soreness_shortens_range)) out.push_back("range");
  if (all || reads(gate, Reads::soreness_lowers_confidence)) out.push_back("confidence");
  return out;
}

bool asks_soreness(const Gate& gate) {
  return reads(gate, Reads::soreness) || !functional_questions(gate).empty();
}

void add_soreness(const Plan& plan, const Session& session, const Gate& gate,
                  const Edition& edition, std::vector<Check>& out) {
  if (!asks_soreness(gate)) return;
  std::vector<std::string> groups = trained_groups(plan, session, edition);
  add_named_groups(plan, gate, groups);
  if (asks_anywhere(gate)) groups.push_back("worst elsewhere");
  if (!groups.empty()) out.push_back({Check::Kind::rate, "Soreness", "0-10", groups, ""});
}

void add_functional(const Gate& gate, const Edition& edition, std::vector<Check>& out) {
  std::vector<std::string> questions = functional_questions(gate);
  if (questions.empty()) return;
  questions.push_back("nothing");
  out.push_back({Check::Kind::tick, fmt::format("If {}+, it hampers", edition.functional_from), "",
                 questions, ""});
}

void add_rating(const Gate& gate, Reads what, std::string_view name, std::vector<Check>& out) {
  if (reads(gate, what)) out.push_back({Check::Kind::rate, std::string(name), "1-5", {""}, ""});
}

void add_baseline(const Gate& gate, Reads what, std::string_view name, std::vector<Check>& out) {
  if (reads(gate, what))
    out.push_back({Check::Kind::tick, std::string(name), "", {"below", "at", "above"}, ""});
}

void add_own_signals(const Plan& plan, const Gate& gate, std::vector<Check>& out) {
  std::vector<std::uint32_t> seen;
  for (const auto& clause : gate.clauses) {
    if (!clause.condition) continue;
    for (const auto& atom : clause.condition->atoms) {
      if (atom.reads != Reads::own_signal || !atom.signal) continue;
      if (std::find(seen.begin(), seen.end(), atom.signal->value) != seen.end()) continue;
      seen.push_back(atom.signal->value);
      const OwnSignal& own = plan.signals[*atom.signal];
      out.push_back({Check::Kind::rate, own.question, text(own.scale), {""}, ""});
    }
  }
}

// The probe's last warm-up set where it has one, else its first work set.
void add_probe(const Plan& plan, const Session& session, const Gate& gate, const Edition& edition,
               std::vector<Check>& out) {
  const Line* const probe = probe_of(plan, session);
  if (!reads(gate, Reads::strength_restored)) return;
  if (probe == nullptr) {
    const int hours = edition.strength_no_history_hours;
    out.push_back({Check::Kind::tick,
                   fmt::format("{} h since these were trained", hours),
                   "",
                   {"yes", "no"},
                   ""});
    return;
  }
  out.push_back({Check::Kind::probe,
                 fmt::format("{}, {}", probe->warm_up ? "Last warm-up" : "First work set",
                             words::exercise(plan, *probe)),
                 "",
                 {std::string(text(plan.units)), "reps", "left"},
                 ""});
  out.push_back({Check::Kind::tick,
                 fmt::format("{}% of usual", edition.strength_restored.text()),
                 "",
                 {"yes", "no"},
                 ""});
}

}  // namespace

std::vector<std::string> trained_groups(const Plan& plan, const Session& session,
                                        const Edition& edition) {
  std::vector<std::string> out;
  for (const auto& dose : session_dose(plan, session, edition))
    if (trains(dose, edition)) out.push_back(plan.groups[dose.group.value].name);
  return out;
}

// Numbers first, then boxes to tick, so that both fill their rows; the probe comes last, as it does
// in the gym.
std::vector<Check> make_checks(const Plan& plan, const Session& session, const Edition& edition) {
  std::vector<Check> out;
  if (!session.gate) return out;
  const Gate& gate = plan.gates[*session.gate];
  add_soreness(plan, session, gate, edition, out);
  add_rating(gate, Reads::energy, "Energy", out);
  add_rating(gate, Reads::sleep, "Sleep", out);
  add_rating(gate, Reads::stress, "Stress", out);
  add_rating(gate, Reads::mood, "Mood", out);
  if (reads(gate, Reads::days_off)) out.push_back({Check::Kind::rate, "Days off", "", {""}, ""});
  add_own_signals(plan, gate, out);
  add_functional(gate, edition, out);
  add_baseline(gate, Reads::hrv, "HRV, against baseline", out);
  add_baseline(gate, Reads::resting_heart_rate, "Resting pulse, against baseline", out);
  // Red flags stand above every gate, so pain is asked by each.
  out.push_back({Check::Kind::tick, "Pain", "", {"none", "dull", "sharp"}, "at"});
  add_probe(plan, session, gate, edition, out);
  return out;
}

std::vector<Decision> make_decisions(const Plan& plan, const Gate& gate,
                                     std::string_view soreness) {
  words::Context context;
  context.plan = &plan;
  context.soreness = soreness;
  std::vector<Decision> out;
  for (const auto& clause : gate.clauses)
    out.push_back({static_cast<int>(out.size()) + 1, clause.verdict,
                   std::string(words::short_verdict(clause.verdict)),
                   words::gate_clause(context, clause)});
  return out;
}

}  // namespace meso
