#include "runtime/step/slot.h"

#include <algorithm>

#include "runtime/apply_changes.h"

namespace meso {
namespace {

Change added(Changes what, Decimal amount, Unit unit = Unit::none) {
  Change change;
  change.what = what;
  change.how = Change::How::add;
  change.value = Quantity{amount, amount, unit};
  return change;
}
Change added(Changes what, int amount, Unit unit = Unit::none) {
  return added(what, Decimal::whole(amount), unit);
}
Change becomes(Changes what, Quantity value) {
  Change change;
  change.what = what;
  change.how = Change::How::set_to;
  change.value = value;
  return change;
}

// What the change makes of a count, within its own bounds.
int changed(const Change& change, int now) {
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return now;
  Decimal value = Decimal::whole(now);
  switch (change.how) {
    case Change::How::add: value += q->low; break;
    case Change::How::subtract: value += -q->low; break;
    case Change::How::times:
      value = round_to(percent_of(q->low, value), Decimal::whole(1), Rounding::nearest);
      break;
    case Change::How::set_to: value = q->low; break;
  }
  if (const auto most = bound(change.at_most)) value = std::min(value, *most);
  if (const auto least = bound(change.at_least)) value = std::max(value, *least);
  return static_cast<int>(value.floor());
}

void change_sets(SlotState& slot, const Change& change, const Prescription& written,
                 int sets_above_start) {
  if (std::holds_alternative<StartValue>(change.value)) {
    slot.sets_added = 0;
    return;
  }
  const int start = total_sets(written);
  int sets = std::max(1, changed(change, start + slot.sets_added));
  if (!change.at_most) sets = std::min(sets, std::max(start + sets_above_start, start));
  slot.sets_added = sets - start;
}

std::optional<RepRange> written_reps(const Prescription& written) {
  for (const SetGroup& group : written.groups)
    if (group.reps() != nullptr) return group.reps()->reps;
  return std::nullopt;
}

void change_reps(SlotState& slot, const Change& change, const Prescription& written) {
  const bool to_bottom = std::holds_alternative<BottomOfRange>(change.value);
  if (to_bottom || std::holds_alternative<StartValue>(change.value)) {
    slot.reps.reset();
    slot.reps_added = 0;
    return;
  }
  const auto range = written_reps(written);
  if (!range) return;
  if (std::holds_alternative<TopOfRange>(change.value)) {
    slot.reps = RepRange{range->high, range->high};
    slot.reps_added = 0;
    return;
  }
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q != nullptr && change.how == Change::How::set_to) {
    slot.reps = RepRange{{static_cast<int>(q->low.floor())}, {static_cast<int>(q->high.floor())}};
    slot.reps_added = 0;
    return;
  }
  // A bound is for the top of the range.
  const int high = slot.reps.value_or(*range).high.count + slot.reps_added;
  const int least = 1 + high - (slot.reps.value_or(*range).low.count + slot.reps_added);
  slot.reps_added += std::max(changed(change, high), least) - high;
}

// Seconds, whatever the unit of the change.
Change in_seconds(Change change) {
  if (auto* q = std::get_if<Quantity>(&change.value); q != nullptr && q->unit == Unit::minutes)
    *q = {q->low * Decimal::whole(60), q->high * Decimal::whole(60), Unit::seconds};
  for (auto* value : {&change.at_most, &change.at_least})
    if (auto* q = *value ? std::get_if<Quantity>(&**value) : nullptr;
        q != nullptr && q->unit == Unit::minutes)
      *q = {q->low * Decimal::whole(60), q->high * Decimal::whole(60), Unit::seconds};
  return change;
}

template <class Target>
int written_amount(const Prescription& written, auto Target::*range) {
  for (const SetGroup& group : written.groups)
    if (const auto* target = std::get_if<Target>(&group.target)) return (target->*range).high.count;
  return 0;
}

void change_amount(int& slot_added, const Change& change, int written) {
  if (std::holds_alternative<StartValue>(change.value)) {
    slot_added = 0;
    return;
  }
  slot_added = std::max(1, changed(in_seconds(change), written + slot_added)) - written;
}

void change_rir(SlotState& slot, const Change& change) {
  if (std::holds_alternative<StartValue>(change.value)) {
    slot.rir.reset();
    slot.rir_added = Decimal();
    return;
  }
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return;
  if (change.how == Change::How::set_to) {
    slot.rir = *q;
    slot.rir_added = Decimal();
  } else {
    slot.rir_added += change.how == Change::How::subtract ? -q->low : q->low;
  }
}

}  // namespace

void WindowCount::count(bool holds) {
  streak = holds ? streak + 1 : 0;
  (holds ? week : week_missed) += 1;
  (holds ? block : block_missed) += 1;
}

bool WindowCount::fulfils(const Window& window) const {
  switch (window.over) {
    case Window::Over::in_a_row: return streak >= window.times;
    case Window::Over::this_week:
      return window.every ? week > 0 && week_missed == 0 : week >= window.times;
    case Window::Over::this_block:
      return window.every ? block > 0 && block_missed == 0 : block >= window.times;
  }
  return false;
}

const std::vector<Prescription>& stages_of(const Line& line, const SlotState& slot) {
  if (slot.scheme)
    for (const SchemeStages& other : line.other_schemes)
      if (other.scheme == *slot.scheme) return other.stages;
  return written_stages(line);
}

int total_sets(const Prescription& prescription) {
  int sets = 0;
  for (const SetGroup& group : prescription.groups) sets += group.sets.low;
  return sets;
}

void apply_slot(const SlotState& slot, Prescription& prescription) {
  const auto apply = [&](const Change& change) { apply_changes({&change, 1}, prescription); };
  if (slot.reps)
    apply(becomes(Changes::reps, {Decimal::whole(slot.reps->low.count),
                                  Decimal::whole(slot.reps->high.count), Unit::reps}));
  if (slot.reps_added != 0) apply(added(Changes::reps, slot.reps_added));
  if (slot.sets_added != 0) apply(added(Changes::sets, slot.sets_added));
  if (slot.seconds_added != 0) apply(added(Changes::time, slot.seconds_added, Unit::seconds));
  if (slot.meters_added != 0) apply(added(Changes::distance, slot.meters_added, Unit::meters));
  if (slot.rir) apply(becomes(Changes::rir, *slot.rir));
  if (slot.rir_added != Decimal()) apply(added(Changes::rir, slot.rir_added));
}

void change_slot(SlotState& slot, const Change& change, const Prescription& written,
                 int sets_above_start) {
  switch (change.what) {
    case Changes::sets: change_sets(slot, change, written, sets_above_start); break;
    case Changes::reps: change_reps(slot, change, written); break;
    case Changes::time:
      change_amount(slot.seconds_added, change, written_amount(written, &TimeTarget::time));
      break;
    case Changes::distance:
      change_amount(slot.meters_added, change, written_amount(written, &DistanceTarget::distance));
      break;
    case Changes::rir: change_rir(slot, change); break;
    case Changes::rest: slot.rest_added = changed(in_seconds(change), slot.rest_added); break;
    case Changes::stage: to_stage(slot, std::max(0, changed(change, slot.stage + 1) - 1)); break;
    case Changes::scheme:
      if (const auto* scheme = std::get_if<SchemeId>(&change.value)) {
        slot.scheme = *scheme;
        to_stage(slot, 0);
      }
      break;
    case Changes::load:
    case Changes::gap:
    case Changes::reference: break;
  }
}

void restart_windows(SlotState& slot) {
  for (WindowCount& window : slot.windows) window = {};
}

void to_stage(SlotState& slot, int stage) {
  slot.stage = stage;
  slot.resets = 0;
  restart_windows(slot);
}

}  // namespace meso
