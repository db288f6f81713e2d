#include "compiler/source/source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace meso {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t find_byte(std::string_view text, char byte, std::size_t from, std::size_t to) {
  const void* hit = from < to ? std::memchr(text.data() + from, byte, to - from) : nullptr;
  return hit == nullptr ? kNone
                        : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
}

// Starts after each lone CR in [from, to), where `to` is the next LF or the end of the text.
void add_lone_returns(std::string_view text, std::size_t from, std::size_t to,
                      std::vector<std::uint32_t>& starts) {
  const bool line_feed_follows = to < text.size();
  for (std::size_t at = find_byte(text, '\r', from, to); at != kNone;
       at = find_byte(text, '\r', at + 1, to)) {
    const bool half_of_crlf = line_feed_follows && at + 1 == to;
    if (!half_of_crlf) starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::vector<std::uint32_t> line_starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts;
  starts.reserve(text.size() / 32 + 1);
  starts.push_back(0);
  const bool has_returns = find_byte(text, '\r', 0, text.size()) != kNone;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = find_byte(text, '\n', at, text.size());
    const std::size_t end = feed == kNone ? text.size() : feed;
    if (has_returns) add_lone_returns(text, at, end, starts);
    if (feed == kNone) break;
    starts.push_back(static_cast<std::uint32_t>(feed + 1));
    at = feed + 1;
  }
  return starts;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_(line_starts_of(text_)) {}

std::uint32_t SourceFile::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin() - 1);
}

std::string_view SourceFile::line_text(std::uint32_t line) const {
  const std::size_t begin = line_starts_[line];
  const bool is_last = line + 1 == line_starts_.size();
  std::size_t end = is_last ? text_.size() : line_starts_[line + 1];
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

FileId SourceSet::add(std::string path, std::string text) {
  files_.push_back(std::make_unique<SourceFile>(std::move(path), std::move(text)));
  return FileId{static_cast<std::uint32_t>(files_.size() - 1)};
}

std::optional<FileId> SourceSet::find(std::string_view path) const {
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (files_[i]->path() == path) return FileId{static_cast<std::uint32_t>(i)};
  return std::nullopt;
}

std::string_view SourceSet::text(Span span) const {
  const std::string_view all = (*this)[span.file].text();
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  return span.end > begin ? all.substr(begin, span.end - begin) : std::string_view();
}

LineColumn SourceSet::place(Span span) const {
  const SourceFile& file = (*this)[span.file];
  const auto offset = std::min(span.begin, static_cast<std::uint32_t>(file.text().size()));
  const std::uint32_t line = file.line_of(offset);
  const std::uint32_t start = file.line_start(line);
  const std::size_t before = count_code_points(file.text().substr(start, offset - start));
  return {line + 1, static_cast<std::uint32_t>(before + 1)};
}

}  // namespace meso
