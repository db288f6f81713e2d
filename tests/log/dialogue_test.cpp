// Conversations with `meso log`. NAME.dialogue is a script of lines:
//
//   plan examples/four-day-gated.meso
//   log                  the log's text follows, up to a line with a dot
//   date 2026-11-23
//   from sheet           of the next sitting only
//   session Lower A      of the next sitting only
//   keys                 a line for each line typed, up to a line with a dot: one sitting.
//                        ^C interrupts
//
// NAME.expected holds all that was said, what was typed behind its prompt, and the log that came
// of it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "base/date.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk.h"
#include "tests/log/script.h"
#include "tests/support/golden.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

class Conversation {
 public:
  explicit Conversation(const std::string& script) : in_(script) {}

  std::string run() {
    for (std::string line; std::getline(in_, line);) follow(line);
    return without_folder(out_ + "--- log\n" + read_whole(scratch_("me.log")));
  }

 private:
  void follow(const std::string& line) {
    const std::size_t blank = line.find(' ');
    const std::string word = line.substr(0, blank);
    const std::string rest = blank == line.npos ? "" : line.substr(blank + 1);
    if (word == "plan") options_.run.plan = std::string(MESO_ROOT) + "/" + rest;
    if (word == "date") options_.run.day = parse_date(rest)->day_number;
    if (word == "from") options_.from_sheet = true;
    if (word == "session") options_.flags.session = rest;
    if (word == "log") write_log();
    if (word == "keys") sit();
  }

  std::vector<std::string> lines() {
    std::vector<std::string> out;
    for (std::string line; std::getline(in_, line) && line != ".";) out.push_back(line);
    return out;
  }

  void write_log() {
    Disk disk;
    std::string text;
    for (const std::string& line : lines()) text += line + "\n";
    REQUIRE_FALSE(disk.write(scratch_("me.log"), text));
  }

  void sit() {
    options_.run.log = scratch_("me.log");
    const Disk disk;
    ScriptedPrompter prompter(lines());
    const int code = run_log(options_, disk, prompter);
    out_ += "--- " + text(Date{*options_.run.day}) + "\n" + prompter.said() + "--- exit code " +
            std::to_string(code) + "\n";
    CHECK(prompter.is_used_up());
    options_.from_sheet = false;
    options_.flags.session.reset();
  }

  // Wherever the tests run, the goldens are the same.
  std::string without_folder(std::string text) const {
    for (const std::string& folder : {scratch_.root() + "/", std::string(MESO_ROOT) + "/"})
      for (std::size_t at = text.find(folder); at != text.npos; at = text.find(folder))
        text.erase(at, folder.size());
    return text;
  }

  std::istringstream in_;
  LogOptions options_;
  ScratchFolder scratch_;
  std::string out_;
};

std::vector<std::string> dialogues() {
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(fs::path(MESO_ROOT) / "tests/log"))
    if (file.path().extension() == ".dialogue") names.push_back(file.path().stem().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace

TEST_CASE("a conversation with meso log goes as its golden says") {
  const std::vector<std::string> names = dialogues();
  CHECK(names.size() >= 8);
  for (const std::string& name : names) {
    INFO(name);
    const std::string script =
        read_whole(std::string(MESO_ROOT) + "/tests/log/" + name + ".dialogue");
    check_golden(Conversation(script).run(), "log/" + name + ".expected");
  }
}

TEST_CASE("a check-in on which all is well takes at most eight keystrokes") {
  const ScratchFolder scratch;
  const Disk disk;
  LogOptions options;
  options.run.plan = std::string(MESO_ROOT) + "/examples/four-day-gated.meso";
  options.run.log = scratch("me.log");
  options.run.day = parse_date("2026-11-23")->day_number;
  ScriptedPrompter prompter({"0", "", "", "n", "", ""});
  CHECK(run_log(options, disk, prompter) == kClean);
  const std::string said = prompter.said();
  INFO(said);
  // The last line answers whether the session is to be logged at once: that isn't the check-in.
  CHECK(said.substr(0, said.find("Log the session now?")).find("Written") != said.npos);
  CHECK(prompter.keystrokes() - 1 <= 8);
  CHECK(read_whole(scratch("me.log")).find("pain none, red flag none") != std::string::npos);
}

}  // namespace meso::test
