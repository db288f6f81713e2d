// Plans that go through their JSON.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

#include "runtime/plan_json.h"
#include "tests/support/compile_text.h"

namespace meso::test {

// Where the places of a compiled plan are, as `meso build --format json` writes them.
inline std::vector<PlanPlace> places_of(const CompiledText& text) {
  std::vector<PlanPlace> places;
  for (const Span span : text.compiled.model.sources) {
    const LineColumn at = text.sources.place(span);
    const bool own = span.file == text.compiled.file;
    places.push_back({at.line, at.column, own ? "" : text.sources[span.file].path()});
  }
  return places;
}

inline std::string written_json(const CompiledText& text) {
  return plan_json(text.plan(), places_of(text));
}

inline LoadedPlan load(const std::string& json) {
  auto read = read_plan_json(json);
  if (const auto* error = std::get_if<PlanJsonError>(&read)) FAIL(error->message);
  return std::get<LoadedPlan>(std::move(read));
}

// Why a document is refused; empty where it isn't.
inline std::string refusal(const std::string& json) {
  const auto read = read_plan_json(json);
  const auto* error = std::get_if<PlanJsonError>(&read);
  return error == nullptr ? "" : error->message;
}

// The same document, read and written; or why it can't be read.
inline std::string written_again(const std::string& json) {
  const auto read = read_plan_json(json);
  if (const auto* error = std::get_if<PlanJsonError>(&read)) return error->message;
  const LoadedPlan& loaded = std::get<LoadedPlan>(read);
  return plan_json(loaded.plan, loaded.places);
}

}  // namespace meso::test
