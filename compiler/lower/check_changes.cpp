#include "compiler/lower/check_changes.h"

#include <string>
#include <string_view>

namespace meso {
namespace {

// What a week can't change, or not by this value; empty where it can.
std::string_view unplannable(const Change& change) {
  if (change.what == Changes::gap) return "change the gap";
  if (change.what == Changes::stage) return "change a stage";
  if (change.what == Changes::reference) return "change a training max";
  if (change.per != Change::Per::once) return "count reps that aren't done yet";
  if (change.next_time) return "change the next time only";
  if (std::holds_alternative<StartValue>(change.value)) return "go back to the start";
  if (std::holds_alternative<OfReference>(change.value)) return "take a load from a max";
  if (std::holds_alternative<LoadOfStage>(change.value)) return "take the load of a stage";
  return {};
}

}  // namespace

void check_planned_changes(const Model& model, const std::vector<Change>& changes, Sink& sink) {
  for (const Change& change : changes)
    if (const std::string_view what = unplannable(change); !what.empty())
      sink.report(kind::idle_change, model.span(change.source),
                  "a week or a repeat can't " + std::string(what) + ": rules do that")
          .advise(
              "weeks and repeats change load, sets, reps, time, distance, RIR, rest and scheme");
}

}  // namespace meso
