#!/usr/bin/env node
// How like are the concepts that are called similar?
//
//   node tests/relevance/similar/run.mjs              the table; exit 1 below a target or a floor
//   node tests/relevance/similar/run.mjs --peers      and MoreLikeThis and BM25 on the same catalog
//   node tests/relevance/similar/run.mjs --failures 9 and some of the first half that are not found
//   node tests/relevance/similar/run.mjs --record     writes floors.json anew, a little under what is measured
//
// See README.md beside this file.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readNames } from '../names.js';
import { Bm25, wordsOf } from './baselines.js';
import { isAccepted, readJudged } from './judged.js';
import { partOf, readTargets, sampleOf } from './samples.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const folder = join(root, 'build/relevance');

const { values: options } = parseArgs({
  options: {
    official: { type: 'string', default: process.env.MEDCODE_SOURCES ?? '../shared/official' },
    program: { type: 'string', default: join(root, 'build/native/medcode') },
    wasm: { type: 'string', default: join(root, 'build/wasm/engine.wasm') },
    seed: { type: 'string', default: '20261122' },
    count: { type: 'string', default: '1000' },
    failures: { type: 'string', default: '0' },
    peers: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

for (const path of [join(options.official, 'gems'), options.program]) {
  if (existsSync(path)) continue;
  console.error(`${path} is missing. Build with ./run --build-only; --official names the releases.`);
  process.exit(1);
}

/** What issue 5 asks for: the share of ICD-9-CM codes with a target among the first ten. */
const least = { 'icd9cm to icd10cm': 0.82, 'icd9proc to icd10pcs': 0.5 };
const limit = 10;

/** Builds the catalog without the mappings unless it is newer than the program, and returns its path. */
function buildCatalog() {
  const catalog = join(folder, 'without-gems.medcat.gz');
  if (existsSync(catalog) && statSync(catalog).mtimeMs > statSync(options.program).mtimeMs) {
    return catalog;
  }
  mkdirSync(folder, { recursive: true });
  const releases = readdirSync(options.official, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/gem/i.test(entry.name))
    .map(({ name }) => join(options.official, name));
  const build = ['build', '--out', catalog, '--quiet', '--sources', ...releases];
  const made = spawnSync(options.program, [...build, join(root, 'data/starter')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (made.status !== 0) throw new Error(`${options.program} could not build ${catalog}`);
  return catalog;
}

/** @typedef {{concept: string, system: string, group: string, part: string, isRight: (code: string) => boolean}} Trial */

/** @returns {Trial[]} */
function chooseTrials() {
  const { diagnoses, procedures } = readTargets(options.official);
  /** @param {string} from @param {string} system @param {Map<string, Set<string>>} targets */
  const trialsOf = (from, system, targets) =>
    ['dev', 'held'].flatMap((part) => {
      const codes = [...targets.keys()].filter((code) => partOf(code) === part);
      return sampleOf(codes, Number(options.count), Number(options.seed)).map((code) => ({
        concept: `${from}/${code}`,
        system,
        group: `${from} to ${system}`,
        part,
        isRight: (/** @type {string} */ found) =>
          targets.get(code)?.has(found.replaceAll('.', '')) === true,
      }));
    });
  const judged = readJudged(readFileSync(join(here, 'judgements.tsv'), 'utf8'));
  return [
    ...trialsOf('icd9cm', 'icd10cm', diagnoses),
    ...trialsOf('icd9proc', 'icd10pcs', procedures),
    ...judged.map((each) => ({
      concept: each.concept,
      system: each.system,
      group: 'judged by hand',
      part: partOf(`${each.concept} ${each.system}`),
      isRight: (/** @type {string} */ found) => isAccepted(each, found),
    })),
  ];
}

/**
 * Returns the codes answered to each trial, in their order: the engine's lines, and with the variants that lines open to.
 *
 * @param {string} catalog
 * @param {Trial[]} trials
 */
function askEngine(catalog, trials) {
  /** @type {string[][][]} the codes of each line of each trial */
  const answers = trials.map(() => []);
  for (const system of new Set(trials.map((trial) => trial.system))) {
    const mine = trials.flatMap((trial, at) => (trial.system === system ? [at] : []));
    const ask = ['similar', catalog, '--batch', '--json', '--in', system, '--limit', String(limit)];
    const run = spawnSync(options.program, ask, {
      input: mine.map((at) => `${trials[at].concept.replace('/', ' ')}\n`).join(''),
      maxBuffer: 2 ** 30,
    });
    const lines = String(run.stdout).trim().split('\n');
    if (lines.length !== mine.length) throw new Error(`${lines.length} answers of ${mine.length}`);
    lines.forEach((line, place) => {
      const { groups, error } = JSON.parse(line);
      if (error) throw new Error(`${trials[mine[place]].concept}: ${error.message}`);
      answers[mine[place]] = (groups[0]?.hits ?? []).map((/** @type {any} */ hit) => [
        hit.code,
        ...hit.variants.map((/** @type {{code: string}} */ variant) => variant.code),
      ]);
    });
  }
  return answers;
}

/**
 * Returns the codes that plain search engines answer to each trial.
 *
 * @param {import('../names.js').Name[]} names
 * @param {Trial[]} trials
 */
function askBaselines(names, trials) {
  /** @param {import('../names.js').Name} name */
  const keyOf = ({ system, code }) => `${system}/${code.replaceAll('.', '')}`;
  const byKey = new Map(names.map((name) => [keyOf(name), name]));
  /** @param {import('../names.js').Name} name */
  const allNames = ({ display, others }) => [display, ...others].join(' ; ');
  /** @type {string[][]} */
  const titles = trials.map(() => []);
  /** @type {string[][]} */
  const moreLikeThis = trials.map(() => []);
  for (const system of new Set(trials.map((trial) => trial.system))) {
    const mine = names.filter((name) => name.system === system);
    const overTitles = new Bm25(mine.map(({ code, display }) => ({ code, text: display })));
    const overNames = new Bm25(mine.map((name) => ({ code: name.code, text: allNames(name) })));
    trials.forEach((trial, at) => {
      const name = byKey.get(trial.concept.replaceAll('.', ''));
      if (trial.system !== system || !name) return;
      const itself = name.system === system ? name.code : undefined;
      titles[at] = overTitles.search(wordsOf(name.display), limit, itself);
      moreLikeThis[at] = overNames.search(overNames.tellingTerms(allNames(name)), limit, itself);
    });
  }
  return { titles, moreLikeThis };
}

const trials = chooseTrials();
const catalog = buildCatalog();
const lines = askEngine(catalog, trials);
/** @param {string[][]} answered */
const asLines = (answered) => answered.map((codes) => codes.map((code) => [code]));
/** @type {Record<string, string[][][]>} lines of codes, by who answered */
const answers = {
  ours: lines.map((each) => each.map((codes) => codes.slice(0, 1))),
  'ours, lines opened': lines,
};
if (options.peers) {
  const names = await readNames(options.wasm, catalog, folder);
  const { titles, moreLikeThis } = askBaselines(names, trials);
  answers.MoreLikeThis = asLines(moreLikeThis);
  answers['BM25 of the title'] = asLines(titles);
}

/** @param {string} who @param {number[]} members */
function measure(who, members) {
  const ranks = members.map(
    (at) => answers[who][at].findIndex((codes) => codes.some(trials[at].isRight)) + 1,
  );
  /** @param {number} within */
  const success = (within) => ranks.filter((rank) => rank >= 1 && rank <= within).length;
  return {
    success1: success(1) / ranks.length,
    success3: success(3) / ranks.length,
    success10: success(10) / ranks.length,
  };
}

const groupNames = [...new Set(trials.map(({ group }) => group))];
const groups = ['dev', 'held'].flatMap((part) =>
  groupNames.map((name) => {
    const members = trials.flatMap((trial, at) =>
      trial.part === part && trial.group === name ? [at] : [],
    );
    const by = Object.fromEntries(Object.keys(answers).map((who) => [who, measure(who, members)]));
    return { name, part, count: members.length, by };
  }),
);

console.log(`seed ${options.seed}; shares with a right code among the first one, three, ten`);
console.log(`${''.padEnd(36)}${Object.keys(answers).map((who) => who.padEnd(20)).join(' ')}`);
for (const { name, part, count, by } of groups) {
  const cells = Object.values(by).map(({ success1, success3, success10 }) =>
    [success1, success3, success10].map((value) => value.toFixed(3).replace(/^0/, '')).join(' ').padEnd(20),
  );
  console.log(`${part.padEnd(5)}${name.padEnd(24)}${String(count).padStart(5)}  ${cells.join(' ')}`);
}

trials
  .flatMap((trial, at) =>
    trial.part === 'dev' && !lines[at].some((codes) => codes.some(trial.isRight)) ? [at] : [],
  )
  .slice(0, Number(options.failures))
  .forEach((at) => console.log(trials[at].concept, trials[at].system, lines[at].map(([code]) => code)));

const floorsFile = join(here, 'floors.json');
/** How much worse than measured is still no failure. */
const slack = 0.02;
const measured = groups.filter(({ part }) => part === 'dev');
if (options.record) {
  const floors = Object.fromEntries(
    measured.map(({ name, by }) => [name, Math.floor((by.ours.success10 - slack) * 100) / 100]),
  );
  writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
}
writeFileSync(join(folder, 'similar.json'), `${JSON.stringify({ groups }, null, 2)}\n`);
const floors = JSON.parse(readFileSync(floorsFile, 'utf8'));
const misses = [
  ...measured.filter(({ name, by }) => by.ours.success10 < floors[name]),
  ...groups.filter(
    ({ name, by }) => by.ours.success10 < (/** @type {Record<string, number>} */ (least)[name] ?? 0),
  ),
];
misses.forEach(({ name, part }) => console.error(`${part} ${name}: under its target or floor`));
process.exitCode = misses.length > 0 ? 1 : 0;
