#include "compiler/driver/commands.h"
#include "compiler/driver/today_view.h"

namespace meso {
namespace {

std::string render(const std::string& format, const TodaySheet& sheet) {
  if (format == "json") return today_json(sheet);
  if (format == "markdown") return today_markdown(sheet);
  return format == "html" ? today_html(sheet) : today_text(sheet);
}

}  // namespace

int run_next(const NextOptions& options, const FileSystem& files) {
  Running running;
  if (const auto code = load_running(options.run, files, running)) return *code;
  print(render(options.format, today_sheet(running, options.plates)));
  return kClean;
}

}  // namespace meso
