#include "compiler/sheets/today.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/sheets/safety_text.h"
#include "runtime/step/signs.h"
#include "runtime/step/warm_up.h"
#include "runtime/words.h"
#include "runtime/words_line.h"

namespace meso {
namespace {

using What = DayVerdict::What;

std::string one_load(const PlannedLoad& load) {
  if (!load.low) return "";
  std::string out = text(*load.low);
  if (load.high) out = load.low->amount.text() + "-" + text(*load.high);
  return out;
}

// ---- exercises --------------------------------------------------------------------------------

class Exercises {
 public:
  explicit Exercises(const TodayRequest& request) : r_(request), plan_(request.run.plan()) {}

  TodayExercise make(const TodayLine& line) const {
    TodayExercise out;
    out.label = line.line->label;
    out.name = line.line->is_ladder ? plan_.exercises[line.exercise].name
                                    : words::exercise(plan_, *line.line);
    out.sets = words::prescription(line.sets);
    out.load = loads(line);
    out.effort = words::efforts(line.sets);
    if (line.rest) out.rest = words::rest(*line.rest);
    if (line.line->tempo) out.tempo = words::tempo(*line.line->tempo);
    if (line.line->style) out.style = words::set_style(*line.line->style);
    for (const WarmUpSet& set : warm_up_sets(r_.run, r_.state.progress.references, line))
      out.warm_up.push_back(std::to_string(set.reps) + " x " + text(set.load));
    if (r_.plates) out.plates = plates(line);
    out.last = last_time(line);
    out.notes = line.line->notes;
    if (line.line->each_side) out.notes.insert(out.notes.begin(), "each side");
    if (line.line->optional) out.notes.insert(out.notes.begin(), "optional");
    return out;
  }

 private:
  std::string loads(const TodayLine& line) const {
    std::vector<std::string> all;
    bool same = true;
    for (std::size_t g = 0; g < line.sets.groups.size(); ++g) {
      all.push_back(load_words(r_.run, line, g));
      same = same && all.back() == all.front();
    }
    if (all.empty()) return "";
    return same ? all.front() : join(all, ", ");
  }

  std::string plates(const TodayLine& line) const {
    const Athlete* athlete = r_.run.athlete();
    if (athlete == nullptr || line.loads.empty() || !line.loads.back().low) return "";
    const auto side = plates_per_side(*athlete, *line.loads.back().low);
    if (!side) return "";
    if (side->empty()) return "the empty bar";
    std::vector<std::string> weights;
    for (const Load& plate : *side) weights.push_back(plate.amount.text());
    return join(weights, " + ") + " " + std::string(text(side->front().unit)) + " a side";
  }

  std::string last_time(const TodayLine& line) const {
    const auto& lines = r_.run.facts(r_.verdict.session->id).lines;
    if (line.nth >= lines.size() || lines[line.nth].states.empty()) return "";
    const auto& last = r_.state.progress.loads[lines[line.nth].states.front().value].last;
    if (!last || last->exercise != line.exercise) return "";
    std::vector<std::string> amounts;
    for (const SetResult& set : last->sets) amounts.push_back(std::to_string(set.amount));
    const std::string load =
        last->load > Decimal() ? " " + text(Load{last->load, plan_.units}) + ":" : ":";
    return "last time" + load + " " + join(amounts, ", ");
  }

  const TodayRequest& r_;
  const Plan& plan_;
};

// ---- why --------------------------------------------------------------------------------------

class Words {
 public:
  explicit Words(const TodayRequest& request)
      : r_(request), run_(request.run), plan_(request.run.plan()), v_(request.verdict) {}

  std::string name_of(const SessionRef& session) const {
    return quoted(run_.session(session.id).name);
  }

  bool is_recovery() const { return run_.session(v_.session->id).recovery; }

  std::string headline() const {
    if (r_.ask != nullptr) return ask_headline(*r_.ask);
    switch (v_.what) {
      case What::train:
        return is_recovery() ? name_of(*v_.session) + ": recovery, easy all through."
                             : "Train " + name_of(*v_.session) + " as written.";
      case What::lighten: return "Train " + name_of(*v_.session) + ", lighter.";
      case What::swap:
        return (is_recovery() ? "Recover with " : "Train ") + name_of(*v_.session) +
               (v_.changes != nullptr ? ", lighter," : "") + " instead of " + name_of(*v_.head) +
               ".";
      case What::recover: return "Rest today: walking, light stretching.";
      case What::rest: return (last_day() == r_.day ? "Done for today." : "A day off.") + next();
      case What::refer: return "Stop. No training until a professional has cleared you.";
      case What::finished:
        return "The plan is done." +
               (last_day() == kNever ? ""
                                     : " The last session was on " + day_words(last_day()) + ".");
    }
    return "";
  }

  std::string ask_headline(const Ask& ask) const {
    const bool probes = ask.questions.front().about == Question::About::probe;
    if (probes) return "Warm up for " + name_of(ask.session) + ": the last warm-up set decides.";
    if (ask.head)
      return name_of(*ask.head) + " has to wait. " + name_of(ask.session) +
             " may be done in its place: check in for it too.";
    return name_of(ask.session) + " is due. Check in first: its gate decides.";
  }

  std::vector<std::string> why() const {
    std::vector<std::string> why;
    if (r_.ask != nullptr) return why;
    if (v_.what == What::swap || v_.what == What::recover) {
      if (v_.head) why.push_back(name_of(*v_.head) + " waits: " + held_back() + ".");
      if (v_.what == What::swap)
        why.push_back(name_of(*v_.session) + " spares " + group_words(plan_, v_.blocked) + ".");
    }
    if (v_.what == What::lighten && clause() != nullptr) why.push_back(clause_words());
    if (v_.overdue)
      why.push_back(name_of(*v_.head) + " has waited longer than the plan wants: ask your coach.");
    return why;
  }

  // The clause of its gate that lets the session be done, as what is still missing.
  std::vector<std::string> needed() const {
    std::vector<std::string> needed;
    const bool held = v_.what == What::swap || v_.what == What::recover;
    if (!held || !v_.head || !run_.session(v_.head->id).gate) return needed;
    const Gate& gate = plan_.gates[*run_.session(v_.head->id).gate];
    for (const GateClause& each : gate.clauses)
      if (each.verdict == Verdict::train && each.condition) {
        needed.push_back("To train " + name_of(*v_.head) + ": " +
                         words::condition(context(), *each.condition) + ".");
        return needed;
      }
    return needed;
  }

  std::string gate_name() const {
    if (clause() == nullptr) return "";
    return plan_.gates[*run_.session(v_.head->id).gate].name;
  }
  std::string gate_place() const {
    if (clause() == nullptr) return "";
    if (plan_.gates[*run_.session(v_.head->id).gate].built_in) return "the default gate";
    return r_.place ? r_.place(clause()->source) : "";
  }

  std::string place() const {
    const Control& c = r_.state.control;
    if (c.finished) return "";
    const Block& block = block_of(plan_, c.place);
    std::string out = (block.rotations ? "rotation " : "week ") + std::to_string(c.place.week + 1) +
                      " of " + quoted(block.name);
    if (block.times > 1) out += ", run " + std::to_string(c.place.run + 1);
    if (c.returning) out += ", coming back, week " + std::to_string(c.returning->week + 1);
    return out;
  }

 private:
  const GateClause* clause() const {
    if (!v_.clause || !v_.head) return nullptr;
    const Session& head = run_.session(v_.head->id);
    return head.gate ? &plan_.gates[*head.gate].clauses[*v_.clause] : nullptr;
  }

  words::Context context() const {
    words::Context context;
    context.plan = &plan_;
    return context;
  }

  std::string clause_words() const {
    const words::Clause said = words::gate_clause(context(), *clause());
    return upper_first(said.when) + ": " + said.then + ".";
  }

  // "quads 5, glutes 4": the reports that hold it back; else the clause itself.
  std::string held_back() const {
    std::vector<std::string> sore;
    if (r_.state.today.day == r_.day)
      for_each_group(v_.blocked, [&](GroupId g) {
        const int report = r_.state.today.answers[g];
        if (report >= run_.edition().functional_from)
          sore.push_back(plan_.groups[g.value].name + " " + std::to_string(report));
      });
    if (!sore.empty()) return "soreness of " + join_and(sore);
    if (clause() == nullptr || !clause()->condition) return "its gate says no on these answers";
    return words::condition(context(), *clause()->condition);
  }

  int last_day() const { return r_.state.control.done.last(); }

  std::string next() const {
    if (v_.next_day == kNever || !v_.head) return "";
    return " " + name_of(*v_.head) + " is due from " + day_words(v_.next_day) + ".";
  }

  const TodayRequest& r_;
  const RunPlan& run_;
  const Plan& plan_;
  const DayVerdict& v_;
};

std::vector<std::string> sign_words(const TodayRequest& r, const DeloadSigns& signs) {
  const Edition& e = r.run.edition();
  std::vector<std::string> words;
  if (signs.sore != 0)
    words.push_back(group_words(r.run.plan(), signs.sore) + " have been sore at " +
                    std::to_string(e.functional_from) + " or more for " +
                    std::to_string(e.sore_days) + " days");
  std::vector<std::string> lifts;
  for (const ExerciseId lift : signs.weaker) lifts.push_back(r.run.plan().exercises[lift].name);
  if (!lifts.empty())
    words.push_back(join_and(lifts) + " were " + e.weaker_percent.text() +
                    " % weaker twice in a row");
  if (signs.tired) words.push_back("HRV is below its baseline and energy is low");
  return words;
}

std::vector<std::string> notices_of(const TodayRequest& r) {
  std::vector<std::string> notices;
  const Control& control = r.state.control;
  if (control.returning) notices.push_back("Coming back after a lay-off: this week is reduced.");
  if (r.state.today.day != r.day) return notices;
  std::vector<std::string> severe;
  for (std::uint32_t g = 0; g < r.run.plan().groups.size(); ++g)
    if (r.state.today.answers[GroupId{g}] >= 7) severe.push_back(r.run.plan().groups[g].name);
  if (!severe.empty())
    notices.push_back("Tell your coach: " + join_and(severe) +
                      (severe.size() == 1 ? " is" : " are") + " at 7 or more.");
  if (const DeloadSigns signs = deload_signs(r.run, r.state, r.day); signs.any())
    notices.push_back("Ask your coach for a deload: " + join_and(sign_words(r, signs)) + ".");
  return notices;
}

// Said before the bar is loaded, for the one thing that only the first set can tell.
std::string first_set_notice(const TodayRequest& r, const std::vector<TodayLine>& lines) {
  const bool as_written = r.ask == nullptr && r.verdict.changes == nullptr;
  if (!as_written || !r.run.session(r.verdict.session->id).gate) return "";
  const auto first = first_set_to_reach(r.run, r.state, r.verdict.session->id, lines);
  const Edition& e = r.run.edition();
  if (!first || first->reps <= e.short_reps) return "";
  return "If the first work set of " + r.run.plan().exercises[first->exercise].name + " comes to " +
         std::to_string(first->reps - e.short_reps) +
         " reps or fewer at the same effort (last time " + std::to_string(first->reps) + " with " +
         text(first->load) +
         "): do half of the sets that are left, and log the session as lightened.";
}

}  // namespace

std::string load_words(const RunPlan& run, const TodayLine& line, std::size_t group) {
  using Known = PlannedLoad::State;
  const PlannedLoad& load = line.loads[group];
  const LoadSpec& spec = line.sets.groups[group].load;
  const bool is_easy = run.plan().exercises[line.exercise].muscles.empty();
  if (is_easy && (!load.low || load.low->amount == Decimal())) return "";
  switch (load.state) {
    case Known::known:
    case Known::from_top_set:
      if (load.low) return one_load(load);
      break;
    case Known::bodyweight: {
      if (!load.low || load.low->amount == Decimal()) return "bodyweight";
      const bool minus = load.low->amount < Decimal();
      const Load size{minus ? -load.low->amount : load.low->amount, load.low->unit};
      return std::string("bodyweight ") + (minus ? "- " : "+ ") + text(size);
    }
    case Known::percentage:
    case Known::results:
    case Known::open: break;
  }
  if (std::holds_alternative<NoLoad>(spec) || std::holds_alternative<OpenLoad>(spec))
    return line.sets.groups[group].reps() != nullptr ? "find it" : "";
  return words::load(run.plan(), spec, line.exercise);
}

std::string group_words(const Plan& plan, GroupSet groups) {
  std::vector<std::string> names;
  for_each_group(groups, [&](GroupId g) { names.push_back(plan.groups[g.value].name); });
  return join_and(names);
}

std::string question_words(const RunPlan& run, const Question& q) {
  using About = Question::About;
  const Plan& plan = run.plan();
  switch (q.about) {
    case About::soreness: return "soreness of " + plan.groups[q.group.value].name + ", 0-10";
    case About::functional:
      switch (q.functional) {
        case Functional::alters_form: return "does soreness change how you move? yes or no";
        case Functional::reduces_strength: return "does soreness cost you strength? yes or no";
        case Functional::shortens_range: return "does soreness shorten your range? yes or no";
        case Functional::lowers_confidence: return "does soreness make you unsure? yes or no";
      }
      return "";
    case About::scale: {
      constexpr std::array<std::string_view, kScales> names{"energy", "sleep", "stress", "mood"};
      return std::string(names[static_cast<std::size_t>(q.scale)]) + ", 1-5";
    }
    case About::pain: return "pain: none, dull or sharp, and where";
    case About::red_flag: return "anything of the stop list";
    case About::hrv: return "HRV this morning, ms";
    case About::resting_heart_rate: return "resting heart rate this morning";
    case About::own_signal: {
      const OwnSignal& signal = plan.signals[q.signal];
      return signal.question + " " + text(signal.scale);
    }
    case About::probe:
      return "your last warm-up set of " + plan.exercises[q.exercise].name +
             ": load, reps and reps left";
  }
  return "";
}

std::string day_words(int day) {
  return std::string(text(weekday_of(day))) + " " + text(Date{day});
}

TodaySheet make_today(const TodayRequest& r) {
  const Plan& plan = r.run.plan();
  const Words words(r);
  TodaySheet sheet;
  sheet.plan = plan.name;
  sheet.by = plan.by;
  if (r.run.athlete() != nullptr) sheet.athlete = r.run.athlete()->name;
  sheet.date = day_words(r.day);
  sheet.verdict = r.ask != nullptr ? "ask" : text(r.verdict.what);
  if (r.ask != nullptr)
    for (const Question& q : r.ask->questions) sheet.questions.push_back(question_words(r.run, q));
  sheet.headline = words.headline();
  sheet.safety = assumptions_line(plan.by, r.run.edition().year);
  sheet.stop = r.verdict.what == DayVerdict::What::refer;
  if (sheet.stop) return sheet;
  sheet.place = words.place();
  sheet.why = words.why();
  sheet.needed = words.needed();
  sheet.notices = notices_of(r);
  sheet.gate = words.gate_name();
  sheet.gate_place = words.gate_place();
  if (!r.verdict.session) return sheet;
  const Session& session = r.run.session(r.verdict.session->id);
  sheet.session = session.name;
  sheet.notes = session.notes;
  const Exercises exercises(r);
  const std::vector<TodayLine> lines = session_of(r.run, r.state, r.verdict);
  for (const TodayLine& line : lines) sheet.exercises.push_back(exercises.make(line));
  if (std::string notice = first_set_notice(r, lines); !notice.empty())
    sheet.notices.push_back(std::move(notice));
  return sheet;
}

}  // namespace meso
