// Today's session as one self-contained page: on a phone in the gym, or printed.
#include <fmt/core.h>

#include "base/text.h"
#include "compiler/sheets/html_text.h"
#include "compiler/sheets/safety_text.h"
#include "compiler/sheets/today.h"

namespace meso {
namespace {

using html::escape;
using html::name;
using html::typeset;

constexpr std::string_view kStyle = R"(*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:100%}
body{font:16px/1.45 Arial,"Liberation Sans",Helvetica,sans-serif;color:#000;background:#fff;
  max-width:46rem;margin:0 auto;padding:1rem;font-variant-numeric:tabular-nums lining-nums;
  overflow-wrap:anywhere}
header{border-bottom:2px solid #000;padding-bottom:.4rem;margin-bottom:.8rem}
h1{font-size:1.35rem;line-height:1.25}
h2{font-size:1.1rem;margin:1.1rem 0 .4rem}
ul{margin:.4rem 0 .4rem 1.2rem}
.gate{font-size:.9rem}
.notice{border:2px solid #000;padding:.4rem .6rem;margin:.6rem 0;list-style:none}
article{border:1px solid #000;padding:.5rem .6rem;margin:.5rem 0;break-inside:avoid}
article h3{font-size:1.05rem}
.sets{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;align-items:baseline}
.load{font-size:1.35rem;font-weight:bold}
.more{font-size:.9rem}
footer{border-top:1px solid #000;margin-top:1rem;padding-top:.4rem;font-size:.8rem}
@media print{body{font-size:10.5pt;max-width:none;padding:0}@page{margin:12mm}}
)";

void add_items(const std::vector<std::string>& items, std::string& out) {
  if (items.empty()) return;
  out += "<ul>\n";
  for (const std::string& item : items) out += fmt::format("<li>{}</li>\n", name(item));
  out += "</ul>\n";
}

void add_line(const std::string& text, std::string& out) {
  if (!text.empty()) out += fmt::format("<p class=\"more\">{}</p>\n", typeset(text));
}

void add_exercise(const TodayExercise& e, std::string& out) {
  const std::string title = e.label.empty() ? e.name : e.label + " " + e.name;
  out += fmt::format("<article>\n<h3>{}</h3>\n<p class=\"sets\">", name(title));
  out += fmt::format("<span>{}</span>", typeset(e.sets));
  if (!e.load.empty()) out += fmt::format("<span class=\"load\">{}</span>", typeset(e.load));
  if (!e.effort.empty()) out += fmt::format("<span>{}</span>", typeset(e.effort));
  if (!e.rest.empty()) out += fmt::format("<span>rest {}</span>", typeset(e.rest));
  out += "</p>\n";
  if (!e.warm_up.empty()) add_line("warm up: " + join(e.warm_up, ", "), out);
  if (!e.tempo.empty()) add_line("tempo " + e.tempo, out);
  for (const std::string* text : {&e.style, &e.plates, &e.last}) add_line(*text, out);
  for (const std::string& note : e.notes)
    out += fmt::format("<p class=\"more\"><i>{}</i></p>\n", name(note));
  out += "</article>\n";
}

void add_stop_list(std::string& out) {
  for (const StopSection& section : stop_sections())
    out += fmt::format("<h2>{}</h2>\n<p>{}</p>\n", escape(section.title), escape(section.text));
}

void add_day(const TodaySheet& sheet, std::string& out) {
  add_items(sheet.questions, out);
  add_items(sheet.why, out);
  if (!sheet.gate.empty())
    out += fmt::format("<p class=\"gate\">Gate {}, {}</p>\n", name(sheet.gate),
                       name(sheet.gate_place));
  add_items(sheet.needed, out);
  for (const std::string& notice : sheet.notices)
    out += fmt::format("<p class=\"notice\">{}</p>\n", name(notice));
  if (!sheet.exercises.empty()) {
    out += fmt::format("<h2>{}</h2>\n", name(sheet.session));
    for (const TodayExercise& e : sheet.exercises) add_exercise(e, out);
    add_items(sheet.notes, out);
  }
  out += fmt::format("<footer><p><b>{}</b></p>\n<p>{}</p></footer>\n", escape(stop_line()),
                     name(sheet.safety));
}

}  // namespace

std::string today_html(const TodaySheet& sheet) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
      escape(sheet.headline + " " + sheet.date), kStyle);
  std::string where = sheet.date + ", " + sheet.plan;
  if (!sheet.athlete.empty()) where += ", " + sheet.athlete;
  if (!sheet.place.empty()) where += ", " + sheet.place;
  out += fmt::format("<header>\n<h1>{}</h1>\n<p>{}</p>\n</header>\n", name(sheet.headline),
                     name(where));
  sheet.stop ? add_stop_list(out) : add_day(sheet, out);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace meso
