#include "bench/generate_logs.h"

#include <array>
#include <string_view>
#include <vector>

#include "runtime/journal/journal.h"

namespace meso::bench {
namespace {

constexpr std::array kExercises = std::to_array<std::string_view>(
    {"back squat", "romanian deadlift", "bench press", "barbell row", "overhead press",
     "45 degree back extension", "lying leg curl", "standing calf raise", "lat pulldown"});
constexpr std::array kGroups = std::to_array<std::string_view>(
    {"quads", "glutes", "hamstrings", "lower back", "chest", "lats", "upper back"});
constexpr std::array kSessions =
    std::to_array<std::string_view>({"Lower A", "Upper A", "Lower B", "Upper B"});
constexpr int kFirstDay = 18'262;  // 2020-01-01

WrittenReading reading(std::string_view what, std::string_view of, int number) {
  WrittenReading out;
  out.what = what;
  out.of = of;
  out.number = Decimal::whole(number);
  return out;
}

Entry check_in(std::size_t n) {
  Entry entry;
  const auto value = [n](std::size_t step, std::size_t most) {
    return static_cast<int>((n * 7 + step * 3) % most);
  };
  for (std::size_t i = 0; i < 4; ++i)
    entry.readings.push_back(reading("soreness", kGroups[(n + i) % kGroups.size()], value(i, 4)));
  for (const std::string_view scale : {"energy", "sleep", "stress"})
    entry.readings.push_back(reading(scale, "", 1 + value(scale.size(), 5)));
  entry.readings.push_back(reading("HRV", "", 55 + value(1, 20)));
  WrittenReading pain;
  pain.what = "pain";
  pain.word = "none";
  entry.readings.push_back(pain);
  return entry;
}

Entry session(std::size_t n) {
  Entry entry;
  entry.kind = EntryKind::session;
  entry.name = kSessions[n / 2 % kSessions.size()];
  for (std::size_t i = 0; i < 4; ++i) {
    DoneExercise done;
    done.name = kExercises[(n + i) % kExercises.size()];
    for (int set = 0; set < 4; ++set) {
      DoneSet made;
      made.amount = set < 3 ? 8 : 6 + static_cast<int>(n % 3);
      made.load = Load{Decimal::ratio(static_cast<std::int64_t>(160 + 5 * ((n + i) % 40)), 2),
                       MassUnit::kg};
      made.rir = Rir{Decimal::whole(set < 3 ? 2 : 1)};
      done.sets.push_back(made);
    }
    entry.exercises.push_back(std::move(done));
  }
  if (n % 6 == 1) entry.notes.emplace_back("The bar slowed in the last set.");
  return entry;
}

}  // namespace

std::string generate_log(int entries) {
  std::string text = journal_head("Four days, recovery decides", "Sam");
  for (std::size_t n = 0; n < static_cast<std::size_t>(entries); ++n) {
    Entry entry = n % 2 == 0 ? check_in(n) : session(n);
    entry.date = Date{kFirstDay + static_cast<int>(n / 2)};
    text += entry_text(entry) + "\n";
  }
  return text;
}

}  // namespace meso::bench
