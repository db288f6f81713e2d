// JUnit's XML, which every build server shows: a test case for each file, passing ones too.
#include "base/text.h"
#include "compiler/diag/shown_text.h"
#include "compiler/findings/concise.h"
#include "compiler/findings/formats.h"

namespace meso {
namespace {

// The two characters above U+FFFD are in no XML 1.0.
constexpr std::string_view kNoCharacters[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};

std::string_view entity_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "";
  }
}

// Valid XML whatever the text: control characters, which it knows no way to write, are shown as in
// a terminal.
std::string xml(std::string_view text) {
  std::string shown, out;
  append_shown(shown, text);
  for (const std::string_view none : kNoCharacters)
    for (std::size_t at = shown.find(none); at != shown.npos; at = shown.find(none, at))
      shown.replace(at, none.size(), "?");
  for (const char c : shown) {
    const std::string_view entity = entity_of(c);
    if (entity.empty())
      out += c;
    else
      out += entity;
  }
  return out;
}

std::string lines_of(const CheckReport& report, const CheckedFile& file) {
  std::string out;
  for (const Finding& finding : file.findings)
    if (!finding.allowed) out += xml(concise_line(report, finding)) + "\n";
  return out;
}

std::string test_case(const std::string& path, const std::string& content) {
  const std::string head = "    <testcase classname=\"meso check\" name=\"" + xml(path) + "\"";
  return content.empty() ? head + "/>\n" : head + ">\n" + content + "    </testcase>\n";
}

// Findings below `--fail-on` are told, and pass.
std::string checked_case(const CheckReport& report, const CheckedFile& file) {
  const FindingTally tally = tally_of(file);
  const std::string lines = lines_of(report, file);
  std::string content;
  if (fails(tally, report.fail_on))
    content = "      <failure type=\"findings\" message=\"" + open_text(tally) + "\">" + lines +
              "</failure>\n";
  else if (!lines.empty())
    content = "      <system-out>" + lines + "</system-out>\n";
  return test_case(report.path(file.file), content);
}

std::string unread_case(const UnreadInput& input) {
  return test_case(input.path,
                   "      <error type=\"unreadable\" message=\"" + xml(input.said) + "\"/>\n");
}

}  // namespace

std::string write_junit(const CheckReport& report, FindingsStyle) {
  std::size_t failures = 0;
  std::string cases;
  for (const UnreadInput& input : report.unread) cases += unread_case(input);
  for (const CheckedFile& file : report.files) {
    if (fails(tally_of(file), report.fail_on)) ++failures;
    cases += checked_case(report, file);
  }
  const std::string counts = " name=\"meso check\" tests=\"" +
                             std::to_string(report.files.size() + report.unread.size()) +
                             "\" failures=\"" + std::to_string(failures) + "\" errors=\"" +
                             std::to_string(report.unread.size()) + "\"";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite" +
         counts + ">\n" + cases + "  </testsuite>\n</testsuites>\n";
}

}  // namespace meso
