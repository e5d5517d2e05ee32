// What do many noisy times come to?
//
// Exports timed, quantile, median and summary. Wall time says what a person waits; processor time says what the code
// costs when other programs share the machine. Held by tests/bench/bench.test.js.

/** @typedef {{wall: number, cpu: number}} Time milliseconds */

/**
 * Runs `work` once and returns what it took.
 *
 * @param {() => unknown} work
 * @returns {Promise<Time>}
 */
export async function timed(work) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  await work();
  return { wall: performance.now() - wall, cpu: cpuMilliseconds(process.cpuUsage(cpu)) };
}

/**
 * As timed, for work that ends at once: no turn of the event loop is counted.
 *
 * @param {() => unknown} work
 * @returns {Time}
 */
export function timedNow(work) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  work();
  return { wall: performance.now() - wall, cpu: cpuMilliseconds(process.cpuUsage(cpu)) };
}

/** @param {{user: number, system: number}} usage microseconds */
const cpuMilliseconds = ({ user, system }) => (user + system) / 1000;

/**
 * Returns the value below which a share of `values` lies, by the nearest rank; requires at least one value.
 *
 * @param {number[]} values
 * @param {number} share from 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * Returns p50, p95, p99 and the largest of one kind of time.
 *
 * @param {number[]} values
 */
export const summary = (values) => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
  max: quantile(values, 1),
});
