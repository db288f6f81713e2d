#include "compiler/compare/compare.h"

#include <algorithm>
#include <map>

#include "compiler/compare/align.h"
#include "compiler/compare/compare_block.h"
#include "compiler/compare/compare_facts.h"
#include "compiler/compare/told.h"

namespace meso {
namespace {

template <class Item>
std::vector<std::string> names(const std::vector<Item>& items) {
  std::vector<std::string> out;
  for (const Item& item : items) out.push_back(item.name);
  return out;
}

std::vector<Definition> of_kind(const std::vector<Definition>& all, std::string_view what) {
  std::vector<Definition> out;
  for (const Definition& definition : all)
    if (definition.what == what) out.push_back(definition);
  return out;
}

std::vector<Aligned> aligned(const std::vector<Definition>& before,
                             const std::vector<Definition>& after) {
  return align(names(before), names(after), [&](std::size_t b, std::size_t a) {
    return shared_entries_percent(before[b].clauses, after[a].clauses);
  });
}

using Names = std::map<std::string, std::string>;  // new name -> old name

Names renamed(const ToldPlan& before, const ToldPlan& after, std::string_view what) {
  const auto old_ones = of_kind(before.definitions, what),
             new_ones = of_kind(after.definitions, what);
  Names out;
  for (const Aligned& item : aligned(old_ones, new_ones))
    if (item.before && item.after) out[new_ones[*item.after].name] = old_ones[*item.before].name;
  return out;
}

void rename(std::vector<Fact>& facts, const Names& gates, const Names& rules) {
  for (Fact& fact : facts)
    for (std::size_t i = 0; i < fact.definitions.size(); ++i) {
      const Names& names = fact.what == "gate" ? gates : rules;
      const auto found = names.find(fact.definitions[i]);
      if (found == names.end()) continue;
      fact.calls[i].replace(0, fact.definitions[i].size(), found->second);
      fact.definitions[i] = found->second;
    }
}

// A gate by another name is still the gate of the sessions that name it, and so is a rule.
void give_old_names(const ToldPlan& before, ToldPlan& after) {
  const Names gates = renamed(before, after, "gate"), rules = renamed(before, after, "rule");
  rename(after.facts, gates, rules);
  for (ToldBlock& block : after.blocks) {
    rename(block.facts, gates, rules);
    for (ToldSession& session : block.sessions) {
      rename(session.facts, gates, rules);
      for (ToldLine& line : session.lines) rename(line.facts, gates, rules);
    }
  }
}

// What only `before` has is told with the sessions and lines that no longer use it.
void compare_definitions(const ToldPlan& before, const ToldPlan& after, std::string_view what,
                         Differences& out) {
  const auto old_ones = of_kind(before.definitions, what),
             new_ones = of_kind(after.definitions, what);
  const std::vector<std::string> none;
  for (const Aligned& item : aligned(old_ones, new_ones)) {
    if (!item.after) continue;
    if (item.before && old_ones[*item.before].meaning == new_ones[*item.after].meaning) continue;
    const Definition& shown = new_ones[*item.after];
    DefinitionDifferences d{
        std::string(what), shown.name,
        compare_values("clause", item.before ? old_ones[*item.before].clauses : none,
                       shown.clauses)};
    if (!d.differences.empty()) out.definitions.push_back(std::move(d));
  }
}

void compare_all_blocks(const ToldPlan& before, const ToldPlan& after, Differences& out) {
  const auto old_names = names(before.blocks), new_names = names(after.blocks);
  const auto alike = [&](std::size_t b, std::size_t a) {
    return shared_entries_percent(session_names(before.blocks[b]), session_names(after.blocks[a]));
  };
  for (const Aligned& item : align(old_names, new_names, alike)) {
    BlockDifferences d = !item.before  ? lone_block(after.blocks[*item.after], How::added)
                         : !item.after ? lone_block(before.blocks[*item.before], How::removed)
                                       : compare_blocks(before.blocks[*item.before],
                                                        after.blocks[*item.after], after.groups);
    if (item.moved)
      d.differences.insert(d.differences.begin(),
                           {How::moved, "order", "", new_place(new_names, *item.after)});
    if (!d.differences.empty() || !d.weeks.empty()) out.blocks.push_back(std::move(d));
  }
}

}  // namespace

std::string_view text(How how) {
  switch (how) {
    case How::changed: return "changed";
    case How::added: return "added";
    case How::removed: return "removed";
    case How::moved: return "moved";
  }
  return "";
}

std::string VolumeDifference::percent_text() const {
  if (before == Decimal()) return {};
  const Decimal percent = round_to((after - before) * Decimal::whole(100) / before,
                                   Decimal::whole(1), Rounding::nearest);
  return (percent > Decimal() ? "+" : "") + percent.text() + " %";
}

Differences compare(PlanVersion old_version, PlanVersion new_version) {
  const ToldPlan before = tell(old_version.plan, old_version.edition);
  ToldPlan after = tell(new_version.plan, new_version.edition);
  give_old_names(before, after);
  Differences out;
  out.plan = compare_facts(before.facts, after.facts);
  compare_definitions(before, after, "gate", out);
  compare_definitions(before, after, "rule", out);
  compare_all_blocks(before, after, out);
  return out;
}

}  // namespace meso
