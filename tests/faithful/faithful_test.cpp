// The examples against the programs that they are of: tests/faithful/*.csv, one row a set, which no
// switch renews.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "runtime/words.h"
#include "tests/support/compile_text.h"
#include "tests/support/golden.h"

using namespace meso;
using namespace meso::test;
namespace fs = std::filesystem;

namespace {

const std::string kFolder = std::string(MESO_ROOT) + "/tests/faithful/";

// block,week,session,line,label,exercise,set,target,load,effort,rest,tempo
using Row = std::vector<std::string>;
constexpr std::size_t kBlock = 0, kWeek = 1, kSession = 2, kEffort = 9, kRest = 10, kTempo = 11,
                      kCells = 12;

Row cells_of(const std::string& line) {
  Row cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

std::vector<Row> expected_rows(const std::string& name) {
  std::istringstream in(read_whole(kFolder + name + ".csv"));
  std::vector<Row> rows;
  std::string line;
  std::getline(in, line);
  REQUIRE(cells_of(line).size() == kCells);
  while (std::getline(in, line))
    if (!line.empty()) rows.push_back(cells_of(line));
  return rows;
}

// ---- the same rows from a plan ----

std::string range(Decimal low, Decimal high) {
  return low == high ? low.text() : low.text() + "-" + high.text();
}

std::string reference(ReferenceKind kind) {
  return kind.of == ReferenceKind::Of::training_max ? "TM" : text(kind);
}

std::string signed_load(const Load& load) {
  const bool less = load.amount < Decimal();
  return std::string(less ? " - " : " + ") +
         text(Load{less ? -load.amount : load.amount, load.unit});
}

std::string load_cell(const Plan& plan, const Line& line, const SetGroup& g) {
  std::string out;
  if (const auto* p = std::get_if<PercentLoad>(&g.load)) {
    out = range(p->low.value, p->high.value) + "% " + reference(p->reference);
    if (p->of != line.options.front()) out += " of " + plan.exercises[p->of].name;
    if (line.options.size() > 1) out += " of " + plan.exercises[p->of].name;
  } else if (const auto* a = std::get_if<AbsoluteLoad>(&g.load)) {
    out = range(a->low.amount, a->high.amount) + " " + std::string(text(a->low.unit));
  } else if (const auto* b = std::get_if<BodyweightLoad>(&g.load)) {
    out = "BW";
    if (b->added) out += signed_load(*b->added);
  } else if (const auto* t = std::get_if<TopSetLoad>(&g.load)) {
    out = t->less ? "top set - " + text(*t->less) : "top set";
  } else if (line.start && g.load_percent == kWhole) {
    out = "from " + text(*line.start);
  }
  if (g.load_percent != kWhole) out += (out.empty() ? "x " : " x ") + text(g.load_percent);
  if (g.load_added) out += signed_load(*g.load_added);
  return out;
}

std::string target_cell(const SetGroup& g, bool last) {
  struct Words {
    bool last;
    std::string operator()(const RepTarget& t) const {
      return text(t.reps) + (t.amrap && last ? "+" : "");
    }
    std::string operator()(const TimeTarget& t) const { return text(t.time); }
    std::string operator()(const DistanceTarget& t) const { return text(t.distance); }
    std::string operator()(MaxReps) const { return "max"; }
    std::string operator()(ToFailure) const { return "F"; }
  };
  return std::visit(Words{last}, g.target);
}

std::string effort_cell(const Line& line, const SetGroup& g, bool last) {
  if (g.effort && (!g.amrap() || last)) return words::effort(*g.effort);
  return line.to_failure ? "failure" : "";
}

class Rows {
 public:
  Rows(const Plan& plan, const Block& block, int week, const Session& session)
      : plan_(plan), prefix_{block.name, std::to_string(week), session.name} {
    for (std::size_t i = 0; i < session.lines.size(); ++i) add_line(session.lines[i], i + 1);
  }
  std::vector<Row> rows;

 private:
  void add_line(const Line& line, std::size_t number) {
    const Prescription& p = line.stages.front();
    if (p.total_reps)
      return add(line, number, "1", std::to_string(*p.total_reps) + " in all", "", "");
    if (p.test)
      return add(line, number, "1",
                 p.test->max_reps ? "test max reps" : "test " + std::to_string(p.test->reps) + "RM",
                 "", "");
    int nth = 1;
    for (const SetGroup& g : p.groups)
      for (int s = 1; s <= g.sets.high; ++s, ++nth) {
        const bool last = s == g.sets.high;
        add(line, number, std::to_string(nth) + (s > g.sets.low ? "?" : ""), target_cell(g, last),
            load_cell(plan_, line, g), effort_cell(line, g, last));
      }
  }

  void add(const Line& line, std::size_t number, std::string set, std::string target,
           std::string load, std::string effort) {
    Row row = prefix_;
    row.insert(row.end(),
               {std::to_string(number), line.label, words::exercise(plan_, line), std::move(set),
                std::move(target), std::move(load), std::move(effort),
                line.rest ? rest(*line.rest) : "", line.tempo ? words::tempo(*line.tempo) : ""});
    rows.push_back(std::move(row));
  }

  static std::string rest(TimeRange time) {
    const std::string words = words::rest(time);
    return words == "no rest" ? "0 s" : words;
  }

  const Plan& plan_;
  Row prefix_;
};

using Weeks = std::set<std::pair<std::string, std::string>>;  // block and week

std::vector<Row> rows_of(const Plan& plan, const Weeks& wanted) {
  std::vector<Row> all;
  for (const Block& block : plan.blocks)
    for (std::size_t w = 0; w < block.weeks.size(); ++w) {
      const int number = static_cast<int>(w) + 1;
      if (wanted.count({block.name, std::to_string(number)}) == 0) continue;
      for (const std::uint32_t s : block.weeks[w].sessions) {
        const Rows session(plan, block, number, block.sessions[s]);
        all.insert(all.end(), session.rows.begin(), session.rows.end());
      }
    }
  return all;
}

std::string as_text(std::vector<Row> rows) {
  std::sort(rows.begin(), rows.end());
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : " | ") + row[i];
    out += '\n';
  }
  return out;
}

// What a description leaves open may be said by a version that a coach hands out.
void forget_unsaid(const std::vector<Row>& expected, std::vector<Row>& found) {
  std::map<Row, Row> said;
  const auto key = [](const Row& r) { return Row(r.begin(), r.begin() + 9); };
  for (const Row& row : expected) said[key(row)] = row;
  for (Row& row : found) {
    const auto at = said.find(key(row));
    if (at == said.end()) continue;
    for (const std::size_t cell : {kEffort, kRest, kTempo})
      if (at->second[cell].empty()) row[cell].clear();
  }
}

void compare(const std::string& name, const std::string& file, bool literal) {
  INFO(file);
  const CompiledText text = compile_file(std::string(MESO_ROOT) + "/" + file);
  const std::vector<Row> expected = expected_rows(name);
  Weeks weeks;
  for (const Row& row : expected) weeks.insert({row[kBlock], row[kWeek]});
  std::vector<Row> found = rows_of(text.plan(), weeks);
  if (!literal) forget_unsaid(expected, found);
  CHECK(line_diff(as_text(expected), as_text(found)) == "");
}

}  // namespace

TEST_CASE("each of the fifteen programs is that of its description, set by set") {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder))
    if (entry.path().extension() == ".csv") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  CHECK(names.size() == 15);
  for (const std::string& name : names) {
    compare(name, "examples/literal/" + name + ".meso", true);
    compare(name, "examples/" + name + ".meso", false);
  }
}
