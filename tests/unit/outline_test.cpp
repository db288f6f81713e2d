#include "compiler/syntax/outline.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "compiler/syntax/parse.h"

namespace meso {
namespace {

struct Parsed {
  SourceSet sources;
  Sink sink;
  Tree tree;

  explicit Parsed(std::string text) {
    const FileId id = sources.add("plan.meso", std::move(text));
    tree = parse(sources[id], id, sink);
  }
  // The line (from 1) that each line belongs to; its own where it belongs to none.
  std::vector<int> parents() const {
    std::vector<int> out;
    for (const Statement& s : tree.statements) out.push_back(static_cast<int>(s.parent) + 1);
    return out;
  }
  std::vector<std::string> messages() const {
    std::vector<std::string> out;
    for (const Diagnostic& d : sink.all())
      out.push_back(std::to_string(sources.place(d.primary.span).line) + ": " + d.message);
    return out;
  }
};

using Lines = std::vector<int>;
using Messages = std::vector<std::string>;

const std::string kPlan =
    "plan \"P\"\n"  // 1
    "  units kg\n"  // 2
    "gate g\n"      // 3
    "  train when soreness <= 2\n"
    "  recover otherwise\n"  // 5
    "scheme s\n"
    "  week 1 5x5\n"         // 7
    "block \"B\" 2 weeks\n"  // 8
    "  session \"A\"\n"      // 9
    "    back squat 3x5\n"   // 10
    "      week 2 5x5\n"
    "      note \"of the squat\"\n"
    "    bench press 3x5\n"  // 13
    "  week 2 deload\n"      // 14
    "  session \"C\"\n"      // 15
    "    deadlift 3x5\n"
    "block \"D\" 1 week\n"  // 17
    "  repeat \"B\"\n"
    "    drop deadlift";  // 19

const Lines kParents = {1, 2, 3, 3, 3, 6, 6, 8, 8, 9, 10, 10, 9, 8, 8, 15, 17, 17, 18};

TEST_CASE("lines nest by keyword") {
  const Parsed parsed(kPlan);
  CHECK(parsed.sink.all().empty());
  CHECK(parsed.parents() == kParents);
}

TEST_CASE("indentation is never significant") {
  std::string flat, wild;
  int n = 0;
  for (std::size_t at = 0; at < kPlan.size();) {
    const std::size_t end = std::min(kPlan.find('\n', at), kPlan.size());
    std::string line = kPlan.substr(at, end - at);
    line.erase(0, line.find_first_not_of(' '));
    flat += line + "\n";
    wild += std::string(static_cast<std::size_t>(n++ * 7 % 11), '\t') + line + "\n";
    at = end + 1;
  }
  Lines expected = kParents;
  expected.push_back(static_cast<int>(expected.size()) + 1);  // the empty line at the end
  CHECK(Parsed(flat).parents() == expected);
  CHECK(Parsed(wild).parents() == expected);
}

TEST_CASE("a bare week heads sessions, a week with changes is a line of its block") {
  CHECK(
      Parsed(
          "block \"B\" 2 weeks\nweek 1\nsession \"A\"\nsquat 3x5\nweek 2\nsession \"A\"\nsquat 3x5")
          .parents() == Lines{1, 1, 2, 3, 1, 5, 6});
  CHECK(Parsed("block \"B\" 2 weeks\nweek 1 RIR + 1\nsession \"A\"\nsquat 3x5").parents() ==
        Lines{1, 1, 1, 3});
  CHECK(Parsed("block \"B\" 2 weeks\nsession \"A\"\nsquat 3x5\nweek 2 RIR + 1").parents() ==
        Lines{1, 1, 2, 1});
}

TEST_CASE("what a section holds ends before the next") {
  const Tree& tree = Parsed(kPlan).tree;
  CHECK(tree.statements[2].subtree_end == 5);    // the gate
  CHECK(tree.statements[7].subtree_end == 16);   // the block
  CHECK(tree.statements[8].subtree_end == 13);   // its first session
  CHECK(tree.statements[18].subtree_end == 19);  // the last line
}

TEST_CASE("a note belongs to the nearest line above that takes one") {
  CHECK(Parsed("block \"B\" 1 week\nnote \"n\"\nsession \"A\"\nnote \"n\"\non Mon\nnote "
               "\"n\"\nsquat 3x5\nnote \"n\"")
            .parents() == Lines{1, 1, 1, 3, 3, 3, 3, 7});
  CHECK(Parsed("plan \"P\"\nunits kg\nnote \"n\"").parents() == Lines{1, 2, 3});
}

TEST_CASE("a misplaced line is one message, whatever hangs on it") {
  CHECK(Parsed("plan \"P\"\nsession \"A\"\n  on Mon\n  squat 3x5\n    note \"n\"\n  deadlift 3x5")
            .messages() == Messages{"2: a session line belongs under a block"});
  CHECK(Parsed("block \"B\" 1 week\nsquat 3x5\nbench press 3x5\nsession \"A\"\nsquat 3x5")
            .messages() == Messages{"2: an exercise line belongs under a session"});
  CHECK(Parsed("scheme s 5x5\ntrain when soreness <= 2").messages() ==
        Messages{"2: a gate's clause belongs under a gate"});
}

TEST_CASE("misplaced lines of two sections are two messages") {
  CHECK(Parsed("block \"B\" 1 week\nsquat 3x5\nblock \"C\" 1 week\nsquat 3x5").messages() ==
        Messages{"2: an exercise line belongs under a session",
                 "4: an exercise line belongs under a session"});
}

TEST_CASE("what follows an unreadable section is held back") {
  CHECK(Parsed("plan \"P\"\nzzzz \"A\"\n  on Mon\n  squat 3x5").messages() ==
        Messages{"2: this is neither a keyword line nor an exercise with its sets and reps"});
}

TEST_CASE("a misspelt section takes its lines") {
  const Parsed parsed("blok \"B\" 1 week\n  sesion \"A\"\n    squat 3x5");
  CHECK(parsed.sink.all().size() == 2);
  CHECK(parsed.parents() == Lines{1, 1, 2});
  CHECK(parsed.tree.statements[2].ok);
}

TEST_CASE("an unreadable line counts to the section it stands in") {
  const Tree& tree = Parsed("block \"B\" 1 week\nsession \"A\"\nback squat").tree;
  CHECK(tree.statements[1].subtree_end == 3);
  CHECK(tree.statements[0].subtree_end == 3);
}

}  // namespace
}  // namespace meso
