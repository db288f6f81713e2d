// What holds for every plan: nothing of its text is lost, its look means nothing, and what compiles
// once compiles again to the same.
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <string>

#include "compiler/format/format.h"
#include "compiler/syntax/parse.h"
#include "runtime/plan_json.h"
#include "tests/property/plan_text.h"
#include "tests/support/compile_text.h"
#include "tests/support/loaded_plan.h"

namespace meso::test {
namespace {

// The plan's meaning: its JSON without where things stand.
std::string meaning(const CompiledText& text) {
  const std::string json = plan_json(text.plan(), {});
  std::string out;
  std::size_t at = 0;
  while (at < json.size()) {
    const std::size_t end = json.find('\n', at);
    const std::string line = json.substr(at, end - at);
    if (line.find("\"source\":") == line.npos) out += line + "\n";
    at = end + 1;
  }
  return out;
}

std::string formatted(const std::string& text) {
  SourceSet sources;
  const FileId file = sources.add("plan.meso", text);
  Sink unused;
  return format(sources[file], parse(sources[file], file, unused)).text;
}

// ---- ways to write the same ----

template <class F>
std::string each_line(const std::string& text, F f) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    out += f(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

std::string without_indentation(const std::string& text) {
  return each_line(text, [](const std::string& line) {
    const std::size_t first = line.find_first_not_of(' ');
    return first == line.npos ? std::string() : line.substr(first);
  });
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// As it comes out of a word processor.
std::string pasted(const std::string& text) {
  std::string out = "\xEF\xBB\xBF" + replaced(text, "\n", "\r\n");
  out = replaced(out, " reps to ", "\u00A0reps\u00A0to\u00A0");
  return replaced(out, ">= ", "\u2265 ");
}

}  // namespace

TEST_CASE("random plans are understood") {
  rc::prop("no finding of the language", [] {
    const CompiledText text = compile_text(*plan_text());
    RC_LOG() << text.rendered();
    for (const Diagnostic& d : text.sink.all())
      RC_ASSERT(d.is_guideline || d.kind.name == "progression-conflict");
  });
}

TEST_CASE("plan json: random plans come back, to the byte") {
  rc::prop("written, read and written again", [] {
    const std::string json = written_json(compile_text(*plan_text()));
    RC_ASSERT(written_again(json) == json);
  });
}

TEST_CASE("a tree loses nothing of its text") {
  rc::prop("lines tile the text, tokens tile a line but for blanks", [] {
    const std::string text = *plan_text();
    SourceSet sources;
    const FileId file = sources.add("plan.meso", text);
    Sink sink;
    const Tree tree = parse(sources[file], file, sink);
    RC_ASSERT(tree.statements.size() ==
              static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    for (const Statement& s : tree.statements) {
      std::uint32_t at = s.begin;
      for (const Token& t : tree.tokens_of(s)) {
        RC_ASSERT(t.begin >= at);
        const std::string between = text.substr(at, t.begin - at);
        RC_ASSERT(between.find_first_not_of(" ,%-") == between.npos);
        at = t.end;
      }
      RC_ASSERT(text.substr(at, s.end > at ? s.end - at : 0).find_first_not_of(" %") ==
                std::string::npos);
    }
  });
}

TEST_CASE("the look of a plan means nothing") {
  rc::prop("indentation", [] {
    const std::string text = *plan_text();
    RC_ASSERT(meaning(compile_text(text)) == meaning(compile_text(without_indentation(text))));
  });
  rc::prop("pasted characters", [] {
    const std::string text = *plan_text();
    auto decoded = decode(pasted(text));
    RC_ASSERT(std::holds_alternative<std::string>(decoded));
    RC_ASSERT(meaning(compile_text(text)) ==
              meaning(compile_text(std::get<std::string>(std::move(decoded)))));
  });
}

TEST_CASE("the formatter keeps what random plans say") {
  rc::prop("it is idempotent, and the plan stays the same", [] {
    const std::string messy = without_indentation(replaced(*plan_text(), " @ RIR", "   @ RIR"));
    const std::string once = formatted(messy);
    RC_ASSERT(formatted(once) == once);
    RC_ASSERT(meaning(compile_text(messy)) == meaning(compile_text(once)));
  });
}

}  // namespace meso::test
