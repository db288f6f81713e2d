#include "runtime/journal/complaint.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "runtime/journal/read_line.h"

namespace meso::journal {
namespace {

constexpr std::size_t kMostAlternatives = 4;
constexpr std::size_t kLongestShown = 40;  // bytes of a word
constexpr int kMostTries = 8;              // of mending a line

struct KindForm {
  std::string_view words, form;
};
constexpr std::array kForms = std::to_array<KindForm>({
    {"check-in", "2026-11-23 check-in"},
    {"session", "2026-11-23 session \"Lower A\""},
    {"off-plan", "2026-11-23 off-plan"},
    {"skip", "2026-11-23 skip \"Lower A\" \"no time\""},
    {"drop", "2026-11-23 drop \"Lower A\" \"match day\" by \"Ann\""},
    {"unavailable", "2026-11-23 unavailable until 2026-12-01"},
    {"red flag", "2026-11-23 red flag \"chest pain\""},
    {"cleared", "2026-11-23 cleared by \"Dr. Smith\""},
    {"overrule", "2026-11-23 overrule \"Lower A\" \"seen and well\" by \"Ann\""},
    {"athlete", "2026-11-23 athlete"},
    {"rename", "2026-11-23 rename \"Lower A\" to \"Legs A\""},
    {"continue", "2026-11-23 continue at week 3 of \"Accumulation\""},
    {"amend", "2026-11-24 amend 2026-11-23 session \"Lower A\""},
    {"remove", "2026-11-24 remove 2026-11-23 session \"Lower A\""},
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t blank = blank_length(text, at);
    if (blank == 0) break;
    at += blank;
  }
  return at;
}

// To the next blank or comma; at least a character, at most a few dozen, never half of one.
std::string word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kLongestShown && blank_length(text, end) == 0 &&
         (end == at || text[end] != ','))
    end += code_point_length(text, end);
  return std::string(text.substr(at, end - at));
}

bool is_at_end(std::string_view line, std::size_t at) {
  return at >= line.size() || line[at] == '#';
}

bool has_open_quote(std::string_view text) {
  std::size_t marks = static_cast<std::size_t>(std::ranges::count(text, '"'));
  for (const std::string_view mark : {"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"})
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size()))
      ++marks;
  return marks % 2 == 1;
}

Complaint open_quote() {
  return {"a quoted text has no closing quote",
          "close it with `\"` on the same line; a text can't hold a quote or a line break"};
}

// Would the line be read if it stood so?
struct Mended {
  bool is_readable = false;
  bool is_sound = false;  // and nothing would be said of it
};
Mended try_line(const std::string& line, const Entry& entry) {
  Journal journal;
  Entry scratch;
  scratch.kind = entry.kind;
  scratch.target = entry.target;
  std::vector<DoneSet> sets;
  const bool is_readable = read_body_line(line, {journal, scratch, sets, 1});
  return {is_readable, is_readable && journal.problems.empty()};
}

// `102,5 kg`, told from a list by the line that makes sense with a point.
std::optional<Complaint> decimal_comma(std::string_view line, const Entry& entry) {
  int tries = 0;
  for (std::size_t i = line.find(','); i != line.npos; i = line.find(',', i + 1)) {
    const bool between =
        i > 0 && is_digit(line[i - 1]) && i + 1 < line.size() && is_digit(line[i + 1]);
    if (!between) continue;
    std::string mended(line);
    mended[i] = '.';
    if (++tries > kMostTries) break;
    if (!try_line(mended, entry).is_readable) continue;
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && is_digit(line[begin - 1])) --begin;
    while (end < line.size() && is_digit(line[end])) ++end;
    return Complaint{
        "numbers are written with a decimal point: `" + mended.substr(begin, end - begin) + "`",
        "a comma separates sets and readings"};
  }
  return std::nullopt;
}

// A load at the place where the line stopped, without a unit or with one that isn't of loads.
std::optional<Complaint> wrong_unit(std::string_view line, std::size_t stop, const Entry& entry) {
  std::size_t begin = std::min(stop, line.size());
  while (begin < line.size() && (line[begin] == '+' || line[begin] == '-' || line[begin] == '@' ||
                                 blank_length(line, begin) > 0))
    ++begin;
  std::size_t end = begin;
  while (end < line.size() && (is_digit(line[end]) || line[end] == '.')) ++end;
  if (begin == end) return std::nullopt;
  const std::string number(line.substr(begin, end - begin)), before(line.substr(0, end));
  const std::string advice = "write " + number + " kg or " + number + " lb";
  if (try_line(before + " kg" + std::string(line.substr(end)), entry).is_sound)
    return Complaint{"`" + number + "` has no unit", advice};
  const std::size_t unit = after_blanks(line, end);
  const std::string word = unit < line.size() ? word_at(line, unit) : "";
  if (!word.empty() &&
      try_line(before + " kg" + std::string(line.substr(unit + word.size())), entry).is_sound)
    return Complaint{"`" + word + "` isn't a unit of load", advice};
  return std::nullopt;
}

std::string expected(const Stop& stop) {
  if (stop.expected.empty() || stop.expected.size() > kMostAlternatives) return "";
  const std::vector<std::string> labels(stop.expected.begin(), stop.expected.end());
  return ": expected " + join_or(labels);
}

std::string stopped_message(std::string_view line, const Stop& stop) {
  const std::size_t at = after_blanks(line, stop.at);
  if (is_at_end(line, at)) return "the line ends too early" + expected(stop);
  return "`" + word_at(line, at) + "` isn't understood here" + expected(stop);
}

std::string kinds_list() {
  std::vector<std::string> kinds;
  for (const KindForm& form : kForms) kinds.emplace_back(form.words);
  return "a record is one of: " + join_or(kinds);
}

const KindForm* form_at(std::string_view text) {
  for (const KindForm& form : kForms) {
    const bool starts = text.size() >= form.words.size() &&
                        equal_ignoring_case(text.substr(0, form.words.size()), form.words);
    if (starts) return &form;
  }
  return nullptr;
}

// Behind the date, and the time of day where there is one.
std::size_t after_date(std::string_view line) {
  const auto skip_word = [&](std::size_t at) {
    while (at < line.size() && blank_length(line, at) == 0) ++at;
    return after_blanks(line, at);
  };
  const std::size_t at = skip_word(0);
  const std::string word = word_at(line, std::min(at, line.size()));
  const bool is_time = !word.empty() && is_digit(word[0]) && word.find(':') != word.npos;
  return is_time ? skip_word(at) : at;
}

Complaint about_unknown_kind(std::string_view line, std::size_t at) {
  std::vector<std::string_view> kinds;
  for (const KindForm& form : kForms) kinds.push_back(form.words);
  const std::string word = word_at(line, at);
  const std::vector<std::string> near = nearest(word, kinds, 1);
  return {"`" + word + "` isn't a kind of record",
          near.empty() ? kinds_list() : "did you mean `" + near.front() + "`?", false};
}

// How the reading is written that the line was read as when it stopped, by its first word.
std::string_view form_of_reading(std::string_view line, std::size_t stop) {
  struct Form {
    std::string_view word, form;
  };
  static constexpr std::array kReadings = std::to_array<Form>({
      {"soreness", "soreness quads 2, lower back 0; or: soreness alters form yes"},
      {"pain", "pain none; or: pain dull in lower back; or: pain sharp"},
      {"red flag", "red flag none; or: red flag \"chest pain\""},
      {"probe", "probe back squat 3 80 kg @ RIR 4"},
      {"training max", "training max of back squat 140 kg"},
      {"note", "note \"slept badly\""},
  });
  const std::string_view before = line.substr(0, std::min(stop, line.size()));
  const std::size_t comma = before.rfind(',');
  const std::string_view item =
      line.substr(after_blanks(line, comma == before.npos ? 0 : comma + 1));
  for (const Form& form : kReadings)
    if (equal_ignoring_case(item.substr(0, form.word.size()), form.word)) return form.form;
  return {};
}

std::string help_for(EntryKind kind) {
  switch (kind) {
    case EntryKind::check_in:
      return "readings are written like: soreness quads 2, energy 4, pain none";
    case EntryKind::athlete:
      return "values are written like: training max of back squat 140 kg, bodyweight 82 kg";
    case EntryKind::session:
    case EntryKind::off_plan:
      return "exercises are written like: back squat 3x8 100 kg @ RIR 2, or: back squat skipped";
    default: return "this record holds notes only: note \"...\"";
  }
}

// A date as others write it: 23.11.2026, 11/23/2026, 2026-11.
bool looks_like_date(std::string_view line) {
  std::size_t digits = 0, marks = 0;
  for (const char c : line.substr(0, line.find(' '))) {
    const bool mark = c == '.' || c == '/' || c == '-';
    if (!is_digit(c) && !mark) return false;
    ++(mark ? marks : digits);
  }
  return digits >= 5 && marks >= 1;
}

}  // namespace

Complaint about_head_line(std::string_view line) {
  if (has_open_quote(line)) return open_quote();
  const std::string word = lower(word_at(line, 0));
  return {"`" + word + "` has a name in quotes behind it, and nothing else",
          "write it like: " + word + (word == "plan" ? " \"Four days\"" : " \"Sam\"")};
}

Complaint about_date_line(std::string_view line) {
  if (has_open_quote(line)) return open_quote();
  const std::size_t at = after_date(line);
  if (is_at_end(line, at))
    return {"behind the date stands what kind of record this is", kinds_list(), false};
  const KindForm* form = form_at(line.substr(at));
  if (form == nullptr) return about_unknown_kind(line, at);
  const Stop stop = stop_of_date_line(line);
  const std::string reads = "it is written like: " + std::string(form->form);
  const std::size_t stopped = after_blanks(line, stop.at);
  const bool no_reason =
      form->words == "overrule" && std::ranges::count(stop.expected, "a reason in quotes") > 0;
  if (no_reason && !is_at_end(line, stopped))
    return {"an overrule needs its reason, in quotes behind the session", reads};
  if (form->words == "amend" || form->words == "remove") {
    const bool at_kind = stop.expected.empty() && !is_at_end(line, stopped);
    if (at_kind && form_at(line.substr(stopped)) == nullptr)
      return about_unknown_kind(line, stopped);
  }
  return {stopped_message(line, stop), reads};
}

Complaint about_body_line(std::string_view line, const Entry& entry) {
  if (has_open_quote(line)) return open_quote();
  const EntryKind kind = body_kind(entry);
  const Stop stop = stop_of_body_line(line, kind);
  if (auto comma = decimal_comma(line, entry)) return *comma;
  if (auto unit = wrong_unit(line, stop.at, entry)) return *unit;
  const std::string_view form = form_of_reading(line, stop.at);
  const bool notes_only = kind != EntryKind::check_in && kind != EntryKind::athlete &&
                          kind != EntryKind::session && kind != EntryKind::off_plan;
  return {stopped_message(line, stop),
          form.empty() || notes_only ? help_for(kind) : "it is written like: " + std::string(form)};
}

Complaint about_stray_line(std::string_view line) {
  if (looks_like_date(line))
    return {"`" + word_at(line, 0) + "` isn't a date as logs write it",
            "dates are written year-month-day: 2026-11-23"};
  return {"this line belongs to no record",
          "a record begins with its date, such as 2026-11-23 check-in, and ends with `end`; a "
          "remark begins with #"};
}

}  // namespace meso::journal
