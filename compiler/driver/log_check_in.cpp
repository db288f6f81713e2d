#include "compiler/driver/log_check_in.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/driver/log_answers.h"
#include "compiler/sheets/today.h"
#include "runtime/replay/record_words.h"

namespace meso {
namespace {

using About = Question::About;

// The printed sheet's order: numbers first, then boxes to tick, the probe last.
int place_on_sheet(const Question& question) {
  switch (question.about) {
    case About::soreness: return 0;
    case About::scale: return 1;
    case About::own_signal: return 2;
    case About::functional: return 3;
    case About::hrv: return 4;
    case About::resting_heart_rate: return 5;
    case About::pain: return 6;
    case About::red_flag: return 7;
    case About::probe: return 8;
  }
  return 8;
}

// Questions that one answer answers.
bool share_a_prompt(About a, About b) {
  const auto complains = [](About about) {
    return about == About::pain || about == About::red_flag;
  };
  return (complains(a) && complains(b)) ||
         (a == b && (a == About::soreness || a == About::functional));
}

bool is_on(const std::vector<Question>& step, About about) {
  return std::ranges::any_of(step, [&](const Question& q) { return q.about == about; });
}

std::vector<std::string> group_names(const RunPlan& run, const std::vector<Question>& step) {
  std::vector<std::string> names;
  for (const Question& q : step) names.push_back(run.plan().groups[q.group.value].name);
  return names;
}

}  // namespace

CheckInDialogue::CheckInDialogue(const Running& running, Prompter& prompter, bool from_sheet)
    : running_(running), prompter_(prompter), from_sheet_(from_sheet) {}

DayDecision CheckInDialogue::decision() const {
  return decide(*running_.run, running_.replayed.state, running_.today, now_.check_in, now_.probes);
}

// What decide() wants to know; on a day off what a rest day's check-in says.
CheckInDialogue::Questions CheckInDialogue::open() const {
  const DayDecision decided = decision();
  if (const Ask* ask = std::get_if<Ask>(&decided)) {
    if (now_.probes_later && ask->questions.front().about == About::probe) return {};
    return ask->questions;
  }
  if (std::get<DayVerdict>(decided).what != DayVerdict::What::rest) return {};
  const State& state = running_.replayed.state;
  CheckIn all;
  if (state.today.day == running_.today) all = state.today.answers;
  add_answers(all, now_.check_in);
  all.passed_over = now_.check_in.passed_over;
  Questions questions = rest_day_questions(running_.run->plan(), state.reports, running_.today);
  std::erase_if(questions,
                [&](const Question& q) { return is_answered(all, q) || !is_open(all, q); });
  return questions;
}

CheckInDialogue::Questions CheckInDialogue::step_of(Questions open) const {
  if (from_sheet_) std::ranges::stable_sort(open, {}, place_on_sheet);
  Questions step{open.front()};
  for (std::size_t i = 1; i < open.size() && share_a_prompt(open[i].about, step[0].about); ++i)
    step.push_back(open[i]);
  return step;
}

void CheckInDialogue::announce(const Ask& ask) {
  if (announced_ == ask.session) return;
  announced_ = ask.session;
  const std::string name = quoted(running_.run->session(ask.session.id).name);
  if (ask.head)
    prompter_.say(quoted(running_.run->session(ask.head->id).name) + " has to wait. " + name +
                  " may be done in its place:\n");
  else
    prompter_.say("Check-in of " + day_words(running_.today) + " for " + name + ".\n");
}

Ended CheckInDialogue::ask() {
  for (Questions asked = open(); !asked.empty(); asked = open()) {
    const DayDecision decided = decision();
    if (const Ask* ask = std::get_if<Ask>(&decided)) announce(*ask);
    const Questions step = step_of(std::move(asked));
    Took took = Took::no;
    while (took == Took::no) took = put(step);
    if (took == Took::left) return Ended::left;
  }
  return Ended::done;
}

bool CheckInDialogue::back() {
  if (before_.empty()) return false;
  now_ = before_.back();
  before_.pop_back();
  return true;
}

// One prompt and what was typed at it.
CheckInDialogue::Took CheckInDialogue::put(const Questions& step) {
  const auto typed = prompter_.ask(prompt(step));
  if (!typed) return Took::left;
  const Answers answers = now_;
  bool took = false;
  switch (typed_kind(*typed)) {
    case Typed::quit: return Took::left;
    case Typed::back:
      if (back()) return Took::yes;
      prompter_.say("  This is the first question.\n");
      return Took::no;
    case Typed::help: prompter_.say(help(step)); return Took::no;
    case Typed::pass: took = pass(step); break;
    case Typed::nothing:
    case Typed::answer: took = take(step, *typed); break;
  }
  if (!took) {
    prompter_.say(not_understood(step));
    return Took::no;
  }
  before_.push_back(answers);
  return Took::yes;
}

// Pain and the stop list are never left unanswered.
bool CheckInDialogue::pass(const Questions& step) {
  if (is_on(step, About::pain) || is_on(step, About::red_flag)) return false;
  auto& passed = now_.check_in.passed_over;
  passed.insert(passed.end(), step.begin(), step.end());
  return true;
}

bool CheckInDialogue::take(const Questions& step, const std::string& typed) {
  switch (step.front().about) {
    case About::soreness: return take_soreness(step, typed);
    case About::functional: return take_functional(step, typed);
    case About::pain:
    case About::red_flag: return take_complaints(step, typed);
    case About::probe: return take_probe(step.front(), typed);
    default: return take_number(step.front(), typed);
  }
}

bool CheckInDialogue::take_soreness(const Questions& step, const std::string& typed) {
  const auto values = soreness_from(typed, group_names(*running_.run, step));
  if (!values) return false;
  for (std::size_t i = 0; i < step.size(); ++i)
    if ((*values)[i] == CheckIn::kUnanswered)
      now_.check_in.passed_over.push_back(step[i]);
    else
      now_.check_in[step[i].group] = (*values)[i];
  return true;
}

bool CheckInDialogue::take_functional(const Questions& step, const std::string& typed) {
  const auto values = yes_nos_from(typed, step.size());
  if (!values) return false;
  for (std::size_t i = 0; i < step.size(); ++i)
    now_.check_in[step[i].functional] = (*values)[i] ? Truth::yes : Truth::no;
  return true;
}

// A pain says nothing of the stop list, so that is asked next; without either both are answered.
bool CheckInDialogue::take_complaints(const Questions& step, const std::string& typed) {
  const auto said = complaints_from(typed);
  if (!said) return false;
  CheckIn& check_in = now_.check_in;
  const bool asks_pain = is_on(step, About::pain), asks_flag = is_on(step, About::red_flag);
  if (!asks_pain && !said->pains.empty()) return false;
  if (asks_pain && (said->none || !said->pains.empty())) {
    check_in.pain_answered = true;
    check_in.pains = said->pains;
  }
  if (said->red_flag.empty() && !(asks_flag && said->none)) return true;
  check_in.red_flag_answered = true;
  check_in.red_flag = said->red_flag;
  return true;
}

bool CheckInDialogue::take_number(const Question& question, const std::string& typed) {
  CheckIn& check_in = now_.check_in;
  if (question.about == About::hrv || question.about == About::resting_heart_rate) {
    if (typed.empty()) return pass({question});
    const auto value = positive_from(typed);
    (question.about == About::hrv ? check_in.hrv : check_in.resting_heart_rate) = value;
    return value.has_value();
  }
  const bool own = question.about == About::own_signal;
  const Range scale = own ? running_.run->plan().signals[question.signal].scale : Range{1, 5};
  const auto value = typed.empty() ? usual(question) : number_from(typed, scale.low, scale.high);
  if (!value) return false;
  if (own)
    check_in.own.emplace_back(question.signal, *value);
  else
    check_in[question.scale] = static_cast<std::int8_t>(*value);
  return true;
}

// A number alone says how many were left of the warm-up set that the plan has.
bool CheckInDialogue::take_probe(const Question& question, const std::string& typed) {
  if (typed.empty()) return now_.probes_later = true;
  const auto planned = warm_up(question);
  const bool is_rir = planned && Decimal::parse(typed);
  const std::string set = warm_up_set_from(is_rir ? *planned + " @ RIR " + typed : typed);
  const std::string text = journal_head("-", "") + "2026-01-01 check-in\n  probe " +
                           running_.run->plan().exercises[question.exercise].name + " " + set +
                           "\nend\n";
  const Journal journal = read_journal(text);
  if (journal.has_errors() || journal.entries.empty() || !journal.entries.front().probe)
    return false;
  const DoneSet& done = journal.entries.front().probe->set;
  if (!done.rir || !done.load) return false;
  now_.probes.push_back({question.exercise, done});
  return true;
}

std::vector<RecordDraft> CheckInDialogue::drafts() const {
  const std::string head = text(Date{running_.today}) + " check-in";
  std::vector<RecordDraft> drafts;
  std::vector<std::string> lines = check_in_lines(*running_.run, now_.check_in);
  for (const ProbeDone& probe : now_.probes) {
    lines.push_back(probe_line(*running_.run, probe));
    drafts.push_back({head, std::move(lines)});
    lines.clear();
  }
  if (!lines.empty()) drafts.push_back({head, std::move(lines)});
  return drafts;
}

}  // namespace meso
