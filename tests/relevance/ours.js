// What does our engine answer, to whole queries and to half-typed ones?
//
// Exports answerAll (the native program, one process for all queries) and countKeystrokes (the engine as the page
// has it). Held by tests/relevance/run.mjs, whose floors fail when either answers worse.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openEngine } from '../../web/engine/engine.js';
import { rankOf } from './rank.js';

/** @typedef {import('./judgements.js').Judgement} Judgement */
/** @typedef {{codes: string[], relaxed: boolean, why: string[]}} Answer */

/** As many as success@10 needs. */
const limit = 10;

/**
 * Returns the answer to each judgement, in their order.
 *
 * @param {string} program path of medcode
 * @param {string} catalog path of the catalog
 * @param {Judgement[]} judgements
 * @returns {Promise<Answer[]>}
 */
export async function answerAll(program, catalog, judgements) {
  const options = ['search', catalog, '--batch', '--json', '--limit', String(limit)];
  const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(judgements.map(({ system, query }) => `system:${system} ${query}\n`).join(''));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  let text = '';
  child.stdout.setEncoding('utf8');
  for await (const piece of child.stdout) text += piece;
  const exitCode = await ended;
  const lines = text.split('\n').filter((line) => line !== '');
  if (exitCode !== 0 || lines.length !== judgements.length) {
    throw new Error(
      `${program} ended with ${exitCode} after ${lines.length} of ${judgements.length} answers`,
    );
  }
  return lines.map((line) => {
    const { hits, relaxed } = JSON.parse(line);
    return {
      codes: hits.map((/** @type {{code: string}} */ hit) => hit.code),
      relaxed,
      why: hits.map((/** @type {{display: string}} */ hit) => hit.display),
    };
  });
}

/**
 * Returns the share of each query that must be typed until a right code is among the first five;
 * 1 for a query that is never answered.
 *
 * @param {string} wasmFile
 * @param {string} catalog
 * @param {Judgement[]} judgements
 * @returns {Promise<number[]>}
 */
export async function countKeystrokes(wasmFile, catalog, judgements) {
  const engine = await openEngine({
    wasmBinary: readFileSync(wasmFile),
    catalog: readFileSync(catalog),
  });
  const shares = judgements.map(({ query, system, codes }) => {
    for (let typed = 1; typed < query.length; typed += 1) {
      const options = { limit: 5, systems: [system], isTyping: true };
      const { hits } = engine.search(query.slice(0, typed), options);
      const found = hits.map((hit) => hit.code);
      if (rankOf(system, found, codes) > 0) return typed / query.length;
    }
    return 1;
  });
  engine.close();
  return shares;
}
