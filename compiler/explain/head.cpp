// Lines of a plan's head, and the remarks.
#include <algorithm>

#include "base/text.h"
#include "compiler/explain/line_context.h"
#include "runtime/words.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

std::string block_list(const Plan& plan) {
  std::vector<std::string> out;
  for (const Block& block : plan.blocks)
    out.push_back(quoted(block.name) + " (" + words::length(block) +
                  (block.times > 1 ? ", " + std::to_string(block.times) + " times" : "") + ")");
  return join_and(out);
}

void add_default(Explanation& out, const LineContext& c, LineKind kind, std::string text) {
  if (!c.has_line(kind)) out.defaults.push_back(std::move(text));
}

// "barbell 2.5 kg, dumbbell 2 kg" of the equipment that the plan uses.
std::string steps(const Plan& plan) {
  std::vector<std::string> out;
  for (const Exercise& exercise : plan.exercises) {
    add_once(out, std::string(text(exercise.equipment)) + " " +
                      words::rounding(load_step(plan, nullptr, exercise)));
  }
  return join_and(out);
}

template <class T>
std::vector<const T*> here(const LineContext& c, const std::vector<T>& items) {
  std::vector<const T*> out;
  for (const T& item : items)
    if (c.is_here(item.source)) out.push_back(&item);
  return out;
}

// Lines whose percentages are of this value.
std::vector<std::string> users(const Plan& plan, const Input& input) {
  std::vector<std::string> out;
  const auto uses = [&](const Line& line) {
    for (const Prescription& stage : line.stages)
      for (const SetGroup& group : stage.groups)
        if (const auto* load = std::get_if<PercentLoad>(&group.load);
            load != nullptr && load->reference == input.kind && input.exercise == load->of)
          return true;
    return false;
  };
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines)
        if (uses(line)) add_once(out, quoted(session.name));
  return out;
}

// "the exercise", "the session": what a remark belongs to.
std::string owner(const LineContext& c) {
  if (c.ancestor(LineKind::exercise) || c.ancestor(LineKind::replace)) {
    const auto lines = c.lines();
    return lines.empty() ? "the exercise above it" : words::exercise(c.plan, *lines.front().line);
  }
  if (c.ancestor(LineKind::session)) {
    const auto sessions = c.sessions();
    return sessions.empty() ? "the session" : quoted(sessions.front().session->name);
  }
  return c.block() != nullptr ? "block " + quoted(c.block()->name) : "the whole plan";
}

}  // namespace

void explain_plan(const LineContext& c, Explanation& out) {
  out.sentences.push_back(
      "The plan is called " + quoted(c.plan.name) +
      ", which every sheet prints. Its blocks, in order: " + block_list(c.plan) + ".");
  add_default(out, c, LineKind::by, "by: nobody is named, so the sheets say \"your coach\"");
  add_default(out, c, LineKind::level, "level: " + std::string(text(c.plan.level)));
  add_default(out, c, LineKind::units, "units: " + std::string(text(c.plan.units)));
  add_default(out, c, LineKind::guidelines,
              "guidelines: edition " + std::to_string(c.edition.year) + ", the oldest");
  add_default(out, c, LineKind::round, "round: " + steps(c.plan));
  add_default(out, c, LineKind::goal, "goal: none; a plan needs one that can be measured");
}

void explain_library(const LineContext& c, Explanation& out) {
  const auto names = c.quoted_texts();
  if (names.empty()) return;
  out.sentences.push_back(quoted(names.front()) +
                          " is a file of shared definitions: nothing to train by itself. A plan "
                          "takes it with a `use` line and then knows its names.");
}

void explain_use(const LineContext& c, Explanation& out) {
  const auto paths = c.quoted_texts();
  if (paths.empty()) return;
  out.sentences.push_back("Takes the gates, rules, schemes, returns, signals and exercises of " +
                          paths.front() +
                          ", as seen from this file's folder; `repeat` takes its sessions.");
  out.sentences.push_back("What the plan defines itself must have other names.");
}

void explain_by(const LineContext& c, Explanation& out) {
  out.sentences.push_back(c.plan.by + " answers for the plan: the name stands on every sheet.");
}

void explain_level(const LineContext& c, Explanation& out) {
  out.sentences.push_back("The plan is for " +
                          std::string(c.plan.level == Level::novice ? "a " : "an ") +
                          std::string(text(c.plan.level)) +
                          ": the guidelines take recovery times and bounds from that column. A "
                          "level in the athlete file counts instead.");
}

void explain_units(const LineContext& c, Explanation& out) {
  out.sentences.push_back("Every load of the plan is in " + std::string(text(c.plan.units)) +
                          "; the other unit anywhere in it is an error, and nothing is converted.");
  add_default(out, c, LineKind::round, "round: " + steps(c.plan));
}

void explain_guidelines(const LineContext& c, Explanation& out) {
  out.sentences.push_back("The plan is held against edition " + std::to_string(c.edition.year) +
                          " of the guidelines, whatever editions come later: meso guidelines "
                          "--edition " +
                          std::to_string(c.edition.year) + " lists them.");
}

void explain_purpose(const LineContext& c, Explanation& out) {
  const std::vector<const SizePurpose*> sizes = here(c, c.plan.sizes);
  if (sizes.empty()) {
    out.sentences.push_back("The plan is for " + join_and(c.plan.purpose) +
                            ". It is for the reader: nothing reads it.");
    return;
  }
  std::vector<std::string> groups;
  for (const SizePurpose* size : sizes) groups.push_back(c.plan.groups[size->group.value].name);
  out.sentences.push_back("To grow: " + join_and(groups) +
                          ". The weekly hard sets of these groups are held against the usual band" +
                          (sizes.front()->specialise ? ", without its upper end" : "") +
                          ": meso explain weekly-dose-band.");
}

void explain_round(const LineContext& c, Explanation& out) {
  const auto number = static_cast<std::size_t>(c.place().first - 1);
  if (number >= c.plan.roundings.size()) return;
  const RoundingRule& rule = c.plan.roundings[number];
  const std::string of = rule.equipment ? std::string(text(*rule.equipment)) + " loads"
                                        : "Loads of all equipment without a line of its own";
  out.sentences.push_back("Rounds " + lower(of.substr(0, 1)) + of.substr(1) + " " +
                          words::rounding({rule.step, rule.mode}) +
                          ", once, at the end of all arithmetic" +
                          (rule.mode == Rounding::nearest ? "; a tie goes down." : ".") +
                          " The increments of an athlete file count instead.");
}

void explain_input(const LineContext& c, Explanation& out) {
  for (const Input* input : here(c, c.plan.inputs)) {
    const auto used = users(c.plan, *input);
    const std::string fallback = words::input_default(*input);
    std::string sentence = "The athlete brings the " + words::input(c.plan, *input) +
                           ", in the athlete file; without it the sheets " +
                           (fallback.empty() ? "leave a blank." : "take " + fallback + ".");
    if (!used.empty()) sentence += " Percentages in " + join_and(used) + " are of it.";
    out.sentences.push_back(std::move(sentence));
  }
}

void explain_familiar(const LineContext&, Explanation& out) {
  out.sentences.push_back(
      "The athlete has done these lifts in the last four weeks: the body knows them, so their "
      "first "
      "sessions don't count as new work, which makes sorer and takes longer to get over.");
}

void explain_goal(const LineContext& c, Explanation& out) {
  for (const Goal* goal : here(c, c.plan.goals)) {
    out.sentences.push_back("What the plan wants to reach: " + words::goal(c.plan, *goal) + ".");
    if (goal->is_growth && !goal->from)
      out.defaults.push_back("start: what the athlete has when the plan begins");
  }
}

void explain_track(const LineContext& c, Explanation& out) {
  std::vector<std::string> measured, felt;
  for (const Track* track : here(c, c.plan.tracks))
    (is_objective(track->metric) ? measured : felt).push_back(words::track(c.plan, *track));
  std::string sentence = "Along the way the athlete";
  if (!measured.empty()) sentence += " measures " + join_and(measured);
  if (!felt.empty()) sentence += (measured.empty() ? " rates " : " and rates ") + join_and(felt);
  out.sentences.push_back(sentence +
                          ". It is looked at with the goals and changes nothing by itself.");
}

void explain_signal(const LineContext& c, Explanation& out) {
  for (const OwnSignal& signal : c.plan.signals) {
    if (!c.is_here(signal.source)) continue;
    out.sentences.push_back("A question of your own: " + words::signal(signal) +
                            ". Gates ask it by its name, `" + signal.name +
                            "`, and the card of a session prints it where its gate does.");
    if (!signal.higher_is_better) out.defaults.push_back("direction: lower is better");
  }
}

void explain_starts(const LineContext& c, Explanation& out) {
  if (!c.plan.starts) return;
  out.sentences.push_back("The plan's first day is " + text(*c.plan.starts) +
                          ": the printed calendar and dated events count from it.");
}

void explain_event(const LineContext& c, Explanation& out) {
  for (const Event* event : here(c, c.plan.events)) {
    out.sentences.push_back(words::event(*event) +
                            ". Sessions keep clear of it that say so: at least 2 days before " +
                            quoted(event->name) + ".");
    if (std::holds_alternative<Date>(event->when) && !c.plan.starts)
      out.defaults.push_back(
          "calendar: the date has no place in it, for no line says when the "
          "plan `starts`");
  }
}

void explain_missed(const LineContext& c, Explanation& out) {
  for (const MissedWork* missed : here(c, c.plan.missed))
    out.sentences.push_back(
        missed->becomes == MissedWork::Becomes::waits
            ? "What is missed in " + owner(c) +
                  " waits for its turn, as it does without this line: the order moves on, and no "
                  "set is added to another session."
            : "It asks to add what is missed in " + owner(c) +
                  " to the next session. That is refused, and nothing ever does it: meso explain "
                  "makeup-stacking says why.");
}

void explain_own_exercise(const LineContext& c, Explanation& out) {
  const auto names = c.quoted_texts();
  if (names.empty()) return;
  for (const Exercise& exercise : c.plan.exercises) {
    if (exercise.name != names.front()) continue;
    std::vector<std::string> muscles;
    for (const MuscleShare& muscle : exercise.muscles)
      muscles.push_back(c.plan.groups[muscle.group.value].name + " (" + muscle.share.text() + ")");
    out.sentences.push_back(
        "An exercise of your own, " + exercise.name + ": it trains " +
        (muscles.empty() ? "no muscle group." : join_and(muscles) + " by share of a set."));
    if (exercise.equipment == Equipment::other)
      out.defaults.push_back("equipment: other; its loads are rounded " +
                             words::rounding(load_step(c.plan, nullptr, exercise)));
  }
}

void explain_note(const LineContext& c, Explanation& out) {
  const auto texts = c.quoted_texts();
  if (texts.empty()) return;
  out.sentences.push_back("Printed on the sheet for the athlete, with " + owner(c) + ": " +
                          quoted(texts.front()));
}

void explain_allow(const LineContext& c, Explanation& out) {
  for (const Allow* allow : here(c, c.plan.allows)) {
    out.sentences.push_back("What the guideline " + allow->guideline + " finds in " + owner(c) +
                            " is no finding: the author answers for it, and `meso check` prints "
                            "the reason, " +
                            quoted(allow->reason) + ". meso explain " + allow->guideline +
                            " says what is given up.");
    if (allow->until)
      out.sentences.push_back("It is meant until " + *allow->until +
                              ", which nothing enforces yet.");
    else
      out.defaults.push_back("until: for as long as the line stands");
  }
}

}  // namespace meso
