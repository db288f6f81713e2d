#include "tests/journal/journal_draw.h"

#include <string_view>

namespace meso::test {
namespace {

using rc::gen::elementOf;
using rc::gen::inRange;

bool coin() { return *rc::gen::arbitrary<bool>(); }

std::string_view exercise() {
  return *elementOf(std::vector<std::string_view>{"back squat", "45 degree back extension",
                                                  "chin-up", "21s curl", "Kniebeuge tief \u00FC",
                                                  "any push", "1 and 1 4 squat"});
}
std::string_view name() {
  return *elementOf(std::vector<std::string_view>{"Lower A", "3x5, a # and more", "\u00DCbung 1",
                                                  "end", "2026-11-23"});
}
std::string_view words() {
  return *elementOf(std::vector<std::string_view>{"quads", "lower back", "left knee", "grip",
                                                  "movement quality"});
}
Decimal halves(int low, int high) { return Decimal::ratio(*inRange(2 * low, 2 * high + 1), 2); }

Load load() {
  const bool kg = coin();
  return {Decimal::ratio(*inRange(0, kg ? 2801 : 6001), 4), kg ? MassUnit::kg : MassUnit::lb};
}

DoneSet done_set() {
  DoneSet set;
  set.of = static_cast<DoneSet::Of>(*inRange(0, 3));
  set.amount = *inRange(0, 1000);
  if (coin()) set.load = load();
  set.bodyweight = *inRange(0, 4) == 0;
  if (set.bodyweight && set.load && coin() && set.load->amount > Decimal())
    set.load->amount = -set.load->amount;
  if (coin()) set.rir = Rir{halves(0, 10)};
  return set;
}

WrittenReading reading(std::string_view what, std::string_view of, std::string_view word,
                       Decimal number, std::string_view unit = "") {
  WrittenReading out;
  out.what = what;
  out.of = of;
  out.word = word;
  out.number = number;
  out.unit = unit;
  return out;
}

std::vector<WrittenReading> felt() {
  std::vector<WrittenReading> out;
  if (coin()) out.push_back(reading("soreness", "quads", "", Decimal::whole(*inRange(0, 11))));
  if (coin()) out.push_back(reading("soreness", "lower back", "", Decimal::whole(3)));
  if (coin()) out.push_back(reading("grip", "", "", halves(0, 9)));
  if (coin()) out.push_back(reading("soreness alters form", "", coin() ? "yes" : "no", {}));
  for (const std::string_view scale : {"energy", "sleep", "stress", "mood"})
    if (coin()) out.push_back(reading(scale, "", "", Decimal::whole(*inRange(1, 6))));
  if (coin()) out.push_back(reading("HRV", "", "", Decimal::ratio(625, 10)));
  if (coin()) out.push_back(reading("soreness", "calves", "", Decimal::whole(1)));
  if (coin()) out.push_back(reading("resting heart rate", "", "", Decimal::whole(55)));
  if (coin()) out.push_back(reading("waist", "", "", Decimal::ratio(845, 10), "cm"));
  return out;
}
std::vector<WrittenReading> harms() {
  std::vector<WrittenReading> out;
  if (coin()) out.push_back(reading("pain", coin() ? words() : "", coin() ? "dull" : "sharp", {}));
  if (coin()) out.push_back(reading("red flag", "", coin() ? "none" : "chest pain", {}));
  return out;
}
std::vector<WrittenReading> maxes() {
  std::vector<WrittenReading> out;
  if (coin()) out.push_back(reading("training max", exercise(), "", Decimal::whole(140), "kg"));
  if (coin()) out.push_back(reading("5RM", exercise(), "", Decimal::ratio(4051, 10), "lb"));
  if (coin()) out.push_back(reading("bodyweight", "", "", Decimal::ratio(825, 10), "kg"));
  return out;
}
void append(std::vector<WrittenReading>& all, const std::vector<WrittenReading>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

DoneExercise done_exercise() {
  DoneExercise done;
  done.name = exercise();
  done.skipped = *inRange(0, 5) == 0;
  if (done.skipped) return done;
  if (coin()) done.instead_of = exercise();
  done.sets = *done_sets();
  return done;
}

void fill_body(EntryKind kind, Entry& entry) {
  if (kind == EntryKind::check_in) {
    append(entry.readings, felt());
    append(entry.readings, harms());
    append(entry.readings, maxes());
    if (coin()) entry.probe = Probe{exercise(), done_set(), 0};
  } else if (kind == EntryKind::athlete) {
    append(entry.readings, maxes());
  } else if (kind == EntryKind::session || kind == EntryKind::off_plan) {
    for (int i = *inRange(0, 4); i > 0; --i) entry.exercises.push_back(done_exercise());
    append(entry.readings, harms());
  }
  if (coin()) entry.notes.push_back(name());
}

void fill_head(EntryKind kind, Entry& entry) {
  const bool has_name = kind == EntryKind::session || kind == EntryKind::skip ||
                        kind == EntryKind::drop || kind == EntryKind::overruled ||
                        kind == EntryKind::rename;
  if (has_name) entry.name = name();
  if (kind == EntryKind::rename) entry.to = name();
  if (kind == EntryKind::session) {
    if (coin()) entry.block = name();
    if (coin()) entry.week = *inRange(1, 100);
    entry.lightened = coin();
    entry.broken_off = coin();
  }
  if (kind == EntryKind::move) {
    entry.block = name();
    entry.week = *inRange(1, 100);
  }
  if (kind == EntryKind::unavailable) entry.until = Date{entry.date.day_number + *inRange(0, 99)};
  if (kind == EntryKind::drop || kind == EntryKind::overruled || kind == EntryKind::cleared)
    entry.person = name();
  const bool must_say = kind == EntryKind::overruled || kind == EntryKind::red_flag;
  const bool may_say = kind == EntryKind::skip || kind == EntryKind::drop ||
                       kind == EntryKind::unavailable || kind == EntryKind::cleared;
  if (must_say || (may_say && coin())) entry.reason = name();
}

Entry one_entry() {
  Entry entry;
  entry.kind = static_cast<EntryKind>(*inRange(0, static_cast<int>(EntryKind::remove) + 1));
  entry.date = Date{*inRange(0, 40'000)};
  EntryKind filled = entry.kind;
  if (entry.kind == EntryKind::amend || entry.kind == EntryKind::remove) {
    entry.target = static_cast<EntryKind>(*inRange(0, static_cast<int>(EntryKind::amend)));
    entry.target_date = Date{*inRange(0, 40'000)};
    filled = *entry.target;
  }
  if (entry.kind == EntryKind::remove) {
    if (coin()) entry.name = name();
    return entry;
  }
  fill_head(filled, entry);
  fill_body(filled, entry);
  return entry;
}

}  // namespace

rc::Gen<std::vector<DoneSet>> done_sets() {
  return rc::gen::exec([] {
    std::vector<DoneSet> sets;
    for (int i = *inRange(1, 6); i > 0; --i) {
      const DoneSet set = done_set();
      for (int n = *inRange(1, 4); n > 0; --n) sets.push_back(set);
    }
    return sets;
  });
}

rc::Gen<std::vector<Entry>> entries() {
  return rc::gen::exec([] {
    std::vector<Entry> out;
    for (int i = *inRange(0, 8); i > 0; --i) out.push_back(one_entry());
    return out;
  });
}

}  // namespace meso::test
