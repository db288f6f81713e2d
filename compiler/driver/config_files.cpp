#include "compiler/driver/config_files.h"

#include <algorithm>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "compiler/data/config_merge.h"
#include "compiler/driver/project.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

constexpr std::size_t kDeepest = 20;

class ConfigFiles {
 public:
  ConfigFiles(const FileSystem& files, const std::string& run_folder, SourceSet& sources,
              Sink& sink)
      : files_(files), run_folder_(run_folder), sources_(sources), sink_(sink) {}

  // `named_at` is where another one extends it.
  std::optional<Config> read(const std::string& path, std::optional<Span> named_at) {
    const auto file = open(path, named_at);
    if (!file) return std::nullopt;
    Config own = rooted(read_config(sources_[*file], *file, config_names(latest()), sink_),
                        without_slash(folder_of(path)));
    open_.push_back(path);
    Config base = read_bases(own, path);
    open_.pop_back();
    return merged(std::move(base), own);
  }

 private:
  static int latest() { return editions().back().year; }
  static std::string without_slash(std::string folder) {
    if (!folder.empty()) folder.pop_back();
    return folder;
  }

  Config read_bases(const Config& own, const std::string& path) {
    std::vector<Config> bases;
    for (const Setting<std::string>& extended : own.extends) {
      const std::string base = absolute_path(extended.value, folder_of(path));
      if (is_circle(base, extended.place)) continue;
      if (auto config = read(base, extended.place)) bases.push_back(std::move(*config));
    }
    report_disagreements(bases, own);
    Config out;
    for (const Config& base : bases) out = merged(std::move(out), base);
    return out;
  }

  std::optional<FileId> open(const std::string& path, std::optional<Span> named_at) {
    const std::string shown = relative_path(path, run_folder_);
    std::string reason;
    auto bytes = files_.read(shown);
    if (auto* error = std::get_if<IoError>(&bytes)) {
      reason = ": " + error->reason;
    } else {
      auto text = decode(std::move(std::get<std::string>(bytes)));
      if (auto* good = std::get_if<std::string>(&text))
        return sources_.add(shown, std::move(*good));
      reason = " " + std::get<DecodeError>(text).reason;
    }
    if (named_at)
      sink_.report(kind::missing_file, *named_at, shown + reason)
          .advise("the path is seen from the folder of this file");
    else
      notice(shown + reason);
    return std::nullopt;
  }

  bool is_circle(const std::string& base, Span place) {
    const auto first = std::find(open_.begin(), open_.end(), base);
    if (first == open_.end() && open_.size() < kDeepest) return false;
    std::string circle;
    for (auto at = first; at != open_.end(); ++at)
      circle += relative_path(*at, run_folder_) + " -> ";
    sink_
        .report(kind::use_cycle, place,
                first == open_.end()       ? "too many configurations extend each other"
                : first + 1 == open_.end() ? "this configuration extends itself"
                                           : "these configurations extend each other: " + circle +
                                                 relative_path(base, run_folder_))
        .advise("take this line out; what both need can stand in a file of its own");
    return true;
  }

  // Between files of which neither extends the other no order would be more than an accident.
  void report_disagreements(const std::vector<Config>& bases, const Config& own) {
    for (std::size_t b = 1; b < bases.size(); ++b)
      for (std::size_t a = 0; a < b; ++a)
        for (const Disagreement& d : disagreements(bases[a], bases[b]))
          if (!settles(own, d.key))
            sink_
                .report(kind::config_conflict, own.extends[b].place,
                        "the extended configurations disagree on `" + d.key + "`")
                .also(d.one, "set here")
                .also(d.other, "and differently here")
                .advise("set it in this file, too: then it holds");
  }

  const FileSystem& files_;
  const std::string& run_folder_;
  SourceSet& sources_;
  Sink& sink_;
  std::vector<std::string> open_;  // from the project's own file down to what is being read
};

// Thresholds that mustn't pass each other, as they would be in force together.
void check_order(const GuidelineChoices& choices, Sink& sink) {
  const int edition = editions().back().year;
  const auto value = [&](const Guideline& g, const Threshold& t) {
    const auto at = choices.thresholds.find({std::string(g.name), std::string(t.name)});
    return at == choices.thresholds.end() ? t.number() : at->second.value;
  };
  for (const Guideline* g : all_guidelines())
    for (const Threshold& high : thresholds_of(*g, edition))
      for (const Threshold& low : thresholds_of(*g, edition)) {
        if (low.name != high.range.not_below || value(*g, high) >= value(*g, low)) continue;
        const auto set = [&](const Threshold& t) {
          return choices.thresholds.find({std::string(g->name), std::string(t.name)});
        };
        const auto at = set(high) != choices.thresholds.end() ? set(high) : set(low);
        sink.report(kind::out_of_range, at->second.place,
                    quoted(high.name) + " is " + value(*g, high).text() + " " +
                        std::string(high.unit) + ", and " + quoted(low.name) + " is " +
                        value(*g, low).text())
            .advise(quoted(high.name) + " of " + std::string(g->name) + " can't be below " +
                    quoted(low.name));
      }
}

}  // namespace

std::optional<Config> read_config_with_bases(const std::string& path, const FileSystem& files,
                                             const std::string& run_folder, SourceSet& sources,
                                             Sink& sink) {
  auto config = ConfigFiles(files, run_folder, sources, sink).read(path, std::nullopt);
  if (!config || sink.has_errors()) return config;
  check_order(config->choices, sink);
  for (const PathChoices& one : config->overrides)
    if (!sink.has_errors()) check_order(merged(config->choices, one.choices), sink);
  return config;
}

}  // namespace meso
