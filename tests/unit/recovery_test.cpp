#include "runtime/recovery.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/plan_builder.h"

using namespace meso;
using meso::test::dec;

namespace {

std::string text_of(const Bounds& b) {
  return b.best.text() + "/" + b.typical.text() + "/" + b.worst.text();
}

std::string pair_of(std::optional<int> a, std::optional<int> b) {
  const auto one = [](std::optional<int> n) { return n ? std::to_string(*n) : std::string("-"); };
  return one(a) + "/" + one(b);
}

// A familiar lift, six sets at RIR 2, the usual dose: class B.
Bout usual_bout() {
  Bout bout;
  bout.dose = dec("5.4");
  bout.accustomed = dec("5.4");
  bout.least_protection = dec("0.8");
  bout.least_rir = dec("2");
  bout.hard_sets = dec("6");
  return bout;
}

}  // namespace

TEST_CASE("every cell of the recovery table") {
  struct Row {
    char letter;
    const char* name;
    const char* peak;
    const char* peak_time;
    const char* below_three;
    const char* gone;
    const char* force_trained;
    const char* force_novice;
    const char* ungated_worst;  // trained/novice
    const char* ungated_typical;
  };
  const Row rows[] = {
      {'A', "light", "0/0.6/2", "24/36/60", "0/0/24", "0/0/60", "4/10/36", "9/15/48", "36/48",
       "12/24"},
      {'B', "usual", "1/1.8/5", "24/39/72", "0/0/72", "0/48/96", "12/25/72", "19/37/96", "72/96",
       "36/48"},
      {'C', "hard usual", "2/4.4/8", "24/44/72", "0/54/120", "48/78/156", "31/60/132", "44/84/192",
       "132/192", "72/96"},
      {'D', "pushed", "2.5/4.6/8.5", "24/44/72", "0/57/132", "51/81/156", "33/64/144", "48/92/204",
       "144/204", "72/96"},
      {'E', "novel", "2/4/8", "24/44/72", "0/55/144", "45/78/168", "27/58/156", "47/95/228",
       "156/228", "72/96"},
      {'F', "novel and heavy", "5.5/8.5/10", "36/51/84", "63/99/192", "81/123/240", "41/96/204",
       "146/240/420", "-/-", "-/-"},
  };
  REQUIRE(recovery_table().size() == std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const Row& row = rows[i];
    const auto bout_class = static_cast<BoutClass>(i);
    const RecoveryRow& is = recovery_row(bout_class);
    CAPTURE(row.letter);
    CHECK(is.bout_class == bout_class);
    CHECK(letter(bout_class) == row.letter);
    CHECK(text(bout_class) == row.name);
    CHECK(text_of(is.peak_soreness) == row.peak);
    CHECK(text_of(is.onset) == "6/18/48");
    CHECK(text_of(is.peak_time) == row.peak_time);
    CHECK(text_of(is.below_three) == row.below_three);
    CHECK(text_of(is.gone) == row.gone);
    CHECK(text_of(is.force_trained) == row.force_trained);
    CHECK(text_of(is.force_novice) == row.force_novice);
    CHECK(pair_of(is.ungated_worst_trained, is.ungated_worst_novice) == row.ungated_worst);
    CHECK(pair_of(is.ungated_typical_trained, is.ungated_typical_novice) == row.ungated_typical);
  }
}

TEST_CASE("bounds are ordered, and a safe gap covers soreness and force") {
  for (const auto& row : recovery_table()) {
    CAPTURE(letter(row.bout_class));
    for (const auto* b : {&row.peak_soreness, &row.onset, &row.peak_time, &row.below_three,
                          &row.gone, &row.force_trained, &row.force_novice}) {
      CHECK(b->best <= b->typical);
      CHECK(b->typical <= b->worst);
    }
    if (!row.ungated_worst_trained) continue;
    const auto gap = Decimal::whole(*row.ungated_worst_trained);
    CHECK(gap >= row.below_three.worst);
    CHECK(gap >= row.force_trained.worst);
    CHECK(Decimal::whole(*row.ungated_worst_novice) >= row.force_novice.worst);
  }
}

TEST_CASE("only novices read the novice column") {
  using L = Level;
  using M = EnvelopeMode;
  CHECK(ungated_gap_hours(BoutClass::usual, L::novice, M::worst) == 96);
  CHECK(ungated_gap_hours(BoutClass::usual, L::intermediate, M::worst) == 72);
  CHECK(ungated_gap_hours(BoutClass::usual, L::advanced, M::worst) == 72);
  CHECK(ungated_gap_hours(BoutClass::usual, L::novice, M::typical) == 48);
  CHECK(ungated_gap_hours(BoutClass::usual, L::advanced, M::typical) == 36);
  for (const auto level : {L::novice, L::intermediate, L::advanced})
    for (const auto mode : {M::typical, M::worst})
      CHECK_FALSE(ungated_gap_hours(BoutClass::novel_heavy, level, mode));
}

TEST_CASE("effort falls with reps in reserve, linear between whole ones") {
  const std::pair<const char*, const char*> rows[] = {
      {"-1", "1.25"},  {"0", "1.25"}, {"0.5", "1.125"}, {"1", "1"},     {"1.5", "0.95"},
      {"2", "0.9"},    {"3", "0.8"},  {"3.5", "0.725"}, {"4", "0.65"},  {"4.25", "0.6"},
      {"4.5", "0.55"}, {"5", "0.45"}, {"5.5", "0.45"},  {"10", "0.45"},
  };
  for (const auto& [rir, factor] : rows) {
    CAPTURE(rir);
    CHECK(effort_factor(dec(rir)).text() == factor);
  }
}

TEST_CASE("lowering, overload and long length") {
  CHECK(eccentric_factor(0, false).text() == "1");
  CHECK(eccentric_factor(3, false).text() == "1");
  CHECK(eccentric_factor(4, false).text() == "1.3");
  CHECK(eccentric_factor(9, false).text() == "1.3");
  CHECK(eccentric_factor(0, true).text() == "1.8");
  CHECK(length_factor(false).text() == "1");
  CHECK(length_factor(true).text() == "1.15");
}

TEST_CASE("protection grows by half of what is missing and fades by half in 12 weeks") {
  CHECK(protection_new().text() == "0");
  CHECK(protection_familiar().text() == "0.8");
  const std::pair<const char*, const char*> bouts[] = {
      {"0", "0.5"},      {"0.3", "0.5"}, {"0.49", "0.5"}, {"0.5", "0.75"},
      {"0.75", "0.875"}, {"0.8", "0.9"}, {"0.9", "0.95"}, {"0.95", "0.95"},
  };
  for (const auto& [before, after] : bouts) {
    CAPTURE(before);
    CHECK(protection_after_bout(dec(before)).text() == after);
  }
  CHECK(protection_after_starter(dec("0")).text() == "0.35");
  CHECK(protection_after_starter(dec("0.8")).text() == "0.8");
  CHECK(protection_after_weeks(dec("0.8"), -1).text() == "0.8");
  CHECK(protection_after_weeks(dec("0.8"), 0).text() == "0.8");
  CHECK(protection_after_weeks(dec("0.8"), 6).text() == "0.565685424");
  CHECK(protection_after_weeks(dec("0.8"), 12).text() == "0.4");
  CHECK(protection_after_weeks(dec("0.8"), 24).text() == "0.2");
  CHECK(protection_after_weeks(dec("0.8"), 100'000).text() == "0");
  for (int week = 0; week < 60; ++week) {
    CAPTURE(week);
    CHECK(protection_after_weeks(dec("0.95"), week + 1) <
          protection_after_weeks(dec("0.95"), week));
  }
}

TEST_CASE("class boundaries, one unit to either side") {
  struct Row {
    const char* what;
    void (*set)(Bout&);
    char expected;
  };
  const Row rows[] = {
      {"the usual bout", [](Bout&) {}, 'B'},
      // A: D <= 3, RIR >= 3, r <= 1
      {"light",
       [](Bout& b) {
         b.dose = dec("3");
         b.least_rir = dec("3");
       },
       'A'},
      {"light but for the dose",
       [](Bout& b) {
         b.dose = dec("3.000000001");
         b.least_rir = dec("3");
       },
       'B'},
      {"light but for the effort",
       [](Bout& b) {
         b.dose = dec("3");
         b.least_rir = dec("2.999999999");
       },
       'B'},
      {"light at the usual dose",
       [](Bout& b) {
         b.dose = b.accustomed = dec("3");
         b.least_rir = dec("3");
       },
       'A'},
      {"light but above the usual dose",
       [](Bout& b) {
         b.dose = dec("3");
         b.accustomed = dec("2.9");
         b.least_rir = dec("3");
       },
       'B'},
      {"light with nothing to compare",
       [](Bout& b) {
         b.dose = dec("3");
         b.accustomed = {};
         b.least_rir = dec("3");
       },
       'A'},
      // C: RIR 0, more than 8 hard sets, r > 1.1
      {"to failure", [](Bout& b) { b.least_rir = dec("0"); }, 'C'},
      {"nearly to failure", [](Bout& b) { b.least_rir = dec("0.000000001"); }, 'B'},
      {"light dose to failure",
       [](Bout& b) {
         b.dose = dec("1");
         b.least_rir = dec("0");
       },
       'C'},
      {"8 hard sets", [](Bout& b) { b.hard_sets = dec("8"); }, 'B'},
      {"more than 8", [](Bout& b) { b.hard_sets = dec("8.000000001"); }, 'C'},
      {"r = 1.1",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("11");
       },
       'B'},
      {"r > 1.1",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("11.000000001");
       },
       'C'},
      // D: r > 1.2, p < 0.8, week 1 of a block
      {"r = 1.2",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("12");
       },
       'C'},
      {"r > 1.2",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("12.000000001");
       },
       'D'},
      {"p = 0.8", [](Bout& b) { b.least_protection = dec("0.8"); }, 'B'},
      {"p < 0.8", [](Bout& b) { b.least_protection = dec("0.799999999"); }, 'D'},
      {"first week of a block", [](Bout& b) { b.first_week_of_block = true; }, 'D'},
      // E: one reason
      {"p = 0.5", [](Bout& b) { b.least_protection = dec("0.5"); }, 'D'},
      {"p < 0.5", [](Bout& b) { b.least_protection = dec("0.499999999"); }, 'E'},
      {"first month", [](Bout& b) { b.first_month = true; }, 'E'},
      {"after a lay-off", [](Bout& b) { b.after_layoff = true; }, 'E'},
      {"first eccentric emphasis", [](Bout& b) { b.first_eccentric = true; }, 'E'},
      {"r = 1.6",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("16");
       },
       'D'},
      {"r > 1.6",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("16.000000001");
       },
       'E'},
      {"any dose with nothing to compare",
       [](Bout& b) {
         b.accustomed = {};
         b.dose = dec("100");
       },
       'B'},
      // F: two reasons, or eccentric overload, or r > 1.6 with p < 0.5
      {"eccentric overload", [](Bout& b) { b.eccentric_overload = true; }, 'F'},
      {"first month and a new lift",
       [](Bout& b) {
         b.first_month = true;
         b.least_protection = {};
       },
       'F'},
      {"first month and a lay-off",
       [](Bout& b) {
         b.first_month = true;
         b.after_layoff = true;
       },
       'F'},
      {"a lay-off and first eccentric emphasis",
       [](Bout& b) {
         b.after_layoff = true;
         b.first_eccentric = true;
       },
       'F'},
      {"r > 1.6 and p < 0.5",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("16.000000001");
         b.least_protection = dec("0.499999999");
       },
       'F'},
      {"r = 1.6 and p < 0.5",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("16");
         b.least_protection = dec("0.499999999");
       },
       'E'},
      {"r > 1.6 and p = 0.5",
       [](Bout& b) {
         b.accustomed = dec("10");
         b.dose = dec("16.000000001");
         b.least_protection = dec("0.5");
       },
       'E'},
      // A starter dose counts one lower: D <= 2 at RIR >= 4
      {"a new lift, starter dose",
       [](Bout& b) {
         b.least_protection = {};
         b.dose = dec("2");
         b.least_rir = dec("4");
       },
       'D'},
      {"a new lift, a little more",
       [](Bout& b) {
         b.least_protection = {};
         b.dose = dec("2.000000001");
         b.least_rir = dec("4");
       },
       'E'},
      {"a new lift, a little harder",
       [](Bout& b) {
         b.least_protection = {};
         b.dose = dec("2");
         b.least_rir = dec("3.999999999");
       },
       'E'},
      {"a novice's first day, starter dose",
       [](Bout& b) {
         b.first_month = true;
         b.least_protection = {};
         b.accustomed = {};
         b.dose = dec("1.3");
         b.least_rir = dec("4");
       },
       'E'},
      {"nothing is lower than light",
       [](Bout& b) {
         b.dose = dec("1");
         b.least_rir = dec("4");
       },
       'A'},
  };
  for (const auto& row : rows) {
    Bout bout = usual_bout();
    row.set(bout);
    CAPTURE(row.what);
    CHECK(letter(classify(bout)) == row.expected);
  }
}

TEST_CASE("a starter dose is small and easy") {
  CHECK(is_starter_dose(dec("2"), dec("4")));
  CHECK_FALSE(is_starter_dose(dec("2.000000001"), dec("4")));
  CHECK_FALSE(is_starter_dose(dec("2"), dec("3.999999999")));
}

// More of any reason never gives a lower class: the verifier relies on it.
TEST_CASE("the class never falls when a bout gets worse") {
  const Decimal doses[] = {dec("1"), dec("3"), dec("5.4"), dec("6"), dec("7"), dec("9")};
  const Decimal protections[] = {dec("0.8"), dec("0.6"), dec("0.2")};
  for (const auto dose : doses) {
    for (const auto protection : protections) {
      for (int flags = 0; flags < 16; ++flags) {
        Bout bout = usual_bout();
        bout.dose = dose;
        bout.least_protection = protection;
        bout.first_month = (flags & 1) != 0;
        bout.after_layoff = (flags & 2) != 0;
        bout.first_week_of_block = (flags & 4) != 0;
        bout.eccentric_overload = (flags & 8) != 0;
        const BoutClass before = classify(bout);
        CAPTURE(dose.text(), protection.text(), flags);
        Bout worse = bout;
        worse.dose += dec("1");
        CHECK(classify(worse) >= before);
        worse = bout;
        worse.least_rir = dec("0");
        CHECK(classify(worse) >= before);
        worse = bout;
        worse.least_protection = dec("0.1");
        CHECK(classify(worse) >= before);
        worse = bout;
        worse.first_month = worse.first_eccentric = true;
        CHECK(classify(worse) >= before);
      }
    }
  }
}
