#include "compiler/data/config_choices.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "compiler/data/expect.h"

namespace meso {
namespace {

using Entry = YamlValue::Entry;

// By name or code, as messages show both.
const GuidelineName* find_guideline(const Entry& entry, const ConfigNames& names, Sink& sink) {
  std::vector<std::string_view> known;
  for (const GuidelineName& g : names.guidelines) {
    if (equal_ignoring_case(g.name, entry.key) || equal_ignoring_case(g.code, entry.key)) return &g;
    known.push_back(g.name);
  }
  Diagnostic& d = sink.report(kind::unknown_guideline, entry.key_span,
                              "there is no guideline " + quoted(entry.key));
  suggest(d, nearest(entry.key, known, 1), entry.key_span);
  d.advise("`meso guidelines` lists them");
  return nullptr;
}

bool may_be_changed(const GuidelineName& guideline, Span place, Sink& sink) {
  if (!guideline.fixed) return true;
  sink.report(kind::fixed_guideline, place,
              quoted(guideline.name) + " can't be configured away: it keeps plans safe to follow")
      .advise("meso explain " + std::string(guideline.name) + " says why")
      .advise("delete this line");
  return false;
}

// YAML readers elsewhere take a bare `off` for false; here it is a word.
bool read_severity(const YamlValue& value, std::optional<Severity>& severity, Sink& sink) {
  const std::vector<std::string_view> words = {"off", "note", "warning", "error"};
  for (const Severity known : {Severity::note, Severity::warning, Severity::error})
    if (equal_ignoring_case(value.text, text(known))) {
      severity = known;
      return true;
    }
  if (equal_ignoring_case(value.text, "off") || equal_ignoring_case(value.text, "false")) {
    severity.reset();
    return true;
  }
  Diagnostic& d =
      sink.report(kind::wrong_value, value.span,
                  "a severity is error, warning, note or off, not " + quoted(value.text));
  suggest(d, nearest(value.text, words, 1), value.span);
  return false;
}

const ThresholdName* find_threshold(const Entry& entry, const GuidelineName& guideline,
                                    Sink& sink) {
  std::vector<std::string_view> known;
  std::vector<std::string> listed;
  for (const ThresholdName& t : guideline.thresholds) {
    if (equal_ignoring_case(t.name, entry.key)) return &t;
    known.push_back(t.name);
    listed.push_back(quoted(t.name));
  }
  Diagnostic& d = sink.report(kind::unknown_key, entry.key_span,
                              quoted(guideline.name) + " has no threshold " + quoted(entry.key));
  if (known.empty()) {
    d.advise("it has none: `severities` can turn it down or off");
    return nullptr;
  }
  suggest(d, nearest(entry.key, known, 1), entry.key_span);
  d.advise(listed.size() == 1 ? "its threshold is " + listed[0]
                              : "its thresholds are " + join_and(listed));
  return nullptr;
}

struct NumberText {
  std::string_view number, unit;
};
NumberText split(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,+-"), text.size());
  std::string_view unit = text.substr(end);
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  return {text.substr(0, end), unit};
}

// The unit may be left out, or stand for its first words: `sets` of `sets a week`.
bool fits(std::string_view written, std::string_view unit) {
  if (written.empty() || equal_ignoring_case(written, unit)) return true;
  if (written.size() < unit.size() && unit[written.size()] == ' ')
    return equal_ignoring_case(written, unit.substr(0, written.size()));
  // one week, one set
  return unit.ends_with('s') && equal_ignoring_case(written, unit.substr(0, unit.size() - 1));
}

std::string with_unit(Decimal number, std::string_view unit) {
  return number.text() + " " + std::string(unit);
}

}  // namespace

std::optional<Decimal> read_number_of(const Entry& entry, const ThresholdName& what, Sink& sink) {
  const std::string example = entry.key + ": " + with_unit(what.low, what.unit);
  if (!has_shape(entry, YamlValue::Kind::scalar, example, sink)) return std::nullopt;
  const NumberText parts = split(entry.value.text);
  const bool negative = parts.number.starts_with('-');
  const auto number = Decimal::parse(parts.number.substr(negative ? 1 : 0));
  if (!number && parts.number.find(',') != parts.number.npos) {
    sink.report(kind::decimal_comma, entry.value.span,
                "a decimal comma: decimals are written with a point");
    return std::nullopt;
  }
  if (!number) {
    sink.report(kind::wrong_value, entry.value.span, quoted(entry.value.text) + " isn't a number")
        .advise("write `" + example + "`");
    return std::nullopt;
  }
  if (!fits(parts.unit, what.unit)) {
    sink.report(kind::wrong_unit, entry.value.span,
                quoted(entry.key) + " is counted in " + std::string(what.unit) + ", not in " +
                    quoted(parts.unit))
        .advise("write `" + entry.key + ": " + with_unit(*number, what.unit) + "`");
    return std::nullopt;
  }
  const Decimal value = negative ? -*number : *number;
  if (what.whole && !value.is_whole()) {
    sink.report(kind::wrong_value, entry.value.span,
                quoted(entry.key) + " is a whole number of " + std::string(what.unit))
        .advise("write `" + entry.key + ": " + with_unit(Decimal::whole(value.floor()), what.unit) +
                "`, or one more");
    return std::nullopt;
  }
  if (value >= what.low && value <= what.high) return value;
  sink.report(kind::out_of_range, entry.value.span,
              quoted(entry.key) + " goes from " + what.low.text() + " to " +
                  with_unit(what.high, what.unit) + ", and this is " + value.text());
  return std::nullopt;
}

void read_severities(const Entry& entry, const ConfigNames& names, GuidelineChoices& choices,
                     Sink& sink) {
  if (!has_shape(entry, YamlValue::Kind::map, "severities: {rest-interval: off}", sink)) return;
  for (const Entry& one : entry.value.entries) {
    const GuidelineName* guideline = find_guideline(one, names, sink);
    if (guideline == nullptr || !may_be_changed(*guideline, one.key_span, sink)) continue;
    if (!has_shape(one, YamlValue::Kind::scalar, one.key + ": warning", sink)) continue;
    std::optional<Severity> severity;
    if (read_severity(one.value, severity, sink))
      choices.severities[std::string(guideline->name)] = {severity, one.key_span};
  }
}

void read_thresholds(const Entry& entry, const ConfigNames& names, GuidelineChoices& choices,
                     Sink& sink) {
  constexpr std::string_view kExample = "thresholds: {volume-jump: {week warn above: 25 %}}";
  if (!has_shape(entry, YamlValue::Kind::map, kExample, sink)) return;
  for (const Entry& one : entry.value.entries) {
    const GuidelineName* guideline = find_guideline(one, names, sink);
    if (guideline == nullptr || !may_be_changed(*guideline, one.key_span, sink)) continue;
    if (!has_shape(one, YamlValue::Kind::map, one.key + ": {NAME: NUMBER}", sink)) continue;
    for (const Entry& number : one.value.entries) {
      const ThresholdName* threshold = find_threshold(number, *guideline, sink);
      if (threshold == nullptr) continue;
      if (const auto value = read_number_of(number, *threshold, sink))
        choices.thresholds[{std::string(guideline->name), std::string(threshold->name)}] = {
            *value, number.key_span};
    }
  }
}

}  // namespace meso
