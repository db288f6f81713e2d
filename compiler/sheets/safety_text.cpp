#include "compiler/sheets/safety_text.h"

#include <fmt/core.h>

namespace meso {

std::string_view stop_line() {
  return "Stop, get help: chest pain, fainting, trouble breathing, irregular heartbeat, one-sided "
         "weakness, sudden headache, dark urine.";
}

std::vector<StopSection> stop_sections() {
  return {
      {"Emergency now: stop, call your local emergency number",
       "chest pain or pressure; fainting; trouble breathing out of proportion; irregular "
       "heartbeat; one-sided weakness or speech trouble; sudden severe headache; confusion or "
       "collapse in heat. After exercise, two of these three: dark, tea- or cola-coloured urine "
       "or hardly any; muscle pain; marked swelling or weakness. Ask for CK and kidney tests. No "
       "training until cleared."},
      {"See a professional the same day or soon",
       "muscle pain far beyond normal soreness, or rising after 72 h; swelling of a limb, a "
       "tight painful muscle, numbness; calf pain or swelling on one side; joint swelling, "
       "locking or giving way; a sudden pop; pain at night or at rest; fever with muscle pain; "
       "back pain with leg weakness, saddle numbness or bladder or bowel change (emergency)."},
      {"See a professional within days",
       "soreness for more than 7 days; daily tasks limited for more than 3 days; repeated "
       "soreness without cause; performance down for 2-3 weeks despite rest; resting pulse up "
       "with signs of illness; lost periods, fainting, rapid weight loss or distress about food."},
      {"Pregnant or after birth, stop also for",
       "vaginal bleeding; fluid leak; regular painful contractions; breathlessness before "
       "exertion; dizziness; headache; chest pain; muscle weakness affecting balance; calf pain "
       "or swelling."},
  };
}

std::string assumptions_line(std::string_view by, int edition) {
  return assumptions_without_soreness(by, edition) + " Soreness is never a target.";
}

std::string assumptions_without_soreness(std::string_view by, int edition) {
  const std::string answers = by.empty() ? std::string("Your coach answers for this plan")
                                         : fmt::format("{} answers for this plan", by);
  return fmt::format(
      "{}. It organises training for people whom a qualified person considers fit to train: no "
      "diagnosis, treatment or injury prediction. Be screened first (e.g. PAR-Q+). Thresholds "
      "are defaults from group averages and conventions (guidelines {}), and hold only if "
      "check-ins are truthful.",
      answers, edition);
}

}  // namespace meso
