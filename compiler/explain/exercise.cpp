// Exercise lines, what hangs on them, and schemes.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/explain/line_context.h"
#include "compiler/model/reading.h"
#include "runtime/dose.h"
#include "runtime/loading.h"
#include "runtime/words.h"
#include "runtime/words_line.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

// Weeks that ask for the same work, said once.
struct SameWork {
  const Block* block = nullptr;
  std::string work;
  std::vector<int> weeks;
};

std::vector<SameWork> by_work(const Plan& plan, const std::vector<LineUse>& uses) {
  std::vector<SameWork> out;
  for (const LineUse& use : uses) {
    const std::string work = words::work(plan, *use.line);
    auto same = std::find_if(out.begin(), out.end(), [&](const SameWork& known) {
      return known.block == use.block && known.work == work;
    });
    if (same == out.end()) same = out.insert(out.end(), {use.block, work, {}});
    same->weeks.insert(same->weeks.end(), use.weeks.begin(), use.weeks.end());
    std::sort(same->weeks.begin(), same->weeks.end());
  }
  return out;
}

// The line as most weeks of its own block have it.
const LineUse& most_common(const std::vector<LineUse>& uses) {
  return *std::max_element(uses.begin(), uses.end(), [&](const LineUse& a, const LineUse& b) {
    const auto weeks = [&](const LineUse& use) {
      return use.block == uses.front().block ? use.weeks.size() : 0;
    };
    return weeks(a) < weeks(b);
  });
}

// What most weeks ask for first, then the others, then copies in other blocks.
void add_work(const LineContext& c, const std::vector<LineUse>& uses, Explanation& out) {
  std::vector<SameWork> works = by_work(c.plan, uses);
  const Block* own = uses.front().block;
  std::stable_sort(works.begin(), works.end(), [&](const SameWork& a, const SameWork& b) {
    if ((a.block == own) != (b.block == own)) return a.block == own;
    return a.block == own && a.weeks.size() > b.weeks.size();
  });
  for (std::size_t i = 0; i < works.size(); ++i) {
    const SameWork& same = works[i];
    const std::string weeks = weeks_text(*same.block, same.weeks);
    const bool elsewhere = same.block != own;
    out.sentences.push_back(
        (i == 0 ? words::exercise(c.plan, *uses.front().line) + ": " + same.work + ", " + weeks
                : upper_first(weeks) + (elsewhere ? " of " + quoted(same.block->name) : "") + ": " +
                      same.work) +
        ".");
  }
}

// "quads and glutes (1), hamstrings (0.5)".
std::string shares(const Plan& plan, const Line& line) {
  std::map<Decimal, std::vector<std::string>, std::greater<>> by_share;
  for (const ExerciseId id : line.options)
    for (const MuscleShare& muscle : plan.exercises[id].muscles) {
      add_once(by_share[muscle.share], plan.groups[muscle.group.value].name);
    }
  std::string out;
  for (const auto& [share, names] : by_share)
    out += (out.empty() ? "" : ", ") + join_and(names) + " (" + share.text() + ")";
  return out;
}

void add_nothing_trained(const Plan& plan, const Line& line, Explanation& out) {
  std::vector<std::string> stretched;
  for (const ExerciseId id : line.options)
    for (const GroupId group : plan.exercises[id].stretches)
      add_once(stretched, plan.groups[group.value].name);
  out.sentences.push_back((stretched.empty() ? "" : "Stretches " + join_and(stretched) + ". ") +
                          "It trains no muscle group and counts no hard sets.");
}

void add_muscles(const LineContext& c, const Line& line, Explanation& out) {
  if (trains_nothing(c.plan, line)) return add_nothing_trained(c.plan, line, out);
  const std::string muscles = shares(c.plan, line);
  if (muscles.empty() || line.stages.empty()) return;
  const Decimal hard = hard_sets(line, line.stages.front(), c.edition);
  out.sentences.push_back("Trains " + muscles + " by share of a set; a share of 1 makes " +
                          hard.text() + (hard == Decimal::whole(1) ? " hard set." : " hard sets."));
}

void add_choices(const LineContext& c, const Line& line, Explanation& out) {
  if (line.is_ladder)
    out.sentences.push_back("A ladder of variations: the athlete starts with " +
                            words::exercise(c.plan, line) + ", " + words::ladder(c.plan, line) +
                            "; a rule moves up and down it.");
  if (line.options.size() > 1 && !line.is_ladder)
    out.sentences.push_back(trains_nothing(c.plan, line)
                                ? "The athlete chooses one of them."
                                : "The athlete chooses one of them; the muscles of all count.");
  if (line.options.size() == 1 && c.plan.exercises[line.options.front()].any_of_class)
    out.sentences.push_back("The athlete chooses any exercise of that class.");
  if (!line.label.empty())
    out.sentences.push_back("`" + line.label + "`: a set of each line with " +
                            line.label.substr(0, 1) + " in turns, until all sets are done.");
}

// Every clause of the rules that the line calls, with its own numbers.
void add_rules(const LineContext& c, const Line& line, Explanation& out) {
  const Prescription* stage = line.stages.empty() ? nullptr : &line.stages.front();
  for (const RuleCall& call : line.rules) {
    const Rule& rule = c.plan.rules[call.rule];
    std::string clauses;
    for (const RuleClause& clause : rule.clauses)
      clauses += (clauses.empty() ? "" : "; ") +
                 words::sentence(words::rule_clause({&c.plan, &rule, &call, stage}, clause));
    out.sentences.push_back("Next time, by " + words::call(c.plan, call) +
                            ", the first that holds: " + clauses + ".");
    add_bounds(c, rule, out);
  }
}

std::vector<std::string> other_sessions(const Plan& plan, const LineUse& own,
                                        ProgressionId progression) {
  std::vector<std::string> out;
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions) {
      if (&block == own.block && session.name == own.session->name) continue;
      for (const Line& line : session.lines)
        if (std::find(line.progressions.begin(), line.progressions.end(), progression) !=
            line.progressions.end()) {
          add_once(out, quoted(session.name) + " of " + quoted(block.name));
        }
    }
  return out;
}

void add_progressions(const LineContext& c, const LineUse& use, Explanation& out) {
  for (const ProgressionId id : use.line->progressions) {
    const Progression& progression = c.plan.progressions[id];
    const std::string name = c.plan.exercises[progression.exercise].name + " / " + progression.name;
    const auto others = other_sessions(c.plan, use, id);
    out.sentences.push_back("Progression " + quoted(name) +
                            (others.empty() ? "; no other session shares it."
                                            : ", shared with " + join_and(others) + "."));
  }
  if (use.line->rules.empty())
    out.defaults.push_back("rule: none; nothing changes by what was done");
}

bool has_rounding_line(const Plan& plan, Equipment equipment) {
  return std::any_of(plan.roundings.begin(), plan.roundings.end(), [&](const RoundingRule& rule) {
    return !rule.equipment || *rule.equipment == equipment;
  });
}

void add_rounding(const LineContext& c, const Line& line, Explanation& out) {
  if (line.options.empty() || trains_nothing(c.plan, line)) return;
  const Exercise& exercise = c.plan.exercises[line.options.front()];
  if (exercise.any_of_class) return;
  const std::string rounding = words::rounding(load_step(c.plan, nullptr, exercise));
  if (has_rounding_line(c.plan, exercise.equipment))
    out.sentences.push_back("Loads are rounded " + rounding + ".");
  else
    out.defaults.push_back("rounding: " + rounding + ", the usual step of a " +
                           std::string(text(exercise.equipment)) + " lift");
}

void add_schedule(const LineContext& c, const LineUse& use, Explanation& out) {
  const Session& session = *use.session;
  std::string sentence =
      quoted(session.name) + " is done " +
      (session.gate ? "when gate `" + c.plan.gates[*session.gate].name + "` lets it be"
                    : "whatever the athlete says: it has no gate");
  for (const Wait& wait : session.waits) sentence += ", " + words::wait(c.plan, wait);
  out.sentences.push_back(sentence + ".");
}

// The least RIR where none is written but a percentage or a `+` tells it.
std::string estimated_effort(const LineContext& c, const Line& line) {
  for (const SetGroup& group : line.stages.front().groups)
    if (!group.effort)
      if (const auto effort = effort_of(line, group, 0, c.edition); effort && effort->estimated)
        return "effort: about RIR " +
               round_to(effort->rir, Decimal::whole(1), Rounding::nearest).text() +
               " for the first set, reckoned from the percentage and the reps";
  return "effort: not said; such a set counts as a hard one";
}

void add_unwritten(const LineContext& c, const Line& line, Explanation& out) {
  if (line.stages.empty()) return;
  const Prescription& stage = line.stages.front();
  const bool is_easy = trains_nothing(c.plan, line);
  const bool has_loads = !words::loads(c.plan, line, stage).empty();
  if (!has_loads && !line.start && !is_easy)
    out.defaults.push_back("load: the athlete's working load, found the first time" +
                           std::string(line.rules.empty() ? "" : ", then by the rule"));
  if (words::efforts(stage).empty() && !line.to_failure && !stage.groups.empty())
    out.defaults.push_back(is_easy ? "effort: not said" : estimated_effort(c, line));
  if (!line.rest) out.defaults.push_back("rest: as long as the athlete needs");
  if (!line.warm_up) out.defaults.push_back("warm-up: left to the athlete");
}

// "3 x 6-8: 3 sets of 6 to 8 reps each".
std::string sets_meaning(const SetGroup& group) {
  const RepTarget* target = group.reps();
  if (target == nullptr) return {};
  const RepRange reps = target->reps;
  std::string each = std::to_string(reps.low.count);
  if (!reps.is_single()) each += " to " + std::to_string(reps.high.count);
  each += reps.high.count == 1 ? " rep" : " reps";
  if (group.sets.high > 1) each += " each";
  if (target->amrap)
    each +=
        group.sets.high > 1 ? ", in the last as many as possible" : " or more, as many as possible";
  return words::sets(group) + ": " + text(group.sets) + (group.sets.high == 1 ? " set" : " sets") +
         " of " + each;
}

// "RIR 2: a set ends with 2 reps left".
std::string effort_meaning(const Effort& effort) {
  const std::string low = effort.low.value.text(), high = effort.high.value.text();
  return words::effort(effort) + ": a set ends with " + (low == high ? low : low + " to " + high) +
         (high == "1" ? " rep left" : " reps left");
}

void add_meanings(const Line& line, Explanation& out) {
  if (line.stages.empty()) return;
  for (const SetGroup& group : line.stages.front().groups) {
    if (const std::string sets = sets_meaning(group); !sets.empty()) add_once(out.meanings, sets);
    if (group.effort) add_once(out.meanings, effort_meaning(*group.effort));
  }
  if (line.tempo)
    out.meanings.push_back("tempo " + words::tempo(*line.tempo) +
                           ": seconds of lowering, at the bottom, of lifting, at the top; X is "
                           "explosive");
}

const std::vector<WeekSets>* weeks_here(const LineContext& c) {
  return c.scheme() != nullptr ? &c.scheme()->weeks : nullptr;
}

template <class Visit>
void for_each_written_line(const Model& model, Visit visit) {
  const auto look = [&](const std::vector<WrittenSession>& sessions) {
    for (const WrittenSession& session : sessions)
      for (const WrittenLine& line : session.lines) visit(line);
  };
  for (const WrittenBlock& block : model.blocks) {
    look(block.sessions);
    for (const WeekSessions& week : block.by_week) look(week.sessions);
  }
}

std::vector<std::string> scheme_users(const LineContext& c, const Scheme& scheme) {
  std::vector<std::string> out;
  for_each_written_line(c.model, [&](const WrittenLine& line) {
    if (!line.scheme || c.model.schemes[*line.scheme].name != scheme.name) return;
    add_once(out, words::exercise(c.plan, line.line));
  });
  return out;
}

// The line that the statement hangs on, as it was written.
const WrittenLine* written_line(const LineContext& c) {
  const auto exercise = c.ancestor(LineKind::exercise);
  const auto at = exercise ? exercise : c.ancestor(LineKind::replace);
  const WrittenLine* found = nullptr;
  for_each_written_line(c.model, [&](const WrittenLine& line) {
    if (at && found == nullptr && c.is_at(line.line.source, *at)) found = &line;
  });
  return found;
}

}  // namespace

void explain_exercise(const LineContext& c, Explanation& out) {
  const auto uses = c.lines();
  if (uses.empty()) return;
  const LineUse& use = most_common(uses);
  add_work(c, uses, out);
  add_choices(c, *use.line, out);
  add_muscles(c, *use.line, out);
  add_rules(c, *use.line, out);
  add_progressions(c, use, out);
  add_rounding(c, *use.line, out);
  add_schedule(c, use, out);
  add_unwritten(c, *use.line, out);
  add_meanings(*use.line, out);
}

void explain_warm_up(const LineContext& c, Explanation& out) {
  const auto uses = c.lines();
  if (uses.empty()) {
    if (c.ancestor(LineKind::session))
      out.sentences.push_back(
          "Each exercise of the session that has no warm-up of its own is "
          "warmed up for by steps towards the load of the day.");
    return;
  }
  const Line& line = *uses.front().line;
  if (!line.warm_up) return;
  out.sentences.push_back("Before " + words::exercise(c.plan, line) +
                          (line.warm_up->automatic
                               ? " the athlete warms up by steps towards the load of the day; the "
                                 "sheet says so."
                               : ": " + words::warm_up(c.plan, line) + ".") +
                          " These sets don't count.");
}

void explain_scheme(const LineContext& c, Explanation& out) {
  const Scheme* scheme = c.scheme();
  if (scheme == nullptr) return;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < scheme->stages.size(); ++i)
    parts.push_back((scheme->stages.size() == 1 ? "" : "stage " + std::to_string(i + 1) + ": ") +
                    words::work(c.plan, {}, scheme->stages[i]));
  for (const WeekSets& week : scheme->weeks)
    parts.push_back("week " + text(week.weeks) + ": " + words::work(c.plan, {}, week.sets));
  out.sentences.push_back("Sets under a name: " + join(parts, "; ") + ".");
  const auto users = scheme_users(c, *scheme);
  out.sentences.push_back(users.empty() ? "No line uses it." : "Used by " + join_and(users) + ".");
  if (scheme->stages.size() > 1)
    out.defaults.push_back("stage: the first, until a rule says `next stage`; the last stays");
}

void explain_stage(const LineContext& c, Explanation& out) {
  const Scheme* scheme = c.scheme();
  TokenReader t(c.tree, c.statement(), c.text);
  const auto written = Decimal::parse(t.text(t.expect(TokenKind::stage_number)));
  const std::size_t number = written ? static_cast<std::size_t>(written->floor()) : 0;
  if (scheme == nullptr || number < 1 || number > scheme->stages.size()) return;
  out.sentences.push_back("Stage " + std::to_string(number) + " of " +
                          std::to_string(scheme->stages.size()) + " of scheme `" + scheme->name +
                          "`: " + words::work(c.plan, {}, scheme->stages[number - 1]) + ". " +
                          (number == 1 ? "The athlete starts here."
                                       : "A rule that says `next stage` brings the athlete here."));
  if (number == scheme->stages.size()) out.defaults.push_back("after it: the last stage stays");
}

void explain_week_sets(const LineContext& c, Explanation& out) {
  const auto number = static_cast<std::size_t>(c.place().first) - 1;
  if (const auto* weeks = weeks_here(c)) {
    if (number >= weeks->size()) return;
    const WeekSets& week = (*weeks)[number];
    out.sentences.push_back("In week " + text(week.weeks) + " of a block, lines with `scheme " +
                            c.scheme()->name + "` do " + words::work(c.plan, {}, week.sets) + ".");
    return;
  }
  const WrittenLine* line = written_line(c);
  if (line == nullptr || number >= line->weeks.size()) return;
  const WeekSets& week = line->weeks[number];
  out.sentences.push_back("In week " + text(week.weeks) + " of the block, " +
                          words::exercise(c.plan, line->line) + " is " +
                          words::work(c.plan, line->line, week.sets) +
                          " instead of what its own line says; changes of the week count from "
                          "this.");
}

}  // namespace meso
