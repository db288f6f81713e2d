// What the check-in's prompts say.
#include <algorithm>

#include "base/text.h"
#include "compiler/driver/log_check_in.h"
#include "compiler/sheets/safety_text.h"
#include "compiler/sheets/today.h"
#include "runtime/step/warm_up.h"

namespace meso {
namespace {

using About = Question::About;

std::string effect(Functional functional) {
  switch (functional) {
    case Functional::alters_form: return "change how you move";
    case Functional::reduces_strength: return "cost you strength";
    case Functional::shortens_range: return "shorten your range";
    case Functional::lowers_confidence: return "make you unsure";
  }
  return "";
}

std::string last_soreness(const Reports& reports, const std::vector<Question>& step, int day) {
  std::vector<std::string> last;
  bool any = false;
  for (const Question& q : step) {
    const int report = reports.last_soreness(q.group, day);
    any = any || report != CheckIn::kUnanswered;
    last.push_back(report == CheckIn::kUnanswered ? "-" : std::to_string(report));
  }
  return any ? " (last time " + join(last, " ") + ")" : "";
}

std::string sets_words(const WarmUpSet& set) {
  return std::to_string(set.reps) + " x " + text(set.load);
}

}  // namespace

// The last report; energy and sleep are usually good where there is none.
std::optional<int> CheckInDialogue::usual(const Question& q) const {
  const auto& reports = running_.replayed.state.reports.all();
  for (auto at = reports.rbegin(); at != reports.rend(); ++at) {
    if (at->day >= running_.today) continue;
    if (q.about == About::scale) {
      const int value = at->scales[static_cast<std::size_t>(q.scale)];
      if (value != CheckIn::kUnanswered) return value;
    }
    for (const auto& [signal, value] : at->own)
      if (q.about == About::own_signal && signal == q.signal) return value;
  }
  const bool assumed =
      q.about == About::scale && (q.scale == Scale::energy || q.scale == Scale::sleep);
  return assumed ? std::optional(4) : std::nullopt;
}

// The plan's last warm-up set of the lift, where its load is known: `3 x 80 kg`.
std::optional<std::string> CheckInDialogue::warm_up(const Question& q) const {
  const State& state = running_.replayed.state;
  const auto pending = pending_sessions(*running_.run, state.control);
  for (const SessionRef& session : pending)
    for (const TodayLine& line : prescribe(*running_.run, state.progress, session.id)) {
      if (line.exercise != q.exercise) continue;
      const auto sets = warm_up_sets(*running_.run, state.progress.references, line);
      if (!sets.empty()) return sets_words(sets.back());
    }
  return std::nullopt;
}

std::string CheckInDialogue::prompt(const Questions& step) const {
  const Question& q = step.front();
  const RunPlan& run = *running_.run;
  switch (q.about) {
    case About::soreness: {
      std::vector<std::string> names;
      for (const Question& each : step) names.push_back(run.plan().groups[each.group.value].name);
      return "soreness 0-10: " + join(names, ", ") +
             last_soreness(running_.replayed.state.reports, step, running_.today) + ": ";
    }
    case About::functional: {
      std::vector<std::string> effects;
      for (const Question& each : step) effects.push_back(effect(each.functional));
      return "does soreness " + join_or(effects) + "? n, or y or n for each: ";
    }
    case About::pain:
    case About::red_flag:
      if (step.size() > 1)
        return "pain, or anything of the stop list? n, d PLACE (dull), s PLACE (sharp), r WHAT "
               "(stop list): ";
      return q.about == About::pain ? "pain? n, d PLACE (dull), s PLACE (sharp): "
                                    : "anything of the stop list? n, or r WHAT: ";
    case About::probe: {
      const std::string lift = run.plan().exercises[q.exercise].name;
      const auto set = warm_up(q);
      return "your last warm-up set of " + lift +
             (set ? ": " + *set + ", how many reps were left? 4, or another set:" : ", such as") +
             " 3 80 kg @ RIR 4 [not done yet]: ";
    }
    case About::hrv:
    case About::resting_heart_rate: return question_words(run, q) + " [not measured]: ";
    default: {
      const auto value = usual(q);
      return question_words(run, q) + (value ? " [" + std::to_string(*value) + "]" : "") + ": ";
    }
  }
}

std::string CheckInDialogue::help(const Questions& step) const {
  const std::string keys = "  < goes back, - leaves it unanswered, q leaves without writing.\n";
  switch (step.front().about) {
    case About::soreness:
      return "  0 is no soreness at all, 10 the worst there is. Type 0 for all, one number each "
             "in\n  this order, or names: quads 3, calves 1; the rest are 0 then.\n" +
             keys;
    case About::functional:
      return "  Soreness of 3 and more may get in the way of good sets. n for none of these, or\n"
             "  y or n for each, in this order: y n n n.\n" +
             keys;
    case About::pain:
    case About::red_flag: {
      std::string out =
          "  Pain isn't soreness: it sits in one place, or comes with a movement. n: no pain and\n"
          "  nothing of the stop list; d lower back; s left knee; r chest pain. This one can't\n"
          "  be left unanswered. The stop list:\n";
      for (const StopSection& section : stop_sections())
        out += "  " + section.title + "\n" + wrapped(section.text, "    ");
      return out;
    }
    case About::probe:
      return "  One warm-up set tells whether strength is back: its reps, its load and how many\n"
             "  you had left, as 3 80 kg @ RIR 4. Enter: not done yet, you are asked again when\n"
             "  you log it.\n" +
             keys;
    case About::scale:
      return "  1 is bad, 3 is usual, 5 is very good; of stress 1 is none and 5 a lot.\n" + keys;
    default: return "  " + question_words(*running_.run, step.front()) + "\n" + keys;
  }
}

std::string CheckInDialogue::not_understood(const Questions& step) const {
  switch (step.front().about) {
    case About::soreness:
      return step.size() == 1 ? "  A number from 0, not sore, to 10. ? says more.\n"
                              : "  0 for all, or " + std::to_string(step.size()) +
                                    " numbers from 0 to 10, or a name and a number. ? says more.\n";
    case About::functional: return "  n for none of these, or y or n for each. ? says more.\n";
    case About::pain:
    case About::red_flag:
      return "  This one needs an answer: n, or what it is and where. ? says more.\n";
    case About::probe: return "  Reps, load and how many were left: 3 80 kg @ RIR 4.\n";
    case About::hrv:
    case About::resting_heart_rate: return "  A number, or Enter where it wasn't measured.\n";
    case About::own_signal:
      return "  A number, " + text(running_.run->plan().signals[step.front().signal].scale) + ".\n";
    case About::scale: return "  A number from 1 to 5. ? says more.\n";
  }
  return "";
}

}  // namespace meso
