#include "compiler/sheets/layout.h"

#include <algorithm>
#include <limits>

#include <fmt/core.h>

namespace meso {
namespace {

double small_lines(std::string_view text, double width) {
  return mm::kLine * lines_in(text, width, kSmall);
}

// Items side by side that wrap as they must: the height of their rows.
class Flow {
 public:
  Flow(double width, double row) : width_(width), row_(row) {}
  void add(double item) {
    if (rows_ == 0 || used_ + item > width_) {
      ++rows_;
      used_ = 0;
    }
    used_ += item + mm::kCheckGap;
  }
  double height() const { return rows_ * row_; }

 private:
  double width_, row_, used_ = 0;
  int rows_ = 0;
};

double tick_width(std::string_view word) { return mm::kTick + 1.2 + width_mm(word, kSmall); }

double rate_width(std::string_view word) {
  return mm::kRateWidth + 1.2 + width_mm(word, kSmall);
}

double item_width(const Check& check, std::string_view item) {
  switch (check.kind) {
    case Check::Kind::rate: return rate_width(item);
    case Check::Kind::tick: return tick_width(item);
    case Check::Kind::probe: return mm::kLineWidth + 1.2 + width_mm(item, kSmall);
  }
  return 0;
}

// A check's heading stays with its first item; the other items may wrap.
void add_check(const Check& check, Flow& flow) {
  double heading = width_mm(check.text + " " + check.scale, kSmallBold) + mm::kCheckGap;
  for (const auto& item : check.items) {
    flow.add(heading + item_width(check, item));
    heading = 0;
  }
  if (!check.blank.empty()) flow.add(1.2 + mm::kLineWidth + width_mm(check.blank, kSmall));
}

double checks_height(const Card& card, double width) {
  Flow rates(width, mm::kRate + 0.8);
  Flow ticks(width, mm::kTickRow);
  for (const auto& check : card.checks)
    add_check(check, check.kind == Check::Kind::rate ? rates : ticks);
  return rates.height() + ticks.height();
}

double decision_height(const Decision& decision, double width) {
  const std::string text = decision.words.when + " -> " + decision.words.then;
  return small_lines(text, (width - 9) / 1.03) + 0.3;
}

double readiness_height(const Card& card, double width) {
  if (card.checks.empty()) return 0;
  double height = checks_height(card, width - 3.7) + 2 * mm::kPad + 0.6;
  if (!card.gate) {
    for (const auto& decision : card.decisions) height += decision_height(decision, width - 3);
    return height + mm::kLine;
  }
  Flow ticks(width - 3.7, mm::kTickRow);
  ticks.add(width_mm("Today", kSmallBold));
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
  if (sets.load_known)
    return mm::kSetsLine * lines_in(sets.load, width, {11, true}) + mm::kPad;
  if (sets.load.empty()) return mm::kBlank;
  const double text = small_lines(sets.load + " =", width) + mm::kPad;
  return beside ? std::max(text, mm::kBlank) : text + mm::kBlank;
}

double row_height(const ExerciseRow& row, const Columns& columns) {
  double sets = 0;
  for (std::size_t i = 0; i < row.sets.size(); ++i) {
    const int lines = (row.sets[i].blanks + columns.sets - 1) / columns.sets;
    sets += std::max({mm::kBlank * std::max(lines, 1), plan_cell(row, i), load_cell(row.sets[i], columns)});
  }
  return std::max(sets, exercise_cell(row, columns.exercise - 2 * mm::kPad));
}

double title_height(const Card& card, double width) {
  double text = 0;
  const double room = width - width_mm(card.name, {13, true}) - 72;
  for (const auto& wait : card.waits) text += small_lines(wait, std::max(room, 40.0));
  return std::max(mm::kCardTitle, text + 1);
}

double gate_height(const GateText& gate, double width) {
  double height = 5 + 2 * mm::kPad;
  for (const auto& decision : gate.decisions) height += decision_height(decision, width - 3);
  return height + mm::kGap;
}

double rules_height(const WeekSheet& week, double width) {
  if (week.rules.empty()) return 0;
  double height = 2 * mm::kLine + mm::kGap;
  for (const auto& rule : week.rules) {
    std::string text = rule.name + ": ";
    for (const auto& clause : rule.clauses) text += clause.when + ": " + clause.then + "; ";
    height += small_lines(text, width / 1.04);
  }
  return height;
}

double stop_height(const SheetDocument& document, double width) {
  double height = mm::kGap + 2 * mm::kPad;
  for (const auto& section : document.stop)
    height += small_lines(section.title + ": " + section.text, (width - 3) / 1.04);
  return height + small_lines(document.assumptions, width) + 1;
}

double draft_height(const SheetDocument& document, double width) {
  if (!document.draft) return 0;
  double height = 7 + mm::kGap;
  for (const auto& finding : document.findings) height += small_lines(finding, width - 8);
  return height;
}

double opening_height(const WeekSheet& week, double width) {
  Flow strip(width - 14, mm::kStrip);
  for (const auto& name : week.order) strip.add(tick_width("1 " + name) + 4);
  if (!week.changes.empty()) strip.add(width_mm(changes_line(week), kSmall));
  double height = strip.height() + mm::kGap;
  for (const auto& note : week.notes) height += small_lines(note, width) + mm::kGap;
  return height;
}

// The heights of a week's parts, once computed.
class WeekLayout {
 public:
  WeekLayout(const SheetDocument& document, const WeekSheet& week, PageSize size)
      : week_(week), size_(size) {
    frame_ = mm::kHead + draft_height(document, size.width) + mm::kGap;
    opening_ = opening_height(week, size.width);
    closing_ = rules_height(week, size.width) + stop_height(document, size.width);
    short_stop_ = small_lines(document.stop_short, size.width) + mm::kGap;
    for (const auto& gate : week.gates) gates_.push_back(gate_height(gate, size.width));
    for (const auto& card : week.cards) cards_.push_back(card_height(card, size.width) + mm::kGap);
  }

  // The fewest pages; of those the cuts in which every page words the gates of its cards, and then
  // those with the fewest pages to carry through the gym: the last may hold the rules alone.
  std::vector<SheetPage> pages() const {
    for (std::size_t n = 1; n <= cards_.size() + 1; ++n)
      for (const bool repeat : {true, false})
        for (const bool apart : {true, false})
          if (auto out = cut(n, repeat, apart); !out.empty()) return out;
    return one_card_a_page();
  }

 private:
  SheetPage page(std::size_t first, std::size_t last, bool opens, bool closes, bool gates) const {
    SheetPage out{&week_, first, last - first, opens, closes, gates, 0, mm::kBlank};
    out.used = frame_ + (opens ? opening_ : 0) + (closes ? closing_ : short_stop_);
    for (std::size_t i = first; i < last; ++i) out.used += cards_[i];
    if (gates)
      for (const auto gate : gates_on(out)) out.used += gates_[gate];
    return out;
  }

  // best[p][c]: the least fullest page when the first p pages hold the first c cards. `apart` puts
  // the rules and the stop list on a last page of their own, the only one that may hold no card.
  std::vector<SheetPage> cut(std::size_t pages, bool repeat, bool apart) const {
    constexpr double kNo = std::numeric_limits<double>::infinity();
    const std::size_t cards = cards_.size();
    std::vector<std::vector<double>> best(pages + 1, std::vector<double>(cards + 1, kNo));
    std::vector<std::vector<std::size_t>> from(pages + 1, std::vector<std::size_t>(cards + 1, 0));
    best[0][0] = 0;
    for (std::size_t p = 1; p <= pages; ++p)
      for (std::size_t c = 0; c <= cards; ++c)
        for (std::size_t f = 0; f <= c; ++f) {
          const bool empty = f == c;
          if (best[p - 1][f] == kNo || empty != (apart && p == pages && pages > 1)) continue;
          const double height = page(f, c, p == 1, p == pages, repeat || p == 1).used;
          const double full = std::max(best[p - 1][f], height);
          if (height > size_.height || full >= best[p][c]) continue;
          best[p][c] = full;
          from[p][c] = f;
        }
    return best[pages][cards] == kNo ? std::vector<SheetPage>{} : trace(from, pages, repeat);
  }

  std::vector<SheetPage> trace(const std::vector<std::vector<std::size_t>>& from,
                               std::size_t pages, bool repeat) const {
    std::vector<SheetPage> out;
    std::size_t last = cards_.size();
    for (std::size_t p = pages; p > 0; --p) {
      const std::size_t first = from[p][last];
      out.insert(out.begin(), page(first, last, p == 1, p == pages, repeat || p == 1));
      last = first;
    }
    return out;
  }

  // For a card that leaves no room for anything else: what opens and closes the week has pages of
  // its own. A card taller than a page runs over by itself; nothing is ever cut off.
  std::vector<SheetPage> one_card_a_page() const {
    std::vector<SheetPage> out{page(0, 0, true, false, true)};
    for (std::size_t i = 0; i < cards_.size(); ++i)
      out.push_back(page(i, i + 1, false, false, false));
    out.push_back(page(cards_.size(), cards_.size(), false, true, false));
    return out;
  }

  const WeekSheet& week_;
  PageSize size_;
  double frame_ = 0, opening_ = 0, closing_ = 0, short_stop_ = 0;
  std::vector<double> gates_, cards_;
};

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
    out += (out.empty() ? "" : "; ") + (clause.when.empty() ? "" : clause.when + ": ") + clause.then;
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
  double height = title_height(card, width) + readiness_height(card, width) + mm::kTableHead;
  for (const auto& row : card.rows) height += row_height(row, columns) + 0.2;
  for (const auto& note : card_notes(card)) height += small_lines(note, width);
  return height + mm::kNotes;
}

namespace {

// Every line of blanks grows alike until it is tall enough; the rest is left for notes.
void spread(SheetPage& page, PageSize size) {
  int lines = 0;
  for (std::size_t i = page.first_card; i < page.first_card + page.cards; ++i) {
    const Card& card = page.week->cards[i];
    const int columns = columns_of(card, size.width).sets;
    for (const auto& row : card.rows)
      for (const auto& sets : row.sets) lines += std::max(1, (sets.blanks + columns - 1) / columns);
  }
  if (lines == 0) return;
  const double room = std::max(0.0, size.height - page.used - 3.0 * static_cast<double>(page.cards));
  page.blank = std::min(mm::kMostBlank, mm::kBlank + room / lines);
}

}  // namespace

std::vector<std::uint32_t> gates_on(const SheetPage& page) {
  std::vector<std::uint32_t> out;
  if (page.cards == 0 && page.opens_week)
    for (std::uint32_t i = 0; i < page.week->gates.size(); ++i) out.push_back(i);
  for (std::size_t i = page.first_card; i < page.first_card + page.cards; ++i) {
    const auto gate = page.week->cards[i].gate;
    if (gate && std::find(out.begin(), out.end(), *gate) == out.end()) out.push_back(*gate);
  }
  return out;
}

std::vector<SheetPage> pages_of(const SheetDocument& document, Paper paper) {
  std::vector<SheetPage> out;
  for (const auto& week : document.weeks) {
    auto pages = WeekLayout(document, week, page_size(paper)).pages();
    for (auto& page : pages) spread(page, page_size(paper));
    out.insert(out.end(), pages.begin(), pages.end());
  }
  return out;
}

}  // namespace meso
