#include "base/text.h"
#include "compiler/catalogue/plan_exercise.h"
#include "compiler/model/reading.h"
#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

std::optional<ExerciseId> find_class(Reading& r, std::string_view name, std::string_view class_name,
                                     Span span) {
  const CatalogueClass* found = r.catalogue.find_class(class_name);
  if (found == nullptr) {
    Diagnostic& d = r.report(kind::unknown_class, span,
                             "there is no class of exercises `" + std::string(class_name) + "`");
    std::vector<std::string> near;
    for (const std::string& n : r.catalogue.nearest_classes(class_name)) near.push_back("any " + n);
    suggest(d, span, near);
    return std::nullopt;
  }
  const std::string canonical = "any " + std::string(found->name);
  for (std::size_t i = 0; i < r.model.plan.exercises.size(); ++i)
    if (r.model.plan.exercises[ExerciseId{static_cast<std::uint32_t>(i)}].name == canonical)
      return r.model.plan.exercises.id_of(i);
  Exercise e;
  e.name = canonical;
  e.muscles = muscle_shares(found->primary, found->secondary);
  e.any_of_class = true;
  (void)name;
  return r.model.plan.exercises.add(std::move(e));
}

// The plan's own come first.
std::vector<std::string> nearest_exercises(const Reading& r, const std::string& name) {
  std::vector<std::string_view> own;
  for (const OwnExercise& e : r.own_exercises) own.push_back(r.model.plan.exercises[e.id].name);
  std::vector<std::string> near = nearest(name, own);
  return near.empty() ? r.catalogue.nearest_exercises(name) : near;
}

// Nothing is near to the name: what there is, or how one is written.
void advise_on_names(Diagnostic& d, std::string_view what, std::string_view name,
                     const std::vector<std::string_view>& names) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < names.size() && i < 10; ++i)
    if (!names[i].empty()) shown.push_back("`" + std::string(names[i]) + "`");
  if (!shown.empty()) d.advise("the plan's " + std::string(what) + "s are " + join_and(shown));
  const std::string line = what == "rule" ? std::string(name) + "(step)" : std::string(name);
  d.advise("define it above the blocks: " + std::string(what) + " " + line);
  if (what == "gate") d.advise("or ask the default gate, which needs no definition: if ready");
}

template <class Id, class T>
std::optional<Id> find_named(Reading& r, const Store<Id, T>& store, std::string_view name,
                             Span span, Kind unknown, std::string_view what) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < store.size(); ++i) {
    const std::string& candidate = store[store.id_of(i)].name;
    if (candidate == name) return store.id_of(i);
    names.push_back(candidate);
  }
  const std::string missing = std::string(what) + " `" + std::string(name) + "`";
  const auto near = nearest(name, names);
  if (near.empty() && !r.first_miss(missing)) return std::nullopt;
  Diagnostic& d = r.report(unknown, span, "there is no " + missing + " in this plan");
  suggest(d, span, near);
  if (near.empty()) advise_on_names(d, what, name, names);
  return std::nullopt;
}

}  // namespace

void suggest(Diagnostic& d, Span span, const std::vector<std::string>& near, bool quote) {
  if (near.empty()) return;
  std::vector<std::string> shown;
  for (const std::string& name : near) shown.push_back(quote ? quoted(name) : "`" + name + "`");
  d.advise("did you mean " + join_or(shown) + "?");
  for (const std::string& name : near)
    d.fix({"write " + (quote ? quoted(name) : "`" + name + "`"), span, quote ? quoted(name) : name,
           false});
}

std::optional<ExerciseId> find_exercise(Reading& r, std::string_view name, Span span) {
  const std::string written = plain_name(name);
  if (written.size() > 4 && equal_ignoring_case(std::string_view(written).substr(0, 4), "any "))
    return find_class(r, written, std::string_view(written).substr(4), span);
  if (!r.own_exercises.empty()) {
    const std::string key = fold_name(written);
    for (const OwnExercise& own : r.own_exercises)
      if (own.key == key) return own.id;
  }
  const CatalogueExercise* found = r.catalogue.find(written);
  if (found == nullptr) {
    const bool search = !r.sink.is_crowded();
    Diagnostic& d = r.report(kind::unknown_exercise, span,
                             "the catalogue holds no exercise `" + written.substr(0, 80) + "`");
    const auto near = search ? nearest_exercises(r, written) : std::vector<std::string>();
    suggest(d, span, near);
    // `wek 1 3x5` reads as an exercise of that name.
    const auto keyword = search && near.empty()
                             ? nearest(written.substr(0, written.find(' ')), openers(), 1)
                             : std::vector<std::string>();
    if (!keyword.empty()) d.advise("or is it meant to be the keyword `" + keyword.front() + "`?");
    d.advise("look it up: meso catalog " + written.substr(0, written.find(' ')));
    if (search && near.empty() && keyword.empty())
      d.advise("or say what it trains, in the plan's head: exercise " +
               quoted(written.substr(0, 80)) + " trains quads, glutes 0.5");
    return std::nullopt;
  }
  const auto index = static_cast<std::size_t>(found - r.catalogue.exercises.data());
  if (r.exercise_ids[index] < 0)
    r.exercise_ids[index] =
        static_cast<std::int32_t>(r.model.plan.exercises.add(plan_exercise(*found)).value);
  return ExerciseId{static_cast<std::uint32_t>(r.exercise_ids[index])};
}

std::optional<GroupId> find_group(Reading& r, std::string_view name, Span span) {
  if (const auto found = r.catalogue.find_group(name)) return GroupId{*found};
  Diagnostic& d =
      r.report(kind::unknown_group, span, "there is no muscle group `" + plain_name(name) + "`");
  suggest(d, span, r.catalogue.nearest_groups(name));
  std::vector<std::string> all;
  for (const CatalogueGroup& g : r.catalogue.groups) all.emplace_back(g.name);
  d.advise("the groups are " + join_and(all));
  return std::nullopt;
}

std::optional<RuleId> find_rule(Reading& r, std::string_view name, Span span) {
  return find_named(r, r.model.plan.rules, name, span, kind::unknown_rule, "rule");
}
std::optional<GateId> find_gate(Reading& r, std::string_view name, Span span) {
  return find_named(r, r.model.plan.gates, name, span, kind::unknown_gate, "gate");
}
std::optional<SchemeId> find_scheme(Reading& r, std::string_view name, Span span) {
  return find_named(r, r.model.schemes, name, span, kind::unknown_scheme, "scheme");
}

std::optional<ParameterRef> find_parameter(Reading& r, std::string_view name, Span span) {
  std::vector<std::string_view> known;
  if (r.current_rule != nullptr)
    for (std::size_t i = 0; i < r.current_rule->parameters.size(); ++i) {
      if (r.current_rule->parameters[i] == name) return ParameterRef{static_cast<std::uint32_t>(i)};
      known.push_back(r.current_rule->parameters[i]);
    }
  const bool in_rule = r.current_rule != nullptr;
  Diagnostic& d = r.report(kind::unknown_parameter, span,
                           "`" + std::string(name) +
                               (in_rule ? "` is neither a number nor a parameter of this rule"
                                        : "` isn't a number: only rules have names for values"));
  suggest(d, span, nearest(name, known));
  return std::nullopt;
}

std::optional<BlockId> find_block(Reading& r, std::string_view name, Span span) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < r.model.blocks.size(); ++i) {
    const std::string& candidate = r.model.blocks[r.model.blocks.id_of(i)].block.name;
    if (candidate == name) return r.model.blocks.id_of(i);
    names.push_back(candidate);
  }
  const auto near = nearest(name, names);
  if (near.empty() && !r.first_miss("block " + quoted(name))) return std::nullopt;
  Diagnostic& d =
      r.report(kind::unknown_block, span, "there is no block " + quoted(name) + " in this plan");
  suggest(d, span, near, true);
  if (near.empty()) d.advise("write the block: block " + quoted(name) + " 1 week");
  return std::nullopt;
}

}  // namespace meso
