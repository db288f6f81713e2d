// A guideline: one file that explains itself, carries its numbers, and checks a plan.
//
// Adding one: write its file, add its line to all.def. A meta test holds that each has a bad
// example that gives exactly its finding and a good one that gives none.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/guidelines/settings.h"
#include "compiler/verify/mend.h"
#include "compiler/verify/verify.h"
#include "runtime/plan.h"

namespace meso {

enum class Evidence : std::uint8_t { strong, mixed, convention };
std::string_view text(Evidence evidence);

// How far a project may tune a threshold. Beyond it the guideline would find nothing, or
// everything.
struct ThresholdRange {
  double low, high;
  std::string_view not_below = {};  // another threshold of the guideline
};

// A number of the guideline that a project may tune, with where it comes from.
struct Threshold {
  std::string_view name;  // "warn above"
  double value;
  std::string_view unit;  // "%", "sets", "weeks"
  ThresholdRange range;
  std::string_view source;  // a citation, "convention", or "a choice of this project"

  Decimal number() const { return decimal(value); }
  Decimal low() const { return decimal(range.low); }
  Decimal high() const { return decimal(range.high); }
  // Days and sets are counted; shares, effort and fractional hard sets are measured.
  bool is_whole() const {
    return !unit.starts_with('%') && unit != "RIR" && unit.find("hard") == unit.npos;
  }

 private:
  static Decimal decimal(double x) { return Decimal::nano(static_cast<std::int64_t>(x * 1e9)); }
};

// What the guideline is in one edition; editions that aren't listed have it as the one before, and
// those before the first listed one don't have it.
struct GuidelineEdition {
  int edition;
  std::span<const Threshold> thresholds;
  std::optional<Severity> severity = std::nullopt;  // where it isn't the guideline's own
};

class GuidelineCheck;

struct Guideline {
  std::string_view name;      // ungated-group-training
  std::string_view code;      // M101; permanent
  std::string_view category;  // recovery, overload, measurement
  Severity severity;          // of its gravest finding
  bool fixed;                 // can't be allowed or configured away
  Evidence evidence;
  std::string_view summary;  // one line: what it asks
  std::string_view why;      // a paragraph for the coach
  std::string_view sources;  // what it rests on, with how far each was read
  std::string_view critics;  // what speaks against it; may be empty
  std::span<const GuidelineEdition> editions;
  std::string_view bad;   // a plan that gives exactly this finding
  std::string_view good;  // the same plan, mended
  void (*check)(GuidelineCheck&);
};

// What of guidelines holds for a plan: the edition's, and over it what its project changed.
class InForce {
 public:
  // `settings` may be null: nothing is changed.
  explicit InForce(int edition, const GuidelineSettings* settings = nullptr)
      : edition_(edition), settings_(settings) {}

  Decimal threshold(const Guideline& guideline, std::string_view name) const;
  // The same, rounded down: of days, weeks, sets.
  int whole_threshold(const Guideline& guideline, std::string_view name) const {
    return static_cast<int>(threshold(guideline, name).floor());
  }
  // Of its gravest findings; nothing where the guideline is off, or of a later edition.
  std::optional<Severity> severity(const Guideline& guideline) const;

 private:
  int edition_;
  const GuidelineSettings* settings_;
};

// An `allow` of the plan, with the text that it covers.
struct AllowRange {
  std::uint32_t allow = 0;  // into Plan::allows
  Span covers;
  Span line;  // its own text
};

// What a check sees, and where it reports.
class GuidelineCheck {
 public:
  GuidelineCheck(const Guideline& guideline, const PlanFacts& plan_facts, const RunPlan& run_plan,
                 const Verification& all_paths, Mending& all_mends, const InForce& in_force,
                 std::span<const Span> sources, std::span<const AllowRange> allows, Sink& sink)
      : facts(plan_facts),
        run(run_plan),
        paths(all_paths),
        mending(all_mends),
        plan(facts.plan),
        edition(facts.edition),
        guideline_(guideline),
        in_force_(in_force),
        sources_(sources),
        allows_(allows),
        sink_(sink) {}

  const PlanFacts& facts;
  const RunPlan& run;
  const Verification& paths;
  Mending& mending;
  const Plan& plan;
  const Edition& edition;

  // The threshold in force for this plan.
  Decimal threshold(std::string_view name) const { return in_force_.threshold(guideline_, name); }
  int whole_threshold(std::string_view name) const {
    return in_force_.whole_threshold(guideline_, name);
  }
  const InForce& in_force() const { return in_force_; }
  Diagnostic& report(Severity severity, SourceId place, std::string message);
  Diagnostic& report(SourceId place, std::string message) {
    return report(guideline_.severity, place, std::move(message));
  }
  Span span(SourceId id) const { return sources_[id.value]; }
  // The narrowest `allow` of this guideline that covers the place.
  std::optional<std::uint32_t> allow_at(SourceId place) const;

 private:
  const Guideline& guideline_;
  const InForce& in_force_;
  std::span<const Span> sources_;
  std::span<const AllowRange> allows_;
  Sink& sink_;
};

// Every guideline of all.def, by code.
std::span<const Guideline* const> all_guidelines();
const Guideline* find_guideline(std::string_view name_or_code);
std::span<const Threshold> thresholds_of(const Guideline& guideline, int edition);
// Of the edition, before a project changes it; nothing where the edition doesn't have it.
std::optional<Severity> severity_of(const Guideline& guideline, int edition);

// An `allow` at work: the finding that it covers.
struct Allowed {
  std::uint32_t allow = 0;  // into Plan::allows
  Diagnostic finding;
};

struct GuidelineOptions {
  std::span<const Guideline* const> guidelines = all_guidelines();
  const GuidelineSettings* settings = nullptr;
  std::optional<Date> today;           // an `allow` whose last day is before it covers nothing
  std::function<Gate()> default_gate;  // what a plan without gates may be mended with
};

// Runs the guidelines of the plan's edition on a plan without errors. Findings that an `allow`
// covers are given back instead of reported; an unknown or idle `allow` is a finding itself.
std::vector<Allowed> check_guidelines(const Plan& plan, const Edition& edition,
                                      std::span<const Span> sources,
                                      std::span<const AllowRange> allows, Sink& sink,
                                      GuidelineOptions options = {});

}  // namespace meso
