#include "compiler/verify/trace.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "runtime/dose.h"
#include "runtime/words.h"

namespace meso {
namespace {

using What = DayVerdict::What;

constexpr std::size_t kMostEarlier = 3;  // days before the bout that isn't over

bool knows_weekdays(const Plan& plan) {
  const bool dated = std::any_of(plan.events.begin(), plan.events.end(), [](const Event& event) {
    return std::holds_alternative<Weekday>(event.when);
  });
  return dated || std::any_of(plan.blocks.begin(), plan.blocks.end(), [](const Block& block) {
           return std::any_of(block.sessions.begin(), block.sessions.end(),
                              [](const Session& session) { return !session.on.empty(); });
         });
}

// "RIR 2", "75% of 1RM", "to failure": how hard, where all sets of the line say the same.
std::string how_hard(const Plan& plan, const Line& line, const Prescription& prescription) {
  if (line.to_failure) return ", to failure";
  if (prescription.groups.size() != 1) return "";
  const SetGroup& group = prescription.groups.front();
  if (group.effort) return ", " + words::effort(*group.effort);
  const std::string load = words::load(plan, group.load, line.options.front());
  return load.empty() ? "" : ", " + load;
}

// "3 x 5", and of a long ramp only how many: "8 sets of".
std::string sets_text(const Prescription& prescription) {
  constexpr std::size_t kMostListed = 3;
  if (prescription.groups.size() <= kMostListed) return words::prescription(prescription);
  int sets = 0;
  for (const SetGroup& group : prescription.groups) sets += group.sets.high;
  return std::to_string(sets) + " sets of";
}

class PathTelling {
 public:
  PathTelling(const RunPlan& run, const Violation& v, Property property)
      : run_(run),
        plan_(run.plan()),
        v_(v),
        property_(property),
        weekdays_(knows_weekdays(run.plan())) {}

  std::vector<TraceStep> tell() {
    const int since = v_.lived.back().day - v_.days;
    const std::size_t skipped = skips(since);
    std::size_t told = 0;
    for (const LivedDay& day : v_.lived) {
      const bool is_last = &day == &v_.lived.back();
      if (matters(day, since) && ++told > skipped) add(day, is_last, day.day == since);
      note_lifts(day);
    }
    return std::move(out_);
  }

 private:
  bool trains(const LivedDay& day) const {
    return holds(run_.facts(day.session).dates.trained, v_.group);
  }
  // Where no gate asks, a check-in decides nothing.
  bool decided(const LivedDay& day) const {
    if (deciding_clause(run_, day) == nullptr) return false;
    return day.verdict.what != What::train || !answers_told(run_, day).empty();
  }
  bool matters(const LivedDay& day, int since) const {
    return decided(day) || (day.day >= since && trains(day));
  }
  // Of many check-ins before the bout only the last few are told.
  std::size_t skips(int since) const {
    const auto earlier = static_cast<std::size_t>(
        std::count_if(v_.lived.begin(), v_.lived.end(),
                      [&](const LivedDay& day) { return day.day < since && matters(day, since); }));
    return earlier > kMostEarlier ? earlier - kMostEarlier : 0;
  }

  void add(const LivedDay& day, bool is_last, bool is_since) {
    if (decided(day) || (is_last && run_.session(day.session).gate)) add_check_in(day, is_last);
    TraceStep step = step_of(day);
    step.who = quoted(run_.session(day.session).name);
    step.place = run_.session(day.session).source;
    if (const Line* line = line_told(day)) {
      step.what = work(day, *line, is_since);
      step.place = line->source;
    }
    if (is_last) step.mark = mark();
    out_.push_back(std::move(step));
  }

  TraceStep step_of(const LivedDay& day) const {
    TraceStep step;
    step.day = day.day;
    step.when = "day " + std::to_string(day.day + 1);
    if (!weekdays_) return step;
    const int weekday = (static_cast<int>(v_.first_weekday) + day.day) % 7;
    step.when += " " + std::string(text(static_cast<Weekday>(weekday)));
    return step;
  }

  void add_check_in(const LivedDay& day, bool is_last) {
    TraceStep step = step_of(day);
    step.who = "check-in";
    std::vector<std::string> told = answers_told(run_, day);
    if (is_last && day.answers[v_.group] == 0) told.insert(told.begin(), not_sore(day));
    step.what = told.empty() ? "all good" : join(told, ", ");
    step.what += consequence(day);
    const GateClause* clause = deciding_clause(run_, day);
    step.place = clause != nullptr ? clause->source : run_.session(day.session).source;
    out_.push_back(std::move(step));
  }

  // What the gate of the session that is done hears of the group.
  std::string not_sore(const LivedDay& day) const {
    const auto gate = run_.session(day.session).gate;
    const ReadSet reads = gate ? run_.gate_reads(*gate) : ReadSet();
    const bool asked = reads.anywhere || reads.soreness || holds(reads.groups, v_.group);
    return plan_.groups[v_.group.value].name + (asked ? " 0/10" : " not asked");
  }

  std::string consequence(const LivedDay& day) const {
    const DayVerdict& verdict = day.verdict;
    switch (verdict.what) {
      case What::lighten: return ": lightened";
      case What::swap: return ": instead of " + quoted(run_.session(verdict.head->id).name);
      default: return "";
    }
  }

  // Of the lines that train the group: one that is new before others, then the one that does most.
  const Line* line_told(const LivedDay& day) const {
    const Line* best = nullptr;
    const auto rank = [&](const Line& line) {
      return std::pair(is_new(line), share_of(plan_, line, v_.group));
    };
    for (const Line& line : run_.session(day.session).lines) {
      if (share_of(plan_, line, v_.group) == Decimal()) continue;
      if (best == nullptr || rank(line) > rank(*best)) best = &line;
    }
    return best;
  }

  bool is_new(const Line& line) const {
    return std::any_of(line.options.begin(), line.options.end(), [&](ExerciseId lift) {
      return !plan_.exercises[lift].familiar && done_.count(lift.value) == 0;
    });
  }

  std::string work(const LivedDay& day, const Line& line, bool is_since) const {
    const Prescription& sets = line.stages.front();
    std::string out =
        sets_text(sets) + " " + words::exercise(plan_, line) + how_hard(plan_, line, sets);
    const bool novel = v_.bout_class >= BoutClass::novel;
    if (is_since && novel && is_new(line)) return out + ", first time";
    const auto& lines = run_.session(day.session).lines;
    const auto others = std::count_if(lines.begin(), lines.end(), [&](const Line& other) {
      return &other != &line && share_of(plan_, other, v_.group) > Decimal();
    });
    return others == 0 ? out : out + ", and " + std::to_string(others) + " more";
  }

  std::string mark() const {
    if (property_ == Property::latent_safe) return "soreness can still come";
    if (property_ == Property::recovers)
      return counted(v_.days, "day") + " after, " + std::to_string(v_.safe_days.value_or(0)) +
             " are usual";
    if (v_.body.sorest > 2)
      return "can still be sore, up to " + std::to_string(v_.body.sorest) + "/10";
    if (v_.body.may_be_weak) return "strength can still be missing";
    return "nobody knows how sore";
  }

  void note_lifts(const LivedDay& day) {
    for (const Line& line : run_.session(day.session).lines)
      for (const ExerciseId lift : line.options) done_.insert(lift.value);
  }

  const RunPlan& run_;
  const Plan& plan_;
  const Violation& v_;
  Property property_;
  bool weekdays_;
  std::set<std::uint32_t> done_;  // lifts of the days before
  std::vector<TraceStep> out_;
};

}  // namespace

std::vector<TraceStep> trace_steps(const RunPlan& run, const Violation& v, Property property) {
  return PathTelling(run, v, property).tell();
}

}  // namespace meso
