// Source texts with their line tables. Everything behind this header speaks in byte spans; lines
// and columns are worked out here, for renderers only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/span.h"

namespace meso {

class SourceFile {
 public:
  // `text` is valid UTF-8 without a byte-order mark (see decode()).
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::size_t line_count() const { return line_starts_.size(); }
  // Both zero-based. A text that ends with a line ending has an empty last line; an offset past the
  // end is on the last line.
  std::uint32_t line_of(std::uint32_t offset) const;
  std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line]; }
  // A line's text without its line ending (LF, CRLF or a lone CR).
  std::string_view line_text(std::uint32_t line) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

// One-based; columns count code points.
struct LineColumn {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

class SourceSet {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& operator[](FileId id) const { return *files_[id.value]; }
  std::size_t size() const { return files_.size(); }
  std::optional<FileId> find(std::string_view path) const;
  std::string_view text(Span span) const;
  LineColumn place(Span span) const;  // of the span's first character

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
};

// Why bytes aren't a Meso text, as a sentence a coach can act on.
struct DecodeError {
  std::string reason;
};
// Strips a UTF-8 byte-order mark; refuses UTF-16, NUL bytes (a binary file) and invalid UTF-8
// (with line and byte).
std::variant<std::string, DecodeError> decode(std::string bytes);

}  // namespace meso
