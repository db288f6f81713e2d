// What a check found, as every output format reads it. docs/output-formats.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"

namespace meso {

enum class FailOn : std::uint8_t { error, warning, note, never };

// The `allow` of a plan that lets a finding stand.
struct AllowedBy {
  std::string reason;
  Span place;
};

struct Finding {
  Diagnostic diagnostic;
  std::string fingerprint;  // see fingerprint.h
  std::optional<AllowedBy> allowed;
  bool known = false;  // the baseline has it

  // Neither allowed nor known: what a coach has to look at.
  bool is_open() const { return !allowed && !known; }
};

// A file with what was found in it, and in the libraries that no file before it uses.
struct CheckedFile {
  FileId file;
  std::vector<Finding> findings;  // by place; then what an `allow` covers
  int edition = 0;                // of the guidelines
  bool guidelines_checked = false;
  bool is_library = false;
};

// What was named on the command line and can't be read.
struct UnreadInput {
  std::string path;
  std::string said;  // a whole sentence, with its path
};

// A place as readers of files know it.
struct TextPlace {
  std::string path;       // from the folder of the run
  LineColumn begin, end;  // the end is the first character that doesn't belong to it
};

struct CheckReport {
  const SourceSet& sources;
  std::string folder;  // in which the check ran, absolute; may be empty
  FailOn fail_on = FailOn::error;
  bool has_baseline = false;
  std::vector<CheckedFile> files;
  std::vector<UnreadInput> unread;

  std::string path(FileId file) const;
  // Nothing for a finding that is of no file.
  std::optional<TextPlace> place(Span span) const;
};

struct FindingTally {
  std::size_t files = 0;
  std::size_t errors = 0, warnings = 0, notes = 0;  // open ones
  std::size_t allowed = 0, known = 0;
  std::size_t unchecked = 0, libraries = 0;  // files whose guidelines weren't checked, and why

  std::size_t open() const { return errors + warnings + notes; }
};
FindingTally tally_of(const CheckedFile& file);
FindingTally tally_of(const CheckReport& report);

// Whether so much is a failure.
bool fails(const FindingTally& tally, FailOn fail_on);

// A line of it isn't written as the language expects, so that not all of it was understood.
bool is_half_read(const CheckedFile& file);

// The edition that all files are held against; nothing where they differ.
std::optional<int> common_edition(const CheckReport& report);

// "1 error, 2 warnings"; empty where nothing is open.
std::string open_text(const FindingTally& tally);
// "2 files: 1 error, 3 findings allowed".
std::string tally_text(const FindingTally& tally);

}  // namespace meso
