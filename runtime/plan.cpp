#include "runtime/plan.h"

namespace meso {

bool is_objective(Metric metric) { return metric <= Metric::body_fat; }

// What the athlete can do, as against what a scale or a wrist band reads.
bool is_performance(Metric metric) { return metric <= Metric::training_max; }

std::string_view text(Metric metric) {
  switch (metric) {
    case Metric::load: return "load";
    case Metric::reps: return "reps";
    case Metric::e1rm: return "e1RM";
    case Metric::tonnage: return "tonnage";
    case Metric::rep_quality: return "rep quality";
    case Metric::hard_sets: return "hard sets";
    case Metric::one_rm: return "1RM";
    case Metric::n_rm: return "nRM";
    case Metric::training_max: return "training max";
    case Metric::bodyweight: return "bodyweight";
    case Metric::resting_heart_rate: return "resting heart rate";
    case Metric::hrv: return "HRV";
    case Metric::waist: return "waist";
    case Metric::body_fat: return "body fat";
    case Metric::sleep: return "sleep";
    case Metric::energy: return "energy";
    case Metric::mood: return "mood";
    case Metric::stress: return "stress";
    case Metric::movement_quality: return "movement quality";
    case Metric::technique: return "technique";
    case Metric::confidence: return "confidence";
    case Metric::appetite: return "appetite";
    case Metric::soreness: return "soreness";
  }
  return "";
}

std::string_view text(Weekday day) {
  switch (day) {
    case Weekday::mon: return "Mon";
    case Weekday::tue: return "Tue";
    case Weekday::wed: return "Wed";
    case Weekday::thu: return "Thu";
    case Weekday::fri: return "Fri";
    case Weekday::sat: return "Sat";
    case Weekday::sun: return "Sun";
  }
  return "";
}

std::string_view text(SetStyle::Kind kind) {
  switch (kind) {
    case SetStyle::Kind::drop_set: return "drop set";
    case SetStyle::Kind::rest_pause: return "rest-pause";
    case SetStyle::Kind::myo_reps: return "myo-reps";
    case SetStyle::Kind::cluster: return "cluster";
  }
  return "";
}

std::string_view text(WeekKind kind) {
  switch (kind) {
    case WeekKind::loading: return "loading";
    case WeekKind::deload: return "deload";
    case WeekKind::push: return "push";
    case WeekKind::test: return "test";
  }
  return "";
}

}  // namespace meso
