// What was answered and what broke, in words.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/verify/good_check_in.h"
#include "compiler/verify/trace.h"

namespace meso {
namespace {

constexpr std::array<Functional, kFunctional> kEffects{
    Functional::alters_form, Functional::reduces_strength, Functional::shortens_range,
    Functional::lowers_confidence};
constexpr std::array<Scale, kScales> kAllScales{Scale::energy, Scale::sleep, Scale::stress,
                                                Scale::mood};

const GateClause* clause_at(const RunPlan& run, const std::optional<SessionRef>& session,
                            std::optional<std::size_t> clause) {
  if (!session || !clause) return nullptr;
  const auto gate = run.session(session->id).gate;
  return gate ? &run.plan().gates[*gate].clauses[*clause] : nullptr;
}

// A warm-up set of the lift tells a gate of that day something.
bool is_probed(const RunPlan& run, const LivedDay& day, ExerciseId lift) {
  const auto asks = [&](const std::optional<SessionRef>& session) {
    if (!session || !run.session(session->id).gate) return false;
    const SessionFacts& facts = run.facts(session->id);
    return facts.probe == lift && run.gate_reads(*run.session(session->id).gate).strength;
  };
  return asks(day.verdict.head) || asks(day.verdict.session);
}

std::string strength_text(const std::string& lift, Truth told) {
  if (told == Truth::no) return "less strength than usual in " + lift;
  return "strength not known in " + lift;
}

}  // namespace

const GateClause* deciding_clause(const RunPlan& run, const LivedDay& day) {
  return clause_at(run, day.verdict.head, day.verdict.clause);
}

const GateClause* releasing_clause(const RunPlan& run, const LivedDay& day) {
  const bool swapped = day.verdict.what == DayVerdict::What::swap;
  return swapped ? clause_at(run, day.verdict.session, day.verdict.own_clause)
                 : deciding_clause(run, day);
}

std::vector<Weakness> weaknesses(const CheckIn& told) {
  std::vector<Weakness> out;
  for (const auto& [lift, restored] : told.strength) {
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&, of = lift](const Weakness& w) { return w.lift == of; });
    if (!known) out.push_back({lift, restored});
  }
  std::erase_if(out, [](const Weakness& w) { return w.restored == Truth::yes; });
  return out;
}

std::vector<std::string> answers_told(const RunPlan& run, const LivedDay& day) {
  const Plan& plan = run.plan();
  const CheckIn good = all_good(plan);
  const CheckIn& told = day.answers;
  std::vector<std::string> out;
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g)
    if (const int sore = told[GroupId{g}]; sore > 0)
      out.push_back(plan.groups[g].name + " " + std::to_string(sore) + "/10");
  for (const Functional effect : kEffects)
    if (told[effect] == Truth::yes) out.emplace_back(text(effect));
  for (const Scale scale : kAllScales)
    if (told[scale] != good[scale])
      out.push_back(std::string(text(scale)) + " " + std::to_string(told[scale]) + "/5");
  for (const PainReport& pain : told.pains)
    out.emplace_back(pain.pain == Pain::sharp ? "sharp pain" : "dull pain");
  for (const Weakness& weak : weaknesses(told))
    if (is_probed(run, day, weak.lift))
      out.push_back(strength_text(plan.exercises[weak.lift].name, weak.restored));
  return out;
}

std::string what_broke(const PlanFacts& facts, const Violation& v, Property property) {
  std::string out = std::string(facts.name(v.group)) + " again " + counted(v.days, "day") +
                    " after " + std::string(text(v.bout_class)) + " work";
  if (!v.results.empty()) out += ", with " + v.results;
  out += "; ";
  if (!v.safe_days) return out + "no number of days is enough for everyone";
  const std::string days = counted(*v.safe_days, "day");
  if (property == Property::latent_safe) return out + "soreness can come for " + days;
  if (property == Property::recovers)
    return out + days + (*v.safe_days == 1 ? " is" : " are") + " usual";
  return out + days + (*v.safe_days == 1 ? " is enough" : " are enough");
}

}  // namespace meso
