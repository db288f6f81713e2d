// Workflow commands of GitHub Actions: annotations beside the lines of a pull request.
#include <algorithm>
#include <array>

#include "base/markdown.h"
#include "base/text.h"
#include "compiler/diag/shown_text.h"
#include "compiler/findings/concise.h"
#include "compiler/findings/formats.h"

namespace meso {
namespace {

// Of a step GitHub shows so many errors, warnings and notices each; one notice is the count.
constexpr std::size_t kShown = 10;
// A page for a step may have a megabyte; a table that nobody reads to its end needs less.
constexpr std::size_t kLargestTable = 256u << 10;

struct Escape {
  char character;
  std::string_view code;
};
constexpr std::array kInMessages = {Escape{'%', "%25"}, Escape{'\r', "%0D"}, Escape{'\n', "%0A"}};
constexpr std::array kInProperties = {Escape{'%', "%25"}, Escape{'\r', "%0D"}, Escape{'\n', "%0A"},
                                      Escape{':', "%3A"}, Escape{',', "%2C"}};

template <std::size_t N>
std::string escaped(std::string_view text, const std::array<Escape, N>& escapes) {
  std::string out;
  for (const char c : text) {
    const auto found = std::find_if(escapes.begin(), escapes.end(),
                                    [c](const Escape& e) { return e.character == c; });
    if (found == escapes.end())
      out += c;
    else
      out += found->code;
  }
  return out;
}

// A log shows it: nothing in it may move the cursor. Line ends stay, as `%0A`.
std::string message_text(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    append_shown(out, text.substr(0, end));
    if (end == text.size()) return escaped(out, kInMessages);
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string property_text(std::string_view text) {
  std::string shown;
  append_shown(shown, text);
  return escaped(shown, kInProperties);
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "notice";
  }
  return "";
}

std::string place_properties(const CheckReport& report, const Diagnostic& d) {
  const auto place = report.place(d.primary.span);
  if (!place) return "";
  std::string out = "file=" + property_text(place->path) +
                    ",line=" + std::to_string(place->begin.line) +
                    ",endLine=" + std::to_string(place->end.line);
  // Columns mean something within one line only.
  if (place->begin.line == place->end.line)
    out += ",col=" + std::to_string(place->begin.column) +
           ",endColumn=" + std::to_string(place->end.column);
  return out + ",";
}

std::string annotation(const CheckReport& report, const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  const std::string more = details(d);
  return "::" + std::string(command_of(d.kind.severity)) + " " + place_properties(report, d) +
         "title=" + property_text(std::string(d.kind.name) + " " + std::string(d.kind.code)) +
         "::" + message_text(d.message + (more.empty() ? "" : "\n" + more)) + "\n";
}

std::vector<const Finding*> open_of(const CheckReport& report, Severity severity) {
  std::vector<const Finding*> out;
  for (const CheckedFile& file : report.files)
    for (const Finding& finding : file.findings)
      if (finding.is_open() && finding.diagnostic.kind.severity == severity)
        out.push_back(&finding);
  return out;
}

// What the limits left out.
struct LeftOut {
  FindingTally tally;
  std::size_t unread = 0;

  std::string text() const {
    std::vector<std::string> parts;
    if (unread > 0) parts.push_back(counted(static_cast<long>(unread), "unreadable file"));
    if (tally.open() > 0) parts.push_back(open_text(tally));
    return join(parts, ", ");
  }
};

std::string annotate(const CheckReport& report, Severity severity, std::size_t room,
                     std::size_t& left_out) {
  const std::vector<const Finding*> all = open_of(report, severity);
  const std::size_t shown = std::min(all.size(), room);
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) out += annotation(report, *all[i]);
  left_out = all.size() - shown;
  return out;
}

std::string first_words(const FindingTally& tally, std::size_t unread) {
  std::string out = tally_text(tally);
  if (unread > 0) out += ", " + counted(static_cast<long>(unread), "file") + " not read";
  return out;
}

std::string row_of(const CheckReport& report, const Finding& finding) {
  const Diagnostic& d = finding.diagnostic;
  const auto place = report.place(d.primary.span);
  const std::string where =
      place ? escape_markdown(place->path) + ":" + std::to_string(place->begin.line) : "";
  return "| " + std::string(text(d.kind.severity)) + " | " + where + " | " +
         std::string(d.kind.name) + " " + std::string(d.kind.code) + " | " +
         escape_markdown(d.message) + " |\n";
}

}  // namespace

std::string write_github(const CheckReport& report, FindingsStyle) {
  LeftOut left;
  std::string out;
  const std::size_t unread = std::min(report.unread.size(), kShown);
  for (std::size_t i = 0; i < unread; ++i)
    out += "::error title=unreadable::" + message_text(report.unread[i].said) + "\n";
  left.unread = report.unread.size() - unread;
  out += annotate(report, Severity::error, kShown - unread, left.tally.errors);
  out += annotate(report, Severity::warning, kShown, left.tally.warnings);
  out += annotate(report, Severity::note, kShown - 1, left.tally.notes);
  if (const std::string rest = left.text(); !rest.empty())
    out += "::notice title=meso check::" + message_text("and " + rest + " more") + "\n";
  return out;
}

std::string github_step_summary(const CheckReport& report) {
  const FindingTally tally = tally_of(report);
  std::string out = "### meso check\n\n" + first_words(tally, report.unread.size()) + "\n";
  for (const UnreadInput& input : report.unread)
    out += "\nNot read: " + escape_markdown(input.said) + "\n";
  if (tally.open() == 0) return out + "\n";
  out += "\n| severity | place | finding | message |\n| --- | --- | --- | --- |\n";
  std::size_t told = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    for (const Finding* finding : open_of(report, severity)) {
      if (out.size() > kLargestTable) break;
      out += row_of(report, *finding);
      ++told;
    }
  if (told < tally.open()) out += "\n... and " + std::to_string(tally.open() - told) + " more\n";
  return out + "\n";
}

}  // namespace meso
