#include "compiler/syntax/line_kinds.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace meso {
namespace {

using K = LineKind;

constexpr std::array kInfos = std::to_array<LineKindInfo>({
    {K::plan, "plan", "a plan line", R"(plan "Four days")", "the top of the file"},
    {K::library, "library", "a library line", R"(library "House rules")", "the top of the file"},
    {K::use, "use", "a `use` line", R"(use "lib/gates.meso")", "the plan"},
    {K::by, "by", "a `by` line", R"(by "Example Strength")", "the plan"},
    {K::level, "level", "a level line", "level intermediate", "the plan"},
    {K::units, "units", "a units line", "units kg", "the plan"},
    {K::guidelines, "guidelines", "a guidelines line", "guidelines 2026", "the plan"},
    {K::starts, "starts", "a `starts` line", "starts 2027-01-11", "the plan"},
    {K::purpose, "purpose", "a purpose line", "purpose strength", "the plan"},
    {K::round, "round", "a rounding line", "round nearest 2.5 kg", "the plan"},
    {K::input, "input", "an input line", "input training max of deadlift default 90% of 1RM",
     "the plan"},
    {K::familiar, "familiar", "a `familiar` line", "familiar back squat, bench press", "the plan"},
    {K::goal, "goal", "a goal line", R"(goal e1RM of back squat + 5% by end of "Accumulation")",
     "the plan"},
    {K::track, "track", "a `track` line", "track sleep, energy, bodyweight", "the plan"},
    {K::signal, "signal", "a signal line", R"(signal grip "How strong is your grip?" 1-5)",
     "the plan"},
    {K::event, "event", "an event line", R"(event "Match" on Sat)", "the plan"},
    {K::own_exercise, "exercise", "an exercise of your own",
     R"(exercise "sled push" trains quads, glutes, calves 0.5)", "the plan"},
    {K::follow, "follow", "a `follow` line", "follow fatigue()", "a block or the plan"},
    {K::gate, "gate", "a gate line", "gate ready", "the plan"},
    {K::gate_clause, "train", "a gate's clause", "train when soreness <= 2 and energy >= 3",
     "a gate"},
    {K::rule, "rule", "a rule line", "rule double(step)", "the plan"},
    {K::rule_clause, "when", "a rule's clause", "when all sets done then load + 2.5 kg", "a rule"},
    {K::scheme, "scheme", "a scheme line", "scheme fives 5x5", "the plan"},
    {K::stage, "stage", "a stage line", "stage 2 3x5", "a scheme"},
    {K::returns, "return", "a return line", "return after 14 days off", "the plan"},
    {K::block, "block", "a block line", R"(block "Accumulation" 5 weeks)", "the plan"},
    {K::week, "week", "a week line", "week 1 RIR + 1", "a block or a return"},
    {K::week_sets, "week", "a week's sets", "week 1 1x5 65%, 1x5 75%, 1x5+ 85%",
     "an exercise or a scheme"},
    {K::session, "session", "a session line", R"(session "Lower A" if ready)", "a block"},
    {K::on, "on", "an `on` line", "on Mon", "a session"},
    {K::prefer, "prefer", "a `prefer` line", "prefer Mon", "a session"},
    {K::wait, "at", "a waiting line", "at least 3 days and at most 9 days after last session",
     "a session"},
    {K::repeat, "repeat", "a repeat line", R"(repeat "Accumulation" sets x 50%)", "a block"},
    {K::replace, "replace", "a replace line", R"(replace deadlift in "B" with power clean 5x3)",
     "a repeat"},
    {K::drop, "drop", "a drop line", R"(drop deadlift in "B")", "a repeat"},
    {K::exercise, "", "an exercise line", "back squat 3x6-8 @ RIR 2 rest 3 min double(2.5 kg)",
     "a session"},
    {K::warm_up, "warm", "a warm-up line", "warm up auto", "an exercise or a session"},
    {K::note, "note", "a note", R"(note "Stop when the bar slows.")",
     "an exercise, a session, a block or the plan"},
    {K::allow, "allow", "an `allow` line", R"(allow load-jump "the first plates are 5 kg")",
     "an exercise, a session, a block or the plan"},
});

struct Opener {
  std::string_view word;
  std::array<LineKind, 2> kinds;
  std::size_t count;
};

constexpr Opener one(std::string_view word, LineKind kind) { return {word, {kind, kind}, 1}; }

// Sorted by word.
constexpr std::array kOpeners = std::to_array<Opener>({
    one("allow", K::allow),
    one("at", K::wait),
    one("block", K::block),
    one("by", K::by),
    one("drop", K::drop),
    one("event", K::event),
    one("exercise", K::own_exercise),
    one("familiar", K::familiar),
    one("follow", K::follow),
    one("gate", K::gate),
    one("goal", K::goal),
    one("guidelines", K::guidelines),
    one("input", K::input),
    one("level", K::level),
    one("library", K::library),
    one("lighten", K::gate_clause),
    one("note", K::note),
    one("on", K::on),
    one("otherwise", K::rule_clause),
    one("plan", K::plan),
    one("prefer", K::prefer),
    one("purpose", K::purpose),
    one("recover", K::gate_clause),
    one("refer", K::gate_clause),
    one("repeat", K::repeat),
    one("replace", K::replace),
    one("return", K::returns),
    one("round", K::round),
    one("rule", K::rule),
    one("scheme", K::scheme),
    one("session", K::session),
    one("signal", K::signal),
    one("stage", K::stage),
    one("starts", K::starts),
    one("swap", K::gate_clause),
    one("track", K::track),
    one("train", K::gate_clause),
    one("units", K::units),
    one("use", K::use),
    one("warm", K::warm_up),
    {"week", {K::week_sets, K::week}, 2},
    one("when", K::rule_clause),
});

constexpr auto kOpenerWords = [] {
  std::array<std::string_view, kOpeners.size()> words{};
  for (std::size_t i = 0; i < kOpeners.size(); ++i) words[i] = kOpeners[i].word;
  return words;
}();

}  // namespace

const LineKindInfo& info(LineKind kind) {
  const auto found = std::find_if(kInfos.begin(), kInfos.end(),
                                  [&](const LineKindInfo& i) { return i.kind == kind; });
  static constexpr LineKindInfo kNone{K::unknown, "", "a line", "", ""};
  return found == kInfos.end() ? kNone : *found;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && blank_length(text, end) == 0 && text[end] != '(') ++end;
  return text.substr(0, end);
}

std::span<const LineKind> kinds_opened_by(std::string_view first_word) {
  const auto found = std::lower_bound(
      kOpeners.begin(), kOpeners.end(), first_word,
      [](const Opener& o, std::string_view word) { return less_ignoring_case(o.word, word); });
  if (found == kOpeners.end() || !equal_ignoring_case(found->word, first_word)) return {};
  return {found->kinds.data(), found->count};
}

std::span<const std::string_view> openers() { return kOpenerWords; }

bool is_top_level(LineKind kind) {
  switch (kind) {
    case K::plan:
    case K::library:
    case K::use:
    case K::starts:
    case K::event:
    case K::own_exercise:
    case K::by:
    case K::level:
    case K::units:
    case K::guidelines:
    case K::purpose:
    case K::round:
    case K::input:
    case K::familiar:
    case K::goal:
    case K::track:
    case K::signal:
    case K::follow:
    case K::gate:
    case K::rule:
    case K::scheme:
    case K::returns:
    case K::block:
    case K::note:
    case K::allow: return true;
    default: return false;
  }
}

bool accepts(LineKind parent, LineKind child) {
  const bool remark = child == K::note || child == K::allow;
  switch (parent) {
    case K::gate: return child == K::gate_clause;
    case K::rule: return child == K::rule_clause;
    case K::scheme: return child == K::stage || child == K::week_sets;
    case K::returns: return child == K::week;
    case K::block:
      return remark || child == K::follow || child == K::week || child == K::session ||
             child == K::repeat;
    case K::week: return child == K::session || child == K::repeat;
    case K::session:
      return remark || child == K::on || child == K::prefer || child == K::wait ||
             child == K::warm_up || child == K::exercise;
    case K::repeat:
      return remark || child == K::replace || child == K::drop || child == K::exercise ||
             child == K::on || child == K::prefer || child == K::wait;
    case K::exercise:
    case K::replace: return remark || child == K::week_sets || child == K::warm_up;
    default: return false;
  }
}

}  // namespace meso
