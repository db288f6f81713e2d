// How a grammar rule becomes tokens, or the farthest place where it failed: PEGTL's control class
// for this compiler. Included by syntax/parse_*.cpp only.
#pragma once

#include <array>

#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/nothing.hpp>
#include <tao/pegtl/parse.hpp>

#include "compiler/syntax/line_parser.h"

namespace meso::syntax {

namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

// Which rules leave a token, and what messages call them.
template <typename Rule>
struct TokenOf {
  static constexpr bool is_token = false;
};
#define MESO_KEYWORD(rule, words)                            \
  template <>                                                \
  struct TokenOf<grammar::rule> {                            \
    static constexpr bool is_token = true;                   \
    static constexpr TokenKind kind = TokenKind::rule;       \
    static constexpr std::string_view label = "`" words "`"; \
  };
#include "grammar/keywords.def"
#undef MESO_KEYWORD
}  // namespace meso::syntax

// The rules that other grammar headers define needn't be complete here.
namespace meso::grammar {
#define MESO_TOKEN(rule, label) struct rule;
#include "compiler/syntax/tokens.def"
#undef MESO_TOKEN
}  // namespace meso::grammar

namespace meso::syntax {
#define MESO_TOKEN(rule, words)                        \
  template <>                                          \
  struct TokenOf<grammar::rule> {                      \
    static constexpr bool is_token = true;             \
    static constexpr TokenKind kind = TokenKind::rule; \
    static constexpr std::string_view label = words;   \
  };
#include "compiler/syntax/tokens.def"
#undef MESO_TOKEN

// Does a rule, or any that it is made of, leave a token? Blanks and stops don't.
template <typename... Rules>
constexpr bool any_leaves_token(p::type_list<Rules...>) {
  return (any_leaves_token(typename Rules::subs_t()) || ...) || (TokenOf<Rules>::is_token || ...);
}

struct State {
  const char* base;
  std::uint32_t offset;
  std::vector<Token>& tokens;
  Stop* stop;

  // What was read is no longer expected, even where nothing says what comes next.
  void reach(const char* at) const {
    const auto place = static_cast<std::uint32_t>(at - base);
    if (stop == nullptr || place <= stop->at) return;
    stop->at = place;
    stop->expected.clear();
  }

  void expect(const char* at, std::string_view label) const {
    const auto place = static_cast<std::uint32_t>(at - base);
    if (stop == nullptr || place < stop->at || label.empty()) return;
    if (place > stop->at) stop->expected.clear();
    stop->at = place;
    for (const std::string_view seen : stop->expected)
      if (seen == label) return;
    stop->expected.push_back(label);
  }
};

// Tokens of an abandoned alternative are taken back; inside look-ahead (no actions) nothing is
// recorded, since nothing there is what the author wrote or should have written.
template <typename Rule>
struct Control : p::normal<Rule> {
  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Ctrl>
  static bool match(Input& in, State& state) {
    if constexpr (A == p::apply_mode::nothing || !any_leaves_token(p::type_list<Rule>())) {
      return p::normal<Rule>::template match<p::apply_mode::nothing, M, Action, Ctrl>(in, state);
    } else {
      const char* const begin = in.current();
      const std::size_t kept = state.tokens.size();
      // A token that is made of smaller rules is one thing to the reader: look no deeper.
      constexpr auto deeper = TokenOf<Rule>::is_token ? p::apply_mode::nothing : A;
      if (p::normal<Rule>::template match<deeper, M, Action, Ctrl>(in, state)) {
        if constexpr (TokenOf<Rule>::is_token) {
          push(state, begin, in.current());
          state.reach(in.current());
        }
        return true;
      }
      if (state.tokens.size() > kept) state.tokens.resize(kept);
      if constexpr (TokenOf<Rule>::is_token) state.expect(begin, TokenOf<Rule>::label);
      return false;
    }
  }

 private:
  static void push(State& state, const char* begin, const char* end) {
    state.tokens.push_back({TokenOf<Rule>::kind,
                            state.offset + static_cast<std::uint32_t>(begin - state.base),
                            state.offset + static_cast<std::uint32_t>(end - state.base)});
  }
};

template <typename Rule>
bool match_line(LineInput line, ParsedLine& result) {
  Input in(line.text.data(), line.text.data() + line.text.size(), "");
  State state{line.text.data(), line.offset, result.tokens, result.stop};
  if (result.stop != nullptr) *result.stop = {};
  return p::parse<Rule, p::nothing, Control>(in, state);
}

}  // namespace meso::syntax
