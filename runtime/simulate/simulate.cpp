#include "runtime/simulate/simulate.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "runtime/simulate/athlete.h"

namespace meso::simulate {
namespace {

constexpr int kChunk = 32;  // athletes that a thread takes at a time

// Threads take chunks until none is left, and each counts for itself.
class Crowd {
 public:
  Crowd(const SimulatedPlan& plan, const Request& request)
      : plan_(plan), request_(request), most_days_(most_days(plan)) {}

  Tally run() {
    const int chunks = (request_.athletes + kChunk - 1) / kChunk;
    const int threads = std::clamp(wanted_threads(), 1, std::max(chunks, 1));
    std::vector<Tally> tallies(static_cast<std::size_t>(threads), Tally(plan_, most_days_));
    std::vector<std::thread> others;
    for (std::size_t t = 1; t < tallies.size(); ++t)
      others.emplace_back([this, &tallies, t] { work(tallies[t], false); });
    work(tallies.front(), true);
    for (std::thread& other : others) other.join();
    for (std::size_t t = 1; t < tallies.size(); ++t) tallies.front().add(tallies[t]);
    return std::move(tallies.front());
  }

 private:
  int wanted_threads() const {
    return request_.threads > 0 ? request_.threads
                                : static_cast<int>(std::thread::hardware_concurrency());
  }

  void work(Tally& tally, bool tells) {
    Workspace workspace(plan_);
    for (int from = next_.fetch_add(kChunk); from < request_.athletes;
         from = next_.fetch_add(kChunk)) {
      const int to = std::min(from + kChunk, request_.athletes);
      for (int n = from; n < to; ++n)
        tally.add(SimulatedAthlete(plan_, request_.habits, request_.seed,
                                   static_cast<std::uint64_t>(n), workspace)
                      .run(most_days_));
      const int done = done_.fetch_add(to - from) + to - from;
      if (tells && request_.progress) request_.progress(done);
    }
  }

  const SimulatedPlan& plan_;
  const Request& request_;
  int most_days_;
  std::atomic<int> next_{0}, done_{0};
};

}  // namespace

int most_days(const SimulatedPlan& plan) { return 3 * std::max(plan.nominal_days(), 1); }

Tally simulate(const SimulatedPlan& plan, const Request& request) {
  return Crowd(plan, request).run();
}

}  // namespace meso::simulate
