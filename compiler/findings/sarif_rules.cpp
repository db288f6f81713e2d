#include "compiler/findings/sarif_rules.h"

#include <algorithm>
#include <string>

#include "compiler/findings/sarif_text.h"
#include "compiler/guidelines/explain.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

Json message(std::string_view text) { return {{"text", sarif_text(text)}}; }

void describe_guideline(Json& rule, const Guideline& g, int edition) {
  rule["shortDescription"] = message(g.summary);
  rule["fullDescription"] = message(g.why);
  rule["help"] = message(explain(g, edition));
  rule["help"]["markdown"] = sarif_text(explain_markdown(g, edition));
  rule["properties"] = {
      {"tags", {g.category}}, {"evidence", text(g.evidence)}, {"edition", edition}};
}

void describe_kind(Json& rule, const Kind& kind) {
  const auto& kinds = all_kinds();
  const auto row = std::find_if(kinds.begin(), kinds.end(),
                                [&kind](const KindRow& r) { return r.kind.code == kind.code; });
  if (row == kinds.end()) return;
  rule["shortDescription"] = message(row->what);
  rule["help"] = message(std::string(row->what) + "\nmeso explain " + std::string(kind.name));
}

}  // namespace

SarifRules::SarifRules(const CheckReport& report) {
  for (const CheckedFile& file : report.files)
    for (const Finding& finding : file.findings) {
      const Kind& kind = finding.diagnostic.kind;
      rules_.try_emplace(kind.code, Rule{0, kind, file.edition});
    }
  std::size_t index = 0;
  for (auto& [code, rule] : rules_) rule.index = index++;
}

std::size_t SarifRules::index_of(std::string_view code) const { return rules_.at(code).index; }

Json SarifRules::json() const {
  Json out = Json::array();
  for (const auto& [code, rule] : rules_) {
    Json one = {{"id", code}, {"name", rule.kind.name}};
    const Guideline* guideline = find_guideline(code);
    if (guideline != nullptr)
      describe_guideline(one, *guideline, rule.edition);
    else
      describe_kind(one, rule.kind);
    const Severity severity = guideline != nullptr ? guideline->severity : rule.kind.severity;
    one["defaultConfiguration"] = {{"level", text(severity)}};
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace meso
