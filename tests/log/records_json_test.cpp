// The log as JSON: what is exported is read back as the same records, and what is wrong with a
// record that comes as JSON is said with its place.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include <string>

#include "runtime/journal/records_json.h"
#include "tests/journal/journal_draw.h"
#include "tests/support/golden.h"
#include "tests/support/journal_text.h"

namespace meso::test {
namespace {

// Without the lines that records stand in.
nlohmann::json data_of(const std::string& text) {
  nlohmann::json data = nlohmann::json::parse(text);
  for (auto& record : data["records"]) record.erase("line");
  return data;
}

// A log's text, written anew from its export.
std::string again(const Journal& journal) {
  std::string text = journal_head(journal.plan, journal.athlete);
  const auto parsed = parse_records(journal_json(journal));
  REQUIRE(std::holds_alternative<JsonRecords>(parsed));
  for (const JsonValue* record : std::get<JsonRecords>(parsed).records) {
    const auto draft = record_of_json(*record, {});
    if (const auto* error = std::get_if<PlanJsonError>(&draft)) FAIL(error->message);
    const RecordRead read = read_record(std::get<RecordDraft>(draft));
    for (const JournalProblem& problem : read.problems) FAIL_CHECK(problem.message);
    text += read.text + "\n";
  }
  return text;
}

std::string error_of(const std::string& json) {
  const auto parsed = parse_records(json);
  if (const auto* error = std::get_if<PlanJsonError>(&parsed)) return error->message;
  const auto draft =
      record_of_json(*std::get<JsonRecords>(parsed).records.at(0), {*parse_date("2026-11-23"), {}});
  if (const auto* error = std::get_if<PlanJsonError>(&draft)) return error->message;
  const RecordRead read = read_record(std::get<RecordDraft>(draft));
  return read.problems.empty() ? "" : read.problems.front().message;
}

}  // namespace

TEST_CASE("records of every kind come back from their JSON") {
  const std::string log = read_whole(std::string(MESO_ROOT) + "/tests/journal/all_kinds.log");
  const Journal journal = read_journal(log);
  const std::string exported = journal_json(journal);
  check_golden(exported, "log/all_kinds.json");
  const std::string text = again(journal);
  CHECK(data_of(journal_json(read_journal(text))) == data_of(exported));
}

TEST_CASE("whatever a log holds comes back from its JSON") {
  rc::prop("exported, read", [] {
    std::string text = journal_head("Four days", "Sam");
    for (const Entry& entry : *entries()) text += entry_text(entry) + "\n";
    const Journal journal = read_journal(text);
    RC_LOG() << text;
    const std::string written = again(journal);
    RC_ASSERT(data_of(journal_json(read_journal(written))) == data_of(journal_json(journal)));
  });
}

TEST_CASE("what is wrong with a record is said with its place") {
  CHECK(error_of(R"({"record": "checkin"})") ==
        R"(record: "checkin" is no kind of record; did you mean "check-in"?)");
  CHECK(error_of(R"({"record": "check-in", "sorenes": {}})").find("did you mean \"soreness\"?") !=
        std::string::npos);
  CHECK(error_of(R"({"record": "check-in", "energy": 9})") == "energy goes from 1 to 5: not 9");
  CHECK(error_of(R"({"record": "check-in", "date": "23.11."})") ==
        R"(date: "23.11." is no date like 2026-11-23)");
  CHECK(error_of(R"([{"record": "session", "session": "A", "exercises": [{"name": "back squat",
                  "sets": [{"reps": 8, "load": {"amount": 100, "unit": "stone"}}]}]}])") ==
        R"([0].exercises[0].sets[0].load: "stone" is neither kg nor lb)");
  CHECK(error_of("12") == "a record is an object, and several are a list of them");
}

TEST_CASE("no text of a form breaks out of its line") {
  const auto draft_of = [](const std::string& json) {
    const auto parsed = parse_records(json);
    const auto draft = record_of_json(*std::get<JsonRecords>(parsed).records.at(0),
                                      {*parse_date("2026-11-23"), {}});
    return read_record(std::get<RecordDraft>(draft)).text;
  };
  const std::string note = draft_of(
      R"({"record": "check-in", "energy": 4, "notes": ["a\" end\nend\n2026-11-24 \u201C"]})");
  CHECK(note.find("note \"a' end end 2026-11-24 '\"") != std::string::npos);
  const std::string place = draft_of(
      R"({"record": "check-in", "pain": [{"how": "dull", "where": "knee, energy 1\nend"}]})");
  CHECK(place.find("pain dull in knee energy 1 end") != std::string::npos);
}

}  // namespace meso::test
