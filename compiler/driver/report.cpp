#include "compiler/driver/commands.h"
#include "compiler/driver/running.h"
#include "compiler/sheets/report.h"

namespace meso {
namespace {

std::string render(const std::string& format, const ProgressReport& report) {
  if (format == "json") return report_json(report);
  return format == "html" ? report_html(report) : report_text(report);
}

}  // namespace

int run_report(const ReportOptions& options, const FileSystem& files) {
  Running running;
  running.history.emplace();
  if (const auto code = load_running(options.run, files, running)) return *code;
  print(render(options.format,
               make_report(*running.run, *running.history, running.replayed.state, running.today)));
  return kClean;
}

}  // namespace meso
