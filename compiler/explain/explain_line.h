// What one line of a plan means, in a few sentences, with what it leaves to defaults.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/syntax/tree.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

struct Explanation {
  std::string what;                    // "an exercise line of "Lower A""
  std::vector<std::string> sentences;  // each a paragraph
  std::vector<std::string> defaults;   // what the compiler filled in
  std::vector<std::string> meanings;   // of words in the sentences: "missed: a set made ..."
};

// A compiled plan. `plan` is the lowered `model`; with errors elsewhere in it, the explanation says
// what is known.
struct ExplainRequest {
  const Tree& tree;
  const Model& model;
  const Plan& plan;
  const Edition& edition;
  std::string_view text;
};

// Of the statement on this line (zero-based). Of one that couldn't be read, what lines of its kind
// do.
Explanation explain_line(const ExplainRequest& request, std::uint32_t line);

// Can lines of this kind be explained? Every kind that the language has.
bool has_explainer(LineKind kind);

}  // namespace meso
