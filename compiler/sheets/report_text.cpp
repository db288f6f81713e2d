#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/sheets/report.h"
#include "compiler/sheets/report_words.h"
#include "compiler/sheets/safety_text.h"

namespace meso {
namespace {

namespace w = report_words;

constexpr int kChartWeeks = 12;  // columns of a chart in text
constexpr std::size_t kBar = 24;
constexpr std::size_t kMostIndent = 50;  // beside which words still wrap well
constexpr std::size_t kRecords = 4;      // a lift, the heaviest first

bool is_number(char c) { return c >= '0' && c <= '9'; }

// Whether the blank at `at` stands between a number and what belongs to it: "80 kg", "x 8", "RIR
// 2".
bool belongs_together(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 == text.size()) return false;
  if (is_number(text[at - 1]) && text[at + 1] >= 'a' && text[at + 1] <= 'z') return true;
  if (text.substr(at + 1).starts_with("x ")) return true;
  const std::string_view before = text.substr(0, at);
  return is_number(text[at + 1]) && (before.ends_with(" x") || before.ends_with("RIR") ||
                                     before.ends_with(" +") || before.ends_with(" -"));
}

// Wrapped like all text, but numbers stay with their units.
std::string wrapped_whole(std::string_view text, std::string_view indent) {
  constexpr std::string_view kNoBreak = "\u00a0";
  std::string glued;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == ' ' && belongs_together(text, at))
      glued += kNoBreak;
    else
      glued += text[at];
  std::string out = wrapped(glued, indent);
  for (std::size_t at = out.find(kNoBreak); at != out.npos; at = out.find(kNoBreak, at))
    out.replace(at, kNoBreak.size(), " ");
  return out;
}

// Columns as wide as their widest cell; the last one is wrapped under itself at 80 columns.
class Table {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  std::string text() const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_)
      for (std::size_t c = 0; c + 1 < row.size(); ++c) {
        if (widths.size() <= c) widths.resize(c + 1, 0);
        widths[c] = std::max(widths[c], display_width(row[c]));
      }
    std::string out;
    for (const auto& row : rows_) {
      std::string line = "  ";
      for (std::size_t c = 0; c + 1 < row.size(); ++c) line += padded(row[c], widths[c] + 2);
      out += with_last(line, row.back());
    }
    return out;
  }

 private:
  // On lines of its own where there is too little room beside the others.
  static std::string with_last(const std::string& before, const std::string& last) {
    const std::size_t indent = display_width(before);
    if (indent + display_width(last) <= 80)
      return std::string(without_blanks_behind(before + last)) + "\n";
    if (indent > kMostIndent)
      return std::string(without_blanks_behind(before)) + "\n" + wrapped_whole(last, "      ");
    return before + wrapped_whole(last, std::string(indent, ' ')).substr(indent);
  }
  std::vector<std::vector<std::string>> rows_;
};

// Weekly means as heights from the lowest to the highest of them; a week without is a dot.
std::string spark(std::vector<WeekMean> means) {
  static constexpr std::array<std::string_view, 8> kHeights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::erase_if(means, [](const WeekMean& m) { return m.week >= kChartWeeks; });
  if (means.size() < 2) return "";
  const auto by_mean = [](const WeekMean& a, const WeekMean& b) { return a.mean < b.mean; };
  const auto [low, high] = std::minmax_element(means.begin(), means.end(), by_mean);
  const Decimal range = high->mean - low->mean;
  const int first = means.front().week;
  std::vector<std::string> columns(static_cast<std::size_t>(first) + 1, "·");
  for (const WeekMean& m : means) {
    const Decimal part = range == Decimal() ? Decimal::ratio(1, 2) : (m.mean - low->mean) / range;
    const auto height = static_cast<std::size_t>((part * Decimal::whole(7)).floor());
    columns[static_cast<std::size_t>(first - m.week)] = kHeights[std::min<std::size_t>(height, 7)];
  }
  return join(columns, "");
}

// `#` for what was done, `.` for what the plan has above it.
std::string bar(Decimal done, Decimal planned, Decimal most) {
  const auto columns = [&](Decimal value) {
    if (most <= Decimal()) return std::size_t{0};
    const Decimal wide = value * Decimal::whole(kBar) / most + Decimal::ratio(1, 2);
    return static_cast<std::size_t>(std::clamp<std::int64_t>(wide.floor(), 0, kBar));
  };
  const std::size_t filled = columns(done), whole = std::max(filled, columns(planned));
  return std::string(filled, '#') + std::string(whole - filled, '.');
}

std::string lines(const std::vector<std::string>& all, std::string_view indent) {
  std::string out;
  for (const std::string& line : all) out += wrapped_whole(line, indent);
  return out;
}

class Text {
 public:
  explicit Text(const ProgressReport& report) : r_(report) {}

  std::string write() {
    head();
    if (!r_.first_day) return std::move(out_) + lines(r_.missing, "");
    if (!r_.missing.empty()) out_ += lines(r_.missing, "") + "\n";
    w::write_sections(r_, *this);
    out_ += "\n" + wrapped_whole(w::how_to_read(), "") +
            wrapped_whole(assumptions_without_soreness(r_.by, r_.edition), "");
    return std::move(out_);
  }

  // ---- the sections, for write_sections() -------------------------------------------------------

  void headings() {
    const WeekReport& week = r_.weeks.back();
    out_ += "The last week, " + w::span(week.first_day, week.last_day) + "\n";
    Table table;
    table.add({"consistency", w::consistency(r_)});
    table.add({"progression", w::progression(r_)});
    table.add({"execution", w::execution(r_)});
    out_ += table.text();
  }

  void goals() {
    heading("Goals");
    for (const GoalReport& goal : r_.goals) {
      const std::string way = w::goal_way(goal);
      out_ += wrapped_whole(goal.name + (way.empty() ? "" : " " + way), "  ");
      out_ += wrapped_whole(w::goal_standing(goal), "    ");
      const std::string review = w::goal_review(goal);
      if (!review.empty()) out_ += wrapped_whole(review, "    ");
    }
  }

  void lifts() {
    heading("Lifts, by week (each chart from its lowest to its highest week)");
    Table table;
    for (const LiftReport& lift : r_.lifts) {
      const std::string unit = w::unit(lift, r_.unit);
      std::string now(w::measure(lift));
      if (lift.trend.now) now += " " + w::amount(*lift.trend.now, unit);
      table.add({lift.name, now, spark(lift.weeks), w::short_trend(lift, unit)});
    }
    out_ += table.text();
    for (const LiftReport& lift : r_.lifts)
      if (const auto provisos = w::provisos(lift); lift.trend.now && !provisos.empty())
        out_ += wrapped_whole("e1RM of " + lift.name + ": " + join(provisos, "; "), "  ");
  }

  void metrics() {
    heading("Tracked, weekly means");
    Table table;
    for (const MetricReport& m : r_.metrics)
      if (!m.is_of_lift)
        table.add({m.name, m.trend.now ? w::amount(*m.trend.now, m.unit) : "", spark(m.weeks),
                   w::short_trend(m.trend, m.unit, m.readings_a_week)});
    out_ += table.text();
  }

  void volumes() {
    heading("Hard sets of the last week (# done, . the plan's)");
    Decimal most;
    for (const GroupVolume& v : r_.volumes)
      most = std::max({most, v.weeks.back().done, v.weeks.back().planned.value_or(Decimal())});
    Table table;
    for (const GroupVolume& v : r_.volumes) {
      const WeekVolume& now = v.weeks.back();
      if (now.done == Decimal() && now.planned.value_or(Decimal()) == Decimal()) continue;
      const std::string plan = now.planned ? " of " + w::number(*now.planned) : "";
      table.add({r_.groups[v.group.value], w::number(now.done) + plan,
                 bar(now.done, now.planned.value_or(Decimal()), most)});
    }
    out_ += table.text();
  }

  void adherence() {
    heading("Sessions");
    const std::string of_these = w::of_those_done(r_.adherence);
    out_ += wrapped_whole(w::adherence(r_.adherence) + " in " +
                              counted(static_cast<long>(r_.weeks.size()), "week") +
                              (of_these.empty() ? "" : "; " + of_these),
                          "  ");
    const std::vector<std::string> apart = w::apart(r_.adherence);
    if (!apart.empty()) out_ += wrapped_whole("apart from that: " + join(apart, ", "), "  ");
  }

  void recovery() {
    heading("Recovery");
    out_ += wrapped_whole(w::recovery_note(), "  ");
    Table table;
    table.add({"", "days to recover", "began sore", "over the weeks"});
    for (const GroupRecovery& group : r_.recoveries)
      table.add({r_.groups[group.group.value], w::recovery_days(group), w::sore_at_start(group),
                 w::short_trend(group.trend, "days", 1)});
    out_ += table.text();
    for (const GroupRecovery& group : r_.recoveries) {
      const std::string easier = w::easier_recovery(r_, group);
      if (!easier.empty()) out_ += wrapped_whole(easier, "  ");
    }
  }

  void records() {
    heading("Records");
    for (const LiftReport& lift : r_.lifts) {
      if (lift.records.empty()) continue;
      std::vector<std::string> parts = w::records(lift, r_.unit, kRecords);
      if (lift.best_max) parts.insert(parts.begin(), w::best_max(lift, r_.unit));
      out_ += "  " + lift.name + "\n" + wrapped_whole(join(parts, ", "), "    ");
    }
  }

 private:
  void head() {
    std::string title = "Progress: " + r_.plan;
    if (!r_.athlete.empty()) title += ", " + r_.athlete;
    out_ += wrapped_whole(title, "");
    const int first = r_.first_day.value_or(r_.day);
    out_ += w::span(first, r_.day);
    if (r_.first_day) out_ += ", " + counted(static_cast<long>(r_.weeks.size()), "week");
    out_ += "\n\n";
  }

  void heading(const std::string& title) { out_ += "\n" + title + "\n"; }

  const ProgressReport& r_;
  std::string out_;
};

}  // namespace

std::string report_text(const ProgressReport& report) { return Text(report).write(); }

}  // namespace meso
