#!/usr/bin/env node
// How does a site get one catalog per code system?
//
//   npm run catalogs -- --sources data/starter ~/releases [--systems icd10cm,hcpcs] [--out build/catalog]
//
// Compiles the catalog as `./run` does, then each of its systems alone into OUT/by-system/SYSTEM/, and writes
// OUT/by-system/index.json, which the page and the element load from. The next `npm run build` takes it along.
// web/DEPLOYMENT.md says when that is worth its price: every catalog carries the lexicon, some 0.2 MB.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.MEDCODE_PROGRAM ?? join(root, 'build/native/medcode');
const CATALOG = 'medical-codes.medcat.gz';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sources: { type: 'string', multiple: true, default: [] },
    systems: { type: 'string', default: '' },
    out: { type: 'string', default: join(root, 'build/catalog') },
  },
});
const sources = [...values.sources, ...positionals];
if (sources.length === 0 || !existsSync(program)) {
  const reason = sources.length ? `${program} is missing: ./run --build-only makes it.` : '';
  console.error(`${reason}\nUsage: npm run catalogs -- --sources FOLDER... [--systems a,b]`);
  process.exit(1);
}

/**
 * @param {string} folder
 * @param {string} [system] empty for all
 */
async function compile(folder, system = '') {
  await rm(join(folder, 'details'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = join(folder, CATALOG);
  const only = system || values.systems;
  const words = ['build', '--sources', ...sources, '--out', file, '--quiet'];
  words.push('--details', join(folder, 'details'), ...(only ? ['--systems', only] : []));
  execFileSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  return file;
}

const out = resolve(values.out);
const whole = await compile(out);
const { systems } = JSON.parse(
  execFileSync(program, ['info', whole, '--json'], { encoding: 'utf8' }),
);
const folder = join(out, 'by-system');
await rm(folder, { recursive: true, force: true });
const catalogs = [];
for (const { id, title, concepts } of systems) {
  const { size } = await stat(await compile(join(folder, id), id));
  catalogs.push({ file: `${id}/${CATALOG}`, title, bytes: size, concepts });
  console.log(
    `${`${id}/${CATALOG}`.padEnd(40)} ${(size / 1e6).toFixed(2).padStart(8)} MB  ${title}`,
  );
}
const index = { format: 1, catalogs };
await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
console.log(`${join(folder, 'index.json')} names ${catalogs.length} catalogs`);
