#include "compiler/compare/compare_block.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/compare/align.h"
#include "compiler/compare/compare_facts.h"
#include "compiler/compare/weeks.h"

namespace meso {
namespace {

std::vector<std::string> line_names(const ToldSession& session) {
  std::vector<std::string> out;
  for (const ToldLine& line : session.lines) out.push_back(line.name);
  return out;
}

std::string summary(const ToldSession& session) {
  std::string out;
  for (const ToldLine& line : session.lines)
    out += (out.empty() ? "" : "; ") + line.name + " " + line.work;
  return out;
}

std::vector<std::string> names_of(const ToldBlock& block, const ToldWeek& week) {
  std::vector<std::string> out;
  for (const std::uint32_t session : week.sessions) out.push_back(block.sessions[session].name);
  return out;
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) out.push_back(quoted(name));
  return join_and(out);
}

// One week of each version.
class WeekComparison {
 public:
  WeekComparison(const ToldBlock& before, const ToldBlock& after, int week, WeekGatherer& out)
      : before_(before), after_(after), week_(week), out_(out) {}

  void run(const std::vector<std::string>& groups) {
    const auto at = static_cast<std::size_t>(week_ - 1);
    const ToldWeek& before = before_.weeks[at];
    const ToldWeek& after = after_.weeks[at];
    for (Difference& d : compare_facts(before.facts, after.facts)) add("", "", std::move(d));
    compare_sessions(before, after);
    compare_hard_sets(before, after, groups);
  }

 private:
  void add(const std::string& session, const std::string& exercise, Difference difference) {
    out_.add(week_, {session, exercise, std::move(difference), std::nullopt});
  }

  void compare_sessions(const ToldWeek& before, const ToldWeek& after) {
    const auto old_names = names_of(before_, before), new_names = names_of(after_, after);
    const auto old_session = [&](std::size_t i) -> const ToldSession& {
      return before_.sessions[before.sessions[i]];
    };
    const auto new_session = [&](std::size_t i) -> const ToldSession& {
      return after_.sessions[after.sessions[i]];
    };
    const auto alike = [&](std::size_t b, std::size_t a) {
      const int percent =
          shared_entries_percent(line_names(old_session(b)), line_names(new_session(a)));
      return percent < 50 ? 0 : percent;
    };
    for (const Aligned& item : align(old_names, new_names, alike)) {
      if (!item.before) {
        add(new_names[*item.after], "",
            {How::added, "session", "", summary(new_session(*item.after))});
      } else if (!item.after) {
        add(old_names[*item.before], "",
            {How::removed, "session", summary(old_session(*item.before)), ""});
      } else {
        if (item.moved)
          add(new_names[*item.after], "",
              {How::moved, "order", "", new_place(new_names, *item.after)});
        compare_session(old_session(*item.before), new_session(*item.after));
      }
    }
  }

  void compare_session(const ToldSession& before, const ToldSession& after) {
    if (before.name != after.name)
      add(after.name, "", {How::changed, "name", quoted(before.name), quoted(after.name)});
    for (Difference& d : compare_facts(before.facts, after.facts))
      add(after.name, "", std::move(d));
    const auto old_names = line_names(before), new_names = line_names(after);
    const auto alike = [&](std::size_t b, std::size_t a) {
      return shared_entries_percent(before.lines[b].primary, after.lines[a].primary);
    };
    for (const Aligned& item : align(old_names, new_names, alike))
      compare_lines(before, after, item, new_names);
  }

  void compare_lines(const ToldSession& before, const ToldSession& after, const Aligned& item,
                     const std::vector<std::string>& new_names) {
    if (!item.before) {
      const ToldLine& line = after.lines[*item.after];
      return add(after.name, line.name, {How::added, "exercise", "", line.work});
    }
    const ToldLine& old_line = before.lines[*item.before];
    if (!item.after)
      return add(after.name, old_line.name, {How::removed, "exercise", old_line.work, ""});
    const ToldLine& line = after.lines[*item.after];
    if (item.moved)
      add(after.name, line.name, {How::moved, "order", "", new_place(new_names, *item.after)});
    if (old_line.name != line.name)
      add(after.name, line.name, {How::changed, "exercise", old_line.name, line.name});
    for (Difference& d : compare_facts(old_line.facts, line.facts))
      add(after.name, line.name, std::move(d));
  }

  void compare_hard_sets(const ToldWeek& before, const ToldWeek& after,
                         const std::vector<std::string>& groups) {
    const std::size_t count = std::min(before.hard_sets.size(), after.hard_sets.size());
    for (std::size_t g = 0; g < count; ++g)
      if (before.hard_sets[g] != after.hard_sets[g])
        out_.add(week_, {"", "", std::nullopt,
                         VolumeDifference{groups[g], before.hard_sets[g], after.hard_sets[g]}});
  }

  const ToldBlock& before_;
  const ToldBlock& after_;
  int week_;
  WeekGatherer& out_;
};

// Weeks that only one version has.
void add_lone_weeks(const ToldBlock& block, std::size_t from, How how, WeekGatherer& out) {
  for (std::size_t week = from; week < block.weeks.size(); ++week) {
    Difference d{how, block.pass, "", ""};
    (how == How::added ? d.after : d.before) = quoted_list(names_of(block, block.weeks[week]));
    out.add(static_cast<int>(week) + 1, {"", "", std::move(d), std::nullopt});
  }
}

}  // namespace

std::vector<std::string> session_names(const ToldBlock& block) {
  std::vector<std::string> out;
  for (const ToldSession& session : block.sessions) add_once(out, session.name);
  return out;
}

BlockDifferences compare_blocks(const ToldBlock& before, const ToldBlock& after,
                                const std::vector<std::string>& groups) {
  BlockDifferences out{after.name, after.pass, {}, {}, 0};
  if (before.name != after.name)
    out.differences.push_back({How::changed, "name", quoted(before.name), quoted(after.name)});
  for (Difference& d : compare_facts(before.facts, after.facts))
    out.differences.push_back(std::move(d));
  WeekGatherer weeks;
  const std::size_t common = std::min(before.weeks.size(), after.weeks.size());
  for (std::size_t week = 1; week <= common; ++week)
    WeekComparison(before, after, static_cast<int>(week), weeks).run(groups);
  add_lone_weeks(before, common, How::removed, weeks);
  add_lone_weeks(after, common, How::added, weeks);
  out.weeks = weeks.gathered(static_cast<int>(common));
  return out;
}

BlockDifferences lone_block(const ToldBlock& block, How how) {
  const Fact& length = block.facts.front();
  const std::string words = length.values.front() + " of " + quoted_list(session_names(block));
  Difference d{how, "block", "", ""};
  (how == How::added ? d.after : d.before) = words;
  return {block.name, block.pass, {std::move(d)}, {}, 0};
}

}  // namespace meso
