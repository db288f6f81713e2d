#include "compiler/diag/diagnostic.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace meso {
namespace {

auto sort_key(const Diagnostic& d) {
  return std::tuple(d.primary.span.file, d.primary.span.begin, d.kind.code);
}

// The indices of the diagnostics in their order. Sorting these rather than the diagnostics moves
// each of them once.
std::vector<std::uint32_t> order_of(const std::vector<Diagnostic>& items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&items](std::uint32_t a, std::uint32_t b) {
    return sort_key(items[a]) < sort_key(items[b]);
  });
  return order;
}

}  // namespace

std::string_view text(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

const std::vector<KindRow>& all_kinds() {
  static const std::vector<KindRow> kRows = {
#define MESO_KIND(id, code, name, severity, what) {kind::id, what},
#include "compiler/diag/kinds.def"
#undef MESO_KIND
  };
  return kRows;
}

Diagnostic& Sink::report(Kind kind, Span span, std::string message) {
  Diagnostic& added = items_.emplace_back();
  added.kind = kind;
  added.primary.span = span;
  added.message = std::move(message);
  return added;
}

void Sink::add(Sink&& other) {
  if (items_.empty())
    items_.swap(other.items_);
  else
    std::move(other.items_.begin(), other.items_.end(), std::back_inserter(items_));
}

bool Sink::has_errors() const {
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& d) { return d.kind.severity == Severity::error; });
}

void Sink::sort() {
  const auto in_order = [](const Diagnostic& a, const Diagnostic& b) {
    return sort_key(a) < sort_key(b);
  };
  // What one pass reports has its order already, and nothing twice.
  if (std::ranges::adjacent_find(items_, std::not_fn(in_order)) == items_.end()) return;
  std::vector<Diagnostic> kept;
  kept.reserve(items_.size());  // the views in `seen` need the diagnostics to stay in place
  std::set<std::pair<std::uint32_t, std::string_view>> seen;  // of the diagnostics with one key
  for (const std::uint32_t index : order_of(items_)) {
    Diagnostic& next = items_[index];
    if (!kept.empty() && sort_key(kept.back()) != sort_key(next)) seen.clear();
    const std::uint32_t end = next.primary.span.end;
    if (seen.contains({end, next.message})) continue;
    kept.push_back(std::move(next));
    seen.emplace(end, kept.back().message);
  }
  items_ = std::move(kept);
}

}  // namespace meso
