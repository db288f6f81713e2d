#include "compiler/syntax/line_kinds.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace meso {
namespace {

using K = LineKind;

constexpr std::array kInfos = std::to_array<LineKindInfo>({
    {K::plan, "plan", "a plan line", R"(plan "Four days")", "the top of the file",
     "names the plan; everything else of the file belongs to it"},
    {K::library, "library", "a library line", R"(library "House rules")", "the top of the file",
     "makes the file one of shared definitions, which plans take with `use`"},
    {K::use, "use", "a `use` line", R"(use "lib/gates.meso")", "the plan",
     "makes the definitions of a library known here; the path is as seen from this file"},
    {K::by, "by", "a `by` line", R"(by "Example Strength")", "the plan",
     "says who answers for the plan, which the sheets print; without it they say \"your coach\""},
    {K::level, "level", "a level line", "level intermediate", "the plan",
     "says for whom the plan is: novice, intermediate (where nothing is written) or advanced; "
     "recovery times go by it"},
    {K::units, "units", "a units line", "units kg", "the plan",
     "is the unit of every load in the plan, kg (where nothing is written) or lb; mixing the two "
     "is an error"},
    {K::guidelines, "guidelines", "a guidelines line", "guidelines 2026", "the plan",
     "pins the edition of the guidelines that the plan was written against; without it the oldest "
     "counts, with a warning"},
    {K::starts, "starts", "a `starts` line", "starts 2027-01-11", "the plan",
     "is the date of the plan's first day, from which the calendar and dated events count; without "
     "it, a Monday"},
    {K::purpose, "purpose", "a purpose line", "purpose strength", "the plan",
     "says what the plan is for; of the groups behind `size:` the weekly sets are judged, the rest "
     "is "
     "for the reader"},
    {K::round, "round", "a rounding line", "round nearest 2.5 kg", "the plan",
     "says how loads are rounded, for one kind of equipment or for all; without it each has its "
     "usual step"},
    {K::input, "input", "an input line", "input training max of deadlift default 90% of 1RM",
     "the plan",
     "asks the athlete for a value that percentages are of: from the athlete file, else the "
     "default, else a blank on the sheet"},
    {K::familiar, "familiar", "a `familiar` line", "familiar back squat, bench press", "the plan",
     "lists lifts done in the last four weeks: they count as known to the body"},
    {K::goal, "goal", "a goal line", R"(goal e1RM of back squat + 5% by end of "Accumulation")",
     "the plan",
     "says what the plan wants to reach, in a number that can be measured, and by when"},
    {K::track, "track", "a `track` line", "track sleep, energy, bodyweight", "the plan",
     "lists what is measured along the way"},
    {K::signal, "signal", "a signal line", R"(signal grip "How strong is your grip?" 1-5)",
     "the plan", "is a question of your own with its scale, which gates may ask by its name"},
    {K::event, "event", "an event line", R"(event "Match" on Sat)", "the plan",
     "names a day that training keeps clear of, every week or once; sessions say by how far"},
    {K::missed, "missed:", "a `missed` line", "missed: waits", "a session, a block or the plan",
     "says what becomes of missed work: it waits for its turn (also where nothing is written); to "
     "add it to the next session is an error"},
    {K::own_exercise, "exercise", "an exercise of your own",
     R"(exercise "tyre flip" trains quads, glutes, upper back 0.5)", "the plan",
     "adds an exercise that the catalogue doesn't hold, with the muscles that it trains"},
    {K::follow, "follow", "a `follow` line", "follow fatigue()", "a block or the plan",
     "gives a rule to the whole block or plan instead of to one line"},
    {K::gate, "gate", "a gate line", "gate ready", "the plan",
     "is the set of questions before a session; its clauses stand below it, and the first that "
     "holds decides"},
    {K::gate_clause, "train", "a gate's clause", "train when soreness <= 2 and energy >= 3",
     "a gate",
     "is one answer of a gate to how the athlete is: train, lighten, swap, recover or refer"},
    {K::rule, "rule", "a rule line", "rule double(step)", "the plan",
     "says what a session's result changes for the next one; its clauses stand below it, and the "
     "first that holds acts"},
    {K::rule_clause, "when", "a rule's clause", "when all sets done then load + 2.5 kg", "a rule",
     "is one clause of a rule: what has to have happened, and what changes then"},
    {K::scheme, "scheme", "a scheme line", "scheme fives 5x5", "the plan",
     "names sets that several lines use, by week of the block or by stage"},
    {K::stage, "stage", "a stage line", "stage 2 3x5", "a scheme",
     "is one step of a scheme, by number; a rule moves on to the next"},
    {K::returns, "return", "a return line", "return after 14 days off", "the plan",
     "says what comes after so many days without a session, week by week; the longest that applies "
     "counts"},
    {K::block, "block", "a block line", R"(block "Accumulation" 5 weeks)", "the plan",
     "is a run of weeks or rotations with the sessions below it; a week is one pass through them, "
     "however long it takes"},
    {K::week, "week", "a week line", "week 1 RIR + 1", "a block or a return",
     "says how a week of the block or of a return differs from what is written, or has sessions of "
     "its own below it"},
    {K::week_sets, "week", "a week's sets", "week 1 1x5 65%, 1x5 75%, 1x5+ 85%",
     "an exercise or a scheme",
     "gives the sets of one week, of an exercise or a scheme, instead of the written ones"},
    {K::session, "session", "a session line", R"(session "Lower A" if ready)", "a block",
     "is one day of training; its exercises stand below it, and after `if` the gate that decides "
     "whether it is done. `, recovery` behind its name makes it an easy day"},
    {K::on, "on", "an `on` line", "on Mon", "a session",
     "fixes the weekday of the session; it needs a gate that can move it"},
    {K::prefer, "prefer", "a `prefer` line", "prefer Mon", "a session",
     "is the weekday that the athlete would like; it draws the calendar and decides nothing"},
    {K::wait, "at", "a waiting line", "at least 3 days and at most 9 days after last session",
     "a session",
     "is how long the session waits after the same muscles, a session or a group, and after how "
     "long to ask the coach"},
    {K::repeat, "repeat", "a repeat line", R"(repeat "Accumulation" sets x 50%)", "a block",
     "copies a session, a block or a week from above, with changes to all of it"},
    {K::replace, "replace", "a replace line", R"(replace deadlift in "B" with power clean 5x3)",
     "a repeat", "exchanges an exercise of what is repeated for another, with sets of its own"},
    {K::drop, "drop", "a drop line", R"(drop deadlift in "B")", "a repeat",
     "takes an exercise out of what is repeated"},
    {K::exercise, "", "an exercise line", "back squat 3x6-8 @ RIR 2 rest 3 min double(2.5 kg)",
     "a session",
     "is an exercise: its name, sets and reps, then load, effort, rest, tempo and rule in any "
     "order; it opens with no keyword"},
    {K::warm_up, "warm", "a warm-up line", "warm up auto", "an exercise or a session",
     "says how to warm up for the exercise above it: `auto` works it out from the work load"},
    {K::note, "note", "a note", R"(note "Stop when the bar slows.")",
     "an exercise, a session, a block or the plan",
     "is for the athlete and printed on the sheet, with the nearest exercise, session, block or "
     "plan above it"},
    {K::allow, "allow", "an `allow` line", R"(allow load-jump "the first plates are 5 kg")",
     "an exercise, a session, a block or the plan",
     "takes the responsibility for one guideline where it stands, with the reason; `meso check` "
     "prints it"},
});

// Where the first word alone doesn't say it: phrases, words that open a line of a kind that others
// open too, and a mark that is looked up by itself. Each has a meaning and an example of its own.
constexpr std::array kOwnWords = std::to_array<KeywordInfo>({
    {"train", K::gate_clause, "lets the session be done as written",
     "train when soreness <= 2 and energy >= 3"},
    {"lighten", K::gate_clause,
     "lets the session be done with these changes; it counts neither as progress nor as a miss",
     "lighten sets x 70%, load x 90%, RIR + 1 when soreness <= 3"},
    {"swap", K::gate_clause,
     "sends the athlete to the next session of this week whose muscles are ready; this one stays "
     "first",
     "swap when soreness impairs or soreness >= 4"},
    {"recover", K::gate_clause,
     "means walking, light stretching, rest; the gate is asked again tomorrow",
     "recover when soreness >= 7 or soreness >= 3 for 5 days"},
    {"refer", K::gate_clause, "stops the athlete, who sees a professional",
     "refer when pain is sharp"},
    {"when", K::rule_clause,
     "opens a rule's clause: what has to hold, and behind `then` what is done",
     "when all sets done then load + 2.5 kg"},
    {"at least", K::wait,
     "is how long the session waits after the same muscles were trained, or after what stands "
     "behind `after`",
     "at least 3 days after last session"},
    {"at most", K::wait,
     "is how long it may wait before the coach is asked; it never overrides the gate",
     "at least 3 days and at most 9 days"},
    {"warm up", K::warm_up,
     "says how to warm up for the exercise above it, or for each of the session: `auto` works it "
     "out "
     "from the work load",
     "warm up auto"},
    {"return after", K::returns,
     "says what comes after so many days without a session, week by week; the longest that applies "
     "counts",
     "return after 14 days off"},
    {"recovery", K::session,
     "behind a session's name marks an easy day: it needs no readiness, so it has a gate only "
     "where "
     "it names one itself",
     R"(session "Easy day", recovery)"},
    {"otherwise", K::rule_clause, "is the last clause: it takes every case that is left",
     "otherwise hold"},
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
    one("missed:", K::missed),
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
  static constexpr LineKindInfo kNone{K::unknown, "", "a line", "", "", ""};
  return found == kInfos.end() ? kNone : *found;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && blank_length(text, end) == 0 && text[end] != '(')
    if (text[end++] == ':') break;  // `missed:waits`
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

std::vector<KeywordInfo> keyword(std::string_view word) {
  std::vector<KeywordInfo> out;
  for (const KeywordInfo& own : kOwnWords)
    if (equal_ignoring_case(own.word.substr(0, own.word.find(' ')), word)) out.push_back(own);
  if (!out.empty()) return out;
  auto kinds = kinds_opened_by(word);
  if (kinds.empty()) kinds = kinds_opened_by(std::string(word) + ":");  // `missed`
  for (const LineKind kind : kinds) {
    const LineKindInfo& i = info(kind);
    out.push_back({i.opener, kind, i.meaning, i.example});
  }
  std::sort(out.begin(), out.end(),
            [](const KeywordInfo& a, const KeywordInfo& b) { return a.kind < b.kind; });
  return out;
}

bool is_top_level(LineKind kind) {
  switch (kind) {
    case K::plan:
    case K::library:
    case K::use:
    case K::starts:
    case K::event:
    case K::missed:
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
             child == K::repeat || child == K::missed;
    case K::week: return child == K::session || child == K::repeat;
    case K::session:
      return remark || child == K::on || child == K::prefer || child == K::wait ||
             child == K::warm_up || child == K::exercise || child == K::missed;
    case K::repeat:
      return remark || child == K::replace || child == K::drop || child == K::exercise ||
             child == K::on || child == K::prefer || child == K::wait;
    case K::exercise:
    case K::replace: return remark || child == K::week_sets || child == K::warm_up;
    default: return false;
  }
}

}  // namespace meso
