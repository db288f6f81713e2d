// Which cards stand on which page.
#include <algorithm>
#include <limits>

#include "compiler/sheets/layout.h"
#include "compiler/sheets/measure.h"

namespace meso {
namespace {

double gate_height(const GateText& gate, double width) {
  double height = 5 + 2 * mm::kPad;
  for (const auto& decision : gate.decisions) height += decision_height(decision, width - 3);
  return height + mm::kGap;
}

double rules_height(const WeekSheet& week, double width) {
  if (week.rules.empty()) return 0;
  double height = 2 * mm::kLine + mm::kGap;
  for (const auto& rule : week.rules) {
    std::string text = rule.name + ": ";
    for (const auto& clause : rule.clauses) text += clause.when + ": " + clause.then + "; ";
    height += small_lines(text, width / 1.04);
  }
  return height;
}

double stop_height(const SheetDocument& document, double width) {
  double height = mm::kGap + 2 * mm::kPad;
  for (const auto& section : document.stop)
    height += small_lines(section.title + ": " + section.text, (width - 3) / 1.04);
  return height + small_lines(document.assumptions, width) + 1;
}

double draft_height(const SheetDocument& document, double width) {
  if (!document.draft) return 0;
  double height = 7 + mm::kGap;
  for (const auto& finding : document.findings) height += small_lines(finding, width - 8);
  return height;
}

double opening_height(const WeekSheet& week, double width) {
  Flow strip(width - 14, mm::kStrip);
  for (const auto& name : week.order) strip.add(tick_width("1 " + name) + 4);
  if (!week.changes.empty()) strip.add(width_mm(changes_line(week), kSmall));
  double height = strip.height() + mm::kGap;
  for (const auto& note : week.notes) height += small_lines(note, width) + mm::kGap;
  return height;
}

// The heights of a week's parts, once computed.
class WeekLayout {
 public:
  WeekLayout(const SheetDocument& document, const WeekSheet& week, PageSize size)
      : week_(week), size_(size) {
    frame_ = mm::kHead + draft_height(document, size.width) + mm::kGap;
    opening_ = opening_height(week, size.width);
    closing_ = rules_height(week, size.width) + stop_height(document, size.width);
    short_stop_ = small_lines(document.stop_short, size.width) + mm::kGap;
    for (const auto& gate : week.gates) gates_.push_back(gate_height(gate, size.width));
    for (const auto& card : week.cards)
      before_.push_back(before_.back() + card_height(card, size.width) + mm::kGap);
  }

  // The fewest pages; of those the cuts in which every page words the gates of its cards, and then
  // those with the fewest pages to carry through the gym: the last may hold the rules alone.
  std::vector<SheetPage> pages() const {
    const auto least = static_cast<std::size_t>(before_.back() / size_.height);
    for (std::size_t n = std::max<std::size_t>(least, 1); n <= week_.cards.size() + 1; ++n)
      for (const Gates gates : {Gates::every_page, Gates::first_page})
        for (const bool apart : {true, false})
          if (auto out = cut(n, gates, apart); !out.empty()) return out;
    return one_card_a_page();
  }

 private:
  // Where the week's gates are worded: with the cards that read them, or all on the first page.
  enum class Gates { every_page, first_page };

  std::vector<std::uint32_t> worded(std::size_t first, std::size_t last, bool opens,
                                    Gates gates) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t gate = 0; gate < gates_.size(); ++gate) {
      bool read = gates == Gates::first_page && opens;
      for (std::size_t i = first; i < last && gates == Gates::every_page; ++i)
        read = read || week_.cards[i].gate == gate;
      if (read) out.push_back(gate);
    }
    return out;
  }

  SheetPage page(std::size_t first, std::size_t last, bool opens, bool closes, Gates gates) const {
    SheetPage out{&week_, first,     last - first, opens, closes, worded(first, last, opens, gates),
                  0,      mm::kBlank};
    out.used = frame_ + (opens ? opening_ : 0) + (closes ? closing_ : short_stop_);
    out.used += before_[last] - before_[first];
    for (const auto gate : out.gates) out.used += gates_[gate];
    return out;
  }

  // best[p][c]: the least fullest page when the first p pages hold the first c cards. `apart` puts
  // the rules and the stop list on a last page of their own, the only one that may hold no card.
  std::vector<SheetPage> cut(std::size_t pages, Gates gates, bool apart) const {
    constexpr double kNo = std::numeric_limits<double>::infinity();
    const std::size_t cards = week_.cards.size();
    std::vector<std::vector<double>> best(pages + 1, std::vector<double>(cards + 1, kNo));
    std::vector<std::vector<std::size_t>> from(pages + 1, std::vector<std::size_t>(cards + 1, 0));
    best[0][0] = 0;
    for (std::size_t p = 1; p <= pages; ++p)
      for (std::size_t c = 0; c <= cards; ++c)
        for (std::size_t f = 0; f <= c; ++f) {
          const bool empty = f == c;
          if (best[p - 1][f] == kNo || empty != (apart && p == pages && pages > 1)) continue;
          const double height = page(f, c, p == 1, p == pages, gates).used;
          const double full = std::max(best[p - 1][f], height);
          if (height > size_.height || full >= best[p][c]) continue;
          best[p][c] = full;
          from[p][c] = f;
        }
    return best[pages][cards] == kNo ? std::vector<SheetPage>{} : trace(from, pages, gates);
  }

  std::vector<SheetPage> trace(const std::vector<std::vector<std::size_t>>& from, std::size_t pages,
                               Gates gates) const {
    std::vector<SheetPage> out;
    std::size_t last = week_.cards.size();
    for (std::size_t p = pages; p > 0; --p) {
      const std::size_t first = from[p][last];
      out.insert(out.begin(), page(first, last, p == 1, p == pages, gates));
      last = first;
    }
    return out;
  }

  // For a card that leaves no room for anything else: what opens and closes the week has pages of
  // its own. A card taller than a page runs over by itself; nothing is ever cut off.
  std::vector<SheetPage> one_card_a_page() const {
    std::vector<SheetPage> out{page(0, 0, true, false, Gates::first_page)};
    const std::size_t cards = week_.cards.size();
    for (std::size_t i = 0; i < cards; ++i)
      out.push_back(page(i, i + 1, false, false, Gates::first_page));
    out.push_back(page(cards, cards, false, true, Gates::first_page));
    return out;
  }

  const WeekSheet& week_;
  PageSize size_;
  double frame_ = 0, opening_ = 0, closing_ = 0, short_stop_ = 0;
  std::vector<double> gates_;
  std::vector<double> before_{0.0};  // the height of all cards before each
};

// Every line of blanks grows alike until it is tall enough; the rest is left for notes.
void spread(SheetPage& page, PageSize size) {
  int lines = 0;
  for (std::size_t i = page.first_card; i < page.first_card + page.cards; ++i) {
    const Card& card = page.week->cards[i];
    const int columns = columns_of(card, size.width).sets;
    for (const auto& row : card.rows)
      for (const auto& sets : row.sets) lines += std::max(1, (sets.blanks + columns - 1) / columns);
  }
  if (lines == 0) return;
  const double room =
      std::max(0.0, size.height - page.used - 3.0 * static_cast<double>(page.cards));
  page.blank = std::min(mm::kMostBlank, mm::kBlank + room / lines);
}

}  // namespace

std::vector<SheetPage> pages_of(const SheetDocument& document, Paper paper) {
  std::vector<SheetPage> out;
  for (const auto& week : document.weeks) {
    auto pages = WeekLayout(document, week, page_size(paper)).pages();
    for (auto& page : pages) spread(page, page_size(paper));
    out.insert(out.end(), pages.begin(), pages.end());
  }
  return out;
}

}  // namespace meso
