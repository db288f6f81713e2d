// The sets of a line, `3x8 100 kg @ RIR 2, 1x7`, as they are gathered.
#include <algorithm>

#include "base/text.h"
#include "runtime/journal/body_state.h"
#include "runtime/journal/limits.h"

namespace meso::journal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == text.npos ? text : text.substr(blank + 1);
}

std::size_t digits_at_start(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
}

}  // namespace

void BodyState::times(std::string_view digits) {
  times_ = whole(digits.substr(0, digits_at_start(digits)), 1, kMostSets, "sets",
                 "sets stand in front of the x and reps behind it: 3x8");
}

void BodyState::amount(std::string_view digits) {
  amount_ = digits;
  unit_ = {};
  has_load_ = false;
  part_ = {};
}

std::optional<Load> BodyState::mass() {
  const auto amount = decimal(mass_);
  if (!amount) return std::nullopt;
  const bool kg = unit_from(mass_unit_) == Unit::kg;
  return Load{*amount, kg ? MassUnit::kg : MassUnit::lb};
}

void BodyState::set_load(std::optional<Load> load, bool bodyweight) {
  if (has_load_) problem("this set has two loads", "keep the one that was lifted");
  has_load_ = true;
  part_.load = load;
  part_.bodyweight = bodyweight;
  if (!load) return;
  if (std::string wrong = wrong_load(*load); !wrong.empty()) problem(std::move(wrong));
}

void BodyState::plain_load() { set_load(mass(), false); }

void BodyState::bodyweight_load() {
  if (sign_.empty()) return set_load(std::nullopt, true);
  auto added = mass();
  if (added && sign_ != "+") added->amount = -added->amount;
  set_load(added, true);
}

void BodyState::open_load() { set_load(std::nullopt, false); }

void BodyState::effort(std::string_view digits) {
  const auto written = decimal(digits);
  if (part_.rir) problem("this set has two efforts", "keep one of them");
  if (!written) return;
  std::string wrong = wrong_rir(*written, effort_is_rpe_);
  if (!wrong.empty()) return problem(std::move(wrong));
  part_.rir = effort_is_rpe_ ? rir_from_rpe(*written) : Rir{*written};
}

void BodyState::end_part() {
  const Unit unit = unit_.empty() ? Unit::none : unit_from(unit_).value_or(Unit::none);
  if (unit == Unit::meters) part_.of = DoneSet::Of::meters;
  if (unit == Unit::seconds || unit == Unit::minutes) part_.of = DoneSet::Of::seconds;
  (unit == Unit::none ? has_bare_ : has_timed_) |= unit != Unit::reps;
  if (sets_.empty() && times_ == 0 && unit == Unit::none) first_bare_ = amount_;
  if (auto value = decimal(amount_)) {
    if (unit == Unit::minutes) value = *value * Decimal::whole(60);
    std::string wrong = wrong_amount(*value, part_.of);
    part_.amount = wrong.empty() ? static_cast<int>(value->floor()) : 0;
    if (!wrong.empty()) problem(std::move(wrong));
  }
  const auto count = static_cast<std::size_t>(std::max(times_, 1));
  times_ = 0;
  if (sets_.size() + count > kMostSets)
    return problem("more than " + std::to_string(kMostSets) + " sets on one line");
  sets_.insert(sets_.end(), count, part_);
  if (!has_load_) return;
  for (; without_load_ < sets_.size(); ++without_load_) {
    sets_[without_load_].load = part_.load;
    sets_[without_load_].bodyweight = part_.bodyweight;
  }
}

// `30, 30, 25 s`: nothing says whether the first two are reps.
void BodyState::check_one_kind() {
  if (has_bare_ && has_timed_)
    problem("some of these sets have a unit and some have none",
            "write it behind each: 30 s, 30 s, 25 s; reps are written 8 reps");
}

// `back squat 8 100`: the 8 went into the name, and 100 isn't a number of reps.
void BodyState::check_bare_load() {
  if (first_bare_.empty()) return;
  const std::string_view word = last_word(done_.instead_of.empty() ? done_.name : done_.instead_of);
  if (word.empty() || digits_at_start(word) != word.size()) return;
  const std::string sets = std::string(word) + " " + std::string(first_bare_);
  problem("`" + sets + "`: a load has its unit", "write " + sets + " kg or " + sets +
                                                     " lb; sets without a load are written 1x" +
                                                     std::string(first_bare_));
}

void BodyState::end_exercise() {
  check_one_kind();
  check_bare_load();
  done_.line = line();
  done_.sets.assign(sets_.begin(), sets_.end());
  entry.exercises.push_back(std::move(done_));
}

void BodyState::end_probe() {
  after_soreness_ = false;
  if (entry.probe) problem("a check-in has one probe, and this is the second");
  if (sets_.size() > 1) problem("a probe is one set", "write it like 3 80 kg @ RIR 4");
  if (is_athlete_record()) problem("a probe belongs into a check-in");
  entry.probe = Probe{done_.name, sets_.empty() ? DoneSet{} : sets_.front(), line()};
  done_ = {};
  sets_.clear();
  without_load_ = 0;
}

}  // namespace meso::journal
