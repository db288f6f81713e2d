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

#include "base/decimal.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/verify/mend.h"
#include "compiler/verify/verify.h"
#include "runtime/plan.h"

namespace meso {

enum class Evidence : std::uint8_t { strong, mixed, convention };
std::string_view text(Evidence evidence);

// A number of the guideline that a project may tune, with where it comes from.
struct Threshold {
  std::string_view name;  // "warn above"
  double value;
  std::string_view unit;    // "%", "sets", "weeks"
  std::string_view source;  // a citation, "convention", or "a choice of this project"
};

// The thresholds of one edition; editions that aren't listed use the one before.
struct EditionThresholds {
  int edition;
  std::span<const Threshold> thresholds;
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
  std::span<const EditionThresholds> editions;
  std::string_view bad;   // a plan that gives exactly this finding
  std::string_view good;  // the same plan, mended
  void (*check)(GuidelineCheck&);
};

// An `allow` of the plan, with the text that it covers.
struct AllowRange {
  std::uint32_t allow = 0;  // into Plan::allows
  Span covers;
};

// What a check sees, and where it reports.
class GuidelineCheck {
 public:
  GuidelineCheck(const Guideline& guideline, const PlanFacts& plan_facts, const RunPlan& run_plan,
                 const Verification& all_paths, Mending& all_mends, std::span<const Span> sources,
                 std::span<const AllowRange> allows, Sink& sink)
      : facts(plan_facts),
        run(run_plan),
        paths(all_paths),
        mending(all_mends),
        plan(facts.plan),
        edition(facts.edition),
        guideline_(guideline),
        sources_(sources),
        allows_(allows),
        sink_(sink) {}

  const PlanFacts& facts;
  const RunPlan& run;
  const Verification& paths;
  Mending& mending;
  const Plan& plan;
  const Edition& edition;

  // The threshold in force for this plan's edition.
  Decimal threshold(std::string_view name) const;
  // The same, rounded down: of days, weeks, sets.
  int whole_threshold(std::string_view name) const {
    return static_cast<int>(threshold(name).floor());
  }
  Diagnostic& report(Severity severity, SourceId place, std::string message);
  Diagnostic& report(SourceId place, std::string message) {
    return report(guideline_.severity, place, std::move(message));
  }
  Span span(SourceId id) const { return sources_[id.value]; }
  // The narrowest `allow` of this guideline that covers the place.
  std::optional<std::uint32_t> allow_at(SourceId place) const;

 private:
  const Guideline& guideline_;
  std::span<const Span> sources_;
  std::span<const AllowRange> allows_;
  Sink& sink_;
};

// Every guideline of all.def, by code.
std::span<const Guideline* const> all_guidelines();
const Guideline* find_guideline(std::string_view name_or_code);
std::span<const Threshold> thresholds_of(const Guideline& guideline, int edition);

// An `allow` at work: the finding that it covers.
struct Allowed {
  std::uint32_t allow = 0;  // into Plan::allows
  Diagnostic finding;
};

// Runs every guideline of the plan's edition on a plan without errors. Findings that an `allow`
// covers are given back instead of reported; an unknown or idle `allow` is a finding itself.
// `default_gate` is what a plan without gates may be mended with.
std::vector<Allowed> check_guidelines(const Plan& plan, const Edition& edition,
                                      std::span<const Span> sources,
                                      std::span<const AllowRange> allows, Sink& sink,
                                      std::function<Gate()> default_gate = {});

}  // namespace meso
