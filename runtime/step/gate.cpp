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

void ask_groups(std::vector<Question>& questions, GroupSet groups) {
  for_each_group(groups, [&](GroupId g) {
    Question q;
    q.about = About::soreness;
    q.group = g;
    questions.push_back(q);
  });
}

void ask(std::vector<Question>& questions, About about) {
  Question q;
  q.about = about;
  questions.push_back(q);
}

// From the edition's report up, or where that report is still open, soreness may get in the way.
bool asks_functional(const Today& today) {
  bool sore = false;
  for_each_group(today.trained, [&](GroupId g) {
    sore = sore || today.answers[g] >= today.run.edition().functional_from;
  });
  return sore;
}

void ask_functional(std::vector<Question>& questions) {
  for (std::size_t i = 0; i < kFunctional; ++i) {
    Question q;
    q.about = About::functional;
    q.functional = static_cast<Functional>(i);
    questions.push_back(q);
  }
}

void ask_scales(std::vector<Question>& questions, std::uint8_t scales) {
  for (std::size_t i = 0; i < kScales; ++i) {
    if ((scales >> i & 1) == 0) continue;
    Question q;
    q.about = About::scale;
    q.scale = static_cast<Scale>(i);
    questions.push_back(q);
  }
}

void ask_own(std::vector<Question>& questions, const std::vector<SignalId>& signals) {
  for (const SignalId signal : signals) {
    Question q;
    q.about = About::own_signal;
    q.signal = signal;
    if (std::find(questions.begin(), questions.end(), q) == questions.end()) questions.push_back(q);
  }
}

// Energy and sleep are asked whenever a gate decides: every gate is read with them in mind.
std::uint8_t usual_scales() {
  return 1 << static_cast<int>(Scale::energy) | 1 << static_cast<int>(Scale::sleep);
}

Held clause_held(const Today& today, const GateClause& clause) {
  if (!clause.condition) return Held::yes;
  return all_held(*clause.condition, [&](const Atom& atom) { return held(today, atom); });
}

}  // namespace

GateAnswer ask_gate(const Today& today, const Gate& gate) {
  for (std::size_t i = 0; i < gate.clauses.size(); ++i) {
    const GateClause& clause = gate.clauses[i];
    const Held now = clause_held(today, clause);
    if (now == Held::unasked) return {std::nullopt, true, 0};
    if (now == Held::yes) return {i, false, blamed(today, clause)};
  }
  return {};
}

bool can_release(const Today& today, const Gate& gate) {
  for (const GateClause& clause : gate.clauses) {
    const Held now = clause_held(today, clause);
    const bool releases = clause.verdict == Verdict::train || clause.verdict == Verdict::lighten;
    if (releases && (now == Held::yes || now == Held::unasked)) return true;
    if (now == Held::yes) return false;  // it decides, whatever is answered
  }
  return false;
}

std::vector<Question> questions(const Today& today, const Session& session, BlockId block) {
  std::vector<Question> out;
  out.reserve(kMostGroups);
  const ReadSet& rules = today.run.rule_reads(block);
  std::uint8_t scales = rules.scales;
  bool functional = rules.functional, hrv = rules.hrv, pulse = rules.resting_heart_rate;
  if (session.gate) {
    const ReadSet& reads = today.run.gate_reads(*session.gate);
    ask_groups(out, today.trained | reads.groups | (reads.anywhere ? today.touched : 0));
    functional = functional || reads.functional;
    scales = static_cast<std::uint8_t>(scales | reads.scales | usual_scales());
    hrv = hrv || reads.hrv;
    pulse = pulse || reads.resting_heart_rate;
  } else if (rules.soreness) {
    ask_groups(out, today.trained);
  }
  if (functional && asks_functional(today)) ask_functional(out);
  ask_scales(out, scales);
  ask(out, About::pain);
  ask(out, About::red_flag);
  if (hrv) ask(out, About::hrv);
  if (pulse) ask(out, About::resting_heart_rate);
  if (session.gate) ask_own(out, today.run.gate_reads(*session.gate).own);
  ask_own(out, rules.own);
  return out;
}

std::vector<Question> open_questions(const Today& today, const Session& session, BlockId block) {
  if (today.answers.closed) return {};
  std::vector<Question> out = questions(today, session, block);
  std::erase_if(out, [&](const Question& q) {
    return is_answered(today.answers, q) || !is_open(today.answers, q);
  });
  return out;
}

std::vector<Question> rest_day_questions(const Plan& plan, const Reports& reports, int day) {
  std::vector<Question> out;
  GroupSet sore = 0;
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g)
    if (reports.last_soreness(GroupId{g}, day) > 0) sore |= group_bit(GroupId{g});
  ask_groups(out, sore);
  ask_scales(out, usual_scales());
  ask(out, About::pain);
  ask(out, About::red_flag);
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
