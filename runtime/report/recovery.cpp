#include "runtime/report/recovery.h"

#include <algorithm>

#include "runtime/report/volume.h"

namespace meso {
namespace {

struct Soreness {  // of one group on one day
  int day = 0;
  int report = 0;
};

using SorenessReports = std::vector<Soreness>;

// By group; a second report of a day takes the place of the first.
std::vector<SorenessReports> reports_by_group(const History& history, std::size_t groups,
                                              int today) {
  std::vector<SorenessReports> out(groups);
  for (const LoggedCheckIn& check_in : history.check_ins)
    for (std::uint32_t g = 0; g < groups && check_in.day <= today; ++g) {
      const int report = check_in.answers[GroupId{g}];
      if (report == CheckIn::kUnanswered) continue;
      if (!out[g].empty() && out[g].back().day == check_in.day)
        out[g].back().report = report;
      else
        out[g].push_back({check_in.day, report});
    }
  return out;
}

// Directly trained, or by so many sets that the edition says it is trained.
GroupSet trained_by(const Plan& plan, const Edition& edition, const LiftedSession& session,
                    const std::vector<Decimal>& sets) {
  GroupSet groups = 0;
  for (std::uint32_t g = 0; g < sets.size(); ++g)
    if (sets[g] >= edition.trains_sets) groups |= group_bit(GroupId{g});
  for (const LiftedLine& line : session.lines)
    for (const MuscleShare& muscle : plan.exercises[line.exercise].muscles)
      if (muscle.share >= Decimal::whole(1)) groups |= group_bit(muscle.group);
  return groups;
}

using Bouts = std::vector<RecoveryBout>;

std::vector<Bouts> bouts_by_group(const RunPlan& run, const std::vector<LiftedSession>& sessions,
                                  int today) {
  std::vector<Bouts> out(run.plan().groups.size());
  for (const LiftedSession& session : sessions) {
    if (session.day() > today) continue;
    const std::vector<Decimal> sets = hard_sets_done(run.plan(), session);
    for_each_group(trained_by(run.plan(), run.edition(), session, sets), [&](GroupId g) {
      Bouts& bouts = out[g.value];
      if (bouts.empty() || bouts.back().day != session.day()) {
        bouts.emplace_back();
        bouts.back().day = session.day();
      }
      bouts.back().hard_sets += sets[g.value];
    });
  }
  return out;
}

// Reports behind the bout, up to and with the morning on which the group is trained again. A low
// report before a high one is no recovery: what comes back wasn't over.
void follow(RecoveryBout& bout, const SorenessReports& reports, int until, int fresh) {
  auto at = std::upper_bound(reports.begin(), reports.end(), bout.day,
                             [](int day, const Soreness& s) { return day < s.day; });
  const int last = std::min(until, bout.day + kMostDays);
  const bool is_asked_in_time = at != reports.end() && at->day <= bout.day + kPeakDays;
  for (int before = bout.day; at != reports.end() && at->day <= last; before = at++->day) {
    if (is_asked_in_time) bout.peak = std::max(bout.peak.value_or(0), at->report);
    if (at->report > fresh) {
      bout.days.reset();
      bout.exact = false;
    } else if (!bout.days) {
      bout.days = at->day - bout.day;
      bout.exact = at->day == before + 1;
    }
  }
}

void count_start(GroupRecovery& group, const SorenessReports& reports, int day,
                 int functional_from) {
  const auto at = std::lower_bound(reports.begin(), reports.end(), day,
                                   [](const Soreness& s, int d) { return s.day < d; });
  if (at == reports.end() || at->day != day) return;
  ++group.asked_at_start;
  if (at->report >= functional_from) ++group.sore_at_start;
}

struct Half {
  std::vector<Decimal> sets, peaks, days;
};

Half half_of(const std::vector<const RecoveryBout*>& bouts, std::size_t from, std::size_t to) {
  Half half;
  for (std::size_t i = from; i < to; ++i) {
    half.sets.push_back(bouts[i]->hard_sets);
    half.peaks.push_back(Decimal::whole(bouts[i]->peak.value_or(0)));
    if (bouts[i]->exact) half.days.push_back(Decimal::whole(bouts[i]->days.value_or(0)));
  }
  return half;
}

// Half a point, or half a day, is more than a wobble of the median. As much work means as much in
// all, too: a median doesn't see that some sessions became short.
bool is_better(const Halves& h, const Half& before, const Half& now) {
  const Decimal least = Decimal::ratio(1, 2);
  const Decimal nearly = Decimal::whole(95);
  const bool as_much = h.sets_now >= percent_of(nearly, h.sets_before) &&
                       mean(now.sets) >= percent_of(nearly, mean(before.sets));
  const bool less_sore = h.peak_before - h.peak_now >= least;
  const bool faster = h.days_before && h.days_now && *h.days_before - *h.days_now >= least;
  const bool slower = h.days_before && h.days_now && *h.days_now - *h.days_before >= least;
  const bool sorer = h.peak_now - h.peak_before >= least;
  return as_much && ((less_sore && !slower) || (faster && !sorer));
}

std::optional<Halves> halves_of(const Bouts& bouts) {
  std::vector<const RecoveryBout*> known;
  for (const RecoveryBout& bout : bouts)
    if (bout.peak) known.push_back(&bout);
  const std::size_t middle = known.size() / 2;
  if (middle < kHalfOfBouts) return std::nullopt;
  const Half before = half_of(known, 0, middle);
  const Half now = half_of(known, known.size() - middle, known.size());
  Halves halves{
      median(before.sets), median(now.sets), median(before.peaks), median(now.peaks), {}, {}};
  if (before.days.size() >= kHalfOfBouts && now.days.size() >= kHalfOfBouts) {
    halves.days_before = median(before.days);
    halves.days_now = median(now.days);
  }
  halves.better = is_better(halves, before, now);
  return halves;
}

TrendRule days_rule() {
  TrendRule rule;
  rule.readings_a_week = 1;
  rule.least = Decimal::ratio(1, 2);
  return rule;
}

GroupRecovery recovery_of(const Edition& edition, GroupId id, Bouts bouts,
                          const SorenessReports& reports, const Weeks& weeks) {
  GroupRecovery group;
  group.group = id;
  std::vector<Point> points;
  std::vector<Decimal> days;
  for (std::size_t i = 0; i < bouts.size(); ++i) {
    const int until = i + 1 < bouts.size() ? bouts[i + 1].day : weeks.today;
    follow(bouts[i], reports, until, edition.train_soreness_at_most);
    count_start(group, reports, bouts[i].day, edition.functional_from);
    if (!bouts[i].exact) continue;
    days.push_back(Decimal::whole(*bouts[i].days));
    points.push_back({bouts[i].day, days.back()});
  }
  group.exact = static_cast<int>(days.size());
  group.median_days = median(std::move(days));
  group.trend = trend_of(week_means(points, weeks), days_rule());
  group.halves = halves_of(bouts);
  group.bouts = std::move(bouts);
  return group;
}

}  // namespace

std::vector<GroupRecovery> group_recoveries(const RunPlan& run, const History& history,
                                            const std::vector<LiftedSession>& sessions,
                                            const Weeks& weeks) {
  const auto reports = reports_by_group(history, run.plan().groups.size(), weeks.today);
  auto bouts = bouts_by_group(run, sessions, weeks.today);
  std::vector<GroupRecovery> out;
  for (std::uint32_t g = 0; g < bouts.size(); ++g)
    if (!bouts[g].empty() && !reports[g].empty())
      out.push_back(recovery_of(run.edition(), GroupId{g}, std::move(bouts[g]), reports[g], weeks));
  return out;
}

}  // namespace meso
