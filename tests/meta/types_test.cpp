// One name, one type: two types of one name in one namespace compile, link, and then share each
// other's destructors.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/support/golden.h"

using namespace meso::test;
namespace fs = std::filesystem;

namespace {

// Types that a file defines for others to see: not those of its unnamed namespace, nor those inside
// other types.
std::set<std::string> types_of(const std::string& text) {
  static const std::regex kNamespace(R"(^namespace ([\w:]+) \{.*)");
  static const std::regex kType(
      R"(^(?:template <.*> )?(?:struct|class|union|enum class) (\w+)(?: final)?(?: : .*)? \{.*)");
  std::set<std::string> types;
  std::string space;
  bool is_private = false;
  std::istringstream in(text);
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (line == "namespace {") is_private = true;
    if (line == "}  // namespace") is_private = false;
    if (std::regex_match(line, match, kNamespace)) space = match[1];
    if (!is_private && std::regex_match(line, match, kType))
      types.insert(space + "::" + match[1].str());
  }
  return types;
}

}  // namespace

TEST_CASE("architecture: no two files define a type of the same name") {
  std::map<std::string, std::string> places;
  const fs::path root(MESO_ROOT);
  for (const char* folder : {"base", "grammar", "runtime", "compiler", "tests", "bench"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      const std::string ending = entry.path().extension();
      if (ending != ".h" && ending != ".hpp" && ending != ".cpp") continue;
      for (const std::string& type : types_of(read_whole(entry.path().string()))) {
        const auto [known, is_new] = places.emplace(type, path);
        CAPTURE(type, path, known->second);
        CHECK(is_new);
      }
    }
  CHECK(places.size() > 300);
}

TEST_CASE("architecture: what is looked for is found") {
  CHECK(types_of("namespace a::b {\nstruct C {\nnamespace {\nstruct D {\n}  // namespace\n"
                 "enum class E : std::uint8_t { one };\n  struct F {\n") ==
        std::set<std::string>{"a::b::C", "a::b::E"});
}
