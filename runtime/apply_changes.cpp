#include "runtime/apply_changes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace meso {
namespace {

const Quantity* quantity_of(const std::optional<std::variant<Quantity, ParameterRef>>& value) {
  return value ? std::get_if<Quantity>(&*value) : nullptr;
}

}  // namespace

std::optional<Decimal> bound(const std::optional<std::variant<Quantity, ParameterRef>>& value) {
  const Quantity* q = quantity_of(value);
  return q == nullptr ? std::nullopt : std::optional(q->low);
}

namespace {

const Decimal kHundred = Decimal::whole(100);

// Fractions go to the nearest whole number, ties down; what is left is at least one.
int scaled(int n, Decimal percent, Rounding mode) {
  const Decimal exact = percent_of(percent, Decimal::whole(n));
  return std::max(1, static_cast<int>(round_to(exact, Decimal::whole(1), mode).floor()));
}

Decimal within_bounds(const Change& change, Decimal value) {
  if (const Quantity* most = quantity_of(change.at_most)) value = std::min(value, most->low);
  if (const Quantity* least = quantity_of(change.at_least)) value = std::max(value, least->low);
  return value;
}

// What `value` makes of a count, as the change says.
int changed_by(const Change& change, Decimal value, int n, int least, Rounding mode) {
  const int by = static_cast<int>(value.floor());
  const auto bounded = [&](int count) {
    const Decimal within = within_bounds(change, Decimal::whole(count));
    return std::max(least, static_cast<int>(within.floor()));
  };
  switch (change.how) {
    case Change::How::add: return bounded(n + by);
    case Change::How::subtract: return bounded(n - by);
    case Change::How::times: return bounded(scaled(n, value, mode));
    case Change::How::set_to: return bounded(by);
  }
  return n;
}

int changed_count(const Change& change, int n, int least, Rounding mode) {
  const auto* q = std::get_if<Quantity>(&change.value);
  return q == nullptr ? n : changed_by(change, q->low, n, least, mode);
}

// Both ends of a range move alike; `to 6-8` sets each.
std::pair<int, int> changed_ends(const Change& change, int low, int high, int least = 1) {
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return {low, high};
  return {changed_by(change, q->low, low, least, Rounding::nearest),
          changed_by(change, q->high, high, least, Rounding::nearest)};
}

// Added sets join the heaviest group without `+`.
std::size_t heaviest_group(const std::vector<SetGroup>& groups) {
  const auto weight = [](const SetGroup& g) {
    if (const auto* p = std::get_if<PercentLoad>(&g.load)) return p->high.value;
    if (const auto* a = std::get_if<AbsoluteLoad>(&g.load)) return a->high.amount;
    return Decimal();
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const bool better = groups[best].amrap() != groups[i].amrap()
                            ? groups[best].amrap()
                            : weight(groups[i]) > weight(groups[best]);
    if (better) best = i;
  }
  return best;
}

// Makes the `end` of the groups' set counts add up to `total`: sets come off the end.
void fit_total(std::vector<SetGroup>& groups, int Range::*end, int total) {
  int now = 0;
  for (const SetGroup& g : groups) now += g.sets.*end;
  if (now < total) groups[heaviest_group(groups)].sets.*end += total - now;
  for (std::size_t i = groups.size(); i > 0 && now > total; --i) {
    const int off = std::min(now - total, groups[i - 1].sets.*end);
    groups[i - 1].sets.*end -= off;
    now -= off;
  }
}

void change_sets(const Change& change, Prescription& p, Rounding mode) {
  if (std::holds_alternative<StartValue>(change.value)) return;
  if (p.total_reps && change.how == Change::How::times) {
    p.total_reps = scaled(*p.total_reps, std::get<Quantity>(change.value).low, mode);
    return;
  }
  if (p.groups.empty()) return;
  int low = 0, high = 0;
  for (const SetGroup& g : p.groups) {
    low += g.sets.low;
    high += g.sets.high;
  }
  const int new_low = changed_count(change, low, 1, mode);
  const int new_high = changed_count(change, high, 1, mode);
  fit_total(p.groups, &Range::high, new_high);
  fit_total(p.groups, &Range::low, new_low);
  std::erase_if(p.groups, [](const SetGroup& g) { return g.sets.high == 0; });
  for (SetGroup& g : p.groups) g.sets.low = std::min(std::max(g.sets.low, 1), g.sets.high);
}

void change_reps(const Change& change, Prescription& p) {
  for (SetGroup& g : p.groups) {
    auto* target = std::get_if<RepTarget>(&g.target);
    if (target == nullptr) continue;
    RepRange& reps = target->reps;
    if (std::holds_alternative<BottomOfRange>(change.value))
      reps.high = reps.low;
    else if (std::holds_alternative<TopOfRange>(change.value))
      reps.low = reps.high;
    else {
      const auto [low, high] = changed_ends(change, reps.low.count, reps.high.count);
      reps = {{low}, {high}};
    }
  }
}

// Minutes as seconds, in the value and in its bounds.
Change in_seconds(Change change) {
  const auto turn = [](Quantity& q) {
    if (q.unit == Unit::minutes)
      q = {q.low * Decimal::whole(60), q.high * Decimal::whole(60), Unit::seconds};
  };
  if (auto* q = std::get_if<Quantity>(&change.value)) turn(*q);
  for (auto* value : {&change.at_most, &change.at_least})
    if (*value)
      if (auto* q = std::get_if<Quantity>(&**value)) turn(*q);
  return change;
}

// Whole seconds and metres, both ends of a range.
template <class Target>
void change_amount(const Change& change, Prescription& p, auto Target::*range) {
  const Change in_units = in_seconds(change);
  for (SetGroup& g : p.groups)
    if (auto* target = std::get_if<Target>(&g.target)) {
      auto& amounts = target->*range;
      const auto [low, high] = changed_ends(in_units, amounts.low.count, amounts.high.count);
      amounts = {{low}, {high}};
    }
}

void change_rir(const Change& change, Prescription& p) {
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return;
  const Decimal sign = Decimal::whole(change.how == Change::How::subtract ? -1 : 1);
  for (SetGroup& g : p.groups) {
    if (change.how == Change::How::set_to) {
      g.effort = Effort{{q->low}, {q->high}, g.effort && g.effort->as_rpe};
    } else if (g.effort) {
      const auto clamped = [&](Decimal d) {
        return std::clamp(within_bounds(change, d), Decimal(), Decimal::whole(6));
      };
      g.effort->low.value = clamped(g.effort->low.value + sign * q->low);
      g.effort->high.value = clamped(g.effort->high.value + sign * q->low);
    }
  }
}

// A back-off follows its top set, which is changed itself.
void scale_load(SetGroup& g, Decimal percent) {
  if (std::holds_alternative<TopSetLoad>(g.load)) return;
  const auto by = [&](Decimal d) { return percent_of(percent, d); };
  if (g.load_added) g.load_added->amount = by(g.load_added->amount);
  if (auto* p = std::get_if<PercentLoad>(&g.load)) {
    p->low.value = by(p->low.value);
    p->high.value = by(p->high.value);
  } else if (auto* a = std::get_if<AbsoluteLoad>(&g.load)) {
    a->low.amount = by(a->low.amount);
    a->high.amount = by(a->high.amount);
  } else {
    g.load_percent.value = by(g.load_percent.value);
  }
}

void add_load(SetGroup& g, Load load) {
  if (std::holds_alternative<TopSetLoad>(g.load)) return;
  if (auto* a = std::get_if<AbsoluteLoad>(&g.load)) {
    a->low.amount += load.amount;
    a->high.amount += load.amount;
  } else if (g.load_added) {
    g.load_added->amount += load.amount;
  } else {
    g.load_added = load;
  }
}

// A bound is a load, so it holds for written loads; what another load will be isn't known yet.
void bound_load(const Change& change, SetGroup& g) {
  auto* a = std::get_if<AbsoluteLoad>(&g.load);
  if (a == nullptr) return;
  a->low.amount = within_bounds(change, a->low.amount);
  a->high.amount = within_bounds(change, a->high.amount);
}

void change_load(const Change& change, Prescription& p) {
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return;
  const bool minus = change.how == Change::How::subtract;
  for (SetGroup& g : p.groups) {
    if (change.how == Change::How::times)
      scale_load(g, q->low);
    else if (q->unit == Unit::percent)
      scale_load(g, minus ? kHundred - q->low : kHundred + q->low);
    else {
      const Load load{minus ? -q->low : q->low, q->unit == Unit::kg ? MassUnit::kg : MassUnit::lb};
      if (change.how == Change::How::set_to) {
        g.load = AbsoluteLoad{load, load};
        g.load_percent = kWhole;
        g.load_added.reset();
      } else {
        add_load(g, load);
      }
    }
    bound_load(change, g);
  }
}

void change_rest(const Change& change, Line& line) {
  if (!line.rest && change.how != Change::How::set_to) return;
  const TimeRange now = line.rest.value_or(TimeRange{});
  const auto [low, high] = changed_ends(in_seconds(change), now.low.count, now.high.count, 0);
  line.rest = TimeRange{{low}, {high}};
}

}  // namespace

void apply_changes(std::span<const Change> changes, Prescription& prescription,
                   Rounding sets_mode) {
  for (const Change& change : changes) {
    switch (change.what) {
      case Changes::sets: change_sets(change, prescription, sets_mode); break;
      case Changes::reps: change_reps(change, prescription); break;
      case Changes::time: change_amount(change, prescription, &TimeTarget::time); break;
      case Changes::distance: change_amount(change, prescription, &DistanceTarget::distance); break;
      case Changes::rir: change_rir(change, prescription); break;
      case Changes::load: change_load(change, prescription); break;
      case Changes::rest:
      case Changes::scheme:
      case Changes::gap:
      case Changes::stage:
      case Changes::reference: break;
    }
  }
}

void apply_rest_changes(std::span<const Change> changes, Line& line) {
  for (const Change& change : changes)
    if (change.what == Changes::rest) change_rest(change, line);
}

}  // namespace meso
