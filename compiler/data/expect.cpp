#include "compiler/data/expect.h"

#include "base/text.h"
#include "compiler/data/load.h"

namespace meso {
namespace {

std::string did_you_mean(const std::vector<std::string>& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) shown.push_back(quoted(name));
  return "did you mean " + join_or(shown) + "?";
}

}  // namespace

bool has_shape(const YamlValue::Entry& entry, YamlValue::Kind wanted, std::string_view example,
               Sink& sink) {
  const YamlValue::Kind found = entry.value.kind;
  if (found == wanted) return true;
  sink.report(kind::wrong_shape, entry.value.span,
              quoted(entry.key) + " has " + std::string(shape_words(found)) + " where " +
                  std::string(shape_words(wanted)) + " is wanted")
      .advise("write `" + std::string(example) + "`");
  return false;
}

void suggest(Diagnostic& diagnostic, const std::vector<std::string>& names, Span span) {
  if (names.empty()) return;
  diagnostic.advise(did_you_mean(names));
  if (names.size() == 1) diagnostic.fix({"write `" + names[0] + "`", span, names[0], false});
}

bool is_map(const YamlValue& root, FileId file, std::string_view what, std::string_view example,
            Sink& sink) {
  if (root.kind == YamlValue::Kind::map) return true;
  const bool empty = root.kind == YamlValue::Kind::null;  // it stands nowhere
  sink.report(kind::wrong_shape, empty ? Span{file, 0, 0} : root.span,
              std::string(what) + " holds `key: value` lines, and here is " +
                  std::string(shape_words(root.kind)))
      .advise("begin it with `" + std::string(example) + "`");
  return false;
}

}  // namespace meso
