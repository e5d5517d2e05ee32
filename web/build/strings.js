// Which English words travel with which script?
//
// Exports the Vite plugin strings, which offers each part of web/strings/en.json as a module of its own (`virtual:strings/element`,
// `virtual:strings/page`): one module of both would put the page's words into the script that other people's pages load.
// Held by tests/browser/element-is-described.test.js.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VIRTUAL = 'virtual:strings/';

/** @param {URL} file the English table, whose first level names the parts */
export function strings(file) {
  return {
    name: 'strings',
    resolveId: (/** @type {string} */ id) => (id.startsWith(VIRTUAL) ? `\0${id}` : null),
    /** @this {{addWatchFile: (path: string) => void}} */
    load(/** @type {string} */ id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return null;
      this.addWatchFile(fileURLToPath(file));
      const part = JSON.parse(readFileSync(file, 'utf8'))[id.slice(VIRTUAL.length + 1)];
      if (!part) throw new Error(`${fileURLToPath(file)} has no part for ${id.slice(1)}`);
      return `export default ${JSON.stringify(part)};`;
    },
  };
}
