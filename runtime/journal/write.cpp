// The log's records as text, in the one form that is written: what read_journal reads back the
// same.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "runtime/journal/checksum.h"
#include "runtime/journal/draft.h"
#include "runtime/journal/journal.h"

namespace meso {
namespace {

constexpr std::string_view kIndent = "  ";

std::string amount_text(const DoneSet& set, bool mixed) {
  const std::string number = std::to_string(set.amount);
  switch (set.of) {
    case DoneSet::Of::reps: return mixed ? number + " reps" : number;
    case DoneSet::Of::seconds: return number + " s";
    case DoneSet::Of::meters: return number + " m";
  }
  return number;
}

std::string load_text(const DoneSet& set) {
  if (!set.load) return set.bodyweight ? "bodyweight" : "";
  if (!set.bodyweight) return text(*set.load);
  const bool less = set.load->amount < Decimal();
  const Load size{less ? -set.load->amount : set.load->amount, set.load->unit};
  return std::string("bodyweight ") + (less ? "- " : "+ ") + text(size);
}

// A load counts for the sets in front of it too; `open` says that it doesn't for these.
bool needs_open(const std::vector<DoneSet>& sets, std::size_t at) {
  const auto has_load = [](const DoneSet& set) { return set.load || set.bodyweight; };
  return !has_load(sets[at]) &&
         std::any_of(sets.begin() + static_cast<std::ptrdiff_t>(at), sets.end(), has_load);
}

std::string part_text(const std::vector<DoneSet>& sets, std::size_t first, std::size_t end,
                      bool mixed) {
  const DoneSet& set = sets[first];
  std::string out = std::to_string(end - first) + "x" + amount_text(set, mixed);
  const std::string load = needs_open(sets, first) ? "open" : load_text(set);
  if (!load.empty()) out += " " + load;
  if (set.rir) out += " @ RIR " + set.rir->value.text();
  return out;
}

std::string session_head(const Entry& entry) {
  std::string out = " " + quoted_words(entry.name);
  if (!entry.block.empty()) out += " of " + quoted_words(entry.block);
  if (entry.week) out += " week " + std::to_string(*entry.week);
  if (entry.lightened) out += " lightened";
  if (entry.broken_off) out += " broken off";
  return out;
}

std::string why(const Entry& entry) {
  return entry.reason.empty() ? "" : " " + quoted_words(entry.reason);
}
std::string by(const Entry& entry) { return " by " + quoted_words(entry.person); }

// What stands behind the kind's own words.
std::string head_of(EntryKind kind, const Entry& entry) {
  switch (kind) {
    case EntryKind::session: return session_head(entry);
    case EntryKind::skip: return " " + quoted_words(entry.name) + why(entry);
    case EntryKind::drop:
    case EntryKind::overruled: return " " + quoted_words(entry.name) + why(entry) + by(entry);
    case EntryKind::unavailable:
      return " until " + text(entry.until.value_or(entry.date)) + why(entry);
    case EntryKind::red_flag: return why(entry);
    case EntryKind::cleared: return by(entry) + why(entry);
    case EntryKind::rename: return " " + quoted_words(entry.name) + " to " + quoted_words(entry.to);
    case EntryKind::move:
      return " at week " + std::to_string(entry.week.value_or(1)) + " of " +
             quoted_words(entry.block);
    default: return "";
  }
}

std::string first_line(const Entry& entry) {
  std::string out = text(entry.date) + " " + std::string(text(entry.kind));
  if (entry.kind != EntryKind::amend && entry.kind != EntryKind::remove)
    return out + head_of(entry.kind, entry);
  const EntryKind target = entry.target.value_or(EntryKind::check_in);
  out += " " + text(entry.target_date) + " " + std::string(text(target));
  if (entry.kind == EntryKind::amend) return out + head_of(target, entry);
  return entry.name.empty() ? out : out + " " + quoted_words(entry.name);
}

std::string reading_text(const WrittenReading& reading) {
  std::string out(reading.what);
  if (reading.what == "soreness")
    return out + " " + std::string(reading.of) + " " + reading.number.text();
  if (reading.what == "red flag" && reading.word != "none")
    return out + " " + quoted_words(reading.word);
  if (!reading.word.empty()) {
    out += " " + std::string(reading.word);
    return reading.of.empty() ? out : out + " in " + std::string(reading.of);
  }
  if (!reading.of.empty()) out += " of " + std::string(reading.of);
  out += " " + reading.number.text();
  return reading.unit.empty() ? out : out + " " + std::string(reading.unit);
}

// Soreness of all groups shares a line; so do other readings, where a coach's own signals can't be
// taken for muscle groups.
std::string readings_text(const std::vector<WrittenReading>& readings) {
  std::string out;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const bool sore = readings[i].what == "soreness";
    const bool was_sore = i > 0 && readings[i - 1].what == "soreness";
    const std::string text = reading_text(readings[i]);
    const bool joins = i > 0 && sore == was_sore;
    if (joins)
      out += ", " + (sore ? text.substr(text.find(' ') + 1) : text);
    else
      out += (i > 0 ? "\n" : "") + std::string(kIndent) + text;
  }
  return readings.empty() ? out : out + "\n";
}

std::string exercise_line(const DoneExercise& done) {
  std::string out = std::string(kIndent) + std::string(done.name);
  if (!done.instead_of.empty()) out += " for " + std::string(done.instead_of);
  return out + " " + (done.skipped || done.sets.empty() ? "skipped" : sets_text(done.sets)) + "\n";
}

std::string body_of(const Entry& entry) {
  std::string out;
  for (const DoneExercise& done : entry.exercises) out += exercise_line(done);
  out += readings_text(entry.readings);
  if (entry.probe)
    out += std::string(kIndent) + "probe " + std::string(entry.probe->exercise) + " " +
           sets_text({entry.probe->set}) + "\n";
  for (const std::string_view note : entry.notes)
    out += std::string(kIndent) + "note " + quoted_words(note) + "\n";
  return out;
}

}  // namespace

std::string journal_head(std::string_view plan, std::string_view athlete) {
  std::string out =
      "meso log " + std::to_string(kJournalFormat) + "\nplan " + quoted_words(plan) + "\n";
  if (!athlete.empty()) out += "athlete " + quoted_words(athlete) + "\n";
  return out + "\n";
}

std::string entry_text(const Entry& entry) {
  const std::string record = first_line(entry) + "\n" + body_of(entry);
  return record + "end " + checksum_text(checksum(record)) + "\n";
}

std::string sets_text(const std::vector<DoneSet>& sets) {
  const bool mixed =
      std::ranges::any_of(sets, [&](const DoneSet& s) { return s.of != sets[0].of; });
  std::string out;
  for (std::size_t first = 0; first < sets.size();) {
    std::size_t end = first + 1;
    while (end < sets.size() && sets[end] == sets[first]) ++end;
    out += (first > 0 ? ", " : "") + part_text(sets, first, end, mixed);
    first = end;
  }
  return out;
}

}  // namespace meso
