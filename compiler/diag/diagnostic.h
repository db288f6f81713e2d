// Diagnostics are data: what was seen, where, what it has to do with, and how to mend it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace meso {

enum class Severity : std::uint8_t { note, warning, error };
std::string_view text(Severity severity);

// What a diagnostic is, whatever its instance: a row of kinds.def, or a guideline of all.def.
// Names and codes are permanent and never reused.
struct Kind {
  std::string_view code;  // "M012"
  std::string_view name;  // "unknown-exercise"
  Severity severity = Severity::error;
};

namespace kind {
#define MESO_KIND(id, code, name, severity, what) \
  inline constexpr Kind id{code, name, Severity::severity};
#include "compiler/diag/kinds.def"
#undef MESO_KIND
}  // namespace kind

// Every row of kinds.def with its one-line description, for `meso explain` and the docs.
struct KindRow {
  Kind kind;
  std::string_view what;
};
const std::vector<KindRow>& all_kinds();

// A place with what stands beside its underline; the text may be empty.
struct Label {
  Span span;
  std::string text;
};

// An edit that mends the mistake. `safe` ones may be applied without asking.
struct Fix {
  std::string what;  // "write `back squat`"
  Span span;
  std::string replacement;
  bool safe = false;
};

// A day of a path that leads to what was found.
struct Step {
  std::string when, who, what;  // "day 3", "\"Lower B\"", "3 x 5 back squat"
  Span place;                   // the plan's line behind it
  std::string mark;             // what broke on it; empty on all but the last
};

struct Diagnostic {
  Kind kind;
  std::string message;  // one sentence, no full stop
  Label primary;
  std::vector<Label> related;      // other places, in the order in which they are told
  std::vector<std::string> notes;  // further sentences: numbers, reasons
  std::vector<Step> steps;         // the shortest path there, day by day
  std::vector<std::string> help;   // what to do
  std::vector<Fix> fixes;
  bool is_guideline = false;  // adds the line `= guideline: meso explain ...`

  // Builders, so that a report reads as one sentence of code.
  Diagnostic& label(std::string text) & {
    primary.text = std::move(text);
    return *this;
  }
  Diagnostic& also(Span span, std::string text) & {
    related.push_back({span, std::move(text)});
    return *this;
  }
  Diagnostic& note(std::string text) & {
    notes.push_back(std::move(text));
    return *this;
  }
  Diagnostic& advise(std::string text) & {
    help.push_back(std::move(text));
    return *this;
  }
  Diagnostic& fix(Fix f) & {
    fixes.push_back(std::move(f));
    return *this;
  }
};

// Collects; never throws. Everything is kept: renderers decide how much of it they show.
class Sink {
 public:
  // The reference holds until the next report.
  Diagnostic& report(Kind kind, Span span, std::string message);
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  // Takes over all that another sink has, behind what is here.
  void add(Sink&& other);
  const std::vector<Diagnostic>& all() const { return items_; }
  std::vector<Diagnostic>& all() { return items_; }
  bool has_errors() const;
  // More than anyone reads: what is dear to find out for a message (near names) may be left out.
  bool is_crowded() const { return items_.size() >= kCrowd; }
  // By file, place, then code; what is equal in these stays in the order reported. Exact repeats
  // (the same code, span and message) are dropped.
  void sort();

 private:
  static constexpr std::size_t kCrowd = 200;

  std::vector<Diagnostic> items_;
};

}  // namespace meso
