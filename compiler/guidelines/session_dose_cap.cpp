// R23 / M123: more hard sets of a group in one session than bring anything more.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"

namespace meso::guidelines {
namespace {

struct Overfull {
  GroupId group;
  const PeakSets* peak = nullptr;
};

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : check_(check), all_(check.threshold("warn above")), direct_(check.threshold("or direct")) {}

  // One finding a session: its groups are mended together.
  void run() {
    const AllPeaks& peaks = check_.paths.peaks;
    std::map<std::uint32_t, std::vector<Overfull>> by_session;
    for (std::uint32_t g = 0; g < peaks.sessions.size(); ++g)
      for (const PeakSets& peak : peaks.sessions[g])
        if (peak.sets > all_ || peak.direct > direct_)
          by_session[session_of(check_.plan, peak.session).source.value].push_back(
              {GroupId{g}, &peak});
    for (auto& [source, found] : by_session) report(found);
  }

 private:
  // "quads: 14 hard sets, 12 of them direct".
  std::string told(const Overfull& o) const {
    const std::string sets = o.peak->sets.text(), direct = o.peak->direct.text();
    return std::string(check_.facts.name(o.group)) + ": " + sets + " hard sets" +
           (sets == direct ? ", all of them direct" : ", " + direct + " of them direct");
  }

  void report(std::vector<Overfull>& found) {
    std::stable_sort(found.begin(), found.end(), [](const Overfull& a, const Overfull& b) {
      return a.peak->sets > b.peak->sets;
    });
    const Overfull& worst = found.front();
    const Session& session = session_of(check_.plan, worst.peak->session);
    Diagnostic& d = check_.report(session.source, told(worst) + " in " + quoted(session.name));
    d.label("the bound is " + all_.text() + " in one session, " + direct_.text() +
            " of them direct");
    if (!worst.peak->results.empty())
      d.note("it comes to that with " + worst.peak->results + ": rules change the sets");
    for (std::size_t i = 1; i < found.size(); ++i) d.note(told(found[i]));
    d.advise("do a part of them in another session of the week, or leave some out");
  }

  GuidelineCheck& check_;
  const Decimal all_, direct_;
};

void run(GuidelineCheck& check) { Checker(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"warn above", 11, "hard sets",
     "Remmert 2025 (preprint, through a secondary source): for size no benefit is seen beyond "
     "about 11"},
    {"or direct", 8, "direct hard sets", "a choice of this project, below that figure"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline session_dose_cap;
const Guideline session_dose_cap{
    .name = "session-dose-cap",
    .code = "M123",
    .category = "overload",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "No session gives a group more hard sets than are known to bring anything",
    .why =
        "Each set of a session adds less than the one before, and makes more tired and more sore. "
        "Twenty sets for the chest on one day are better done as ten and ten. Hard sets of a "
        "group are counted as everywhere (1 direct, 0.5 indirect), session by session; sets that "
        "rules add count where an athlete who does, beats or misses everything comes to them.",
    .sources =
        "Remmert 2025 (preprint, known through a secondary source): beyond about 11 fractional "
        "sets a session no more growth could be detected, and beyond about 2 direct ones no more "
        "strength. The founding articles (S004-37): excess volume harms consistency.",
    .critics =
        "The figure is from one preprint and is about benefit: no harm was shown above it. "
        "Strength programs do ten light triples of a lift with reason; allow it there.",
    .editions = kEditions,
    .bad = R"(plan "Chest day"
  level intermediate
  guidelines 2026
  familiar bench press, cable fly
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Chest"
    bench press 6x6 @ RIR 2 add(2.5%)
    cable fly 6x12 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Chest twice a week"
  level intermediate
  guidelines 2026
  familiar bench press, cable fly
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 1 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Chest"
    bench press 6x6 @ RIR 2 add(2.5%)
  session "Chest again"
    cable fly 6x12 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
