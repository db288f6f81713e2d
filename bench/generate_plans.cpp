#include "bench/generate_plans.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "bench/dice.h"

namespace meso::bench {
namespace {

constexpr int kCorpusSeed = 2026;
constexpr std::size_t kNameColumn = 33;
constexpr int kMostWeeks = 104;  // of a plan
constexpr auto kNone = static_cast<std::size_t>(-1);

// What one place of a session may hold: exercises that train the same muscles, so that a block can
// take another of them without a jump in volume.
using Variants = std::array<std::string_view, 3>;

enum class Size : std::uint8_t { big, middle, small };

struct Place {
  Size size;
  Variants variants;
};

struct Day {
  std::string_view name;
  std::string_view weekday;
  std::string_view state;  // an exercise that stands on two days has a progression on each
  std::array<Place, 8> places;
};

constexpr std::array<Day, 6> kDays = {{
    {"Lower A",
     "Mon",
     "",
     {{{Size::big, {"back squat", "high-bar squat", "low-bar squat"}},
       {Size::big, {"romanian deadlift", "stiff-leg deadlift", "dumbbell romanian deadlift"}},
       {Size::middle, {"leg press", "hack squat", "horizontal leg press"}},
       {Size::small, {"lying leg curl", "seated leg curl", "leg curl"}},
       {Size::small, {"standing calf raise", "calf press", "seated calf raise"}},
       {Size::small, {"hanging leg raise", "hanging knee raise", "decline sit up"}},
       {Size::small, {"leg extension", "single-leg leg extension", "leg extension"}},
       {Size::small, {"hip adduction", "cable hip adduction", "hip adduction"}}}}},
    {"Upper A",
     "Tue",
     "",
     {{{Size::big, {"bench press", "wide-grip bench press", "larsen press"}},
       {Size::big, {"barbell row", "pendlay row", "underhand barbell row"}},
       {Size::middle, {"overhead press", "seated overhead press", "dumbbell shoulder press"}},
       {Size::middle, {"lat pulldown", "neutral-grip lat pulldown", "wide-grip lat pulldown"}},
       {Size::small, {"lateral raise", "cable lateral raise", "machine lateral raise"}},
       {Size::small, {"dumbbell curl", "cable curl", "ez-bar curl"}},
       {Size::small, {"triceps pushdown", "rope pushdown", "skull crusher"}},
       {Size::small, {"face pull", "rear delt fly", "cable rear delt fly"}}}}},
    {"Lower B",
     "Thu",
     " as second",
     {{{Size::big, {"front squat", "pause front squat", "dumbbell front squat"}},
       {Size::middle, {"hip thrust", "machine hip thrust", "smith hip thrust"}},
       {Size::middle, {"bulgarian split squat", "dumbbell split squat", "dumbbell lunge"}},
       {Size::small, {"seated leg curl", "lying leg curl", "single-leg lying leg curl"}},
       {Size::small, {"seated calf raise", "standing calf raise", "calf press"}},
       {Size::small, {"leg extension", "single-leg leg extension", "leg extension"}},
       {Size::small, {"cable crunch", "machine crunch", "cable crunch"}},
       {Size::small, {"hip abduction", "hip abduction", "hip abduction"}}}}},
    {"Upper B",
     "Fri",
     " as second",
     {{{Size::big, {"incline dumbbell bench press", "incline bench press", "dumbbell bench press"}},
       {Size::big, {"chin up", "pull up", "neutral-grip pull up"}},
       {Size::middle, {"seated cable row", "chest-supported row", "machine row"}},
       {Size::middle,
        {"machine shoulder press", "standing dumbbell press", "smith shoulder press"}},
       {Size::small, {"dumbbell fly", "cable fly", "pec deck"}},
       {Size::small, {"incline dumbbell curl", "preacher curl", "barbell curl"}},
       {Size::small, {"overhead triceps extension", "french press", "dumbbell skull crusher"}},
       {Size::small, {"lateral raise", "seated lateral raise", "leaning lateral raise"}}}}},
    {"Shoulders and arms",
     "Sat",
     " as third",
     {{{Size::middle, {"arnold press", "arnold press", "behind-the-neck press"}},
       {Size::middle,
        {"close-grip bench press", "incline close-grip bench press",
         "smith close-grip bench press"}},
       {Size::small, {"hammer curl", "rope hammer curl", "cross-body hammer curl"}},
       {Size::small, {"rope pushdown", "triceps pushdown", "one-arm pushdown"}},
       {Size::small, {"machine rear delt fly", "face pull", "rear delt fly"}},
       {Size::small, {"barbell shrug", "dumbbell shrug", "cable shrug"}},
       {Size::small, {"wrist curl", "dumbbell wrist curl", "cable wrist curl"}},
       {Size::small, {"pallof press", "cable woodchop", "pallof press"}}}}},
    {"Back and hips",
     "Sun",
     " as third",
     {{{Size::big, {"deadlift", "deficit deadlift", "pause deadlift"}},
       {Size::middle, {"t-bar row", "dumbbell row", "smith row"}},
       {Size::middle, {"close-grip lat pulldown", "underhand lat pulldown", "machine pulldown"}},
       {Size::small,
        {"straight-arm pulldown", "one-arm straight-arm pulldown", "straight-arm pulldown"}},
       {Size::small, {"leg curl", "standing leg curl", "seated leg curl"}},
       {Size::small, {"bayesian curl", "machine curl", "spider curl"}},
       {Size::small, {"calf press", "standing calf raise", "seated calf raise"}},
       {Size::small, {"ab wheel rollout", "toes to bar", "body saw"}}}}},
}};

constexpr std::array<std::string_view, 8> kNotes = {
    "Stop every set when the bar slows, not when it stops.",
    "Full range, one second still at the bottom.",
    "The last set is the heaviest; the first two lead up to it.",
    "Elbows in; let the shoulder blades move.",
    "Film one set from the side every other week.",
    "If the gym is full, swap the order of the last two.",
    "Breathe and brace before each rep.",
    "Leave the straps in the bag until the last set.",
};
constexpr std::array<std::string_view, 6> kRemarks = {
    "# asked for by the athlete: less work for the lower back here",
    "# the second exposure of the week is the lighter one",
    "# check with the physio before this one comes back at full range",
    "# machine in use most evenings: the alternative is fine",
    "# same order as last year, it worked",
    "# raise the range by two reps if the load can't be split",
};

constexpr std::string_view kGate = R"(gate ready                              # read from the top
  refer     when pain is sharp or soreness >= 3 for 7 days
  recover   when soreness >= 7 or soreness >= 3 for 5 days or energy <= 1 or sleep <= 2 for 3 days
  swap      when soreness impairs or soreness >= 4 or pain is dull
  train     when soreness <= 2 and energy >= 3 and strength restored
  lighten   sets x 50%, load x 90%, RIR + 1   when soreness >= 3 for 4 days and soreness <= 3 and not soreness impairs and strength restored
  lighten   sets x 70%, load x 90%, RIR + 1   when soreness <= 3 and not soreness impairs and strength restored
  swap      when energy >= 3
  recover   otherwise

)";
constexpr std::string_view kRules = R"(rule double(step)
  when all sets reach top of range     then load + step, reps to bottom of range
  when missed twice in a row           then load x 90%, notify coach
  otherwise hold

rule build(step, most)                  # the narrower clause stands first
  when all sets reach top of range twice in a row and recovered in time and sets < most   then sets + 1
  when all sets reach top of range     then load + step, reps to bottom of range
  when missed twice in a row           then load x 90%, sets to start, notify coach
  otherwise hold

rule wave(step)
  when block ends and missed once this block                then training max x 90%, notify coach
  when block ends and all sets done every time this block   then training max + step

)";
constexpr std::string_view kSchemes = R"(scheme fives
  week 1-2     1x5 65%, 1x5 75%, 1x5+ 80%
  week 3-4     1x5 70%, 1x5 75%, 1x5+ 82.5%
  week 5-104   1x5 70%, 1x5 77.5%, 1x5+ 85%
scheme threes
  week 1-3     1x3 70%, 1x3 80%, 1x3+ 85%
  week 4-104   1x3 72.5%, 1x3 80%, 1x3+ 87.5%

return after 14 days off
  week 1   sets x 50%, load x 90%, RIR to 4
  week 2   sets x 70%, load x 95%, RIR to 3
return after 28 days off
  week 1   sets x 50%, load x 80%, RIR to 4
  week 2   sets x 70%, load x 85%, RIR to 4
  week 3   sets x 80%, load x 90%, RIR to 3
  week 4   sets x 90%, load x 95%, RIR to 3

)";

// What stays the same from block to block: which days, how many places, how many sets.
struct Template {
  struct Exercise {
    const Place* place;
    int sets;
    bool by_scheme;           // percentages of a training max, else a range of reps
    std::string_view name{};  // the variant that the current block has
  };
  struct Session {
    const Day* day;
    std::vector<Exercise> exercises;
  };
  std::vector<Session> sessions;
};

Template design(Dice& dice) {
  Template plan;
  const int days = dice.between(3, 6);
  for (int d = 0; d < days; ++d) {
    const Day& day = kDays[static_cast<std::size_t>(d)];
    Template::Session session{&day, {}};
    const int count = dice.between(5, 8);
    for (int e = 0; e < count; ++e) {
      const Place& place = day.places[static_cast<std::size_t>(e)];
      session.exercises.push_back({&place, dice.between(2, 3), e == 0 && dice.one_in(2)});
    }
    plan.sessions.push_back(std::move(session));
  }
  return plan;
}

class Writer {
 public:
  Writer(std::uint32_t seed, Shape shape) : dice_(seed), shape_(shape), template_(design(dice_)) {
    out_.reserve(32 * 1024);
    write_head(seed);
    out_ += kGate;
    out_ += kRules;
    out_ += kSchemes;
    for (int b = 1; b <= shape.blocks; ++b) write_block(b);
  }
  std::string take() { return std::move(out_); }

 private:
  template <class... Parts>
  void line(const Parts&... parts) {
    ((out_ += parts), ...);
    out_ += '\n';
  }

  // Every exercise of the plan once, in the order met.
  std::vector<std::string_view> exercises(bool only_by_scheme) const {
    std::vector<std::string_view> names;
    for (const Template::Session& session : template_.sessions)
      for (const Template::Exercise& e : session.exercises)
        for (const std::string_view name : e.place->variants)
          if ((e.by_scheme || !only_by_scheme) && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    return names;
  }

  void write_head(std::uint32_t seed) {
    line("# Written by the benchmarks; no coach stands behind it.");
    line("plan \"Generated plan ", std::to_string(seed), "\"");
    line("  by \"Example Strength\"");
    line("  level intermediate");
    line("  units kg");
    line("  round nearest 2.5 kg");
    line("  round dumbbell nearest 2 kg");
    line("  guidelines 2026");
    line("  purpose strength, muscle\n");
    write_familiar(exercises(false));
    for (const std::string_view name : exercises(true))
      line("  input training max of ", name, " default 90% of 1RM");
    line("  goal e1RM of ", template_.sessions.front().exercises.front().place->variants.front(),
         " + 5% by end of \"Block 1\"");
    line("  track sleep, energy, movement quality\n");
  }

  void write_familiar(const std::vector<std::string_view>& names) {
    constexpr std::size_t kALine = 4;
    for (std::size_t i = 0; i < names.size(); ++i) {
      out_ += i % kALine == 0 ? "  familiar " : ", ";
      out_ += names[i];
      if (i % kALine == kALine - 1 || i + 1 == names.size()) out_ += '\n';
    }
  }

  void write_block(int number) {
    const std::string name = "Block " + std::to_string(number);
    const int weeks = shape_.weeks > 0 ? shape_.weeks : weeks_of(number);
    line("block \"", name, "\" ", std::to_string(weeks), " weeks if ready");
    line("  week 1   RIR + 1");
    for (std::size_t s = 0; s < template_.sessions.size(); ++s)
      write_session(template_.sessions[s], new_place(number, s));
    line("\nblock \"Deload ", std::to_string(number), "\" 1 week, deload if ready");
    line("  repeat \"", name, "\"   sets x 50%, load x 90%, RIR + 2\n");
  }

  // 4 to 12, with at least 4 and a deload left for each block to come.
  int weeks_of(int number) {
    const int to_come = shape_.blocks - number;
    const int most = kMostWeeks - written_weeks_ - 1 - to_come * 5;
    const int weeks = dice_.between(4, std::clamp(most, 4, 12));
    written_weeks_ += weeks + 1;
    return weeks;
  }

  // Which place of a session has another variant in this block: after the first block one in all,
  // for a lift that changes makes sore, and can't be compared.
  std::size_t new_place(int number, std::size_t session) const {
    const std::size_t border = static_cast<std::size_t>(number) - 2;
    const std::size_t sessions = template_.sessions.size();
    if (number == 1 || border % sessions != session) return kNone;
    return border / sessions % template_.sessions[session].exercises.size();
  }

  void write_session(Template::Session& session, std::size_t changes) {
    line("  session \"", session.day->name, "\"");
    line("    prefer ", session.day->weekday);
    line("    at least 3 days and at most 9 days");
    bool first_of_pair = true;
    for (std::size_t i = 0; i < session.exercises.size(); ++i) {
      Template::Exercise& e = session.exercises[i];
      const std::string_view variant = dice_.of(e.place->variants);
      if (e.name.empty() || i == changes) e.name = variant;
      const bool paired = e.place->size == Size::small;
      write_exercise(e, paired ? (first_of_pair ? "A1 " : "A2 ") : "", session.day->state);
      if (paired && !first_of_pair) break_pair();
      if (paired) first_of_pair = !first_of_pair;
    }
  }

  // Supersets are of two: what follows stands alone again, under a remark of the author's.
  void break_pair() {
    if (dice_.one_in(6)) line("    ", dice_.of(kRemarks));
  }

  void write_exercise(const Template::Exercise& e, std::string_view label, std::string_view state) {
    std::string name(label);
    name += e.name;
    name.resize(std::max(kNameColumn, name.size()), ' ');
    const std::string sets = std::to_string(e.sets);
    const std::string rir = " @ RIR " + std::to_string(dice_.between(1, 3));
    if (e.by_scheme) {
      line("    ", name, dice_.one_in(2) ? "scheme fives" : "scheme threes",
           "   rest 3 min   wave(2.5 kg)", state);
    } else if (e.place->size == Size::big) {
      line("    ", name, sets, dice_.one_in(2) ? "x6-8  " : "x5-8  ", rir,
           "   rest 3 min   build(2.5 kg, 4)", state);
    } else if (e.place->size == Size::middle) {
      line("    ", name, sets, dice_.one_in(2) ? "x8-12 " : "x8-10 ", rir, "   rest 2-3 min",
           dice_.one_in(4) ? "   tempo 3-1-1-0" : "", "   double(5%)", state);
    } else {
      line("    ", name, sets, dice_.one_in(2) ? "x10-15" : "x12-15", rir,
           "   rest 60-90 s   double(5%)", state);
    }
    if (e.place->size == Size::big) line("      warm up auto");
    if (dice_.one_in(5)) line("      note \"", dice_.of(kNotes), "\"");
  }

  Dice dice_;
  Shape shape_;
  Template template_;
  int written_weeks_ = 0;
  std::string out_;
};

std::ptrdiff_t lines_of(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

std::string generate_plan(std::uint32_t seed, Shape shape) { return Writer(seed, shape).take(); }

std::string five_hundred_lines(std::uint32_t seed) {
  std::string plan;
  for (int blocks = 1; lines_of(plan) < 480; ++blocks) plan = generate_plan(seed, {blocks, 0});
  return plan;
}

std::string twelve_weeks() { return generate_plan(kCorpusSeed, {1, 12}); }
std::string sixteen_weeks() { return generate_plan(kCorpusSeed, {1, 16}); }

std::vector<std::string> generate_corpus(std::size_t bytes) {
  std::vector<std::string> corpus;
  std::size_t written = 0;
  for (std::uint32_t seed = kCorpusSeed; written < bytes; ++seed) {
    corpus.push_back(five_hundred_lines(seed));
    written += corpus.back().size();
  }
  return corpus;
}

std::string generate_pasted(std::size_t bytes) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string out;
  for (const std::string& plan : generate_corpus(2 * bytes))
    for (std::size_t i = 0; i < plan.size(); ++i) {
      const bool starts_line = out.empty() || out.back() == '\n';
      if (starts_line && out.size() >= bytes) return out;
      const bool in_number = i > 0 && i + 1 < plan.size() && is_digit(plan[i - 1]);
      if (plan[i] == ' ' && starts_line) continue;
      if (plan[i] == 'x' && in_number)
        out += "\u00D7";
      else if (plan[i] == '-' && in_number)
        out += "\u2013";
      else
        out.push_back(plan[i]);
    }
  return out;
}

std::string generate_bad_lines(int count) {
  std::string out = "plan \"Nothing can be read\"\n  guidelines 2026\n";
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    switch (i % 6) {
      case 0: out += "    back squat 3x" + n + " @ 80 kq\n"; break;
      case 1: out += "sesion \"Lower " + n + "\"\n"; break;
      case 2: out += "    bench press 3x5 @ RIR two, then " + n + "\n"; break;
      case 3: out += "block Base " + n + " weeks\n"; break;
      case 4: out += "what I did on day " + n + "\n"; break;
      default: out += "  when soreness then load + " + n + "\n"; break;
    }
  }
  return out;
}

}  // namespace meso::bench
