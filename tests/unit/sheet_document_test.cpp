#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "compiler/sheets/document.h"
#include "compiler/sheets/layout.h"
#include "tests/support/sheet_plans.h"

namespace meso::test {
namespace {

SheetDocument document_of(const Plan& plan, const Athlete* athlete = nullptr,
                          std::optional<int> week = std::nullopt) {
  const Edition& edition = *edition_of(2026);
  const NominalPath path = nominal_path(plan, edition, athlete);
  SheetRequest request{plan, edition, athlete, path, Paper::any, std::nullopt, week};
  return make_document(request);
}

const Check& check(const Card& card, const std::string& text) {
  const auto found = std::find_if(card.checks.begin(), card.checks.end(), [&](const Check& one) {
    return one.text.find(text) != std::string::npos;
  });
  REQUIRE(found != card.checks.end());
  return *found;
}

TEST_CASE("a week is a sheet, a session a card, in the order of the queue") {
  const SheetDocument document = document_of(four_day_gated());
  REQUIRE(document.weeks.size() == 6);
  const WeekSheet& week = document.weeks.front();
  CHECK(week.block == "Accumulation");
  CHECK(week.pass == "Week 1 of 5");
  CHECK(week.changes == "RIR +1");
  CHECK(week.order == std::vector<std::string>{"Lower A", "Upper A", "Lower B", "Upper B"});
  CHECK(week.cards.size() == 4);
  CHECK(week.cards[1].number == 2);
  CHECK(week.cards[1].day == "Tue");
  CHECK_FALSE(week.cards[1].fixed_day);
  CHECK(document.weeks.back().kind == "deload");
  CHECK(document.weeks.back().week_of_plan == 6);
}

TEST_CASE("one week of the plan can be asked for") {
  const SheetDocument document = document_of(four_day_gated(), nullptr, 3);
  REQUIRE(document.weeks.size() == 1);
  CHECK(document.weeks.front().pass == "Week 3 of 5");
  CHECK(document.weeks.front().weeks_of_plan == 6);
}

TEST_CASE("a card asks the soreness of exactly the groups that its session trains") {
  const SheetDocument document = document_of(four_day_gated());
  const Card& lower = document.weeks.front().cards[0];
  CHECK(check(lower, "Soreness").items ==
        std::vector<std::string>{"glutes", "quads", "hamstrings", "calves"});
  CHECK(check(lower, "Soreness").scale == "0-10");
}

TEST_CASE("a recovery session is called one, and its walk has no load to write down") {
  SheetPlan b;
  const ExerciseId walk = b.exercise("walk", {}, Equipment::bodyweight);
  Session easy = session("Easy day", {test::line(walk, {aimed(sets(1, 1500), for_seconds(1500))})});
  easy.recovery = true;
  b.add(block("Base", 1, {easy}));
  b.plan.edition = 2026;
  const SheetDocument document = document_of(b.plan);
  const Card& card = document.weeks.front().cards.front();
  CHECK(card.kind == "recovery");
  CHECK(card.checks.empty());
  const ExerciseRow& row = card.rows.front();
  CHECK(row.sets.front().sets == "25 min");
  CHECK(row.sets.front().load_known);
  CHECK(row.amount == "min");
  CHECK(document_of(four_day_gated()).weeks.front().cards.front().kind.empty());
}

TEST_CASE("a card asks only what its gate reads") {
  Plan plan = four_day_gated();
  CHECK(document_of(plan).weeks.front().cards[0].checks.size() == 7);
  Gate& gate = plan.gates[GateId{0}];
  gate.clauses = {verdict(Verdict::train, false, {compared(Reads::energy, Compare::at_least, 3)}),
                  verdict(Verdict::recover, false, {})};
  const auto checks = document_of(plan).weeks.front().cards[0].checks;
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].text == "Energy");
  CHECK(checks[1].text == "Pain");
}

TEST_CASE("the functional questions stand where the gate reads one of them") {
  Plan plan = four_day_gated();
  CHECK(check(document_of(plan).weeks.front().cards[0], "hampers").items.size() == 5);
  plan.gates[GateId{0}].clauses = {
      verdict(Verdict::swap, false, {reads(Reads::soreness_alters_form)}),
      verdict(Verdict::recover, false, {})};
  CHECK(check(document_of(plan).weeks.front().cards[0], "hampers").items ==
        std::vector<std::string>{"form", "nothing"});
}

TEST_CASE("the probe is the last warm-up set of the first lift that has one") {
  const Plan plan = four_day_gated();
  const Card card = document_of(plan).weeks.front().cards[0];
  CHECK(check(card, "back squat").text == "Last warm-up, back squat");
  CHECK(check(card, "97%").kind == Check::Kind::tick);
}

TEST_CASE("a coach's own signal is asked in the coach's words") {
  Plan plan = four_day_gated();
  const SignalId grip = plan.signals.add({"grip", "How strong is your grip?", {1, 7}, true, {}});
  Atom atom = compared(Reads::own_signal, Compare::at_least, 3);
  atom.signal = grip;
  plan.gates[GateId{0}].clauses.insert(plan.gates[GateId{0}].clauses.begin(),
                                       verdict(Verdict::recover, false, {not_(atom)}));
  CHECK(check(document_of(plan).weeks.front().cards[0], "grip").scale == "1-7");
}

TEST_CASE("a gate of several sessions is worded once, with a box for each clause on every card") {
  const WeekSheet week = document_of(four_day_gated()).weeks.front();
  REQUIRE(week.gates.size() == 1);
  CHECK(week.gates[0].decisions.size() == 8);
  CHECK(week.gates[0].decisions[0].words.then == "stop and see a professional (stop list)");
  for (const Card& card : week.cards) {
    CHECK(card.gate == 0U);
    REQUIRE(card.decisions.size() == 8);
    CHECK(card.decisions[2].tick == "swap");
  }
}

TEST_CASE("a gate of one session names its muscles") {
  Plan plan = four_day_gated();
  auto& sessions = plan.blocks[BlockId{0}].sessions;
  for (std::size_t i = 1; i < sessions.size(); ++i) sessions[i].gate.reset();
  sessions[0].lines.resize(1);  // back squat: glutes and quads
  const WeekSheet week = document_of(plan).weeks.front();
  CHECK(week.gates.empty());
  CHECK_FALSE(week.cards[0].gate);
  CHECK(week.cards[0].decisions[3].words.when ==
        "glutes or quads 2 or less, energy 3 or more and strength as usual");
  CHECK(week.cards[1].checks.empty());
  CHECK(week.cards[1].decisions.empty());
}

TEST_CASE("a row says its sets, effort, rest, tempo and what a success brings") {
  const WeekSheet week = document_of(four_day_gated()).weeks.front();
  const ExerciseRow& deadlift = week.cards[0].rows[1];
  REQUIRE(deadlift.sets.size() == 1);
  CHECK(deadlift.sets[0].sets == "2 x 8-10");
  CHECK(deadlift.sets[0].effort == "RIR 2");
  CHECK(deadlift.sets[0].blanks == 2);
  CHECK(deadlift.rest == "3 min");
  CHECK(deadlift.tempo == "3-1-1-0");
  REQUIRE(deadlift.rules.size() == 1);
  CHECK(deadlift.rules[0].clauses == std::vector<words::Clause>{{"all sets reach 10", "+2.5 kg"}});
  CHECK(week.cards[0].rows[2].label == "A1");
  CHECK(week.cards[3].rows[1].name == "chin up or lat pulldown");
  CHECK(week.cards[0].rows[0].notes.size() == 1);
}

TEST_CASE("a load that depends on results is a blank without words of its own") {
  const Card card = document_of(four_day_gated()).weeks.front().cards[0];
  CHECK(card.rows[0].sets[0].load.empty());
  CHECK_FALSE(card.rows[0].sets[0].load_known);
}

TEST_CASE("rules that rows share are told in full and in order, once a week") {
  const WeekSheet week = document_of(four_day_gated()).weeks.front();
  REQUIRE(week.rules.size() == 4);
  CHECK(week.rules[0].name == "double");
  REQUIRE(week.rules[0].clauses.size() == 3);
  CHECK(week.rules[0].clauses[0].then == "load up by its step");
  CHECK(week.rules[1].name == "build");
  CHECK(week.rules[1].clauses[0].when ==
        "all sets reach the top of the range twice in a row, recovered in time and fewer than 4 "
        "sets");
  CHECK(week.rules[2].name == "every rule");
  CHECK(week.rules[3].name == "whole block");
}

TEST_CASE("a rule of one row stands in that row, whole") {
  const SheetDocument document = document_of(strong_lifts());
  const Card& b = document.weeks.front().cards[1];
  REQUIRE(b.rows[2].rules.size() == 1);
  CHECK(b.rows[2].rules[0].name.empty());
  CHECK(b.rows[2].rules[0].clauses.size() == 2);
  CHECK(b.rows[2].rules[0].clauses[0] == words::Clause{"all sets done", "+5 kg"});
}

TEST_CASE("in a deload nothing counts, so its rows tell no rule") {
  const WeekSheet week = document_of(four_day_gated()).weeks.back();
  REQUIRE(week.kind == "deload");
  for (const Card& card : week.cards)
    for (const ExerciseRow& row : card.rows) CHECK(row.rules.empty());
  REQUIRE(week.rules.size() == 1);
  CHECK(week.rules[0].name == "every lift");
  CHECK(week.rules[0].clauses[0].when == "in a deload week");
}

TEST_CASE("a share of a load that only results know is told") {
  Plan plan = four_day_gated();
  SetGroup& group = plan.blocks[BlockId{1}].sessions[0].lines[0].stages[0].groups[0];
  group.load_percent = {dec("90")};
  const SetRow row = document_of(plan).weeks.back().cards[0].rows[0].sets[0];
  CHECK(row.load == "90% of usual");
  CHECK(leaves_load_blank(row));
}

TEST_CASE("a week of rotating sessions is so many consumed sessions") {
  const SheetDocument document = document_of(strong_lifts());
  REQUIRE(document.weeks.size() == 12);
  CHECK(document.weeks[0].order == std::vector<std::string>{"A", "B", "A"});
  CHECK(document.weeks[1].order == std::vector<std::string>{"B", "A", "B"});
  CHECK(document.weeks[0].cards[0].rows[0].sets[0].load == "20 kg");
  CHECK(document.weeks[0].cards[0].rows[0].sets[0].load_known);
  CHECK_FALSE(document.weeks[0].cards[0].asks_effort);
}

TEST_CASE("percentages are printed with a blank until an athlete brings the reference") {
  PlanBuilder b;
  const ExerciseId squat = b.exercise("back squat", {{"quads", "1"}});
  b.add(block("Block", 1,
              {session("A", {line(squat, {with(sets(3, 5), percent("75", kOneRm, squat))})})}));
  const SetRow without = document_of(b.plan).weeks.front().cards[0].rows[0].sets[0];
  CHECK(without.load == "75% of 1RM");
  CHECK(leaves_load_blank(without));
  Athlete athlete;
  athlete.name = "Sam Example";
  athlete.maxes = {{kOneRm, "back squat", kg("160")}};
  const SheetDocument document = document_of(b.plan, &athlete);
  CHECK(document.athlete == "Sam Example");
  CHECK(document.weeks.front().cards[0].rows[0].sets[0].load == "120 kg");
  CHECK(document.weeks.front().cards[0].rows[0].sets[0].load_known);
}

TEST_CASE("several set groups are numbered through") {
  PlanBuilder b;
  const ExerciseId squat = b.exercise("back squat", {{"quads", "1"}});
  b.add(block("Block", 1, {session("A", {line(squat, {sets(1, 5), amrap(sets(2, 3))})})}));
  const ExerciseRow row = document_of(b.plan).weeks.front().cards[0].rows[0];
  REQUIRE(row.sets.size() == 2);
  CHECK(row.sets[1].sets == "2 x 3+");
  CHECK(row.sets[1].first == 2);
}

TEST_CASE("every sheet has the stop list, the assumptions and who answers for it") {
  const SheetDocument document = document_of(four_day_gated());
  REQUIRE(document.stop.size() == 4);
  CHECK(document.stop[0].text.find("chest pain") != std::string::npos);
  CHECK(document.stop[0].text.find("cola-coloured urine") != std::string::npos);
  CHECK(document.assumptions.find("Example Strength answers for this plan") == 0);
  CHECK(document.assumptions.find("Soreness is never a target") != std::string::npos);
}

// ----- pages

TEST_CASE("every card stands whole on one page, and no page is fuller than its paper") {
  for (const Plan& plan : {four_day_gated(), strong_lifts()})
    for (const Paper paper : {Paper::any, Paper::a4, Paper::letter}) {
      const SheetDocument document = document_of(plan);
      std::size_t cards = 0;
      for (const SheetPage& page : pages_of(document, paper)) {
        CHECK(page.used <= page_size(paper).height);
        CHECK(page.blank >= 8);
        cards += page.cards;
      }
      std::size_t wanted = 0;
      for (const auto& week : document.weeks) wanted += week.cards.size();
      CHECK(cards == wanted);
    }
}

TEST_CASE("pages with cards under a shared gate word it where there is room") {
  const SheetDocument document = document_of(four_day_gated());
  for (const SheetPage& page : pages_of(document, Paper::a4))
    if (page.cards > 0) CHECK(page.gates == std::vector<std::uint32_t>{0});
}

TEST_CASE("where there is no room, the week's first page words all its gates") {
  Plan plan = four_day_gated();
  for (auto& block : plan.blocks)
    for (auto& session : block.sessions) session.notes = {std::string(2400, 'w')};  // tall cards
  const SheetDocument document = document_of(plan);
  const auto pages = pages_of(document, Paper::letter);
  for (const SheetPage& page : pages) CHECK(page.gates.size() == (page.opens_week ? 1U : 0U));
  CHECK(pages.front().opens_week);
}

TEST_CASE("the athlete's unit heads the blanks") {
  Athlete athlete;
  athlete.units = MassUnit::lb;
  CHECK(document_of(strong_lifts(), &athlete).unit == MassUnit::lb);
  CHECK(document_of(strong_lifts()).unit == MassUnit::kg);
}

TEST_CASE("every week opens and closes once") {
  const SheetDocument document = document_of(four_day_gated());
  const auto pages = pages_of(document, Paper::any);
  const auto opens =
      std::count_if(pages.begin(), pages.end(), [](auto& p) { return p.opens_week; });
  const auto closes =
      std::count_if(pages.begin(), pages.end(), [](auto& p) { return p.closes_week; });
  CHECK(opens == 6);
  CHECK(closes == 6);
}

TEST_CASE("a page fits both papers where none is chosen") {
  const PageSize any = page_size(Paper::any);
  CHECK(any.width == page_size(Paper::a4).width);
  CHECK(any.height == page_size(Paper::letter).height);
}

TEST_CASE("a session too long for one page has pages of its own") {
  PlanBuilder b;
  const ExerciseId squat = b.exercise("back squat", {{"quads", "1"}});
  std::vector<Line> lines(40, line(squat, {at_rir(sets(12, 5), "2")}));
  b.add(block("Block", 1, {session("Long", lines), session("Short", {line(squat, {sets(3, 5)})})}));
  const SheetDocument document = document_of(b.plan);
  const auto pages = pages_of(document, Paper::any);
  REQUIRE(pages.size() == 4);
  CHECK(pages[1].cards == 1);
  CHECK(pages[3].closes_week);
}

TEST_CASE("text is measured as it wraps") {
  CHECK(lines_in("", 50, kSmall) == 0);
  CHECK(lines_in("rest", 50, kSmall) == 1);
  CHECK(lines_in("one two three four five six seven", 20, kSmall) == 3);
  CHECK(lines_in(std::string(200, 'w'), 50, kSmall) >= 9);
  CHECK(width_mm("mmmm", kSmallBold) > width_mm("mmmm", kSmall));
}

}  // namespace
}  // namespace meso::test
