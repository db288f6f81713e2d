// A guideline's own page: what, why, on what evidence, with which numbers, and what it looks like.
#pragma once

#include <string>

#include "compiler/guidelines/guideline.h"

namespace meso {

// For a terminal, 80 columns; the docs' pages are made from the same fields.
// `settings`, where they aren't null, say what a project changes.
std::string explain(const Guideline& guideline, int edition,
                    const GuidelineSettings* settings = nullptr);

// As a page of docs/guidelines/.
std::string explain_markdown(const Guideline& guideline, int edition);

}  // namespace meso
