#include "compiler/verify/verify.h"

namespace meso {

std::string_view text(Property property) {
  switch (property) {
    case Property::gate_total: return "gate-total";
    case Property::released_fresh: return "released-fresh";
    case Property::gap_safe: return "gap-safe";
    case Property::latent_safe: return "latent-safe";
    case Property::recovers: return "recovers";
    case Property::swap_is_fresh: return "swap-is-fresh";
    case Property::bounded_volume: return "bounded-volume";
    case Property::bounded_load: return "bounded-load";
    case Property::progresses: return "progresses";
    case Property::stall_escalates: return "stall-escalates";
    case Property::deload_comes: return "deload-comes";
  }
  return "";
}

std::string_view claim(Property property) {
  switch (property) {
    case Property::gate_total: return "every check-in has one verdict, and silence never trains";
    case Property::released_fresh:
      return "a gate releases no group that is reported sore, or not reported";
    case Property::gap_safe:
      return "a group that no gate asks about is trained only when it must have recovered";
    case Property::latent_safe:
      return "no gate takes \"not sore\" for recovered while soreness can still come";
    case Property::recovers: return "groups get their usual gap, or the gate asks for strength";
    case Property::swap_is_fresh: return "what a swap puts in spares the groups that were fled";
    case Property::bounded_volume: return "hard sets rise in steps, whatever the results";
    case Property::bounded_load: return "no rule raises a load or a max too far at once";
    case Property::progresses: return "an athlete with whom nothing is wrong is never held back";
    case Property::stall_escalates:
      return "after two cuts a stall changes the scheme, deloads or tells the coach";
    case Property::deload_comes: return "no more than eight loading weeks in a row";
  }
  return "";
}

std::string_view text(Proof proof) {
  switch (proof) {
    case Proof::proved: return "proved";
    case Proof::refuted: return "refuted";
    case Proof::not_proved: return "not proved";
  }
  return "";
}

}  // namespace meso
