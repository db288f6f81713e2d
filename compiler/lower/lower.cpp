#include "compiler/lower/lower.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/lower/check_changes.h"
#include "compiler/lower/progressions.h"
#include "runtime/apply_changes.h"

namespace meso {
namespace {

bool covers(Range weeks, int week) { return weeks.low <= week && week <= weeks.high; }

const Prescription* sets_of_week(const std::vector<WeekSets>& weeks, int week) {
  for (const WeekSets& w : weeks)
    if (covers(w.weeks, week)) return &w.sets;
  return nullptr;
}

bool has_percentages(const Prescription& p) {
  return std::any_of(p.groups.begin(), p.groups.end(),
                     [](const SetGroup& g) { return std::holds_alternative<PercentLoad>(g.load); });
}

bool has_percentages(const Scheme& scheme) {
  return std::any_of(scheme.stages.begin(), scheme.stages.end(),
                     [](const Prescription& p) { return has_percentages(p); }) ||
         std::any_of(scheme.weeks.begin(), scheme.weeks.end(),
                     [](const WeekSets& w) { return has_percentages(w.sets); });
}

// A line without a call that uses the state of one with it: `back squat scheme volume as main`.
struct SharedLine {
  std::size_t session = 0, line = 0;  // in the block
  std::string as;
};

// One block on its way from written to planned.
class BlockLowering {
 public:
  BlockLowering(const Model& model, const WrittenBlock& written, Plan& plan, Sink& sink)
      : model_(model), written_(written), plan_(plan), sink_(sink), block_(written.block) {}

  Block run() {
    check_changes();
    check_progressions(model_, written_, sink_);
    check_scheme_weeks();
    for (int week = 1; week <= block_.length.high; ++week) block_.weeks.push_back(lower_week(week));
    return std::move(block_);
  }
  const std::vector<SharedLine>& shared_lines() const { return shared_; }

 private:
  void check_changes() {
    for (const WeekLine& line : written_.week_lines)
      check_planned_changes(model_, line.changes, sink_);
    for (const WrittenSession& s : written_.sessions)
      check_planned_changes(model_, s.changes, sink_);
    for (const WeekSessions& week : written_.by_week)
      for (const WrittenSession& s : week.sessions) check_planned_changes(model_, s.changes, sink_);
  }

  const std::vector<WrittenSession>& sessions_of(int week) const {
    for (const WeekSessions& w : written_.by_week)
      if (w.week == week) return w.sessions;
    return written_.sessions;
  }
  bool has_own_sessions(int week) const { return &sessions_of(week) != &written_.sessions; }

  Week lower_week(int number) {
    Week week;
    week.kind = block_.kind;
    for (const WeekLine& line : written_.week_lines) {
      if (!covers(line.weeks, number)) continue;
      if (line.kind) week.kind = *line.kind;
      week.changes.insert(week.changes.end(), line.changes.begin(), line.changes.end());
    }
    const std::vector<int> content = content_of(number);
    for (const auto& [known, sessions] : lowered_)
      if (known == content) {
        week.sessions = sessions;
        return week;
      }
    for (const WrittenSession& s : sessions_of(number)) {
      week.sessions.push_back(static_cast<std::uint32_t>(block_.sessions.size()));
      block_.sessions.push_back(lower_session(s, week.changes, number));
    }
    lowered_.emplace_back(content, week.sessions);
    return week;
  }

  // What makes one week differ from another: its sessions, its changes, and which week's sets of
  // each line and scheme it takes. Equal weeks share their sessions.
  std::vector<int> content_of(int number) const {
    std::vector<int> content{has_own_sessions(number) ? number : 0};
    for (std::size_t i = 0; i < written_.week_lines.size(); ++i)
      if (covers(written_.week_lines[i].weeks, number) && !written_.week_lines[i].changes.empty())
        content.push_back(static_cast<int>(i) + 1);
    content.push_back(-1);
    const auto entry = [&](const std::vector<WeekSets>& weeks) {
      const Prescription* sets = sets_of_week(weeks, number);
      for (std::size_t i = 0; i < weeks.size(); ++i)
        if (&weeks[i].sets == sets) return static_cast<int>(i) + 1;
      return 0;
    };
    for (const WrittenSession& s : sessions_of(number))
      for (const WrittenLine& line : s.lines) {
        if (!line.weeks.empty()) content.push_back(entry(line.weeks));
        const auto scheme = scheme_of(line, s.changes, number);
        if (scheme && !model_.schemes[*scheme].weeks.empty())
          content.push_back(entry(model_.schemes[*scheme].weeks));
      }
    return content;
  }

  // The scheme that a line follows after `scheme to NAME` of its repeat and of its week.
  std::optional<SchemeId> scheme_of(const WrittenLine& line, const std::vector<Change>& changes,
                                    int week) const {
    std::optional<SchemeId> scheme = line.scheme;
    const auto follow = [&](const std::vector<Change>& all) {
      for (const Change& change : all)
        if (const auto* to = std::get_if<SchemeId>(&change.value); to != nullptr && scheme)
          scheme = *to;
    };
    follow(changes);
    for (const WeekLine& w : written_.week_lines)
      if (covers(w.weeks, week)) follow(w.changes);
    return scheme;
  }

  Session lower_session(const WrittenSession& written, const std::vector<Change>& week_changes,
                        int week) {
    Session session = written.session;
    // Recovery needs no readiness: the block's gate isn't its own.
    if (!session.gate && !session.recovery)
      session.gate = written_.gate ? written_.gate : written.block_gate;
    std::string prefix = block_.name + "/";
    if (has_own_sessions(week)) prefix += "week " + std::to_string(week) + "/";
    prefix += session.name + "/";
    session.lines.reserve(written.lines.size());
    for (const WrittenLine& line : written.lines) {
      Line lowered = line.line;
      lowered.stages = stages_of(line, written.changes, week);
      plan_changes(lowered, written.changes, week_changes);
      lowered.other_schemes = other_schemes_of(line, week);
      for (const RuleCall& call : lowered.rules)
        lowered.progressions.push_back(progression_of(plan_, line, call));
      if (lowered.rules.empty() && line.as)
        shared_.push_back({block_.sessions.size(), session.lines.size(), *line.as});
      lowered.slot = slot_name(prefix, lowered, session.lines);
      session.lines.push_back(std::move(lowered));
    }
    return session;
  }

  // The written sets are kept where changes hide them: rules work on those.
  static void plan_changes(Line& line, const std::vector<Change>& repeat,
                           const std::vector<Change>& week) {
    if (repeat.empty() && week.empty()) return;
    line.changes = repeat;
    line.changes.insert(line.changes.end(), week.begin(), week.end());
    line.written = line.stages;
    for (Prescription& stage : line.stages) apply_changes(line.changes, stage);
    apply_rest_changes(line.changes, line);
  }

  std::string slot_name(const std::string& prefix, const Line& line,
                        const std::vector<Line>& above) const {
    std::string name = prefix;
    for (std::size_t i = 0; i < line.options.size(); ++i)
      name += (i == 0 ? "" : " or ") + plan_.exercises[line.options[i]].name;
    const auto nth = 1 + std::count_if(above.begin(), above.end(), [&](const Line& other) {
                       return other.options == line.options;
                     });
    return nth == 1 ? name : name + "#" + std::to_string(nth);
  }

  std::vector<Prescription> stages_of(const WrittenLine& line, const std::vector<Change>& changes,
                                      int week) {
    if (const Prescription* own = sets_of_week(line.weeks, week)) return one(*own);
    const auto scheme_id = scheme_of(line, changes, week);
    if (!scheme_id) return line.sets ? one(*line.sets) : one({});
    return stages_of(line, *scheme_id, week);
  }

  std::vector<Prescription> stages_of(const WrittenLine& line, SchemeId id, int week) {
    const Scheme& scheme = model_.schemes[id];
    const Prescription* sets = sets_of_week(scheme.weeks, week);
    std::vector<Prescription> stages = scheme.weeks.empty() ? scheme.stages
                                       : sets != nullptr    ? one(*sets)
                                                            : one({});
    const auto reference = reference_of(line, id);
    for (Prescription& stage : stages) bind_percentages(stage, line, reference);
    return stages;
  }

  // The schemes that rules of the line may put in the place of its own.
  std::vector<SchemeStages> other_schemes_of(const WrittenLine& line, int week) {
    std::vector<SchemeStages> others;
    for (const RuleCall& call : line.line.rules)
      for (const RuleClause& clause : plan_.rules[call.rule].clauses)
        for (const Action& action : clause.actions)
          if (const auto* change = std::get_if<Change>(&action))
            if (const auto* to = std::get_if<SchemeId>(&change->value); to != nullptr)
              if (!holds(others, *to)) others.push_back({*to, stages_of(line, *to, week)});
    return others;
  }
  static bool holds(const std::vector<SchemeStages>& schemes, SchemeId id) {
    return std::any_of(schemes.begin(), schemes.end(),
                       [&](const SchemeStages& s) { return s.scheme == id; });
  }

  // Copies once; a list in braces would do so twice.
  static std::vector<Prescription> one(const Prescription& only) {
    return std::vector<Prescription>(1, only);
  }

  // What the percentages of the line's scheme are of. One that a change put in its place may be the
  // first with percentages; what is missing for the written one was reported with the line.
  std::optional<ReferenceKind> reference_of(const WrittenLine& line, SchemeId scheme) {
    if (line.reference || !line.percent_of || line.scheme == scheme ||
        !has_percentages(model_.schemes[scheme]))
      return line.reference;
    for (const Input& input : plan_.inputs)
      if (input.exercise == line.percent_of) return input.kind;
    const std::string& name = plan_.exercises[*line.percent_of].name;
    sink_
        .report(kind::missing_reference, model_.span(line.line.source),
                "a percentage of what? The plan names no max of " + name)
        .also(model_.span(model_.schemes[scheme].source), "the scheme that this line changes to")
        .advise("add to the plan's head: input 1RM of " + name);
    return std::nullopt;
  }

  static void bind_percentages(Prescription& prescription, const WrittenLine& line,
                               std::optional<ReferenceKind> reference) {
    for (SetGroup& g : prescription.groups)
      if (auto* load = std::get_if<PercentLoad>(&g.load)) {
        if (reference && line.percent_of) {
          load->reference = *reference;
          load->of = *line.percent_of;
        } else {
          g.load = OpenLoad{};  // reported already
        }
      }
  }

  // A scheme that is too short for the block is one mistake, however many lines use it.
  struct Missing {
    SchemeId scheme;
    Span line;  // the first that uses it
    std::vector<int> weeks;
  };

  void check_scheme_weeks() {
    std::vector<Missing> missing;
    for (int week = 1; week <= block_.length.high; ++week)
      for (const WrittenSession& s : sessions_of(week))
        for (const WrittenLine& line : s.lines) {
          const auto scheme = scheme_of(line, s.changes, week);
          if (scheme && lacks_week(line, model_.schemes[*scheme], week))
            add_missing(missing, line, *scheme, week);
        }
    for (const Missing& m : missing) report_missing_weeks(m);
  }

  static bool lacks_week(const WrittenLine& line, const Scheme& scheme, int week) {
    return !scheme.weeks.empty() && sets_of_week(line.weeks, week) == nullptr &&
           sets_of_week(scheme.weeks, week) == nullptr;
  }

  void add_missing(std::vector<Missing>& missing, const WrittenLine& line, SchemeId scheme,
                   int week) const {
    const auto known = std::find_if(missing.begin(), missing.end(),
                                    [&](const Missing& m) { return m.scheme == scheme; });
    Missing& m = known != missing.end()
                     ? *known
                     : missing.emplace_back(Missing{scheme, model_.span(line.line.source), {}});
    if (m.weeks.empty() || m.weeks.back() != week) m.weeks.push_back(week);
  }

  void report_missing_weeks(const Missing& missing) {
    const Scheme& scheme = model_.schemes[missing.scheme];
    std::vector<std::string> weeks;
    for (const int week : missing.weeks) weeks.push_back(std::to_string(week));
    sink_
        .report(kind::no_such_week, missing.line,
                "`" + scheme.name + "` has no sets for week" + (weeks.size() == 1 ? " " : "s ") +
                    join_and(weeks) + " of " + quoted(block_.name))
        .also(model_.span(scheme.source), "the scheme")
        .advise("add a line `week " + weeks.front() +
                " ...` to the scheme, or make the block shorter: it has " +
                counted(block_.length.high, "week"));
  }

  const Model& model_;
  const WrittenBlock& written_;
  Plan& plan_;
  Sink& sink_;
  Block block_;
  std::vector<SharedLine> shared_;
  std::vector<std::pair<std::vector<int>, std::vector<std::uint32_t>>> lowered_;
};

// A progression may stand below the line that uses it, so this waits for the whole plan.
void share_states(Plan& plan, BlockId block, const std::vector<SharedLine>& shared) {
  for (const SharedLine& s : shared) {
    Line& line = plan.blocks[block].sessions[s.session].lines[s.line];
    for (std::size_t i = 0; i < plan.progressions.size() && !line.shares; ++i) {
      const ProgressionId id = plan.progressions.id_of(i);
      const Progression& p = plan.progressions[id];
      if (p.exercise == line.options.front() && p.name == s.as) line.shares = id;
    }
  }
}

}  // namespace

Plan lower(const Model& model, Sink& sink) {
  Plan plan = model.plan;
  for (const Scheme& scheme : model.schemes) plan.schemes.add(scheme.name);
  std::vector<std::vector<SharedLine>> shared;
  for (const WrittenBlock& written : model.blocks) {
    BlockLowering lowering(model, written, plan, sink);
    plan.blocks.add(lowering.run());
    shared.push_back(lowering.shared_lines());
  }
  for (std::size_t b = 0; b < shared.size(); ++b)
    share_states(plan, plan.blocks.id_of(b), shared[b]);
  return plan;
}

}  // namespace meso
