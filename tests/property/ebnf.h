// The EBNF of grammar/README.md as data, and random lines drawn from it.
#pragma once

#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

namespace meso::test {

struct EbnfNode {
  enum class Kind { sequence, choice, optional, repeated, word, production, prose };
  Kind kind = Kind::sequence;
  std::string text;  // of a word, a production's name, or prose
  std::vector<EbnfNode> parts;
};

// By the name of the production.
using Ebnf = std::map<std::string, EbnfNode>;
Ebnf read_ebnf(const std::string& file);

// A text of this production. What the page says in prose only ("a letter, then ...") comes from a
// few examples that fit it.
rc::Gen<std::string> text_of(const Ebnf& ebnf, const std::string& production);

}  // namespace meso::test
