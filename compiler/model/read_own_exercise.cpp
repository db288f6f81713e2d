// `exercise "sled push" trains quads, glutes, calves 0.5 with machine`: what the catalogue lacks.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

MuscleShare read_muscle(Reading& r, TokenReader& t, bool& known) {
  const Token name = t.next();
  const auto group = find_group(r, t.text(name), t.span(name));
  known = group.has_value();
  MuscleShare muscle{group.value_or(GroupId{}), Decimal::whole(1)};
  if (const auto share = t.take_token(TokenKind::amount)) {
    muscle.share = read_decimal(r, t, *share);
    if (muscle.share <= Decimal() || muscle.share > Decimal::whole(1))
      r.report(kind::out_of_range, t.span(*share),
               "a muscle can't get " + muscle.share.text() + " of a set")
          .advise("1 where the exercise trains it directly (or write nothing), 0.5 where it helps");
  }
  return muscle;
}

void read_muscles(Reading& r, TokenReader& t, Exercise& e) {
  e.muscles.clear();
  e.stretches.clear();
  do {
    bool known = false;
    const MuscleShare muscle = read_muscle(r, t, known);
    if (known) e.muscles.push_back(muscle);
  } while (t.take(TokenKind::comma));
}

void read_equipment(Reading& r, TokenReader& t, Exercise& e) {
  const Token word = t.next();
  if (const auto equipment = equipment_from(lower(t.text(word)))) {
    e.equipment = *equipment;
    return;
  }
  std::vector<std::string> known;
  for (int i = 0; i <= static_cast<int>(Equipment::other); ++i)
    known.emplace_back(text(static_cast<Equipment>(i)));
  r.report(kind::wrong_value_word, t.span(word),
           "`" + std::string(t.text(word)) + "` isn't a kind of equipment")
      .advise("the kinds are " + join_and(known));
}

// All but its name is taken over; what the line says itself goes before.
void read_like(Reading& r, TokenReader& t, Exercise& e) {
  const Token name = t.next();
  const auto like = find_exercise(r, t.text(name), t.span(name));
  if (!like) return;
  Exercise copy = r.model.plan.exercises[*like];
  copy.name = e.name;
  copy.familiar = false;
  e = std::move(copy);
}

// `like` first, wherever it stands. Whether there is one: what is like a walk trains nothing.
bool read_items(Reading& r, TokenReader t, Exercise& e) {
  TokenReader again = t;
  bool is_like_another = false;
  while (!t.done()) {
    if (t.next().kind != TokenKind::kw_like) continue;
    is_like_another = true;
    read_like(r, t, e);
  }
  while (!again.done()) {
    switch (again.next().kind) {
      case TokenKind::kw_trains: read_muscles(r, again, e); break;
      case TokenKind::kw_with: read_equipment(r, again, e); break;
      case TokenKind::kw_each_side: e.unilateral = true; break;
      case TokenKind::kw_long_length: e.long_length = true; break;
      case TokenKind::kw_eccentric: e.eccentric = true; break;
      default: break;
    }
  }
  return is_like_another;
}

bool is_lower_body(const Reading& r, const Exercise& e) {
  constexpr std::array<std::string_view, 6> kLower{"glutes",    "quads",     "hamstrings",
                                                   "adductors", "abductors", "calves"};
  return !e.muscles.empty() &&
         std::find(kLower.begin(), kLower.end(),
                   r.model.plan.groups[e.muscles.front().group.value].id) != kLower.end();
}

}  // namespace

void read_own_exercise(Reading& r, std::uint32_t statement) {
  TokenReader t = r.reader(r.tree->statements[statement]);
  const Token name = t.expect(TokenKind::quoted);
  Exercise e;
  e.name = read_text(r, t, name, "this exercise has no name");
  if (r.catalogue.find(e.name) != nullptr) {
    r.report(kind::duplicate_name, t.span(name), "the catalogue has " + e.name + " already")
        .advise("use it as it is, or give yours another name: meso catalog " + e.name);
    return;
  }
  const std::string key = fold_name(e.name);
  for (const OwnExercise& other : r.own_exercises)
    if (other.key == key) {
      r.report(kind::duplicate_name, t.span(name), "two exercises are called " + e.name)
          .also(other.span, "first here")
          .advise("give one another name");
      return;
    }
  const bool is_like_another = read_items(r, t, e);
  if (e.muscles.empty() && !is_like_another && !r.sink.has_errors())
    r.report(kind::empty_section, t.span(), "this exercise trains nothing")
        .advise("say what it trains: exercise " + quoted(e.name) + " trains quads, glutes 0.5");
  if (!e.lower_body) e.lower_body = is_lower_body(r, e);
  e.compound = e.compound || e.muscles.size() > 1;
  r.own_exercises.push_back({key, t.span(name), r.model.plan.exercises.add(std::move(e))});
}

}  // namespace meso
