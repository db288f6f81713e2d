// Exercise lines and what they are made of: `A1 back squat 3-4x6-8 75% @ RIR 2 rest 3 min
// double(2.5 kg)`.
#pragma once

#include "grammar/keywords.hpp"

namespace meso::grammar {

// quantities: `2.5 kg`, `60-90 s`, `5%`
struct amount : decimal {};
struct amount_high : decimal {};
struct line_word
    : p::sor<kw_rest, kw_tempo, kw_each_side, kw_per_side, kw_to_failure, kw_optional, kw_start,
             kw_percent_of, kw_as, kw_then, kw_when, kw_and, kw_or, kw_per_extra_rep,
             kw_per_missing_rep, kw_next_time, kw_if, kw_after, kw_before, kw_by_end_of, kw_to,
             kw_otherwise, kw_drop_set, kw_rest_pause, kw_myo_reps, kw_cluster> {};
struct unit : p::sor<p::one<'%'>, p::seq<p::not_at<line_word>, p::plus<p::alpha>>> {};
struct quantity : p::seq<range_of<amount, amount_high>, opt_blanks, unit> {};
struct bare_amount : range_of<amount, amount_high> {};

// `3-4x6-8+`, `3x30 s`, `3xmax`, `3xF`
struct set_count : digits {};
struct set_count_high : digits {};
struct rep_count : digits {};
struct rep_count_high : digits {};
struct amrap_plus : p::one<'+'> {};
struct times_sign : times {};
struct timed_unit : p::sor<phrase<"s">, phrase<"sec">, phrase<"secs">, phrase<"seconds">,
                           phrase<"min">, phrase<"m">, phrase<"meters">, phrase<"metres">> {};
struct set_start : p::seq<range_of<digits, digits>, opt_blanks, times, p::not_at<p::one<'%'>>> {};
struct set_spec : p::seq<range_of<set_count, set_count_high>, opt_blanks, times_sign, opt_blanks,
                         p::sor<kw_max, kw_failure,
                                p::seq<range_of<rep_count, rep_count_high>, p::opt<amrap_plus>,
                                       p::opt<p::seq<opt_blanks, timed_unit>>>>> {};
// `25 min`, `400 m`: all in one go. Where no number stands, sets x reps are what is expected.
struct one_go
    : p::seq<p::at<p::digit>, range_of<rep_count, rep_count_high>, opt_blanks, timed_unit> {};

// how heavy, how hard
struct at_sign : p::one<'@'> {};
struct plus_or_minus : p::sor<p::one<'+'>, dash> {};
struct effort : p::seq<p::sor<kw_rir, kw_rpe>, opt_blanks, bare_amount> {};
struct bodyweight_load
    : p::seq<kw_bodyweight, p::opt<p::seq<blanks, plus_or_minus, opt_blanks, quantity>>> {};
struct top_set_load
    : p::seq<kw_top_set, p::opt<p::seq<blanks, plus_or_minus, opt_blanks, quantity>>> {};
struct intensity : p::sor<effort, bodyweight_load, top_set_load, kw_open, quantity> {};
struct intensity_item
    : p::sor<p::seq<opt_blanks, at_sign, opt_blanks, intensity>, p::seq<blanks, intensity>> {};
struct set_group : p::seq<p::sor<set_spec, one_go>, p::star<intensity_item>> {};

struct total_reps : digits {};
struct test_what : p::sor<n_rm, kw_max_reps> {};
struct kw_test : phrase<"test"> {};
struct prescription
    : p::sor<p::seq<kw_test, blanks, test_what>,
             p::seq<total_reps, p::at<p::seq<blanks, kw_reps>>, blanks, kw_reps>,
             p::seq<set_group, p::star<p::seq<opt_blanks, comma, opt_blanks, set_group>>>> {};
struct scheme_name : identifier {};
struct scheme_use : p::seq<kw_scheme, blanks, scheme_name> {};

// Where a name ends and a prescription starts.
struct prescription_start : p::sor<set_start, p::seq<digits, blanks, kw_reps>,
                                   p::seq<kw_test, blanks, test_what>, scheme_use> {};

// names: alternatives (`chin up or lat pulldown`), or variations from the easiest to the hardest
// (`incline push up -> push up -> archer push up`)
// `rest 90 s` behind a name without sets is a rest, and no 90 seconds of a lift called "... rest".
struct name_end
    : p::sor<prescription_start, p::seq<range_of<digits, digits>, opt_blanks, timed_unit>,
             p::seq<kw_rest, blanks, range_of<digits, digits>, opt_blanks, timed_unit>> {};
struct arrow : p::sor<p::string<'-', '>'>, p::string<'\xE2', '\x86', '\x92'>> {};
struct exercise_name : p::seq<p::not_at<name_end>, words_until<p::sor<name_end, kw_or, arrow>>> {};
struct exercise_choice
    : p::seq<exercise_name, p::sor<p::plus<p::seq<blanks, arrow, blanks, exercise_name>>,
                                   p::star<p::seq<blanks, kw_or, blanks, exercise_name>>>> {};
struct superset_label : p::seq<p::upper, p::range<'1', '9'>, p::at<blanks>> {};

// rule calls: `double(2.5 kg)`; the brackets are compulsory
struct call_name : identifier {};
struct open_bracket : p::one<'('> {};
struct close_bracket : p::one<')'> {};
struct argument : p::seq<bare_amount, p::opt<p::seq<opt_blanks, unit>>> {};
struct call
    : p::seq<call_name, open_bracket, opt_blanks,
             p::opt<p::seq<argument, p::star<p::seq<opt_blanks, comma, opt_blanks, argument>>>>,
             opt_blanks, close_bracket> {};
struct call_start : p::seq<identifier, p::one<'('>> {};

// modifiers
struct tempo_value
    : p::seq<p::sor<digits, p::one<'x', 'X'>>, dash, p::sor<digits, p::one<'x', 'X'>>, dash,
             p::sor<digits, p::one<'x', 'X'>>, dash, p::sor<digits, p::one<'x', 'X'>>> {};
struct progression_name : identifier {};

// ways to do a set: `drop set 2 x 80%`, `rest-pause 2`, `myo-reps 4x5`, `cluster 3x2 rest 15 s`
struct mini_sets : digits {};
struct mini_reps : digits {};
struct set_style
    : p::sor<p::seq<kw_drop_set, blanks, mini_sets, opt_blanks, times_sign, opt_blanks, quantity>,
             p::seq<kw_rest_pause, blanks, mini_sets>,
             p::seq<kw_myo_reps, blanks, mini_sets, opt_blanks, times_sign, opt_blanks, mini_reps>,
             p::seq<kw_cluster, blanks, mini_sets, opt_blanks, times_sign, opt_blanks, mini_reps,
                    blanks, kw_rest, blanks, quantity>> {};

struct modifier_start : p::sor<line_word, call_start, at_sign> {};
struct percent_of_name : words_until<modifier_start> {};
struct modifier
    : p::sor<p::seq<p::at<call_start>, call>, p::seq<kw_rest, blanks, quantity>,
             p::seq<kw_tempo, blanks, tempo_value>, set_style, kw_each_side, kw_per_side,
             kw_to_failure, kw_optional, p::seq<kw_start, blanks, quantity>,
             p::seq<kw_percent_of, blanks, percent_of_name>,
             p::seq<kw_as, blanks, progression_name>, p::seq<at_sign, opt_blanks, intensity>> {};

struct exercise_body : p::seq<p::opt<p::seq<superset_label, blanks>>, exercise_choice, blanks,
                              p::sor<p::seq<p::at<scheme_use>, scheme_use>, prescription>,
                              p::star<p::seq<blanks, modifier>>> {};

// lines
struct exercise_line : p::seq<exercise_body, line_end> {};
struct warm_up_line : p::seq<kw_warm_up, blanks, p::sor<kw_auto, prescription>, line_end> {};
struct replaced_name : words_until<p::sor<kw_in, kw_with>> {};
struct in_session : p::seq<kw_in, blanks, quoted> {};
struct replace_line
    : p::seq<kw_replace, blanks, replaced_name, blanks, p::opt<p::seq<in_session, blanks>>, kw_with,
             blanks, exercise_body, line_end> {};
struct drop_line
    : p::seq<kw_drop, blanks, replaced_name, p::opt<p::seq<blanks, in_session>>, line_end> {};
struct week_number : digits {};
struct week_number_high : digits {};
struct stage_number : digits {};
struct stage_number_high : digits {};
struct week_sets_line : p::seq<kw_week, blanks, range_of<week_number, week_number_high>, blanks,
                               prescription, line_end> {};
struct stage_line : p::seq<kw_stage, blanks, range_of<stage_number, stage_number_high>, blanks,
                           prescription, line_end> {};
struct scheme_line
    : p::seq<kw_scheme, blanks, scheme_name, p::opt<p::seq<blanks, prescription>>, line_end> {};

// Does the line hold a prescription anywhere? (To tell a broken exercise from a broken keyword.)
struct holds_prescription
    : p::sor<prescription_start, p::until<p::seq<blanks, prescription_start>>> {};

}  // namespace meso::grammar
