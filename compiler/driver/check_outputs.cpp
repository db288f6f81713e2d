#include "compiler/driver/check_outputs.h"

#include <algorithm>
#include <functional>
#include <set>

#include "compiler/driver/terminal.h"
#include "base/path.h"

namespace meso {
namespace {

bool write_file(const std::string& path, const std::string& content, FileSystem& files) {
  const auto error = files.write(path, content);
  if (error) notice(path + " can't be written: " + error->reason);
  return !error;
}

// GitHub's own page for the step; only there in its workflows.
bool add_step_summary(const CheckReport& report, FileSystem& files) {
  const std::string path = environment_value("GITHUB_STEP_SUMMARY");
  if (path.empty()) return true;
  const auto error = files.append(path, github_step_summary(report));
  if (error) notice(path + " (GITHUB_STEP_SUMMARY) can't be written: " + error->reason);
  return !error;
}

// Why an output may not go there; empty where it may.
std::string refusal(const CheckOutput& output, const std::vector<std::string>& plans,
                    std::set<std::string>& taken) {
  const std::string path = output.file.empty() ? "" : relative_path(output.file, "");
  if (!taken.insert(path).second)
    return path.empty()
               ? "two outputs would run into each other on standard output: give one of "
                 "them a file, as in --output " +
                     output.format + "=FILE"
               : "two outputs would be written to " + output.file + ": give each a file of its own";
  const bool is_plan = std::any_of(plans.begin(), plans.end(), [&path](const std::string& plan) {
    return relative_path(plan, "") == path;
  });
  if (!path.empty() && (is_plan || path.ends_with(".meso")))
    return output.file + " is a plan: name another file for the output";
  return "";
}

}  // namespace

std::optional<CheckOutput> parse_output(const std::string& text) {
  const std::size_t equals = text.find('=');
  CheckOutput out{text.substr(0, equals), ""};
  if (findings_format(out.format) == nullptr) return std::nullopt;
  if (equals == text.npos) return out;
  out.file = text.substr(equals + 1);
  if (out.file.empty()) return std::nullopt;
  if (out.file == "-") out.file.clear();
  return out;
}

std::optional<std::vector<CheckOutput>> settle_outputs(const std::string& format,
                                                       const std::vector<CheckOutput>& named,
                                                       const std::vector<std::string>& plans) {
  std::vector<CheckOutput> outputs = named;
  if (!format.empty()) outputs.push_back({format, ""});
  const auto to_stdout = [](const CheckOutput& output) { return output.file.empty(); };
  if (std::none_of(outputs.begin(), outputs.end(), to_stdout)) outputs.push_back({});
  std::set<std::string> taken;
  for (const CheckOutput& output : outputs)
    if (const std::string why = refusal(output, plans, taken); !why.empty()) {
      notice(why);
      return std::nullopt;
    }
  std::stable_partition(outputs.begin(), outputs.end(), std::not_fn(to_stdout));
  return outputs;
}

bool write_outputs(const std::vector<CheckOutput>& outputs, const CheckReport& report,
                   FindingsStyle style, FileSystem& files) {
  bool all_written = true, on_github = false;
  for (const CheckOutput& output : outputs) {
    if (output.format == "github") on_github = true;
    const FindingsFormat& format = *findings_format(output.format);
    if (output.file.empty())
      print(format.write(report, style));
    else
      all_written =
          write_file(output.file, format.write(report, {false, style.quiet}), files) && all_written;
  }
  return (!on_github || add_step_summary(report, files)) && all_written;
}

}  // namespace meso
