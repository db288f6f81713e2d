// docs/ci.md: its tables are those of action.yml and the template, its YAML is what GitHub, GitLab
// and pre-commit take, and its commands run.
//
//   node tests/ci/ci_page.mjs build/dev/meso
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml, workflowErrors } from '../validators/github.mjs';
import {
  check, commit, expect, fake_tools, finish, home, meso, plans, read, root, run, scratch, sources, tools, write,
} from './support.mjs';

const page = read(join(root, 'docs/ci.md'));
const action = parseYaml(read(join(root, 'action.yml')));
const template = parseYaml(read(join(root, 'gitlab/meso.gitlab-ci.yml')));

const blocks = [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info, text]) => ({ info, text }));
const of = (info) => blocks.filter((block) => block.info === info).map((block) => block.text);
const kinds = ['yaml github', 'yaml github steps', 'yaml gitlab', 'yaml pre-commit', 'sh'];
for (const { info } of blocks) check(kinds.includes(info), `a block is of a kind that is checked: ${info}`);
for (const kind of kinds) check(of(kind).length > 0, `there are blocks: ${kind}`);

// -- tables: name, default, of the table that `heading` begins -------------------------------------------

function rows(heading) {
  const [, table] = page.split(`| ${heading} |`);
  const lines = table.split('\n').slice(2);
  return lines.slice(0, lines.indexOf('')).map((line) => line.split('|').slice(1, 3).map((cell) => cell.trim().replaceAll('`', '')));
}
const defaults = (names) => JSON.stringify(Object.entries(names).sort());
const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
check(defaults(inputs) === defaults(Object.fromEntries(rows('input'))), 'the inputs of the action', rows('input').join('\n'));
check(defaults(template.variables) === defaults(Object.fromEntries(rows('variable | default'))), 'the variables of GitLab');
const hooks = parseYaml(read(join(root, '.pre-commit-hooks.yaml'))).map((hook) => hook.id);
check(rows('hook').map(([id]) => id).sort().join() === hooks.sort().join(), 'the hooks');

// -- YAML ------------------------------------------------------------------------------------------------

const indented = (text) => text.replace(/^(?=.)/gm, '      ');
const workflows = [
  ...of('yaml github'),
  ...of('yaml github steps').map((steps) => `on: push\njobs:\n  meso:\n    runs-on: ubuntu-latest\n    steps:\n${indented(steps)}`),
];
for (const text of workflows) {
  const wrong = workflowErrors('workflow.yml', text);
  check(wrong.length === 0, 'a workflow keeps to the schema', wrong.join('\n'));
  const steps = Object.values(parseYaml(text).jobs).flatMap((job) => job.steps);
  const ours = steps.filter((step) => step.uses?.startsWith('OWNER/meso@'));
  check(ours.length === 1, 'a workflow uses the action', text);
  for (const name of Object.keys(ours[0]?.with ?? {})) check(name in action.inputs, `${name} is an input`);
}
check(workflowErrors('workflow.yml', workflows[0].replace('runs-on', 'run-on')).length > 0, 'a wrong workflow is refused');

for (const text of of('yaml gitlab')) {
  const { include, variables } = parseYaml(text);
  const [, path] = include[0].remote.match(/\/OWNER\/meso\/main\/(.*)$/) ?? [];
  check(existsSync(join(root, path ?? 'nowhere')), 'what GitLab includes is there', include[0].remote);
  for (const name of Object.keys(variables)) check(name in template.variables, `${name} is a variable of the template`);
}

// -- commands, in a repository with a folder of plans ----------------------------------------------------

fake_tools();
const copy = sources();
write(join(tools, 'meso'), read(join(scratch, 'built')), 0o755);
const gym = join(scratch, 'gym');
write(join(gym, 'plans/good.meso'), plans.good);
const revision = run('git', ['rev-parse', 'HEAD'], { cwd: copy }).out.trim();
const [config] = of('yaml pre-commit');
write(join(gym, '.pre-commit-config.yaml'), config.replace('COMMIT', revision));
commit(gym);

const env = { PRE_COMMIT_HOME: join(home, 'pre-commit') };
expect(run('pre-commit', ['validate-config'], { cwd: gym, env }), 0, 'the list of hooks to take');
for (const text of of('sh')) {
  const here = text.replaceAll('/tmp/meso', join(scratch, 'clone'));
  expect(run('bash', ['-euo', 'pipefail', '-c', here], { cwd: gym, env }), 0, text);
}
check(read(join(gym, 'meso.sarif')) && read(join(gym, 'meso.xml')), 'outputs are written');

// -- what the page says of exit codes ---------------------------------------------------------------------

const wrapper = (args) => run(join(copy, 'scripts/ci/meso'), args, { cwd: gym, env: { MESO_BINARY: meso } });
write(join(gym, 'bad.meso'), plans.bad);
write(join(gym, 'none/notes.txt'), '');
expect(wrapper(['check', 'plans']), 0, 'nothing found');
expect(wrapper(['check', 'bad.meso']), 1, 'findings');
expect(wrapper(['check', 'none']), 2, 'a folder without a plan');
write(join(gym, 'loose.meso'), plans.unformatted);
expect(wrapper(['fmt', '--check', 'loose.meso']), 1, 'a plan that is not in its form');

finish();
