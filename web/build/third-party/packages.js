// Which npm packages does a bundle contain?
//
// Exports listPackages, a Vite plugin that writes the roots of the packages whose code is in the bundle to a file beside
// it; takePackages, which reads and removes those files when all bundles are made; and readPackage, which says what a
// package is and under which licence. Held by tests/support/third-party.test.js.

import { readFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./part.js').Part} Part */

/** Lists lie in dist/ only while it is made. */
export const LISTS = /(^|\/)bundled-[\w-]+\.json$/;

/** What Vite itself writes into a bundle has names of no file: `\0vite/...`. */
const OF_VITE = /^\0?vite\//;

/** What follows concerns what a package itself bundles, of which nothing goes into our bundles. */
const OF_OTHERS = /^#+ Licenses of bundled dependencies[^]*/m;

/** Names under which a package keeps its licence. */
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/**
 * Returns the folder of the package that a module belongs to, or nothing for one of our own.
 *
 * @param {string} module as Rollup names it
 */
export function packageRoot(module) {
  if (OF_VITE.test(module))
    return fileURLToPath(new URL('../../../node_modules/vite', import.meta.url));
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null;
}

/**
 * @param {string} bundle the bundle's name, one for each build that writes to dist/
 * @returns {import('vite').Plugin}
 */
export function listPackages(bundle) {
  return {
    name: 'list-packages',
    generateBundle(_, files) {
      const roots = new Set();
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const root = renderedLength > 0 ? packageRoot(id) : null;
          if (root) roots.add(root);
        }
      }
      const source = JSON.stringify([...roots].sort());
      this.emitFile({ type: 'asset', fileName: `bundled-${bundle}.json`, source });
    },
  };
}

/**
 * Returns the folders of all packages in the bundles below `dist`, and removes the lists.
 *
 * @param {URL} dist
 */
export async function takePackages(dist) {
  /** @type {Set<string>} */
  const roots = new Set();
  for (const path of (await readdir(dist, { recursive: true })).filter((name) =>
    LISTS.test(name),
  )) {
    const list = new URL(path, dist);
    for (const root of JSON.parse(await readFile(list, 'utf8'))) roots.add(root);
    await rm(list);
  }
  return [...roots];
}

/**
 * @param {string} root folder of an npm package
 * @returns {Promise<Part>}
 */
export async function readPackage(root) {
  const described = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  const { name, version, license, homepage } = described;
  const file = (await readdir(root)).sort().find((entry) => LICENCE_FILE.test(entry));
  if (!license || !file) {
    throw new Error(
      `The package ${name} has no ${license ? 'text of its licence' : 'licence'}, and its code is in dist/. Use another.`,
    );
  }
  const whole = (await readFile(`${root}/${file}`, 'utf8')).replaceAll('\r', '');
  const text = whole.replace(OF_OTHERS, '').trim();
  const page = homepage ?? `https://www.npmjs.com/package/${name}`;
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { name, title: name, version, licence: license, text, page, purl, in: ['page'] };
}
