#include "tests/verify/releases.h"

#include <algorithm>
#include <set>

namespace meso::test {
namespace {

using About = Question::About;

// The whole numbers from which on a comparison says something else.
void add_cuts(std::set<int>& cuts, const Atom& atom) {
  const auto low = static_cast<int>(value_of(atom.low, RuleCall{}).floor());
  const auto high = static_cast<int>(value_of(atom.high, RuleCall{}).floor());
  switch (atom.compare) {
    case Compare::holds: return;
    case Compare::less:
    case Compare::at_least: cuts.insert(low); return;
    case Compare::at_most:
    case Compare::more: cuts.insert(low + 1); return;
    case Compare::equal: cuts.insert({low, low + 1}); return;
    case Compare::within: cuts.insert({low, high + 1}); return;
  }
}

template <class Visit>
void for_each_atom(const Plan& plan, Visit visit) {
  for (const Gate& gate : plan.gates)
    for (const GateClause& clause : gate.clauses)
      if (clause.condition)
        for (const Atom& atom : clause.condition->atoms) visit(atom);
}

std::optional<Scale> scale_of(Reads reads) {
  switch (reads) {
    case Reads::energy: return Scale::energy;
    case Reads::sleep: return Scale::sleep;
    case Reads::stress: return Scale::stress;
    case Reads::mood: return Scale::mood;
    default: return std::nullopt;
  }
}

std::vector<int> values(const std::set<int>& cuts, int least, int most) {
  std::vector<int> out{least};
  for (const int cut : cuts)
    if (cut > least && cut <= most) out.push_back(cut);
  return out;
}

const std::set<int> kAllNumbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

GroupSet primary_of(const Plan& plan, ExerciseId lift) {
  GroupSet groups = 0;
  for (const MuscleShare& muscle : plan.exercises[lift].muscles)
    if (muscle.share >= Decimal::whole(1)) groups |= group_bit(muscle.group);
  return groups;
}

}  // namespace

// One day: what its decision asks is answered in all ways, until it gives a verdict.
class Answering {
 public:
  Answering(const Releases& releases, const Control& control, const Body& body, int day)
      : all_(releases), control_(control), body_(body), day_(day) {}

  std::vector<Release> run() {
    decide_on(CheckIn());
    return std::move(found_);
  }

 private:
  void decide_on(const CheckIn& answers) {
    const DayDecision decision = decide(all_.run_, control_, reports_, day_, answers);
    if (const auto* ask = std::get_if<Ask>(&decision)) return answer(*ask, 0, answers);
    note(std::get<DayVerdict>(decision), answers);
  }

  void answer(const Ask& ask, std::size_t nth, const CheckIn& answers) {
    if (nth == ask.questions.size()) return decide_on(answers);
    const Question& question = ask.questions[nth];
    for (const int value : values_of(ask, question)) {
      CheckIn with = answers;
      give(with, question, value);
      answer(ask, nth + 1, with);
    }
  }

  std::vector<int> values_of(const Ask& ask, const Question& question) const {
    switch (question.about) {
      case About::soreness: return sorenesses(question.group);
      // One "yes" stands for any: gates of small plans ask whether soreness impairs.
      case About::functional:
        if (question.functional == Functional::alters_form) return {0, 1};
        return {0};
      case About::scale: return all_.scales_[static_cast<std::size_t>(question.scale)];
      case About::pain: return all_.pain_ ? std::vector{0, 1} : std::vector{0};
      case About::probe: return strengths(ask.session, question.exercise);
      default: return {0};
    }
  }

  std::vector<int> sorenesses(GroupId group) const {
    std::vector<int> out = all_.soreness_;
    const int most = body_.sorest(all_.envelope_, group, day_);
    std::erase_if(out, [&](int report) { return report > most; });
    return out;
  }

  // 2: the probe doesn't tell.
  std::vector<int> strengths(const SessionRef& session, ExerciseId lift) const {
    std::vector<int> out{2};
    if (body_.may_be_strong(all_.envelope_, primary_of(all_.run_.plan(), lift), day_))
      out.push_back(1);
    if (body_.may_be_weak(all_.envelope_, all_.run_.facts(session.id).dates.trained, day_))
      out.push_back(0);
    return out;
  }

  static void give(CheckIn& answers, const Question& question, int value) {
    const Truth truth = value == 0 ? Truth::no : value == 1 ? Truth::yes : Truth::unknown;
    switch (question.about) {
      case About::soreness: answers[question.group] = static_cast<std::int8_t>(value); return;
      case About::functional: answers[question.functional] = truth; return;
      case About::scale: answers[question.scale] = static_cast<std::int8_t>(value); return;
      case About::pain:
        answers.pain_answered = true;
        if (value != 0) answers.pains.push_back({Pain::dull, ""});
        return;
      case About::red_flag: answers.red_flag_answered = true; return;
      case About::probe: answers.strength.push_back({question.exercise, truth}); return;
      default: answers.passed_over.push_back(question); return;
    }
  }

  void note(const DayVerdict& verdict, const CheckIn& answers) {
    if (!verdict.session) return;
    const GateClause* clause = clause_of(verdict);
    if (std::none_of(found_.begin(), found_.end(), [&](const Release& r) {
          return r.session == *verdict.session && r.clause == clause;
        }))
      found_.push_back({*verdict.session, clause, answers});
  }

  const GateClause* clause_of(const DayVerdict& verdict) const {
    const Session& session = all_.run_.session(verdict.session->id);
    if (!session.gate) return nullptr;
    const bool swapped = verdict.what == DayVerdict::What::swap;
    return &all_.run_.plan().gates[*session.gate].clauses[swapped ? verdict.own_clause.value()
                                                                  : verdict.clause.value()];
  }

  const Releases& all_;
  const Control& control_;
  const Body& body_;
  const Reports reports_;  // none: no gate of a small plan looks back
  int day_;
  std::vector<Release> found_;
};

Releases::Releases(const RunPlan& run, const Envelope& envelope, bool plain)
    : run_(run), envelope_(envelope), plain_(plain) {
  std::set<int> soreness = plain ? kAllNumbers : std::set<int>();
  std::array<std::set<int>, kScales> scales;
  for_each_atom(run.plan(), [&](const Atom& atom) {
    if (atom.reads == Reads::soreness) add_cuts(soreness, atom);
    if (is_functional(atom.reads)) soreness.insert(run.edition().functional_from);
    if (const auto scale = scale_of(atom.reads))
      add_cuts(scales[static_cast<std::size_t>(*scale)], atom);
    pain_ = pain_ || atom.reads == Reads::pain;
  });
  soreness_ = values(soreness, 0, 10);
  for (std::size_t i = 0; i < kScales; ++i)
    scales_[i] = values(plain && !scales[i].empty() ? kAllNumbers : scales[i], 1, 5);
  for (std::size_t b = 0; b < run.plan().blocks.size(); ++b) {
    const BlockId block = run.plan().blocks.id_of(b);
    for (std::uint32_t s = 0; s < run.plan().blocks[block].sessions.size(); ++s)
      groups_ |= run.facts({block, s}).dates.trained;
  }
}

const std::vector<Release>& Releases::of(const Control& control, const Body& body, int day) {
  const auto [at, fresh] = known_.try_emplace(plain_ ? "" : situation(control, body, day));
  if (fresh || plain_) at->second = Answering(*this, control, body, day).run();
  return at->second;
}

std::string Releases::situation(const Control& control, const Body& body, int day) const {
  std::string out;
  const auto put = [&](int value) { out += static_cast<char>(value); };
  put(static_cast<int>(control.place.block.value));
  put(control.place.week);
  put(static_cast<int>(control.place.pending));
  for (const SessionRef& session : pending_sessions(run_, control)) {
    const SessionFacts& facts = run_.facts(session.id);
    const auto overdue = overdue_from(control.done, facts.dates);
    put(due_from(run_, control, session, day) <= day);
    put(overdue && *overdue <= day ? std::min(day - *overdue, 99) : 100);
    put(rested(run_, control, facts.dates.trained, day));
    if (!facts.asks_strength || !facts.probe) continue;
    put(body.may_be_strong(envelope_, primary_of(run_.plan(), *facts.probe), day));
    put(body.may_be_weak(envelope_, facts.dates.trained, day));
  }
  for_each_group(groups_, [&](GroupId g) { put(body.sorest(envelope_, g, day)); });
  return out;
}

}  // namespace meso::test
