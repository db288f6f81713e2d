#include "compiler/driver/commands.h"
#include "compiler/driver/today_view.h"

namespace meso {
namespace {

std::string render(const std::string& format, const TodaySheet& sheet) {
  (void)format;
  return today_text(sheet);
}

}  // namespace

int run_next(const NextOptions& options, const FileSystem& files) {
  Running running;
  if (const auto code = load_running(options.run, files, running)) return *code;
  print(render(options.format, today_sheet(running, options.plates)));
  return kClean;
}

}  // namespace meso
