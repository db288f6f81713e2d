// Progress as one self-contained page: inline style, charts as SVG, no script, nothing fetched.
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "compiler/sheets/html_text.h"
#include "compiler/sheets/report.h"
#include "compiler/sheets/report_chart.h"
#include "compiler/sheets/report_style.h"
#include "compiler/sheets/report_words.h"
#include "compiler/sheets/safety_text.h"

namespace meso {
namespace {

namespace w = report_words;
using html::escape;
using html::name;

constexpr std::size_t kRecords = 6;

std::string paragraph(std::string_view text, std::string_view of_class = "") {
  if (text.empty()) return "";
  const std::string attribute = of_class.empty() ? "" : fmt::format(" class=\"{}\"", of_class);
  return fmt::format("<p{}>{}</p>\n", attribute, escape(text));
}

// A table whose first column names its rows. All cells are escaped.
class Table {
 public:
  Table(std::string_view caption, const std::vector<std::string>& head) {
    out_ = fmt::format("<table><caption>{}</caption><thead><tr>", escape(caption));
    for (const std::string& cell : head) out_ += "<th scope=\"col\">" + escape(cell) + "</th>";
    out_ += "</tr></thead><tbody>\n";
  }
  void row(const std::vector<std::string>& cells) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i)
      out_ += i == 0 ? "<th scope=\"row\">" + escape(cells[i]) + "</th>"
                     : "<td>" + escape(cells[i]) + "</td>";
    out_ += "</tr>\n";
  }
  std::string end() { return out_ + "</tbody></table>\n"; }
  // Behind a chart: the same in numbers.
  std::string folded() {
    return "<details><summary>In numbers</summary>\n" + end() + "</details>\n";
  }

 private:
  std::string out_;
};

// As a heading begins; "e1RM" is written as it is.
std::string title(const std::string& what) {
  return name(what.starts_with("e1RM") ? what : upper_first(what));
}

// Behind a trend; nothing where there is none.
std::string mean_of_three_weeks(const Trend& trend, std::string_view unit, int places) {
  return trend.now ? " Mean of three weeks: " + w::amount(*trend.now, unit, places) + "." : "";
}

class Page {
 public:
  explicit Page(const ProgressReport& report) : r_(report), weeks_{report.day} {}

  std::string write() {
    head();
    for (const std::string& sentence : r_.missing) out_ += paragraph(sentence, "missing");
    if (r_.first_day) w::write_sections(r_, *this);
    out_ += "</main>\n<footer>\n" + paragraph(w::how_to_read()) +
            paragraph(assumptions_without_soreness(r_.by, r_.edition)) +
            "</footer>\n</body>\n</html>\n";
    return std::move(out_);
  }

  // ---- the sections, for write_sections() -------------------------------------------------------

  void headings() {
    const WeekReport& week = r_.weeks.back();
    section("The last week");
    out_ += paragraph(w::span(week.first_day, week.last_day)) + "<dl class=\"three\">\n";
    const auto item = [&](std::string_view what, const std::string& said) {
      out_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", what, escape(upper_first(said)));
    };
    item("Consistency", w::consistency(r_));
    item("Progression", w::progression(r_));
    item("Execution", w::execution(r_));
    out_ += "</dl>\n";
    end_section();
  }

  void goals() {
    section("Goals");
    out_ += "<div class=\"two\">\n";
    for (const GoalReport& goal : r_.goals) {
      out_ += "<article>\n<h3>" + title(goal.name) + "</h3>\n";
      out_ += paragraph(upper_first(w::goal_standing(goal)) + ".", "say");
      out_ += paragraph(upper_first(w::goal_way(goal)));
      out_ += paragraph(upper_first(w::goal_review(goal)));
      if (!goal.points.empty())
        out_ += line_chart(frame(goal.name + " and its goal", w::goal_standing(goal), goal.unit),
                           goal.points, goal.weeks, goal.target) +
                week_table(goal.name + " by week", goal.weeks, goal.unit);
      out_ += "</article>\n";
    }
    out_ += "</div>\n";
    end_section();
  }

  void lifts() {
    section("Lifts");
    out_ += paragraph(
        "Each dot is a session, the line joins the means of weeks. Hollow dots are no part of the "
        "trend: sessions that were lightened or broken off, of a deload or a week of coming back, "
        "beside the plan, or done though the gate held back.");
    out_ += "<div class=\"two\">\n";
    for (const LiftReport& lift : r_.lifts) {
      const std::string unit = w::unit(lift, r_.unit);
      const std::string what = std::string(w::measure(lift)) + " of " + lift.name;
      const std::string said = w::trend(lift, unit);
      out_ += "<article>\n<h3>" + title(lift.name) + "</h3>\n";
      const std::vector<std::string> provisos = w::provisos(lift);
      const std::string known = provisos.empty() ? "" : " (" + join(provisos, "; ") + ")";
      out_ += paragraph(std::string(w::measure(lift)) + known + ": " + said + "." +
                            mean_of_three_weeks(lift.trend, unit, 1),
                        "say");
      out_ += line_chart(frame(what, said, unit), measured(lift, lift.measure), lift.weeks, {});
      out_ += sessions_table(lift) + "</article>\n";
    }
    out_ += "</div>\n";
    end_section();
  }

  void metrics() {
    section("Tracked");
    out_ += "<div class=\"two\">\n";
    for (const MetricReport& m : r_.metrics) {
      if (m.is_of_lift) continue;
      const std::string said = w::trend(m.trend, m.unit, m.readings_a_week);
      out_ += "<article>\n<h3>" + title(m.name) + "</h3>\n";
      out_ += paragraph(upper_first(said) + "." + mean_of_three_weeks(m.trend, m.unit, 2), "say");
      if (!m.points.empty())
        out_ += line_chart(frame(m.name, said, m.unit), m.points, m.weeks, {}) +
                week_table(m.name + " by week", m.weeks, m.unit);
      out_ += "</article>\n";
    }
    out_ += "</div>\n";
    end_section();
  }

  void volumes() {
    Decimal most;
    for (const GroupVolume& v : r_.volumes)
      for (const WeekVolume& week : v.weeks)
        most = std::max({most, week.done, week.planned.value_or(Decimal())});
    section("Hard sets a week");
    out_ += paragraph(
                "Bars are what was done, lines across them the plan's number for the week "
                "that the athlete was in.") +
            "<div class=\"small\">\n";
    for (const GroupVolume& v : r_.volumes) volume(v, most);
    out_ += "</div>\n";
    end_section();
  }

  void adherence() {
    section("Sessions");
    const std::string of_these = w::of_those_done(r_.adherence);
    out_ += paragraph(
        upper_first(w::adherence(r_.adherence)) + (of_these.empty() ? "." : "; " + of_these + "."),
        "say");
    const std::vector<std::string> apart = w::apart(r_.adherence);
    if (!apart.empty()) out_ += paragraph("Apart from that: " + join(apart, ", ") + ".");
    Table table("Sessions by week",
                {"Week", "Ready", "Done of them", "Sets as written", "New bests"});
    for (const WeekReport& week : r_.weeks)
      table.row({w::span(week.first_day, week.last_day), std::to_string(week.adherence.ready()),
                 std::to_string(week.adherence.done),
                 std::to_string(week.sets_made) + " of " + std::to_string(week.sets_asked),
                 std::to_string(week.new_bests)});
    out_ += table.end();
    end_section();
  }

  void recovery() {
    section("Recovery");
    out_ += paragraph(w::recovery_note());
    Table table("Recovery by muscle group",
                {"Group", "Days", "Over the weeks", "Sessions that began sore"});
    for (const GroupRecovery& group : r_.recoveries)
      table.row({r_.groups[group.group.value], w::recovery_days(group),
                 w::trend(group.trend, "days", 1), w::sore_at_start(group)});
    out_ += table.end();
    for (const GroupRecovery& group : r_.recoveries)
      out_ += paragraph(upper_first(w::easier_recovery(r_, group)), "say");
    end_section();
  }

  void records() {
    section("Records");
    Table table("Records by lift", {"Lift", "Best estimated max", "Other heaviest sets"});
    for (const LiftReport& lift : r_.lifts)
      if (!lift.records.empty())
        table.row({lift.name, w::best_max(lift, r_.unit),
                   join(w::records(lift, r_.unit, kRecords), ", ")});
    out_ += table.end();
    end_section();
  }

 private:
  void head() {
    const std::string who = r_.athlete.empty() ? "" : ", " + r_.athlete;
    out_ +=
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out_ += fmt::format("<title>Progress: {}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
                        escape(r_.plan + who), report_style());
    out_ += fmt::format("<header>\n<h1>Progress: {}</h1>\n", name(r_.plan));
    std::string line = w::span(r_.first_day.value_or(r_.day), r_.day);
    if (r_.first_day) line += ", " + counted(static_cast<long>(r_.weeks.size()), "week");
    out_ += fmt::format("<p>{}{}</p>\n</header>\n<main>\n",
                        r_.athlete.empty() ? "" : name(r_.athlete) + ", ", escape(line));
  }

  void section(std::string_view title) {
    out_ += fmt::format("<section>\n<h2>{}</h2>\n", escape(title));
  }
  void end_section() { out_ += "</section>\n"; }

  ChartFrame frame(std::string title, std::string description, std::string unit) {
    return {"c" + std::to_string(++charts_),
            std::move(title),
            std::move(description),
            std::move(unit),
            *r_.first_day,
            r_.day};
  }

  std::string week_table(std::string_view caption, const std::vector<WeekMean>& means,
                         std::string_view unit) const {
    Table table(caption, {"Week", "Mean", "Readings"});
    for (const WeekMean& m : means)
      table.row({w::span(weeks_.first_day(m.week), weeks_.last_day(m.week)),
                 w::amount(m.mean, unit, 2), std::to_string(m.readings)});
    return table.folded();
  }

  std::string sessions_table(const LiftReport& lift) const {
    const std::string mass(text(r_.unit));
    Table table(lift.name + " by session",
                {"Date", "Best set", "e1RM, " + mass, "Sets", "Volume, " + mass});
    for (const LiftPoint& p : lift.sessions) {
      std::string e1rm = p.e1rm ? w::number(p.e1rm->value) : "";
      if (p.e1rm && p.e1rm->uncertain) e1rm += " (uncertain)";
      table.row({text(Date{p.day}), w::set(p.best, r_.unit), e1rm, std::to_string(p.sets),
                 p.volume == Decimal() ? "" : w::number(p.volume, 0)});
    }
    return table.folded();
  }

  void volume(const GroupVolume& v, Decimal most) {
    const std::string& group = r_.groups[v.group.value];
    const WeekVolume& now = v.weeks.back();
    const bool is_idle = now.done == Decimal() && now.planned.value_or(Decimal()) == Decimal();
    std::string said = "last week " + (is_idle ? "none" : w::number(now.done));
    if (now.planned && !is_idle) said += " of " + w::number(*now.planned);
    out_ += "<article>\n<h3>" + title(group) + "</h3>\n" + paragraph(said);
    out_ += week_bars(frame("Hard sets of " + group + " by week", said, "sets"), v.weeks, most);
    Table table("Hard sets of " + group, {"Week", "Done", "Plan"});
    for (const WeekVolume& week : v.weeks)
      table.row({w::span(weeks_.first_day(week.week), weeks_.last_day(week.week)),
                 w::number(week.done, 2), week.planned ? w::number(*week.planned, 2) : ""});
    out_ += table.folded() + "</article>\n";
  }

  const ProgressReport& r_;
  Weeks weeks_;
  int charts_ = 0;
  std::string out_;
};

}  // namespace

std::string report_html(const ProgressReport& report) { return Page(report).write(); }

}  // namespace meso
