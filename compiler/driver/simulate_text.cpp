#include <algorithm>
#include <vector>

#include "base/text.h"
#include "compiler/driver/simulate_report.h"

namespace meso {
namespace {

using simulate::Histogram;
using simulate::Outside;
using simulate::Tally;

constexpr std::size_t kName = 34;  // columns of what stands before a row's figures

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

// "12.5" of 12500 thousandths: one place, half rounded up.
std::string tenths(std::int64_t thousandths) {
  const std::int64_t n = (thousandths + 50) / 100;
  return std::to_string(n / 10) + "." + std::to_string(n % 10);
}

std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "-";
  const std::int64_t thousandths = part * 100'000 / whole;
  return (part > 0 && thousandths < 50 ? "<0.1" : tenths(thousandths)) + " %";  // some aren't none
}

std::string figures(const std::string& name, const std::vector<std::string>& cells,
                    const std::string& rest = "") {
  std::string line = "  " + padded(name, kName);
  for (const std::string& cell : cells) line += right(cell, 9);
  return line + (rest.empty() ? "" : "   " + rest) + "\n";
}

std::vector<std::string> percentiles(const Histogram& h) {
  return {std::to_string(h.percentile(50)), std::to_string(h.percentile(500)),
          std::to_string(h.percentile(950))};
}

std::string many(std::int64_t n) {  // "12,345"
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

// "81.7 %   of 5,408 sessions that came due".
std::string share(const std::string& name, std::int64_t part, std::int64_t whole,
                  const std::string& of) {
  return figures(name, {percent(part, whole)}, "of " + many(whole) + " " + of);
}

std::string distributions(const SimulationReport& report) {
  const Tally& t = report.tally;
  std::string out = figures("", {"5 %", "middle", "95 %"});
  out += figures("days to the end", percentiles(t.days),
                 "planned " + std::to_string(report.plan.nominal_days()));
  out += figures("swaps an athlete", percentiles(t.swaps));
  out += figures("inserted blocks an athlete", percentiles(t.inserted));
  out += figures("days held back an athlete", percentiles(t.holds));
  return out;
}

std::string shares(const Tally& t) {
  std::string out;
  out += share("reached the end", t.finished, t.athletes, "athletes");
  out += share("released at first try", t.released_first, t.due, "sessions that came due");
  out += share("done lightened", t.lightened, t.done, "sessions done");
  out += share("sent to a professional", t.referred, t.athletes, "athletes");
  out += share("came back from a lay-off", t.returned, t.athletes, "athletes");
  return out;
}

std::string weekly_sets(const SimulationReport& report) {
  std::string out = "\nhard sets a week, mean of all athletes\n";
  out += figures("", {"done", "planned"});
  const auto& planned = report.plan.planned_sets();
  for (std::size_t g = 0; g < planned.size(); ++g) {
    const std::int64_t mean =
        report.tally.weekly_sets[g] / std::max<std::int64_t>(1, report.tally.athletes);
    if (planned[g] > 0 || mean > 0)
      out += figures(report.plan.plan().groups[g].name, {tenths(mean), tenths(planned[g])});
  }
  return out;
}

std::string gains(const SimulationReport& report) {
  std::string rows;
  const auto& exercises = report.plan.plan().exercises;
  for (std::size_t e = 0; e < report.tally.gains.size(); ++e) {
    const Histogram& gain = report.tally.gains[e];
    if (gain.count() == 0) continue;
    auto cells = percentiles(gain);
    for (std::string& cell : cells) cell += " %";
    const bool of_all = gain.count() == report.tally.athletes;
    rows += figures(exercises[exercises.id_of(e)].name, cells,
                    of_all ? "" : "of " + many(gain.count()) + " athletes");
  }
  if (rows.empty()) return "";
  return "\nload of the last time against the first, with bodyweight where it is lifted\n" +
         figures("", {"5 %", "middle", "95 %"}) + rows;
}

std::string in_words(Outside outside) {
  switch (outside) {
    case Outside::onset: return "soreness began later";
    case Outside::peak: return "soreness was higher";
    case Outside::peak_time: return "soreness peaked later";
    case Outside::below_three: return "below 3 of 10 later";
    case Outside::gone: return "free of soreness later";
    case Outside::strength: return "strong again later";
  }
  return "";
}

std::string recovery(const Tally& t) {
  std::string out = "\nrecovery\n";
  out += share("trained a group at 3 of 10 or more", t.sore_sessions, t.done, "sessions done");
  out += share("trained a group short of strength", t.weak_sessions, t.done, "sessions done");
  out += share("left the recovery table's envelope", t.left_envelope, t.athletes, "athletes");
  for (std::size_t i = 0; i < simulate::kOutsides; ++i)
    if (t.left_by[i] > 0)
      out += figures("  " + in_words(static_cast<Outside>(i)), {percent(t.left_by[i], t.athletes)},
                     "of athletes, in " + many(t.bouts_outside[i]) + " bouts");
  if (t.gate_broken > 0) out += figures("sessions against the plan's gate", {many(t.gate_broken)});
  return out;
}

}  // namespace

std::string_view simulation_caveat() {
  return "A model, not a forecast: athletes drawn by assumptions that are set by eye "
         "(docs/simulate.md). It compares plans, and says nothing of injury or of any one person.";
}

std::string simulation_text(const SimulationReport& report) {
  const std::string plan = report.plan.plan().name;
  std::string out = many(report.tally.athletes) + " simulated athletes through " + quoted(plan) +
                    ", seed " + std::to_string(report.seed) + "\n\n";
  out += distributions(report) + "\n" + shares(report.tally) + weekly_sets(report) + gains(report) +
         recovery(report.tally);
  return out + "\n" + wrapped(simulation_caveat(), "");
}

}  // namespace meso
