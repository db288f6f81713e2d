// What bouts leave behind: the samples of the recovery model, the envelope's steps, and several
// bouts at once.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "runtime/simulate/ghost_body.h"

namespace meso::simulate {
namespace {

struct Sample {
  std::string bout;
  Level level;
  double dose, ratio, protection;
  // 5th, 50th and 95th percentile as the model's page prints them.
  std::array<double, 3> peak, sore, weak;
  std::array<double, 4> sore_at;  // P(soreness >= 3) after 24, 48, 72 and 96 h
};

// The page names its bouts in words; these are the doses and protections that they stand for.
const std::vector<Sample>& samples() {
  static const std::vector<Sample> all{
      {"3 sets RIR 4, familiar",
       Level::intermediate,
       1.95,
       1,
       0.95,
       {0.3, 0.6, 1.3},
       {0, 0, 0},
       {4, 9, 19},
       {0, 0, 0, 0}},
      {"6 sets RIR 2, familiar",
       Level::intermediate,
       5.4,
       1,
       0.95,
       {0.8, 1.7, 3.1},
       {0, 0, 36},
       {11, 23, 46},
       {0, 0.02, 0, 0}},
      {"10 sets to failure, familiar",
       Level::intermediate,
       12.5,
       12.5 / 9,
       0.95,
       {2.4, 4.4, 7.0},
       {0, 54, 93},
       {30, 59, 107},
       {0.03, 0.60, 0.23, 0.05}},
      {"10 sets, half as much again",
       Level::intermediate,
       12.5,
       1.5,
       0.95,
       {2.6, 4.7, 7.3},
       {0, 57, 99},
       {33, 64, 113},
       {0.04, 0.67, 0.29, 0.07}},
      {"new lift, 6 sets RIR 2",
       Level::intermediate,
       5.4,
       1,
       0.3,
       {2.1, 3.9, 6.4},
       {0, 48, 87},
       {27, 53, 98},
       {0.02, 0.49, 0.16, 0.03}},
      {"novice day 1, 3x10 RIR 1",
       Level::novice,
       3,
       3,
       0,
       {2.9, 5.1, 7.8},
       {0, 63, 105},
       {71, 143, 256},
       {0.05, 0.75, 0.36, 0.10}},
      {"novice day 1, 2x5 RIR 4",
       Level::novice,
       1.3,
       1.3,
       0,
       {0.8, 1.6, 3.1},
       {0, 0, 30},
       {20, 41, 86},
       {0, 0.02, 0, 0}},
      {"3x5 RIR 2, novice, familiar",
       Level::novice,
       2.7,
       1,
       0.84,
       {0.5, 1.1, 2.1},
       {0, 0, 0},
       {13, 24, 46},
       {0, 0, 0, 0}},
      {"back after 6 weeks, full 6 sets",
       Level::intermediate,
       5.4,
       3,
       0.6,
       {3.2, 5.5, 8.2},
       {33, 69, 111},
       {40, 76, 128},
       {0.06, 0.81, 0.45, 0.14}},
      {"Smolov Jr 10x3 @85 %, week 1",
       Level::intermediate,
       10,
       2,
       0.8,
       {3.3, 5.7, 8.3},
       {39, 69, 111},
       {42, 79, 131},
       {0.06, 0.84, 0.49, 0.15}},
      {"first German Volume session, novice",
       Level::novice,
       9,
       9,
       0,
       {6.5, 8.9, 9.9},
       {69, 102, 150},
       {169, 259, 369},
       {0.14, 0.98, 0.94, 0.65}},
  };
  return all;
}

std::array<double, 3> percentiles(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double part) {
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size()))];
  };
  return {at(0.05), at(0.5), at(0.95)};
}

struct Draws {
  std::vector<double> peak, sore, weak;
  std::array<double, 4> sore_at{};
};

Draws draw(const Sample& sample, int many) {
  Draws draws;
  for (int n = 0; n < many; ++n) {
    Random random(2026, static_cast<std::uint64_t>(n), Stream::body);
    const Recoverer athlete = draw_recoverer(sample.level, random);
    const Aftermath after = drawn({sample.dose, sample.ratio, sample.protection}, athlete, random);
    draws.peak.push_back(after.peak);
    draws.sore.push_back(after.below(kSore));
    draws.weak.push_back(after.strong_again());
    for (std::size_t day = 0; day < 4; ++day)
      draws.sore_at[day] +=
          (after.soreness(24.0 * static_cast<double>(day + 1)) >= kSore) / double(many);
  }
  return draws;
}

void check_near(const std::array<double, 3>& found, const std::array<double, 3>& wanted,
                double part, double margin) {
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(found[i] == Approx(wanted[i]).epsilon(part).margin(margin));
}

Aftermath steps(BoutClass bout_class, Edge edge) {
  return enveloped(recovery_row(bout_class), Level::intermediate, edge);
}

}  // namespace

TEST_CASE("ghost body: 20,000 draws give the recovery model's sample table") {
  for (const Sample& sample : samples()) {
    INFO(sample.bout);
    const Draws draws = draw(sample, 20'000);
    check_near(percentiles(draws.peak), sample.peak, 0.06, 0.15);
    check_near(percentiles(draws.sore), sample.sore, 0.03, 7.5);
    check_near(percentiles(draws.weak), sample.weak, 0.07, 1.5);
    for (std::size_t day = 0; day < 4; ++day)
      CHECK(draws.sore_at[day] == Approx(sample.sore_at[day]).margin(0.06));
  }
}

TEST_CASE("ghost body: a curve rises to its peak, falls to nothing, and says when") {
  Random random(1, 1, Stream::body);
  const Aftermath after = drawn({9, 1.2, 0.5}, {}, random);
  CHECK(after.soreness(after.onset) == 0);
  CHECK(after.soreness(after.peak_at) == Approx(after.peak));
  CHECK(after.soreness(after.end) == 0);
  for (const double limit : {1.0, 3.0})
    CHECK(after.soreness(after.below(limit)) == Approx(limit).margin(0.01));
  CHECK(after.weakness(after.strong_again()) == Approx(kWeak));
  CHECK(after.below(after.peak + 1) == 0);
}

TEST_CASE("ghost body: the envelope's steps hold what the row bounds, to its last hour") {
  for (const RecoveryRow& row : recovery_table()) {
    const Aftermath worst = steps(row.bout_class, Edge::worst);
    const double three = row.below_three.worst.to_double(), gone = row.gone.worst.to_double();
    CHECK(worst.soreness(three - 1) == row.peak_soreness.worst.to_double());
    CHECK(worst.soreness(three + 1) == Approx(2));
    CHECK(worst.soreness(gone) == 0);
    CHECK(worst.below(kSore) <= three);
    CHECK(worst.below(kGone) <= gone);
    CHECK(worst.strong_again() <= row.force_trained.worst.to_double());
    CHECK(worst.weakness(row.force_trained.worst.to_double() - 1) >= kWeak);
  }
  CHECK(steps(BoutClass::usual, Edge::best).below(kSore) == 0);
}

TEST_CASE("ghost body: of two bouts the worse counts, not their sum") {
  const GroupId quads{0}, chest{1};
  const Aftermath light = steps(BoutClass::light, Edge::worst);
  const Aftermath heavy = steps(BoutClass::pushed, Edge::worst);
  GhostBody body;
  body.train(quads, 0, heavy);
  body.train(quads, 48, light);
  CHECK(body.soreness(quads, 60) == heavy.peak);
  CHECK(body.soreness(quads, 140) == Approx(2));
  CHECK(body.soreness(chest, 60) == 0);
  CHECK(body.weakness(quads, 60) == heavy.deficit);
  CHECK(body.tired() == group_bit(quads));
  body.rest(1000);
  CHECK(body.tired() == 0);
  CHECK(body.soreness(quads, 1000) == 0);
}

TEST_CASE("ghost body: more bouts than are kept lose the one that ends first") {
  const GroupId quads{0};
  GhostBody body;
  const Aftermath heavy = steps(BoutClass::novel_heavy, Edge::worst);
  body.train(quads, 0, heavy);
  for (int n = 0; n < 20; ++n) body.train(quads, 0, steps(BoutClass::light, Edge::worst));
  CHECK(body.soreness(quads, 100) == heavy.peak);
}

TEST_CASE("ghost body: a limit is reached where what is felt reaches it") {
  const GroupId quads{0};
  Random random(5, 1, Stream::body);
  GhostBody body;
  for (int day = 0; day < 200; ++day) {
    const double hour = 24.0 * day;
    body.rest(hour);
    if (random.happens(0.4)) {
      const Exertion exertion{12 * random.uniform(), 0.5 + random.uniform(), random.uniform()};
      body.train(quads, hour, drawn(exertion, {}, random));
    }
    for (const double limit : {kGone, kSore, 5.0})
      CHECK(body.is_sore(quads, hour, limit) == (body.soreness(quads, hour) >= limit));
    for (const double limit : {0.02, kWeak, 0.1})
      CHECK(body.is_weak(quads, hour, limit) == (body.weakness(quads, hour) >= limit));
  }
}

}  // namespace meso::simulate
