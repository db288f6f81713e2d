#include "runtime/words_line.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "runtime/words.h"

namespace meso::words {
namespace {

std::optional<ExerciseId> lift_of(const Line& line) {
  return line.options.empty() ? std::nullopt : std::optional(line.options.front());
}

bool all_same(const std::vector<std::string>& entries) {
  return std::all_of(entries.begin(), entries.end(),
                     [&](const std::string& entry) { return entry == entries.front(); });
}

// One where all say the same, which may be nothing.
std::string listed_once(const std::vector<std::string>& entries, std::string_view silent) {
  if (entries.empty() || all_same(entries)) return entries.empty() ? "" : entries.front();
  std::string out;
  for (const std::string& entry : entries)
    out += (out.empty() ? "" : ", ") + (entry.empty() ? std::string(silent) : entry);
  return out;
}

void append(std::string& out, const std::string& part) {
  if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
}

std::vector<std::string> group_loads(const Plan& plan, const Line& line,
                                     const Prescription& prescription) {
  std::vector<std::string> out;
  for (const SetGroup& group : prescription.groups) {
    std::string& entry = out.emplace_back(load(plan, group.load, lift_of(line)));
    append(entry, changed_load(group));
  }
  return out;
}

std::vector<std::string> group_efforts(const Prescription& prescription) {
  std::vector<std::string> out;
  for (const SetGroup& group : prescription.groups)
    out.push_back(group.effort ? effort(*group.effort) : std::string());
  return out;
}

void append_word(std::string& out, const std::string& word) {
  if (!word.empty()) out += " " + word;
}

// Each group with its own: "1 x 5 65% TM, 1 x 5 75% TM".
std::string group_by_group(const Prescription& prescription, const std::vector<std::string>& load,
                           const std::vector<std::string>& effort) {
  std::string out;
  for (std::size_t i = 0; i < prescription.groups.size(); ++i) {
    append(out, sets(prescription.groups[i]));
    append_word(out, load[i]);
    append_word(out, effort[i]);
  }
  return out;
}

// Groups of one load and effort say it once: "3 x 6-8, RIR 2".
std::string sets_of(const Plan& plan, const Line& line, const Prescription& prescription) {
  const std::vector<std::string> load = group_loads(plan, line, prescription);
  const std::vector<std::string> effort = group_efforts(prescription);
  if (!all_same(load) || !all_same(effort)) return group_by_group(prescription, load, effort);
  std::string out = words::prescription(prescription);
  append(out, listed_once(load, ""));
  append(out, listed_once(effort, ""));
  return out;
}

// What holds for all sets of the line.
std::string manner(const Line& line) {
  std::string out;
  if (line.start) append(out, "first load " + text(*line.start));
  if (line.to_failure) append(out, "to failure");
  if (line.each_side) append(out, "each side");
  if (line.rest) append(out, line.rest->high.count == 0 ? "no rest" : "rest " + rest(*line.rest));
  if (line.tempo) append(out, "tempo " + tempo(*line.tempo));
  if (line.optional) append(out, "optional");
  if (line.style) append(out, set_style(*line.style));
  return out;
}

}  // namespace

std::string changed_load(const SetGroup& group) {
  std::string out;
  if (group.load_percent != kWhole) out = text(group.load_percent) + " of usual";
  if (!group.load_added || group.load_added->amount == Decimal()) return out;
  const bool less = group.load_added->amount < Decimal();
  const Load size{less ? -group.load_added->amount : group.load_added->amount,
                  group.load_added->unit};
  return fmt::format("{} {} {}", out.empty() ? "usual" : out, less ? "-" : "+", text(size));
}

std::string loads(const Plan& plan, const Line& line, const Prescription& prescription) {
  return listed_once(group_loads(plan, line, prescription), "usual load");
}

std::string efforts(const Prescription& prescription) {
  return listed_once(group_efforts(prescription), "any effort");
}

std::string warm_up(const Plan& plan, const Line& line) {
  if (line.warm_up->automatic) return "warm up first";
  const Prescription& stated = line.warm_up->stated;
  if (stated.groups.empty()) return "warm up " + prescription(stated);
  return "warm up " +
         group_by_group(stated, group_loads(plan, line, stated), group_efforts(stated));
}

std::string call(const Plan& plan, const RuleCall& call) {
  std::string arguments;
  for (const Quantity& argument : call.arguments)
    arguments += (arguments.empty() ? "" : ", ") + text(argument);
  return plan.rules[call.rule].name + "(" + arguments + ")";
}

std::string work(const Plan& plan, const Line& line, const Prescription& prescription) {
  std::string out = sets_of(plan, line, prescription);
  append(out, manner(line));
  return out;
}

std::string work(const Plan& plan, const Line& line) {
  if (line.stages.size() == 1) return work(plan, line, line.stages.front());
  std::string out;
  for (std::size_t i = 0; i < line.stages.size(); ++i)
    out += fmt::format("{}stage {}: {}", i == 0 ? "" : "; ", i + 1,
                       sets_of(plan, line, line.stages[i]));
  const std::string all = manner(line);
  return all.empty() ? out : out + "; " + all;
}

}  // namespace meso::words
