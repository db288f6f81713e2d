#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/model/model.h"
#include "compiler/model/reading.h"
#include "compiler/syntax/line_kinds.h"
#include "compiler/syntax/parse.h"
#include "runtime/edition.h"

namespace meso {
namespace {

constexpr std::size_t kMostRules = 30, kMostGates = 20;
constexpr int kMostWeeks = 104;

// Names are known before anything that uses them is read, so order in the file is free.
struct Registered {
  std::vector<std::pair<std::uint32_t, GateId>> gates;
  std::vector<std::pair<std::uint32_t, RuleId>> rules;
  std::vector<std::pair<std::uint32_t, SchemeId>> schemes;
  std::vector<std::pair<std::uint32_t, BlockId>> blocks;
  std::map<std::pair<LineKind, std::string>, Span> first;  // where each name first stands
};

void check_unique(Reading& r, LineKind what, const std::string& name, Span span,
                  Registered& names) {
  if (name.empty()) return;
  const auto [first, fresh] = names.first.try_emplace({what, name}, span);
  if (fresh) return;
  const std::string shown = what == LineKind::block ? quoted(name) : "`" + name + "`";
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

void register_statement(Reading& r, std::uint32_t index, Registered& out) {
  const Statement& s = r.tree.statements[index];
  TokenReader t = r.reader(s);
  const Span span = r.tree.span_of(s);
  const auto name = [&](TokenKind kind) {
    return s.ok ? std::string(t.text(t.expect(kind))) : std::string();
  };
  if (s.kind == LineKind::gate) {
    Gate gate{name(TokenKind::gate_name), {}, false, r.source(span)};
    check_unique(r, s.kind, gate.name, span, out);
    out.gates.emplace_back(index, r.model.plan.gates.add(std::move(gate)));
  } else if (s.kind == LineKind::rule) {
    Rule rule{name(TokenKind::rule_name), {}, {}, r.source(span)};
    rule.parameters = read_parameters(r, t);
    check_unique(r, s.kind, rule.name, span, out);
    out.rules.emplace_back(index, r.model.plan.rules.add(std::move(rule)));
  } else if (s.kind == LineKind::scheme) {
    Scheme scheme{name(TokenKind::scheme_name), {}, {}, r.source(span)};
    check_unique(r, s.kind, scheme.name, span, out);
    out.schemes.emplace_back(index, r.model.schemes.add(std::move(scheme)));
  } else if (s.kind == LineKind::block) {
    WrittenBlock block;
    block.block.name =
        s.ok ? read_text(r, t, t.expect(TokenKind::quoted), "this block has no name") : "";
    block.block.source = r.source(span);
    check_unique(r, s.kind, block.block.name, span, out);
    out.blocks.emplace_back(index, r.model.blocks.add(std::move(block)));
  }
}

bool is_head(LineKind kind) { return kind <= LineKind::signal; }

// A setting that may stand once only.
bool is_single(LineKind kind) {
  return kind == LineKind::plan || kind == LineKind::by || kind == LineKind::level ||
         kind == LineKind::units || kind == LineKind::guidelines || kind == LineKind::purpose;
}

void check_single(Reading& r, std::uint32_t index,
                  std::vector<std::optional<std::uint32_t>>& seen) {
  const Statement& s = r.tree.statements[index];
  if (!is_single(s.kind) || !s.ok) return;
  auto& first = seen[static_cast<std::size_t>(s.kind)];
  if (first)
    r.report(s.kind == LineKind::plan ? kind::duplicate_name : kind::given_twice, r.tree.span_of(s),
             s.kind == LineKind::plan ? "a file holds one plan" : "this setting stands twice")
        .also(r.tree.span_of(r.tree.statements[*first]), "first here")
        .advise("keep one of them");
  else
    first = index;
}

void check_limits(Reading& r, const Registered& names) {
  if (names.rules.size() > kMostRules)
    r.report(kind::too_many, r.tree.span_of(r.tree.statements[names.rules[kMostRules].first]),
             "this plan has " + std::to_string(names.rules.size()) + " rules")
        .advise("a plan holds at most " + std::to_string(kMostRules) + " rules");
  if (names.gates.size() > kMostGates)
    r.report(kind::too_many, r.tree.span_of(r.tree.statements[names.gates[kMostGates].first]),
             "this plan has " + std::to_string(names.gates.size()) + " gates")
        .advise("a plan holds at most " + std::to_string(kMostGates) + " gates");
}

// `if ready` without a gate of that name means the default gate of lib/.
void add_default_gate(Reading& r, bool is_used) {
  for (const Gate& gate : r.model.plan.gates)
    if (gate.name == "ready") is_used = false;
  if (!is_used) return;
  SourceSet library;
  const FileId id = library.add("ready.meso", std::string(embedded_text("ready.meso")));
  Sink quiet;
  const Model model = build_model(parse(library[id], id, quiet), library, r.catalogue, quiet);
  for (Gate gate : model.plan.gates) {
    gate.built_in = true;
    gate.source = r.source({r.tree.file, 0, 0});
    for (GateClause& clause : gate.clauses) clause.source = gate.source;
    r.model.plan.gates.add(std::move(gate));
  }
}

bool uses_ready(const Reading& r) {
  for (const Statement& s : r.tree.statements) {
    if (s.kind != LineKind::block && s.kind != LineKind::session) continue;
    for (const Token& t : r.tree.tokens_of(s))
      if (t.kind == TokenKind::gate_name && r.text.substr(t.begin, t.end - t.begin) == "ready")
        return true;
  }
  return false;
}

// A plan of a head alone: nothing to train.
void report_no_blocks(Reading& r, const Statement& plan) {
  if (r.sink.has_errors()) return;  // the block may be the line that couldn't be read
  r.report(kind::empty_section, r.tree.span_of(plan), "this plan has no blocks")
      .advise(
          "write what is trained below its head: block \"Accumulation\" 5 weeks, then session "
          "\"A\", then its exercises");
}

void check_plan_line(Reading& r) {
  const Statement* first = nullptr;
  for (const Statement& s : r.tree.statements) {
    if (s.kind == LineKind::plan) {
      if (r.model.blocks.size() == 0) report_no_blocks(r, s);
      return;
    }
    if (first == nullptr && s.kind != LineKind::blank && s.kind != LineKind::comment) first = &s;
  }
  if (first == nullptr)
    r.report(kind::empty_plan, {r.tree.file, 0, 0}, "this file holds no plan")
        .advise("a plan starts with its name: plan \"Four days\"")
        .advise(
            "then come its head, its gates and rules, and blocks of sessions: see "
            "docs/language.md");
  else if (!r.sink.has_errors() || first->ok)
    r.report(kind::missing_plan_line, r.tree.span_of(*first), "the plan has no name yet")
        .label("the plan starts here")
        .advise("write above it: plan \"NAME\"")
        .fix({"add a plan line",
              {r.tree.file, first->begin, first->begin},
              "plan \"Untitled\"\n",
              false});
}

void check_length(Reading& r) {
  int weeks = 0;
  for (const WrittenBlock& w : r.model.blocks) {
    const int before = weeks;
    weeks += w.block.length.high * w.block.times;
    if (before > kMostWeeks || weeks <= kMostWeeks) continue;
    r.report(kind::too_many, r.model.span(w.block.source),
             "with this block the plan runs for " + std::to_string(weeks) + " weeks")
        .advise("a plan holds at most " + std::to_string(kMostWeeks) + " weeks: two years");
    return;
  }
}

// `after "Lower A"` may name any session of the plan.
void check_awaited_sessions(Reading& r) {
  std::vector<std::string_view> known;
  const auto add = [&](const std::vector<WrittenSession>& sessions) {
    for (const WrittenSession& s : sessions)
      if (std::find(known.begin(), known.end(), s.session.name) == known.end())
        known.push_back(s.session.name);
  };
  for (const WrittenBlock& w : r.model.blocks) {
    add(w.sessions);
    for (const WeekSessions& week : w.by_week) add(week.sessions);
  }
  for (const auto& [name, span] : r.awaited_sessions) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    Diagnostic& d = r.report(kind::unknown_session, span,
                             "there is no session " + quoted(name) + " in this plan");
    suggest(d, span, nearest(name, known), true);
    d.advise("a wait names a session of the plan, a muscle group or `last session`");
  }
}

void check_edition(Reading& r) {
  if (r.model.plan.edition != 0) return;
  r.model.plan.edition = editions().front().year;
  if (!r.model.has_plan_line) return;
  const Span span = r.model.span(r.model.plan.source);
  for (const Statement& s : r.tree.statements)
    if (s.kind == LineKind::guidelines) return;  // there, but broken: reported already
  const std::string line = "guidelines " + std::to_string(editions().front().year);
  r.report(kind::missing_edition, span,
           "this plan doesn't say which edition of the guidelines it was written against")
      .advise("write below it: " + line)
      .fix({"add `" + line + "`", {span.file, span.end, span.end}, "\n  " + line, true});
}

void read_groups(Reading& r) {
  for (const CatalogueGroup& g : r.catalogue.groups)
    r.model.plan.groups.push_back({std::string(g.id), std::string(g.name)});
}

}  // namespace

Model build_model(const Tree& tree, const SourceSet& sources, const Catalogue& catalogue,
                  Sink& sink) {
  Model model;
  Reading r{tree, sources[tree.file].text(), catalogue, sink, model, {}, nullptr};
  r.exercise_ids.assign(catalogue.exercises.size(), -1);
  model.sources.reserve(tree.statements.size() * 3);
  r.source({tree.file, 0, 0});  // SourceId 0: nowhere in particular
  read_groups(r);

  Registered names;
  std::vector<std::optional<std::uint32_t>> seen(static_cast<std::size_t>(LineKind::unknown) + 1);
  const auto for_each_top = [&](auto f) {
    for (std::uint32_t i = 0; i < tree.statements.size(); i = tree.statements[i].subtree_end) f(i);
  };
  for_each_top([&](std::uint32_t i) {
    register_statement(r, i, names);
    check_single(r, i, seen);
    if (tree.statements[i].kind == LineKind::plan) model.has_plan_line = true;
    if (tree.statements[i].kind == LineKind::units) r.has_units_line = true;
  });
  check_limits(r, names);
  // Units first (loads are checked against them), then the head, then what uses it.
  for (const auto wanted : {true, false})
    for_each_top([&](std::uint32_t i) {
      const Statement& s = tree.statements[i];
      if (s.ok && is_head(s.kind) && (s.kind == LineKind::units) == wanted) read_head_line(r, i);
    });
  add_default_gate(r, uses_ready(r));
  for (const auto& [index, id] : names.schemes) read_scheme(r, index, id);
  for (const auto& [index, id] : names.gates) read_gate(r, index, id);
  for (const auto& [index, id] : names.rules) read_rule(r, index, id);
  for_each_top([&](std::uint32_t i) {
    const Statement& s = tree.statements[i];
    if (!s.ok) return;
    if (s.kind == LineKind::returns) read_return(r, i);
    if (s.kind == LineKind::follow) read_head_line(r, i);
    read_note_or_allow(r, s, model.plan.notes,
                       {tree.file, 0, static_cast<std::uint32_t>(r.text.size())});
  });
  for (const auto& [index, id] : names.blocks) read_block(r, index, id);
  check_awaited_sessions(r);
  check_length(r);
  check_plan_line(r);
  check_edition(r);
  return model;
}

}  // namespace meso
