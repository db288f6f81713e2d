#include "compiler/verify/violation.h"

namespace meso {

Violation violation_of(const Breach& breach, GroupId group, const LivedPath& replayed,
                       const RunPlan& run, EnvelopeMode mode) {
  Violation out;
  out.session = breach.session;
  out.group = group;
  out.lived = replayed.days;
  out.results = replayed.results;
  out.first_weekday = breach.first_weekday;
  out.body = replayed.body;
  const auto need = [&](const GhostBout& bout) {
    const RecoveryDays days = recovery_days(bout.bout_class, run.plan().level, mode, run.edition());
    switch (breach.property) {
      case Property::gap_safe: return days.clear;
      case Property::latent_safe: return days.latent;
      default: return days.typical_gap;
    }
  };
  const GhostBout* worst = &replayed.bouts.back();
  if (breach.property != Property::latent_safe)
    for (const GhostBout& bout : replayed.bouts)
      if (bout.day + need(bout) > worst->day + need(*worst)) worst = &bout;
  const bool never =
      breach.property == Property::gap_safe &&
      recovery_days(replayed.bouts.back().bout_class, run.plan().level, mode, run.edition())
          .never_clear;
  if (never) worst = &replayed.bouts.back();
  out.since = worst->session;
  out.bout_class = worst->bout_class;
  out.days = out.lived.back().day - worst->day;
  if (!never) out.safe_days = need(*worst);
  return out;
}

}  // namespace meso
