// Which libraries of C and C++ are in the engine's module and in the program?
//
// Exports readComponents: the table components.json with the versions of what is installed, and the licences' texts.
// That the table names all whose headers were compiled, and no other, is held by tests/support/third-party.test.js.

import { readFile } from 'node:fs/promises';

/** @typedef {import('./part.js').Part} Part */
/** @typedef {{ file: string, pattern: string }} VersionPlace */

const here = (/** @type {string} */ path) => new URL(path, import.meta.url);

/**
 * Returns the version that a header states: its numbers without leading zeros.
 *
 * @param {string} name
 * @param {VersionPlace} place
 */
async function installedVersion(name, { file, pattern }) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const found = new RegExp(pattern, 'm').exec(text);
  if (!found) {
    throw new Error(
      `The version of ${name} does not stand in ${file}. ./run installs what is missing; ` +
        `for another release of it, mend its pattern in web/build/third-party/components.json.`,
    );
  }
  const numbers = found.slice(1).flatMap((piece) => piece.split(/[._]/));
  return numbers.map((number) => String(Number(number))).join('.');
}

/** @returns {Promise<(Part & { headers: string[] })[]>} */
export async function readComponents() {
  const table = JSON.parse(await readFile(here('components.json'), 'utf8'));
  const parts = [];
  for (const { version: place, copyright, ...component } of table) {
    const version = await installedVersion(component.name, place);
    const terms = await readFile(
      here(`texts/${component.licence.replaceAll(' ', '-')}.txt`),
      'utf8',
    );
    const text = `${copyright.join('\n')}\n\n${terms.trim()}`;
    parts.push({ ...component, version, text, purl: `pkg:generic/${component.name}@${version}` });
  }
  return parts;
}
