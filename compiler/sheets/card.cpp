#include "compiler/sheets/card.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "runtime/dose.h"
#include "runtime/set_bounds.h"
#include "runtime/words_line.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

std::string load_text(const PlannedLoad& load) {
  if (!load.low) return {};
  const std::string unit = " " + std::string(text(load.low->unit));
  if (load.high && load.high->amount != load.low->amount)
    return load.low->amount.text() + "-" + load.high->amount.text() + unit;
  return load.low->amount.text() + unit;
}

// "BW + 10 kg": the load column has no room for the whole word.
std::string added_text(const PlannedLoad& load) {
  if (!load.low || load.low->amount == Decimal()) return "BW";
  const bool less = load.low->amount < Decimal();
  const Load size{less ? -load.low->amount : load.low->amount, load.low->unit};
  return fmt::format("BW {} {}", less ? "-" : "+", text(size));
}

// What stays true of a load that only results know: the share of a max, the body's own weight.
std::string load_of_results(const Plan& plan, const SetGroup& group,
                            std::optional<ExerciseId> own) {
  if (std::holds_alternative<BodyweightLoad>(group.load)) return "BW +";
  const bool relative = std::holds_alternative<PercentLoad>(group.load) ||
                        std::holds_alternative<TopSetLoad>(group.load);
  return relative ? words::load(plan, group.load, own) : std::string();
}

// What the load cell says, and whether the athlete still has to fill a load in.
void set_load(const Plan& plan, const Line& line, const SetGroup& group, const PlannedLoad& load,
              SetRow& row) {
  if (trains_nothing(plan, line) && std::holds_alternative<NoLoad>(group.load)) {
    row.load = "-";  // nothing to lift, and nothing to write down
    row.load_known = true;
    return;
  }
  const std::optional<ExerciseId> own = line.options.size() == 1 || line.is_ladder
                                            ? std::optional(line.options.front())
                                            : std::nullopt;
  switch (load.state) {
    case PlannedLoad::State::known:
      row.load = load_text(load);
      row.load_known = true;
      return;
    case PlannedLoad::State::bodyweight:
      row.load = added_text(load);
      row.load_known = true;
      return;
    case PlannedLoad::State::percentage:
    case PlannedLoad::State::from_top_set:
    case PlannedLoad::State::open: row.load = words::load(plan, group.load, own); break;
    case PlannedLoad::State::results: row.load = load_of_results(plan, group, own); break;
  }
  if (const std::string changed = words::changed_load(group); !changed.empty())
    row.load += (row.load.empty() ? "" : ", ") + changed;
}

SetRow whole_line(const Prescription& prescription) {
  SetRow row;
  row.sets = words::prescription(prescription);
  row.blanks = planned_sets(prescription);
  return row;
}

// The bound of a rule that adds sets; 0 where none does.
int most_by_rules(const Plan& plan, const Edition& edition, const Line& line) {
  if (line.stages.size() != 1) return 0;
  const int most = most_sets(plan, edition, line);
  return most > written_sets(line.stages.front()) ? most : 0;
}

// Sets without their number in a totals line or a test; else one row a set group.
std::vector<SetRow> make_sets(const Plan& plan, const Edition& edition,
                              const NominalLine& nominal) {
  const Line& line = *nominal.line;
  if (line.stages.empty()) return {};
  const Prescription& prescription =
      line.stages[std::min<std::size_t>(nominal.stage, line.stages.size() - 1)];
  if (prescription.total_reps || prescription.test || prescription.groups.empty())
    return {whole_line(prescription)};
  std::vector<SetRow> out;
  int first = 1;
  for (std::size_t i = 0; i < prescription.groups.size(); ++i) {
    const SetGroup& group = prescription.groups[i];
    SetRow row;
    row.sets = words::sets(group);
    if (group.effort) row.effort = words::effort(*group.effort);
    if (i < nominal.loads.size()) set_load(plan, line, group, nominal.loads[i], row);
    row.first = first;
    row.blanks = group.sets.high;
    first += row.blanks;
    out.push_back(std::move(row));
  }
  out.back().blanks += std::max(0, most_sets(plan, edition, line) - (first - 1));
  return out;
}

std::string counted_amount(const Line& line) {
  if (line.stages.empty() || line.stages.front().groups.empty()) return "reps";
  const SetTarget& target = line.stages.front().groups.front().target;
  if (const auto* timed = std::get_if<TimeTarget>(&target))
    return words::in_minutes(timed->time) ? "min" : "s";
  return std::holds_alternative<DistanceTarget>(target) ? "m" : "reps";
}

std::vector<std::string> make_remarks(const Plan& plan, const Edition& edition, const Line& line) {
  std::vector<std::string> out;
  if (line.is_ladder) out.push_back(words::ladder(plan, line));
  if (line.each_side) out.push_back("each side");
  if (line.to_failure) out.push_back("to failure");
  if (line.optional) out.push_back("optional");
  if (line.stages.size() > 1) out.push_back(fmt::format("stage 1 of {}", line.stages.size()));
  if (const int most = most_by_rules(plan, edition, line); most > 0)
    out.push_back(fmt::format("up to {} sets by its rule", most));
  if (line.style) out.push_back(words::set_style(*line.style));
  if (line.warm_up) out.push_back(words::warm_up(plan, line));
  return out;
}

ExerciseRow make_row(const Plan& plan, const Edition& edition, const NominalLine& nominal) {
  const Line& line = *nominal.line;
  ExerciseRow row;
  row.label = line.label;
  row.name = words::exercise(plan, line);
  row.sets = make_sets(plan, edition, nominal);
  row.amount = counted_amount(line);
  if (line.rest) row.rest = words::rest(*line.rest);
  if (line.tempo) row.tempo = words::tempo(*line.tempo);
  row.remarks = make_remarks(plan, edition, line);
  row.notes = line.notes;
  return row;
}

// RIR is asked where the plan writes an effort or a rule reads it.
bool asks_effort(const Plan& plan, const Card& card, const Session& session) {
  for (const auto& row : card.rows)
    for (const auto& sets : row.sets)
      if (!sets.effort.empty()) return true;
  for (const auto& line : session.lines)
    for (const auto& call : line.rules)
      for (const auto& clause : plan.rules[call.rule].clauses)
        if (clause.condition)
          for (const auto& atom : clause.condition->atoms)
            if (atom.reads == Reads::rir_of_set) return true;
  return false;
}

}  // namespace

Card make_card(const SheetRequest& request, const NominalSession& nominal) {
  const Plan& plan = request.plan;
  const Session& session = plan.blocks[nominal.block].sessions[nominal.session];
  Card card;
  card.name = session.name;
  if (session.recovery) card.kind = "recovery";
  card.fixed_day = !session.on.empty();
  card.day = words::days(card.fixed_day ? session.on : session.prefer);
  for (const auto& wait : session.waits) card.waits.push_back(words::wait(plan, wait));
  card.checks = make_checks(plan, session, request.edition);
  for (const auto& line : nominal.lines) card.rows.push_back(make_row(plan, request.edition, line));
  card.asks_effort = asks_effort(plan, card, session);
  card.notes = session.notes;
  return card;
}

}  // namespace meso
