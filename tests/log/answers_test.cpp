// What may be typed at a question.
#include <catch2/catch.hpp>

#include "compiler/driver/log_answers.h"

namespace meso::test {

using Sore = std::vector<std::int8_t>;

TEST_CASE("soreness is typed once for all, one each, or by name") {
  const std::vector<std::string> names{"quads", "lower back", "hamstrings"};
  CHECK(soreness_from("0", names) == Sore{0, 0, 0});
  CHECK(soreness_from("0 1 10", names) == Sore{0, 1, 10});
  CHECK(soreness_from("0,1, 3", names) == Sore{0, 1, 3});
  CHECK(soreness_from("0 - 3", names) == Sore{0, CheckIn::kUnanswered, 3});
  CHECK(soreness_from("quads 3", names) == Sore{3, 0, 0});
  CHECK(soreness_from("lower back 2, ham 1", names) == Sore{0, 2, 1});
  CHECK(soreness_from("Lower Back 2 quads 4", names) == Sore{4, 2, 0});
  for (const char* wrong : {"", "11", "0 1", "0 1 2 3", "chest 3", "quads", "quads 11", "-1"})
    CHECK_FALSE(soreness_from(wrong, names));
  CHECK(soreness_from("3", {"quads"}) == Sore{3});
}

TEST_CASE("pain is typed in a letter or in full, and where") {
  CHECK(complaints_from("n")->none);
  CHECK(complaints_from("none")->none);
  const auto two = complaints_from("d lower back, sharp in left knee");
  REQUIRE(two);
  REQUIRE(two->pains.size() == 2);
  CHECK(two->pains[0].place == "lower back");
  CHECK(two->pains[0].pain == Pain::dull);
  CHECK(two->pains[1].place == "left knee");
  CHECK(two->pains[1].pain == Pain::sharp);
  CHECK(complaints_from("d")->pains.size() == 1);
  CHECK(complaints_from("r chest pain")->red_flag == "chest pain");
  for (const char* wrong : {"", "x", "r", "n, d knee", "no idea", "knee"})
    CHECK_FALSE(complaints_from(wrong));
}

TEST_CASE("a warm-up set may be typed as the sheet has it") {
  CHECK(warm_up_set_from("1 x 92.5 kg @ RIR 4") == "1 92.5 kg @ RIR 4");
  CHECK(warm_up_set_from("3x80kg") == "3 80kg");
  CHECK(warm_up_set_from("3 x 175 lb RPE 7") == "3 175 lb RPE 7");
  for (const char* other : {"3 80 kg @ RIR 4", "1x3 80 kg @ RIR 4", "x", "", "4", "3 x", "3 x 8"})
    CHECK(warm_up_set_from(other) == other);
}

TEST_CASE("yes or no is typed for each, or no once for all") {
  using Each = std::vector<bool>;
  CHECK(yes_nos_from("n", 4) == Each{false, false, false, false});
  CHECK(yes_nos_from("y n n y", 4) == Each{true, false, false, true});
  CHECK(yes_nos_from("yes", 1) == Each{true});
  CHECK_FALSE(yes_nos_from("y", 4));
  CHECK_FALSE(yes_nos_from("maybe", 1));
}

}  // namespace meso::test
