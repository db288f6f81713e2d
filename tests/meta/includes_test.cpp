// The tables of docs/architecture.md, held against every #include of the code.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"

using namespace meso::test;
namespace fs = std::filesystem;

namespace {

struct Include {
  std::string file;    // who: "compiler/model/build.cpp"
  std::string header;  // what, without its quotes
  bool own = false;    // in quotes: of this repository

  std::string folder() const { return file.substr(0, file.rfind('/')); }
  std::string target() const { return header.substr(0, header.rfind('/')); }
};

bool is_code(const std::string& path) {
  for (const char* ending : {".h", ".hpp", ".cpp", ".def"})
    if (path.ends_with(ending)) return true;
  return false;
}

std::vector<std::string> code_files() {
  std::vector<std::string> files;
  const fs::path root(MESO_ROOT);
  for (const char* folder : {"base", "grammar", "runtime", "compiler"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      if (entry.is_regular_file() && is_code(path)) files.push_back(path);
    }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Include> includes() {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> out;
  for (const std::string& file : code_files()) {
    std::istringstream in(read_whole(std::string(MESO_ROOT) + "/" + file));
    std::smatch match;
    for (std::string line; std::getline(in, line);)
      if (std::regex_search(line, match, kInclude))
        out.push_back({file, match[2], match[1] == "\""});
  }
  return out;
}

// Words between backticks, or the bare words of a cell.
std::vector<std::string> names_in(std::string cell) {
  for (char& c : cell)
    if (c == '`' || c == ',') c = ' ';
  std::istringstream in(cell);
  std::vector<std::string> names;
  for (std::string name; in >> name;) names.push_back(name);
  return names;
}

struct FolderRow {
  std::string folder;
  std::vector<std::string> may_include;
};

std::vector<FolderRow> folder_table() {
  std::vector<FolderRow> rows;
  for (const TableRow& row : table("docs/architecture.md", "folders")) {
    REQUIRE(row.size() == 2);
    rows.push_back({names_in(row[0]).front(),
                    row[1] == "nothing" ? std::vector<std::string>() : names_in(row[1])});
  }
  return rows;
}

// `*` stands for any characters but `/`.
bool matches(const std::string& text, const std::string& pattern) {
  std::string regex;
  for (const char c : pattern) {
    if (c == '*')
      regex += "[^/]*";
    else if (c == '.' || c == '+')
      regex += std::string("\\") + c;
    else
      regex += c;
  }
  return std::regex_match(text, std::regex(regex));
}

}  // namespace

TEST_CASE("a folder includes only what docs/architecture.md allows it") {
  std::map<std::string, std::set<std::string>> allowed;
  for (const FolderRow& row : folder_table())
    allowed[row.folder].insert(row.may_include.begin(), row.may_include.end());
  REQUIRE(allowed.size() > 10);
  for (const Include& include : includes()) {
    if (!include.own) continue;
    INFO(include.file << " includes " << include.header);
    CHECK((include.target() == include.folder() ||
           allowed[include.folder()].contains(include.target())));
  }
}

TEST_CASE("every folder of code has its row, and every row is needed") {
  std::map<std::string, std::set<std::string>> used;
  for (const std::string& file : code_files()) used[file.substr(0, file.rfind('/'))];
  for (const Include& include : includes())
    if (include.own && include.target() != include.folder())
      used[include.folder()].insert(include.target());
  std::set<std::string> listed;
  for (const FolderRow& row : folder_table()) {
    listed.insert(row.folder);
    for (const std::string& folder : row.may_include) {
      INFO(row.folder << " may include " << folder << ", and does it?");
      CHECK(used[row.folder].contains(folder));
    }
  }
  for (const auto& [folder, targets] : used) {
    INFO(folder);
    CHECK(listed.contains(folder));
  }
}

TEST_CASE("includes point upstream: only at folders that stand above in the table") {
  std::set<std::string> above;
  for (const FolderRow& row : folder_table()) {
    for (const std::string& folder : row.may_include) {
      INFO(row.folder << " may include " << folder);
      CHECK(above.contains(folder));
    }
    above.insert(row.folder);
  }
}

TEST_CASE("libraries and the outside world stay where docs/architecture.md keeps them") {
  const std::vector<TableRow> rows = table("docs/architecture.md", "headers");
  REQUIRE(rows.size() >= 6);
  const std::vector<Include> all = includes();
  for (const TableRow& row : rows) {
    REQUIRE(row.size() == 2);
    const std::vector<std::string> headers = names_in(row[0]), places = names_in(row[1]);
    bool needed = false;
    for (const Include& include : all) {
      if (include.own) continue;
      const auto fits = [&](const std::string& pattern) {
        return matches(include.header, pattern);
      };
      if (std::none_of(headers.begin(), headers.end(), fits)) continue;
      needed = true;
      INFO(include.file << " includes <" << include.header << ">");
      CHECK(std::any_of(places.begin(), places.end(),
                        [&](const std::string& place) { return matches(include.file, place); }));
    }
    INFO(row[0]);
    CHECK((needed || row[1] == "nowhere"));
  }
}
