#include "compiler/data/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <utility>

#include "base/text.h"
#include "compiler/data/yaml_keys.h"
#include "compiler/data/yaml_scan.h"

namespace meso {
namespace {

constexpr std::size_t kDeepest = 16;
constexpr std::size_t kLargest = 1u << 20;

// Leaves yaml-cpp's parser where nothing after this place can be trusted; caught in read_yaml.
struct Stop {};

// A list or a map that is still open, and the key whose value comes next.
struct Open {
  YamlValue value;
  std::optional<YamlValue> key;
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, FileId file, Sink& sink)
      : text_(text), file_(file), sink_(sink) {}

  YamlValue take_root() { return std::move(root_); }
  bool is_usable() const { return usable_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_properties(mark, "", anchor);
    YamlValue value;
    value.span = empty_place(mark);
    finish(std::move(value));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(word_at(mark), "an alias (`*name`) isn't understood here", "write the value out");
    YamlValue value;
    value.span = word_at(mark);
    finish(std::move(value));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& characters) override {
    YamlValue value;
    value.kind = YamlValue::Kind::scalar;
    value.text = characters;
    if (refuse_properties(mark, tag, anchor)) {
      value.span = word_at(mark);
      return finish(std::move(value));
    }
    value.quoted = tag == "!";
    const ScalarEnd end = scalar_end(text_, offset(mark), characters, value.quoted);
    value.span = span(offset(mark), end.offset);
    if (end.on_other_line) refuse_lines(value.span);
    finish(std::move(value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlValue::Kind::list, mark, tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlValue::Kind::map, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override {
    drop_duplicates(open_.back().value, sink_);
    close();
  }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  Span word_at(const YAML::Mark& mark) const {
    return span(offset(mark), word_end(text_, offset(mark)));
  }

  // yaml-cpp marks an empty value with the token after it, which may be lines away.
  Span empty_place(const YAML::Mark& mark) const {
    if (!open_.empty() && open_.back().key) return open_.back().key->span;
    const std::size_t begin = open_.empty() ? 0 : open_.back().value.span.begin;
    const std::size_t at = last_solid_before(text_, offset(mark));
    return at < begin || text_.empty() ? span(begin, begin) : span(at, at + 1);
  }

  Diagnostic& refuse(Span where, std::string message, std::string help) {
    usable_ = false;
    return sink_.report(kind::yaml_refused, where, std::move(message)).advise(std::move(help));
  }

  bool refuse_properties(const YAML::Mark& mark, std::string_view tag, YAML::anchor_t anchor) {
    const bool tagged = !tag.empty() && tag != "?" && tag != "!";
    if (tagged) refuse(word_at(mark), "a tag (`!name`) isn't understood here", "leave it out");
    if (anchor != 0)
      refuse(word_at(mark), "an anchor (`&name`) isn't understood here", "leave it out");
    return tagged || anchor != 0;
  }

  void refuse_lines(Span where) {
    const char first = text_[where.begin];
    if (first == '|' || first == '>') {
      refuse(where, "a text block (`|` or `>`) isn't understood here", "write it on one line");
    } else if (first == '"' || first == '\'') {
      usable_ = false;
      sink_.report(kind::unclosed_quote, where, "a quote that isn't closed on its line")
          .advise("close it where the text ends");
    } else {
      refuse(where, "a value that runs on over the next line",
             "write it on one line; a new entry is `key: value`, in line with the others");
    }
  }

  void open(YamlValue::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    refuse_properties(mark, tag, anchor);
    if (open_.size() == kDeepest) {
      refuse(span(offset(mark), offset(mark) + 1), "nested more than 16 levels deep",
             "no data file of Meso needs more than three");
      throw Stop();
    }
    Open next;
    next.value.kind = kind;
    next.value.span = span(offset(mark), offset(mark));
    open_.push_back(std::move(next));
  }

  void close() {
    YamlValue value = std::move(open_.back().value);
    open_.pop_back();
    value.span.end = static_cast<std::uint32_t>(closing_end(text_, value.span.end));
    finish(std::move(value));
  }

  // Puts a complete value where it belongs: the root, a list's item, a map's key or its value.
  void finish(YamlValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Open& parent = open_.back();
    parent.value.span.end = std::max(parent.value.span.end, value.span.end);
    if (parent.value.kind == YamlValue::Kind::list) {
      parent.value.items.push_back(std::move(value));
    } else if (!parent.key) {
      take_key(parent, std::move(value));
    } else {
      add_entry(parent, std::move(value));
    }
  }

  void take_key(Open& parent, YamlValue key) {
    if (key.kind != YamlValue::Kind::scalar)
      refuse(key.span, "a key has to be a word or a few", "write `key: value`");
    parent.key = std::move(key);
  }

  void add_entry(Open& parent, YamlValue value) {
    const YamlValue key = *std::exchange(parent.key, std::nullopt);
    if (key.text == "<<" && !key.quoted)
      refuse(key.span, "a merge key (`<<`) isn't understood here", "write the entries out");
    parent.value.entries.push_back({key.text, key.span, std::move(value)});
  }

  std::string_view text_;
  FileId file_;
  Sink& sink_;
  YamlValue root_;
  std::vector<Open> open_;
  bool usable_ = true;
};

// Stops at the first thing of a second document.
class EndWatcher final : public YAML::EventHandler {
 public:
  std::optional<int> position;
  void OnDocumentStart(const YAML::Mark& mark) override {
    position = mark.pos;
    throw Stop();
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

Span character_at(std::string_view text, FileId id, int position) {
  const auto at = std::min(static_cast<std::size_t>(std::max(position, 0)), text.size());
  const std::size_t length = at < text.size() ? code_point_length(text, at) : 0;
  return {id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
}

// Called once only: yaml-cpp 0.7 finds documents without end in some broken texts.
bool has_second_document(YAML::Parser& parser, std::string_view text, FileId id, Sink& sink) {
  EndWatcher watcher;
  try {
    parser.HandleNextDocument(watcher);
  } catch (const Stop&) {
  }
  if (!watcher.position) return false;
  sink.report(kind::yaml_refused, character_at(text, id, *watcher.position),
              "the file's content ends before this place")
      .advise("a data file holds one document: no `---`, and nothing after a closing `}` or `]`");
  return true;
}

std::optional<YamlValue> parse(std::string_view text, FileId id, Sink& sink) {
  std::istringstream stream{std::string(text)};
  TreeBuilder builder(text, id, sink);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    if (!builder.is_usable() || has_second_document(parser, text, id, sink)) return std::nullopt;
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    if (!builder.is_usable()) return std::nullopt;  // it follows from what was reported before
    const YamlProblem problem = explain_yaml_error(text, error.mark.pos, error.msg);
    sink.report(kind::yaml_syntax, character_at(text, id, error.mark.pos), problem.message)
        .advise(problem.help);
    return std::nullopt;
  }
  return builder.take_root();
}

}  // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::optional<YamlValue> read_yaml(const SourceFile& file, FileId id, Sink& sink) {
  const std::string_view text = file.text();
  if (text.size() > kLargest) {
    sink.report(kind::yaml_refused, {id, 0, 0}, "the file is larger than 1 MB");
    return std::nullopt;
  }
  // yaml-cpp takes U+0004 for the end of the file, and would pass over all that follows.
  if (const auto at = first_control_character(text)) {
    sink.report(kind::yaml_syntax, character_at(text, id, static_cast<int>(*at)),
                "a control character, which no text editor shows")
        .advise("delete it");
    return std::nullopt;
  }
  if (const auto at = first_directive(text)) {
    sink.report(kind::yaml_refused, character_at(text, id, static_cast<int>(*at)),
                "a directive (`%`) isn't understood here")
        .advise("delete the line, or put the text in quotes");
    return std::nullopt;
  }
  return parse(text, id, sink);
}

}  // namespace meso
