#include "tests/property/plan_text.h"

#include <vector>

namespace meso::test {
namespace {

using Text = rc::Gen<std::string>;

Text one_of(std::vector<std::string> words) { return rc::gen::elementOf(std::move(words)); }
std::string number(int low, int high) { return std::to_string(*rc::gen::inRange(low, high + 1)); }
bool maybe() { return *rc::gen::arbitrary<bool>(); }

std::string range(int low, int high) {
  const int from = *rc::gen::inRange(low, high);
  return std::to_string(from) + "-" + std::to_string(*rc::gen::inRange(from + 1, high + 1));
}

// The lifts that have a max in the head.
const std::vector<std::string> kMaxed{"back squat", "bench press", "deadlift"};
const std::vector<std::string> kOthers{"lat pulldown",  "leg curl",    "face pull", "RDL",
                                       "lateral raise", "hammer curl", "leg press", "Hip-Thrust",
                                       "any push",      "barbell row", "dip"};

std::string effort() { return maybe() ? " @ RIR " + number(0, 4) : " @ RPE " + number(6, 10); }

std::string counted_sets() {
  const std::string sets = maybe() ? number(1, 6) : range(2, 5);
  const std::string reps = maybe() ? number(1, 15) : range(3, 15);
  return sets + "x" + reps + (maybe() ? "+" : "");
}

std::string percent() { return " " + number(50, 95) + "%"; }

std::string maxed_sets() {
  std::string out = counted_sets() + percent();
  const int more = *rc::gen::inRange(0, 3);
  for (int i = 0; i < more; ++i) out += ", " + number(1, 3) + "x" + number(1, 8) + percent();
  return out + (maybe() ? effort() : "");
}

std::string other_sets() {
  switch (*rc::gen::inRange(0, 6)) {
    case 0: return number(1, 4) + "xmax";
    case 1: return number(1, 4) + "x" + number(10, 60) + " s";
    case 2: return number(20, 60) + " reps";
    case 3: return number(2, 4) + "x" + number(5, 12) + " " + number(10, 90) + " kg";
    case 4: return number(1, 3) + "x5, 2x8 top set - " + number(5, 20) + "%";
    default: return counted_sets() + (maybe() ? effort() : "");
  }
}

std::string style() { return *one_of({" drop set 2 x 80%", " rest-pause 2", " myo-reps 3x5", ""}); }

std::string modifiers() {
  std::string out;
  if (maybe()) out += *one_of({" rest 90 s", " rest 2-3 min", " rest 3 min"});
  if (maybe()) out += *one_of({" tempo 3-1-X-0", " each side", " optional", " to failure", ""});
  return out;
}

std::string call() { return *one_of({"", " double(2.5 kg)", " linear(5%)", " more(1, 8)"}); }

std::string exercise() {
  if (maybe())
    return *rc::gen::elementOf(kMaxed) + " " + maxed_sets() + modifiers() +
           *one_of({"", " cycle(2.5 kg)"});
  const std::string sets = other_sets();
  const bool counted = sets.find(" s") == sets.npos && sets.find("reps") == sets.npos;
  return *rc::gen::elementOf(kOthers) + " " + sets + modifiers() +
         (counted ? style() + call() : std::string());
}

std::string lines(const std::vector<std::string>& all, const std::string& indent) {
  std::string out;
  for (const std::string& line : all) out += indent + line + "\n";
  return out;
}

std::string session(int n) {
  std::string out =
      "  session \"Day " + std::to_string(n) + "\"" + *one_of({"", " if fresh"}) + "\n";
  if (maybe()) out += *one_of({"    prefer Mon, Thu\n", "    on Tue\n", "    at least 2 days\n"});
  if (maybe()) out += "    note \"Keep the bar close.\"\n";
  const int wanted = *rc::gen::inRange(0, 8);
  std::vector<std::string> exercises;
  for (int e = 0; e < wanted; ++e) exercises.push_back(exercise());
  // One progression a lift: the same exercise twice under one rule may differ in its sets.
  return out + "    back squat 3x5 80%  # the main lift\n" + lines(exercises, "    ");
}

const char* const kHead =
    "plan \"Random\"\n"
    "  guidelines 2026\n"
    "  units kg\n"
    "  input training max of back squat, bench press, deadlift default 90% of 1RM\n";

const char* const kDefinitions =
    "gate fresh\n"
    "  train when soreness <= 2 and energy >= 3\n"
    "  recover otherwise\n"
    "rule double(step)\n"
    "  when all sets reach top of range then load + step, reps to bottom of range\n"
    "  when missed twice in a row then load x 90%\n"
    "rule linear(step)\n"
    "  when all sets done then load + step\n"
    "rule more(by, most)\n"
    "  when all sets done twice in a row then sets + by, up to most\n"
    "rule cycle(step)\n"
    "  when block ends and all sets done every time this block then training max + step\n";

std::string block(int n) {
  std::string out = "block \"Block " + std::to_string(n) + "\" " + number(1, 5) + " weeks" +
                    *one_of({"", " if fresh", ", deload", ", 2 times"}) + "\n";
  if (maybe()) out += *one_of({"  week 1 RIR + 1\n", "  week 1 sets x 70%, load x 90%\n"});
  const int sessions = *rc::gen::inRange(1, 4);
  for (int s = 1; s <= sessions; ++s) out += session(s);
  if (maybe()) out += "  repeat \"Day 1\" as \"Day 9\" load + 5%\n";
  return out;
}

std::string whole() {
  std::string out = std::string("# drawn at random\n") + kHead;
  if (maybe()) out += "  familiar back squat, bench press\n";
  if (maybe()) out += "  track sleep, energy   # every morning\n";
  if (maybe()) out += "  event \"Match\" on Sat\n";
  out += "\n";
  out += kDefinitions;
  const int blocks = *rc::gen::inRange(1, 3);
  for (int b = 1; b <= blocks; ++b) out += "\n" + block(b);
  return out;
}

}  // namespace

rc::Gen<std::string> plan_text() {
  return rc::gen::exec([] { return whole(); });
}

}  // namespace meso::test
