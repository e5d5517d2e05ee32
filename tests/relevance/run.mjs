#!/usr/bin/env node
// How often is the right code first, among five, among ten?
//
//   node tests/relevance/run.mjs              table per kind, exit 1 below a floor
//   node tests/relevance/run.mjs --peers      SQLite FTS5 and MiniSearch on the same data beside ours
//   node tests/relevance/run.mjs --keystrokes share of each query that must be typed
//   node tests/relevance/run.mjs --failures 5 what was answered instead, for queries that miss the first five
//   node tests/relevance/run.mjs --record     writes floors.json anew, a little under what is measured
//
// See README.md beside this file.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { belowFloors, floorsFrom } from './floors.js';
import { readJudgements } from './judgements.js';
import { answerAll, countKeystrokes } from './ours.js';
import { rankOf, summarise } from './rank.js';
import { groupsOf, printTable } from './table.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

const { values: options } = parseArgs({
  options: {
    catalog: { type: 'string', default: join(root, 'build/catalog/medical-codes.medcat.gz') },
    program: { type: 'string', default: join(root, 'build/native/medcode') },
    wasm: { type: 'string', default: join(root, 'build/wasm/engine.wasm') },
    out: { type: 'string', default: join(root, 'build/relevance/relevance.json') },
    failures: { type: 'string', default: '0' },
    peers: { type: 'boolean', default: false },
    keystrokes: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

for (const file of [options.catalog, options.program]) {
  if (existsSync(file)) continue;
  console.error(`${file} is missing. Build it with ./run --build-only.`);
  process.exit(1);
}

const outside = process.env.RELEVANCE_DIR ?? join(root, '../shared/relevance');
const judgements = [
  ...readJudgements(join(here, 'judgements')),
  ...(existsSync(outside) ? readJudgements(outside) : []),
];
const floorsFile = join(here, 'floors.json');

const answers = await answerAll(options.program, options.catalog, judgements);
/** @type {Record<string, number[]>} ranks by who answered */
const ranks = {
  ours: answers.map(({ codes }, at) =>
    rankOf(judgements[at].system, codes, judgements[at].codes),
  ),
};
if (options.peers) {
  const { answerWithPeers } = await import('./peers.js');
  const found = await answerWithPeers(options, join(root, 'build/relevance'), judgements);
  for (const [peer, lists] of Object.entries(found)) {
    ranks[peer] = lists.map((codes, at) =>
      rankOf(judgements[at].system, codes, judgements[at].codes),
    );
  }
}
const shares = options.keystrokes
  ? await countKeystrokes(options.wasm, options.catalog, judgements)
  : null;

const groups = groupsOf(judgements).map(({ name, part, members }) => ({
  name,
  part,
  queries: members.length,
  by: Object.fromEntries(
    Object.entries(ranks).map(([who, list]) => [who, summarise(members.map((at) => list[at]))]),
  ),
  keystrokes: shares && members.reduce((sum, at) => sum + shares[at], 0) / members.length,
}));
printTable(groups);

/** Prints the queries whose right code is not among the first five, with what was answered. */
function printFailures(/** @type {number} */ shown) {
  judgements.forEach(({ query, system, codes, kind, part }, at) => {
    const rank = ranks.ours[at];
    if (part === 'held' || (rank >= 1 && rank <= 5)) return;
    const instead = answers[at].codes.slice(0, shown);
    console.log(
      `\n${system}/${kind} "${query}" wants ${codes.join('|')}: ` +
        `${rank ? `rank ${rank}` : 'not found'}${answers[at].relaxed ? ', relaxed' : ''}`,
    );
    instead.forEach((code, place) => console.log(`    ${code}  ${answers[at].why[place]}`));
  });
}
if (Number(options.failures) > 0) printFailures(Number(options.failures));

mkdirSync(dirname(options.out), { recursive: true });
writeFileSync(options.out, `${JSON.stringify({ groups }, null, 2)}\n`);
console.log(`\nThe same as JSON: ${options.out}`);

if (options.record) writeFileSync(floorsFile, `${JSON.stringify(floorsFrom(groups), null, 2)}\n`);

/** A starter catalog holds a few hundred diagnoses; the floors were measured on the official release. */
const officialDiagnoses = 90_000;
const information = spawnSync(options.program, ['info', options.catalog, '--json']).stdout;
const isOfficial = JSON.parse(String(information)).systems.some(
  (/** @type {{id: string, concepts: number}} */ { id, concepts }) =>
    id === 'icd10cm' && concepts >= officialDiagnoses,
);
if (!isOfficial) console.log('Floors are not held: this catalog lacks the official releases.');
const misses = isOfficial && existsSync(floorsFile)
  ? belowFloors(groups, JSON.parse(readFileSync(floorsFile, 'utf8')))
  : [];
misses.forEach((miss) => console.error(miss));
process.exitCode = misses.length > 0 ? 1 : 0;
