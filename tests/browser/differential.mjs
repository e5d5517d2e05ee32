// Does the same question have the same answer everywhere, to the letter? The native program, wasm and plain JavaScript in
// Node, and both in Chromium and Firefox: hits, order, scores, wording. node tests/browser/differential.mjs [--short]
//
// Prints what was asked of whom and how many answers differ; ends with 1 when one does. Exports compareAll and SHORT, the
// form of platforms-agree.test.js.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readJudgements } from '../relevance/judgements.js';
import {
  answerNatively,
  catalogFile,
  openBuilt,
  respelled,
  runProgram,
} from '../wasm/support/built.js';
import { typedQueries } from '../wasm/support/queries.js';
import { startChromium, startFirefox } from './support/browsers.js';
import { dist } from './support/built-site.js';
import { serve } from './support/serve.js';

/** Hits an answer has at most. */
const LIMIT = 10;

/** Questions sent to a browser at once: their answers are some megabytes. */
const AT_ONCE = 100;

/** @typedef {{ kind: 'search' | 'show' | 'similar', args: any[] }} Question */
/** @typedef {{ name: string, ask(questions: Question[]): Promise<string[]>, close(): Promise<void> }} Platform */

/** How much is asked: every so many queries and keys, in Node and in a browser; so many concepts. */
export const FULL = {
  inNode: 1,
  inBrowser: 1,
  keys: 10,
  concepts: 300,
  shownNatively: 60,
  kinds: ['wasm', 'plain'],
};
export const SHORT = {
  inNode: 1,
  inBrowser: 4,
  keys: 40,
  concepts: 40,
  shownNatively: 4,
  kinds: ['wasm'],
};

/** What an engine answers in a page, where this function is sent. */
async function askInPage([questions, isPlain]) {
  const { openEngine } = await import('/engine/engine.js');
  const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
  globalThis.engine ??= await (async () => {
    const wasmBinary = isPlain ? undefined : await bytes('/engine/engine.wasm');
    const catalog = await bytes('/catalog/medical-codes.medcat.gz');
    const opened = await openEngine({ wasmBinary, catalog, isPlain });
    await opened.loadCompanion(await bytes('/catalog/details/mappings-and-notes.bin.gz'));
    return opened;
  })();
  return questions.map(({ kind, args }) => JSON.stringify(globalThis.engine[kind](...args)));
}

/** @returns {Promise<Platform>} */
async function inBrowser(name, kind, start, url) {
  const browser = await start();
  const page = await browser.newPage();
  await page.goto(`${url}pages/nothing.html`);
  return {
    name: `${name}, ${kind}`,
    async ask(questions) {
      const answers = [];
      for (let at = 0; at < questions.length; at += AT_ONCE) {
        const part = questions.slice(at, at + AT_ONCE);
        answers.push(...(await page.evaluate(askInPage, [part, kind === 'plain'])));
      }
      return answers;
    },
    close: () => browser.close(),
  };
}

/** @returns {Promise<Platform>} */
async function inNode(kind) {
  const engine = await openBuilt({ isPlain: kind === 'plain' });
  return {
    name: `Node, ${kind}`,
    ask: async (questions) =>
      questions.map(({ kind: what, args }) => JSON.stringify(engine[what](...args))),
    close: async () => engine.close(),
  };
}

/** The native program answers searches and likeness in a batch, and says more of a concept than the page is told at once. */
const native = {
  name: 'native',
  async searches(queries, isTyping) {
    return answerNatively(queries, { limit: LIMIT, isTyping });
  },
  async similar(concepts) {
    const lines = concepts.map(([system, code]) => `${system} ${code}\n`).join('');
    const told = await runProgram(
      ['similar', catalogFile, '--batch', '--json', '--limit', '8'],
      lines,
    );
    return told.trimEnd().split('\n').map(respelled);
  },
  async show([system, code], like) {
    const told = JSON.parse(await runProgram(['show', catalogFile, system, code, '--json']));
    const shown = JSON.parse(like);
    // The program has read the detail packs; the names that lie there come after the others.
    told.designations = told.designations.slice(0, shown.designations.length);
    return JSON.stringify(Object.fromEntries(Object.keys(shown).map((key) => [key, told[key]])));
  },
};

const every = (list, step) => list.filter((_, at) => at % step === 0);

/** Whole queries as the relevance suite asks them, and the same examples key by key. */
async function questionsOf(keyStep) {
  const folder = fileURLToPath(new URL('../relevance/judgements', import.meta.url));
  const whole = [...new Set(readJudgements(folder).map(({ query }) => query))];
  const keys = every(await typedQueries(), keyStep).filter((text) => !text.includes('\n'));
  return { whole, keys };
}

const searchOf = (isTyping) => (query) => ({
  kind: 'search',
  args: [query, { limit: LIMIT, isTyping }],
});
const conceptOf =
  (kind) =>
  ([system, code]) => ({
    kind,
    args: kind === 'show' ? [system, code] : [system, code, { limit: 8 }],
  });

/** Counts and keeps the first few answers that are not as expected. */
function compare(name, what, questions, expected, actual) {
  const differing = questions.filter((_, at) => expected[at] !== actual[at]);
  const examples = differing.slice(0, 3).map((question) => {
    const at = questions.indexOf(question);
    return { question, expected: expected[at]?.slice(0, 400), actual: actual[at]?.slice(0, 400) };
  });
  return { name, what, asked: questions.length, differing: differing.length, examples };
}

/** Concepts that the queries found, each system's among them, to be shown and likened. */
function conceptsOf(answers, count) {
  const hits = answers.flatMap((answer) => JSON.parse(answer).hits.slice(0, 2));
  const pairs = new Map(hits.map(({ system, code }) => [`${system} ${code}`, [system, code]]));
  const step = Math.max(1, Math.floor(pairs.size / count));
  return every([...pairs.values()], step).slice(0, count);
}

/**
 * Asks native and Node all, browsers every so many; what Node's wasm answers is what the others are compared with, once it
 * is the same as native.
 *
 * @param {typeof FULL} size
 * @param {(row: ReturnType<typeof compare>) => void} tell
 */
export async function compareAll(size, tell) {
  const rows = [];
  const note = (row) => (rows.push(row), tell(row));
  const { whole, keys } = await questionsOf(size.keys);
  const reference = await inNode('wasm');
  const searches = [...whole.map(searchOf(false)), ...keys.map(searchOf(true))];
  const answers = await reference.ask(searches);
  const told = [...(await native.searches(whole, false)), ...(await native.searches(keys, true))];
  note(compare('Node, wasm', 'searches', searches, told, answers));
  const concepts = conceptsOf(answers, size.concepts);
  const similar = concepts.map(conceptOf('similar'));
  const likes = await reference.ask(similar);
  note(compare('Node, wasm', 'similar', similar, await native.similar(concepts), likes));
  const shows = concepts.map(conceptOf('show'));
  const shown = await reference.ask(shows);
  const nativelyShown = [];
  for (const [at, concept] of concepts.slice(0, size.shownNatively).entries()) {
    nativelyShown.push(await native.show(concept, shown[at]));
  }
  note(compare('Node, wasm', 'concepts', shows.slice(0, size.shownNatively), nativelyShown, shown));
  await reference.close();
  const questions = [...searches, ...similar, ...shows];
  await compareOthers(size, questions, [...answers, ...likes, ...shown], note);
  return rows;
}

/** Compares the plain build in Node and both browsers with what was found the same. */
async function compareOthers(size, questions, expected, note) {
  const server = await serve(dist);
  const starts = [
    [size.inNode, () => inNode('plain')],
    ...size.kinds.map((kind) => [
      size.inBrowser,
      () => inBrowser('Chromium', kind, startChromium, server.url),
    ]),
    ...size.kinds.map((kind) => [
      size.inBrowser,
      () => inBrowser('Firefox', kind, startFirefox, server.url),
    ]),
  ];
  try {
    for (const [step, start] of starts) {
      const platform = await start();
      const asked = every(questions, step);
      try {
        note(
          compare(
            platform.name,
            'all of it',
            asked,
            every(expected, step),
            await platform.ask(asked),
          ),
        );
      } finally {
        await platform.close();
      }
    }
  } finally {
    await server.close();
  }
}

async function main() {
  const { values } = parseArgs({ options: { short: { type: 'boolean' } } });
  const size = values.short ? SHORT : FULL;
  const { length } = readFileSync(catalogFile);
  console.log(`catalog of ${length} bytes, compared with what the native program answers`);
  const rows = await compareAll(size, ({ name, what, asked, differing }) =>
    console.log(
      `${name.padEnd(18)}${what.padEnd(12)}${String(asked).padStart(7)} asked${String(differing).padStart(7)} differ`,
    ),
  );
  for (const { examples } of rows)
    for (const example of examples) console.log(JSON.stringify(example, null, 1));
  process.exitCode = rows.some(({ differing }) => differing > 0) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
