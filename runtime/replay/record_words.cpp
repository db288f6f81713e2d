#include "runtime/replay/record_words.h"

#include <algorithm>

#include "base/text.h"
#include "runtime/journal/draft.h"
#include "runtime/words.h"

namespace meso {
namespace {

using Known = PlannedLoad::State;

void add_soreness(const RunPlan& run, const CheckIn& answers, std::vector<std::string>& lines) {
  const auto& groups = run.plan().groups;
  for (std::uint32_t g = 0; g < groups.size(); ++g)
    if (answers[GroupId{g}] != CheckIn::kUnanswered)
      lines.push_back("soreness " + groups[g].name + " " + std::to_string(answers[GroupId{g}]));
}

void add_felt(const CheckIn& answers, std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < kFunctional; ++i)
    if (answers.functional[i] != Truth::unknown)
      lines.push_back(std::string(text(static_cast<Functional>(i))) +
                      (answers.functional[i] == Truth::yes ? " yes" : " no"));
  for (std::size_t i = 0; i < kScales; ++i)
    if (answers.scales[i] != CheckIn::kUnanswered)
      lines.push_back(std::string(text(static_cast<Scale>(i))) + " " +
                      std::to_string(answers.scales[i]));
}

void add_complaints(const CheckIn& answers, std::vector<std::string>& lines) {
  if (answers.pain_answered && answers.pains.empty()) lines.emplace_back("pain none");
  for (const PainReport& pain : answers.pains) lines.push_back(pain_line(pain));
  if (!answers.red_flag_answered) return;
  lines.push_back("red flag " +
                  (answers.red_flag.empty() ? "none" : quoted_words(answers.red_flag)));
}

// The load that was asked for, as a set holds it; false where nobody knows it.
bool put_load(const PlannedLoad& planned, DoneSet& set) {
  const bool own = planned.state == Known::bodyweight;
  if (!own && !planned.low) return false;
  set.bodyweight = own;
  if (planned.low && !(own && planned.low->amount == Decimal())) set.load = planned.low;
  return true;
}

// A set of seconds or meters may well be one without a load.
bool asks_load(const AskedSet& asked) {
  const LoadSpec& load = asked.group->load;
  return asked.group->reps() != nullptr ||
         !(std::holds_alternative<NoLoad>(load) || std::holds_alternative<OpenLoad>(load));
}

std::string load_text(const PlannedLoad& load) {
  if (load.state != Known::bodyweight) return load.low ? text(*load.low) : "open";
  if (!load.low || load.low->amount == Decimal()) return "bodyweight";
  const bool helped = load.low->amount < Decimal();
  const Load size{helped ? -load.low->amount : load.low->amount, load.low->unit};
  return std::string("bodyweight ") + (helped ? "- " : "+ ") + text(size);
}

const AskedSet* asked_of(const std::vector<AskedSet>& asked, std::size_t nth) {
  return asked.empty() ? nullptr : &asked[std::min(nth, asked.size() - 1)];
}

}  // namespace

std::string pain_line(const PainReport& pain) {
  const std::string how = pain.pain == Pain::sharp ? "sharp" : "dull";
  const std::string place = bare_words(pain.place);
  return "pain " + how + (place.empty() ? "" : " in " + place);
}

std::vector<std::string> check_in_lines(const RunPlan& run, const CheckIn& answers) {
  std::vector<std::string> lines;
  add_soreness(run, answers, lines);
  add_felt(answers, lines);
  add_complaints(answers, lines);
  if (answers.hrv) lines.push_back("HRV " + answers.hrv->text());
  if (answers.resting_heart_rate)
    lines.push_back("resting heart rate " + answers.resting_heart_rate->text());
  // A bare name behind soreness would be a muscle group, so the coach's signals stand first.
  for (const auto& [signal, value] : answers.own)
    lines.insert(lines.begin(), run.plan().signals[signal].name + " " + std::to_string(value));
  return lines;
}

std::string probe_line(const RunPlan& run, const ProbeDone& probe) {
  return "probe " + run.plan().exercises[probe.exercise].name + " " + sets_text({probe.set});
}

std::string asked_sets_text(const TodayLine& line) {
  if (line.sets.total_reps) return std::to_string(*line.sets.total_reps) + " reps";
  std::string said = words::prescription(line.sets);
  for (std::size_t at = 0; (at = said.find(" x ", at)) != std::string::npos;)
    said.replace(at, 3, "x");
  return said;
}

std::vector<std::string> asked_loads(const TodayLine& line) {
  std::vector<std::string> loads;
  for (const PlannedLoad& load : line.loads) loads.push_back(load_text(load));
  return loads;
}

std::string asked_text(const TodayLine& line) {
  std::vector<std::string> loads;
  for (const std::string& load : asked_loads(line)) add_once(loads, load);
  const bool known = !loads.empty() && loads != std::vector<std::string>{"open"};
  return asked_sets_text(line) + (known ? " " + join(loads, ", ") : "");
}

AsWritten as_written(const TodayLine& line) {
  AsWritten out;
  for (const AskedSet& asked : asked_sets(line)) {
    if (!asked.compulsory) continue;
    DoneSet set;
    set.of = measure_of(asked.group->target);
    set.amount = asked.least;
    out.needs_amount = out.needs_amount || asked.as_many || asked.least == 0;
    const bool known = asked.load != nullptr && put_load(*asked.load, set);
    out.needs_load = out.needs_load || (!known && asks_load(asked));
    out.sets.push_back(set);
  }
  out.needs_amount = out.needs_amount || out.sets.empty();
  return out;
}

void fill_loads(const TodayLine& line, std::vector<DoneSet>& sets) {
  const auto asked = asked_sets(line);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const AskedSet* of = asked_of(asked, i);
    if (!sets[i].load && !sets[i].bodyweight && of != nullptr && of->load != nullptr)
      static_cast<void>(put_load(*of->load, sets[i]));
  }
}

bool lacks_load(const TodayLine& line, const std::vector<DoneSet>& sets) {
  const auto asked = asked_sets(line);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const AskedSet* of = asked_of(asked, i);
    const bool wants = of == nullptr ? false : asks_load(*of);
    if (wants && sets[i].of == DoneSet::Of::reps && !sets[i].load && !sets[i].bodyweight)
      return true;
  }
  return false;
}

}  // namespace meso
