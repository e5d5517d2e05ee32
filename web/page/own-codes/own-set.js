// What is a set of one's own codes, and can what was kept of it be trusted?
//
// Exports makeSet, readRecord, toRecord, freeKey, conceptsOf, sizeOf: plain data, no browser.
// Held by tests/browser/unit/own-set.test.js.

/** @typedef {import('../../builder/contract.d.ts').BuildReport} BuildReport */
/** @typedef {import('../../builder/contract.d.ts').BuildResult} BuildResult */

/**
 * @typedef {object} Set
 * @property {string} key names it among the catalogs: own1, own2 ...
 * @property {string} title
 * @property {string} date ISO 8601, when it was read
 * @property {Uint8Array} catalog
 * @property {Record<string, Uint8Array>} details
 * @property {BuildReport} report
 * @property {string} [problem] why it cannot be opened; such a set only waits to be removed
 */

/** What is kept is told by this number; another one is of another release of this page. */
const RECORD_VERSION = 1;

/** Names of systems told in a title before the rest is counted. */
const NAMES_IN_TITLE = 3;

/** @param {string} name */
const withoutEnding = (name) => name.replace(/^.*\//, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');

/**
 * Returns what a set is called: its systems, else its files.
 *
 * @param {BuildReport} report
 */
function titleOf({ systems, read }) {
  const names = systems.map(({ title, id }) => title || id);
  if (names.length === 0) names.push(...read.map(({ file }) => withoutEnding(file)));
  const rest = names.length - NAMES_IN_TITLE;
  return names.slice(0, NAMES_IN_TITLE).join(', ') + (rest > 0 ? ` + ${rest}` : '');
}

/**
 * Returns the first name that no set has.
 *
 * @param {readonly { key: string }[]} sets
 */
export function freeKey(sets) {
  const taken = new Set(sets.map(({ key }) => key));
  let number = 1;
  while (taken.has(`own${number}`)) number += 1;
  return `own${number}`;
}

/**
 * Returns the set that a build made, null where no code could be read.
 *
 * @param {BuildResult} result
 * @param {string} key
 * @param {Date} now
 * @returns {Set | null}
 */
export function makeSet({ catalog, details, report }, key, now) {
  if (!catalog) return null;
  const files = Object.fromEntries(details);
  return { key, title: titleOf(report), date: now.toISOString(), catalog, details: files, report };
}

/** @param {Set} set */
export const conceptsOf = ({ report }) =>
  (report?.systems ?? []).reduce((sum, { concepts }) => sum + concepts, 0);

/** @param {Pick<Set, 'catalog' | 'details'>} set */
export const sizeOf = ({ catalog, details }) =>
  [catalog, ...Object.values(details)].reduce((sum, { length }) => sum + length, 0);

/**
 * Returns a set as it is kept.
 *
 * @param {Set} set
 */
export const toRecord = ({ key, title, date, catalog, details, report }) => ({
  version: RECORD_VERSION,
  key,
  title,
  date,
  catalog,
  details,
  report,
});

/** @param {any} report */
const isReport = (report) =>
  typeof report === 'object' &&
  report !== null &&
  ['read', 'skipped', 'refused', 'tables', 'systems', 'findings'].every((part) =>
    Array.isArray(report[part]),
  );

/** @param {any} details */
const isDetails = (details) =>
  typeof details === 'object' &&
  details !== null &&
  Object.values(details).every((bytes) => bytes instanceof Uint8Array);

/** Stands for a report that cannot be read. @returns {BuildReport} */
const noReport = () => ({
  read: [],
  skipped: [],
  refused: [],
  tables: [],
  systems: [],
  findings: [],
});

/**
 * Returns what was kept under a key as a set; what is not whole comes back with its `problem`.
 *
 * @param {string} key
 * @param {any} record
 * @returns {Set}
 */
export function readRecord(key, record) {
  const isWhole =
    record?.version === RECORD_VERSION &&
    /^own\d{1,6}$/.test(key) &&
    record.key === key &&
    typeof record.title === 'string' &&
    !Number.isNaN(Date.parse(record.date)) &&
    record.catalog instanceof Uint8Array &&
    isDetails(record.details) &&
    isReport(record.report);
  if (isWhole) return { ...toRecord(record) };
  const title = typeof record?.title === 'string' && record.title ? record.title : String(key);
  const bare = { catalog: new Uint8Array(), details: {}, report: noReport() };
  return { key: String(key), title, date: '', ...bare, problem: 'record' };
}
