#include "base/markdown.h"
#include "base/text.h"
#include "compiler/sheets/safety_text.h"
#include "compiler/sheets/today.h"

namespace meso {
namespace {

std::string escape(const std::string& text) { return escape_markdown(text); }

std::string stop_markdown() {
  std::string out;
  for (const StopSection& section : stop_sections())
    out += "\n## " + escape(section.title) + "\n\n" + escape(section.text) + "\n";
  return out;
}

void add_list(const std::vector<std::string>& items, std::string& out) {
  for (const std::string& item : items) out += "- " + escape(item) + "\n";
  if (!items.empty()) out += "\n";
}

// What stands below the name: how it is done, what was done the last time.
std::vector<std::string> details(const TodayExercise& e) {
  std::vector<std::string> all;
  if (!e.warm_up.empty()) all.push_back("warm up: " + join(e.warm_up, ", "));
  if (!e.tempo.empty()) all.push_back("tempo " + e.tempo);
  for (const std::string* text : {&e.style, &e.plates, &e.last})
    if (!text->empty()) all.push_back(*text);
  all.insert(all.end(), e.notes.begin(), e.notes.end());
  return all;
}

void add_table(const TodaySheet& sheet, std::string& out) {
  out += "| exercise | sets | load | effort | rest |\n| --- | --- | --- | --- | --- |\n";
  for (const TodayExercise& e : sheet.exercises) {
    const std::string name = e.label.empty() ? e.name : e.label + " " + e.name;
    out += "| **" + escape(name) + "**";
    for (const std::string& detail : details(e)) out += "<br>" + escape(detail);
    out += " | " + escape(e.sets) + " | " + escape(e.load) + " | " + escape(e.effort) + " | " +
           escape(e.rest) + " |\n";
  }
  out += "\n";
}

}  // namespace

std::string today_markdown(const TodaySheet& sheet) {
  std::string out =
      "# " + escape(sheet.headline) + "\n\n" + escape(sheet.date) + ", " + escape(sheet.plan);
  if (!sheet.athlete.empty()) out += ", " + escape(sheet.athlete);
  if (!sheet.place.empty()) out += ", " + escape(sheet.place);
  out += "\n";
  if (sheet.stop) return out + stop_markdown();
  out += "\n";
  add_list(sheet.questions, out);
  add_list(sheet.why, out);
  if (!sheet.gate.empty())
    out += "Gate " + escape(sheet.gate) + ", " + escape(sheet.gate_place) + ".\n\n";
  add_list(sheet.needed, out);
  add_list(sheet.notices, out);
  if (!sheet.exercises.empty()) {
    out += "## " + escape(sheet.session) + "\n\n";
    add_table(sheet, out);
    add_list(sheet.notes, out);
  }
  return out + "*" + escape(std::string(stop_line())) + "*\n\n" + escape(sheet.safety) + "\n";
}

}  // namespace meso
