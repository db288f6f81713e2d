// Today's session as data: what the day decides, why, and with which loads. One function a format
// prints it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "runtime/step/step.h"

namespace meso {

struct TodayExercise {
  std::string label;                 // "A1"
  std::string name;                  // "back squat", "chin up or lat pulldown"
  std::string sets;                  // "3 x 6-8"
  std::string load;                  // "102.5 kg", "75% TM", "find it"; empty where there is none
  std::string effort;                // "RIR 2"
  std::string rest, tempo, style;    // may be empty
  std::vector<std::string> warm_up;  // "5 x 40 kg"
  std::string plates;                // "20 + 10 kg a side"; wanted and known
  std::string last;                  // "last time 100 kg: 8, 8, 7"
  std::vector<std::string> notes;
};

struct TodaySheet {
  std::string plan, by, athlete;
  std::string date;   // "Mon 2026-11-23"
  std::string place;  // `week 2 of "Accumulation"`
  // A closed word: train, lighten, swap, recover, rest, refer, finished; or ask: no check-in yet,
  // the session is what it would be at its best.
  std::string verdict;
  std::string headline;                // "Train Lower A as written."
  std::vector<std::string> why;        // each a sentence
  std::vector<std::string> needed;     // what it would take to train the session that is held back
  std::vector<std::string> notices;    // for the coach, of a return
  std::string gate, gate_place;        // the clause that decided and where it stands
  std::vector<std::string> questions;  // ask
  std::string session;
  std::vector<TodayExercise> exercises;
  std::vector<std::string> notes;  // of the session
  bool stop = false;               // the stop list, and nothing else
  std::string safety;              // who answers for the plan
};

struct TodayRequest {
  const RunPlan& run;
  const State& state;
  int day = 0;
  const DayVerdict& verdict;
  const Ask* ask = nullptr;  // no check-in yet: what it has to answer; the verdict is then a guess
  bool plates = false;
  // Where a clause stands: "plan.meso:24"; empty for the default gate.
  std::function<std::string(SourceId)> place;
};
TodaySheet make_today(const TodayRequest& request);

std::string today_text(const TodaySheet& sheet);
std::string today_markdown(const TodaySheet& sheet);
std::string today_html(const TodaySheet& sheet);
std::string today_json(const TodaySheet& sheet);

// The load of a set group as it is put on: "102.5 kg", "bodyweight + 10 kg".
std::string load_words(const RunPlan& run, const TodayLine& line, std::size_t group);
// "quads, glutes or hamstrings".
std::string group_words(const Plan& plan, GroupSet groups);
// What is asked, as a coach would: "soreness of quads, 0-10".
std::string question_words(const RunPlan& run, const Question& question);
// "Mon 2026-11-23".
std::string day_words(int day);

}  // namespace meso
