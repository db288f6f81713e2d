// Sheets as one self-contained HTML file: inline style, no script, nothing fetched.
#include <fmt/core.h>

#include "compiler/sheets/back_ends.h"
#include "compiler/sheets/html_style.h"
#include "compiler/sheets/html_text.h"
#include "compiler/sheets/layout.h"

namespace meso {
namespace {

using html::escape;
using html::name;
using html::typeset;

constexpr std::string_view kBox = "<input type=\"checkbox\">";

std::string tick(std::string_view text) {
  return fmt::format("<label class=\"tick\">{}{}</label>", kBox, escape(text));
}

// ----- the readiness box

std::string check_item(const Check& check, std::string_view item) {
  switch (check.kind) {
    case Check::Kind::tick: return tick(item);
    case Check::Kind::rate:
      return fmt::format("<span class=\"rate\">{}<i></i></span>", escape(item));
    case Check::Kind::probe:
      return fmt::format("<span class=\"write\">{}<i></i></span>", escape(item));
  }
  return {};
}

// A check's heading never stands alone at the end of a row, nor its last blank at the start; a
// short check stays in one row.
void add_check(const Check& check, std::string& out) {
  const bool together = stays_together(check);
  out += fmt::format("<span class=\"first\"><span class=\"what\">{}", escape(check.text));
  if (!check.scale.empty()) out += fmt::format(" <small>{}</small>", typeset(check.scale));
  out += "</span>";
  for (std::size_t i = 0; i < check.items.size(); ++i) {
    const bool last = i + 1 == check.items.size();
    if (last && i > 0 && !together) out += "<span class=\"first\">";
    out += check_item(check, check.items[i]);
    if (last && !check.blank.empty())
      out += fmt::format("<span class=\"write\">{}<i></i></span>", escape(check.blank));
    if (last || (i == 0 && !together)) out += "</span>";
  }
  out += "\n";
}

void add_checks(const Card& card, bool rates, std::string& out) {
  out += rates ? "<div class=\"checks\">" : "<div class=\"checks ticks\">";
  for (const auto& check : card.checks)
    if ((check.kind == Check::Kind::rate) == rates) add_check(check, out);
  out += "</div>\n";
}

std::string decision_text(const Decision& decision) {
  return fmt::format("<span>{} \u2192 <b>{}</b></span>", escape(decision.words.when),
                     escape(decision.words.then));
}

// Where the gate's lines stand on another page, the boxes say on which.
void add_decisions(const Card& card, std::string_view where, std::string& out) {
  if (card.gate) {
    out += fmt::format("<div class=\"today\"><b>Today{}</b>", where);
    for (const auto& decision : card.decisions)
      out += tick(fmt::format("{} {}", decision.number, decision.tick));
    out += "</div>\n";
    return;
  }
  out += "<div class=\"decide\"><b>The first line that is true decides:</b><ol>\n";
  for (const auto& decision : card.decisions)
    out += fmt::format("<li><label>{}{}</label></li>\n", kBox, decision_text(decision));
  out += "</ol></div>\n";
}

void add_readiness(const Card& card, std::string_view where, std::string& out) {
  if (card.checks.empty()) return;
  out += fmt::format("<div class=\"ready\" role=\"group\" aria-label=\"Readiness before {}\">\n",
                     escape(card.name));
  add_checks(card, true, out);
  add_checks(card, false, out);
  add_decisions(card, where, out);
  out += "</div>\n";
}

// ----- the exercise table

class Table {
 public:
  Table(const SheetDocument& document, const Card& card, double width, std::string& out)
      : card_(card),
        width_(width),
        columns_(columns_of(card, width)),
        units_{std::string(text(document.unit)), "reps"},
        out_(out) {
    if (card.asks_effort) units_.push_back("RIR");
  }

  void write() {
    out_ += fmt::format("<div class=\"grid\"><table><caption>Exercises of {}</caption>\n",
                        escape(card_.name));
    columns();
    head();
    for (const auto& row : card_.rows) exercise(row);
    out_ += "</table></div>\n";
  }

 private:
  void column(double wide, int span = 1) {
    out_ += fmt::format("<col{} style=\"width:{:.2f}%\">",
                        span > 1 ? fmt::format(" span=\"{}\"", span) : "", wide / width_ * 100);
  }

  // Load needs four digits, reps two, RIR one.
  void columns() {
    out_ += "<colgroup>";
    column(columns_.exercise);
    column(mm::kPlan);
    column(columns_.load);
    const double set = columns_.set;
    for (int i = 0; i < columns_.sets; ++i) {
      column(set * (card_.asks_effort ? 0.39 : 0.56));
      column(set * (card_.asks_effort ? 0.315 : 0.44));
      if (card_.asks_effort) column(set * 0.295);
    }
    out_ += "</colgroup>\n";
  }

  void head() {
    out_ +=
        "<thead><tr><th scope=\"col\">Exercise</th><th scope=\"col\">Sets \u00d7 reps</th>"
        "<th scope=\"col\">Load</th>";
    for (int i = 1; i <= columns_.sets; ++i)
      for (std::size_t u = 0; u < units_.size(); ++u)
        out_ +=
            fmt::format("<th scope=\"col\" class=\"u\"><span class=\"sr\">Set {}: </span>{}{}</th>",
                        i, u == 0 ? fmt::format("<b>{}</b> ", i) : "", escape(units_[u]));
    out_ += "</tr></thead>\n";
  }

  int lines(const SetRow& sets) const {
    return std::max(1, (sets.blanks + columns_.sets - 1) / columns_.sets);
  }

  // Blanks for one line of sets; a number stands in them only where the column's isn't theirs.
  void blanks(const ExerciseRow& row, const SetRow& sets, int line) {
    for (int i = 0; i < columns_.sets; ++i) {
      const int index = line * columns_.sets + i;
      const bool used = index < sets.blanks;
      const int number = sets.first + index;
      for (std::size_t u = 0; u < units_.size(); ++u) {
        std::string cls = used ? "fill" : "none";
        if (u == 0 && (used || index == sets.blanks)) cls += " first";
        if (used && u + 1 == units_.size() && i + 1 == columns_.sets) cls += " last";
        std::string mark;
        if (used && u == 0 && number != i + 1) mark = std::to_string(number);
        if (used && u == 1 && row.amount != "reps") mark = row.amount;
        out_ += fmt::format("<td class=\"{}\">{}</td>", cls, mark);
      }
    }
  }

  void name_cell(const ExerciseRow& row, int span) {
    out_ += fmt::format("<th scope=\"rowgroup\" class=\"ex\" rowspan=\"{}\"><b>", span);
    if (!row.label.empty()) out_ += escape(row.label) + " ";
    out_ += name(row.name) + "</b>";
    if (const std::string remarks = remarks_line(row); !remarks.empty())
      out_ += " <span>" + escape(remarks) + "</span>";
    for (const auto& line : exercise_lines(row)) out_ += "<p>" + escape(line) + "</p>";
    out_ += "</th>";
  }

  void plan_cells(const ExerciseRow& row, std::size_t group, int span) {
    const SetRow& sets = row.sets[group];
    out_ += fmt::format("<td class=\"plan\" rowspan=\"{}\"><b>{}</b>", span, typeset(sets.sets));
    for (const auto& line : plan_lines(row, group))
      out_ += "<p>" + (line.find("tempo") == 0 ? escape(line) : typeset(line)) + "</p>";
    out_ += fmt::format("</td><td class=\"load\" rowspan=\"{}\">", span);
    if (sets.load_known)
      out_ += "<b>" + typeset(sets.load) + "</b>";
    else if (leaves_load_blank(sets))
      out_ += "<p>" + typeset(sets.load) + " =</p>";
    out_ += "</td>";
  }

  void exercise(const ExerciseRow& row) {
    int span = 0;
    for (const auto& sets : row.sets) span += lines(sets);
    out_ += "<tbody>";
    for (std::size_t g = 0; g < row.sets.size(); ++g)
      for (int line = 0; line < lines(row.sets[g]); ++line) {
        const bool first = g == 0 && line == 0;
        out_ += first ? "<tr>" : "<tr class=\"more\">";
        if (first) name_cell(row, span);
        if (line == 0) plan_cells(row, g, lines(row.sets[g]));
        blanks(row, row.sets[g], line);
        out_ += "</tr>\n";
      }
    out_ += "</tbody>\n";
  }

  const Card& card_;
  double width_;
  Columns columns_;
  std::vector<std::string> units_;
  std::string& out_;
};

// ----- cards and pages

void add_title(const Card& card, std::string& out) {
  out += fmt::format("<div class=\"title\"><h3>{} {}{}</h3>", card.number, name(card.name),
                     card.kind.empty() ? "" : " (" + card.kind + ")");
  out += "<div class=\"wait\">";
  for (const auto& wait : card.waits) out += "<p>" + escape(wait) + "</p>";
  out += "</div><p class=\"day\">";
  if (!card.day.empty())
    out += escape((card.fixed_day ? "on " : "best on ") + card.day) + " &nbsp; ";
  out += "Done on <span class=\"line\"></span></p></div>\n";
}

void add_card(const SheetDocument& document, const Card& card, std::string_view where, double width,
              std::string& out) {
  out += fmt::format("<article class=\"card\" aria-label=\"Session {}: {}\">\n", card.number,
                     escape(card.name));
  add_title(card, out);
  add_readiness(card, where, out);
  Table(document, card, width, out).write();
  for (const auto& note : card_notes(card)) out += "<p class=\"note\">" + name(note) + "</p>\n";
  out += "<p class=\"notes\">Notes</p>\n</article>\n";
}

void add_head(const SheetDocument& document, const SheetPage& page, std::size_t number,
              std::size_t pages, std::string& out) {
  const WeekSheet& week = *page.week;
  out += fmt::format("<header class=\"head\"><div><h2>{}, {}", name(week.block), escape(week.pass));
  if (!week.kind.empty()) out += fmt::format(" <span class=\"kind\">{}</span>", escape(week.kind));
  const std::string_view tag = number == 1 ? "h1" : "span class=\"plan\"";
  out += fmt::format("</h2><p><{}>{}</{}>", tag, name(document.plan), number == 1 ? "h1" : "span");
  if (!document.by.empty()) out += ", by " + name(document.by);
  if (!week.round.empty()) out += ", " + escape(week.round);
  if (week.weeks_of_plan > 1)
    out += fmt::format(", sheet {} of {}", week.week_of_plan, week.weeks_of_plan);
  out += "</p></div><div class=\"who\"><p>";
  out += document.athlete.empty() ? "Name <span class=\"line\"></span>"
                                  : "<b>" + name(document.athlete) + "</b>";
  out += fmt::format("</p><p>Page {} of {}</p></div></header>\n", number, pages);
}

void add_draft(const SheetDocument& document, std::string& out) {
  if (!document.draft) return;
  out += "<div class=\"draft\"><p><b>DRAFT</b> Not released: mend these findings first.</p><ul>\n";
  for (const auto& finding : document.findings) out += "<li>" + escape(finding) + "</li>\n";
  out += "</ul></div>\n";
}

void add_opening(const WeekSheet& week, std::string& out) {
  out += "<div class=\"order\"><b>Order</b><ol>";
  for (std::size_t i = 0; i < week.order.size(); ++i)
    out += fmt::format("<li>{}</li>", tick(fmt::format("{} {}", i + 1, week.order[i])));
  out += "</ol>";
  if (!week.changes.empty()) out += "<span>" + escape(changes_line(week)) + "</span>";
  out += "</div>\n";
  for (const auto& note : week.notes) out += "<p class=\"note\">" + name(note) + "</p>\n";
}

void add_gate(const GateText& gate, std::string& out) {
  out +=
      "<section class=\"gate\"><h3>Before each session: the first line that is true decides; "
      "after a rest day ask again</h3><ol>\n";
  for (const auto& decision : gate.decisions)
    out += fmt::format("<li><span>{}</span>{}</li>\n", decision.number, decision_text(decision));
  out += "</ol></section>\n";
}

void add_rules(const WeekSheet& week, std::string& out) {
  if (week.rules.empty()) return;
  out +=
      "<section class=\"rules\"><h3>After the session: the first that is true; else the same "
      "again</h3><ul>\n";
  for (const auto& rule : week.rules) {
    out += "<li><b>" + escape(rule.name) + "</b> <ol>";
    for (const auto& clause : rule.clauses)
      out += "<li>" + escape(clause.when) + ": " + escape(clause.then) + "</li>";
    out += "</ol></li>\n";
  }
  out += "</ul></section>\n";
}

void add_foot(const SheetDocument& document, const SheetPage& page, std::string& out) {
  out += "<footer class=\"foot\">\n";
  if (!page.closes_week) {
    out += "<p>" + escape(document.stop_short) + "</p>\n</footer>\n";
    return;
  }
  out += "<section class=\"stop\" aria-label=\"When to stop\"><ul>\n";
  for (const auto& section : document.stop)
    out += "<li><b>" + escape(section.title) + ":</b> " + escape(section.text) + "</li>\n";
  out += "</ul></section>\n<p>" + escape(document.assumptions) + "</p>\n</footer>\n";
}

// `opening` is the number of the page that opens the week.
void add_page(const SheetDocument& document, const SheetPage& page, double width,
              std::size_t number, std::size_t opening, std::size_t pages, std::string& out) {
  out +=
      fmt::format("<section class=\"page{}\" aria-label=\"Page {}\" style=\"--blank:{:.1f}mm\">\n",
                  page.cards == 0 ? " roomy" : "", number, page.blank);
  add_head(document, page, number, pages, out);
  add_draft(document, out);
  if (page.opens_week) add_opening(*page.week, out);
  for (const auto gate : page.gates) add_gate(page.week->gates[gate], out);
  const std::string where = page.gates.empty() ? fmt::format(" (page {})", opening) : "";
  for (std::size_t i = 0; i < page.cards; ++i)
    add_card(document, page.week->cards[page.first_card + i], where, width, out);
  if (page.closes_week) add_rules(*page.week, out);
  if (page.cards == 0) out += "<p class=\"notes\">Notes on this week</p>\n";
  add_foot(document, page, out);
  out += "</section>\n";
}

}  // namespace

std::string to_html(const SheetDocument& document, const HtmlOptions& options) {
  const double width = page_size(options.paper).width;
  const std::vector<SheetPage> pages = pages_of(document, options.paper);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
      escape(options.language), escape(document.plan), html_style(options.paper));
  std::size_t opening = 1;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].opens_week) opening = i + 1;
    add_page(document, pages[i], width, i + 1, opening, pages.size(), out);
  }
  return out + "</main>\n</body>\n</html>\n";
}

std::string write_html(const BackEndInput& input);
std::string write_html(const BackEndInput& input) {
  return to_html(input.document, {input.document.paper, "en"});
}

}  // namespace meso
