// The plan's head, blocks, sessions, and the lines that hang on them.
#pragma once

#include "grammar/logic.hpp"

namespace meso::grammar {

struct kw_any_word : p::plus<p::alpha> {};
struct plan_line : p::seq<kw_plan, blanks, quoted, line_end> {};
struct library_line : p::seq<kw_library, blanks, quoted, line_end> {};
struct use_line : p::seq<kw_use, blanks, quoted, line_end> {};
struct by_line : p::seq<kw_by, blanks, quoted, line_end> {};
struct word : p::plus<p::sor<p::alnum, p::one<'_'>>> {};
struct level_line : p::seq<kw_level, blanks, word, line_end> {};
struct units_line : p::seq<kw_units, blanks, word, line_end> {};
struct year : digits {};
struct guidelines_line : p::seq<kw_guidelines, blanks, year, line_end> {};
struct listed_words : words_until<comma> {};
// `purpose strength`, `purpose size: chest, side delts`
struct size_group : words_until<kw_specialise> {};
struct size_groups
    : p::seq<kw_size, opt_blanks, list_of<size_group>, p::opt<p::seq<blanks, kw_specialise>>> {};
struct purpose_line
    : p::seq<kw_purpose, blanks, p::sor<size_groups, list_of<listed_words>>, line_end> {};
struct equipment_word : p::seq<p::not_at<p::sor<kw_nearest, kw_up, kw_down>>,
                               p::plus<p::sor<p::alpha, p::one<'_'>>>> {};
struct round_line : p::seq<kw_round, blanks, p::opt<p::seq<equipment_word, blanks>>,
                           p::sor<kw_nearest, kw_up, kw_down>, blanks, quantity, line_end> {};

struct listed_name : words_until<p::sor<kw_default, kw_by_end_of>> {};
struct default_value : p::sor<share_of, quantity> {};
struct input_line
    : p::seq<
          kw_input, blanks,
          p::sor<p::seq<p::sor<kw_training_max, n_rm>, blanks, kw_of, blanks, list_of<listed_name>>,
                 kw_bodyweight>,
          p::opt<p::seq<blanks, kw_default, blanks, default_value>>, line_end> {};
struct familiar_line : p::seq<kw_familiar, blanks, list_of<listed_name>, line_end> {};

// Where a measure or an exercise's name ends: a number with its unit, or one that something
// follows.
struct goal_number : p::seq<decimal, p::sor<p::seq<opt_blanks, unit>, p::seq<blanks, kw_to>>> {};
struct goal_stop : p::sor<kw_of, plus_sign, kw_by_end_of, goal_number> {};
struct goal_metric : p::sor<n_rm, words_until<goal_stop>> {};
struct goal_name : words_until<p::sor<plus_sign, kw_by_end_of, goal_number>> {};
struct goal_amount : p::sor<quantity, bare_amount> {};
struct goal_line
    : p::seq<kw_goal, blanks, goal_metric, p::opt<p::seq<blanks, kw_of, blanks, goal_name>>, blanks,
             p::sor<p::seq<plus_sign, opt_blanks, goal_amount>,
                    p::seq<goal_amount, blanks, kw_to, blanks, goal_amount>>,
             blanks, kw_by_end_of, blanks, quoted, line_end> {};
struct track_line : p::seq<kw_track, blanks, list_of<listed_words>, line_end> {};
struct signal_name : identifier {};
struct scale_low : digits {};
struct scale_high : digits {};
struct signal_line
    : p::seq<kw_signal, blanks, signal_name, blanks, quoted, blanks, scale_low, opt_blanks, dash,
             opt_blanks, scale_high,
             p::opt<p::seq<opt_blanks, comma, opt_blanks, kw_higher_is_better>>, line_end> {};

// `event "Match" on Sat`, `event "Finals" on 2027-03-13`
struct date : p::seq<p::rep<4, p::digit>, p::one<'-'>, p::rep<2, p::digit>, p::one<'-'>,
                     p::rep<2, p::digit>> {};
struct day_name : p::plus<p::alpha> {};
struct starts_line : p::seq<kw_starts, blanks, date, line_end> {};
struct event_line
    : p::seq<kw_event, blanks, quoted, blanks, kw_on, blanks, p::sor<date, day_name>, line_end> {};

// `exercise "sled push" trains quads, glutes, calves 0.5 with machine like leg press`
struct own_equipment : p::plus<p::sor<p::alpha, p::one<'_'>>> {};
struct muscle_stop
    : p::sor<decimal, kw_with, kw_like, kw_trains, kw_each_side, kw_long_length, kw_eccentric> {};
struct muscle_name : words_until<muscle_stop> {};
struct trained_muscle : p::seq<muscle_name, p::opt<p::seq<blanks, amount>>> {};
struct like_stop : p::sor<kw_trains, kw_with, kw_each_side, kw_long_length, kw_eccentric> {};
struct like_name : words_until<like_stop> {};
struct own_exercise_item
    : p::sor<p::seq<kw_trains, blanks, list_of<trained_muscle>>,
             p::seq<kw_with, blanks, own_equipment>, p::seq<kw_like, blanks, like_name>,
             kw_each_side, kw_long_length, kw_eccentric> {};
struct own_exercise_line
    : p::seq<kw_exercise, blanks, quoted, p::plus<p::seq<blanks, own_exercise_item>>, line_end> {};

struct follow_line : p::seq<kw_follow, blanks, call, line_end> {};
struct days_number : digits {};
struct return_line : p::seq<kw_return_after, blanks, days_number, blanks, kw_days_off, line_end> {};

struct block_length : digits {};
struct block_length_high : digits {};
struct week_word : p::sor<kw_weeks, kw_week> {};
struct rotation_word : p::sor<kw_rotations, phrase<"rotation">> {};
struct sessions_number : digits {};
struct session_count
    : p::seq<sessions_number, blanks, p::sor<kw_sessions_a_week, phrase<"session a week">>> {};
struct run_count : digits {};
struct block_item
    : p::sor<session_count, p::seq<run_count, blanks, kw_times>, kw_deload, kw_push, kw_test> {};
struct gate_use : p::seq<kw_if, blanks, gate_name> {};
struct block_line
    : p::seq<kw_block, blanks, quoted, blanks, range_of<block_length, block_length_high>, blanks,
             p::sor<week_word, rotation_word>,
             p::star<p::seq<opt_blanks, comma, opt_blanks, block_item>>,
             p::opt<p::seq<blanks, gate_use>>, line_end> {};

struct session_line
    : p::seq<kw_session, blanks, quoted, p::opt<p::seq<opt_blanks, comma, opt_blanks, kw_recovery>>,
             p::opt<p::seq<blanks, gate_use>>, line_end> {};
// `missed: waits`, of the plan, a block or a session.
struct missed_line
    : p::seq<kw_missed_work, opt_blanks, p::sor<kw_waits, kw_add_to_next>, line_end> {};
struct on_line : p::seq<kw_on, blanks, day_name, line_end> {};
struct prefer_line : p::seq<kw_prefer, blanks, list_of<day_name>, line_end> {};
struct after_name : words_until<p::sor<comma, kw_and>> {};
struct after_item : p::sor<kw_last_session, quoted, after_name> {};
struct after_part : p::seq<kw_after, blanks, list_of<after_item>> {};
struct before_part : p::seq<kw_before, blanks, list_of<quoted>> {};
struct wait_line : p::seq<p::sor<p::seq<kw_at_least, blanks, quantity,
                                        p::opt<p::seq<p::opt<p::seq<blanks, kw_and>>, blanks,
                                                      kw_at_most, blanks, quantity>>>,
                                 p::seq<kw_at_most, blanks, quantity>>,
                          p::opt<p::seq<blanks, p::sor<after_part, before_part>>>, line_end> {};

struct repeat_line : p::seq<kw_repeat, blanks, p::sor<quoted, p::seq<kw_week, blanks, week_number>>,
                            p::opt<p::seq<blanks, kw_as, blanks, quoted>>,
                            p::opt<p::seq<blanks, changes>>, line_end> {};
struct note_line : p::seq<kw_note, blanks, quoted, line_end> {};
struct guideline_name : p::seq<p::alpha, p::star<p::sor<p::alnum, p::one<'-'>>>> {};
struct allow_line : p::seq<kw_allow, blanks, guideline_name, blanks, quoted,
                           p::opt<p::seq<blanks, kw_until, blanks, date>>, line_end> {};

}  // namespace meso::grammar
