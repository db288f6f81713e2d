// Gates, rules and changes: `lighten sets x 70%, RIR + 1 when soreness <= 3 and not soreness
// impairs`.
#pragma once

#include "grammar/prescription.hpp"

namespace meso::grammar {

// comparisons
struct op_at_least : p::sor<p::string<'>', '='>, p::string<'\xE2', '\x89', '\xA5'>> {};
struct op_at_most : p::sor<p::string<'<', '='>, p::string<'\xE2', '\x89', '\xA4'>> {};
struct op_more : p::one<'>'> {};
struct op_less : p::one<'<'> {};
struct op_equal : p::one<'='> {};
struct parameter : p::seq<p::not_at<line_word>, identifier> {};
struct operand : p::sor<amount, parameter> {};
struct comparison
    : p::sor<p::seq<p::sor<op_at_least, op_at_most, op_more, op_less, op_equal, kw_is>, opt_blanks,
                    operand>,
             p::seq<kw_in, blanks, amount, opt_blanks, dash, opt_blanks, amount_high>> {};
struct compared : p::seq<opt_blanks, comparison> {};

// readiness
struct day_count : digits {};
struct for_days : p::seq<kw_for, blanks, day_count, blanks, p::sor<kw_days, phrase<"day">>> {};
struct opt_for_days : p::opt<p::seq<blanks, for_days>> {};
struct comparison_start
    : p::sor<op_at_least, op_at_most, op_more, op_less, op_equal, kw_is, kw_in> {};
struct group_name : words_until<p::sor<comparison_start, kw_and, kw_or, kw_when, kw_then>> {};
struct place_name : words_until<p::sor<kw_and, kw_or, kw_then, kw_for>> {};
struct soreness_atom
    : p::seq<kw_soreness,
             p::opt<p::seq<blanks, p::sor<kw_anywhere, p::seq<kw_of, blanks, group_name>>>>,
             compared, opt_for_days> {};
struct functional_atom : p::seq<p::sor<kw_soreness_impairs, kw_alters_form, kw_reduces_strength,
                                       kw_shortens_range, kw_lowers_confidence>,
                                opt_for_days> {};
struct pain_atom : p::seq<kw_pain, blanks, kw_is, blanks, p::sor<kw_none, kw_dull, kw_sharp>,
                          p::opt<p::seq<blanks, kw_in, blanks, place_name>>, opt_for_days> {};
struct scale_atom
    : p::seq<p::sor<kw_energy, kw_sleep, kw_stress, kw_mood, kw_days_off>, compared, opt_for_days> {
};
struct baseline_atom
    : p::seq<p::sor<kw_hrv, kw_resting_heart_rate>, blanks,
             p::sor<kw_below_baseline, kw_at_baseline, kw_above_baseline>, opt_for_days> {};

// performance and recovery
struct window_count : digits {};
struct window : p::sor<p::seq<p::sor<kw_once, kw_twice, p::seq<window_count, blanks, kw_times>>,
                              blanks, p::sor<kw_in_a_row, kw_this_week, kw_this_block>>,
                       p::seq<kw_every_time, blanks, p::sor<kw_this_week, kw_this_block>>> {};
struct opt_window : p::opt<p::seq<blanks, window>> {};
struct lift_count : digits {};
struct lifts
    : p::sor<kw_any_lift, kw_every_lift, kw_no_lift, p::seq<lift_count, blanks, kw_lifts>> {};
struct set_number : digits {};
struct which_set : p::sor<kw_last_set, p::seq<kw_set, blanks, set_number>> {};
struct result_atom
    : p::seq<p::opt<p::seq<lifts, blanks>>,
             p::sor<kw_all_top_of_range, kw_all_sets_done, kw_missed, kw_much_better_than_last,
                    kw_better_than_last, kw_worse_than_last, kw_same_as_last, kw_tested>,
             opt_window> {};
struct reps_atom
    : p::seq<p::sor<p::seq<kw_reps_of, blanks, which_set>, kw_total_reps,
                    p::seq<kw_extra_reps, p::opt<p::seq<blanks, kw_of, blanks, which_set>>>>,
             compared, opt_window> {};
struct effort_atom
    : p::seq<p::sor<kw_rir, kw_rpe>, blanks, kw_of, blanks, which_set, compared, opt_window> {};
struct recovery_atom : p::seq<p::sor<kw_never_sore, kw_recovered_early, kw_recovered_in_time,
                                     kw_still_sore, kw_sore_at_start>,
                              opt_window> {};
struct counter_atom
    : p::seq<p::sor<kw_exposures, kw_resets, kw_stage, kw_sets, kw_week>, compared> {};
struct event_atom : p::sor<kw_week_ends, kw_rotation_ends, kw_block_ends> {};
struct own_signal : p::seq<p::not_at<line_word>, identifier> {};
struct own_signal_atom : p::seq<own_signal, compared, opt_for_days> {};

struct atom : p::sor<functional_atom, soreness_atom, pain_atom, scale_atom, kw_strength_restored,
                     baseline_atom, event_atom, result_atom, reps_atom, effort_atom, recovery_atom,
                     counter_atom, own_signal_atom> {};
struct literal : p::seq<p::opt<p::seq<kw_not, blanks>>, atom> {};
struct condition
    : p::seq<literal, p::star<p::seq<blanks, p::sor<kw_and, kw_or>, blanks, literal>>> {};

// changes: `load + 2.5 kg`, `sets x 50%`, `reps to bottom of range`, `sets + 1, up to 6`
struct changed : p::sor<kw_load, kw_reps, kw_time, kw_distance, kw_sets, kw_rir, kw_rpe, kw_rest,
                        kw_gap, kw_stage, kw_scheme, kw_training_max, n_rm> {};
struct plus_sign : p::one<'+'> {};
struct minus_sign : dash {};
struct bound : p::sor<quantity, amount, parameter> {};
struct reference : p::sor<kw_training_max, kw_e1rm, n_rm, kw_bodyweight> {};
struct share_of : p::seq<amount, opt_blanks, p::one<'%'>, blanks, kw_of, blanks, reference> {};
struct change_value
    : p::sor<kw_bottom_of_range, kw_top_of_range, kw_start, share_of,
             p::seq<kw_load_of_stage, blanks, stage_number,
                    p::opt<p::seq<blanks, p::sor<plus_sign, minus_sign>, blanks, bound>>>,
             quantity, amount, parameter> {};
struct change_op : p::sor<plus_sign, minus_sign, times_sign, kw_to> {};
struct change : p::seq<changed, opt_blanks, change_op, opt_blanks, change_value,
                       p::opt<p::seq<blanks, p::sor<kw_per_extra_rep, kw_per_missing_rep>>>,
                       p::star<p::seq<opt_blanks, comma, opt_blanks, p::sor<kw_up_to, kw_down_to>,
                                      blanks, bound>>,
                       p::opt<p::seq<blanks, kw_next_time>>> {};
struct changes : p::seq<change, p::star<p::seq<opt_blanks, comma, opt_blanks, change>>> {};

struct insert_count : digits {};
struct insert : p::seq<kw_insert, blanks, quoted,
                       p::opt<p::seq<opt_blanks, comma, opt_blanks, kw_at_most, blanks,
                                     insert_count, blanks, p::sor<kw_times, phrase<"time">>>>> {};
struct action : p::sor<kw_hold, kw_next_stage, kw_next_variation, kw_previous_variation,
                       kw_repeat_week, insert, kw_end_block, kw_refer, kw_notify_coach, change> {};
struct actions : p::seq<action, p::star<p::seq<opt_blanks, comma, opt_blanks, action>>> {};

// lines
struct gate_name : identifier {};
struct gate_line : p::seq<kw_gate, blanks, gate_name, line_end> {};
struct clause_end : p::sor<kw_otherwise, p::seq<kw_when, blanks, condition>> {};
struct gate_clause_line
    : p::seq<p::sor<p::seq<p::sor<kw_train, kw_swap, kw_recover, kw_refer>, blanks, clause_end>,
                    p::seq<kw_lighten, p::opt<p::seq<blanks, changes>>, blanks, clause_end>>,
             line_end> {};
struct rule_name : identifier {};
struct rule_parameter : identifier {};
struct rule_line : p::seq<kw_rule, blanks, rule_name, opt_blanks, open_bracket, opt_blanks,
                          p::opt<list_of<rule_parameter>>, opt_blanks, close_bracket, line_end> {};
struct rule_clause_line
    : p::seq<p::sor<p::seq<kw_when, blanks, condition, blanks, kw_then, blanks, actions>,
                    p::seq<kw_otherwise, blanks, p::opt<p::seq<kw_then, blanks>>, actions>>,
             line_end> {};
struct week_changes_line : p::seq<kw_week, blanks, range_of<week_number, week_number_high>,
                                  p::opt<p::seq<blanks, p::sor<kw_deload, kw_push, kw_test>>>,
                                  p::opt<p::seq<blanks, changes>>, line_end> {};

}  // namespace meso::grammar
