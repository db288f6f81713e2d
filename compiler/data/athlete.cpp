#include "compiler/data/athlete.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/text.h"
#include "compiler/data/expect.h"
#include "compiler/data/load.h"

namespace meso {
namespace {

using Entry = YamlValue::Entry;

constexpr int kMostReps = 15;                // above it a rep max says little of strength
constexpr std::size_t kMostSuggested = 100;  // unknown exercises that get a "did you mean"

// The number before `RM`: 5 of `5RM`, `5 rm`; nothing for other keys.
std::optional<int> rep_max_of(std::string_view key) {
  if (key.size() < 3 || !equal_ignoring_case(key.substr(key.size() - 2), "rm")) return std::nullopt;
  std::string_view digits = key.substr(0, key.size() - 2);
  while (digits.ends_with(' ')) digits.remove_suffix(1);
  int reps = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), reps);
  if (end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return error == std::errc() ? reps : kMostReps + 1;
}

class AthleteReader {
 public:
  AthleteReader(const ExerciseNames& names, Sink& sink) : names_(names), sink_(sink) {}

  Athlete read(const YamlValue& root) {
    find_usual_unit(root);
    for (const Entry& entry : root.entries) read_entry(entry);
    return std::move(athlete_);
  }

 private:
  struct KeyRow {
    std::string_view key;
    void (AthleteReader::*read)(const Entry&);
  };
  static const std::array<KeyRow, 8> kKeys;

  // The units come first wherever they stand: fixes propose them.
  void find_usual_unit(const YamlValue& root) {
    for (const Entry& entry : root.entries)
      if (equal_ignoring_case(entry.key, "units") && unit_from(entry.value.text) == Unit::lb)
        usual_ = MassUnit::lb;
  }

  void read_entry(const Entry& entry) {
    if (const std::optional<int> reps = rep_max_of(entry.key)) return read_rep_max(entry, *reps);
    for (const KeyRow& row : kKeys)
      if (equal_ignoring_case(row.key, entry.key)) {
        if (is_first(std::string(row.key), entry.key_span)) (this->*row.read)(entry);
        return;
      }
    report_unknown_key(entry);
  }

  void report_unknown_key(const Entry& entry) {
    std::vector<std::string_view> keys = {"1RM"};
    for (const KeyRow& row : kKeys) keys.push_back(row.key);
    Diagnostic& d = sink_.report(kind::unknown_key, entry.key_span,
                                 "an athlete file has no key " + quoted(entry.key));
    suggest(d, nearest(entry.key, keys, 1), entry.key_span);
    d.advise(
        "the keys are name, units, level, bodyweight, 1RM to 15RM, training max, increments, bar "
        "and plates");
  }

  // Whether this is the first of its name; `what` is a key, or a key with its exercise.
  bool is_first(const std::string& what, Span span) {
    const auto [place, added] = seen_.emplace(what, span);
    if (added) return true;
    sink_.report(kind::duplicate_key, span, quoted(what) + " stands here a second time")
        .also(place->second, "first here")
        .advise("keep one of the two");
    return false;
  }

  bool has_shape(const Entry& entry, YamlValue::Kind wanted, std::string_view example) {
    return meso::has_shape(entry, wanted, example, sink_);
  }

  void read_name(const Entry& entry) {
    if (has_shape(entry, YamlValue::Kind::scalar, "name: Sam Example"))
      athlete_.name = entry.value.text;
  }

  void read_units(const Entry& entry) {
    if (!has_shape(entry, YamlValue::Kind::scalar, "units: kg")) return;
    const std::optional<Unit> unit = unit_from(entry.value.text);
    if (unit && is_mass(*unit))
      athlete_.units = *unit == Unit::kg ? MassUnit::kg : MassUnit::lb;
    else
      report_word(entry, "units are kg or lb");
  }

  void read_level(const Entry& entry) {
    if (!has_shape(entry, YamlValue::Kind::scalar, "level: intermediate")) return;
    athlete_.level = level_from(entry.value.text);
    if (!athlete_.level) report_word(entry, "a level is novice, intermediate or advanced");
  }

  void report_word(const Entry& entry, std::string message) {
    sink_.report(kind::wrong_value, entry.value.span,
                 std::move(message) + ", not " + quoted(entry.value.text));
  }

  void read_bodyweight(const Entry& entry) {
    athlete_.bodyweight = read_load(entry.value, usual_, sink_);
  }

  void read_bar(const Entry& entry) { athlete_.bar = read_load(entry.value, usual_, sink_); }

  void read_plates(const Entry& entry) {
    if (!has_shape(entry, YamlValue::Kind::list, "plates: [20 kg, 10 kg, 5 kg]")) return;
    const std::vector<YamlValue>& items = entry.value.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i + 1 < items.size() &&
          report_split_decimal(items[i], items[i + 1].span, items[i + 1].text, sink_)) {
        ++i;
      } else if (const auto load = read_load(items[i], usual_, sink_)) {
        athlete_.plates.push_back(*load);
      }
    }
    std::stable_sort(athlete_.plates.begin(), athlete_.plates.end(), [](Load a, Load b) {
      return to_unit(a, MassUnit::kg).amount > to_unit(b, MassUnit::kg).amount;
    });
  }

  void read_rep_max(const Entry& entry, int reps) {
    if (reps < 1 || reps > kMostReps) {
      sink_.report(kind::wrong_value, entry.key_span, "rep maxes go from 1RM to 15RM")
          .advise("a set of more reps says little of strength: test with fewer");
      return;
    }
    const ReferenceKind reference{ReferenceKind::Of::n_rm, reps};
    if (is_first(text(reference), entry.key_span)) read_maxes(entry, reference);
  }

  void read_training_max(const Entry& entry) {
    read_maxes(entry, {ReferenceKind::Of::training_max, 1});
  }

  void read_maxes(const Entry& entry, ReferenceKind reference) {
    read_loads(entry, text(reference) + ": {back squat: 140 kg}",
               [this, reference](const Entry& lift) { read_max(lift, reference); });
  }

  void read_max(const Entry& lift, ReferenceKind reference) {
    const std::optional<std::string> name = names_.canonical(lift.key);
    if (!name) return report_unknown_exercise(lift);
    if (!is_first(text(reference) + " of " + *name, lift.key_span)) return;
    if (const auto load = read_load(lift.value, usual_, sink_))
      athlete_.maxes.push_back({reference, *name, *load});
  }

  void report_unknown_exercise(const Entry& lift) {
    Diagnostic& d = sink_.report(kind::unknown_exercise, lift.key_span,
                                 "the catalogue has no exercise " + quoted(lift.key));
    if (suggested_++ < kMostSuggested) suggest(d, names_.suggest(lift.key), lift.key_span);
  }

  void read_increments(const Entry& entry) {
    read_loads(entry, "increments: {barbell: 2.5 kg}",
               [this](const Entry& step) { read_increment(step); });
  }

  void read_increment(const Entry& step) {
    const std::optional<Equipment> equipment = equipment_from(step.key);
    if (!equipment) return report_unknown_equipment(step);
    if (!is_first("increments of " + std::string(text(*equipment)), step.key_span)) return;
    if (const auto load = read_load(step.value, usual_, sink_))
      athlete_.increments.push_back({*equipment, *load});
  }

  void report_unknown_equipment(const Entry& step) {
    std::vector<std::string_view> words;
    std::vector<std::string> listed;
    for (int i = 0; i <= static_cast<int>(Equipment::other); ++i) {
      words.push_back(text(static_cast<Equipment>(i)));
      listed.emplace_back(words.back());
    }
    Diagnostic& d = sink_.report(kind::unknown_key, step.key_span,
                                 quoted(step.key) + " isn't a kind of equipment");
    suggest(d, nearest(step.key, words, 1), step.key_span);
    d.advise("the kinds are " + join_and(listed));
  }

  // Each entry of a map from names to loads. A load that YAML split at its decimal comma left an
  // entry behind that has no value (`5 kg`), and gets one message for both.
  template <class Read>
  void read_loads(const Entry& entry, const std::string& example, Read read) {
    if (!has_shape(entry, YamlValue::Kind::map, example)) return;
    const std::vector<Entry>& all = entry.value.entries;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Entry* next = i + 1 < all.size() ? &all[i + 1] : nullptr;
      if (next != nullptr && next->value.kind == YamlValue::Kind::null &&
          report_split_decimal(all[i].value, next->key_span, next->key, sink_)) {
        ++i;
      } else {
        read(all[i]);
      }
    }
  }

  const ExerciseNames& names_;
  Sink& sink_;
  Athlete athlete_;
  MassUnit usual_ = MassUnit::kg;
  std::map<std::string, Span> seen_;
  std::size_t suggested_ = 0;
};

const std::array<AthleteReader::KeyRow, 8> AthleteReader::kKeys = {{
    {"name", &AthleteReader::read_name},
    {"units", &AthleteReader::read_units},
    {"level", &AthleteReader::read_level},
    {"bodyweight", &AthleteReader::read_bodyweight},
    {"training max", &AthleteReader::read_training_max},
    {"increments", &AthleteReader::read_increments},
    {"bar", &AthleteReader::read_bar},
    {"plates", &AthleteReader::read_plates},
}};

}  // namespace

std::optional<Athlete> read_athlete(const SourceFile& file, FileId id, const ExerciseNames& names,
                                    Sink& sink) {
  const std::size_t known = sink.all().size();
  const auto root = read_yaml(file, id, sink);
  if (!root || !is_map(*root, id, "an athlete file", "name: Sam Example", sink))
    return std::nullopt;
  Athlete athlete = AthleteReader(names, sink).read(*root);
  const bool clean = sink.all().size() == known;  // all kinds of problem here are errors
  return clean ? std::optional(std::move(athlete)) : std::nullopt;
}

}  // namespace meso
