// How are ten thousand lines checked while typing goes on? In slices: each answers as many lines as
// fit into a few milliseconds, and between two slices the worker reads its messages.
//
// Exports checkSlice (in the worker) and checkAll (in the page).
// Held by tests/browser/unit/check-lines.test.js.

/** @typedef {import('./contract.d.ts').CheckedLine} CheckedLine */
/** @typedef {import('./client.js').EngineClient} EngineClient */

/** A slice ends after this many milliseconds: less than one frame, so that no key waits longer. */
const SLICE_TIME = 10;

/** Lines sent with one request; an easy slice uses them up. */
const LINES_PER_REQUEST = 100;

/**
 * Returns the verdicts of the first lines: as many as fit into a slice, at least one.
 *
 * @param {import('./check-line.js').LineChecker} checker
 * @param {string[]} lines
 * @param {string[]} systems
 * @param {() => number} [now]
 * @returns {CheckedLine[]}
 */
export function checkSlice(checker, lines, systems, now = () => performance.now()) {
  const end = now() + SLICE_TIME;
  /** @type {CheckedLine[]} */
  const checked = [];
  for (const line of lines) {
    checked.push(checker.check(line, systems));
    if (now() >= end) break;
  }
  return checked;
}

/**
 * Checks all lines and reports after every slice; ends early when `signal` is aborted.
 *
 * @param {Pick<EngineClient, 'check'>} client
 * @param {string[]} lines
 * @param {{ systems: string[], signal: AbortSignal, onProgress: (checked: CheckedLine[]) => void }} options
 */
export async function checkAll(client, lines, { systems, signal, onProgress }) {
  /** @type {CheckedLine[]} */
  const all = [];
  while (all.length < lines.length && !signal.aborted) {
    const slice = await client.check(
      lines.slice(all.length, all.length + LINES_PER_REQUEST),
      systems,
    );
    if (signal.aborted) break;
    all.push(...slice);
    onProgress(all);
  }
  return all;
}
