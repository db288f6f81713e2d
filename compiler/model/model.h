// The plan as its author wrote it, with every name looked up. What needs no expanding (gates,
// rules, inputs, goals ...) is in its final form already; blocks keep their schemes, week lines and
// repeats, which lower/ expands. A model with errors is still a model.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/span.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/syntax/tree.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

struct WeekSets {  // `week 2-3 5x5 70%` under an exercise or a scheme
  Range weeks;
  Prescription sets;
};

struct Scheme {
  std::string name;
  std::vector<Prescription> stages;  // by stage number; a plain scheme has one
  std::vector<WeekSets> weeks;       // or by week of the block
  SourceId source;
};

// Of a percentage in a scheme: which max it means is known where a line uses the scheme.
inline constexpr ReferenceKind kUnboundReference{ReferenceKind::Of::n_rm, 0};

struct WrittenLine {
  Line line;  // all but `stages` and `slot`
  std::optional<Prescription> sets;
  std::optional<SchemeId> scheme;
  std::vector<WeekSets> weeks;             // override the above
  std::optional<ExerciseId> percent_of;    // else the exercise itself
  std::optional<ReferenceKind> reference;  // what the scheme's percentages are of
  std::optional<std::string> as;           // joins or splits progressions
};

struct WrittenSession {
  Session session;  // all but `lines`
  std::vector<WrittenLine> lines;
  std::vector<Change> changes;  // from `repeat ... CHANGES`, in order
  bool warm_up = false;         // `warm up auto` for all its lines
  // Of a copy: the gate of the block that it was copied from, where its new block has none.
  std::optional<GateId> block_gate;
};

struct WeekLine {  // `week 4 deload`, `week 1 RIR + 1`
  Range weeks;
  std::optional<WeekKind> kind;
  std::vector<Change> changes;
  SourceId source;
};

struct WeekSessions {  // the sessions under a bare `week 3`
  int week = 1;
  std::vector<WrittenSession> sessions;
};

struct WrittenBlock {
  Block block;  // all but `sessions` and `weeks`
  std::optional<GateId> gate;
  std::vector<WeekLine> week_lines;
  std::vector<WrittenSession> sessions;
  std::vector<WeekSessions> by_week;
};

// An `allow` with the text that it covers.
struct AllowScope {
  std::uint32_t allow = 0;  // into Plan::allows
  Span covers;
  Span line;  // its own text
};

struct Model {
  Plan plan;  // all but blocks, progressions and slots
  Store<SchemeId, Scheme> schemes;
  Store<BlockId, WrittenBlock> blocks;
  std::vector<AllowScope> allow_scopes;
  std::vector<Span> sources;  // what SourceIds stand for
  bool has_plan_line = false;
  bool is_library = false;  // a file of shared definitions: nothing to train by itself

  Span span(SourceId id) const { return sources[id.value]; }
};

// Which editions of the guidelines a plan may name, and the one of a plan that names none: 0 where
// that is a mistake of the plan.
struct EditionChoice {
  std::span<const Edition> known = editions();
  int otherwise = 0;
};

// Reads a tree into a model; problems go to the sink. `library` gives the default gate's tree text
// where the plan names `ready` and defines none.
//
// `libraries` are the files that it uses, each behind those that it uses itself.
Model build_model(const Tree& tree, const SourceSet& sources, const Catalogue& catalogue,
                  Sink& sink, std::span<const Tree> libraries = {}, EditionChoice choice = {});

// `ready`, as lib/ has it; its places are those of no plan.
Gate default_gate(const Catalogue& catalogue);

}  // namespace meso
