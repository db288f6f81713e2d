#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const std::string kName = "latent-window-trust";
const std::string kLine = "leg extension 3x10 to failure as again add(2.5%)";

bool finds(const std::string& plan) {
  const Findings all = findings(plan);
  return std::find(all.begin(), all.end(), "warning " + kName) != all.end();
}

}  // namespace

TEST_CASE("latent window: a day after hard work, and two days after it", "[guidelines]") {
  const std::string bad = bad_example(kName);
  CHECK(finds(bad));
  const auto waiting = [&](const std::string& days) {
    return with(with(bad, "  session \"Legs\"\n",
                     "  session \"Legs\"\n    at least " + days + " after last session\n"),
                "  session \"Legs again\"\n",
                "  session \"Legs again\"\n    at least " + days + " after last session\n");
  };
  CHECK(finds(waiting("1 day")));
  CHECK_FALSE(finds(waiting("2 days")));
}

TEST_CASE("latent window: only hard work leaves one", "[guidelines]") {
  // Usual work in a block without a first loading week.
  const std::string easy = with(with(bad_example(kName), "3x10 to failure", "3x10 @ RIR 3"),
                                "4 weeks if own", "4 weeks, deload if own");
  CHECK_FALSE(finds(easy));
}

TEST_CASE("latent window: the full dose asks for strength, the reduced one needn't",
          "[guidelines]") {
  const std::string good = good_example(kName);
  CHECK_FALSE(finds(good));
  CHECK_FALSE(finds(with(good, "  recover otherwise",
                         "  lighten sets x 50% when soreness <= 2\n  recover otherwise")));
  CHECK(finds(with(good, "and strength restored", "or strength restored")) ==
        finds(with(good, "and strength restored", "or energy >= 3")));
}

TEST_CASE("latent window: says where and when", "[guidelines]") {
  const std::string text = said(bad_example(kName));
  CHECK(says(text, "in full 1 day after"));
  CHECK(says(text, "soreness can begin up to 48 h after the work"));
  CHECK(says(text, "path: day 1  \"Legs\"        3 x 10 leg extension, to failure"));
  CHECK(says(text, "day 2  check-in      quads 0/10"));
  CHECK(says(text, "<- soreness can still come"));
  CHECK(says(text, "wait: `at least 2 days after \"Legs\"`, in \"Legs again\""));
  CHECK(says(text, "or let gate `own` ask for `strength restored` in each `train`"));
}
