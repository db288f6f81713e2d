// Counterexamples for programs: docs/trace.schema.json.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "compiler/driver/verify_text.h"
#include "compiler/verify/good_check_in.h"
#include "compiler/verify/trace.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kTraceFormat = 1;
constexpr std::string_view kAssumes =
    "If check-ins are truthful and recovery stays within the recovery table "
    "(docs/recovery-model.md). "
    "A statement about a model, not about a body.";

Json restored(Truth truth) { return truth == Truth::unknown ? Json() : Json(truth == Truth::yes); }

// "soreness alters form" without its first word, as in a log.
std::string effect_key(Functional effect) {
  return std::string(text(effect).substr(std::string_view("soreness ").size()));
}

// Keys as in docs/log-entry.schema.json. Only what isn't as good as can be.
Json check_in(const RunPlan& run, const CheckIn& told) {
  constexpr Functional kEffects[] = {Functional::alters_form, Functional::reduces_strength,
                                     Functional::shortens_range, Functional::lowers_confidence};
  constexpr Scale kAllScales[] = {Scale::energy, Scale::sleep, Scale::stress, Scale::mood};
  const Plan& plan = run.plan();
  const CheckIn good = all_good(plan);
  Json out = Json::object();
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g)
    if (told[GroupId{g}] > 0) out["soreness"][plan.groups[g].name] = told[GroupId{g}];
  for (const Functional effect : kEffects)
    if (told[effect] == Truth::yes) out["soreness_effects"][effect_key(effect)] = true;
  for (const Scale scale : kAllScales)
    if (told[scale] != good[scale]) out[std::string(text(scale))] = told[scale];
  for (const PainReport& pain : told.pains)
    out["pain"].push_back({{"how", pain.pain == Pain::sharp ? "sharp" : "dull"}});
  for (const Weakness& weak : weaknesses(told))
    out["strength"].push_back(
        {{"exercise", plan.exercises[weak.lift].name}, {"restored", restored(weak.restored)}});
  return out;
}

class TraceJson {
 public:
  explicit TraceJson(const VerifyReport& report) : report_(report), run_(report.run) {}

  Json document() const {
    Json results = Json::array(), counterexamples = Json::array(), flaws = Json::array();
    for (const PropertyResult& result : report_.verification.results) {
      results.push_back(result_json(result));
      for (const Violation& v : result.violations)
        counterexamples.push_back(counterexample(v, result.property));
      for (const Flaw& flaw : result.flaws) flaws.push_back(flaw_json(flaw, result.property));
    }
    return {{"format_version", kTraceFormat},
            {"plan", run_.plan().name},
            {"mode", report_.mode == EnvelopeMode::worst ? "worst" : "typical"},
            {"assumes", kAssumes},
            {"results", std::move(results)},
            {"counterexamples", std::move(counterexamples)},
            {"flaws", std::move(flaws)}};
  }

 private:
  static Json result_json(const PropertyResult& result) {
    Json out = {{"property", text(result.property)}, {"proof", text(result.proof)}};
    if (!result.why.empty()) out["why"] = result.why;
    if (!result.bound.empty()) out["bound"] = result.bound;
    return out;
  }

  Json counterexample(const Violation& v, Property property) const {
    Json steps = Json::array(), path = Json::array();
    for (const TraceStep& step : trace_steps(run_, v, property)) steps.push_back(step_json(step));
    for (const LivedDay& day : v.lived) path.push_back(day_json(day, v.first_weekday));
    const std::string& name = run_.session(v.session).name;
    Json out = {
        {"property", text(property)},
        {"says", meso::quoted(name) + " can train " + what_broke(report_.facts, v, property)},
        {"session", name},
        {"place", report_.place(run_.session(v.session).source)},
        {"group", report_.facts.name(v.group)},
        {"since", run_.session(v.since).name},
        {"bout_class", std::string(1, letter(v.bout_class))},
        {"days", v.days},
        {"safe_days", v.safe_days ? Json(*v.safe_days) : Json()},
        {"body", {{"sorest", v.body.sorest}, {"may_be_weak", v.body.may_be_weak}}},
        {"steps", std::move(steps)},
        {"path", std::move(path)},
        {"mends", report_.mending.of(property, v)}};
    if (!v.results.empty()) out["results"] = v.results;
    return out;
  }

  Json step_json(const TraceStep& step) const {
    Json out = {{"day", step.day + 1},
                {"who", step.who},
                {"what", step.what},
                {"place", report_.place(step.place)}};
    if (!step.mark.empty()) out["broken"] = step.mark;
    return out;
  }

  Json day_json(const LivedDay& day, Weekday first) const {
    const int weekday = (static_cast<int>(first) + day.day) % 7;
    Json out = {{"day", day.day + 1},
                {"weekday", text(static_cast<Weekday>(weekday))},
                {"block", run_.plan().blocks[day.session.block].name},
                {"session", run_.session(day.session).name},
                {"nth", day.verdict.session->nth + 1},
                {"verdict", text(day.verdict.what)}};
    if (const GateClause* clause = deciding_clause(run_, day))
      out["clause"] = report_.place(clause->source);
    out["check_in"] = check_in(run_, day.answers);
    return out;
  }

  Json flaw_json(const Flaw& flaw, Property property) const {
    Json out = {{"property", text(property)},
                {"says", flaw.what},
                {"place", report_.place(flaw.place)},
                {"path", Json::array()}};
    for (const PathDay& day : flaw.path)
      out["path"].push_back({{"day", day.day + 1},
                             {"block", run_.plan().blocks[day.session.block].name},
                             {"session", run_.session(day.session).name}});
    return out;
  }

  const VerifyReport& report_;
  const RunPlan& run_;
};

}  // namespace

std::string trace_json(const VerifyReport& report) {
  return TraceJson(report).document().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
