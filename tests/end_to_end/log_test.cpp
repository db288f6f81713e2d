// `meso log` as people and scripts run it: on a terminal, by flags, with JSON.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/text.h"
#include "tests/support/golden.h"
#include "tests/support/pseudo_terminal.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

const std::string kPlan = std::string(MESO_ROOT) + "/examples/four-day-gated.meso";
const std::string kAllGood =
    "soreness quads 0, glutes 0, hamstrings 0, calves 0; energy 4; sleep 4; pain none; red flag "
    "none";

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

class Logged {
 public:
  std::vector<std::string> arguments(const std::string& date,
                                     const std::vector<std::string>& more) const {
    std::vector<std::string> all{"log", kPlan, "--log", path(), "--date", date};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  RunResult run(const std::string& date, const std::vector<std::string>& more,
                const std::string& input = "") const {
    RunOptions options;
    options.input = input;
    return run_meso(arguments(date, more), options);
  }
  // Written, and without a word on stderr.
  void write(const std::string& date, const std::vector<std::string>& more) const {
    const RunResult result = run(date, more);
    INFO(join(more, " ") << "\n" << result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
  }
  // Refused with these words, and nothing written.
  void refuse(const std::string& date, const std::vector<std::string>& more,
              const std::string& why) const {
    const std::string before = text();
    const RunResult result = run(date, more);
    INFO(join(more, " ") << "\n" << result.out << result.err);
    CHECK(result.exit_code == 2);
    CHECK(has(result.err, why));
    CHECK(text() == before);
  }
  std::string path() const { return scratch_("me.log"); }
  std::string text() const { return read_whole(path()); }

 private:
  ScratchFolder scratch_;
};

}  // namespace

TEST_CASE("on a terminal a check-in on which all is well takes at most eight keystrokes") {
  const Logged log;
  PseudoTerminal terminal(log.arguments("2026-11-23", {}));
  const std::vector<std::pair<std::string, std::string>> talk{{"calves: ", "0\n"},
                                                              {"energy", "\n"},
                                                              {"sleep", "\n"},
                                                              {"WHAT (stop list): ", "n\n"},
                                                              {"Enter writes it", "\n"}};
  for (const auto& [prompt, keys] : talk) {
    INFO(terminal.said());
    REQUIRE(terminal.waits_for(prompt));
    terminal.type(keys);
  }
  CHECK(terminal.keystrokes() <= 8);
  CHECK(terminal.waits_for("Train \"Lower A\" as written."));
  REQUIRE(terminal.waits_for("Log the session now? [y/N]: "));
  CHECK(has(log.text(), "pain none, red flag none"));
  terminal.type("\n");
  CHECK(terminal.ends() == 0);
  CHECK_FALSE(has(log.text(), "session"));
}

TEST_CASE("Ctrl-C at a question writes nothing and says so") {
  const Logged log;
  PseudoTerminal terminal(log.arguments("2026-11-23", {}));
  REQUIRE(terminal.waits_for("calves: "));
  terminal.type("0\n");
  REQUIRE(terminal.waits_for("energy"));
  terminal.type("\x03");
  CHECK(terminal.ends() == 130);
  CHECK(has(terminal.said(), "Nothing was written."));
  CHECK(log.text().empty());
}

TEST_CASE("the end of input at a question writes nothing and says so") {
  const Logged log;
  PseudoTerminal terminal(log.arguments("2026-11-23", {}));
  REQUIRE(terminal.waits_for("calves: "));
  terminal.type("\x04");
  CHECK(terminal.ends() == 2);
  CHECK(has(terminal.said(), "Nothing was written."));
  CHECK(log.text().empty());
}

TEST_CASE("without a terminal and without flags it says how") {
  const Logged log;
  log.refuse("2026-11-23", {}, "nobody can be asked here");
  log.refuse("2026-11-23", {"--session", "Lower A"}, "nobody can be asked here");
  log.refuse("2026-11-23", {"--yes"}, "--yes goes with --forget");
}

TEST_CASE("every kind of record can be written by flags") {
  const Logged log;
  log.write("2026-11-23", {"--check-in", kAllGood, "--note", "Slept \"badly\"."});
  log.write("2026-11-23", {"--probe", "back squat 3 80 kg @ RIR 4"});
  log.write("2026-11-23",
            {"--session", "--as-written", "--did",
             "back squat 3x8 100 kg @ RIR 2; romanian deadlift 2x8 80 kg", "--did",
             "lying leg curl 12, 12, 10 40 kg; standing calf raise 4x10 60 kg; note \"a; b\""});
  log.write("2026-11-24", {"--skip", "Upper A", "--why", "no time"});
  log.write("2026-11-25", {"--drop", "Upper A", "--by", "Ann", "--why", "travels"});
  log.write("2026-11-25", {"--off-plan", "kettlebell swing 5x10 24 kg"});
  log.write("2026-11-25", {"--unavailable-until", "2026-11-27", "--why", "holiday"});
  log.write("2026-11-28", {"--red-flag", "chest pain"});
  log.write("2026-11-29", {"--cleared-by", "Dr. Smith", "--why", "all well"});
  log.write("2026-11-30", {"--overrule", "Lower B", "--by", "Ann", "--why", "seen and well"});
  log.write("2026-11-30",
            {"--athlete-value", "training max of back squat 140 kg; bodyweight 82 kg"});
  log.write("2026-12-01", {"--rename", "Leg day", "--to", "Lower B"});
  log.write("2026-12-02", {"--continue-at", "week 3 of \"Accumulation\""});
  log.write("2026-12-03", {"--amend", "2026-11-24", "--skip", "Upper A", "--why", "ill"});
  log.write("2026-12-03", {"--remove", "2026-11-25 off-plan"});
  check_golden(log.text(), "log/by_flags.log");
}

TEST_CASE("a record that doesn't fit is refused in words, and nothing is written") {
  const Logged log;
  log.refuse("2026-11-23", {"--check-in", "energy 9"},
             "`energy 9`: energy goes from 1 to 5: not 9");
  log.refuse("2026-11-23", {"--check-in", "soreness quadz 2"}, "there is no muscle group");
  log.refuse("2026-11-23", {"--check-in", "energy 4; end; 2026-11-24 check-in"},
             "nothing was written");
  log.refuse("2026-11-23", {"--session", "Legs", "--did", "back squat 3x8 100 kg"},
             "isn't in the plan");
  log.refuse("2026-11-23", {"--session", "Lower A", "--as-written"},
             "back squat: what was on the bar?");
  log.refuse("2026-11-23", {"--skip", "Legs"}, "isn't in the plan");
  log.refuse("2026-11-23", {"--drop", "Lower A"}, "who answers for it? --by NAME");
  log.refuse("2026-11-23", {"--overrule", "Lower A", "--by", "Ann"}, "--why TEXT");
  log.refuse("2026-11-23", {"--skip", "Lower A", "--red-flag", "x"}, "are two records");
  log.refuse("2026-11-23", {"--skip", "Lower A", "--by", "Ann"}, "--by goes with");
  log.refuse("2026-11-23", {"--amend", "2026-11-20", "--skip", "Lower A"}, "there is no skip");
  log.refuse("2026-11-23", {"--rename", "Lower A"}, "--rename OLD goes with --to NEW");
  log.refuse("2026-11-23", {"--note", "x"}, "go with a record");
  log.refuse("2026-11-23", {"--off-plan", "kettlebell swings 5x10 24"}, "has no unit");
}

TEST_CASE("a session that was done lighter says so, and where it stands in the plan") {
  const Logged log;
  log.write("2026-11-23", {"--overrule", "Lower A", "--by", "Ann", "--why", "seen and well"});
  log.write("2026-11-23",
            {"--session", "Lower A", "--did", "back squat 2x6 90 kg", "--broken-off"});
  CHECK(has(log.text(),
            "2026-11-23 session \"Lower A\" of \"Accumulation\" week 1 lightened broken off\n"));
}

TEST_CASE("a full dose on a lightened day is for the coach to read, however it is logged") {
  const std::string sore =
      "soreness quads 3, glutes 0, hamstrings 0, calves 0; soreness impairs no; energy 4; sleep 4; "
      "pain none; red flag none";
  const std::string note = "note \"lightened day: back squat 2x6-8 prescribed, 3x6 100 kg done\"\n";
  const Logged by_flags, by_json, copy;
  by_flags.write("2026-11-23", {"--check-in", sore});
  by_flags.write("2026-11-23", {"--session", "--did", "back squat 3x6 100 kg"});
  CHECK(has(by_flags.text(), "week 1 lightened\n  back squat 3x6 100 kg\n  " + note));

  by_json.write("2026-11-23", {"--check-in", sore});
  const RunResult written = by_json.run("2026-11-23", {"--json"},
                                        R"({"record": "session", "session": "Lower A", "exercises":
                                            [{"name": "back squat", "sets": "3x6 100 kg"}]})");
  INFO(written.err);
  CHECK(by_json.text() == by_flags.text());

  // What is exported has the note already, and gets no second one.
  const RunResult exported = by_flags.run("2026-11-23", {"--export"});
  CHECK(copy.run("2026-11-23", {"--json"}, exported.out).exit_code == 0);
  CHECK(copy.text() == by_flags.text());

  by_flags.write("2026-11-24", {"--amend", "2026-11-23", "--session", "Lower A", "--did",
                                "back squat 4x6 100 kg"});
  CHECK(has(by_flags.text(), "2x6-8 prescribed, 4x6 100 kg done"));
}

TEST_CASE("records come as JSON, all of them or none") {
  const Logged log;
  const std::string check_in =
      R"({"record": "check-in", "soreness": {"quads": 0, "glutes": 0, "hamstrings": 0, "calves": 0},
          "energy": 4, "sleep": 4, "pain": [], "red_flags": []})";
  const RunResult written = log.run("2026-11-23", {"--json"}, check_in);
  INFO(written.err);
  CHECK(written.exit_code == 0);
  const auto said = nlohmann::json::parse(written.out);
  CHECK(said["verdict"] == "train");
  CHECK(said["session"] == "Lower A");
  CHECK(said["exercises"].size() == 4);

  const std::string before = log.text();
  const RunResult refused = log.run("2026-11-23", {"--json"},
                                    R"([{"record": "session", "session": "Lower A", "exercises": [
                   {"name": "back squat", "sets": "3x8 100 kg"}]},
                  {"record": "skip", "session": "Legs"}])");
  CHECK(refused.exit_code == 2);
  CHECK(has(refused.err, "record 2: "));
  CHECK(log.text() == before);

  const RunResult session = log.run("2026-11-23", {"--json"},
                                    R"([{"record": "session", "session": "Lower A", "exercises": [
                   {"name": "back squat", "sets": [{"reps": 8, "load": {"amount": 102.5, "unit": "kg"},
                    "rir": 2}]}, {"name": "lying leg curl", "skipped": true}]}])");
  INFO(session.err);
  CHECK(session.exit_code == 0);
  CHECK(has(log.text(),
            "session \"Lower A\" of \"Accumulation\" week 1\n  back squat 1x8 102.5 kg "
            "@ RIR 2\n  lying leg curl skipped\n"));
}

TEST_CASE("what was exported is a log again") {
  const Logged log, copy;
  log.write("2026-11-23", {"--check-in", kAllGood});
  log.write("2026-11-23", {"--session", "Lower A", "--did", "back squat 3x8 100 kg @ RIR 2"});
  const RunResult exported = log.run("2026-11-23", {"--export"});
  CHECK(exported.exit_code == 0);
  CHECK(nlohmann::json::parse(exported.out)["records"].size() == 2);
  const RunResult imported = copy.run("2026-11-23", {"--json"}, exported.out);
  INFO(imported.err);
  CHECK(imported.exit_code == 0);
  CHECK(copy.text() == log.text());
}

TEST_CASE("only its owner can read a log that was begun") {
  const Logged log;
  log.write("2026-11-23", {"--check-in", kAllGood});
  struct stat about {};
  REQUIRE(::stat(log.path().c_str(), &about) == 0);
  CHECK((about.st_mode & 0777) == 0600);
  CHECK(log.text().starts_with("meso log 1\nplan \"Four days, recovery decides\"\n"));
}

TEST_CASE("a log is forgotten when that is said twice") {
  const Logged log;
  log.refuse("2026-11-23", {"--forget", "--yes"}, "there is no such log");
  log.write("2026-11-23", {"--check-in", kAllGood});
  log.refuse("2026-11-23", {"--forget"}, "say --yes where nobody can be asked");
  {
    PseudoTerminal terminal(log.arguments("2026-11-23", {"--forget"}));
    REQUIRE(terminal.waits_for("Type yes: "));
    terminal.type("y\n");
    CHECK(terminal.ends() == 2);
    CHECK_FALSE(log.text().empty());
  }
  PseudoTerminal terminal(log.arguments("2026-11-23", {"--forget"}));
  REQUIRE(terminal.waits_for("1 record, of 2026-11-23"));
  terminal.type("yes\n");
  CHECK(terminal.ends() == 0);
  CHECK(has(terminal.said(), "Deleted: "));
  CHECK(log.text().empty());
}

}  // namespace meso::test
