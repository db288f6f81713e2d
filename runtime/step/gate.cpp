#include "runtime/step/gate.h"

#include <algorithm>

namespace meso {
namespace {

using About = Question::About;

bool names_groups(Reads reads) { return reads == Reads::soreness || is_functional(reads); }

// What the clause holds against the session: the groups that it names where it names any.
GroupSet blamed(const Today& today, const GateClause& clause) {
  if (!clause.condition) return today.trained;
  GroupSet groups = 0;
  for (const Atom& atom : clause.condition->atoms)
    if (names_groups(atom.reads) && held(today, atom) == Held::yes) groups |= blamed(today, atom);
  return groups != 0 ? groups : today.trained;
}

// Questions go to `asks` one by one: most are answered already, and no list is made of those.
template <class Asks>
void ask_groups(GroupSet groups, const Asks& asks) {
  for_each_group(groups, [&](GroupId g) {
    Question q;
    q.about = About::soreness;
    q.group = g;
    asks(q);
  });
}

template <class Asks>
void ask(About about, const Asks& asks) {
  Question q;
  q.about = about;
  asks(q);
}

// From the edition's report up, or where that report is still open, soreness may get in the way.
bool asks_functional(const Today& today) {
  bool sore = today.worst >= today.run.edition().functional_from;
  if (today.worst != CheckIn::kUnanswered) return sore;
  for_each_group(today.trained, [&](GroupId g) {
    sore = sore || today.answers[g] >= today.run.edition().functional_from;
  });
  return sore;
}

template <class Asks>
void ask_functional(const Asks& asks) {
  for (std::size_t i = 0; i < kFunctional; ++i) {
    Question q;
    q.about = About::functional;
    q.functional = static_cast<Functional>(i);
    asks(q);
  }
}

template <class Asks>
void ask_scales(std::uint8_t scales, const Asks& asks) {
  for (std::size_t i = 0; i < kScales; ++i) {
    if ((scales >> i & 1) == 0) continue;
    Question q;
    q.about = About::scale;
    q.scale = static_cast<Scale>(i);
    asks(q);
  }
}

template <class Asks>
void ask_own(SignalId signal, const Asks& asks) {
  Question q;
  q.about = About::own_signal;
  q.signal = signal;
  asks(q);
}

template <class Asks>
void ask_own(const ReadSet* gate, const ReadSet& rules, const Asks& asks) {
  if (gate != nullptr)
    for (const SignalId signal : gate->own) ask_own(signal, asks);
  for (const SignalId signal : rules.own)
    if (gate == nullptr || std::find(gate->own.begin(), gate->own.end(), signal) == gate->own.end())
      ask_own(signal, asks);
}

// Energy and sleep are asked whenever a gate decides: every gate is read with them in mind.
std::uint8_t usual_scales() {
  return 1 << static_cast<int>(Scale::energy) | 1 << static_cast<int>(Scale::sleep);
}

// Groups are left out where all of them are answered, as on most days.
template <class Asks>
void ask_all(const Today& today, const Session& session, BlockId block, const Asks& asks) {
  const ReadSet& rules = today.run.rule_reads(block);
  const ReadSet* const gate = session.gate ? &today.run.gate_reads(*session.gate) : nullptr;
  GroupSet groups = gate != nullptr || rules.soreness ? today.trained : 0;
  if (gate != nullptr) groups |= gate->groups | (gate->anywhere ? today.touched : 0);
  if (worst_soreness(today.answers, groups) == CheckIn::kUnanswered) ask_groups(groups, asks);
  const bool functional = rules.functional || (gate != nullptr && gate->functional);
  if (functional && asks_functional(today)) ask_functional(asks);
  ask_scales(gate == nullptr
                 ? rules.scales
                 : static_cast<std::uint8_t>(rules.scales | gate->scales | usual_scales()),
             asks);
  ask(About::pain, asks);
  ask(About::red_flag, asks);
  if (rules.hrv || (gate != nullptr && gate->hrv)) ask(About::hrv, asks);
  if (rules.resting_heart_rate || (gate != nullptr && gate->resting_heart_rate))
    ask(About::resting_heart_rate, asks);
  ask_own(gate, rules, asks);
}

Held clause_held(const Today& today, const GateClause& clause,
                 const std::vector<WholeBounds>& bounds) {
  if (!clause.condition) return Held::yes;
  auto of_atom = bounds.begin();
  return all_held(*clause.condition,
                  [&](const Atom& atom) { return held(today, atom, *of_atom++); });
}

}  // namespace

GateAnswer ask_gate(const Today& today, const Gate& gate) {
  const auto& bounds = today.run.bounds_of(gate);
  for (std::size_t i = 0; i < gate.clauses.size(); ++i) {
    const GateClause& clause = gate.clauses[i];
    const Held now = clause_held(today, clause, bounds[i]);
    if (now == Held::unasked) return {std::nullopt, true, 0};
    if (now == Held::yes) return {i, false, releases(clause.verdict) ? 0 : blamed(today, clause)};
  }
  return {};
}

bool can_release(const Today& today, const Gate& gate) {
  const auto& bounds = today.run.bounds_of(gate);
  for (std::size_t i = 0; i < gate.clauses.size(); ++i) {
    const GateClause& clause = gate.clauses[i];
    const Held now = clause_held(today, clause, bounds[i]);
    if (releases(clause.verdict) && (now == Held::yes || now == Held::unasked)) return true;
    if (now == Held::yes) return false;  // it decides, whatever is answered
  }
  return false;
}

std::vector<Question> open_questions(const Today& today, const Session& session, BlockId block) {
  std::vector<Question> out;
  if (today.answers.closed) return out;
  ask_all(today, session, block, [&](const Question& q) {
    if (!is_answered(today.answers, q) && is_open(today.answers, q)) out.push_back(q);
  });
  return out;
}

std::vector<Question> rest_day_questions(const Plan& plan, const Reports& reports, int day) {
  std::vector<Question> out;
  const auto asks = [&](const Question& q) { out.push_back(q); };
  GroupSet sore = 0;
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g)
    if (reports.last_soreness(GroupId{g}, day) > 0) sore |= group_bit(GroupId{g});
  ask_groups(sore, asks);
  ask_scales(usual_scales(), asks);
  ask(About::pain, asks);
  ask(About::red_flag, asks);
  return out;
}

bool is_answered(const CheckIn& answers, const Question& q) {
  switch (q.about) {
    case About::soreness: return answers[q.group] != CheckIn::kUnanswered;
    case About::functional: return answers[q.functional] != Truth::unknown;
    case About::scale: return answers[q.scale] != CheckIn::kUnanswered;
    case About::pain: return answers.pain_answered;
    case About::red_flag: return answers.red_flag_answered;
    case About::hrv: return answers.hrv.has_value();
    case About::resting_heart_rate: return answers.resting_heart_rate.has_value();
    case About::own_signal:
      return std::any_of(answers.own.begin(), answers.own.end(),
                         [&](const auto& own) { return own.first == q.signal; });
    case About::probe: return strength_of(answers, q.exercise).has_value();
  }
  return false;
}

}  // namespace meso
