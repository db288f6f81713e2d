// Blocks, weeks, sessions, waits and repeats.
#include <algorithm>

#include "base/text.h"
#include "compiler/explain/line_context.h"
#include "compiler/model/reading.h"
#include "runtime/dose.h"
#include "runtime/queue.h"
#include "runtime/volume.h"
#include "runtime/words.h"
#include "runtime/words_line.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

// "Hard sets then: quads 9, hamstrings 9.5." Nothing where nothing is hard.
void add_hard_sets(const Plan& plan, const std::string& title, const std::vector<Decimal>& sets,
                   Explanation& out) {
  std::vector<std::string> groups;
  for (std::size_t g = 0; g < sets.size(); ++g)
    if (sets[g] > Decimal())
      groups.push_back(plan.groups[g].name + " " +
                       round_to(sets[g], Decimal::ratio(1, 10), Rounding::nearest).text());
  if (!groups.empty()) out.sentences.push_back(title + ": " + join(groups, ", ") + ".");
}

std::vector<std::string> session_names(const Block& block, const Week& week) {
  std::vector<std::string> out;
  for (const std::uint32_t session : week.sessions)
    out.push_back(quoted(block.sessions[session].name));
  return out;
}

void add_pace(const Block& block, const Edition& edition, Explanation& out) {
  if (block.weeks.empty()) return;
  const Week& week = block.weeks.front();
  if (!block.sessions_per_week)
    out.defaults.push_back("pace: at most " + counted(sessions_a_week(block, week), "session") +
                           " in any " + std::to_string(edition.pace_days) +
                           " days, as many as it lists");
  if (!block.rotations && !rotates(block, week))
    out.defaults.push_back("the same session again: no sooner than " +
                           std::to_string(edition.same_session_days) + " days later");
}

// The gate that a line names itself: `if ready`.
std::string kind_text(const Block& block) {
  if (block.kind == WeekKind::loading) return {};
  return ", " + std::string(text(block.kind));
}

// The weeks that the line names and the block has.
std::vector<int> weeks_named(const LineContext& c, const Block& block) {
  TokenReader t(c.tree, c.statement(), c.text);
  const auto number = [&](const Token& token) {
    const auto value = Decimal::parse(t.text(token));
    return value ? value->floor() : 0;
  };
  const std::int64_t low = number(t.expect(TokenKind::week_number));
  const auto high = t.take_token(TokenKind::week_number_high);
  const auto last = static_cast<std::int64_t>(block.weeks.size());
  std::vector<int> weeks;
  for (std::int64_t week = low; week >= 1 && week <= (high ? number(*high) : low) && week <= last;
       ++week)
    weeks.push_back(static_cast<int>(week));
  return weeks;
}

std::vector<Change> changes_here(const LineContext& c, std::vector<Change> changes) {
  std::erase_if(changes, [&](const Change& change) { return !c.is_here(change.source); });
  return changes;
}

void explain_block_week(const LineContext& c, const Block& block, Explanation& out) {
  const std::vector<int> weeks = weeks_named(c, block);
  if (weeks.empty()) return;
  const Week& first = block.weeks[static_cast<std::size_t>(weeks.front()) - 1];
  const std::vector<Change> changes = changes_here(c, first.changes);
  const std::string name = upper_first(weeks_text(block, weeks)) + " of " + quoted(block.name);
  const bool one = weeks.size() == 1;
  if (c.statement().subtree_end > c.index + 1 && changes.empty())
    out.sentences.push_back(name + (one ? " has" : " have") + " sessions of " +
                            (one ? "its" : "their") +
                            " own: " + join_and(session_names(block, first)) + ".");
  if (!changes.empty())
    out.sentences.push_back(name + (one ? " differs" : " differ") +
                            " from what is written: " + words::changes(c.plan, changes) +
                            ". The change counts from the written line, not from the week before.");
  if (first.kind != WeekKind::loading)
    out.sentences.push_back(name + (one ? " is" : " are") + " of the kind `" +
                            std::string(text(first.kind)) + "`" +
                            (first.kind == WeekKind::push
                                 ? "."
                                 : ": nothing in it counts, neither as a success nor as a miss."));
  add_hard_sets(c.plan, "Hard sets then", weekly_hard_sets(c.plan, block, first, c.edition), out);
}

std::string name_of(const LineContext& c, TokenKind kind) {
  TokenReader t(c.tree, c.statement(), c.text);
  while (!t.done()) {
    const Token token = t.next();
    if (token.kind == kind) return plain_name(t.text(token));
  }
  return {};
}

// "in "B"", where the line says which session it means.
std::string in_session(const LineContext& c) {
  const auto texts = c.quoted_texts();
  return texts.empty() ? "" : " in " + quoted(texts.front());
}

// "Copies "Lower A" as "Lower B"", "Copies week 1".
std::string copied_text(const LineContext& c) {
  TokenReader t(c.tree, c.statement(), c.text);
  std::string out = "Copies";
  while (!t.done()) {
    const Token token = t.next();
    if (token.kind == TokenKind::kw_as) out += " as";
    if (token.kind == TokenKind::quoted) out += " " + quoted(unquote(t.text(token)));
    if (token.kind == TokenKind::week_number) out += " week " + std::string(t.text(token));
  }
  return out;
}

std::vector<std::string> sessions_of_block(const Block& block) {
  std::vector<std::string> out;
  for (const Session& session : block.sessions) {
    std::string sets;
    for (const Line& line : session.lines)
      if (!line.stages.empty())
        sets += (sets.empty() ? "" : ", ") + words::prescription(line.stages.front());
    add_once(out, quoted(session.name) + " (" + sets + ")");
  }
  return out;
}

bool has_token(const LineContext& c, TokenKind kind) {
  const auto tokens = c.tree.tokens_of(c.statement());
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& token) { return token.kind == kind; });
}

std::vector<std::string> days_written(const LineContext& c) {
  std::vector<std::string> out;
  for (const Token& token : c.tree.tokens_of(c.statement()))
    if (token.kind == TokenKind::day_name)
      out.emplace_back(c.text.substr(token.begin, token.end - token.begin));
  return out;
}

// A copy may have days of its own.
std::string whose_days(const LineContext& c) {
  if (c.ancestor(LineKind::repeat)) return "For what is repeated, ";
  const auto sessions = c.sessions();
  return sessions.empty() ? "The session: " : quoted(sessions.front().session->name) + ": ";
}

const Wait* wait_here(const LineContext& c) {
  for (const Block& block : c.plan.blocks)
    for (const Session& session : block.sessions)
      for (const Wait& wait : session.waits)
        if (c.is_here(wait.source)) return &wait;
  return nullptr;
}

// The changes that the statement makes to what it copies.
std::vector<Change> repeated_changes(const LineContext& c) {
  std::vector<Change> changes;
  const auto look = [&](const std::vector<WrittenSession>& sessions) {
    for (const WrittenSession& session : sessions)
      if (changes.empty()) changes = changes_here(c, session.changes);
  };
  for (const WrittenBlock& written : c.model.blocks) {
    look(written.sessions);
    for (const WeekSessions& week : written.by_week) look(week.sessions);
  }
  return changes;
}

void add_session_work(const LineContext& c, const Session& session, Explanation& out) {
  std::vector<Decimal> sets(c.plan.groups.size());
  std::vector<std::string> trained;
  for (const GroupDose& dose : session_dose(c.plan, session, c.edition)) {
    sets[dose.group.value] = dose.hard_sets;
    if (trains(dose, c.edition)) trained.push_back(c.plan.groups[dose.group.value].name);
  }
  out.sentences.push_back(quoted(session.name) + ": " +
                          counted(static_cast<long>(session.lines.size()), "exercise") + ", " +
                          session_sets(session, c.edition).text() + " sets" +
                          (trained.empty() ? "." : ". It trains " + join_and(trained) + "."));
  add_hard_sets(c.plan, "Hard sets", sets, out);
}

void add_session_gate(const LineContext& c, const Session& session, Explanation& out) {
  if (session.recovery)
    out.sentences.push_back(
        "A recovery session: easy work that needs no readiness. Where a gate says `swap` and "
        "nothing that trains is ready, it is done instead; else when its turn comes.");
  if (session.recovery && !session.gate) {
    out.defaults.push_back("gate: none; recovery doesn't take the block's");
    return;
  }
  if (!session.gate) {
    out.defaults.push_back("gate: none; it is done whatever the athlete says");
    return;
  }
  const Gate& gate = c.plan.gates[*session.gate];
  out.sentences.push_back("Gate `" + gate.name + "` decides each time whether it is done.");
  if (!has_token(c, TokenKind::gate_name))
    out.defaults.push_back("gate: `" + gate.name + "`, the block's");
  if (gate.built_in)
    out.defaults.push_back("`" + gate.name + "`: the default gate; meso explain ready prints it");
}

}  // namespace

void explain_block(const LineContext& c, Explanation& out) {
  const Block* block = c.block();
  if (block == nullptr || block->weeks.empty()) return;
  const Week& week = block->weeks.front();
  std::string sentence = words::length(*block) + kind_text(*block);
  if (block->times > 1) sentence += ", run " + std::to_string(block->times) + " times";
  sentence += "; each is one pass through " + join_and(session_names(*block, week)) +
              ", however long it takes.";
  out.sentences.push_back(quoted(block->name) + ": " + sentence);
  if (block->sessions_per_week)
    out.sentences.push_back("At most " + counted(*block->sessions_per_week, "session") +
                            " in any " + std::to_string(c.edition.pace_days) + " days" +
                            (rotates(*block, week) ? "; the listed ones rotate." : "."));
  if (!block->length.is_single())
    out.sentences.push_back("It may end early, after " + std::to_string(block->length.low) +
                            "; the sheets print " + std::to_string(block->length.high) + ".");
  add_hard_sets(c.plan, "Hard sets in its first " + std::string(words::pass_noun(*block)),
                weekly_hard_sets(c.plan, *block, week, c.edition), out);
  if (block->times == 1) out.defaults.push_back("runs: once");
  if (!has_token(c, TokenKind::gate_name))
    out.defaults.push_back("gate: none for sessions that name none");
  add_pace(*block, c.edition, out);
}

void explain_week(const LineContext& c, Explanation& out) {
  if (const Block* block = c.block()) return explain_block_week(c, *block, out);
  for (const ReturnRamp& ramp : c.plan.returns)
    for (const auto& week : ramp.weeks)
      if (!week.empty() && c.is_here(week.front().source)) {
        out.sentences.push_back("In this week of the way back after " +
                                counted(ramp.after_days_off, "day") +
                                " off: " + words::changes(c.plan, week) + ", of what is written.");
        return;
      }
}

void explain_session(const LineContext& c, Explanation& out) {
  const auto uses = c.sessions();
  if (uses.empty()) return;
  const Session& session = *uses.front().session;
  const Block& block = *uses.front().block;
  add_session_work(c, session, out);
  add_session_gate(c, session, out);
  for (const Wait& wait : session.waits)
    out.sentences.push_back(upper_first(words::wait(c.plan, wait)) + ".");
  if (session.waits.empty()) out.defaults.push_back("wait: none of its own");
  if (session.on.empty() && session.prefer.empty()) out.defaults.push_back("day: any");
  add_pace(block, c.edition, out);
}

void explain_on(const LineContext& c, Explanation& out) {
  out.sentences.push_back(whose_days(c) + "only on " + join_or(days_written(c)) +
                          ". When the gate says no, the session waits for the next such day.");
}

void explain_prefer(const LineContext& c, Explanation& out) {
  out.sentences.push_back(whose_days(c) + "a wish: the calendar is drawn with " +
                          join_or(days_written(c)) + ", and nothing is decided by it.");
}

void explain_wait(const LineContext& c, Explanation& out) {
  const Wait* wait = wait_here(c);
  if (wait == nullptr) return;
  out.sentences.push_back("The session comes " + words::wait(c.plan, *wait) +
                          ". What was never done isn't waited for.");
  if (wait->at_most_days)
    out.sentences.push_back("The longest wait never overrides the gate: the coach is asked.");
  if (!has_token(c, TokenKind::kw_after) &&
      std::holds_alternative<Wait::OwnGroups>(wait->after.front()))
    out.defaults.push_back("after: each group that the session trains with a primary muscle");
}

void explain_repeat(const LineContext& c, Explanation& out) {
  const Block* block = c.block();
  if (block == nullptr) return;
  const std::string sentence = copied_text(c);
  const std::vector<Change> changes = repeated_changes(c);
  out.sentences.push_back(sentence + (changes.empty() ? ", unchanged but for the lines below it."
                                                      : ", changed all through: " +
                                                            words::changes(c.plan, changes) + "."));
  out.sentences.push_back(quoted(block->name) + " then holds " +
                          join_and(sessions_of_block(*block)) + ".");
  out.defaults.push_back(
      "rules: the copies call them as the original does, and share its progress");
}

void explain_replace(const LineContext& c, Explanation& out) {
  explain_exercise(c, out);
  const std::string name = name_of(c, TokenKind::replaced_name);
  out.sentences.insert(out.sentences.begin(),
                       "In what is repeated, " + name + in_session(c) + " is exchanged.");
}

void explain_drop(const LineContext& c, Explanation& out) {
  std::string name = name_of(c, TokenKind::exercise_name);
  if (name.empty()) name = name_of(c, TokenKind::replaced_name);
  out.sentences.push_back("In what is repeated, " + name + in_session(c) +
                          " is left out; nothing takes its place.");
}

}  // namespace meso
