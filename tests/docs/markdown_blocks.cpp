#include "tests/docs/markdown_blocks.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <sstream>

#include "base/text.h"
#include "tests/support/golden.h"

namespace meso::test {
namespace {

std::string whole(const std::string& file) {
  return read_whole(std::string(MESO_ROOT) + "/" + file);
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

TableRow cells_of(std::string_view line) {
  TableRow cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cell += line[++i];
    } else if (line[i] == '|') {
      cell = trimmed(cell);
      if (cell.size() > 2 && cell.front() == '`' && cell.back() == '`' &&
          std::count(cell.begin(), cell.end(), '`') == 2)
        cell = cell.substr(1, cell.size() - 2);
      cells.push_back(cell);
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

// "## Writing the log: `meso log`" as links name it: writing-the-log-meso-log.
std::string anchor_of(std::string_view heading) {
  std::string out;
  for (const char c : trimmed(heading.substr(heading.find_first_not_of('#')))) {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_')
      out += to_lower(c);
    else if (c == ' ')
      out += '-';
  }
  return out;
}

// How deep a heading is; 0 of other lines.
std::size_t heading_level(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  return signs < line.size() && line[signs] == ' ' ? signs : 0;
}

}  // namespace

bool FencedBlock::is(std::string_view word) const {
  return std::find(info.begin(), info.end(), word) != info.end();
}

std::vector<FencedBlock> fenced_blocks(const std::string& file) {
  std::istringstream in(whole(file));
  std::vector<FencedBlock> blocks;
  bool open = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      if (!open) blocks.push_back({file, number, words_of(line.substr(3)), {}});
      open = !open;
    } else if (open) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

std::vector<TableRow> table(const std::string& file, std::string_view name) {
  const std::string mark = "<!-- table: " + std::string(name) + " -->";
  std::istringstream in(whole(file));
  std::vector<TableRow> rows;
  bool found = false;
  for (std::string line; std::getline(in, line);) {
    if (line == mark) {
      found = true;
    } else if (found && line.starts_with("|")) {
      rows.push_back(cells_of(line));
    } else if (found && !rows.empty()) {
      break;
    }
  }
  if (rows.size() >= 2) rows.erase(rows.begin(), rows.begin() + 2);  // the head and its rule
  return rows;
}

std::optional<std::string> section(const std::string& file, std::string_view anchor) {
  std::istringstream in(whole(file));
  std::optional<std::string> out;
  std::size_t level = 0;
  bool fenced = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) fenced = !fenced;
    const std::size_t deep = fenced ? 0 : heading_level(line);
    if (out && deep != 0 && deep <= level) break;
    if (!out && deep != 0 && anchor_of(line) == anchor) {
      level = deep;
      out.emplace();
    }
    if (out) *out += line + "\n";
  }
  return out;
}

std::vector<std::string> documentation() {
  namespace fs = std::filesystem;
  const fs::path root(MESO_ROOT);
  std::vector<std::string> files = {"README.md", "CONTRIBUTING.md"};
  for (const char* folder : {"docs", "grammar"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      if (path.ends_with(".md") && !path.starts_with("docs/guidelines/")) files.push_back(path);
    }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace meso::test
