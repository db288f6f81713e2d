#include <algorithm>

#include "base/text.h"
#include "compiler/model/check_whole.h"
#include "compiler/model/model.h"
#include "compiler/model/reading.h"
#include "compiler/model/register_names.h"
#include "compiler/syntax/line_kinds.h"
#include "compiler/syntax/outline.h"
#include "compiler/syntax/parse.h"

namespace meso {
namespace {

bool is_head(LineKind kind) { return kind <= LineKind::missed; }

// A setting that may stand once only.
bool is_single(LineKind kind) {
  return kind == LineKind::plan || kind == LineKind::by || kind == LineKind::level ||
         kind == LineKind::units || kind == LineKind::guidelines || kind == LineKind::starts ||
         kind == LineKind::library || kind == LineKind::missed;
}

void check_single(Reading& r, std::uint32_t index,
                  std::vector<std::optional<std::uint32_t>>& seen) {
  const Statement& s = r.tree->statements[index];
  if (!is_single(s.kind) || !s.ok) return;
  auto& first = seen[static_cast<std::size_t>(s.kind)];
  if (first)
    r.report(s.kind == LineKind::plan ? kind::duplicate_name : kind::given_twice,
             r.tree->span_of(s),
             s.kind == LineKind::plan ? "a file holds one plan" : "this setting stands twice")
        .also(r.tree->span_of(r.tree->statements[*first]), "first here")
        .advise("keep one of them");
  else
    first = index;
}

// The default gate's text isn't the plan's: all of it stands where the plan begins.
void stand_at(GateClause& clause, SourceId source) {
  clause.source = source;
  for (Change& change : clause.changes) change.source = source;
  if (clause.condition)
    for (Atom& atom : clause.condition->atoms) atom.source = source;
}

// `if ready` without a gate of that name means the default gate of lib/.
void add_default_gate(Reading& r, bool is_used) {
  for (const Gate& gate : r.model.plan.gates)
    if (gate.name == "ready") is_used = false;
  if (!is_used) return;
  Gate gate = default_gate(r.catalogue);
  gate.source = r.source({r.tree->file, 0, 0});
  for (GateClause& clause : gate.clauses) stand_at(clause, gate.source);
  r.model.plan.gates.add(std::move(gate));
}

bool uses_ready(const Tree& tree, std::string_view text) {
  for (const Statement& s : tree.statements) {
    if (s.kind != LineKind::block && s.kind != LineKind::session) continue;
    for (const Token& t : tree.tokens_of(s))
      if (t.kind == TokenKind::gate_name && text.substr(t.begin, t.end - t.begin) == "ready")
        return true;
  }
  return false;
}

void read_groups(Reading& r) {
  for (const CatalogueGroup& g : r.catalogue.groups)
    r.model.plan.groups.push_back({std::string(g.id), std::string(g.name)});
}

// What a library may hold; the rest belongs to the plans that use it.
bool is_shared(LineKind kind) {
  switch (kind) {
    case LineKind::library:
    case LineKind::use:
    case LineKind::units:
    case LineKind::own_exercise:
    case LineKind::signal:
    case LineKind::gate:
    case LineKind::rule:
    case LineKind::scheme:
    case LineKind::returns:
    case LineKind::session:
    case LineKind::blank:
    case LineKind::comment:
    case LineKind::unknown: return true;
    default: return false;
  }
}

void check_library_lines(Reading& r) {
  for_each_top(*r.tree, [&](std::uint32_t i) {
    const Statement& s = r.tree->statements[i];
    if (s.ok && !is_shared(s.kind))
      r.report(kind::misplaced_line, r.tree->span_of(s),
               std::string(info(s.kind).name) + " belongs in a plan, and this file is a library")
          .advise(
              "a library holds gates, rules, schemes, sessions, returns, signals and exercises");
  });
}

// Several files are read as one: first the libraries, each behind those that it uses, then the
// plan. Each step goes through all of them before the next begins, so names may stand anywhere.
class Builder {
 public:
  Builder(Reading& r, const Tree& tree, std::span<const Tree> libraries) : r_(r), tree_(tree) {
    for (const Tree& library : libraries) files_.push_back(&library);
    files_.push_back(&tree);
  }

  void run() {
    read_names();
    read_units();
    in_each_file([&](const Tree& file) {
      each_ok(file, [&](std::uint32_t i, LineKind kind) {
        if (kind == LineKind::own_exercise) read_own_exercise(r_, i);
      });
    });
    in_each_file([&](const Tree& file) { read_head(file); });
    add_default_gate(r_, is_ready_used());
    read_definitions();
    in_each_file([&](const Tree& file) { read_rest(file); });
    if (r_.is_library)
      for (std::size_t i = 0; i < r_.shared_sessions.size(); ++i)
        shared_session(r_, r_.shared_sessions[i].name);
    for (const auto& [index, id] : names_.back().blocks) read_block(r_, index, id);
  }

 private:
  template <class F>
  void in_each_file(F f) {
    for (const Tree* file : files_) {
      r_.enter(*file);
      f(*file);
    }
  }
  template <class F>
  void each_ok(const Tree& file, F f) {
    for_each_top(file, [&](std::uint32_t i) {
      if (file.statements[i].ok) f(i, file.statements[i].kind);
    });
  }
  bool is_library(const Tree& file) const { return &file != &tree_ || r_.is_library; }

  void read_names() {
    in_each_file([&](const Tree& file) {
      names_.push_back(register_names(r_, first_));
      std::vector<std::optional<std::uint32_t>> seen(static_cast<std::size_t>(LineKind::unknown) +
                                                     1);
      for_each_top(file, [&](std::uint32_t i) {
        check_single(r_, i, seen);
        if (file.statements[i].kind == LineKind::units) r_.has_units_line = true;
      });
      if (is_library(file)) check_library_lines(r_);
    });
    check_limits(r_);
  }

  // The plan's units first: loads are checked against them, and so are those of its libraries.
  void read_units() {
    r_.enter(tree_);
    each_ok(tree_, [&](std::uint32_t i, LineKind kind) {
      if (kind == LineKind::units) read_head_line(r_, i);
    });
    const MassUnit units = r_.model.plan.units;
    for (const Tree* file : files_) {
      if (file == &tree_) continue;
      r_.enter(*file);
      each_ok(*file, [&](std::uint32_t i, LineKind kind) {
        if (kind != LineKind::units) return;
        read_head_line(r_, i);
        if (r_.model.plan.units != units)
          r_.report(kind::mixed_units, file->span_of(file->statements[i]),
                    "this library counts in " + std::string(text(r_.model.plan.units)) +
                        ", the plan that uses it in " + std::string(text(units)))
              .advise("use a library in the plan's units: increments are never converted");
        r_.model.plan.units = units;
      });
    }
  }

  void read_head(const Tree& file) {
    each_ok(file, [&](std::uint32_t i, LineKind kind) {
      const bool wanted = is_library(file) ? kind == LineKind::signal : is_head(kind);
      if (wanted && kind != LineKind::units) read_head_line(r_, i);
    });
  }

  bool is_ready_used() const {
    return std::any_of(files_.begin(), files_.end(), [&](const Tree* file) {
      return uses_ready(*file, (*r_.sources)[file->file].text());
    });
  }

  void read_definitions() {
    for (const Registered& names : names_) {
      r_.enter(*names.tree);
      for (const auto& [index, id] : names.schemes) read_scheme(r_, index, id);
    }
    for (const Registered& names : names_) {
      r_.enter(*names.tree);
      for (const auto& [index, id] : names.gates) read_gate(r_, index, id);
      for (const auto& [index, id] : names.rules) read_rule(r_, index, id);
    }
  }

  void read_rest(const Tree& file) {
    each_ok(file, [&](std::uint32_t i, LineKind kind) {
      if (kind == LineKind::returns) read_return(r_, i);
      if (is_library(file)) return;
      if (kind == LineKind::follow) read_head_line(r_, i);
      read_note_or_allow(r_, file.statements[i], r_.model.plan.notes,
                         {file.file, 0, static_cast<std::uint32_t>(r_.text.size())});
    });
  }

  Reading& r_;
  const Tree& tree_;
  std::vector<const Tree*> files_;  // the plan's own is the last
  FirstNames first_;
  std::vector<Registered> names_;  // one a file
};

}  // namespace

const WrittenSession* shared_session(Reading& r, std::string_view name) {
  for (std::size_t i = 0; i < r.shared_sessions.size(); ++i) {
    if (r.shared_sessions[i].name != name) continue;
    if (!r.shared_sessions[i].read) {
      const Tree& back = *r.tree;
      r.enter(*r.shared_sessions[i].tree);
      r.shared_sessions[i].read = read_session(r, r.shared_sessions[i].statement);
      r.enter(back);
    }
    return &*r.shared_sessions[i].read;
  }
  return nullptr;
}

Gate default_gate(const Catalogue& catalogue) {
  SourceSet library;
  const FileId id = library.add("ready.meso", std::string(embedded_text("ready.meso")));
  Sink quiet;
  const Model model = build_model(parse(library[id], id, quiet), library, catalogue, quiet);
  Gate gate = model.plan.gates[model.plan.gates.id_of(0)];
  gate.built_in = true;
  return gate;
}

Model build_model(const Tree& tree, const SourceSet& sources, const Catalogue& catalogue,
                  Sink& sink, std::span<const Tree> libraries, EditionChoice choice) {
  Model model;
  model.is_library = holds(tree, LineKind::library);
  model.has_plan_line = holds(tree, LineKind::plan);
  Reading r{&tree, sources[tree.file].text(), catalogue, sink, model, {}, nullptr};
  r.sources = &sources;
  r.editions = choice;
  r.is_library = model.is_library;
  r.exercise_ids.assign(catalogue.exercises.size(), -1);
  model.sources.reserve(tree.statements.size() * 3);
  r.source({tree.file, 0, 0});  // SourceId 0: nowhere in particular
  read_groups(r);
  Builder(r, tree, libraries).run();
  check_whole(r);
  return model;
}

}  // namespace meso
