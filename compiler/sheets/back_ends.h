// The formats that sheets are written in. Adding one is a file with its function and a line in
// all.def; docs/adding-a-back-end.md walks through it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compiler/sheets/document.h"
#include "runtime/plan_json.h"

namespace meso {

// What a back end may read: the finished sheets, and the plan for formats that carry data.
struct BackEndInput {
  const Plan& plan;
  const SheetDocument& document;
  std::span<const PlanPlace> places;  // of the plan's SourceIds
};

struct BackEnd {
  std::string_view format;     // what `--format` takes: "html"
  std::string_view extension;  // "html", without the dot
  std::string (*write)(const BackEndInput&);
};

// In the order of all.def.
std::span<const BackEnd> back_ends();
// The back end of this format, or nothing.
const BackEnd* back_end_of(std::string_view format);

struct HtmlOptions {
  Paper paper = Paper::any;  // `any`: no size is asked for, and the pages fit both
  std::string_view language = "en";
};
std::string to_html(const SheetDocument& document, const HtmlOptions& options = {});
std::string to_markdown(const SheetDocument& document);

}  // namespace meso
