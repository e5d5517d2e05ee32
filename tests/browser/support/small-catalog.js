// How does a test come by a catalog of its own? The native program makes it of a table.

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../build/native/medcode', import.meta.url));

/**
 * Writes FOLDER/medical-codes.medcat.gz and FOLDER/details/.
 *
 * @param {string} folder
 * @param {{ system: string, title: string, names: Record<string, string>, article?: object }} content
 */
export async function makeSmallCatalog(folder, { system, title, names, article }) {
  const sources = `${folder}/sources`;
  await mkdir(sources, { recursive: true });
  const rows = Object.entries(names).map(([code, name]) => `${code}\t${name}\tbillable`);
  const table = [`#system\t${system}`, `#title\t${title}`, 'code\tdisplay\tbilling', ...rows];
  await writeFile(`${sources}/codes.tsv`, `${table.join('\n')}\n`);
  if (article) await writeFile(`${sources}/article.json`, JSON.stringify(article));
  const out = ['--out', `${folder}/medical-codes.medcat.gz`, '--details', `${folder}/details`];
  execFileSync(program, ['build', '--sources', sources, ...out, '--quiet'], { stdio: 'pipe' });
}
