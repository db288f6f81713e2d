// A plan that holds every alternative of every variant at least once, for tests of its JSON.
#pragma once

#include <string>
#include <utility>

#include "tests/support/plan_builder.h"

namespace meso::test {

inline Quantity range_of(const char* low, const char* high, Unit unit) {
  return {dec(low), dec(high), unit};
}

inline SourceId at(std::uint32_t n) { return SourceId{n}; }

class EverythingPlan {
 public:
  Plan build() {
    head();
    gates();
    rules();
    blocks();
    return std::move(b_.plan);
  }

 private:
  void head() {
    Plan& p = b_.plan;
    p.name = "Every \"thing\"";
    p.by = "Zoë";
    p.level = Level::advanced;
    p.units = MassUnit::lb;
    p.edition = 2026;
    p.purpose = {"strength", "size"};
    squat_ = b_.exercise("back squat", {{"quads", "1"}, {"glutes", "0.5"}});
    chin_ = b_.exercise("chin up", {{"lats", "1"}}, Equipment::bodyweight);
    p.exercises[squat_].compound = p.exercises[squat_].familiar = true;
    p.exercises[chin_].stretches = {b_.group("lats")};
    p.sizes = {{b_.group("quads"), true, at(4)}};
    p.inputs = {{kTrainingMax, squat_, OfReference{{dec("90")}, kOneRm}, at(1)},
                {rm(5), squat_, lb("225"), at(2)},
                {kBodyweight, std::nullopt, std::nullopt, at(3)}};
    p.roundings = {{std::nullopt, Rounding::down, lb("5")},
                   {Equipment::trap_bar, Rounding::up, lb("2.5")}};
    p.signals.add({"grip", "How strong is your grip?", {1, 5}, true, at(4)});
    p.starts = parse_date("2026-03-02");
    p.events = {{"Match", Weekday::sat, at(11)}, {"Meet", *parse_date("2026-06-13"), at(12)}};
    p.missed = {{MissedWork::Becomes::waits, at(13)}, {MissedWork::Becomes::added, at(14)}};
    p.tracks = {{Metric::sleep, {}, at(5)}, {Metric::e1rm, squat_, at(6)}};
    p.returns = {{14, {{set_to_start()}, {}}, at(7)}};
    p.allows = {{"weekly-dose-band", "short on time", "2026-12-31", at(8)},
                {"starved-group", "one lift", std::nullopt, at(9)}};
    p.notes = {"A note."};
    p.source = at(10);
  }

  static Change set_to_start() {
    Change c;
    c.what = Changes::sets;
    c.how = Change::How::set_to;
    c.value = StartValue{};
    return c;
  }

  static Change valued(ChangeValue value) {
    Change c;
    c.value = std::move(value);
    return c;
  }

  void gates() {
    Atom sore = reads(Reads::soreness);
    sore.compare = Compare::at_least;
    sore.low = dec("3");
    sore.group = b_.group("quads");
    sore.for_days = 3;
    Atom pain = reads(Reads::pain);
    pain.compare = Compare::equal;
    pain.low = Decimal::whole(static_cast<int>(Pain::dull));
    pain.place = "left knee";
    Atom grip = reads(Reads::own_signal);
    grip.signal = SignalId{0};
    grip.compare = Compare::within;
    grip.low = dec("2");
    grip.high = dec("3.5");
    grip.negated = true;
    Atom hrv = reads(Reads::hrv);
    hrv.low = Decimal::whole(static_cast<int>(Baseline::below));
    Gate gate;
    gate.name = "ready";
    gate.clauses = {{Verdict::refer, {}, Condition{true, {sore, pain}}, at(20)},
                    {Verdict::lighten, {set_to_start()}, Condition{false, {grip, hrv}}, at(21)},
                    {Verdict::recover, {}, std::nullopt, at(22)}};
    Atom anywhere = reads(Reads::soreness);
    anywhere.anywhere = true;
    Atom heart = reads(Reads::resting_heart_rate);
    heart.low = heart.high = Decimal::whole(static_cast<int>(Baseline::above));
    gate.clauses.insert(gate.clauses.begin() + 2,
                        {Verdict::swap, {}, Condition{true, {anywhere, heart}}, at(23)});
    gate_ = b_.plan.gates.add(gate);
  }

  void rules() {
    Atom counted = reads(Reads::sets);
    counted.compare = Compare::less;
    counted.low = ParameterRef{1};
    counted.window = Window{Window::Over::this_week, 2, true};
    Atom versus = reads(Reads::versus_last);
    versus.low = Decimal::whole(static_cast<int>(VersusLast::much_better));
    versus.lifts = LiftQuantifier{LiftQuantifier::Of::at_least, 2};
    Change bounded = valued(ParameterRef{0});
    bounded.at_most = ParameterRef{1};
    bounded.at_least = quantity("20", Unit::kg);
    bounded.per = Change::Per::extra_rep;
    bounded.next_time = true;
    Change reference = valued(quantity("5", Unit::percent));
    reference.what = Changes::reference;
    reference.reference = rm(5);
    b_.plan.schemes.add("wave");
    Rule rule;
    rule.name = "every";
    rule.parameters = {"step", "most"};
    rule.clauses.push_back(when({counted, versus}, {bounded, reference, Hold{}, NextStage{}}));
    rule.clauses.push_back(
        {std::nullopt,
         {valued(BottomOfRange{}), valued(TopOfRange{}), valued(OfReference{{dec("85")}, rm(5)}),
          valued(LoadOfStage{1, {}}), valued(LoadOfStage{2, ParameterRef{0}}),
          valued(LoadOfStage{2, quantity("15", Unit::lb)}), valued(SchemeId{0}), RepeatWeek{},
          InsertBlock{BlockId{1}, 2}, InsertBlock{BlockId{1}, std::nullopt}, EndBlock{}, ReferOut{},
          NotifyCoach{}, NextVariation{}, PreviousVariation{}},
         at(31)});
    rule.source = at(30);
    rule_ = b_.plan.rules.add(rule);
    progression_ = b_.plan.progressions.add({squat_, "heavy", rule_});
  }

  RuleCall call() const {
    return {rule_, {quantity("5", Unit::lb), quantity("6", Unit::sets)}, at(40)};
  }

  Line heavy() const {
    Line l = line({squat_, chin_},
                  {with(sets(3, 5), NoLoad{}), amrap(with(sets(1, 5), OpenLoad{})),
                   with(sets(1, 5), AbsoluteLoad{lb("100"), lb("110.5")}),
                   at_rir(with(sets(1, 5), percent("70", "75", kTrainingMax, squat_)), "1", "2.5"),
                   changed(with(sets(1, 5), percent("50", kBodyweight, {})), "90", lb("5"))});
    l.slot = "Main/Lower/back squat";
    l.label = "A1";
    l.stages.push_back(prescription(
        {aimed(with(sets(2, 30), BodyweightLoad{}), for_seconds(30)),
         aimed(with(sets(2, 0), BodyweightLoad{lb("25")}), MaxReps{}),
         aimed(with(sets(2, 20), TopSetLoad{}), for_meters(20)),
         aimed(with(sets(2, 0), TopSetLoad{range_of("10", "15", Unit::percent)}), ToFailure{})}));
    l.rest = TimeRange{{60}, {90}};
    l.tempo = Tempo{3, 1, -1, 0};
    l.each_side = l.to_failure = l.optional = true;
    l.start = lb("45");
    l.rules = {call()};
    l.progressions = {progression_};
    l.warm_up = WarmUp{true, {}};
    l.notes = {"Brace."};
    l.source = at(41);
    return l;
  }

  Line styled(SetStyle style) const {
    Line l = line({chin_, squat_}, {sets(3, 12)});
    l.is_ladder = true;
    l.written = {prescription({sets(5, 12)})};
    l.changes = {adds(Changes::sets, quantity("-2", Unit::none))};
    l.other_schemes = {{SchemeId{0}, {prescription({sets(2, 8)})}}};
    l.shares = progression_;
    l.style = style;
    return l;
  }

  std::vector<Line> styles() const {
    using Kind = SetStyle::Kind;
    return {styled({Kind::drop_set, 2, 0, {dec("80")}, {}}),
            styled({Kind::rest_pause, 2, 0, {}, {}}), styled({Kind::myo_reps, 4, 3, {}, {}}),
            styled({Kind::cluster, 3, 4, {}, TimeRange{{15}, {20}}})};
  }

  void blocks() {
    Line warm = total_reps(chin_, 50);
    warm.warm_up = WarmUp{false, prescription({sets(1, 5)})};
    Session lower = session("Lower", {heavy(), warm, test_of(squat_, 5)});
    lower.recovery = true;
    lower.gate = gate_;
    lower.on = {Weekday::thu};
    lower.prefer = {Weekday::mon, Weekday::sun};
    lower.waits = {at_least(3, Wait::OwnGroups{}), at_least(3, Wait::LastSession{}),
                   at_least(3, Wait::AfterSession{"Upper"}), at_least(3, b_.group("glutes"))};
    lower.waits[0].at_most_days = 9;
    lower.waits[0].after.push_back(lower.waits[1].after[0]);
    lower.waits[3].at_least_days.reset();
    lower.waits.push_back(at_least(2, Wait::BeforeEvent{"Match"}));
    lower.notes = {"Eat first."};
    Block main = block("Main", 2, {lower, session("Upper", styles())});
    main.length = {1, 2};
    main.times = 3;
    main.sessions_per_week = 3;
    main.follows = {call()};
    main.weeks[1].kind = WeekKind::push;
    main.weeks[1].changes = {valued(quantity("5", Unit::lb))};
    main.notes = {"Six weeks."};
    const BlockId id = b_.add(main);
    Block deload = block("Deload", 1, {session("Easy")});
    deload.rotations = true;
    deload.kind = WeekKind::deload;
    b_.add(deload);
    Goal goal{Metric::e1rm,
              rm(1),
              squat_,
              std::nullopt,
              range_of("300", "300", Unit::lb),
              range_of("330", "330", Unit::lb),
              false,
              id,
              at(50)};
    Goal sore;
    sore.metric = Metric::soreness;
    sore.group = b_.group("quads");
    sore.is_growth = true;
    b_.plan.goals = {goal, sore};
    b_.plan.follows = {call()};
  }

  PlanBuilder b_;
  ExerciseId squat_, chin_;
  GateId gate_;
  RuleId rule_;
  ProgressionId progression_;
};

inline Plan everything_plan() { return EverythingPlan().build(); }

}  // namespace meso::test
