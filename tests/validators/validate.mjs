// Holds what the binary writes against schemas: SARIF's published one, and Meso's own of docs/.
// Also that each schema refuses something, for one that lets everything pass would prove nothing.
//
//   node tests/validators/validate.mjs build/dev/meso
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const meso = resolve(process.argv[2] ?? join(root, 'build/dev/meso'));

let libraries;
try {
  const require = createRequire(import.meta.url);
  libraries = {
    Ajv: require('ajv/dist/2020').default,
    AjvDraft04: require('ajv-draft-04').default,
    addFormats: require('ajv-formats').default,
    XMLValidator: require('fast-xml-parser').XMLValidator,
    sarif: require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
  };
} catch (error) {
  console.error(`${error.message.split('\n')[0]}\nrun first: npm ci --prefix tests/validators`);
  process.exit(2);
}
const { Ajv, AjvDraft04, addFormats, XMLValidator } = libraries;

const scratch = mkdtempSync(join(tmpdir(), 'meso-validators-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

let passed = 0;
let failed = 0;
function check(holds, what, why = '') {
  if (holds) return ++passed;
  ++failed;
  console.error(`failed: ${what}${why && `\n  ${why}`}`);
}

function run(args, { codes = [0, 1], folder = root, input = '' } = {}) {
  const result = spawnSync(meso, args, {
    cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  check(codes.includes(result.status), `meso ${args.join(' ')}`,
        `ended with ${result.status ?? result.signal}: ${result.stderr}`);
  return result.stdout;
}

const read = (path) => readFileSync(path, 'utf8');
const json = (path) => JSON.parse(read(path));
const named = (folder, ending) =>
  readdirSync(join(root, folder)).filter((f) => f.endsWith(ending)).sort();

const ours = (name) =>
  addFormats(new Ajv({ allErrors: true, allowUnionTypes: true }))
    .compile(json(join(root, 'docs', `${name}.schema.json`)));
const published = { strict: false, allErrors: true, unicodeRegExp: false };
const sarif = addFormats(new AjvDraft04(published)).compile(libraries.sarif);

// Of several documents; each of the first one's keys that the schema demands is then taken away.
function validate(name, schema, documents) {
  check(documents.length > 0, `${name}: there are documents`);
  for (const [what, document] of documents) {
    const holds = schema(document);
    const wrong = (schema.errors ?? []).slice(0, 3).map((e) => `${e.instancePath} ${e.message}`);
    check(holds, `${name}: ${what}`, wrong.join('\n  '));
  }
  check(!schema(42), `${name}: a number is refused`);
  for (const key of schema.schema.required ?? []) {
    const { [key]: _, ...rest } = documents[0][1];
    check(!schema(rest), `${name}: a document without ${key} is refused`);
  }
  console.log(`${name}: ${documents.length} document${documents.length === 1 ? '' : 's'}`);
}

// Every kind of finding there is, and runs that find nothing or can't read.
const plans = 'tests/end_to_end/outputs/plans';
const checks = [
  { args: [plans] },
  { args: ['examples', 'examples/literal'] },
  { args: ['tests/bad_input'] },
  { args: ['examples/hit.meso'] },
  { args: [plans, 'nowhere.meso'], codes: [2] },
  { args: [plans, '--baseline', join(scratch, 'known.json')] },
];
const formats = ['sarif', 'json', 'junit'];

// Of each format what each run wrote, all in one go.
function findings() {
  const out = { sarif: [], json: [], junit: [] };
  checks.forEach(({ args, codes }, i) => {
    const files = formats.map((format) => [format, join(scratch, `${i}.${format}`)]);
    run(['check', ...args, ...files.flatMap(([format, file]) => ['--output', `${format}=${file}`])],
        { codes });
    for (const [format, file] of files) out[format].push([args.join(' '), read(file)]);
  });
  return out;
}
const parsed = (documents) => documents.map(([what, text]) => [what, JSON.parse(text)]);

run(['check', plans, '--write-baseline', join(scratch, 'known.json')], { codes: [0] });
validate('baseline', ours('baseline'), [['known.json', json(join(scratch, 'known.json'))]]);
const found = findings();
validate('sarif', sarif, parsed(found.sarif));
validate('findings', ours('findings'), parsed(found.json));

const { junit } = found;
for (const [what, text] of junit) {
  const holds = XMLValidator.validate(text);
  check(holds === true, `junit: ${what}`, holds.err?.msg);
}
check(XMLValidator.validate('<a><b></a>') !== true, 'junit: what is no XML is refused');
console.log(`junit: ${junit.length} documents`);

const examples = named('examples', '.meso').map((f) => `examples/${f}`);
for (const plan of examples)
  run(['build', plan, '--format', 'json', '-o', join(scratch, 'plans')], { codes: [0] });
validate('plan', ours('plan'),
         readdirSync(join(scratch, 'plans')).map((f) => [f, json(join(scratch, 'plans', f))]));

const classics = named('examples/literal', '.meso').map((f) => `examples/literal/${f}`);
const traced = [...classics.slice(0, 4), examples[0]];
validate('trace', ours('trace'), traced.map((plan, i) => {
  const file = join(scratch, `trace${i}.json`);
  run(['verify', plan, '--trace', file]);
  return [plan, json(file)];
}));

const logged = ['tests/report/base.meso', '--log'];
validate('report', ours('report'), ['ten-weeks', 'short'].map((log) => [
  log, JSON.parse(run(['report', ...logged, `tests/report/${log}.log`, '--date', '2026-12-31',
                       '--format', 'json'], { codes: [0] })),
]));
validate('log-entry', ours('log-entry'), ['ten-weeks', 'short'].map((log) => [
  log, JSON.parse(run(['log', ...logged, `tests/report/${log}.log`, '--export'], { codes: [0] })),
]));
validate('simulation', ours('simulation'), examples.slice(0, 3).map((plan) => [
  plan, JSON.parse(run(['simulate', plan, '--athletes', '5', '--format', 'json'], { codes: [0] })),
]));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
