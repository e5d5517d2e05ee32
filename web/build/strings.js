// Which English words travel with which script?
//
// Exports the Vite plugin strings, which offers each part of web/strings/en.json as a module of its own (`virtual:strings/element`,
// `virtual:strings/page`): one module of both would put the page's words into the script that other people's pages load.
// Held by tests/browser/element-is-described.test.js.

import { readFileSync } from 'node:fs';
import { virtualModule } from './virtual-module.js';

/** @param {URL} file the English table, whose first level names the parts */
export const strings = (file) =>
  virtualModule('strings', (part) => {
    const words = JSON.parse(readFileSync(file, 'utf8'))[part];
    if (!words) throw new Error(`${file.pathname} has no part ${part}.`);
    return `export default ${JSON.stringify(words)};`;
  });
