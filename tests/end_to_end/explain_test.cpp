// `meso explain`: lines of a plan, keywords, messages.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "compiler/driver/disk.h"
#include "compiler/explain/explain_line.h"
#include "compiler/syntax/line_kinds.h"
#include "tests/support/compile_text.h"
#include "tests/support/expected_form.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"

namespace meso::test {
namespace {

const std::string kHere = MESO_ROOT "/tests/end_to_end/explain";

RunResult explain(const std::string& topic) {
  return run_meso({"explain", topic}, {kHere, "", {}});
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("explain: a line of every kind, in words") {
  std::string all;
  for (const std::string file : {"every_kind.meso", "shared.meso"}) {
    const std::size_t lines = lines_of(read_whole(kHere + "/" + file));
    for (std::size_t line = 1; line <= lines; ++line) {
      const RunResult r = explain(file + ":" + std::to_string(line));
      CHECK(r.err == "");
      CHECK(r.exit_code == 0);
      all += r.out + "\n";
    }
  }
  check_golden(all, "end_to_end/explain/every_kind.expected");
}

TEST_CASE("explain: the plan of every kind of line leaves none out") {
  std::set<LineKind> kinds;
  for (const std::string file : {"/every_kind.meso", "/shared.meso"}) {
    const CompiledText plan = compile_file(kHere + file);
    for (const Statement& s : plan.compiled.tree.statements) kinds.insert(s.kind);
  }
  for (auto kind = LineKind::plan; kind != LineKind::unknown;
       kind = static_cast<LineKind>(static_cast<int>(kind) + 1)) {
    INFO(info(kind).name);
    CHECK(kinds.contains(kind));
    const bool says_nothing = kind == LineKind::blank || kind == LineKind::comment;
    CHECK(has_explainer(kind) != says_nothing);
  }
}

TEST_CASE("explain: every line of the examples and starting plans has its sentence") {
  for (const std::string folder : {"examples", "lib"}) {
    const auto paths = std::get<0>(Disk().list(std::string(MESO_ROOT) + "/" + folder, ".meso"));
    for (const std::string& path : paths) {
      const CompiledText plan = compile_file(path);
      const Compiled& c = plan.compiled;
      if (c.model.is_library) continue;  // read only where a plan uses it
      for (const Statement& s : c.tree.statements) {
        INFO(path << ":" << s.line + 1);
        const Explanation e = explain_line(
            {c.tree, c.model, c.plan, *c.edition, plan.sources[c.file].text()}, s.line);
        CHECK(!e.sentences.empty());
        // The fall-back of a line that the explainer found nothing for.
        const std::string meaning(info(s.kind).meaning);
        CHECK((meaning.empty() || !e.sentences.front().starts_with("It " + meaning)));
      }
    }
  }
}

TEST_CASE("explain: a plan full of mistakes still has a sentence for each line") {
  const auto paths = std::get<0>(Disk().list(MESO_ROOT "/tests/bad_input", ".meso"));
  REQUIRE(paths.size() >= 100);
  for (const std::string& path : paths) {
    const CompiledText plan = compile_text(read_whole(path));
    const Compiled& c = plan.compiled;
    for (const Statement& s : c.tree.statements) {
      INFO(path << ":" << s.line + 1);
      CHECK(
          !explain_line({c.tree, c.model, c.plan, *c.edition, plan.sources[c.file].text()}, s.line)
               .sentences.empty());
    }
  }
}

TEST_CASE("explain: file names may hold colons, and a column is passed over") {
  const std::string plan = "plan \"P\"\n\n\n\n  level novice\n  units kg\n";
  std::string folder = "/tmp/meso-explain-XXXXXX";
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  Disk disk;
  REQUIRE(!disk.write(folder + "/C:plan:2.meso", plan));
  REQUIRE(!disk.write(folder + "/week:3", plan));
  const auto first_line = [&](const std::string& topic) {
    const std::string out = run_meso({"explain", topic}, {folder, "", {}}).out;
    return out.substr(0, out.find('\n'));
  };
  CHECK(first_line("C:plan:2.meso:5") == "C:plan:2.meso:5, a level line");
  CHECK(first_line("C:plan:2.meso:5:3") == "C:plan:2.meso:5, a level line");
  CHECK(first_line("week:3:6") == "week:3:6, a units line");
}

TEST_CASE("explain: a line of a plan from standard input") {
  const RunResult r = run_meso({"explain", "--", "-:2"}, {"", "plan \"P\"\n  level novice\n", {}});
  CHECK(r.out.starts_with("<stdin>:2, a level line\n"));
}

TEST_CASE("explain: findings of the line stand below what it means") {
  const RunResult r =
      run_meso({"explain", "literal/phul.meso:12"}, {MESO_ROOT "/examples", "", {}});
  CHECK(r.exit_code == 0);
  CHECK(r.out.find("a session line") < r.out.find("error[fixed-calendar-retraining M102]"));
}

TEST_CASE("explain: each keyword that opens a line") {
  std::string all;
  for (const std::string_view opener : openers()) {
    const RunResult r = explain(std::string(opener));
    INFO(opener);
    CHECK(r.exit_code == 0);
    all += r.out + "\n";
  }
  check_golden(all, "end_to_end/explain/keywords.expected");
  CHECK(explain("at least").out == explain("at").out);
  CHECK(explain("SESSION").out == explain("session").out);
}

TEST_CASE("explain: each message by its code and by its name") {
  for (const KindRow& row : all_kinds()) {
    INFO(row.kind.code);
    const RunResult by_code = explain(std::string(row.kind.code));
    CHECK(by_code.exit_code == 0);
    CHECK(by_code.out.find(row.what) != std::string::npos);
    CHECK(explain(std::string(row.kind.name)).out == by_code.out);
  }
}

}  // namespace meso::test
