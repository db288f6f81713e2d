#include "compiler/driver/options.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/commands.h"
#include "compiler/driver/misuse.h"
#include "compiler/driver/option_kinds.h"

namespace meso {
namespace {

constexpr const char* kFooter = R"(
Start here:
  meso check plan.meso                 hold a plan against the guidelines
  meso build plan.meso -o out          weekly sheets as HTML and Markdown, the plan as JSON
  meso build plan.meso --athlete me.yaml   the same with loads computed
  meso fmt plan.meso                   align its columns, indent it, plain characters
  meso new four-day -o plan.meso       a plan to start from
  meso explain plan.meso:12            what a line of it means, with all its defaults
  meso explain load-jump               why a guideline says what it says
  meso diff old.meso new.meso          what changes for the athlete
  meso next plan.meso --log me.log     what today is, and why
  meso log plan.meso --log me.log      check in, write down what was done
  meso report plan.meso --log me.log   progress over weeks, by the athlete's log
  meso test plans                      scenarios beside plans: these results, that outcome
  meso verify plan.meso                what holds on every path, with the shortest bad one
  meso config show plan.meso           what its project's meso.yaml changes
  meso simulate plan.meso              a thousand drawn athletes through the plan
  meso catalog hamstrings              exercises and how they are spelled

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or a file that can't be read.
Meso organises training. It diagnoses nothing and promises no injury prevention.)";

struct CommandLine {
  CLI::App app{
      "Meso holds strength-training plans written as text against cited guidelines,\nand prints "
      "the athlete's weekly sheets.",
      "meso"};
  CheckOptions check;
  BuildOptions build;
  FormatOptions format;
  DiffOptions diff;
  NewOptions fresh;
  NextOptions next;
  ReportOptions progress;
  LogOptions logging;
  TestOptions test;
  VerifyPlanOptions verification;
  SimulateOptions simulation;
  ExplainOptions explained;
  std::vector<std::string> topic;
  std::vector<std::string> query;
  GuidelinesOptions guidelines;
  ConfigShowOptions config;
  std::map<const CLI::App*, std::function<int(FileSystem&)>> run;

  CommandLine() {
    app.set_version_flag("--version", "meso " MESO_VERSION, "print the version");
    app.require_subcommand(1);
    app.footer(kFooter);
    add_check();
    add_build();
    add_format();
    add_diff();
    add_new();
    add_next();
    add_report();
    add_log();
    add_test();
    add_verify();
    add_simulate();
    add_config();
    add_rest();
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
      command->footer("");
  }

  void add_check() {
    CLI::App* c = app.add_subcommand(
        "check", "parse plans and hold them against the guidelines; changes plans only with --fix");
    c->add_option("PATH", check.paths, "plans, folders of plans, or - for standard input")
        ->required();
    c->add_option("--stdin-filename", check.stdin_name, "what - is called in messages")
        ->option_text("NAME");
    c->add_option("--fail-on", check.fail_on,
                  "the least finding that gives exit code 1: error, warning, note or never")
        ->transform(one_of({"error", "warning", "note", "never"}, true))
        ->option_text("SEVERITY");
    c->add_flag("--fix", check.fix, "first mend in the files what can be mended safely");
    c->add_flag("--suggested-fixes", check.suggested_fixes,
                "mend also where there is one suggestion: read the result");
    c->add_flag("-q,--quiet", check.quiet, "findings only, no summary");
    add_outputs(*c, check);
    add_project(*c, check.project);
    add_date(*c, check.day);
    add_threads(*c, check.threads);
    add_colour(*c, check.colour);
    run[c] = [this](FileSystem& files) { return run_check(check, files); };
  }

  void add_build() {
    CLI::App* c = app.add_subcommand(
        "build", "write a plan's weekly sheets (HTML, Markdown) and its data (JSON)");
    c->add_option("PLAN", build.plan, "a plan, or - for standard input")->required();
    c->add_option("-o,--output", build.folder,
                  "the folder to write to; made if it isn't there [out]")
        ->option_text("DIR");
    const std::vector<std::string> formats = format_names();
    c->add_option("--format", build.formats,
                  "only these, separated by commas: " + CLI::detail::join(formats, ", "))
        ->delimiter(',')
        ->transform(one_of(formats))
        ->option_text("LIST");
    c->add_option("--athlete", build.athlete,
                  "the athlete's maxes, bodyweight and increments, as YAML")
        ->option_text("FILE");
    c->add_option("--paper", build.paper, "a4 or letter; any fits both [the project's, or any]")
        ->transform(one_of({"a4", "letter", "any"}))
        ->option_text("SIZE");
    c->add_option("--week", build.week, "only this week of the plan, from 1")
        ->check(CLI::Range(1, 1000))
        ->option_text("N");
    c->add_flag("--draft", build.draft,
                "print a plan with findings: DRAFT and the findings on each page");
    c->add_option("--stdin-filename", build.stdin_name, "what - is called in messages and outputs")
        ->option_text("NAME");
    add_project(*c, build.project);
    add_colour(*c, build.colour);
    run[c] = [this](FileSystem& files) { return run_build(build, files); };
  }

  void add_format() {
    CLI::App* c = app.add_subcommand(
        "fmt", "write plans in their canonical form; what they mean stays the same");
    c->add_option("PATH", format.paths, "plans, folders of plans, or - for standard input")
        ->required();
    c->add_flag("--check", format.check,
                "write nothing; list the files that would change, with exit code 1");
    c->add_flag("--diff", format.diff, "write nothing; show what would change, with exit code 1");
    c->add_option("--stdin-filename", format.stdin_name, "what - is called in messages")
        ->option_text("NAME");
    add_project(*c, format.project);
    run[c] = [this](FileSystem& files) { return run_format(format, files); };
  }

  void add_diff() {
    CLI::App* c = app.add_subcommand(
        "diff", "what another version of a plan changes for the athlete, not which lines");
    c->add_option("OLD", diff.before, "the plan as it was, or - for standard input")->required();
    c->add_option("NEW", diff.after, "the plan as it is now, or -")->required();
    c->add_option("--log", diff.log,
                  "of an athlete who trains by OLD: the weeks that are done already are marked")
        ->option_text("FILE");
    c->add_option("--format", diff.format, "text, json or markdown")
        ->transform(one_of({"text", "json", "markdown"}))
        ->option_text("FORMAT");
    add_date(*c, diff.day);
    add_project(*c, diff.project);
    add_colour(*c, diff.colour);
    run[c] = [this](FileSystem& files) { return run_diff(diff, files); };
  }

  void add_new() {
    CLI::App* c =
        app.add_subcommand("new", "a plan to start from; without a name, which there are");
    c->add_option("NAME", fresh.name, "a starting plan: four-day, beginner, hit");
    c->add_option("-o,--output", fresh.output,
                  "the file to write; one that is there already is left alone [standard output]")
        ->option_text("FILE");
    c->add_flag("--list", fresh.list, "list the starting plans");
    run[c] = [this](FileSystem& files) { return run_new(fresh, files); };
  }

  void add_run(CLI::App& c, RunOptions& what, bool log_required = true) {
    c.add_option("PLAN", what.plan, "a plan, or its JSON")->required();
    CLI::Option* log = c.add_option("--log", what.log, "the athlete's log; begun if it isn't there")
                           ->option_text("FILE");
    if (log_required) log->required();
    c.add_option("--athlete", what.athlete,
                 "the athlete's maxes, bodyweight and increments, as YAML")
        ->option_text("FILE");
    add_date(c, what.day);
    add_project(c, what.project);
  }

  void add_next() {
    CLI::App* c = app.add_subcommand(
        "next", "what today is and why: the session with its loads, or what to do instead");
    add_run(*c, next.run);
    c->add_flag("--plates", next.plates, "what goes on each side of the bar");
    c->add_option("--format", next.format, "text, json, markdown or html")
        ->transform(one_of({"text", "json", "markdown", "html"}))
        ->option_text("FORMAT");
    run[c] = [this](FileSystem& files) { return run_next(next, files); };
  }

  void add_report() {
    CLI::App* c = app.add_subcommand(
        "report", "progress by the log: lifts, goals, adherence and recovery over weeks");
    add_run(*c, progress.run);
    c->add_option("--format", progress.format, "text, json or html")
        ->transform(one_of({"text", "json", "html"}))
        ->option_text("FORMAT");
    run[c] = [this](FileSystem& files) { return run_report(progress, files); };
  }

  void add_log() {
    CLI::App* c = app.add_subcommand(
        "log", "write a check-in or a session into the log: asked on a terminal, or by flags");
    add_run(*c, logging.run);
    c->add_flag("--from-sheet", logging.from_sheet,
                "ask in the order of the printed sheet's fields");
    c->add_flag("--json", logging.json, "records as JSON on standard input; docs/logging.md");
    c->add_flag("--export", logging.export_all, "print the whole log as JSON");
    c->add_flag("--forget", logging.forget, "delete the log's file");
    c->add_flag("--yes", logging.yes, "with --forget: don't ask");
    add_log_records(*c);
    run[c] = [this](FileSystem& files) { return run_log(logging, files); };
  }

  // One a kind of record, and what belongs to several of them.
  void add_log_records(CLI::App& c) {
    LogFlags& f = logging.flags;
    const auto record = [&](const char* name, auto& value, const char* what, const char* text) {
      return c.add_option(name, value, what)->option_text(text)->group("Records");
    };
    record("--check-in", f.check_in, "the log's own lines, with semicolons between them", "TEXT");
    record("--probe", f.probe, "the last warm-up set: back squat 3 80 kg @ RIR 4", "TEXT");
    c.add_option_function<std::string>(
         "--session", [&f](const std::string& name) { f.session = name; },
         "what was done of a session; without NAME, of the day's")
        ->expected(0, 1)
        ->option_text("NAME")
        ->group("Records");
    record("--off-plan", f.off_plan, "work beside the plan: kettlebell swing 5x10 24 kg", "TEXT");
    record("--skip", f.skip, "not done though it could have been; it stays next", "NAME");
    record("--drop", f.drop, "taken out of this pass, --by a person", "NAME");
    record("--unavailable-until", f.unavailable_until,
           "no training up to that day, which is the last of it", "DATE");
    record("--red-flag", f.red_flag, "something for a doctor: training stops", "TEXT");
    record("--cleared-by", f.cleared_by, "and goes on", "PERSON");
    record("--overrule", f.overrule, "let it be done, reduced, --by a coach and --why", "NAME");
    record("--athlete-value", f.athlete_value, "training max of back squat 140 kg", "TEXT");
    record("--rename", f.rename, "a session or an exercise has another name now, --to NEW", "OLD");
    record("--continue-at", f.continue_at, "week 3 of \"Accumulation\"", "TEXT");
    record("--remove", f.remove, "2026-11-23 session \"Lower A\": it no longer counts", "TEXT");
    const auto part = [&](const char* name, auto& value, const char* what, const char* text) {
      c.add_option(name, value, what)
          ->allow_extra_args(false)
          ->option_text(text)
          ->group("Of records");
    };
    part("--did", f.did, "what was done: back squat 3x8 100 kg; leg curl skipped", "TEXT");
    c.add_flag("--as-written", f.as_written, "what --did doesn't say was done as written")
        ->group("Of records");
    c.add_flag("--broken-off", f.broken_off, "the session wasn't finished")->group("Of records");
    part("--by", f.by, "who answers for it", "PERSON");
    part("--why", f.why, "the reason", "TEXT");
    part("--to", f.to, "the new name", "NEW");
    part("--note", f.notes, "a remark; again for a further one", "TEXT");
    part("--amend", f.amend, "the record takes the place of the one of that day", "DATE");
  }

  void add_test() {
    CLI::App* c = app.add_subcommand(
        "test", "run the scenarios beside plans: these check-ins and results, that outcome");
    c->add_option("PATH", test.paths, "files of scenarios (*.scenarios), or folders of them")
        ->required();
    c->add_flag("-v,--verbose", test.verbose, "list the scenarios that pass, too");
    add_project(*c, test.project);
    run[c] = [this](FileSystem& files) { return run_test(test, files); };
  }

  void add_verify() {
    CLI::App* c = app.add_subcommand(
        "verify", "what holds on every path that check-ins and results can take the plan down");
    c->add_option("PLAN", verification.plan, "a plan, or its JSON")->required();
    c->add_option("--mode", verification.mode,
                  "the worst or the typical case of the recovery table [worst]")
        ->transform(one_of({"worst", "typical"}))
        ->option_text("MODE");
    c->add_option("--budget", verification.budget, "at most so many states [1000000]")
        ->check(CLI::Range(1, 1'000'000'000))
        ->option_text("N");
    c->add_flag("--stats", verification.stats, "states and time");
    c->add_flag("--strict", verification.strict, "what isn't proved fails, too");
    c->add_option("--trace", verification.trace, "write every counterexample to a file, as JSON")
        ->option_text("FILE");
    add_project(*c, verification.project);
    run[c] = [this](FileSystem& files) { return run_verify(verification, files); };
  }

  void add_simulate() {
    CLI::App* c = app.add_subcommand(
        "simulate",
        "many drawn athletes through a plan: how long it takes them, what is held back");
    c->add_option("PLAN", simulation.plan, "a plan, or its JSON")->required();
    c->add_option("--athletes", simulation.athletes, "so many [1000]")
        ->check(CLI::Range(1, 100'000'000))
        ->option_text("N");
    c->add_option("--seed", simulation.seed, "which athletes: the same seed, the same figures [1]")
        ->option_text("S");
    add_threads(*c, simulation.threads);
    add_project(*c, simulation.project);
    c->add_option("--athlete", simulation.athlete,
                  "maxes, bodyweight and level that all of them have, as YAML")
        ->option_text("FILE");
    c->add_option("--format", simulation.format, "text or json")
        ->transform(one_of({"text", "json"}))
        ->option_text("FORMAT");
    run[c] = [this](FileSystem& files) { return run_simulate(simulation, files); };
  }

  void add_config() {
    CLI::App* c = app.add_subcommand("config", "what a project's meso.yaml sets");
    c->require_subcommand(1);
    CLI::App* show =
        c->add_subcommand("show", "every setting for a plan, with where it comes from");
    show->add_option("FILE", config.path, "a plan [whatever stands in this folder]");
    show->add_option("--format", config.format, "text or json")
        ->transform(one_of({"text", "json"}))
        ->option_text("FORMAT");
    add_project(*show, config.project);
    run[show] = [this](FileSystem& files) { return run_config_show(config, files); };
    CLI::App* schema = c->add_subcommand("schema", "the JSON Schema of meso.yaml, for editors");
    run[schema] = [](FileSystem&) { return run_config_schema(); };
  }

  void add_rest() {
    CLI::App* e = app.add_subcommand(
        "explain", "what a line of a plan means; a keyword; a guideline with its evidence; a code");
    e->add_option("TOPIC", topic,
                  "plan.meso:12, a line of a plan; session, a keyword; load-jump or M117, from a "
                  "message; ready, the default gate")
        ->required();
    add_project(*e, explained.project);
    run[e] = [this](FileSystem& files) {
      explained.topic = CLI::detail::join(topic, " ");
      return run_explain(explained, files);
    };
    CLI::App* g = app.add_subcommand("guidelines", "the table of guidelines");
    g->add_option("--edition", guidelines.edition, "of this year")->option_text("YEAR");
    g->add_option("--format", guidelines.format, "text or json")
        ->transform(one_of({"text", "json"}))
        ->option_text("FORMAT");
    run[g] = [this](FileSystem&) { return run_guidelines(guidelines); };
    CLI::App* k = app.add_subcommand(
        "catalog", "search the exercises by name, alias, muscle, equipment or movement");
    k->add_option("QUERY", query, "one or more words; all exercises without one");
    run[k] = [this](FileSystem&) { return run_catalog(CLI::detail::join(query, " ")); };
  }
};

}  // namespace

int run_command_line(int argc, char** argv, FileSystem& files) {
  CommandLine line;
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_misuse(error, line.app);
  }
  const CLI::App* command = line.app.get_subcommands().front();
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return line.run.at(command)(files);
}

}  // namespace meso
