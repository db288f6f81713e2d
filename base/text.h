// Text helpers that know nothing of the language: UTF-8, display width, nearest words.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meso {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// With its byte-order mark, or without one as Latin letters look in it: every second byte is NUL.
bool looks_like_utf16(std::string_view bytes);

// The offset of the first byte that isn't valid UTF-8 (overlong forms, surrogates and values above
// U+10FFFF included), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Code points in valid UTF-8 text; a stray byte counts as one.
std::size_t count_code_points(std::string_view text);

// Terminal columns that the text takes: 2 for wide East Asian characters and emoji, 0 for combining
// marks and zero-width characters, 1 otherwise. A tab counts as 1 (renderers expand it before).
std::size_t display_width(std::string_view text);

// Bytes of the blank that starts here, 0 where none does: a space, a tab, or one of the spaces that
// come with pasted text (no-break, thin, ideographic).
std::size_t blank_length(std::string_view text, std::size_t at);
std::string_view without_blanks_behind(std::string_view text);
std::string_view without_blanks_around(std::string_view text);
// A name with one space for each run of blanks, and none at its ends.
std::string plain_name(std::string_view text);

// Bytes of the code point that starts here (1 to 4; 1 on a stray byte).
std::size_t code_point_length(std::string_view text, std::size_t at);

constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lower(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool less_ignoring_case(std::string_view a, std::string_view b);

// Up to `most` of the candidates that a person could have meant by `word`, nearest first: by
// Damerau-Levenshtein distance ignoring case (at most a third of the word's length, at least 1,
// at most 3), then those that share whole words (of 3 letters or more) with it, the most first;
// ties in the order given. Nothing is near to a word of more than 64 bytes.
std::vector<std::string> nearest(std::string_view word,
                                 std::span<const std::string_view> candidates,
                                 std::size_t most = 3);

// "a; b; c" with the separator "; ".
std::string join(std::span<const std::string> items, std::string_view separator);
// "a", "a or b", "a, b or c".
std::string join_or(std::span<const std::string> items);
// "a", "a and b", "a, b and c".
std::string join_and(std::span<const std::string> items);
// Appends what the list doesn't hold yet.
void add_once(std::vector<std::string>& list, std::string text);
// With blanks behind it, up to so many columns.
std::string padded(std::string text, std::size_t width);
// "Train as written": as a sentence begins.
std::string upper_first(std::string text);
// "1-3 and 5" of rising numbers.
std::string number_ranges(std::span<const int> numbers);
// "1 set", "2 sets".
std::string counted(long n, std::string_view noun);
// Broken into lines of at most 78 columns between words, each behind the indent and with a line
// end.
std::string wrapped(std::string_view text, std::string_view indent);
// The text between double quotes, as messages show names: "Lower A".
std::string quoted(std::string_view text);

}  // namespace meso
