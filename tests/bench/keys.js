// How long does each key take, for every prefix of real queries?
//
// Exports keysOf, spreadOver and timeKeys. The engines take turns query by query, and each key's time is the median of
// several rounds, because other programs share the machine. Held by tests/bench/run.mjs.

import { median, summary, timedNow } from './measure.js';

/** @typedef {import('./measure.js').Time} Time */
/** @typedef {(typed: string) => unknown} Ask */

/** @param {string} query @returns {string[]} what stands in the box after each key */
export const keysOf = (query) =>
  Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1));

/**
 * Returns `count` of `list`, evenly spread over it.
 *
 * @template T
 * @param {T[]} list
 * @param {number} count
 */
export const spreadOver = (list, count) =>
  Array.from({ length: Math.min(count, list.length) }, (_, at) =>
    list[Math.floor((at * list.length) / Math.min(count, list.length))],
  );

/**
 * Returns, for each engine, p50, p95, p99 and the largest of its times per key.
 *
 * @param {Record<string, Ask>} engines
 * @param {string[]} queries
 * @param {number} rounds
 */
export function timeKeys(engines, queries, rounds) {
  /** @type {Record<string, Map<string, Time[]>>} */
  const times = {};
  for (const name of Object.keys(engines)) times[name] = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      for (const [name, ask] of Object.entries(engines)) {
        for (const typed of keysOf(query)) {
          const seen = times[name].get(typed) ?? [];
          seen.push(timedNow(() => ask(typed)));
          times[name].set(typed, seen);
        }
      }
    }
    console.error(`keys: round ${round + 1} of ${rounds}`);
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, keys]) => {
      /** @param {'wall' | 'cpu'} kind */
      const typical = (kind) =>
        [...keys.values()].map((seen) => median(seen.map((time) => time[kind])));
      const slowest = [...keys].reduce(
        (worst, [typed, seen]) => {
          const wall = median(seen.map((time) => time.wall));
          return wall > worst.wall ? { typed, wall } : worst;
        },
        { typed: '', wall: 0 },
      );
      const result = { keys: keys.size, wall: summary(typical('wall')), cpu: summary(typical('cpu')) };
      return [name, { ...result, slowest: slowest.typed }];
    }),
  );
}
