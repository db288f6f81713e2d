#include "tests/verify/body.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace meso::test {
namespace {

int days_up(Decimal hours) { return static_cast<int>((hours.floor() + 23) / 24); }

// Most people's gap: the novice's for light and usual bouts, else the athlete's own. A bout that
// has none, novel and heavy, counts as a novel one.
int typical_days(BoutClass bout_class, Level level) {
  const BoutClass read = std::min(bout_class, BoutClass::novel);
  const Level whose = read <= BoutClass::usual ? Level::novice : level;
  return days_up(Decimal::whole(ungated_gap_hours(read, whose, EnvelopeMode::typical).value()));
}

DaysOfClass days_of(BoutClass bout_class, Level level) {
  const RecoveryRow& row = recovery_row(bout_class);
  const Bounds& force = level == Level::novice ? row.force_novice : row.force_trained;
  DaysOfClass days;
  days.sore = days_up(row.below_three.worst);
  days.tender = days_up(row.gone.worst);
  days.peak = static_cast<int>(row.peak_soreness.worst.floor());
  days.weak = days_up(force.worst);
  days.too_weak = static_cast<int>(force.best.floor() / 24);
  days.unseen = days_up(row.onset.worst);
  days.typical = typical_days(bout_class, level);
  return days;
}

const DaysOfClass& row(const Envelope& envelope, BoutClass bout_class) {
  return envelope[static_cast<std::size_t>(bout_class)];
}

// From so many days on the bout is as if it had never been, but for being the last.
int over_after(const DaysOfClass& days) {
  return std::max({days.sore, days.tender, days.weak, days.too_weak, days.unseen, days.typical});
}

}  // namespace

Envelope envelope_of(Level level) {
  Envelope envelope;
  for (std::size_t i = 0; i < envelope.size(); ++i)
    envelope[i] = days_of(static_cast<BoutClass>(i), level);
  return envelope;
}

void Body::trained(GroupId group, BoutClass bout_class, int day) {
  // Of two bouts of one class the later one lasts longer in everything.
  std::erase_if(bouts_,
                [&](const Bout& b) { return b.group == group && b.bout_class == bout_class; });
  bouts_.push_back({group, bout_class, day});
}

const Body::Bout* Body::last(GroupId group) const {
  const auto found =
      std::find_if(bouts_.rbegin(), bouts_.rend(), [&](const Bout& b) { return b.group == group; });
  return found == bouts_.rend() ? nullptr : &*found;
}

int Body::sorest(const Envelope& envelope, GroupId group, int day) const {
  int sorest = 0;
  for (const Bout& bout : bouts_) {
    if (bout.group != group) continue;
    const DaysOfClass& days = row(envelope, bout.bout_class);
    const int since = day - bout.day;
    const int felt = since < days.sore ? days.peak : since < days.tender ? 2 : 0;
    sorest = std::max(sorest, felt);
  }
  return sorest;
}

bool Body::may_be_strong(const Envelope& envelope, GroupSet groups, int day) const {
  return std::none_of(bouts_.begin(), bouts_.end(), [&](const Bout& bout) {
    return holds(groups, bout.group) && day - bout.day < row(envelope, bout.bout_class).too_weak;
  });
}

bool Body::may_be_weak(const Envelope& envelope, GroupSet groups, int day) const {
  return std::any_of(bouts_.begin(), bouts_.end(), [&](const Bout& bout) {
    return holds(groups, bout.group) && day - bout.day < row(envelope, bout.bout_class).weak;
  });
}

void Body::forget(const Envelope& envelope, int day) {
  GroupSet felt = 0;
  for (const Bout& bout : bouts_)
    if (day - bout.day < over_after(row(envelope, bout.bout_class))) felt |= group_bit(bout.group);
  const auto is_past = [&](const Bout& bout) {
    if (day - bout.day < over_after(row(envelope, bout.bout_class))) return false;
    const bool is_last = bout.day == last(bout.group)->day;
    return !is_last || (!holds(felt, bout.group) && bout.bout_class != BoutClass::novel_heavy);
  };
  std::vector<Bout> left;
  std::remove_copy_if(bouts_.begin(), bouts_.end(), std::back_inserter(left), is_past);
  bouts_ = std::move(left);
}

void Body::write(std::string& out, const Envelope& envelope, int day) const {
  for (const Bout& bout : bouts_) {
    const int most = over_after(row(envelope, bout.bout_class));
    out += static_cast<char>(bout.group.value);
    out += static_cast<char>(bout.bout_class);
    out += static_cast<char>(std::min(day - bout.day, most));
  }
}

}  // namespace meso::test
