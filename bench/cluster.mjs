// SPDX-License-Identifier: Apache-2.0
//
// What bench/cluster needs and bash is no good at: variants of the input, and comparisons of JSON.
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The field that tells callers apart best, the first one that a record has; who has none is not the hot one. */
const CREDENTIALS = ['client.id', 'user.id', 'http.request.header.authorization'];

/** Calls of the hot actor that are told again and again. */
const TEMPLATES_MAX = 500;

async function* lines(file) {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

async function writeLines(file, source) {
  const out = createWriteStream(file);
  for await (const line of source) {
    if (!out.write(line + '\n')) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function credential(call) {
  for (const field of CREDENTIALS) {
    if (call[field]) return String(call[field]);
  }
  return '';
}

/** The calls of the caller that is busiest in the beginning of a file. */
async function busiest(input) {
  const calls = new Map();
  let read = 0;
  for await (const line of lines(input)) {
    const call = JSON.parse(line);
    const of = credential(call);
    if (!calls.has(of)) calls.set(of, []);
    if (calls.get(of).length < TEMPLATES_MAX) calls.get(of).push(call);
    if (++read === 100_000) break;
  }
  return [...calls.entries()].filter(([of]) => of !== '').sort((a, b) => b[1].length - a[1].length)[0][1];
}

/** After each call one of the hot actor, at the same time: half of all, in the order of time. */
async function* hot(input) {
  const templates = await busiest(input);
  let told = 0;
  for await (const line of lines(input)) {
    yield line;
    const { timestamp } = JSON.parse(line);
    const again = { ...templates[told % templates.length], timestamp, 'event.id': `hot-${told}` };
    told++;
    yield JSON.stringify(again);
  }
}

/** What is wrong in one of many ways; the huge one is beyond the longest record that is read. */
async function* bad() {
  for (let i = 0; i < 200; i++) {
    yield `garbage ${i}`;
    yield `{"timestamp":"no time","event.id":"bad-${i}"}`;
    yield `{"half a record": ${i}`;
  }
  yield `{"huge":"${'x'.repeat(5 << 20)}"}`;
}

function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, canonical(value[key])]));
}

/** Rows of the catalogue hold an alert as text or as JSON, whatever its column is called; the rest are alerts. */
function alertOf(row) {
  for (const column of ['json', 'document', 'body', 'alert']) {
    if (typeof row[column] === 'string' && row[column].startsWith('{')) return JSON.parse(row[column]);
    if (row[column] !== null && typeof row[column] === 'object' && row[column].id) return row[column];
  }
  return row;
}

/** The latest version of every alert: the last one told. */
async function alerts(file) {
  const latest = new Map();
  if (!existsSync(file)) return latest;
  for await (const line of lines(file)) {
    if (line.trim() === '') continue;
    const alert = alertOf(JSON.parse(line));
    latest.set(alert.id, JSON.stringify(canonical(alert)));
  }
  return latest;
}

/** Prints one line; exits 1 if the alerts differ. */
async function compare(expectedFile, foundFile) {
  const expected = await alerts(expectedFile);
  const found = await alerts(foundFile);
  const missing = [...expected.keys()].filter((id) => !found.has(id));
  const extra = [...found.keys()].filter((id) => !expected.has(id));
  const different = [...expected.keys()].filter((id) => found.has(id) && found.get(id) !== expected.get(id));
  const same = expected.size - missing.length - different.length;
  console.log(`${same} of ${expected.size} the same, ${different.length} different, ${missing.length} missing, ${extra.length} extra`);
  if (different.length > 0) {
    console.error(`first different:\n  embedded ${expected.get(different[0])}\n  cluster  ${found.get(different[0])}`);
  }
  if (missing.length > 0) console.error(`first missing:\n  ${expected.get(missing[0])}`);
  if (extra.length > 0) console.error(`first extra:\n  ${found.get(extra[0])}`);
  if (same !== expected.size || extra.length > 0 || expected.size === 0) process.exitCode = 1;
}

/** Prints the checkpoints of the last job: how many, mean and longest duration in ms, largest size in bytes. */
async function checkpoints(stateFile) {
  const state = JSON.parse(readFileSync(stateFile, 'utf8'));
  const answer = await fetch(`http://127.0.0.1:${state.ports.rest}/jobs/${state.job.id}/checkpoints`);
  const { counts, summary } = await answer.json();
  const { end_to_end_duration: took, state_size: size } = summary;
  console.log([counts.completed, took.avg, took.max, size.max].join(' '));
}

const verbs = {
  hot: async (input, output) => writeLines(output, hot(input)),
  bad: async (output) => writeLines(output, bad()),
  compare,
  checkpoints,
};
const [verb, ...args] = process.argv.slice(2);
if (!verbs[verb]) {
  console.error(`unknown verb ${verb}, expected one of ${Object.keys(verbs).join(', ')}`);
  process.exit(2);
}
await verbs[verb](...args);
