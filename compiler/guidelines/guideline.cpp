#include "compiler/guidelines/guideline.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/guidelines/path_bounds.h"

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

Fix deletion(Span line, bool safe) { return {"delete this line", line, "", safe}; }

void report_fixed_allow(const Guideline& guideline, Span span, Span line, Sink& sink) {
  sink.report(kind::fixed_guideline, span,
              "`" + std::string(guideline.name) + "` can't be allowed away")
      .note(std::string(guideline.summary))
      .advise("meso explain " + std::string(guideline.name) + " says why")
      .fix(deletion(line, false));
}

void report_unused_allow(const Allow& allow, Span span, Span line, Sink& sink) {
  sink.report(kind::unused_allow, span, "nothing here needs `allow " + allow.guideline + "`")
      .advise("the guideline finds nothing where it stands")
      .fix(deletion(line, true));
}

void report_expired_allow(const Allow& allow, Span span, Span line, Sink& sink) {
  sink.report(kind::expired_allow, span,
              "this `allow` held until " + *allow.until + " and covers nothing any more")
      .advise("mend what it covered, or give it another day")
      .fix(deletion(line, false));
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

bool is_over(const Allow& allow, const std::optional<Date>& today) {
  if (!allow.until || !today) return false;
  const auto last = parse_date(*allow.until);
  return last && *last < *today;
}

// What no finding needed. `used` is by Plan::allows.
void report_idle_allows(const Plan& plan, std::span<const Span> sources,
                        std::span<const AllowRange> allows, const std::vector<bool>& used,
                        const std::optional<Date>& today, Sink& sink) {
  for (const AllowRange& range : allows) {
    const Allow& allow = plan.allows[range.allow];
    const Span span = sources[allow.source.value];
    const Guideline* g = find_guideline(allow.guideline);
    if (g == nullptr)
      report_unknown_allow(allow, span, sink);
    else if (g->fixed)
      report_fixed_allow(*g, span, range.line, sink);
    else if (is_over(allow, today))
      report_expired_allow(allow, span, range.line, sink);
    else if (!used[range.allow])
      report_unused_allow(allow, span, range.line, sink);
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

namespace {

// What the edition says of it; nothing where it says no more than that it is there, or not at all.
const GuidelineEdition* in_edition(const Guideline& guideline, int edition) {
  const GuidelineEdition* best = nullptr;
  for (const GuidelineEdition& e : guideline.editions)
    if (e.edition <= edition) best = &e;
  return best;
}

}  // namespace

std::span<const Threshold> thresholds_of(const Guideline& guideline, int edition) {
  const GuidelineEdition* in = in_edition(guideline, edition);
  return in == nullptr ? std::span<const Threshold>() : in->thresholds;
}

std::optional<Severity> severity_of(const Guideline& guideline, int edition) {
  if (guideline.editions.empty()) return guideline.severity;
  const GuidelineEdition* in = in_edition(guideline, edition);
  if (in == nullptr) return std::nullopt;
  return in->severity.value_or(guideline.severity);
}

Decimal InForce::threshold(const Guideline& guideline, std::string_view name) const {
  if (settings_ != nullptr)
    if (const ConfiguredThreshold* set = settings_->threshold(guideline.name, name))
      return set->value;
  for (const Threshold& t : thresholds_of(guideline, edition_))
    if (t.name == name) return t.number();
  return {};  // a meta test holds that every name asked for exists
}

std::optional<Severity> InForce::severity(const Guideline& guideline) const {
  const std::optional<Severity> own = severity_of(guideline, edition_);
  const ConfiguredSeverity* set =
      settings_ == nullptr ? nullptr : settings_->severity(guideline.name);
  return set == nullptr || !own ? own : set->severity;
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

namespace {

// The gravest findings of a guideline get the severity in force; milder ones stay, unless that
// makes them graver than it.
Severity severity_in_force(Severity found, const Guideline& guideline, Severity in_force) {
  return found == guideline.severity ? in_force : std::min(found, in_force);
}

// One run over the guidelines, all of the same paths.
class Guidelines {
 public:
  Guidelines(const Plan& plan, const Edition& edition, std::span<const Span> sources,
             std::span<const AllowRange> allows, Sink& sink, GuidelineOptions options)
      : options_(std::move(options)),
        in_force_(edition.year, options_.settings),
        facts_(plan, edition),
        run_(plan, edition),
        paths_(verify(facts_, run_, bounds())),
        mending_(facts_, run_, paths_, mend_options()),
        sources_(sources),
        all_allows_(allows),
        allows_(still_valid(plan, allows, options_.today)),
        sink_(sink),
        used_(plan.allows.size(), false) {}

  std::vector<Allowed> run() {
    for (const Guideline* g : options_.guidelines) {
      if (const auto severity = in_force_.severity(*g))
        check(*g, *severity);
      else
        excuse_allows(*g);
    }
    report_idle_allows(facts_.plan, sources_, all_allows_, used_, options_.today, sink_);
    report_not_proved(paths_, sources_[facts_.plan.source.value], sink_);
    return std::move(allowed_);
  }

 private:
  static std::vector<AllowRange> still_valid(const Plan& plan, std::span<const AllowRange> allows,
                                             const std::optional<Date>& today) {
    std::vector<AllowRange> out(allows.begin(), allows.end());
    std::erase_if(out, [&](const AllowRange& a) { return is_over(plan.allows[a.allow], today); });
    return out;
  }

  // The paths are looked for with the bounds that the guidelines are about to ask.
  VerifyOptions bounds() const {
    VerifyOptions out;
    out.changing_results = false;
    out.volume = volume_bounds(in_force_);
    out.load = load_bounds(in_force_);
    return out;
  }

  MendOptions mend_options() const {
    MendOptions out;
    out.default_gate = options_.default_gate;
    return out;
  }

  void check(const Guideline& g, Severity severity) {
    Sink found;
    GuidelineCheck check(g, facts_, run_, paths_, mending_, in_force_, sources_, allows_, found);
    g.check(check);
    for (Diagnostic& d : found.all()) {
      d.kind.severity = severity_in_force(d.kind.severity, g, severity);
      const auto allow =
          g.fixed ? std::nullopt : narrowest_allow(facts_.plan, allows_, g, d.primary.span);
      if (!allow) {
        sink_.add(std::move(d));
        continue;
      }
      used_[*allow] = true;
      allowed_.push_back({*allow, std::move(d)});
    }
  }

  // What the project turned off needs no `allow`, and none is idle for it.
  void excuse_allows(const Guideline& g) {
    for (std::size_t i = 0; i < used_.size(); ++i)
      if (find_guideline(facts_.plan.allows[i].guideline) == &g) used_[i] = true;
  }

  GuidelineOptions options_;
  InForce in_force_;
  PlanFacts facts_;
  RunPlan run_;
  Verification paths_;
  Mending mending_;
  std::span<const Span> sources_;
  std::span<const AllowRange> all_allows_;
  std::vector<AllowRange> allows_;  // those that haven't expired
  Sink& sink_;
  std::vector<Allowed> allowed_;
  std::vector<bool> used_;
};

}  // namespace

std::vector<Allowed> check_guidelines(const Plan& plan, const Edition& edition,
                                      std::span<const Span> sources,
                                      std::span<const AllowRange> allows, Sink& sink,
                                      GuidelineOptions options) {
  return Guidelines(plan, edition, sources, allows, sink, std::move(options)).run();
}

}  // namespace meso
