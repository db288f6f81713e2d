// `missed: waits`, of the plan, a block or a session. What may not be is said by a guideline.
#include "compiler/model/reading.h"

namespace meso {
namespace {

// Under a block or a session; of the plan's own settings each is held to stand once anyway.
bool stands_twice(Reading& r, std::uint32_t statement) {
  const Statement& s = r.tree->statements[statement];
  if (s.parent == statement) return false;
  bool twice = false;
  for_each_child(*r.tree, s.parent, [&](std::uint32_t other) {
    const Statement& above = r.tree->statements[other];
    if (twice || other >= statement || !above.ok || above.kind != LineKind::missed) return;
    twice = true;
    r.report(kind::given_twice, r.tree->span_of(s), "this setting stands twice")
        .also(r.tree->span_of(above), "first here")
        .advise("keep one of them");
  });
  return twice;
}

}  // namespace

void read_missed(Reading& r, std::uint32_t statement) {
  if (stands_twice(r, statement)) return;
  TokenReader t = r.reader(r.tree->statements[statement]);
  t.expect(TokenKind::kw_missed_work);
  MissedWork missed;
  if (t.take(TokenKind::kw_add_to_next)) missed.becomes = MissedWork::Becomes::added;
  missed.source = r.source(t.span());
  r.model.plan.missed.push_back(missed);
}

}  // namespace meso
