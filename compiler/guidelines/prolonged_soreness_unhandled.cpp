// R12 / M112: soreness that stays for days, and nothing in the plan that answers it.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/growth.h"
#include "compiler/verify/lasting_soreness.h"

namespace meso::guidelines {
namespace {

constexpr int kSorest = 10;
constexpr int kSevere = 7;  // from here on the coach is told anyway

// ---- rules that answer it, where no gate asks ----

class Answers {
 public:
  explicit Answers(const GuidelineCheck& check)
      : plan_(check.plan),
        days_(check.whole_threshold("stop after")),
        starts_(check.whole_threshold("starts sore")) {}

  bool given(const Block& block, const Session& session) const {
    return any(plan_.follows) || any(block.follows) ||
           std::any_of(session.lines.begin(), session.lines.end(),
                       [&](const Line& line) { return any(line.rules); });
  }

 private:
  bool any(const std::vector<RuleCall>& calls) const {
    return std::any_of(calls.begin(), calls.end(), [&](const RuleCall& call) {
      const auto& clauses = plan_.rules[call.rule].clauses;
      return std::any_of(clauses.begin(), clauses.end(), [&](const RuleClause& clause) {
        return asks_for_it(clause) && gives_way(clause, call);
      });
    });
  }
  bool asks_for_it(const RuleClause& clause) const {
    return clause.condition &&
           std::any_of(clause.condition->atoms.begin(), clause.condition->atoms.end(),
                       [&](const Atom& atom) { return !atom.negated && is_sore(atom); });
  }
  bool is_sore(const Atom& atom) const {
    switch (atom.reads) {
      case Reads::still_sore:
      case Reads::sore_at_start: return !atom.window || atom.window->times <= starts_;
      case Reads::soreness:
        return atom.for_days <= days_ &&
               (atom.compare == Compare::at_least || atom.compare == Compare::more);
      default: return false;
    }
  }

  const Plan& plan_;
  int days_, starts_;
};

// ---- gates ----

// The least report on which a gate's verdict is too late, after so many days of it.
struct TooLate {
  const Session* session = nullptr;
  int report = 0;
  Verdict verdict = Verdict::recover;
  Decimal sets_left;  // in %
};

class GateCheck {
 public:
  GateCheck(GuidelineCheck& check, GateId gate)
      : check_(check),
        gate_(check.plan.gates[gate]),
        halve_(check.whole_threshold("halve after")),
        stop_(check.whole_threshold("stop after")),
        refer_(check.whole_threshold("refer after")),
        most_left_(check.threshold("sets left at most")) {
    for (std::size_t b = 0; b < check.plan.blocks.size(); ++b) {
      const BlockId block = check.plan.blocks.id_of(b);
      for (std::uint32_t i = 0; i < check.plan.blocks[block].sessions.size(); ++i)
        if (check.plan.blocks[block].sessions[i].gate == gate) look({block, i});
    }
  }

  void report() {
    if (released_) {
      Diagnostic& d = start(Severity::error, "still " + released_verb() + " " +
                                                 quoted(released_->session->name) + " after " +
                                                 of(stop_, *released_));
      d.label("by then the sore groups stop");
      d.advise("stop them: recover when soreness >= " + sore() + " for " + counted(stop_, "day"));
      if (heavy_) d.note(heavy_text());
      if (untold_) d.note(untold_text());
    } else if (heavy_) {
      start(Severity::warning, "gives " + heavy_text()).label("half of them is the most by then");
      if (untold_) last_->note(untold_text());
    } else if (untold_) {
      start(Severity::warning, "sends nobody on: " + untold_text()).label("by then it refers");
    } else {
      return;
    }
    if (heavy_)
      last_->advise("halve them first: lighten sets x " + most_left_.text() +
                    "%, RIR + 1 when soreness >= " + sore() + " for " + counted(halve_, "day") +
                    " and soreness <= " + sore() + " and not soreness impairs");
    if (untold_)
      last_->advise("send them on: refer when soreness >= " + sore() + " for " +
                    counted(refer_, "day"));
  }

 private:
  void look(SessionId id) {
    const Session& session = check_.run.session(id);
    if (!seen_.insert(session.source.value).second) return;
    for (int report = check_.whole_threshold("sore from"); report <= kSorest; ++report) {
      if (const auto* clause = clause_after(id, report, stop_); clause && releases(clause->verdict))
        keep(released_, session, report, *clause);
      if (const auto* clause = clause_after(id, report, halve_);
          clause && releases(clause->verdict) && sets_left(session, *clause) > most_left_)
        keep(heavy_, session, report, *clause);
      if (const auto* clause = clause_after(id, report, refer_);
          clause && report < kSevere && clause->verdict != Verdict::refer)
        keep(untold_, session, report, *clause);
    }
  }
  const GateClause* clause_after(SessionId id, int report, int days) const {
    return clause_for(check_.run, id, {report, days});
  }
  static void keep(std::optional<TooLate>& kept, const Session& session, int report,
                   const GateClause& clause) {
    if (kept && kept->report <= report) return;
    kept = TooLate{&session, report, clause.verdict, sets_left(session, clause)};
  }

  Diagnostic& start(Severity severity, const std::string& what) {
    last_ = &check_.report(severity, gate_.source, "gate `" + gate_.name + "` " + what);
    return *last_;
  }
  std::string sore() const { return check_.threshold("sore from").text(); }
  std::string released_verb() const {
    return released_->verdict == Verdict::train ? "trains" : "lightens";
  }
  static std::string of(int days, const TooLate& late) {
    return counted(days, "day") + " of soreness " + std::to_string(late.report);
  }
  std::string heavy_text() const {
    const Decimal left = round_to(heavy_->sets_left, Decimal::whole(1), Rounding::nearest);
    return left.text() + " % of the sets of " + quoted(heavy_->session->name) + " after " +
           of(halve_, *heavy_);
  }
  std::string untold_text() const {
    return "after " + of(refer_, *untold_) + " it says " + std::string(text(untold_->verdict));
  }

  GuidelineCheck& check_;
  const Gate& gate_;
  int halve_, stop_, refer_;
  Decimal most_left_;
  std::set<std::uint32_t> seen_;
  std::optional<TooLate> released_, heavy_, untold_;
  Diagnostic* last_ = nullptr;
};

// ---- sessions without a gate ----

GroupSet trained_by(const GuidelineCheck& check, const QueueEntry& entry) {
  GroupSet groups = 0;
  for (const GroupDose& dose : check.facts.doses(entry))
    if (trains(dose, check.edition)) groups |= group_bit(dose.group);
  return groups;
}

// Groups that a gate of the block asks about: it notices what stays in them.
std::map<const Block*, GroupSet> asked_groups(const GuidelineCheck& check) {
  std::map<const Block*, GroupSet> asked;
  for (const QueueEntry& entry : check.facts.order)
    if (entry.session->gate) asked[entry.block] |= trained_by(check, entry);
  return asked;
}

void check_ungated(GuidelineCheck& check) {
  const Answers answers(check);
  std::map<const Block*, GroupSet> asked = asked_groups(check);
  int sessions = 0;
  std::vector<const Block*> blocks;
  for (const QueueEntry& entry : check.facts.order) {
    if (entry.session->gate || (trained_by(check, entry) & ~asked[entry.block]) == 0 ||
        answers.given(*entry.block, *entry.session))
      continue;
    ++sessions;
    if (blocks.empty() || blocks.back() != entry.block) blocks.push_back(entry.block);
  }
  if (Decimal::whole(sessions) < check.threshold("sessions from")) return;
  Diagnostic& d =
      check.report(blocks.front()->source, counted(sessions, "session") +
                                               " without a gate, and nothing says what happens "
                                               "when soreness stays");
  d.label("nobody is asked how sore they are");
  for (std::size_t i = 1; i < blocks.size(); ++i) d.also(check.span(blocks[i]->source), "nor here");
  d.advise(
       "let a check-in decide: `if ready`, which halves after 4 days, stops after 5 and refers "
       "after 7")
      .advise("or let a rule answer: when sore at start " + check.threshold("starts sore").text() +
              " times in a row then notify coach");
}

void run(GuidelineCheck& check) {
  check_ungated(check);
  for (std::size_t g = 0; g < check.plan.gates.size(); ++g)
    GateCheck(check, check.plan.gates.id_of(g)).report();
}

constexpr Threshold kThresholds2026[] = {
    {"sore from", 3, "of 10",
     "a choice of this project: below it the functional questions count as no"},
    {"halve after", 4, "days",
     "a choice of this project; handouts of rehabilitation call 72 h too long, but the peak may "
     "come as late as that (S004-7)"},
    {"sets left at most", 50, "%", "a choice of this project"},
    {"stop after", 5, "days", "a choice of this project, after \"several days\" (S001-35)"},
    {"refer after", 7, "days",
     "Cheung 2003 (review, from general knowledge, not re-read): soreness is gone by 5 to 7 days"},
    {"starts sore", 3, "exposures", "a choice of this project, after S001-39"},
    {"sessions from", 2, "sessions",
     "a choice of this project: after a single session none follows"},
};
constexpr EditionThresholds kEditions[] = {{2026, kThresholds2026}};

}  // namespace

extern const Guideline prolonged_soreness_unhandled;
const Guideline prolonged_soreness_unhandled{
    .name = "prolonged-soreness-unhandled",
    .code = "M112",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::mixed,
    .summary =
        "Soreness that stays has an answer: half the sets, then a stop, then somebody who looks",
    .why =
        "Soreness that doesn't go is no badge: it says that the work, the recovery or something "
        "else is off. Each gate is asked what it says to an athlete who reports the same soreness "
        "day after day while all else is well: after four days at most half of the sets, after "
        "five none, after seven a professional. After three days nothing need happen: that is "
        "when a hard bout may be at its worst, and lightened sessions raise nothing anyway. "
        "Sessions without a gate need a rule that answers instead.",
    .sources =
        "The founding articles (S000-17, S001-35, S001-36, S001-39, S002-16): soreness for "
        "several days, or at the start of each session, is a red flag. Handouts of rehabilitation "
        "take 72 h as the bound (read); S004-7 puts the peak as late as that.",
    .critics =
        "Bounds of days are conventions: after extreme eccentric work soreness may last for more "
        "than a week (Paulsen 2012, read as abstract) and still be nothing but soreness. And "
        "trials that retrained sore arms found no added damage, so the stages are about the "
        "quality of work, and about not missing what isn't soreness.",
    .editions = kEditions,
    .bad = R"(plan "Sore for weeks"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate own
  train     when soreness <= 2 and energy >= 3 and strength restored
  lighten   sets x 50%   when soreness <= 3 and not soreness impairs and strength restored
  recover   otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Sore for a week at most"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate own
  refer     when soreness >= 3 for 7 days
  recover   when soreness >= 3 for 5 days
  train     when soreness <= 2 and energy >= 3 and strength restored
  lighten   sets x 50%   when soreness <= 3 and not soreness impairs and strength restored
  recover   otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
