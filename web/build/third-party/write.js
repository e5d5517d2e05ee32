// Whose work is in dist/, and how is that said? By THIRD_PARTY.md for people and sbom.cdx.json for programs.
//
// Exports writeThirdParty. Held by tests/support/third-party.test.js.

import { readFile, writeFile } from 'node:fs/promises';
import { readComponents } from './components.js';
import { writeNotices } from './notices.js';
import { readPackage, takePackages } from './packages.js';
import { demandPermissive } from './part.js';
import { writeSbom } from './sbom.js';

/**
 * Returns the code systems of the catalog in `dist`, as the engine there tells them.
 *
 * @param {URL} dist
 */
async function systemsOf(dist) {
  const { openEngine } = await import(new URL('engine/engine.js', dist).href);
  const [catalog, wasmBinary] = await Promise.all(
    ['catalog/medical-codes.medcat.gz', 'engine/engine.wasm'].map((path) =>
      readFile(new URL(path, dist)),
    ),
  );
  const engine = await openEngine({ catalog, wasmBinary });
  try {
    /** @type {import('../../engine/contract.d.ts').SystemInfo[]} */
    const systems = engine.info().systems;
    return systems.filter(({ concepts }) => concepts > 0);
  } finally {
    engine.close();
  }
}

/** @param {{ name: string }} one @param {{ name: string }} other */
const byName = (one, other) => (one.name < other.name ? -1 : 1);

/**
 * Writes both files and returns the text of THIRD_PARTY.md.
 *
 * @param {URL} dist with all its bundles, the engine and the catalog
 */
export async function writeThirdParty(dist) {
  const packages = await Promise.all((await takePackages(dist)).map(readPackage));
  const parts = [...packages, ...(await readComponents())].sort(byName);
  demandPermissive(parts);
  const systems = await systemsOf(dist);
  const product = JSON.parse(
    await readFile(new URL('../../../package.json', import.meta.url), 'utf8'),
  );
  const notices = writeNotices(parts, systems);
  await writeFile(new URL('THIRD_PARTY.md', dist), notices);
  await writeFile(new URL('sbom.cdx.json', dist), writeSbom(product, parts, systems));
  return notices;
}
