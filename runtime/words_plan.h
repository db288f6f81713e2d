// What the head of a plan and its sections say, in words.
#pragma once

#include <string>

#include "runtime/loading.h"
#include "runtime/plan.h"

namespace meso::words {

// "e1RM of back squat up 5% by the end of "Base"", "5RM of back squat from 100 kg to 120 kg ...".
std::string goal(const Plan& plan, const Goal& goal);
std::string track(const Plan& plan, const Track& track);  // "e1RM of back squat", "sleep"
// "training max of back squat" and, where the plan has one, "90% of 1RM".
std::string input(const Plan& plan, const Input& input);
std::string input_default(const Input& input);
std::string event(const Event& event);        // `"Match", every Sat`, `"Finals", 2027-03-13`
std::string signal(const OwnSignal& signal);  // `"How strong is your grip?", 1-5, higher is better`
std::string rounding(const LoadStep& step);   // "to the nearest 2.5 kg"
std::string changes(const Plan& plan, const std::vector<Change>& changes);  // "half the sets, ..."
// "5 weeks", "3-5 weeks", "6 rotations".
std::string length(const Block& block);
// What one pass of the block is called: "week", "rotation".
std::string_view pass_noun(const Block& block);
std::string days(const std::vector<Weekday>& days);  // "Mon or Thu"

}  // namespace meso::words
