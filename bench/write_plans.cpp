// Writes the generated plans to a folder, for the whole-process figures of scripts/bench:
//   write_plans DIR   ->   DIR/plan.meso, DIR/twelve-weeks.meso, DIR/bad.meso, DIR/pasted.meso,
//                        DIR/corpus/*.meso, and a plan of 16 weeks with an athlete's logs:
//                        DIR/sixteen-weeks.meso, DIR/1000.log, DIR/10000.log; DIR/10000.ledger for
//                        a peer; DIR/library/*.meso, 2,000 mutated examples
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/date.h"

#include "bench/compiled_file.h"
#include "bench/generate_plans.h"
#include "bench/mutated_library.h"
#include "bench/played_log.h"

namespace {

constexpr std::size_t kCorpusBytes = 5'000'000;
constexpr std::size_t kPastedBytes = 1'000'000;
constexpr int kBadLines = 20'000;
constexpr int kLibraryPlans = 2'000;

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// As many transactions of as many lines as a session's record has, for the ledger of double entry.
std::string ledger_journal(int transactions) {
  std::string text;
  for (int n = 0; n < transactions; ++n) {
    const meso::Date date{18'262 + n / 2};
    text += meso::text(date) + " Session " + std::to_string(n % 4) + "\n";
    for (int line = 0; line < 4; ++line)
      text += "    Expenses:Lift " + std::to_string(line) + "  " + std::to_string(60 + n % 40) +
              " EUR\n";
    text += "    Assets:Cash\n\n";
  }
  return text;
}

void write_logs(const std::filesystem::path& folder) {
  write(folder / "sixteen-weeks.meso", meso::bench::sixteen_weeks());
  const meso::Compiled plan = meso::bench::compiled_file(folder / "sixteen-weeks.meso");
  const meso::RunPlan run(plan.plan, *plan.edition);
  for (const int records : {1'000, 10'000})
    write(folder / (std::to_string(records) + ".log"), meso::bench::played_log(run, records));
  write(folder / "10000.ledger", ledger_journal(10'000));
}

}  // namespace

int main(int argc, char** argv) {
  using namespace meso::bench;
  // An option would become a folder of that name, wherever one stands.
  if (argc != 2 || argv[1][0] == '-') return std::fputs("usage: write_plans DIR\n", stderr), 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "corpus");
  write(folder / "plan.meso", five_hundred_lines(1));
  write(folder / "twelve-weeks.meso", twelve_weeks());
  write(folder / "bad.meso", generate_bad_lines(kBadLines));
  write(folder / "pasted.meso", generate_pasted(kPastedBytes));
  int number = 1000;  // four digits, so that the names sort in order
  for (const std::string& plan : generate_corpus(kCorpusBytes))
    write(folder / "corpus" / (std::to_string(number++) + ".meso"), plan);
  write_logs(folder);
  write_mutated_library(MESO_SOURCE_DIR "/examples", folder / "library", kLibraryPlans);
  return 0;
}
