// What a log's text means, field by field, and what is written of it.
#include <catch2/catch.hpp>

#include <string>

#include "runtime/journal/checksum.h"
#include "tests/support/journal_text.h"
#include "tests/support/plan_builder.h"

namespace meso::test {
namespace {

const std::string kHead = "meso log 1\nplan \"P\"\n";

// The one entry of a log of these lines.
struct One {
  explicit One(const std::string& lines)
      : text(kHead + lines + "\nend\n"), log(read_journal(text)) {
    INFO(lines << "\n" << problems_text(log));
    REQUIRE(log.problems.empty());
    REQUIRE(log.entries.size() == 1);
  }
  const Entry* operator->() const { return &log.entries.front(); }
  std::string text;
  Journal log;
};

std::vector<DoneSet> sets_of(const std::string& sets) {
  const One one("2026-11-23 session \"A\"\nback squat " + sets);
  return one->exercises.at(0).sets;
}

DoneSet reps(int amount) {
  DoneSet set;
  set.amount = amount;
  return set;
}
DoneSet with(DoneSet set, Load load) {
  set.load = load;
  return set;
}
DoneSet at(DoneSet set, const char* rir) {
  set.rir = Rir{dec(rir)};
  return set;
}
DoneSet own(DoneSet set) {
  set.bodyweight = true;
  return set;
}
DoneSet of(DoneSet::Of what, int amount) {
  DoneSet set = reps(amount);
  set.of = what;
  return set;
}

TEST_CASE("sets: how many, how heavy, how hard") {
  CHECK(sets_of("8") == std::vector{reps(8)});
  CHECK(sets_of("2x8") == std::vector{reps(8), reps(8)});
  CHECK(sets_of("3x8 100 kg @ RIR 2, 1x7 100 kg") ==
        std::vector{at(with(reps(8), kg("100")), "2"), at(with(reps(8), kg("100")), "2"),
                    at(with(reps(8), kg("100")), "2"), with(reps(7), kg("100"))});
  CHECK(sets_of("8 225 lb RPE 8.5") == std::vector{at(with(reps(8), lb("225")), "1.5")});
  CHECK(sets_of("0 100 kg") == std::vector{with(reps(0), kg("100"))});
  CHECK(sets_of("3x30 s") == std::vector(3, of(DoneSet::Of::seconds, 30)));
  CHECK(sets_of("1.5 min") == std::vector{of(DoneSet::Of::seconds, 90)});
  CHECK(sets_of("20 m") == std::vector{of(DoneSet::Of::meters, 20)});
  CHECK(sets_of("8 reps, 20 m") == std::vector{reps(8), of(DoneSet::Of::meters, 20)});
}

TEST_CASE("a load counts for the sets in front of it that have none, and not for those behind") {
  const Load hundred = kg("100");
  CHECK(sets_of("8, 8, 7 100 kg") ==
        std::vector{with(reps(8), hundred), with(reps(8), hundred), with(reps(7), hundred)});
  CHECK(sets_of("8, 7 100 kg, 6") ==
        std::vector{with(reps(8), hundred), with(reps(7), hundred), reps(6)});
  CHECK(sets_of("8 open, 7 100 kg") == std::vector{reps(8), with(reps(7), hundred)});
  CHECK(sets_of("8 80 kg, 8, 7 100 kg") ==
        std::vector{with(reps(8), kg("80")), with(reps(8), hundred), with(reps(7), hundred)});
  CHECK(sets_of("8, 8 @ RIR 1 100 kg") ==
        std::vector{with(reps(8), hundred), at(with(reps(8), hundred), "1")});
}

TEST_CASE("bodyweight, and what is added to it or taken off") {
  const Load less{-dec("10"), MassUnit::kg};
  CHECK(sets_of("5 bodyweight") == std::vector{own(reps(5))});
  CHECK(sets_of("5 bodyweight+10 kg") == std::vector{own(with(reps(5), kg("10")))});
  CHECK(sets_of("6, 5 bodyweight - 10 kg @ RIR 1") ==
        std::vector{own(with(reps(6), less)), at(own(with(reps(5), less)), "1")});
}

TEST_CASE("sets as they are written") {
  CHECK(sets_text({}).empty());
  CHECK(sets_text(sets_of("8, 8, 7 100 kg @ RIR 1")) == "2x8 100 kg, 1x7 100 kg @ RIR 1");
  CHECK(sets_text(sets_of("8 open, 7 100 kg, 6")) == "1x8 open, 1x7 100 kg, 1x6");
  CHECK(sets_text(sets_of("8 reps, 20 m")) == "1x8 reps, 1x20 m");
  CHECK(sets_text(sets_of("5 bodyweight - 2.5 kg")) == "1x5 bodyweight - 2.5 kg");
}

TEST_CASE("an exercise in place of another, and one that was left out") {
  const One one("2026-11-23 session \"A\"\nFront Squat for back squat 5\nleg press skipped");
  CHECK(one->exercises.at(0).name == "Front Squat");
  CHECK(one->exercises.at(0).instead_of == "back squat");
  CHECK(one->exercises.at(0).line == 4);
  CHECK(one->exercises.at(1).name == "leg press");
  CHECK(one->exercises.at(1).skipped);
  CHECK(one->line == 3);
  CHECK(one->end_line == 6);
}

TEST_CASE("readings: what, of what, how much") {
  const One one(
      "2026-11-23 check-in\nsoreness quads 0, lower  back 2, energy 4\npain Dull in lower back\n"
      "Waist 84.5 cm, 5rm of deadlift 180 KG, hrv 62 ms, probe back squat 3 80 kg @ RIR 4\n"
      "red flag \"dark  urine\"");
  const std::vector<WrittenReading>& r = one->readings;
  REQUIRE(r.size() == 8);
  CHECK((r[0].what == "soreness" && r[0].of == "quads" && r[0].number == Decimal()));
  CHECK((r[1].what == "soreness" && r[1].of == "lower back" && r[1].number == dec("2")));
  CHECK((r[2].what == "energy" && r[2].of.empty() && r[2].line == 4));
  CHECK((r[3].what == "pain" && r[3].word == "dull" && r[3].of == "lower back"));
  CHECK((r[4].what == "Waist" && r[4].number == dec("84.5") && r[4].unit == "cm"));
  CHECK((r[5].what == "5RM" && r[5].of == "deadlift" && r[5].unit == "kg"));
  CHECK((r[6].what == "HRV" && r[6].unit.empty()));
  CHECK((r[7].what == "red flag" && r[7].word == "dark urine"));
  REQUIRE(one->probe);
  CHECK(one->probe->exercise == "back squat");
  CHECK(one->probe->set == at(with(reps(3), kg("80")), "4"));
}

TEST_CASE("an amendment is the whole new record") {
  const One one("2026-11-24 amend 2026-11-23 session \"A\" of \"B\" lightened\nback squat 3x8");
  CHECK(one->kind == EntryKind::amend);
  CHECK(one->target == EntryKind::session);
  CHECK(text(one->date) == "2026-11-24");
  CHECK(text(one->target_date) == "2026-11-23");
  CHECK(one->block == "B");
  CHECK(one->lightened);
  CHECK(one->exercises.size() == 1);
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

TEST_CASE("a checksum is that of the record with LF for its line ends") {
  // CRC-32 of "123456789", as its definition gives it.
  CHECK(checksum_text(checksum("123456789")) == "cbf43926");
  CHECK(checksum_text(0x9e4f7d1) == "09e4f7d1");
  CHECK(checksum("a\nb\n") == checksum("a\r\nb\r\n"));
  CHECK(checksum("a\nb\n") == checksum("a\rb\r"));
  CHECK(checksum("a\n\nb") == checksum("a\r\r\nb"));
  const std::string record = "2026-11-23 check-in\n  energy 4\n";
  const std::string sum = checksum_text(checksum(record));
  CHECK(read_journal(kHead + record + "end " + sum + "\n").problems.empty());
  CHECK(read_journal(kHead + record + "end " + upper(sum) + "\n").problems.empty());
  CHECK(read_journal(kHead + "\r\n" + "2026-11-23 check-in\r\n  energy 4\r\nend " + sum)
            .problems.empty());
  CHECK(problems_text(read_journal(kHead + record + "# x\nend " + sum + "\n"))
            .starts_with("3: warning"));
}

TEST_CASE("what is typed into a form can't break the log") {
  Entry entry;
  entry.kind = EntryKind::session;
  entry.name = "A \"quoted\"\nname";
  entry.notes = {"two\r\nlines", "\u201Ccurly\u201D", std::string_view("a\0b", 3)};
  const std::string text = kHead + entry_text(entry);
  const Journal journal = read_journal(text);
  CHECK(journal.problems.empty());
  REQUIRE(journal.entries.size() == 1);
  CHECK(journal.entries[0].name == "A 'quoted' name");
  CHECK(journal.entries[0].notes == std::vector<std::string_view>{"two lines", "'curly'", "a b"});
}

TEST_CASE("the head of a log") {
  CHECK(journal_head("Four days", "") == "meso log 1\nplan \"Four days\"\n\n");
  CHECK(journal_head("Four days", "Sam") == "meso log 1\nplan \"Four days\"\nathlete \"Sam\"\n\n");
  const std::string text = "\xEF\xBB\xBF# mine\n\n" + journal_head("Four  days", "Sam");
  const Journal journal = read_journal(text);
  CHECK(journal.format == 1);
  CHECK(journal.plan == "Four days");
  CHECK(journal.athlete == "Sam");
  CHECK(journal.problems.empty());
}

}  // namespace
}  // namespace meso::test
