// In which form does a chosen code leave the element?
//
// Exports toCoding, formatValue, parseValue and readState, with MAX_VALUE. Held by tests/browser/unit/coding.test.js.

/** @typedef {import('../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('../engine/contract.d.ts').Coding} Coding */
/** @typedef {import('../engine/contract.d.ts').ConceptRef} ConceptRef */
/** @typedef {'code' | 'coding' | 'codeable-concept' | 'codeableconcept'} ValueFormat */

/**
 * Returns the FHIR Coding of a concept: the system as its canonical URI, with the release.
 *
 * @param {Pick<CatalogInfo, 'systems'>} info
 * @param {ConceptRef} concept
 * @returns {Coding}
 */
export function toCoding(info, { system, code, display }) {
  const known = info.systems.find(({ id }) => id === system);
  return {
    system: known?.uri || system,
    ...(known?.version ? { version: known.version } : {}),
    code,
    display,
  };
}

/**
 * @param {Coding} coding
 * @param {ValueFormat} format
 */
export function formatValue(coding, format) {
  if (format === 'coding') return JSON.stringify(coding);
  if (/^codeable-?concept$/i.test(format)) {
    return JSON.stringify({ coding: [coding], text: coding.display });
  }
  return coding.code;
}

/**
 * Reads a value in any of the three forms, or as `system/code`. Returns null for what is none.
 * `system` is an id or a URI, empty when the value does not say.
 *
 * @param {string} value
 * @returns {{ system: string, code: string } | null}
 */
export function parseValue(value) {
  const text = value.trim();
  if (text === '') return null;
  if (text.startsWith('{')) return parseJson(text);
  const slash = text.indexOf('/');
  return slash < 0
    ? { system: '', code: text }
    : { system: text.slice(0, slash), code: text.slice(slash + 1) };
}

/** @param {string} text */
function parseJson(text) {
  try {
    const data = JSON.parse(text);
    const coding = Array.isArray(data.coding) ? data.coding[0] : data;
    if (typeof coding?.code !== 'string') return null;
    return { system: String(coding.system ?? ''), code: coding.code };
  } catch {
    return null;
  }
}

/** Characters of a value from outside that are read; a code and its name are far shorter. */
export const MAX_VALUE = 4096;

/**
 * Reads what a browser kept of a control's state. Returns null for what is no list of codings: a state of another
 * release or what autofill offers.
 *
 * @param {unknown} state
 * @returns {Coding[] | null}
 */
export function readState(state) {
  try {
    const codings = JSON.parse(String(state));
    const isText = (/** @type {unknown} */ value) => typeof value === 'string';
    const isCoding = (/** @type {any} */ one) =>
      isText(one?.system) && isText(one.code) && isText(one.display);
    return Array.isArray(codings) && codings.every(isCoding) ? codings : null;
  } catch {
    return null;
  }
}
