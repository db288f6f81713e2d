// The hooks of .pre-commit-hooks.yaml, by pre-commit itself, in a repository of plans.
//
//   node tests/ci/pre_commit.mjs build/dev/meso
import { join } from 'node:path';
import {
  calls_made, check, commit, expect, fake_tools, finish, home, meso, plans, read, run, scratch, sources, write,
} from './support.mjs';

fake_tools();
const hooks = sources();
const gym = join(scratch, 'gym');
write(join(gym, 'good.meso'), plans.good);
write(join(gym, 'plans of 2026/good.meso'), plans.good);
write(join(gym, 'notes.txt'), plans.bad);
commit(gym);

const pre_commit = (args, env = {}) =>
  run('pre-commit', args, { cwd: gym, env: { PRE_COMMIT_HOME: join(home, 'pre-commit'), ...env } });
const try_repo = (hook, ...args) => pre_commit(['try-repo', hooks, hook, ...args], { MESO_BINARY: meso });

expect(pre_commit(['validate-manifest', join(hooks, '.pre-commit-hooks.yaml')]), 0, 'the list of hooks');
write(join(scratch, 'broken.yaml'), read(join(hooks, '.pre-commit-hooks.yaml')).replace(/ +language: .*\n/, ''));
expect(pre_commit(['validate-manifest', join(scratch, 'broken.yaml')]), 1, 'a list without a language', 'language');

// -- a binary that is there ----------------------------------------------------------------------------

expect(try_repo('meso-check', '--all-files'), 0, 'good plans', 'Passed');
expect(try_repo('meso-fmt', '--all-files'), 0, 'plans in their form', 'Passed');
check(calls_made().length === 0, 'MESO_BINARY: nothing is built');

write(join(gym, 'plans of 2026/bad.meso'), plans.bad);
commit(gym);
expect(try_repo('meso-check', '--all-files'), 1, 'a bad plan', 'Failed', 'exit code: 1', '--> plans of 2026/bad.meso:5:27');
expect(try_repo('meso-check', '--files', 'good.meso'), 0, 'the plans of a commit alone', 'Passed');
expect(try_repo('meso-check', '--files', 'notes.txt'), 0, 'what is no plan', 'no files to check');

const loose = write(join(gym, 'loose.meso'), plans.unformatted);
commit(gym);
expect(try_repo('meso-fmt', '--files', 'loose.meso'), 1, 'a plan that is not in its form', 'files were modified by this hook');
check(read(loose) === plans.good, 'it is now', read(loose));
expect(try_repo('meso-fmt', '--files', 'loose.meso'), 0, 'the commit after that', 'Passed');

// -- as users have it: no binary, a list of hooks in the repository --------------------------------------

const revision = run('git', ['rev-parse', 'HEAD'], { cwd: hooks }).out.trim();
write(join(gym, '.pre-commit-config.yaml'), `repos:
  - repo: https://github.com/OWNER/meso
    rev: ${revision}
    hooks:
      - id: meso-check
        args: [--fail-on, never]
      - id: meso-fmt
`);
commit(gym);

fake_tools({ fails: true });
expect(pre_commit(['run', '--all-files']), 1, 'a build that fails', 'exit code: 2', 'what the compiler says', 'scripts/setup build');
fake_tools();
calls_made();
const first = expect(pre_commit(['run', '--all-files']), 0, 'the first commit', 'meso check', 'meso fmt');
check(!first.all.includes('building'), 'a build that works is quiet', first.all);
check(calls_made().length === 2, 'two hooks, one build');
expect(pre_commit(['run', '--all-files']), 0, 'the second commit');
check(calls_made().length === 0, 'it finds the binary of the first');

finish();
