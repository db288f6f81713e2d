#include "compiler/driver/check_baseline.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

constexpr std::size_t kNamed = 3;  // files that a notice names

std::set<std::string> read_files(const CheckReport& report) {
  std::set<std::string> out;
  for (std::uint32_t i = 0; i < report.sources.size(); ++i) out.insert(report.path(FileId{i}));
  return out;
}

std::string first_of(const std::set<std::string>& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names)
    if (shown.size() < kNamed) shown.push_back(name);
  const std::size_t rest = names.size() - shown.size();
  return rest == 0 ? join_and(shown)
                   : join(shown, ", ") + " and " + counted(static_cast<long>(rest), "other");
}

std::set<std::string> gone_files(const KnownFindings& known, const std::set<std::string>& read,
                                 const FileSystem& files) {
  std::set<std::string> out;
  for (const KnownFinding& one : known.findings)
    if (!read.contains(one.path) && !files.exists(one.path)) out.insert(one.path);
  return out;
}

long mended(const KnownFindings& known, const std::set<std::string>& read,
            const CheckReport& report) {
  std::set<std::string, std::less<>> there;
  for (const CheckedFile& file : report.files)
    for (const Finding& finding : file.findings)
      if (finding.known) there.insert(finding.fingerprint);
  return std::count_if(known.findings.begin(), known.findings.end(), [&](const KnownFinding& one) {
    return read.contains(one.path) && !there.contains(one.fingerprint);
  });
}

// What stands in the file already, where that may be replaced.
std::optional<KnownFindings> old_baseline(const std::string& path, const FileSystem& files) {
  if (!files.exists(path)) return KnownFindings{};
  const auto text = read_bytes(path, path, files);
  if (!text) return std::nullopt;
  auto known = read_known_findings(*text);
  const auto* no = std::get_if<NoBaseline>(&known);
  if (no == nullptr) return std::get<KnownFindings>(std::move(known));
  if (no->other_version) return KnownFindings{};
  notice(path + " " + no->why + ", so it isn't written over: delete it, or name another file");
  return std::nullopt;
}

}  // namespace

std::optional<KnownFindings> read_baseline(const std::string& path, const FileSystem& files) {
  const auto text = read_bytes(path, path, files);
  if (!text) return std::nullopt;
  auto known = read_known_findings(*text);
  const auto* no = std::get_if<NoBaseline>(&known);
  if (no == nullptr) return std::get<KnownFindings>(std::move(known));
  notice(path + " " + no->why + ", so nothing was checked; " +
         (no->other_version ? "" : "delete it and ") +
         "write it anew with --write-baseline=" + path);
  return std::nullopt;
}

void tell_outdated(const KnownFindings& known, const std::string& path, const CheckReport& report,
                   const FileSystem& files) {
  const std::set<std::string> read = read_files(report);
  if (const auto gone = gone_files(known, read, files); !gone.empty())
    notice(path + " knows findings of " + first_of(gone) + ", which " +
           (gone.size() == 1 ? "isn't" : "aren't") +
           " there: run the check in the folder that the baseline was written in, or write it "
           "anew with --write-baseline=" +
           path);
  if (const long n = mended(known, read, report); n > 0)
    notice(counted(n, "finding") + " of " + path + (n == 1 ? " is" : " are") +
           " mended: --write-baseline=" + path + " takes " + (n == 1 ? "it" : "them") + " out");
}

bool write_baseline(const std::string& path, CheckReport& report, FileSystem& files) {
  const auto old = old_baseline(path, files);
  if (!old) return false;
  KnownFindings known = known_from(report);
  const auto written = static_cast<long>(known.findings.size());
  const std::set<std::string> read = read_files(report);
  for (const KnownFinding& one : old->findings)
    if (!read.contains(one.path) && files.exists(one.path)) known.findings.push_back(one);
  if (const auto error = files.write(path, write_known_findings(known))) {
    notice(path + " can't be written: " + error->reason);
    return false;
  }
  notice(path + ": " + counted(written, "finding") + (written == 1 ? " is" : " are") +
         " known from now on");
  const auto fingerprints = fingerprints_of(known);
  for (CheckedFile& file : report.files) mark_known(file, fingerprints);
  report.has_baseline = true;
  return true;
}

}  // namespace meso
