// The formatter: NAME.meso becomes NAME.expected; and what must hold for any text, on every plan
// that the repository has, on broken ones, and on plans with random blanks and pasted characters.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "compiler/format/format.h"
#include "compiler/syntax/parse.h"
#include "runtime/plan_json.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

struct Parsed {
  SourceSet sources;
  Sink sink;
  Tree tree;

  explicit Parsed(const std::string& text) {
    const FileId file = sources.add("plan.meso", text);
    tree = parse(sources[file], file, sink);
  }
  const SourceFile& file() const { return sources[tree.file]; }
  Formatted formatted() const { return format(file(), tree); }
};

std::string formatted(const std::string& text) { return Parsed(text).formatted().text; }

std::vector<std::string> plans_below(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(MESO_ROOT) + "/" + folder))
    if (entry.path().extension() == ".meso") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> all_plans() {
  std::vector<std::string> texts;
  for (const char* folder : {"examples", "lib", "tests/bad_input", "tests/format"})
    for (const std::string& path : plans_below(folder)) {
      auto text = decode(read_whole(path));
      if (auto* decoded = std::get_if<std::string>(&text)) texts.push_back(std::move(*decoded));
    }
  return texts;
}

// ---- what must stay the same ------------------------------------------------------------------

const std::vector<std::pair<std::string, std::string>> kPlainForms = {
    {"\u00D7", "x"},  {"\u2013", "-"},  {"\u2014", "-"},  {"\u2212", "-"},  {"..", "-"},
    {"\u201C", "\""}, {"\u201D", "\""}, {"\u201E", "\""}, {"\u00AB", "\""}, {"\u00BB", "\""},
    {"\u2192", "->"}, {"\u2265", ">="}, {"\u2264", "<="}};

// The text without blanks, line ends and case, every pasted character in its plain form.
std::string squeezed(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t used = blank_length(text, 0);
    if (used == 0 && (text[0] == '\n' || text[0] == '\r')) used = 1;
    for (const auto& [pasted, plain] : kPlainForms)
      if (used == 0 && text.starts_with(pasted)) {
        out += plain;
        used = pasted.size();
      }
    if (used == 0) {
      out.push_back(to_lower(text[0]));
      used = 1;
    }
    text.remove_prefix(used);
  }
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t blank = blank_length(text, 0);
    if (blank == 0) out.push_back(text[0]);
    text.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return out;
}

std::string between_quotes(std::string_view text) {
  text.remove_prefix(code_point_length(text, 0));
  std::size_t last = text.size() - 1;
  while ((static_cast<unsigned char>(text[last]) & 0xC0u) == 0x80u) --last;
  return std::string(text.substr(0, last));
}

// What of a token must not change: of a keyword its words, of a name its spelling, of a quoted text
// and of a comment everything.
std::string essence(TokenKind kind, std::string_view text) {
  switch (kind) {
    case TokenKind::comment: return std::string(without_blanks_behind(text));
    case TokenKind::quoted: return between_quotes(text);
    case TokenKind::times_sign:
    case TokenKind::minus_sign:
    case TokenKind::plus_or_minus:
    case TokenKind::arrow:
    case TokenKind::op_at_least:
    case TokenKind::op_at_most:
    case TokenKind::tempo_value:
    case TokenKind::n_rm: return squeezed(text);
    default: return keyword_text(kind).empty() ? without_blanks(text) : squeezed(text);
  }
}

// Every line that says something: its kind, whether it was read, and its tokens, or all of a line
// that wasn't; `-` for blank lines between them.
std::vector<std::string> outline_of(const Parsed& parsed) {
  std::vector<std::string> out;
  bool blank = false;
  for (const Statement& s : parsed.tree.statements) {
    if (s.kind == LineKind::blank) {
      blank = !out.empty();
      continue;
    }
    if (blank) out.emplace_back("-");
    blank = false;
    std::string line = std::to_string(static_cast<int>(s.kind)) + (s.ok ? " read" : " left");
    if (!s.ok) line += parsed.file().line_text(s.line);
    for (const Token& token : parsed.tree.tokens_of(s))
      line += " " + std::to_string(static_cast<int>(token.kind)) + "=" +
              essence(token.kind, parsed.sources.text(parsed.tree.span_of(token)));
    out.push_back(line);
  }
  return out;
}

std::string first_difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string was = i < a.size() ? a[i] : "", is = i < b.size() ? b[i] : "";
    if (was != is) return was + " | " + is;
  }
  return "";
}

bool has_canonical_ends(const std::string& text) {
  if (text.empty()) return true;
  return text.front() != '\n' && text.ends_with('\n') && !text.ends_with("\n\n") &&
         text.find("\n\n\n") == text.npos && text.find('\r') == text.npos;
}

// What is wrong with what became of the text, or nothing.
std::string fault(const std::string& text) {
  const Parsed before(text);
  const Formatted result = before.formatted();
  const Parsed after(result.text);
  if (squeezed(result.text) != squeezed(text))
    return "more than blanks and pasted characters changed";
  if (const std::string change = first_difference(outline_of(before), outline_of(after));
      !change.empty())
    return "lines, tokens or comments changed: " + change;
  if (!has_canonical_ends(result.text)) return "blank lines or line ends that aren't canonical";
  const Formatted again = after.formatted();
  if (again.text != result.text) return "formatting twice isn't formatting once";
  if (again.lines_left != result.lines_left) return "other lines are left the second time";
  return "";
}

std::string plan_fault(const std::string& text) {
  const CompiledText before = compile_text(text), after = compile_text(formatted(text));
  if (plan_json(before.plan(), {}) != plan_json(after.plan(), {})) return "the plan changed";
  std::vector<std::string> found = before.kinds(), found_after = after.kinds();
  std::sort(found.begin(), found.end());  // of two at the top of the file, either may be the first
  std::sort(found_after.begin(), found_after.end());
  if (found != found_after) return "the findings changed";
  return "";
}

void check(const std::string& text, bool whole_plan) {
  std::string found = fault(text);
  if (found.empty() && whole_plan) found = plan_fault(text);
  if (found.empty()) return;
  INFO(text << "\n---- becomes\n" << formatted(text));
  FAIL_CHECK(found);
}

// ---- texts ------------------------------------------------------------------------------------

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string of(const std::vector<std::string>& items) { return items[below(items.size())]; }

 private:
  std::mt19937 engine_;
};

const std::vector<std::string> kBlanks = {" ",      " ",      "  ",     "\t",     "     ",
                                          "\u00A0", "\u2009", "\u202F", "\u3000", " \t "};
const std::vector<std::string> kDashes = {"-", "\u2013", "\u2014", "\u2212", ".."};

std::string maybe_blanks(Dice& dice) { return dice.one_in(2) ? "" : dice.of(kBlanks); }

std::string with_other_blanks(std::string_view text, Dice& dice) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = blank_length(text, at);
    out += blank > 0 ? dice.of(kBlanks) : std::string(1, text[at]);
    at += std::max<std::size_t>(blank, 1);
  }
  return out;
}

std::string shouted(std::string text, Dice& dice) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z' && dice.one_in(3)) c = static_cast<char>(c - 32);
  return text;
}

// A token in another of its forms.
std::string in_other_form(const Token& token, std::string_view text, Dice& dice) {
  switch (token.kind) {
    case TokenKind::quoted:
      return dice.of({"\"", "\u201C", "\u201E", "\u00AB"}) + between_quotes(text) +
             dice.of({"\"", "\u201D", "\u201C", "\u00BB"});
    case TokenKind::times_sign: return dice.of({"x", "X", "\u00D7"});
    case TokenKind::minus_sign: return dice.of(kDashes);
    case TokenKind::plus_or_minus: return text == "+" ? "+" : dice.of(kDashes);
    case TokenKind::arrow: return dice.of({"->", "\u2192"});
    case TokenKind::op_at_least: return dice.of({">=", "\u2265"});
    case TokenKind::op_at_most: return dice.of({"<=", "\u2264"});
    case TokenKind::comment: return std::string(text);
    default: break;
  }
  const bool is_keyword = !keyword_text(token.kind).empty();
  return with_other_blanks(is_keyword ? shouted(std::string(text), dice) : std::string(text), dice);
}

std::string gap_in_other_form(std::string_view gap, Dice& dice) {
  if (gap == "-") return maybe_blanks(dice) + dice.of(kDashes) + maybe_blanks(dice);
  if (gap.starts_with(",")) return maybe_blanks(dice) + "," + maybe_blanks(dice);
  return with_other_blanks(gap, dice);
}

// The same plan as a careless typist would have it, or an e-mail: blanks, indentation, pasted
// characters, capitals, line ends.
std::string scruffy(const std::string& text, Dice& dice) {
  const Parsed parsed(text);
  const std::string line_end = dice.of({"\n", "\r\n", "\r"});
  std::string out = dice.one_in(2) ? line_end + line_end : "";
  for (const Statement& s : parsed.tree.statements) {
    const auto tokens = parsed.tree.tokens_of(s);
    out += maybe_blanks(dice);
    std::uint32_t at = s.begin;
    for (const Token& token : tokens) {
      out += gap_in_other_form(parsed.file().text().substr(at, token.begin - at), dice);
      out += in_other_form(token, parsed.sources.text(parsed.tree.span_of(token)), dice);
      at = token.end;
    }
    if (tokens.empty() || tokens.back().kind != TokenKind::comment)
      out += gap_in_other_form(parsed.file().text().substr(at, s.end - at), dice);
    out += maybe_blanks(dice) + line_end;
    if (s.kind == LineKind::blank && dice.one_in(2)) out += maybe_blanks(dice) + line_end;
  }
  return out;
}

// One change that may break the text, between two characters.
std::string broken(std::string text, Dice& dice) {
  static const std::vector<std::string> kParts = {" ",
                                                  "  ",
                                                  "\n",
                                                  "\n\n\n",
                                                  "\r",
                                                  "\t",
                                                  "\u00A0",
                                                  "\u2009",
                                                  "\"",
                                                  "\u201C",
                                                  "\u00BB",
                                                  "(",
                                                  ")",
                                                  ",",
                                                  "@",
                                                  "#",
                                                  " # why ",
                                                  "-",
                                                  "..",
                                                  "->",
                                                  "\u2013",
                                                  "%",
                                                  "x",
                                                  "\u00D7",
                                                  "+",
                                                  "5",
                                                  "3x8",
                                                  " kg",
                                                  "when ",
                                                  "then ",
                                                  " or ",
                                                  " and ",
                                                  "week 3 ",
                                                  "rest 90 s",
                                                  "@ RIR 2 ",
                                                  "to ",
                                                  "percent of deadlift ",
                                                  "top set - 10% ",
                                                  "to\u2009failure ",
                                                  "each side ",
                                                  "scheme s ",
                                                  "block \"B\" 3 weeks\n",
                                                  "session \"A\"\n",
                                                  "plan \"P\"\n",
                                                  "goal ",
                                                  "5RM ",
                                                  "\U0001F3CB",
                                                  "\x01",
                                                  "for 9 days "};
  auto at = dice.below(text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
  if (!dice.one_in(3)) return text.insert(at, dice.of(kParts));
  std::size_t end = std::min(text.size(), at + 1 + dice.below(dice.one_in(4) ? 60 : 6));
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
  return text.erase(at, end - at);
}

}  // namespace

TEST_CASE("format: each file beside this test becomes what is expected") {
  const std::vector<std::string> paths = plans_below("tests/format");
  REQUIRE(paths.size() >= 10);
  for (const std::string& path : paths) {
    const std::string name = fs::path(path).stem().string();
    INFO(name);
    const std::string text = std::get<std::string>(decode(read_whole(path)));
    check_golden(formatted(text), "format/" + name + ".expected");
  }
}

TEST_CASE("format: tokens, comments, plan and findings of every plan stay the same") {
  const std::vector<std::string> plans = all_plans();
  REQUIRE(plans.size() > 150);
  for (const std::string& text : plans) check(text, true);
}

TEST_CASE("format: the plans of the repository are in their canonical form") {
  for (const char* folder : {"examples", "lib"})
    for (const std::string& path : plans_below(folder)) {
      INFO(path);
      CHECK(line_diff(read_whole(path), formatted(read_whole(path))) == "");
    }
}

TEST_CASE("format: blanks, capitals and pasted characters make no difference") {
  Dice dice(20261122);
  for (const std::string& path : plans_below("examples")) {
    const std::string text = formatted(read_whole(path));
    for (int round = 0; round < 12; ++round) {
      const std::string messy = scruffy(text, dice);
      INFO(path << "\n" << messy);
      const std::string difference = line_diff(text, formatted(messy));
      if (!difference.empty()) FAIL_CHECK(difference);
      check(messy, round == 0);
    }
  }
}

TEST_CASE("format: nothing is lost of a text that is broken") {
  Dice dice(19570521);
  const std::vector<std::string> plans = all_plans();
  for (int round = 0; round < 4000; ++round) {
    std::string text = plans[dice.below(plans.size())];
    if (dice.one_in(4)) text = scruffy(text, dice);
    for (std::size_t times = 1 + dice.below(8); times > 0; --times)
      text = broken(std::move(text), dice);
    check(text, round % 8 == 0);
  }
}

TEST_CASE("format: any beginning of a plan can be formatted") {
  const std::string text = read_whole(MESO_ROOT "/examples/four-day-gated.meso");
  for (std::size_t size = 0; size < text.size(); size += 37) check(text.substr(0, size), false);
}

TEST_CASE("format: what can't be read is counted") {
  CHECK(Parsed("").formatted().lines_left == 0);
  CHECK(Parsed("plan \"P\"\n# 1\n\n").formatted().lines_left == 0);
  CHECK(Parsed("plan \"P\nwhat is this\n  level novice\n").formatted().lines_left == 2);
}

TEST_CASE("format: a line never grows beyond what a line may hold") {
  std::string sets = "1x5 70%";
  while (sets.size() < 3960) sets += ", 1x5 70%";
  const std::string head =
      "block \"B\" 1 week\nsession \"A\"\nincline dumbbell bench press 3x5 # a\n";
  for (std::size_t room = 0; room < 40; ++room) {
    const std::string name = "squat" + std::string(room, 's');
    check(head + name + " " + sets + " rest 3 min # b\n", false);
    check(head + name + " " + sets + ",1x5\u00D770%\n", false);
  }
}

TEST_CASE("format: time grows with the text, not faster") {
  std::string text = "block \"B\" 1 week\n";
  for (int i = 0; i < 20'000; ++i)
    text += "# a\nsession \"S\"\nsquat 3x5 # b\nweek 1 RIR + 1\nnonsense\n";
  CHECK(Parsed(text).formatted().lines_left > 0);
  CHECK(formatted(std::string(200'000, '\n')).empty());
  std::string comments;
  for (int i = 0; i < 100'000; ++i) comments += i % 2 == 0 ? "#\n" : "\n";
  CHECK(fault(comments) == "");
}

}  // namespace meso::test
