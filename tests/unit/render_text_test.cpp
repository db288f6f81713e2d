#include "compiler/diag/render_text.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace meso {
namespace {

constexpr Kind kLoadJump{"M117", "load-jump", Severity::warning};

// One file, and spans found by their text.
struct Page {
  explicit Page(std::string text) : file(sources.add("plan.meso", std::move(text))) {}

  Span at(std::string_view words, std::size_t from = 0) const {
    const std::size_t begin = sources[file].text().find(words, from);
    REQUIRE(begin != std::string_view::npos);
    return {file, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + words.size())};
  }
  Diagnostic make(Span span, std::string label = "") const {
    Diagnostic d;
    d.kind = kind::syntax;
    d.message = "this can't be read";
    d.primary = {span, std::move(label)};
    return d;
  }
  std::string shown(const Diagnostic& d, bool colour = false) const {
    std::string out = "\n";
    render_text(d, sources, {colour}, out);
    return out;
  }

  SourceSet sources;
  FileId file;
};

const std::string kPlan =
    "plan \"Base\"\n"
    "\n"
    "rule linear(step)\n"
    "  success: load + step\n"
    "\n"
    "session A\n"
    "  bench press  3x5\n"
    "  back squat   3x5   linear(25%)\n";

TEST_CASE("a diagnostic in full") {
  const Page page(kPlan);
  Diagnostic d = page.make(page.at("linear(25%)"), "25 % a success");
  d.kind = kLoadJump;
  d.message = "back squat goes up by 25 % at once";
  d.is_guideline = true;
  d.also(page.at("linear(step)"), "the rule")
      .note("the edition's most is 10 %")
      .advise("write a smaller step, such as `linear(2.5 kg)`")
      .fix({"write `linear(2.5 kg)`", d.primary.span, "linear(2.5 kg)", false})
      .fix({"write `linear(7.5%)`", d.primary.span, "linear(7.5%)", false})
      .fix({"write `linear(5%)`", d.primary.span, "linear(5%)", true});
  CHECK(page.shown(d) == R"(
warning[load-jump M117]: back squat goes up by 25 % at once
 --> plan.meso:8:22
  |
8 |   back squat   3x5   linear(25%)
  |                      ^^^^^^^^^^^ 25 % a success
  |
 ::: plan.meso:3:6
  |
3 | rule linear(step)
  |      ------------ the rule
  |
  = note: the edition's most is 10 %
  = help: write a smaller step, such as `linear(2.5 kg)`
  = fix: write `linear(7.5%)`
  = fix: write `linear(5%)`
  = guideline: meso explain load-jump
)");
}

TEST_CASE("a bare diagnostic") {
  const Page page(kPlan);
  CHECK(page.shown(page.make(page.at("session A"))) == R"(
error[syntax M001]: this can't be read
 --> plan.meso:6:1
  |
6 | session A
  | ^^^^^^^^^
)");
}

TEST_CASE("line numbers set the width of the gutter") {
  const Page page("first\n" + std::string(97, '\n') + "ninety-nine\n\n\n\nend");
  Diagnostic d = page.make(page.at("ninety-nine"));
  d.also(page.at("end"), "and here").note("two lines\nof a note");
  CHECK(page.shown(d) == R"(
error[syntax M001]: this can't be read
   --> plan.meso:99:1
    |
 99 | ninety-nine
    | ^^^^^^^^^^^
    |
   ::: plan.meso:103:1
    |
103 | end
    | --- and here
    |
    = note: two lines
            of a note
)");
}

TEST_CASE("several labels on one line") {
  const Page page("  back squat   3x5   linear(25%)");
  SECTION("the rightmost text stands beside its underline, the others hang") {
    Diagnostic d = page.make(page.at("3x5"), "these sets");
    d.also(page.at("back squat"), "of this lift").also(page.at("linear(25%)"), "go by this rule");
    CHECK(page.shown(d) == R"(
error[syntax M001]: this can't be read
 --> plan.meso:1:16
  |
1 |   back squat   3x5   linear(25%)
  |   ----------   ^^^   ----------- go by this rule
  |   |            |
  |   |            these sets
  |   of this lift
)");
  }
  SECTION("nested ones hang, and the primary covers") {
    Diagnostic d = page.make(page.at("25%"), "too much");
    d.also(page.at("linear(25%)"), "in this call");
    CHECK(page.shown(d) == R"(
error[syntax M001]: this can't be read
 --> plan.meso:1:29
  |
1 |   back squat   3x5   linear(25%)
  |                      -------^^^-
  |                      |      |
  |                      |      too much
  |                      in this call
)");
  }
  SECTION("two of one place") {
    Diagnostic d = page.make(page.at("3x5"), "here");
    d.also(page.at("3x5"), "and here").also(page.at("3x5"), "");
    CHECK(page.shown(d) == R"(
error[syntax M001]: this can't be read
 --> plan.meso:1:16
  |
1 |   back squat   3x5   linear(25%)
  |                ^^^ here
  |                |
  |                and here
)");
  }
}

TEST_CASE("related places come in the order told") {
  Page page("week 1\nweek 2\nweek 3\n");
  const FileId lib = page.sources.add("lib/rules.meso", "\n\n  rule r\n");
  Diagnostic d = page.make(page.at("week 2"), "here");
  d.also(page.at("week 3"), "first").also(page.at("3"), "then").also({lib, 4, 8}, "by this rule");
  d.also(page.at("week 1"), "last");
  CHECK(page.shown(d) == R"(
error[syntax M001]: this can't be read
 --> plan.meso:2:1
  |
2 | week 2
  | ^^^^^^ here
  |
 ::: plan.meso:3:1
  |
3 | week 3
  | ------
  | |    |
  | |    then
  | first
  |
 ::: lib/rules.meso:3:3
  |
3 |   rule r
  |   ---- by this rule
  |
 ::: plan.meso:1:1
  |
1 | week 1
  | ------ last
)");
}

TEST_CASE("places at the edges of a text") {
  struct Row {
    std::string text;
    std::uint32_t begin, end;
    std::string shown;
  };
  const Row rows[] = {
      {"", 0, 0, " --> plan.meso:1:1\n  |\n1 |\n  | ^ here\n"},
      {"", 7, 9, " --> plan.meso:1:1\n  |\n1 |\n  | ^ here\n"},
      {"ab", 2, 2, " --> plan.meso:1:3\n  |\n1 | ab\n  |   ^ here\n"},
      {"ab\n", 3, 3, " --> plan.meso:2:1\n  |\n2 |\n  | ^ here\n"},
      {"ab\n", 2, 3, " --> plan.meso:1:3\n  |\n1 | ab\n  |   ^ here\n"},
      {"ab\r\ncd", 3, 4, " --> plan.meso:1:4\n  |\n1 | ab\n  |   ^ here\n"},
      {"ab cd", 3, 3, " --> plan.meso:1:4\n  |\n1 | ab cd\n  |    ^ here\n"},
      {"ab cd", 4, 1, " --> plan.meso:1:5\n  |\n1 | ab cd\n  |     ^ here\n"},
      {"ab cd\nef\ngh", 3, 9, " --> plan.meso:1:4\n  |\n1 | ab cd\n  |    ^^ here\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.begin, row.end);
    const Page page(row.text);
    CHECK(page.shown(page.make({page.file, row.begin, row.end}, "here")) ==
          "\nerror[syntax M001]: this can't be read\n" + row.shown);
  }
}

TEST_CASE("a diagnostic without a file has no snippet") {
  const SourceSet none;
  Diagnostic d;
  d.kind = kind::wrong_shape;
  d.message = "nothing to read";
  d.advise("name a plan");
  std::string out;
  render_text(d, none, {}, out);
  CHECK(out == "error[wrong-shape M505]: nothing to read\n = help: name a plan\n");
}

TEST_CASE("underlines follow the display width") {
  struct Row {
    std::string text, words, source, underline;
  };
  const Row rows[] = {
      {"深蹲 3x5 linear", "linear", "深蹲 3x5 linear", "         ^^^^^^"},
      {"深蹲 3x5", "深蹲", "深蹲 3x5", "^^^^"},
      {"u\u0308ber 3x5", "3x5", "u\u0308ber 3x5", "     ^^^"},
      {"a\u0301", "\u0301", "a\u0301", " ^"},
      {"\tsquat\t3x5", "3x5", "    squat    3x5", "             ^^^"},
      {"a\tb", "\t", "a    b", " ^^^^"},
      {"\x1b[31mred", "red", "\\x1b[31mred", "        ^^^"},
      {"a\u202Eb", "b", "a\\u{202e}b", "         ^"},
      {"a\u0085b", "\u0085", "a\\u{85}b", " ^^^^^^"},
      {"a\xFF", "\xFF", "a\\xff", " ^^^^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Page page(row.text);
    const std::string out = page.shown(page.make(page.at(row.words)));
    CHECK(out.substr(out.find("1 | ")) == "1 | " + row.source + "\n  | " + row.underline + "\n");
  }
}

TEST_CASE("control characters in messages and paths are escaped") {
  SourceSet sources;
  const FileId file = sources.add("a\nb.meso", "x");
  Diagnostic d;
  d.kind = kind::syntax;
  d.message = "bell \a";
  d.primary = {{file, 0, 1}, "tab\there \x1b"};
  std::string out;
  render_text(d, sources, {}, out);
  CHECK(out ==
        "error[syntax M001]: bell \\x07\n --> a\\x0ab.meso:1:1\n  |\n1 | x\n"
        "  | ^ tab    here \\x1b\n");
}

TEST_CASE("long lines are cut round the span") {
  const std::string a(200, 'a'), z(200, 'z');
  struct Row {
    std::string text, words, source, underline;
  };
  const Row rows[] = {
      {"one " + z, "one", "one " + std::string(113, 'z') + "...", "^^^"},
      {a + " two", "two", "..." + std::string(113, 'a') + " two", std::string(117, ' ') + "^^^"},
      {a + "two" + z, "two", "..." + std::string(38, 'a') + "two" + std::string(73, 'z') + "...",
       std::string(41, ' ') + "^^^"},
      {"x" + a, "x" + a, "x" + std::string(116, 'a') + "...", std::string(117, '^')},
      {"深" + a + "two", "two", "..." + std::string(114, 'a') + "two",
       std::string(117, ' ') + "^^^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Page page(row.text);
    const std::string out = page.shown(page.make(page.at(row.words)));
    CAPTURE(out);
    const std::size_t source = out.find("1 | ") + 4, end = out.find('\n', source);
    const std::string underline = out.substr(end + 5, out.size() - end - 6);
    CHECK(out.substr(source, end - source).size() <= 120);
    if (row.words.size() < 100) {
      CHECK(out.substr(source, end - source) == row.source);
      CHECK(underline == row.underline);
    } else {
      CHECK(underline.find_first_not_of(" ^") == std::string::npos);
    }
  }
}

TEST_CASE("a related place outside the shown part of a long line gets its own") {
  const Page page("first " + std::string(300, 'a') + " last");
  Diagnostic d = page.make(page.at("last"), "here");
  d.also(page.at("first"), "there");
  CHECK(page.shown(d) ==
        "\nerror[syntax M001]: this can't be read\n --> plan.meso:1:308\n  |\n1 | ..." +
            std::string(112, 'a') + " last\n  | " + std::string(116, ' ') +
            "^^^^ here\n  |\n ::: plan.meso:1:1\n  |\n1 | first " + std::string(111, 'a') +
            "...\n  | ----- there\n");
}

TEST_CASE("a line of megabytes of zero-width characters ends as well") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "\u0301";
  const Page page(text + "x" + text);
  CHECK(page.shown(page.make(page.at("x"))).size() < 4000);
}

TEST_CASE("colours") {
  const Page page("week 1 week");
  Diagnostic d = page.make(page.at("1"), "one");
  d.also(page.at("week"), "of").note("a reason");
  const std::string error = "\x1b[1;31m", blue = "\x1b[1;34m", bold = "\x1b[1m", off = "\x1b[0m";
  CHECK(page.shown(d, true) ==
        "\n" + error + "error[syntax M001]" + off + bold + ": this can't be read" + off + "\n" +
            blue + " --> " + off + "plan.meso:1:6\n" + blue + "  |" + off + "\n" + blue + "1 |" +
            off + " week 1 week\n" + blue + "  |" + off + " " + blue + "----" + off + " " + error +
            "^" + off + " " + error + "one" + off + "\n" + blue + "  |" + off + " " + blue + "|" +
            off + "\n" + blue + "  |" + off + " " + blue + "of" + off + "\n" + blue + "  |" + off +
            "\n" + blue + "  = " + off + bold + "note:" + off + " a reason\n");
  d.kind = kLoadJump;
  CHECK(page.shown(d, true).substr(1, 14) == "\x1b[1;33mwarning");
  d.kind.severity = Severity::note;
  CHECK(page.shown(d, true).substr(1, 11) == "\x1b[1;36mnote");
}

std::string without_escapes(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else
      out += text[i];
  }
  return out;
}

TEST_CASE("colour changes nothing but colour") {
  const Page page(kPlan);
  Diagnostic d = page.make(page.at("25%"), "too much");
  d.also(page.at("linear(25%)"), "in this call").also(page.at("step"), "for this").advise("less");
  CHECK(without_escapes(page.shown(d, true)) == page.shown(d));
}

TEST_CASE("all diagnostics, blank lines between") {
  const Page page("one two");
  CHECK(render_text(std::vector<Diagnostic>{}, page.sources, {}).empty());
  CHECK(render_text({page.make(page.at("one")), page.make(page.at("two"))}, page.sources, {}) ==
        R"(error[syntax M001]: this can't be read
 --> plan.meso:1:1
  |
1 | one two
  | ^^^

error[syntax M001]: this can't be read
 --> plan.meso:1:5
  |
1 | one two
  |     ^^^
)");
}

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++found;
  return found;
}

TEST_CASE("a hundred of a file are shown, errors before others") {
  Page page("one two");
  const FileId other = page.sources.add("other.meso", "x");
  std::vector<Diagnostic> all;
  for (int i = 0; i < 120; ++i) {
    all.push_back(page.make(page.at("one")));
    all.back().kind = kLoadJump;
  }
  for (int i = 0; i < 3; ++i) all.push_back(page.make(page.at("two")));
  all.push_back(page.make({other, 0, 1}));
  const std::string out = render_text(all, page.sources, {});
  CHECK(count(out, "warning[") == 97);
  CHECK(count(out, "error[") == 4);
  CHECK(count(out, "\n\n... and 23 more in plan.meso\n\nerror[") == 1);
  CHECK(count(out, "more in") == 1);
  CHECK(out.ends_with("  | ^\n"));
}

TEST_CASE("random spans and labels never break the renderer") {
  std::mt19937 random(5);
  const std::string alphabet = "ab \t\n\r\xC3\xBC\xE6\xB7\xB1\xCC\x81\x1b\xFF";
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = random() % 400; n > 0; --n) text += alphabet[random() % alphabet.size()];
    const Page page(text);
    const auto span = [&] {
      return Span{page.file, static_cast<std::uint32_t>(random() % 420),
                  static_cast<std::uint32_t>(random() % 420)};
    };
    Diagnostic d = page.make(span(), "a");
    for (std::size_t n = random() % 6; n > 0; --n) d.also(span(), random() % 3 == 0 ? "" : "b");
    const std::string plain = page.shown(d);
    REQUIRE(plain == without_escapes(page.shown(d, true)));
    REQUIRE(plain.find('\x1b') == std::string::npos);
    REQUIRE(plain.find(" \n") != plain.size() - 2);
  }
}

}  // namespace
}  // namespace meso
