// scripts/ci/binary: finds meso, or builds it once.
//
//   node tests/ci/binary.mjs build/dev/meso
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  calls_made, check, environment, expect, fake_tools, finish, meso, read, root, run, scratch, sources, start, tools, write,
} from './support.mjs';

fake_tools();
const copy = sources();
const binary = join(copy, 'scripts/ci/binary');
const build_id = () => run(join(copy, 'scripts/ci/build-id'), []).out.trim();

// -- the first time, and the second ------------------------------------------------------------------

const built = join(copy, 'build/ci', build_id(), 'meso');
expect(run(binary, []), 0, 'the first time', 'building it');
const folder = join(copy, 'build/ci', build_id(), 'build');
check(calls_made().join('\n') === `cmake -S ${copy} --preset demo -B ${folder} -D MESO_WARNINGS_FAIL=OFF\n` +
        `cmake --build ${folder} --target meso --parallel ${run('nproc', []).out.trim()}`, 'cmake is called twice');
check(readdirSync(join(built, '..')).sort().join() === 'lock,meso', 'nothing but the binary is kept');
const again = expect(run(binary, []), 0, 'the second time');
check(again.all === `${built}\n`, 'the answer is the path alone', again.all);
check(calls_made().length === 0, 'it is built once');
check(run(join(copy, 'scripts/ci/meso'), ['--version']).out === run(meso, ['--version']).out, 'meso runs');
check(run(join(copy, 'scripts/ci/meso'), ['check', 'nowhere']).status === 2, 'its exit code is passed on');

rmSync(join(copy, 'build'), { recursive: true });
fake_tools({ seconds: 0.5 });
const both = await Promise.all([start(binary, []), start(binary, [])]);
for (const result of both) expect(result, 0, 'one of two at once', built);
check(calls_made().length === 2, 'the second waits for the first');

// -- what can go wrong -------------------------------------------------------------------------------

rmSync(join(copy, 'build'), { recursive: true });
fake_tools({ fails: true });
const failed = expect(run(binary, []), 2, 'a build that fails', 'error: what the compiler says', `${copy}/scripts/setup build`);
check(failed.out === '', 'it names no binary', failed.out);
check(!existsSync(built) && !existsSync(folder), 'nothing half done is left');
fake_tools();
expect(run(binary, []), 0, 'the next try builds it', built);
rmSync(join(copy, 'build'), { recursive: true });
calls_made();

const bare = join(scratch, 'bare');
mkdirSync(bare);
for (const name of ['bash', 'cut', 'dirname', 'env', 'find', 'flock', 'sha256sum', 'sort', 'uname', 'xargs'])
  symlinkSync(run('sh', ['-c', `command -v ${name}`]).out.trim(), join(bare, name));
const lacking = expect(run(binary, [], { env: { PATH: bare } }), 2, 'a machine without tools', 'lacks c++ cmake ninja\n', `${copy}/scripts/setup build`);
check(!existsSync(join(copy, 'build')), 'it makes no folder', lacking.all);

const given = { MESO_BINARY: meso };
check(run(binary, [], { env: given }).all === `${meso}\n`, 'MESO_BINARY is taken as it is');
for (const wrong of ['/nowhere', scratch, join(copy, 'CMakeLists.txt')])
  expect(run(binary, [], { env: { MESO_BINARY: wrong } }), 2, 'MESO_BINARY that is no program', `'${wrong}'`);
check(calls_made().length === 0, 'nothing is built then');

const elsewhere = join(scratch, 'a cache');
expect(run(binary, ['--setup'], { env: { MESO_CACHE: elsewhere } }), 0, 'MESO_CACHE', `${elsewhere}/${build_id()}/meso`);
check(calls_made().some((call) => call.startsWith('dpkg-query')), '--setup looks for packages first');
expect(run(binary, ['--setup'], { env: { MESO_CACHE: elsewhere } }), 0, 'MESO_CACHE again');
check(calls_made().length === 0, '--setup does nothing where there is a binary');
fake_tools({ installs: false });
expect(run(binary, ['--setup'], { env: { MESO_CACHE: join(scratch, 'other') } }), 0, 'a system of other packages', '/meso\n');
check(calls_made().some((call) => call.includes('apt-get update')), '--setup tries to install them');
fake_tools();
expect(run(binary, ['--help']), 2, 'another option', 'MESO_CACHE');

// -- which sources a binary is of --------------------------------------------------------------------

const before = build_id();
write(join(copy, 'docs/page.md'), 'text');
check(build_id() === before, 'a page makes no other binary');
// What CMake builds from, as far as the top folders; the rest is known to be no part of a binary.
const no_part = ['bench', 'tests', 'docs', 'editors', 'examples', 'gitlab', 'scripts', 'build', 'out'];
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !no_part.includes(entry.name))
  .map((entry) => join(entry.name, 'new.cpp'));
for (const source of [...folders, 'CMakeLists.txt', 'CMakePresets.json', 'scripts/ci/binary']) {
  const last = build_id();
  const existed = read(join(copy, source));
  mkdirSync(join(copy, source, '..'), { recursive: true });
  appendFileSync(join(copy, source), '\n');
  check(build_id() !== last, `${source} makes another binary`);
  if (!existed) rmSync(join(copy, source));
}

// -- the build itself, as far as it is quick -----------------------------------------------------------

// The real cmake configures; instead of a build it then says what a build would do.
const cmake = run('sh', ['-c', 'command -v cmake'], { env: { PATH: process.env.PATH } }).out.trim();
rmSync(tools, { recursive: true });
write(join(tools, 'cmake'), `#!/bin/sh
if [ "$1" != --build ]; then exec '${cmake}' "$@"; fi
ninja -C "$2" -t commands "$4" > '${scratch}/commands'
exit 1\n`, 0o755);
calls_made();
const real = join(scratch, 'real');
run(join(root, 'scripts/ci/binary'), [], { env: { MESO_CACHE: real, PATH: environment.PATH } });
const commands = read(join(scratch, 'commands'));
check(/-O3 .*-c .*driver\/main\.cpp/.test(commands), 'the build compiles for speed', commands);
check(/-static .*-o meso /.test(commands), 'it links a binary that runs anywhere', commands);
check(commands !== '' && !commands.includes('-Werror'), "another compiler's warnings don't fail it");
check(!/tests\/|bench\//.test(commands.replaceAll(root, '').replaceAll(scratch, '')), 'it is meso alone');

finish();
