#include "compiler/data/yaml.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace meso {
namespace {

// A value with its shape on one line: {key: 'quoted', list: [plain, ~]}.
std::string outline(const YamlValue& value) {
  std::string out;
  switch (value.kind) {
    case YamlValue::Kind::null: return "~";
    case YamlValue::Kind::scalar: return value.quoted ? "'" + value.text + "'" : value.text;
    case YamlValue::Kind::list:
      for (const YamlValue& item : value.items) out += (out.empty() ? "" : ", ") + outline(item);
      return "[" + out + "]";
    case YamlValue::Kind::map:
      for (const auto& entry : value.entries)
        out += (out.empty() ? "" : ", ") + entry.key + ": " + outline(entry.value);
      return "{" + out + "}";
  }
  return out;
}

struct Reading {
  std::string outline;                // empty where nothing could be read
  std::vector<std::string> problems;  // "line:column code text under the span"
  std::vector<std::string> messages;
};

Reading read(const std::string& text) {
  SourceSet sources;
  const FileId id = sources.add("a.yaml", text);
  Sink sink;
  const auto value = read_yaml(sources[id], id, sink);
  sink.sort();
  Reading reading;
  if (value) reading.outline = outline(*value);
  for (const Diagnostic& d : sink.all()) {
    const LineColumn place = sources.place(d.primary.span);
    reading.problems.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) +
                               " " + std::string(d.kind.code) + " " +
                               std::string(sources.text(d.primary.span)));
    reading.messages.push_back(d.message);
  }
  return reading;
}

TEST_CASE("YAML as data") {
  struct Row {
    std::string text, outline;
  };
  const Row rows[] = {
      {"", "~"},
      {"# only a comment\n", "~"},
      {"a: 1\nb: two words\n", "{a: 1, b: two words}"},
      {"---\na: 1\n", "{a: 1}"},
      {"---\na: 1\n...\n", "{a: 1}"},
      {"a: 1 # note\n# end\n", "{a: 1}"},
      {"a: '5'\nb: \"x\\ty\"\nc: 5\n", "{a: '5', b: 'x\ty', c: 5}"},
      {"a: 'it''s'\n", "{a: 'it's'}"},
      {"a:\nb:\n", "{a: ~, b: ~}"},
      {"a: ~\nb: null\nc: ''\n", "{a: ~, b: ~, c: ''}"},
      {"a: [1, 2 kg, {b: c}]\n", "{a: [1, 2 kg, {b: c}]}"},
      {"- a\n- b: c\n  d: e\n-\n", "[a, {b: c, d: e}, ~]"},
      {"a: yes\nb: 010\nc: 1e3\nd: 2026-01-01\n", "{a: yes, b: 010, c: 1e3, d: 2026-01-01}"},
      {"a:\r\n  b: c\r\n", "{a: {b: c}}"},
      {"ключ: значение\n深蹲: 100 kg\n", "{ключ: значение, 深蹲: 100 kg}"},
      {"\"5RM\": {x: 1}", "{5RM: {x: 1}}"},
      {"{a: 1, b: {c: 2}}", "{a: 1, b: {c: 2}}"},
      {"[a: b]", "[{a: b}]"},
      {"a:\n- 1\n- 2\n", "{a: [1, 2]}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read(row.text);
    CHECK(reading.outline == row.outline);
    CHECK(reading.problems.empty());
  }
}

void list_spans(const YamlValue& value, const SourceSet& sources, std::vector<std::string>& out) {
  out.emplace_back(sources.text(value.span));
  for (const YamlValue& item : value.items) list_spans(item, sources, out);
  for (const auto& entry : value.entries) {
    out.emplace_back(sources.text(entry.key_span));
    list_spans(entry.value, sources, out);
  }
}

TEST_CASE("every value knows its place") {
  struct Row {
    std::string text;
    std::vector<std::string> spans;  // the root, then keys and values
  };
  const Row rows[] = {
      {"ключ: 'a b'\n", {"ключ: 'a b'", "ключ", "'a b'"}},
      {"a: \"x\\\"y\"  # c\n", {"a: \"x\\\"y\"", "a", "\"x\\\"y\""}},
      {"a: [1, 2 ]\nb:\n\n\nc: 3",
       {"a: [1, 2 ]\nb:\n\n\nc: 3", "a", "[1, 2 ]", "1", "2", "b", "b", "c", "3"}},
      {"- \n-\n- x\n", {"- \n-\n- x", "-", "-", "x"}},
      {"{a: {b: c}}", {"{a: {b: c}}", "a", "{b: c}", "b", "c"}},
      {"", {""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    SourceSet sources;
    const FileId id = sources.add("a.yaml", row.text);
    Sink sink;
    const auto value = read_yaml(sources[id], id, sink);
    REQUIRE(value.has_value());
    std::vector<std::string> spans;
    list_spans(*value, sources, spans);
    CHECK(spans == row.spans);
  }
}

TEST_CASE("what can't be used is refused at its place") {
  struct Row {
    std::string text, problem, message;
  };
  const Row rows[] = {
      {"a: *x\n", "1:4 M501 *", "a `*` at the beginning of a value"},
      {"a: &x 1\nb: *x\n", "1:4 M502 &x", "an anchor (`&name`) isn't understood here"},
      {"a: !!int 5\n", "1:4 M502 !!int", "a tag (`!name`) isn't understood here"},
      {"a: !mine {b: c}\n", "1:4 M502 !mine", "a tag (`!name`) isn't understood here"},
      {"<<: {a: 1}\n", "1:1 M502 <<", "a merge key (`<<`) isn't understood here"},
      {"a: 1\n---\nb: 2\n", "2:1 M502 -", "the file's content ends before this place"},
      {"[1, 2] junk\n", "1:8 M502 j", "the file's content ends before this place"},
      {"a: \"abc\nb: 3\n", "1:4 M008 \"abc\nb: 3\n", "a quote that isn't closed on its line"},
      {"a: \"abc\nb: \"3\n", "1:4 M008 \"abc\nb: \"", "a quote that isn't closed on its line"},
      {"a: 'abc\nb: 3'\n", "1:4 M008 'abc\nb: 3'", "a quote that isn't closed on its line"},
      {"a: one\n  two\n", "1:4 M502 one", "a value that runs on over the next line"},
      {"a: |\n  one\n", "1:4 M502 |", "a text block (`|` or `>`) isn't understood here"},
      {"a: >-\n  one\n", "1:4 M502 >-", "a text block (`|` or `>`) isn't understood here"},
      {"[a, b]: c\n", "1:1 M502 [a, b]", "a key has to be a word or a few"},
      {": c\n", "1:1 M502 :", "a key has to be a word or a few"},
      {"a:\n\tb: c\n", "2:3 M501 :", "a line indented with a tab"},
      {"a: {b: c\n", "", "a `{` without its `}`"},
      {"a: [b\n", "", "a `[` without its `]`"},
      {"a: b: c\n", "1:5 M501 :", "a `:` where no key can stand before it"},
      {"a: 1\n  b: 2\n", "", ""},
      {"a: 1\n b\nc: 2\n", "1:4 M502 1", "a value that runs on over the next line"},
      {"a: 1\n%b: 2\n", "2:1 M502 %", "a directive (`%`) isn't understood here"},
      {"a: @x\n", "1:4 M501 @", "a character that can't begin a value"},
      {"a: 1\nb: x\x04\nc: 2\n", "2:5 M501 \x04",
       "a control character, which no text editor shows"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read(row.text);
    REQUIRE_FALSE(reading.problems.empty());
    CAPTURE(reading.problems[0], reading.messages[0]);
    CHECK(reading.outline.empty());
    if (!row.problem.empty()) CHECK(reading.problems[0] == row.problem);
    if (!row.message.empty()) CHECK(reading.messages[0] == row.message);
  }
}

TEST_CASE("of a key that stands twice the first stays") {
  const Reading reading = read("a: 1\nb: 2\na: 3\nm: {x: 1, x: 2, y: 3, x: 4}\n");
  CHECK(reading.outline == "{a: 1, b: 2, m: {x: 1, y: 3}}");
  CHECK(reading.problems == std::vector<std::string>{"3:1 M503 a", "4:11 M503 x", "4:23 M503 x"});
}

TEST_CASE("looking up a key") {
  SourceSet sources;
  const FileId id = sources.add("a.yaml", "a: 1\nb: 2\n");
  Sink sink;
  const auto value = read_yaml(sources[id], id, sink);
  REQUIRE(value.has_value());
  REQUIRE(value->find("b") != nullptr);
  CHECK(value->find("b")->text == "2");
  CHECK(value->find("B") == nullptr);
}

TEST_CASE("nesting has a limit") {
  CHECK(read(std::string(16, '[') + std::string(16, ']')).problems.empty());
  const Reading deep = read(std::string(17, '[') + std::string(17, ']'));
  CHECK(deep.problems == std::vector<std::string>{"1:17 M502 ["});
  CHECK(deep.messages[0] == "nested more than 16 levels deep");
  CHECK(read(std::string(100000, '[')).outline.empty());
}

TEST_CASE("hostile texts end soon") {
  std::string bomb = "a: &a [x, x]\n";
  for (char c = 'b'; c <= 'z'; ++c)
    bomb += std::string(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
  CHECK(read(bomb).outline.empty());
  CHECK(read("&a [*a]").outline.empty());
  for (const std::string text :
       {",", "- {c: d}\n, x", "%", "%YAML 3", "---\n---\n", "]", "? ?", "%x\na: 1\n"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text).problems.empty());
  }
  CHECK(read(std::string((1 << 20) + 1, ' ')).messages ==
        std::vector<std::string>{"the file is larger than 1 MB"});
}

TEST_CASE("mutated texts never break the reader, and leave nothing unsaid") {
  const std::string seed =
      "name: Sam Example\n1RM: {back squat: 160 kg, \"bench\": 110 kg}\nplates: [25 kg, 'x']\n"
      "list:\n  - a: 1\n    b: ü\n  - c\n";
  const std::string pieces[] = {"\n", " ",  ":", "- ",    "{",  "}",     "[",    "]",
                                ",",  "\"", "'", "#",     "&",  "*",     "!",    "|",
                                ">",  "%",  "@", "?",     "\t", "---\n", "\r",   "~",
                                "`",  "\\", ".", "...\n", "<<", "\xFF",  "\x04", "\u2028"};
  std::mt19937 random(6);
  for (int i = 0; i < 6000; ++i) {
    std::string text = seed;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) {
      const std::size_t at = random() % (text.size() + 1);
      if (random() % 3 == 0)
        text.erase(at, random() % 8);
      else
        text.insert(at, pieces[random() % std::size(pieces)]);
    }
    CAPTURE(text);
    SourceSet sources;
    const FileId id = sources.add("a.yaml", text);
    Sink sink;
    const auto value = read_yaml(sources[id], id, sink);
    REQUIRE((value.has_value() || sink.has_errors()));
    for (const Diagnostic& d : sink.all()) {
      REQUIRE(d.primary.span.begin <= d.primary.span.end);
      REQUIRE(d.primary.span.end <= text.size());
    }
  }
}

}  // namespace
}  // namespace meso
