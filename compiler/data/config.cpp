#include "compiler/data/config.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "compiler/data/config_choices.h"
#include "compiler/data/expect.h"

namespace meso {
namespace {

using Entry = YamlValue::Entry;
using Kind = YamlValue::Kind;

constexpr std::array<std::string_view, 3> kPapers = {"a4", "letter", "any"};

class ConfigReader {
 public:
  ConfigReader(const ConfigNames& names, Sink& sink) : names_(names), sink_(sink) {}

  Config read(const YamlValue& root) {
    for (const Entry& entry : root.entries) read_entry(entry);
    return std::move(config_);
  }

 private:
  struct KeyRow {
    std::string_view key;
    void (ConfigReader::*read)(const Entry&);
  };
  static const std::array<KeyRow, 9> kKeys;

  void read_entry(const Entry& entry) {
    for (const KeyRow& row : kKeys)
      if (equal_ignoring_case(row.key, entry.key)) return (this->*row.read)(entry);
    std::vector<std::string_view> keys;
    for (const KeyRow& row : kKeys) keys.push_back(row.key);
    report_unknown_key(entry, "a configuration", keys);
  }

  void report_unknown_key(const Entry& entry, std::string_view where,
                          const std::vector<std::string_view>& keys) {
    Diagnostic& d = sink_.report(kind::unknown_key, entry.key_span,
                                 std::string(where) + " has no key " + quoted(entry.key));
    suggest(d, nearest(entry.key, keys, 1), entry.key_span);
    const std::vector<std::string> listed(keys.begin(), keys.end());
    d.advise(keys.size() == 1 ? "its key is " + listed[0] : "the keys are " + join_and(listed));
  }

  void read_edition(const Entry& entry) {
    if (!has_shape(entry, Kind::scalar, "guidelines: 2026", sink_)) return;
    const std::string& text = entry.value.text;
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool known =
        error == std::errc() && end == text.data() + text.size() &&
        std::find(names_.editions.begin(), names_.editions.end(), year) != names_.editions.end();
    if (known) {
      config_.edition = {year, entry.key_span};
      return;
    }
    std::vector<std::string> years;
    for (const int one : names_.editions) years.push_back(std::to_string(one));
    sink_
        .report(kind::unknown_edition, entry.value.span,
                "there is no edition " + quoted(text) + " of the guidelines")
        .advise("there is " + join_and(years));
  }

  void read_severities(const Entry& entry) {
    meso::read_severities(entry, names_, config_.choices, sink_);
  }
  void read_thresholds(const Entry& entry) {
    meso::read_thresholds(entry, names_, config_.choices, sink_);
  }

  // One path or a list of them.
  std::vector<Setting<std::string>> read_texts(const Entry& entry, std::string_view example) {
    std::vector<Setting<std::string>> out;
    const auto add = [&](const YamlValue& value) {
      if (value.kind == Kind::scalar && !value.text.empty())
        out.push_back({value.text, value.span});
      else
        sink_
            .report(kind::wrong_shape, value.kind == Kind::null ? entry.key_span : value.span,
                    quoted(entry.key) + " has a path or a list of paths")
            .advise("write `" + std::string(example) + "`");
    };
    if (entry.value.kind == Kind::list)
      for (const YamlValue& item : entry.value.items) add(item);
    else
      add(entry.value);
    return out;
  }

  void read_extends(const Entry& entry) {
    config_.extends = read_texts(entry, "extends: ../meso.yaml");
  }
  void read_exclude(const Entry& entry) {
    config_.exclude = read_texts(entry, "exclude: [drafts/**]");
  }
  void read_catalogue(const Entry& entry) {
    config_.libraries = read_texts(entry, "catalogue: our-gym.meso");
  }

  void read_overrides(const Entry& entry) {
    constexpr std::string_view kExample = "overrides: [{paths: \"novices/**\", severities: ...}]";
    if (!has_shape(entry, Kind::list, kExample, sink_)) return;
    for (const YamlValue& item : entry.value.items) {
      if (item.kind == Kind::map)
        read_override(item);
      else
        sink_
            .report(kind::wrong_shape, item.kind == Kind::null ? entry.key_span : item.span,
                    "an override is a map with its `paths`")
            .advise("write `" + std::string(kExample) + "`");
    }
  }

  void read_override(const YamlValue& map) {
    PathChoices one;
    for (const Entry& entry : map.entries) {
      if (equal_ignoring_case(entry.key, "paths"))
        for (Setting<std::string>& path : read_texts(entry, "paths: [novices/**]"))
          one.paths.push_back(std::move(path.value));
      else if (equal_ignoring_case(entry.key, "severities"))
        meso::read_severities(entry, names_, one.choices, sink_);
      else if (equal_ignoring_case(entry.key, "thresholds"))
        meso::read_thresholds(entry, names_, one.choices, sink_);
      else
        report_unknown_key(entry, "an override", {"paths", "severities", "thresholds"});
    }
    if (map.find("paths") == nullptr)
      sink_.report(kind::wrong_shape, map.span, "an override without `paths` is for no file")
          .advise("say which files: `paths: [novices/**]`");
    config_.overrides.push_back(std::move(one));
  }

  void read_recovery(const Entry& entry) {
    if (!has_shape(entry, Kind::map, "recovery: {longer by: 25 %}", sink_)) return;
    for (const Entry& one : entry.value.entries) {
      if (!equal_ignoring_case(one.key, "longer by")) {
        report_unknown_key(one, "`recovery`", {"longer by"});
        continue;
      }
      const ThresholdName what{"longer by", "%", Decimal(), kMostLonger};
      if (const auto percent = read_number_of(one, what, sink_))
        config_.longer_by = {*percent, one.key_span};
    }
  }

  void read_sheets(const Entry& entry) {
    if (!has_shape(entry, Kind::map, "sheets: {paper: a4}", sink_)) return;
    for (const Entry& one : entry.value.entries) {
      if (equal_ignoring_case(one.key, "paper"))
        read_paper(one);
      else
        report_unknown_key(one, "`sheets`", {"paper"});
    }
  }
  void read_paper(const Entry& entry) {
    if (!has_shape(entry, Kind::scalar, "paper: a4", sink_)) return;
    for (const std::string_view paper : kPapers)
      if (equal_ignoring_case(paper, entry.value.text)) {
        config_.paper = {std::string(paper), entry.key_span};
        return;
      }
    sink_.report(kind::wrong_value, entry.value.span,
                 "paper is a4, letter or any, not " + quoted(entry.value.text));
  }

  const ConfigNames& names_;
  Sink& sink_;
  Config config_;
};

const std::array<ConfigReader::KeyRow, 9> ConfigReader::kKeys = {{
    {"extends", &ConfigReader::read_extends},
    {"guidelines", &ConfigReader::read_edition},
    {"severities", &ConfigReader::read_severities},
    {"thresholds", &ConfigReader::read_thresholds},
    {"overrides", &ConfigReader::read_overrides},
    {"exclude", &ConfigReader::read_exclude},
    {"catalogue", &ConfigReader::read_catalogue},
    {"recovery", &ConfigReader::read_recovery},
    {"sheets", &ConfigReader::read_sheets},
}};

}  // namespace

Config read_config(const SourceFile& file, FileId id, const ConfigNames& names, Sink& sink) {
  const auto root = read_yaml(file, id, sink);
  if (!root || root->kind == YamlValue::Kind::null) return {};  // an empty one asks for nothing
  if (!is_map(*root, id, "a configuration", "guidelines: 2026", sink)) return {};
  return ConfigReader(names, sink).read(*root);
}

}  // namespace meso
