#!/usr/bin/env node
// Are several catalogs answered as one of the same codes is?
//
//   npm run catalogs -- --sources DIR...    first: the catalog, and one per system, into build/catalog
//   node tests/relevance/split.mjs          every judged query asked of both: first hit, first ten, totals, tiers, success
//
// What the figures mean stands in web/engine/FEDERATION.md.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../web/engine/engine.js';
import { readJudgements } from './judgements.js';
import { rankOf, summarise } from './rank.js';

/** @typedef {import('../../web/engine/contract.d.ts').Hit} Hit */

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2] ?? join(root, 'build/catalog');
const index = join(folder, 'by-system/index.json');
if (!existsSync(index)) {
  console.error(`${index} is missing. Make it: npm run catalogs -- --sources DIR...`);
  process.exit(1);
}
const wasmBinary = readFileSync(join(root, 'build/wasm/engine.wasm'));
const { catalogs } = JSON.parse(readFileSync(index, 'utf8'));
const whole = await openEngine({
  wasmBinary,
  catalog: readFileSync(join(folder, 'medical-codes.medcat.gz')),
});
const split = await openEngine({
  wasmBinary,
  catalog: catalogs.map(({ file }) => readFileSync(join(folder, 'by-system', file))),
});

/** @param {Hit} hit */
const nameOf = ({ system, code }) => `${system}/${code}`;

/** @param {Hit[]} hits */
const tiersOf = (hits) => hits.map(({ score }) => Math.floor(score)).join('');

/**
 * @param {Hit[]} left
 * @param {Hit[]} right
 */
function sharedShare(left, right) {
  const names = new Set(left.map(nameOf));
  const most = Math.max(left.length, right.length);
  return most ? right.filter((hit) => names.has(nameOf(hit))).length / most : 1;
}

const judgements = readJudgements(join(root, 'tests/relevance/judgements'));

/** @param {(judgement: { query: string, system: string }) => string} queryOf */
function compare(queryOf) {
  /** @type {Record<string, number>} */
  const same = { 'first hit': 0, total: 0, 'tiers of ten': 0, 'hits of ten': 0, relaxed: 0 };
  let strict = 0;
  let strictTotals = 0;
  const ranks = { whole: /** @type {number[]} */ ([]), split: /** @type {number[]} */ ([]) };
  const time = { whole: 0, split: 0 };
  for (const judgement of judgements) {
    const options = { limit: 10, isTyping: false };
    const started = performance.now();
    const one = whole.search(queryOf(judgement), options);
    const between = performance.now();
    const many = split.search(queryOf(judgement), options);
    time.whole += between - started;
    time.split += performance.now() - between;
    const [first, other] = [one.hits[0], many.hits[0]];
    same['first hit'] += (first && nameOf(first)) === (other && nameOf(other)) ? 1 : 0;
    same.total += one.total === many.total ? 1 : 0;
    same['tiers of ten'] += tiersOf(one.hits) === tiersOf(many.hits) ? 1 : 0;
    same['hits of ten'] += sharedShare(one.hits, many.hits);
    same.relaxed += one.relaxed === many.relaxed ? 1 : 0;
    strict += one.relaxed || many.relaxed ? 0 : 1;
    strictTotals += !one.relaxed && !many.relaxed && one.total === many.total ? 1 : 0;
    for (const [side, { hits }] of /** @type {const} */ ([
      ['whole', one],
      ['split', many],
    ])) {
      const codes = hits.filter(({ system }) => system === judgement.system).map((hit) => hit.code);
      ranks[side].push(rankOf(judgement.system, codes, judgement.codes));
    }
  }
  const share = (/** @type {number} */ count) => (count / judgements.length).toFixed(3);
  for (const [what, count] of Object.entries(same)) console.log(`  same ${what}: ${share(count)}`);
  console.log(`  same total where neither is relaxed: ${strictTotals} of ${strict}`);
  for (const side of /** @type {const} */ (['whole', 'split'])) {
    const { success1, success5, mrr } = summarise(ranks[side]);
    const each = (time[side] / judgements.length).toFixed(2);
    console.log(
      `  ${side}: @1 ${success1.toFixed(3)}  @5 ${success5.toFixed(3)}  MRR ${mrr.toFixed(3)}  ${each} ms a query`,
    );
  }
}

console.log(
  `${judgements.length} queries, one catalog against ${catalogs.length}, with \`system:\``,
);
compare(({ query, system }) => `system:${system} ${query}`);
console.log('without');
compare(({ query }) => query);
