// GitHub's own schemas of actions and workflows, its expressions, and YAML. Here, since packages
// are looked for beside the file that imports them.
import { register } from 'node:module';

let libraries;
try {
  register('./json_modules.mjs', import.meta.url);
  libraries = {
    ...(await import('@actions/workflow-parser')),
    ...(await import('@actions/workflow-parser/actions/index')),
    ...(await import('@actions/expressions')),
    yaml: await import('yaml'),
  };
} catch (error) {
  console.error(`${error.message.split('\n')[0]}\nrun first: npm ci --prefix tests/validators`);
  process.exit(2);
}
const { parseAction, parseWorkflow, NoOperationTraceWriter, Lexer, Parser, Evaluator, data, yaml } =
  libraries;

const errorsOf = (parse) => (name, content) =>
  parse({ name, content }, new NoOperationTraceWriter()).context.errors.getErrors()
    .map((error) => error.message);
export const actionErrors = errorsOf(parseAction);
export const workflowErrors = errorsOf(parseWorkflow);

// Mistakes and warnings throw: what two readers of YAML might read in two ways is none.
export function parseYaml(text) {
  const document = yaml.parseDocument(text, { strict: true, uniqueKeys: true, merge: true });
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong) throw wrong;
  return document.toJS();
}

function dictionary(value) {
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value !== 'object') return new data.StringData(String(value));
  const entries = Object.entries(value);
  return new data.Dictionary(...entries.map(([key, v]) => ({ key, value: dictionary(v) })));
}

// Of an expression without its braces; `functions` are those of no arguments.
function evaluated(expression, contexts, functions = {}) {
  const definitions = Object.entries(functions).map(([name, call]) => ({
    name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(call()),
  }));
  const tokens = new Lexer(expression).lex().tokens;
  const parsed = new Parser(tokens, Object.keys(contexts), definitions).parse();
  const table = new Map(definitions.map((d) => [d.name.toLowerCase(), d]));
  return new Evaluator(parsed, dictionary(contexts), table).evaluate();
}

const braces = /\$\{\{([\s\S]*?)\}\}/g;
export const hasExpression = (text) => text.search(braces) >= 0;
export const filledIn = (text, contexts) =>
  String(text).replace(braces, (_, inner) => evaluated(inner, contexts).coerceString());

// As GitHub reads it: a condition that asks for no status asks for success.
export function holds(condition, contexts, functions) {
  const inner = String(condition).trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
  const asks = new RegExp(`\\b(${Object.keys(functions).join('|')})\\s*\\(`).test(inner);
  const whole = asks ? inner : `success() && (${inner})`;
  const value = evaluated(whole, contexts, functions).coerceString();
  return value !== 'false' && value !== '';
}
