#include <algorithm>

#include "base/text.h"
#include "compiler/sheets/safety_text.h"
#include "compiler/sheets/today.h"

namespace meso {
namespace {

std::string stop_text() {
  std::string out;
  for (const StopSection& section : stop_sections())
    out += "\n" + section.title + "\n" + wrapped(section.text, "  ");
  return out;
}

std::vector<std::string> cells(const TodayExercise& e) {
  return {e.label.empty() ? e.name : e.label + " " + e.name, e.sets, e.load, e.effort,
          e.rest.empty() ? "" : "rest " + e.rest};
}

std::string table(const std::vector<TodayExercise>& exercises) {
  std::vector<std::size_t> widths(5, 0);
  for (const TodayExercise& e : exercises) {
    const auto row = cells(e);
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::string out;
  for (const TodayExercise& e : exercises) {
    std::string line = " ";
    const auto row = cells(e);
    for (std::size_t c = 0; c < row.size(); ++c)
      if (widths[c] > 0) line += " " + padded(row[c], widths[c] + 1);
    out += std::string(without_blanks_behind(line)) + "\n";
    const auto detail = [&](const std::string& text) {
      if (!text.empty()) out += "      " + text + "\n";
    };
    if (!e.warm_up.empty()) detail("warm up: " + join(e.warm_up, ", "));
    if (!e.tempo.empty()) detail("tempo " + e.tempo);
    detail(e.style);
    detail(e.plates);
    detail(e.last);
    for (const std::string& note : e.notes) detail(note);
  }
  return out;
}

}  // namespace

std::string today_text(const TodaySheet& sheet) {
  std::string out = sheet.date + "  " + sheet.plan;
  if (!sheet.athlete.empty()) out += ", " + sheet.athlete;
  if (!sheet.place.empty()) out += ", " + sheet.place;
  out += "\n\n" + sheet.headline + "\n";
  if (sheet.stop) return out + stop_text();
  const auto lines = [&](const std::vector<std::string>& all) {
    for (const std::string& line : all) out += wrapped(line, "  ");
  };
  for (const std::string& question : sheet.questions) out += "  - " + question + "\n";
  lines(sheet.why);
  if (!sheet.gate.empty()) out += "  gate " + sheet.gate + ", " + sheet.gate_place + "\n";
  lines(sheet.needed);
  if (!sheet.notices.empty()) out += "\n";
  lines(sheet.notices);
  if (sheet.exercises.empty()) return out;
  out += "\n" + sheet.session + (sheet.questions.empty() ? "" : ", when you are ready") + "\n" +
         table(sheet.exercises);
  for (const std::string& note : sheet.notes) out += wrapped(note, "  ");
  return out;
}

}  // namespace meso
