#include "tests/verify/enveloped_athlete.h"

#include <algorithm>

#include "compiler/verify/good_check_in.h"
#include "runtime/scenario/athlete.h"

namespace meso::test {
namespace {

constexpr int kFirstDay = 20'000;

const GateClause* clause_of(const RunPlan& run, const DayVerdict& verdict) {
  const Session& session = run.session(verdict.session->id);
  if (!session.gate) return nullptr;
  const bool swapped = verdict.what == DayVerdict::What::swap;
  const auto clause = swapped ? verdict.own_clause : verdict.clause;
  return &run.plan().gates[*session.gate].clauses[clause.value()];
}

GroupSet worked_directly(const Exercise& lift) {
  GroupSet groups = 0;
  for (const MuscleShare& muscle : lift.muscles)
    if (muscle.share >= Decimal::whole(1)) groups |= group_bit(muscle.group);
  return groups;
}

// As written, above it, or short of it.
void vary(DoneLine& line, Dice& dice) {
  const int by = dice.upto(3) * 2 - 2;
  for (DoneSet& set : line.sets) set.amount = std::max(1, set.amount + by);
}

}  // namespace

EnvelopedAthlete::EnvelopedAthlete(const Claims& claims, const Envelope& body, int margin,
                                   std::uint64_t seed)
    : claims_(claims),
      run_(claims.run),
      limits_(body),
      margin_(margin),
      dice_(seed + 1),
      state_(start(claims.run)),
      day_(kFirstDay + dice_.upto(7)) {
  if (!dice_.one_in(3)) idle_one_in_ = 2 + dice_.upto(8);
  feels_all_or_nothing_ = dice_.one_in(2);
  for (std::size_t i = 0; i < run_.plan().exercises.size(); ++i)
    loads_[run_.plan().exercises.id_of(i)] = Load{Decimal::whole(60), run_.plan().units};
}

std::optional<std::string> EnvelopedAthlete::live(int days) {
  for (const int last = day_ + days; day_ < last && !state_.control.finished; ++day_) {
    if (!takes_part()) continue;
    const CheckIn answers = check_in();
    const DayVerdict verdict = std::get<DayVerdict>(decide(run_, state_, day_, answers));
    advance(run_, state_, {day_, CheckedIn{answers, {}}}, nullptr, {&verdict, {}});
    if (state_.control.referred) return std::nullopt;
    if (!verdict.session || dice_.one_in(12)) continue;
    if (auto broken = broken_by(verdict))
      return *broken + " on day " + std::to_string(day_) + ": " +
             run_.session(verdict.session->id).name;
    train(verdict);
  }
  return std::nullopt;
}

// Most don't on some days; at times they are away long enough for a lay-off.
bool EnvelopedAthlete::takes_part() {
  if (day_ < away_until_ || dice_.one_in(idle_one_in_)) return false;
  if (!dice_.one_in(40)) return true;
  away_until_ = day_ + 5 + dice_.upto(35);
  return false;
}

CheckIn EnvelopedAthlete::check_in() {
  CheckIn answers = all_good(run_.plan());
  bool impaired = false;
  for (std::uint32_t g = 0; g < run_.plan().groups.size(); ++g) {
    const GroupId group{g};
    const int most = body_.sorest(limits_, group, day_);
    Feeling& feels = feels_[g];
    feels.soreness = feels_all_or_nothing_ ? most * dice_.upto(2) : dice_.upto(most + 1);
    const bool may_be_strong = body_.may_be_strong(limits_, group_bit(group), day_);
    const bool may_be_weak = body_.may_be_weak(limits_, group_bit(group), day_);
    feels.weak = !may_be_strong || (may_be_weak && dice_.one_in(2));
    answers[group] = static_cast<std::int8_t>(
        std::max(0, feels.soreness - (margin_ > 0 ? dice_.upto(margin_ + 1) : 0)));
    impaired = impaired || feels.soreness >= run_.edition().functional_from;
  }
  if (impaired && dice_.one_in(2)) answers.functional.fill(Truth::yes);
  answers[Scale::energy] = static_cast<std::int8_t>(1 + dice_.upto(5));
  if (dice_.one_in(20)) answers.pains.push_back({Pain::dull, ""});
  answer_probes(answers);
  return answers;
}

// A lift tells of what it works directly; of the rest of its session it may.
void EnvelopedAthlete::answer_probes(CheckIn& answers) {
  for (const SessionRef& ref : pending_sessions(run_, state_.control)) {
    const SessionFacts& facts = run_.facts(ref.id);
    if (!facts.probe || dice_.one_in(10)) continue;
    bool weak = false, may_show = false;
    const GroupSet direct = worked_directly(run_.plan().exercises[*facts.probe]);
    for_each_group(direct | facts.dates.trained, [&](GroupId g) {
      weak = weak || (holds(direct, g) && feels_[g.value].weak);
      may_show = may_show || feels_[g.value].weak;
    });
    const bool shows = weak || (may_show && dice_.one_in(2));
    answers.strength.push_back({*facts.probe, shows ? Truth::no : Truth::yes});
  }
}

std::optional<std::string> EnvelopedAthlete::broken_by(const DayVerdict& verdict) const {
  const SessionId session = verdict.session->id;
  const GateClause* clause = clause_of(run_, verdict);
  for (const Property property : {Property::gap_safe, Property::latent_safe, Property::recovers})
    if (claims_.proved(property))
      if (const auto group = claims_.monitor.breaks(property, session, clause, body_, day_))
        return std::string(text(property)) + " of " + std::string(claims_.facts.name(*group));
  return hurt_by(session, clause);
}

// What it all is for: nobody trains what hurts. A gate takes a report's word for it.
std::optional<std::string> EnvelopedAthlete::hurt_by(SessionId session,
                                                     const GateClause* clause) const {
  std::optional<std::string> out;
  const Edition& edition = run_.edition();
  for_each_group(run_.facts(session).dates.trained, [&](GroupId g) {
    const Feeling& feels = feels_[g.value];
    const std::string name(claims_.facts.name(g));
    const bool full = clause == nullptr || clause->verdict == Verdict::train;
    if (claims_.facts.guarded(run_.session(session), g)) {
      const int most = full ? edition.train_soreness_at_most : edition.lighten_soreness_at_most;
      if (feels.soreness > most + margin_) out = name + " was released sore";
    } else if (claims_.proved(Property::gap_safe)) {
      if (feels.soreness >= 3) out = name + " was trained sore";
      if (feels.weak) out = name + " was trained weak";
    }
  });
  return out;
}

void EnvelopedAthlete::train(const DayVerdict& verdict) {
  const SessionRef ref = *verdict.session;
  SessionDone done;
  done.session = ref;
  for (const TodayLine& line : session_of(run_, state_, verdict)) {
    const auto sets = sets_done(run_, line, Went::as_written, loads_);
    if (!sets) continue;
    vary(done.lines.emplace_back(DoneLine{line.nth, line.exercise, false, *sets}), dice_);
  }
  const std::size_t pass = pass_now();
  for_each_group(run_.facts(ref.id).dates.trained, [&](GroupId g) {
    const auto bout = claims_.bouts.of(pass, static_cast<std::size_t>(ref.nth), g);
    body_.trained(g, bout.value_or(BoutClass::novel_heavy), day_);
  });
  advance(run_, state_, {day_, std::move(done)});
}

std::size_t EnvelopedAthlete::pass_now() const {
  const Place& place = state_.control.place;
  const auto& passes = claims_.facts.passes;
  const auto found = std::find_if(passes.begin(), passes.end(), [&](const Pass& pass) {
    return pass.block == place.block && pass.run == place.run && pass.number == place.week;
  });
  return static_cast<std::size_t>(found - passes.begin());
}

}  // namespace meso::test
