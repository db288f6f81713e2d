// PEGTL's own check of the grammar: no rule recurses or loops without reading something.
#include <catch2/catch.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/journal.hpp"
#include "grammar/structure.hpp"

namespace tao::pegtl {

// Written by hand: each always reads at least one character, and calls no other rule.
template <typename Name, meso::grammar::Text T>
struct analyze_traits<Name, meso::grammar::phrase<T>> : analyze_any_traits<> {};
template <typename Name>
struct analyze_traits<Name, meso::grammar::blank> : analyze_any_traits<> {};
template <typename Name>
struct analyze_traits<Name, meso::grammar::name_word> : analyze_any_traits<> {};

}  // namespace tao::pegtl

namespace meso::grammar {
namespace {

// PEGTL prints what it finds to stderr.
template <typename Line>
void check_sound(const char* name) {
  INFO(name);
  CHECK(p::analyze<Line>(1) == 0);
}

#define MESO_SOUND(line) check_sound<line>(#line)

TEST_CASE("the grammar of exercise lines is sound") {
  MESO_SOUND(exercise_line);
  MESO_SOUND(warm_up_line);
  MESO_SOUND(replace_line);
  MESO_SOUND(drop_line);
  MESO_SOUND(week_sets_line);
  MESO_SOUND(stage_line);
  MESO_SOUND(scheme_line);
  MESO_SOUND(holds_prescription);
}

TEST_CASE("the grammar of gates and rules is sound") {
  MESO_SOUND(gate_line);
  MESO_SOUND(gate_clause_line);
  MESO_SOUND(rule_line);
  MESO_SOUND(rule_clause_line);
  MESO_SOUND(week_changes_line);
}

TEST_CASE("the grammar of the head, blocks and sessions is sound") {
  MESO_SOUND(plan_line);
  MESO_SOUND(by_line);
  MESO_SOUND(level_line);
  MESO_SOUND(units_line);
  MESO_SOUND(guidelines_line);
  MESO_SOUND(purpose_line);
  MESO_SOUND(round_line);
  MESO_SOUND(input_line);
  MESO_SOUND(familiar_line);
  MESO_SOUND(goal_line);
  MESO_SOUND(track_line);
  MESO_SOUND(signal_line);
  MESO_SOUND(follow_line);
  MESO_SOUND(return_line);
  MESO_SOUND(block_line);
  MESO_SOUND(session_line);
  MESO_SOUND(on_line);
  MESO_SOUND(prefer_line);
  MESO_SOUND(wait_line);
  MESO_SOUND(repeat_line);
  MESO_SOUND(note_line);
  MESO_SOUND(allow_line);
}

TEST_CASE("the grammar of the athlete's log is sound") {
  MESO_SOUND(journal::format_line);
  MESO_SOUND(journal::plan_line);
  MESO_SOUND(journal::athlete_line);
  MESO_SOUND(journal::end_line);
  MESO_SOUND(journal::set_aside_line);
  MESO_SOUND(journal::date_line);
  MESO_SOUND(journal::readings_line);
  MESO_SOUND(journal::session_line);
  MESO_SOUND(journal::note_line);
}

struct loops : p::star<p::opt<kw_plan>> {};
struct recurses : p::seq<p::opt<kw_plan>, recurses> {};

TEST_CASE("an unsound grammar would be found") {
  CHECK(p::analyze<loops>(-1) > 0);
  CHECK(p::analyze<recurses>(-1) > 0);
}

}  // namespace
}  // namespace meso::grammar
