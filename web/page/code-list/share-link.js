// How does a list of codes fit into an address, and come out of one?
//
// Exports toLink and fromLink:
//
//   #/list?t=Diabetes%20clinic&c=icd10cm:E11.9=check%20twice,I10;cpt4:47541
//
// Systems are parted by `;`, codes by `,`, a note follows `=`; what they hold is percent-encoded, so the signs
// are ours alone. Held by tests/browser/unit/share-link.test.js.

import { MAX_ENTRIES, MAX_NOTE, MAX_TITLE } from './code-list.js';

/** Mail and chat programs cut longer addresses. */
export const MAX_LINK = 2_000;

/** What somebody else's link may hold is read up to here. */
const MAX_READ = 64_000;

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Returns the part of the address behind `#`, whatever its length.
 *
 * @param {import('./code-list.js').Content} list
 */
export function toLink({ title, entries }) {
  /** @type {{ system: string, codes: string[] }[]} */
  const runs = [];
  for (const { system, code, note } of entries) {
    if (runs.at(-1)?.system !== system) runs.push({ system, codes: [] });
    const remark = note ? `=${encodeURIComponent(note)}` : '';
    runs.at(-1)?.codes.push(encodeURIComponent(code) + remark);
  }
  const codes = runs.map(({ system, codes }) => `${encodeURIComponent(system)}:${codes.join(',')}`);
  return `#/list?${title ? `t=${encodeURIComponent(title)}&` : ''}c=${codes.join(';')}`;
}

/**
 * Reads what stands behind `#/list?`. What is no list has no items.
 *
 * @param {string} search
 * @returns {import('./list-import.js').RawList & { isCut: boolean }} `isCut`: there was more than a list may hold
 */
export function fromLink(search) {
  const parameters = new Map(
    search
      .slice(0, MAX_READ)
      .split('&')
      .map((part) => /** @type {[string, string]} */ ([part.slice(0, 2), part.slice(2)])),
  );
  /** @type {import('./list-import.js').Item[]} */
  const items = [];
  for (const run of (parameters.get('c=') ?? '').split(';')) {
    const colon = run.indexOf(':');
    if (colon < 1) continue;
    const system = decoded(run.slice(0, colon));
    for (const part of run.slice(colon + 1).split(',')) {
      const [code, note = ''] = part.split('=', 2).map(decoded);
      if (!code) continue;
      items.push({
        system,
        code,
        display: '',
        note: note.slice(0, MAX_NOTE),
        line: items.length + 1,
      });
    }
  }
  const title = decoded(parameters.get('t=') ?? '').slice(0, MAX_TITLE);
  const isCut = search.length > MAX_READ || items.length > MAX_ENTRIES;
  return { title, items: items.slice(0, MAX_ENTRIES), isCut };
}
