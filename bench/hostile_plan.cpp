#include "bench/hostile_plan.h"

#include <array>
#include <string_view>

namespace meso::bench {
namespace {

constexpr int kSessions = 40, kRules = 30, kGates = 20, kWeeks = 103;  // and one inserted

constexpr std::array<std::string_view, 12> kLifts = {
    "back squat",     "romanian deadlift", "leg extension", "lying leg curl",
    "bench press",    "barbell row",       "dumbbell curl", "triceps pushdown",
    "overhead press", "lat pulldown",      "lateral raise", "standing calf raise"};
constexpr std::array<std::string_view, 6> kGroups = {"quads", "hamstrings", "chest",
                                                     "lats",  "biceps",     "triceps"};

std::string number(int n) { return std::to_string(n); }
std::string session_name(int n) { return "\"S" + number(n % kSessions) + "\""; }
std::string_view lift(int n) { return kLifts[static_cast<std::size_t>(n) % kLifts.size()]; }
std::string group(int n) {
  return std::string(kGroups[static_cast<std::size_t>(n) % kGroups.size()]);
}

std::string head() {
  std::string out = "plan \"Hostile\"\n  level novice\n  guidelines 2026\n  familiar ";
  for (std::size_t i = 0; i < kLifts.size(); i += 2)
    out += (i == 0 ? "" : ", ") + std::string(kLifts[i]);
  return out + "\n";
}

std::string swapping_gate(int n) {
  return "gate g" + number(n) + "\n  swap      when soreness >= " + number(3 + n % 3) +
         "\n  train     when soreness <= 2\n  recover   otherwise\n";
}

// Clauses that cut each other's boxes: many reports, each in several places.
std::string intricate_gate(int n) {
  std::string out = "gate g" + number(n) + "\n";
  out += "  refer     when pain is sharp or soreness >= 3 for 7 days\n";
  for (int c = 0; c < 5; ++c) {
    const std::string a = "soreness of " + group(n + c), b = "soreness of " + group(n + c + 1);
    out += "  swap      when " + a + " >= " + number(3 + c) +
           " and energy <= " + number(1 + c % 4) + " and sleep <= " + number(2 + c % 3) + "\n";
    out += "  recover   when " + b + " >= " + number(4 + c) +
           " and stress >= " + number(2 + c % 3) + " and mood <= " + number(1 + c % 4) + "\n";
  }
  out += "  swap      when soreness impairs or soreness >= " + number(4 + n % 3) + "\n";
  if (n % 2 == 0)
    out += "  train     when soreness <= 2 and energy >= 3 and strength restored\n";
  else
    out += "  train     when soreness <= 2 and energy >= 2\n";
  out += "  lighten   sets x 50%   when soreness <= 3 and not soreness impairs\n";
  return out + "  swap      when energy >= 3\n  recover   otherwise\n";
}

std::string rule(int n) {
  std::string out = "rule r" + number(n) + "(step)\n";
  out += "  when all sets done " + number(2 + n % 3) + " times in a row   then load + step\n";
  out += "  when missed " + number(2 + n % 3) + " times in a row   then " +
         (n % 10 == 0   ? "insert \"Easy\", at most 2 times"
          : n % 10 == 1 ? "repeat week"
                        : "load x 90%") +
         "\n";
  return out + "  when missed   then load x 95%\n";
}

// Weeks of five kinds, so that no two neighbours are alike.
std::string week(int n) {
  const std::string at = "  week " + number(n) + "   ";
  switch (n % 5) {
    case 1: return at + "RIR + 1\n";
    case 2: return at + "sets + 1\n";
    case 3: return at + "RIR to 0\n";
    case 4: return at + "sets x 50%\n";
    default: return at + "deload sets x 50%\n";
  }
}

std::string session(int n, Hostility how) {
  std::string out = "  session " + session_name(n);
  if (n % 3 != 0) out += " if g" + number(n % kGates);
  out += "\n    at least " + number(1 + n % 4) + " days after " + session_name(n + 7) + "\n";
  if (how == Hostility::intricate)
    out += "    at most " + number(3 + n % 5) + " days after " + session_name(n + 13) + "\n";
  if (n % 2 == 0) out += "    at least " + number(1 + n % 3) + " days\n";
  for (int i = 0; i < 3; ++i)
    out += "    " + std::string(lift(n + 5 * i)) + " 3x8 @ RIR " + number((n + i) % 4) + "   r" +
           number((n + 11 * i) % kRules) + "(2.5%)   as s" + number(n) + "\n";
  return out;
}

}  // namespace

std::string hostile_plan(Hostility how) {
  std::string out = head();
  for (int n = 0; n < kGates; ++n)
    out += how == Hostility::intricate ? intricate_gate(n) : swapping_gate(n);
  for (int n = 0; n < kRules; ++n) out += rule(n);
  out += "block \"Base\" " + number(kWeeks) + " weeks\n";
  for (int n = 1; n <= kWeeks; ++n) out += week(n);
  for (int n = 0; n < kSessions; ++n) out += session(n, how);
  out += "block \"Easy\" 1 week, deload\n  repeat \"Base\"   sets x 50%\n";
  return out;
}

}  // namespace meso::bench
