// Sheets as Markdown (CommonMark with tables): for messages, wikis and repositories.
#include <fmt/core.h>

#include "base/markdown.h"
#include "compiler/sheets/back_ends.h"

namespace meso {
namespace {

// A short name, because nearly every text of a sheet goes through it.
std::string escape(std::string_view text) { return escape_markdown(text); }

constexpr std::string_view kBlank = "\\_\\_\\_\\_";

void add_checks(const Card& card, std::string& out) {
  for (const auto& check : card.checks) {
    out += "- [ ] **" + escape(check.text);
    if (!check.scale.empty()) out += " " + escape(check.scale);
    out += "**:";
    for (std::size_t i = 0; i < check.items.size(); ++i) {
      out += i > 0 ? (check.kind == Check::Kind::tick ? " / " : ", ") : " ";
      out += escape(check.items[i]);
      if (check.kind != Check::Kind::tick)
        out += (check.items[i].empty() ? "" : " ") + std::string(kBlank);
    }
    if (!check.blank.empty()) out += fmt::format(", {} {}", escape(check.blank), kBlank);
    out += "\n";
  }
  if (!card.checks.empty()) out += "\n";
}

std::string decision(const Decision& decision) {
  return escape(decision.words.when) + " \u2192 **" + escape(decision.words.then) + "**";
}

// A shared gate is spelled out above; the card then ticks its numbers.
void add_decisions(const Card& card, std::string& out) {
  if (card.decisions.empty()) return;
  if (card.gate) {
    out += "Today:";
    for (const auto& one : card.decisions)
      out += fmt::format(" \u2610 {} {}", one.number, escape(one.tick));
    out += "\n\n";
    return;
  }
  out += "The first line that is true decides:\n\n";
  for (const auto& one : card.decisions) out += "- [ ] " + decision(one) + "\n";
  out += "\n";
}

std::string rules(const ExerciseRow& row) {
  std::string out;
  for (const auto& rule : row.rules) {
    std::string one;
    for (const auto& clause : rule.clauses)
      one += (one.empty() ? "" : "; ") + escape(clause.when + ": " + clause.then);
    if (!rule.name.empty())
      one = one.empty() ? "rule " + escape(rule.name) : one + " (" + escape(rule.name) + ")";
    out += (out.empty() ? "" : "; ") + one;
  }
  return out;
}

std::string how(const ExerciseRow& row, std::size_t group) {
  std::string out = escape(row.sets[group].effort);
  const auto add = [&out](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  };
  if (group > 0) return out;
  add(row.rest.empty() || row.rest == "no rest" ? row.rest : "rest " + escape(row.rest));
  add(row.tempo.empty() ? "" : "tempo " + escape(row.tempo));
  for (const auto& remark : row.remarks) add(escape(remark));
  return out;
}

std::string load(const SetRow& sets) {
  if (sets.load_known) return escape(sets.load);
  return (sets.load.empty() ? "" : escape(sets.load) + " = ") + std::string(kBlank);
}

std::string done(const ExerciseRow& row, const SetRow& sets, bool asks_effort) {
  std::string out;
  const std::string one =
      row.amount == "reps" ? "\\_\\_ x \\_\\_" : "\\_\\_ x \\_\\_ " + row.amount;
  for (int i = 0; i < sets.blanks; ++i)
    out += (i > 0 ? ", " : "") + one + (asks_effort ? " @ \\_\\_" : "");
  return out;
}

void add_row(const ExerciseRow& row, bool asks_effort, std::string& out) {
  for (std::size_t g = 0; g < row.sets.size(); ++g) {
    const SetRow& sets = row.sets[g];
    const std::string name =
        g > 0 ? std::string()
              : (row.label.empty() ? "" : escape(row.label) + " ") + escape(row.name);
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", name, escape(sets.sets), load(sets),
                       how(row, g), done(row, sets, asks_effort), g > 0 ? "" : rules(row));
  }
}

void add_row_notes(const Card& card, std::string& out) {
  for (const auto& row : card.rows)
    for (const auto& note : row.notes) out += "- " + escape(row.name) + ": " + escape(note) + "\n";
  for (const auto& note : card.notes) out += "- " + escape(note) + "\n";
  out += "- Notes: \n\n";
}

void add_card(const Card& card, std::string& out) {
  out += fmt::format("### {} {}{}\n\n", card.number, escape(card.name),
                     card.kind.empty() ? "" : " (" + card.kind + ")");
  out += fmt::format("Done on: {}", kBlank);
  if (!card.day.empty()) out += (card.fixed_day ? ", on " : ", best on ") + escape(card.day);
  for (const auto& wait : card.waits) out += ", " + escape(wait);
  out += "\n\n";
  add_checks(card, out);
  add_decisions(card, out);
  out += "| Exercise | Sets x reps | Load | How | ";
  out += card.asks_effort ? "Done: load x reps @ RIR" : "Done: load x reps";
  out += " | Next time |\n|---|---|---|---|---|---|\n";
  for (const auto& row : card.rows) add_row(row, card.asks_effort, out);
  out += "\n";
  add_row_notes(card, out);
}

void add_draft(const SheetDocument& document, std::string& out) {
  if (!document.draft) return;
  out += "**DRAFT**: not released. Mend these findings first:\n\n";
  for (const auto& finding : document.findings) out += "- " + escape(finding) + "\n";
  out += "\n";
}

void add_head(const SheetDocument& document, const WeekSheet& week, std::string& out) {
  out += fmt::format("## {}, {}", escape(week.block), escape(week.pass));
  if (!week.round.empty()) out += ", " + escape(week.round);
  if (!week.kind.empty()) out += " (" + escape(week.kind) + ")";
  out += "\n\nPlan: " + escape(document.plan);
  if (!document.by.empty()) out += ", by " + escape(document.by);
  out += document.athlete.empty() ? fmt::format(", for {}", kBlank)
                                  : ", for " + escape(document.athlete);
  out += fmt::format(", sheet {} of {}\n\n", week.week_of_plan, week.weeks_of_plan);
}

void add_order(const WeekSheet& week, std::string& out) {
  out += "Order:";
  for (std::size_t i = 0; i < week.order.size(); ++i)
    out += fmt::format("{} \u2610 {} {}", i > 0 ? " \u2192" : "", i + 1, escape(week.order[i]));
  out += "\n\n";
  if (!week.changes.empty())
    out += "This week: " + escape(week.changes) + " (already in the numbers).\n\n";
  for (const auto& note : week.notes) out += "> " + escape(note) + "\n\n";
}

void add_gates(const WeekSheet& week, std::string& out) {
  for (const auto& gate : week.gates) {
    out += "### Before each session: the first line that is true decides\n\n";
    for (const auto& one : gate.decisions)
      out += fmt::format("{}. {}\n", one.number, decision(one));
    out += "\n";
  }
}

void add_rules(const WeekSheet& week, std::string& out) {
  if (week.rules.empty()) return;
  out += "### After the session: the first that is true; else the same again\n\n";
  for (const auto& rule : week.rules) {
    out += "- **" + escape(rule.name) + "**: ";
    for (std::size_t i = 0; i < rule.clauses.size(); ++i)
      out += (i > 0 ? "; " : "") + escape(rule.clauses[i].when + ": " + rule.clauses[i].then);
    out += "\n";
  }
  out += "\n";
}

void add_stop(const SheetDocument& document, std::string& out) {
  out += "### Stop\n\n";
  for (const auto& section : document.stop)
    out += "- **" + escape(section.title) + "**: " + escape(section.text) + "\n";
  out += "\n" + escape(document.assumptions) + "\n\n";
}

}  // namespace

std::string to_markdown(const SheetDocument& document) {
  std::string out = "# " + escape(document.plan) + "\n\n";
  for (const auto& week : document.weeks) {
    add_head(document, week, out);
    add_draft(document, out);
    add_order(week, out);
    add_gates(week, out);
    for (const auto& card : week.cards) add_card(card, out);
    add_rules(week, out);
    add_stop(document, out);
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out + "\n";
}

std::string write_markdown(const BackEndInput& input);
std::string write_markdown(const BackEndInput& input) { return to_markdown(input.document); }

}  // namespace meso
