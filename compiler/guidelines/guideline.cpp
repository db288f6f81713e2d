#include "compiler/guidelines/guideline.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace meso {

namespace guidelines {
#define MESO_GUIDELINE(id) extern const Guideline id;
#include "compiler/guidelines/all.def"
#undef MESO_GUIDELINE
}  // namespace guidelines

namespace {

constexpr std::array kAll = std::to_array<const Guideline*>({
#define MESO_GUIDELINE(id) &guidelines::id,
#include "compiler/guidelines/all.def"
#undef MESO_GUIDELINE
});

std::vector<std::string_view> names() {
  std::vector<std::string_view> out;
  for (const Guideline* g : kAll) out.push_back(g->name);
  return out;
}

void report_unknown_allow(const Allow& allow, Span span, Sink& sink) {
  Diagnostic& d =
      sink.report(kind::unknown_guideline, span, "there is no guideline `" + allow.guideline + "`");
  const auto near = nearest(allow.guideline, names());
  if (!near.empty()) {
    d.advise("did you mean `" + near.front() + "`?");
    d.fix({"write `" + near.front() + "`", span, near.front(), false});
  }
  d.advise("meso guidelines lists them all");
}

void report_fixed_allow(const Guideline& guideline, Span span, Sink& sink) {
  sink.report(kind::fixed_guideline, span,
              "`" + std::string(guideline.name) + "` can't be allowed away")
      .note(std::string(guideline.summary))
      .advise("meso explain " + std::string(guideline.name) + " says why")
      .advise("delete this line");
}

void report_unused_allow(const Allow& allow, Span span, Sink& sink) {
  sink.report(kind::unused_allow, span, "nothing here needs `allow " + allow.guideline + "`")
      .advise("delete the line: the guideline finds nothing where it stands");
}

// Of the `allow`s that cover the place the narrowest: the one that its author wrote for it.
std::optional<std::uint32_t> narrowest_allow(const Plan& plan, std::span<const AllowRange> allows,
                                             const Guideline& guideline, Span place) {
  const AllowRange* best = nullptr;
  for (const AllowRange& range : allows)
    if (find_guideline(plan.allows[range.allow].guideline) == &guideline &&
        range.covers.contains(place) &&
        (best == nullptr || range.covers.size() < best->covers.size()))
      best = &range;
  return best == nullptr ? std::nullopt : std::optional(best->allow);
}

void report_idle_allows(const Plan& plan, std::span<const Span> sources,
                        const std::vector<bool>& used, Sink& sink) {
  for (std::size_t i = 0; i < plan.allows.size(); ++i) {
    const Allow& allow = plan.allows[i];
    const Span span = sources[allow.source.value];
    const Guideline* g = find_guideline(allow.guideline);
    if (g == nullptr)
      report_unknown_allow(allow, span, sink);
    else if (g->fixed)
      report_fixed_allow(*g, span, sink);
    else if (!used[i])
      report_unused_allow(allow, span, sink);
  }
}

// What guidelines can't judge is said, or silence would pass for a proof.
void report_not_proved(const Verification& paths, Span place, Sink& sink) {
  constexpr Property kOfRecovery[] = {Property::gate_total, Property::released_fresh,
                                      Property::gap_safe, Property::latent_safe,
                                      Property::recovers};
  std::vector<std::string> open;
  for (const Property property : kOfRecovery)
    if (const PropertyResult& result = paths.of(property); result.proof == Proof::not_proved)
      open.push_back(std::string(text(property)) + ": " + result.why);
  if (open.empty()) return;
  Diagnostic& d = sink.report(kind::not_proved, place,
                              "whether every group is trained recovered couldn't be proved");
  for (std::string& why : open) d.note(std::move(why));
  d.advise("meso verify shows what is proved; with a larger --budget it looks at more paths");
}

}  // namespace

std::string_view text(Evidence evidence) {
  switch (evidence) {
    case Evidence::strong: return "strong";
    case Evidence::mixed: return "mixed";
    case Evidence::convention: return "convention";
  }
  return "";
}

std::span<const Guideline* const> all_guidelines() { return kAll; }

const Guideline* find_guideline(std::string_view name_or_code) {
  for (const Guideline* g : kAll)
    if (equal_ignoring_case(g->name, name_or_code) || equal_ignoring_case(g->code, name_or_code))
      return g;
  return nullptr;
}

std::span<const Threshold> thresholds_of(const Guideline& guideline, int edition) {
  std::span<const Threshold> best;
  for (const EditionThresholds& e : guideline.editions)
    if (e.edition <= edition || best.empty()) best = e.thresholds;
  return best;
}

Decimal GuidelineCheck::threshold(std::string_view name) const {
  for (const Threshold& t : thresholds_of(guideline_, edition.year))
    if (t.name == name) return Decimal::nano(static_cast<std::int64_t>(t.value * 1e9));
  return {};  // a meta test holds that every name asked for exists
}

Diagnostic& GuidelineCheck::report(Severity severity, SourceId place, std::string message) {
  Diagnostic& d =
      sink_.report({guideline_.code, guideline_.name, severity}, span(place), std::move(message));
  d.is_guideline = true;
  return d;
}

std::optional<std::uint32_t> GuidelineCheck::allow_at(SourceId place) const {
  return narrowest_allow(plan, allows_, guideline_, span(place));
}

std::vector<Allowed> check_guidelines(const Plan& plan, const Edition& edition,
                                      std::span<const Span> sources,
                                      std::span<const AllowRange> allows, Sink& sink,
                                      std::function<Gate()> default_gate) {
  const PlanFacts facts(plan, edition);
  const RunPlan run(plan, edition);
  VerifyOptions options;
  options.changing_results = false;
  const Verification paths = verify(facts, run, options);
  MendOptions how;
  how.default_gate = std::move(default_gate);
  Mending mending(facts, run, paths, std::move(how));
  std::vector<Allowed> allowed;
  std::vector<bool> used(plan.allows.size(), false);
  for (const Guideline* g : kAll) {
    Sink found;
    GuidelineCheck check(*g, facts, run, paths, mending, sources, allows, found);
    g->check(check);
    for (Diagnostic& d : found.all()) {
      const auto allow =
          g->fixed ? std::nullopt : narrowest_allow(plan, allows, *g, d.primary.span);
      if (!allow) {
        sink.add(std::move(d));
        continue;
      }
      used[*allow] = true;
      allowed.push_back({*allow, std::move(d)});
    }
  }
  report_idle_allows(plan, sources, used, sink);
  report_not_proved(paths, sources[plan.source.value], sink);
  return allowed;
}

}  // namespace meso
