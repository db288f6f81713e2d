// Every way we know in which people get a plan, a file or a command wrong, end to end through the
// binary, with the message that they get. NAME.meso is checked; NAME.expected holds what comes of
// it. What is no plan in a file (commands, huge and binary texts) stands below as code.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "tests/support/expected_form.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

fs::path here() { return fs::path(MESO_ROOT) / "tests/bad_input"; }

// A folder of its own to run in, gone afterwards.
class Scratch {
 public:
  Scratch()
      : folder_(fs::temp_directory_path() /
                ("meso-bad-input-" + std::to_string(++count_) + "-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  void file(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  void folder(const std::string& name) const { fs::create_directories(folder_ / name); }
  std::string path() const { return folder_.string(); }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder_))
      out.push_back(fs::relative(entry.path(), folder_).string());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  static inline int count_ = 0;
  fs::path folder_;
};

const std::string kSound =
    "plan \"Base\"\n"
    "  guidelines 2026\n"
    "  familiar back squat\n"
    "  input 1RM of back squat\n"
    "  goal e1RM of back squat + 5% by end of \"B\"\n"
    "  track sleep, energy\n"
    "rule linear(step)\n"
    "  when all sets done then load + step\n"
    "  when missed twice in a row then load x 90%\n"
    "block \"B\" 4 weeks\n"
    "  session \"A\" if ready\n"
    "    at least 2 days\n"
    "    back squat 3x5 75% linear(1%)\n";

TEST_CASE("bad plans: each file beside this test says what it should say") {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(here()))
    if (entry.path().extension() == ".meso") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  REQUIRE(names.size() >= 100);
  for (const std::string& name : names) {
    INFO(name);
    const RunResult result = run_meso({"check", name + ".meso"}, {here().string(), "", {}});
    check_golden(expected_form(result), "bad_input/" + name + ".expected");
    CHECK(result.exit_code <= 1);
    CHECK(result.err.empty());
  }
}

TEST_CASE("bad plans: nothing is expected of a file that isn't there") {
  std::set<std::string> known;
  for (const auto& entry : fs::directory_iterator(here()))
    if (entry.path().extension() == ".meso") known.insert(entry.path().stem().string());
  for (const auto& entry : fs::directory_iterator(here()))
    if (entry.path().extension() == ".expected") {
      INFO(entry.path().filename().string());
      CHECK(known.count(entry.path().stem().string()) == 1);
    }
}

// One command in a scratch folder with these files; `name` is that of the expected text.
struct Case {
  std::string name;
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> files;
  std::string input;
};

void run(const Case& c) {
  INFO(c.name);
  const Scratch scratch;
  for (const auto& [name, bytes] : c.files) {
    if (name.ends_with('/'))
      scratch.folder(name);
    else
      scratch.file(name, bytes);
  }
  const std::vector<std::string> before = scratch.names();
  const RunResult result = run_meso(c.arguments, {scratch.path(), c.input, {}});
  check_golden(expected_form(result), "bad_input/commands/" + c.name + ".expected");
  CHECK(scratch.names() == before);  // nothing written, nothing half written
}

TEST_CASE("bad commands") {
  const std::vector<Case> cases = {
      {"no_arguments", {}, {}, ""},
      {"unknown_command", {"chek"}, {}, ""},
      {"unknown_command_like_nothing", {"frobnicate", "plan.meso"}, {}, ""},
      {"unknown_option", {"check", "--fial-on", "note", "plan.meso"}, {}, ""},
      {"unknown_option_of_all", {"--verion"}, {}, ""},
      {"unknown_short_option", {"build", "-z", "plan.meso"}, {}, ""},
      {"check_nothing", {"check"}, {}, ""},
      {"build_nothing", {"build"}, {}, ""},
      {"next_without_log", {"next", "plan.meso"}, {}, ""},
      {"fmt_nothing", {"fmt"}, {}, ""},
      {"fmt_unknown_option", {"fmt", "--chek", "plan.meso"}, {}, ""},
      {"build_two_plans", {"build", "a.meso", "b.meso"}, {}, ""},
      {"explain_nothing", {"explain"}, {}, ""},
      {"explain_unknown_topic", {"explain", "lod-jump"}, {}, ""},
      {"explain_topic_like_nothing", {"explain", "zzzzzzzz"}, {}, ""},
      {"unknown_edition_of_guidelines", {"guidelines", "--edition", "1999"}, {}, ""},
      {"edition_in_words", {"guidelines", "--edition", "latest"}, {}, ""},
      {"catalog_misspelled", {"catalog", "back", "sqat"}, {}, ""},
      {"catalog_like_nothing", {"catalog", "zzzzzzzz"}, {}, ""},
      {"wrong_severity", {"check", "--fail-on", "bad", "plan.meso"}, {}, ""},
      {"wrong_colour", {"check", "--color", "pink", "plan.meso"}, {}, ""},
      {"wrong_format", {"build", "plan.meso", "--format", "pdf"}, {}, ""},
      {"wrong_paper", {"build", "plan.meso", "--paper", "a5"}, {}, ""},
      {"week_nought", {"build", "plan.meso", "--week", "0"}, {}, ""},
      {"option_without_value", {"build", "plan.meso", "-o"}, {}, ""},
      {"empty_path", {"check", ""}, {}, ""},
      {"diff_of_one", {"diff", "plan.meso"}, {}, ""},
      {"diff_of_nothing_twice", {"diff", "-", "-"}, {}, ""},
      {"diff_wrong_format", {"diff", "a.meso", "b.meso", "--format", "xml"}, {}, ""},
      {"new_unknown", {"new", "begginer"}, {}, ""},
      {"new_without_name", {"new", "-o", "plan.meso"}, {}, ""},
      {"explain_misspelled_keyword", {"explain", "sesion"}, {}, ""},
      {"explain_an_exercise", {"explain", "back", "squat"}, {}, ""},
  };
  for (const Case& c : cases) run(c);
}

TEST_CASE("bad files") {
  const std::string binary(
      "\x7f"
      "ELF\x02\x01\x01\0\0\0\0",
      11);
  std::string utf16("\xFF\xFE", 2);
  for (const char c : std::string("plan \"P\"\n")) utf16 += std::string{c, '\0'};
  const std::vector<Case> cases = {
      {"missing_file", {"check", "plan.meso"}, {}, ""},
      {"binary_file", {"check", "plan.meso"}, {{"plan.meso", binary}}, ""},
      {"binary_on_stdin", {"check", "-"}, {}, binary},
      {"fmt_binary_file", {"fmt", "plan.meso"}, {{"plan.meso", binary}}, ""},
      {"fmt_utf16_on_stdin", {"fmt", "-"}, {}, utf16},
      {"fmt_invalid_utf8",
       {"fmt", "plan.meso"},
       {{"plan.meso", "plan \"P\"\n  by \"J\xFCrgen\"\n"}},
       ""},
      {"fmt_empty_folder", {"fmt", "plans"}, {{"plans/", ""}}, ""},
      {"fmt_missing_file", {"fmt", "plan.meso"}, {}, ""},
      {"utf16_file", {"check", "plan.meso"}, {{"plan.meso", utf16}}, ""},
      {"invalid_utf8",
       {"check", "plan.meso"},
       {{"plan.meso", "plan \"P\"\n  by \"J\xFCrgen\"\n"}},
       ""},
      {"empty_folder", {"check", "plans"}, {{"plans/", ""}}, ""},
      {"folder_without_plans",
       {"check", "plans"},
       {{"plans/", ""}, {"plans/notes.txt", "hello"}},
       ""},
      {"build_of_a_folder", {"build", "plans"}, {{"plans/", ""}}, ""},
      {"folder_that_is_called_a_plan", {"build", "plan.meso"}, {{"plan.meso/", ""}}, ""},
      {"file_as_a_folder", {"check", "plan.meso/other.meso"}, {{"plan.meso", kSound}}, ""},
      {"one_missing_of_two", {"check", "a.meso", "b.meso"}, {{"b.meso", kSound}}, ""},
      {"empty_stdin", {"check", "-"}, {}, ""},
      {"named_stdin", {"check", "-", "--stdin-filename", "mail.meso"}, {}, "blok \"B\" 2 weeks\n"},
      {"build_with_errors",
       {"build", "plan.meso", "-o", "out"},
       {{"plan.meso",
         "plan \"P\"\n  guidelines 2026\nblock \"B\" 1 week\n  session \"A\"\n    back sqaut "
         "3x5\n"}},
       ""},
      {"build_draft_of_unreadable",
       {"build", "plan.meso", "-o", "out", "--draft"},
       {{"plan.meso", "plan \"P\n"}},
       ""},
      {"output_folder_is_a_file",
       {"build", "plan.meso", "-o", "out"},
       {{"plan.meso", kSound}, {"out", "in the way"}},
       ""},
      {"output_below_a_file",
       {"build", "plan.meso", "-o", "out/deep"},
       {{"plan.meso", kSound}, {"out", "in the way"}},
       ""},
      {"output_is_a_folder",
       {"build", "plan.meso", "-o", "out", "--format", "json"},
       {{"plan.meso", kSound}, {"out/", ""}, {"out/plan.json/", ""}},
       ""},
      {"diff_missing_file", {"diff", "a.meso", "b.meso"}, {{"a.meso", kSound}}, ""},
      {"diff_with_errors",
       {"diff", "a.meso", "b.meso"},
       {{"a.meso", kSound}, {"b.meso", "plan \"P\"\n  guidelines 2026\nblok \"B\" 1 week\n"}},
       ""},
      {"new_over_a_file", {"new", "hit", "-o", "plan.meso"}, {{"plan.meso", "mine\n"}}, ""},
      {"new_over_a_folder", {"new", "hit", "-o", "plans"}, {{"plans/", ""}}, ""},
      {"new_below_a_file", {"new", "hit", "-o", "mine/plan.meso"}, {{"mine", "a file\n"}}, ""},
      {"explain_missing_file", {"explain", "plan.meso:3"}, {}, ""},
      {"explain_line_nought", {"explain", "plan.meso:0"}, {{"plan.meso", kSound}}, ""},
      {"explain_line_beyond", {"explain", "plan.meso:14"}, {{"plan.meso", kSound}}, ""},
      {"explain_line_of_millions",
       {"explain", "plan.meso:99999999999999999999"},
       {{"plan.meso", kSound}},
       ""},
      {"explain_line_with_a_mistake",
       {"explain", "plan.meso:5"},
       {{"plan.meso",
         "plan \"P\"\n  guidelines 2026\nblock \"B\" 1 week\n  session \"A\"\n    back sqaut "
         "3x5\n"}},
       ""},
      {"explain_beside_a_mistake",
       {"explain", "plan.meso:3"},
       {{"plan.meso",
         "plan \"P\"\n  guidelines 2026\nblock \"B\" 1 week\n  session \"A\"\n    back sqaut "
         "3x5\n"}},
       ""},
      {"missing_athlete_file",
       {"build", "plan.meso", "--athlete", "sam.yaml"},
       {{"plan.meso", kSound}},
       ""},
  };
  for (const Case& c : cases) run(c);
}

// The others are in tests/end_to_end/config/broken.expected.
TEST_CASE("configurations that disagree") {
  run({"config_conflict",
       {"check", "plan.meso"},
       {{"plan.meso", kSound},
        {"meso.yaml", "extends: [ours.yaml, theirs.yaml]\n"},
        {"ours.yaml", "thresholds: {load-jump: {warn above: 5 %}}\n"},
        {"theirs.yaml", "thresholds: {load-jump: {warn above: 7.5 %}}\n"}},
       ""});
}

TEST_CASE("bad athlete files") {
  const auto with = [](std::string name, std::string yaml) {
    return Case{std::move(name),
                {"build", "plan.meso", "-o", "out", "--athlete", "sam.yaml"},
                {{"plan.meso", kSound}, {"sam.yaml", std::move(yaml)}},
                ""};
  };
  run(with("athlete_bracket_not_closed", "name: Sam\n1RM: {back squat: 160 kg\nunits: kg\n"));
  run(with("athlete_tab", "name: Sam\n1RM:\n\tback squat: 160 kg\n"));
  run(with("athlete_unknown_key", "name: Sam\nwieght: 82 kg\n"));
  run(with("athlete_unknown_exercise", "1RM: {back sqaut: 160 kg}\n"));
  run(with("athlete_load_without_unit", "1RM: {back squat: 160}\n"));
  run(with("athlete_list_for_a_map", "1RM: [160 kg]\n"));
  run(with("athlete_decimal_comma", "1RM: {back squat: 102,5 kg}\n"));
  run(with("athlete_negative_load", "1RM: {back squat: -20 kg}\n"));
  run(with("athlete_given_twice", "1RM: {back squat: 160 kg, squat: 150 kg}\n"));
  run(with("athlete_empty", ""));
  run(with("athlete_is_a_sentence", "Sam squats 160 kg\n"));
  run(with("athlete_binary", std::string("\0\1\2", 3)));
}

TEST_CASE("a missing athlete value is said, and the sheet has a blank for it") {
  const Scratch scratch;
  scratch.file("plan.meso", kSound);
  scratch.file("sam.yaml", "name: Sam\n1RM: {deadlift: 180 kg}\n");
  const RunResult result = run_meso({"build", "plan.meso", "-o", "out", "--athlete", "sam.yaml"},
                                    {scratch.path(), "", {}});
  check_golden(expected_form(result), "bad_input/commands/athlete_missing_value.expected");
  CHECK(fs::exists(fs::path(scratch.path()) / "out/plan.html"));
}

// A message about a monster stays of a size that a person can read.
void check_short(const RunResult& result, int exit_code) {
  CHECK(result.exit_code == exit_code);
  CHECK(result.out.size() + result.err.size() < 2000);
}

TEST_CASE("huge texts are refused in a few lines") {
  const std::size_t ten_megabytes = 10u << 20;
  const auto check = [](const std::string& name, const std::string& text, int exit_code) {
    INFO(name);
    const RunResult result = run_meso({"check", "-"}, {"", text, {}});
    check_short(result, exit_code);
    check_golden(expected_form(result), "bad_input/commands/" + name + ".expected");
  };
  check("ten_megabytes_of_one_line", std::string(ten_megabytes, 'x'), 1);
  check("ten_megabytes_of_blanks", std::string(ten_megabytes, ' '), 1);
  check("ten_megabytes_of_a_comment", "#" + std::string(ten_megabytes, 'x'), 1);
  check("seventeen_megabytes", std::string(17u << 20, '\n'), 2);
  check("a_hundred_thousand_brackets", kSound + std::string(100'000, '('), 1);
  check("brackets_within_a_line", kSound + "    back squat 3x5 r" + std::string(3'000, '('), 1);
  check("a_hundred_thousand_nots", kSound + "gate g\n  train when " + std::string(100'000, 'n'), 1);
}

TEST_CASE("nesting has no depth to run out of: a hundred thousand levels") {
  std::string steps;
  for (int i = 0; i < 100'000; ++i)
    steps += std::string(static_cast<std::size_t>(i % 200), ' ') + "session \"S\"\n";
  const RunResult result = run_meso(
      {"check", "-"}, {"", "plan \"P\"\n  guidelines 2026\nblock \"B\" 1 week\n" + steps, {}});
  CHECK(result.exit_code == 1);
  CHECK(result.out.size() < 100'000);
  std::string nots = "not ";
  while (nots.size() < 3'900) nots += "not ";
  const RunResult deep = run_meso(
      {"check", "-"}, {"", "plan \"P\"\ngate g\n  train when " + nots + "pain is none\n", {}});
  check_short(deep, 1);
}

TEST_CASE("as many mistakes as lines: each counted, a hundred shown") {
  std::string text = "plan \"P\"\n  guidelines 2026\nblock \"B\" 1 week\n  session \"A\"\n";
  for (int i = 0; i < 20'000; ++i) text += "    back sqaut 3x5\n";
  const RunResult result = run_meso({"check", "-"}, {"", text, {}});
  CHECK(result.exit_code == 1);
  CHECK(result.out.find("... and 19901 more in <stdin>") != std::string::npos);
  CHECK(result.out.size() < 60'000);
}

TEST_CASE("what pasting does to a text is no mistake") {
  const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
    return text;
  };
  const std::vector<std::pair<std::string, std::string>> pasted = {
      {"as it is", kSound},
      {"CRLF", replaced(kSound, "\n", "\r\n")},
      {"CR alone", replaced(kSound, "\n", "\r")},
      {"byte-order mark", "\xEF\xBB\xBF" + kSound},
      {"curly quotes", replaced(replaced(kSound, " \"", " \u201C"), "\"", "\u201D")},
      {"German quotes", replaced(replaced(kSound, " \"", " \u201E"), "\"", "\u201C")},
      {"guillemets", replaced(replaced(kSound, " \"", " \u00AB"), "\"", "\u00BB")},
      {"multiplication sign", replaced(kSound, "3x5", "3\u00D75")},
      {"capital X", replaced(kSound, "3x5", "3 X 5")},
      {"no-break spaces", replaced(kSound, " ", "\u00A0")},
      {"narrow no-break spaces", replaced(kSound, "2 days", "2\u202Fdays")},
      {"thin spaces everywhere", replaced(kSound, " ", "\u2009")},
      {"ideographic spaces everywhere", replaced(kSound, " ", "\u3000")},
      {"tabs", replaced(kSound, "  ", "\t")},
      {"no indentation", replaced(kSound, "  ", "")},
      {"en dash in a range", replaced(kSound, "3x5", "3x5\u20138")},
      {"em dash in a range", replaced(kSound, "3x5", "3x5 \u2014 8")},
      {"two dots in a range", replaced(kSound, "3x5", "3x5..8")},
      {"minus sign in a range", replaced(kSound, "3x5", "3x5\u22128")},
      {"keywords in capitals", replaced(replaced(kSound, "block", "BLOCK"), "session", "Session")},
      {"no line break at the end", kSound.substr(0, kSound.size() - 1)},
      {"blanks at the ends of lines", replaced(kSound, "\n", "  \t\n")},
      {"a blank line between all", replaced(kSound, "\n", "\n\n")},
  };
  for (const auto& [what, text] : pasted) {
    INFO(what);
    const RunResult result = run_meso({"check", "-"}, {"", text, {}});
    CHECK(result.out == "1 file: no findings\n");
    CHECK(result.err.empty());
    CHECK(result.exit_code == 0);
  }
}

}  // namespace
}  // namespace meso::test
