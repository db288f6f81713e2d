#include "runtime/simulate/athlete.h"

#include <algorithm>

namespace meso::simulate {
namespace {

using What = DayVerdict::What;

constexpr int kMostRounds = 12;    // of questions on one day: then what is open stays open
constexpr int kClearanceDays = 3;  // [E] from a referral to the professional's word, at least
constexpr int kLayoffDays = 14;    // recovery-model 3.3: a return

Recoverer recoverer_of(const SimulatedPlan& plan, std::uint64_t seed, std::uint64_t number) {
  const Athlete* athlete = plan.run().athlete();
  const Level level = athlete != nullptr && athlete->level ? *athlete->level : plan.plan().level;
  Random random(seed, number, Stream::athlete);
  return draw_recoverer(level, random);
}

bool same_week(const Place& a, const Place& b) {
  return a.block == b.block && a.run == b.run && a.week == b.week;
}

// A line whose load is the athlete's own choice each time: nothing written, no rule that moves it.
bool goes_by_feel(const LineFacts& facts, const Line& line) {
  if (facts.feeds || line.shares || line.start || line.stages.empty()) return false;
  const auto& groups = written_stages(line).front().groups;
  return !groups.empty() && std::holds_alternative<NoLoad>(groups.front().load);
}

}  // namespace

SimulatedAthlete::SimulatedAthlete(const SimulatedPlan& plan, const Habits& habits,
                                   std::uint64_t seed, std::uint64_t number, Workspace& workspace)
    : plan_(plan),
      run_(plan.run()),
      habits_(habits),
      seed_(seed),
      number_(number),
      recoverer_(recoverer_of(plan, seed, number)),
      aftermaths_(seed, number, Stream::body),
      training_(plan, recoverer_.level),
      lifter_(plan, recoverer_.level, seed, number),
      monitor_(plan.run()),
      state_(workspace.state),
      evenings_(workspace.evenings),
      morning_(workspace.morning),
      told_(workspace.told),
      remembered_(workspace.remembered),
      lifts_(workspace.lifts),
      loads_(workspace.loads) {
  state_ = plan.start();
  result_.hard_sets.resize(plan.plan().groups.size());
  result_.lifted.resize(plan.plan().exercises.size());
}

AthleteResult SimulatedAthlete::run(int most_days) {
  day_ = plan_.first_day();
  happens(lifter_.tell_maxes());
  next_due_ = day_;
  for (int n = 0; n < most_days && !state_.control.finished; ++n) live(plan_.first_day() + n);
  result_.days = day_ - plan_.first_day() + 1;
  result_.finished = state_.control.finished;
  result_.watched = monitor_.seen();
  return std::move(result_);
}

void SimulatedAthlete::step_on(DayEvent& event, const AtHand& at_hand) {
  event.day = day_;
  told_.clear();
  advance(run_, state_, event, &told_, at_hand);
}

void SimulatedAthlete::happens(Happened what) {
  DayEvent event{day_, std::move(what)};
  step_on(event);
}

void SimulatedAthlete::live(int day) {
  day_ = day;
  body_.rest(today().hour());
  Random random(seed_, number_, Stream::day, static_cast<std::uint64_t>(day));
  if (is_away(random)) return;
  is_silent_ = !plan_.reads_check_ins() || random.happens(habits_.no_check_in);
  answers_.clear();
  probes_.clear();
  if (!is_silent_) answer_check_in(today(), random, answers_);
  if (state_.control.referred) return wait_for_clearance();
  if (day_ < next_due_) return check_in();
  felt_ = 0;
  const auto verdict = decide_by_asking();
  check_in(verdict ? &*verdict : nullptr);
  if (verdict && !state_.control.referred) act_on(*verdict);
}

bool SimulatedAthlete::is_away(Random& random) {
  const double luck = random.uniform();
  if (day_ > away_until_ && luck < habits_.lays_off + habits_.busy) {
    const bool long_one = luck < habits_.lays_off;
    away_until_ = day_ + (long_one ? 9 + random.below(26) : random.below(3));
    happens(Unavailable{away_until_});
  }
  if (day_ > away_until_) return false;
  ++result_.away_days;
  next_due_ = away_until_ + 1;
  return true;
}

void SimulatedAthlete::check_in(const DayVerdict* verdict) {
  if (is_silent_) return;
  step_on(morning_, {verdict, {}, nullptr});
  if (told_.return_ramp) ++result_.returns;
  if (told_.return_ramp) next_due_ = day_;
}

void SimulatedAthlete::answer_all(const std::vector<Question>& questions) {
  for (const Question& question : questions) {
    if (question.about == Question::About::probe)
      probes_.push_back(lifter_.probe(question.exercise, weakness_of(question.exercise), day_));
    else
      answer(today(), question, answers_);
  }
}

std::optional<DayVerdict> SimulatedAthlete::decide_by_asking() {
  if (is_silent_) return verdict_on(run_, state_, day_);
  for (int round = 0; round < kMostRounds; ++round) {
    const DayDecision decision = decide(run_, state_, day_, answers_, probes_);
    if (const auto* verdict = std::get_if<DayVerdict>(&decision)) return *verdict;
    answer_all(std::get<Ask>(decision).questions);
  }
  return std::nullopt;
}

// A session counts when its first day comes, whatever happens then.
void SimulatedAthlete::count_due(const DayVerdict& verdict) {
  if (verdict.head) came_due(*verdict.head, verdict.what == What::train);
}

void SimulatedAthlete::came_due(const SessionRef& session, bool released) {
  const std::uint64_t bit = std::uint64_t{1} << session.nth;
  if ((asked_of_pass_ & bit) != 0) return;
  asked_of_pass_ |= bit;
  ++result_.due;
  if (released) ++result_.released_first;
}

void SimulatedAthlete::act_on(const DayVerdict& verdict) {
  switch (verdict.what) {
    case What::rest: next_due_ = std::max(verdict.next_day, day_ + 1); return;
    case What::recover:
      count_due(verdict);
      ++result_.holds;
      return;
    case What::train:
    case What::lighten:
    case What::swap:
      count_due(verdict);
      monitor_.released(verdict, answers_);
      return train(verdict);
    case What::refer: count_due(verdict); return;
    case What::finished: return;
  }
}

// A professional has seen the athlete, and nothing is left of the soreness.
void SimulatedAthlete::wait_for_clearance() {
  if (referred_on_ == kNever) {
    referred_on_ = day_;
    ++result_.referrals;
  }
  bool sore = false;
  for_each_group(body_.tired(),
                 [&](GroupId g) { sore = sore || body_.is_sore(g, today().hour(), kGone); });
  check_in();
  if (sore || day_ - referred_on_ < kClearanceDays) return;
  referred_on_ = kNever;
  happens(Cleared());
}

// ---- a session --------------------------------------------------------------------------------

double SimulatedAthlete::weakness_of(ExerciseId exercise) {
  double weakness = 0;
  for_each_group(plan_.lift(exercise).direct & body_.tired(),
                 [&](GroupId g) { weakness = std::max(weakness, weakness_of(g)); });
  return weakness;
}

// Several lifts of a day ask for the same groups.
double SimulatedAthlete::weakness_of(GroupId group) {
  double& weak = weak_[group.value];
  if (!holds(felt_, group)) weak = body_.weakness(group, today().hour());
  felt_ |= group_bit(group);
  return weak;
}

Setting SimulatedAthlete::setting() const {
  const Control& control = state_.control;
  const WeekKind kind = kind_of(run_, control);
  const auto off = days_off(control, day_);
  Setting setting;
  setting.day = day_;
  setting.first_week_of_block =
      kind == WeekKind::push ||
      (kind == WeekKind::loading &&
       (after_deload_ || (control.place.week == 0 && control.place.run == 0)));
  setting.after_layoff = off && *off >= kLayoffDays && !control.returning;
  return setting;
}

void SimulatedAthlete::do_lines(const DayVerdict& verdict, Evening& evening) {
  SessionDone& done = evening.done();
  lifts_.clear();
  loads_.clear();
  std::size_t used = 0;
  session_of(run_, state_, verdict, evening.asked);
  for (const TodayLine& asked : evening.asked) {
    if (asked.line->options.empty() || asked.line->stages.empty()) continue;
    if (used == done.lines.size()) done.lines.emplace_back();
    const LineFacts& facts = run_.facts(verdict.session->id).lines[asked.nth];
    const LiftDone sum = lifter_.perform(asked, goes_by_feel(facts, *asked.line),
                                         weakness_of(asked.exercise), day_, done.lines[used]);
    if (done.lines[used].sets.empty()) continue;
    lifts_.push_back(sum);
    note_load(asked.exercise, lifter_.heaviest());
    ++used;
  }
  done.lines.resize(used);
}

void SimulatedAthlete::leave_traces(GroupSet trained) {
  const double hour = today().hour();
  monitor_.trains(trained, body_, hour);
  for (const GroupBout& bout : training_.session(lifts_, setting())) {
    const Aftermath after =
        drawn({bout.dose, bout.ratio, bout.protection}, recoverer_, aftermaths_);
    monitor_.bout(classify(bout.bout), recoverer_.level, after);
    body_.train(bout.group, hour, after);
    result_.hard_sets[bout.group.value] += bout.bout.hard_sets.to_double();
  }
}

// An exercise may stand in several lines of a session: the heaviest counts.
void SimulatedAthlete::note_load(ExerciseId exercise, double load) {
  if (load <= 0) return;
  for (auto& [known, heaviest] : loads_)
    if (known == exercise) {
      heaviest = std::max(heaviest, load);
      return;
    }
  loads_.emplace_back(exercise, load);
}

void SimulatedAthlete::note_loads() {
  for (const auto& [exercise, load] : loads_) {
    AthleteResult::Lifted& lifted = result_.lifted[exercise.value];
    if (lifted.first == 0) lifted.first = load;
    lifted.last = load;
  }
}

void SimulatedAthlete::train(const DayVerdict& verdict) {
  const SessionDates& dates = run_.facts(verdict.session->id).dates;
  Evening& evening = evenings_[dates.name];
  evening.done().session = *verdict.session;
  do_lines(verdict, evening);
  leave_traces(dates.trained);
  ++result_.done;
  if (verdict.changes != nullptr) ++result_.lightened;
  if (verdict.what == What::swap) {
    ++result_.swaps;
    came_due(*verdict.session, true);  // by its own gate, before its turn
  }
  const Place before = state_.control.place;
  const bool was_returning = state_.control.returning.has_value();
  const WeekKind kind = kind_of(run_, state_.control);
  const bool was_loading = is_exposure_week(run_, state_.control);
  step_on(evening.event, {nullptr, evening.asked, &remembered_});
  if (told_.return_ramp) ++result_.returns;
  result_.inserted += static_cast<int>(told_.inserted.size());
  if (told_.exposure) note_loads();
  asked_of_pass_ &= ~(std::uint64_t{1} << verdict.session->nth);
  next_due_ = day_ + 1;
  note_pass(before, was_returning, kind, was_loading);
}

void SimulatedAthlete::note_pass(const Place& before, bool was_returning, WeekKind kind,
                                 bool was_loading) {
  const Control& control = state_.control;
  const bool goes_on = same_week(before, control.place) &&
                       was_returning == control.returning.has_value() && !control.finished;
  if (goes_on) return;
  asked_of_pass_ = 0;
  after_deload_ = kind == WeekKind::deload;
  training_.next_pass(was_loading);
}

}  // namespace meso::simulate
