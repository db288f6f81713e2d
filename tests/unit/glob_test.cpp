#include "base/glob.h"

#include <catch2/catch.hpp>
#include <string>

using meso::is_glob;
using meso::matches_glob;

TEST_CASE("glob: within a name") {
  CHECK(matches_glob("*.meso", "a.meso"));
  CHECK(matches_glob("*", "a.meso"));
  CHECK(matches_glob("a*b*c", "aXbXbc"));
  CHECK(matches_glob("plan?.meso", "plan1.meso"));
  CHECK(matches_glob("plan?.meso", "planö.meso"));  // a character, whatever its bytes
  CHECK_FALSE(matches_glob("plan?.meso", "plan.meso"));
  CHECK_FALSE(matches_glob("*.meso", "a.yaml"));
  CHECK_FALSE(matches_glob("a*b", "acbc"));
}

TEST_CASE("glob: a star stops at a slash, two don't") {
  CHECK_FALSE(matches_glob("*.meso", "plans/a.meso"));
  CHECK_FALSE(matches_glob("/p/*.meso", "/p/q/a.meso"));
  CHECK(matches_glob("/p/**/*.meso", "/p/a.meso"));
  CHECK(matches_glob("/p/**/*.meso", "/p/q/r/a.meso"));
  CHECK(matches_glob("**/old/*.meso", "p/old/a.meso"));
  CHECK_FALSE(matches_glob("**/old/*.meso", "p/older/a.meso"));
}

TEST_CASE("glob: a folder stands for all that is below it") {
  CHECK(matches_glob("/p/drafts", "/p/drafts/q/a.meso"));
  CHECK(matches_glob("/p/drafts/**", "/p/drafts/a.meso"));
  CHECK_FALSE(matches_glob("/p/drafts", "/p/drafts2/a.meso"));
}

TEST_CASE("glob: hostile patterns end soon") {
  std::string pattern, path;
  for (int i = 0; i < 60; ++i) {
    pattern += "**/a*a*a*b/";
    path += "aaaaaaaaaaaaaaaaaaaa/";
  }
  CHECK_FALSE(matches_glob(pattern, path));
}

TEST_CASE("glob: what is one") {
  CHECK(is_glob("plans/**"));
  CHECK(is_glob("plan?.meso"));
  CHECK_FALSE(is_glob("plans/a.meso"));
}
