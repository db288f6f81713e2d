#include "compiler/verify/never_reached.h"

#include <algorithm>
#include <string>

#include "compiler/verify/clause_table.h"

namespace meso {
namespace {

void report(const Rule& rule, std::size_t clause, bool ever_holds, const std::vector<Span>& spans,
            Sink& sink) {
  const Span span = spans[rule.clauses[clause].source.value];
  Diagnostic& d = sink.report(kind::never_reached, span,
                              "no result reaches this clause of rule `" + rule.name + "`");
  if (ever_holds)
    d.label("the clauses above decide all that it could")
        .advise("the narrower clause stands first: move it up, or delete it");
  else
    d.label("its conditions rule each other out").advise("leave one of the conditions out");
}

}  // namespace

void check_never_reached(const Plan& plan, const Edition& edition, const std::vector<Span>& spans,
                         Sink& sink) {
  for (const Rule& rule : plan.rules) {
    const ClauseTable table = rule_table(plan, rule, edition);
    if (!table.complete) continue;
    for (std::size_t c = 0; c < rule.clauses.size(); ++c)
      if (rule.clauses[c].condition && table.clauses[c].empty())
        report(rule, c, table.ever_holds[c], spans, sink);
  }
}

}  // namespace meso
