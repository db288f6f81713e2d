#include "compiler/driver/log_json.h"

#include "compiler/driver/commands.h"
#include "compiler/driver/log_writing.h"
#include "compiler/driver/today_view.h"
#include "runtime/journal/records_json.h"

namespace meso {
namespace {

int fail(const std::string& where, const std::string& why) {
  notice(where + why + ": nothing was written");
  return kFailed;
}

}  // namespace

int log_from_json(const RunOptions& options, const std::string& text, Running& running) {
  auto parsed = parse_records(text);
  if (const auto* error = std::get_if<PlanJsonError>(&parsed)) return fail("", error->message);
  const auto& records = std::get<JsonRecords>(parsed).records;
  if (records.empty()) return fail("", "there is no record on standard input");
  LogWriting writing(options, running);
  const JsonContext context{Date{running.today}, [&](std::string_view session, Date day) {
                              return place_of_session(running, session, day);
                            }};
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string where = "record " + std::to_string(i + 1) + ": ";
    const auto draft = record_of_json(*records[i], context);
    if (const auto* error = std::get_if<PlanJsonError>(&draft)) return fail(where, error->message);
    const bool added = writing.add(std::get<RecordDraft>(draft));
    for (const std::string& said : writing.said()) notice(where + said);
    if (!added) return fail(where, "it can't be read");
  }
  const bool done = writing.write();
  for (const std::string& said : writing.said()) notice(said);
  if (!done) return kFailed;
  print(today_json(today_sheet(running)));
  return kClean;
}

}  // namespace meso
