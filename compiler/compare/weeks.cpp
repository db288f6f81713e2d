#include "compiler/compare/weeks.h"

#include <algorithm>

namespace meso {
namespace {

// The item of that name, made where there is none yet.
template <class Item>
Item& named(std::vector<Item>& items, const std::string& name) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.name == name; });
  if (found != items.end()) return *found;
  items.emplace_back();
  items.back().name = name;
  return items.back();
}

// The same text for equal entries only.
std::string key_of(const WeekEntry& entry) {
  std::string key = entry.session + '\n' + entry.exercise + '\n';
  if (entry.difference) {
    const Difference& d = *entry.difference;
    key += std::string(text(d.how)) + '\n' + d.what + '\n' + d.before + '\n' + d.after;
  }
  if (entry.hard_sets)
    key += entry.hard_sets->group + '\n' + entry.hard_sets->before.text() + '\n' +
           entry.hard_sets->after.text();
  return key;
}

void put(WeekDifferences& weeks, const WeekEntry& entry) {
  if (entry.hard_sets) return weeks.hard_sets.push_back(*entry.hard_sets);
  if (entry.session.empty()) return weeks.differences.push_back(*entry.difference);
  SessionDifferences& session = named(weeks.sessions, entry.session);
  auto& differences = entry.exercise.empty() ? session.differences
                                             : named(session.exercises, entry.exercise).differences;
  differences.push_back(*entry.difference);
}

}  // namespace

void WeekGatherer::add(int week, WeekEntry entry) {
  std::vector<std::size_t>& places = places_[key_of(entry)];
  // Two equal entries of one week are two.
  const auto same = std::find_if(places.begin(), places.end(), [&](std::size_t place) {
    return entries_[place].weeks.back() != week;
  });
  if (same != places.end()) {
    entries_[*same].weeks.push_back(week);
    return;
  }
  places.push_back(entries_.size());
  entries_.push_back({std::move(entry), {week}});
}

std::vector<WeekDifferences> WeekGatherer::gathered(int common) const {
  std::vector<WeekDifferences> out;
  for (const Gathered& gathered : entries_) {
    auto same = std::find_if(out.begin(), out.end(), [&](const WeekDifferences& weeks) {
      return weeks.weeks == gathered.weeks;
    });
    if (same == out.end()) {
      out.emplace_back().weeks = gathered.weeks;
      same = out.end() - 1;
      same->every = common > 1 && static_cast<int>(gathered.weeks.size()) == common &&
                    gathered.weeks.back() <= common;
    }
    put(*same, gathered.entry);
  }
  // What holds longest is said first.
  std::stable_sort(out.begin(), out.end(), [](const WeekDifferences& a, const WeekDifferences& b) {
    return a.weeks.front() != b.weeks.front() ? a.weeks.front() < b.weeks.front()
                                              : a.weeks.size() > b.weeks.size();
  });
  return out;
}

}  // namespace meso
