// How do all contestants fare on all sets, in Node and in Chromium, in one run?
//
// Exports runSideBySide. Every engine gets a fresh process (Node) or browser (Chromium), one after the other. What an
// engine cannot do stands in its row as the error. Held by tests/bench/side-by-side.test.js and tables.mjs.

import { join } from 'node:path';
import { readJudgements } from '../../relevance/judgements.js';
import { readNames } from '../../relevance/names.js';
import { buildCatalogs } from '../catalogs.js';
import { readTitles } from '../titles.js';
import { bundleAll } from './bundle.js';
import { contestants, sets } from './contestants.js';
import { judgedOf, rowsOfNames, rowsOfTitles } from './data.js';
import { measureInChromium } from './in-chromium.js';
import { figuresOrError, measureInNode } from './measure.js';
import { shipAll } from './shipped.js';

const queryCount = 200;
/** No engine is waited for longer: its row says so. */
const timeout = 240_000;

/** What a full and a quick run allow each engine; boxes in milliseconds. */
const limitsOf = {
  full: { openings: 5, answerBox: 4_000, keyBox: 6_000, rounds: 3 },
  quick: { openings: 2, answerBox: 1_000, keyBox: 1_500, rounds: 1 },
};

/**
 * Returns for each set and place what every contestant took.
 *
 * A quick run leaves out the set of all systems.
 *
 * @param {{root: string, out: string, official: string, program: string, catalog: string, wasm: string, isQuick: boolean}} options
 * @param {(report: object) => void} keep called after each engine with all figures so far
 */
export async function runSideBySide(options, keep) {
  const { root, out, official, catalog, wasm } = options;
  const limits = options.isQuick ? limitsOf.quick : limitsOf.full;
  const code = await bundleAll(root, out);
  const judgements = readJudgements(join(root, 'tests/relevance/judgements'));
  const data = {
    titles: { rows: rowsOfTitles(readTitles(official).icd10cm), catalog: buildCatalogs(options).diagnoses },
    all: { rows: rowsOfNames(await readNames(wasm, catalog, out)), catalog },
  };
  /** @type {Record<string, any>} */
  const results = {};
  const report = { code, isQuick: options.isQuick, results };
  for (const set of /** @type {(keyof typeof sets)[]} */ (Object.keys(sets))) {
    if (options.isQuick && set === 'all') continue;
    const { rows, catalog: file } = data[set];
    const lock = join(root, 'package-lock.json');
    const shipped = await shipAll({ set, rows, out, catalog: file, wasm, lock });
    const judged = judgedOf(judgements, set, queryCount);
    results[set] = { concepts: rows.length, queries: judged.length, limits, shipped, places: {} };
    for (const place of ['Node', 'Chromium']) {
      /** @type {Record<string, any>} */
      const figures = {};
      results[set].places[place] = figures;
      for (const name of Object.keys(contestants)) {
        const { folder, error } = shipped[name];
        const engine = join(root, 'dist/engine/engine.js');
        const task = { name, folder, engine, judged, limits };
        const start = performance.now();
        figures[name] = error
          ? { error }
          : await figuresOrError(() =>
              place === 'Node' ? measureInNode(task, timeout) : measureInChromium(root, task, timeout),
            );
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        console.error(`${set}, ${place}: ${name} in ${seconds} s ${figures[name].error ?? ''}`);
        keep(report);
      }
    }
  }
  return report;
}
