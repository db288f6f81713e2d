// What is gathered of a record's line while it is read: sets that become an exercise, and readings.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "runtime/journal/line_state.h"

namespace meso::journal {

class BodyState : public LineState {
 public:
  explicit BodyState(Place place) : LineState(place), sets_(place.sets) { sets_.clear(); }

  // ---- one set part: `3x8 100 kg @ RIR 2`
  void times(std::string_view digits);
  void amount(std::string_view digits);
  void unit(std::string_view word) { unit_ = word; }
  void mass_amount(std::string_view digits) { mass_ = digits; }
  void mass_unit(std::string_view word) { mass_unit_ = word; }
  void own_weight() { sign_ = {}; }
  void sign(std::string_view sign) { sign_ = sign; }
  void plain_load();
  void bodyweight_load();
  void open_load();
  void effort_kind(std::string_view word) { effort_is_rpe_ = word[1] == 'P' || word[1] == 'p'; }
  void effort(std::string_view digits);
  void end_part();

  // ---- an exercise
  void done_name(std::string_view name) { done_.name = tidy(name); }
  void planned_name(std::string_view name) { done_.instead_of = tidy(name); }
  void skipped() { done_.skipped = true; }
  void end_exercise();

  // ---- readings
  WrittenReading next;  // what is being read
  void name(std::string_view words) { name_ = words; }
  void number(std::string_view digits) { number_ = digits; }
  void value_unit(std::string_view word) { next.unit = word; }
  void end_soreness();
  void end_named();
  void max_kind(std::string_view kind) { max_kind_ = kind; }
  void end_max();
  void end_number();           // of a scale
  void end_word() { push(); }  // yes, no, a pain, a red flag
  void end_note() { next = {}, after_soreness_ = false; }
  void end_probe();

 private:
  bool is_athlete_record() const { return body_kind(entry) == EntryKind::athlete; }
  std::optional<Load> mass();
  void set_load(std::optional<Load> load, bool bodyweight);
  void check_one_kind();
  void check_bare_load();
  void push();

  // The part: its first amount without `3x` may be a load that has lost its unit.
  int times_ = 0;
  std::string_view amount_, unit_, mass_, mass_unit_, sign_;
  bool effort_is_rpe_ = false, has_load_ = false;
  DoneSet part_;
  // The line: sets from here on take the next load.
  DoneExercise done_;
  std::vector<DoneSet>& sets_;
  std::size_t without_load_ = 0;
  std::string_view first_bare_;
  bool has_bare_ = false, has_timed_ = false;
  // Readings: what follows soreness on the line without a unit is soreness of another group.
  std::string_view name_, number_, max_kind_;
  bool after_soreness_ = false;
};

}  // namespace meso::journal
