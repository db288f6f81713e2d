#include "compiler/format/spacing.h"

namespace meso {
namespace {

using K = TokenKind;

// What a piece is to its neighbours. Only numbers, sets and brackets are more than a word.
enum class Role : std::uint8_t {
  word,
  comma,
  dash,  // of a range
  percent,
  open,
  close,
  times,  // `x`, of sets and of changes
  reps,   // what follows the `x` of sets
  amrap,  // the `+` of `5+`
};

Role role_of_token(const Piece& piece) {
  switch (piece.token) {
    case K::comma: return Role::comma;
    case K::open_bracket: return Role::open;
    case K::close_bracket: return Role::close;
    case K::times_sign: return Role::times;
    case K::rep_count:
    case K::mini_reps:
    case K::kw_max:
    case K::kw_failure: return Role::reps;
    case K::amrap_plus: return Role::amrap;
    case K::unit: return piece.source == "%" ? Role::percent : Role::word;
    default: return Role::word;
  }
}

Role role_of(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::token: return role_of_token(piece);
    case Piece::Kind::comma: return Role::comma;
    case Piece::Kind::dash: return Role::dash;
    case Piece::Kind::percent: return Role::percent;
    case Piece::Kind::word: return Role::word;
  }
  return Role::word;
}

bool is_amount(const Piece& piece) {
  return piece.kind == Piece::Kind::token &&
         (piece.token == K::amount || piece.token == K::amount_high);
}

bool touch(const Piece& left, const Piece& right) {
  return left.source.data() + left.source.size() == right.source.data();
}

// `2,5 kg` may be two values or a mistake that `meso check` reports: with a blank it would be
// hidden.
bool may_be_decimal_comma(std::span<const Piece> pieces, std::size_t comma) {
  if (comma == 0 || comma + 1 >= pieces.size()) return false;
  const Piece &before = pieces[comma - 1], &after = pieces[comma + 1];
  return is_amount(before) && is_amount(after) && touch(before, pieces[comma]) &&
         touch(pieces[comma], after);
}

bool blank_between(const Piece& left, const Piece& right) {
  const Role before = role_of(left), after = role_of(right);
  switch (after) {
    case Role::comma:
    case Role::dash:
    case Role::percent:
    case Role::open:
    case Role::close:
    case Role::amrap: return false;
    case Role::reps: return before != Role::times;
    default: return before != Role::dash && before != Role::open;
  }
}

}  // namespace

bool blank_before(std::span<const Piece> pieces, std::size_t index) {
  const Piece &left = pieces[index - 1], &right = pieces[index];
  // `3x8`, but `sets x 50%`
  if (role_of(right) == Role::times && index + 1 < pieces.size())
    return role_of(pieces[index + 1]) != Role::reps;
  if (role_of(left) == Role::comma && may_be_decimal_comma(pieces, index - 1)) return false;
  return blank_between(left, right);
}

}  // namespace meso
