#include "runtime/reference.h"

namespace meso {
bool is_bodyweight(ReferenceKind kind) { return kind.of == ReferenceKind::Of::bodyweight; }

bool same_kind(ReferenceKind a, ReferenceKind b) {
  return a.of == b.of && (a.of != ReferenceKind::Of::n_rm || a.reps == b.reps);
}

const Input* input_for(const Plan& plan, ReferenceKind kind, ExerciseId of) {
  for (const auto& input : plan.inputs)
    if (same_kind(input.kind, kind) && (is_bodyweight(kind) || input.exercise == of)) return &input;
  return nullptr;
}

namespace {

std::optional<Load> own_value(const Plan& plan, const Athlete* athlete, ReferenceKind kind,
                              ExerciseId of) {
  if (!athlete) return std::nullopt;
  if (is_bodyweight(kind)) return athlete->bodyweight;
  for (const auto& max : athlete->maxes)
    if (same_kind(max.kind, kind) && max.exercise == plan.exercises[of].name) return max.load;
  return std::nullopt;
}

std::optional<Load> default_value(const Plan& plan, const Athlete* athlete, const Input& input,
                                  ExerciseId of) {
  if (!input.fallback) return std::nullopt;
  if (const auto* load = std::get_if<Load>(&*input.fallback)) return *load;
  const auto& part = std::get<OfReference>(*input.fallback);
  const auto whole = own_value(plan, athlete, part.reference, of);
  if (!whole) return std::nullopt;
  return Load{percent_of(part.percent, to_unit(*whole, plan.units).amount), plan.units};
}

}  // namespace

std::optional<Load> reference_value(const Plan& plan, const Athlete* athlete, ReferenceKind kind,
                                    ExerciseId of) {
  std::optional<Load> value = own_value(plan, athlete, kind, of);
  if (!value)
    if (const auto* input = input_for(plan, kind, of))
      value = default_value(plan, athlete, *input, of);
  if (value) value = to_unit(*value, plan.units);
  return value;
}

}  // namespace meso
