#include "bench/played_log.h"

#include <map>
#include <stdexcept>
#include <vector>

#include "base/date.h"
#include "runtime/journal/draft.h"
#include "runtime/journal/journal.h"
#include "runtime/replay/record_words.h"
#include "runtime/scenario/athlete.h"

namespace meso::bench {
namespace {

constexpr int kFirstDay = 18'262;  // 2020-01-01
constexpr int kFoundKg = 40;       // wherever the athlete has to find a load

class Player {
 public:
  explicit Player(const RunPlan& run) : run_(run), state_(start(run)) {
    text_ = journal_head(run.plan().name, "Sam");
    for (std::size_t i = 0; i < run.plan().exercises.size(); ++i)
      loads_[run.plan().exercises.id_of(i)] = Load{Decimal::whole(kFoundKg), run.plan().units};
  }

  std::string play(int records) {
    for (int day = kFirstDay; records_ < records; ++day) {
      if (state_.control.finished) begin_again(day);
      const CheckedIn well = all_well(run_, state_, day, CheckIn());
      check_in(day, well);
      happens(day, well);
      const DayDecision decision = decide(run_, state_, day);
      const auto* verdict = std::get_if<DayVerdict>(&decision);
      if (verdict != nullptr && verdict->session) train(day, *verdict);
    }
    return std::move(text_);
  }

 private:
  void happens(int day, Happened what) { advance(run_, state_, {day, std::move(what)}); }

  void write(int day, const std::string& head, std::vector<std::string> lines) {
    const RecordRead record = read_record({meso::text(Date{day}) + " " + head, std::move(lines)});
    if (record.text.empty()) throw std::logic_error("a record that can't be read: " + head);
    text_ += record.text + "\n";
    ++records_;
  }

  void check_in(int day, const CheckedIn& well) {
    std::vector<std::string> lines = check_in_lines(run_, well.answers);
    for (const ProbeDone& probe : well.probes) lines.push_back(probe_line(run_, probe));
    write(day, "check-in", std::move(lines));
  }

  void train(int day, const DayVerdict& verdict) {
    SessionDone done;
    done.session = *verdict.session;
    std::vector<std::string> lines;
    for (const TodayLine& line : session_of(run_, state_, verdict)) {
      auto sets = sets_done(run_, line, Went::as_written, loads_);
      if (!sets || sets->empty()) continue;
      fill_loads(line, *sets);
      lines.push_back(run_.plan().exercises[line.exercise].name + " " + sets_text(*sets));
      done.lines.push_back({line.nth, line.exercise, false, std::move(*sets)});
    }
    write(day, "session " + quoted_words(run_.session(done.session.id).name), std::move(lines));
    happens(day, std::move(done));
  }

  void begin_again(int day) {
    const Block& first = run_.plan().blocks[BlockId{0}];
    write(day, "continue at week 1 of " + quoted_words(first.name), {});
    happens(day, Moved{BlockId{0}, 0});
  }

  const RunPlan& run_;
  State state_;
  std::map<ExerciseId, Load> loads_;
  std::string text_;
  int records_ = 0;
};

}  // namespace

std::string played_log(const RunPlan& run, int records) { return Player(run).play(records); }

}  // namespace meso::bench
