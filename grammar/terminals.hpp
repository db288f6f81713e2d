// The smallest pieces of the plan language: blanks, numbers, names, quotes, keywords. Pasted
// characters are accepted here and nowhere else: no-break and thin spaces are blanks, `×` is
// `x`, en and em dashes are `-`, curly quotes are straight.
#pragma once

#include <cstddef>

#include <tao/pegtl/ascii.hpp>
#include <tao/pegtl/rules.hpp>
#include <tao/pegtl/utf8.hpp>

namespace meso::grammar {

namespace p = tao::pegtl;

template <std::size_t N>
struct Text {
  char chars[N]{};
  consteval Text(const char (&text)[N]) {
    for (std::size_t i = 0; i < N; ++i) chars[i] = text[i];
  }
  static constexpr std::size_t size = N - 1;
};

constexpr bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Bytes of the blank that is `at` so many bytes ahead; 0 where none is. Rules that every line asks
// many times are written by hand, from here on: they look at a byte once.
template <typename Input>
std::size_t wide_blank_at(const Input& in, std::size_t at) {
  const auto is = [&](std::size_t ahead, char first, char last) {
    return in.size() > at + ahead && in.peek_char(at + ahead) >= first &&
           in.peek_char(at + ahead) <= last;
  };
  if (is(0, '\xC2', '\xC2')) return is(1, '\xA0', '\xA0') ? 2 : 0;  // no-break
  if (is(0, '\xE3', '\xE3'))                                        // ideographic
    return is(1, '\x80', '\x80') && is(2, '\x80', '\x80') ? 3 : 0;
  if (!is(0, '\xE2', '\xE2') || !is(1, '\x80', '\x80')) return 0;
  return is(2, '\x80', '\x8A') || is(2, '\xAF', '\xAF') ? 3 : 0;  // en quad to hair space, narrow
}
template <typename Input>
std::size_t blank_at(const Input& in, std::size_t at) {
  if (in.size() <= at) return 0;
  const char c = in.peek_char(at);
  if (c == ' ' || c == '\t') return 1;
  return (c & '\x80') == 0 ? 0 : wide_blank_at(in, at);
}

struct blank {
  using rule_t = blank;
  using subs_t = p::empty_list;
  template <typename Input>
  static bool match(Input& in) {
    const std::size_t length = blank_at(in, 0);
    in.bump_in_this_line(length);
    return length > 0;
  }
};
struct blanks : p::plus<blank> {};      // at least one
struct opt_blanks : p::star<blank> {};  // any number

// A keyword or a phrase of several words, whatever its case, with any blanks between the words.
// It ends at a word's end: `week` doesn't match the start of `weekly`, nor `rest` of `rest-pause`.
template <Text T>
struct phrase {
  using rule_t = phrase;
  using subs_t = p::empty_list;

  template <typename Input>
  static bool match(Input& in) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < T.size; ++i) {
      if (T.chars[i] == ' ') {
        const std::size_t gap = blanks_at(in, at);
        if (gap == 0) return false;
        at += gap;
        continue;
      }
      if (in.size() <= at || lower(in.peek_char(at)) != lower(T.chars[i])) return false;
      ++at;
    }
    if (is_word_char(T.chars[T.size - 1]) && continues_word(in, at)) return false;
    in.bump_in_this_line(at);
    return true;
  }

 private:
  static constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  template <typename Input>
  static bool continues_word(const Input& in, std::size_t at) {
    if (in.size() <= at) return false;
    if (is_word_char(in.peek_char(at))) return true;
    return in.peek_char(at) == '-' && in.size() > at + 1 && is_word_char(in.peek_char(at + 1));
  }
  template <typename Input>
  static std::size_t blanks_at(const Input& in, std::size_t at) {
    const std::size_t start = at;
    while (const std::size_t length = blank_at(in, at)) at += length;
    return at - start;
  }
};

// numbers and operators
struct digits : p::plus<p::digit> {};
struct decimal : p::seq<digits, p::opt<p::seq<p::one<'.'>, digits>>> {};
struct times : p::sor<p::one<'x', 'X'>, p::string<'\xC3', '\x97'>> {};
struct dash
    : p::sor<p::one<'-'>, p::string<'\xE2', '\x80', '\x93'>, p::string<'\xE2', '\x80', '\x94'>,
             p::string<'\xE2', '\x88', '\x92'>, p::string<'.', '.'>> {};
template <typename Low, typename High>
struct range_of : p::seq<Low, p::opt<p::seq<opt_blanks, dash, opt_blanks, High>>> {};
struct comma : p::one<','> {};
template <typename Item>
struct list_of : p::seq<Item, p::star<p::seq<opt_blanks, comma, opt_blanks, Item>>> {};

// quoted text
struct quote_mark : p::sor<p::one<'"'>, p::string<'\xE2', '\x80', '\x9C'>,
                           p::string<'\xE2', '\x80', '\x9D'>, p::string<'\xE2', '\x80', '\x9E'>,
                           p::string<'\xC2', '\xAB'>, p::string<'\xC2', '\xBB'>> {};
struct quoted : p::seq<quote_mark, p::star<p::seq<p::not_at<quote_mark>, p::any>>, quote_mark> {};

// A program name (rule, gate, scheme, parameter, own signal): `double`, `more_rest`, `tier1`.
struct identifier : p::seq<p::sor<p::alpha, p::one<'_'>>, p::star<p::sor<p::alnum, p::one<'_'>>>> {
};

// One word of an exercise's, group's or metric's name: anything but blanks, quotes, commas,
// brackets, `@`; `#` starts a comment.
struct name_word {
  using rule_t = name_word;
  using subs_t = p::empty_list;
  template <typename Input>
  static bool match(Input& in) {
    if (in.empty() || in.peek_char() == '#') return false;
    std::size_t length = 0;
    while (length < in.size() && !ends_at(in, length)) ++length;
    in.bump_in_this_line(length);
    return length > 0;
  }

 private:
  template <typename Input>
  static bool ends_at(const Input& in, std::size_t at) {
    const char c = in.peek_char(at);
    switch (c) {
      case ' ':
      case '\t':
      case ',':
      case '(':
      case ')':
      case '@':
      case '"': return true;
      default: return (c & '\x80') != 0 && (blank_at(in, at) > 0 || is_quote(in, at));
    }
  }
  // As `quote_mark`, without moving on.
  template <typename Input>
  static bool is_quote(const Input& in, std::size_t at) {
    const auto byte = [&](std::size_t ahead) {
      return in.size() > at + ahead ? in.peek_char(at + ahead) : '\0';
    };
    if (byte(0) == '\xC2') return byte(1) == '\xAB' || byte(1) == '\xBB';
    return byte(0) == '\xE2' && byte(1) == '\x80' &&
           (byte(2) == '\x9C' || byte(2) == '\x9D' || byte(2) == '\x9E');
  }
};
// Words up to `Stop`, which isn't looked for before the first.
template <typename Stop>
struct words_until : p::seq<name_word, p::star<p::seq<blanks, p::not_at<Stop>, name_word>>> {};

// What may stand after every statement: blanks and a comment.
struct comment : p::seq<p::one<'#'>, p::star<p::any>> {};
struct line_end : p::seq<p::sor<p::seq<blanks, p::opt<comment>>, p::success>, p::eof> {};

}  // namespace meso::grammar
