#include "tests/property/ebnf.h"

#include <cctype>
#include <catch2/catch.hpp>

#include "tests/docs/markdown_blocks.h"

namespace meso::test {
namespace {

using Kind = EbnfNode::Kind;

// ---- reading ----

std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    std::size_t end = at + 1;
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      at = end;
      continue;
    }
    if (text.compare(at, 2, "(*") == 0)
      end = text.find("*)", at) + 2;
    else if (c == '"')
      end = text.find('"', at + 1) + 1;
    else if (std::isalpha(static_cast<unsigned char>(c)) != 0)
      while (end < text.size() &&
             (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-'))
        ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  Ebnf run() {
    Ebnf out;
    while (at_ < pieces_.size()) {
      const std::string name = pieces_[at_];
      REQUIRE(pieces_.at(at_ + 1) == "=");
      at_ += 2;
      out[name] = choice();
    }
    return out;
  }

 private:
  bool is(const char* piece) const { return at_ < pieces_.size() && pieces_[at_] == piece; }
  // A name with `=` behind it begins the next production.
  bool ends() const {
    return at_ >= pieces_.size() || is(")") || is("]") || is("}") || is("|") ||
           (at_ + 1 < pieces_.size() && pieces_[at_ + 1] == "=");
  }

  EbnfNode choice() {
    EbnfNode out{Kind::choice, "", {sequence()}};
    while (is("|")) {
      ++at_;
      out.parts.push_back(sequence());
    }
    return out.parts.size() == 1 ? out.parts.front() : out;
  }
  EbnfNode sequence() {
    EbnfNode out;
    while (!ends()) out.parts.push_back(item());
    return out;
  }
  EbnfNode item() {
    if (is("(")) return bracketed(Kind::sequence, ")");
    if (is("[")) return bracketed(Kind::optional, "]");
    if (is("{")) return bracketed(Kind::repeated, "}");
    const std::string piece = pieces_[at_++];
    if (piece.front() == '"') return {Kind::word, piece.substr(1, piece.size() - 2), {}};
    if (piece.starts_with("(*")) return {Kind::prose, piece, {}};
    return {Kind::production, piece, {}};
  }
  EbnfNode bracketed(Kind kind, const char* closing) {
    ++at_;
    EbnfNode out{kind, "", {choice()}};
    REQUIRE(is(closing));
    ++at_;
    return out;
  }

  std::vector<std::string> pieces_;
  std::size_t at_ = 0;
};

// ---- drawing ----

// What prose describes.
const std::map<std::string, std::vector<std::string>>& examples() {
  static const std::map<std::string, std::vector<std::string>> all = {
      {"comment", {"# a remark"}},
      {"amount", {"0", "2", "2.5", "12", "100"}},
      {"digits", {"1", "2", "3", "10"}},
      {"string", {"\"Lower A\"", "\"\"", "\u201cBase\u201d", "\"3x5 80%, a # and more\""}},
      {"identifier", {"step", "most", "t1", "_own", "double_2"}},
      {"words", {"back squat", "chin-up", "quads", "movement quality"}},
      {"name", {"back squat", "45 degree back extension", "chin-up", "any push"}},
      {"word", {"kg", "mon", "barbell", "novice"}},
      {"label", {"A1", "B2"}},
      {"guideline", {"load-jump", "M117"}},
      {"date", {"2027-01-11"}},
      {"time", {"07:30", "7:05", "23:59:59"}},
      {"checksum", {"1c9a02bb", "09E4F7D1"}}};
  return all;
}

class Drawer {
 public:
  explicit Drawer(const Ebnf& ebnf) : ebnf_(ebnf) {}

  std::vector<std::string> draw(const EbnfNode& node, int depth) {
    std::vector<std::string> out;
    switch (node.kind) {
      case Kind::word: return {node.text};
      case Kind::prose: return {};
      case Kind::production: return {production(node.text, depth + 1)};
      case Kind::choice: return draw(*rc::gen::elementOf(node.parts), depth);
      case Kind::optional:
        if (depth < kDeepest && *rc::gen::arbitrary<bool>()) append(out, node, depth);
        return out;
      case Kind::repeated: {
        const int times = depth < kDeepest ? *rc::gen::inRange(0, 3) : 0;
        for (int i = 0; i < times; ++i) append(out, node, depth);
        return out;
      }
      case Kind::sequence: append(out, node, depth); return out;
    }
    return out;
  }

  std::string production(const std::string& name, int depth) {
    const auto known = examples().find(name);
    if (known != examples().end()) return *rc::gen::elementOf(known->second);
    const auto found = ebnf_.find(name);
    if (found == ebnf_.end()) FAIL("grammar/README.md has no production " << name);
    return join(draw(found->second, depth), name);
  }

 private:
  static constexpr int kDeepest = 12;

  void append(std::vector<std::string>& out, const EbnfNode& node, int depth) {
    for (const EbnfNode& part : node.parts)
      for (std::string& text : draw(part, depth)) out.push_back(std::move(text));
  }

  // The places where no blank may stand.
  static bool is_tight(const std::string& production, const std::string& next) {
    return production == "rep-max" || production == "tempo" ||
           (production == "call" && next == "(") || (production == "set-group" && next == "+");
  }
  static std::string join(const std::vector<std::string>& parts, const std::string& production) {
    std::string out;
    for (const std::string& part : parts) {
      if (part.empty()) continue;
      if (!out.empty() && !is_tight(production, part)) out += ' ';
      out += part;
    }
    return out;
  }

  const Ebnf& ebnf_;
};

}  // namespace

Ebnf read_ebnf(const std::string& file) {
  std::string text;
  for (const FencedBlock& block : fenced_blocks(file))
    if (block.is("ebnf")) text += block.text;
  return Reader(pieces_of(text)).run();
}

rc::Gen<std::string> text_of(const Ebnf& ebnf, const std::string& production) {
  return rc::gen::exec([&ebnf, production] { return Drawer(ebnf).production(production, 0); });
}

}  // namespace meso::test
