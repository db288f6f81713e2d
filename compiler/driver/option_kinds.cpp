#include "compiler/driver/option_kinds.h"

#include "base/date.h"
#include "base/text.h"
#include "compiler/sheets/back_ends.h"

namespace meso {
namespace {

std::vector<std::string> findings_format_names() {
  std::vector<std::string> names;
  for (const FindingsFormat& format : findings_formats()) names.emplace_back(format.name);
  return names;
}

}  // namespace

CLI::Validator one_of(std::vector<std::string> choices, bool as_number) {
  const auto check = [choices = std::move(choices), as_number](std::string& value) -> std::string {
    for (std::size_t i = 0; i < choices.size(); ++i)
      if (equal_ignoring_case(choices[i], value)) {
        value = as_number ? std::to_string(i) : choices[i];
        return "";
      }
    return "`" + value.substr(0, 40) + "` isn't " + join_or(choices);
  };
  CLI::Validator validator(check, "");
  validator.active(true);
  return validator;
}

void add_outputs(CLI::App& command, CheckOptions& check) {
  const std::vector<std::string> formats = findings_format_names();
  command
      .add_option("--output-format", check.format,
                  "of standard output: " + CLI::detail::join(formats, ", "))
      ->transform(one_of(formats))
      ->option_text("FORMAT");
  command
      .add_option_function<std::vector<std::string>>(
          "--output",
          [&check](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) check.outputs.push_back(*parse_output(text));
          },
          "the same, or a further output to a file; again for more")
      ->allow_extra_args(false)
      ->check(CLI::Validator(
          [formats](std::string& text) {
            return parse_output(text)
                       ? std::string()
                       : "`" + text.substr(0, 40) + "` isn't FORMAT or FORMAT=FILE " +
                             "with a format of " + join_or(formats);
          },
          ""))
      ->option_text("FORMAT[=FILE]");
  command
      .add_option("--baseline", check.baseline,
                  "known findings: they are told as such and don't fail")
      ->option_text("FILE");
  command
      .add_option_function<std::string>(
          "--write-baseline", [&check](const std::string& file) { check.write_baseline = file; },
          "make all findings known ones [the --baseline, or meso-baseline.json]")
      ->expected(0, 1)
      ->option_text("[FILE]");
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const BackEnd& back_end : back_ends()) names.emplace_back(back_end.format);
  return names;
}

void add_date(CLI::App& command, std::optional<int>& day) {
  command
      .add_option_function<std::string>(
          "--date", [&day](const std::string& date) { day = parse_date(date)->day_number; },
          "the day, as 2026-11-23 [today]")
      ->check(CLI::Validator(
          [](std::string& date) {
            return parse_date(date) ? std::string()
                                    : "`" + date.substr(0, 40) + "` is no date like 2026-11-23";
          },
          ""))
      ->option_text("DATE");
}

void add_colour(CLI::App& command, ColourChoice& colour) {
  command.add_option("--color", colour, "colour in messages: auto, always or never")
      ->transform(one_of({"auto", "always", "never"}, true))
      ->option_text("WHEN");
}

void add_project(CLI::App& command, ProjectChoice& project) {
  CLI::Option* config =
      command
          .add_option("--config", project.config,
                      "the project's configuration [the nearest meso.yaml upward from the plan]")
          ->option_text("FILE");
  command.add_flag("--isolated", project.isolated, "no configuration at all")->excludes(config);
}

void add_threads(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "at a time [one for each core]")
      ->check(CLI::Range(1, 256))
      ->option_text("N");
}

}  // namespace meso
