// The GitLab template: its keys, and its job's script as GitLab's runner runs it, in a project of
// plans. The image and the upload of reports are GitLab's own.
//
//   node tests/ci/gitlab.mjs build/dev/meso
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasExpression, parseYaml } from '../validators/github.mjs';
import {
  calls_made, check, expect, fake_tools, finish, plans, read, root, run, scratch, sources, write,
} from './support.mjs';

const text = read(join(root, 'gitlab/meso.gitlab-ci.yml'));
const template = parseYaml(text);

// -- as it is written --------------------------------------------------------------------------------

check(!hasExpression(text), 'nothing of GitHub stands in it');
check(Object.keys(template).join() === 'variables,meso-check', 'variables and one job', Object.keys(template));
const job = template['meso-check'];
const known = {
  '': ['stage', 'image', 'cache', 'before_script', 'script', 'artifacts'],
  cache: ['key', 'paths', 'when'],
  artifacts: ['when', 'expire_in', 'paths', 'reports'],
};
for (const [where, keys] of Object.entries(known))
  for (const key of Object.keys(where ? job[where] : job))
    check(keys.includes(key), `${where} ${key} is a key of GitLab's`);
for (const [name, value] of Object.entries(template.variables)) {
  check(typeof value === 'string', `${name} is a text`, typeof value);
  check(/^MESO_[A-Z_]+$/.test(name), `${name} is nobody else's`);
}
check(job.script.concat(job.before_script).every((line) => typeof line === 'string'), 'a script is lines', job.script);
const { codequality, junit } = job.artifacts.reports;
check(job.artifacts.paths.includes(codequality) && job.artifacts.paths.includes(junit), 'reports can be downloaded');

// -- the job -----------------------------------------------------------------------------------------

fake_tools();
const copy = sources();
const project = join(scratch, 'a project');
mkdirSync(project);

function gitlab_job(variables = {}) {
  for (const name of Object.keys(variables)) check(name in template.variables, `${name} is a variable of the template`);
  const script = ['set -eo pipefail', ...job.before_script, ...job.script].join('\n');
  return run('bash', ['-c', script], {
    cwd: project, env: { CI: 'true', CI_PROJECT_DIR: project, GITLAB_CI: 'true', ...template.variables, ...variables },
  });
}
const report = (name) => read(join(project, name));

write(join(project, 'my plans/bad.meso'), plans.bad);
write(join(project, 'good.meso'), plans.good);
const first = expect(gitlab_job(), 1, 'a bad plan', '--> my plans/bad.meso:5:27');
check(calls_made().filter((c) => c.startsWith('cmake')).length === 2, 'the first job builds');
check(!first.all.includes('preset'), 'a build that works is quiet', first.all);
const [finding, ...more] = JSON.parse(report(codequality));
check(more.length === 0 && finding.location.path === 'my plans/bad.meso', 'code quality has the finding', report(codequality));
check(report(junit).includes('name="good.meso"'), 'the tests have every plan', report(junit));
const cached = join(project, job.cache.paths[0]);
check(existsSync(cached), 'what is cached is there');

expect(gitlab_job({ MESO_PATHS: 'good.meso\n' }), 0, 'a good plan');
check(calls_made().length === 0, 'the second job finds the binary');
expect(gitlab_job({ MESO_FAIL_ON: 'never' }), 0, 'MESO_FAIL_ON');
expect(gitlab_job({ MESO_PATHS: 'nowhere' }), 2, 'a path that is not there', 'nowhere');
expect(gitlab_job({ MESO_ARGS: '--no-such-option' }), 2, 'MESO_ARGS', '--no-such-option');
expect(gitlab_job({ MESO_OUTPUTS: 'sarif=meso.sarif' }), 1, 'MESO_OUTPUTS');
check(report('meso.sarif').includes('my%20plans'), 'it is written');
expect(run(join(copy, 'scripts/ci/meso'), ['check', '.', '--write-baseline'], { cwd: project }), 0, 'a baseline');
expect(gitlab_job({ MESO_BASELINE: 'meso-baseline.json' }), 0, 'MESO_BASELINE', 'known');

write(join(project, 'loose.meso'), plans.unformatted);
expect(gitlab_job({ MESO_PATHS: 'loose.meso' }), 0, 'a plan that is not in its form');
expect(gitlab_job({ MESO_PATHS: 'loose.meso', MESO_CHECK_FORMAT: 'true' }), 1, 'MESO_CHECK_FORMAT', '+  guidelines 2026');
expect(gitlab_job({ MESO_REF: 'no-such-branch' }), 128, 'MESO_REF', 'no-such-branch');

// The next version: its binary is built, and the one before makes way.
const before = readdirSync(cached);
write(join(copy, 'base/new.cpp'), '\n');
run('git', ['add', '-A'], { cwd: copy });
run('git', ['commit', '-q', '-m', 'the next version'], { cwd: copy });
calls_made();
expect(gitlab_job({ MESO_PATHS: 'good.meso' }), 0, 'another version');
check(calls_made().some((c) => c.startsWith('cmake')), 'it is built');
const after = readdirSync(cached);
check(before.length === 1 && after.length === 1 && after[0] !== before[0], 'the cache has one version', [before, after].join('\n'));

finish();
