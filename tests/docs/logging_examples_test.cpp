// Every command of docs/logging.md that asks nothing does what it says, on a log of two weeks, and
// its JSON is written; every flag of its table is one.
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

const std::string kPage = "docs/logging.md";

constexpr const char* kLog = R"(meso log 1
plan "Four days, recovery decides"

2026-11-23 session "Lower A" of "Accumulation" week 1
  back squat 3x8 100 kg @ RIR 3
  romanian deadlift 2x8 80 kg
  lying leg curl 3x10 40 kg
  standing calf raise 4x10 60 kg
end

2026-11-24 drop "Upper A" by "Ann"
end

2026-11-24 drop "Lower B" by "Ann"
end

2026-11-24 drop "Upper B" by "Ann"
end

2026-11-30 check-in
  soreness quads 0, glutes 0, hamstrings 0, calves 0
  energy 4, sleep 4, pain none, red flag none
  probe back squat 3 100 kg @ RIR 8
end
)";

// As a shell cuts it: at blanks that stand in no quotes; `\"` isn't needed on this page.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words{""};
  char quote = 0;
  for (const char c : command.substr(0, command.find(" #"))) {
    if (c == quote || (quote == 0 && (c == '"' || c == '\'')))
      quote = quote == 0 ? c : 0;
    else if (c == ' ' && quote == 0)
      words.emplace_back();
    else
      words.back() += c;
  }
  std::erase(words, "");
  return words;
}

RunResult run_on_log(std::vector<std::string> words, const std::string& input) {
  const ScratchFolder scratch;
  RunOptions options;
  options.folder = scratch.root();
  options.input = input;
  const auto copy = [&](const std::string& name, const std::string& text) {
    std::ofstream(scratch(name), std::ios::binary) << text;
  };
  copy("plan.meso", read_whole(std::string(MESO_ROOT) + "/examples/four-day-gated.meso"));
  copy("me.log", kLog);
  words.insert(words.end(), {"--date", "2026-11-30"});
  return run_meso(words, options);
}

}  // namespace

TEST_CASE("every command of the page on logging does what it says") {
  int commands = 0;
  for (const FencedBlock& block : fenced_blocks(kPage)) {
    if (!block.is("sh")) continue;
    std::istringstream lines(block.text);
    for (std::string line; std::getline(lines, line);) {
      std::vector<std::string> words = words_of(line);
      REQUIRE(words.front() == "meso");
      words.erase(words.begin());
      const RunResult result = run_on_log(words, "");
      INFO(block.place() << "\n" << line << "\n" << result.out << result.err);
      const bool asks = line.find(" # ") != line.npos;
      CHECK(result.exit_code == (asks ? 2 : 0));
      CHECK((result.err.find("nobody can be asked here") != std::string::npos) == asks);
      ++commands;
    }
  }
  CHECK(commands >= 8);
}

TEST_CASE("the JSON of the page on logging is written") {
  int examples = 0;
  for (const FencedBlock& block : fenced_blocks(kPage)) {
    if (!block.is("json")) continue;
    const RunResult result =
        run_on_log({"log", "plan.meso", "--log", "me.log", "--json"}, block.text);
    INFO(block.place() << "\n" << result.out << result.err);
    CHECK(result.exit_code == 0);
    ++examples;
  }
  CHECK(examples == 1);
}

TEST_CASE("every flag of the page on logging is one") {
  const std::string help = run_meso({"log", "--help"}).out;
  for (const TableRow& row : table(kPage, "flags")) {
    const std::string flag = row[0].substr(0, row[0].find(' '));
    INFO(flag);
    CHECK(help.find(flag + " ") != std::string::npos);
  }
}

}  // namespace meso::test
