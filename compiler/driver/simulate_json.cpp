// A simulation for programs: docs/simulation.schema.json.
#include <nlohmann/json.hpp>

#include "compiler/driver/simulate_report.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;
using simulate::Histogram;
using simulate::Tally;

constexpr int kSimulationFormat = 1;

// To so many places, from whole numbers: no digit depends on the machine.
double ratio(std::int64_t part, std::int64_t whole, std::int64_t scale) {
  if (whole == 0) return 0;
  return static_cast<double>((part * scale * 2 + whole) / (whole * 2)) / static_cast<double>(scale);
}
double share(std::int64_t part, std::int64_t whole) { return ratio(part, whole, 10'000); }

Json distribution(const Histogram& h) {
  return {{"count", h.count()},
          {"mean", ratio(h.sum(), h.count(), 100)},
          {"p5", h.percentile(50)},
          {"p50", h.percentile(500)},
          {"p95", h.percentile(950)}};
}

Json sessions(const Tally& t) {
  return {{"due", t.due},
          {"released_first_try", share(t.released_first, t.due)},
          {"done", t.done},
          {"lightened", share(t.lightened, t.done)}};
}

Json athletes(const Tally& t) {
  return {{"count", t.athletes},
          {"days", t.athlete_days},
          {"finished", t.finished},
          {"referred", t.referred},
          {"returned_from_layoff", t.returned}};
}

Json weekly_sets(const SimulationReport& report) {
  Json out = Json::array();
  const auto& planned = report.plan.planned_sets();
  for (std::size_t g = 0; g < planned.size(); ++g) {
    const std::int64_t all = report.tally.weekly_sets[g];
    if (planned[g] == 0 && all == 0) continue;
    out.push_back({{"group", report.plan.plan().groups[g].name},
                   {"done", ratio(all, report.tally.athletes * 1000, 100)},
                   {"planned", ratio(planned[g], 1000, 100)}});
  }
  return out;
}

Json gains(const SimulationReport& report) {
  Json out = Json::array();
  const auto& exercises = report.plan.plan().exercises;
  for (std::size_t e = 0; e < report.tally.gains.size(); ++e) {
    if (report.tally.gains[e].count() == 0) continue;
    Json gain = {{"exercise", exercises[exercises.id_of(e)].name}};
    gain.update(distribution(report.tally.gains[e]));
    out.push_back(std::move(gain));
  }
  return out;
}

Json recovery(const Tally& t) {
  Json ways = Json::array();
  for (std::size_t i = 0; i < simulate::kOutsides; ++i)
    ways.push_back({{"what", simulate::text(static_cast<simulate::Outside>(i))},
                    {"athletes", t.left_by[i]},
                    {"bouts", t.bouts_outside[i]}});
  return {{"trained_sore", share(t.sore_sessions, t.done)},
          {"trained_weak", share(t.weak_sessions, t.done)},
          {"bouts", t.bouts},
          {"left_envelope", t.left_envelope},
          {"left_envelope_by", std::move(ways)},
          {"gate_broken", t.gate_broken}};
}

}  // namespace

std::string simulation_json(const SimulationReport& report) {
  const Tally& t = report.tally;
  Json days = {{"planned", report.plan.nominal_days()}};
  days.update(distribution(t.days));
  const Json out = {{"format_version", kSimulationFormat},
                    {"plan", report.plan.plan().name},
                    {"seed", report.seed},
                    {"caveat", simulation_caveat()},
                    {"athletes", athletes(t)},
                    {"days_to_finish", std::move(days)},
                    {"sessions", sessions(t)},
                    {"swaps", distribution(t.swaps)},
                    {"inserted_blocks", distribution(t.inserted)},
                    {"holds", distribution(t.holds)},
                    {"weekly_hard_sets", weekly_sets(report)},
                    {"load_gained_percent", gains(report)},
                    {"recovery", recovery(t)}};
  return out.dump(2) + "\n";
}

}  // namespace meso
