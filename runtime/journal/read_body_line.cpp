// A record's lines: the readings of a check-in, the exercises of a session, notes.
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/nothing.hpp>
#include <tao/pegtl/parse.hpp>

#include "grammar/journal.hpp"
#include "runtime/journal/body_state.h"

namespace meso::journal {
namespace {

namespace g = grammar::journal;
namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

template <typename Rule>
struct Action : p::nothing<Rule> {};

#define MESO_READS(rule, statement)                        \
  template <>                                              \
  struct Action<g::rule> {                                 \
    template <typename In>                                 \
    static void apply(const In& in, BodyState& state) {    \
      [[maybe_unused]] const auto read = in.string_view(); \
      statement;                                           \
    }                                                      \
  };

// sets
MESO_READS(set_times, state.times(read))
MESO_READS(done_amount, state.amount(read))
MESO_READS(done_unit, state.unit(read))
MESO_READS(mass_amount, state.mass_amount(read))
MESO_READS(mass_unit, state.mass_unit(read))
MESO_READS(own_weight, state.own_weight())
MESO_READS(sign, state.sign(read))
MESO_READS(plain_load, state.plain_load())
MESO_READS(bodyweight_load, state.bodyweight_load())
MESO_READS(open_load, state.open_load())
MESO_READS(effort_kind, state.effort_kind(read))
MESO_READS(effort_amount, state.effort(read))
MESO_READS(set_part, state.end_part())

// exercises
MESO_READS(done_name, state.done_name(read))
MESO_READS(planned_name, state.planned_name(read))
MESO_READS(kw_skipped, state.skipped())
MESO_READS(done_exercise, state.end_exercise())

// readings
MESO_READS(value_name, (state.name(read), state.next = {}))
MESO_READS(number, state.number(read))
MESO_READS(value_unit, state.value_unit(read))
MESO_READS(scale_reading, state.end_number())
MESO_READS(soreness_reading, state.end_soreness())
MESO_READS(named_reading, state.end_named())
MESO_READS(effect_reading, state.end_word())
MESO_READS(yes, state.next.word = "yes")
MESO_READS(no, state.next.word = "no")
MESO_READS(place, state.next.of = state.tidy(read))
MESO_READS(pain_reading, state.end_word())
MESO_READS(kw_red_flag, state.next.what = "red flag")
MESO_READS(flag_none, state.next.word = "none")
MESO_READS(text_inside, state.next.word = read)
MESO_READS(flag_what, state.next.word = state.said(state.next.word, "the red flag"))
MESO_READS(flag_reading, state.end_word())
MESO_READS(max_kind, state.max_kind(read))
MESO_READS(max_reading, state.end_max())
MESO_READS(probe_name, state.done_name(read))
MESO_READS(probe_reading, state.end_probe())
MESO_READS(note_text, state.entry.notes.push_back(state.said(state.next.word, "the note")))
MESO_READS(note, state.end_note())

// The language's own words, as they are printed.
#define MESO_WORD(rule, field, words)                                  \
  template <>                                                          \
  struct Action<grammar::rule> {                                       \
    static void apply0(BodyState& state) { state.next.field = words; } \
  };
MESO_WORD(kw_alters_form, what, "soreness alters form")
MESO_WORD(kw_reduces_strength, what, "soreness reduces strength")
MESO_WORD(kw_shortens_range, what, "soreness shortens range")
MESO_WORD(kw_lowers_confidence, what, "soreness lowers confidence")
MESO_WORD(kw_soreness_impairs, what, "soreness impairs")
MESO_WORD(kw_energy, what, "energy")
MESO_WORD(kw_sleep, what, "sleep")
MESO_WORD(kw_stress, what, "stress")
MESO_WORD(kw_mood, what, "mood")
MESO_WORD(kw_hrv, what, "HRV")
MESO_WORD(kw_resting_heart_rate, what, "resting heart rate")
MESO_WORD(kw_pain, what, "pain")
MESO_WORD(kw_none, word, "none")
MESO_WORD(kw_dull, word, "dull")
MESO_WORD(kw_sharp, word, "sharp")
#undef MESO_WORD
#undef MESO_READS

template <typename Rule>
bool read(std::string_view line, Place place) {
  Input in(line.data(), line.data() + line.size(), "");
  BodyState state(place);
  return p::parse<Rule, Action>(in, state);
}

}  // namespace

bool read_body_line(std::string_view line, Place place) {
  switch (body_kind(place.entry)) {
    case EntryKind::check_in:
    case EntryKind::athlete: return read<g::readings_line>(line, place);
    case EntryKind::session:
    case EntryKind::off_plan: return read<g::session_line>(line, place);
    default: return read<g::note_line>(line, place);
  }
}

}  // namespace meso::journal
