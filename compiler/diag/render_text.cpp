#include "compiler/diag/render_text.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "compiler/diag/shown_text.h"
#include "compiler/diag/snippet.h"
#include "compiler/diag/timeline.h"

namespace meso {
namespace {

constexpr std::size_t kMostOfAFile = 100;

Palette palette_for(Severity severity, TextStyle style) {
  if (!style.colour) return {};
  Palette palette{"\x1b[1;31m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"};
  if (severity == Severity::warning) palette.severity = "\x1b[1;33m";
  if (severity == Severity::note) palette.severity = "\x1b[1;36m";
  return palette;
}

// A place with its source line: the primary one first, then related ones in the order told.
struct Block {
  FileId file;
  std::uint32_t line = 0;
  Span first;
  Snippet snippet;
};

// The label's bytes on the line where it begins. An end before the begin counts as empty.
Mark mark_on_line(const Label& label, const SourceFile& file, std::uint32_t line, bool primary) {
  const std::size_t length = file.line_text(line).size();
  const std::size_t start = file.line_start(line);
  const std::size_t begin = std::clamp<std::size_t>(label.span.begin, start, start + length);
  const std::size_t end = std::clamp<std::size_t>(label.span.end, begin, start + length);
  return {begin - start, end - start, primary, label.text};
}

bool takes(const Block& block, FileId file, std::uint32_t line, const Mark& mark) {
  return block.file == file && block.line == line &&
         block.snippet.window.holds(mark.begin, mark.end);
}

// What the primary line has to do with is shown there; otherwise the order told is kept.
Block* block_for(std::vector<Block>& blocks, FileId file, std::uint32_t line, const Mark& mark) {
  if (blocks.empty()) return nullptr;
  if (takes(blocks.front(), file, line, mark)) return &blocks.front();
  return takes(blocks.back(), file, line, mark) ? &blocks.back() : nullptr;
}

void add_place(std::vector<Block>& blocks, const Label& label, const SourceSet& sources) {
  const FileId id = label.span.file;
  if (id.value >= sources.size()) return;
  const SourceFile& file = sources[id];
  const std::uint32_t line = file.line_of(label.span.begin);
  const Mark mark = mark_on_line(label, file, line, blocks.empty());
  if (Block* block = block_for(blocks, id, line, mark)) {
    block->snippet.marks.push_back(mark);
    return;
  }
  const std::string_view text = file.line_text(line);
  const LineWindow window = window_round(text, mark.begin, mark.end);
  blocks.push_back({id, line, label.span, {line + 1, text, window, {mark}}});
}

std::vector<Block> blocks_of(const Diagnostic& diagnostic, const SourceSet& sources) {
  std::vector<Block> blocks;
  add_place(blocks, diagnostic.primary, sources);
  if (blocks.empty()) return blocks;
  for (const Label& label : diagnostic.related) add_place(blocks, label, sources);
  return blocks;
}

std::size_t gutter_of(const std::vector<Block>& blocks) {
  std::size_t most = 0, digits = 0;
  for (const Block& block : blocks) most = std::max(most, block.snippet.line_number);
  for (; most != 0; most /= 10) ++digits;
  return digits;
}

void append_headline(std::string& out, const Diagnostic& d, const Palette& palette) {
  out += palette.severity;
  out += text(d.kind.severity);
  out += '[';
  out += d.kind.name;
  out += ' ';
  out += d.kind.code;
  out += ']';
  out += palette.reset;
  out += palette.bold;
  out += ": ";
  append_shown(out, d.message);
  out += palette.reset;
  out += '\n';
}

void append_empty_line(std::string& out, std::size_t gutter, const Palette& palette) {
  append_bar(out, gutter, palette);
  out += '\n';
}

void append_block(std::string& out, const Block& block, std::string_view arrow, std::size_t gutter,
                  const SourceSet& sources, const Palette& palette) {
  const LineColumn place = sources.place(block.first);
  out += palette.gutter;
  out.append(gutter, ' ');
  out += arrow;
  out += palette.reset;
  append_shown(out, sources[block.file].path());
  out += ':';
  out += std::to_string(place.line);
  out += ':';
  out += std::to_string(place.column);
  out += '\n';
  append_empty_line(out, gutter, palette);
  append_snippet(out, block.snippet, gutter, palette);
}

// `   = help: ...`; further lines of the text stand under its first.
void append_trailer(std::string& out, std::string_view word, std::string_view text,
                    std::size_t gutter, const Palette& palette) {
  out += palette.gutter;
  out.append(gutter + 1, ' ');
  out += "= ";
  out += palette.reset;
  out += palette.bold;
  out += word;
  out += ':';
  out += palette.reset;
  out += ' ';
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    append_shown(out, text.substr(0, end));
    out += '\n';
    out.append(gutter + word.size() + 5, ' ');
    text.remove_prefix(end + 1);
  }
  append_shown(out, text);
  out += '\n';
}

// A fix that the message or a help line has named already ("did you mean ...?") isn't repeated,
// unless it can be applied by itself.
bool is_shown(const Fix& fix, const Diagnostic& d) {
  const auto names_it = [&fix](const std::string& text) {
    return !fix.replacement.empty() && text.find(fix.replacement) != std::string::npos;
  };
  return fix.safe || !(names_it(d.message) || std::any_of(d.help.begin(), d.help.end(), names_it));
}

// "base.meso:33": without its folders, which the diagnostic's own place has named.
std::string short_place(Span span, const SourceSet& sources) {
  if (span.file.value >= sources.size()) return "";
  const std::string& path = sources[span.file].path();
  return path.substr(path.rfind('/') + 1) + ":" + std::to_string(sources.place(span).line);
}

// Of a long path the last days: how it came there is in the JSON.
constexpr std::size_t kMostSteps = 10;

std::string path_text(std::span<const Step> steps, const SourceSet& sources) {
  std::vector<TimelineRow> rows;
  const std::size_t left_out = steps.size() > kMostSteps ? steps.size() - kMostSteps : 0;
  if (left_out > 0)
    rows.push_back({"...", counted(static_cast<long>(left_out), "day") + " before", "", "", ""});
  for (const Step& step : steps.subspan(left_out))
    rows.push_back({step.when, step.who, step.what, short_place(step.place, sources), step.mark});
  return join(timeline(rows), "\n");
}

void append_trailers(std::string& out, const Diagnostic& d, const SourceSet& sources,
                     std::size_t gutter, const Palette& palette) {
  for (const std::string& note : d.notes) append_trailer(out, "note", note, gutter, palette);
  if (!d.steps.empty()) append_trailer(out, "path", path_text(d.steps, sources), gutter, palette);
  for (const std::string& help : d.help) append_trailer(out, "help", help, gutter, palette);
  for (const Fix& fix : d.fixes)
    if (is_shown(fix, d)) append_trailer(out, "fix", fix.what, gutter, palette);
  if (d.is_guideline)
    append_trailer(out, "guideline", "meso explain " + std::string(d.kind.name), gutter, palette);
}

bool has_trailers(const Diagnostic& d) {
  return !d.notes.empty() || !d.help.empty() || d.is_guideline || !d.steps.empty() ||
         std::any_of(d.fixes.begin(), d.fixes.end(),
                     [&d](const Fix& fix) { return is_shown(fix, d); });
}

// How many diagnostics of one file are still to come, and how many of them may be shown.
struct Allowance {
  std::size_t errors = 0, others = 0;  // to come; later: may be shown
  std::size_t remaining = 0, hidden = 0;

  void count(Severity severity) { ++(severity == Severity::error ? errors : others); }
  void settle() {
    remaining = errors + others;
    errors = std::min(errors, kMostOfAFile);
    others = std::min(others, kMostOfAFile - errors);
    hidden = remaining - errors - others;
  }
  bool take(Severity severity) {
    --remaining;
    std::size_t& left = severity == Severity::error ? errors : others;
    return left > 0 && left-- > 0;
  }
};

std::size_t slot_of(const Diagnostic& d, const SourceSet& sources) {
  return std::min<std::size_t>(d.primary.span.file.value, sources.size());
}

std::vector<Allowance> allowances_of(const std::vector<const Diagnostic*>& diagnostics,
                                     const SourceSet& sources) {
  std::vector<Allowance> slots(sources.size() + 1);  // the last: diagnostics without a file
  for (const Diagnostic* d : diagnostics) slots[slot_of(*d, sources)].count(d->kind.severity);
  for (Allowance& slot : slots) slot.settle();
  return slots;
}

void append_hidden_count(std::string& out, std::size_t hidden, std::size_t slot,
                         const SourceSet& sources) {
  out += "... and " + std::to_string(hidden) + " more";
  if (slot < sources.size()) {
    out += " in ";
    append_shown(out, sources[FileId{static_cast<std::uint32_t>(slot)}].path());
  }
  out += '\n';
}

}  // namespace

void render_text(const Diagnostic& diagnostic, const SourceSet& sources, TextStyle style,
                 std::string& out) {
  const Palette palette = palette_for(diagnostic.kind.severity, style);
  const std::vector<Block> blocks = blocks_of(diagnostic, sources);
  const std::size_t gutter = gutter_of(blocks);
  append_headline(out, diagnostic, palette);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) append_empty_line(out, gutter, palette);
    append_block(out, blocks[i], i == 0 ? "--> " : "::: ", gutter, sources, palette);
  }
  if (!has_trailers(diagnostic)) return;
  if (!blocks.empty()) append_empty_line(out, gutter, palette);
  append_trailers(out, diagnostic, sources, gutter, palette);
}

std::string render_text(const std::vector<const Diagnostic*>& diagnostics, const SourceSet& sources,
                        TextStyle style) {
  std::vector<Allowance> slots = allowances_of(diagnostics, sources);
  std::string out;
  for (const Diagnostic* d : diagnostics) {
    const std::size_t slot = slot_of(*d, sources);
    Allowance& allowance = slots[slot];
    if (allowance.take(d->kind.severity)) {
      if (!out.empty()) out += '\n';
      render_text(*d, sources, style, out);
    }
    if (allowance.remaining > 0 || allowance.hidden == 0) continue;
    out += '\n';
    append_hidden_count(out, allowance.hidden, slot, sources);
  }
  return out;
}

std::string render_text(const std::vector<Diagnostic>& diagnostics, const SourceSet& sources,
                        TextStyle style) {
  std::vector<const Diagnostic*> all;
  all.reserve(diagnostics.size());
  for (const Diagnostic& d : diagnostics) all.push_back(&d);
  return render_text(all, sources, style);
}

}  // namespace meso
