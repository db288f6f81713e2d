#include "tests/verify/tiny_plans.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tests/step/random_run.h"

namespace meso::test {
namespace {

struct Lift {
  std::string name, group;
};
const std::vector<Lift> kLifts{{"leg extension", "quads"},  {"lying leg curl", "hamstrings"},
                               {"dumbbell curl", "biceps"}, {"triceps pushdown", "triceps"},
                               {"bench press", "chest"},    {"back squat", "glutes"}};

// By the name of what they ask; GROUP is one that the plan trains.
const std::vector<std::string> kGates{
    // the report of what is trained, and no more
    "  train when soreness <= 2\n",
    "  train when soreness <= 2\n"
    "  lighten sets x 50% when soreness <= 3 and not soreness impairs\n",
    "  recover when soreness >= 7\n"
    "  train when soreness <= 2 and energy >= 3\n",
    "  refer when pain is sharp or soreness >= 7\n"
    "  recover when soreness impairs or pain is dull\n"
    "  train when soreness <= 2\n",
    // too high a report
    "  train when soreness <= 4\n",
    "  train when soreness <= 2\n"
    "  lighten sets x 50% when soreness <= 4\n",
    // something else, or another group
    "  train when energy >= 3\n",
    "  train when soreness of GROUP <= 2\n",
    // strength as well
    "  train when soreness <= 2 and strength restored\n",
    "  train when soreness <= 2 and energy >= 3 and strength restored\n"
    "  lighten sets x 50%, RIR + 1 when soreness <= 3 and not soreness impairs\n",
    "  train when soreness <= 2 and energy >= 3 and strength restored\n"
    "  lighten sets x 50% when soreness <= 3 and not soreness impairs and strength restored\n",
    "  recover when not strength restored\n"
    "  train when soreness <= 2\n",
    // another session in its place
    "  swap when soreness >= 4\n"
    "  train when soreness <= 2\n",
    "  swap when soreness >= 3 or energy <= 1\n"
    "  train when soreness <= 2 and strength restored\n"
    "  swap when soreness <= 2\n",
    "  swap when soreness of GROUP >= 3\n"
    "  train when energy >= 3\n",
    "  swap when soreness impairs or soreness >= 4\n"
    "  lighten sets x 50% when soreness = 3\n"
    "  train when soreness <= 2 and energy >= 3\n",
};

class TinyPlan {
 public:
  TinyPlan(std::uint64_t seed, TinyKind kind) : dice_(seed + 1), kind_(kind) {}

  std::string text() {
    draw_lifts();
    std::string out = head() + gates() + rule();
    sessions_ = 2 + dice_.upto(2);
    out += first_block();
    if (kind_ == TinyKind::ruled)
      out += "block \"Easy\" 1 week, deload" + gate_use() + "\n  repeat \"Base\" sets x 50%\n";
    else if (dice_.one_in(5))
      out += second_block();
    return out;
  }

 private:
  std::string one_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(dice_.upto(static_cast<int>(words.size())))];
  }
  std::string number(int low, int high) { return std::to_string(low + dice_.upto(high - low + 1)); }

  void draw_lifts() {
    lifts_ = kLifts;
    const int most = 1 + dice_.upto(3);
    while (static_cast<int>(lifts_.size()) > most)
      lifts_.erase(lifts_.begin() + dice_.upto(static_cast<int>(lifts_.size())));
  }

  const Lift& lift() {
    return lifts_[static_cast<std::size_t>(dice_.upto(static_cast<int>(lifts_.size())))];
  }

  std::string head() {
    std::string out = "plan \"Tiny\"\n  level " + one_of({"novice", "intermediate", "advanced"}) +
                      "\n  guidelines 2026\n";
    if (!dice_.one_in(4)) out += familiar();
    // Short ramps keep it tiny; the usual ones of the edition come now and then.
    if (!dice_.one_in(6))
      out += "return after " + number(6, 14) + " days off\n  week 1 sets x 50%\n";
    return out;
  }

  std::string familiar() {
    std::string out;
    for (const Lift& lift : lifts_)
      if (!dice_.one_in(5)) out += (out.empty() ? "  familiar " : ", ") + lift.name;
    return out.empty() ? out : out + "\n";
  }

  std::string gates() {
    std::string out;
    gates_ = dice_.upto(3);
    for (int g = 0; g < gates_; ++g) {
      std::string clauses = one_of(kGates);
      const auto at = clauses.find("GROUP");
      if (at != clauses.npos) clauses.replace(at, 5, lift().group);
      out += "gate gate_" + std::to_string(g) + "\n" + clauses + "  recover otherwise\n";
    }
    return out;
  }

  std::string rule() {
    if (kind_ != TinyKind::ruled) return "";
    const std::string what =
        one_of({"insert \"Easy\"", "insert \"Easy\", at most 2 times", "repeat week", "end block"});
    return "rule answer()\n  when " + one_of({"missed", "all sets done"}) + " then " + what + "\n";
  }

  std::string gate_use() {
    return gates_ > 0 && !dice_.one_in(5) ? " if gate_" + number(0, gates_ - 1) : "";
  }

  std::string length() {
    const std::string passes = number(1, 2);
    const std::string weeks = passes == "1" ? " week" : " weeks";
    switch (dice_.upto(5)) {
      case 0: return passes + " rotations, " + number(2, 7) + " sessions a week";
      case 1: return passes + weeks + ", " + number(2, 4) + " sessions a week";
      case 2: return "1 week, 2 times";
      default: return passes + weeks;
    }
  }

  std::string first_block() {
    std::string out = "block \"Base\" " + length();
    if (dice_.one_in(6)) out += ", deload";
    if (dice_.one_in(3)) out += gate_use();
    out += "\n";
    if (dice_.one_in(8)) out += "  week 1 " + one_of({"RIR + 1", "sets x 50%", "push"}) + "\n";
    for (int s = 0; s < sessions_; ++s) out += session(s);
    return out;
  }

  std::string second_block() {
    if (dice_.one_in(2)) return "block \"Easy\" 1 week, deload\n  repeat \"Base\" sets x 50%\n";
    return "block \"More\" 1 week\n  session \"Z\"" + gate_use() + "\n" + line(lift());
  }

  std::string session(int nth) {
    const std::string name(1, static_cast<char>('A' + nth));
    std::string out = "  session \"" + name + "\"" + gate_use() + "\n" + fixed_day() + wait(nth);
    const Lift& first = lift();
    out += line(first);
    if (const Lift& second = lift(); dice_.one_in(3) && second.name != first.name)
      out += line(second);
    return out;
  }

  std::string wait(int nth) {
    switch (dice_.upto(5)) {
      case 0:
      case 1: return "    at least " + days(1, 7) + after(nth);
      case 2: return "    at least " + days(1, 9) + " after last session\n";
      case 3:
        if (dice_.one_in(2)) return "    at most " + days(2, 6) + after(nth);
        return "    at least 1 day and at most " + days(2, 6) + after(nth);
      default: return "";
    }
  }

  std::string fixed_day() {
    if (kind_ != TinyKind::fixed_days || dice_.one_in(2)) return "";
    return "    on " + one_of({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}) + "\n";
  }

  std::string days(int low, int high) {
    const std::string n = number(low, high);
    return n + (n == "1" ? " day" : " days");
  }

  // Without a word: after the groups that the session is for.
  std::string after(int nth) {
    switch (dice_.upto(4)) {
      case 0: return " after last session\n";
      case 1: return nth == 0 ? "\n" : " after \"" + session_before(nth) + "\"\n";
      case 2: return " after " + lift().group + "\n";
      default: return "\n";
    }
  }

  std::string session_before(int nth) {
    return std::string(1, static_cast<char>('A' + dice_.upto(nth)));
  }

  std::string line(const Lift& lift) {
    return "    " + lift.name + " " + number(2, dice_.one_in(3) ? 10 : 4) + "x10 @ RIR " +
           number(0, 4) + (kind_ == TinyKind::ruled && dice_.one_in(2) ? " answer()" : "") + "\n";
  }

  Dice dice_;
  TinyKind kind_;
  std::vector<Lift> lifts_;
  int gates_ = 0, sessions_ = 0;
};

}  // namespace

std::string tiny_plan(std::uint64_t seed, TinyKind kind) { return TinyPlan(seed, kind).text(); }

}  // namespace meso::test
