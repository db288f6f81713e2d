// What an exercise line prescribes, in words, one function an aspect. Empty where the line says
// nothing of it.
#pragma once

#include <string>

#include "runtime/plan.h"

namespace meso::words {

// One entry a set group, equal ones said once: "65% TM, 75% TM, 85% TM".
std::string loads(const Plan& plan, const Line& line, const Prescription& prescription);
std::string efforts(const Prescription& prescription);  // "RIR 2", "RIR 3, RIR 2"
// What weeks and repeats make of a load that only results know: "90% of usual".
std::string changed_load(const SetGroup& group);
// Of a line that has one: "warm up first", "warm up 1 x 5 40 kg, 1 x 3 60 kg".
std::string warm_up(const Plan& plan, const Line& line);
// "double(2.5 kg)", as the plan writes it.
std::string call(const Plan& plan, const RuleCall& call);
// All that one stage asks of the athlete: "3 x 6-8, RIR 2, rest 3 min, tempo 3-1-1-0".
std::string work(const Plan& plan, const Line& line, const Prescription& prescription);
// "work" of every stage: "stage 1: 5 x 5; stage 2: 3 x 5".
std::string work(const Plan& plan, const Line& line);

}  // namespace meso::words
