#include "compiler/sheets/layout.h"

#include <algorithm>

#include "compiler/sheets/measure.h"

namespace meso {

double small_lines(std::string_view text, double width) {
  return mm::kLine * lines_in(text, width, kSmall);
}

double tick_width(std::string_view word) { return mm::kTick + 1.2 + width_mm(word, kSmall); }

double decision_height(const Decision& decision, double width) {
  const std::string text = decision.words.when + " -> " + decision.words.then;
  return small_lines(text, (width - 9) / 1.03) + 0.3;
}

namespace {

double rate_width(std::string_view word) { return mm::kRateWidth + 1.2 + width_mm(word, kSmall); }

double item_width(const Check& check, std::string_view item) {
  switch (check.kind) {
    case Check::Kind::rate: return rate_width(item);
    case Check::Kind::tick: return tick_width(item);
    case Check::Kind::probe: return mm::kLineWidth + 1.2 + width_mm(item, kSmall);
  }
  return 0;
}

// A check's heading stays with its first item, and its last blank with its last; between them it
// may wrap, unless it stays together.
void add_check(const Check& check, Flow& flow) {
  const bool together = stays_together(check);
  double before = width_mm(check.text + " " + check.scale, kSmallBold) + mm::kCheckGap;
  for (std::size_t i = 0; i < check.items.size(); ++i) {
    const bool last = i + 1 == check.items.size();
    double width = before + item_width(check, check.items[i]);
    if (last && !check.blank.empty())
      width += mm::kCheckGap + 1.2 + mm::kLineWidth + width_mm(check.blank, kSmall);
    before = together && !last ? width + mm::kCheckGap : 0;
    if (before == 0) flow.add(width);
  }
}

double checks_height(const Card& card, double width) {
  Flow rates(width, mm::kRate + 0.8);
  Flow ticks(width, mm::kTickRow);
  for (const auto& check : card.checks)
    add_check(check, check.kind == Check::Kind::rate ? rates : ticks);
  return rates.height() + ticks.height();
}

double readiness_height(const Card& card, double width) {
  if (card.checks.empty()) return 0;
  double height = checks_height(card, width - 3.7) + 2 * mm::kPad + 0.6 + 2 * mm::kHair;
  if (!card.gate) {
    for (const auto& decision : card.decisions) height += decision_height(decision, width - 3);
    return height + mm::kLine;
  }
  Flow ticks(width - 3.7, mm::kTickRow);
  ticks.add(width_mm("Today (page 100)", kSmallBold));
  for (const auto& decision : card.decisions) ticks.add(tick_width("8 " + decision.tick));
  return height + ticks.height();
}

// Words as wide in the name's type as `text` is in small type, so that one count serves both.
std::string blanks_like(std::string_view text, double letters) {
  std::string out;
  const double each = letters / static_cast<double>(std::max<std::size_t>(text.size(), 1));
  double owed = 0;
  for (const char c : text) {
    owed += each;
    if (c == ' ') out += ' ';
    for (; owed >= 1; owed -= 1) out += c == ' ' ? "" : "n";
  }
  return out;
}

double exercise_cell(const ExerciseRow& row, double width) {
  const std::string name = row.label.empty() ? row.name : row.label + " " + row.name;
  // The remarks go on behind the name, at its size for the sake of a simple reckoning.
  const std::string remarks = remarks_line(row);
  const double taken = width_mm(remarks, kSmall) / width_mm("n", kName);
  const std::string filler = remarks.empty() ? "" : " " + blanks_like(remarks, taken);
  double height = mm::kNameLine * lines_in(name + filler, width, kName);
  for (const auto& line : exercise_lines(row)) height += small_lines(line, width);
  return height + mm::kPad;
}

double plan_cell(const ExerciseRow& row, std::size_t group) {
  const double width = mm::kPlan - 2 * mm::kPad;
  double height = mm::kSetsLine * lines_in(row.sets[group].sets, width, {11, true});
  for (const auto& line : plan_lines(row, group)) height += small_lines(line, width);
  return height + mm::kPad;
}

// A percentage without its load has a blank under it, or beside it where the column is wide.
double load_cell(const SetRow& sets, const Columns& columns) {
  const bool beside = columns.load > mm::kLoad;
  const double width = mm::kLoad - 2 * mm::kPad;
  if (sets.load_known) return mm::kSetsLine * lines_in(sets.load, width, {11, true}) + mm::kPad;
  if (sets.load.empty()) return mm::kBlank;
  const double text = small_lines(sets.load + " =", width) + mm::kPad;
  return beside ? std::max(text, mm::kBlank) : text + mm::kBlank;
}

double row_height(const ExerciseRow& row, const Columns& columns) {
  double sets = 0;
  for (std::size_t i = 0; i < row.sets.size(); ++i) {
    const int lines = (row.sets[i].blanks + columns.sets - 1) / columns.sets;
    sets += std::max(
        {mm::kBlank * std::max(lines, 1), plan_cell(row, i), load_cell(row.sets[i], columns)});
  }
  return std::max(sets, exercise_cell(row, columns.exercise - 2 * mm::kPad));
}

double title_height(const Card& card, double width) {
  double text = 0;
  const double room = width - width_mm(card.name, {13, true}) - 72;
  for (const auto& wait : card.waits) text += small_lines(wait, std::max(room, 40.0));
  return std::max(mm::kCardTitle, text + 1);
}

}  // namespace

PageSize page_size(Paper paper) {
  const double lost = 2 * mm::kMargin;
  switch (paper) {
    case Paper::a4: return {210 - lost, 297 - lost - mm::kSlack};
    case Paper::letter: return {215.9 - lost, 279.4 - lost - mm::kSlack};
    case Paper::any: return {210 - lost, 279.4 - lost - mm::kSlack};
  }
  return {};
}

bool leaves_load_blank(const SetRow& sets) { return !sets.load_known && !sets.load.empty(); }

Columns columns_of(const Card& card, double width) {
  Columns out;
  int most = 1;
  for (const auto& row : card.rows)
    for (const auto& sets : row.sets) most = std::max(most, sets.blanks);
  out.sets = std::min(most, card.asks_effort ? 4 : 5);
  const double least = card.asks_effort ? 22.5 : 17.0;
  const bool blank_beside = std::any_of(card.rows.begin(), card.rows.end(), [](const auto& row) {
    return std::any_of(row.sets.begin(), row.sets.end(), leaves_load_blank);
  });
  if (blank_beside && width - mm::kPlan - mm::kWideLoad - out.sets * least >= 50)
    out.load = mm::kWideLoad;
  const double rest = width - mm::kPlan - out.load;
  // Few sets leave room: the blanks grow before the names do, up to twice their size.
  out.exercise = std::clamp(rest - out.sets * least * 1.6, 56.0, 84.0);
  out.exercise = std::min(out.exercise, rest - out.sets * least);
  out.set = (rest - out.exercise) / out.sets;
  return out;
}

std::string changes_line(const WeekSheet& week) {
  return "This week: " + week.changes + " (already in the numbers)";
}

std::string rule_line(const RowRule& rule) {
  std::string out;
  for (const auto& clause : rule.clauses)
    out +=
        (out.empty() ? "" : "; ") + (clause.when.empty() ? "" : clause.when + ": ") + clause.then;
  return rule.name.empty() ? out : out + " (" + rule.name + ")";
}

// A rule that stands in the week's list with all it says is named only.
std::string remarks_line(const ExerciseRow& row) {
  std::string out;
  const auto add = [&out](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  for (const auto& remark : row.remarks) add(remark);
  for (const auto& rule : row.rules)
    if (rule.clauses.empty() && !rule.name.empty()) add("rule " + rule.name);
  return out;
}

std::vector<std::string> exercise_lines(const ExerciseRow& row) {
  std::vector<std::string> out;
  for (const auto& rule : row.rules)
    if (!rule.clauses.empty()) out.push_back(rule_line(rule));
  return out;
}

std::vector<std::string> plan_lines(const ExerciseRow& row, std::size_t group) {
  std::vector<std::string> out;
  std::string first = row.sets[group].effort;
  if (group == 0 && !row.rest.empty())
    first += (first.empty() ? "" : ", ") + (row.rest == "no rest" ? row.rest : "rest " + row.rest);
  if (!first.empty()) out.push_back(first);
  if (group == 0 && !row.tempo.empty()) out.push_back("tempo " + row.tempo);
  return out;
}

std::vector<std::string> card_notes(const Card& card) {
  std::vector<std::string> out = card.notes;
  for (const auto& row : card.rows)
    for (const auto& note : row.notes) out.push_back(row.name + ": " + note);
  return out;
}

double card_height(const Card& card, double width) {
  const Columns columns = columns_of(card, width);
  double height =
      title_height(card, width) + readiness_height(card, width) + mm::kTableHead + 3 * mm::kHair;
  for (const auto& row : card.rows) height += row_height(row, columns) + mm::kHair;
  for (const auto& note : card_notes(card)) height += small_lines(note, width);
  return height + mm::kNotes;
}

}  // namespace meso
