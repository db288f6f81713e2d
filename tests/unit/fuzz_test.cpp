// Broken versions of real plans through the whole pipeline, always the same ones: nothing crashes,
// everything ends, and whatever is said can be shown and lies in the text.
#include <catch2/catch.hpp>
#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

namespace meso {
namespace {

std::vector<std::string> example_plans() {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(MESO_ROOT) + "/examples"))
    if (entry.path().extension() == ".meso") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const std::string& path : paths) out.push_back(test::read_whole(path));
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back().push_back(c);
  }
  return lines;
}
std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

class Breaker {
 public:
  explicit Breaker(std::uint32_t seed) : random_(seed) {}

  std::string break_once(std::string text) {
    switch (below(8)) {
      case 0: return flip(std::move(text));
      case 1: return cut(std::move(text));
      case 2: return text.substr(0, below(text.size() + 1));
      case 3: return duplicate_line(text);
      case 4: return move_line(text);
      case 5: return remove_line(text);
      case 6: return swap_words(text);
      default: return put_token(std::move(text));
    }
  }
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

 private:
  std::string flip(std::string text) {
    if (!text.empty()) text[below(text.size())] = static_cast<char>(32 + below(95));
    return text;
  }
  std::string cut(std::string text) {
    if (!text.empty()) text.erase(below(text.size()), 1 + below(12));
    return text;
  }
  std::string duplicate_line(const std::string& text) {
    auto lines = lines_of(text);
    const std::string line = lines[below(lines.size())];
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size())), line);
    return joined(lines);
  }
  std::string move_line(const std::string& text) {
    auto lines = lines_of(text);
    std::swap(lines[below(lines.size())], lines[below(lines.size())]);
    return joined(lines);
  }
  std::string remove_line(const std::string& text) {
    auto lines = lines_of(text);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size())));
    return joined(lines);
  }
  // Two words of one line change places.
  std::string swap_words(const std::string& text) {
    auto lines = lines_of(text);
    std::string& line = lines[below(lines.size())];
    const std::size_t a = line.find(' ', below(line.size())),
                      b = line.rfind(' ', below(line.size()));
    if (a != line.npos && b != line.npos && a < b)
      line = line.substr(0, a) + line.substr(b) + line.substr(a, b - a);
    return joined(lines);
  }
  std::string put_token(std::string text) {
    static const std::vector<std::string> kTokens = {"\"",
                                                     "(",
                                                     ")",
                                                     ",",
                                                     "@",
                                                     "#",
                                                     "%",
                                                     "x",
                                                     "0",
                                                     "-1",
                                                     "99999999999999999999",
                                                     "0x0",
                                                     "3x12-8",
                                                     "RPE 15",
                                                     "300%",
                                                     " kg",
                                                     " lb",
                                                     "\n",
                                                     "\r",
                                                     "\t",
                                                     "\u00A0",
                                                     "\u00D7",
                                                     "\u2013",
                                                     "\u201C",
                                                     "\U0001F3CB",
                                                     "\x01",
                                                     "week 3",
                                                     "week 1-200 ",
                                                     "block \"B\" 3 weeks\n",
                                                     "session \"A\" if ready\n",
                                                     "otherwise ",
                                                     "when ",
                                                     "then ",
                                                     "and ",
                                                     "or ",
                                                     "not ",
                                                     "soreness ",
                                                     "for 9 days ",
                                                     "repeat \"A\"\n",
                                                     "repeat week 1\n",
                                                     "drop back squat\n",
                                                     "scheme s ",
                                                     "stage 2 3x5\n",
                                                     "as heavy ",
                                                     "percent of deadlift ",
                                                     "top set - 10% ",
                                                     "sets x 50%, ",
                                                     "gap + 1 day",
                                                     "training max x 90%",
                                                     "insert \"A\" ",
                                                     "each side ",
                                                     "to failure ",
                                                     "warm up auto\n",
                                                     "allow load-jump \"\"\n"};
    text.insert(below(text.size() + 1), kTokens[below(kTokens.size())]);
    return text;
  }

  std::mt19937 random_;
};

// What is wrong with what was said, or nothing.
std::string fault(const test::CompiledText& c) {
  const auto size = static_cast<std::uint32_t>(c.sources[c.compiled.file].text().size());
  const auto inside = [&](const Span& s) { return s.begin <= s.end && s.end <= size; };
  for (const Diagnostic& d : c.sink.all()) {
    if (d.message.empty()) return "an empty message";
    if (!inside(d.primary.span)) return "a place outside the text: " + d.message;
    for (const Label& label : d.related)
      if (!inside(label.span)) return "a related place outside the text: " + d.message;
    for (const Fix& fix : d.fixes)
      if (!inside(fix.span)) return "a fix outside the text: " + d.message;
  }
  const std::string shown = c.rendered();
  if (c.sink.all().empty() != shown.empty()) return "what was found isn't shown";
  if (const auto bad = first_invalid_utf8(shown))
    return "shown bytes that aren't UTF-8, at " + std::to_string(*bad);
  return "";
}

TEST_CASE("broken plans: nothing crashes, and all that is said can be shown") {
  const std::vector<std::string> plans = example_plans();
  REQUIRE(plans.size() >= 4);
  Breaker breaker(19570521);
  for (int round = 0; round < 1500; ++round) {
    std::string text = plans[breaker.below(plans.size())];
    for (std::size_t times = 1 + breaker.below(6); times > 0; --times)
      text = breaker.break_once(std::move(text));
    const auto decoded = decode(text);
    if (!std::holds_alternative<std::string>(decoded)) continue;  // a cut through a character
    const std::string found = fault(test::compile_text(std::get<std::string>(decoded)));
    if (found.empty()) continue;
    INFO(text);
    FAIL_CHECK("round " << round << ": " << found);
  }
}

TEST_CASE("every beginning of a plan is read") {
  for (const std::string& plan : example_plans())
    for (std::size_t size = 0; size <= plan.size(); size += 61) {
      if (first_invalid_utf8(std::string_view(plan).substr(0, size))) continue;
      const std::string found = fault(test::compile_text(plan.substr(0, size)));
      if (found.empty()) continue;
      INFO(plan.substr(0, size));
      FAIL_CHECK(found);
    }
}

}  // namespace
}  // namespace meso
