// Holds the schema of meso.yaml against the binary: what the one takes the other takes, and what one
// refuses the other refuses, too. Only what a schema can't see is left to the binary.
//
//   node tests/validators/config.mjs build/dev/meso
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const meso = resolve(process.argv[2] ?? join(root, 'build/dev/meso'));
const require = createRequire(import.meta.url);
const Ajv = require('ajv/dist/2020').default;
const YAML = require('yaml');

const schema = JSON.parse(readFileSync(join(root, 'docs/config.schema.json'), 'utf8'));
const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const folder = mkdtempSync(join(tmpdir(), 'meso-config-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const base of ['base.yaml', 'other.yaml']) writeFileSync(join(folder, base), '');
writeFileSync(join(folder, 'gym.meso'), 'library "Gym"\nexercise "log walk" trains quads\n');

let passed = 0;
let failed = 0;
function check(holds, what, why = '') {
  if (holds) return ++passed;
  ++failed;
  console.error(`failed: ${what}${why && `\n  ${why}`}`);
}

function verdicts(config) {
  writeFileSync(join(folder, 'meso.yaml'), config);
  const run = spawnSync(meso, ['config', 'show'], {
    cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  check([0, 2].includes(run.status), config, `ended with ${run.status ?? run.signal}`);
  const document = YAML.parse(config, { version: '1.2' });
  return { binary: run.status === 0, schema: fits(document), said: run.stderr };
}
function expect(config, { binary, schema }) {
  const is = verdicts(config);
  check(is.binary === binary, config, `meso ${is.binary ? 'takes' : 'refuses'} it: ${is.said}`);
  check(is.schema === schema, config,
        `the schema ${is.schema ? 'takes' : 'refuses'} it: ${JSON.stringify(fits.errors)}`);
}

const both = { binary: true, schema: true };
const neither = { binary: false, schema: false };
const onlyBinarySees = { binary: false, schema: true };

const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]);
check(blocks.length === 3, 'docs/configuration.md has its three configurations');
for (const block of blocks)
  expect(block.replace('our-gym.meso', 'gym.meso').replace('../house-rules', 'base')
              .replace('../novices', 'other'), both);

for (const good of [
  '', '# nothing yet\n', 'guidelines: 2026\n', 'extends: base.yaml\n',
  'extends: [base.yaml, other.yaml]\n', 'severities: {M118: note, load-jump: off}\n',
  'thresholds: {M118: {week warn above: 30}}\n', 'thresholds: {starved-group: {warn above: 9 days}}\n',
  'overrides: []\n', 'overrides: [{paths: a/**, severities: {M118: error}}]\n',
  'exclude: a\n', 'recovery: {longer by: 12.5}\n', 'sheets: {paper: letter}\n',
]) expect(good, both);

for (const bad of [
  'severity: {}\n', 'guidelines: 2019\n', 'severities: {volume-jmup: off}\n',
  'severities: {M118: fatal}\n', 'severities: [M118]\n', 'severities: {soreness-as-goal: off}\n',
  'thresholds: {M118: 30}\n', 'thresholds: {M118: {week warn abov: 30}}\n',
  'thresholds: {M118: {week warn above: 900}}\n', 'thresholds: {M118: {week warn above: -5}}\n',
  'thresholds: {M118: {week warn above: plenty}}\n', 'thresholds: {M101: {hours: 3}}\n',
  'overrides: {paths: a}\n', 'overrides: [{severities: {M118: off}}]\n',
  'overrides: [{paths: a, exclude: b}]\n', 'exclude: [[a]]\n', 'exclude: {a: b}\n',
  'recovery: {longer by: 150}\n', 'recovery: {shorter by: 10}\n', 'sheets: {paper: a5}\n',
  '- severities\n', 'just words\n',
]) expect(bad, neither);

for (const bad of [
  'thresholds: {M118: {week warn above: 900 %}}\n',         // a number inside a text
  'thresholds: {M118: {week warn above: 30 kg}}\n',         // its unit
  'thresholds: {starved-group: {warn above: "7.5 days"}}\n',  // whole days
  'thresholds: {M118: {week warn above: 60}}\n',            // above the edition's error
  'extends: nowhere.yaml\n', 'extends: meso.yaml\n',
]) expect(bad, onlyBinarySees);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
