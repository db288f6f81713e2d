#include "runtime/scenario/expect.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "runtime/replay/record_words.h"
#include "runtime/scenario/athlete.h"
#include "runtime/scenario/words.h"

namespace meso {
namespace {

using What = DayVerdict::What;

constexpr std::array<std::pair<What, std::string_view>, 7> kWords{{{What::train, "train"},
                                                                   {What::lighten, "lighten"},
                                                                   {What::swap, "swap"},
                                                                   {What::recover, "recover"},
                                                                   {What::rest, "rest"},
                                                                   {What::refer, "refer"},
                                                                   {What::finished, "finished"}}};

std::string in_quotes(const std::string& text) {
  const std::size_t open = text.find('"');
  if (open == std::string::npos) return "";
  return text.substr(open + 1, text.find('"', open + 1) - open - 1);
}

bool is_number(char c) { return c >= '0' && c <= '9'; }

// Where the sets or the load begin: the first word that starts with a digit or is `bodyweight`.
std::size_t end_of_name(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || text[i - 1] == ' ';
    if (!starts) continue;
    if (is_number(text[i])) {
      const std::size_t end = std::min(text.find(' ', i), text.size());
      const std::string word = text.substr(i, end - i);
      const bool is_name =
          word.find('x') == std::string::npos && end < text.size() &&
          !unit_from(text.substr(end + 1, text.find_first_of(" ,", end + 1) - end - 1)) &&
          text.compare(end + 1, 4, "reps") != 0;
      if (!is_name) return i;
    }
    if (text.compare(i, 10, "bodyweight") == 0 || text.compare(i, 4, "open") == 0 ||
        text.compare(i, 4, "test") == 0 || text.compare(i, 3, "RIR") == 0)
      return i;
  }
  return text.size();
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

}  // namespace

std::string_view word_of(What what) {
  for (const auto& [known, word] : kWords)
    if (known == what) return word;
  return "";
}

namespace {

class Checking {
 public:
  explicit Checking(const Expectation& e) : e_(e), plan_(e.run.plan()) {}

  std::string failure(const std::string& text) const {
    StepWords words(text);
    if (words.done()) return "what is expected? `expect train \"Lower A\"`, say";
    for (const auto& [what, word] : kWords)
      if (words.take(word)) return verdict(what, words);
    if (text.starts_with("next \""))
      return named(text, "next", [&](const std::string& name) { return next(name); });
    if (text.starts_with("block \""))
      return named(text, "block", [&](const std::string& name) { return block(name); });
    if (text.starts_with("week ") || text.starts_with("rotation ")) return place(text);
    if (text == "notice to coach") return coach();
    if (text.ends_with(" days") || text.ends_with(" day")) return days(text);
    const std::size_t of = text.find(" of ");
    if (of != std::string::npos &&
        (text.starts_with("training max ") || text.find("RM ") == of - 2))
      return reference(text, of);
    return exercise(text);
  }

 private:
  DayVerdict today() const {
    if (e_.checked_in) return std::get<DayVerdict>(decide(e_.run, e_.state, e_.day));
    const CheckedIn well = all_well(e_.run, e_.state, e_.day, CheckIn());
    CheckIn answers = well.answers;
    answers.closed = true;
    return std::get<DayVerdict>(decide(e_.run, e_.state, e_.day, answers, well.probes));
  }

  std::string name_of(const std::optional<SessionRef>& ref) const {
    return ref ? e_.run.session(ref->id).name : std::string();
  }

  // A name in quotes behind the word, and nothing behind it.
  template <class Check>
  static std::string named(const std::string& text, std::string_view word, Check check) {
    StepWords words(text);
    static_cast<void>(words.take(word));
    const auto name = words.name();
    return name && words.done() ? check(*name) : not_understood(words);
  }
  static std::string not_understood(const StepWords& words) {
    return "`" + std::string(words.left()) + "` isn't understood here";
  }

  std::string verdict(What what, StepWords words) const {
    if (what == What::swap && !words.take("to") && !words.done())
      return "a swap is expected as `expect swap to " + std::string(words.left()) + "`";
    const std::string wanted = words.name().value_or("");
    if (!words.done()) return not_understood(words);
    const DayVerdict now = today();
    const std::string session = name_of(now.session);
    if (now.what == what && (wanted.empty() || wanted == session)) return "";
    const std::string to = now.what == What::swap ? " to" : "";
    return "the day says " + std::string(word_of(now.what)) + to +
           (session.empty() ? "" : " " + quoted(session));
  }

  std::string next(const std::string& name) const {
    const auto pending = pending_sessions(e_.run, e_.state.control);
    const std::string head =
        pending.empty() ? std::string("nothing") : e_.run.session(pending.front().id).name;
    return head == name ? "" : "next is " + quoted(head);
  }

  std::string place(const std::string& text) const {
    const Place& place = e_.state.control.place;
    const Block& block = block_of(plan_, place);
    const std::string got = std::string(block.rotations ? "rotation " : "week ") +
                            std::to_string(place.week + 1) + " of " + quoted(block.name);
    return got == text ? "" : "it is " + got;
  }

  std::string block(const std::string& name) const {
    const std::string& got = block_of(plan_, e_.state.control.place).name;
    return got == name ? "" : "the block is " + quoted(got);
  }

  std::string coach() const {
    const bool told = std::any_of(e_.told.rules.begin(), e_.told.rules.end(),
                                  [](const RuleActed& r) { return r.notify_coach; });
    return told ? "" : "no rule told the coach";
  }

  // Days from the last session to the next that is due.
  std::string days(const std::string& text) const {
    const auto wanted = Decimal::parse(text.substr(0, text.find(' ')));
    if (!wanted) return "`" + text + "` is no number of days";
    const int last = e_.state.control.done.last();
    const Decimal got = Decimal::whole(last == kNever ? 0 : e_.day - last);
    return got == *wanted ? "" : "it is " + counted(static_cast<long>(got.floor()), "day");
  }

  std::string reference(const std::string& text, std::size_t of) const {
    const std::string kind_word = text.substr(0, of);
    const std::string rest = text.substr(of + 4);
    const std::size_t load = end_of_name(rest);
    if (kind_word == "e1RM") return "no e1RM is kept: expect a load, a training max or a 5RM";
    const std::string name = rest.substr(0, load == 0 ? 0 : load - 1);
    const auto lift = e_.names.exercise(name);
    if (!lift) return e_.names.unknown_exercise(name).text();
    ReferenceKind kind{ReferenceKind::Of::training_max, 1};
    if (kind_word.ends_with("RM")) {
      kind.of = ReferenceKind::Of::n_rm;
      kind.reps = static_cast<int>(
          Decimal::parse(kind_word.substr(0, kind_word.size() - 2)).value_or(Decimal()).floor());
    }
    const auto value = e_.state.progress.references.value(plan_, kind, *lift);
    const std::string got = value ? meso::text(*value) : std::string("not known");
    return got == rest.substr(load) ? "" : "the " + kind_word + " is " + got;
  }

  std::vector<TodayLine> of_lift(std::vector<TodayLine> lines, ExerciseId lift) const {
    std::erase_if(lines, [&](const TodayLine& line) { return !does(line, lift); });
    return lines;
  }

  // The lift's lines in the next session, in the one that is named, else in any of this week.
  std::vector<TodayLine> lines_of(ExerciseId lift, const std::string& session) const {
    const DayVerdict now = today();
    if (session.empty() && now.session)
      if (auto lines = of_lift(session_of(e_.run, e_.state, now), lift); !lines.empty())
        return lines;
    const Control& control = e_.state.control;
    const Week& week = week_of(plan_, control.place);
    const auto pending = pending_sessions(e_.run, control);
    std::vector<SessionId> ids;
    for (const SessionRef& ref : pending) ids.push_back(ref.id);
    for (const std::uint32_t index : week.sessions) ids.push_back({control.place.block, index});
    for (const SessionId id : ids) {
      if (!session.empty() && e_.run.session(id).name != session) continue;
      const DayChanges changes{nullptr, return_changes(e_.run, control)};
      if (auto lines = of_lift(prescribe(e_.run, e_.state.progress, id, changes), lift);
          !lines.empty())
        return lines;
    }
    return {};
  }

  static bool does(const TodayLine& line, ExerciseId lift) {
    if (line.line == nullptr) return false;
    if (line.line->is_ladder) return line.exercise == lift;
    const auto& options = line.line->options;
    return std::find(options.begin(), options.end(), lift) != options.end();
  }

  std::string exercise(const std::string& text) const {
    std::string rest = text, session;
    if (const std::size_t in = text.find(" in \""); in != std::string::npos) {
      session = in_quotes(text);
      const std::size_t close = text.find('"', in + 5);
      rest = text.substr(0, in) + text.substr(std::min(text.size(), close + 1));
    }
    const std::size_t at = end_of_name(rest);
    std::string name = rest.substr(0, at);
    while (!name.empty() && name.back() == ' ') name.pop_back();
    if (name.empty()) return "which lift? `expect back squat 102.5 kg`, say";
    const auto lift = e_.names.exercise(name);
    if (!lift) return e_.names.unknown_exercise(name).text();
    const auto lines = lines_of(*lift, session);
    if (lines.empty())
      return "there is no " + name + (session.empty() ? " in this week" : " in " + quoted(session));
    // A lift that stands twice in a session: one of its lines.
    const std::string wanted = rest.substr(std::min(at, rest.size()));
    std::string first_failure;
    for (const TodayLine& line : lines) {
      const std::string failed = compare(line, wanted);
      if (failed.empty()) return "";
      if (first_failure.empty()) first_failure = failed;
    }
    return first_failure;
  }

  // `5x5 100 kg`, `100 kg`, `3x6-8`, `60 kg, 70 kg`: each part that is written has to be so.
  std::string compare(const TodayLine& line, const std::string& wanted) const {
    const std::string got_sets = asked_sets_text(line);
    const std::vector<std::string> got_loads = asked_loads(line);
    const std::size_t end = end_of_sets(wanted);
    const std::string sets = wanted.substr(0, end);
    const std::string loads = end < wanted.size() ? wanted.substr(end == 0 ? 0 : end + 1) : "";
    const std::string got = got_sets + (got_loads.empty() ? "" : " " + join(got_loads, ", "));
    if (!sets.empty() && without_blanks(sets) != without_blanks(got_sets)) return "it is " + got;
    if (loads.empty()) return "";
    const bool same = std::all_of(got_loads.begin(), got_loads.end(),
                                  [&](const std::string& l) { return l == loads; });
    if (got_loads.empty() || (!same && join(got_loads, ", ") != loads)) return "it is " + got;
    return "";
  }

  // Sets go on while words hold an `x` or a comma leads to another.
  static std::size_t end_of_sets(const std::string& wanted) {
    std::size_t at = 0;
    while (at < wanted.size()) {
      const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
      const std::string word = wanted.substr(at, end - at);
      const bool total = wanted.compare(end, 5, " reps") == 0 || word == "reps";
      const bool is_set = total || word.find('x') != std::string::npos || word == "test" ||
                          word.ends_with("RM") || word == "s" || word == "m";
      if (!is_set) return at == 0 ? 0 : at - 1;
      at = end + 1;
    }
    return wanted.size();
  }

  const Expectation& e_;
  const Plan& plan_;
};

}  // namespace

std::string Expectation::failure(const std::string& text) const {
  return Checking(*this).failure(text);
}

}  // namespace meso
