#include "tests/support/golden.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

namespace meso::test {
namespace {

constexpr std::size_t kContext = 2;  // equal lines shown round a difference

// A text without a line break at its end differs from one with it.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end == text.npos ? end : end + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

struct Row {
  char sign;
  std::string_view line;
};

using Lines = std::vector<std::string_view>;

// By the longest common subsequence; goldens are short.
std::vector<Row> aligned(const Lines& a, const Lines& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::vector<Row> rows;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      rows.push_back({' ', a[i++]});
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      rows.push_back({'-', a[i++]});
    } else {
      rows.push_back({'+', b[j++]});
    }
  }
  return rows;
}

bool near_a_difference(const std::vector<Row>& rows, std::size_t at) {
  const std::size_t from = at < kContext ? 0 : at - kContext,
                    to = std::min(rows.size(), at + kContext + 1);
  return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(from),
                     rows.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const Row& r) { return r.sign != ' '; });
}

bool wants_update() {
  const char* value = std::getenv("UPDATE_GOLDENS");
  return value != nullptr && std::string_view(value) == "1";
}

}  // namespace

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string line_diff(std::string_view expected, std::string_view actual) {
  if (expected == actual) return "";
  const std::vector<Row> rows = aligned(lines_of(expected), lines_of(actual));
  std::string out;
  bool cut = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!near_a_difference(rows, i)) {
      cut = true;
      continue;
    }
    if (std::exchange(cut, false)) out += "  ...\n";
    out += std::string(1, rows[i].sign) + ' ' + std::string(rows[i].line);
    if (!rows[i].line.ends_with('\n')) out += "\n\\ no line break at the end\n";
  }
  return out;
}

void check_golden(std::string_view actual, const std::string& file) {
  const std::string path = std::string(MESO_ROOT) + "/tests/" + file;
  if (wants_update()) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    SUCCEED();
    return;
  }
  if (!std::filesystem::exists(path)) {
    FAIL_CHECK("tests/" + file + " isn't there; it would hold:\n" + std::string(actual) +
               "\nUPDATE_GOLDENS=1 writes it");
    return;
  }
  const std::string diff = line_diff(read_whole(path), actual);
  if (diff.empty())
    SUCCEED();
  else
    FAIL_CHECK("tests/" + file + " differs (- expected, + found; UPDATE_GOLDENS=1 renews it):\n" +
               diff);
}

}  // namespace meso::test
