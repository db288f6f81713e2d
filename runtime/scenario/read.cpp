#include <algorithm>

#include "base/text.h"
#include "runtime/scenario/scenario.h"

namespace meso {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// `#` at the start of a line, or behind a blank and outside quotes.
std::string_view without_comment(std::string_view line) {
  bool quoted_text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted_text = !quoted_text;
    if (line[i] == '#' && !quoted_text && (i == 0 || is_blank(line[i - 1])))
      return line.substr(0, i);
  }
  return line;
}

// Quotes as word processors write them are quotes.
std::string straight(std::string line) {
  for (const std::string_view quote : {"\u201C", "\u201D", "\u201E"})
    for (std::size_t at = 0; (at = line.find(quote)) != std::string::npos;)
      line.replace(at, quote.size(), "\"");
  return line;
}

std::vector<ScenarioLine> lines_of(std::string_view text) {
  std::vector<ScenarioLine> lines;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    ++number;
    std::string line(
        without_blanks_around(without_comment(straight(std::string(text.substr(0, end))))));
    if (!line.empty()) lines.push_back({number, std::move(line)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string first_word(const std::string& line) { return line.substr(0, line.find(' ')); }

// `plan "a.meso"` -> a.meso; nothing where no text in quotes stands behind the word.
std::optional<std::string> text_behind(const ScenarioLine& line) {
  const std::size_t open = line.text.find('"'), close = line.text.rfind('"');
  if (open == std::string::npos || close <= open) return std::nullopt;
  return line.text.substr(open + 1, close - open - 1);
}

bool is_step(const std::string& word) {
  const auto& steps = scenario_steps();
  return std::find(steps.begin(), steps.end(), word) != steps.end();
}

class Reader {
 public:
  explicit Reader(ScenarioFile& file) : file_(file) {}

  void read(const ScenarioLine& line, bool first) {
    const std::string word = first_word(line.text);
    if (first) {
      if (line.text != "meso test 1") problem(line, "the first line is `meso test 1`");
    } else if (word == "scenario") {
      file_.scenarios.push_back({text_behind(line).value_or(""), line.line, {}});
    } else if (file_.scenarios.empty()) {
      head(line, word);
    } else if (is_step(word)) {
      file_.scenarios.back().steps.push_back({line, {}});
    } else if (file_.scenarios.back().steps.empty()) {
      problem(line, "`" + word + "` is no step of a scenario");
    } else {
      file_.scenarios.back().steps.back().body.push_back(line);
    }
  }

 private:
  void problem(const ScenarioLine& line, std::string message) {
    file_.problems.push_back({line.line, std::move(message)});
  }
  void head(const ScenarioLine& line, const std::string& word) {
    const auto text = text_behind(line);
    if (word == "plan" && text)
      file_.plan = *text;
    else if (word == "athlete" && text)
      file_.athlete = *text;
    else
      problem(line, "above the scenarios stand `plan \"FILE\"` and `athlete \"FILE\"`");
  }
  ScenarioFile& file_;
};

}  // namespace

const std::vector<std::string_view>& scenario_steps() {
  static const std::vector<std::string_view> steps{"session",  "sessions", "check-in", "expect",
                                                   "loads",    "wait",     "athlete",  "drop",
                                                   "overrule", "clear"};
  return steps;
}

ScenarioFile read_scenarios(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  ScenarioFile file;
  Reader reader(file);
  bool first = true;
  for (const ScenarioLine& line : lines_of(text)) {
    reader.read(line, first);
    first = false;
  }
  if (file.plan.empty() && file.problems.empty())
    file.problems.push_back({1, "which plan? Write `plan \"FILE\"` below the first line"});
  return file;
}

}  // namespace meso
