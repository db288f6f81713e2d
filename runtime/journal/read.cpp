// From lines to records: where each begins and ends, which of them count, and which were cut off.
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/lines.h"
#include "base/text.h"
#include "runtime/journal/checksum.h"
#include "runtime/journal/complaint.h"
#include "runtime/journal/journal.h"
#include "runtime/journal/read_line.h"

namespace meso {
namespace {

using namespace journal;
using Severity = JournalProblem::Severity;

constexpr std::size_t kLongestLine = 4000;  // in bytes
constexpr std::string_view kFirstLine = "meso log 1";

// Lines that belong together, from a record's date (or from a line that no record holds) on.
struct Region {
  enum class Kind : std::uint8_t { none, record, stray };
  // `end` is there and yet isn't right; whether that was a torn write is told by what follows.
  enum class End : std::uint8_t { open, bad_sum, damaged };
  Kind kind = Kind::none;
  End end = End::open;
  std::uint32_t line = 0;
  std::size_t first_byte = 0;
  std::size_t problems_before = 0;
  std::uint32_t damaged_line = 0;  // that holds bytes which are no text; 0: none
  std::uint32_t end_line = 0;
  bool knows_kind = true;  // else nothing says what its lines should be
};

// One entry is filled record after record, so that its lists grow once; a log keeps copies that are
// no longer than they need be.
void clear(Entry& entry) {
  Entry empty;
  empty.readings.swap(entry.readings);
  empty.exercises.swap(entry.exercises);
  empty.notes.swap(entry.notes);
  empty.readings.clear();
  empty.exercises.clear();
  empty.notes.clear();
  entry = std::move(empty);
}

Entry kept(Entry& entry) {
  Entry out;
  out.exercises.assign(std::make_move_iterator(entry.exercises.begin()),
                       std::make_move_iterator(entry.exercises.end()));
  entry.exercises.clear();
  std::vector<DoneExercise> exercises;
  exercises.swap(out.exercises);
  out = entry;
  out.exercises.swap(exercises);
  return out;
}

class JournalReader {
 public:
  explicit JournalReader(std::string_view text) : text_(text) {}

  Journal run() {
    if (looks_like_utf16(text_)) {
      problem(Severity::error, 1, "this file is UTF-16", "save it as UTF-8");
      return std::move(journal_);
    }
    const std::size_t skipped = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    text_.remove_prefix(skipped);
    is_clean_ = text_.find('\0') == text_.npos && !first_invalid_utf8(text_);
    starts_ = line_starts_of(text_);
    journal_.entries.reserve(text_.size() / 192);
    for (std::size_t i = 0; i < starts_.size() && !gave_up_; ++i) read_line(i);
    if (!gave_up_) finish();
    std::ranges::stable_sort(journal_.problems, {}, &JournalProblem::line);
    return std::move(journal_);
  }

 private:
  void problem(Severity severity, std::uint32_t line, std::string message, std::string help = {}) {
    journal_.problems.push_back({severity, line, std::move(message), std::move(help)});
  }
  void error(std::uint32_t line, Complaint complaint) {
    problem(Severity::error, line, std::move(complaint.message), std::move(complaint.help));
  }

  bool is_text(std::string_view line) const {
    return is_clean_ || (line.find('\0') == line.npos && !first_invalid_utf8(line));
  }
  // A write that was cut off leaves half a line, or zero bytes.
  bool is_cut_off() const {
    return region_.damaged_line != 0 || text_.empty() ||
           (text_.back() != '\n' && text_.back() != '\r');
  }

  void read_line(std::size_t index) {
    number_ = static_cast<std::uint32_t>(index + 1);
    start_ = starts_[index];
    std::string_view line = line_of(text_, starts_, index);
    for (std::size_t blank = 1; !line.empty() && blank != 0;) {
      blank = blank_length(line, 0);
      line.remove_prefix(blank);
    }
    if (line.empty() || (line.front() == '#' && is_text(line))) return;
    if (in_head_ && read_head_line(line)) return;
    in_head_ = false;
    read_record_line(line);
  }

  // ---- the head

  bool read_head_line(std::string_view line) {
    if (journal_.format == 0) return read_first_line(line);
    if (opens_record(line) || !is_text(line)) return false;
    Entry names;
    const Place place{journal_, names, sets_, number_};
    const std::string word = lower(line.substr(0, line.find_first_of(" \t\"")));
    const bool is_plan = word == "plan";
    if (!is_plan && word != "athlete") return false;
    const bool ends_file = number_ == starts_.size();
    if (!(is_plan ? read_plan_line(line, place) : read_athlete_line(line, place))) {
      if (ends_file) return false;  // half a line
      error(number_, about_head_line(line));
    }
    bool& said = is_plan ? has_plan_ : has_athlete_;
    if (said) error(number_, {"a log has one `" + word + "` line, and this is the second", ""});
    said = true;
    (is_plan ? journal_.plan : journal_.athlete) = names.name;
    return true;
  }

  bool read_first_line(std::string_view line) {
    if (read_format_line(line, journal_.format)) {
      if (journal_.format == kJournalFormat) return true;
      gave_up_ = true;
      const std::string format = std::to_string(journal_.format);
      if (journal_.format > kJournalFormat)
        error(number_, {"this log is of a format that is newer than this meso",
                        "use a newer meso; this one reads format 1"});
      else
        error(number_, {"there is no log of format " + format, "a log begins with: meso log 1"});
      return true;
    }
    gave_up_ = true;
    if (is_half_a_head(line)) {
      torn_head();
      return true;
    }
    error(number_, {"this isn't a log", "a log begins with the line: meso log 1"});
    return true;
  }

  bool is_half_a_head(std::string_view line) const {
    const std::string_view rest =
        text_.substr(static_cast<std::size_t>(line.data() - text_.data()));
    const std::string_view letters = rest.substr(0, rest.find('\0'));
    const bool only_zeros = rest.find_first_not_of('\0', letters.size()) == rest.npos;
    return only_zeros && letters.size() <= kFirstLine.size() && kFirstLine.starts_with(letters);
  }

  void torn_head() {
    journal_.problems.clear();
    journal_.torn_from = 1;
    problem(Severity::warning, 1, "this log was cut off while it was begun: nothing is in it yet");
  }

  void demand_plan() {
    if (has_plan_) return;
    has_plan_ = true;
    error(number_, {"nothing says which plan this log is kept for",
                    "write below its first line: plan \"NAME\""});
  }

  // ---- records

  void read_record_line(std::string_view line) {
    std::string_view sum;
    const char first = to_lower(line.front());
    if (region_.end != Region::End::open && !(first == 's' && is_set_aside_line(line))) settle();
    if (!is_text(line)) return note_damage();
    if (opens_record(line)) return begin(line);
    if (first == 'e' && read_end_line(line, sum)) return end(sum);
    if (first == 's' && is_set_aside_line(line)) return set_aside();
    if (region_.kind != Region::Kind::record) return stray(line);
    if (line.size() > kLongestLine) return report(long_line());
    const std::size_t before = journal_.problems.size();
    if (!region_.knows_kind || read_body_line(line, {journal_, entry_, sets_, number_})) return;
    journal_.problems.resize(before);
    report(about_body_line(line, entry_));
  }

  static Complaint long_line() {
    return {"this line is longer than " + std::to_string(kLongestLine) + " bytes",
            "break it up: one exercise a line"};
  }
  void report(Complaint complaint) { error(number_, std::move(complaint)); }

  void open(Region::Kind kind) {
    region_ = {};
    region_.kind = kind;
    region_.line = number_;
    region_.first_byte = start_;
    region_.problems_before = journal_.problems.size();
  }

  void begin(std::string_view line) {
    demand_plan();
    has_record_ = true;
    if (region_.kind == Region::Kind::record) report_missing_end();
    open(Region::Kind::record);
    clear(entry_);
    entry_.line = number_;
    if (line.size() > kLongestLine) return report(long_line());
    if (read_date_line(line, {journal_, entry_, sets_, number_})) return;
    journal_.problems.resize(region_.problems_before);
    Complaint complaint = about_date_line(line);
    region_.knows_kind = complaint.knows_kind;
    report(std::move(complaint));
  }

  void report_missing_end() {
    error(region_.line, {"this record has no `end`",
                         "write `end` on a line of its own before the record of line " +
                             std::to_string(number_) + " begins"});
  }

  void stray(std::string_view line) {
    if (region_.kind == Region::Kind::stray) return;  // said once
    open(Region::Kind::stray);
    report(about_stray_line(line));
  }

  void note_damage() {
    if (region_.kind == Region::Kind::none) open(Region::Kind::stray);
    if (region_.damaged_line == 0) region_.damaged_line = number_;
  }

  void end(std::string_view sum) {
    region_.end_line = number_;
    if (region_.kind == Region::Kind::none)
      return report({"no record is open here", "`end` closes a record, which begins with a date"});
    if (region_.damaged_line != 0) {
      region_.end = Region::End::damaged;
    } else if (!sum.empty() && sum.size() != 8) {
      region_.end = Region::End::bad_sum;
    } else {
      if (region_.kind == Region::Kind::record) close(sum);
      region_ = {};
    }
  }

  void close(std::string_view sum) {
    if (journal_.problems.size() > region_.problems_before) return;
    entry_.end_line = number_;
    entry_.has_checksum = !sum.empty();
    const std::string_view record = text_.substr(region_.first_byte, start_ - region_.first_byte);
    if (!sum.empty() && !equal_ignoring_case(sum, checksum_text(checksum(record))))
      problem(Severity::warning, region_.line,
              "this record was changed after it was written: it counts as it stands now",
              "if the change was meant, take the checksum behind its `end` away");
    journal_.entries.push_back(kept(entry_));
  }

  // An `end` that isn't right, and no `set aside` behind it.
  void settle() {
    if (region_.end == Region::End::bad_sum)
      error(region_.end_line, {"a checksum has eight digits", "write `end` alone"});
    else
      report_damage();
    region_ = {};
  }

  void report_damage() {
    error(region_.damaged_line,
          {"this line holds bytes that are no text",
           "save the log as UTF-8; if it was damaged, mend the record or write `set aside` behind "
           "it"});
  }

  void set_aside() {
    if (region_.kind == Region::Kind::none)
      return report({"no record is open here",
                     "`set aside` stands in place of `end` in a record that was cut off"});
    journal_.problems.resize(region_.problems_before);
    problem(Severity::warning, region_.line,
            "this record was cut off while it was written, and set aside: it doesn't count",
            "if all of it is there, write `end` in place of `set aside`");
    region_ = {};
  }

  // ---- the end of the file

  void finish() {
    number_ = static_cast<std::uint32_t>(starts_.size());
    if (is_head_alone()) return torn_head();
    const bool bad_sum = region_.end == Region::End::bad_sum && !is_cut_off();
    const bool record = region_.kind == Region::Kind::record && !bad_sum;
    const bool stray_tail = region_.kind == Region::Kind::stray && is_cut_off();
    if (record || stray_tail) return torn();
    if (region_.end != Region::End::open) settle();
    demand_plan();
  }

  // Nothing but the first line, or half of the second.
  bool is_head_alone() const {
    const bool half = region_.kind == Region::Kind::stray && is_cut_off();
    return !has_plan_ && !has_record_ && (half || region_.kind == Region::Kind::none);
  }

  void torn() {
    journal_.problems.resize(region_.problems_before);
    journal_.torn_from = region_.line;
    problem(Severity::warning, region_.line, "the last record has no `end`, so it doesn't count",
            "if all of it is there, write `end` on a line of its own below it");
  }

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  Journal journal_;
  Region region_;
  Entry entry_;  // of the region
  std::vector<DoneSet> sets_;
  std::uint32_t number_ = 0;  // of the line at hand, from 1
  std::size_t start_ = 0;     // its first byte
  bool is_clean_ = false;
  bool in_head_ = true;
  bool has_plan_ = false, has_athlete_ = false, has_record_ = false;
  bool gave_up_ = false;
};

}  // namespace

Journal read_journal(std::string_view text) { return JournalReader(text).run(); }

}  // namespace meso
