// R13 / M113: hard or new work so near before a match or a meet that it may still be felt there.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"
#include "compiler/verify/bouts.h"
#include "compiler/verify/recovery_days.h"
#include "compiler/verify/volume_jumps.h"
#include "runtime/nominal.h"

namespace meso::guidelines {
namespace {

constexpr int kWeek = 7;

// What a session of a pass may leave behind: its hardest bout, and a lift that is done for the
// first time.
struct Aftermath {
  std::optional<BoutClass> bout_class;  // pushed or harder
  GroupId group;
  std::optional<ExerciseId> novel;
  int days = 0;  // that it needs before an event
};

class Aftermaths {
 public:
  explicit Aftermaths(const GuidelineCheck& check)
      : check_(check), bouts_(check.facts), novel_days_(check.whole_threshold("new lift")) {
    for (const QueueEntry& entry : check.facts.order)
      for (const Line& line : entry.session->lines)
        for (const ExerciseId id : line.options)
          first_pass_.try_emplace(id.value, entry.pass_index);
    for (std::size_t p = 0; p < check.facts.passes.size() && !first_loading_; ++p)
      if (is_loading(check.facts.passes[p])) first_loading_ = p;
  }

  // Of the n-th session of a pass.
  Aftermath of(std::size_t pass, std::size_t nth) const {
    Aftermath after;
    const Pass& of_pass = check_.facts.passes[pass];
    const std::uint32_t session = check_.facts.week(of_pass).sessions[nth];
    for (const GroupDose& dose : check_.facts.doses(of_pass.block, session)) {
      const auto found = bouts_.of(pass, nth, dose.group);
      if (!found || *found < least_class(pass) || (after.bout_class && *found <= *after.bout_class))
        continue;
      after.bout_class = found;
      after.group = dose.group;
      after.days =
          recovery_days(*found, check_.plan.level, EnvelopeMode::worst, check_.edition).clear;
    }
    after.novel = novel_lift(check_.plan.blocks[of_pass.block].sessions[session], pass);
    if (after.novel) after.days = std::max(after.days, novel_days_);
    return after;
  }

 private:
  // Familiar lifts are accustomed to what the first week asks: that it is a block's first week
  // alone makes it no push.
  BoutClass least_class(std::size_t pass) const {
    return pass == first_loading_ ? BoutClass::novel : BoutClass::pushed;
  }
  std::optional<ExerciseId> novel_lift(const Session& session, std::size_t pass) const {
    for (const Line& line : session.lines)
      for (const ExerciseId id : line.options) {
        const Exercise& exercise = check_.plan.exercises[id];
        const bool trains = !exercise.any_of_class && !exercise.muscles.empty();
        if (trains && !exercise.familiar && first_pass_.at(id.value) == pass) return id;
      }
    return std::nullopt;
  }

  const GuidelineCheck& check_;
  Bouts bouts_;
  int novel_days_;
  std::map<std::uint32_t, std::uint32_t> first_pass_;  // by exercise
  std::optional<std::size_t> first_loading_;
};

// A session that may come too near to an event.
struct TooNear {
  SessionId session;
  std::size_t pass = 0;
  Aftermath after;
  int days = 0;  // before it
};

class EventCheck {
 public:
  explicit EventCheck(GuidelineCheck& check)
      : check_(check), plan_(check.plan), aftermaths_(check) {}

  void run() {
    for (const Event& event : plan_.events) {
      found_.clear();
      if (const auto* weekday = std::get_if<Weekday>(&event.when))
        look_every_week(*weekday);
      else
        look_once(std::get<Date>(event.when));
      for (const auto& [source, near] : found_) report(event, near);
    }
  }

 private:
  // ---- an event of every week: the last day on which the session may be done ----

  void look_every_week(Weekday event) {
    for (std::size_t p = 0; p < check_.facts.passes.size(); ++p) {
      const Pass& pass = check_.facts.passes[p];
      const Week& week = check_.facts.week(pass);
      for (std::size_t nth = 0; nth < week.sessions.size(); ++nth) {
        const SessionId id{pass.block, week.sessions[nth]};
        keep({id, p, aftermaths_.of(p, nth), least_days_before(id, event)});
      }
    }
  }
  int least_days_before(SessionId id, Weekday event) const {
    const Session& session = check_.run.session(id);
    const DateRules rules{check_.edition, false};
    int least = kWeek;
    for (int day = 0; day < kWeek; ++day) {
      const Weekday weekday = weekday_of(day);
      const bool allowed = session.on.empty() || std::find(session.on.begin(), session.on.end(),
                                                           weekday) != session.on.end();
      if (allowed && first_on(rules, check_.run.facts(id).dates, {}, day) == day)
        least = std::min(least, days_until(weekday, event));
    }
    return least;
  }

  // ---- an event of one day: the calendar, when nothing is late ----

  void look_once(Date event) {
    if (!plan_.starts) return;
    if (!calendar_) calendar_ = nominal_path(plan_, check_.edition, nullptr);
    for (const NominalSession& session : calendar_->sessions) {
      const int days = event.day_number - plan_.starts->day_number - session.day;
      if (days < 0) continue;
      const SessionId id{session.block, session.session};
      for (std::size_t p = 0; p < check_.facts.passes.size(); ++p) {
        const Pass& pass = check_.facts.passes[p];
        if (pass.block != session.block || pass.run != session.run || pass.number != session.pass)
          continue;
        const auto& listed = check_.facts.week(pass).sessions;
        const auto nth = std::find(listed.begin(), listed.end(), session.session) - listed.begin();
        keep({id, p, aftermaths_.of(p, static_cast<std::size_t>(nth)), days});
      }
    }
  }

  // By where the session is written, what lacks most days.
  void keep(const TooNear& near) {
    if (near.days >= near.after.days) return;
    const auto lacking = [](const TooNear& n) { return n.after.days - n.days; };
    const auto [at, fresh] =
        found_.try_emplace(check_.run.session(near.session).source.value, near);
    if (!fresh && lacking(near) > lacking(at->second)) at->second = near;
  }

  void report(const Event& event, const TooNear& near) {
    const Session& session = check_.run.session(near.session);
    const bool weekly = std::holds_alternative<Weekday>(event.when);
    const std::string when =
        near.days == 0 ? "on the day of " : counted(near.days, "day") + " before ";
    Diagnostic& d = check_.report(
        session.source, quoted(session.name) + (weekly ? " can be done " : " is done ") + when +
                            quoted(event.name) + ", and " + what(near.after) + " may need " +
                            counted(near.after.days, "day"));
    d.label("in " + pass_name(plan_, check_.facts.passes[near.pass]));
    d.also(check_.span(event.source), "what it may still be felt in");
    const bool can_wait = !weekly || near.after.days < kWeek;
    if (can_wait)
      d.advise("keep it clear: at least " + counted(near.after.days, "day") + " before " +
               quoted(event.name));
    d.advise((can_wait ? "or leave" : "leave") +
             (" new lifts and pushed weeks for a time without " + quoted(event.name)));
    if (near.after.novel)
      d.advise("or make it `familiar " + plan_.exercises[*near.after.novel].name +
               "`, where the athlete has done it in the last four weeks");
  }
  std::string what(const Aftermath& after) const {
    if (after.bout_class)
      return class_text(*after.bout_class) + " for " + std::string(check_.facts.name(after.group));
    return plan_.exercises[*after.novel].name + " for the first time";
  }

  GuidelineCheck& check_;
  const Plan& plan_;
  Aftermaths aftermaths_;
  std::map<std::uint32_t, TooNear> found_;
  std::optional<NominalPath> calendar_;
};

void run(GuidelineCheck& check) {
  if (!check.plan.events.empty()) EventCheck(check).run();
}

constexpr Threshold kThresholds2026[] = {
    {"new lift",
     7,
     "days",
     {2, 28},
     "a choice of this project; after new work it may take the worst case's week"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline event_unprotected;
const Guideline event_unprotected{
    .name = "event-unprotected",
    .code = "M113",
    .category = "recovery",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "Pushed and new work keeps so far from a match or a meet that it is over by then",
    .why =
        "A session can wait for the muscle; a match can't. Work of the classes D to F (pushed, "
        "novel, novel and heavy) before an `event` has to lie so many days back that in the "
        "recovery table's worst case it is over, and a lift that is done for the first time at "
        "least a week. Of a weekly event the last day counts on which the session may be done: a "
        "preference for Monday doesn't keep a late athlete from Friday, `at least 3 days before "
        "\"Match\"` does. Of a dated one the calendar counts, from the day that the plan "
        "`starts`. The plan's first week is judged by its new lifts alone: what is familiar is "
        "accustomed to it. Tests of the plan are sessions, and are held back by their gate.",
    .sources =
        "The founding articles (S001-14): an athlete who is too sore to move well or to compete "
        "was "
        "failed by the coach. Days are the worst case of the recovery table "
        "(docs/recovery-model.md).",
    .critics =
        "The worst case is the 99th percentile of a model that was set by eye: most athletes are "
        "over it days before. A session that lightly primes the muscle the day before is another "
        "matter, and of no class that counts here.",
    .editions = kEditions,
    .bad = R"(plan "A push week before the meet"
  level intermediate
  guidelines 2026
  starts 2027-01-11
  event "Meet" on 2027-01-30
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 3 weeks if ready
  week 3 push RIR - 1
  session "Legs"
    prefer Wed
    back squat 3x5 @ RIR 3 add(2.5%)
)",
    .good = R"(plan "The push week ten days out"
  level intermediate
  guidelines 2026
  starts 2027-01-11
  event "Meet" on 2027-01-30
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 3 weeks if ready
  week 2 push RIR - 1
  session "Legs"
    prefer Wed
    back squat 3x5 @ RIR 3 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
