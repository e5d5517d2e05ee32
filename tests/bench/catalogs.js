// Which catalogs are measured, and how are they made?
//
// Exports buildCatalogs: titles only, the same with every official designation, and ICD-10-CM titles alone, built by
// medcode into build/bench; kept while the program that made them is older. Held by tests/bench/run.mjs.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { officialFiles } from './titles.js';

const systems = Object.keys(officialFiles).join(',');

/**
 * Returns the paths of the catalogs.
 *
 * @param {{program: string, official: string, out: string}} options
 */
export function buildCatalogs({ program, official, out }) {
  const noLexicon = join(out, 'no-lexicon');
  mkdirSync(noLexicon, { recursive: true });
  const releases = Object.values(officialFiles).map((file) => join(official, file));
  const titlesOnly = [...releases, '--systems', systems, '--lexicon', noLexicon];
  /** @param {string} name @param {string[]} options */
  const made = (name, options) => {
    const file = join(out, `${name}.medcat.gz`);
    const isFresh = existsSync(file) && statSync(file).mtimeMs > statSync(program).mtimeMs;
    if (isFresh) return file;
    console.error(`building ${file}`);
    const run = spawnSync(program, ['build', '--out', file, '--quiet', '--sources', ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (run.status !== 0) throw new Error(`${program} could not build ${file}`);
    return file;
  };
  return {
    titles: made('titles', titlesOnly),
    designations: made('designations', [official, '--systems', systems, '--lexicon', noLexicon]),
    diagnoses: made('diagnoses', [releases[0], '--systems', 'icd10cm', '--lexicon', noLexicon]),
  };
}
