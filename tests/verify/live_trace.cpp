#include "tests/verify/live_trace.h"

#include <algorithm>
#include <array>

#include "compiler/verify/bouts.h"
#include "compiler/verify/good_check_in.h"
#include "runtime/step/step.h"
#include "tests/verify/body.h"

namespace meso::test {
namespace {

using Json = nlohmann::json;
using What = DayVerdict::What;

constexpr int kMonday = 4;  // 1970-01-05
constexpr int kSomeLoad = 50;

constexpr std::array kEffects{Functional::alters_form, Functional::reduces_strength,
                              Functional::shortens_range, Functional::lowers_confidence};
constexpr std::array kEveryScale{Scale::energy, Scale::sleep, Scale::stress, Scale::mood};

std::string name_of(What what) {
  return what == What::train     ? "train"
         : what == What::lighten ? "lighten"
         : what == What::swap    ? "swap"
                                 : "nothing";
}

GroupSet worked_directly(const Plan& plan, ExerciseId lift) {
  GroupSet groups = 0;
  for (const MuscleShare& muscle : plan.exercises[lift].muscles)
    if (muscle.share >= Decimal::whole(1)) groups |= group_bit(muscle.group);
  return groups;
}

class Living {
 public:
  Living(const PlanFacts& facts, const RunPlan& run, const Json& told)
      : facts_(facts),
        run_(run),
        told_(told),
        bouts_(facts),
        envelope_(envelope_of(facts.plan.level)),
        state_(start(run)) {}

  std::string live() {
    const Json& path = told_["path"];
    for (const Json& day : path)
      if (std::string wrong = live(day, &day == &path.back()); !wrong.empty())
        return "day " + day["day"].dump() + ": " + wrong;
    return "";
  }

 private:
  int date_of(const Json& day) const {
    constexpr std::array kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const Json& first = told_["path"].front();
    const auto weekday = std::find(kDays.begin(), kDays.end(), first["weekday"]) - kDays.begin();
    // Of the plan's first day, from that of the path's first.
    const int monday = kMonday + 7 * 200 + static_cast<int>(weekday) + 1;
    return monday - first["day"].get<int>() + day["day"].get<int>() - 1;
  }

  std::string live(const Json& day, bool is_last) {
    const int date = date_of(day);
    state_ = on_day(run_, std::move(state_), date);
    const CheckIn answers = answers_of(day["check_in"]);
    if (std::string lie = untrue(answers, date); !lie.empty()) return lie;
    const auto verdict = released(answers, date);
    if (!verdict) return "nothing is done";
    if (name_of(verdict->what) != day["verdict"]) return "the verdict is " + name_of(verdict->what);
    const Session& session = run_.session(verdict->session->id);
    if (session.name != day["session"] || verdict->session->nth + 1 != day["nth"] ||
        run_.plan().blocks[verdict->session->id.block].name != day["block"])
      return "it is " + session.name;
    if (is_last) return not_broken(*verdict, answers, date);
    train(*verdict, answers, date);
    return "";
  }

  // ---- the check-in -----------------------------------------------------------------------------

  GroupId group(const std::string& name) const {
    const auto& groups = facts_.plan.groups;
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.name == name; });
    return GroupId{static_cast<std::uint32_t>(found - groups.begin())};
  }

  CheckIn answers_of(const Json& told) const {
    CheckIn answers = all_good(run_.plan());
    const auto in = [&](std::string_view key) {
      return told.value(std::string(key), Json::object());
    };
    const Json soreness = in("soreness");
    for (const auto& [name, report] : soreness.items())
      answers[group(name)] = report.get<std::int8_t>();
    for (const Functional effect : kEffects)
      if (in("soreness_effects").value(std::string(text(effect).substr(9)), false))
        answers[effect] = Truth::yes;
    for (const Scale scale : kEveryScale)
      if (told.contains(text(scale))) answers[scale] = in(text(scale)).get<std::int8_t>();
    for (const Json& pain : in("pain"))
      answers.pains.push_back({pain["how"] == "sharp" ? Pain::sharp : Pain::dull, ""});
    for (const SessionRef& session : pending_sessions(run_, state_.control))
      if (const auto probe = run_.facts(session.id).probe)
        answers.strength.push_back({*probe, strength_told(in("strength"), *probe)});
    return answers;
  }

  Truth strength_told(const Json& told, ExerciseId lift) const {
    for (const Json& weak : told)
      if (weak["exercise"] == run_.plan().exercises[lift].name)
        return weak["restored"].is_null() ? Truth::unknown : Truth::no;
    return Truth::yes;
  }

  // Nobody says more than the body lets it feel.
  std::string untrue(const CheckIn& answers, int date) const {
    for (std::uint32_t g = 0; g < facts_.plan.groups.size(); ++g)
      if (answers[GroupId{g}] > body_.sorest(envelope_, GroupId{g}, date))
        return facts_.plan.groups[g].name + " can't be so sore";
    for (const SessionRef& session : pending_sessions(run_, state_.control)) {
      const auto probe = run_.facts(session.id).probe;
      if (!probe) continue;
      const Truth told = strength_of(answers, *probe).value();
      const GroupSet direct = worked_directly(run_.plan(), *probe);
      if (told == Truth::yes && !body_.may_be_strong(envelope_, direct, date))
        return "strength can't be back";
      if (told == Truth::no && !may_be_weak_for(*probe, date)) return "strength must be back";
    }
    return "";
  }

  // A lift that several sessions begin with is probed once: weak for one of them is weak.
  bool may_be_weak_for(ExerciseId probe, int date) const {
    GroupSet trained = 0;
    for (const SessionRef& session : pending_sessions(run_, state_.control))
      if (run_.facts(session.id).probe == probe) trained |= run_.facts(session.id).dates.trained;
    return body_.may_be_weak(envelope_, trained, date);
  }

  std::optional<DayVerdict> released(const CheckIn& answers, int date) const {
    const DayDecision decision = decide(run_, state_, date, answers);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    return verdict != nullptr && verdict->session ? std::optional(*verdict) : std::nullopt;
  }

  // ---- the last day
  // -------------------------------------------------------------------------------

  // The bout must be unfinished, and the session done whatever the body says about that.
  std::string not_broken(const DayVerdict& verdict, const CheckIn& answers, int date) const {
    const std::string property = told_["property"];
    if (!is_unfinished(property, date)) return "the body has recovered";
    if (!run_.session(verdict.session->id).gate) return "";
    const bool asks = property == "gap-safe" ? !done_sore(verdict, answers, date)
                                             : !done_weak(verdict, answers, date);
    return asks ? "its gate asks" : "";
  }

  bool is_unfinished(const std::string& property, int date) const {
    const GroupId of = group(told_["group"]);
    const Body::Bout* last = body_.last(of);
    if (last == nullptr) return false;
    const auto row = [&](const Body::Bout& bout) {
      return envelope_[static_cast<std::size_t>(bout.bout_class)];
    };
    if (property == "latent-safe")
      return last->bout_class >= BoutClass::hard_usual && date - last->day < row(*last).unseen;
    const bool ungapped = property == "gap-safe" && last->bout_class == BoutClass::novel_heavy;
    return ungapped ||
           std::any_of(body_.bouts().begin(), body_.bouts().end(), [&](const Body::Bout& bout) {
             const DaysOfClass days = row(bout);
             const int need =
                 property == "recovers" ? days.typical : std::max(days.sore, days.weak);
             return bout.group == of && date - bout.day < need;
           });
  }

  bool is_done(const DayVerdict& verdict, const CheckIn& answers, int date) const {
    const auto now = released(answers, date);
    return now && *now->session == *verdict.session;
  }

  // Somebody too sore for it, or who doesn't say, does the session too.
  bool done_sore(const DayVerdict& verdict, CheckIn answers, int date) const {
    const GroupId of = group(told_["group"]);
    const auto reduced = [&] { return released(answers, date)->changes != nullptr; };
    for (int report = -1; report <= 10; ++report) {
      answers[of] = static_cast<std::int8_t>(report);
      if (report >= 0 && report <= 2) continue;
      if (!is_done(verdict, answers, date)) continue;
      if (report != 3 || !reduced()) return true;
      for (const Truth effects : {Truth::yes, Truth::unknown}) {
        answers.functional.fill(effects);
        if (is_done(verdict, answers, date)) return true;
      }
      answers.functional.fill(Truth::no);
    }
    return false;
  }

  // Somebody without strength, or whose probe doesn't tell, does it too.
  bool done_weak(const DayVerdict& verdict, CheckIn answers, int date) const {
    constexpr std::array kNotStrong{Truth::no, Truth::unknown};
    return std::any_of(kNotStrong.begin(), kNotStrong.end(), [&](Truth told) {
      for (auto& [lift, restored] : answers.strength) restored = told;
      return is_done(verdict, answers, date);
    });
  }

  // ---- the session
  // -------------------------------------------------------------------------------

  void train(const DayVerdict& verdict, const CheckIn& answers, int date) {
    const SessionRef session = *verdict.session;
    const std::size_t pass = pass_now();
    const auto lines = session_of(run_, state_, verdict);
    advance(run_, state_, {date, CheckedIn{answers, {}}}, nullptr, {&verdict, {}});
    for_each_group(run_.facts(session.id).dates.trained, [&](GroupId g) {
      const auto bout = bouts_.of(pass, static_cast<std::size_t>(session.nth), g);
      body_.trained(g, bout.value(), date);
    });
    advance(run_, state_, {date, done(session, lines)}, nullptr, {nullptr, lines});
  }

  SessionDone done(const SessionRef& session, const std::vector<TodayLine>& lines) const {
    const bool beaten = told_.value("results", "") == "every set beaten";
    SessionDone out;
    out.session = session;
    for (const TodayLine& line : lines) {
      DoneLine& result = out.lines.emplace_back();
      result.line = line.nth;
      result.exercise = line.exercise;
      for (const AskedSet& asked : asked_sets(line)) {
        DoneSet& set = result.sets.emplace_back();
        set.of = measure_of(asked.group->target);
        set.amount = std::max(1, std::max(asked.least, asked.most));
        if (beaten) set.rir = Rir{Decimal::whole(4)};
        set.load = asked.load != nullptr && asked.load->low
                       ? *asked.load->low
                       : Load{Decimal::whole(kSomeLoad), MassUnit::kg};
      }
    }
    return out;
  }

  std::size_t pass_now() const {
    const Place& place = state_.control.place;
    const auto found =
        std::find_if(facts_.passes.begin(), facts_.passes.end(), [&](const Pass& pass) {
          return pass.block == place.block && pass.run == place.run && pass.number == place.week;
        });
    return static_cast<std::size_t>(found - facts_.passes.begin());
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Json& told_;
  Bouts bouts_;
  Envelope envelope_;
  Body body_;
  State state_;
};

}  // namespace

std::string live_trace(const PlanFacts& facts, const RunPlan& run,
                       const nlohmann::json& counterexample) {
  return Living(facts, run, counterexample).live();
}

}  // namespace meso::test
