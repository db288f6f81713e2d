// A rule for each row of keywords.def. `RIR` and `RPE` may stand right before their number.
#pragma once

#include "grammar/terminals.hpp"

namespace meso::grammar {

#define MESO_KEYWORD(rule, text) \
  struct rule : phrase<text> {};
#include "grammar/keywords.def"
#undef MESO_KEYWORD

struct kw_rir : p::seq<p::istring<'r', 'i', 'r'>, p::not_at<p::alpha>> {};
struct kw_rpe : p::seq<p::istring<'r', 'p', 'e'>, p::not_at<p::alpha>> {};

// `5RM`, `1RM`
struct n_rm : p::seq<digits, p::istring<'r', 'm'>, p::not_at<p::identifier_other>> {};

}  // namespace meso::grammar
