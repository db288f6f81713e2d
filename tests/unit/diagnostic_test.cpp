#include "compiler/diag/diagnostic.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

namespace meso {
namespace {

std::vector<std::string> messages(const Sink& sink) {
  std::vector<std::string> out;
  for (const Diagnostic& d : sink.all()) out.push_back(d.message);
  return out;
}

TEST_CASE("names and codes of kinds are unique and well formed") {
  std::set<std::string_view> codes, names;
  for (const KindRow& row : all_kinds()) {
    CAPTURE(row.kind.code);
    CHECK(codes.insert(row.kind.code).second);
    CHECK(names.insert(row.kind.name).second);
    CHECK(row.kind.code.size() == 4);
    CHECK(row.kind.code[0] == 'M');
    CHECK_FALSE(row.what.empty());
  }
  CHECK(codes.contains(kind::syntax.code));
}

TEST_CASE("sorting goes by file, place and code, and keeps the order reported") {
  Sink sink;
  const FileId a{0}, b{1};
  sink.report(kind::syntax, {b, 0, 1}, "1");
  sink.report(kind::unknown_gate, {a, 5, 6}, "2");
  sink.report(kind::syntax, {a, 5, 9}, "z: told first");
  sink.report(kind::syntax, {a, 5, 9}, "a: told second");
  sink.report(kind::syntax, {a, 2, 3}, "3");
  sink.sort();
  CHECK(messages(sink) ==
        std::vector<std::string>{"3", "z: told first", "a: told second", "2", "1"});
}

TEST_CASE("exact repeats are dropped, and nothing else") {
  Sink sink;
  const FileId file{0};
  for (int i = 0; i < 3; ++i) {
    sink.report(kind::syntax, {file, 1, 2}, "short");
    sink.report(kind::syntax, {file, 1, 2}, "another message at the same place");
    sink.report(kind::syntax, {file, 1, 3}, "short");
    sink.report(kind::unknown_line, {file, 1, 2}, "short");
    sink.report(kind::syntax, {file, 4, 4}, "short");
  }
  sink.sort();
  CHECK(messages(sink) == std::vector<std::string>{"short", "another message at the same place",
                                                   "short", "short", "short"});
}

TEST_CASE("a report reads as a sentence") {
  Sink sink;
  CHECK_FALSE(sink.has_errors());
  const Span span{FileId{0}, 0, 4};
  sink.report(kind::unknown_gate, span, "no gate \"redy\"")
      .label("here")
      .also(span, "there")
      .note("n")
      .advise("h")
      .fix({"f", span, "ready", true});
  CHECK(sink.has_errors());
  const Diagnostic& d = sink.all().front();
  CHECK(d.primary.text == "here");
  CHECK(d.related.size() == 1);
  CHECK(d.notes.size() + d.help.size() + d.fixes.size() == 3);
}

TEST_CASE("severities as text") {
  CHECK(text(Severity::note) == "note");
  CHECK(text(Severity::warning) == "warning");
  CHECK(text(Severity::error) == "error");
}

}  // namespace
}  // namespace meso
