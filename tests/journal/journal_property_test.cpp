// What holds for every log: what is written is read back the same, checksums tell changes from
// what was written, and no bytes whatever bring the reader down.
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <string>
#include <vector>

#include "tests/journal/journal_draw.h"
#include "tests/support/journal_text.h"

namespace meso::test {
namespace {

bool same(const WrittenReading& a, const WrittenReading& b) {
  return a.what == b.what && a.of == b.of && a.word == b.word && a.number == b.number &&
         a.unit == b.unit;
}
bool same(const DoneExercise& a, const DoneExercise& b) {
  return a.name == b.name && a.instead_of == b.instead_of && a.skipped == b.skipped &&
         a.sets == b.sets;
}
bool same(const Entry& a, const Entry& b);
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return true;
}
bool same(const std::optional<Probe>& a, const std::optional<Probe>& b) {
  return a.has_value() == b.has_value() && (!a || (a->exercise == b->exercise && a->set == b->set));
}
// All but the lines and the checksum.
bool same(const Entry& a, const Entry& b) {
  return a.kind == b.kind && a.date == b.date && a.name == b.name && a.to == b.to &&
         a.block == b.block && a.week == b.week && a.person == b.person && a.reason == b.reason &&
         a.until == b.until && a.lightened == b.lightened && a.broken_off == b.broken_off &&
         a.target == b.target && a.target_date == b.target_date && same(a.readings, b.readings) &&
         same(a.probe, b.probe) && same(a.exercises, b.exercises) && a.notes == b.notes;
}

std::string log_of(const std::vector<Entry>& all) {
  std::string out = journal_head("Four days", "Sam");
  for (const Entry& entry : all) out += entry_text(entry) + "\n";
  return out;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

TEST_CASE("what is written of an entry is read back the same") {
  rc::prop("written, read", [] {
    const std::vector<Entry> all = *entries();
    const std::string text = log_of(all);
    RC_LOG() << text;
    const Journal journal = read_journal(text);
    RC_LOG() << problems_text(journal);
    RC_ASSERT(journal.problems.empty());
    RC_ASSERT(journal.plan == "Four days");
    RC_ASSERT(journal.athlete == "Sam");
    RC_ASSERT(!journal.torn_from);
    RC_ASSERT(same(journal.entries, all));
    for (const Entry& entry : journal.entries) RC_ASSERT(entry.has_checksum);
  });
}

TEST_CASE("sets are read back from their text") {
  rc::prop("written, read", [] {
    Entry entry;
    entry.kind = EntryKind::session;
    entry.name = "A";
    DoneExercise done;
    done.name = "back squat";
    done.sets = *done_sets();
    entry.exercises = {done};
    const std::string text = journal_head("P", "") + entry_text(entry);
    RC_LOG() << text;
    const Journal journal = read_journal(text);
    RC_ASSERT(journal.entries.size() == 1u);
    RC_ASSERT(journal.entries[0].exercises.at(0).sets == done.sets);
  });
}

TEST_CASE("what editors do to blanks and line ends changes no entry, and the latter no checksum") {
  rc::prop("pasted, read", [] {
    const std::vector<Entry> all = *entries();
    std::string text = log_of(all);
    const char* const end = *rc::gen::elementOf(std::vector<const char*>{"\r\n", "\r", "\n"});
    replace_all(text, "\n", end);
    const Journal journal = read_journal("\xEF\xBB\xBF" + text);
    RC_ASSERT(journal.problems.empty());
    std::string pasted = text;
    replace_all(pasted, "  ", "\t");
    replace_all(pasted, "x", "\u00D7");
    replace_all(pasted, " - ", "\u2013");
    const Journal tabs = read_journal(pasted);
    RC_ASSERT(tabs.entries.size() == all.size());
    RC_ASSERT(!tabs.has_errors());
  });
}

TEST_CASE("any bytes are read without a crash") {
  rc::prop("mutated, read", [] {
    std::string text = log_of(*entries());
    for (int i = *rc::gen::inRange(1, 12); i > 0 && !text.empty(); --i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      const auto size = *rc::gen::inRange<std::size_t>(0, 40);
      switch (*rc::gen::inRange(0, 4)) {
        case 0: text[at] = *rc::gen::arbitrary<char>(); break;
        case 1: text.erase(at, size); break;
        case 2: text.insert(at, text.substr(text.size() / 2, size)); break;
        default: text.insert(at, 1, *rc::gen::elementOf(std::string("\n\r\"#,@x0.\0 ", 11)));
      }
    }
    const Journal journal = read_journal(text);
    // What counts is whole: it can be written and read again.
    std::string again = journal_head("P", "");
    for (const Entry& entry : journal.entries) again += entry_text(entry);
    const Journal second = read_journal(again);
    RC_LOG() << text << "\n----\n" << again << problems_text(second);
    RC_ASSERT(second.problems.empty());
    RC_ASSERT(same(second.entries, journal.entries));
  });
}

}  // namespace
}  // namespace meso::test
