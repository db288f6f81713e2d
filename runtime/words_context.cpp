#include "runtime/words_context.h"

#include <fmt/core.h>

namespace meso::words {
namespace {

bool is_named(const Context& context, const Operand& operand) {
  return std::holds_alternative<ParameterRef>(operand) && context.call == nullptr;
}

std::string parameter_name(const Context& context, ParameterRef parameter) {
  if (context.rule == nullptr || parameter.index >= context.rule->parameters.size())
    return "its step";
  return "its " + context.rule->parameters[parameter.index];
}

}  // namespace

Decimal number(const Context& context, const Operand& operand) {
  if (const auto* constant = std::get_if<Decimal>(&operand)) return *constant;
  return context.call != nullptr ? value_of(operand, *context.call) : Decimal();
}

std::string operand(const Context& context, const Operand& value) {
  if (is_named(context, value)) return parameter_name(context, std::get<ParameterRef>(value));
  return number(context, value).text();
}

std::string amount(const Context& context, const Amount& value) {
  const auto* parameter = std::get_if<ParameterRef>(&value);
  if (parameter != nullptr && context.call == nullptr) return parameter_name(context, *parameter);
  static const RuleCall none;
  return text(value_of(value, context.call != nullptr ? *context.call : none));
}

std::optional<RepRange> one_range(const Context& context) {
  if (context.prescription == nullptr || context.prescription->groups.empty()) return std::nullopt;
  const auto& groups = context.prescription->groups;
  const RepTarget* first = groups.front().reps();
  for (const auto& group : groups)
    if (group.reps() == nullptr || group.reps()->reps != first->reps) return std::nullopt;
  return first->reps;
}

std::string times(int n) {
  if (n == 1) return "once";
  return n == 2 ? std::string("twice") : fmt::format("{} times", n);
}

std::string listed(const std::vector<std::string>& items, std::string_view word, bool comma) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    if (i > 0 && last) out += fmt::format("{} {} ", comma ? "," : "", word);
    if (i > 0 && !last) out += ", ";
    out += items[i];
  }
  return out;
}

}  // namespace meso::words
