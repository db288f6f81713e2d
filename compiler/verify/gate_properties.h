// What the text of the gates alone decides: every check-in has its verdict, nobody sore is
// released, and the fresh are.
#pragma once

#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

std::vector<Flaw> gates_not_total(const PlanFacts& facts);
std::vector<Flaw> gates_releasing_the_sore(const PlanFacts& facts, const RunPlan& run);
// Sessions that their gate holds back though everything is well.
std::vector<Flaw> gates_holding_the_fresh(const PlanFacts& facts, const RunPlan& run);

}  // namespace meso
