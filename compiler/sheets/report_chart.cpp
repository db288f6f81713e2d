#include "compiler/sheets/report_chart.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "compiler/sheets/html_text.h"
#include "compiler/sheets/report_words.h"

namespace meso {
namespace {

struct Box {
  double width, height;
  double left, right, top, bottom;  // margins round the drawing
  double inner_width() const { return width - left - right; }
  double inner_height() const { return height - top - bottom; }
};
constexpr Box kLine{460, 170, 56, 10, 12, 24};
constexpr std::size_t kLeastPoints = 3;  // fewer show nothing that a table doesn't
constexpr Box kBars{300, 110, 26, 6, 8, 20};

std::string open(const Box& box, const ChartFrame& frame) {
  return fmt::format(
      "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-t {}-d\">"
      "<title id=\"{}-t\">{}</title><desc id=\"{}-d\">{}</desc>\n",
      box.width, box.height, frame.id, frame.id, frame.id, html::escape(frame.title), frame.id,
      html::escape(frame.description));
}

// What values become on paper.
class OnPaper {
 public:
  OnPaper(double low, double high, double from, double to)
      : low_(low), high_(high), from_(from), to_(to) {}
  double operator()(double value) const {
    return from_ + (value - low_) / (high_ - low_) * (to_ - from_);
  }

 private:
  double low_, high_, from_, to_;
};

// 1, 2, 2.5 or 5 times a power of ten, so that about four of them make the range.
double step_of(double range) {
  const double rough = std::max(range, 1e-6) / 4;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (factor * power >= rough * 0.999) return factor * power;
  return 10 * power;
}

struct Axis {
  double low, high, step;
};

Axis axis_of(double low, double high) {
  if (high - low < 1e-9) {
    const double pad = std::max(std::abs(high) * 0.05, 0.5);
    low -= pad;
    high += pad;
  }
  const double step = step_of(high - low);
  return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

std::string tick_text(double value) {
  const auto milli = static_cast<std::int64_t>(std::llround(value * 1000));
  return Decimal::ratio(milli, 1000).text();
}

// Horizontal hairlines with their numbers, the highest with its unit.
std::string grid(const Box& box, const Axis& axis, const OnPaper& y, std::string_view unit) {
  std::string out;
  const int lines = static_cast<int>(std::lround((axis.high - axis.low) / axis.step));
  for (int i = 0; i <= lines; ++i) {
    const double value = axis.low + i * axis.step;
    out += fmt::format("<path class=\"grid\" d=\"M{:.1f} {:.1f}H{:.1f}\"/>", box.left, y(value),
                       box.width - box.right);
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
                       box.left - 5, y(value) + 4,
                       i == lines && !unit.empty() ? tick_text(value) + " " + html::escape(unit)
                                                   : tick_text(value));
  }
  return out;
}

// The first and the last day, below the drawing.
std::string dates(const Box& box, const ChartFrame& frame) {
  const double y = box.height - 6;
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>"
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
      box.left, y, text(Date{frame.first_day}), box.width - box.right, y,
      text(Date{frame.last_day}));
}

Axis axis_for(const std::vector<Point>& points, const std::optional<Decimal>& target) {
  double low = points.front().value.to_double(), high = low;
  const auto add = [&](double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  };
  for (const Point& p : points) add(p.value.to_double());
  if (target) add(target->to_double());
  return axis_of(low, high);
}

std::string mean_line(const ChartFrame& frame, const std::vector<WeekMean>& means, const OnPaper& x,
                      const OnPaper& y) {
  if (means.size() < 2) return "";
  std::string path;
  for (const WeekMean& m : means) {
    // In the middle of its week, as far as that lies in the chart.
    const int day = std::max(frame.last_day - 7 * m.week - 3, frame.first_day);
    path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x(day), y(m.mean.to_double()));
  }
  return "<path class=\"mean\" d=\"" + path + "\"/>\n";
}

std::string dots(const std::vector<Point>& points, const OnPaper& x, const OnPaper& y) {
  std::string out;
  for (const Point& p : points)
    out += fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"/>",
                       p.counts ? "dot" : "dot out", x(p.day), y(p.value.to_double()));
  return out + "\n";
}

}  // namespace

std::string line_chart(const ChartFrame& frame, const std::vector<Point>& points,
                       const std::vector<WeekMean>& means, std::optional<Decimal> target) {
  if (points.size() < kLeastPoints) return "";
  const Box& box = kLine;
  const Axis axis = axis_for(points, target);
  const int last = std::max(frame.last_day, frame.first_day + 1);
  const OnPaper x(frame.first_day, last, box.left + 4, box.width - box.right - 4);
  const OnPaper y(axis.low, axis.high, box.height - box.bottom, box.top);
  std::string out = open(box, frame) + grid(box, axis, y, frame.unit);
  if (target) {
    const double at = y(target->to_double());
    out += fmt::format("<path class=\"target\" d=\"M{:.1f} {:.1f}H{:.1f}\"/>", box.left, at,
                       box.width - box.right);
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">goal {}</text>\n", box.left + 4,
                       at < box.top + 14 ? at + 12 : at - 4, report_words::number(*target));
  }
  out += mean_line(frame, means, x, y) + dots(points, x, y) + dates(box, frame);
  return out + "</svg>\n";
}

std::string week_bars(const ChartFrame& frame, const std::vector<WeekVolume>& weeks, Decimal most) {
  if (weeks.empty()) return "";
  const Box& box = kBars;
  const Axis axis = axis_of(0, std::max(most.to_double(), 1.0));
  const OnPaper y(axis.low, axis.high, box.height - box.bottom, box.top);
  const double slot = box.inner_width() / static_cast<double>(weeks.size());
  std::string out = open(box, frame) + grid(box, axis, y, "");
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const double left = box.left + slot * static_cast<double>(i) + slot * 0.15;
    const double top = y(weeks[i].done.to_double());
    out += fmt::format(
        "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", left,
        top, slot * 0.7, y(0) - top);
    if (weeks[i].planned)
      out += fmt::format("<path class=\"plan\" d=\"M{:.1f} {:.1f}h{:.1f}\"/>", left - slot * 0.1,
                         y(weeks[i].planned->to_double()), slot * 0.9);
  }
  out += "\n" + dates(box, frame);
  return out + "</svg>\n";
}

}  // namespace meso
