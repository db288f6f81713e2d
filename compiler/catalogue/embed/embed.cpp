// Build tool: reads the catalogue's YAML files and lib/'s texts, checks them, and writes one C++
// file of constant tables, so that starting meso needs no file and no parsing.
//
//   embed OUT.cpp groups.yaml classes.yaml squat.yaml ... ready.meso ...
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/data/yaml.h"
#include "compiler/diag/render_text.h"

namespace {

using namespace meso;

struct Named {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> primary, secondary;
};
struct ExerciseRow : Named {
  std::string pattern, equipment;
  std::vector<std::string> tags, like;
  Span span;
};

const std::map<std::string, CatalogueTag, std::less<>> kTags = {
    {"compound", CatalogueTag::compound},     {"isolation", CatalogueTag::isolation},
    {"unilateral", CatalogueTag::unilateral}, {"long_length", CatalogueTag::long_length},
    {"eccentric", CatalogueTag::eccentric},   {"lower", CatalogueTag::lower},
    {"upper", CatalogueTag::upper},           {"loadable", CatalogueTag::loadable},
};
constexpr Kind kBad{"M599", "catalogue", Severity::error};

class Embedder {
 public:
  void read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    const std::string file = path.substr(path.rfind('/') + 1);
    if (file.size() > 5 && file.ends_with(".meso")) {
      const std::size_t library = path.rfind("/lib/");
      texts_.emplace_back(library == path.npos ? file : path.substr(library + 5), text);
      return;
    }
    const FileId id = sources_.add(path, std::move(text));
    const auto yaml = read_yaml(sources_[id], id, sink_);
    if (!yaml) return;
    const std::string stem = file.substr(0, file.rfind('.'));
    for (const YamlValue& item : yaml->items) read_item(stem, item);
  }

  int write(const std::string& out_path) {
    check();
    if (sink_.has_errors()) {
      std::fputs(render_text(sink_.all(), sources_, {}).c_str(), stderr);
      return 1;
    }
    std::ofstream out(out_path, std::ios::binary);
    out << source();
    return out.good() ? 0 : 1;
  }

 private:
  std::vector<std::string> list(const YamlValue& item, std::string_view key) {
    std::vector<std::string> out;
    if (const YamlValue* value = item.find(key))
      for (const YamlValue& entry : value->items) out.push_back(entry.text);
    return out;
  }
  std::string scalar(const YamlValue& item, std::string_view key) {
    const YamlValue* value = item.find(key);
    if (value != nullptr && !value->text.empty()) return value->text;
    sink_.report(kBad, item.span, "an entry lacks `" + std::string(key) + "`");
    return {};
  }

  void read_item(const std::string& stem, const YamlValue& item) {
    if (stem == "groups") {
      groups_.push_back({scalar(item, "name"), list(item, "aliases"), {}, {}});
      group_ids_.push_back(scalar(item, "id"));
    } else if (stem == "classes") {
      classes_.push_back({scalar(item, "name"), list(item, "aliases"), list(item, "primary"),
                          list(item, "secondary")});
    } else {
      ExerciseRow row;
      row.name = scalar(item, "name");
      row.aliases = list(item, "aliases");
      row.primary = list(item, "primary");
      row.secondary = list(item, "secondary");
      row.pattern = stem;
      row.equipment = scalar(item, "equipment");
      row.tags = list(item, "tags");
      row.like = list(item, "like");
      row.span = item.span;
      exercises_.push_back(std::move(row));
    }
  }

  void check() {
    std::sort(exercises_.begin(), exercises_.end(),
              [](const ExerciseRow& a, const ExerciseRow& b) { return a.name < b.name; });
    std::map<std::string, std::string> owner;
    for (std::size_t i = 0; i < exercises_.size(); ++i) {
      const ExerciseRow& row = exercises_[i];
      index_[row.name] = i;
      check_groups(row);
      if (!equipment_from(row.equipment))
        complain(row, "has an unknown equipment `" + row.equipment + "`");
      for (const std::string& tag : row.tags)
        if (!kTags.contains(tag)) complain(row, "has an unknown tag `" + tag + "`");
      std::vector<std::string> spellings = row.aliases;
      spellings.push_back(row.name);
      for (const std::string& spelling : spellings) {
        const auto [at, fresh] = owner.emplace(fold_name(spelling), row.name);
        if (!fresh && at->second != row.name)
          complain(row, "shares `" + spelling + "` with " + at->second);
      }
    }
    for (const ExerciseRow& row : exercises_)
      for (const std::string& other : row.like)
        if (!index_.contains(other)) complain(row, "is like `" + other + "`, which doesn't exist");
    keys_ = owner;
  }
  // Easy work trains nothing, and a stretch names what it lengthens.
  void check_groups(const ExerciseRow& row) {
    const bool trains = row.pattern != kEasyPattern && row.pattern != kStretchPattern;
    if (row.primary.empty() && row.pattern != kEasyPattern) complain(row, "has no primary group");
    if (!row.primary.empty() && row.pattern == kEasyPattern)
      complain(row, "is easy work, and names a group");
    if (!trains && !(row.secondary.empty() && row.tags.empty()))
      complain(row, "trains nothing, and has secondary groups or tags");
  }
  void complain(const ExerciseRow& row, const std::string& what) {
    sink_.report(kBad, row.span, row.name + " " + what);
  }

  // -- writing -------------------------------------------------------------------------------
  static std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '\n') {
        out += "\\n\"\n  \"";
        continue;
      }
      out += c;
    }
    return out + "\"";
  }
  std::string strings(const std::string& name, const std::vector<std::string>& items) {
    if (items.empty()) return {};
    std::string out = "constexpr std::string_view " + name + "[] = {";
    for (const std::string& item : items) out += literal(item) + ", ";
    return out + "};\n";
  }
  std::string numbers(const std::string& type, const std::string& name,
                      const std::vector<std::size_t>& items) {
    if (items.empty()) return {};
    std::string out = "constexpr " + type + " " + name + "[] = {";
    for (const std::size_t item : items) out += std::to_string(item) + ", ";
    return out + "};\n";
  }
  static std::string span_of(const std::string& name, bool empty) { return empty ? "{}" : name; }

  std::vector<std::size_t> group_indices(const std::vector<std::string>& ids) {
    std::vector<std::size_t> out;
    for (const std::string& id : ids) {
      const auto at = std::find(group_ids_.begin(), group_ids_.end(), id);
      if (at == group_ids_.end()) {
        std::fprintf(stderr, "unknown muscle group `%s`\n", id.c_str());
        std::exit(1);
      }
      out.push_back(static_cast<std::size_t>(at - group_ids_.begin()));
    }
    return out;
  }
  // Variations hold in both directions, however the files say it.
  std::vector<std::vector<std::size_t>> symmetric_likes() {
    std::vector<std::set<std::size_t>> sets(exercises_.size());
    for (std::size_t i = 0; i < exercises_.size(); ++i)
      for (const std::string& other : exercises_[i].like) {
        sets[i].insert(index_[other]);
        sets[index_[other]].insert(i);
      }
    std::vector<std::vector<std::size_t>> out;
    for (const auto& s : sets) out.emplace_back(s.begin(), s.end());
    return out;
  }

  std::string source() {
    std::string out =
        "// Generated from compiler/catalogue/data and lib/. Don't edit.\n"
        "#include \"compiler/catalogue/catalogue.h\"\n\nnamespace meso {\nnamespace {\n\n";
    out += group_tables() + class_tables() + exercise_tables() + slot_table() + text_table();
    out +=
        "}  // namespace\n\n"
        "const Catalogue& built_in_catalogue() {\n"
        "  static constexpr Catalogue kCatalogue{kGroups, kClasses, kExercises, kSlots};\n"
        "  return kCatalogue;\n}\n\n"
        "std::string_view embedded_text(std::string_view file_name) {\n"
        "  for (const EmbeddedText& t : kTexts)\n    if (t.name == file_name) return t.text;\n"
        "  return {};\n}\n\n"
        "std::span<const EmbeddedText> embedded_texts() { return kTexts; }\n\n"
        "}  // namespace meso\n";
    return out;
  }
  std::string group_tables() {
    std::string arrays, rows;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const std::string name = "kGroupAliases" + std::to_string(i);
      arrays += strings(name, groups_[i].aliases);
      rows += "  {" + literal(group_ids_[i]) + ", " + literal(groups_[i].name) + ", " +
              span_of(name, groups_[i].aliases.empty()) + "},\n";
    }
    return arrays + "constexpr CatalogueGroup kGroups[] = {\n" + rows + "};\n\n";
  }
  std::string class_tables() {
    std::string arrays, rows;
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      const std::string n = std::to_string(i);
      const Named& c = classes_[i];
      arrays += strings("kClassAliases" + n, c.aliases);
      arrays += numbers("std::uint8_t", "kClassPrimary" + n, group_indices(c.primary));
      arrays += numbers("std::uint8_t", "kClassSecondary" + n, group_indices(c.secondary));
      rows += "  {" + literal(c.name) + ", " + span_of("kClassAliases" + n, c.aliases.empty()) +
              ", " + span_of("kClassPrimary" + n, c.primary.empty()) + ", " +
              span_of("kClassSecondary" + n, c.secondary.empty()) + "},\n";
    }
    return arrays + "constexpr CatalogueClass kClasses[] = {\n" + rows + "};\n\n";
  }
  std::string exercise_tables() {
    const auto likes = symmetric_likes();
    std::string arrays, rows;
    for (std::size_t i = 0; i < exercises_.size(); ++i) {
      const std::string n = std::to_string(i);
      const ExerciseRow& e = exercises_[i];
      unsigned tags = 0;
      for (const std::string& tag : e.tags) tags |= static_cast<unsigned>(kTags.find(tag)->second);
      arrays += strings("kAliases" + n, e.aliases);
      arrays += numbers("std::uint8_t", "kPrimary" + n, group_indices(e.primary));
      arrays += numbers("std::uint8_t", "kSecondary" + n, group_indices(e.secondary));
      arrays += numbers("std::uint16_t", "kLike" + n, likes[i]);
      rows += "  {" + literal(e.name) + ", " + span_of("kAliases" + n, e.aliases.empty()) + ", " +
              literal(e.pattern) + ", Equipment::" + e.equipment + ", " +
              span_of("kPrimary" + n, e.primary.empty()) + ", " +
              span_of("kSecondary" + n, e.secondary.empty()) + ", " + std::to_string(tags) + ", " +
              span_of("kLike" + n, likes[i].empty()) + "},\n";
    }
    return arrays + "constexpr CatalogueExercise kExercises[] = {\n" + rows + "};\n\n";
  }
  std::string slot_table() {
    std::size_t size = 1024;
    while (size < keys_.size() * 2) size *= 2;
    std::vector<std::pair<std::string, std::size_t>> slots(size);
    for (const auto& [key, name] : keys_) {
      std::size_t at = hash_name(key) & (size - 1);
      while (!slots[at].first.empty()) at = (at + 1) & (size - 1);
      slots[at] = {key, index_[name]};
    }
    std::string out = "constexpr CatalogueSlot kSlots[] = {\n";
    for (const auto& [key, index] : slots)
      out += key.empty() ? "  {},\n" : "  {" + literal(key) + ", " + std::to_string(index) + "},\n";
    return out + "};\n\n";
  }
  std::string text_table() {
    std::string out = "constexpr EmbeddedText kTexts[] = {\n";
    std::sort(texts_.begin(), texts_.end());
    for (const auto& [name, text] : texts_)
      out += "  {" + literal(name) + ", " + literal(text) + "},\n";
    return out + "};\n\n";
  }

  SourceSet sources_;
  Sink sink_;
  std::vector<Named> groups_, classes_;
  std::vector<std::string> group_ids_;
  std::vector<ExerciseRow> exercises_;
  std::map<std::string, std::size_t> index_;
  std::map<std::string, std::string> keys_;  // folded spelling -> name
  std::vector<std::pair<std::string, std::string>> texts_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  Embedder embedder;
  for (int i = 2; i < argc; ++i) embedder.read(argv[i]);
  return embedder.write(argv[1]);
}
