// Which other names does a catalog that is built in the page know? Those of the project's own lexicon.
//
// Exports the Vite plugin lexicon, which offers the files of data/lexicon as `virtual:lexicon`, as `medcode build` carries
// them. Held by tests/browser/build-in-page.test.js.

import { readFileSync, readdirSync } from 'node:fs';
import { virtualModule } from './virtual-module.js';

/** @param {URL} folder */
export const lexicon = (folder) =>
  virtualModule('lexicon', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
    const files = names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
    return `export default ${JSON.stringify(Object.fromEntries(files))};`;
  });
