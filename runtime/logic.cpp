#include "runtime/logic.h"

namespace meso {
namespace {

// The compiler refuses a call with too few arguments; one that got here anyway counts as zero.
Quantity argument(ParameterRef parameter, const RuleCall& call) {
  return parameter.index < call.arguments.size() ? call.arguments[parameter.index] : Quantity{};
}

}  // namespace

std::string_view text(Verdict verdict) {
  switch (verdict) {
    case Verdict::train: return "train";
    case Verdict::lighten: return "lighten";
    case Verdict::swap: return "swap";
    case Verdict::recover: return "recover";
    case Verdict::refer: return "refer";
  }
  return "";
}

Decimal value_of(const Operand& operand, const RuleCall& call) {
  if (const auto* constant = std::get_if<Decimal>(&operand)) return *constant;
  return argument(std::get<ParameterRef>(operand), call).low;
}

Quantity value_of(const std::variant<Quantity, ParameterRef>& value, const RuleCall& call) {
  if (const auto* constant = std::get_if<Quantity>(&value)) return *constant;
  return argument(std::get<ParameterRef>(value), call);
}

}  // namespace meso
