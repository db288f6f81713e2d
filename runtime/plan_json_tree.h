// JSON as values that know their place in the document, so that a reader can say what is wrong
// where: "blocks[0].weeks[2]: `kind` is missing". Numbers keep their digits, and so stay exact.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "runtime/plan_json.h"

namespace meso {

// Asked for something that it isn't, a value throws a PlanJsonError; read_plan_json catches it.
class JsonValue {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, list, object };

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }

  // Of an object: the value of a key. `at` fails where it is missing, `find` gives null.
  const JsonValue* find(std::string_view key) const;
  const JsonValue& at(std::string_view key) const;

  const std::vector<const JsonValue*>& items() const;    // of a list
  const std::vector<const JsonValue*>& members() const;  // of an object, each with its key
  const std::string& key() const { return key_; }
  const std::string& text() const;  // of a string
  bool flag() const;
  Decimal decimal() const;  // of a number, or of its text
  int whole(int least, int most) const;

  PlanJsonError error(std::string_view what) const;  // what is wrong with it, and where it stands
  [[noreturn]] void fail(std::string_view what) const { throw error(what); }

 private:
  friend class JsonBuilder;
  std::string path() const;
  void expect(Kind kind) const;

  Kind kind_ = Kind::null;
  bool flag_ = false;
  std::uint32_t index_ = 0;  // in a list
  const JsonValue* parent_ = nullptr;
  std::string key_;   // in an object
  std::string text_;  // a string, or a number's digits
  std::vector<const JsonValue*> items_;
};

// Nothing in it is nested, however deep the document is; the root stands first.
using JsonTree = std::deque<JsonValue>;

std::variant<JsonTree, PlanJsonError> parse_json(std::string_view text);

// Text of the document as messages show it: in quotes, cut, without control characters.
std::string shown(std::string_view text);

}  // namespace meso
