#include "compiler/compare/outline.h"

#include "base/text.h"

namespace meso {
namespace {

// Above this many characters the two sides of a change stand on a line each, and values added or
// removed together are no longer told in one line.
constexpr std::size_t kLong = 70, kShort = 30;

bool stands_alone(const Difference& d) {
  return d.what == "exercise" || d.what == "session" || d.what == "block" || d.what == "week" ||
         d.what == "rotation";
}

// "rest 3 min -> 2 min", "rest added: 3 min", "added: 3 x 8, RIR 2", "instead of hip thrust".
std::string phrase(const Difference& d) {
  const std::string how(text(d.how));
  const std::string both = stands_alone(d) ? how : d.what + " " + how;
  switch (d.how) {
    case How::changed:
      return stands_alone(d) ? "instead of " + d.before
                             : d.what + " " + d.before + " -> " + d.after;
    case How::added: return both + ": " + d.after;
    case How::removed: return both + ": " + d.before;
    case How::moved: return d.before.empty() ? d.after : both + ": " + d.before + ", " + d.after;
  }
  return {};
}

bool is_long(const Difference& d) {
  return d.how == How::changed && d.before.size() + d.after.size() > kLong;
}

bool may_join(const Difference& a, const Difference& b) {
  const auto is_short = [](const Difference& d) { return (d.before + d.after).size() <= kShort; };
  return a.how == b.how && a.what == b.what && is_short(b) &&
         (a.how == How::added || a.how == How::removed);
}

// "familiar added: back squat, bench press": short values that came or went together.
std::vector<Difference> joined(const std::vector<Difference>& differences) {
  std::vector<Difference> out;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const Difference& d = differences[i];
    if (i == 0 || !may_join(differences[i - 1], d)) {
      out.push_back(d);
    } else {
      std::string& value = d.how == How::added ? out.back().after : out.back().before;
      value += ", " + d.before + d.after;
    }
  }
  return out;
}

class Outliner {
 public:
  std::vector<OutlineLine> run(const Differences& differences) {
    if (!differences.plan.empty()) {
      heading(0, "plan");
      items(1, differences.plan);
    }
    for (const DefinitionDifferences& d : differences.definitions) {
      heading(0, d.what + " " + d.name);
      items(1, d.differences);
    }
    for (const BlockDifferences& block : differences.blocks) add_block(block);
    return std::move(lines_);
  }

 private:
  void heading(int depth, std::string text) {
    lines_.push_back({depth, true, std::move(text), {}});
  }
  void item(int depth, std::string text) { lines_.push_back({depth, false, std::move(text), {}}); }

  void add(int depth, const std::string& prefix, const Difference& d) {
    if (!is_long(d)) return item(depth, prefix + phrase(d));
    item(depth, prefix + d.what);
    item(depth + 1, "was: " + d.before);
    item(depth + 1, "now: " + d.after);
  }
  void items(int depth, const std::vector<Difference>& differences) {
    for (const Difference& d : joined(differences)) add(depth, "", d);
  }
  // What is said of one thing alone stands on its line.
  void named(int depth, const std::string& name, const std::vector<Difference>& all) {
    const std::vector<Difference> differences = joined(all);
    if (differences.size() == 1) return add(depth, name + ": ", differences.front());
    item(depth, name);
    items(depth + 1, differences);
  }

  void add_block(const BlockDifferences& block) {
    heading(0, "block " + quoted(block.name));
    items(1, block.differences);
    for (const WeekDifferences& weeks : block.weeks) {
      heading(1, weeks_title(weeks, block.pass, block.done));
      items(2, weeks.differences);
      for (const SessionDifferences& session : weeks.sessions) add_session(session);
      if (!weeks.hard_sets.empty())
        lines_.push_back({2, false, "hard sets a " + block.pass, weeks.hard_sets});
    }
  }

  void add_session(const SessionDifferences& session) {
    if (session.exercises.empty()) return named(2, quoted(session.name), session.differences);
    item(2, quoted(session.name));
    items(3, session.differences);
    for (const ExerciseDifferences& exercise : session.exercises)
      named(3, exercise.name, exercise.differences);
  }

  std::vector<OutlineLine> lines_;
};

}  // namespace

std::vector<OutlineLine> outline(const Differences& differences) {
  return Outliner().run(differences);
}

std::string weeks_title(const WeekDifferences& weeks, std::string_view pass, int done) {
  const std::string title =
      weeks.every
          ? "every " + std::string(pass)
          : std::string(pass) + (weeks.weeks.size() == 1 ? " " : "s ") + number_ranges(weeks.weeks);
  std::vector<int> finished;
  for (const int week : weeks.weeks)
    if (week <= done) finished.push_back(week);
  if (finished.empty()) return title;
  const bool all = finished.size() == weeks.weeks.size();
  return title + (all ? " (done already)" : " (" + number_ranges(finished) + " done already)");
}

}  // namespace meso
