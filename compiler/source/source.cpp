#include "compiler/source/source.h"

#include <algorithm>
#include <utility>

#include "base/lines.h"
#include "base/text.h"

namespace meso {

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_(line_starts_of(text_)) {}

std::uint32_t SourceFile::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin() - 1);
}

std::string_view SourceFile::line_text(std::uint32_t line) const {
  return meso::line_of(text_, line_starts_, line);
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
