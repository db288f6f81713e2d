// A scratch folder with what the tests of build servers need: Meso's sources as a repository of
// git's, a cmake that compiles nothing, plans, and an environment in which nothing of this machine
// is left.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const meso = resolve(process.argv[2] ?? join(root, 'build/dev/meso'));
export const scratch = mkdtempSync(join(tmpdir(), 'meso-ci-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

export const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
export function write(path, text, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

let passed = 0;
let failed = 0;
export function check(holds, what, why = '') {
  if (holds) return ++passed;
  ++failed;
  console.error(`failed: ${what}${why && `\n${String(why).slice(-2000).replace(/^/gm, '  ')}`}`);
}
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

// What a result of `run` should be, with all that it printed where it isn't.
export function expect(result, status, what, ...texts) {
  check(result.status === status, `${what}: ends with ${status}`, `${result.status}\n${result.all}`);
  for (const text of texts) check(result.all.includes(text), `${what}: says "${text}"`, result.all);
  return result;
}

export const tools = join(scratch, 'tools');
const calls = join(scratch, 'calls');
export const home = join(scratch, 'home');
export const environment = {
  PATH: [tools, process.env.PATH].join(delimiter), HOME: home, LC_ALL: 'C', TMPDIR: scratch,
};

export function run(command, args, { cwd = scratch, env = {} } = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
    cwd, env: { ...environment, ...env }, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  return { status: status ?? signal ?? error?.code, out: stdout, err: stderr, all: `${stdout}${stderr}` };
}

// The same without waiting for it.
export function start(command, args, { cwd = scratch, env = {} } = {}) {
  const child = spawn(command, args, { cwd, env: { ...environment, ...env } });
  let all = '';
  child.stdout.on('data', (text) => { all += text; });
  child.stderr.on('data', (text) => { all += text; });
  return new Promise((done) => child.on('close', (status) => done({ status, all })));
}

// Every call of the tools below since the last look, one a line.
export function calls_made() {
  const made = read(calls).split('\n').filter(Boolean);
  rmSync(calls, { force: true });
  return made;
}

// Building takes minutes: this cmake writes down how it was called and gives out the built meso.
// All packages are said to be there, or none, and then none can be installed.
export function fake_tools({ fails = false, seconds = 0, installs = true } = {}) {
  const tool = (name, text) => write(join(tools, name), `#!/bin/sh\n${text}\n`, 0o755);
  const record = (name) => `echo ${name} "$@" >> '${calls}'`;
  const built = write(join(scratch, 'built'), `#!/bin/sh\nexec '${meso}' "$@"\n`, 0o755);
  tool('cmake', `${record('cmake')}
${fails ? 'echo "error: what the compiler says"; exit 1' : ''}
sleep ${seconds}
if [ "$1" = --build ]; then cp '${built}' "$2/meso"; exit; fi
while [ "$1" != -B ]; do shift; done
mkdir -p "$2"`);
  for (const name of ['ninja', 'c++']) tool(name, record(name));
  for (const name of ['apt-get', 'sudo']) tool(name, `${record(name)}\nexit 1`);
  tool('dpkg-query', `${record('dpkg-query')}\n${installs ? "printf 'install ok installed'" : 'exit 1'}`);
}

// A copy, so that whoever owns the sources, and whether they are a clone, makes no difference.
export function sources() {
  const copy = join(scratch, 'meso');
  for (const name of ['.pre-commit-hooks.yaml', '.gitignore', 'action.yml', 'CMakeLists.txt', 'CMakePresets.json',
                      'base', 'compiler', 'grammar', 'gitlab', 'lib', 'runtime', 'scripts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  write(join(home, '.gitconfig'), `[user]\n  name = Test\n  email = test@localhost
[init]\n  defaultBranch = main\n[safe]\n  directory = *
[url "file://${copy}"]\n  insteadOf = https://github.com/OWNER/meso.git
[url "file://${copy}"]\n  insteadOf = https://github.com/OWNER/meso\n`);
  commit(copy);
  return copy;
}

// All of a folder, committed; the commit's hash.
export function commit(folder) {
  for (const args of [['init', '-q'], ['add', '-A'], ['commit', '-q', '--allow-empty', '-m', 'test']])
    expect(run('git', args, { cwd: folder }), 0, `git ${args[0]}`);
  return run('git', ['rev-parse', 'HEAD'], { cwd: folder }).out.trim();
}

export const plans = {
  good: read(join(root, 'examples/beginner-full-body.meso')),
  bad: 'plan "Bench"\n  guidelines 2026\nblock "Base" 2 weeks if ready\n  session "A"\n    bench press 3x5 start 62,5 kg\n',
};
// Good, and not in its form: nothing but a blank more.
plans.unformatted = plans.good.replace(' guidelines 2026', ' guidelines   2026');
