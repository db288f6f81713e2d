#include "bench/mutated_library.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/dice.h"

namespace meso::bench {
namespace {

namespace fs = std::filesystem;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

// Years stay: there is one edition.
std::vector<std::size_t> numbers_of(const std::string& line) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_digit(line[at]) || (at > 0 && (is_digit(line[at - 1]) || line[at - 1] == '.')))
      continue;
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end - at < 4) out.push_back(at);
  }
  return out;
}

// One more or one less, never 0.
void change_number(std::string& line, Dice& dice) {
  const std::vector<std::size_t> numbers = numbers_of(line);
  if (numbers.empty()) return;
  const std::size_t at = numbers[dice.below(numbers.size())];
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end])) ++end;
  const int value = std::stoi(line.substr(at, end - at));
  const int changed = std::max(value + (dice.one_in(2) ? 1 : -1), 1);
  line.replace(at, end - at, std::to_string(changed));
}

void misspell(std::string& line, Dice& dice) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == line.npos || line.size() < first + 4) return;
  const std::size_t at = first + dice.below(line.size() - first - 2);
  std::swap(line[at], line[at + 1]);
}

std::string mutated(const std::string& text, Dice& dice) {
  std::vector<std::string> lines = lines_of(text);
  for (int changes = dice.between(1, 4); changes > 0; --changes)
    change_number(lines[dice.below(lines.size())], dice);
  const std::size_t at = dice.below(lines.size());
  if (dice.one_in(12))
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
  else if (dice.one_in(12))
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), lines[at]);
  else if (dice.one_in(20))
    misspell(lines[at], dice);
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace

void write_mutated_library(const fs::path& examples, const fs::path& folder, int plans) {
  std::vector<fs::path> originals;
  for (const char* below : {"", "literal"})
    for (const auto& entry : fs::directory_iterator(examples / below))
      if (entry.path().extension() == ".meso") originals.push_back(entry.path());
  std::sort(originals.begin(), originals.end());
  for (const auto& entry : fs::recursive_directory_iterator(examples / "lib"))
    if (entry.is_regular_file())
      write(folder / "lib" / fs::relative(entry.path(), examples / "lib"), read(entry.path()));
  for (int n = 0; n < plans; ++n) {
    const fs::path& original = originals[static_cast<std::size_t>(n) % originals.size()];
    Dice dice(static_cast<std::uint32_t>(n));
    std::string name = std::to_string(10'000 + n);  // so that the names sort in order
    name += "-" + original.stem().string() + ".meso";
    // Beside lib/, as the originals stand.
    write(folder / name, mutated(read(original), dice));
  }
}

}  // namespace meso::bench
