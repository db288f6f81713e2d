// Rule calls: `double(2.5 kg)`.
#include <algorithm>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

// `double(2,5 kg)`: too many values, because a comma separates them.
bool report_decimal_comma(Reading& r, Span arguments) {
  const std::string_view written = r.text.substr(arguments.begin, arguments.size());
  const auto digit = [&](std::size_t at) {
    return at < written.size() && written[at] >= '0' && written[at] <= '9';
  };
  for (std::size_t comma = 1; comma < written.size(); ++comma) {
    if (written[comma] != ',' || !digit(comma - 1) || !digit(comma + 1)) continue;
    std::size_t begin = comma, end = comma + 1;
    while (begin > 0 && digit(begin - 1)) --begin;
    while (digit(end)) ++end;
    std::string mended(written.substr(begin, end - begin));
    mended[comma - begin] = '.';
    const auto at = [&](std::size_t offset) {
      return arguments.begin + static_cast<std::uint32_t>(offset);
    };
    const Span span{arguments.file, at(begin), at(end)};
    r.report(kind::decimal_comma, span,
             "numbers are written with a decimal point: `" + mended + "`")
        .label("a comma separates two values here")
        .fix({"write `" + mended + "`", span, mended, false});
    return true;
  }
  return false;
}

}  // namespace

std::optional<RuleCall> read_call(Reading& r, TokenReader& t) {
  const Token name = t.expect(TokenKind::call_name);
  t.take(TokenKind::open_bracket);
  RuleCall call;
  std::vector<Span> places;  // of its arguments
  bool known = true;
  const Token first = t.peek();
  while (t.at(TokenKind::amount)) {
    const Token value = t.peek();
    call.arguments.push_back(read_quantity(r, t));
    places.push_back(t.span_since(value));
    known = known && !r.unknown_unit &&
            check_single(r, call.arguments.back(), places.back(), "a rule's value");
    t.take(TokenKind::comma);
  }
  const Span arguments = call.arguments.empty() ? t.span(name) : t.span_since(first);
  t.take(TokenKind::close_bracket);
  call.source = r.source(t.span_since(name));
  const auto rule = find_rule(r, t.text(name), t.span(name));
  if (!rule) return std::nullopt;
  call.rule = *rule;
  const Rule& definition = r.model.plan.rules[*rule];
  if (definition.parameters.size() < call.arguments.size() && report_decimal_comma(r, arguments))
    return std::nullopt;
  if (definition.parameters.size() != call.arguments.size()) {
    std::string shape = definition.name + "(";
    for (std::size_t i = 0; i < definition.parameters.size(); ++i)
      shape += (i == 0 ? "" : ", ") + definition.parameters[i];
    r.report(kind::wrong_arguments, arguments,
             "`" + definition.name + "` takes " +
                 counted(static_cast<long>(definition.parameters.size()), "value") + ", not " +
                 std::to_string(call.arguments.size()))
        .also(r.model.span(definition.source), "defined here")
        .advise("call it as " + shape + ")");
    return std::nullopt;
  }
  r.unknown_unit = false;
  for (std::size_t i = 0; known && i < places.size(); ++i)
    check_argument(r, definition, i, call.arguments[i], places[i]);
  return call;
}

}  // namespace meso
