#include "compiler/format/columns.h"

#include <algorithm>
#include <utility>

namespace meso {
namespace {

using K = TokenKind;

// The columns of an exercise line. A rest that is the first modifier has one of its own, so that
// the rules of a superset's lines stand below each other though only the last of them names a rest.
constexpr std::uint8_t kSets = 1, kEffort = 2, kRest = 3, kModifiers = 4;

bool is(const Piece& piece, K token) {
  return piece.kind == Piece::Kind::token && piece.token == token;
}

bool starts_sets(K token) {
  return token == K::set_count || token == K::total_reps || token == K::kw_test ||
         token == K::kw_scheme;
}

// What says how hard the sets are, or what they count: right behind them it stands with the effort.
bool belongs_to_effort(K token) {
  return token == K::at_sign || token == K::kw_to_failure || token == K::kw_each_side ||
         token == K::kw_per_side;
}

bool starts_modifier(K token) {
  switch (token) {
    case K::at_sign:
    case K::kw_to_failure:
    case K::kw_each_side:
    case K::kw_per_side:
    case K::kw_rest:
    case K::kw_tempo:
    case K::kw_drop_set:
    case K::kw_rest_pause:
    case K::kw_myo_reps:
    case K::kw_cluster:
    case K::kw_optional:
    case K::kw_start:
    case K::kw_percent_of:
    case K::kw_as:
    case K::call_name: return true;
    default: return false;
  }
}

bool starts_change(K token) {
  switch (token) {
    case K::kw_load:
    case K::kw_reps:
    case K::kw_time:
    case K::kw_distance:
    case K::kw_sets:
    case K::kw_rir:
    case K::kw_rpe:
    case K::kw_rest:
    case K::kw_gap:
    case K::kw_stage:
    case K::kw_scheme:
    case K::kw_training_max:
    case K::n_rm: return true;
    default: return false;
  }
}

}  // namespace

Table table_of(LineKind kind) {
  switch (kind) {
    case LineKind::exercise: return Table::exercises;
    case LineKind::replace: return Table::exchanges;
    case LineKind::week_sets:
    case LineKind::stage:
    case LineKind::scheme: return Table::sets;
    case LineKind::week:
    case LineKind::repeat: return Table::changes;
    case LineKind::gate_clause: return Table::verdicts;
    case LineKind::rule_clause: return Table::clauses;
    default: return Table::none;
  }
}

std::size_t widest_cell(Table table, std::uint8_t column) {
  if (table == Table::exercises && column == 0) return 32;
  if (table == Table::clauses || table == Table::exchanges) return 60;
  return column < kRest ? 48 : 24;
}

ColumnReader::ColumnReader(Table table, std::span<const Piece> pieces)
    : table_(table), pieces_(pieces) {
  const auto groups = std::count_if(pieces.begin(), pieces.end(),
                                    [](const Piece& p) { return is(p, K::set_count); });
  many_groups_ = groups > 1;
}

std::uint8_t ColumnReader::next_of_exercise(K token) {
  if (column_ == 0) return starts_sets(token) ? kSets : column_;
  const bool rest_of_cluster = token == K::kw_rest && std::exchange(in_cluster_, false);
  if (!starts_modifier(token) || rest_of_cluster) return column_;
  in_cluster_ = in_cluster_ || token == K::kw_cluster;
  if (token == K::at_sign && column_ < kRest) return many_groups_ ? column_ : kEffort;
  if (belongs_to_effort(token) && column_ == kSets && !many_groups_) return kEffort;
  if (token == K::kw_rest && column_ < kRest) return kRest;
  return std::max<std::uint8_t>(kModifiers, column_ + 1);
}

std::uint8_t ColumnReader::next() {
  const Piece& piece = pieces_[at_++];
  if (at_ == 1 || piece.kind != Piece::Kind::token) return column_;
  const K token = piece.token;
  switch (table_) {
    case Table::none: break;
    case Table::exercises:
    case Table::exchanges: column_ = next_of_exercise(token); break;
    case Table::sets:
      if (starts_sets(token)) column_ = 1;
      break;
    case Table::changes:
      if (starts_change(token)) column_ = 1;
      break;
    case Table::verdicts:
      if (at_ == 2)
        column_ = 1;
      else if (token == K::kw_when || token == K::kw_otherwise)
        column_ = 2;
      break;
    case Table::clauses:
      if (token == K::kw_then) column_ = 1;
      break;
  }
  return column_ = std::min<std::uint8_t>(column_, kMostColumns - 1);
}

}  // namespace meso
