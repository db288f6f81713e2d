// Every example of the documentation compiles, and says what the page claims that it says.
//
//   ```meso                     a whole plan: no errors, no findings
//   ```meso finding:NAME        a whole plan with this finding, once or more, and no other
//   ```meso top                 lines that stand under `plan`: settings, gates, rules, blocks
//   ```meso block               lines of a block;  ```meso session: lines of a session
//   ```meso file:PATH           a library, for the examples of this page; `uses:PATH` in their
//   fence
//   ```text printed             what `meso check plan.meso` prints of the example above it
//   ```text printed:FILE        a part of what `meso check FILE` prints
//
// A fragment is put into a small plan and has no errors; what guidelines say of that plan (it has
// no goal) doesn't count, unless the fence names a finding.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <optional>
#include <regex>
#include <string>

#include "tests/docs/markdown_blocks.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

using namespace meso;
using namespace meso::test;

namespace {

// What fragments lean on, each left out where the fragment brings its own.
struct Prop {
  const char* opener;
  const char* text;
};
constexpr Prop kProps[] = {
    {"guidelines 2", "guidelines 2026\n"},
    {"input ",
     "input training max of back squat, bench press, deadlift, overhead press default 90% of "
     "1RM\n"},
    {"rule double(",
     "rule double(step)\n  when all sets reach top of range then load + step, reps to bottom of "
     "range\n"
     "  when missed twice in a row then load x 90%\n"},
    {"rule linear(", "rule linear(step)\n  when all sets done then load + step\n"},
    {"rule fatigue(",
     "rule fatigue()\n  when 2 lifts worse than last twice in a row then insert \"Easy\"\n"},
    {"scheme wave", "scheme wave\n  week 1-12 1x5 65%, 1x5 75%, 1x5+ 85%\n"},
    {"block \"Easy\"",
     "block \"Easy\" 1 week, deload if ready\n  session \"Easy day\"\n    back squat 2x5\n"},
};

std::optional<std::string> named(const FencedBlock& block, std::string_view prefix) {
  for (const std::string& word : block.info)
    if (word.starts_with(prefix)) return word.substr(prefix.size());
  return std::nullopt;
}

// The libraries of a page, by path.
MemoryFileSystem libraries_of(const std::string& file) {
  MemoryFileSystem files;
  for (const FencedBlock& block : fenced_blocks(file))
    if (const auto path = named(block, "file:")) files.add(*path, block.text);
  return files;
}

std::string props_for(const std::string& text) {
  std::string out = "plan \"An example\"\n";
  for (const Prop& prop : kProps)
    if (text.find(prop.opener) == text.npos) out += prop.text;
  return out;
}

std::string whole_plan(const FencedBlock& block, const MemoryFileSystem& libraries) {
  std::string text = block.text;
  if (const auto used = named(block, "uses:")) {
    const std::string& library = libraries.files().at(*used);
    const std::string plan =
        whole_plan({block.file, block.line, {"meso", "top"}, text + library}, {});
    return plan.substr(0, plan.find(text)) + text;
  }
  if (block.is("session"))
    return props_for(text) + "block \"Base\" 4 weeks if ready\nsession \"A\"\n" + text;
  if (block.is("block")) return props_for(text) + "block \"Base\" 4 weeks if ready\n" + text;
  if (!block.is("top")) return text;
  const bool has_block = text.find("block \"Base\"") != text.npos;
  return props_for(text) + text +
         (has_block ? "" : "block \"Base\" 4 weeks if ready\nsession \"A\"\nback squat 3x5\n");
}

bool is_fragment(const FencedBlock& block) {
  return block.is("top") || block.is("block") || block.is("session");
}

void check_example(const FencedBlock& block) {
  const MemoryFileSystem libraries = libraries_of(block.file);
  const CompiledText result = compile_text(whole_plan(block, libraries), "plan.meso", libraries);
  INFO(block.place() << "\n" << result.rendered());
  const auto claimed = named(block, "finding:");
  bool found = false;
  for (const Diagnostic& d : result.sink.all()) {
    if (claimed && d.kind.name == *claimed)
      found = true;
    else
      CHECK(((is_fragment(block) && d.is_guideline) || d.kind.name == "nothing else"));
  }
  CHECK(found == claimed.has_value());
}

}  // namespace

TEST_CASE("every example of the documentation means what its page says") {
  std::size_t examples = 0;
  for (const std::string& file : documentation())
    for (const FencedBlock& block : fenced_blocks(file)) {
      if (block.info.empty() || block.info.front() != "meso") continue;
      ++examples;
      check_example(block);
    }
  CHECK(examples >= 20);
}

TEST_CASE("messages stand in the documentation as they are printed") {
  std::size_t shown = 0;
  for (const std::string& file : documentation()) {
    const std::vector<FencedBlock> blocks = fenced_blocks(file);
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      INFO(blocks[i].place());
      if (const auto plan = named(blocks[i], "printed:")) {
        const std::string all =
            compile_text(read_whole(std::string(MESO_ROOT) + "/" + *plan), *plan).rendered();
        INFO(all);
        CHECK((!blocks[i].text.empty() && all.find(blocks[i].text) != all.npos));
        ++shown;
      } else if (blocks[i].is("printed")) {
        CHECK(line_diff(blocks[i].text, compile_text(whole_plan(blocks[i - 1], {})).rendered()) ==
              "");
        ++shown;
      }
    }
  }
  CHECK(shown >= 1);
}

TEST_CASE("links between pages lead somewhere") {
  const std::regex link(R"(\]\(([^)#:]*)(#([^)]*))?\))");
  for (const std::string& file : documentation()) {
    const std::string text = read_whole(std::string(MESO_ROOT) + "/" + file);
    for (std::sregex_iterator it(text.begin(), text.end(), link), end; it != end; ++it) {
      const std::filesystem::path page =
          (*it)[1].length() == 0 ? std::filesystem::path(file)
                                 : std::filesystem::path(file).parent_path() / (*it)[1].str();
      const std::string target = page.lexically_normal().generic_string();
      INFO(file << " links to " << it->str());
      CHECK(std::filesystem::exists(std::filesystem::path(MESO_ROOT) / target));
      if ((*it)[3].matched) CHECK(section(target, (*it)[3].str()));
    }
  }
}
