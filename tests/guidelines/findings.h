// What the compiler says of a plan's text, as short lines that a test can list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/guidelines/guideline.h"
#include "tests/support/compile_text.h"

namespace meso::test {

// "error load-jump", in the order of the text.
using Findings = std::vector<std::string>;

inline Findings findings_of(const Sink& sink) {
  Findings out;
  for (const Diagnostic& d : sink.all())
    out.push_back(std::string(text(d.kind.severity)) + " " + std::string(d.kind.name));
  return out;
}
inline Findings findings(std::string plan) {
  return findings_of(compile_text(std::move(plan)).sink);
}

// What one guideline says: of plans that are bare on purpose others speak too.
inline Findings findings_of(std::string_view guideline, std::string plan) {
  Findings all = findings(std::move(plan));
  std::erase_if(all, [&](const std::string& finding) {
    return finding.substr(finding.find(' ') + 1) != guideline;
  });
  return all;
}

// The text with `from` replaced everywhere; a test that changes nothing is a mistake in the test.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  if (at == std::string::npos) return "nothing to replace: " + std::string(from);
  for (; at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

inline std::string good_example(std::string_view guideline) {
  return std::string(find_guideline(guideline)->good);
}
inline std::string bad_example(std::string_view guideline) {
  return std::string(find_guideline(guideline)->bad);
}

// The messages and notes of all findings, for tests of wording.
inline std::string said(std::string plan) { return compile_text(std::move(plan)).rendered(); }
inline bool says(const std::string& said, std::string_view words) {
  return said.find(words) != std::string::npos;
}

inline const Findings kNothing;

}  // namespace meso::test
