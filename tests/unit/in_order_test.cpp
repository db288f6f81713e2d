#include "compiler/driver/in_order.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using meso::in_order;

TEST_CASE("in order: results come in the order of the things, however long each takes") {
  for (const int threads : {0, 1, 2, 7}) {
    std::vector<std::string> taken;
    in_order(
        50, threads,
        [](std::size_t n) {
          if (n % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(3));
          return std::to_string(n);
        },
        [&](std::size_t n, std::string result) {
          CHECK(result == std::to_string(n));
          taken.push_back(std::move(result));
        });
    CHECK(taken.size() == 50);
  }
}

TEST_CASE("in order: nothing to do, and one thing") {
  int taken = 0;
  const auto one = [](std::size_t) { return 1; };
  const auto count = [&](std::size_t, int) { ++taken; };
  in_order(0, 4, one, count);
  CHECK(taken == 0);
  in_order(1, 4, one, count);
  CHECK(taken == 1);
}

TEST_CASE("in order: more than one thread works, where there is more than one") {
  std::atomic<int> inside{0}, most{0};
  in_order(
      8, 4,
      [&](std::size_t) {
        const int now = ++inside;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        --inside;
        return 0;
      },
      [](std::size_t, int) {});
  CHECK(most > 1);
}

TEST_CASE("in order: what the work throws arrives, and what came before it was taken") {
  for (const int threads : {1, 3}) {
    std::vector<std::size_t> taken;
    CHECK_THROWS_AS(in_order(
                        20, threads,
                        [](std::size_t n) {
                          if (n == 5) throw std::runtime_error("five");
                          return n;
                        },
                        [&](std::size_t n, std::size_t) { taken.push_back(n); }),
                    std::runtime_error);
    CHECK(taken.size() <= 5);
  }
}
