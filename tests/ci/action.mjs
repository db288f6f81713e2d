// action.yml, run step by step as GitHub's runner runs it: conditions and expressions by GitHub's
// own reader, scripts by bash with the runner's files and variables. Only the cache is played: a
// folder that outlives a job.
//
//   node tests/ci/action.mjs build/dev/meso
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { actionErrors, filledIn, hasExpression, holds, parseYaml } from '../validators/github.mjs';
import {
  calls_made, check, expect, fake_tools, finish, plans, read, root, run, scratch, sources, write,
} from './support.mjs';

const text = read(join(root, 'action.yml'));
const action = parseYaml(text);

// -- as it is written --------------------------------------------------------------------------------

const wrong = actionErrors('action.yml', text);
check(wrong.length === 0, 'action.yml keeps to the schema', wrong.join('\n'));
check(actionErrors('action.yml', text.replace(/\n +shell: bash/, '')).length > 0,
      'a step without its shell is refused');
check(actionErrors('action.yml', text.replace('steps.place.', 'stepz.place.')).length > 0,
      'an unknown context is refused');
const steps = action.runs.steps;
for (const { name, run: script } of steps.filter((step) => step.run))
  check(!hasExpression(script), `${name}: no expression stands in a shell's text`);
for (const input of Object.keys(action.inputs))
  check(text.includes(`inputs.${input} `), `the input ${input} is used`);
for (const [, used] of text.matchAll(/inputs\.([a-z-]+)/g))
  check(used in action.inputs, `the input ${used} is declared`);

// -- the runner --------------------------------------------------------------------------------------

const action_path = sources();
const workspace = join(scratch, 'workspace');
const temp = join(scratch, 'temp');
const cache = join(scratch, 'cache');

// `NAME=value` a line, and values of several lines between marks.
function pairs(file) {
  const out = {};
  const lines = read(file).split('\n');
  for (let i = 0; i < lines.length; ++i) {
    const [, name, , value, mark] = lines[i].match(/^([^=<]+)(=(.*)|<<(.*))$/) ?? [];
    if (!name) continue;
    out[name] = value ?? '';
    if (mark) for (const kept = []; lines[++i] !== mark; out[name] = kept.join('\n')) kept.push(lines[i]);
  }
  return out;
}

function cache_step(kind, { path, key }) {
  const kept = join(cache, key);
  if (kind === 'save') {
    if (existsSync(path)) cpSync(path, kept, { recursive: true });
    return {};
  }
  if (existsSync(kept)) cpSync(kept, path, { recursive: true });
  return { 'cache-hit': String(existsSync(kept)) };
}

function job(given = {}) {
  for (const name of Object.keys(given)) check(name in action.inputs, `the input ${name} is declared`);
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp);
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]));
  const contexts = { inputs, steps: {} };
  const done = { ran: [], all: '', status: 0, summary: join(temp, 'summary'), path: join(temp, 'path') };
  const status = {
    success: () => done.status === 0, failure: () => done.status !== 0, always: () => true, cancelled: () => false,
  };
  steps.forEach((step, i) => {
    if (!holds(step.if ?? 'success()', contexts, status)) return;
    done.ran.push(step.name);
    const filled = (values = {}) => Object.fromEntries(Object.entries(values).map(([k, v]) => [k, filledIn(v, contexts)]));
    let outputs;
    if (step.uses) {
      const kind = step.uses.match(/^actions\/cache\/(restore|save)@v\d+$/)?.[1];
      check(kind, `${step.uses} is a step of the cache`);
      outputs = cache_step(kind, filled(step.with));
    } else {
      const output = write(join(temp, `output${i}`), '');
      const script = write(join(temp, `step${i}.sh`), step.run);
      const result = run('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
        cwd: workspace,
        env: {
          CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: action_path, GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: temp, RUNNER_OS: 'Linux', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: done.summary,
          GITHUB_PATH: done.path, GITHUB_ENV: write(join(temp, 'env'), ''), ...filled(step.env),
        },
      });
      outputs = pairs(output);
      done.all += result.all;
      done.status ||= result.status;
    }
    if (step.id) contexts.steps[step.id] = { outputs };
  });
  done.outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, o]) => [name, filledIn(o.value, contexts)]));
  done.calls = calls_made();
  return done;
}

// The commands that the runner obeys; between `stop-commands` and its token there are none.
function commands(log) {
  let token = '';
  return log.split('\n').map((line) => line.trim()).filter((line) => {
    if (token && line === `::${token}::`) token = '';
    else if (!token && line.startsWith('::stop-commands::')) token = line.slice('::stop-commands::'.length);
    else return !token && line.startsWith('::');
    return false;
  });
}

function in_workspace(files) {
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace);
  for (const [name, plan] of Object.entries(files)) write(join(workspace, name), plan);
}

// -- what it does ------------------------------------------------------------------------------------

fake_tools({ fails: true });
in_workspace({ 'plans/good.meso': plans.good });
const unbuilt = expect(job(), 2, 'a build that fails', 'what the compiler says', 'scripts/setup build');
check(!unbuilt.ran.includes('Keep the binary') && !unbuilt.ran.includes('Check the plans'), 'what follows it is left out', unbuilt.ran);

fake_tools();
in_workspace({ 'plans/bad.meso': plans.bad });
const first = expect(job(), 1, 'a bad plan', '--> plans/bad.meso:5:27');
check(first.outputs['exit-code'] === '1', 'its exit code is an output', first.outputs['exit-code']);
check(first.calls.filter((c) => c.startsWith('cmake')).length === 2, 'the first job configures and builds', first.calls);
check(first.calls.some((c) => c.startsWith('dpkg-query')), 'it looks for what the build needs', first.calls);
check(!first.all.includes('preset'), 'a build that works is quiet', first.all);
check(commands(first.all).some((c) => /^::error file=plans\/bad\.meso,line=5,/.test(c)), 'it is annotated', first.all);
check(read(first.summary).includes('plans/bad.meso'), 'the summary names it', read(first.summary));

in_workspace({ 'plans/good.meso': plans.good });
const second = expect(job(), 0, 'a good plan');
check(second.calls.length === 0, 'a job after one with findings finds its binary', second.calls);
check(second.ran.join() === steps.map((s) => s.name).filter((n) => !/Keep|form/.test(n)).join(), 'it saves nothing', second.ran);
check(second.outputs['exit-code'] === '0', 'its exit code is an output', second.outputs['exit-code']);
const on_path = read(second.path).trim();
check(run('meso', ['--version'], { env: { PATH: on_path } }).status === 0, 'the steps that follow can call meso', on_path);
check(join(on_path, 'meso') === second.outputs.binary, 'the binary is an output', second.outputs.binary);

in_workspace({ 'my plans/of 2026/bad.meso': plans.bad, 'others/good.meso': plans.good });
const blanks = job({ paths: 'my plans\n\nothers\n', sarif: 'my report.sarif', outputs: 'junit=of junit.xml\n' });
expect(blanks, 1, 'a folder with blanks', '--> my plans/of 2026/bad.meso:5:27', '2 files');
const uri = 'my%20plans/of%202026/bad.meso';
check(read(join(workspace, 'my report.sarif')).includes(`"${uri}"`), 'SARIF goes to its file');
check(read(join(workspace, 'of junit.xml')).includes('<testsuites'), 'further outputs go to theirs');
expect(job({ paths: 'others' }), 0, 'only what is asked for is checked');

const unwritable = expect(job({ sarif: 'others/good.meso/sarif' }), 2, 'a SARIF file that cannot be written', 'others/good.meso/sarif');
check(commands(unwritable.all).some((c) => c.startsWith('::error file=my plans')), 'it is annotated nevertheless', unwritable.all);
expect(job({ paths: 'nowhere' }), 2, 'a path that is not there', 'nowhere');
expect(job({ paths: '-odd.meso' }), 2, 'a path that looks like an option', '-odd.meso: no such file');
expect(job({ 'fail-on': 'never' }), 0, 'fail-on');
expect(job({ args: '--quiet\n--no-such-option' }), 2, 'args', '--no-such-option');

expect(run(second.outputs.binary, ['check', '.', '--write-baseline'], { cwd: workspace }), 0, 'a baseline');
expect(job({ baseline: 'meso-baseline.json' }), 0, 'baseline', 'known');

in_workspace({ 'plan.meso': plans.unformatted });
expect(job(), 0, 'a plan that is not in its form');
const form = expect(job({ 'check-format': 'true' }), 1, 'check-format', '+  guidelines 2026');
check(form.outputs['exit-code'] === '0', 'the exit code is that of the check', form.outputs['exit-code']);

in_workspace({ 'plan.meso': `${plans.unformatted.replace('  guidelines', '\n ::error::forged\n  guidelines')}` });
const forged = commands(job({ 'check-format': 'true' }).all);
check(forged.length > 3 && !forged.some((c) => c.startsWith('::error::forged')), 'a plan gives the runner no commands', forged.join('\n'));

const shell = '"; touch taken; $(touch taken) `touch taken` \'';
for (const input of Object.keys(action.inputs)) job({ [input]: shell });
check(!existsSync(join(workspace, 'taken')), 'no input is shell');

finish();
