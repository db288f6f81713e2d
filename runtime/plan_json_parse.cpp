// JSON text made into values.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/text.h"
#include "runtime/plan_json_tree.h"

namespace meso {
namespace {

constexpr std::size_t kDeepest = 64;           // a plan needs 16
constexpr std::size_t kMostValues = 10 << 20;  // 40 sessions a week of 40 exercises, for two years

// What is said of the document as a whole, by line and column of one of its bytes.
PlanJsonError error_at(std::string_view text, std::size_t offset, std::string_view what) {
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t begin = before.rfind('\n') + 1;  // 0 where there is none
  const std::size_t column = 1 + count_code_points(before.substr(begin));
  return {"line " + std::to_string(line) + ", column " + std::to_string(column) + ": " +
          std::string(what)};
}

}  // namespace

// What the library's parser reports, made into values. That parser doesn't recurse either.
class JsonBuilder {
 public:
  explicit JsonBuilder(std::string_view text) : text_(text) {}

  std::variant<JsonTree, PlanJsonError> build() {
    if (const auto bad = first_invalid_utf8(text_))
      return error_at(text_, *bad, "this isn't text: a plan's JSON is UTF-8");
    nlohmann::json::sax_parse(text_.begin(), text_.end(), this);
    if (error_) return *error_;
    return std::move(tree_);
  }

  bool null() { return add(JsonValue::Kind::null) != nullptr; }
  bool boolean(bool value) {
    JsonValue* added = add(JsonValue::Kind::boolean);
    if (added != nullptr) added->flag_ = value;
    return added != nullptr;
  }
  bool number_integer(std::int64_t value) { return add_number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return add_number(std::to_string(value)); }
  bool number_float(double, const std::string& digits) { return add_number(digits); }
  bool string(std::string& value) {
    JsonValue* added = add(JsonValue::Kind::string);
    if (added != nullptr) added->text_ = std::move(value);
    return added != nullptr;
  }
  bool binary(std::vector<std::uint8_t>&) { return false; }  // JSON text has none
  bool start_object(std::size_t) { return open(JsonValue::Kind::object); }
  bool start_array(std::size_t) { return open(JsonValue::Kind::list); }
  bool key(std::string& name) {
    key_ = std::move(name);
    return true;
  }
  bool end_object() {
    if (const std::string* twice = key_given_twice(*open_.back()))
      return refuse(*open_.back(), "the key " + shown(*twice) + " stands twice");
    return end_array();
  }
  bool end_array() {
    open_.pop_back();
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const std::exception&) {
    const std::size_t last = std::min(position, text_.size() + 1);
    const std::size_t offset = last == 0 ? 0 : last - 1;
    error_ = error_at(text_, offset,
                      offset >= text_.size() ? "the document ends before it is complete"
                                             : "the text up to here isn't JSON");
    return false;
  }

 private:
  JsonValue* add(JsonValue::Kind kind) {
    if (tree_.size() == kMostValues) {
      refuse(tree_.front(), "no plan holds so many values");
      return nullptr;
    }
    JsonValue& value = tree_.emplace_back();
    value.kind_ = kind;
    if (open_.empty()) return &value;
    JsonValue& parent = *open_.back();
    value.parent_ = &parent;
    value.index_ = static_cast<std::uint32_t>(parent.items_.size());
    value.key_ = std::exchange(key_, {});
    parent.items_.push_back(&value);
    return &value;
  }

  bool add_number(std::string digits) {
    JsonValue* added = add(JsonValue::Kind::number);
    if (added != nullptr) added->text_ = std::move(digits);
    return added != nullptr;
  }

  bool open(JsonValue::Kind kind) {
    JsonValue* added = add(kind);
    if (added == nullptr) return false;
    if (open_.size() == kDeepest) return refuse(tree_.front(), "no plan is nested so deep");
    open_.push_back(added);
    return true;
  }

  static const std::string* key_given_twice(const JsonValue& object) {
    std::vector<const std::string*> keys;
    for (const JsonValue* item : object.items_) keys.push_back(&item->key_);
    const auto less = [](const std::string* a, const std::string* b) { return *a < *b; };
    const auto equal = [](const std::string* a, const std::string* b) { return *a == *b; };
    std::sort(keys.begin(), keys.end(), less);
    const auto twice = std::adjacent_find(keys.begin(), keys.end(), equal);
    return twice == keys.end() ? nullptr : *twice;
  }

  bool refuse(const JsonValue& where, std::string_view what) {
    error_ = where.error(what);
    return false;
  }

  std::string_view text_;
  JsonTree tree_;
  std::vector<JsonValue*> open_;
  std::string key_;
  std::optional<PlanJsonError> error_;
};

std::variant<JsonTree, PlanJsonError> parse_json(std::string_view text) {
  return JsonBuilder(text).build();
}

}  // namespace meso
