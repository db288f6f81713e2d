// R09 / M109: a recovery session that is a session of training.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/guidelines/lines.h"
#include "runtime/dose.h"

namespace meso::guidelines {
namespace {

constexpr int kSecondsAMinute = 60;

// What isn't recovery, as what the session asks for: "back squat at RIR 2".
struct Part {
  const Line* line = nullptr;  // null: all of them together
  std::string what;
};

// Seconds of timed work; what isn't timed is left out.
struct Length {
  int least = 0, most = 0;
  bool all_timed = true;
  const SetGroup* only = nullptr;  // where the session has one timed group
  int groups = 0;
};

// `20-45 min`, in whole minutes where they are.
std::string minutes_text(int least, int most) {
  const auto minutes = [](int seconds) {
    return round_to(Decimal::ratio(seconds, kSecondsAMinute), Decimal::ratio(1, 10),
                    Rounding::nearest)
        .text();
  };
  return (least == most ? minutes(least) : minutes(least) + "-" + minutes(most)) + " min";
}

class EasyDay {
 public:
  EasyDay(const GuidelineCheck& check, const Session& session)
      : check_(check),
        session_(session),
        least_seconds_(check.whole_threshold("minutes at least") * kSecondsAMinute),
        most_seconds_(check.whole_threshold("minutes at most") * kSecondsAMinute),
        most_effort_(check.threshold("effort at most")),
        least_rir_(check.threshold("RIR at least")),
        most_stretch_(check.whole_threshold("stretch at most")) {}

  std::vector<Part> run() {
    for (const Line& line : session_.lines)
      if (!line.stages.empty()) read(line);
    judge_length();
    judge_stretches();
    return std::move(parts_);
  }
  const Length& length() const { return length_; }

 private:
  void read(const Line& line) {
    for (const SetGroup& group : line.stages.front().groups) add_time(line, group);
    if (line.stages.front().groups.empty()) length_.all_timed = false;
    for (const Prescription& stage : line.stages)
      if (auto what = too_hard(line, stage); !what.empty()) {
        parts_.push_back({&line, lift_name(check_.plan, line) + " " + what});
        break;
      }
  }

  // Of a lift done on each side the session lasts twice as long, each muscle is stretched once.
  void add_time(const Line& line, const SetGroup& group) {
    const auto* timed = std::get_if<TimeTarget>(&group.target);
    if (timed == nullptr) {
      length_.all_timed = false;
      return;
    }
    const int sides = line.each_side ? 2 : 1;
    if (!line.optional) length_.least += group.sets.low * timed->time.low.count * sides;
    length_.most += group.sets.high * timed->time.high.count * sides;
    length_.only = ++length_.groups == 1 ? &group : nullptr;
    for (const GroupId muscle : stretched(line)) {
      Stretch& stretch = stretches_[muscle.value];
      stretch.seconds += group.sets.high * timed->time.high.count;
      if (stretch.line == nullptr) stretch.line = &line;
    }
  }

  std::vector<GroupId> stretched(const Line& line) const {
    std::vector<GroupId> out;
    for (const ExerciseId id : line.options)
      for (const GroupId muscle : check_.plan.exercises[id].stretches)
        if (std::find(out.begin(), out.end(), muscle) == out.end()) out.push_back(muscle);
    return out;
  }

  // Sets are held to reps in reserve, walking and the like to how hard it feels.
  std::string too_hard(const Line& line, const Prescription& stage) const {
    if (goes_to_the_limit(line, stage)) return "to the limit";
    const bool is_lift = !trains_nothing(check_.plan, line);
    if (stage.total_reps) return is_lift ? "with no effort said" : "";
    std::string what;
    int nth = 0;
    for (const SetGroup& group : stage.groups) {
      nth += group.sets.low;
      const auto effort = effort_of(line, group, nth - 1, check_.edition);
      if (!effort && is_lift) return "with no effort said";
      if (what.empty() && effort) what = is_lift ? too_few_left(*effort) : too_brisk(effort->rir);
    }
    return what;
  }

  static bool goes_to_the_limit(const Line& line, const Prescription& stage) {
    const bool has_style = line.style && line.style->kind != SetStyle::Kind::cluster;
    return stage.test || line.to_failure || has_style ||
           std::any_of(stage.groups.begin(), stage.groups.end(), [](const SetGroup& group) {
             return group.amrap() || std::holds_alternative<MaxReps>(group.target) ||
                    std::holds_alternative<ToFailure>(group.target);
           });
  }
  std::string too_few_left(const SetEffort& effort) const {
    if (effort.rir >= least_rir_) return {};
    const Decimal shown = round_to(effort.rir, Decimal::ratio(1, 2), Rounding::nearest);
    return (effort.estimated ? "at an estimated RIR of " : "at RIR ") + shown.text();
  }
  std::string too_brisk(Decimal rir) const {
    const Decimal effort = Decimal::whole(10) - rir;
    return effort > most_effort_ ? "at an effort of " + effort.text() + " of 10" : std::string();
  }

  void judge_length() {
    if (length_.groups == 0) return;
    const bool too_short = length_.all_timed && length_.least < least_seconds_;
    if (length_.most > most_seconds_ || too_short)
      parts_.push_back({nullptr, (length_.most > most_seconds_ ? "" : "only ") +
                                     minutes_text(length_.least, length_.most) + " in all"});
  }

  void judge_stretches() {
    for (const auto& [muscle, stretch] : stretches_)
      if (stretch.seconds > most_stretch_)
        parts_.push_back({stretch.line, std::to_string(stretch.seconds) + " s of stretching for " +
                                            std::string(check_.facts.name(GroupId{muscle}))});
  }

  struct Stretch {
    int seconds = 0;
    const Line* line = nullptr;
  };

  const GuidelineCheck& check_;
  const Session& session_;
  int least_seconds_, most_seconds_;
  Decimal most_effort_, least_rir_;
  int most_stretch_;
  Length length_;
  std::map<std::uint32_t, Stretch> stretches_;
  std::vector<Part> parts_;
};

// Where only one timed piece is too long or too short, and says nothing but its time.
void mend_length(GuidelineCheck& check, Diagnostic& d, const Length& length) {
  const SetGroup* only = length.only;
  if (only == nullptr || only->effort || !std::holds_alternative<NoLoad>(only->load) ||
      std::get<TimeTarget>(only->target).time.high.count != length.most)
    return;
  const bool too_long = length.most > check.whole_threshold("minutes at most") * kSecondsAMinute;
  const std::string mended =
      check.threshold(too_long ? "minutes at most" : "minutes at least").text() + " min";
  d.fix({"write `" + mended + "`", check.span(only->source), mended, false});
}

void report(GuidelineCheck& check, const Session& session, const std::vector<Part>& parts,
            const Length& length) {
  std::vector<std::string> asks;
  for (const Part& part : parts) asks.push_back(part.what);
  Diagnostic& d =
      check.report(session.source,
                   quoted(session.name) + " is marked as recovery and asks for " + join_and(asks));
  d.label("recovery is easy work");
  for (const Part& part : parts)
    if (part.line != nullptr) d.also(check.span(part.line->source), part.what);
  d.note("the bounds are " + check.threshold("minutes at least").text() + "-" +
         check.threshold("minutes at most").text() + " min in all, an effort of " +
         check.threshold("effort at most").text() + " of 10, RIR " +
         check.threshold("RIR at least").text() + " in sets of a lift, and " +
         check.threshold("stretch at most").text() + " s of stretching a muscle");
  d.advise("make it easy: walk 25 min, mobility 10 min")
      .advise("or take `, recovery` off its name: then it is training, and a gate decides");
  if (parts.size() == 1 && parts.front().line == nullptr) mend_length(check, d, length);
}

// Told where it comes first: a session stands in the plan once for each week that differs.
void run(GuidelineCheck& check) {
  std::vector<SourceId> told;
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions) {
      if (!session.recovery || std::find(told.begin(), told.end(), session.source) != told.end())
        continue;
      EasyDay day(check, session);
      const std::vector<Part> parts = day.run();
      if (parts.empty()) continue;
      told.push_back(session.source);
      report(check, session, parts, day.length());
    }
}

constexpr Threshold kThresholds2026[] = {
    {"minutes at least", 10, "min", {1, 30}, "convention"},
    {"minutes at most", 40, "min", {15, 90, "minutes at least"}, "convention"},
    {"effort at most", 3, "of 10", {1, 5}, "convention: RPE 3, easy enough to talk"},
    {"RIR at least", 5, "reps", {3, 8}, "convention"},
    {"stretch at most", 60, "s a muscle", {15, 180}, "convention"},
};
constexpr GuidelineEdition kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline active_recovery_dose;
const Guideline active_recovery_dose{
    .name = "active-recovery-dose",
    .code = "M109",
    .category = "recovery",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A recovery session is easy, and ten to forty minutes long",
    .why =
        "Active recovery is what stands between a session that can't be done yet and a day on the "
        "couch; \"active recovery: five rounds for time\" is one more session to recover from. "
        "Each session marked `, recovery` is looked at: minutes in all where its work is timed, "
        "both ends of a range and both sides counted, rests left out; effort of walking and the "
        "like as RPE; reps in reserve of sets of a lift, where a set that says nothing is taken "
        "as hard; seconds of stretching of each muscle. Sets to failure, for as many reps as "
        "possible, tests and drop sets are none of it.",
    .sources =
        "The founding articles (S003-27, S003-38): walking, light stretching or plain rest, and "
        "no training of sore muscles to be doing something. Coaching convention, with no trial "
        "behind the numbers.",
    .critics =
        "A fit athlete walks for hours and is none the worse for it, and what easy work does for "
        "recovery beyond passing the time is small at best. The bounds say what may carry the "
        "name without a gate, not what is harmful.",
    .editions = kEditions,
    .bad = R"(plan "Active recovery, five rounds for time"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Active recovery", recovery
    rowing machine 5x4 min @ RPE 8
)",
    .good = R"(plan "A walk and some mobility"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
  session "Active recovery", recovery
    walk 25 min @ RPE 2
    mobility 10 min
)",
    .check = run,
};

}  // namespace meso::guidelines
