#include <catch2/catch.hpp>

#include "base/path.h"

using meso::relative_path;

TEST_CASE("paths: relative ones lose what they don't need") {
  CHECK(relative_path("plan.meso", "/home/a") == "plan.meso");
  CHECK(relative_path("./plans//plan.meso", "/home/a") == "plans/plan.meso");
  CHECK(relative_path("plans/../plan.meso", "/home/a") == "plan.meso");
  CHECK(relative_path("../plan.meso", "/home/a") == "../plan.meso");
  CHECK(relative_path("../../plan.meso", "/home/a") == "../../plan.meso");
  CHECK(relative_path("plans/../../b/plan.meso", "") == "../b/plan.meso");
  CHECK(relative_path(".", "/home/a") == ".");
  CHECK(relative_path("", "/home/a") == ".");
  CHECK(relative_path("<stdin>", "/home/a") == "<stdin>");
}

TEST_CASE("paths: absolute ones are seen from the folder") {
  CHECK(relative_path("/home/a/plan.meso", "/home/a") == "plan.meso");
  CHECK(relative_path("/home/a/plan.meso", "/home/a/") == "plan.meso");
  CHECK(relative_path("/home/ab/plan.meso", "/home/a") == "../ab/plan.meso");
  CHECK(relative_path("/etc/plan.meso", "/home/a") == "../../etc/plan.meso");
  CHECK(relative_path("/home/a/../../../plan.meso", "/home/a") == "../../plan.meso");
  CHECK(relative_path("/home/a", "/home/a") == ".");
  CHECK(relative_path("/plan.meso", "/") == "plan.meso");
  CHECK(relative_path("/etc//./plan.meso", "") == "/etc/plan.meso");
}
