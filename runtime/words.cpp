#include "runtime/words.h"

#include <fmt/core.h>

#include <vector>

#include "base/text.h"

namespace meso::words {
namespace {

// Whole minutes from two up read better than seconds; a minute and a half doesn't.
bool reads_as_minutes(int seconds) { return seconds >= 120 && seconds % 60 == 0; }

std::string minutes(TimeRange time) {
  return text(Range{time.low.count / 60, time.high.count / 60}) + " min";
}

// The amount of one set, without the number of sets: "6-8", "30 s", "5+".
std::string amount(const SetGroup& group) {
  struct Words {
    std::string operator()(const RepTarget& t) const { return text(t.reps) + (t.amrap ? "+" : ""); }
    std::string operator()(const TimeTarget& t) const {
      return in_minutes(t.time) ? minutes(t.time) : text(t.time);
    }
    std::string operator()(const DistanceTarget& t) const { return text(t.distance); }
    std::string operator()(MaxReps) const { return "max"; }
    std::string operator()(ToFailure) const { return "failure"; }
  };
  return std::visit(Words{}, group.target);
}

std::string test(const TestSpec& spec) {
  return spec.max_reps ? std::string("test: max reps") : fmt::format("test {}RM", spec.reps);
}

std::string number_range(Decimal low, Decimal high) {
  return low == high ? low.text() : low.text() + "-" + high.text();
}

std::string percent_load(const Plan& plan, const PercentLoad& spec, std::optional<ExerciseId> own) {
  const std::string percent = number_range(spec.low.value, spec.high.value) + "%";
  // In a scheme, which leaves the max to the line that uses it.
  if (spec.reference == ReferenceKind{ReferenceKind::Of::n_rm, 0}) return percent;
  if (own == spec.of || spec.reference.of == ReferenceKind::Of::bodyweight)
    return percent + " " + reference(spec.reference);
  return fmt::format("{} {} of {}", percent, reference(spec.reference),
                     plan.exercises[spec.of].name);
}

// "10 kg" with its sign set off: "bodyweight + 10 kg", "bodyweight - 10 kg".
std::string bodyweight_load(const BodyweightLoad& spec) {
  if (!spec.added || spec.added->amount == Decimal()) return "bodyweight";
  const bool less = spec.added->amount < Decimal();
  const Load size{less ? -spec.added->amount : spec.added->amount, spec.added->unit};
  return fmt::format("bodyweight {} {}", less ? "-" : "+", text(size));
}

struct LoadWords {
  const Plan& plan;
  std::optional<ExerciseId> own;

  std::string operator()(const NoLoad&) const { return {}; }
  std::string operator()(const OpenLoad&) const { return "find it today"; }
  std::string operator()(const AbsoluteLoad& spec) const {
    return number_range(spec.low.amount, spec.high.amount) + " " + std::string(text(spec.low.unit));
  }
  std::string operator()(const PercentLoad& spec) const { return percent_load(plan, spec, own); }
  std::string operator()(const BodyweightLoad& spec) const { return bodyweight_load(spec); }
  std::string operator()(const TopSetLoad& spec) const {
    return spec.less ? "top set -" + text(*spec.less) : std::string("top set");
  }
};

std::string one_tempo_digit(int seconds) {
  return seconds < 0 ? std::string("X") : std::to_string(seconds);
}

struct AfterWords {
  const Plan& plan;

  std::string operator()(const Wait::OwnGroups&) const { return "training these muscles"; }
  std::string operator()(const Wait::LastSession&) const { return "the last session"; }
  std::string operator()(const Wait::AfterSession& after) const { return after.session; }
  std::string operator()(const Wait::BeforeEvent& before) const { return before.event; }
  std::string operator()(GroupId group) const {
    return "training " + plan.groups[group.value].name;
  }
};

}  // namespace

bool in_minutes(TimeRange time) {
  return reads_as_minutes(time.low.count) && reads_as_minutes(time.high.count);
}

std::string sets(const SetGroup& group) {
  const auto* timed = std::get_if<TimeTarget>(&group.target);
  const bool in_one_go = timed != nullptr && in_minutes(timed->time) && group.sets == Range{1, 1};
  return (in_one_go ? "" : text(group.sets) + " x ") + amount(group);
}

std::string prescription(const Prescription& p) {
  if (p.test) return test(*p.test);
  if (p.total_reps) return fmt::format("{} reps in all", *p.total_reps);
  std::string out;
  for (const auto& group : p.groups) out += (out.empty() ? "" : ", ") + sets(group);
  return out;
}

std::string effort(const Effort& effort) {
  if (!effort.as_rpe) return "RIR " + number_range(effort.low.value, effort.high.value);
  // The more reps are left, the lower the RPE: the range turns round.
  const Decimal ten = Decimal::whole(10);
  return "RPE " + number_range(ten - effort.high.value, ten - effort.low.value);
}

std::string reference(ReferenceKind kind) {
  if (kind.of == ReferenceKind::Of::training_max) return "TM";
  return "of " + text(kind);
}

std::string load(const Plan& plan, const LoadSpec& spec, std::optional<ExerciseId> own) {
  return std::visit(LoadWords{plan, own}, spec);
}

std::string tempo(const Tempo& tempo) {
  return fmt::format("{}-{}-{}-{}", one_tempo_digit(tempo.eccentric), one_tempo_digit(tempo.bottom),
                     one_tempo_digit(tempo.concentric), one_tempo_digit(tempo.top));
}

std::string rest(TimeRange time) {
  const Range seconds{time.low.count, time.high.count};
  if (seconds.high == 0) return "no rest";
  if (in_minutes(time)) return minutes(time);
  if (seconds == Range{60, 120}) return "1-2 min";
  return text(seconds) + " s";
}

std::string exercise(const Plan& plan, const Line& line) {
  std::vector<std::string> names;
  for (const ExerciseId id : line.options) names.push_back(plan.exercises[id].name);
  if (line.is_ladder) names.resize(1);
  return join_or(names);
}

std::string ladder(const Plan& plan, const Line& line) {
  if (!line.is_ladder) return {};
  std::string out;
  for (std::size_t i = 1; i < line.options.size(); ++i)
    out += (i == 1 ? "then " : ", ") + plan.exercises[line.options[i]].name;
  return out;
}

std::string set_style(const SetStyle& style) {
  switch (style.kind) {
    case SetStyle::Kind::drop_set:
      return fmt::format("last set: {}, each {} of the load before",
                         counted(style.mini_sets, "drop"), text(style.load));
    case SetStyle::Kind::rest_pause:
      return fmt::format("last set: rest-pause, {}", counted(style.mini_sets, "mini-set"));
    case SetStyle::Kind::myo_reps:
      return fmt::format("after each set: myo-reps, {} x {}", style.mini_sets, style.mini_reps);
    case SetStyle::Kind::cluster: {
      const std::string pause = style.rest ? ", " + rest(*style.rest) + " between" : std::string();
      return fmt::format("each set as a cluster of {} x {}{}", style.mini_sets, style.mini_reps,
                         pause);
    }
  }
  return {};
}

std::string wait(const Plan& plan, const Wait& wait) {
  std::vector<std::string> after;
  for (const auto& one : wait.after) after.push_back(std::visit(AfterWords{plan}, one));
  const bool before =
      !wait.after.empty() && std::holds_alternative<Wait::BeforeEvent>(wait.after.front());
  const std::string since =
      after.empty() ? std::string() : (before ? " before " : " after ") + join_and(after);
  if (!wait.at_least_days && !wait.at_most_days) return {};
  if (!wait.at_least_days)
    return fmt::format("ask your coach {}{}", counted(*wait.at_most_days, "day"), since);
  std::string out = fmt::format("at least {}{}", counted(*wait.at_least_days, "day"), since);
  if (wait.at_most_days) out += fmt::format(", ask your coach after {}", *wait.at_most_days);
  return out;
}

std::string verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::train: return "train as written";
    case Verdict::lighten: return "train lighter";
    case Verdict::swap: return "do the next session of this week whose muscles are ready";
    case Verdict::recover: return "rest: walking, light stretching";
    case Verdict::refer: return "stop and see a professional (stop list)";
  }
  return {};
}

std::string_view short_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::train: return "train";
    case Verdict::lighten: return "lighter";
    case Verdict::swap: return "swap";
    case Verdict::recover: return "rest";
    case Verdict::refer: return "stop";
  }
  return {};
}

}  // namespace meso::words
