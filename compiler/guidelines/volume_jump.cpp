// R18 / M118: more sets of a group in one pass, or in one session, than the passes before prepared.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "runtime/volume.h"

namespace meso::guidelines {
namespace {

// Hard sets by group: of a whole pass, and of its heaviest session.
struct PassVolume {
  const Pass* pass = nullptr;
  std::vector<Decimal> sets, session_sets;
};

PassVolume volume_of(const PlanFacts& facts, const Pass& pass) {
  PassVolume v{&pass, std::vector<Decimal>(facts.plan.groups.size()),
               std::vector<Decimal>(facts.plan.groups.size())};
  const Week& week = facts.week(pass);
  for (const std::uint32_t session : week.sessions)
    for (const GroupDose& dose : facts.doses(pass.block, session)) {
      v.sets[dose.group.value] += dose.hard_sets;
      v.session_sets[dose.group.value] = std::max(v.session_sets[dose.group.value], dose.hard_sets);
    }
  const Decimal share = share_of_list(facts.plan.blocks[pass.block], week);
  if (share != Decimal::whole(1))
    for (Decimal& sets : v.sets) sets = sets * share;
  return v;
}

struct Jump {
  GroupId group;
  Decimal from, to;
  const Pass* base = nullptr;

  Decimal percent() const { return (to - from) * Decimal::whole(100) / from; }
};

std::string sets_text(const Jump& jump) {
  const Decimal percent = round_to(jump.percent(), Decimal::whole(1), Rounding::nearest);
  return jump.from.text() + " -> " + jump.to.text() + " sets, +" + percent.text() + " %";
}

// Where the pass gets its sets from, in the text: the week line that changes it, else its block.
SourceId place_of(const Plan& plan, const Pass& pass) {
  const Block& block = plan.blocks[pass.block];
  const Week& week = block.weeks[static_cast<std::size_t>(pass.number)];
  return week.changes.empty() ? block.source : week.changes.front().source;
}

std::string pass_name(const Plan& plan, const Pass& pass) {
  const Block& block = plan.blocks[pass.block];
  return std::string(block.rotations ? "rotation " : "week ") + std::to_string(pass.number + 1) +
         " of " + quoted(block.name);
}

// The highest of the last loading passes: a held or lighter week never lowers it. A group that none
// of them trained has nothing to be compared with: that is a first exposure.
Jump jump_over(const std::vector<PassVolume>& before, std::uint32_t group, Decimal to,
               std::vector<Decimal> PassVolume::*of) {
  Jump jump{GroupId{group}, Decimal(), to, nullptr};
  for (const PassVolume& v : before)
    if ((v.*of)[group] > jump.from) {
      jump.from = (v.*of)[group];
      jump.base = v.pass;
    }
  return jump;
}

class Checker {
 public:
  explicit Checker(GuidelineCheck& check)
      : check_(check),
        warn_(check.threshold("week warn above")),
        error_(check.threshold("week error above")),
        session_warn_(check.threshold("session warn above")),
        least_(check.threshold("at least")) {}

  void run() {
    const auto kept = static_cast<std::size_t>(check_.edition.baseline_passes);
    std::vector<PassVolume> before;
    for (const Pass& pass : check_.facts.passes) {
      if (!is_loading(pass)) continue;
      PassVolume now = volume_of(check_.facts, pass);
      if (!before.empty()) compare(before, now);
      before.push_back(std::move(now));
      if (before.size() > kept) before.erase(before.begin());
    }
  }

 private:
  bool counts(const Jump& j, Decimal bound) const {
    return j.from > Decimal() && j.percent() > bound && j.to - j.from >= least_;
  }

  // A group whose week jumps isn't told again for the session that does it.
  void compare(const std::vector<PassVolume>& before, const PassVolume& now) {
    std::vector<Jump> weekly, single;
    for (std::uint32_t g = 0; g < now.sets.size(); ++g) {
      const Jump week = jump_over(before, g, now.sets[g], &PassVolume::sets);
      const Jump session = jump_over(before, g, now.session_sets[g], &PassVolume::session_sets);
      if (counts(week, warn_))
        weekly.push_back(week);
      else if (counts(session, session_warn_))
        single.push_back(session);
    }
    if (!weekly.empty()) report_week(*now.pass, std::move(weekly));
    if (!single.empty()) report_session(*now.pass, std::move(single));
  }

  static void worst_first(std::vector<Jump>& jumps) {
    std::stable_sort(jumps.begin(), jumps.end(), [](const Jump& a, const Jump& b) {
      return a.percent() != b.percent() ? a.percent() > b.percent() : a.to > b.to;
    });
  }

  // One finding a pass: its groups jump together and are mended together.
  void report_week(const Pass& pass, std::vector<Jump> jumps) {
    worst_first(jumps);
    const Jump& worst = jumps.front();
    const bool error = worst.percent() > error_;
    Diagnostic& d =
        check_.report(error ? Severity::error : Severity::warning, place_of(check_.plan, pass),
                      std::string(check_.facts.name(worst.group)) + ": " + sets_text(worst) +
                          " in " + pass_name(check_.plan, pass));
    d.label("the bound is +" + (error ? error_ : warn_).text() + " %");
    add_base(d, pass, worst);
    add_others(d, jumps);
    d.advise("rise in steps: at most " + warn_.text() + " % more sets of a group from one " +
             (check_.plan.blocks[pass.block].rotations ? "rotation" : "week") + " to the next");
  }

  void report_session(const Pass& pass, std::vector<Jump> jumps) {
    worst_first(jumps);
    const Jump& worst = jumps.front();
    Diagnostic& d = check_.report(Severity::warning, place_of(check_.plan, pass),
                                  std::string(check_.facts.name(worst.group)) +
                                      " in one session: " + sets_text(worst) + " in " +
                                      pass_name(check_.plan, pass));
    d.label("the bound is +" + session_warn_.text() +
            " % over the heaviest session of the weeks before");
    add_base(d, pass, worst);
    add_others(d, jumps);
    d.advise("spread the sets over the week's sessions, or rise in steps");
  }

  void add_others(Diagnostic& d, const std::vector<Jump>& jumps) const {
    for (std::size_t i = 1; i < jumps.size(); ++i)
      d.note(std::string(check_.facts.name(jumps[i].group)) + ": " + sets_text(jumps[i]));
  }

  void add_base(Diagnostic& d, const Pass& pass, const Jump& jump) const {
    if (jump.base != nullptr && jump.base->block != pass.block)
      d.also(check_.span(check_.plan.blocks[jump.base->block].source),
             "compared with " + pass_name(check_.plan, *jump.base));
  }

  GuidelineCheck& check_;
  Decimal warn_, error_, session_warn_, least_;
};

void run(GuidelineCheck& check) { Checker(check).run(); }

constexpr Threshold kThresholds2026[] = {
    {"week warn above", 20, "%",
     "a choice of this project; the fastest studied ramp is 9-13 % a week (Enes 2024)"},
    {"week error above", 50, "%", "a choice of this project"},
    {"session warn above", 30, "%",
     "a choice of this project, after single-session spikes in runners (Frandsen 2025, through a "
     "secondary source)"},
    {"at least", 3, "sets", "a choice of this project: below it a percentage says little"},
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
        "one. Of each pass the heaviest session is compared too.",
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
    .bad = R"(plan "Twice the sets"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "More"

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 2 weeks if ready
  session "Bench"
    bench press 5x5 @ RIR 2 add(2.5%)

block "More" 2 weeks if ready
  session "Bench"
    bench press 10x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "One set more"
  level intermediate
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "More"

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
