#include "runtime/journal/draft.h"

#include "base/text.h"

namespace meso {
namespace {

bool is_quote_mark(std::string_view letter) {
  return letter == "\"" || letter == "\u201C" || letter == "\u201D" || letter == "\u201E" ||
         letter == "\u00AB" || letter == "\u00BB";
}

bool is_control(std::string_view letter) {
  return letter.size() == 1 && (static_cast<unsigned char>(letter[0]) < ' ' || letter[0] == 127);
}

template <class Write>
std::string each_letter(std::string_view text, Write write) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view letter = text.substr(i, code_point_length(text, i));
    out += write(letter);
    i += letter.size();
  }
  return plain_name(out);
}

JournalProblem more_than_one() {
  return {JournalProblem::Severity::error, 0, "this isn't one record", "write one at a time"};
}

}  // namespace

std::string quoted_words(std::string_view text) {
  return quoted(each_letter(text, [](std::string_view letter) -> std::string_view {
    const bool ends_line = letter == "\n" || letter == "\r" || letter[0] == '\0';
    return is_quote_mark(letter) ? "'" : ends_line ? " " : letter;
  }));
}

std::string bare_words(std::string_view text) {
  return each_letter(text, [](std::string_view letter) -> std::string_view {
    const bool ends = letter == "," || letter == ";" || is_quote_mark(letter);
    return ends || is_control(letter) ? " " : letter;
  });
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  bool inside = false;
  const auto end = [&] {
    line = plain_name(line);
    if (!line.empty()) lines.push_back(line);
    line.clear();
  };
  for (const char c : text) {
    inside = inside != (c == '"');
    if ((c == ';' && !inside) || c == '\n' || c == '\r')
      end();
    else
      line += c;
  }
  end();
  return lines;
}

RecordRead read_record(const RecordDraft& draft) {
  constexpr std::uint32_t kHead = 4;  // the line that the record begins in
  std::string text = journal_head("-", "") + draft.head + "\n";
  for (const std::string& line : draft.lines) text += line + "\n";
  text += "end\n";
  const Journal journal = read_journal(text);
  RecordRead read;
  read.problems = journal.problems;
  for (JournalProblem& problem : read.problems)
    problem.line = problem.line < kHead ? 0 : problem.line - kHead;
  const bool is_one = journal.entries.size() == 1 && !journal.torn_from;
  if (!journal.has_errors() && !is_one) read.problems.push_back(more_than_one());
  if (!journal.has_errors() && is_one) read.text = entry_text(journal.entries.front());
  return read;
}

}  // namespace meso
