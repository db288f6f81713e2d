// The log's records as JSON: what `meso log --export` prints and `meso log --json` reads.
// docs/log-entry.schema.json says what each key means.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/journal/draft.h"
#include "runtime/plan_json_tree.h"

namespace meso {

inline constexpr int kRecordsFormat = 1;

// A whole log; what it is for stands in front of its records.
std::string journal_json(const Journal& journal);

struct JsonRecords {
  JsonTree tree;
  std::vector<const JsonValue*> records;
};
// One record, a list of them, or what journal_json() wrote.
std::variant<JsonRecords, PlanJsonError> parse_records(std::string_view text);

struct JsonContext {
  Date today;  // of records without a date
  // ` of "Accumulation" week 3 lightened`: where a session stands that doesn't say it itself.
  std::function<std::string(std::string_view session, Date day)> place_of;
};
std::variant<RecordDraft, PlanJsonError> record_of_json(const JsonValue& record,
                                                        const JsonContext& context);

}  // namespace meso
