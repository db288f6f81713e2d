// Work on many things at a time, whose results are taken in the order of the things.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace meso {

// `work(n)` runs on any thread, `take(n, result)` on this one, for n from 0 up. One thing, or one
// thread (0: one for each core), is done without threads. What `work` throws is thrown here.
template <class Work, class Take>
void in_order(std::size_t count, int threads, const Work& work, const Take& take) {
  using Result = decltype(work(std::size_t{0}));
  const std::size_t wanted = threads > 0
                                 ? static_cast<std::size_t>(threads)
                                 : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
  if (std::min(count, wanted) < 2) {
    for (std::size_t n = 0; n < count; ++n) take(n, work(n));
    return;
  }
  std::mutex mutex;
  std::condition_variable ready;
  std::vector<std::optional<Result>> results(count);
  std::exception_ptr failure;
  std::size_t next = 0;
  const auto run = [&] {
    for (;;) {
      std::size_t n = 0;
      {
        const std::lock_guard lock(mutex);
        if (next >= count || failure) return;
        n = next++;
      }
      try {
        Result result = work(n);
        const std::lock_guard lock(mutex);
        results[n] = std::move(result);
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
      }
      ready.notify_one();
    }
  };
  std::vector<std::jthread> workers;
  for (std::size_t t = 0; t < std::min(count, wanted); ++t) workers.emplace_back(run);
  for (std::size_t n = 0; n < count; ++n) {
    std::unique_lock lock(mutex);
    ready.wait(lock, [&] { return results[n].has_value() || failure; });
    if (!results[n]) break;
    Result result = std::move(*results[n]);
    results[n].reset();
    lock.unlock();
    take(n, std::move(result));
  }
  workers.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace meso
