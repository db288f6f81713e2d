#include "runtime/step/reports.h"

#include <algorithm>
#include <cmath>

namespace meso {
namespace {

constexpr int kKeptDays = 70;  // longer than any `for N days`

void keep_recent(std::vector<Report>& reports, int today) {
  const auto first = std::find_if(reports.begin(), reports.end(),
                                  [&](const Report& r) { return r.day > today - kKeptDays; });
  if (first - reports.begin() > 8) reports.erase(reports.begin(), first);
}

void merge(Report& report, const CheckIn& answers) {
  take_answered(report.soreness, answers.soreness, CheckIn::kUnanswered);
  take_answered(report.scales, answers.scales, CheckIn::kUnanswered);
  take_answered(report.functional, answers.functional, Truth::unknown);
  if (answers.pain_answered) {
    report.pain_answered = true;
    report.worst_pain = Pain::none;
    for (const PainReport& p : answers.pains)
      report.worst_pain = std::max(report.worst_pain, p.pain);
  }
  for (const auto& own : answers.own) {
    std::erase_if(report.own, [&](const auto& known) { return known.first == own.first; });
    report.own.push_back(own);
  }
}

void begin(Report& report, int day) {
  report.day = day;
  report.soreness.fill(CheckIn::kUnanswered);
  report.scales.fill(CheckIn::kUnanswered);
  report.functional.fill(Truth::unknown);
}

void add_reading(std::vector<MorningReading>& readings, int day,
                 const std::optional<Decimal>& value) {
  if (!value) return;
  std::erase_if(readings,
                [&](const MorningReading& r) { return r.day == day || r.day < day - 60; });
  readings.push_back({day, *value});
}

struct Spread {
  int count = 0;
  double mean = 0, deviation = 0;
};

Spread spread(const std::vector<MorningReading>& readings, int from, int to, bool logarithmic) {
  Spread s;
  double sum = 0, squares = 0;
  for (const MorningReading& r : readings) {
    if (r.day < from || r.day > to) continue;
    const double value =
        logarithmic ? std::log(std::max(r.value.to_double(), 1.0)) : r.value.to_double();
    ++s.count;
    sum += value;
    squares += value * value;
  }
  if (s.count == 0) return s;
  s.mean = sum / s.count;
  s.deviation = std::sqrt(std::max(squares / s.count - s.mean * s.mean, 0.0));
  return s;
}

std::optional<Baseline> against_baseline(const std::vector<MorningReading>& readings,
                                         const Edition& edition, int day, bool logarithmic) {
  const int week = edition.baseline_mean_days;
  const Spread now = spread(readings, day - week + 1, day, logarithmic);
  const Spread before =
      spread(readings, day - week - edition.baseline_days + 1, day - week, logarithmic);
  if (now.count < edition.baseline_mean_readings || before.count < edition.baseline_readings)
    return std::nullopt;
  const double band = before.deviation * edition.baseline_band.to_double();
  if (now.mean < before.mean - band) return Baseline::below;
  return now.mean > before.mean + band ? Baseline::above : Baseline::at;
}

}  // namespace

void Reports::add(int day, const CheckIn& answers) {
  if (reports_.empty() || reports_.back().day != day) {
    keep_recent(reports_, day);
    begin(reports_.emplace_back(), day);
  }
  merge(reports_.back(), answers);
  add_reading(hrv_, day, answers.hrv);
  add_reading(pulse_, day, answers.resting_heart_rate);
}

const Report* Reports::on(int day) const {
  for (auto at = reports_.rbegin(); at != reports_.rend() && at->day >= day; ++at)
    if (at->day == day) return &*at;
  return nullptr;
}

int Reports::last_soreness(GroupId group, int before) const {
  for (auto at = reports_.rbegin(); at != reports_.rend(); ++at)
    if (at->day < before && at->soreness[group.value] != CheckIn::kUnanswered)
      return at->soreness[group.value];
  return CheckIn::kUnanswered;
}

std::optional<bool> Reports::never_above(GroupSet groups, int limit, int from, int to) const {
  std::optional<bool> never;
  for (auto report = reports_.rbegin(); report != reports_.rend() && report->day >= from;
       ++report) {
    if (report->day > to) continue;
    for_each_group(groups, [&](GroupId g) {
      const int sore = report->soreness[g.value];
      if (sore != CheckIn::kUnanswered) never = never.value_or(true) && sore <= limit;
    });
  }
  return never;
}

std::optional<Baseline> Reports::hrv(const Edition& edition, int day) const {
  return against_baseline(hrv_, edition, day, true);
}

std::optional<Baseline> Reports::resting_heart_rate(const Edition& edition, int day) const {
  return against_baseline(pulse_, edition, day, false);
}

}  // namespace meso
