// What every reader of the model needs at hand: the text, the tokens, the names seen so far, and
// the sink. Readers turn a statement's tokens into values; each reports what it can't mean.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/catalogue/catalogue.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/model/model.h"
#include "compiler/syntax/tree.h"

namespace meso {

// Walks the tokens of one statement.
class TokenReader {
 public:
  TokenReader(const Tree& tree, const Statement& statement, std::string_view text)
      : tree_(tree), statement_(statement), tokens_(tree.tokens_of(statement)), text_(text) {
    if (!tokens_.empty() && tokens_.back().kind == TokenKind::comment)
      tokens_ = tokens_.first(tokens_.size() - 1);
  }

  bool done() const { return at_ >= tokens_.size(); }
  bool at(TokenKind kind) const { return !done() && tokens_[at_].kind == kind; }
  bool next_is(TokenKind kind) const {
    return at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == kind;
  }
  const Token& peek() const { return tokens_[at_]; }
  const Token& next() { return tokens_[at_++]; }
  bool take(TokenKind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }
  std::optional<Token> take_token(TokenKind kind) {
    return at(kind) ? std::optional(next()) : std::nullopt;
  }
  // Skips to the next token of this kind and takes it.
  const Token& expect(TokenKind kind) {
    while (!at(kind)) ++at_;
    return next();
  }

  std::string_view text(const Token& t) const { return text_.substr(t.begin, t.end - t.begin); }
  Span span(const Token& t) const { return tree_.span_of(t); }
  Span span() const { return tree_.span_of(statement_); }
  // From this token to the one read last.
  Span span_since(const Token& first) const {
    return {tree_.file, first.begin, tokens_[at_ - 1].end};
  }

 private:
  const Tree& tree_;
  const Statement& statement_;
  std::span<const Token> tokens_;
  std::string_view text_;
  std::size_t at_ = 0;
};

// A session of a library: read when it is first repeated, for only then is it known of which lifts
// its percentages are.
struct SharedSession {
  std::string name;
  const Tree* tree = nullptr;
  std::uint32_t statement = 0;
  std::optional<WrittenSession> read;
};

struct OwnExercise {  // `exercise "sled push" trains ...`
  std::string key;    // its folded name
  Span span;
  ExerciseId id;
};

struct Reading {
  const Tree* tree;  // the file that is being read: the plan, or a library that it uses
  std::string_view text;
  const Catalogue& catalogue;
  Sink& sink;
  Model& model;
  std::vector<std::int32_t> exercise_ids;  // by catalogue index; -1: not used yet
  const Rule* current_rule = nullptr;      // whose parameters a condition or change may name
  bool in_scheme = false;                  // percentages are bound to a lift where it is used
  bool has_units_line = false;
  bool unknown_unit = false;  // of the quantity read last: reported, whatever it fits
  bool is_library = false;    // read for itself: no plan gives its percentages a meaning
  int weeks_here = 0;         // of the block being read; 0: not known
  std::vector<std::pair<std::string, Span>>
      awaited_sessions{};              // `after "NAME"`, looked up at the end
  Span starts_span{};                  // of the `starts` line
  const SourceSet* sources = nullptr;  // of all files
  EditionChoice editions{};
  std::vector<OwnExercise> own_exercises{};
  std::vector<SharedSession> shared_sessions{};                // of the libraries
  std::vector<std::pair<std::string, Span>> awaited_events{};  // `before "NAME"`
  std::set<std::string> missing{};  // what is absent and was said to be, once for all its uses

  void enter(const Tree& file) {
    tree = &file;
    text = (*sources)[file.file].text();
  }
  SourceId source(Span span) {
    model.sources.push_back(span);
    return {static_cast<std::uint32_t>(model.sources.size() - 1)};
  }
  TokenReader reader(const Statement& s) const { return {*tree, s, text}; }
  Diagnostic& report(Kind kind, Span span, std::string message) {
    return sink.report(kind, span, std::move(message));
  }
  // True the first time. What a plan lacks altogether is one mistake, however often it is used.
  bool first_miss(std::string what) { return missing.insert(std::move(what)).second; }
};

// values (read_values.cpp)
std::string unquote(std::string_view quoted);  // without its quotes, blanks folded
// As unquote; quotes with nothing between them are reported as `what`: "this block has no name".
std::string read_text(Reading& r, TokenReader& t, const Token& quoted, std::string_view what);
Decimal read_decimal(Reading& r, TokenReader& t, const Token& number);
int read_int(Reading& r, TokenReader& t, const Token& number, int least, int most,
             std::string_view what);
// `low [high]` tokens as an int range within bounds; reversed ranges are reported.
Range read_range(Reading& r, TokenReader& t, TokenKind low, TokenKind high, int least, int most,
                 std::string_view what);
Quantity read_quantity(Reading& r, TokenReader& t);  // amount [amount_high] [unit]
// A quantity that must be a load in the plan's unit; nothing (and reported) otherwise.
std::optional<Load> read_load(Reading& r, TokenReader& t, std::string_view what);
std::optional<Load> to_load(Reading& r, const Quantity& q, Span span, std::string_view what);
// n_rm, kw_training_max, kw_e1rm, kw_bodyweight; an nRM of more reps than make sense is reported.
ReferenceKind read_reference(Reading& r, TokenReader& t);
std::optional<Weekday> read_weekday(Reading& r, TokenReader& t);
// `2026-03-31`; nothing, and reported, for a day that no calendar has.
std::optional<Date> read_date(Reading& r, TokenReader& t);
// Is it one number? A range is reported where it can't be meant.
bool check_single(Reading& r, const Quantity& q, Span span, std::string_view what);
// Does the unit fit? Else reported with what would.
bool check_unit(Reading& r, const Quantity& q, Span span, std::initializer_list<Unit> allowed,
                std::string_view what);

// names (names.cpp)
std::optional<ExerciseId> find_exercise(Reading& r, std::string_view name, Span span);
std::optional<GroupId> find_group(Reading& r, std::string_view name, Span span);
std::optional<RuleId> find_rule(Reading& r, std::string_view name, Span span);
std::optional<GateId> find_gate(Reading& r, std::string_view name, Span span);
std::optional<SchemeId> find_scheme(Reading& r, std::string_view name, Span span);
// A parameter of the rule that is being read.
std::optional<ParameterRef> find_parameter(Reading& r, std::string_view name, Span span);
std::optional<BlockId> find_block(Reading& r, std::string_view name, Span span);
// "did you mean ..." with fixes, for any kind of name.
void suggest(Diagnostic& d, Span span, const std::vector<std::string>& near, bool quote = false);

// prescription (read_prescription.cpp, read_exercise.cpp, read_call.cpp)
// The max that a percentage of this lift means: of its one input. None or several are reported.
std::optional<ReferenceKind> reference_of(Reading& r, ExerciseId lift, Span span);
// One load or effort behind a set group.
void read_intensity(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of,
                    SetGroup& group);
Prescription read_prescription(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of);
std::optional<WrittenLine> read_exercise(Reading& r, TokenReader& t);
std::optional<RuleCall> read_call(Reading& r, TokenReader& t);
WeekSets read_week_sets(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of);
// Adds to the weeks of a line or scheme; a week that stands there already is reported.
void add_week_sets(Reading& r, Span span, std::vector<WeekSets>& weeks, WeekSets fresh);

// logic (read_conditions.cpp, read_changes.cpp, read_logic.cpp)
Condition read_condition(Reading& r, TokenReader& t);
std::vector<Change> read_changes(Reading& r, TokenReader& t);
std::vector<Action> read_actions(Reading& r, TokenReader& t);
// Can the rule do with this value what it does with its parameter of that index?
void check_argument(Reading& r, const Rule& rule, std::size_t index, const Quantity& value,
                    Span span);
void read_gate(Reading& r, std::uint32_t statement, GateId id);
void read_rule(Reading& r, std::uint32_t statement, RuleId id);
void read_scheme(Reading& r, std::uint32_t statement, SchemeId id);
void read_return(Reading& r, std::uint32_t statement);

// head and blocks (read_head.cpp, read_blocks.cpp)
void read_head_line(Reading& r, std::uint32_t statement);
void read_goal(Reading& r, TokenReader& t);
void read_track(Reading& r, TokenReader& t);
void read_own_exercise(Reading& r, std::uint32_t statement);
void read_block(Reading& r, std::uint32_t statement, BlockId id);
WrittenSession read_session(Reading& r, std::uint32_t statement);
// A library's session, read when it is first asked for; null when no library has it.
const WrittenSession* shared_session(Reading& r, std::string_view name);
void read_missed(Reading& r, std::uint32_t statement);  // read_missed.cpp
WeekLine read_week_line(Reading& r, TokenReader& t);
void read_note_or_allow(Reading& r, const Statement& s, std::vector<std::string>& notes,
                        Span covers);

// Does a line that couldn't be read stand in it? Then nothing can be said of what it lacks.
bool holds_unread(const Tree& tree, std::uint32_t statement);

// Calls `f(index)` for each statement that hangs on nothing.
template <class F>
void for_each_top(const Tree& tree, F f) {
  for (std::uint32_t i = 0; i < tree.statements.size(); i = tree.statements[i].subtree_end) f(i);
}

// Calls `f(index)` for each direct child of a statement.
template <class F>
void for_each_child(const Tree& tree, std::uint32_t parent, F f) {
  for (std::uint32_t i = parent + 1; i < tree.statements[parent].subtree_end;
       i = tree.statements[i].subtree_end)
    if (tree.statements[i].parent == parent && tree.statements[i].kind != LineKind::unknown) f(i);
}

}  // namespace meso
