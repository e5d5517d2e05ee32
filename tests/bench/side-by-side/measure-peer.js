// How quickly does one engine open, how quickly does it answer each key, and how often rightly?
//
// Exports measurePeer and keySummary. Runs in Node and in the browser, in a process or page of its own. What takes too
// long is cut off at a time box, and the number of keys that were asked is told. Held by tests/bench/side-by-side.test.js.

import { rankOf } from '../../relevance/rank.js';
import { median, summary } from '../measure.js';

/** @typedef {import('./contestants.js').Opened} Opened */
/** @typedef {{query: string, system: string, codes: string[]}} Judged */
/** @typedef {{rss: number, heap: number, external: number}} Memory bytes */
/** @typedef {{openings: number, answerBox: number, keyBox: number, rounds: number}} Limits boxes in milliseconds */

/** The first key that is timed as part of opening, for an engine that puts work off has not opened. */
const firstKey = 'a';
const shownHits = 10;
/** The answer is right when an accepted code is among so many. */
const rightAmong = 5;
/** A peer that cannot restrict itself to a system is asked for so many, of which the system's are kept. */
const filteredAmong = 1000;

/** @param {() => Promise<Opened>} open @returns {Promise<{peer: Opened, time: number}>} */
async function timedOpening(open) {
  const start = performance.now();
  const peer = await open();
  peer.ask(firstKey, shownHits);
  return { peer, time: performance.now() - start };
}

/** @param {Opened} peer @param {Judged[]} judged @param {number} box */
function countRight(peer, judged, box) {
  const end = performance.now() + box;
  let asked = 0;
  let right = 0;
  for (const { query, system, codes } of judged) {
    if (performance.now() > end) break;
    const ids = peer.askWithin
      ? peer.askWithin(query, rightAmong, system)
      : peer.ask(query, filteredAmong);
    const mine = ids.filter((id) => id.startsWith(`${system}/`)).slice(0, rightAmong);
    const found = mine.map((id) => id.slice(system.length + 1));
    if (rankOf(system, found, codes) > 0) right += 1;
    asked += 1;
  }
  return { asked, right };
}

/**
 * Returns for each key what it took in each round; stops at the box, after the first round has begun.
 *
 * @param {(typed: string) => unknown} ask
 * @param {string[]} queries
 * @param {{keyBox: number, rounds: number}} limits
 */
function timePrefixes(ask, queries, { keyBox, rounds }) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const end = performance.now() + keyBox;
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      for (let length = 1; length <= query.length; length += 1) {
        const start = performance.now();
        if (start > end) return times;
        const typed = query.slice(0, length);
        ask(typed);
        const seen = times.get(typed) ?? [];
        seen.push(performance.now() - start);
        times.set(typed, seen);
      }
    }
  }
  return times;
}

/**
 * Returns how many keys were asked, and the quantiles over them, each key's time being the median of its rounds.
 *
 * @param {Map<string, number[]>} times
 * @param {number} wanted keys there would be without a box
 */
export function keySummary(times, wanted) {
  const typical = [...times].map(([typed, seen]) => ({ typed, time: median(seen) }));
  const slowest = typical.reduce((worst, key) => (key.time > worst.time ? key : worst));
  return {
    keys: times.size,
    wanted,
    ...summary(typical.map(({ time }) => time)),
    slowest: slowest.typed,
  };
}

/** @param {string[]} queries @returns {number} how many different prefixes they have */
export const countPrefixes = (queries) =>
  new Set(queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)))).size;

/**
 * Measures one engine. The first opening is also the one whose memory is counted.
 *
 * @param {() => Promise<Opened>} open
 * @param {Judged[]} judged in an order of which every beginning is a fair sample
 * @param {Limits} limits
 * @param {() => Promise<Memory>} memory after a garbage collection
 */
export async function measurePeer(open, judged, limits, memory) {
  const before = await memory();
  const { peer, time } = await timedOpening(open);
  const opened = await memory();
  const answers = countRight(peer, judged, limits.answerBox);
  const queries = judged.map(({ query }) => query);
  const times = timePrefixes((typed) => peer.ask(typed, shownHits), queries, limits);
  const searched = await memory();
  const wasm = peer.wasmMemory?.() ?? null;
  peer.close?.();

  const openings = [time];
  while (openings.length < limits.openings) {
    const again = await timedOpening(open);
    again.peer.close?.();
    openings.push(again.time);
  }
  return {
    openings,
    opening: { median: median(openings), max: Math.max(...openings) },
    memory: { before, opened, searched, wasm },
    keys: keySummary(times, countPrefixes(queries)),
    answers: { ...answers, wanted: judged.length },
  };
}
