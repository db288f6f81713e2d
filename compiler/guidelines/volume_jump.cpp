// R18 / M118: more sets of a group in one pass, or in one session, than the passes before prepared.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/path_findings.h"
#include "compiler/verify/volume_jumps.h"

namespace meso::guidelines {
namespace {

using Of = VolumeJump::Of;

VolumeBounds bounds_of(const GuidelineCheck& check) {
  VolumeBounds bounds;
  bounds.pass = check.whole_threshold("week warn above");
  bounds.pass_error = check.whole_threshold("week error above");
  bounds.session = check.whole_threshold("session warn above");
  bounds.six_days = check.whole_threshold("six days warn above");
  bounds.least_sets = check.whole_threshold("at least");
  return bounds;
}

// What stands in the plan, pass by pass.
std::vector<VolumeJump> written_jumps(const GuidelineCheck& check) {
  std::vector<VolumeJump> out;
  UsedTo used(check.edition);
  for (std::size_t p = 0; p < check.facts.passes.size(); ++p) {
    if (!is_loading(check.facts.passes[p])) continue;
    PassVolume now = written_volume(check.facts, p);
    for (VolumeJump& jump : jumps_over(used.passes(), now, bounds_of(check)))
      out.push_back(std::move(jump));
    used.add(std::move(now));
  }
  return out;
}

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : check_(check),
        warn_(check.threshold("week warn above")),
        error_(check.threshold("week error above")) {}

  // One finding a pass: its groups jump together and are mended together.
  void run() {
    const std::vector<VolumeJump> written = written_jumps(check_);
    std::map<std::pair<std::size_t, Of>, std::vector<VolumeJump>> by_pass;
    for (const VolumeJump& jump : written) by_pass[{jump.pass, jump.of}].push_back(jump);
    for (auto& [key, jumps] : by_pass) report(jumps);
    report_path(written);
  }

 private:
  static void worst_first(std::vector<VolumeJump>& jumps) {
    std::stable_sort(jumps.begin(), jumps.end(), [](const VolumeJump& a, const VolumeJump& b) {
      return a.percent() != b.percent() ? a.percent() > b.percent() : a.to > b.to;
    });
  }

  // Of what results may bring about, the pass in which it comes first: it is the rule that is
  // mended.
  void report_path(const std::vector<VolumeJump>& written) {
    std::vector<VolumeJump> first;
    for (const VolumeJump& jump : check_.paths.volume_jumps) {
      const bool known = std::any_of(written.begin(), written.end(), [&](const VolumeJump& w) {
        return w.pass == jump.pass && w.group == jump.group;
      });
      if (known) continue;
      if (first.empty() || (jump.pass == first.front().pass && jump.of == first.front().of))
        first.push_back(jump);
    }
    if (!first.empty()) report(first);
  }

  void report(std::vector<VolumeJump>& jumps) {
    worst_first(jumps);
    const VolumeJump& worst = jumps.front();
    const Pass& pass = check_.facts.passes[worst.pass];
    const bool error = worst.of == Of::pass && worst.percent() > error_;
    Diagnostic& d =
        check_.report(error ? Severity::error : Severity::warning, place_of(check_.plan, pass),
                      std::string(check_.facts.name(worst.group)) + kind_text(worst.of) + ": " +
                          sets_text(worst) + " in " + pass_name(check_.plan, pass));
    d.label(bound_text(worst, error));
    if (!worst.results.empty())
      d.note("it comes to that with " + worst.results + ": rules change the sets");
    add_base(d, pass, worst);
    for (std::size_t i = 1; i < jumps.size(); ++i)
      d.note(std::string(check_.facts.name(jumps[i].group)) + ": " + sets_text(jumps[i]));
    tell_days(d, check_, worst.path, sets_text(worst), [&](SessionId id) {
      const auto& doses = check_.facts.doses(id.block, id.index);
      return std::any_of(doses.begin(), doses.end(),
                         [&](const GroupDose& dose) { return dose.group == worst.group; });
    });
    d.advise(advice(worst, pass));
  }

  std::string bound_text(const VolumeJump& jump, bool error) const {
    switch (jump.of) {
      case Of::pass: break;
      case Of::session:
        return "the bound is +" + check_.threshold("session warn above").text() +
               " % over the heaviest session of the weeks before";
      case Of::six_days:
        return "the bound is +" + check_.threshold("six days warn above").text() +
               " % over the best week before";
    }
    return "the bound is +" + (error ? error_ : warn_).text() + " %";
  }

  std::string advice(const VolumeJump& jump, const Pass& pass) const {
    if (jump.of == Of::session) return "spread the sets over the week's sessions, or rise in steps";
    if (jump.of == Of::six_days) return "let more days pass between these sessions";
    return "rise in steps: at most " + warn_.text() + " % more sets of a group from one " +
           (check_.plan.blocks[pass.block].rotations ? "rotation" : "week") + " to the next";
  }

  void add_base(Diagnostic& d, const Pass& pass, const VolumeJump& jump) const {
    const Pass& base = check_.facts.passes[jump.base];
    if (base.block != pass.block)
      d.also(check_.span(check_.plan.blocks[base.block].source),
             "compared with " + pass_name(check_.plan, base));
  }

  GuidelineCheck& check_;
  Decimal warn_, error_;
};

void run(GuidelineCheck& check) { Checker(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"week warn above", VolumeBounds{}.pass, "%",
     "a choice of this project; the fastest studied ramp is 9-13 % a week (Enes 2024)"},
    {"week error above", VolumeBounds{}.pass_error, "%", "a choice of this project"},
    {"session warn above", VolumeBounds{}.session, "%",
     "a choice of this project, after single-session spikes in runners (Frandsen 2025, through a "
     "secondary source)"},
    {"six days warn above", VolumeBounds{}.six_days, "%",
     "a choice of this project: a week's end and the next one's start, done without a break"},
    {"at least", VolumeBounds{}.least_sets, "sets",
     "a choice of this project: below it a percentage says little"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline volume_jump;
const Guideline volume_jump{
    .name = "volume-jump",
    .code = "M118",
    .category = "overload",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary = "A group's hard sets rise in steps from week to week, and from session to session",
    .why =
        "Each pass through a block is compared with the highest of the last four loading "
        "passes, group by group, in fractional hard sets (1 direct, 0.5 indirect). Deloads and "
        "tests are left out on both sides, so a lighter week neither hides a jump nor makes "
        "one. Of each pass the heaviest session is compared too, and any six days are held "
        "against the best pass. Sets that rules add count: the verifier looks for the results "
        "that take them furthest.",
    .sources =
        "The founding articles (S001-10, S002-12, S004-22): a rise of volume makes sore, and "
        "very much of it spoils the next sessions. Fastest studied ramp: 4-6 sets a fortnight "
        "on a base of 22, with strength gained and size not clearly (Enes 2024 and 2025); 1.2 "
        "times one's own volume beat a fixed number (Scarpelli 2022, through a secondary "
        "source).",
    .critics =
        "The \"10 % a week\" rule has no support: in 5,205 runners the change from week to week "
        "was unrelated to injury while spikes of single sessions were related to it (Frandsen "
        "2025, through a secondary source); and running isn't lifting. So the bounds are wide, "
        "they are about the quality of work, and they predict no injury.",
    .editions = kEditions,
    .bad = R"(plan "Three sets more"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "More"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 2 weeks if ready
  session "Bench"
    bench press 5x5 @ RIR 2 add(2.5%)

block "More" 2 weeks if ready
  session "Bench"
    bench press 8x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "One set more"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "More"
  track sleep, energy

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 2 weeks if ready
  session "Bench"
    bench press 5x5 @ RIR 2 add(2.5%)

block "More" 2 weeks if ready
  session "Bench"
    bench press 6x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
