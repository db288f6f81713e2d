#include "compiler/sheets/document.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/sheets/card.h"
#include "compiler/sheets/safety_text.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

using Pass = std::vector<const NominalSession*>;

bool same_pass(const NominalSession& a, const NominalSession& b) {
  return a.block == b.block && a.run == b.run && a.pass == b.pass;
}

std::vector<Pass> passes(const NominalPath& path) {
  std::vector<Pass> out;
  for (const auto& session : path.sessions) {
    if (out.empty() || !same_pass(*out.back().back(), session)) out.emplace_back();
    out.back().push_back(&session);
  }
  return out;
}

std::string pass_title(const Block& block, const NominalSession& session) {
  const std::string_view noun = block.rotations ? "Rotation" : "Week";
  return fmt::format("{} {} of {}", noun, session.pass + 1, text(block.length));
}

// At most three names read well in a sentence; more are "soreness".
std::string soreness_words(const std::vector<std::string>& groups) {
  if (groups.empty() || groups.size() > 3) return "soreness";
  return join_or(groups);
}

std::optional<GateId> gate_of(const Plan& plan, const NominalSession& nominal) {
  return plan.blocks[nominal.block].sessions[nominal.session].gate;
}

std::uint32_t shared_gate(const Plan& plan, GateId id, std::map<GateId, std::uint32_t>& places,
                          WeekSheet& week) {
  const auto [place, added] = places.emplace(id, static_cast<std::uint32_t>(week.gates.size()));
  if (added) {
    const Gate& gate = plan.gates[id];
    week.gates.push_back({gate.name, make_decisions(plan, gate, "soreness")});
  }
  return place->second;
}

// A gate that two sessions of the week share is worded once; one that stands alone names the
// muscles of its session.
void word_gates(const SheetRequest& request, const Pass& pass, WeekSheet& week) {
  std::map<GateId, int> uses;
  for (const auto* nominal : pass)
    if (const auto gate = gate_of(request.plan, *nominal)) ++uses[*gate];
  std::map<GateId, std::uint32_t> places;
  for (std::size_t i = 0; i < pass.size(); ++i) {
    const auto id = gate_of(request.plan, *pass[i]);
    if (!id) continue;
    Card& card = week.cards[i];
    if (uses[*id] > 1) card.gate = shared_gate(request.plan, *id, places, week);
    const Session& session = request.plan.blocks[pass[i]->block].sessions[pass[i]->session];
    const auto groups = trained_groups(request.plan, session, request.edition);
    card.decisions = make_decisions(request.plan, request.plan.gates[*id], soreness_words(groups));
  }
}

void add_cards(const SheetRequest& request, const Pass& pass, WeekSheet& week) {
  for (const auto* nominal : pass) {
    week.cards.push_back(make_card(request, *nominal));
    week.cards.back().number = static_cast<int>(week.cards.size());
    week.order.push_back(week.cards.back().name);
  }
}

WeekSheet make_week(const SheetRequest& request, const Pass& pass) {
  const NominalSession& first = *pass.front();
  const Block& block = request.plan.blocks[first.block];
  WeekSheet week;
  week.block = block.name;
  week.pass = pass_title(block, first);
  if (block.times > 1) week.round = fmt::format("round {} of {}", first.run + 1, block.times);
  if (first.kind != WeekKind::loading) week.kind = text(first.kind);
  const auto index = static_cast<std::size_t>(first.pass);
  // As written, for print: the cards' numbers hold them already.
  if (index < block.weeks.size())
    week.changes = words::changes(request.plan, block.weeks[index].changes);
  add_cards(request, pass, week);
  word_gates(request, pass, week);
  word_rules(request, pass, week);
  week.notes = request.plan.notes;
  week.notes.insert(week.notes.end(), block.notes.begin(), block.notes.end());
  return week;
}

void add_weeks(const SheetRequest& request, SheetDocument& document) {
  const std::vector<Pass> all = passes(request.path);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    if (request.only_week && *request.only_week != number) continue;
    WeekSheet week = make_week(request, all[i]);
    week.week_of_plan = number;
    week.weeks_of_plan = static_cast<int>(all.size());
    document.weeks.push_back(std::move(week));
  }
}

}  // namespace

SheetDocument make_document(const SheetRequest& request) {
  SheetDocument document;
  document.plan = request.plan.name;
  document.by = request.plan.by;
  if (request.athlete != nullptr) document.athlete = request.athlete->name;
  document.edition = request.edition.year;
  document.paper = request.paper;
  document.unit = request.plan.units;
  if (request.athlete != nullptr) document.unit = request.athlete->units.value_or(document.unit);
  document.draft = request.draft_findings.has_value();
  if (request.draft_findings) document.findings = *request.draft_findings;
  document.stop_short = stop_line();
  document.stop = stop_sections();
  document.assumptions = assumptions_line(request.plan.by, request.edition.year);
  add_weeks(request, document);
  return document;
}

}  // namespace meso
