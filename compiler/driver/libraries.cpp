#include "compiler/driver/libraries.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "compiler/model/reading.h"
#include "compiler/syntax/outline.h"
#include "compiler/syntax/parse.h"

namespace meso {
namespace {

constexpr std::size_t kMostLibraries = 50;

class Libraries {
 public:
  Libraries(const SourceSet& sources, const ReadLibrary& read, Sink& sink)
      : sources_(sources), read_(read), sink_(sink) {}

  std::vector<Tree> all_of(const Tree& tree) {
    follow(tree, plain_path(sources_[tree.file].path()));
    return std::move(found_);
  }

 private:
  void follow(const Tree& tree, const std::string& path) {
    open_.push_back(path);
    for (const Statement& s : tree.statements)
      if (s.kind == LineKind::use && s.ok) use(tree, s);
    open_.pop_back();
  }

  void use(const Tree& tree, const Statement& s) {
    const Token* name = nullptr;
    for (const Token& t : tree.tokens_of(s))
      if (t.kind == TokenKind::quoted) name = &t;
    const Span span = tree.span_of(*name);
    const std::string written =
        unquote(sources_[tree.file].text().substr(name->begin, name->end - name->begin));
    const std::string path = plain_path(folder_of(open_.back()) + written);
    if (is_circle(path, span) || std::find(done_.begin(), done_.end(), path) != done_.end()) return;
    done_.push_back(path);
    if (done_.size() > kMostLibraries) return report_too_many(span);
    if (auto library = parse_library(path, written, span)) {
      follow(*library, path);
      found_.push_back(std::move(*library));
    }
  }

  bool is_circle(const std::string& path, Span span) {
    const auto first = std::find(open_.begin(), open_.end(), path);
    if (first == open_.end()) return false;
    std::string circle;
    for (auto at = first; at != open_.end(); ++at) circle += file_name(*at) + " -> ";
    sink_
        .report(kind::use_cycle, span,
                first + 1 == open_.end()
                    ? "this file uses itself"
                    : "these files use each other: " + circle + file_name(path))
        .advise("take this line out; what both need can stand in a library of its own");
    return true;
  }

  void report_too_many(Span span) {
    sink_.report(kind::too_many, span, "this plan uses too many libraries")
        .advise("a plan uses at most " + std::to_string(kMostLibraries));
  }

  std::optional<Tree> parse_library(const std::string& path, const std::string& written,
                                    Span span) {
    const IoResult<FileId> file = read_ ? read_(path) : IoError{"nothing can be read here"};
    if (const auto* error = std::get_if<IoError>(&file)) {
      sink_.report(kind::missing_file, span, written + ": " + error->reason)
          .advise("the path is seen from the folder of this file");
      return std::nullopt;
    }
    Sink own;
    Tree tree = parse(sources_[std::get<FileId>(file)], std::get<FileId>(file), own);
    if (!holds(tree, LineKind::library)) {
      report_no_library(tree, written, span);
      return std::nullopt;
    }
    sink_.add(std::move(own));
    return tree;
  }

  void report_no_library(const Tree& tree, const std::string& written, Span span) {
    Diagnostic& d = sink_.report(kind::not_a_library, span, written + " isn't a library");
    if (holds(tree, LineKind::plan))
      d.advise("it is a plan: move what both plans share to a file of its own");
    d.advise("a library starts with its name: library \"House rules\"");
  }

  const SourceSet& sources_;
  const ReadLibrary& read_;
  Sink& sink_;
  std::vector<std::string> open_;  // paths from the plan down to what is being read
  std::vector<std::string> done_;
  std::vector<Tree> found_;
};

}  // namespace

ReadLibrary library_reader(const FileSystem& files, SourceSet& sources) {
  return [&files, &sources](const std::string& path) -> IoResult<FileId> {
    if (const auto known = sources.find(path)) return *known;
    IoResult<std::string> bytes = files.read(path);
    if (auto* error = std::get_if<IoError>(&bytes)) return std::move(*error);
    auto text = decode(std::move(std::get<std::string>(bytes)));
    if (auto* error = std::get_if<DecodeError>(&text)) return IoError{std::move(error->reason)};
    return sources.add(path, std::move(std::get<std::string>(text)));
  };
}

std::vector<Tree> read_libraries(const Tree& tree, const SourceSet& sources,
                                 const ReadLibrary& read, Sink& sink) {
  return Libraries(sources, read, sink).all_of(tree);
}

}  // namespace meso
