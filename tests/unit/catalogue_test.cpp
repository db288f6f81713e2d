#include "compiler/catalogue/plan_exercise.h"

#include <catch2/catch.hpp>
#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace meso {
namespace {

const Catalogue& catalogue() { return built_in_catalogue(); }

std::string found(std::string_view name) {
  const CatalogueExercise* e = catalogue().find(name);
  return e == nullptr ? "" : std::string(e->name);
}

TEST_CASE("the catalogue is of the size that real programs need") {
  CHECK(catalogue().exercises.size() >= 120);
  CHECK(catalogue().groups.size() == 20);
  CHECK(std::is_sorted(catalogue().exercises.begin(), catalogue().exercises.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("every muscle group is the primary of at least six exercises") {
  std::map<std::size_t, int> primary;
  for (const CatalogueExercise& e : catalogue().exercises)
    if (e.pattern != kStretchPattern)
      for (const std::uint8_t g : e.primary) ++primary[g];
  for (std::size_t g = 0; g < catalogue().groups.size(); ++g) {
    INFO(catalogue().groups[g].name);
    CHECK(primary[g] >= 6);
  }
}

TEST_CASE("a lift that moves several joints helps itself with a second group") {
  for (const CatalogueExercise& e : catalogue().exercises) {
    INFO(e.name);
    if (e.is(CatalogueTag::compound)) CHECK_FALSE(e.secondary.empty());
  }
}

// What an entry is but for its equipment: the name without such words, the groups, the tags.
std::string beside_equipment(const CatalogueExercise& e) {
  static const std::set<std::string, std::less<>> kWords = {
      "barbell", "dumbbell", "kettlebell", "machine", "cable", "bodyweight", "band",    "banded",
      "smith",   "trap",     "hex",        "bar",     "plate", "weighted",   "landmine"};
  std::string out(e.pattern);
  std::string word;
  for (const char c : fold_name(e.name) + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!kWords.contains(word)) out += " " + word;
    word.clear();
  }
  out += "/" + std::to_string(e.tags);
  for (const auto groups : {e.primary, e.secondary}) {
    std::vector<int> sorted(groups.begin(), groups.end());
    std::sort(sorted.begin(), sorted.end());
    out += "/";
    for (const int g : sorted) out += std::to_string(g) + ",";
  }
  return out;
}

using Family = std::vector<std::size_t>;  // into the catalogue's exercises

std::vector<Family> families_by_equipment() {
  std::map<std::string, Family> families;
  for (std::size_t i = 0; i < catalogue().exercises.size(); ++i)
    families[beside_equipment(catalogue().exercises[i])].push_back(i);
  std::vector<Family> out;
  for (auto& [key, family] : families)
    if (family.size() > 1) out.push_back(std::move(family));
  return out;
}

// Whether `like` leads from one to the other, directly or through a third.
bool are_near(std::size_t a, std::size_t b) {
  const auto& of_a = catalogue().exercises[a].like;
  const auto& of_b = catalogue().exercises[b].like;
  return std::find(of_a.begin(), of_a.end(), b) != of_a.end() ||
         std::any_of(of_a.begin(), of_a.end(), [&](std::uint16_t third) {
           return std::find(of_b.begin(), of_b.end(), third) != of_b.end();
         });
}

bool has_near(const Family& family, std::size_t i) {
  return std::any_of(family.begin(), family.end(),
                     [&](std::size_t other) { return other != i && are_near(i, other); });
}

// Such entries are wanted where coaches name them and their loads go up in other steps; a catalogue
// that was multiplied out by equipment would be nothing but such entries.
TEST_CASE("entries that differ by a word of equipment are other equipment, and linked") {
  std::size_t copies = 0;
  for (const Family& family : families_by_equipment()) {
    std::set<Equipment> equipment;
    for (const std::size_t i : family) {
      const CatalogueExercise& e = catalogue().exercises[i];
      INFO(catalogue().exercises[family.front()].name << " / " << e.name);
      CHECK(equipment.insert(e.equipment).second);
      CHECK(has_near(family, i));
    }
    copies += family.size() - 1;
  }
  CHECK(copies * 5 <= catalogue().exercises.size());
}

TEST_CASE("no exercise is like itself, or like another twice") {
  for (std::size_t i = 0; i < catalogue().exercises.size(); ++i) {
    std::set<std::size_t> seen{i};
    for (const std::uint16_t like : catalogue().exercises[i].like) {
      INFO(catalogue().exercises[i].name << " / " << catalogue().exercises[like].name);
      CHECK(seen.insert(like).second);
    }
  }
}

TEST_CASE("names and aliases are unique and found") {
  std::map<std::string, std::string_view> owners;
  for (const CatalogueExercise& e : catalogue().exercises) {
    std::vector<std::string_view> spellings(e.aliases.begin(), e.aliases.end());
    spellings.push_back(e.name);
    for (const std::string_view spelling : spellings) {
      INFO(spelling);
      const auto [owner, fresh] = owners.try_emplace(fold_name(spelling), e.name);
      CHECK((fresh || owner->second == e.name));
      CHECK(found(spelling) == e.name);
    }
  }
}

TEST_CASE("every exercise is whole") {
  const std::size_t groups = catalogue().groups.size();
  for (const CatalogueExercise& e : catalogue().exercises) {
    INFO(e.name);
    const bool trains = e.pattern != kEasyPattern && e.pattern != kStretchPattern;
    CHECK(e.primary.empty() == (e.pattern == kEasyPattern));
    CHECK_FALSE(e.pattern.empty());
    CHECK((e.is(CatalogueTag::compound) != e.is(CatalogueTag::isolation)) == trains);
    std::set<int> seen;
    for (const std::uint8_t g : e.primary) CHECK((g < groups && seen.insert(g).second));
    for (const std::uint8_t g : e.secondary) CHECK((g < groups && seen.insert(g).second));
    for (const std::uint16_t like : e.like) CHECK(like < catalogue().exercises.size());
  }
}

// The grammar ends a name at these, so none may hold them.
TEST_CASE("no name holds what ends a name") {
  for (const CatalogueExercise& e : catalogue().exercises)
    for (const std::string_view word :
         {" with ", " in ", " of ", " or ", "\"", ",", "(", ")", "@", "#"}) {
      INFO(e.name << " / " << word);
      CHECK(e.name.find(word) == e.name.npos);
      for (const std::string_view alias : e.aliases) CHECK(alias.find(word) == alias.npos);
    }
}

TEST_CASE("likeness goes both ways") {
  for (std::size_t i = 0; i < catalogue().exercises.size(); ++i)
    for (const std::uint16_t like : catalogue().exercises[i].like) {
      INFO(catalogue().exercises[i].name << " / " << catalogue().exercises[like].name);
      const auto& back = catalogue().exercises[like].like;
      CHECK(std::find(back.begin(), back.end(), i) != back.end());
    }
}

TEST_CASE("lookup forgives case, hyphens, blanks and apostrophes") {
  CHECK(found("back squat") == "back squat");
  CHECK(found("Back Squat") == "back squat");
  CHECK(found("back-squat") == "back squat");
  CHECK(found("  back \u00A0 squat ") == "back squat");
  CHECK(found("RDL") == "romanian deadlift");
  CHECK(found("rdl") == "romanian deadlift");
  CHECK(found("OHP") == "overhead press");
  CHECK(found("bench") == "bench press");
  CHECK(found("pull-up") == found("pull up"));
  CHECK_FALSE(found("pull-up").empty());
  CHECK(found("").empty());
  CHECK(found("back squad").empty());
  CHECK(found(std::string(100'000, 'x')).empty());
}

TEST_CASE("groups by name and alias") {
  const auto group = [](std::string_view name) {
    const auto id = catalogue().find_group(name);
    return id ? std::string(catalogue().groups[*id].name) : "";
  };
  CHECK(group("quads") == "quads");
  CHECK(group("Quadriceps") == "quads");
  CHECK(group("side delts") == "side delts");
  CHECK(group("side-delts") == "side delts");
  CHECK(group("quods").empty());
}

TEST_CASE("easy work trains nothing, and a stretch lengthens what it names") {
  for (const char* name : {"walk", "easy cycling", "mobility", "light stretching"}) {
    INFO(name);
    const Exercise easy = plan_exercise(*catalogue().find(name));
    CHECK(easy.muscles.empty());
    CHECK(easy.stretches.empty());
  }
  const Exercise stretch = plan_exercise(*catalogue().find("hamstring stretch"));
  CHECK(stretch.muscles.empty());
  REQUIRE(stretch.stretches.size() == 1);
  CHECK(catalogue().groups[stretch.stretches.front().value].name == "hamstrings");
}

TEST_CASE("classes are unions of what their exercises train") {
  for (const char* name : {"push", "pull", "core", "single leg"}) {
    INFO(name);
    const CatalogueClass* c = catalogue().find_class(name);
    REQUIRE(c != nullptr);
    CHECK_FALSE(c->primary.empty());
    for (const std::uint8_t g : c->secondary)
      CHECK(std::find(c->primary.begin(), c->primary.end(), g) == c->primary.end());
  }
  CHECK(catalogue().find_class("pusch") == nullptr);
}

TEST_CASE("suggestions name each exercise once, the nearest first") {
  CHECK(catalogue().nearest_exercises("back sqaut").front() == "back squat");
  CHECK(catalogue().nearest_exercises("romanian dedlift").front() == "romanian deadlift");
  for (const char* word : {"back sqaut", "lat puldown", "bench pres", "curl"}) {
    INFO(word);
    std::set<std::string> seen;
    const auto near = catalogue().nearest_exercises(word);
    CHECK(near.size() <= 3);
    for (const std::string& name : near) CHECK(seen.insert(found(name)).second);
  }
  CHECK(catalogue().nearest_groups("quadz") == std::vector<std::string>{"quads"});
}

TEST_CASE("the default gate is embedded") {
  CHECK(embedded_text("ready.meso").find("gate ready") != std::string_view::npos);
  CHECK(embedded_text("nothing.meso").empty());
}

}  // namespace
}  // namespace meso
