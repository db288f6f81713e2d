#include "compiler/data/athlete.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/diag/render_text.h"

namespace meso {
namespace {

// A catalogue of four lifts, one with an alias.
ExerciseNames few_names() {
  ExerciseNames names;
  names.canonical = [](std::string_view name) -> std::optional<std::string> {
    for (const char* known : {"back squat", "bench press", "deadlift", "overhead press"})
      if (equal_ignoring_case(known, name)) return known;
    if (equal_ignoring_case(name, "squat")) return "back squat";
    return std::nullopt;
  };
  names.suggest = [](std::string_view name) {
    static constexpr std::string_view kKnown[] = {"back squat", "bench press", "deadlift",
                                                  "overhead press"};
    return nearest(name, kKnown);
  };
  return names;
}

struct Reading {
  std::optional<Athlete> athlete;
  std::string shown;                  // as a coach sees the problems
  std::vector<std::string> problems;  // "line:column code message"
  std::vector<std::string> fixes;     // what is replaced -> by what
};

Reading read(const std::string& text) {
  SourceSet sources;
  const FileId id = sources.add("sam.yaml", text);
  Sink sink;
  Reading reading;
  reading.athlete = read_athlete(sources[id], id, few_names(), sink);
  sink.sort();
  reading.shown = render_text(sink.all(), sources, {});
  for (const Diagnostic& d : sink.all()) {
    const LineColumn place = sources.place(d.primary.span);
    reading.problems.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) +
                               " " + std::string(d.kind.code) + " " + d.message);
    for (const Fix& fix : d.fixes)
      reading.fixes.push_back(std::string(sources.text(fix.span)) + " -> " + fix.replacement +
                              (fix.safe ? " (safe)" : ""));
  }
  return reading;
}

std::vector<std::string> maxes(const Athlete& athlete) {
  std::vector<std::string> out;
  for (const Athlete::Max& max : athlete.maxes)
    out.push_back(text(max.kind) + " " + max.exercise + " " + text(max.load));
  return out;
}

std::vector<std::string> plates(const Athlete& athlete) {
  std::vector<std::string> out;
  for (const Load plate : athlete.plates) out.push_back(text(plate));
  return out;
}

TEST_CASE("an athlete file in full") {
  const Reading reading = read(R"(# from the coach's records
name: Sam Example
units: kg
level: intermediate
bodyweight: 82 kg
1RM: {back squat: 160 kg, bench press: 110 kg}
training max: {deadlift: 180 kg}
5RM:
  overhead press: 55 kg
increments: {barbell: 2.5 kg, dumbbell: 2 kg, trap bar: 5 lb}
bar: 20 kg
plates: [25 kg, 1.25 kg, 45 lb, 20 kg]
)");
  CHECK(reading.shown.empty());
  REQUIRE(reading.athlete.has_value());
  const Athlete& sam = *reading.athlete;
  CHECK(sam.name == "Sam Example");
  CHECK(sam.units == MassUnit::kg);
  CHECK(sam.level == Level::intermediate);
  CHECK(text(sam.bodyweight.value()) == "82 kg");
  CHECK(text(sam.bar.value()) == "20 kg");
  CHECK(maxes(sam) == std::vector<std::string>{"1RM back squat 160 kg", "1RM bench press 110 kg",
                                               "training max deadlift 180 kg",
                                               "5RM overhead press 55 kg"});
  REQUIRE(sam.increments.size() == 3);
  CHECK(sam.increments[2].equipment == Equipment::trap_bar);
  CHECK(text(sam.increments[2].step) == "5 lb");
  CHECK(plates(sam) == std::vector<std::string>{"25 kg", "45 lb", "20 kg", "1.25 kg"});
}

TEST_CASE("case and spelling are forgiven where the meaning is plain") {
  const Reading reading = read(
      "NAME: 'Sam'\nUnits: LBS\nlevel: Novice\n1rm: {Squat: 225lb}\n"
      "3 RM: {\"Bench Press\": 185 pounds}\n"
      "Training Max: {DEADLIFT: 140.5 KG}\nincrements: {Dumbbells: 5 lb, trap-bar: 10 lb}\n");
  CHECK(reading.shown.empty());
  REQUIRE(reading.athlete.has_value());
  CHECK(reading.athlete->units == MassUnit::lb);
  CHECK(reading.athlete->level == Level::novice);
  CHECK(maxes(*reading.athlete) == std::vector<std::string>{"1RM back squat 225 lb",
                                                            "3RM bench press 185 lb",
                                                            "training max deadlift 140.5 kg"});
}

TEST_CASE("every problem has its line and its words") {
  struct Row {
    std::string text;
    std::vector<std::string> problems;
    std::vector<std::string> fixes;
  };
  const Row rows[] = {
      {"", {"1:1 M505 an athlete file holds `key: value` lines, and here is nothing"}, {}},
      {"- a\n", {"1:1 M505 an athlete file holds `key: value` lines, and here is a list"}, {}},
      {"nmae: Sam\n", {"1:1 M504 an athlete file has no key \"nmae\""}, {"nmae -> name"}},
      {"training_max: {}\n",
       {"1:1 M504 an athlete file has no key \"training_max\""},
       {"training_max -> training max"}},
      {"colour: red\n", {"1:1 M504 an athlete file has no key \"colour\""}, {}},
      {"name: A\nName: B\n", {"2:1 M503 \"name\" stands here a second time"}, {}},
      {"name: A\nname: B\n", {"2:1 M503 \"name\" stands here a second time"}, {}},
      {"name:\n", {"1:1 M505 \"name\" has nothing where text is wanted"}, {}},
      {"name: [a]\n", {"1:7 M505 \"name\" has a list where text is wanted"}, {}},
      {"units: stone\n", {"1:8 M506 units are kg or lb, not \"stone\""}, {}},
      {"units: reps\n", {"1:8 M506 units are kg or lb, not \"reps\""}, {}},
      {"level: elite\n",
       {"1:8 M506 a level is novice, intermediate or advanced, not \"elite\""},
       {}},
      {"bodyweight: 82\n", {"1:13 M506 a load needs its unit: `82 kg`"}, {"82 -> 82 kg"}},
      {"bar: 45\nunits: lb\n", {"1:6 M506 a load needs its unit: `45 lb`"}, {"45 -> 45 lb"}},
      {"bar: '45'\n", {"1:6 M506 a load needs its unit: `45 kg`"}, {"'45' -> 45 kg"}},
      {"bar: 20,5 kg\n",
       {"1:6 M006 a decimal comma: decimals are written with a point"},
       {"20,5 kg -> 20.5 kg (safe)"}},
      {"bar: 20,5\n",
       {"1:6 M006 a decimal comma: decimals are written with a point"},
       {"20,5 -> 20.5 kg"}},
      {"bar: heavy\n", {"1:6 M506 \"heavy\" isn't a load"}, {}},
      {"bar: 1..5 kg\n", {"1:6 M506 \"1..5 kg\" isn't a load"}, {}},
      {"bar: 1,000,5 kg\n", {"1:6 M506 \"1,000,5 kg\" isn't a load"}, {}},
      {"bar: 5 reps\n", {"1:6 M506 a load is in kg or lb, not in \"reps\""}, {}},
      {"bar: 5 stone\n", {"1:6 M212 a load is in kg or lb, not in \"stone\""}, {}},
      {"bar: 0 kg\n", {"1:6 M506 a load is above 0, and this is 0 kg"}, {}},
      {"bar: -5 kg\n", {"1:6 M506 a load is above 0, and this is -5 kg"}, {}},
      {"bar: 1000.5 kg\n", {"1:6 M506 1000.5 kg is more than anyone lifts"}, {}},
      {"bar: 2205 lb\n", {"1:6 M506 2205 lb is more than anyone lifts"}, {}},
      {"bar: 9999999999 kg\n", {"1:6 M506 \"9999999999 kg\" isn't a load"}, {}},
      {"bar:\nplates: []\n", {"1:1 M506 nothing where a load is wanted"}, {}},
      {"bar: {a: b}\n", {"1:6 M505 a map where a load is wanted"}, {}},
      {"plates: 20 kg\n", {"1:9 M505 \"plates\" has text where a list is wanted"}, {}},
      {"plates: [20 kg, 10, [5 kg]]\n",
       {"1:17 M506 a load needs its unit: `10 kg`", "1:21 M505 a list where a load is wanted"},
       {"10 -> 10 kg"}},
      {"plates: [5 kg, 2,5 kg]\n",
       {"1:16 M006 a decimal comma: decimals are written with a point"},
       {"2,5 kg -> 2.5 kg"}},
      {"1RM: 160 kg\n", {"1:6 M505 \"1RM\" has text where a map is wanted"}, {}},
      {"1RM: [160 kg]\n", {"1:6 M505 \"1RM\" has a list where a map is wanted"}, {}},
      {"1RM: {bakc squat: 160 kg}\n",
       {"1:7 M201 the catalogue has no exercise \"bakc squat\""},
       {"bakc squat -> back squat"}},
      {"1RM: {back squat: 160 kg, squat: 170 kg}\n",
       {"1:27 M503 \"1RM of back squat\" stands here a second time"},
       {}},
      {"1RM: {back squat: 160 kg}\n1rm: {bench press: 100 kg}\n",
       {"2:1 M503 \"1RM\" stands here a second time"},
       {}},
      {"1RM: {back squat: 102,5 kg, deadlift: 200 kg}\n",
       {"1:19 M006 a decimal comma: decimals are written with a point"},
       {"102,5 kg -> 102.5 kg"}},
      {"1RM: {back squat}\n", {"1:7 M506 nothing where a load is wanted"}, {}},
      {"20RM: {back squat: 100 kg}\n", {"1:1 M506 rep maxes go from 1RM to 15RM"}, {}},
      {"0RM: {back squat: 100 kg}\n", {"1:1 M506 rep maxes go from 1RM to 15RM"}, {}},
      {"99999999999RM: {}\n", {"1:1 M506 rep maxes go from 1RM to 15RM"}, {}},
      {"e1RM: {back squat: 100 kg}\n",
       {"1:1 M504 an athlete file has no key \"e1RM\""},
       {"e1RM -> 1RM"}},
      {"increments: {barbel: 2.5 kg}\n",
       {"1:14 M504 \"barbel\" isn't a kind of equipment"},
       {"barbel -> barbell"}},
      {"increments: {barbell: 2.5 kg, Barbells: 5 kg}\n",
       {"1:31 M503 \"increments of barbell\" stands here a second time"},
       {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read(row.text);
    CHECK_FALSE(reading.athlete.has_value());
    CHECK(reading.problems == row.problems);
    CHECK(reading.fixes == row.fixes);
  }
}

TEST_CASE("all problems of a file are told in one run") {
  const Reading reading = read("level: pro\nbar: 20\n1RM: {back sqat: 160 kg, squat: 170}\n");
  CHECK(reading.shown ==
        R"(error[wrong-value M506]: a level is novice, intermediate or advanced, not "pro"
 --> sam.yaml:1:8
  |
1 | level: pro
  |        ^^^

error[wrong-value M506]: a load needs its unit: `20 kg`
 --> sam.yaml:2:6
  |
2 | bar: 20
  |      ^^

error[unknown-exercise M201]: the catalogue has no exercise "back sqat"
 --> sam.yaml:3:7
  |
3 | 1RM: {back sqat: 160 kg, squat: 170}
  |       ^^^^^^^^^
  |
  = help: did you mean "back squat"?

error[wrong-value M506]: a load needs its unit: `170 kg`
 --> sam.yaml:3:33
  |
3 | 1RM: {back sqat: 160 kg, squat: 170}
  |                                 ^^^
)");
}

TEST_CASE("a file that isn't YAML gives one message") {
  CHECK(read("name: \"Sam\nbar: 20\n").problems.size() == 1);
  CHECK(read("1RM: {back squat: 160 kg\nbar: 20\n").problems.size() == 1);
}

TEST_CASE("references, equipment and levels as text") {
  using Of = ReferenceKind::Of;
  CHECK(text(ReferenceKind{Of::n_rm, 5}) == "5RM");
  CHECK(text(ReferenceKind{Of::training_max, 1}) == "training max");
  CHECK(text(ReferenceKind{Of::e1rm, 1}) == "e1RM");
  CHECK(text(ReferenceKind{Of::bodyweight, 1}) == "bodyweight");
  for (int i = 0; i <= static_cast<int>(Equipment::other); ++i) {
    const auto equipment = static_cast<Equipment>(i);
    CAPTURE(text(equipment));
    CHECK_FALSE(text(equipment).empty());
    CHECK(equipment_from(text(equipment)) == equipment);
  }
  for (const Level level : {Level::novice, Level::intermediate, Level::advanced})
    CHECK(level_from(text(level)) == level);
  CHECK_FALSE(equipment_from("rope").has_value());
  CHECK_FALSE(level_from("elite").has_value());
}

TEST_CASE("mutated athlete files give an athlete or a problem") {
  const std::string seed =
      "name: Sam\nunits: kg\n1RM: {back squat: 160 kg, bench press: 110 kg}\n"
      "increments: {barbell: 2.5 kg}\nplates: [25 kg, 20 kg]\n";
  const std::string alphabet = "\n :,{}[]'\"-0123456789kglbRM#.&*!|\xC3";
  std::mt19937 random(7);
  for (int i = 0; i < 4000; ++i) {
    std::string text = seed;
    for (std::size_t n = 1 + random() % 4; n > 0; --n)
      text[random() % text.size()] = alphabet[random() % alphabet.size()];
    CAPTURE(text);
    const Reading reading = read(text);
    REQUIRE(reading.athlete.has_value() == reading.problems.empty());
  }
}

}  // namespace
}  // namespace meso
