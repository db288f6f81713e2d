// grammar/README.md and the parser describe the same language: whatever the page's EBNF allows is
// read as a line of that kind. (The other way round each kind of line has examples on the page.)
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <string>
#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"
#include "compiler/syntax/line_parser.h"
#include "tests/property/ebnf.h"
#include "tests/support/log_line.h"

namespace meso::test {
namespace {

struct LineRule {
  const char* production;
  LineKind kind;
};
constexpr LineRule kLines[] = {
    {"plan-line", LineKind::plan},
    {"library-line", LineKind::library},
    {"use-line", LineKind::use},
    {"by-line", LineKind::by},
    {"level-line", LineKind::level},
    {"units-line", LineKind::units},
    {"guidelines-line", LineKind::guidelines},
    {"starts-line", LineKind::starts},
    {"event-line", LineKind::event},
    {"own-exercise-line", LineKind::own_exercise},
    {"purpose-line", LineKind::purpose},
    {"round-line", LineKind::round},
    {"input-line", LineKind::input},
    {"familiar-line", LineKind::familiar},
    {"goal-line", LineKind::goal},
    {"track-line", LineKind::track},
    {"signal-line", LineKind::signal},
    {"follow-line", LineKind::follow},
    {"block-line", LineKind::block},
    {"week-line", LineKind::week},
    {"session-line", LineKind::session},
    {"on-line", LineKind::on},
    {"prefer-line", LineKind::prefer},
    {"wait-line", LineKind::wait},
    {"repeat-line", LineKind::repeat},
    {"replace-line", LineKind::replace},
    {"drop-line", LineKind::drop},
    {"return-line", LineKind::returns},
    {"note-line", LineKind::note},
    {"allow-line", LineKind::allow},
    {"exercise-line", LineKind::exercise},
    {"warm-up-line", LineKind::warm_up},
    {"week-sets-line", LineKind::week_sets},
    {"scheme-line", LineKind::scheme},
    {"stage-line", LineKind::stage},
    {"gate-line", LineKind::gate},
    {"gate-clause", LineKind::gate_clause},
    {"rule-line", LineKind::rule},
    {"rule-clause", LineKind::rule_clause},
};

}  // namespace

TEST_CASE("what the page's grammar allows, the parser reads") {
  const Ebnf ebnf = read_ebnf("grammar/README.md");
  for (const LineRule& rule : kLines)
    rc::prop(rule.production, [&] {
      const std::string line = *text_of(ebnf, rule.production);
      std::vector<Token> tokens;
      ParsedLine result{tokens};
      RC_LOG() << line << "\n";
      RC_ASSERT(parse_line(rule.kind, {line, 0}, result));
      RC_ASSERT(!tokens.empty());
    });
}

TEST_CASE("what the page's grammar of the log allows, the log's reader reads") {
  const Ebnf ebnf = read_ebnf("grammar/README.md");
  const std::vector<std::string> productions = {
      "log-format-line", "plan-line",     "log-athlete-line", "end-line", "set-aside-line",
      "record-line",     "readings-line", "done-line",        "note-line"};
  for (const std::string& production : productions)
    rc::prop(production, [&] {
      const std::string line = *text_of(ebnf, production);
      RC_LOG() << line << "\n";
      RC_ASSERT(is_log_line(kind_of_log_line(production), line));
    });
}

TEST_CASE("every production of the page is reached from a line") {
  const Ebnf ebnf = read_ebnf("grammar/README.md");
  std::vector<std::string> open{"line", "log-line"};
  std::map<std::string, bool> reached{{"line", true}, {"log-line", true}};
  const auto visit = [&](const auto& self, const EbnfNode& node) -> void {
    if (node.kind == EbnfNode::Kind::production && !reached[node.text]) {
      reached[node.text] = true;
      open.push_back(node.text);
    }
    for (const EbnfNode& part : node.parts) self(self, part);
  };
  while (!open.empty()) {
    const std::string name = open.back();
    open.pop_back();
    const auto found = ebnf.find(name);
    INFO(name);
    REQUIRE(found != ebnf.end());
    visit(visit, found->second);
  }
  for (const auto& [name, node] : ebnf) {
    INFO(name);
    CHECK(reached[name]);
  }
}

}  // namespace meso::test
