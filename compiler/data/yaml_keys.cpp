#include "compiler/data/yaml_keys.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "base/text.h"

namespace meso {
namespace {

// The entries by key, and those of one key in the order written. Sorting keeps a map of 100,000
// entries cheap.
std::vector<std::size_t> order_by_key(const std::vector<YamlValue::Entry>& entries) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&entries](std::size_t a, std::size_t b) {
    return entries[a].key < entries[b].key;
  });
  return order;
}

void report(const YamlValue::Entry& repeat, const YamlValue::Entry& first, Sink& sink) {
  sink.report(kind::duplicate_key, repeat.key_span,
              quoted(repeat.key) + " stands here a second time")
      .also(first.key_span, "first here")
      .advise("keep one of the two");
}

}  // namespace

void drop_duplicates(YamlValue& map, Sink& sink) {
  std::vector<YamlValue::Entry>& entries = map.entries;
  const std::vector<std::size_t> order = order_by_key(entries);
  std::vector<bool> repeats(entries.size(), false);
  for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
    if (entries[order[i]].key != entries[order[first]].key) {
      first = i;
      continue;
    }
    repeats[order[i]] = true;
    report(entries[order[i]], entries[order[first]], sink);
  }
  std::vector<YamlValue::Entry> kept;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!repeats[i]) kept.push_back(std::move(entries[i]));
  entries = std::move(kept);
}

}  // namespace meso
