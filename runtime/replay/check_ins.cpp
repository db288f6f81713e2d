#include <algorithm>

#include "base/text.h"
#include "runtime/replay/changed_plan.h"
#include "runtime/replay/replay.h"

namespace meso {
namespace {

using Problems = std::vector<JournalProblem>;

void error(Problems& problems, std::uint32_t line, std::string message, std::string help = "") {
  problems.push_back({JournalProblem::Severity::error, line, std::move(message), std::move(help)});
}

void unknown_exercise(Problems& problems, std::uint32_t line, const LogNames& names,
                      std::string_view name) {
  UnknownName unknown = names.unknown_exercise(name);
  error(problems, line, std::move(unknown.message), std::move(unknown.help));
}

std::optional<Pain> pain_from(std::string_view word) {
  if (word == "none") return Pain::none;
  if (word == "dull") return Pain::dull;
  if (word == "sharp") return Pain::sharp;
  return std::nullopt;
}

// One reading into the check-in; false where it is none that a check-in knows.
class Reader {
 public:
  Reader(const LogNames& names, CheckedIn& out, Problems& problems)
      : names_(names), out_(out.answers), problems_(problems) {}

  bool read(const WrittenReading& r) {
    if (r.what == "soreness") return soreness(r);
    if (r.what == "pain") return pain(r);
    if (r.what == "red flag") return red_flag(r);
    if (r.what == "soreness impairs") return impairs(r);
    for (std::size_t i = 0; i < kFunctional; ++i)
      if (r.what == text(static_cast<Functional>(i))) {
        out_.functional[i] = r.word == "yes" ? Truth::yes : Truth::no;
        return true;
      }
    for (std::size_t i = 0; i < kScales; ++i)
      if (r.what == text(static_cast<Scale>(i))) {
        out_.scales[i] = static_cast<std::int8_t>(r.number.floor());
        return true;
      }
    if (equal_ignoring_case(r.what, "HRV")) {
      out_.hrv = r.number;
      return true;
    }
    if (r.what == "resting heart rate") {
      out_.resting_heart_rate = r.number;
      return true;
    }
    const auto signal = names_.signal(r.what);
    if (signal) out_.own.emplace_back(*signal, static_cast<int>(r.number.floor()));
    return signal.has_value();
  }

 private:
  bool soreness(const WrittenReading& r) {
    if (const auto group = names_.group(r.of))
      out_[*group] = static_cast<std::int8_t>(r.number.floor());
    else
      error(problems_, r.line, "there is no muscle group " + quoted(r.of),
            did_you_mean(names_.nearest_groups(r.of)));
    return true;
  }
  bool pain(const WrittenReading& r) {
    out_.pain_answered = true;
    if (const auto pain = pain_from(r.word); pain && *pain != Pain::none)
      out_.pains.push_back({*pain, std::string(r.of)});
    return true;
  }
  bool red_flag(const WrittenReading& r) {
    out_.red_flag_answered = true;
    if (r.word != "none") out_.red_flag = std::string(r.word);
    return true;
  }
  // Of all four at once.
  bool impairs(const WrittenReading& r) {
    out_.functional.fill(r.word == "yes" ? Truth::yes : Truth::no);
    return true;
  }
  const LogNames& names_;
  CheckIn& out_;
  Problems& problems_;
};

// A max, or something that a plan can track.
bool is_measured(std::string_view what) {
  if (what == "training max" || lower(what).ends_with("rm")) return true;
  for (int m = 0; m <= static_cast<int>(Metric::soreness); ++m)
    if (equal_ignoring_case(text(static_cast<Metric>(m)), what)) return true;
  return false;
}

// It is kept in the log, but nothing knows what it is.
void report_unknown(const WrittenReading& reading, Problems& problems) {
  std::vector<std::string_view> known{"HRV",   "resting heart rate", "bodyweight",
                                      "waist", "soreness",           "pain"};
  for (std::size_t i = 0; i < kScales; ++i) known.push_back(text(static_cast<Scale>(i)));
  problems.push_back({JournalProblem::Severity::warning, reading.line,
                      "nothing asks for " + quoted(reading.what) + ": it decides nothing",
                      did_you_mean(nearest(reading.what, known, 1))});
}

}  // namespace

CheckedIn checked_in(const LogNames& names, const Entry& entry,
                     std::vector<JournalProblem>& problems) {
  CheckedIn out;
  Reader reader(names, out, problems);
  for (const WrittenReading& reading : entry.readings)
    if (!reader.read(reading) && !is_measured(reading.what)) report_unknown(reading, problems);
  if (entry.probe) {
    if (const auto exercise = names.exercise(entry.probe->exercise))
      out.probes.push_back({*exercise, entry.probe->set});
    else
      unknown_exercise(problems, entry.probe->line, names, entry.probe->exercise);
  }
  return out;
}

std::vector<DoneLine> done_lines(const RunPlan& run, const LogNames& names,
                                 const SessionRef* session, const Entry& entry,
                                 std::vector<JournalProblem>& problems) {
  std::vector<DoneLine> out;
  std::vector<bool> taken;
  const Session* plan = session == nullptr ? nullptr : &run.session(session->id);
  if (plan != nullptr) taken.resize(plan->lines.size());
  const auto line_of = [&](ExerciseId id) -> std::optional<std::size_t> {
    for (std::size_t n = 0; n < taken.size(); ++n) {
      const auto& options = plan->lines[n].options;
      if (!taken[n] && std::find(options.begin(), options.end(), id) != options.end()) {
        taken[n] = true;
        return n;
      }
    }
    return std::nullopt;
  };
  for (const DoneExercise& done : entry.exercises) {
    const auto exercise = names.exercise(done.name);
    if (!exercise) {
      unknown_exercise(problems, done.line, names, done.name);
      continue;
    }
    DoneLine line;
    line.exercise = *exercise;
    line.sets = done.sets;
    const auto replaced = done.instead_of.empty() ? std::nullopt : names.exercise(done.instead_of);
    line.line = line_of(replaced.value_or(*exercise));
    line.substituted = replaced.has_value() || !line.line;
    if (plan != nullptr && !line.line)
      problems.push_back(gone_exercise(run, names, *plan, entry, done));
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace meso
