// The lines that hold a log together: its head, each record's first line, and each record's end.
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/nothing.hpp>
#include <tao/pegtl/parse.hpp>

#include <charconv>

#include "grammar/journal.hpp"
#include "runtime/journal/line_state.h"

namespace meso::journal {
namespace {

namespace g = grammar::journal;
namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

struct State : LineState {
  using LineState::LineState;
  std::string_view text;  // the last one in quotes

  // An amendment and a removal speak of another record's kind.
  void kind(EntryKind kind) {
    const bool other = entry.kind == EntryKind::amend || entry.kind == EntryKind::remove;
    (other ? entry.target.emplace() : entry.kind) = kind;
  }
};

template <typename Rule>
struct Action : p::nothing<Rule> {};

#define MESO_KIND(rule, value)                                         \
  template <>                                                          \
  struct Action<g::rule> {                                             \
    static void apply0(State& state) { state.kind(EntryKind::value); } \
  };
MESO_KIND(kw_check_in, check_in)
MESO_KIND(kw_done_session, session)
MESO_KIND(kw_off_plan, off_plan)
MESO_KIND(kw_skip, skip)
MESO_KIND(kw_dropped, drop)
MESO_KIND(kw_unavailable, unavailable)
MESO_KIND(kw_red_flag, red_flag)
MESO_KIND(kw_cleared, cleared)
MESO_KIND(kw_overrule, overruled)
MESO_KIND(kw_athlete, athlete)
MESO_KIND(kw_rename, rename)
MESO_KIND(kw_continue, move)
MESO_KIND(kw_amend, amend)
MESO_KIND(kw_remove, remove)
#undef MESO_KIND

// What a rule's text means for the entry.
#define MESO_READS(rule, statement)                        \
  template <>                                              \
  struct Action<g::rule> {                                 \
    template <typename In>                                 \
    static void apply(const In& in, State& state) {        \
      [[maybe_unused]] const auto read = in.string_view(); \
      statement;                                           \
    }                                                      \
  };
MESO_READS(text_inside, state.text = read)
MESO_READS(subject, state.entry.name = state.said(state.text, "the name"))
MESO_READS(new_name, state.entry.to = state.said(state.text, "the new name"))
MESO_READS(block_name, state.entry.block = state.said(state.text, "the block's name"))
MESO_READS(person_name, state.entry.person = state.said(state.text, "the person's name"))
MESO_READS(reason, state.entry.reason = state.said(state.text, "the reason"))
MESO_READS(week_of_block, state.entry.week = state.whole(read, 1, 999, "weeks"))
MESO_READS(kw_lightened, state.entry.lightened = true)
MESO_READS(kw_broken_off, state.entry.broken_off = true)
MESO_READS(record_date, state.entry.date = state.date(read))
MESO_READS(target_date, state.entry.target_date = state.date(read))
MESO_READS(until_date, state.entry.until = state.date(read))
#undef MESO_READS

// Two digits at most before each colon, as the grammar has them.
bool is_time_of_day(std::string_view text) {
  for (const int most : {23, 59, 59}) {
    if (text.empty()) return true;
    int number = 0;
    const char* const end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    if (number > most) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty()) text.remove_prefix(1);
  }
  return true;
}

template <>
struct Action<g::clock_time> {
  template <typename In>
  static void apply(const In& in, State& state) {
    if (!is_time_of_day(in.string_view())) state.problem(in.string() + " is no time of day");
  }
};

template <>
struct Action<g::plan_line> {
  static void apply0(State& state) { state.entry.name = state.said(state.text, "the plan's name"); }
};
template <>
struct Action<g::athlete_line> {
  static void apply0(State& state) {
    state.entry.name = state.said(state.text, "the athlete's name");
  }
};

template <typename Rule>
bool matches(std::string_view line) {
  Input in(line.data(), line.data() + line.size(), "");
  return p::parse<Rule>(in);
}

template <typename Rule>
bool read(std::string_view line, Place place) {
  Input in(line.data(), line.data() + line.size(), "");
  State state(place);
  return p::parse<Rule, Action>(in, state);
}

// For rules that say one thing only.
template <typename Rule>
struct Piece : p::nothing<Rule> {};
template <>
struct Piece<g::format_number> {
  template <typename In>
  static void apply(const In& in, std::string_view& piece) {
    piece = in.string_view();
  }
};
template <>
struct Piece<g::end_checksum> : Piece<g::format_number> {};

template <typename Rule>
bool read_piece(std::string_view line, std::string_view& piece) {
  Input in(line.data(), line.data() + line.size(), "");
  return p::parse<Rule, Piece>(in, piece);
}

}  // namespace

bool opens_record(std::string_view line) {
  return !line.empty() && line.front() >= '0' && line.front() <= '9' &&
         matches<g::record_start>(line);
}

bool read_format_line(std::string_view line, int& format) {
  std::string_view digits;
  if (!read_piece<g::format_line>(line, digits)) return false;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), format);
  if (error != std::errc()) format = INT32_MAX;  // however far ahead, it is newer than this one
  return true;
}

bool read_plan_line(std::string_view line, Place place) { return read<g::plan_line>(line, place); }

bool read_athlete_line(std::string_view line, Place place) {
  return read<g::athlete_line>(line, place);
}

bool read_end_line(std::string_view line, std::string_view& sum) {
  sum = {};
  return read_piece<g::end_line>(line, sum);
}

bool is_set_aside_line(std::string_view line) { return matches<g::set_aside_line>(line); }

bool read_date_line(std::string_view line, Place place) { return read<g::date_line>(line, place); }

EntryKind body_kind(const Entry& entry) {
  return entry.kind == EntryKind::amend && entry.target ? *entry.target : entry.kind;
}

}  // namespace meso::journal
