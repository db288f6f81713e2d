#include "compiler/verify/searches.h"

namespace meso {
namespace {

std::vector<std::pair<Property, SessionId>> keys_of(const std::vector<Breach>& breaches) {
  std::vector<std::pair<Property, SessionId>> keys;
  for (const Breach& breach : breaches) keys.emplace_back(breach.property, breach.session);
  return keys;
}

}  // namespace

Exploration Searches::explored(const View& view, const Search& search) {
  auto projection = std::make_unique<Projection>(facts_, run_, bouts_, graph_, view);
  auto wanted = keys_of(search.wanted);
  for (const Known& known : known_)
    if (known.wanted == wanted && known.projection->is_alike(*projection)) {
      Exploration found = known.found;
      found.states = 0;  // none that weren't counted
      return found;
    }
  Exploration found = explore(graph_, *projection, search);
  if (found.complete && projection->asks_nothing())
    known_.push_back({std::move(projection), std::move(wanted), found});
  return found;
}

}  // namespace meso
