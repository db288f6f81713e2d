#include "compiler/compare/compare_facts.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/compare/align.h"

namespace meso {
namespace {

const Fact* find(const std::vector<Fact>& facts, const std::string& what) {
  const auto found =
      std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.what == what; });
  return found == facts.end() ? nullptr : &*found;
}

void append(std::vector<Difference>& out, std::vector<Difference> more) {
  std::move(more.begin(), more.end(), std::back_inserter(out));
}

// Another gate or rule is told by its name, a single value against another as a change, however
// little they share.
std::vector<Difference> compare_fact(const Fact& before, const Fact& after) {
  if (before.values == after.values) return {};
  const bool is_defined = !before.definitions.empty();
  if (is_defined && before.calls == after.calls) return {};
  const bool by_name = is_defined && before.definitions != after.definitions;
  const auto& old_values = by_name ? before.calls : before.values;
  const auto& new_values = by_name ? after.calls : after.values;
  if (old_values.size() == 1 && new_values.size() == 1)
    return {{How::changed, after.what, old_values.front(), new_values.front()}};
  return compare_values(after.what, old_values, new_values);
}

const std::vector<std::string>& shown(const Fact& fact) {
  return fact.definitions.empty() ? fact.values : fact.calls;
}

}  // namespace

std::string new_place(const std::vector<std::string>& names, std::size_t at) {
  return at == 0 ? "now first" : "now after " + quoted(names[at - 1]);
}

std::vector<Difference> compare_values(const std::string& what,
                                       const std::vector<std::string>& before,
                                       const std::vector<std::string>& after) {
  std::vector<Difference> out;
  const auto alike = [&](std::size_t b, std::size_t a) {
    return shared_words_percent(before[b], after[a]);
  };
  for (const Aligned& item : align(before, after, alike)) {
    if (!item.before)
      out.push_back({How::added, what, "", after[*item.after]});
    else if (!item.after)
      out.push_back({How::removed, what, before[*item.before], ""});
    else if (item.moved)
      out.push_back({How::moved, what, before[*item.before], new_place(after, *item.after)});
    else if (before[*item.before] != after[*item.after])
      out.push_back({How::changed, what, before[*item.before], after[*item.after]});
  }
  return out;
}

std::vector<Difference> compare_facts(const std::vector<Fact>& before,
                                      const std::vector<Fact>& after) {
  std::vector<Difference> out;
  for (const Fact& fact : after) {
    const Fact* old = find(before, fact.what);
    if (old == nullptr && fact.needs_both) continue;
    append(out,
           old != nullptr ? compare_fact(*old, fact) : compare_values(fact.what, {}, shown(fact)));
  }
  for (const Fact& fact : before)
    if (find(after, fact.what) == nullptr && !fact.needs_both)
      append(out, compare_values(fact.what, shown(fact), {}));
  return out;
}

}  // namespace meso
