#include "compiler/syntax/outline.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

// `week 3` alone heads the sessions of that week; with changes it is a line of the block.
bool is_bare_week(const Tree& tree, const Statement& s) {
  if (s.kind != LineKind::week) return false;
  for (const Token& t : tree.tokens_of(s))
    if (t.kind != TokenKind::kw_week && t.kind != TokenKind::week_number &&
        t.kind != TokenKind::week_number_high && t.kind != TokenKind::comment)
      return false;
  return true;
}

bool takes(const Tree& tree, const Statement& parent, LineKind child) {
  if (!accepts(parent.kind, child)) return false;
  return parent.kind != LineKind::week || is_bare_week(tree, parent);
}

struct Outliner {
  Tree& tree;
  Sink& sink;
  bool is_library = false;
  std::vector<std::uint32_t> open;  // sections, outermost first
  bool lost = false;  // a line above is unknown or misplaced: what follows may be meant for it

  // Closes what can't hold this line; false when nothing can.
  bool find_home(LineKind kind) {
    for (std::size_t depth = open.size(); depth > 0; --depth)
      if (takes(tree, tree.statements[open[depth - 1]], kind)) {
        open.resize(depth);
        return true;
      }
    // The sessions of a library stand by themselves.
    if (!is_top_level(kind) && !(is_library && kind == LineKind::session)) return false;
    open.clear();
    return true;
  }

  void place(std::uint32_t index) {
    Statement& s = tree.statements[index];
    s.parent = index;
    s.subtree_end = index + 1;
    if (s.kind == LineKind::blank || s.kind == LineKind::comment) return;
    const bool has_home = s.kind != LineKind::unknown && find_home(s.kind);
    if (has_home && !open.empty()) s.parent = open.back();
    for (const std::uint32_t section : open) tree.statements[section].subtree_end = index + 1;
    if (s.kind != LineKind::unknown) open.push_back(index);
    if (!has_home) return report_homeless(s);
    if (is_top_level(s.kind) || s.kind == LineKind::session) lost = false;
  }

  // It stays open, so that what belongs to it isn't homeless too.
  void report_homeless(Statement& s) {
    const LineKindInfo& shape = info(s.kind);
    if (s.ok && !lost)
      sink.report(kind::misplaced_line, tree.span_of(s),
                  std::string(shape.name) + " belongs under " + std::string(shape.home))
          .label("nothing above takes it")
          .advise("move it under " + std::string(shape.home) + ", or write " +
                  std::string(shape.home) + " above it");
    s.ok = false;
    lost = true;
  }
};

}  // namespace

bool holds(const Tree& tree, LineKind kind) {
  return std::any_of(tree.statements.begin(), tree.statements.end(),
                     [&](const Statement& s) { return s.kind == kind; });
}

void build_outline(Tree& tree, Sink& sink) {
  Outliner outliner{tree, sink, holds(tree, LineKind::library), {}, false};
  for (std::uint32_t i = 0; i < tree.statements.size(); ++i) outliner.place(i);
}

}  // namespace meso
