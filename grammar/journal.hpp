// The athlete's log, line by line: `2026-11-23 session "Lower A"`, `back squat 3x8 100 kg @ RIR 2`,
// `soreness quads 0, lower back 2`, `end 1c9a02bb`. What a rule leaves behind is read only once
// nothing can take the rule back: wherever several readings are possible, a look ahead decides.
#pragma once

#include "grammar/prescription.hpp"

namespace meso::grammar::journal {

// ---- pieces -----------------------------------------------------------------------------------

struct text_inside : p::star<p::seq<p::not_at<quote_mark>, p::any>> {};
struct text : p::seq<quote_mark, text_inside, quote_mark> {};
struct number : decimal {};
// Digits behind a comma without a blank are a decimal comma, where they don't begin a further set.
struct no_decimal_comma
    : p::not_at<p::seq<comma, digits, p::not_at<p::seq<opt_blanks, p::sor<times, p::one<'@'>>>>>> {
};
struct next_item : p::seq<opt_blanks, comma, opt_blanks> {};
struct at_item_end : p::at<p::sor<p::seq<opt_blanks, comma>, line_end>> {};
// Any word or words, up to the item's end.
struct free_words : words_until<p::failure> {};

// ---- the file's first lines, and the ends of records ------------------------------------------

struct format_number : digits {};
struct format_line : p::seq<phrase<"meso log">, blanks, format_number, line_end> {};
struct plan_line : p::seq<kw_plan, blanks, text, line_end> {};
struct athlete_line : p::seq<phrase<"athlete">, blanks, text, line_end> {};

struct end_checksum : p::plus<p::xdigit> {};
struct end_line : p::seq<phrase<"end">, p::opt<p::seq<blanks, end_checksum>>, line_end> {};
struct set_aside_line : p::seq<phrase<"set aside">, line_end> {};

// ---- a record's first line --------------------------------------------------------------------

struct two_digits : p::rep_min_max<1, 2, p::digit> {};
struct date : p::seq<p::rep<4, p::digit>, dash, two_digits, dash, two_digits> {};
struct record_date : date {};
struct target_date : date {};
struct until_date : date {};
struct clock_time
    : p::seq<two_digits, p::one<':'>, two_digits, p::opt<p::seq<p::one<':'>, two_digits>>> {};
struct record_start : p::seq<date, p::not_at<p::identifier_other>> {};

struct kw_check_in : p::sor<phrase<"check-in">, phrase<"check in">, phrase<"checkin">> {};
struct kw_off_plan : p::sor<phrase<"off-plan">, phrase<"off plan">> {};
struct kw_done_session : kw_session {};
struct kw_skip : phrase<"skip"> {};
struct kw_dropped : kw_drop {};
struct kw_unavailable : phrase<"unavailable"> {};
struct kw_red_flag : p::sor<phrase<"red flag">, phrase<"red-flag">> {};
struct kw_cleared : phrase<"cleared"> {};
struct kw_overrule : phrase<"overrule"> {};
struct kw_athlete : phrase<"athlete"> {};
struct kw_rename : phrase<"rename"> {};
struct kw_continue : phrase<"continue"> {};
struct kw_amend : phrase<"amend"> {};
struct kw_remove : phrase<"remove"> {};

struct subject : text {};  // the session; what is renamed
struct new_name : text {};
struct block_name : text {};
struct person_name : text {};
struct reason : text {};
struct week_of_block : digits {};
struct of_block : p::seq<kw_of, blanks, block_name> {};
struct in_week : p::seq<kw_week, blanks, week_of_block> {};
struct by_person : p::seq<kw_by, blanks, person_name> {};
struct kw_lightened : phrase<"lightened"> {};
struct kw_broken_off : phrase<"broken off"> {};

template <typename Part>
struct then : p::opt<p::seq<blanks, Part>> {};

struct session_head
    : p::seq<kw_done_session, blanks, subject,
             p::star<p::seq<blanks, p::sor<of_block, in_week, kw_lightened, kw_broken_off>>>> {};
struct skip_head : p::seq<kw_skip, blanks, subject, then<reason>> {};
struct drop_head : p::seq<kw_dropped, blanks, subject, then<reason>, blanks, by_person> {};
struct unavailable_head
    : p::seq<kw_unavailable, blanks, kw_until, blanks, until_date, then<reason>> {};
struct flag_head : p::seq<kw_red_flag, blanks, reason> {};
struct cleared_head : p::seq<kw_cleared, blanks, by_person, then<reason>> {};
struct overrule_head : p::seq<kw_overrule, blanks, subject, blanks, reason, blanks, by_person> {};
struct rename_head : p::seq<kw_rename, blanks, subject, blanks, kw_to, blanks, new_name> {};
struct continue_head
    : p::seq<kw_continue, blanks, phrase<"at">, blanks, in_week, blanks, of_block> {};
struct record_head
    : p::sor<kw_check_in, session_head, kw_off_plan, skip_head, drop_head, unavailable_head,
             flag_head, cleared_head, overrule_head, kw_athlete, rename_head, continue_head> {};
struct any_kind
    : p::sor<kw_check_in, kw_done_session, kw_off_plan, kw_skip, kw_dropped, kw_unavailable,
             kw_red_flag, kw_cleared, kw_overrule, kw_athlete, kw_rename, kw_continue> {};

struct amend_head : p::seq<kw_amend, blanks, target_date, blanks, record_head> {};
struct remove_head : p::seq<kw_remove, blanks, target_date, blanks, any_kind, then<subject>> {};
struct date_line : p::seq<record_date, blanks, p::opt<p::seq<clock_time, blanks>>,
                          p::sor<amend_head, remove_head, record_head>, line_end> {};

// ---- sets: `3x8 100 kg @ RIR 2, 1x7 100 kg`, `8, 8, 7 bodyweight + 10 kg`, `3x30 s` ------------

struct mass_unit : p::sor<phrase<"kg">, phrase<"kgs">, phrase<"kilo">, phrase<"kilos">,
                          phrase<"lb">, phrase<"lbs">, phrase<"pound">, phrase<"pounds">> {};
struct mass_amount : decimal {};
struct mass : p::seq<mass_amount, opt_blanks, mass_unit> {};
struct sign : plus_or_minus {};
struct own_weight : kw_bodyweight {};
struct bodyweight_load : p::seq<own_weight, p::opt<p::seq<opt_blanks, sign, opt_blanks, mass>>> {};
struct open_load : kw_open {};  // the load wasn't written down
struct effort_kind : p::sor<kw_rir, kw_rpe> {};
struct effort_amount : decimal {};
struct effort : p::seq<effort_kind, opt_blanks, effort_amount, no_decimal_comma> {};
struct plain_load : mass {};
struct how_hard : p::sor<effort, bodyweight_load, open_load, plain_load> {};
struct set_item : p::seq<opt_blanks, p::opt<p::seq<at_sign, opt_blanks>>, how_hard> {};

struct set_times : p::seq<digits, opt_blanks, times> {};
struct done_amount : decimal {};
struct done_unit : p::sor<timed_unit, kw_reps> {};
struct set_part : p::seq<p::opt<p::seq<set_times, opt_blanks>>, done_amount,
                         p::opt<p::seq<opt_blanks, done_unit>>, p::star<set_item>> {};
struct set_list : p::seq<set_part, p::star<p::seq<next_item, set_part>>> {};

// Where a name ends and its sets begin: at `3x8`, or at a number that a comma, a load, an effort or
// the line's end follows. Other numbers are part of the name: `45 degree back extension`.
struct sets_start
    : p::sor<p::seq<digits, opt_blanks, times, opt_blanks, p::digit>,
             p::seq<decimal, p::opt<p::seq<opt_blanks, done_unit>>,
                    p::sor<p::at<set_item>, p::at<p::seq<opt_blanks, comma>>, p::at<line_end>>>> {};
struct kw_skipped : phrase<"skipped"> {};
struct skipped_end : p::seq<kw_skipped, line_end> {};
struct done_name : words_until<p::sor<sets_start, kw_for, skipped_end>> {};
struct planned_name : words_until<sets_start> {};
struct done_exercise
    : p::seq<done_name, blanks,
             p::sor<kw_skipped, p::seq<kw_for, blanks, planned_name, blanks, set_list>, set_list>> {
};

// ---- readings: `soreness quads 0, lower back 2`, `energy 4, HRV 62`, `waist 84 cm` -------------

struct value_unit : p::plus<p::sor<p::alpha, p::one<'%', '/'>>> {};
struct value : p::seq<number, p::opt<p::seq<opt_blanks, value_unit>>> {};
struct value_end : p::seq<value, at_item_end> {};
struct value_name : words_until<value_end> {};

struct effect : p::sor<kw_alters_form, kw_reduces_strength, kw_shortens_range, kw_lowers_confidence,
                       kw_soreness_impairs> {};
struct yes : phrase<"yes"> {};
struct no : phrase<"no"> {};
struct effect_reading : p::seq<effect, blanks, p::sor<yes, no>> {};
struct soreness_reading
    : p::seq<p::not_at<effect>, kw_soreness, blanks, p::opt<p::seq<kw_of, blanks>>, value_name,
             blanks, number, at_item_end> {};
struct scale : p::sor<kw_energy, kw_sleep, kw_stress, kw_mood, kw_hrv, kw_resting_heart_rate> {};
struct scale_unit : p::sor<phrase<"bpm">, phrase<"ms">> {};
struct scale_reading
    : p::seq<scale, blanks, number, p::opt<p::seq<opt_blanks, scale_unit>>, at_item_end> {};
struct how_painful : p::sor<kw_none, kw_dull, kw_sharp> {};
struct place : free_words {};
struct pain_reading
    : p::seq<kw_pain, blanks, how_painful, p::opt<p::seq<blanks, kw_in, blanks, place>>> {};
struct flag_none : kw_none {};
struct flag_what : text {};
struct flag_reading : p::seq<kw_red_flag, blanks, p::sor<flag_none, flag_what>> {};
struct max_kind : p::sor<kw_training_max, n_rm> {};
struct max_reading : p::seq<max_kind, blanks, kw_of, blanks, value_name, blanks, mass> {};
struct probe_name : words_until<sets_start> {};
struct kw_probe : phrase<"probe"> {};
struct probe_reading : p::seq<kw_probe, blanks, probe_name, blanks, set_part> {};
struct note_text : text {};
struct note : p::seq<kw_note, blanks, note_text> {};

// Each is tried only where its first words stand, so that nothing is read twice.
template <typename Start, typename Reading>
struct if_at : p::seq<p::at<Start>, Reading> {};
struct scale_start : p::seq<scale, blanks, p::digit> {};
struct max_start : p::seq<max_kind, blanks, kw_of> {};
struct effect_start : p::seq<effect, blanks, p::sor<yes, no>> {};
struct text_reading : p::sor<pain_reading, flag_reading, note> {};
struct text_reading_start : p::sor<p::seq<kw_pain, blanks, how_painful>, kw_red_flag,
                                   p::seq<kw_note, blanks, quote_mark>> {};
struct probe_start : p::seq<kw_probe, blanks> {};
// A coach's own signal or a metric, or a further muscle group behind `soreness`.
struct named_reading
    : p::seq<
          p::not_at<p::sor<scale_start, kw_soreness, kw_pain, kw_red_flag, max_start, probe_start>>,
          value_name, blanks, value> {};
struct reading
    : p::sor<if_at<scale_start, scale_reading>, if_at<effect_start, effect_reading>,
             if_at<text_reading_start, text_reading>, soreness_reading,
             if_at<max_start, max_reading>, if_at<probe_start, probe_reading>, named_reading> {};
struct readings_line : p::seq<reading, p::star<p::seq<next_item, reading>>, line_end> {};

// ---- lines of a session, and of records that hold notes only ----------------------------------

struct session_texts : p::seq<text_reading, p::star<p::seq<next_item, text_reading>>, line_end> {};
struct exercise_line : p::seq<done_exercise, line_end> {};
struct session_line : p::if_then_else<p::at<text_reading_start>, session_texts, exercise_line> {};
struct note_line : p::seq<note, line_end> {};

}  // namespace meso::grammar::journal
