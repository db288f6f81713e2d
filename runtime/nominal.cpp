#include "runtime/nominal.h"

#include "runtime/planned_load.h"
#include "runtime/results.h"

namespace meso {
namespace {

// One session's turn in the order of the plan.
struct Turn {
  BlockId block;
  int run = 0, pass = 0;
  std::uint32_t pass_index = 0;
  std::uint32_t session = 0;
  const Week* week = nullptr;
  bool starts_run = false;
  bool ends_rotation = false, ends_week = false, ends_block = false;
};

// The turns of one run of one block. Where sessions rotate, a week takes up the listed order where
// the last week left it.
class RunTurns {
 public:
  RunTurns(const Block& block, Turn first) : block_(block), next_(first) {}

  std::vector<Turn> turns() {
    next_.starts_run = true;
    for (const auto& week : block_.weeks) {
      add_week(week);
      ++next_.pass;
      ++next_.pass_index;
    }
    if (!turns_.empty()) turns_.back().ends_block = true;
    return std::move(turns_);
  }

 private:
  void add_week(const Week& week) {
    const std::size_t listed = week.sessions.size();
    if (listed == 0) return;
    const bool rotating = rotates(block_, week);
    if (!rotating) place_ = 0;
    const int sessions = rotating ? sessions_a_week(block_, week) : static_cast<int>(listed);
    next_.week = &week;
    for (int n = 0; n < sessions; ++n) add_turn(week);
    if (sessions > 0) turns_.back().ends_week = true;
  }

  void add_turn(const Week& week) {
    const std::size_t listed = week.sessions.size();
    next_.session = week.sessions[place_ % listed];
    place_ = (place_ + 1) % listed;
    next_.ends_rotation = place_ == 0;
    turns_.push_back(next_);
    next_.starts_run = false;
  }

  const Block& block_;
  Turn next_;
  std::size_t place_ = 0;
  std::vector<Turn> turns_;
};

std::vector<Turn> all_turns(const Plan& plan) {
  std::vector<Turn> all;
  Turn first;
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    first.block = plan.blocks.id_of(b);
    const Block& block = plan.blocks[first.block];
    for (first.run = 0; first.run < block.times; ++first.run) {
      const auto turns = RunTurns(block, first).turns();
      all.insert(all.end(), turns.begin(), turns.end());
      first.pass_index += static_cast<std::uint32_t>(block.weeks.size());
    }
  }
  return all;
}

// A deload block is one whether or not its weeks say so.
WeekKind kind_of(const Block& block, const Week& week) {
  return week.kind == WeekKind::loading ? block.kind : week.kind;
}

bool is_exposure(WeekKind kind) { return kind == WeekKind::loading || kind == WeekKind::push; }

Weekday first_weekday(const Plan& plan) {
  return plan.starts ? static_cast<Weekday>(weekday_number(*plan.starts)) : Weekday::mon;
}

// Walks the turns: dates from the queue, loads from what results could have changed so far.
class Path {
 public:
  Path(const Plan& plan, const Edition& edition, const Athlete* athlete)
      : plan_(plan),
        athlete_(athlete),
        dates_(plan, edition, first_weekday(plan)),
        results_(plan) {}

  NominalSession walk(const Turn& turn) {
    const Block& block = plan_.blocks[turn.block];
    const Session& session = block.sessions[turn.session];
    const QueueEntry entry{&block, &session, turn.pass_index, turn.week};
    if (turn.starts_run) results_.begin_run(block);
    NominalSession out{dates_.preferred(entry),    turn.block,   turn.run,      turn.pass,
                       kind_of(block, *turn.week), turn.session, lines(session)};
    dates_.done(entry, out.day);
    record(turn, session, out.kind);
    return out;
  }

 private:
  std::vector<NominalLine> lines(const Session& session) const {
    std::vector<NominalLine> lines;
    lines.reserve(session.lines.size());
    for (const auto& line : session.lines) {
      NominalLine out;
      out.line = &line;
      if (!line.stages.empty())
        out.loads = planned_loads(plan_, athlete_, line, line.stages.front(), results_);
      lines.push_back(std::move(out));
    }
    return lines;
  }

  void record(const Turn& turn, const Session& session, WeekKind kind) {
    Moment moment;
    moment.week = turn.pass + 1;
    results_.session_done(session, moment, is_exposure(kind));
    moment.week_ends = turn.ends_week;
    moment.rotation_ends = turn.ends_rotation;
    moment.block_ends = turn.ends_block;
    if (moment.is_event()) results_.pass_ended(moment);
  }

  const Plan& plan_;
  const Athlete* athlete_;
  QueueDates dates_;
  Results results_;
};

}  // namespace

NominalPath nominal_path(const Plan& plan, const Edition& edition, const Athlete* athlete) {
  NominalPath path;
  const auto turns = all_turns(plan);
  path.sessions.reserve(turns.size());
  Path walk(plan, edition, athlete);
  for (const auto& turn : turns) path.sessions.push_back(walk.walk(turn));
  return path;
}

}  // namespace meso
