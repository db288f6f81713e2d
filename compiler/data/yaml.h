// YAML as data with places: scalars, lists and maps, nothing else. The only folder that includes
// yaml-cpp is this one; see docs/decisions/ for why we read events and never use its nodes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"

namespace meso {

struct YamlValue {
  enum class Kind { null, scalar, list, map };
  struct Entry;

  Kind kind = Kind::null;
  std::string text;              // scalar: its characters, never interpreted
  bool quoted = false;           // scalar: "5" rather than 5
  Span span;                     // the value, or its key where the value is empty
  std::vector<YamlValue> items;  // list
  std::vector<Entry> entries;    // map, in the order written

  const YamlValue* find(std::string_view key) const;
};

struct YamlValue::Entry {
  std::string key;
  Span key_span;
  YamlValue value;
};

// Reads one document. Problems (syntax, duplicate keys, anchors and aliases, tags, merge keys,
// nesting deeper than 16, more than one document, a scalar that swallowed line ends) go to the sink
// with their place; the result is nothing when the text can't be used. Of a key that stands twice
// the first is kept, and the rest is still read. A file of more than 1 MB is refused; an empty one
// is a null value.
std::optional<YamlValue> read_yaml(const SourceFile& file, FileId id, Sink& sink);

}  // namespace meso
