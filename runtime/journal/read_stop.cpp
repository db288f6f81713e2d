// How far a line that can't be read makes sense: the farthest place that any of its readings gets
// to, and what is expected there.
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/nothing.hpp>
#include <tao/pegtl/parse.hpp>

#include <algorithm>

#include "grammar/journal.hpp"
#include "runtime/journal/read_line.h"

namespace meso::journal {
namespace {

namespace g = grammar::journal;
namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

// What messages call a rule; an empty label is a rule that is read, but better not promised.
template <typename Rule>
struct Label {
  static constexpr bool is_piece = false;
};
#define MESO_LABEL(rule, words)                     \
  template <>                                       \
  struct Label<rule> {                              \
    static constexpr bool is_piece = true;          \
    static constexpr std::string_view text = words; \
  };
MESO_LABEL(grammar::kw_by, "`by`")
MESO_LABEL(grammar::kw_for, "`for`")
MESO_LABEL(grammar::kw_in, "`in`")
MESO_LABEL(grammar::kw_of, "`of`")
MESO_LABEL(grammar::kw_to, "`to`")
MESO_LABEL(grammar::kw_until, "`until`")
MESO_LABEL(grammar::kw_week, "`week`")
MESO_LABEL(grammar::kw_note, "`note`")
MESO_LABEL(grammar::kw_open, "")
MESO_LABEL(g::subject, "a name in quotes")
MESO_LABEL(g::new_name, "the new name in quotes")
MESO_LABEL(g::block_name, "the block's name in quotes")
MESO_LABEL(g::person_name, "a person's name in quotes")
MESO_LABEL(g::reason, "a reason in quotes")
MESO_LABEL(g::flag_what, "what it is, in quotes")
MESO_LABEL(g::note_text, "a text in quotes")
MESO_LABEL(g::record_date, "a date")
MESO_LABEL(g::target_date, "a date")
MESO_LABEL(g::until_date, "a date")
MESO_LABEL(g::clock_time, "")
MESO_LABEL(g::week_of_block, "the week's number")
MESO_LABEL(g::kw_lightened, "`lightened`")
MESO_LABEL(g::kw_broken_off, "`broken off`")
MESO_LABEL(g::kw_check_in, "")
MESO_LABEL(g::kw_done_session, "")
MESO_LABEL(g::kw_off_plan, "")
MESO_LABEL(g::kw_skip, "")
MESO_LABEL(g::kw_dropped, "")
MESO_LABEL(g::kw_unavailable, "")
MESO_LABEL(g::kw_red_flag, "")
MESO_LABEL(g::kw_cleared, "")
MESO_LABEL(g::kw_overrule, "")
MESO_LABEL(g::kw_athlete, "")
MESO_LABEL(g::kw_rename, "")
MESO_LABEL(g::kw_continue, "")
MESO_LABEL(g::kw_amend, "")
MESO_LABEL(g::kw_remove, "")
MESO_LABEL(g::done_name, "an exercise")
MESO_LABEL(g::planned_name, "the exercise that it stood in for")
MESO_LABEL(g::probe_name, "an exercise")
MESO_LABEL(g::value_name, "a name")
MESO_LABEL(g::place, "where it hurts")
MESO_LABEL(g::set_times, "sets, such as `3x8 100 kg`")
MESO_LABEL(g::done_amount, "sets, such as `3x8 100 kg`")
MESO_LABEL(g::done_unit, "")
MESO_LABEL(g::plain_load, "")
MESO_LABEL(g::bodyweight_load, "")
MESO_LABEL(g::mass, "a load, such as `100 kg`")
MESO_LABEL(g::effort_kind, "")
MESO_LABEL(g::effort_amount, "a number")
MESO_LABEL(g::kw_skipped, "`skipped`")
MESO_LABEL(g::number, "a number")
MESO_LABEL(g::value_unit, "")
MESO_LABEL(g::yes, "`yes`")
MESO_LABEL(g::no, "`no`")
MESO_LABEL(grammar::comma, "")
#undef MESO_LABEL

struct State {
  const char* base;
  Stop& stop;

  void reach(const char* place) const {
    const auto at = static_cast<std::size_t>(place - base);
    if (at <= stop.at) return;
    stop.at = at;
    stop.expected.clear();
  }
  void expect(const char* place, std::string_view label) const {
    const auto at = static_cast<std::size_t>(place - base);
    if (at < stop.at || label.empty()) return;
    reach(place);
    if (std::ranges::count(stop.expected, label) == 0) stop.expected.push_back(label);
  }
};

// Look-aheads switch actions off: nothing there is what the author wrote or should have written.
template <typename Rule>
struct Control : p::normal<Rule> {
  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Ctrl>
  static bool match(Input& in, State& state) {
    constexpr bool is_piece = Label<Rule>::is_piece && A == p::apply_mode::action;
    constexpr auto deeper = is_piece ? p::apply_mode::nothing : A;
    const char* const begin = in.current();
    const bool matched = p::normal<Rule>::template match<deeper, M, Action, Ctrl>(in, state);
    if constexpr (is_piece) {
      if (matched)
        state.reach(in.current());
      else
        state.expect(begin, Label<Rule>::text);
    }
    return matched;
  }
};

// With a blank at its end, a line that stops too early stops at the word that it wants next.
template <typename Rule>
Stop stop_of(std::string_view line) {
  const std::string padded = std::string(line) + ' ';
  Input in(padded.data(), padded.data() + padded.size(), "");
  Stop stop;
  State state{padded.data(), stop};
  p::parse<Rule, p::nothing, Control>(in, state);
  stop.at = std::min(stop.at, line.size());
  return stop;
}

}  // namespace

Stop stop_of_date_line(std::string_view line) { return stop_of<g::date_line>(line); }

Stop stop_of_body_line(std::string_view line, EntryKind kind) {
  switch (kind) {
    case EntryKind::check_in:
    case EntryKind::athlete: return stop_of<g::readings_line>(line);
    case EntryKind::session:
    case EntryKind::off_plan: return stop_of<g::session_line>(line);
    default: return stop_of<g::note_line>(line);
  }
}

}  // namespace meso::journal
