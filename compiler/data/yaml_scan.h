// What yaml-cpp doesn't tell: where its values end, and what its errors mean for a coach.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace meso {

// The first character that YAML doesn't allow (C0 controls but tab, LF and CR; DEL).
std::optional<std::size_t> first_control_character(std::string_view text);

// The first `%` that begins a line: yaml-cpp passes over what stands there.
std::optional<std::size_t> first_directive(std::string_view text);

struct ScalarEnd {
  std::size_t offset = 0;
  bool on_other_line = false;
};

// Where the scalar ends that begins at `begin` and whose characters are `value`.
ScalarEnd scalar_end(std::string_view text, std::size_t begin, std::string_view value, bool quoted);

// The end of the run of characters other than blanks and `,[]{}` that begins at `begin`.
std::size_t word_end(std::string_view text, std::size_t begin);

// The last character before `at` that isn't white space; `at` itself where there is none.
std::size_t last_solid_before(std::string_view text, std::size_t at);

// Past the bracket that follows `at`, if one does; otherwise `at`.
std::size_t closing_end(std::string_view text, std::size_t at);

struct YamlProblem {
  std::string message;
  std::string help;
};

// yaml-cpp's error in words that help: `raw` is its message, `position` its byte or -1.
YamlProblem explain_yaml_error(std::string_view text, int position, std::string_view raw);

}  // namespace meso
