#include "compiler/model/register_names.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

constexpr std::size_t kMostRules = 30, kMostGates = 20;

void check_unique(Reading& r, LineKind what, const std::string& name, Span span,
                  FirstNames& names) {
  if (name.empty()) return;
  const auto [first, fresh] = names.try_emplace({what, name}, span);
  if (fresh) return;
  const bool in_quotes = what == LineKind::block || what == LineKind::session;
  const std::string shown = in_quotes ? quoted(name) : "`" + name + "`";
  r.report(kind::duplicate_name, span,
           "two " + std::string(info(what).opener) + "s are called " + shown)
      .also(first->second, "first here")
      .advise("give one another name");
}

std::vector<std::string> read_parameters(Reading& r, TokenReader& t) {
  std::vector<std::string> out;
  while (!t.done()) {
    const Token token = t.next();
    if (token.kind != TokenKind::rule_parameter) continue;
    const std::string name(t.text(token));
    if (std::find(out.begin(), out.end(), name) != out.end())
      r.report(kind::duplicate_name, t.span(token), "two parameters are called `" + name + "`")
          .advise("give one another name");
    out.push_back(name);
  }
  return out;
}

void register_statement(Reading& r, std::uint32_t index, FirstNames& first, Registered& out) {
  const Statement& s = r.tree->statements[index];
  TokenReader t = r.reader(s);
  const Span span = r.tree->span_of(s);
  const auto name = [&](TokenKind kind) {
    return s.ok ? std::string(t.text(t.expect(kind))) : std::string();
  };
  if (s.kind == LineKind::gate) {
    Gate gate{name(TokenKind::gate_name), {}, false, r.source(span)};
    check_unique(r, s.kind, gate.name, span, first);
    out.gates.emplace_back(index, r.model.plan.gates.add(std::move(gate)));
  } else if (s.kind == LineKind::rule) {
    Rule rule{name(TokenKind::rule_name), {}, {}, r.source(span)};
    rule.parameters = read_parameters(r, t);
    check_unique(r, s.kind, rule.name, span, first);
    out.rules.emplace_back(index, r.model.plan.rules.add(std::move(rule)));
  } else if (s.kind == LineKind::scheme) {
    Scheme scheme{name(TokenKind::scheme_name), {}, {}, r.source(span)};
    check_unique(r, s.kind, scheme.name, span, first);
    out.schemes.emplace_back(index, r.model.schemes.add(std::move(scheme)));
  } else if (s.kind == LineKind::session && s.ok) {
    SharedSession session{name(TokenKind::quoted), r.tree, index, std::nullopt};
    session.name = unquote(session.name);
    check_unique(r, s.kind, session.name, span, first);
    r.shared_sessions.push_back(std::move(session));
  } else if (s.kind == LineKind::block) {
    WrittenBlock block;
    block.block.name =
        s.ok ? read_text(r, t, t.expect(TokenKind::quoted), "this block has no name") : "";
    block.block.source = r.source(span);
    check_unique(r, s.kind, block.block.name, span, first);
    out.blocks.emplace_back(index, r.model.blocks.add(std::move(block)));
  }
}

// The nth definition, for a plan that holds too many of them.
template <class Id, class T>
void check_count(Reading& r, const Store<Id, T>& store, std::size_t most, std::string_view what) {
  if (store.size() <= most) return;
  r.report(kind::too_many, r.model.span(store[store.id_of(most)].source),
           "this plan has " + std::to_string(store.size()) + " " + std::string(what))
      .advise("a plan holds at most " + std::to_string(most) + " " + std::string(what));
}

}  // namespace

Registered register_names(Reading& r, FirstNames& first) {
  Registered out;
  out.tree = r.tree;
  for_each_top(*r.tree, [&](std::uint32_t i) { register_statement(r, i, first, out); });
  return out;
}

void check_limits(Reading& r) {
  check_count(r, r.model.plan.rules, kMostRules, "rules");
  check_count(r, r.model.plan.gates, kMostGates, "gates");
}

}  // namespace meso
