// One day's answers, and the questions that ask for them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/few.h"
#include "runtime/groups.h"
#include "runtime/logic.h"
#include "runtime/plan.h"

namespace meso {

// What is known of a yes or no. A comparison with something unknown is false, and so is its `not`.
enum class Truth : std::uint8_t { no, yes, unknown };

enum class Functional : std::uint8_t {
  alters_form,
  reduces_strength,
  shortens_range,
  lowers_confidence
};
inline constexpr std::size_t kFunctional = 4;

// The scales from 1 to 5 that every athlete knows.
enum class Scale : std::uint8_t { energy, sleep, stress, mood };
inline constexpr std::size_t kScales = 4;

// As the language and the log write them: "soreness alters form", "energy".
std::string_view text(Functional functional);
std::string_view text(Scale scale);

struct PainReport {
  Pain pain = Pain::none;
  std::string place;  // may be empty
  friend bool operator==(const PainReport&, const PainReport&) = default;
};

struct Question {
  enum class About : std::uint8_t {
    soreness,            // of `group`, 0-10
    functional,          // `functional`: yes or no
    scale,               // `scale`, 1-5
    pain,                // none, dull, sharp; where
    red_flag,            // anything of the stop list
    hrv,                 // ms
    resting_heart_rate,  // beats a minute
    own_signal,          // `signal`
    probe,               // one warm-up set of `exercise`, the session's first lift
  };
  About about = About::soreness;
  GroupId group;
  Functional functional = Functional::alters_form;
  Scale scale = Scale::energy;
  SignalId signal;
  ExerciseId exercise;
  friend bool operator==(const Question&, const Question&) = default;
};

struct CheckIn {
  static constexpr std::int8_t kUnanswered = -1;

  CheckIn() { clear(); }

  std::array<std::int8_t, kMostGroups> soreness;  // by group, 0-10
  std::array<Truth, kFunctional> functional;
  std::array<std::int8_t, kScales> scales;  // 1-5
  bool pain_answered = false;
  std::vector<PainReport> pains;  // none: no pain, where it was answered
  bool red_flag_answered = false;
  std::string red_flag;  // what it is; empty: none
  std::optional<Decimal> hrv, resting_heart_rate;
  std::vector<std::pair<SignalId, int>> own;
  // From a probe of this lift: whether its strength is as usual. See strength.h.
  Few<std::pair<ExerciseId, Truth>, 4> strength;
  std::vector<Question> passed_over;  // asked, and left unanswered
  // Nothing more will be answered: what is missing is unknown, and is asked no more.
  bool closed = false;

  // Nothing is answered, and the lists keep their memory.
  void clear() {
    soreness.fill(kUnanswered);
    scales.fill(kUnanswered);
    functional.fill(Truth::unknown);
    pain_answered = red_flag_answered = closed = false;
    pains.clear();
    red_flag.clear();
    hrv.reset();
    resting_heart_rate.reset();
    own.clear();
    strength.clear();
    passed_over.clear();
  }

  std::int8_t& operator[](GroupId group) { return soreness[group.value]; }
  std::int8_t operator[](GroupId group) const { return soreness[group.value]; }
  std::int8_t& operator[](Scale scale) { return scales[static_cast<std::size_t>(scale)]; }
  std::int8_t operator[](Scale scale) const { return scales[static_cast<std::size_t>(scale)]; }
  Truth& operator[](Functional f) { return functional[static_cast<std::size_t>(f)]; }
  Truth operator[](Functional f) const { return functional[static_cast<std::size_t>(f)]; }
  friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

// Each of `from` that is answered takes the place of the one in `to`. Without a branch: they are
// many, and are all looked at on each day.
template <class Answers, class Answer>
void take_answered(Answers& to, const Answers& from, Answer unanswered) {
  Answers taken = to;
  for (std::size_t i = 0; i < taken.size(); ++i)
    taken[i] = from[i] != unanswered ? from[i] : taken[i];
  to = taken;
}

// Later answers of the same day: they take the place of earlier ones, and leave the others. What a
// red flag was isn't kept here: it stands until somebody clears it, whatever the day.
void add_answers(CheckIn& now, const CheckIn& later);

std::optional<Truth> strength_of(const CheckIn& answers, ExerciseId lift);

// Whether a question that has no answer may still get one.
bool is_open(const CheckIn& answers, const Question& question);

// The highest report of these groups; kUnanswered where one of them wasn't answered.
int worst_soreness(const CheckIn& answers, GroupSet groups);

}  // namespace meso
