// Writes the generated plans to a folder, for the whole-process figures of scripts/bench:
//   write_plans DIR   ->   DIR/plan.meso, DIR/twelve-weeks.meso, DIR/bad.meso, DIR/pasted.meso,
//                        DIR/corpus/*.meso
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/generate_plans.h"

namespace {

constexpr std::size_t kCorpusBytes = 5'000'000;
constexpr std::size_t kPastedBytes = 1'000'000;
constexpr int kBadLines = 20'000;

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace meso::bench;
  if (argc != 2) return std::fputs("usage: write_plans DIR\n", stderr), 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "corpus");
  write(folder / "plan.meso", five_hundred_lines(1));
  write(folder / "twelve-weeks.meso", twelve_weeks());
  write(folder / "bad.meso", generate_bad_lines(kBadLines));
  write(folder / "pasted.meso", generate_pasted(kPastedBytes));
  int number = 1000;  // four digits, so that the names sort in order
  for (const std::string& plan : generate_corpus(kCorpusBytes))
    write(folder / "corpus" / (std::to_string(number++) + ".meso"), plan);
  return 0;
}
