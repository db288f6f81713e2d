#include "compiler/syntax/parse.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/golden.h"

namespace meso {
namespace {

const char* name_of(TokenKind kind) {
  switch (kind) {
#define MESO_KEYWORD(rule, text) \
  case TokenKind::rule:          \
    return #rule;
#include "grammar/keywords.def"
#undef MESO_KEYWORD
#define MESO_TOKEN(rule, label) \
  case TokenKind::rule:         \
    return #rule;
#include "compiler/syntax/tokens.def"
#undef MESO_TOKEN
  }
  return "";
}

struct Parsed {
  SourceSet sources;
  Sink sink;
  Tree tree;

  explicit Parsed(std::string text) {
    const FileId id = sources.add("plan.meso", std::move(text));
    tree = parse(sources[id], id, sink);
  }
  std::string_view text() const { return sources[tree.file].text(); }

  // `exercise_name[back squat] set_count[3] ...`; keywords as they are written in the grammar.
  std::string tokens(std::size_t statement = 0) const {
    std::string out;
    for (const Token& t : tree.tokens_of(tree.statements[statement]))
      out += (out.empty() ? "" : " ") + std::string(name_of(t.kind)) + "[" +
             std::string(text().substr(t.begin, t.end - t.begin)) + "]";
    return out;
  }
};

struct Row {
  const char* line;
  LineKind kind;
  const char* tokens;
};

using K = LineKind;

TEST_CASE("lines and their tokens") {
  const std::vector<Row> rows = {
      // exercise lines
      {"back squat 3x6-8 @ RIR 2", K::exercise,
       "exercise_name[back squat] set_count[3] times_sign[x] rep_count[6] rep_count_high[8] "
       "at_sign[@] kw_rir[RIR] amount[2]"},
      {"A1 lying leg curl 3x10-15 double(5%)", K::exercise,
       "superset_label[A1] exercise_name[lying leg curl] set_count[3] times_sign[x] rep_count[10] "
       "rep_count_high[15] call_name[double] open_bracket[(] amount[5] unit[%] close_bracket[)]"},
      {"45 degree back extension 3x12", K::exercise,
       "exercise_name[45 degree back extension] set_count[3] times_sign[x] rep_count[12]"},
      {"chin up or lat pulldown 3-4x8+", K::exercise,
       "exercise_name[chin up] kw_or[or] exercise_name[lat pulldown] set_count[3] "
       "set_count_high[4] times_sign[x] rep_count[8] amrap_plus[+]"},
      {"bench press 1x5 65%, 1x5+ 85%", K::exercise,
       "exercise_name[bench press] set_count[1] times_sign[x] rep_count[5] amount[65] unit[%] "
       "comma[,] set_count[1] times_sign[x] rep_count[5] amrap_plus[+] amount[85] unit[%]"},
      {"block pull 5x3 80%", K::exercise,
       "exercise_name[block pull] set_count[5] times_sign[x] rep_count[3] amount[80] unit[%]"},
      {"plank 3x30 s rest 60-90 s", K::exercise,
       "exercise_name[plank] set_count[3] times_sign[x] rep_count[30] timed_unit[s] kw_rest[rest] "
       "amount[60] amount_high[90] unit[s]"},
      {"any push 50 reps", K::exercise, "exercise_name[any push] total_reps[50] kw_reps[reps]"},
      {"deadlift test 5RM", K::exercise, "exercise_name[deadlift] kw_test[test] n_rm[5RM]"},
      {"dip 3xF to failure optional", K::exercise,
       "exercise_name[dip] set_count[3] times_sign[x] kw_failure[F] kw_to_failure[to failure] "
       "kw_optional[optional]"},
      {"squat scheme wave cycle(5 lb) as heavy", K::exercise,
       "exercise_name[squat] kw_scheme[scheme] scheme_name[wave] call_name[cycle] open_bracket[(] "
       "amount[5] unit[lb] close_bracket[)] kw_as[as] progression_name[heavy]"},
      {"squat 1x3 @ RPE 8, 3x5 top set - 10%", K::exercise,
       "exercise_name[squat] set_count[1] times_sign[x] rep_count[3] at_sign[@] kw_rpe[RPE] "
       "amount[8] comma[,] set_count[3] times_sign[x] rep_count[5] kw_top_set[top set] "
       "plus_or_minus[-] amount[10] unit[%]"},
      {"pull up 3x5 bodyweight + 10 kg tempo 3-1-X-0", K::exercise,
       "exercise_name[pull up] set_count[3] times_sign[x] rep_count[5] kw_bodyweight[bodyweight] "
       "plus_or_minus[+] amount[10] unit[kg] kw_tempo[tempo] tempo_value[3-1-X-0]"},
      {"front squat 3x5 70% percent of back squat rest 2 min", K::exercise,
       "exercise_name[front squat] set_count[3] times_sign[x] rep_count[5] amount[70] unit[%] "
       "kw_percent_of[percent of] percent_of_name[back squat] kw_rest[rest] amount[2] unit[min]"},
      // one opener, two kinds
      {"week 3", K::week, "kw_week[week] week_number[3]"},
      {"week 3 5x5 70%", K::week_sets,
       "kw_week[week] week_number[3] set_count[5] times_sign[x] rep_count[5] amount[70] unit[%]"},
      {"week 1-3 RIR + 1", K::week,
       "kw_week[week] week_number[1] week_number_high[3] kw_rir[RIR] plus_sign[+] amount[1]"},
      {"week 4 deload sets x 50%", K::week,
       "kw_week[week] week_number[4] kw_deload[deload] kw_sets[sets] times_sign[x] amount[50] "
       "unit[%]"},
      // structure
      {"block \"A\" 3-5 weeks, 2 sessions a week, deload if ready", K::block,
       "kw_block[block] quoted[\"A\"] block_length[3] block_length_high[5] kw_weeks[weeks] "
       "comma[,] sessions_number[2] kw_sessions_a_week[sessions a week] comma[,] kw_deload[deload] "
       "kw_if[if] gate_name[ready]"},
      {"at least 3 days and at most 9 days after last session", K::wait,
       "kw_at_least[at least] amount[3] unit[days] kw_and[and] kw_at_most[at most] amount[9] "
       "unit[days] kw_after[after] kw_last_session[last session]"},
      {"goal e1RM of back squat + 5% by end of \"A\"", K::goal,
       "kw_goal[goal] goal_metric[e1RM] kw_of[of] goal_name[back squat] plus_sign[+] amount[5] "
       "unit[%] kw_by_end_of[by end of] quoted[\"A\"]"},
      {"input training max of deadlift, squat default 90% of 1RM", K::input,
       "kw_input[input] kw_training_max[training max] kw_of[of] listed_name[deadlift] "
       "comma[,] listed_name[squat] kw_default[default] amount[90] kw_of[of] n_rm[1RM]"},
      {"round dumbbell down 2 kg", K::round,
       "kw_round[round] equipment_word[dumbbell] kw_down[down] amount[2] unit[kg]"},
      // logic
      {"train when soreness of quads <= 2 and not pain is sharp in knee", K::gate_clause,
       "kw_train[train] kw_when[when] kw_soreness[soreness] kw_of[of] group_name[quads] "
       "op_at_most[<=] amount[2] kw_and[and] kw_not[not] kw_pain[pain] kw_is[is] kw_sharp[sharp] "
       "kw_in[in] place_name[knee]"},
      {"recover when soreness >= 3 for 5 days or energy <= 1", K::gate_clause,
       "kw_recover[recover] kw_when[when] kw_soreness[soreness] op_at_least[>=] amount[3] "
       "kw_for[for] day_count[5] kw_days[days] kw_or[or] kw_energy[energy] op_at_most[<=] "
       "amount[1]"},
      {"lighten sets x 70%, RIR + 1 otherwise", K::gate_clause,
       "kw_lighten[lighten] kw_sets[sets] times_sign[x] amount[70] unit[%] comma[,] kw_rir[RIR] "
       "plus_sign[+] amount[1] kw_otherwise[otherwise]"},
      {"when missed twice in a row then load x 90%, sets to start", K::rule_clause,
       "kw_when[when] kw_missed[missed] kw_twice[twice] kw_in_a_row[in a row] kw_then[then] "
       "kw_load[load] times_sign[x] amount[90] unit[%] comma[,] kw_sets[sets] kw_to[to] "
       "kw_start[start]"},
      {"when reps of set 3 in 4..5 then sets + 1, up to most", K::rule_clause,
       "kw_when[when] kw_reps_of[reps of] kw_set[set] set_number[3] kw_in[in] amount[4] "
       "amount_high[5] kw_then[then] kw_sets[sets] plus_sign[+] amount[1] comma[,] kw_up_to[up to] "
       "parameter[most]"},
      {"otherwise insert \"Deload\", at most 2 times", K::rule_clause,
       "kw_otherwise[otherwise] kw_insert[insert] quoted[\"Deload\"] comma[,] kw_at_most[at most] "
       "insert_count[2] kw_times[times]"},
      // pasted
      {"squat 3 \u00D7 5\u20138", K::exercise,
       "exercise_name[squat] set_count[3] times_sign[\u00D7] rep_count[5] rep_count_high[8]"},
      {"session \u201CLower A\u201D if ready", K::session,
       "kw_session[session] quoted[\u201CLower A\u201D] kw_if[if] gate_name[ready]"},
      {"warm\u00A0up auto", K::warm_up, "kw_warm_up[warm\u00A0up] kw_auto[auto]"},
      // comments stay, quotes keep their `#`
      {"squat 3x5 # heavy", K::exercise,
       "exercise_name[squat] set_count[3] times_sign[x] rep_count[5] comment[# heavy]"},
      {"note \"set #2 is hard\" # really", K::note,
       "kw_note[note] quoted[\"set #2 is hard\"] comment[# really]"},
      {"# alone", K::comment, "comment[# alone]"},
      {"", K::blank, ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const Parsed parsed(row.line);
    const Statement& s = parsed.tree.statements.front();
    CHECK(s.kind == row.kind);
    CHECK(parsed.tokens() == row.tokens);
  }
}

TEST_CASE("a keyword opens a line only if its shape follows") {
  CHECK(Parsed("block pull 3x5").tree.statements.front().kind == LineKind::exercise);
  CHECK(Parsed("plan \"P\"").tree.statements.front().kind == LineKind::plan);
  CHECK(Parsed("PLAN \"P\"").tree.statements.front().kind == LineKind::plan);
  const Parsed broken("block \"A\" 4 weks");
  CHECK(broken.tree.statements.front().kind == LineKind::block);
  CHECK_FALSE(broken.tree.statements.front().ok);
}

TEST_CASE("a line that can't be read keeps its neighbours' meaning") {
  const Parsed parsed(
      "plan \"P\"\nblock \"B\" 2 weeks\n  session \"A\"\n    back squat 3x\n    bench press 3x5\n");
  CHECK(parsed.sink.all().size() == 1);
  CHECK_FALSE(parsed.tree.statements[3].ok);
  CHECK(parsed.tree.statements[4].ok);
  CHECK(parsed.tree.statements[4].parent == 2);
}

// Every byte belongs to exactly one line, and to its statement unless it is a blank round it.
void check_tiling(const Parsed& parsed) {
  const SourceFile& file = parsed.sources[parsed.tree.file];
  REQUIRE(parsed.tree.statements.size() == file.line_count());
  std::uint32_t next_token = 0;
  for (std::uint32_t line = 0; line < file.line_count(); ++line) {
    const Statement& s = parsed.tree.statements[line];
    const std::uint32_t start = file.line_start(line);
    const auto end = start + static_cast<std::uint32_t>(file.line_text(line).size());
    CHECK(s.line == line);
    CHECK(start <= s.begin);
    CHECK(s.begin <= s.end);
    CHECK(s.end <= end);
    CHECK(s.first_token == next_token);
    CHECK(s.subtree_end > line);
    CHECK(s.parent <= line);
    next_token += s.token_count;
    std::uint32_t at = s.begin;
    for (const Token& t : parsed.tree.tokens_of(s)) {
      CHECK(at <= t.begin);
      CHECK(t.begin < t.end);
      CHECK(t.end <= (t.kind == TokenKind::comment ? end : s.end));
      at = t.end;
    }
    const std::string_view before = file.text().substr(start, s.begin - start);
    CHECK(before.find_first_not_of(" \t\xC2\xA0") == before.npos);
  }
  CHECK(next_token == parsed.tree.tokens.size());
}

TEST_CASE("statements tile a file, tokens tile a statement") {
  namespace fs = std::filesystem;
  int files = 0;
  for (const char* folder : {"/examples", "/lib", "/tests/bad_input"})
    for (const auto& entry : fs::recursive_directory_iterator(std::string(MESO_ROOT) + folder))
      if (entry.path().extension() == ".meso") {
        INFO(entry.path().filename().string());
        check_tiling(Parsed(test::read_whole(entry.path().string())));
        ++files;
      }
  CHECK(files > 100);
  check_tiling(Parsed(""));
  check_tiling(Parsed("plan \"P\"\r\n\r\n\tback squat\t3x5\t# x \r\nlast"));
}

TEST_CASE("between a statement's tokens there are only blanks") {
  const Parsed parsed(test::read_whole(std::string(MESO_ROOT) + "/lib/ready.meso"));
  for (const Statement& s : parsed.tree.statements) {
    if (!s.ok) continue;
    std::uint32_t at = s.begin;
    for (const Token& t : parsed.tree.tokens_of(s)) {
      const std::string_view gap = parsed.text().substr(at, t.begin - at);
      CHECK(gap.find_first_not_of(" \t") == gap.npos);
      at = t.end;
    }
  }
}

TEST_CASE("comments are kept and don't belong to the statement's text") {
  const Parsed parsed("back squat 3x5   # as \"heavy\" as it gets\n");
  const Statement& s = parsed.tree.statements.front();
  CHECK(parsed.sources.text(parsed.tree.span_of(s)) == "back squat 3x5");
  CHECK(parsed.tokens().ends_with("comment[# as \"heavy\" as it gets]"));
}

TEST_CASE("CRLF, lone CR, tabs: the same tokens") {
  const std::string plain = "plan \"P\"\n  units kg\nblock \"B\" 2 weeks\n";
  const auto all = [](const Parsed& p) {
    std::string out;
    for (std::size_t i = 0; i < p.tree.statements.size(); ++i) out += p.tokens(i) + "\n";
    return out;
  };
  const std::string expected = all(Parsed(plain));
  CHECK(all(Parsed("plan \"P\"\r\n  units kg\r\nblock \"B\" 2 weeks\r\n")) == expected);
  CHECK(all(Parsed("plan \"P\"\r  units kg\rblock \"B\" 2 weeks\r")) == expected);
  CHECK(all(Parsed("plan\t\"P\"\n\tunits\tkg\nblock\t\"B\"\t2\tweeks\n")) == expected);
}

TEST_CASE("a line that is too long is reported, not read") {
  const Parsed parsed("plan \"P\"\n" + std::string(4001, 'x') + "\n");
  REQUIRE(parsed.sink.all().size() == 1);
  CHECK(parsed.sink.all().front().kind.name == "line-too-long");
  const std::string longest = "note \"" + std::string(4000 - 7, 'x') + "\"";
  CHECK(longest.size() == 4000);
  CHECK(Parsed(longest).tree.statements.front().ok);
}

}  // namespace
}  // namespace meso
