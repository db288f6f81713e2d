// One simulated athlete on the way through a plan: checks in, answers what the day asks, trains
// when released. The plan's side of it is the step that the runtime runs.
#pragma once

#include "runtime/simulate/answers.h"
#include "runtime/simulate/lifter.h"
#include "runtime/simulate/tally.h"
#include "runtime/step/remember.h"

namespace meso::simulate {

// A session as it was asked for and done.
struct Evening {
  DayEvent event{0, SessionDone()};
  std::vector<TodayLine> asked;
  SessionDone& done() { return std::get<SessionDone>(event.what); }
};

// What days are made of. It says nothing from one day to the next: it is kept for the memory of its
// lists, by one athlete after the other.
struct Workspace {
  explicit Workspace(const SimulatedPlan& plan) : evenings(plan.run().names().size()) {}

  DayEvent morning{0, CheckedIn()};
  std::vector<Evening>
      evenings;           // by the session's name: those of one name hardly differ in length
  Told told;              // of the last event
  Remembered remembered;  // of the last session
  std::vector<LiftDone> lifts;
  std::vector<std::pair<ExerciseId, double>> loads;
  State state;  // of the athlete
};

class SimulatedAthlete {
 public:
  // Both have to outlive it, and a workspace is one athlete's at a time.
  SimulatedAthlete(const SimulatedPlan& plan, const Habits& habits, std::uint64_t seed,
                   std::uint64_t number, Workspace& workspace);
  SimulatedAthlete(const SimulatedAthlete&) = delete;
  SimulatedAthlete& operator=(const SimulatedAthlete&) = delete;
  // To the plan's end, for at most so many days.
  AthleteResult run(int most_days);

 private:
  void live(int day);
  bool is_away(Random& random);
  void check_in(const DayVerdict* verdict = nullptr);
  std::optional<DayVerdict> decide_by_asking();
  void answer_all(const std::vector<Question>& questions);
  void count_due(const DayVerdict& verdict);
  void came_due(const SessionRef& session, bool released);
  void act_on(const DayVerdict& verdict);
  void train(const DayVerdict& verdict);
  void do_lines(const DayVerdict& verdict, Evening& evening);
  void leave_traces(GroupSet trained);
  void note_load(ExerciseId exercise, double load);
  void note_loads();
  void note_pass(const Place& before, bool was_returning, WeekKind kind, bool was_loading);
  void wait_for_clearance();
  void step_on(DayEvent& event, const AtHand& at_hand = {});
  void happens(Happened what);
  double weakness_of(ExerciseId exercise);
  double weakness_of(GroupId group);
  Setting setting() const;
  DayOf today() const { return {plan_, body_, habits_, seed_, number_, day_}; }

  const SimulatedPlan& plan_;
  const RunPlan& run_;
  const Habits& habits_;
  std::uint64_t seed_, number_;
  Recoverer recoverer_;
  Random aftermaths_;
  GhostBody body_;
  Training training_;
  Lifter lifter_;
  Monitor monitor_;
  State& state_;
  AthleteResult result_;

  int day_ = 0;
  int next_due_ = 0;  // no session is due before
  int away_until_ = kNever;
  int referred_on_ = kNever;
  bool is_silent_ = false;           // no check-in today
  bool after_deload_ = false;        // the pass before was one
  std::uint64_t asked_of_pass_ = 0;  // bit n: the n-th session of the pass was due and asked for
  GroupSet felt_ = 0;                // groups whose strength was asked for today ...
  std::array<double, kMostGroups> weak_{};  // ... and how much of it is missing
  std::vector<Evening>& evenings_;
  DayEvent& morning_;
  CheckIn& answers_ = std::get<CheckedIn>(morning_.what).answers;
  std::vector<ProbeDone>& probes_ = std::get<CheckedIn>(morning_.what).probes;
  Told& told_;
  Remembered& remembered_;
  std::vector<LiftDone>& lifts_;
  std::vector<std::pair<ExerciseId, double>>& loads_;
};

}  // namespace meso::simulate
