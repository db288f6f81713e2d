// The documentation's tables of numbers and names, held against the code that they describe.
#include <algorithm>
#include <catch2/catch.hpp>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/diag/diagnostic.h"
#include "runtime/recovery.h"
#include "tests/docs/markdown_blocks.h"
#include "tests/support/golden.h"

using namespace meso;
using namespace meso::test;

namespace {

std::string joined(std::span<const std::string_view> items) {
  std::string out;
  for (const std::string_view item : items) out += (out.empty() ? "" : ", ") + std::string(item);
  return out;
}

std::string group_names(std::span<const std::uint8_t> groups) {
  std::vector<std::string_view> names;
  for (const std::uint8_t g : groups) names.push_back(built_in_catalogue().groups[g].name);
  return joined(names);
}

// The comment above an entry of the catalogue's data: "# why: ...".
std::string reason_of(const CatalogueExercise& lift) {
  const std::string file = "compiler/catalogue/data/" + std::string(lift.pattern) + ".yaml";
  const std::string text = read_whole(std::string(MESO_ROOT) + "/" + file), mark = "# why: ";
  const std::size_t entry = text.find("\n- name: " + std::string(lift.name) + "\n");
  if (entry == text.npos) return "";
  const std::size_t line = text.rfind('\n', entry - 1) + 1;
  if (text.compare(line, mark.size(), mark) != 0) return "";
  return text.substr(line + mark.size(), entry - line - mark.size());
}

std::string cell(const Bounds& b) {
  return b.best.text() + "/" + b.typical.text() + "/" + b.worst.text();
}
std::string cell(std::optional<int> hours) { return hours ? std::to_string(*hours) : "never"; }

// One row of the document: the same figure of each class.
template <class Figure>
TableRow figures(Figure figure) {
  TableRow row;
  for (const RecoveryRow& r : recovery_table()) row.push_back(cell(r.*figure));
  return row;
}

}  // namespace

TEST_CASE("docs/diagnostics.md lists every diagnostic as it is") {
  std::vector<TableRow> known;
  for (const KindRow& row : all_kinds())
    known.push_back({std::string(row.kind.code), std::string(row.kind.name),
                     std::string(text(row.kind.severity)), std::string(row.what)});
  CHECK(table("docs/diagnostics.md", "kinds") == known);
}

TEST_CASE("docs/recovery-model.md has the table of the code") {
  const std::vector<TableRow> known = {figures(&RecoveryRow::peak_soreness),
                                       figures(&RecoveryRow::onset),
                                       figures(&RecoveryRow::peak_time),
                                       figures(&RecoveryRow::below_three),
                                       figures(&RecoveryRow::gone),
                                       figures(&RecoveryRow::force_trained),
                                       figures(&RecoveryRow::force_novice),
                                       figures(&RecoveryRow::ungated_worst_trained),
                                       figures(&RecoveryRow::ungated_worst_novice),
                                       figures(&RecoveryRow::ungated_typical_trained),
                                       figures(&RecoveryRow::ungated_typical_novice)};
  std::vector<TableRow> documented = table("docs/recovery-model.md", "recovery");
  for (TableRow& row : documented) row.erase(row.begin());
  CHECK(documented == known);
}

TEST_CASE("docs/vocabulary.md has every muscle group") {
  std::vector<TableRow> known;
  for (const CatalogueGroup& g : built_in_catalogue().groups)
    known.push_back({std::string(g.name), joined(g.aliases)});
  CHECK(table("docs/vocabulary.md", "groups") == known);
}

TEST_CASE("docs/catalogue.md has the main lifts with the shares and the reasons of the data") {
  const Catalogue& c = built_in_catalogue();
  const std::vector<TableRow> rows = table("docs/catalogue.md", "main lifts");
  CHECK(rows.size() == 60);
  for (const TableRow& row : rows) {
    REQUIRE(row.size() == 4);
    INFO(row[0]);
    const CatalogueExercise* lift = c.find(row[0]);
    REQUIRE(lift != nullptr);
    CHECK(row[0] == lift->name);
    CHECK(row[1] == group_names(lift->primary));
    CHECK(row[2] == group_names(lift->secondary));
    CHECK(row[3] == reason_of(*lift));
    CHECK_FALSE(row[3].empty());
  }
}

TEST_CASE("docs/catalogue.md has every class of exercises") {
  std::vector<TableRow> known;
  for (const CatalogueClass& c : built_in_catalogue().classes)
    known.push_back({"any " + std::string(c.name), joined(c.aliases)});
  CHECK(table("docs/catalogue.md", "classes") == known);
}
